"""Files for translators: nothing is lost on the way out, and what comes back changes what its translator changed."""

import openpyxl
import pytest
from lxml import etree

from protocolau.language import other
from protocolau.translation.exchange import formats as exchange
from protocolau.translation.exchange.import_outcome import incoming_changes
from protocolau.translation.exchange.outgoing import outgoing_units
from protocolau.translation.memory import remember
from tests.exchange_files import (
    FORMATS,
    PROTOCOL,
    UNCHANGED,
    WELSH,
    content,
    exported,
    rewrite,
    run,
    translate,
    version_of,
    welsh,
)

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
    assert "Second, as it was." in content(path)
    translate(path, "1.2", "Ail, fel y mae heddiw.")
    assert run(protocols, "import", path)[0] == 0
    unit = version_of(protocols).translations["cy"].units["1.2"]
    assert (unit.source, unit.target, unit.state) == ("Second, as it is today.", "Ail, fel y mae heddiw.", "draft")


@pytest.mark.parametrize("format", FORMATS)
def test_a_stale_translation_that_still_holds_is_confirmed(protocols, format):
    path = exported(protocols, format)
    translate(path, "1.2")
    assert run(protocols, "import", path)[0] == 0
    unit = version_of(protocols).translations["cy"].units["1.2"]
    assert (unit.source, unit.target) == ("Second, as it is today.", "Ail.")


@pytest.mark.parametrize("format", ["xliff", "xlsx"])
def test_a_program_that_keeps_no_states_does_the_work_all_the_same(protocols, format):
    path = exported(protocols, format)
    translate(path, "1.2", "Ail, heddiw.", done=False)
    translate(path, "1.3", "Trydydd.", done=False)
    assert run(protocols, "import", path) == (0, "aber undated: changed 2, refused 0\n")
    units = version_of(protocols).translations["cy"].units
    assert units["1.2"].source == "Second, as it is today." and units["1.3"].state == "draft"


def test_what_stays_fuzzy_stays_stale(protocols):
    path = exported(protocols, "po")
    translate(path, "1.2", "Ail, heb orffen.", done=False)
    assert run(protocols, "import", path)[0] == 0
    unit = version_of(protocols).translations["cy"].units["1.2"]
    assert (unit.source, unit.target, unit.state) == ("Second, as it was.", "Ail, heb orffen.", "draft")


@pytest.mark.parametrize(
    ("format", "state"),
    [
        ("po", "state: reviewed"),
        ("po", "Cyflwr: Adolygwyd"),
        ("xliff", "signed-off"),
        ("xliff2", "reviewed"),
        ("xlsx", "reviewed · adolygwyd"),
    ],
)
def test_a_translation_is_marked_as_reviewed_and_a_note_added(protocols, format, state):
    path = exported(protocols, format)
    translate(path, "1 heading", state=state, note="Yn ôl y geirfa.")
    assert run(protocols, "import", path)[0] == 0
    unit = version_of(protocols).translations["cy"].units["1 heading"]
    assert (unit.target, unit.state, unit.note) == ("Diben", "reviewed", "Yn ôl y geirfa.")


@pytest.mark.parametrize("said", ["final", "signed-off"])
def test_no_state_of_xliff_makes_a_translation_the_councils_own(protocols, said):
    path = exported(protocols, "xliff")
    translate(path, "1.1", state=said)
    run(protocols, "import", path)
    assert version_of(protocols).translations["cy"].units["1.1"].state == "reviewed"


@pytest.mark.parametrize(
    ("unit", "target", "state", "approved", "expected"),
    [
        ("1.2", None, "needs-review-translation", "yes", "draft"),
        ("1.3", "Trydydd.", "needs-translation", "yes", "draft"),
        ("1.3", "Trydydd.", "needs-adaptation", "no", "draft"),
        ("1.3", "Trydydd.", "x-own", "yes", "draft"),
        ("1.1", None, "needs-adaptation", "no", "draft"),
        ("1.1", None, "final", "yes", "reviewed"),
        ("1.1", None, "signed-off", "no", "draft"),
        ("1.1", None, "translated", "yes", "draft"),
    ],
)
def test_what_other_programs_say_in_xliff_is_taken_at_its_weakest(protocols, unit, target, state, approved, expected):
    path = exported(protocols, "xliff")
    translate(path, unit, target, state=state)
    rewrite(path, f'<trans-unit id="{unit}"', f'<trans-unit approved="{approved}" id="{unit}"')
    assert run(protocols, "import", path)[0] == 0
    found = version_of(protocols)
    assert found.translations["cy"].units[unit].state == expected
    assert found.translations["cy"].units[unit].source == found.units[unit]


# --- the memory's help


@pytest.mark.parametrize("format", ["po", "xliff", "xliff2"])
def test_an_exact_match_is_offered_and_counts_once_it_is_accepted(protocols, format):
    path = exported(protocols, format)
    assert "Parch at ein gilydd." in path.read_text("utf-8")
    assert run(protocols, "import", path) == (0, "aber undated: changed 0, refused 0\n")
    translate(path, "1.4")
    assert run(protocols, "import", path) == (0, "aber undated: changed 1, refused 0\n")
    unit = version_of(protocols).translations["cy"].units["1.4"]
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


def test_status_counts_what_is_left_of_a_version_that_is_still_to_come(protocols):
    words = PROTOCOL.replace("language: en\n", "language: en\nadopted: 2999-01-01\n").replace("First.", "Quite anew.")
    (protocols / "aber/2999-01-01.yml").write_text(words, "utf-8")
    lines = [" ".join(line.split()) for line in run(protocols, "status", "--council", "aber")[1].splitlines()]
    assert [line.split(" cy ")[0] for line in lines[1:3]] == ["aber undated", "aber 2999-01-01"]
    assert int(lines[2].split()[-1]) > 0


def test_the_memory_goes_out_and_in_as_tmx(protocols):
    path = protocols.parent / "memory.tmx"
    assert run(protocols, "memory", "export", path) == (0, "memory.tmx\n")
    tree = etree.parse(str(path))
    assert len(tree.findall(".//tu")) == 5 and tree.getroot().get("version") == "1.4"
    (protocols / "aber" / "undated.cy.yml").unlink()
    rewrite(path, "<seg>Cyntaf.</seg>", "<seg>Cyntaf oll.</seg>")
    code, said = run(protocols, "memory", "import", path)
    assert (code, said) == (0, "pairs read: 5, units filled: 5\n")
    units = version_of(protocols).translations["cy"].units
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
    assert version_of(protocols).translations["cy"].units["1.3"].target == "Trydydd."


MEMORY = (
    "<tmx version='1.4'><header/><body><tu><tuv xml:lang='{}'><seg>Third.</seg></tuv>"
    "<tuv xml:lang='{}'><seg>{}</seg></tuv></tu></body></tmx>"
)


@pytest.mark.parametrize(("english", "other"), [("en_GB", "cy_GB"), ("eng", "cym"), ("EN", "wel")])
def test_a_memory_names_its_languages_in_whichever_way(protocols, english, other):
    path = protocols.parent / "memory.tmx"
    path.write_text(MEMORY.format(english, other, "Trydydd."), "utf-8")
    assert run(protocols, "memory", "import", path) == (0, "pairs read: 1, units filled: 1\n")


@pytest.mark.parametrize("spoilt", ["Y rÃ´l.", "Mae&amp;#39;r un.", "Y d?r.", "Y d\ufffdr.", "&lt;b>Trydydd&lt;/b>."])
def test_what_a_program_has_spoilt_in_a_memory_is_neither_filled_in_nor_kept(protocols, spoilt):
    path = protocols.parent / "memory.tmx"
    path.write_text(MEMORY.format("en", "cy", spoilt), "utf-8")
    said = "pairs read: 1, units filled: 0\npairs kept: 0\n"
    assert run(protocols, "memory", "import", "--keep", path) == (0, said) and welsh(protocols) == WELSH


def test_a_source_that_stands_for_its_translation_in_a_memory_is_none(protocols):
    path = protocols.parent / "memory.tmx"
    path.write_text(MEMORY.format("en", "cy", "Third.").replace("Third.", "Respect for one another."), "utf-8")
    (protocols / "bryn" / "undated.cy.yml").unlink()
    said = "pairs read: 1, units filled: 0\npairs kept: 0\n"
    assert run(protocols, "memory", "import", "--keep", path) == (0, said) and welsh(protocols) == WELSH


# --- the other direction


@pytest.mark.parametrize("format", FORMATS)
def test_a_protocol_adopted_in_welsh_is_translated_into_english(protocols, format):
    (protocols / "aber" / "undated.cy.yml").unlink()
    rewrite(protocols / "aber" / "undated.yml", "language: en", "language: cy")
    rewrite(protocols / "aber" / "undated.yml", "Respect for one another.", "Parch at ein gilydd.")
    path = exported(protocols, format, "--language", "en")
    assert "Respect for one another." in content(path)
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


def test_no_format_is_written_over_another(protocols, monkeypatch):
    monkeypatch.chdir(protocols.parent)
    for format in FORMATS:
        assert run(protocols, "export", "--council", "aber", "--format", format)[0] == 0
    written = {path.name for path in protocols.parent.glob("aber-*")}
    assert written == {f"aber-undated.cy.{ending}" for ending in ("po", "xlf", "xliff2.xlf", "xlsx")}


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
