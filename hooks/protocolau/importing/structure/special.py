"""What of a document is no clause: its title, its control table, lines of adoption and of signature, its preamble."""

import re
from collections.abc import Iterator
from itertools import takewhile

from protocolau.importing.characters import SIGNS_OF_NOTES
from protocolau.importing.lines import Aside
from protocolau.importing.structure.date_words import CONTROL
from protocolau.importing.structure.draft import Draft
from protocolau.importing.structure.entries import OF_A_FORM, OPENING
from protocolau.importing.structure.facts import SHORT, DocumentFacts, is_dated, labelled, with_dates
from protocolau.importing.structure.own_name import OwnName
from protocolau.language.marks import plain
from protocolau.language.recognition import language_of
from protocolau.read.written_dates import DATE

_SIGNED = re.compile(
    r"^\W*(?:signed|date of next review|dyddiad yr adolygiad nesaf|signature|llofnod\w*|name|enw|date|dyddiad|"
    r"position|swydd)\b.*(?:[.…_]{3,}|:\s*$)|"
    r"^\W*(?:(?:vice[- ]|is-?)?chair(?:man|woman|person)?|clerk|mayor|cadeirydd|clerc|maer)\b[^.…_]{0,40}[.…_]{5,}",
    re.IGNORECASE,
)
_LINKED = re.compile(
    r"(?:linked|related|associated) (?:policies|documents)|polisïau cysylltiedig|dogfennau cysylltiedig", re.IGNORECASE
)
_APPENDICES = {"appendix", "annex", "annexe", "atodiad", "schedule", "atodlen"}
_APPENDIX = re.compile(r"^\W*(?:appendix|annexe?|atodiad)\b", re.IGNORECASE)
_OTHER_LANGUAGE = re.compile(
    r"ar gael yn gymraeg|available in (?:welsh|english)|ar gael yn saesneg|yn y gymraeg hefyd", re.IGNORECASE
)
_DEEPEST = 12


def special(body: list[Draft]) -> tuple[list[Draft], DocumentFacts, list[Aside]]:
    """The provisions with their kinds, what the document says of itself, and numbers without words, set aside."""
    bare: list[Aside] = []
    body = _shallow(_without_empty(body, bare))
    language = language_of(" ".join(word for one in body for inner in one.walk() for word in inner.words()))
    body = _titled(body)
    own = OwnName.of((*(one.text for one in body if one.kind == "title"), _title(body)))
    for one in [inner for outer in body for inner in outer.walk()]:
        _name(one, language, own)
    body = _preamble(_signed(_lifted(_extract(body))))
    for one in [inner for outer in body for inner in outer.walk()]:
        _level_lead_ins(one)
    facts = DocumentFacts(language=language, title=_title(body))
    for one in labelled(inner for outer in body for inner in _own_provisions(outer)):
        facts = with_dates(facts, one, own)
    return body, facts, bare


def _own_provisions(one: Draft) -> Iterator[Draft]:
    """A provision and all inside it, without lists of other documents."""
    if one.kind != "linked-policies":
        yield one
        for inner in (*one.items, *one.provisions):
            yield from _own_provisions(inner)


def _shallow(provisions: list[Draft], depth: int = 0) -> list[Draft]:
    """The provisions, with what is nested deeper than anything printed brought up beside what holds it."""
    made: list[Draft] = []
    for one in provisions:
        one.items, one.provisions = _shallow(one.items, depth + 1), _shallow(one.provisions, depth + 1)
        made.append(one)
        if depth >= _DEEPEST:
            made += [*one.items, *one.provisions]
            one.items, one.provisions = [], []
    return made


def _without_empty(provisions: list[Draft], bare: list[Aside]) -> list[Draft]:
    kept = []
    for one in provisions:
        one.items, one.provisions = _without_empty(one.items, bare), _without_empty(one.provisions, bare)
        if one.empty:
            bare.append(Aside("number without words", one.number, one.place, one.page))
        else:
            kept.append(one)
    return kept


def _titled(body: list[Draft]) -> list[Draft]:
    """The short lines before the first provision become titles."""
    found: list[Draft] = []
    index = 0
    while index < len(body) and index < 6:
        one = body[index]
        dated = is_dated(one, OwnName()) and not _is_dated_title(plain(one.text or one.heading))
        if one.rows or one.kind or one.number or dated:
            if one.rows and index < 2 or dated:
                found.append(one)
                index += 1
                continue
            break
        alone = not one.items and not one.provisions
        words = one.heading or one.text
        if found and OPENING.match(words) and " " not in words:
            break
        if alone and not (one.heading and one.text) and len(words) <= SHORT and not re.search(r"[:;.]$", words):
            found.append(_as_title(one))
        elif one.heading and not any(inner.kind == "title" for inner in found) and _only_heading(body, index):
            found.append(Draft(kind="title", text=one.heading, place=one.place, page=one.page))
            rest = [Draft(text=one.text, place=one.place, page=one.page)] if one.text else []
            if rest:
                rest[0].items = one.items
            return [*found, *rest, *([] if rest else one.items), *one.provisions, *body[index + 1 :]]
        else:
            break
        index += 1
    return [*found, *body[index:]]


def _is_dated_title(words: str) -> bool:
    """Whether words are a title with the day of its adoption behind it."""
    title = _AND_DATED.sub("", words)
    return title != words and _TELLING.search(title) is not None and not _TELLS_LITTLE.fullmatch(title)


def _as_title(one: Draft) -> Draft:
    """A short line as a title, or as a notice that the document is there in the other language too."""
    words = one.text or one.heading
    kind = "notice" if _OTHER_LANGUAGE.search(words) else "title"
    return Draft(kind=kind, text=words, place=one.place, page=one.page)


def _only_heading(body: list[Draft], index: int) -> bool:
    """Whether a heading holds the whole rest of the document, as a title does."""
    one = body[index]
    numbered = bool(one.provisions) and one.provisions[0].number.rstrip(".") == "1"
    return (
        numbered
        or index == len(body) - 1
        and len(one.provisions) > 1
        and any(inner.heading for inner in one.provisions)
    )


_SECTION = re.compile(r"(?:section|adran)\b\D*(\d+)", re.IGNORECASE)


def _extract(body: list[Draft]) -> list[Draft]:
    """In an extract of a constitution the one section's number, printed again and again, is a part of its headings."""
    sections = [one for outer in body for one in outer.walk() if _SECTION.match(one.number) and one.heading]
    if len({_SECTION.match(one.number)[1] for one in sections}) == 1 and _SECTION.match(sections[0].number)[1] != "1":  # type: ignore[index]
        for one in sections:
            one.heading, one.number = f"{one.number} {one.heading}", ""
    return body


_BEFORE = {"title", "notice", "control", "adoption", "review", "contents"}


def _preamble(body: list[Draft]) -> list[Draft]:
    """Words that stand between the title and the first heading or number."""
    start = next((index for index, one in enumerate(body) if one.kind not in _BEFORE), len(body))
    end = next(
        (index for index, one in enumerate(body) if index >= start and (one.heading or one.number or one.kind)),
        len(body),
    )
    if start in (0, end) or end == len(body):
        return body
    opening = Draft(kind="preamble", provisions=body[start:end], place=body[start].place, page=body[start].page)
    return [*body[:start], opening, *body[end:]]


def _level_lead_ins(one: Draft) -> None:
    """Where lists with lead-ins of their own stand under one heading, the first is no nearer to it than the rest."""
    others = [inner for inner in one.provisions if inner.text.endswith(":") and inner.items and not inner.heading]
    if one.heading and one.text.endswith(":") and one.items and others:
        first = Draft(text=one.text, items=one.items, place=one.place, page=one.page)
        one.text, one.items, one.provisions = "", [], [first, *one.provisions]


def _lifted(body: list[Draft]) -> list[Draft]:
    """Lines of adoption, of signature and tables of review at the very end, before any notes, belong to no clause."""
    ends: list[Draft] = []
    notes = list(takewhile(lambda one: _NOTE.match(one.text), reversed(body)))[::-1]
    body = body[: len(body) - len(notes)]
    while body:
        owner, one = None, body[-1]
        while one.provisions:
            owner, one = one, one.provisions[-1]
        if owner is None or one.kind not in ("adoption", "field", "control", "review"):
            break
        owner.provisions.pop()
        ends.insert(0, one)
    return [*body, *ends, *notes]


def _signed(body: list[Draft]) -> list[Draft]:
    """Neighbouring lines of signature as one."""
    made: list[Draft] = []
    for one in body:
        if one.kind == "field" and made and made[-1].kind == "signature":
            made[-1].provisions.append(one)
        elif one.kind == "field":
            made.append(Draft(kind="signature", provisions=[one], place=one.place, page=one.page))
        else:
            made.append(one)
    return made


def _name(one: Draft, language: str | None, own: OwnName) -> None:
    """Gives a provision its kind, where its words say what it is."""
    words = plain(one.heading or one.text)
    if one.kind:
        pass
    elif _names_appendix(one.number) or (one.heading and _APPENDIX.match(words) and one.provisions):
        one.kind = "appendix"
    elif one.rows and _is_control(one):
        one.kind = "review" if _all_reviews(one) else "control"
    elif not one.number and not one.items and not one.provisions and not one.rows:
        if is_dated(one, own):
            one.kind = "adoption"
        elif _SIGNED.search(words):
            one.kind = "field"
    elif one.heading and not one.number and _LINKED.fullmatch(words.strip(" :")):
        one.kind = "linked-policies"
    spoken = language_of(" ".join(map(plain, one.words()))) if len(words.split()) > 4 else None
    if spoken and language and spoken != language:
        one.language = spoken


def _names_appendix(number: str) -> bool:
    """Whether a number as printed is that of an appendix, whatever stands behind the word."""
    return re.split(r"\W", number.lower(), maxsplit=1)[0] in _APPENDICES


def _is_control(one: Draft) -> bool:
    firsts = [plain(row[0].text) for row in one.rows if len(row) > 1]
    return len(firsts) > 1 and sum(bool(CONTROL.search(first)) and len(first) < 50 for first in firsts) >= 0.6 * len(
        firsts
    )


def _all_reviews(one: Draft) -> bool:
    return all(
        re.search(r"review|approved|adolyg|cymeradwy|adopted", plain(row[0].text), re.IGNORECASE) for row in one.rows
    )


_COUNCIL = re.compile(r"council$|^cyngor\b", re.IGNORECASE)
"""A title that is a council's name."""


_TELLING = re.compile(
    r"protocol|code|policy|cod\b|polisi|procedure|trefn|rules|scheme of delegation|standing orders|terms of reference|"
    r"cynllun dirprwyo|rheolau sefydlog|cylch gorchwyl",
    re.IGNORECASE,
)
_TELLS_LITTLE = re.compile(
    r"\W*\w+\W*|.*\b(?:policies|procedures|protocols|codes|polisïau|gweithdrefnau|protocolau|codau)\W*|"
    r"(?:policy|polisi) (?:number|no|ref\w*|title|name|rhif|teitl)\b.*",
    re.IGNORECASE,
)
"""A title that is of many documents: a single word, several kinds, the head of a form."""
_LONGEST_TITLE = 90
_LABEL = re.compile(r"(?:(?:document|policy) )?(?:title|name|teitl|enw)\s*:\s*(?=\w)", re.IGNORECASE)
"""What a form prints before a title."""
_AND_DATED = re.compile(r"\W*(?:\(|[–—|,-]\s)\s*(?:adopted|approved|ratified|[mf]abwysi|cymeradwy).*", re.IGNORECASE)
"""What says behind a title when the document was adopted."""


def _title(body: list[Draft]) -> str:
    """The title by which the document is known: of its titles, and the headings that hold all the rest, as those of a
    part of a constitution do, the one that says what it is, and most."""
    said = [_AND_DATED.sub("", _LABEL.sub("", plain(one.text))) for one in body if one.kind == "title"]
    titles = [one for one in said if not OF_A_FORM.fullmatch(one) and DATE.sub("", one).strip(" .,()")]
    telling = sorted(
        filter(_TELLING.search, [*titles, *_headings_of_all(body)]), key=lambda one: bool(_TELLS_LITTLE.fullmatch(one))
    )
    if telling and _TELLS_LITTLE.fullmatch(telling[0]):  # what stands inside "Codes and Protocols" says which it is
        inside = [one for one in _headings_of_all(body) if not _TELLS_LITTLE.fullmatch(one) and not OPENING.match(one)]
        telling = [*inside[-1:], *telling]
    telling = telling or list(filter(_TELLING.search, _lines_before(body)))
    over_all = [plain(one.heading) for one in _holding_all(body) if not one.number and not OPENING.match(one.heading)]
    own = [one for one in [*titles, *over_all] if one and not _COUNCIL.search(one)]
    numbered = [plain(one.heading) for one in _holding_all(body) if one.heading]
    return (telling or own or titles or [*_first_headings(body), *numbered, ""])[0]


def _first_headings(body: list[Draft]) -> Iterator[str]:
    """Headings by which a document without a title may be known: that of the part which it appends, as a report does,
    or the first that has no number and heads no first section.
    """
    headed = [one for one in body if one.heading]
    yield from filter(_TELLING.search, (plain(one.heading) for one in headed if one.kind == "appendix"))
    first = plain(headed[0].heading) if headed else ""
    if first and not OPENING.match(first) and not body[0].number:
        yield first


def _lines_before(body: list[Draft]) -> Iterator[str]:
    """The short lines that stand between the titles and the text, and are no sentences."""
    opening = next((one for one in body if one.kind == "preamble"), Draft())
    words = (plain(one.text) for one in opening.provisions if not one.items)
    yield from (one for one in words if 0 < len(one) <= _LONGEST_TITLE and not re.search(r"[.:;,]$|://", one))


_NOTE = re.compile(rf"[{SIGNS_OF_NOTES}]+ ")
"""The sign before the words of a note."""


def _headings_of_all(body: list[Draft]) -> Iterator[str]:
    """The headings from the outside in that each hold the whole rest of the document, but what stands behind it."""
    for one in _holding_all(body):
        yield from filter(None, [plain(one.heading)])
        yield from _headings_of_all(one.provisions)


def _holding_all(body: list[Draft]) -> list[Draft]:
    """The one provision that holds the whole rest of the document; none where several do."""
    holding = [one for one in body if one.kind not in {*_BEFORE, "preamble"} and not _stands_behind(one)]
    if len(holding) > 1 and holding[0].empty_inside and holding[0].heading.lower() == holding[1].heading.lower():
        holding.pop(0)  # the page said before the document did what it is
    return holding if len(holding) == 1 and holding[0].provisions else []


def _stands_behind(one: Draft) -> bool:
    """Whether a provision is an appendix or a note, or says when the document was adopted or is signed."""
    appended = one.kind == "appendix" or _names_appendix(one.number)
    return appended or _NOTE.match(one.text) is not None or one.kind == "field" or is_dated(one, OwnName())
