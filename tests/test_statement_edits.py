"""Saving translations of statements: each is written into its clause's entries, and nothing else changes."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import openpyxl
import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from protocolau.model.protocol import Version
from protocolau.model.translation import TITLE
from protocolau.read.problem import Faulty
from protocolau.repository.repository import ProtocolRepository
from protocolau.translation import exchange
from protocolau.translation.editing.translation_file import UnitChange, path_of, save
from protocolau.translation.exchange import tmx
from protocolau.translation.exchange.import_outcome import incoming_changes
from protocolau.translation.exchange.incoming import IncomingFile
from protocolau.translation.exchange.outgoing import outgoing_units
from protocolau.translation.memory import remember
from protocolau.translation.reading import Reading, state_of
from tests.conftest import ROOT

FACTS = "name: {en: A, cy: A}\nshort_name: {en: A, cy: A}\nkind: town\nnation: wales\n"
HEAD = "language: cy\nstate: draft\nunits:\n"


def protocol(*clauses: Sequence[str]) -> str:
    """A protocol whose clauses are 1, 2 and so on, each of these statements."""
    lines = ["title: Protocol", "language: en", "body:"]
    for number, statements in enumerate(clauses, 1):
        lines += [f'  - number: "{number}"', "    text:", *(f'      - says: "{text}"' for text in statements)]
    return "\n".join(lines) + "\n"


def written(folder: Path, source: str, welsh: str = "") -> Version:
    """The version of `aber`, written into a folder of protocols with its translation."""
    if not (folder / "vocabulary").exists():
        (folder / "vocabulary").symlink_to(ROOT / "protocols" / "vocabulary")
    (folder / "aber").mkdir(exist_ok=True)
    (folder / "aber" / "council.yml").write_text(FACTS, "utf-8")
    (folder / "aber" / "undated.yml").write_text(source, "utf-8")
    if welsh:
        (folder / "aber" / "undated.cy.yml").write_text(welsh, "utf-8")
    return loaded(folder)


def loaded(folder: Path) -> Version:
    return ProtocolRepository(folder).load(date(2026, 1, 1)).version_shown("aber")


def saved(folder: Path, source: str, entries: str, *changes: UnitChange) -> str:
    """What the file holds below `units` once these changes are saved."""
    version = written(folder, source, HEAD + entries)
    save(path_of(version, "cy"), version, "cy", changes)
    return path_of(version, "cy").read_text("utf-8").removeprefix(HEAD)


THREE = protocol(("One.", "Two.", "Three."))
LIST = """\
  # before
  "1":
    # the first
    - en: One.
      cy: 'Un.'   # a remark
      waive:
        terms: A reason.
    - {en: Two., cy: Dau.}
    # the last
    - en: Three.
      cy: Tri.
      note: A note.
  # after
"""


def test_an_entry_is_edited_where_it_is(tmp_path):
    changed = saved(
        tmp_path,
        THREE,
        LIST,
        UnitChange("1 s1", "One.", "Y cyntaf.", "reviewed"),
        UnitChange("1 s2", "Two.", "Yr ail.", "draft", "N"),
        UnitChange("1 s3", "Three.", "Tri.", "draft"),
    )
    assert changed == LIST.replace("'Un.'   # a remark\n", "'Y cyntaf.'   # a remark\n      state: reviewed\n").replace(
        "cy: Dau.}", 'cy: "Yr ail.", note: "N"}'
    ).replace("      note: A note.\n", "")


@pytest.mark.parametrize(
    ("entries", "change", "after"),
    [
        (
            '  "1":\n    - en: One.\n      cy: Un.\n    # the last\n    - en: Three.\n      cy: Tri.\n',
            UnitChange("1 s2", "Two.", "Dau.", "draft"),
            '  "1":\n    - en: One.\n      cy: Un.\n    - en: Two.\n      cy: Dau.\n'
            "    # the last\n    - en: Three.\n      cy: Tri.\n",
        ),
        (
            '  "1":\n    - en: Three.\n      cy: Tri.',
            UnitChange("1 s1", "One.", "Un.", "reviewed", "N"),
            '  "1":\n    - en: One.\n      cy: Un.\n      state: reviewed\n      note: N\n'
            "    - en: Three.\n      cy: Tri.",
        ),
        (
            '  "1": [{en: One., cy: Un.}]  # all\n',
            UnitChange("1 s3", "Three.", "Tri.", "draft"),
            '  "1": [{en: One., cy: Un.}, {en: "Three.", cy: "Tri."}]  # all\n',
        ),
    ],
)
def test_a_missing_entry_is_put_in_at_its_place(tmp_path, entries, change, after):
    assert saved(tmp_path, THREE, entries, change) == after


@pytest.mark.parametrize(
    ("entries", "changes", "after"),
    [
        (
            '  "1":\n    # one\n    en: One.\n    cy: >-\n      Un\n      gair.\n'
            "    # a remark\n    note: N   # n\n\n  # end\n",
            [UnitChange("1 s2", "Two.", "Dau.", "draft")],
            '  "1":\n    # one\n    - en: One.\n      cy: >-\n        Un\n        gair.\n      # a remark\n'
            "      note: N   # n\n    - en: Two.\n      cy: Dau.\n\n  # end\n",
        ),
        (
            '  "1":\n    en: Two.\n    cy: >-\n      Dau\n      air.\n    note: N\n    waive: {terms: R}\n',
            [
                UnitChange("1 s1", "One.", "Un.", "draft"),
                UnitChange("1 s2", "Two.", "Dau.", "reviewed"),
                UnitChange("1 s3", "Three.", "Tri.", "draft"),
            ],
            '  "1":\n    - en: One.\n      cy: Un.\n    - en: Two.\n      cy: Dau.\n      state: reviewed\n'
            "      waive: {terms: R}\n    - en: Three.\n      cy: Tri.\n",
        ),
        (
            '  "1": {en: Two., cy: Dau.}  # end\n',
            [UnitChange("1 s1", "One.", "Un.", "draft"), UnitChange("1 s2", "Two.", "Dau.", "draft", "N")],
            '  "1": [{en: "One.", cy: "Un."}, {en: Two., cy: Dau., note: "N"}]  # end\n',
        ),
    ],
)
def test_a_mapping_becomes_a_list(tmp_path, entries, changes, after):
    assert saved(tmp_path, THREE, entries, *changes) == after


def test_new_clauses_are_written_as_the_source_is_cut(tmp_path):
    source = protocol(("One.", "Two."), ("Three.",), ("Four.", "Five."))
    changes = [
        UnitChange("1 s2", "Two.", "Dau.", "draft"),
        UnitChange("2", "Three.", "Tri.", "draft"),
        UnitChange("3", "Four. Five.", "Pedwar a phump.", "draft"),
    ]
    version = written(tmp_path, source)
    save(path_of(version, "cy"), version, "cy", changes)
    assert path_of(version, "cy").read_text("utf-8").partition("units:\n")[2] == (
        '  "1":\n    - en: Two.\n      cy: Dau.\n'
        '  "2":\n    en: Three.\n    cy: Tri.\n'
        '  "3":\n    - en:\n        - Four.\n        - Five.\n      cy: Pedwar a phump.\n'
    )


JOINED = '  "1":\n    - en: One.\n      cy: Un.\n    - en: [Two., Three.]\n      cy: Dau a thri.\n'


def test_what_joins_neighbours_goes_on_joining_them(tmp_path):
    unit = UnitChange("1 s2-3", "Two. Three.", "Dau, a thri.", "reviewed")
    assert saved(tmp_path, THREE, JOINED, unit) == JOINED.replace("Dau a thri.", "Dau, a thri.\n      state: reviewed")


def test_what_is_joined_and_stale_is_brought_up_to_date_joined(tmp_path):
    entries = JOINED.replace("[Two., Three.]", "[Second., Third.]")
    unit = UnitChange("1 s2-3", "Two. Three.", "Dau a thri.", "draft")
    assert saved(tmp_path, THREE, entries, unit) == JOINED.replace("[Two., Three.]", '["Two.", "Three."]')


def test_a_statement_that_the_file_joins_with_its_neighbour_is_not_written_alone(tmp_path):
    version = written(tmp_path, THREE, HEAD + JOINED)
    with pytest.raises(Faulty) as raised:
        save(path_of(version, "cy"), version, "cy", [UnitChange("1 s2", "Two.", "Dau.", "draft")])
    assert str(raised.value).endswith(
        "undated.cy.yml:1: '1 s2' is translated together with its neighbours in this file; "
        "translate them as the file has them, or divide its entry by hand"
    )
    for name in ("1 s4", "1 s2-1", "1 s0", "1 x"):
        with pytest.raises(Faulty, match=f"there is no unit '{name}' in the protocol"):
            save(path_of(version, "cy"), version, "cy", [UnitChange(name, "Two.", "Dau.", "draft")])


TWO_ENTRIES = (
    '  "1":\n    - en: One.\n      cy: Un.\n      state: reviewed\n      waive: {terms: R}\n'
    "    # two\n    - en: Two.\n      cy: Dau.\n      note: N\n      waive: {numbers: S}\n"
)


def test_entries_of_a_statement_that_is_no_longer_cut_stay_until_its_words_change(tmp_path):
    source = protocol(("One. Two.",))
    version = written(tmp_path, source, HEAD + TWO_ENTRIES)
    unit = version.translations["cy"].units["1"]
    assert (unit.target, unit.state, unit.note) == ("Un. Dau.", "draft", "N")
    again = UnitChange("1", "One. Two.", "Un. Dau.", "draft", "N")
    assert saved(tmp_path, source, TWO_ENTRIES, again) == TWO_ENTRIES
    reviewed = UnitChange("1", "One. Two.", "Un. Dau.", "reviewed", "N")
    assert saved(tmp_path, source, TWO_ENTRIES, reviewed) == TWO_ENTRIES.replace(
        "      cy: Dau.\n", "      cy: Dau.\n      state: reviewed\n"
    )
    reworded = UnitChange("1", "One. Two.", "Un a dau.", "draft", "N")
    assert saved(tmp_path, source, TWO_ENTRIES, reworded) == (
        '  "1":\n    - en: ["One.", "Two."]\n      cy: Un a dau.\n      state: draft\n      note: N\n'
        '      waive: {terms: "R", numbers: "S"}\n    # two\n'
    )


# --- any words, however they are cut


@dataclass(frozen=True)
class Cuts:
    """The same words cut twice, and the first parts as a translator has joined them."""

    first: list[str]
    second: list[str]
    units: list[list[str]]


WORDS = ["Aelodau", "a", "yn", "un", "**dau**", "ŵ,", "y;"]


@st.composite
def cuts(draw, unique: bool = False) -> Cuts:
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=len(WORDS) if unique else 9, unique=unique))
    places = st.sets(st.integers(1, 8))
    first, second = ([" ".join(run) for run in _runs(words, draw(places))] for _ in range(2))
    return Cuts(first, second, _runs(first, draw(places)))


def _runs(items: list[str], cuts: set[int]) -> list[list[str]]:
    ends = [0, *sorted(cut for cut in cuts if cut < len(items)), len(items)]
    return [items[start:end] for start, end in pairwise(ends)]


def _welsh(units: list[list[str]]) -> str:
    """A translation of these units, one in three of them reviewed, one in two with a note."""
    lines = [HEAD + '  "1":']
    for number, unit in enumerate(units):
        lines += [f"    - en: {json.dumps(unit, ensure_ascii=False)}", f"      cy: Uned {number}."]
        lines += ["      state: reviewed"] if number % 3 == 0 else []
        lines += [f"      note: Nodyn {number}."] if number % 2 == 0 else []
    return "\n".join(lines) + "\n"


def _exported(version: Version, format: str) -> IncomingFile:
    units = outgoing_units(version, "cy")
    return exchange.FORMATS[format].read(exchange.write(format, units, version, "cy"), Path(f"file.{format}"))


@settings(max_examples=60)
@given(cuts())
def test_cutting_the_same_words_anew_makes_nothing_stale(tmp_path_factory, words):
    folder = tmp_path_factory.mktemp("any")
    version = written(folder, protocol(words.first), _welsh(words.units))
    exported = [_exported(version, format) for format in exchange.FORMATS]
    version = written(folder, protocol(words.second))
    assert set(Reading(version, "cy").states) <= {"missing", "draft", "reviewed"}
    units = version.translations["cy"].units
    assert {state_of(units.get(name), source) for name, source in version.units.items() if name != TITLE} <= {
        "draft",
        "reviewed",
    }
    clause = Reading(version, "cy").text(version.provisions["1"])
    assert clause and clause.text == " ".join(f"Uned {number}." for number in range(len(words.units)))
    again = [UnitChange(name, unit.source, unit.target, unit.state, unit.note) for name, unit in units.items()]
    assert not save(path_of(version, "cy"), version, "cy", again)
    for file in (*exported, *(_exported(version, format) for format in exchange.FORMATS)):
        outcome = incoming_changes(version, "cy", file)
        assert (outcome.units, outcome.refused, outcome.moved_on) == ((), (), ())


@settings(max_examples=60)
@given(cuts(), st.sampled_from(list(exchange.FORMATS)), st.data())
def test_a_file_of_the_old_cut_is_imported_as_far_as_its_words_are_the_same(tmp_path_factory, words, format, data):
    folder = tmp_path_factory.mktemp("any")
    file = _exported(written(folder, protocol(words.first), _welsh(words.units)), format)
    places = [place for place, row in enumerate(file.units) if row.unit != TITLE]
    chosen = data.draw(st.sampled_from(places))
    rows = list(file.units)
    rows[chosen] = replace(rows[chosen], target="Newydd.", state="draft")
    version = written(folder, protocol(words.second))
    outcome = incoming_changes(version, "cy", replace(file, units=tuple(rows)))
    assert not outcome.refused and not outcome.moved_on
    save(path_of(version, "cy"), version, "cy", outcome.units)
    clause = Reading(loaded(folder), "cy").text(version.provisions["1"])
    expected = [f"Uned {number}." for number in range(len(words.units))]
    expected[places.index(chosen)] = "Newydd."
    assert clause and clause.text == " ".join(expected)
    text = path_of(version, "cy").read_text("utf-8")
    for number in range(0, len(words.units), 2):
        assert f"Nodyn {number}." in text


@settings(max_examples=80)
@given(cuts(unique=True), st.data())
def test_any_units_are_changed_and_all_others_stay(tmp_path_factory, words, data):
    """However the file and the source are cut, and whatever of the clause is not translated yet."""
    entries = data.draw(st.lists(st.sampled_from(range(len(words.units))), unique=True, max_size=len(words.units)))
    folder = tmp_path_factory.mktemp("any")
    welsh = (
        _welsh([words.units[place] for place in sorted(entries)]) if entries else HEAD.replace("units:", "units: {}")
    )
    version = written(folder, protocol(words.second), welsh)
    before = {name: unit.target for name, unit in version.translations["cy"].units.items()}
    names = [name for name in version.units if name != TITLE]
    chosen = data.draw(st.lists(st.sampled_from(names), unique=True))
    changes = [UnitChange(name, version.units[name], f"Newydd {place}.", "draft") for place, name in enumerate(chosen)]
    save(path_of(version, "cy"), version, "cy", changes)
    after = {name: unit.target for name, unit in loaded(folder).translations["cy"].units.items()}
    assert after == {**before, **{change.unit: change.target for change in changes}}


def test_a_statement_more_leaves_the_others_where_their_words_are(tmp_path):
    file = _exported(written(tmp_path, protocol(("One.", "Two."))), "po")
    rows = [replace(row, target=f"{row.source} (cy)", state="draft") for row in file.units]
    version = written(tmp_path, protocol(("New.", "One.", "Two.")))
    outcome = incoming_changes(version, "cy", replace(file, units=tuple(rows)))
    assert [(change.unit, change.target) for change in outcome.units] == [
        ("document title", "Protocol (cy)"),
        ("1 s2", "One. (cy)"),
        ("1 s3", "Two. (cy)"),
    ]
    assert not outcome.refused and not outcome.moved_on


IS_ANOTHER = "the English of '{}' is another since the export; taken as stale"
GONE = "'{}' does not have these words any more: “{}”; export it anew and put the translation where it belongs"


@pytest.mark.parametrize(
    ("before", "today", "changed", "told"),
    [
        (("One.", "Two."), ("One.", "Second."), ["1 s1", "1 s2"], [IS_ANOTHER.format("1 s2")]),
        (("One.", "Two."), ("One.",), ["1"], [GONE.format("1 s2", "Two.")]),
        (("One.", "Two."), ("One. Two.",), ["1"], []),
        (("One. Two.",), ("One.", "Two."), ["1"], []),
        (("One. Two.",), ("One.", "Second."), ["1"], [IS_ANOTHER.format("1")]),
        (("One.", "Two."), ("A.", "B.", "C."), ["1 s1", "1 s2"], [IS_ANOTHER.format(f"1 s{n}") for n in (1, 2)]),
        (
            ("One.", "Two.", "Three."),
            ("Three.", "A."),
            ["1 s1"],
            [GONE.format("1 s1", "One."), GONE.format("1 s2", "Two.")],
        ),
    ],
)
def test_words_that_have_changed_are_stale_or_refused(tmp_path, before, today, changed, told):
    file = _exported(written(tmp_path, protocol(before)), "xlsx")
    rows = tuple(replace(row, target=f"{row.source} (cy)", state="draft") for row in file.units[1:])
    outcome = incoming_changes(written(tmp_path, protocol(today)), "cy", replace(file, units=rows))
    assert [change.unit for change in outcome.units] == changed
    problems = outcome.refused + outcome.moved_on
    assert all(what in str(problem) for what, problem in zip(told, problems, strict=True))


def test_a_unit_that_is_no_longer_cut_is_not_put_together_from_a_part(tmp_path):
    file = _exported(written(tmp_path, protocol(("One.", "Two."))), "po")
    rows = (replace(file.units[1], target="Un.", state="draft"), file.units[2])
    version = written(tmp_path, protocol(("One. Two.",)))
    outcome = incoming_changes(version, "cy", replace(file, units=rows))
    assert not outcome.units
    assert "'1 s1', '1 s2' are one unit here, and not all of it is translated; translate" in str(outcome.refused[0])


def test_what_was_changed_here_too_is_not_overwritten_however_it_is_cut(tmp_path):
    file = _exported(written(tmp_path, protocol(("One.", "Two.")), _welsh([["One."], ["Two."]])), "po")
    rows = (replace(file.units[1], target="Newydd.", state="draft"), file.units[2])
    here = _welsh([["One."], ["Two."]]).replace("Uned 0.", "Ein geiriau ni.")
    version = written(tmp_path, protocol(("One. Two.",)), here)
    outcome = incoming_changes(version, "cy", replace(file, units=rows))
    assert not outcome.units and "the Welsh of '1' was changed here too since the export" in str(outcome.refused[0])


# --- what the files say to programs


def test_every_format_shows_the_clause_and_asks_not_to_be_cut_again(tmp_path):
    version = written(tmp_path, protocol(("One.", "Two."), ("Three.",)), _welsh([["One."], ["Two."]]))
    data = {name: exchange.write(name, outgoing_units(version, "cy"), version, "cy") for name in exchange.FORMATS}
    entries = {entry.msgctxt: entry.comment for entry in polib.pofile(data["po"].decode("utf-8"))}
    assert "clause: One. Two." in entries["aber undated 1 s2"] and "clause" not in entries["aber undated 2"]
    root = etree.fromstring(data["xliff"])
    unit = next(unit for unit in root.iter("{*}trans-unit") if unit.get("id") == "1 s2")
    assert unit.findtext("{*}seg-source/{*}mrk[@mtype='seg'][@mid='1']") == "Two."
    assert unit.findtext("{*}target/{*}mrk[@mtype='seg'][@mid='1']") == "Uned 1."
    assert "".join(unit.find("{*}target").itertext()) == "Uned 1."
    assert unit.findtext("{*}note[@annotates='source']") == "One. Two."
    rows = list(openpyxl.load_workbook(BytesIO(data["xlsx"])).active.iter_rows(values_only=True))
    assert rows[0][6] == "Clause · Cymal" and [row[6] for row in rows[1:]] == [None, "One. Two.", "One. Two.", None]


def test_a_program_that_knows_no_segments_is_understood(tmp_path):
    version = written(tmp_path, protocol(("One.",)), _welsh([["One."]]))
    data = exchange.write("xliff", outgoing_units(version, "cy"), version, "cy")
    root = etree.fromstring(data)
    for text, tail in (("Un.", None), (None, "Un."), ("\n  ", "\n ")):
        target = list(root.iter("{*}target"))[1]
        target.text, target[0].tail = text, tail
        row = exchange.FORMATS["xliff"].read(etree.tostring(root), Path("file")).units[1]
        assert row.target == ("Un." if "Un." in (text, tail) else "Uned 0.")


def test_a_memory_says_what_is_a_sentence_and_what_a_part_of_one(tmp_path):
    version = written(tmp_path, protocol(("One, and", "two.")), _welsh([["One, and"], ["two."]]))
    library = ProtocolRepository(tmp_path).load(date(2026, 1, 1))
    root = etree.fromstring(tmx.write(remember(library, "en", "cy")))
    assert root.find("header").get("segtype") == "sentence" and version
    assert [unit.get("segtype") for unit in root.iter("tu")] == ["phrase", None]
