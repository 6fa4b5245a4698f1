"""A page of a PDF straight from the library: its characters with their boxes, and the lines ruled on it."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from protocolau.importing.pdf.grids import Stroke
from protocolau.importing.word.symbols import readable

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""
Character = tuple[str, bool, Box | None, float]
"""A character, whether it is bold, its box and its size in points; spaces have neither."""
BREAK: Character = ("\n", False, None, 0.0)
"""The end of a line."""
_Matrix = tuple[float, float, float, float, float, float]
_BOLD = 600
_BOLD_NAME = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_LONGEST_NAME = 128
_OF_SIGNS = ("Wingdings", "Webdings")
_LARGER = 1.15
"""How much larger than most of its page are letters that stand out by their size."""
_MOST_ANGLES = 4000
"""Characters of a page by which it is judged how it is turned."""
_ASLANT = 0.06
"""Quarters of a turn from which on a character does not stand upright."""
_FEWEST_LETTERS, _MUCH = 40, 0.4
"""Letters below which a page says nothing, and the share of it that a picture has to cover to be all that it is."""
_SPACES = {0, 9, 10, 13, 32, 160}
_HYPHEN = 2
"""What the library gives for a hyphen at the end of a line."""
_FIRST_SIGN = 32
_UNKNOWN = re.compile("1{3,}")
_WORD = re.compile(r"(?:(?<!\S)[^\W\d_] )?\S+")
_DEEPEST = 8
_SMALLEST, _LARGEST = 1.5, 8.0
"""Points across a shape that may be a bullet."""
_PLAIN: _Matrix = (1, 0, 0, 1, 0, 0)


class RawPage:
    """One page, turned so that most of its words stand upright: its characters with their boxes, and the lines that are
    ruled on it. Places are counted from its left and its bottom edge as it is then seen.
    """

    def __init__(self, page: Any):
        import ctypes

        import pypdfium2.raw as raw

        self._page, self._raw, self._ctypes = page.raw, raw, ctypes
        self._hold(page, page.get_textpage())
        angles = Counter(self._quarters(index) for index in range(min(self.length, _MOST_ANGLES)))
        self._quarter = max((turn for turn in angles if turn is not None), key=lambda turn: angles[turn], default=0)
        rotation = 90 * (-self._quarter % 4)
        if rotation != page.get_rotation():
            page.set_rotation(rotation)
            self._hold(page, page.get_textpage())
        self._turns = [self._quarters(index) for index in range(self.length)]
        self.width, self.height = page.get_size()
        self._upright = _upright(rotation, page.get_bbox())

    def _hold(self, page: Any, text: Any) -> None:
        """The library closes what nobody holds."""
        self._held, self._text, self.length = (page, text), text.raw, text.count_chars()

    @property
    def page(self) -> Any:
        """The library's own page."""
        return self._held[0]

    def as_seen(self, box: Box) -> Box:
        """A place of the file where it is seen on the page."""
        return _moved_box(box, self._upright)

    def _quarters(self, index: int) -> int | None:
        """By how many quarters a character is turned; None where that is no whole number, or it is no character."""
        if self._raw.FPDFText_GetUnicode(self._text, index) in _SPACES:
            return None
        turns = self._raw.FPDFText_GetCharAngle(self._text, index) / (math.pi / 2)
        return round(turns) % 4 if abs(turns - round(turns)) < _ASLANT else None

    def is_picture(self) -> bool:
        """Whether the page is a picture, of which no word or next to none can be read: a stamp, a number of a page."""
        letters = sum(turn is not None for turn in self._turns)
        return letters < _FEWEST_LETTERS and any(self._pictures())

    def _pictures(self) -> Iterator[Any]:
        """The pictures on it that cover much of it."""
        for picture in self._held[0].get_objects(filter=[self._raw.FPDF_PAGEOBJ_IMAGE]):
            left, bottom, right, top = picture.get_bounds()
            if (right - left) * (top - bottom) > _MUCH * self.width * self.height:
                yield picture

    def unknown(self) -> int:
        """How many characters there are of which the file does not say what they are, three or more together: one
        alone is a bullet.
        """
        told = "".join(str(self._raw.FPDFText_HasUnicodeMapError(self._text, at)) for at in range(self.length))
        return sum(len(run) for run in _UNKNOWN.findall(told))

    def turned(self) -> str:
        """The words that do not stand upright where most do: along an edge, or aslant as a watermark."""
        found = (self._if_turned(index, turn) for index, turn in enumerate(self._turns))
        return " ".join("".join(found).split())

    def _if_turned(self, index: int, turn: int | None) -> str:
        """A character, if it is turned; a space for what is none."""
        code = self._raw.FPDFText_GetUnicode(self._text, index)
        if code in _SPACES or not 0 < code < 0x110000:
            return " "
        return "" if turn == self._quarter else "-" if code == _HYPHEN else chr(code)

    def characters(self) -> Iterator[Character]:
        """Each character that stands upright, whether it is bold or much larger than most, and its box: spaces have
        none.
        """
        double = self._ctypes.c_double
        left, right, bottom, top = double(), double(), double(), double()
        bold, sizes = False, [self._size(index) for index in range(self.length)]
        large = _LARGER * max(counts, key=lambda size: counts[size]) if (counts := Counter(sizes)) else 0.0
        least = list(self._least_of_words(sizes))
        for index in range(self.length):
            code = self._raw.FPDFText_GetUnicode(self._text, index)
            character = chr(code) if 0 < code < 0x110000 else ""
            if not character or character.isspace() or code < _FIRST_SIGN and code != _HYPHEN:
                if character.isspace():
                    yield character if character in "\r\n\t" else " ", bold, None, 0.0
                continue
            if self._turns[index] != self._quarter:
                continue
            font = self._font(index)
            bold = self._is_bold(index, font) or least[index] >= large
            self._raw.FPDFText_GetCharBox(self._text, index, left, right, bottom, top)
            box = _moved_box((left.value, bottom.value, right.value, top.value), self._upright)
            yield _shown(character, font), bold, box, sizes[index]

    def _size(self, index: int) -> float:
        """The size of a character as it is seen: as the file gives it, and as the page is scaled."""
        matrix = self._raw.FS_MATRIX()
        scaled = self._raw.FPDFText_GetMatrix(self._text, index, matrix)
        scale = math.hypot(matrix.c, matrix.d) if scaled else 1.0
        return round(float(self._raw.FPDFText_GetFontSize(self._text, index)) * scale, 1)

    def _least_of_words(self, sizes: Sequence[float]) -> Iterator[float]:
        """For each character the size of the smallest letter of its word: the first of one in small capitals, and one
        that begins a paragraph, are larger than the others. A letter alone goes with the word after it.
        """
        codes = [self._raw.FPDFText_GetUnicode(self._text, index) for index in range(self.length)]
        signs = "".join(" " if code in _SPACES else chr(code) if 0 < code < 0x110000 else "·" for code in codes)
        end = 0
        for word in _WORD.finditer(signs):
            yield from sizes[end : word.start()]
            end = word.end()
            letters = [sizes[at] for at in range(word.start(), end) if signs[at].isalpha()]
            yield from [min(letters)] * (end - word.start()) if letters else sizes[word.start() : end]
        yield from sizes[end:]

    def _is_bold(self, index: int, font: str) -> bool:
        """Whether a character is bold, by the weight of its font or, where that does not say it, by the font's name."""
        weight: int = self._raw.FPDFText_GetFontWeight(self._text, index)
        return weight >= _BOLD or _BOLD_NAME.search(font) is not None

    def _font(self, index: int) -> str:
        """The name of a character's font, without the letters that say that the file holds a part of it."""
        name, flags = self._ctypes.create_string_buffer(_LONGEST_NAME), self._ctypes.c_int()
        self._raw.FPDFText_GetFontInfo(self._text, index, name, _LONGEST_NAME, flags)
        return str(name.value.decode("utf-8", "replace")).rpartition("+")[2]

    def strokes(self) -> Iterator[Stroke]:
        """Every straight line across or down, the edges of filled shapes among them."""
        for shape, matrix in self._shapes():
            yield from self._edges(shape, matrix)

    def dots(self) -> Iterator[Box]:
        """The boxes of shapes that are as small as bullets, and as wide as they are high."""
        single = self._ctypes.c_float
        left, bottom, right, top = single(), single(), single(), single()
        for shape, matrix in self._shapes(whole=False):
            self._raw.FPDFPageObj_GetBounds(shape, left, bottom, right, top)
            box = _moved_box((left.value, bottom.value, right.value, top.value), matrix)
            width, height = box[2] - box[0], box[3] - box[1]
            if min(width, height) >= _SMALLEST and max(width, height) <= _LARGEST and abs(width - height) <= 1:
                yield box

    def _shapes(self, whole: bool = True) -> Iterator[tuple[Any, _Matrix]]:
        """Every shape that is seen, with what moves its points (`whole`), or its box, to their places."""
        count = self._raw.FPDFPage_CountObjects(self._page)
        raw, start = self._raw, self._upright
        waiting = [(raw.FPDFPage_GetObject(self._page, index), start, 0) for index in reversed(range(count))]
        while waiting:
            shape, outer, depth = waiting.pop()
            kind = raw.FPDFPageObj_GetType(shape)
            if kind == raw.FPDF_PAGEOBJ_PATH and self._is_seen(shape):
                yield shape, _within(outer, self._matrix(shape)) if whole else outer
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inner, count = _within(outer, self._matrix(shape)), raw.FPDFFormObj_CountObjects(shape)
                waiting += [
                    (raw.FPDFFormObj_GetObject(shape, index), inner, depth + 1) for index in reversed(range(count))
                ]

    def _matrix(self, shape: Any) -> _Matrix:
        found = self._raw.FS_MATRIX()
        if not self._raw.FPDFPageObj_GetMatrix(shape, found):
            return _PLAIN
        return found.a, found.b, found.c, found.d, found.e, found.f

    def _is_seen(self, shape: Any) -> bool:
        """Whether a shape is filled or drawn, and does not only cut others off."""
        filled, drawn = self._ctypes.c_int(), self._ctypes.c_int()
        self._raw.FPDFPath_GetDrawMode(shape, filled, drawn)
        return bool(filled.value or drawn.value)

    def _edges(self, shape: Any, matrix: _Matrix) -> Iterator[Stroke]:
        """The straight edges of a shape that go across or down."""
        raw, x, y = self._raw, self._ctypes.c_float(), self._ctypes.c_float()
        first = last = (0.0, 0.0)
        for index in range(raw.FPDFPath_CountSegments(shape)):
            segment = raw.FPDFPath_GetPathSegment(shape, index)
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            point = _moved((x.value, y.value), matrix)
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind == raw.FPDF_SEGMENT_MOVETO:
                first = point
            elif kind == raw.FPDF_SEGMENT_LINETO:
                yield from _straight(last, point)
            last = point
            if raw.FPDFPathSegment_GetClose(segment):
                yield from _straight(last, first)


def _shown(character: str, font: str) -> str:
    """A character as it is seen: that of a font of signs, and one of the private use area, which is taken for such a
    font's where the file has put another in its place.
    """
    private = "\uf020" <= character <= "\uf0ff"
    if font.startswith(_OF_SIGNS) and ord(character) < 0x100 or private and not font.startswith("Symbol"):
        return (
            "•" if character == "\uf0b7" else readable(character, font if font.startswith(_OF_SIGNS) else "Wingdings")
        )
    return readable(character, "Symbol") if private else character


def _within(outer: _Matrix, inner: _Matrix) -> _Matrix:
    """What moves a point by one matrix and then by that around it."""
    a, b, c, d, e, f = inner
    start = _moved((e, f), outer)
    return (
        a * outer[0] + b * outer[2], a * outer[1] + b * outer[3],
        c * outer[0] + d * outer[2], c * outer[1] + d * outer[3], *start,
    )  # fmt: skip


def _moved(point: tuple[float, float], matrix: _Matrix) -> tuple[float, float]:
    (x, y), (a, b, c, d, e, f) = point, matrix
    return a * x + c * y + e, b * x + d * y + f


def _moved_box(box: Box, matrix: _Matrix) -> Box:
    (x, y), (x2, y2) = _moved(box[:2], matrix), _moved(box[2:], matrix)
    return min(x, x2), min(y, y2), max(x, x2), max(y, y2)


def _upright(rotation: int, edges: Box) -> _Matrix:
    """What moves a place of the file to where it is seen on the page, counted from the page's edges."""
    left, bottom, right, top = edges
    return {
        0: (1, 0, 0, 1, -left, -bottom),
        90: (0, -1, 1, 0, -bottom, right),
        180: (-1, 0, 0, -1, right, top),
        270: (0, 1, -1, 0, top, -left),
    }[rotation]


def _straight(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Stroke]:
    """The line between two points, where it goes across or down."""
    if (abs(one[0] - other[0]) <= 1) != (abs(one[1] - other[1]) <= 1):
        yield min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])
