"""A new version inherits translations by their words: what has not changed holds, what is new is missing."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from protocolau.model.protocol import Version
from protocolau.repository.repository import ProtocolRepository
from protocolau.translation.editing.translation_file import UnitChange, path_of, save
from protocolau.translation.reading import Reading, state_of
from tests.conftest import ROOT
from tests.statement_files import FACTS

OLD = {"1": ["One.", "Two.", "Three."], "2": ["Four."], "items": ["a;", "b."]}


def written(folder: Path, clauses: dict, adopted: str) -> Path:
    """A version with clauses 1 and 2, the first of which leads into a list."""
    texts = {key: [{"says": text} for text in clauses[key]] for key in ("1", "2")}
    items = [{"text": text} for text in clauses["items"]]
    body = [{"number": "1", "text": texts["1"], "items": items}, {"number": "2", "text": texts["2"]}]
    path = folder / "aber" / f"{adopted}.yml"
    path.write_text(yaml.safe_dump({"title": "T", "language": "en", "adopted": adopted, "body": body}), "utf-8")
    return path


@pytest.fixture
def folder(tmp_path) -> Path:
    """`aber` with an old version, all of it translated."""
    (tmp_path / "vocabulary").symlink_to(ROOT / "protocols/vocabulary")
    (tmp_path / "aber").mkdir()
    (tmp_path / "aber" / "council.yml").write_text(FACTS, "utf-8")
    path = written(tmp_path, OLD, "2020-01-01")
    units: dict[str, list] = {"document title": [{"en": "T", "cy": "T"}]}
    for anchor, texts in (("1", OLD["1"]), ("2", OLD["2"]), ("1.item1", ["a;"]), ("1.item2", ["b."])):
        units[anchor] = [{"en": text, "cy": f"{text} (cy)", "state": "reviewed"} for text in texts]
    data = {"language": "cy", "state": "draft", "units": units}
    path.with_suffix(".cy.yml").write_text(yaml.safe_dump(data), "utf-8")
    return tmp_path


def newest(folder: Path) -> Version:
    library = ProtocolRepository(folder).load(date(2026, 1, 1))
    return library.councils["aber"].versions[-1]


def not_as_before(version: Version) -> dict[str, str]:
    """The units that are stale or missing, each with its state."""
    units = version.translations["cy"].units
    states = {name: state_of(units.get(name), source) for name, source in version.units.items()}
    return {name: state for name, state in states.items() if state in ("stale", "missing")}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, {}),
        ({"1": ["One.", "New.", "Two.", "Three."]}, {"1 s2": "missing"}),
        ({"items": ["a;", "new;", "b."]}, {"1.item2": "missing"}),
        ({"items": ["a;", "b.", "new."]}, {"1.item3": "missing"}),
        ({"1": ["One.", "Second.", "Three."]}, {"1 s2": "stale"}),
        ({"1": ["Three.", "One.", "Two."]}, {}),
        ({"1": ["One. And two. And three."]}, {"1": "stale"}),
        ({"1": ["One.", "Three."]}, {}),
        ({"1": ["Two."]}, {}),
        ({"1": ["One.", "Second.", "Thirdly.", "Lastly."]}, {"1 s2-4": "stale"}),
        ({"1": ["One.", "Two."], "2": ["Three.", "Four."]}, {}),
        ({"1": ["One.", "Two. Three."]}, {}),
        ({"1": ["One.", "Two.", "Three"], "items": ["a;", "c."]}, {"1 s3": "stale", "1.item2": "stale"}),
        ({"1": ["Zero.", "One.", "Second.", "Three."]}, {"1 s1": "missing", "1 s3": "stale"}),
        ({"1": ["One.", "Two.", "Three.", "Four."], "2": ["New."]}, {"2": "missing"}),
    ],
)
def test_only_what_has_changed_is_to_be_done(folder, changed, expected):
    written(folder, {**OLD, **changed}, "2024-01-01")
    assert not_as_before(newest(folder)) == expected


def test_what_was_adopted_with_the_version_before_is_not_said_to_be_adopted_again(folder):
    before = folder / "aber/2020-01-01.cy.yml"
    before.write_text(before.read_text("utf-8").replace("state: reviewed", "state: adopted"), "utf-8")
    assert set(Reading(newest(folder), "cy").states) == {"adopted", "draft"}
    written(folder, {**OLD, "1": ["One.", "New.", "Two.", "Three."]}, "2024-01-01")
    assert set(Reading(newest(folder), "cy").states) == {"reviewed", "draft", "missing"}


def test_translating_one_statement_leaves_the_others_inherited(folder):
    written(folder, {**OLD, "1": ["One.", "New.", "Two.", "Three."]}, "2024-01-01")
    version = newest(folder)
    save(path_of(version, "cy"), version, "cy", [UnitChange("1 s2", "New.", "Newydd.", "draft")])
    version = newest(folder)
    assert not_as_before(version) == {}
    text = Reading(version, "cy").text(version.provisions["1"])
    assert text and text.text == "One. (cy) Newydd. Two. (cy) Three. (cy)"
    assert [unit.path.name for unit in map(version.translations["cy"].units.get, ("1 s1", "1 s2")) if unit] == [
        "2020-01-01.cy.yml",
        "2024-01-01.cy.yml",
    ]
