"""What stands inside a paragraph: words, signs, fields, notes, and the boxes that hang on it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from protocolau.importing.characters import SUPERSCRIPT, SUPERSCRIPT_SIGNS
from protocolau.importing.lines import Aside, Run
from protocolau.importing.number_formats import written
from protocolau.importing.word.drawings import drawn_words
from protocolau.importing.word.fields import CONTENTS, COUNTING, SILENT, Field, FieldCounts, printed
from protocolau.importing.word.numbering import Numbered
from protocolau.importing.word.styles import Styles, number, on, value
from protocolau.importing.word.symbols import readable, sign

GONE = {"w.del", "w.moveFrom"}
"""What tracked changes have taken out."""
WRAPPERS = {
    "w.hyperlink", "w.smartTag", "w.customXml", "w.ins", "w.moveTo", "w.dir", "w.bdo", "w.subDoc", "w.sdtContent",
    "w.fldSimple", "w.rubyBase",
}  # fmt: skip
BOXES = {"w.drawing", "w.pict", "w.object"}
_UNDERSTOOD = {"wps", "wpg", "wpc", "w14", "w15", "w16", "wp14", "a14"}
_USUAL_SIZE = 20
"""Half points of letters of which nothing says how large they are."""


@dataclass
class Number:
    """A number that a field prints."""

    text: str


@dataclass
class ParagraphContent:
    """What a paragraph holds, as it is gathered."""

    pieces: list[Run | Number] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str, str]] = field(default_factory=list)
    """Notes that are referred to: which kind, its id, and the sign printed for it."""
    contents: bool = False
    sizes: Counter[float] = field(default_factory=Counter)
    """How many characters there are of each size, in points."""

    def extend(self, other: "ParagraphContent") -> None:
        """Adds what another paragraph holds."""
        self.pieces += other.pieces
        self.boxes += other.boxes
        self.notes += other.notes
        self.contents = self.contents or other.contents
        self.sizes += other.sizes


@dataclass
class Story:
    """What is carried from paragraph to paragraph."""

    styles: Styles
    counts: FieldCounts
    note_forms: dict[str, tuple[str, int]]
    """For footnotes and endnotes: the form of their signs and the first count."""
    asides: list[Aside] = field(default_factory=list)
    remarks: Counter[str] = field(default_factory=Counter)
    fields: list[Field] = field(default_factory=list)
    unended: set[Element] = field(default_factory=set)
    """The marks of fields that begin and never end, which begin none."""
    noted: Counter[str] = field(default_factory=Counter)
    place: int = 0
    part: Callable[[str], Element | None] = lambda _: None
    """Another part of the file by the id that the story's own part has for it."""

    def aside(self, what: str, text: str) -> None:
        """Sets words aside, where there are any."""
        if text.strip():
            self.asides.append(Aside(what, text.strip(), self.place))


class RunReader:
    """Reads what stands inside one paragraph."""

    def __init__(self, story: Story, style: str | None, at: Numbered | None, outline: int | None):
        self.story, self.style, self.at, self.outline = story, style, at, outline
        self.words = ParagraphContent()
        self._list_level: int | None = None

    def read(self, parent: Element) -> None:
        """Everything in a paragraph, or in what wraps a part of it."""
        for child in parent:
            tag = child.tag
            if tag == "w.r":
                self._run(child)
            elif tag in GONE:
                self.story.remarks["tracked changes"] += 1
                self.story.aside("deleted", deleted_text(child))
            elif tag == "w.fldSimple":
                self._simple_field(child)
            elif tag in WRAPPERS:
                self._note_change(tag)
                self.read(child)
            elif tag == "w.sdt":
                self._control(child)
            elif tag == "w.ruby":
                self.read(child)
            elif tag == "mc.AlternateContent":
                self.read(chosen(child))
            elif tag in ("m.oMath", "m.oMathPara"):
                self._add("".join(text.text or "" for text in child.iter("m.t")), None)

    def _note_change(self, tag: str) -> None:
        if tag in ("w.ins", "w.moveTo"):
            self.story.remarks["tracked changes"] += 1

    def _control(self, control: Element) -> None:
        content = control.find("w.sdtContent")
        if content is None:
            return
        if on(control.find("w.sdtPr/w.showingPlcHdr")):
            self.story.aside("prompt", "".join(text.text or "" for text in content.iter("w.t")))
            return
        if value(control, "w.sdtPr/w.docPartObj/w.docPartGallery") == "Table of Contents":
            self.words.contents = True
        self.read(content)

    def _simple_field(self, element: Element) -> None:
        one = Field(element.get("w.instr", ""))
        self.story.fields.append(one)
        one.result = True
        before = len(self.words.pieces)
        if one.name not in COUNTING:
            self.read(element)
        self.story.fields.pop()
        if len(self.words.pieces) == before:
            self._print(one)

    def _run(self, run: Element) -> None:
        properties = run.find("w.rPr")
        self._children(run, properties)

    def _children(self, parent: Element, properties: Element | None) -> None:
        for child in parent:
            tag = child.tag
            if tag == "w.t":
                self._add(child.text or "", properties)
            elif tag in ("w.tab", "w.ptab"):
                self._add("\t", properties)
            elif tag in ("w.br", "w.cr"):
                self._add("\n" if child.get("w.type", "textWrapping") == "textWrapping" else " ", properties)
            elif tag == "w.noBreakHyphen":
                self._add("-", properties)
            elif tag == "w.sym":
                self._sign(child, properties)
            elif tag == "w.fldChar":
                self._field_mark(child)
            elif tag == "w.instrText":
                if self.story.fields:
                    self.story.fields[-1].instruction += child.text or ""
            elif tag in ("w.footnoteReference", "w.endnoteReference"):
                self._note(child, tag[2:-9])
            elif tag in BOXES:
                self._box(child)
            elif tag == "mc.AlternateContent":
                self._children(chosen(child), properties)
            elif tag == "w.ruby":
                self.read(child)
            elif tag in ("w.delText", "w.delInstrText"):
                self.story.aside("deleted", child.text or "")

    def _sign(self, element: Element, properties: Element | None) -> None:
        code = element.get("w.char", "")
        try:
            self._add(sign(int(code, 16), element.get("w.font", "")), properties)
        except ValueError:
            return

    def _box(self, element: Element) -> None:
        boxes = [box for box in element.iter() if box.tag == "w.txbxContent"]
        inner = {box for outer in boxes for box in outer.iter("w.txbxContent") if box is not outer}
        self.words.boxes += [box for box in boxes if box not in inner]
        if not boxes:
            self.story.remarks["pictures"] += 1
        for what, words in drawn_words(element, self.story.part):
            self.story.aside(what, words)
        for path in element.iter("v.textpath"):
            self.story.aside("drawing", path.get("string", ""))

    def _field_mark(self, mark: Element) -> None:
        fields = self.story.fields
        kind = mark.get("w.fldCharType")
        if mark in self.story.unended:
            return
        if kind == "begin":
            fields.append(Field(data=mark.find("w.ffData")))
        elif kind == "separate" and fields:
            fields[-1].result = True
        elif kind == "end" and fields:
            one = fields.pop()
            if not one.result or one.name in COUNTING:
                self._print(one)

    def _print(self, one: Field) -> None:
        """What Word itself works out for a field."""
        if self._hidden_by_field():
            return
        counts = self.story.counts
        if one.name == "LISTNUM":
            text, self._list_level = counts.list_number(one, self.at, self._list_level)
            self.words.pieces.append(Number(text))
        elif one.name in COUNTING:
            self.words.pieces.append(Number(counts.automatic_number(one, self.outline)))
        elif one.name == "SEQ":
            self._add(counts.sequence(one), None)
        elif one.name not in SILENT:
            self._add(printed(one), None)

    def _hidden_by_field(self) -> bool:
        """Whether what stands here is part of an instruction, or of a result that is worked out anew."""
        return any(not one.result or one.name in COUNTING or one.name in SILENT for one in self.story.fields)

    def _note(self, reference: Element, kind: str) -> None:
        if self._hidden_by_field():
            return
        if on(reference, "w.customMarkFollows", attribute=True):
            self.words.notes.append((kind, reference.get("w.id", ""), ""))
            return
        form, first = self.story.note_forms[kind]
        count = self.story.noted[kind] + first
        self.story.noted[kind] += 1
        printed_sign = superscript(count, form)
        self.words.notes.append((kind, reference.get("w.id", ""), printed_sign))
        self._add(printed_sign, None)

    def _add(self, text: str, properties: Element | None) -> None:
        if not text or self._hidden_by_field():
            return
        if any(one.name in CONTENTS for one in self.story.fields):
            self.words.contents = True
        style, styles = self.style, self.story.styles

        def found(tag: str) -> Element | None:
            return styles.run_property(properties, style, tag)

        fonts = found("w.rFonts")
        font = (fonts.get("w.ascii") or fonts.get("w.hAnsi") or "") if fonts is not None else ""
        text = readable(text, font).replace("\u00ad", "").replace("\u2011", "-")
        raised = found("w.vertAlign")
        if raised is not None and raised.get("w.val") == "superscript":
            text = text.translate(SUPERSCRIPT)
        if on(found("w.vanish")):
            self.story.aside("hidden", text)
            return
        if on(found("w.strike")) or on(found("w.dstrike")):
            self.story.aside("struck", text)
            return
        self.words.sizes[(number(found("w.sz")) or _USUAL_SIZE) / 2] += len(text.strip())
        underline = found("w.u")
        language = found("w.lang")
        self.words.pieces.append(
            Run(
                text,
                on(found("w.b")),
                on(found("w.i")),
                underline is not None and underline.get("w.val", "single") != "none",
                on(found("w.caps")),
                _language(language.get("w.val", "") if language is not None else ""),
            )
        )


def _language(code: str) -> str | None:
    start = code[:2].lower()
    return start if start in ("en", "cy") else None


def superscript(count: int, form: str) -> str:
    """The sign of a note, raised: its figure, or its letters where every one of them can be raised."""
    raised = written(count, form).translate(SUPERSCRIPT_SIGNS)
    return raised if raised and not raised.isascii() else str(count).translate(SUPERSCRIPT_SIGNS)


def chosen(alternatives: Element) -> Element:
    """The first alternative that is understood, else the one for programs that understand none."""
    for choice in alternatives.iterfind("mc.Choice"):
        if set(choice.get("Requires", "").split()) <= _UNDERSTOOD:
            return choice
    fallback = alternatives.find("mc.Fallback")
    first = alternatives.find("mc.Choice")
    return fallback if fallback is not None else first if first is not None else Element("nothing")


def unended(root: Element) -> set[Element]:
    """The marks in a part at which a field begins that has no end: all that follows would be its instruction."""
    gone = {mark for tag in GONE for one in root.iter(tag) for mark in one.iter("w.fldChar")}
    begun: list[Element] = []
    for mark in root.iter("w.fldChar"):
        kind = mark.get("w.fldCharType")
        if kind == "begin" and mark not in gone:
            begun.append(mark)
        elif kind == "end" and mark not in gone and begun:
            begun.pop()
    return set(begun)


def deleted_text(element: Element) -> str:
    """The words in something that tracked changes have taken out."""
    return "".join(one.text or "" for one in element.iter() if one.tag in ("w.delText", "w.t"))
