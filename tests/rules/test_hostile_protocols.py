"""Whatever a protocol says: if the check finds no fault, every page of it can be made, and nothing of it executes."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from protocolau.library.library import Library
from protocolau.model.anchors import slug
from tests.conftest import ROOT
from tests.hostile.judging import VOCABULARY, judge, loaded, rendered
from tests.hostile.protocols import FACTS, TODAY, HostileCouncil, councils

TOGETHER = 4
"""Councils of one library."""
WORDS = {"text": "Members and officers respect each other.", "topic": "mutual-respect", "by": "both"}


@settings(
    max_examples=120 // TOGETHER,  # a long run is a command: tests/hostile/long.py
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(st.lists(councils, min_size=TOGETHER, max_size=TOGETHER))
def test_what_the_check_passes_can_be_built_and_executes_nothing(tmp_path_factory, hostile):
    judge(hostile, tmp_path_factory.getbasetemp() / "hostile")


def judged(folder: Path, **protocol) -> list[str]:
    """The faults of a protocol; without any its pages have been made."""
    whole = {"title": "A Protocol", "language": "en", "body": [WORDS], **protocol}
    one = judge([HostileCouncil(FACTS, whole, [])], folder)
    assert one.problems or one.pages > 100
    return [f"{problem.what}; {problem.remedy}" for problem in one.problems]


WALES = "".join(map(chr, (0x1F3F4, *(0xE0000 + ord(letter) for letter in "gbwls"), 0xE007F)))
DRAWN = [{"label": {"en": "One", "cy": "Un"}}]
SOUND = {
    "an appendix without a heading": {"body": [{"kind": "appendix", "provisions": [WORDS, {"number": "1", **WORDS}]}]},
    "an appendix that only has a table": {"body": [{"kind": "appendix", "table": {"rows": [["Words"]]}}]},
    "a table with empty cells": {
        "body": [{"table": {"columns": ["", "Members"], "row_headers": True, "rows": [["", "Lead"], ["Staff", ""]]}}]
    },
    "a number that is a star": {"body": [{"number": "*", **WORDS}]},
    "numbers of which no letter is left": {"body": [{"number": number, **WORDS} for number in ('"', "<", "</script>")]},
    "a cycle of one stage": {"body": [{"diagram": {"kind": "cycle", "steps": DRAWN}}]},
    "provisions called as rows of both languages are": {
        "body": [
            {"heading": "Document title", **WORDS},
            {"heading": "Advice", "id": "1", "text": [{"says": "One."}, {"says": "Two.", "topic": "purpose"}]},
            {"id": "1-heading", **WORDS},
            {"id": "1-s2", **WORDS},
        ]
    },
    "the flag of Wales": {"title": f"A Protocol {WALES}", "body": [{"number": WALES, "heading": WALES, "text": WALES}]},
    "a version to come alone": {"adopted": "2999-01-01"},
    "a version withdrawn": {"adopted": "2019-01-01", "withdrawn": "2020-01-01"},
}


@pytest.mark.parametrize("name", SOUND)
def test_what_is_odd_and_yet_allowed_can_be_built(name: str, tmp_path: Path):
    assert judged(tmp_path, **SOUND[name]) == []


def test_a_title_is_shown_without_the_marks_of_its_emphasis(tmp_path: Path):
    protocol = {"title": "*So* a **Protocol** of 5\\*", "language": "en", "body": [WORDS]}
    council, _ = loaded(HostileCouncil(FACTS, protocol, []), tmp_path / "example")
    library = Library(VOCABULARY, {"example": council}, TODAY)
    pages = [LexborHTMLParser(html) for page, html in rendered(library) if page.address == "councils/example/"]
    assert len(pages) == 2
    for page in pages:
        said = json.loads(page.css_first("script[type='application/ld+json']").text())["name"]
        assert page.css_first("h1 .title").text() == said == "So a Protocol of 5*"
        assert page.css_first("title").text().count(said) == 1


def stage(words: str, **by: str) -> dict:
    return {"label": {"en": words, "cy": words}, **by}


@pytest.mark.parametrize(
    ("stages", "is_drawn"),
    [
        ([stage("Develop", by="members"), stage("Deliver", by="officers"), stage("Review")], True),
        ([stage("Members propose a policy", by="members"), stage("Deliver")], False),
        ([stage("Investigate", by="standards-committee"), stage("Review")], False),
        ([stage(words) for words in "ABCDEF"], False),
    ],
)
def test_a_cycle_is_drawn_where_its_words_have_room_and_is_told_in_words_everywhere(tmp_path: Path, stages, is_drawn):
    body = [{"number": "1", "diagram": {"kind": "cycle", "steps": stages}, "text": "As drawn:"}]
    protocol = {"title": "A Protocol", "language": "en", "body": body}
    council, problems = loaded(HostileCouncil(FACTS, protocol, []), tmp_path / "example")
    assert problems == []
    library = Library(VOCABULARY, {"example": council}, TODAY)
    pages = [LexborHTMLParser(html) for page, html in rendered(library) if page.address == "councils/example/"]
    for figure in (page.css_first("figure.cycle") for page in pages):
        assert bool(figure.css("svg")) == is_drawn
        told = figure.css_first("p").text()
        assert all(one["label"]["en"] in told for one in stages)
        for svg in figure.css("svg"):
            assert svg.attributes["aria-labelledby"].split()[1] == figure.css_first("p").id


def test_no_part_of_every_page_is_called_as_a_provision_may_be():
    """A heading "Sections" has the anchor `sections`, which led to the masthead."""
    files = [ROOT / "hooks/theme/main.html", *(ROOT / "hooks/theme/frame").glob("*.html")]
    called = [name for file in files for name in re.findall(r'\bid="([^"]*)"', file.read_text("utf-8"))]
    assert called and all(name.startswith("-") for name in called)
    assert slug("-Sections-") == "sections"


def two(first: str, second: str, between: str) -> dict:
    return {"body": [{"text": [{"says": first}, {"says": second, "joined_by": between}]}]}


MEET = (
    "stars of two neighbouring statements of 'body (entry 1)' meet where they are joined; "
    "put the emphasis round each statement's words, with the space outside it"
)
NOTHING_DRAWN = "a diagram that shows nothing; write 'missing: true', or 'kind: cycle' with its stages under 'steps'"
FAULTY = {
    "an id as parts of the page have": (
        {"body": [{"id": "-main", "text": "Words."}]},
        "'id' is '-main'; use letters, digits, full stops and hyphens only, no hyphen first",
    ),
    "a star in the title": (
        {"title": "T*"},
        "a star in 'title' opens emphasis that no star closes; close it, or write \\* for a star itself",
    ),
    "a diagram of nothing": ({"body": [{"diagram": {"missing": "false"}}]}, NOTHING_DRAWN),
    "a cycle without stages": ({"body": [{"diagram": {"kind": "cycle", "steps": []}}]}, NOTHING_DRAWN),
    "stages of no drawing": ({"body": [{"diagram": {"steps": DRAWN}}]}, NOTHING_DRAWN),
    "a star between statements": (two("One.", "Two.", "*"), MEET),
    "emphasis that meets": (two("*One.*", "*Two.*", ""), MEET),
    "statements on two lines": (
        two("One.", "Two.", "\n"),
        "'joined_by' runs over a line break; write it in one line",
    ),
}


@pytest.mark.parametrize("name", FAULTY)
def test_what_cannot_be_built_is_a_fault(name: str, tmp_path: Path):
    protocol, said = FAULTY[name]
    assert judged(tmp_path, **protocol) == [said]
