"""A protocol as it is read in either language: which words stand there, in which state each and the whole are."""

from pathlib import Path

import pytest

from protocolau.library.library import RELATIONS
from protocolau.model.protocol import Version
from protocolau.repository.repository import load_council, load_vocabulary
from protocolau.translation.reading import Reading
from tests.assembled import COUNCIL
from tests.conftest import ROOT

ENGLISH = """
title: A Protocol
language: en
body:
  - {number: "1", text: Members decide.}
  - {number: "2", text: Officers advise.}
  - {number: "3", text: Penderfyna aelodau., lang: cy}
"""
WELSH = """
title: Protocol
language: cy
body:
  - {number: "1", text: Mae aelodau'n penderfynu.}
  - {number: "2", text: Mae swyddogion yn cynghori.}
  - {number: "3", text: Members decide., lang: en}
"""
TITLE = '"document title": {en: A Protocol, cy: Protocol}'
ONE = """"1": {en: Members decide., cy: "Mae aelodau'n penderfynu."}"""
TWO = '"2": {en: Officers advise., cy: Mae swyddogion yn cynghori.}'
SAID = {"en": ["A Protocol", "Members decide.", "Officers advise."]}
SAID["cy"] = ["Protocol", "Mae aelodau'n penderfynu.", "Mae swyddogion yn cynghori."]


@pytest.fixture
def adopted(tmp_path: Path):
    """Loads a protocol with its translation, as a council's folder holds them."""

    def load(protocol: str, language: str = "cy", state: str = "draft", units: tuple[str, ...] = ()) -> Version:
        folder = tmp_path / "exampleton"
        folder.mkdir()
        (folder / "council.yml").write_text(COUNCIL, "utf-8")
        (folder / "undated.yml").write_text(protocol, "utf-8")
        if units:
            lines = "".join(f"\n  {unit}" for unit in units)
            beside = folder / f"undated.{language}.yml"
            beside.write_text(f"language: {language}\nstate: {state}\nunits:{lines}\n", "utf-8")
        council, problems = load_council(folder, load_vocabulary(ROOT / "protocols" / "vocabulary"))
        assert not problems
        return council.documents[RELATIONS].versions[-1]

    return load


def said(reading: Reading) -> list[tuple[str, str, str]]:
    """The title and each provision: words, language, state."""
    version = reading.version
    shown = [reading.say(anchor, one.text, one.language) for anchor, one in version.provisions.items()]
    return [(one.text, one.language, one.state) for one in [reading.title, *shown]]


def test_a_protocol_in_its_own_language_is_adopted_through_and_through(adopted):
    reading = Reading(adopted(ENGLISH, units=(TITLE, ONE)), "en")
    assert said(reading)[:3] == [(words, "en", "adopted") for words in SAID["en"]]
    assert said(reading)[3] == ("Penderfyna aelodau.", "cy", "adopted")
    assert (reading.state, dict(reading.states)) == ("adopted", {"adopted": 3})


def test_without_a_translation_the_adopted_words_stand_in_as_what_they_are(adopted):
    reading = Reading(adopted(ENGLISH), "cy")
    assert said(reading)[:3] == [(words, "en", "missing") for words in SAID["en"]]
    assert (reading.state, dict(reading.states)) == ("missing", {"missing": 3})


def test_words_adopted_in_the_reader_s_language_need_no_translation(adopted):
    assert said(Reading(adopted(ENGLISH), "cy"))[3] == ("Penderfyna aelodau.", "cy", "adopted")


def test_a_unit_has_the_state_of_its_file_or_its_own(adopted):
    reviewed = TWO.replace("}", ", state: reviewed}")
    reading = Reading(adopted(ENGLISH, units=(ONE, reviewed)), "cy")
    assert said(reading)[:3] == [
        ("A Protocol", "en", "missing"),
        ("Mae aelodau'n penderfynu.", "cy", "draft"),
        ("Mae swyddogion yn cynghori.", "cy", "reviewed"),
    ]
    assert dict(reading.states) == {"missing": 1, "draft": 1, "reviewed": 1}


def test_a_translation_of_other_words_than_today_s_is_stale_and_still_shown(adopted):
    before = ONE.replace("Members decide", "Members choose")
    reading = Reading(adopted(ENGLISH, state="reviewed", units=(TITLE, before, TWO)), "cy")
    assert said(reading)[1] == ("Mae aelodau'n penderfynu.", "cy", "stale")
    assert (reading.state, dict(reading.states)) == ("stale", {"reviewed": 2, "stale": 1})


def test_a_protocol_adopted_in_welsh_is_translated_into_english(adopted):
    version = adopted(WELSH, "en", "reviewed", (TITLE, ONE.replace("penderfynu", "dewis"), TWO))
    welsh, english = Reading(version, "cy"), Reading(version, "en")
    assert said(welsh) == [(words, "cy", "adopted") for words in SAID["cy"]] + [("Members decide.", "en", "adopted")]
    assert said(english) == [
        ("A Protocol", "en", "reviewed"),
        ("Members decide.", "en", "stale"),
        ("Officers advise.", "en", "reviewed"),
        ("Members decide.", "en", "adopted"),
    ]
    assert (welsh.state, english.state) == ("adopted", "stale")


WHOLE = {
    "every unit adopted by the council": ("adopted", (TITLE, ONE, TWO), "adopted"),
    "one of them only reviewed": ("adopted", (TITLE, ONE, TWO.replace("}", ", state: reviewed}")), "reviewed"),
    "every unit reviewed": ("reviewed", (TITLE, ONE, TWO), "reviewed"),
    "one of them a draft": ("reviewed", (TITLE, ONE, TWO.replace("}", ", state: draft}")), "draft"),
    "one of them missing": ("reviewed", (TITLE, ONE), "draft"),
    "one of them stale, one missing": ("reviewed", (TITLE, ONE.replace("decide", "choose")), "stale"),
    "no unit at all": ("draft", (), "missing"),
}


@pytest.mark.parametrize("name", WHOLE)
def test_the_whole_is_in_the_weakest_state_of_its_parts(adopted, name: str):
    state, units, expected = WHOLE[name]
    assert Reading(adopted(ENGLISH, state=state, units=units), "cy").state == expected
