"""A council is said not to speak of a topic: the check asks where it has nearly the words that another says on it."""

import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml

from protocolau.repository.check import examine
from tests.conftest import ROOT

TODAY = date(2026, 1, 1)
COUNCIL = {
    "name": {"en": "Anytown Town Council", "cy": "Cyngor Tref Anytown"},
    "short_name": {"en": "Anytown", "cy": "Anytown"},
    "kind": "town",
    "nation": "wales",
}
RUNNING = (
    "and to carry out the Council's work under the direction and control of the Council, the Cabinet and committees."
)
COMPLAINT = (
    "If a Councillor is dissatisfied with the conduct or behaviour of the Clerk, the matter should be raised with "
)


def asked(folder: Path, text: str, topic: str, **version: object) -> list[str]:
    """What the check of the five and of a sixth council warns of, whose protocol has one clause on one topic."""
    protocols = folder / "protocols"
    shutil.copytree(ROOT / "protocols", protocols)
    (protocols / "anytown").mkdir()
    body = [{"number": "1.", "text": text, "topic": topic}]
    written = {"title": "Protocol", "language": "en", "adopted": "2024-05-14", "body": body, **version}
    (protocols / "anytown/council.yml").write_text(yaml.safe_dump(COUNCIL), "utf-8")
    (protocols / "anytown/2024-05-14.yml").write_text(yaml.safe_dump(written, sort_keys=False), "utf-8")
    found = examine(protocols, None, TODAY)
    assert found.problems == []
    return [f"{one.path.name}:{one.line}: {one.what}" for one in found.warnings if "is said not to speak" in one.what]


@pytest.mark.parametrize(
    ("text", "topic", "asked_about"),
    [
        (f"Their job is to give advice to Members and the Council, {RUNNING}", "running-services", "giving-advice"),
        (f"Their job is to give advice to Members and the Council, {RUNNING}", "giving-advice", "running-services"),
        (f"Their job is not small, {RUNNING}", "running-services", None),
        (f"{COMPLAINT}the Chair.", "complaints-about-officers", None),  # theirs of a councillor is another matter
    ],
)
def test_words_that_another_council_has_on_a_topic_are_asked_about(tmp_path, text, topic, asked_about):
    said = "has nearly the words of bursledon 2.1.para1, on '{}', of which this council is said not to speak"
    assert asked(tmp_path, text, topic) == ([f"2024-05-14.yml:5: {said.format(asked_about)}"] if asked_about else [])


def test_of_what_awaits_review_nothing_is_said_and_nothing_asked(tmp_path):
    text = f"Their job is to give advice to Members and the Council, {RUNNING}"
    assert asked(tmp_path, text, "running-services", awaiting_review=True) == []


def test_nothing_is_asked_about_the_five():
    assert [one for one in examine(ROOT / "protocols", None, TODAY).warnings if "not to speak" in one.what] == []
