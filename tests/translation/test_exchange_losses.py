"""What programs drop or set aside is not deleted, what they add is no word; nothing is said that nobody has said."""

import errno
import os
import re
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import polib
import pytest
from click.testing import CliRunner
from lxml import etree

from protocolau.cli.main import main
from protocolau.model.translation import Unit
from protocolau.repository.repository import ProtocolRepository
from protocolau.runtime import files
from tests.exchange_files import (
    FORMATS,
    NOTED,
    UNCHANGED,
    exported,
    rewrite,
    run,
    translate,
    welsh,
    without_folder,
)

pytestmark = pytest.mark.usefixtures("noted")


def units(protocols: Path) -> dict[str, Unit]:
    version = ProtocolRepository(protocols).load(date(2026, 1, 1)).version_shown("aber")
    return dict(version.translations["cy"].units)


def without(path: Path, expression: str) -> None:
    """Takes away what a program does not know: whatever matches, in a PO or an XLIFF."""
    text = path.read_text("utf-8")
    assert re.search(expression, text, re.MULTILINE)
    path.write_text(re.sub(expression, "", text, flags=re.MULTILINE), "utf-8")


def without_column(path: Path, *headings: str) -> None:
    book = openpyxl.load_workbook(path)
    for heading in headings:
        column = next(cell.column for cell in book.active[1] if str(cell.value).startswith(heading))
        book.active.delete_cols(column)
    book.save(path)


# --- absence is not deletion

DROPPED = {
    "XLIFF without its notes": ("xliff", lambda path: without(path, r"<note[^/]*</note>")),
    "XLIFF without its states": ("xliff", lambda path: without(path, r' state(-qualifier)?="[^"]*"')),
    "XLIFF without the marks of its export": (
        "xliff",
        lambda path: without(path, r"(?s)<context-group.*?</context-group>"),
    ),
    "XLIFF without notes, states and marks": (
        "xliff",
        lambda path: without(
            path, r'(?s)<context-group.*?</context-group>|<note[^/]*</note>| state(-qualifier)?="[^"]*"'
        ),
    ),
    "XLIFF without targets": ("xliff", lambda path: without(path, r"(?s)<target.*?</target>|<target[^>]*/>")),
    "XLIFF without its alternatives": ("xliff", lambda path: without(path, r"(?s)<alt-trans.*?</alt-trans>")),
    "XLIFF 2 without its notes": ("xliff2", lambda path: without(path, r"(?s)<notes>.*?</notes>")),
    "XLIFF 2 without its states": ("xliff2", lambda path: without(path, r' (state|subState)="[^"]*"')),
    "XLIFF 2 without its sub-states": ("xliff2", lambda path: without(path, r' subState="[^"]*"')),
    "XLIFF 2 without the marks of its export": (
        "xliff2",
        lambda path: without(path, r"(?s)<mda:metadata.*?</mda:metadata>"),
    ),
    "XLIFF 2 without its modules": (
        "xliff2",
        lambda path: without(path, r"(?s)<mda:metadata.*?</mda:metadata>|<mtc:matches.*?</mtc:matches>"),
    ),
    "XLIFF 2 without targets": ("xliff2", lambda path: without(path, r"(?s)<target.*?</target>|<target[^>]*/>")),
    "PO without its comments": ("po", lambda path: without(path, r"^#(?!,).*\n")),
    "PO without its translator's comments": ("po", lambda path: without(path, r"^# .*\n")),
    "XLSX without its notes": ("xlsx", lambda path: without_column(path, "Note")),
    "XLSX without its states": ("xlsx", lambda path: without_column(path, "State")),
    "XLSX without what is hidden": ("xlsx", lambda path: without_column(path, "Exported")),
    "XLSX without all of them": (
        "xlsx",
        lambda path: without_column(path, "Note", "State", "Exported", "Translated", "Clause"),
    ),
}


@pytest.mark.parametrize("name", DROPPED)
def test_what_a_program_drops_is_not_deleted(protocols, name):
    format, drop = DROPPED[name]
    path = exported(protocols, format)
    drop(path)
    code, said = run(protocols, "import", path)
    assert (code, said.splitlines(True)[-1]) == (0, UNCHANGED) and welsh(protocols) == NOTED
    if "note" in name or "comment" in name:
        assert "the file has lost what was noted of '1 heading', '1.1'; it stays as it is here; write - in" in said


def test_a_po_without_any_mark_confirms_nothing_that_is_stale(protocols):
    path = exported(protocols, "po")
    without(path, r"^#.*\n")
    assert run(protocols, "import", path)[1].endswith(UNCHANGED) and welsh(protocols) == NOTED


@pytest.mark.parametrize("format", FORMATS)
def test_words_are_taken_from_a_file_that_has_lost_its_notes(protocols, format):
    path = exported(protocols, format)
    translate(path, "1.1", "Y cyntaf.")
    if format == "xlsx":
        without_column(path, "Note")
    else:
        without(path, r"<note\b[^/]*</note>|^# .*\n")
    assert run(protocols, "import", path)[0] == 0
    assert (units(protocols)["1.1"].target, units(protocols)["1.1"].note) == ("Y cyntaf.", "A note.")


@pytest.mark.parametrize("format", FORMATS)
def test_a_note_goes_that_was_emptied_on_purpose(protocols, format):
    path = exported(protocols, format)
    _empty_note(path, "1.1")
    code, said = run(protocols, "import", path)
    assert (code, said) == (0, "aber undated: changed 1, refused 0\n")
    assert units(protocols)["1.1"].note is None and units(protocols)["1 heading"].note == "Nodyn ŵ."


def _empty_note(path: Path, unit: str) -> None:
    if path.suffix == ".po":
        translate(path, unit, note="-")
    elif path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        next(row for row in book.active.iter_rows() if row[1].value == unit)[5].value = None
        book.save(path)
    else:
        tree = etree.parse(str(path))
        found = next(one for one in tree.iter("{*}trans-unit", "{*}unit") if unit in (one.get("id"), one.get("name")))
        next(note for note in found.iter("{*}note") if "translator" in note.values()).text = None
        tree.write(str(path), encoding="UTF-8", xml_declaration=True)


def test_a_programs_own_note_stands_beside_ours(protocols):
    path = exported(protocols, "xliff")
    without(path, '<note from="translator">A note.</note>')
    translate(path, "1.1", note="Mine.")
    run(protocols, "import", path)
    run(protocols, "import", path)
    assert units(protocols)["1.1"].note == "A note.\nMine."


@pytest.mark.parametrize("format", ["xliff", "xliff2"])
def test_a_clause_that_has_lost_whose_note_it_is_is_no_note(protocols, format):
    cut = "text: [{says: Third., by: members}, {says: And more., by: officers}]"
    rewrite(protocols / "aber" / "undated.yml", "text: Third.", cut)
    path = exported(protocols, format)
    without(path, ' (from|annotates|category|appliesTo)="(translator|clause|source)"')
    assert run(protocols, "import", path) == (0, UNCHANGED) and welsh(protocols) == NOTED
    rewrite(protocols / "aber" / "undated.yml", "And more.", "And less.")
    for unit, target, note in (("1.3 s1", "Trydydd.", "Ai Third. And more. yw?"), ("1.3 s2", "A mwy.", None)):
        translate(path, unit, target, note=note)
    run(protocols, "import", path)
    noted = {name: unit.note for name, unit in units(protocols).items() if name.startswith("1.3")}
    assert noted == {"1.3 s1": "Ai Third. And more. yw?", "1.3 s2": None}


REMARKS = {
    "a mark of XLIFF 1.2": ("xliff", "Cyntaf.", '<mrk mtype="x-comment" comment="Iawn?">Cyntaf</mrk>.'),
    "a mark of XLIFF 2": ("xliff2", "Cyntaf.", '<mrk id="m" type="comment" value="Iawn?">Cyntaf</mrk>.'),
    "a mark that ends in another segment": ("xliff2", "Cyntaf.", '<sm id="m" type="comment" value="Iawn?"/>Cyntaf.'),
    "a mark for quality": (
        "xliff2",
        "Cyntaf.",
        '<mrk id="m" type="its:any" xmlns:its="http://www.w3.org/2005/11/its" its:locQualityIssueComment="Iawn?">'
        "Cyntaf</mrk>.",
    ),
    "a mark of the source": ("xliff", ">First.", '><mrk mtype="x-c" comment="Iawn?">First</mrk>.'),
    "what Trados keeps at the head of its file": (
        "xliff",
        ">Cyntaf.</mrk></target>",
        '><mrk mtype="x-sdl-comment" xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" sdl:cid="1">Cyntaf</mrk>.</mrk>'
        '</target><cmt-def id="1"><Comments><Comment>Iawn?</Comment></Comments></cmt-def>',
    ),
    "what memoQ puts beside a translation": (
        "xliff",
        "</target>",
        '</target><mq:comments xmlns:mq="MQXliff"><mq:comment>Iawn?</mq:comment>'
        '<mq:comment deleted="true">Dim.</mq:comment></mq:comments>',
    ),
    "what Weblate puts into a segment": (
        "xliff2",
        "</target>",
        '</target><notes><note category="translator">Iawn?</note></notes>',
    ),
    "a note to the source": ("xliff", "A note.", 'A note.</note><note annotates="source" from="Mair">Iawn?'),
    "a note to the source in XLIFF 2": (
        "xliff2",
        "A note.",
        'A note.</note><note appliesTo="source" category="Mair">Iawn?',
    ),
}


@pytest.mark.parametrize("name", REMARKS)
def test_what_is_remarked_on_some_words_or_on_the_source_is_a_note(protocols, name):
    format, old, new = REMARKS[name]
    path = exported(protocols, format)
    start, unit, rest = path.read_text("utf-8").partition('id="1.1"' if format == "xliff" else 'name="1.1"')
    path.write_text(start + unit + rest.replace(old, new, 1), "utf-8")
    assert run(protocols, "import", path) == (0, "aber undated: changed 1, refused 0\n")
    assert (units(protocols)["1.1"].target, units(protocols)["1.1"].note) == ("Cyntaf.", "A note.\nIawn?")
    assert run(protocols, "import", path) == (0, UNCHANGED)


@pytest.mark.parametrize(
    ("format", "old", "new"),
    [
        ("xliff", "</header>", "<note>Annwyl Glerc</note></header>"),
        ("xliff2", "</notes>", "<note>Annwyl Glerc</note></notes>"),
    ],
)
def test_a_note_that_belongs_to_no_unit_is_told(protocols, format, old, new):
    path = exported(protocols, format)
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    code, said = run(protocols, "import", path)
    assert code == 0 and ": a note that belongs to no unit is not read; put it into a note of its unit\n" in said


def test_a_mark_that_explains_a_term_is_no_note(protocols):
    path = exported(protocols, "xliff2")
    rewrite(path, "<target>Cyntaf.", '<target><mrk id="m" type="term" value="the first">Cyntaf</mrk>.')
    assert run(protocols, "import", path) == (0, UNCHANGED)


def test_what_excel_adds_to_a_sheet_brings_no_warning_of_a_library(protocols, recwarn):
    path = exported(protocols, "xlsx")
    translate(path, "1.1", "Y cyntaf.")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    added = (
        b'<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
        b'uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1"/></ext></extLst></worksheet>'
    )
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content.replace(b"</worksheet>", added))
    assert run(protocols, "import", path) == (0, "aber undated: changed 1, refused 0\n")
    assert [str(warning.message) for warning in recwarn] == []


def test_words_in_a_column_or_on_a_sheet_that_is_not_read_are_told(protocols):
    path = exported(protocols, "xlsx")
    translate(path, "1.1", "Y cyntaf.")
    book = openpyxl.load_workbook(path)
    book.copy_worksheet(book.active).title = "Copi"
    book.active["M1"], book.active["M4"] = "Cyfieithiad newydd", "Y cyntaf oll."
    book.save(path)
    code, said = run(protocols, "import", path)
    assert code == 1 and said.splitlines() == [
        "aber.xlsx:1: the sheet 'Copi' has units as well and is not read; "
        "import it in a workbook of its own, or take it out",
        "aber.xlsx:4: what stands in the column M is not read; "
        "put a translation into the column of its language, and a remark into that of notes",
        "aber undated: changed 1, refused 1",
    ]


@pytest.mark.parametrize("unit", ["1.3", "1.5"])
def test_a_translation_that_a_program_has_set_aside_is_told(protocols, unit):
    path = exported(protocols, "po")
    translate(path, "1.1", "Y cyntaf.")
    translate(path, unit, "Y cymal.")
    file = polib.pofile(str(path))
    entry = next(one for one in file if one.msgctxt == f"aber undated {unit}")
    entry.obsolete, entry.comment = True, ""
    file.save(str(path))
    code, said = run(protocols, "import", path)
    assert code == 1 and f": '{unit}' is set aside in the file (#~); take the marks away before its lines, or" in said
    assert said.endswith("aber undated: changed 1, refused 1\n")
    rewrite(path, "#~ ", "")
    assert run(protocols, "import", path) == (0, "aber undated: changed 1, refused 0\n")


# --- what is no file of translations


FOREIGN = {
    'msgid ""\nmsgstr "Language: cy\\n"\n\nmsgid "Save"\nmsgstr "Cadw"\n': "this file was not exported from here",
    "<xliff version='1.2'><file original='a.docx' target-language='cy'><body><trans-unit id='1'><source>A</source>"
    "<target>B</target></trans-unit></body></file></xliff>": "this file was not exported from here",
    "<tmx version='1.4'/>": "this is a translation memory; use: protocolau translation memory import FILE",
    "<html/>": "the file is of a kind that is not read here (<html>); import a file that was exported from here",
    "language: cy\nstate: draft\n": "this is not a PO file; import a file that was exported from here",
}


@pytest.mark.parametrize("content", FOREIGN)
def test_a_foreign_file_is_told_as_such(protocols, content):
    path = protocols.parent / "file"
    path.write_text(content, "utf-8")
    code, said = run(protocols, "import", path)
    assert code == 1 and FOREIGN[content] in said and len(said.splitlines()) == 1


def test_a_file_of_units_is_no_memory(protocols):
    code, said = run(protocols, "memory", "import", exported(protocols, "xliff"))
    assert (code, said) == (
        1, "aber.xliff:1: this is no memory but a file of units; use: protocolau translation import FILE\n"
    )  # fmt: skip


# --- before it is done


@pytest.mark.parametrize("format", FORMATS)
def test_a_dry_run_shows_the_difference_and_writes_nothing(protocols, format):
    path = exported(protocols, format)
    translate(path, "1.1", "Y cyntaf.")
    translate(path, "1.3", "Trydydd.", note="Nodyn.")
    assert run(protocols, "import", "--dry-run", path) == (
        0,
        "1.1\n  - Cyntaf.\n  + Y cyntaf.\n1.3\n  + Trydydd.\n  + state: draft\n  + note: Nodyn.\n"
        "aber undated: changed 2, refused 0\n",
    )
    assert welsh(protocols) == NOTED


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("en: First.", "en: Frist.", "stale: its English has “Frist.” where the protocol has “First.”"),
        ("en: First.", "en: The First.", "stale: its English has “The” where the protocol has nothing"),
    ],
)
def test_check_says_which_unit_is_stale_or_mistyped(protocols, old, new, said):
    rewrite(protocols / "aber" / "undated.cy.yml", old, new)
    lines = CliRunner().invoke(main, ["--project", str(protocols.parent), "check"]).output.splitlines()
    told = [without_folder(line, protocols.parent) for line in lines if "[stale]" in line]
    remedy = "if it was mistyped, copy the protocol's words; if they have changed, bring the translation up to date"
    assert told[0] == f"warning: protocols/aber/undated.cy.yml:8: {said}; {remedy} [stale]"
    assert len(told) == 2 and "undated.cy.yml:12:" in told[1]


REFUSALS = {"a full disk": errno.ENOSPC, "a disk that can only be read": errno.EROFS, "no permission": errno.EACCES}


@pytest.mark.parametrize("name", REFUSALS)
@pytest.mark.parametrize("step", ["fsync", "chmod"])
def test_an_import_that_cannot_be_written_ends_in_one_line_and_leaves_nothing(protocols, name, step, monkeypatch):
    def refuse(*_: object) -> None:
        raise OSError(REFUSALS[name], os.strerror(REFUSALS[name]))

    path = exported(protocols, "po")
    translate(path, "1.1", "Y cyntaf.")
    before = sorted(protocols.rglob("*"))
    with monkeypatch.context() as broken:
        broken.setattr(files.os, step, refuse)
        code, said = run(protocols, "import", path)
    why = os.strerror(REFUSALS[name]).lower()
    assert (code, said) == (1, f"Error: protocols/aber/undated.cy.yml: {why}; mend this and try again\n")
    assert welsh(protocols) == NOTED and sorted(protocols.rglob("*")) == before
