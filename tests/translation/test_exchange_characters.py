"""Every character goes out and comes back, in whichever format."""

import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from protocolau.model.protocol import Version
from protocolau.read.text import without_unwanted
from protocolau.translation.exchange import formats as exchange
from protocolau.translation.exchange.outgoing import OutgoingUnit
from protocolau.translation.memory import MemoryMatch, UnitAddress
from tests.exchange_files import FORMATS, exported

# --- every character


AWKWARD = [
    "=SUM(A1:A9)", "+1", "-1", "@x", "'1", '"quoted"', " before", "after ", "ŵŷâêîôŴŶ", "**bold** *i*", "—–…“”‘’",
    "_x0041_", "_x005F_", "\\n\\t\\", "a\tb", "<b>&amp;</b>", "]]>", "# state: reviewed", "😀", "1.10", "2019-09-25",
    "TRUE", "1e5", "%s %d {0}", "e\u0301", "a\u00a0b", "007", "//x", "#, fuzzy", "msgid \"\"", "\u00a0",
]  # fmt: skip
PRINTABLE = st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Cn", "Co")).filter(without_unwanted)
TEXTS = st.text(PRINTABLE, min_size=1).filter(str.strip) | st.sampled_from(AWKWARD[:-1])
VERSION = Version("aber", "relations", "undated", Path("aber/undated.yml"), "Ti*t\\le\nŵ", "en", ())


@st.composite
def any_entries(draw) -> tuple[OutgoingUnit, ...]:
    """Entries as they may go out, whatever their words."""
    found = []
    for number in range(draw(st.integers(1, 3))):
        state = draw(st.sampled_from(["missing", "draft", "reviewed", "adopted", "stale"]))
        near = MemoryMatch(draw(st.integers(60, 100)), draw(TEXTS), draw(TEXTS), "draft", (UnitAddress("b", "c", "1"),))
        found.append(
            OutgoingUnit(
                unit=f"1.{number} heading",
                source=draw(TEXTS),
                target="" if state == "missing" else draw(TEXTS),
                state=state,
                note=draw(st.none() | TEXTS),
                previous_source=draw(TEXTS) if state == "stale" else None,
                suggestion=near if state in ("missing", "stale") else None,
            )
        )
    return tuple(found)


SAME = MemoryMatch(100, "Barrow", "Barrow", "draft", (UnitAddress("b", "c", "1"),))
"""A suggestion of the very words of the source."""


@pytest.mark.parametrize("format", FORMATS)
@settings(deadline=None)
@example(found=(OutgoingUnit("1", "Barrow", "", "missing", note=None, previous_source=None, suggestion=SAME),))
@given(found=any_entries())
def test_every_character_survives(format, found):
    data = exchange.write(format, found, VERSION, "cy")
    imported = exchange.FORMATS[format].read(data, Path("file"))
    assert (imported.protocol, imported.language) == ("aber/undated", "cy")
    for entry, row in zip(found, imported.units, strict=True):
        offered = entry.target if format == "xlsx" else entry.offered
        assert (row.unit, row.source, row.target) == (entry.unit, entry.source, offered)
        assert row.previous_source == entry.previous_source
        assert (row.note or "").split() == (entry.note or "").split()
        assert row.state == entry.state and not row.changed_since(row.exported)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_texts_survive(format, text):
    entry = OutgoingUnit("1", text, text, "draft", text.strip(), None, None)
    (row,) = exchange.FORMATS[format].read(exchange.write(format, (entry,), VERSION, "cy"), Path("file")).units
    assert (row.source, row.target) == (text, text)
    assert (row.note or "").split() == text.split()


def test_no_cell_is_a_formula(protocols):
    entry = OutgoingUnit("1", "=1+1", '=HYPERLINK("http://example.org")', "draft", "=2+2")
    book = openpyxl.load_workbook(io.BytesIO(exchange.write("xlsx", (entry,), VERSION, "cy")))
    assert {cell.data_type for row in book.active.iter_rows() for cell in row} <= {"s", "n"}


def test_a_spreadsheet_is_laid_out_for_work(protocols):
    sheet = openpyxl.load_workbook(exported(protocols, "xlsx")).active
    heads = [cell.value for cell in sheet[1]]
    assert heads[1:6] == [
        "Unit · Uned",
        "English · Saesneg (en)",
        "Welsh · Cymraeg (cy)",
        "State · Cyflwr",
        "Note · Nodyn",
    ]
    assert sheet.freeze_panes == "A2" and sheet.protection.sheet and not sheet.protection.password
    assert [cell.protection.locked for cell in sheet[2]][:6] == [True, True, True, False, False, False]
    assert all(cell.alignment.wrap_text for row in sheet.iter_rows() for cell in row)
    (states,) = sheet.data_validations.dataValidation
    assert states.sqref == openpyxl.worksheet.cell_range.MultiCellRange("E2:E8") and "reviewed" in states.formula1
