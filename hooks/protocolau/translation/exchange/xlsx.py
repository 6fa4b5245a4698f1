"""XLSX: one row a unit, for a translator who works in a spreadsheet.

Every row names its protocol and its unit, so that it may be sorted and filtered. What is not the
translator's to change is locked, without a password. Every cell is text: a formula is never written,
and one that comes back is refused. A suggestion stands in columns of its own, and so does the clause of which a
statement is a part.
"""

import errno
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from io import BytesIO
from itertools import islice
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING, Any, cast
from warnings import catch_warnings
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml.etree import SerialisationError
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from protocolau.model.protocol import Version
from protocolau.read.problem import Faulty, Problem, faulty
from protocolau.translation.exchange.displaced import first_displaced
from protocolau.translation.exchange.fingerprint import ExportFingerprint
from protocolau.translation.exchange.incoming import (
    LARGEST,
    IncomingFile,
    IncomingUnit,
    SpoiltRow,
    incoming_file,
    read_rows,
    settled_state,
    source_as_left,
    state_and_note,
    target_as_left,
    unknown_state,
)
from protocolau.translation.exchange.outgoing import OutgoingProtocol, OutgoingUnit, protocol_of
from protocolau.translation.exchange.sheet_cells import any_text, as_written, is_struck, no_text, words_of
from protocolau.translation.exchange.sheet_comments import comments_not_read

if TYPE_CHECKING:  # what a ZipFile may be given; checkers of types alone have this module
    from _typeshed import SizedBuffer, StrPath

STATE_LABELS = {
    "missing": "missing · heb ei gyfieithu",
    "stale": "stale · wedi dyddio",
    "draft": "draft · drafft",
    "reviewed": "reviewed · adolygwyd",
    "adopted": "adopted · mabwysiadwyd",
}
_LANGUAGES = {"en": "English · Saesneg (en)", "cy": "Welsh · Cymraeg (cy)"}
_SOURCE, _TARGET = "source", "target"
_COLUMNS = {
    "protocol": ("Protocol", 14),
    "unit": ("Unit · Uned", 14),
    _SOURCE: ("", 60),
    _TARGET: ("", 60),
    "state": ("State · Cyflwr", 24),
    "note": ("Note · Nodyn", 30),
    "clause": ("Clause · Cymal", 40),
    "previous": ("Translated from · Cyfieithwyd o", 40),
    "nearest": ("Nearest · Agosaf", 40),
    "translation": ("Its translation · Ei gyfieithiad", 40),
    "where": ("How near, where · Pa mor agos, ymhle", 24),
    "exported": ("Exported · Allforiwyd", 10),
}
_LOCKED = {"protocol", "unit", _SOURCE, "clause", "previous", "nearest", "translation", "where", "exported"}
_LONGEST_SHEET, _WIDEST_SHEET, _LONGEST_TEXT = 20_000, 40, 32_000
_SHORT = 40
"""Letters of its words by which a row is called that names no unit."""
_WORDS = ("xl/worksheets/", "xl/sharedStrings")
"""The parts that hold cells and their words; each of the others is held in memory as a thing of its own."""
_MOST_TAGS_OF_WORDS, _MOST_TAGS = 2_000_000, 50_000
_EPOCH = datetime(2000, 1, 1)
_MERGED = re.compile(r'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_TO_BE_READ = frozenset({"clause", "previous", "nearest", "translation", "where", "exported"})
"""Columns that are not the translator's: whatever is in their cells refuses no row."""


def write(protocols: Sequence[OutgoingProtocol], language: str) -> bytes:
    """Writes a workbook, a row for each unit.

    Raises Faulty where a text is too long for a cell, which would cut it off unsaid.
    """
    units = [(unit, one.version) for one in protocols for unit in one.units]
    if len(units) >= _LONGEST_SHEET:
        what = f"{len(units):,} units are too many for a sheet"
        raise faulty(protocols[0].version.path, 1, what, "export PO or XLIFF, or a council at a time")
    for unit, version in units:
        if max(map(len, _values(unit, version).values())) > _LONGEST_TEXT:
            raise faulty(version.path, 1, f"'{unit.unit}' is too long for a cell", "export PO or XLIFF")
    book = Workbook()
    book.properties.created = book.properties.modified = _EPOCH
    sheet = book.worksheets[0]
    sheet.title = protocols[0].version.council[:31] if len(protocols) == 1 else "protocolau"
    _fill_row(sheet, 1, list(_headings(protocols[0].version.language, language).values()))
    for line, (unit, version) in enumerate(units, 2):
        _fill_row(sheet, line, [_values(unit, version)[name] for name in _COLUMNS])
    _lay_out(sheet, len(units) + 1)
    return _packed(book)


def _headings(source: str, target: str) -> dict[str, str]:
    languages = {_SOURCE: _LANGUAGES[source], _TARGET: _LANGUAGES[target]}
    return {name: languages.get(name, heading) for name, (heading, _) in _COLUMNS.items()}


def _values(unit: OutgoingUnit, version: Version) -> dict[str, str]:
    near = unit.suggestion
    return {
        "protocol": protocol_of(version),
        "unit": unit.unit,
        _SOURCE: unit.source,
        _TARGET: unit.target,
        "state": STATE_LABELS[unit.state],
        "note": unit.note or "",
        "clause": unit.clause or "",
        "previous": unit.previous_source or "",
        "nearest": near.source if near else "",
        "translation": near.target if near else "",
        "where": f"{near.likeness}%, {near.places[0]}" if near else "",
        "exported": str(ExportFingerprint.of(unit, unit.target)),
    }


def _fill_row(sheet: Worksheet, line: int, texts: Sequence[str]) -> None:
    """A row of cells that hold their text whatever it looks like."""
    for column, (name, text) in enumerate(zip(_COLUMNS, texts, strict=True), 1):
        cell = sheet.cell(line, column)
        if text:
            cell.value = as_written(text)
            cell.data_type = "s"
        cell.number_format = "@"
        cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.protection = Protection(locked=line == 1 or name in _LOCKED)
        if line == 1:
            cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="DDE6EE")


def _lay_out(sheet: Worksheet, last: int) -> None:
    for column, (name, (_, width)) in enumerate(_COLUMNS.items(), 1):
        dimension = sheet.column_dimensions[get_column_letter(column)]
        dimension.width, dimension.hidden = width, name == "exported"
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.protection.sheet = True
    sheet.protection.autoFilter = sheet.protection.sort = False
    sheet.protection.formatColumns = sheet.protection.formatRows = sheet.protection.formatCells = False
    states = DataValidation(type="list", formula1=f'"{",".join(STATE_LABELS.values())}"', allow_blank=True)
    states.add(f"E2:E{max(last, 2)}")
    sheet.add_data_validation(states)


class _UndatedZipFile(ZipFile):
    """A ZIP file that does not say when it was made: the same workbook is the same bytes."""

    def writestr(
        self,
        zinfo_or_arcname: str | ZipInfo,
        data: "SizedBuffer | str",
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        """Adds a part; how it is packed is not the caller's to say."""
        name = zinfo_or_arcname.filename if isinstance(zinfo_or_arcname, ZipInfo) else zinfo_or_arcname
        super().writestr(ZipInfo(name, (2000, 1, 1, 0, 0, 0)), data, ZIP_DEFLATED)

    def write(
        self,
        filename: "StrPath",
        arcname: "StrPath | None" = None,
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        """Adds a part that was written to a file first."""
        self.writestr(str(arcname or filename), Path(filename).read_bytes())


def _packed(book: Workbook) -> bytes:
    """A workbook as a file, of which each sheet is written to the disk first. Raises OSError where there is no room."""
    packed = BytesIO()
    try:
        ExcelWriter(book, _UndatedZipFile(packed, "w", ZIP_DEFLATED)).save()
    except SerialisationError as error:  # as libxml2 has what the system refuses: IO_ENOSPC
        code = getattr(errno, str(error).removeprefix("IO_"), errno.EIO)
        raise OSError(code, os.strerror(code), gettempdir()) from error
    return packed.getvalue()


def read(data: bytes, path: Path) -> IncomingFile:
    """Reads the units of a workbook's first sheet that has our headings. Raises Faulty where there is none."""
    _refuse_what_is_unsafe(data, path)
    try:
        with catch_warnings(action="ignore"):  # of what it would lose if it were to write
            sheets = load_workbook(BytesIO(data), read_only=True, rich_text=True).worksheets
            ours = [sheet for sheet in sheets if _places(_rows(sheet, 1))]
            sheet = (ours or sheets)[0]
            rows = _rows(sheet, _LONGEST_SHEET)
    except Exception as error:  # a spoilt workbook fails in whatever way its parts do
        raise faulty(path, 1, "this workbook cannot be read", "open it in a spreadsheet and save it as XLSX") from error
    found = _places(rows[:1])
    if not found:
        what = "the headings of the columns are not those of an export"
        raise faulty(path, 1, what, "leave the first row as it was")
    places, language = found
    filled = ((line, cells) for line, cells in enumerate(rows[1:], 2) if _is_filled(cells, places))
    merged = _merged_rows(data, sheet, places)
    readers = (partial(_unit, line, cells, places, merged.get(line)) for line, cells in _told_once(filled, merged))
    units, faults = read_rows(path, readers)
    faults += tuple(_other_sheets(path, ours[1:]))
    if displaced := first_displaced(units):
        what = f"from '{displaced.unit}' on the translations do not seem to be of the texts beside them"
        remedy = "a column was sorted, or cells were moved, without the others: undo that and import the file again"
        raise faulty(path, displaced.line, what, remedy)
    remarks = (*_own_columns(path, rows, places), *comments_not_read(data, path))
    return replace(incoming_file(path, language, units, faults), remarks=remarks)


def _other_sheets(path: Path, sheets: Sequence[Worksheet]) -> Iterator[Problem]:
    """What is said of further sheets that have our headings, as a copy has."""
    for sheet in sheets:
        remedy = "import it in a workbook of its own, or take it out"
        yield Problem(path, 1, f"the sheet '{sheet.title}' has units as well and is not read", remedy)


def _own_columns(path: Path, rows: Sequence[Sequence[Cell | MergedCell]], places: dict[str, int]) -> Iterator[Problem]:
    """What is said of columns that are not ours and have words beside a unit."""
    units = [(line, cells) for line, cells in enumerate(rows[1:], 2) if any_text(cells, places["unit"]).strip()]
    for place in range(max(map(len, rows))):
        line = next((line for line, cells in units if any_text(cells, place).strip()), None)
        if line and place not in places.values():
            remedy = "put a translation into the column of its language, and a remark into that of notes"
            yield Problem(path, line, f"what stands in the column {get_column_letter(place + 1)} is not read", remedy)


def _refuse_what_is_unsafe(data: bytes, path: Path) -> None:
    """A workbook's parts are of a bearable size when unpacked, and define no document types, which XLSX never does."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
            if not any(part.filename.startswith("xl/") for part in parts):
                raise faulty(path, 1, "there is no sheet in XLSX in this file", "save it as XLSX, or unpack it first")
            if sum(part.file_size for part in parts) > LARGEST or len(parts) > 1000:
                raise faulty(path, 1, "the workbook is too large when unpacked", "keep to the sheet that was exported")
            for part in parts:
                _refuse_unsafe_part(archive.read(part), part.filename, path)
    except Faulty:
        raise
    except Exception as error:  # a spoilt archive fails in whatever way its packing does
        raise faulty(path, 1, "this is not a workbook, or it is damaged", "save it as XLSX") from error


def _refuse_unsafe_part(content: bytes, name: str, path: Path) -> None:
    tags = content.count(b"<")
    if tags > (_MOST_TAGS_OF_WORDS if name.startswith(_WORDS) else _MOST_TAGS):
        raise faulty(path, 1, f"the workbook's {name} has {tags:,} tags", "copy its sheet into a new workbook")
    bare = content.replace(b"\0", b"")
    if b"<!DOCTYPE" in bare or b"<!ENTITY" in bare:
        raise faulty(path, 1, "the workbook defines a document type", "save it anew in a spreadsheet")


def _rows(sheet: Worksheet, most: int) -> list[tuple[Cell | MergedCell, ...]]:
    return list(islice(sheet.iter_rows(max_col=_WIDEST_SHEET), most))


def _places(first: Sequence[Sequence[Cell | MergedCell]]) -> tuple[dict[str, int], str] | None:
    """Where each column stands, and the language into which the sheet translates; None where they are not ours."""
    heads = first[0] if first else ()
    headings = {str(cell.value).strip(): place for place, cell in reversed(list(enumerate(heads))) if cell.value}
    for source, target in (("en", "cy"), ("cy", "en")):
        wanted = _headings(source, target)
        places = {name: headings[heading] for name, heading in wanted.items() if heading in headings}
        if {"protocol", "unit", _SOURCE, _TARGET} <= set(places) and places[_SOURCE] < places[_TARGET]:
            return places, target
    return None


def _merged_rows(data: bytes, sheet: Worksheet, places: dict[str, int]) -> dict[int, str]:
    """By row the cells that are merged with those of another row, in a column whose words are taken.

    The library tells them only of a sheet that is read as a whole, and so they are looked up in its part.
    """
    with ZipFile(BytesIO(data)) as archive:
        content = archive.read(cast(Any, sheet)._worksheet_path.lstrip("/")).decode("utf-8", "replace")
    own = {place + 1 for name, place in places.items() if name not in _TO_BE_READ}
    found: dict[int, str] = {}
    for first, top, last, bottom in _MERGED.findall(content):
        columns = range(column_index_from_string(first), column_index_from_string(last) + 1)
        if top != bottom and own & set(columns):
            rows = range(int(top), min(int(bottom), _LONGEST_SHEET) + 1)
            found |= dict.fromkeys(rows, f"{first}{top}:{last}{bottom}")
    return found


def _told_once(
    rows: Iterable[tuple[int, Sequence[Cell | MergedCell]]], merged: dict[int, str]
) -> Iterator[tuple[int, Sequence[Cell | MergedCell]]]:
    """Rows with their lines; of those whose cells are merged with each other's the first, for which they are told."""
    told: set[str] = set()
    for line, cells in rows:
        if merged.get(line) not in told:
            yield line, cells
        told |= {merged[line]} if line in merged else set()


def _is_filled(cells: Sequence[Cell | MergedCell], places: dict[str, int]) -> bool:
    return any(place < len(cells) and cells[place].value not in (None, "") for place in places.values())


def _unit(
    line: int, cells: Sequence[Cell | MergedCell], places: dict[str, int], merged: str | None = None
) -> IncomingUnit:
    """Reads a row. Raises SpoiltRow for a cell that holds no words or is merged, and for a state that there is not."""
    if merged:
        remedy = "divide them, write each translation beside its own text, and import the file again"
        raise SpoiltRow(line, f"the cells {merged} are merged", remedy)
    texts = {name: _text(line, cells, places.get(name), name) for name in _COLUMNS}
    exported = ExportFingerprint.parse(texts["exported"])
    named, written = texts["unit"].strip(), texts["state"].strip()
    unit = named or next(filter(str.strip, texts.values()), "")[:_SHORT]
    target = target_as_left(texts[_TARGET], texts[_SOURCE], exported)
    said, note = state_and_note(line, unit, texts["note"])
    return IncomingUnit(
        line=line,
        protocol=texts["protocol"].strip() if named else "",  # a row of no unit is somebody's remark
        unit=unit,
        source=source_as_left(texts[_SOURCE], exported),
        target=target,
        state=said or settled_state(_state(line, unit, written, exported), target, exported),
        note=note if "note" in places else None,
        says_state=bool(said or written and exported and written != STATE_LABELS[exported.state]),
        previous_source=texts["previous"] or None,
        exported=exported,
    )


def _state(line: int, unit: str, written: str, exported: ExportFingerprint | None) -> str:
    """Our state for a cell, in one language or in both; without one, that with which the unit left, if it says."""
    if not written:
        return exported.state if exported else ""
    words = {word.strip() for word in written.lower().split("·")}
    for state, label in STATE_LABELS.items():
        if words <= set(label.split(" · ")):
            return state
    raise unknown_state(line, unit, written)


def _text(line: int, cells: Sequence[Cell | MergedCell], place: int | None, name: str) -> str:
    """The text of a cell; none of one that is not there.

    Raises SpoiltRow for what is no text in a cell that is the translator's, or that says whose the row is.
    """
    cell = cells[place] if place is not None and place < len(cells) else None
    if cell is None or cell.value is None:
        return ""
    if name in (_TARGET, "note") and is_struck(cell):
        remedy = "delete them, or take the line through them away, and import the file again"
        raise SpoiltRow(line, f"the cell {cell.coordinate} has words that are struck through", remedy)
    if (words := words_of(cell)) is not None:
        return words
    if name in _TO_BE_READ:
        return ""
    remedy = "format the cell as text, write words, and import the file again"
    raise SpoiltRow(line, f"the cell {cell.coordinate} holds {no_text(cell)}", remedy)
