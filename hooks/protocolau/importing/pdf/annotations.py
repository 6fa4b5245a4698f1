"""What is laid over a page of a PDF: words filled in on a form or typed on the page, put among its own words where they
stand, and comments.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from protocolau.importing.packed_files import Unreadable
from protocolau.importing.pdf.grids import Stroke
from protocolau.importing.pdf.page import BREAK, Box, Character, RawPage
from protocolau.importing.pdf.rows import CLOSES

_MOST = 2_000
"""Annotations on a page at the most."""
_LONGEST = 200_000
"""Bytes of the words of one, and characters of all on a page, at the most."""
_MUCH_WORK = 1_000_000
"""Characters times annotations from which on the places of annotations are not sought."""
_USUAL_SIZE = 10.0
_TO_FILL_IN = "._…"
_SPACE: Character = (" ", False, None, 0.0)


@dataclass(frozen=True, slots=True)
class Annotation:
    """Words with the place on which they are laid, or a comment."""

    words: str
    box: Box
    is_comment: bool = False


def annotations(page: RawPage) -> Iterator[Annotation]:
    """The annotations of a page that are seen on it. Boxes to be ticked are ☒ or ☐."""
    import ctypes

    import pypdfium2.raw as raw

    form = page.page.formenv
    unseen = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
    none = {raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP, raw.FPDF_ANNOT_WIDGET}
    for index in range(min(raw.FPDFPage_GetAnnotCount(page.page), _MOST)):
        annotation, rect = raw.FPDFPage_GetAnnot(page.page, index), raw.FS_RECTF()
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        if raw.FPDFAnnot_GetFlags(annotation) & unseen or not raw.FPDFAnnot_GetRect(annotation, ctypes.byref(rect)):
            words = ""
        elif kind == raw.FPDF_ANNOT_WIDGET:
            words = _filled_in(form, annotation) if form else ""
        else:
            words = "" if kind in none else _text(partial(raw.FPDFAnnot_GetStringValue, annotation, b"Contents"))
        raw.FPDFPage_CloseAnnot(annotation)
        if words.strip():
            box = page.as_seen((rect.left, rect.bottom, rect.right, rect.top))
            yield Annotation(words, box, kind not in (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT))


def struck_out(page: RawPage) -> Iterator[Stroke]:
    """The lines of annotations that strike words out, through the middle of each place that they are laid on."""
    import pypdfium2.raw as raw

    unseen = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
    for index in range(min(raw.FPDFPage_GetAnnotCount(page.page), _MOST)):
        annotation, corners = raw.FPDFPage_GetAnnot(page.page, index), raw.FS_QUADPOINTSF()
        strikes = raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_STRIKEOUT
        places = range(min(raw.FPDFAnnot_CountAttachmentPoints(annotation), _MOST)) if strikes else ()
        for place in places if not raw.FPDFAnnot_GetFlags(annotation) & unseen else ():
            if raw.FPDFAnnot_GetAttachmentPoints(annotation, place, corners):
                across = [corners.x1, corners.x2, corners.x3, corners.x4]
                up = [corners.y1, corners.y2, corners.y3, corners.y4]
                left, bottom, right, top = page.as_seen((min(across), min(up), max(across), max(up)))
                yield left, (bottom + top) / 2, right, (bottom + top) / 2
        raw.FPDFPage_CloseAnnot(annotation)


def _filled_in(form: Any, field: Any) -> str:
    """What a field of a form shows."""
    import pypdfium2.raw as raw

    kind = raw.FPDFAnnot_GetFormFieldType(form, field)
    if kind in (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON):
        return "☒" if raw.FPDFAnnot_IsChecked(form, field) else "☐"
    if kind in (raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX):
        places = range(max(raw.FPDFAnnot_GetOptionCount(form, field), 0))
        chosen = [place for place in places if raw.FPDFAnnot_IsOptionSelected(form, field, place)]
        if chosen:
            return ", ".join(_text(partial(raw.FPDFAnnot_GetOptionLabel, form, field, place)) for place in chosen)
    elif kind != raw.FPDF_FORMFIELD_TEXTFIELD:
        return ""
    return _text(partial(raw.FPDFAnnot_GetFormFieldValue, form, field))


def _text(get: Callable[[Any, int], int]) -> str:
    """A text of the library's, which says how long it is before it gives it."""
    import ctypes

    length = min(get(None, 0), _LONGEST)
    words = (ctypes.c_ushort * (length // 2 + 1))()
    get(words, length)
    return bytes(words).decode("utf-16-le", "replace").partition("\0")[0]


def with_annotations(characters: Sequence[Character], laid: Sequence[Annotation]) -> list[Character]:
    """The characters of a page with words that are laid on it: behind those at their left, before those at their right,
    or below what stands above them. Raises Unreadable where these are very many.
    """
    made = list(characters)
    if sum(len(annotation.words) for annotation in laid) > _LONGEST:
        raise Unreadable("the PDF holds more text than any protocol", "take out the protocol")
    if len(made) * len(laid) > _MUCH_WORK:
        signs = [one for annotation in laid for one in ("\n", *" ".join(annotation.words.split()))]
        return made + [(one, False, None if one.isspace() else laid[0].box, _USUAL_SIZE) for one in signs]
    for annotation in sorted(laid, key=lambda one: (-one.box[3], one.box[0])):
        for line, words in enumerate(lines := annotation.words.split("\r")):
            left, bottom, right, top = annotation.box
            step = (top - bottom) / len(lines)
            _put(made, " ".join(words.split()), (left, top - (line + 1) * step, right, top - line * step))
    return made


def _put(characters: list[Character], words: str, box: Box) -> None:
    """Puts words among characters, as such of the line that they stand on."""
    level = [(place, one[2], one[3]) for place, one in enumerate(characters) if one[2] and _is_level(one[2], box)]
    left = [(other[2], place) for place, other, _ in level if other[0] < box[0]]
    right = [(other[0], place) for place, other, _ in level if other[0] >= box[0]]
    size = level[0][2] if level else _USUAL_SIZE
    bottom, top = (level[0][1][1], level[0][1][3]) if level else (max(box[1], box[3] - size), box[3])
    start = box[0]
    if left:
        place = _behind_a_line(characters, max(left)[1] + 1)
        start = max(start, *(other[2] for at, other, _ in level if at < place))
        begins = [_SPACE]
        if characters[place : place + 1] and characters[place][0] == " ":
            place, begins = place + 1, []
        ends = [] if place < len(characters) and characters[place][0] in CLOSES else [_SPACE]
    elif right:
        place, begins, ends = min(right)[1], [BREAK], [_SPACE]
    else:
        place, begins, ends = _below(characters, box), [BREAK], [BREAK]
    characters[place:place] = [*begins, *_characters(words, (start, bottom, box[2], top), size), *ends]


def _behind_a_line(characters: Sequence[Character], place: int) -> int:
    """Where a line to be filled in ends, which words may be laid on, if one goes on at a place."""
    ends = (at for at in range(place, len(characters)) if characters[at][0] not in _TO_FILL_IN)
    return next(ends, len(characters))


def _is_level(one: Box, box: Box) -> bool:
    """Whether a character stands on the line of an annotation: the middle of either is within the other."""
    return one[1] <= (box[1] + box[3]) / 2 <= one[3] or box[1] <= (one[1] + one[3]) / 2 <= box[3]


def _below(characters: Sequence[Character], box: Box) -> int:
    """The place of an annotation that stands on a line of its own: behind the lowest line above it, or before all."""
    above = [
        (one[2][1], -place)
        for place, one in enumerate(characters)
        if one[2] and one[2][1] >= (box[1] + box[3]) / 2 and one[2][0] < box[2] and one[2][2] > box[0]
    ]
    if not above:
        return 0
    start = -min(above)[1]
    ends = (place for place in range(start, len(characters)) if characters[place][0] in "\r\n")
    return next(ends, len(characters))


def _characters(words: str, box: Box, size: float) -> Iterator[Character]:
    """Words as characters that stand beside each other in a place."""
    left, bottom, right, top = box
    width = max(min((right - left) / max(len(words), 1), size), 0.0)
    for place, one in enumerate(words):
        start = left + place * width
        yield one, False, None if one == " " else (start, bottom, start + width, top), 0.0 if one == " " else size
