"""What the search answers to words in quotation marks and behind a hyphen: in their order alone, and none at all."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from protocolau.search.searchable_statements import searchable_statements
from tests.browsing import PREFIX, both_languages
from tests.rendering import render_context
from tests.search.asking import answers


@pytest.mark.parametrize(
    ("language", "phrase", "turned"),
    [("en", "political leadership", "leadership political"), ("cy", "bwysau gormodol", "gormodol pwysau")],
)
def test_a_quoted_phrase_is_found_in_its_order_alone(searching, language, phrase, turned):
    quoted, other, loose = answers(searching(language), language, [f'"{phrase}"', f'"{turned}"', turned], most=100)
    assert quoted["results"] and quoted["instead"] is None
    assert set(quoted["results"]) < set(loose["results"])
    assert other["instead"] == turned and other["results"] == loose["results"]


@both_languages
def test_a_phrase_that_no_clause_has_in_its_order_is_said_to_be_none(opened, language):
    turned, said = {
        "en": ("leadership political", "No clause has these words in this order."),
        "cy": ("gormodol pwysau", "Nid oes cymal â’r geiriau hyn yn y drefn hon."),
    }[language]
    page = opened(f'{PREFIX[language]}search/?q="{turned}"')
    expect(page.locator(".search-offers .unknown")).to_have_text(said)
    expect(page.locator(".search-offers .instead")).to_contain_text(f"“{turned}”")
    expect(page.locator(".result-item.result").first).to_be_visible()


@both_languages
def test_a_phrase_that_goes_from_one_statement_of_a_clause_to_the_next_is_found(searching, the_five, language):
    rendering = render_context(the_five, language)
    quoted = []
    for council in the_five.councils.values():
        for one, after in pairwise(searchable_statements(rendering, council)):
            if one.text and after.text and after.anchor == one.anchor:
                text = " ".join([*one.text.split()[-4:], *after.text.split()[:4]])
                quoted.append('"{}"'.format(re.sub('[“”"]', "", text)))
    found = answers(searching(language), language, quoted)
    assert len(found) > 80 and [one for one in found if one["instead"] or not one["results"]] == []


@pytest.mark.parametrize(
    ("language", "typed", "councils", "instead"),
    [
        ("en", '"people of Barrow"', ["barrow"], "people of Barrow"),
        ("en", '"feature of Halewood Town Council"', [], None),
        ("en", '"Halewood Town Council" "political groups"', ["halewood"], None),
        ("en", 'conwy "feature of Halewood"', ["conwy"], None),
        ("cy", '"aelodau Conwy"', ["conwy"], "aelodau Conwy"),
        ("cy", '"Cyngor Bwrdeistref Sirol Conwy" "bwysau gormodol"', ["conwy"], None),
    ],
)
def test_a_name_in_a_phrase_is_a_part_of_it_unless_it_is_all(searching, language, typed, councils, instead):
    (found,) = answers(searching(language), language, [typed])
    assert (found["councils"], found["instead"]) == (councils, instead)
    assert found["results"]


@pytest.mark.parametrize(
    ("language", "phrase", "marked"),
    [
        ("en", "in which it was obtained. Confidential Committee papers", "Confidential Committee papers"),
        ("en", "running of the Council. This is the responsibility", "running of the Council"),
        ("cy", "y'i cafwyd ynddynt. Mae papurau Pwyllgor", "Mae papurau Pwyllgor"),
    ],
)
def test_of_a_phrase_that_goes_on_in_the_next_statement_its_part_is_marked(opened, language, phrase, marked):
    page = opened(f'{PREFIX[language]}search/?q="{phrase}"')
    expect(page.locator(".result-item.result mark")).to_have_text([marked])


@pytest.mark.parametrize(
    ("language", "typed", "found"),
    [
        ("en", '"day-to-day running"', "barrow#councillors.para2"),
        ("en", '"day to day management"', "halewood#2.2.para2"),
        ("en", '"party-political nature"', "bursledon#2.3"),
        ("en", '"member-officer relations"', "conwy#appendix.1.1"),
        ("cy", '"swydd ddisgrifiad"', "taffs-well-and-nantgarw#2.2.3"),
    ],
)
def test_hyphens_in_a_phrase_make_no_difference(searching, language, typed, found):
    (answer,) = answers(searching(language), language, [typed])
    assert found in answer["results"] and answer["instead"] is None


@pytest.mark.parametrize(
    ("narrowed", "typed", "said"),
    [
        ("&council=barrow", '"public interest"', []),
        ("&nation=england", '"public interest"', []),
        ("", '"harassment"', ["No English text has the word “harassment”."]),
        ("", '"running of the Council. This is the responsibility"', None),
    ],
)
def test_of_a_phrase_that_some_clause_has_it_is_not_said_that_none_has(opened, narrowed, typed, said):
    page = opened(f"search/?q={typed}{narrowed}")
    expect(page.locator(".result-item.result").first).to_be_visible()
    assert page.locator(".search-offers .unknown").all_text_contents() == (said or [])
    expect(page.locator(".search-offers .instead")).to_have_count(0 if said is None else 1)


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        ("en", "gifts", "No English text has “gifts”. What may be meant is shown."),
        ("en", "can i get fired for swearing", "No English text has “fired”, “swearing”. What may be meant is shown."),
        ("en", "what does Conwy say about gifts", "No English text has “gifts”. What may be meant is shown."),
        ("en", "which clause says that officers must be impartial", None),
        ("cy", "beth mae Conwy yn ei ddweud am fwlio", None),
        ("en", "complain", None),  # of a complaint they speak
        ("en", "who can help", None),
        ("en", "whistle blowing", None),
        (
            "cy",
            "lletygarwch",
            "Nid oes unrhyw destun Cymraeg yn cynnwys “lletygarwch”. Dangosir yr hyn a allai fod dan sylw.",
        ),
    ],
)
def test_what_no_text_says_is_not_passed_off_as_said(opened, language, typed, said):
    page = opened(f"{PREFIX[language]}search/?q={typed}")
    expect(page.locator(".result-item.result").first).to_be_visible()
    expect(page.locator(".search-offers .unknown")).to_have_count(0)
    assert page.locator(".search-offers .meant").all_text_contents() == ([said] if said else [])


@pytest.mark.parametrize(
    ("language", "typed", "unwanted"),
    [
        ("en", "relationship -officers", "officer"),
        ("en", 'interest -"public interest"', "public interest"),
        ("cy", "perthynas -swyddog", "swyddog"),
    ],
)
def test_words_behind_a_hyphen_are_in_no_result(opened, searching, language, typed, unwanted):
    every, found = answers(searching(language), language, [typed.split(" -")[0], typed], most=100)
    assert set(found["results"]) < set(every["results"]) and found["results"] and found["unknown"] == []
    page = opened(f"{PREFIX[language]}search/?q={typed}")
    expect(page.locator(".result-item.result").first).to_be_visible()
    texts = page.locator(".result-item :is(.result-text, .result-heading)").all_text_contents()
    assert texts and not [text for text in texts if re.search(rf"\b{unwanted}", text.lower())]


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("a member must NOT disclose information", "a member must not disclose information"),
        ("bullying - of staff", "bullying of staff"),
        ("member-officer relations", "member officer relations"),
        ("not well treated", "well treated"),
    ],
)
def test_what_one_must_not_do_and_what_a_hyphen_joins_is_wanted(searching, typed, plain):
    found, right = answers(searching("en"), "en", [typed, plain])
    assert found["results"][:3] == right["results"][:3] != [] and found["councils"] == right["councils"]
