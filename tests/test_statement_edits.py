"""Saving translations of statements: each is written into its clause's entries, and nothing else changes."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protocolau.model.protocol import Version
from protocolau.read.problem import Faulty
from protocolau.repository.repository import ProtocolRepository
from protocolau.translation import exchange
from protocolau.translation.editing.translation_file import UnitChange, path_of, save
from protocolau.translation.exchange.import_outcome import incoming_changes
from protocolau.translation.exchange.outgoing import outgoing_units
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
            '  "1":\n    - en: One.\n      cy: Un.\n      state: reviewed\n      note: N\n    - en: Three.\n      cy: Tri.',
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
            '  "1":\n    # one\n    en: One.\n    cy: >-\n      Un\n      gair.\n    # a remark\n    note: N   # n\n\n  # end\n',
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
    assert saved(tmp_path, THREE, JOINED, unit) == JOINED.replace(
        "Dau a thri.", "Dau, a thri.\n      state: reviewed"
    )


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
    '    # two\n    - en: Two.\n      cy: Dau.\n      note: N\n      waive: {numbers: S}\n'
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
        '  "1":\n    - en: ["One.", "Two."]\n      cy: Un a dau.\n      state: draft\n'
        '      waive: {terms: "R", numbers: "S"}\n      note: N\n    # two\n'
    )


# --- any words, however they are cut


WORDS = st.lists(st.sampled_from(["Aelodau", "a", "swyddogion", "yn", "un", "**dau**", "ŵ,", "y;"]), min_size=1, max_size=9)


@st.composite
def cut_words(draw) -> tuple[list[str], list[str], list[list[str]]]:
    """Words cut twice, each time in another way, and the first parts joined into units by their translator."""
    words = draw(WORDS)
    parts = _parts(words, draw(st.sets(st.integers(1, 8))))
    return parts, _parts(words, draw(st.sets(st.integers(1, 8)))), _parts(parts, draw(st.sets(st.integers(1, 8))))


def _parts(words: list[str], cuts: set[int]) -> list:
    places = [0, *sorted(cut for cut in cuts if cut < len(words)), len(words)]
    parts = [words[start:end] for start, end in zip(places, places[1:], strict=False)]
    return [" ".join(part) for part in parts] if isinstance(words[0], str) and words is not parts else parts
