"""Saving translations of statements: each is written into its clause's entries, and nothing else changes."""

from pathlib import Path

import pytest

from protocolau.read.problem import Faulty
from protocolau.translation.editing.translation_file import UnitChange, path_of, save
from tests.statement_files import HEAD, protocol, written


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
