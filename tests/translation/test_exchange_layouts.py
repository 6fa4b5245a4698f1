"""What programs write otherwise costs no word and changes none: letters, line ends, codes, segments."""

import re
from pathlib import Path
from unicodedata import normalize

import openpyxl
import polib
import pytest

from tests.exchange_files import (
    FORMATS,
    UNCHANGED,
    exported,
    rewrite,
    run,
    translate,
    version_of,
    welsh,
)
from tests.translation.test_exchange_losses import units

pytestmark = pytest.mark.usefixtures("noted")


# --- letters, spaces, codes


@pytest.mark.parametrize("format", FORMATS)
def test_decomposed_letters_are_no_change_and_are_composed_where_there_is_one(protocols, format):
    rewrite(protocols / "aber" / "undated.yml", "The fifth clause.", "The fifth clause of Tŷ Gŵyr.")
    path = exported(protocols, format)
    _decompose(path)
    assert run(protocols, "import", path) == (0, UNCHANGED)
    translate(path, "1.5", normalize("NFD", "Pumed cymal Tŷ Gŵyr."), note=normalize("NFD", "Tŷ"))
    assert run(protocols, "import", path) == (0, "aber undated: changed 1, refused 0\n")
    assert (units(protocols)["1.5"].target, units(protocols)["1.5"].note) == ("Pumed cymal Tŷ Gŵyr.", "Tŷ")
    assert units(protocols)["1.5"].source == "The fifth clause of Tŷ Gŵyr."


def _decompose(path: Path) -> None:
    if path.suffix != ".xlsx":
        path.write_text(normalize("NFD", path.read_text("utf-8")), "utf-8")
        return
    book = openpyxl.load_workbook(path)
    for row in list(book.active.iter_rows())[1:]:
        for cell in row:
            if isinstance(cell.value, str):
                cell.value = normalize("NFD", cell.value)
    book.save(path)


def test_a_pretty_printed_file_is_no_change(protocols):
    path = exported(protocols, "xliff")
    for tag in ("source", "target", "note", "mrk"):
        text = path.read_text("utf-8")
        path.write_text(re.sub(rf"(<{tag}\b[^/>]*>)(.*?)(</{tag}>)", r"\1\n      \2\n    \3", text), "utf-8")
    assert run(protocols, "import", path) == (0, UNCHANGED)
    translate(path, "1.1", "\n        Y cyntaf\n        oll.\n      ")
    run(protocols, "import", path)
    assert units(protocols)["1.1"].target == "Y cyntaf oll."


@pytest.mark.parametrize("written", ["Y cyntaf_x000D_\noll.", "Y cyntaf_x000d__x000A_oll._x000D_\n", "Y cyntaf\noll."])
def test_a_carriage_return_of_a_spreadsheet_is_decoded(protocols, written):
    path = exported(protocols, "xlsx")
    translate(path, "1.1", written)
    assert run(protocols, "import", path)[0] == 0
    assert units(protocols)["1.1"].target == "Y cyntaf oll."


CODES = {
    'Y <bpt id="1">&lt;b&gt;</bpt>cyntaf<ept id="1">&lt;/b&gt;</ept>.': "Y cyntaf.",
    'Y cyntaf<ph id="1">{1}<sub>is</sub></ph>.': "Y cyntaf.",
    'Y <it id="1" pos="open">[i]</it>cyntaf<x id="2"/>.': "Y cyntaf.",
    'Y <mrk mtype="x-sdl-deleted">trydydd </mrk><mrk mtype="x-sdl-added">cyntaf</mrk>.': "Y cyntaf.",
    'Y <g id="1">cyntaf</g>.': "Y cyntaf.",
    'Y <bpt id="1">**</bpt>cyntaf<ept id="1">**</ept>.': "Y **cyntaf**.",
    'Y<x id="1" ctype="lb"/>cyntaf<ph id="2">&lt;br/&gt;</ph>oll.': "Y cyntaf oll.",
    'Y <ph id="1" ctype="lb">[n]</ph> cyntaf.': "Y cyntaf.",
    'Y cyntaf.</mrk><mrk mid="2" mtype="seg">Yr ail.': "Y cyntaf. Yr ail.",
    'Y cyntaf.</mrk> <mrk mid="2" mtype="seg">Yr ail.': "Y cyntaf. Yr ail.",
    'Y cyntaf/</mrk><mrk mid="2" mtype="seg">yr ail.': "Y cyntaf/yr ail.",
}


@pytest.mark.parametrize("inside", CODES)
def test_the_codes_of_a_program_are_no_words(protocols, inside):
    path = exported(protocols, "xliff")
    rewrite(path, '<mrk mid="1" mtype="seg">Cyntaf.</mrk>', f'<mrk mid="1" mtype="seg">{inside}</mrk>')
    assert run(protocols, "import", path)[0] == 0
    assert units(protocols)["1.1"].target == CODES[inside]


def test_gettexts_own_layout_is_no_change(protocols):
    path = exported(protocols, "po")
    polib.pofile(str(path), wrapwidth=78).save(str(path), newline="\r\n")
    assert run(protocols, "import", path) == (0, UNCHANGED)


@pytest.mark.parametrize("number", ["\\{:o}", "\\x{:02x}", "\\x{:02X}"])
def test_letters_that_gettext_writes_by_their_numbers_are_letters(protocols, number):
    rewrite(protocols / "aber" / "undated.yml", "text: Third.", r"text: Third ‘ŵ’ as in \305.")
    path = exported(protocols, "po")
    _spell_out(path, number)
    assert run(protocols, "import", path) == (0, UNCHANGED)
    path = exported(protocols, "po")
    translate(path, "1.3", r"Tŷ’r ŵyl ym Môn, \305 a’i ôl.", note="Gweler \\305\\265.")
    _spell_out(path, number)
    assert run(protocols, "import", path) == (0, "aber undated: changed 1, refused 0\n")
    unit = units(protocols)["1.3"]
    assert (unit.target, unit.note) == (r"Tŷ’r ŵyl ym Môn, \305 a’i ôl.", "Gweler \\305\\265.")


def _spell_out(path: Path, number: str) -> None:
    """Writes what is no ASCII as `msgcat --escape` does: in texts, and not in comments."""
    lines = path.read_text("utf-8").splitlines()
    spelt = (
        line if line.startswith("#") else re.sub(r"[^\x00-\x7f]", lambda one: _numbers(one[0], number), line)
        for line in lines
    )
    path.write_text("\n".join(spelt) + "\n", "utf-8")


def _numbers(letter: str, number: str) -> str:
    return "".join(number.format(byte) for byte in letter.encode())


@pytest.mark.parametrize("lost", [r"\305", r"\xc5", r"\377\305\265"])
def test_a_number_that_is_no_letter_is_a_letter_lost(protocols, lost):
    path = exported(protocols, "po")
    translate(path, "1.3", "Y trydydd.")
    rewrite(path, "Y trydydd.", f"Y tr{lost}ydydd.")
    code, said = run(protocols, "import", path)
    assert code == 1 and "a letter that was lost" in said
    assert "1.3" not in units(protocols)


def test_line_ends_of_the_old_mac_are_no_hindrance(protocols):
    path = exported(protocols, "po")
    translate(path, "1.3", "Y trydydd.")
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r"))
    assert run(protocols, "import", path) == (0, "aber undated: changed 1, refused 0\n")


@pytest.mark.parametrize("format", ["xliff", "xliff2"])
def test_other_quotation_marks_in_a_source_and_another_code_for_welsh_are_no_hindrance(protocols, format):
    rewrite(protocols / "aber" / "undated.yml", "text: Third.", "text: The Council’s “third” – and last.")
    path = exported(protocols, format)
    translate(path, "1.3", "Y trydydd.")
    rewrite(path, "The Council’s “third” – and last.", "The Council's &quot;third&quot; - and last.")
    rewrite(
        path,
        'anguage="cy"' if format == "xliff" else 'trgLang="cy"',
        'anguage="cym"' if format == "xliff" else 'trgLang="cy_GB"',
    )
    assert run(protocols, "import", path) == (0, "aber undated: changed 1, refused 0\n")
    unit = version_of(protocols).translations["cy"].units["1.3"]
    assert (unit.source, unit.target) == ("The Council’s “third” – and last.", "Y trydydd.")


@pytest.mark.parametrize("format", FORMATS)
def test_a_tab_in_a_translation_is_a_space(protocols, format):
    path = exported(protocols, format)
    translate(path, "1.3", "Y\ttrydydd \t un.", note="Gweler\t1.1.")
    assert run(protocols, "import", path) == (0, "aber undated: changed 1, refused 0\n")
    assert version_of(protocols).translations["cy"].units["1.3"].target == "Y trydydd un."


@pytest.mark.parametrize(
    ("format", "second"),
    [
        ("xliff", '<mrk mid="2" mtype="seg"/>'),
        ("xliff", ""),
        ("xliff2", '<segment id="s2" state="initial"><source>as it is today.</source></segment>'),
        ("xliff2", '<segment id="s2"><source>as it is today.</source><target> </target></segment>'),
    ],
)
def test_a_unit_of_which_a_segment_is_not_translated_is_not_taken_by_half(protocols, format, second):
    path, before = exported(protocols, format), welsh(protocols)
    _cut(path, "Ail, ", second)
    code, said = run(protocols, "import", path)
    assert code == 1 and ": of the 2 segments of '1.2' 1 are translated; translate the rest too" in said
    assert welsh(protocols) == before


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('<target order="2"> fel y mae.</target>', '<target order="1">Yr ail,</target>'),
        ("<target>Yr ail, fel y mae.</target>", "<target/>"),
    ],
)
def test_segments_come_in_the_order_of_the_translation_and_may_be_joined(protocols, first, second):
    path = exported(protocols, "xliff2")
    second = f'<segment id="s2" state="translated"><source>as it is today.</source>{second}</segment>'
    _cut(path, "", second, first)
    assert run(protocols, "import", path) == (0, "aber undated: changed 1, refused 0\n")
    assert version_of(protocols).translations["cy"].units["1.2"].target == "Yr ail, fel y mae."


def _cut(path, target, second, written=None):
    """Cuts the unit 1.2 into two segments, as a program does."""
    text = path.read_text("utf-8")
    if path.suffix == ".xliff":
        start = text.index('<trans-unit id="1.2"')
        cut = re.sub(
            "(?s)<seg-source>.*?</seg-source>.*?<target[^>]*>.*?</target>",
            '<seg-source><mrk mid="1" mtype="seg">Second, </mrk><mrk mid="2" mtype="seg">as it is today.</mrk>'
            f'</seg-source><target state="translated"><mrk mid="1" mtype="seg">{target}</mrk>{second}</target>',
            text[start:],
            count=1,
        )
    else:
        start = text.index('name="1.2"')
        first = (
            f'<segment id="s1" state="translated"><source>Second, </source>{written or f"<target>{target}</target>"}'
        )
        cut = re.sub("(?s)<segment.*?</segment>", f"{first}</segment>{second}", text[start:], count=1)
    path.write_text(text[:start] + cut, "utf-8")
