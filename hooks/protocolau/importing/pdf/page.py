"""A page of a PDF as the library tells of it: its characters, and the lines that are drawn on it."""

import ctypes
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from protocolau.importing.pdf.ruled_tables import Rule, rules_of

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the lower left corner of the page."""
_BOLD = 600
_BOLD_NAME = re.compile(rb"bold|black|heavy|demi(?!ng)", re.IGNORECASE)
_HYPHEN = "\x02"
"""What the library gives for a hyphen at the end of a line."""
_LONGEST_NAME = 128
_SMALLEST_BULLET, _LARGEST_BULLET = 1.5, 8.0
"""Points across."""
_MOST_SEGMENTS = 400
"""Segments of a path above which it is a drawing."""


class Character(NamedTuple):
    """A character of a page."""

    text: str
    bold: bool
    size: float
    """Of its letters, as the file gives it: to be compared with that of others."""
    box: Box | None
    """Where it stands; spaces and ends of lines have none."""


class PdfPage:
    """A page of an open document of pypdfium2."""

    def __init__(self, page: Any):
        import pypdfium2.raw as raw

        self._page, self._text, self._raw = page, page.get_textpage(), raw
        self.width: float = page.get_width()
        self.height: float = page.get_height()
        self.length: int = self._text.count_chars()

    def characters(self) -> Iterator[Character]:
        """Each character, in the order of the file."""
        double = ctypes.c_double
        left, right, bottom, top = double(), double(), double(), double()
        bold, size = False, 0.0
        for index in range(self.length):
            code = self._raw.FPDFText_GetUnicode(self._text.raw, index)
            character = chr(code) if 0 < code < 0x110000 else ""
            if not character or character in "\r\n\t ":
                if character:
                    yield Character(character, bold, size, None)
                continue
            bold, size = self._is_bold(index), self._raw.FPDFText_GetFontSize(self._text.raw, index)
            self._raw.FPDFText_GetCharBox(self._text.raw, index, left, right, bottom, top)
            box = (left.value, bottom.value, right.value, top.value)
            yield Character("-" if character == _HYPHEN else character, bold, size, box)

    def _is_bold(self, index: int) -> bool:
        """Whether a character is bold, by the weight of its font or, where that does not say it, by the font's name."""
        if self._raw.FPDFText_GetFontWeight(self._text.raw, index) >= _BOLD:
            return True
        name, flags = ctypes.create_string_buffer(_LONGEST_NAME), ctypes.c_int()
        self._raw.FPDFText_GetFontInfo(self._text.raw, index, name, _LONGEST_NAME, flags)
        return _BOLD_NAME.search(name.value) is not None

    def rules(self) -> Iterator[Rule]:
        """The level and upright lines that are drawn on the page, and the sides of thin boxes."""
        for drawn in self._drawn():
            if self._raw.FPDFPath_CountSegments(drawn.raw) <= _MOST_SEGMENTS:
                for points in self._subpaths(drawn):
                    yield from rules_of(points)

    def bullets(self) -> Iterator[Box]:
        """Where small dots and squares are drawn, which some programs put before an item in place of a character."""
        for drawn in self._drawn():
            left, bottom, right, top = drawn.get_bounds()
            if all(_SMALLEST_BULLET < size < _LARGEST_BULLET for size in (right - left, top - bottom)):
                yield left, bottom, right, top

    def _drawn(self) -> Iterator[Any]:
        yield from self._page.get_objects(filter=[self._raw.FPDF_PAGEOBJ_PATH], max_depth=1)

    def _subpaths(self, drawn: Any) -> Iterator[list[tuple[float, float]]]:
        """The points of each part of a path, the first again at the end of one that is closed. Curves are left out."""
        matrix, x, y = drawn.get_matrix(), ctypes.c_float(), ctypes.c_float()
        points: list[tuple[float, float]] = []
        for index in range(self._raw.FPDFPath_CountSegments(drawn.raw)):
            segment = self._raw.FPDFPath_GetPathSegment(drawn.raw, index)
            self._raw.FPDFPathSegment_GetPoint(segment, x, y)
            point = matrix.on_point(x.value, y.value)
            if self._raw.FPDFPathSegment_GetType(segment) != self._raw.FPDF_SEGMENT_LINETO:
                yield points
                points = []
            points.append(point)
            if self._raw.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        yield points
