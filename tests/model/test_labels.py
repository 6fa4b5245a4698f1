"""What provisions are called where they are cited: by the whole printed number, else in words, and no two alike."""

import re
from collections import defaultdict
from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from protocolau.language import LANGUAGES
from protocolau.model.protocol import Version
from protocolau.render.citations import citation
from protocolau.render.messages import load_messages
from protocolau.translation.reading import Reading
from tests.assembled import version_of
from tests.conftest import FIVE, ROOT
from tests.library.test_references import read_version
from tests.pages import every_page

MESSAGES = load_messages(ROOT / "hooks" / "theme" / "words.yml")
CODE = ROOT / "tests" / "statements" / "documents" / "conduct" / "2016-05-11.yml"


def names(version: Version, language: str) -> dict[str, str]:
    reading = Reading(version, language)
    return {anchor: citation(MESSAGES[language], reading, anchor) for anchor in version.provisions}


CALLED = yaml.safe_load("""
conwy:
  "8.6": ["8.6"]
  "1.1-2": ["1.1 (2)"]
  "1.1-2.item2": ["1.1 (2), second item", "1.1 (2), ail eitem"]
  "9.1.d.i": ["9.1(d)(i)"]
  "12.1.item3": ["12.1, third item", "12.1, trydedd eitem"]
  "appendix.1.5": ["appendix 1.5", "atodiad 1.5"]
  "appendix.1.7.a": ["appendix 1.7(a)", "atodiad 1.7(a)"]
  "appendix.1.3.table1": ["appendix 1.3, table", "atodiad 1.3, tabl"]
  "appendix.1.3.table1.r2c1": ["appendix 1.3, table, row 2, Members", "atodiad 1.3, tabl, rhes 2, Aelodau"]
  "appendix.1.3.table1.r6c1": ["appendix 1.3, table, row 6", "atodiad 1.3, tabl, rhes 6"]
bursledon:
  "reports.a": ["Reports (a)", "Adroddiadau (a)"]
  "officer-attendance.a": ["Officer Attendance (a)", "Presenoldeb Swyddogion (a)"]
  "3.2.f.para1": ["3.2(f), second paragraph", "3.2(f), ail baragraff"]
  "control.table1.r9c2": ["Document control, Author", "Rheoli’r ddogfen, Awdur"]
halewood:
  "review.table1.r1c2": ["Linked Policies, Last Review Date", "Polisïau Cysylltiedig, Dyddiad yr Adolygiad Diwethaf"]
barrow:
  "signature.field1": ["Signature, Signed", "Llofnod, Llofnodwyd"]
  "expectations.item11": ["Expectations, first paragraph, item 11", "Disgwyliadau, paragraff cyntaf, eitem 11"]
taffs-well-and-nantgarw:
  "preamble.para1": ["Preamble, first paragraph", "Rhagymadrodd, paragraff cyntaf"]
  "preamble.item1": ["Preamble, first paragraph, first item", "Rhagymadrodd, paragraff cyntaf, eitem gyntaf"]
  "title-2": ["Title (2)", "Teitl (2)"]
""")
"""By council and anchor, what the provision is called in English, and in Welsh where that differs."""
PLACES = [(council, anchor) for council, anchors in CALLED.items() for anchor in anchors]


@pytest.mark.parametrize(("council", "anchor"), PLACES)
def test_a_provision_is_called_by_its_number_or_in_words_of_the_language(library, council: str, anchor: str):
    version, (english, *welsh) = library.version_shown(council), CALLED[council][anchor]
    assert [names(version, language)[anchor] for language in LANGUAGES] == [english, *(welsh or [english])]


def test_the_whole_printed_path_is_said_and_parts_through_which_numbers_run_on_are_not():
    called = names(read_version(CODE), "en")
    expected = {
        "6.1.a": "6(1)(a)",
        "10.2.a.ix.aa": "10(2)(a)(ix)(aa)",
        "14.2A": "14(2A)",
        "part-3": "Part 3",
        "personal-interests": "Personal Interests",
        "1.1.para2": "1(1), third paragraph",
    }
    assert {anchor: called[anchor] for anchor in expected} == expected


def test_a_part_in_which_the_numbers_begin_again_is_said(tmp_path: Path):
    rules = '[{number: "1", text: x, items: [{number: (a), text: x}]}, {text: x}]'
    parts = [{"number": f"Part {one}", "heading": "Rules", "provisions": yaml.safe_load(rules)} for one in (1, 2)]
    schedule = {"number": "Schedule 1", "provisions": [{"number": "1", "text": "x"}]}
    version = version_of(tmp_path / "undated.yml", [*parts, schedule])
    english, welsh = names(version, "en"), names(version, "cy")
    assert (english["part-2.1.a"], welsh["part-2.1.a"]) == ("Part 2, 1(a)", "Rhan 2, 1(a)")
    assert (english["schedule-1.1"], welsh["schedule-1.1"]) == ("Schedule 1, 1", "Atodlen 1, 1")
    assert (english["part-2.para1"], welsh["part-2.para1"]) == ("Part 2, first paragraph", "Rhan 2, paragraff cyntaf")
    assert (english["part-2"], welsh["part-2"]) == ("Part 2", "Rhan 2")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_provisions_are_called_alike_and_none_by_its_anchor(library, language: str):
    for version in [*(library.version_shown(council) for council in FIVE), read_version(CODE)]:
        called = names(version, language)
        assert len(set(called.values())) == len(called), version.council
        assert not [name for name in called.values() if re.search(r"(para|item|table|field|r\d+c)\d", name)]


@pytest.mark.parametrize("position", range(1, 12))
def test_welsh_ordinals_agree_with_what_they_count(position: int):
    masculine = [
        "cyntaf",
        "ail",
        "trydydd",
        "pedwerydd",
        "pumed",
        "chweched",
        "seithfed",
        "wythfed",
        "nawfed",
        "degfed",
    ]
    feminine = ["gyntaf", "ail", "trydedd", "pedwaredd", "pumed", "chweched", "seithfed", "wythfed", "nawfed", "degfed"]
    for word, ordinals, soft in (("paragraph", masculine, "baragraff"), ("item", feminine, "eitem")):
        noun, listed = MESSAGES["cy"](f"place.{word}"), MESSAGES["cy"](f"place.{word}.ordinals").split(", ")
        if position > len(listed):
            continue
        ordinal = ordinals[position - 1]
        expected = {1: f"{noun} {ordinal}", 2: f"{ordinal} {soft}"}.get(position, f"{ordinal} {noun}")
        assert listed[position - 1] == expected


def link_name(link: LexborNode) -> str:
    return link.attributes.get("aria-label") or " ".join(link.text().split())


CHECKED = "article.protocol .editorial a[href], article.protocol a.number, .citations a[href]"
"""Links that are ours, and those of the printed numbers: the adopted words themselves are not ours to change."""


def test_no_two_links_that_are_ours_have_one_name_and_lead_to_different_places(site: Path):
    checked = 0
    for path in every_page(site):
        leads: dict[str, set[str]] = defaultdict(set)
        for link in LexborHTMLParser(path.read_text("utf-8")).css(CHECKED):
            leads[link_name(link)].add(link.attributes["href"] or "")
            checked += 1
        assert not {name: found for name, found in leads.items() if len(found) > 1}, path
    assert checked > 1000
