"""A clause cut anew into statements: the same words keep their translation, here and in files for translators."""

from dataclasses import dataclass, replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protocolau.model.translation import TITLE
from protocolau.translation.editing.translation_file import UnitChange, path_of, save
from protocolau.translation.exchange import formats as exchange
from protocolau.translation.exchange.import_outcome import incoming_changes
from protocolau.translation.reading import Reading, state_of
from tests.statement_files import HEAD, as_file, loaded, protocol, welsh_of, written


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


@settings(max_examples=60)
@given(cuts())
def test_cutting_the_same_words_anew_makes_nothing_stale(tmp_path_factory, words):
    folder = tmp_path_factory.mktemp("any")
    version = written(folder, protocol(words.first), welsh_of(words.units))
    exported = [as_file(version, format) for format in exchange.FORMATS]
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
    for file in (*exported, *(as_file(version, format) for format in exchange.FORMATS)):
        outcome = incoming_changes(version, "cy", file)
        assert (outcome.units, outcome.refused, outcome.moved_on) == ((), (), ())


@settings(max_examples=60)
@given(cuts(), st.sampled_from(list(exchange.FORMATS)), st.data())
def test_a_file_of_the_old_cut_is_imported_as_far_as_its_words_are_the_same(tmp_path_factory, words, format, data):
    folder = tmp_path_factory.mktemp("any")
    file = as_file(written(folder, protocol(words.first), welsh_of(words.units)), format)
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
        welsh_of([words.units[place] for place in sorted(entries)]) if entries else HEAD.replace("units:", "units: {}")
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
    file = as_file(written(tmp_path, protocol(("One.", "Two."))), "po")
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
    file = as_file(written(tmp_path, protocol(before)), "xlsx")
    rows = tuple(replace(row, target=f"{row.source} (cy)", state="draft") for row in file.units[1:])
    outcome = incoming_changes(written(tmp_path, protocol(today)), "cy", replace(file, units=rows))
    assert [change.unit for change in outcome.units] == changed
    problems = outcome.refused + outcome.moved_on
    assert all(what in str(problem) for what, problem in zip(told, problems, strict=True))


def test_a_unit_that_is_no_longer_cut_is_not_put_together_from_a_part(tmp_path):
    file = as_file(written(tmp_path, protocol(("One.", "Two."))), "po")
    rows = (replace(file.units[1], target="Un.", state="draft"), file.units[2])
    version = written(tmp_path, protocol(("One. Two.",)))
    outcome = incoming_changes(version, "cy", replace(file, units=rows))
    assert not outcome.units
    assert "'1 s1', '1 s2' are one unit here, and not all of it is translated; translate" in str(outcome.refused[0])


def test_what_was_changed_here_too_is_not_overwritten_however_it_is_cut(tmp_path):
    file = as_file(written(tmp_path, protocol(("One.", "Two.")), welsh_of([["One."], ["Two."]])), "po")
    rows = (replace(file.units[1], target="Newydd.", state="draft"), file.units[2])
    here = welsh_of([["One."], ["Two."]]).replace("Uned 0.", "Ein geiriau ni.")
    version = written(tmp_path, protocol(("One. Two.",)), here)
    outcome = incoming_changes(version, "cy", replace(file, units=rows))
    assert not outcome.units and "the Welsh of '1' was changed here too since the export" in str(outcome.refused[0])
