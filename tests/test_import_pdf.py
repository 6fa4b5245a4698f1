"""PDFs as councils publish them: fonts of signs, turned pages, notes at the foot, lists of contents."""

from io import BytesIO

import pikepdf
import pytest

from protocolau.importing.lines import Line, lines_of
from protocolau.importing.reading import read_document
from protocolau.importing.structure.markers import typed_marker
from tests.pdf_files import pdf


def lines(data: bytes) -> list[Line]:
    return list(lines_of(read_document("a.pdf", data).blocks))


def with_sign(font: str, code: str) -> bytes:
    """A PDF of two lines, before the words of which stands a sign of a font that the file says to mean a code."""
    sign = ") Tj ET BT /F2 10 Tf 40 {0} Td (A) Tj ET BT /F1 10 Tf 56 {0} Td ("
    data = pdf(
        [(40, y, f"{sign.format(y)}{words}") for y, words in ((700, "open and honest, and"), (680, "fair to all."))]
    )
    with pikepdf.open(BytesIO(data)) as file:
        made = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name(f"/{font}"))
        meaning = f"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> <{code}> endbfchar"
        made.ToUnicode = pikepdf.Stream(file, f"{meaning} endcmap".encode())
        file.pages[0].Resources.Font.F2 = made
        file.save(saved := BytesIO())
    return saved.getvalue()


@pytest.mark.parametrize(
    ("font", "code"),
    [("ABCDEF+Wingdings-Regular", "00D8"), ("Wingdings", "F0FC"), ("DejaVuSans", "F09F"), ("SymbolMT", "F0B7")],
)
def test_signs_of_fonts_of_signs_before_words_are_bullets(font, code):
    found = [typed_marker(line.text) for line in lines(with_sign(font, code))]
    assert [(marker.kind, words) for marker, words in found if marker] == [
        ("bullet", "open and honest, and"),
        ("bullet", "fair to all."),
    ]


@pytest.mark.parametrize(("font", "code", "shown"), [("SymbolMT", "F0B3", "≥"), ("DejaVuSans", "00D8", "Ø")])
def test_signs_of_other_fonts_are_the_characters_that_they_show(font, code, shown):
    assert [line.text[0] for line in lines(with_sign(font, code))] == [shown, shown]
