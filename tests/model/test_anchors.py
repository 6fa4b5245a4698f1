"""The anchors of provisions: how they are made, and that those which stand go on standing."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from protocolau.model.anchors import AnchorContext, Anchors
from protocolau.model.provision import Provision
from protocolau.repository.repository import load_council, load_vocabulary
from tests.assembled import COUNCIL, version_of
from tests.conftest import ROOT

ANCHORS = yaml.safe_load((ROOT / "tests" / "anchors" / "cases.yml").read_text("utf-8"))
STANDING = yaml.safe_load((ROOT / "tests" / "anchors" / "of_the_five.yml").read_text("utf-8"))
"""By council, each anchor that others may link to with what stands on it: the number and the beginning of the words."""


def on_it(provision: Provision) -> str:
    words = (provision.heading or provision.text or provision.kind)[:70].strip()
    return " | ".join(part for part in (provision.number, words) if part)


@pytest.mark.parametrize("name", ANCHORS)
def test_each_provision_has_the_anchor_of_its_numbers_or_its_words(name: str, tmp_path: Path):
    case = ANCHORS[name]
    assert list(version_of(tmp_path / "undated.yml", case["body"]).provisions) == case["anchors"]


def test_anchors_do_not_hang_on_the_words_where_there_is_a_number(tmp_path: Path):
    """So that they stay the same in both languages and in the next version."""
    english = {"number": "2", "heading": "Roles", "provisions": [{"number": "2.1", "text": "Words."}]}
    welsh = {"number": "2", "heading": "Rolau", "provisions": [{"number": "2.1", "text": "Geiriau."}]}
    anchors = [list(version_of(tmp_path / "undated.yml", [body]).provisions) for body in (english, welsh)]
    assert anchors[0] == anchors[1] == ["2", "2.1"]


REAL = """
conwy       8.6                          8.6   It is important for Services and their staff
conwy       1.1                          1.1   The purpose of this Protocol is to guide
conwy       1.1-2                        1.1   Members and Officers should abide by the Nolan principles
conwy       9.1.d.i                      i.    reasonable and in the public interest; and
conwy       appendix.1.5                 1.5   A useful table to consider
conwy       appendix.1.3.table1.r6c1     –     Collectively set the policy and strategy framework
halewood    5.4                          5.4   If a staff member is dissatisfied
halewood    5.4-2                        5.4   Where problems emerge between the Town Manager
halewood    3.1.l                        l)    That Town Council Staff will comply
bursledon   3.1.a                        a)    A commitment to the authority as a whole
bursledon   3.2.f.para1                  –     Councillors should have regard to the seniority
bursledon   reports.a                    a)    Political groups may request the Parish Clerk
bursledon   officer-attendance.e         e)    Officers will respect the confidentiality
barrow      councillors.item1            –     To determine council policy
barrow      signature.field1             –     Signed:
taffs-well-and-nantgarw 2.2.1.item1      –     To determine council policy
taffs-well-and-nantgarw adoption         –     ADOPTED BY COUNCIL 25th September 2019.
"""


@pytest.mark.parametrize("line", REAL.strip().splitlines(), ids=lambda line: "#".join(line.split()[:2]))
def test_a_clause_of_the_real_protocols_is_found_by_its_printed_number(library, line: str):
    council, anchor, number, words = line.split(maxsplit=3)
    provision = library.version_shown(council).provisions[anchor]
    assert (provision.anchor, provision.number or "–") == (anchor, number)
    assert provision.text.startswith(words)


@pytest.mark.parametrize("council", STANDING)
def test_every_anchor_that_stands_goes_on_standing_on_the_same_words(library, council: str):
    provisions = library.version_shown(council).provisions
    assert {anchor: on_it(one) for anchor, one in provisions.items()} == STANDING[council]


def test_headings_of_a_text_adopted_in_both_languages_have_anchors_from_the_english(tmp_path: Path):
    folder = tmp_path / "exampleton"
    folder.mkdir()
    (folder / "council.yml").write_text(COUNCIL, "utf-8")
    welsh = {
        "title": "Protocol",
        "language": "cy",
        "body": [{"heading": "Buddiannau", "provisions": [{"text": "Rhai."}]}],
    }
    units = {"interests heading": {"cy": "Buddiannau", "en": "Interests"}}
    english = {"language": "en", "state": "adopted", "units": units}
    (folder / "undated.en.yml").write_text(yaml.safe_dump(english), "utf-8")
    vocabulary = load_vocabulary(ROOT / "protocols" / "vocabulary")
    (folder / "undated.yml").write_text(yaml.safe_dump({**welsh, "other_language": "equal"}), "utf-8")
    council, problems = load_council(folder, vocabulary)
    assert not problems
    assert list(council.versions[0].provisions) == ["interests", "interests.para1"]
    (folder / "undated.yml").write_text(yaml.safe_dump(welsh), "utf-8")
    _, problems = load_council(folder, vocabulary)
    assert "interests heading" in str(problems[0])


def test_every_anchor_of_a_protocol_is_given_once(library_with_a_sixth):
    for council in library_with_a_sixth.councils.values():
        for version in council.versions:
            anchors = [provision.anchor for part in version.body for provision in part.walk()]
            assert len(set(anchors)) == len(anchors)


@given(st.text(max_size=8) | st.text("1a.()—*#> \"'=<`/", max_size=8))
def test_whatever_is_printed_its_anchor_needs_no_quotes_in_html(number: str):
    assert re.fullmatch(r"[\w.-]+", Anchors().give(AnchorContext(), "clause", number=number))
