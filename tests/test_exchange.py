"""Files for translators: nothing is lost on the way out, and what comes back changes what its translator changed."""

import io
import os
import shutil
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import polib
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from protocolau.cli.main import main
from protocolau.language import other
from protocolau.model.protocol import Version
from protocolau.read.problem import Faulty
from protocolau.repository.repository import ProtocolRepository
from protocolau.translation import exchange
from protocolau.translation.exchange.import_outcome import incoming_changes
from protocolau.translation.exchange.outgoing import OutgoingUnit, outgoing_units
from protocolau.translation.memory import MemoryMatch, UnitAddress, remember
from tests.conftest import ROOT

FORMATS = tuple(exchange.FORMATS)
OTHER_STATES = {"po": None, "xliff": "signed-off", "xlsx": "reviewed · adolygwyd"}

FACTS = "name: {en: A, cy: A}\nshort_name: {en: A, cy: A}\nkind: town\nnation: wales\n"
PROTOCOL = """\
title: Protocol
language: en
body:
  - number: "1."
    heading: Purpose
    provisions:
      - {number: "1.1", text: First.}
      - {number: "1.2", text: "Second, as it is today."}
      - {number: "1.3", text: Third.}
      - {number: "1.4", text: Respect for one another.}
      - {number: "1.5", text: The fifth clause.}
"""
WELSH = """\
language: cy
state: draft
units:
  "document title": {en: Protocol, cy: Protocol, state: adopted}
  # kept
  "1 heading": {en: Purpose, cy: Diben}
  "1.1":
    en: First.
    cy: Cyntaf.   # kept too
    note: A note.
  "1.2":
    en: Second, as it was.
    cy: Ail.
    state: reviewed
"""
UNCHANGED = "aber undated: changed 0, refused 0\n"
NEIGHBOUR = "title: Protocol\nlanguage: en\nbody:\n  - {number: '7', text: Respect for one another.}\n"
NEIGHBOURS_WELSH = """\
language: cy
state: reviewed
units:
  "7": {en: Respect for one another., cy: Parch at ein gilydd.}
"""


@pytest.fixture
def protocols(tmp_path) -> Path:
    """`aber`, with a unit in every state (1.2 stale, 1.3 to 1.5 missing), and its neighbour `bryn`."""
    folder = tmp_path / "protocols"
    (tmp_path / "mkdocs.yml").touch()
    shutil.copytree(ROOT / "protocols" / "vocabulary", folder / "vocabulary")
    for slug, english, welsh in (("aber", PROTOCOL, WELSH), ("bryn", NEIGHBOUR, NEIGHBOURS_WELSH)):
        (folder / slug).mkdir()
        (folder / slug / "council.yml").write_text(FACTS, "utf-8")
        (folder / slug / "undated.yml").write_text(english, "utf-8")
        (folder / slug / "undated.cy.yml").write_text(welsh, "utf-8")
    return folder


def run(protocols: Path, *arguments: object):
    """Runs `protocolau translation …` and returns its exit status and what it said, without the folder's name."""
    done = CliRunner().invoke(main, ["--project", str(protocols.parent), "translation", *map(str, arguments)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, without_folder(done.output, protocols.parent)


def without_folder(said: str, folder: Path) -> str:
    """What was said, without the name of a folder, which is told from the working directory where that is shorter."""
    return said.replace(f"{os.path.relpath(folder)}/", "").replace(f"{folder}/", "")


def exported(protocols: Path, format: str, *arguments: str) -> Path:
    path = protocols.parent / f"aber.{format}"
    code, said = run(protocols, "export", "--council", "aber", "--format", format, "--output", path, *arguments)
    assert code == 0, said
    return path


def welsh(protocols: Path) -> str:
    return (protocols / "aber" / "undated.cy.yml").read_text("utf-8")


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def translate(path: Path, unit: str, target: str | None = None, done: bool = True, **more: str) -> None:
    """Works on a unit as a translator's program does. `more`: `state`, `note`, `source`, `rename`."""
    {".po": _translate_po, ".xliff": _translate_xliff, ".xlsx": _translate_xlsx}[path.suffix](
        path, unit, target, done, **more
    )


def _translate_po(path, unit, target, done, state=None, note=None, **renamed):
    file = polib.pofile(str(path), wrapwidth=78)
    entry = next(entry for entry in file if entry.msgctxt.split(" ", 2)[2] == unit)
    entry.msgstr = entry.msgstr if target is None else target
    entry.fuzzy = entry.fuzzy and not done
    entry.tcomment = "\n".join(filter(None, [entry.tcomment if note is None else note, state]))
    entry.msgid = renamed.get("source", entry.msgid)
    if "rename" in renamed:
        entry.msgctxt = entry.msgctxt.replace(unit, renamed["rename"])
    file.save(str(path))


def _translate_xliff(path, unit, target, done, state=None, note=None, **renamed):
    tree = etree.parse(str(path))
    found = next(one for one in tree.iter("{*}trans-unit") if one.get("id") == unit)
    element = found.find("{*}target/{*}mrk")
    element.text = element.text if target is None else target
    if done:
        found.find("{*}target").set("state", state or "translated")
    if note is not None:
        etree.SubElement(found, "{urn:oasis:names:tc:xliff:document:1.2}note").text = note
    found.find("{*}source").text = renamed.get("source", found.find("{*}source").text)
    found.set("id", renamed.get("rename", unit))
    tree.write(str(path), encoding="UTF-8", xml_declaration=True)


def _translate_xlsx(path, unit, target, done, state=None, note=None, **renamed):
    book = openpyxl.load_workbook(path)
    row = next(row for row in book.active.iter_rows() if row[1].value == unit)
    values = {3: target, 4: state or ("draft · drafft" if done else None), 5: note}
    values |= {1: renamed.get("rename"), 2: renamed.get("source")}
    for column, value in values.items():
        if value is not None:
            row[column].value = value
            row[column].data_type = "s"
    book.save(path)


# --- nothing is lost, nothing is changed


@pytest.mark.parametrize("format", FORMATS)
def test_a_round_trip_of_any_protocol_changes_nothing(library_with_a_sixth, tmp_path, format):
    library = library_with_a_sixth
    for version in [version for council in library.councils.values() for version in council.versions]:
        language, path = other(version.language), tmp_path / f"file.{format}"
        units = outgoing_units(version, language, remember(library, version.language, language))
        path.write_bytes(exchange.write(format, units, version, language))
        outcome = incoming_changes(version, language, exchange.read(path))
        assert (outcome.units, outcome.refused, outcome.moved_on) == ((), (), ())
        assert exchange.write(format, units, version, language) == path.read_bytes()


@pytest.mark.parametrize("format", FORMATS)
def test_a_round_trip_of_every_state_changes_no_byte(protocols, format):
    assert run(protocols, "import", exported(protocols, format)) == (0, "aber undated: changed 0, refused 0\n")
    assert welsh(protocols) == WELSH


@pytest.mark.parametrize("format", FORMATS)
def test_a_tools_own_saving_is_no_change(protocols, format):
    path = exported(protocols, format)
    translate(path, "1.1", done=False)
    assert run(protocols, "import", path) == (0, "aber undated: changed 0, refused 0\n")


@pytest.mark.parametrize("format", FORMATS)
def test_one_edited_entry_changes_that_unit_alone(protocols, format):
    path = exported(protocols, format)
    translate(path, "1.1", "Y cyntaf.")
    assert run(protocols, "import", path) == (0, "aber undated: changed 1, refused 0\n")
    assert welsh(protocols) == WELSH.replace("cy: Cyntaf.", "cy: Y cyntaf.")


@pytest.mark.parametrize("format", FORMATS)
def test_a_missing_unit_is_translated(protocols, format):
    path = exported(protocols, format)
    translate(path, "1.3", "=Trydydd **iawn**: “ŵ” – 'ŷ'")
    assert run(protocols, "import", path)[0] == 0
    added = '  "1.3":\n    en: Third.\n    cy: "=Trydydd **iawn**: “ŵ” – \'ŷ\'"\n'
    assert welsh(protocols) == WELSH + added


@pytest.mark.parametrize("format", FORMATS)
def test_a_stale_unit_is_brought_up_to_date(protocols, format):
    path = exported(protocols, format)
    assert "Second, as it was." in _content(path)
    translate(path, "1.2", "Ail, fel y mae heddiw.")
    assert run(protocols, "import", path)[0] == 0
    unit = _version(protocols).translations["cy"].units["1.2"]
    assert (unit.source, unit.target, unit.state) == ("Second, as it is today.", "Ail, fel y mae heddiw.", "draft")


@pytest.mark.parametrize("format", FORMATS)
def test_a_stale_translation_that_still_holds_is_confirmed(protocols, format):
    path = exported(protocols, format)
    translate(path, "1.2")
    assert run(protocols, "import", path)[0] == 0
    unit = _version(protocols).translations["cy"].units["1.2"]
    assert (unit.source, unit.target) == ("Second, as it is today.", "Ail.")


@pytest.mark.parametrize("format", ["xliff", "xlsx"])
def test_a_program_that_keeps_no_states_does_the_work_all_the_same(protocols, format):
    path = exported(protocols, format)
    translate(path, "1.2", "Ail, heddiw.", done=False)
    translate(path, "1.3", "Trydydd.", done=False)
    assert run(protocols, "import", path) == (0, "aber undated: changed 2, refused 0\n")
    units = _version(protocols).translations["cy"].units
    assert units["1.2"].source == "Second, as it is today." and units["1.3"].state == "draft"


def test_what_stays_fuzzy_stays_stale(protocols):
    path = exported(protocols, "po")
    translate(path, "1.2", "Ail, heb orffen.", done=False)
    assert run(protocols, "import", path)[0] == 0
    unit = _version(protocols).translations["cy"].units["1.2"]
    assert (unit.source, unit.target, unit.state) == ("Second, as it was.", "Ail, heb orffen.", "draft")


@pytest.mark.parametrize(
    ("format", "state"),
    [("po", "state: reviewed"), ("po", "Cyflwr: Adolygwyd"), ("xliff", "signed-off"), ("xlsx", "reviewed · adolygwyd")],
)
def test_a_translation_is_marked_as_reviewed_and_a_note_added(protocols, format, state):
    path = exported(protocols, format)
    translate(path, "1 heading", state=state, note="Yn ôl y geirfa.")
    assert run(protocols, "import", path)[0] == 0
    unit = _version(protocols).translations["cy"].units["1 heading"]
    assert (unit.target, unit.state, unit.note) == ("Diben", "reviewed", "Yn ôl y geirfa.")


@pytest.mark.parametrize("said", ["final", "signed-off"])
def test_no_state_of_xliff_makes_a_translation_the_councils_own(protocols, said):
    path = exported(protocols, "xliff")
    translate(path, "1.1", state=said)
    run(protocols, "import", path)
    assert _version(protocols).translations["cy"].units["1.1"].state == "reviewed"


@pytest.mark.parametrize(
    ("unit", "target", "state", "approved", "expected"),
    [
        ("1.2", None, "needs-review-translation", "yes", "draft"),
        ("1.3", "Trydydd.", "needs-translation", "yes", "draft"),
        ("1.3", "Trydydd.", "needs-adaptation", "no", "draft"),
        ("1.3", "Trydydd.", "x-own", "yes", "draft"),
        ("1.1", None, "needs-adaptation", "no", "draft"),
        ("1.1", None, "final", "yes", "reviewed"),
        ("1.1", None, "translated", "yes", "draft"),
    ],
)
def test_what_other_programs_say_in_xliff_is_taken_at_its_weakest(protocols, unit, target, state, approved, expected):
    path = exported(protocols, "xliff")
    translate(path, unit, target, state=state)
    rewrite(path, f'<trans-unit id="{unit}"', f'<trans-unit approved="{approved}" id="{unit}"')
    assert run(protocols, "import", path)[0] == 0
    found = _version(protocols)
    assert found.translations["cy"].units[unit].state == expected
    assert found.translations["cy"].units[unit].source == found.units[unit]


# --- the memory's help


@pytest.mark.parametrize("format", ["po", "xliff"])
def test_an_exact_match_is_offered_and_counts_once_it_is_accepted(protocols, format):
    path = exported(protocols, format)
    assert "Parch at ein gilydd." in path.read_text("utf-8")
    assert run(protocols, "import", path) == (0, "aber undated: changed 0, refused 0\n")
    translate(path, "1.4")
    assert run(protocols, "import", path) == (0, "aber undated: changed 1, refused 0\n")
    unit = _version(protocols).translations["cy"].units["1.4"]
    assert (unit.target, unit.state) == ("Parch at ein gilydd.", "draft")


def test_a_spreadsheet_shows_the_nearest_beside_an_empty_cell(protocols):
    sheet = openpyxl.load_workbook(exported(protocols, "xlsx")).active
    row = next(row for row in sheet.iter_rows(values_only=True) if row[1] == "1.4")
    assert row[3] is None and row[8:11] == ("Respect for one another.", "Parch at ein gilydd.", "100%, bryn undated 7")


def test_suggest_prints_the_nearest_and_fills_in_what_is_exact(protocols):
    code, said = run(protocols, "suggest", "--council", "aber")
    assert code == 0 and welsh(protocols) == WELSH
    assert "aber undated 1.4 (missing): Respect for one another.\n  100% bryn undated 7 (reviewed)\n  Parch" in said
    assert "aber undated 1.2 (stale): Second, as it is today.\n  nothing near enough\n" in said
    assert run(protocols, "suggest", "--council", "aber", "--fill")[1].endswith("files changed: 1\n")
    added = '  "1.4":\n    en: Respect for one another.\n    cy: Parch at ein gilydd.\n'
    assert welsh(protocols) == WELSH + added


def test_status_counts_units_and_words(protocols):
    code, said = run(protocols, "status")
    lines = [" ".join(line.split()) for line in said.splitlines()]
    assert code == 0
    assert lines[0] == "council version into adopted reviewed draft stale missing words left"
    assert lines[1] == "aber undated cy 1 (1) 0 (0) 2 (2) 1 (5) 3 (8) 13"
    assert lines[2] == "bryn undated cy 0 (0) 1 (4) 0 (0) 0 (0) 1 (1) 1"
    assert "bryn" not in run(protocols, "status", "--council", "aber")[1]


def test_the_memory_goes_out_and_in_as_tmx(protocols):
    path = protocols.parent / "memory.tmx"
    assert run(protocols, "memory", "export", path) == (0, "memory.tmx\n")
    tree = etree.parse(str(path))
    assert len(tree.findall(".//tu")) == 5 and tree.getroot().get("version") == "1.4"
    (protocols / "aber" / "undated.cy.yml").unlink()
    rewrite(path, "<seg>Cyntaf.</seg>", "<seg>Cyntaf oll.</seg>")
    code, said = run(protocols, "memory", "import", path)
    assert (code, said) == (0, "pairs read: 5, units filled: 5\n")
    units = _version(protocols).translations["cy"].units
    assert [(name, unit.target) for name, unit in units.items()] == [
        ("document title", "Protocol"),
        ("1 heading", "Diben"),
        ("1.1", "Cyntaf oll."),
        ("1.4", "Parch at ein gilydd."),
    ]
    assert {unit.state for unit in units.values()} == {"draft"}


def test_another_programs_memory_is_read(protocols):
    path = protocols.parent / "memory.tmx"
    path.write_text(
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header/><body>'
        '<tu><tuv xml:lang="CY-GB"><seg>Trydydd.</seg></tuv><tuv lang="en-GB"><seg>Third.</seg></tuv></tu>'
        '<tu><tuv xml:lang="en"><seg>The <ph>1</ph> clause.</seg></tuv><tuv xml:lang="cy"><seg>X</seg></tuv></tu>'
        '<tu><tuv xml:lang="en"><seg>The fifth clause.</seg></tuv><tuv xml:lang="cy"><seg>**X</seg></tuv></tu>'
        "</body></tmx>",
        "utf-16",
    )
    assert run(protocols, "memory", "import", path) == (0, "pairs read: 3, units filled: 1\n")
    assert _version(protocols).translations["cy"].units["1.3"].target == "Trydydd."


# --- the other direction


@pytest.mark.parametrize("format", FORMATS)
def test_a_protocol_adopted_in_welsh_is_translated_into_english(protocols, format):
    (protocols / "aber" / "undated.cy.yml").unlink()
    rewrite(protocols / "aber" / "undated.yml", "language: en", "language: cy")
    rewrite(protocols / "aber" / "undated.yml", "Respect for one another.", "Parch at ein gilydd.")
    path = exported(protocols, format, "--language", "en")
    assert "Respect for one another." in _content(path)
    translate(path, "1.4", "Respect.")
    assert run(protocols, "import", path) == (0, "aber undated: changed 1, refused 0\n")
    assert (
        (protocols / "aber" / "undated.en.yml")
        .read_text("utf-8")
        .endswith('units:\n  "1.4":\n    cy: Parch at ein gilydd.\n    en: Respect.\n')
    )
    assert run(protocols, "export", "--council", "aber", "--language", "cy") == (
        1,
        "protocols/aber/undated.yml:1: the protocol itself was adopted in this language ('cy'); "
        "translate it into the other language: --language en\n",
    )


@pytest.mark.parametrize("format", FORMATS)
def test_a_document_of_another_kind_goes_out_and_in(protocols, format):
    folder = protocols / "aber" / "conduct"
    folder.mkdir()
    (folder / "undated.yml").write_text(PROTOCOL.replace("First.", "First of the code."), "utf-8")
    path = exported(protocols, format, "--document", "conduct")
    assert "aber conduct/undated cy" in " ".join(run(protocols, "status", "--document", "conduct")[1].split())
    translate(path, "1.1", "Cyntaf y cod.")
    assert run(protocols, "import", path) == (0, "aber conduct/undated: changed 1, refused 0\n")
    assert "cy: Cyntaf y cod." in (folder / "undated.cy.yml").read_text("utf-8")
    assert welsh(protocols) == WELSH
    assert run(protocols, "export", "--council", "bryn", "--document", "conduct") == (
        1,
        "protocols:1: 'bryn' has no document of the kind 'conduct'; choose from: relations\n",
    )


@pytest.mark.parametrize("format", FORMATS)
def test_all_councils_go_out_in_one_file_and_come_back(protocols, format):
    path = protocols.parent / f"all.{format}"
    assert run(protocols, "export", "--format", format, "--output", path) == (0, f"all.{format}\n")
    assert run(protocols, "import", path) == (0, f"{UNCHANGED}bryn undated: changed 0, refused 0\n")
    translate(path, "1.1", "Y cyntaf.")
    translate(path, "7", "Parch at bawb.")
    assert run(protocols, "import", path, "--council", "bryn") == (0, "bryn undated: changed 1, refused 0\n")
    assert run(protocols, "import", path)[1] == f"{UNCHANGED.replace('0', '1', 1)}bryn undated: changed 0, refused 0\n"
    assert "Parch at bawb." in (protocols / "bryn" / "undated.cy.yml").read_text("utf-8")
    assert run(protocols, "export", "--document", "conduct")[0] == 1
    assert "--version needs --council" in run(protocols, "export", "--version", "undated")[1]


# --- what does not fit


@pytest.mark.parametrize("format", FORMATS)
def test_a_source_text_that_has_moved_on_comes_in_as_stale(protocols, format):
    path = exported(protocols, format)
    translate(path, "1.1", "Y cyntaf.")
    translate(path, "1.5", "Y pumed cymal.")
    rewrite(protocols / "aber" / "undated.yml", "The fifth clause.", "The fifth.")
    code, said = run(protocols, "import", path)
    assert code == 0
    assert "the English of '1.5' is another since the export; taken as stale" in said
    assert said.endswith("aber undated: changed 2, refused 0\n")
    unit = _version(protocols).translations["cy"].units["1.5"]
    assert (unit.source, unit.target) == ("The fifth clause.", "Y pumed cymal.")
    assert "1.5 (stale)" in run(protocols, "suggest", "--council", "aber")[1]


@pytest.mark.parametrize("format", FORMATS)
def test_what_does_not_fit_is_refused_and_the_rest_is_written(protocols, format):
    path = exported(protocols, format)
    translate(path, "1.1", "Y cyntaf.")
    translate(path, "1.3", "Trydydd.", rename="1.33")
    translate(path, "1.5", "Y pumed cymal.", source="The 5th clause.")
    translate(path, "1.4", "**Parch")
    translate(path, "1 heading", "")
    translate(path, "document title", "Y Protocol", state=OTHER_STATES[format])
    code, said = run(protocols, "import", path)
    assert code == 1 and said.endswith("aber undated: changed 1, refused 5\n")
    for line in (
        "there is no unit '1.33' in the protocol; was it '1.3'? export it anew to see what there is",
        "the English of '1.5' was altered in the file; export it anew",
        "'1.4': a star in 'cy' opens emphasis that no star closes; close it",
        "the translation of '1 heading' was emptied; write it again",
        "the Welsh of 'document title' was adopted by the council; correct it in its own file by hand",
    ):
        assert line in said
    assert all(line.startswith(f"aber.{format}:") for line in said.splitlines()[:-1])
    assert welsh(protocols) == WELSH.replace("cy: Cyntaf.", "cy: Y cyntaf.")


@pytest.mark.parametrize("format", FORMATS)
def test_a_unit_that_was_changed_here_too_is_not_overwritten(protocols, format):
    path = exported(protocols, format)
    translate(path, "1.1", "Fersiwn y cyfieithydd.")
    rewrite(protocols / "aber" / "undated.cy.yml", "cy: Cyntaf.", "cy: Ein fersiwn ni.")
    rewrite(protocols / "aber" / "undated.cy.yml", "cy: Diben", "cy: Pwrpas")
    before = welsh(protocols)
    code, said = run(protocols, "import", path)
    assert code == 1 and "the Welsh of '1.1' was changed here too since the export" in said
    assert "(here: “Ein fersiwn ni.”)" in said and "1 heading" not in said
    assert welsh(protocols) == before


@pytest.mark.parametrize("format", FORMATS)
def test_a_unit_that_stands_twice_is_refused(protocols, format):
    path = exported(protocols, format)
    translate(path, "1.3", "Trydydd.", rename="1.1")
    code, said = run(protocols, "import", path)
    assert code == 1 and "'1.1' stands in the file 2 times; keep one of them" in said
    assert welsh(protocols) == WELSH


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_for_another_council_version_or_language_is_refused(protocols, format):
    path = exported(protocols, format)
    translate(path, "1.1", "Y cyntaf.")
    code, said = run(protocols, "import", path, "--council", "bryn")
    assert code == 1 and "the file is for 'aber', not for 'bryn'; choose its own file" in said
    version, imported = _version(protocols), exchange.read(path)
    for wrong, said in (
        (replace(version, slug="2020"), "the file is for 'aber/undated', not for 'aber/2020'"),
        (replace(version, language="cy"), "the file translates into"),
    ):
        outcome = incoming_changes(wrong, "cy", imported)
        assert not outcome.units and len(outcome.refused) == 1 and said in str(outcome.refused[0])
    outcome = incoming_changes(version, "cy", replace(imported, language="fr"))
    assert "the file translates into 'fr', not into 'cy'" in str(outcome.refused[0])
    shutil.rmtree(protocols / "aber")
    assert "there is no council 'aber'" in run(protocols, "import", path)[1]


def test_an_entry_of_another_protocol_among_ours_is_refused(protocols):
    path = exported(protocols, "po")
    rewrite(path, 'msgctxt "aber undated 1.1"', 'msgctxt "bryn undated 1.1"')
    rewrite(path, 'msgctxt "aber undated 1.3"\n', "")
    code, said = run(protocols, "import", path)
    assert (
        code == 1 and "there is no unit '1.1' in the protocol" in said and "bryn undated: changed 0, refused 1" in said
    )
    assert "'Third.' does not say to which unit it belongs" in said


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_that_lost_the_marks_of_its_export_is_compared_with_today(protocols, format):
    path = exported(protocols, format)
    translate(path, "1.1", "Y cyntaf.")
    imported = exchange.read(path)
    bare = replace(imported, units=tuple(replace(unit, exported=None) for unit in imported.units))
    outcome = incoming_changes(_version(protocols), "cy", bare)
    assert [(one.unit, one.target) for one in outcome.units if one.unit != "1.4"] == [("1.1", "Y cyntaf.")]
    assert not outcome.refused


# --- every character


AWKWARD = [
    "=SUM(A1:A9)", "+1", "-1", "@x", "'1", '"quoted"', " before", "after ", "ŵŷâêîôŴŶ", "**bold** *i*", "—–…“”‘’",
    "_x0041_", "_x005F_", "\\n\\t\\", "a\tb", "<b>&amp;</b>", "]]>", "# state: reviewed", "😀", "1.10", "2019-09-25",
    "TRUE", "1e5", "%s %d {0}", "e\u0301", "a\u00a0b", "007", "//x", "#, fuzzy", "msgid \"\"", "\u00a0",
]  # fmt: skip
PRINTABLE = st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Cn", "Co"))
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


@pytest.mark.parametrize("format", FORMATS)
@settings(deadline=None)
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


# --- files that mean no good


BOMB = b"".join(
    [b"<!DOCTYPE x [<!ENTITY a 'lol'>"]
    + [f"<!ENTITY {name} '{f'&{before};' * 20}'>".encode() for before, name in zip("abcdefgh", "bcdefghi", strict=True)]
    + [b"]>"]
)
HOSTILE = {
    "bomb in the text": BOMB + b"<xliff version='1.2'><file original='aber/undated'>&i;</file></xliff>",
    "bomb in an attribute": BOMB + b"<xliff version='1.2'><file original='&i;'/></xliff>",
    "entity of a file": b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><xliff version='1.2'>&a;</xliff>",
    "parameter entity": b"<!DOCTYPE x [<!ENTITY % a SYSTEM 'http://127.0.0.1:9/x'> %a;]><xliff version='1.2'/>",
    "too deep": b"<a>" * 100_000,
    "not closed": b"<xliff version='1.2'>",
    "another kind of XML": b"<html/>",
    "a memory": b"<tmx version='1.4'/>",
    "XLIFF 2": b"<xliff version='2.0' xmlns='urn:oasis:names:tc:xliff:document:2.0'/>",
    "empty XLIFF": b"<xliff version='1.2'/>",
    "unknown encoding": b"<?xml version='1.0' encoding='x-none'?><xliff version='1.2'/>",
    "empty": b"",
    "no PO": b"hello\nworld\n",
    "PO not closed": b'msgid ""\nmsgstr ""\n\nmsgctxt "aber undated 1.1"\nmsgid "a"b"\nmsgstr "c"\n',
    "PO out of order": b'msgstr "c"\nmsgid "a"\n"b"\n',
    "PO without entries": b'msgid ""\nmsgstr ""\n"Language: cy\\n"\n',
    "PO in Latin 8": 'msgid "a"\nmsgstr "\u0175"\n'.encode("iso8859-14"),
    "PO with a line separator": 'msgid "a"\nmsgstr "b\u2028c"\n'.encode(),
    "bytes": bytes(range(256)),
    "ZIP of nothing": b"PK\x05\x06" + b"\0" * 18,
    "broken ZIP": b"PK\x03\x04garbage",
}


def _packed(**parts: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return packed.getvalue()


HOSTILE |= {
    "ZIP that is no workbook": _packed(a=b"<a/>"),
    "packed bomb": _packed(a=b" " * 60_000_000),
    "workbook with entities": _packed(xl__workbook=BOMB + b"<workbook>&i;</workbook>"),
    "the same in UTF-16": _packed(xl__workbook=(BOMB + b"<workbook>&i;</workbook>").decode().encode("utf-16")),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_means_no_good_ends_in_one_clear_line(protocols, name):
    path = protocols.parent / "file"
    path.write_bytes(HOSTILE[name])
    code, said = run(protocols, "import", path)
    assert code == 1 and len(said.splitlines()) == 1 and said.startswith("file:") and "; " in said
    assert "root:" not in said and welsh(protocols) == WELSH


@pytest.mark.parametrize("name", ["bomb in the text", "entity of a file", "not closed", "another kind of XML", "empty"])
def test_so_does_a_memory_that_means_no_good(protocols, name):
    path = protocols.parent / "file"
    path.write_bytes(HOSTILE[name])
    code, said = run(protocols, "memory", "import", path)
    assert code == 1 and len(said.splitlines()) == 1 and said.startswith("file:")


@pytest.mark.parametrize(
    "arguments", [("import", "nothing"), ("export", "--council", "abr"), ("status", "--council", "x")]
)
def test_so_does_a_wrong_name(protocols, arguments):
    code, said = run(protocols, *arguments)
    assert code == 1 and len(said.splitlines()) == 1


def test_a_cell_that_holds_no_words_refuses_its_row_alone(protocols):
    values = {"=1+1": "a formula", True: "something that is not text", date(2019, 9, 25): "a date", "#REF!": "an error"}
    for value, said in values.items():
        path = exported(protocols, "xlsx")
        translate(path, "1.3", "Trydydd.")
        book = openpyxl.load_workbook(path)
        book.active["D4"].value = value
        book.save(path)
        code, line = run(protocols, "import", path)
        assert code == 1 and line.startswith(f"aber.xlsx:4: the cell D4 holds {said}")
        assert "refused 1" in line and _version(protocols).translations["cy"].units["1.3"].target == "Trydydd."


def test_a_sheet_whose_columns_were_moved_is_read_by_its_headings(protocols):
    path = exported(protocols, "xlsx")
    book = openpyxl.load_workbook(path)
    book.active.insert_cols(2)
    book.active["E4"].value = 2018
    book.save(path)
    assert run(protocols, "import", path)[0] == 0
    assert _version(protocols).translations["cy"].units["1.1"].target == "2018"


def test_faulty_protocols_are_told_before_anything_is_done(protocols):
    rewrite(protocols / "aber" / "undated.cy.yml", "state: draft", "state: good")
    code, said = run(protocols, "status")
    assert code == 1 and said.startswith("protocols/aber/undated.cy.yml:2: 'state' is 'good'")


@settings(deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode), st.sampled_from(FORMATS))
def test_no_bytes_bring_a_reader_down(data, format):
    start = {"po": b'msgid ""\nmsgstr ""\n', "xliff": b"<xliff version='1.2'><file>", "xlsx": b"PK\x03\x04"}[format]
    for content in (data, start + data):
        try:
            exchange.FORMATS[format].read(content, Path("file"))
        except Faulty as faults:
            assert len(faults.problems) == 1


def _version(protocols: Path) -> Version:
    return ProtocolRepository(protocols).load(date.today()).version_shown("aber")


def _content(path: Path) -> str:
    """The text of an export, unpacked where it is packed."""
    if path.suffix != ".xlsx":
        return path.read_text("utf-8")
    return "\n".join(str(cell.value) for row in openpyxl.load_workbook(path).active.iter_rows() for cell in row)
