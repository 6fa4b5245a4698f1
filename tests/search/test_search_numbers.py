"""What the search answers, asked in Chromium for clauses by their numbers."""

import re
import shutil
from datetime import date

import pytest
from playwright.sync_api import expect

from protocolau.repository.repository import ProtocolRepository
from tests.browsing import PREFIX
from tests.conftest import ROOT
from tests.search.asking import answers
from tests.search.quality import write_search

COUNCIL = """name: {en: Trewern Community Council, cy: Cyngor Cymuned Trewern}
short_name: {en: Trewern, cy: Trewern}
kind: community
nation: wales
"""
SOURCE = """1 A complaint goes to stage 2 as the appendix says, see Appendix A.
2 A complaint that is not resolved at that stage goes to a panel.
3 Money is for the Section 151 Officer.
Appendix A
1 Respect is due.
2 The form is to be sent.
Appendix B
1 The register is public.
"""
PROTOCOL = """title: Protocol
language: en
adopted: 2021-05-04
source: {file: 2021-05-04.txt}
body:
  - {number: "1", text: "A complaint goes to stage 2 as the appendix says, see Appendix A."}
  - {number: "2", text: "A complaint that is not resolved at that stage goes to a panel."}
  - {number: "3", text: Money is for the Section 151 Officer.}
  - heading: Appendix A
    provisions: [{number: "1", text: Respect is due.}, {number: "2", text: The form is to be sent.}]
  - heading: Appendix B
    provisions: [{number: "1", text: The register is public.}]
"""


@pytest.fixture(scope="module")
def with_letters(site, tmp_path_factory) -> str:
    """The folder of a search that knows a council whose protocol has two appendices, called by letters."""
    protocols = tmp_path_factory.mktemp("lettered") / "protocols"
    shutil.copytree(ROOT / "protocols", protocols)
    (protocols / "trewern").mkdir()
    for name, text in (("council.yml", COUNCIL), ("2021-05-04.yml", PROTOCOL), ("2021-05-04.txt", SOURCE)):
        (protocols / "trewern" / name).write_text(text, "utf-8")
    library = ProtocolRepository(protocols).load(date(2026, 1, 1))
    for language, prefix in PREFIX.items():
        write_search(library, site / "lettered" / prefix, language)
    return "lettered/"


@pytest.mark.parametrize(
    ("language", "typed", "found"),
    [
        ("en", "conwy 8.6", ["conwy#8.6"]),
        ("en", "Conwy clause 8.6", ["conwy#8.6"]),
        ("en", "bursledon 3.1(a)", ["bursledon#3.1.a"]),
        ("cy", "conwy cymal 8.6", ["conwy#8.6"]),
        ("cy", "atodiad 1.5 conwy", ["conwy#appendix.1.5"]),
        ("cy", "conwy atodiad 1.5", ["conwy#appendix.1.5"]),
        ("en", "halewood 5.4", ["halewood#5.4", "halewood#5.4-2"]),
        ("cy", "ffynnon taf 2.1", ["taffs-well-and-nantgarw#2.1"]),
        ("cy", "nghonwy 8.6", ["conwy#8.6"]),
        ("en", "conwy 99.9", []),
        ("en", "clause 8.6 of Conwy", ["conwy#8.6"]),
        ("en", "what does clause 8.6 in Conwy's protocol say?", ["conwy#8.6"]),
        ("en", "para 8.6 conwy", ["conwy#8.6"]),
        ("en", "conwy s.7", ["conwy#7"]),
        ("en", "conwy c.8.6", ["conwy#8.6"]),
        ("en", "c 8.6 conwy", ["conwy#8.6"]),
        ("en", "conwy 8·6", ["conwy#8.6"]),
        ("en", "bursledon 3.1 c", ["bursledon#3.1.c"]),
        ("en", "conwy app. 1.1", ["conwy#appendix.1.1"]),
        ("en", "annex 1.1 of Conwy", ["conwy#appendix.1.1"]),
        ("en", "conwy 1.1 of the annex", ["conwy#appendix.1.1"]),
        ("en", "gifts and app 1.1 conwy", ["conwy#appendix.1.1"]),
        ("cy", "conwy c. 8.6", ["conwy#8.6"]),
        ("cy", "conwy atod. 1.1", ["conwy#appendix.1.1"]),
        ("cy", "atodl 1.1 conwy", []),
        ("en", "see section no. 7 of Conwy", ["conwy#7"]),
        ("en", "Conwy §8.6", ["conwy#8.6"]),
        ("en", "art. 7 conwy", ["conwy#7"]),
        ("en", "sub-clause 3.1 a of Bursledon", ["bursledon#3.1.a"]),
        ("en", "paragraph (a) of clause 3.1 in Bursledon", ["bursledon#3.1.a"]),
        ("cy", "Bursledon: paragraff (a) o gymal 3.1", ["bursledon#3.1.a"]),
        ("en", "Taff's Well para 2.1", ["taffs-well-and-nantgarw#2.1"]),
        ("cy", "gymal 8.6 conwy", ["conwy#8.6"]),
        ("cy", "yng nghymal 8.6 o brotocol Conwy", ["conwy#8.6"]),
        ("cy", "beth mae paragraff 8.6 yng Nghonwy yn ei ddweud", ["conwy#8.6"]),
        ("cy", "o dan adran 7 Conwy", ["conwy#7"]),
        ("cy", "par. 8.6 conwy", ["conwy#8.6"]),
        ("cy", "erth. 7 conwy", ["conwy#7"]),
        ("en", "Conwy, paragraph 1.5 of the Appendix", ["conwy#appendix.1.5"]),
        ("en", "1.5 in the appendix to conwy", ["conwy#appendix.1.5"]),
        ("cy", "conwy paragraff 1.5 o’r atodiad", ["conwy#appendix.1.5"]),
        ("en", "Halewood, clause 3.1(a)", ["halewood#3.1.a"]),
        ("cy", "section 8.6 of Conwy", ["conwy#8.6"]),
        ("cy", "clause 8.6 in the Conwy protocol", ["conwy#8.6"]),
        ("en", "cymal 8.6 yn Conwy", ["conwy#8.6"]),
    ],
)
def test_a_printed_number_finds_its_clause(searching, language, typed, found):
    (answer,) = answers(searching(language), language, [typed])
    below = tuple(f"{anchor}." for anchor in found)
    assert [one for one in answer["clauses"] if not one.startswith(below)] == found
    assert answer["counterpart"] is None


@pytest.mark.parametrize(
    ("language", "typed", "found"),
    [
        ("en", "Conwy 12.1, second item", "conwy#12.1.item2"),
        ("en", "conwy clause 12.1 second item", "conwy#12.1.item2"),
        ("en", "Halewood 5.4(2)", "halewood#5.4-2"),
        ("en", "Barrow: Expectations, second paragraph, fifth item", "barrow#expectations.item16"),
        ("en", "Taff's Well and Nantgarw 2.1, second paragraph", "taffs-well-and-nantgarw#2.1.para1"),
        ("en", "Conwy appendix 1.3, table, row 5, Members", "conwy#appendix.1.3.table1.r5c1"),
        ("cy", "Conwy 12.1, ail eitem", "conwy#12.1.item2"),
        ("cy", "Barrow Parish Council, Disgwyliadau, ail baragraff, pumed eitem", "barrow#expectations.item16"),
        ("en", "12.1 item 5", "conwy#12.1.item5"),
        ("en", "conwy 12.1, bullet point 5", "conwy#12.1.item5"),
        ("en", "Taff's Well 3.1(4)", "taffs-well-and-nantgarw#3.1.item4"),
        ("en", "fourth bullet point of clause 3.1 in Taff's Well", "taffs-well-and-nantgarw#3.1.item4"),
        ("en", "item 4 of 3.1, taffs well", "taffs-well-and-nantgarw#3.1.item4"),
        ("en", "the third item of 12.1", "conwy#12.1.item3"),
        ("en", "point 3 of 12.1", "conwy#12.1.item3"),
        ("en", "12.1 third item", "conwy#12.1.item3"),
        ("en", "conwy 1.1 item 2", "conwy#1.1-2.item2"),
        ("en", "1.1 item 2", "conwy#1.1-2.item2"),
        ("en", "conwy second item of 1.1", "conwy#1.1-2.item2"),
        ("en", "Halewood Linked Policies item 2", "halewood#linked-policies.item2"),
        ("en", "Bursledon Parish Council Reports (c)", "bursledon#reports.c"),
        ("en", "Reports (c)", "bursledon#reports.c"),
        ("en", "12.1 point three", "conwy#12.1.item3"),
        ("en", "12.1 bullet point three", "conwy#12.1.item3"),
        ("en", "Taff's Well 2.1 para 2", "taffs-well-and-nantgarw#2.1.para1"),
        ("en", "paragraph two of 2.1, Taff's Well", "taffs-well-and-nantgarw#2.1.para1"),
        ("en", "Taff's Well 2.1 paragraph 1", "taffs-well-and-nantgarw#2.1"),
        ("cy", "12.1 pwynt tri", "conwy#12.1.item3"),
        ("cy", "par. 2 o 2.1 yn Ffynnon Taf", "taffs-well-and-nantgarw#2.1.para1"),
        ("cy", "Conwy cymal 12.1 eitem 5", "conwy#12.1.item5"),
        ("cy", "eitem 5 o 12.1 yng Nghonwy", "conwy#12.1.item5"),
        ("cy", "trydedd eitem 12.1", "conwy#12.1.item3"),
        ("cy", "y bumed eitem yn 12.1", "conwy#12.1.item5"),
        ("cy", "pumed eitem cymal 12.1", "conwy#12.1.item5"),
        ("cy", "ail eitem 1.1 yng Nghonwy", "conwy#1.1-2.item2"),
        ("cy", "Bursledon adroddiadau (c)", "bursledon#reports.c"),
        ("en", "12.1 items 3 and 5", "conwy#12.1.item3 conwy#12.1.item5"),
        ("en", "Conwy 12.1(3) and 12.1(5)", "conwy#12.1.item3 conwy#12.1.item5"),
        ("en", "Conwy 12.1(3) to 12.1(5)", "conwy#12.1.item3 conwy#12.1.item4 conwy#12.1.item5"),
        ("en", "conwy 12.1 items 1, 2 & 4", "conwy#12.1.item1 conwy#12.1.item2 conwy#12.1.item4"),
        ("en", "items 3 to 5 of 12.1, Conwy", "conwy#12.1.item3 conwy#12.1.item4 conwy#12.1.item5"),
        ("cy", "12.1 eitemau 3 a 5", "conwy#12.1.item3 conwy#12.1.item5"),
        ("cy", "eitemau 3 hyd at 5 o 12.1", "conwy#12.1.item3 conwy#12.1.item4 conwy#12.1.item5"),
    ],
)
def test_a_clause_is_found_by_what_the_site_calls_it(searching, language, typed, found):
    (answer,) = answers(searching(language), language, [typed])
    assert answer["clauses"] == found.split() and answer["results"] == answer["unknown"] == answer["suggestions"] == []


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("en", "conwy section 22"),
        ("en", "Section 22"),
        ("en", "what is in section 22?"),
        ("en", "section twenty-two"),
        ("en", "section twenty two"),
        ("cy", "adran dau ddeg dau"),
        ("cy", "adran dwy ar hugain"),
        ("en", "conwy s22"),
        ("en", "conwy 22"),
        ("cy", "adran 22 yng Nghonwy"),
        ("cy", "beth sydd yn adran 22?"),
        ("cy", "section 22"),
    ],
)
def test_a_heading_that_begins_with_a_word_for_a_clause_and_its_number_is_one(searching, opened, language, typed):
    (answer,) = answers(searching(language), language, [typed])
    assert answer["clauses"] == ["conwy#section-22-protocol-on-member-officer", "conwy#appendix"]
    page = opened(f"{PREFIX[language]}search/?q={typed}")
    expect(page.locator(".result-item.clause")).to_have_count(2)
    expect(page.locator(".search-offers p")).to_have_count(0)


@pytest.mark.parametrize(
    ("language", "typed", "first"),
    [
        ("en", "conwy section 22, appendix 1.5", "appendix.1.5"),
        ("en", "conwy s22 8.6", "8.6"),
        ("cy", "Conwy, adran 22, cymal 8.6", "8.6"),
    ],
)
def test_a_clause_comes_before_the_headings_of_the_section_it_is_said_to_stand_in(opened, language, typed, first):
    page = opened(f"{PREFIX[language]}search/?q={typed}")
    expect(page.locator(".result-item.clause a").first).to_have_attribute("href", re.compile(rf"/conwy/#{first}$"))
    expect(page.locator(".search-offers p")).to_have_count(0)


@pytest.mark.parametrize("narrowed", [{"nation": "england"}, {"kind": "parish"}, {"topic": "undue-pressure"}])
@pytest.mark.parametrize("typed", ["12.1 item 5", "Section 22"])
def test_a_clause_that_is_called_so_is_narrowed_as_all_else_and_not_said_to_be_none(opened, narrowed, typed):
    page = opened(f"search/?q={typed}&" + "&".join(f"{name}={value}" for name, value in narrowed.items()))
    expect(page.locator(".search-page [role=status]")).not_to_be_empty()
    expect(page.locator(".result-item.clause, .search-offers .unknown")).to_have_count(0)


@pytest.mark.parametrize(
    ("language", "typed", "found"),
    [
        ("en", "bursledon 3.1 (a),(b)", "bursledon#3.1.a bursledon#3.1.b"),
        ("en", "bursledon 3.1(a)/(b)", "bursledon#3.1.a bursledon#3.1.b"),
        ("en", "conwy v halewood 5.3", "conwy#5.3 halewood#5.3"),
        ("en", "halewood clauses 3.1(a) and (b)", "halewood#3.1.a halewood#3.1.b"),
        ("en", "halewood 3.1 a, b and c", "halewood#3.1.a halewood#3.1.b halewood#3.1.c"),
        ("en", "halewood 3.1a,b & 3.2 c) and d)", "halewood#3.1.a halewood#3.1.b halewood#3.2.c halewood#3.2.d"),
        ("en", "halewood 3.1a-c", "halewood#3.1.a halewood#3.1.b halewood#3.1.c"),
        ("en", "halewood 3.1 a to c", "halewood#3.1.a halewood#3.1.b halewood#3.1.c"),
        ("en", "Halewood 3.1(a) to (c)", "halewood#3.1.a halewood#3.1.b halewood#3.1.c"),
        ("en", "Halewood 3.1a", "halewood#3.1.a"),
        ("en", "conwy 6.1, 6.2 & 7.1", "conwy#6.1 conwy#6.2 conwy#7.1"),
        ("en", "conwy 6.2-7", ""),
        ("en", "conwy 6.2–7.1", "conwy#6.2 conwy#6.3 conwy#7.1"),
        ("en", "clauses 5.3 to 5.9 of Halewood", "halewood#5.3 halewood#5.4 halewood#5.4-2"),
        ("en", "halewood 5.4-2", "halewood#5.4-2"),
        ("en", "conwy appendix 1.1 and 1.2", "conwy#appendix.1.1 conwy#appendix.1.2"),
        ("en", "conwy 6.1 and halewood 5.3", "conwy#6.1 conwy#5.3 halewood#5.3"),
        ("en", "clauses 5.1 and 5.2", "bursledon#5.1 bursledon#5.2 conwy#5.1 conwy#5.2 halewood#5.1 halewood#5.2"),
        ("en", "12.4 - 13.1", "conwy#12.4 conwy#12.5 conwy#13.1"),
        ("en", "clauses between 12.4 and 13.1", "conwy#12.4 conwy#12.5 conwy#13.1"),
        ("cy", "rhwng 12.4 a 13.1 yng Nghonwy", "conwy#12.4 conwy#12.5 conwy#13.1"),
        ("cy", "cymalau 6.1 a 6.2 Conwy", "conwy#6.1 conwy#6.2"),
        ("cy", "yng nghymalau 6.2 i 7.1 o brotocol Conwy", "conwy#6.2 conwy#6.3 conwy#7.1"),
        ("cy", "paragraffau 12.4 hyd at 13.1", "conwy#12.4 conwy#12.5 conwy#13.1"),
        ("cy", "cymalau 3.1(a) a (b) Halewood", "halewood#3.1.a halewood#3.1.b"),
        ("cy", "Halewood 3.1 a, b a c", "halewood#3.1.a halewood#3.1.b halewood#3.1.c"),
        ("cy", "Halewood 3.1 a hyd c", "halewood#3.1.a halewood#3.1.b halewood#3.1.c"),
    ],
)
def test_the_numbers_of_several_clauses_find_each_of_them(searching, language, typed, found):
    (answer,) = answers(searching(language), language, [typed])
    assert answer["clauses"] == found.split() and answer["unknown"] == []


@pytest.mark.parametrize(
    ("language", "typed", "words"),
    [
        ("en", "conwy clause 8.6 ward members", "conwy ward members"),
        ("en", "does 8.6 in Conwy let ward members attend?", "does in Conwy let ward members attend"),
        ("cy", "cymal 8.6 Conwy aelodau lleol", "Conwy aelodau lleol"),
    ],
)
def test_a_clause_that_is_cited_among_words_stands_above_what_they_find(searching, language, typed, words):
    found, without = answers(searching(language), language, [typed, words])
    assert found["clauses"] == ["conwy#8.6"] and found["unknown"] == []
    assert found["results"] == without["results"] and without["results"]


@pytest.mark.parametrize("typed", ["conwy 8.6/8.7", "conwy-8.6"])
def test_beside_a_clause_that_is_cited_without_words_not_all_that_its_council_says_is_found(searching, typed):
    (found,) = answers(searching("en"), "en", [typed])
    assert found["clauses"][0] == "conwy#8.6" and found["results"] == []


@pytest.mark.parametrize(("language", "typed"), [("en", "halewood 3.1 a)"), ("cy", "Nghonwy 8.6 a 8.7")])
def test_the_letter_of_an_item_and_what_joins_numbers_are_not_marked_as_words(opened, language, typed):
    page = opened(f"{PREFIX[language]}search/?q={typed}")
    expect(page.locator(".result-item.clause").first).to_be_visible()
    expect(page.locator(".result-item mark")).to_have_count(0)


def test_a_number_that_is_no_clause_of_the_council_leaves_its_words_alone(searching):
    (found,) = answers(searching("en"), "en", ["conwy reply within 10 days, clause 99.9"])
    assert found["clauses"] == [] and "conwy#8.2" in found["results"] and "clause" not in found["unknown"]


@pytest.mark.parametrize("typed", ["councils in Wales: training", "wales", "training England"])
def test_a_nation_is_not_put_right_to_a_word(searching, typed):
    (found,) = answers(searching("en"), "en", [typed])
    assert found["suggestions"] == [] and found["instead"] is None


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        ("en", "clause 99.9", "No document here has a clause 99.9."),
        ("en", "clauses 3.1 and 99", "No document here has a clause 99."),
        ("en", "para 3(z)", "No document here has a clause 3(z)."),
        ("en", "conwy 3.2", "Conwy County Borough Council has no clause 3.2."),
        ("en", "conwy 3.2, 6.1", "Conwy County Borough Council has no clause 3.2."),
        ("en", "halewood 99 and 3.1(a)", "Halewood Town Council has no clause 99."),
        ("en", "conwy 12.1 item 99", "Conwy County Borough Council has no clause 12.1 item 99."),
        ("en", "item 99 of 12.1", "No document here has a clause 12.1 item 99."),
        ("en", "section 151", "No document here has a clause 151."),
        ("cy", "cymal 99.9", "Nid oes cymal 99.9 mewn unrhyw ddogfen yma."),
        ("cy", "eitem 99 o 12.1", "Nid oes cymal 12.1 eitem 99 mewn unrhyw ddogfen yma."),
        ("cy", "paragraffau 3.1 a 99", "Nid oes cymal 99 mewn unrhyw ddogfen yma."),
    ],
)
def test_of_a_number_that_no_clause_has_this_is_said_and_nothing_of_words(opened, language, typed, said):
    page = opened(f"{PREFIX[language]}search/?q={typed}")
    expect(page.locator(".search-offers")).to_have_text(said)
    expect(page.locator(".result-item.result, .result-item.glossary")).to_have_count(0)


@pytest.mark.parametrize(
    ("language", "typed", "found"),
    [
        ("en", "trewern appendix A 2", ["appendix-a.2"]),
        ("en", "Trewern Appendix A, 2", ["appendix-a.2"]),
        ("en", "2 of Appendix A, Trewern", ["appendix-a.2"]),
        ("en", "Appendix A of Trewern", ["appendix-a", "appendix-a.1", "appendix-a.2"]),
        ("en", "trewern appendix b, paragraph 1", ["appendix-b.1"]),
        ("cy", "Trewern Atodiad A 2", ["appendix-a.2"]),
        ("cy", "Trewern 1 a 2", ["1", "2"]),
    ],
)
def test_the_letter_of_an_appendix_is_no_word_for_and(searching, with_letters, language, typed, found):
    (answer,) = answers(searching(language), language, [typed], folder=with_letters)
    assert answer["clauses"] == [f"trewern#{anchor}" for anchor in found]


@pytest.mark.parametrize(
    ("typed", "first"),
    [("complaints in appendix A", "1"), ("complaint stage 2", "1"), ("stage 2", "1"), ("panel at that stage", "2")],
)
def test_a_word_is_found_first_with_the_number_or_the_letter_behind_it(searching, with_letters, typed, first):
    (found,) = answers(searching("en"), "en", [typed], folder=with_letters)
    assert found["results"][0] == f"trewern#{first}"


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("en", "s151 officer", "section 151 officer"),
        ("en", "who is the S.151 officer", "who is the section 151 officer"),
        ("en", "officer under s. 151", "officer under section 151"),
        ("cy", "swyddog a.151", "swyddog adran 151"),
        ("cy", "swyddog s151", "swyddog adran 151"),
    ],
)
def test_the_section_of_an_act_may_be_written_in_short(searching, with_letters, language, typed, meant):
    found, right = answers(searching(language), language, [typed, meant], folder=with_letters)
    assert found == right and right["unknown"] == [] and right["results"]
    assert language == "cy" or "trewern#3" in right["results"][:3]


def test_a_year_is_no_clause_and_an_appendix_is_a_word(searching):
    year, none, appendix = answers(searching("en"), "en", ["2019", "1066", "appendix 1"])
    assert "taffs-well-and-nantgarw#adoption" in year["results"] and none["unknown"] == ["1066"]
    assert "conwy#1.3" in appendix["results"]
