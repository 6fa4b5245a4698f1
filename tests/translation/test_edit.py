"""Saving translations: what changes is what was asked for, and nothing else by a single byte."""

import difflib
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protocolau.language import other
from protocolau.read.problem import Faulty
from protocolau.read.text import without_unwanted
from protocolau.repository.repository import ProtocolRepository
from protocolau.translation.editing import translation_file
from protocolau.translation.editing.translation_file import SaveRequest, UnitChange, path_of, prepare, save, save_all
from tests import sixth
from tests.conftest import FIVE, ROOT
from tests.statement_files import FACTS, loaded

PROTOCOL = """\
title: Protocol
language: en
body:
  - number: "1."
    heading: Purpose
    provisions:
      - number: "1.1"
        text: First.
      - number: "1.2"
        text: Second.
      - number: "1.3"
        text: Third.
"""
WELSH = """\
# A remark at the head.
language: cy
state: draft   # of all
units:
  # The title comes first.
  "document title":
    en: Protocol
    cy: Protocol

  '1.1':
    en: "First."
    cy: 'Cyntaf.'   # a remark on the line
    # a remark between
    note: An old note.
    waive:
      spelling: A name.
  1.3:
    en: Third.
    cy: >-
      Trydydd
      dros ddwy linell.

# A remark at the end.
"""
TODAY = date(2026, 1, 1)


@pytest.fixture
def protocols(tmp_path) -> Path:
    """A folder of protocols with one council, `aber`, and its translation."""
    shutil.copytree(ROOT / "protocols" / "vocabulary", tmp_path / "vocabulary")
    (tmp_path / "aber").mkdir()
    (tmp_path / "aber" / "council.yml").write_text(FACTS, "utf-8")
    (tmp_path / "aber" / "undated.yml").write_text(PROTOCOL, "utf-8")
    (tmp_path / "aber" / "undated.cy.yml").write_text(WELSH, "utf-8")
    return tmp_path


def version_in(protocols: Path):
    return ProtocolRepository(protocols).load(TODAY).version_shown("aber")


def changed_lines(before: str, after: str) -> list[str]:
    """The lines taken out and put in, as a unified difference shows them."""
    found = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in found if not line.startswith(("---", "+++", "@@"))]


def as_it_is(version, language="cy") -> list[UnitChange]:
    units = version.translations[language].units
    return [
        UnitChange(name, unit.source, unit.target, unit.state, unit.note, unit.waive) for name, unit in units.items()
    ]


WAIVERS = {
    "another reason": (
        {"spelling": "Its name."},
        ["-    waive:", "-      spelling: A name.", '+    waive: {spelling: "Its name."}'],
    ),
    "taken out": ({}, ["-    waive:", "-      spelling: A name."]),
    "left alone": (None, []),
}


@pytest.mark.parametrize("case", WAIVERS)
def test_the_checks_that_a_unit_waives_are_changed_and_nothing_else(protocols, case):
    waive, lines = WAIVERS[case]
    version = version_in(protocols)
    path = path_of(version, "cy")
    before = path.read_text("utf-8")
    save(path, version, "cy", [UnitChange("1.1", "First.", "Cyntaf.", "draft", "An old note.", waive)])
    assert changed_lines(before, path.read_text("utf-8")) == lines


def test_a_check_is_waived_where_none_was(protocols):
    version = version_in(protocols)
    path = path_of(version, "cy")
    before = path.read_text("utf-8")
    save(
        path, version, "cy", [UnitChange("document title", "Protocol", "Protocol", "draft", None, {"terms": "A name."})]
    )
    assert changed_lines(before, path.read_text("utf-8")) == ["+    waive:", "+      terms: A name."]


def test_saving_what_is_there_changes_no_byte(library_with_a_sixth, tmp_path):
    for slug in (*FIVE, sixth.SLUG):
        version = library_with_a_sixth.version_shown(slug)
        language = other(version.language)
        path = Path(shutil.copy(path_of(version, language), tmp_path))
        before = path.read_bytes()
        assert not save(path, version, language, as_it_is(version, language))
        assert not save(path, version, language, [])
        assert path.read_bytes() == before


@pytest.mark.parametrize("slug", FIVE)
def test_a_change_touches_its_own_line_alone(library, tmp_path, slug):
    version = library.version_shown(slug)
    path = Path(shutil.copy(path_of(version, "cy"), tmp_path))
    before = path.read_text("utf-8")
    for one in as_it_is(version)[::7]:
        assert save(path, version, "cy", [UnitChange(one.unit, one.source, f"{one.target} ŵ", one.state, one.note)])
        taken, put = changed_lines(before, path.read_text("utf-8"))
        assert re.match(r"- +cy: ", taken) and re.match(r"\+ +cy: ", put) and "ŵ" in put
        path.write_text(before, "utf-8")


@pytest.mark.parametrize("slug", FIVE)
def test_a_file_made_anew_is_written_in_the_house_style(library, tmp_path, slug):
    version = library.version_shown(slug)
    path = tmp_path / path_of(version, "cy").name
    assert save(path, version, "cy", as_it_is(version))
    assert changed_lines(path_of(version, "cy").read_text("utf-8"), path.read_text("utf-8")) == []


def test_comments_order_and_quotes_stay(protocols):
    version = version_in(protocols)
    path = path_of(version, "cy")
    changes = [
        UnitChange("1.1", "First.", "It's: 'newydd'", "reviewed"),
        UnitChange("1.3", "Third.", "Trydydd.", "draft", "N"),
    ]
    assert save(path, version, "cy", changes)
    assert changed_lines(WELSH, path.read_text("utf-8")) == [
        "-    cy: 'Cyntaf.'   # a remark on the line",
        "+    cy: 'It''s: ''newydd'''   # a remark on the line",
        "+    state: reviewed",
        "-    note: An old note.",
        "-    cy: >-",
        "-      Trydydd",
        "-      dros ddwy linell.",
        "+    cy: Trydydd.",
        "+    note: N",
    ]


def test_a_new_unit_stands_where_the_document_has_it(protocols):
    version = version_in(protocols)
    path = path_of(version, "cy")
    assert save(
        path,
        version,
        "cy",
        [UnitChange("1.2", "Second.", "Ail.", "draft"), UnitChange("1 heading", "Purpose", "Diben", "draft")],
    )
    assert list(version_in(protocols).translations["cy"].units) == ["document title", "1 heading", "1.1", "1.2", "1.3"]
    added = changed_lines(WELSH, path.read_text("utf-8"))
    assert added == [
        *['+  "1 heading":', "+    en: Purpose", "+    cy: Diben"],
        *['+  "1.2":', "+    en: Second.", "+    cy: Ail."],
    ]


def test_the_first_unit_of_all_goes_before_the_others(protocols):
    path = path_of(version_in(protocols), "cy")
    path.write_text("language: cy\nstate: draft\nunits:\n  # third\n  '1.3': {en: Third., cy: Trydydd.}", "utf-8")
    version = version_in(protocols)
    save(
        path,
        version,
        "cy",
        [UnitChange("1.1", "First.", "Cyntaf.", "draft"), UnitChange("1.3", "Third.", "3", "reviewed", "!")],
    )
    assert path.read_text("utf-8") == (
        'language: cy\nstate: draft\nunits:\n  "1.1":\n    en: First.\n    cy: Cyntaf.\n  # third\n'
        '  \'1.3\': {en: Third., cy: "3", state: "reviewed", note: "!"}'
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{}", '\n  "1.1":\n    en: First.\n    cy: Un.'),
        (
            '{"1.3": {note: N, en: Third., cy: Tri.}}',
            ' {"1.3": {note: N, en: Third., cy: Tri.}, "1.1": {en: "First.", cy: "Un."}}',
        ),
    ],
)
def test_units_in_braces(protocols, before, after):
    path = path_of(version_in(protocols), "cy")
    path.write_text(f"language: cy\nstate: draft\nunits: {before}  # all\n", "utf-8")
    save(path, version_in(protocols), "cy", [UnitChange("1.1", "First.", "Un.", "draft")])
    assert path.read_text("utf-8") == f"language: cy\nstate: draft\nunits:{after}  # all\n"


def test_a_note_is_taken_out_of_braces(protocols):
    path = path_of(version_in(protocols), "cy")
    path.write_text('language: cy\nstate: draft\nunits: {"1.1": {note: N, en: First., cy: Un.}}\n', "utf-8")
    save(path, version_in(protocols), "cy", [UnitChange("1.1", "First.", "Un.", "draft")])
    assert path.read_text("utf-8") == 'language: cy\nstate: draft\nunits: {"1.1": {en: First., cy: Un.}}\n'


@pytest.mark.parametrize(
    "encode", [lambda text: text.replace("\n", "\r\n").encode(), lambda text: b"\xef\xbb\xbf" + text.encode()]
)
def test_line_ends_and_byte_order_mark_stay(protocols, encode):
    path = path_of(version_in(protocols), "cy")
    path.write_bytes(encode(WELSH))
    save(path, version_in(protocols), "cy", [UnitChange("1.2", "Second.", "Ail.", "reviewed")])
    expected = WELSH.replace("  1.3:", '  "1.2":\n    en: Second.\n    cy: Ail.\n    state: reviewed\n  1.3:')
    assert path.read_bytes() == encode(expected)


def test_a_file_without_a_last_line_end(protocols):
    path = path_of(version_in(protocols), "cy")
    path.write_text("language: cy\nstate: draft\nunits:\n  '1.1':\n    en: First.\n    cy: Un.", "utf-8")
    changes = [UnitChange("1.1", "First.", "Un.", "reviewed", "N"), UnitChange("1.2", "Second.", "Dau.", "draft")]
    save(path, version_in(protocols), "cy", changes)
    assert path.read_text("utf-8").endswith(
        '    cy: Un.\n    state: reviewed\n    note: N\n  "1.2":\n    en: Second.\n    cy: Dau.'
    )


def test_a_protocol_adopted_in_welsh_gets_an_english_file(protocols):
    (protocols / "aber" / "undated.cy.yml").unlink()
    (protocols / "aber" / "undated.yml").write_text(PROTOCOL.replace("language: en", "language: cy"), "utf-8")
    version = version_in(protocols)
    assert save(path_of(version, "en"), version, "en", [UnitChange("1.1", "First.", "The first.", "draft")])
    text = (protocols / "aber" / "undated.en.yml").read_text("utf-8")
    assert text.startswith(
        "# yaml-language-server: $schema=../schema/translation.json\n# An unofficial English translation"
    )
    assert text.endswith('language: en\nstate: draft\nunits:\n  "1.1":\n    cy: First.\n    en: The first.\n')
    assert version_in(protocols).translations["en"].units["1.1"].target == "The first."


FAULTY = [
    (UnitChange("1.1", "First.", "Un\nDau", "draft"), "'cy' runs over a line break"),
    (UnitChange("1.1", "First.", "  ", "draft"), "'cy' is empty"),
    (UnitChange("1.1", "First.", "**Un", "draft"), "a star in 'cy' opens emphasis"),
    (UnitChange("1.1", "First.", "Un", "good"), "'state' is 'good'"),
    (UnitChange("1.1", "First.", "U\u200bn", "draft"), "'1.1' has an invisible or control character (U+200B"),
    (UnitChange("1.1", "First.", "U\x07n", "draft"), "'1.1' has an invisible or control character (U+0007"),
    (UnitChange("1.1", "First.", "U\rn", "draft"), "'1.1' has a carriage return"),
    (UnitChange("1.1", "First.", "\ud800", "draft"), "'1.1' has an invisible or control character (U+D800"),
    (UnitChange("9.9", "First.", "Un", "draft"), "there is no unit '9.9' in the protocol"),
]


@pytest.mark.parametrize(("change", "said"), FAULTY)
def test_a_faulty_change_leaves_the_file_as_it_was(protocols, change, said):
    version = version_in(protocols)
    path = path_of(version, "cy")
    with pytest.raises(Faulty) as raised:
        save(path, version, "cy", [UnitChange("1.2", "Second.", "Ail.", "draft"), change])
    assert said in str(raised.value) and "undated.cy.yml:" in str(raised.value) and ".new" not in str(raised.value)
    assert path.read_text("utf-8") == WELSH
    assert sorted(one.name for one in path.parent.iterdir()) == ["council.yml", "undated.cy.yml", "undated.yml"]


@pytest.mark.parametrize("text", ["units: [", "", "language: cy\nstate: draft\nunits:\n  a: b\n", "language: cy\n"])
def test_a_file_that_is_at_fault_already_is_not_touched(protocols, text):
    version = version_in(protocols)
    path = path_of(version, "cy")
    path.write_text(text, "utf-8")
    with pytest.raises(Faulty):
        save(path, version, "cy", [UnitChange("1.1", "First.", "Un.", "draft")])
    assert path.read_text("utf-8") == text


def test_somebody_elses_change_in_the_meantime_is_not_lost(protocols):
    version = version_in(protocols)
    path = path_of(version, "cy")
    prepared = prepare(path, version, "cy", [UnitChange("1.1", "First.", "Un.", "draft")])
    path.write_text(WELSH + "# theirs\n", "utf-8")
    with pytest.raises(Faulty, match="the file was changed while it was being saved"):
        prepared.put_in_place()
    assert path.read_text("utf-8") == WELSH + "# theirs\n"
    assert not list(path.parent.glob(".*"))


def test_of_several_files_none_is_saved_where_one_is_at_fault(protocols):
    version = version_in(protocols)
    path = path_of(version, "cy")
    good, bad = UnitChange("1.1", "First.", "Un.", "draft"), UnitChange("1.1", "First.", "**Un.", "draft")
    other = path.with_name("other.cy.yml")
    with pytest.raises(Faulty):
        save_all([SaveRequest(other, version, "cy", [good]), SaveRequest(path, version, "cy", [bad])])
    assert path.read_text("utf-8") == WELSH and not other.exists() and not list(path.parent.glob(".*"))
    asked = [(other, [good]), (path, [good]), (path, [])]
    assert save_all(SaveRequest(place, version, "cy", changes) for place, changes in asked) == 2


def test_a_failure_of_the_disk_leaves_the_file_as_it_was(protocols, monkeypatch):
    version = version_in(protocols)
    path = path_of(version, "cy")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(translation_file.os, "replace", fail)
    with pytest.raises(OSError):
        save(path, version, "cy", [UnitChange("1.1", "First.", "Un.", "draft")])
    assert path.read_text("utf-8") == WELSH
    assert not list(path.parent.glob(".*"))


def test_a_file_that_is_saved_keeps_its_permissions(protocols):
    version = version_in(protocols)
    path = path_of(version, "cy")
    path.chmod(0o640)
    save(path, version, "cy", [UnitChange("1.1", "First.", "Un.", "draft")])
    assert path.stat().st_mode & 0o777 == 0o640


WRITABLE = st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Cn", "Co")).filter(without_unwanted)
TEXTS = st.text(WRITABLE, min_size=1).filter(str.strip)


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["document title", "1 heading", "1.1", "1.2", "1.3"]), TEXTS, TEXTS), max_size=6)
)
def test_any_changes_read_back_as_they_were_asked_for(tmp_path_factory, asked):
    protocols = _shared(tmp_path_factory)
    version = loaded(protocols)
    path = path_of(version, "cy")
    changes = {
        name: UnitChange(name, version.units[name], _closed(text), "reviewed", note) for name, text, note in asked
    }
    before = version.translations["cy"].units
    save(path, version, "cy", changes.values())
    after = loaded(protocols).translations["cy"].units
    for name in {*before, *changes}:
        expected = changes.get(name) or before[name]
        found = after[name]
        assert (found.target, found.state, found.note) == (expected.target, expected.state, expected.note)
    assert [name for name in version.units if name in after] == list(after)
    assert path.read_text("utf-8").count("# a remark") == 2


def _shared(tmp_path_factory) -> Path:
    """A folder like that of `protocols`, for examples that come by the hundred."""
    folder = tmp_path_factory.mktemp("any")
    (folder / "vocabulary").symlink_to(ROOT / "protocols" / "vocabulary")
    (folder / "aber").mkdir()
    for name, text in (("council", FACTS), ("undated", PROTOCOL), ("undated.cy", WELSH)):
        (folder / "aber" / f"{name}.yml").write_text(text, "utf-8")
    return folder


def _closed(text: str) -> str:
    return text.replace("\\", "/").replace("*", "·")
