"""The accessibility statement: the parts that the regulations of 2018 ask for, true of whoever publishes the site."""

from dataclasses import replace
from pathlib import Path

import pytest

from protocolau.render.context import Publisher
from protocolau.render.prose import with_pieces
from tests.conftest import ROOT, build, project_of
from tests.pages import page
from tests.rendering import SETTINGS

PIECES = "".join(f"<!-- piece: {one} -->" for one in ("responsible", "contact", "enforcement"))
COUNCIL = Publisher("Llanffug Council", "clerk@llanffug.example", 5, is_public_body=True)
REGULATIONS = {"": "Accessibility Regulations 2018", "cy/": "Rheoliadau Hygyrchedd"}


def stated(publisher: Publisher, language: str) -> str:
    return with_pieces(PIECES, language, replace(SETTINGS, publisher=publisher))


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "en",
            [
                "published by Llanffug Council",
                "within 5 working days",
                "Regulations 2018 apply.",
                "EHRC",
                "EASS",
                "ECNI",
            ],
        ),
        (
            "cy",
            [
                "gyfrifol amdani, yw Llanffug Council.",
                "o fewn 5 diwrnod gwaith",
                "gymwys iddo.",
                "EHRC",
                "EASS",
                "ECNI",
            ],
        ),
    ],
)
def test_a_public_body_says_who_answers_when_and_who_enforces(language: str, sentences: list[str]):
    said = stated(COUNCIL, language)
    assert 'href="mailto:clerk@llanffug.example"' in said
    assert [one for one in sentences if one not in said] == []


@pytest.mark.parametrize(("language", "answer"), [("en", "working day"), ("cy", "diwrnod gwaith")])
def test_what_the_publisher_has_not_said_is_not_claimed(language: str, answer: str):
    said = stated(Publisher(), language)
    assert "EHRC" not in said and "mailto" not in said and answer not in said
    assert answer not in stated(replace(COUNCIL, reply_days=0), language)


def test_welsh_counts_two_days_in_the_soft_mutation():
    assert "2 ddiwrnod gwaith" in stated(replace(COUNCIL, reply_days=2), "cy")


@pytest.mark.parametrize("prefix", REGULATIONS)
def test_the_page_has_each_part_and_no_mark_is_left(site: Path, prefix: str):
    tree = page(site, f"{prefix}accessibility/")
    assert len(tree.css(".prose h2")) == 7
    assert REGULATIONS[prefix] in tree.css_first(".prose").text()
    assert "<!-- piece" not in tree.html


@pytest.mark.parametrize(
    ("variable", "value", "line"),
    [
        (
            "PUBLISHER_REPLY_DAYS",
            "soon",
            "the publisher's reply_days 'soon' are no number of days; write a whole number",
        ),
        ("PUBLISHER_IS_PUBLIC_BODY", "perhaps", "is_public_body 'perhaps' is neither true nor false; write true for"),
    ],
)
def test_a_setting_that_is_none_ends_the_build_in_one_line(tmp_path: Path, variable: str, value: str, line: str):
    done = build(ROOT, tmp_path / "site", **{variable: value})
    assert done.returncode != 0 and "Traceback" not in done.stderr
    assert line in done.stderr


def test_a_site_that_is_to_be_published_says_what_its_statement_lacks(tmp_path: Path):
    project = project_of("barrow", tmp_path / "project")
    done = build(project, project / "site", SITE_URL="https://protocols.llanffug.gov.uk/", PUBLISHER="Llanffug Council")
    assert done.returncode == 0, done.stderr
    assert "does not say who is responsible for the site: set PUBLISHER_CONTACT (README.md" in done.stderr


@pytest.mark.parametrize("prefix", ["", "cy/"])
def test_the_statement_names_the_place_at_which_the_files_are_offered(site: Path, prefix: str):
    offered = page(site, f"{prefix}councils/conwy/").css_first(".downloads")
    files = {(link.attributes["href"] or "").rpartition("/")[2] for link in offered.css("dd a")}
    assert {"protocol.pdf", "protocol.docx", "protocol.txt", "protocol.json"} <= files
    places = [one.text() for one in page(site, f"{prefix}accessibility/").css("main em")]
    assert offered.css_first("dt").text() in places
