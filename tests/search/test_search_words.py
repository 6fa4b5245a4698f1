"""What the search makes of words as people write them: with another written to them, in dialect, numbers in words."""

import pytest

from tests.search.asking import answers


@pytest.mark.parametrize(
    ("language", "typed", "plain"),
    [
        ("cy", "beth mae Conwy'n ei ddweud am sancsiynau", "beth mae Conwy ei ddweud am sancsiynau"),
        ("cy", "a Chonwy’n sôn am fwlio", "a Chonwy sôn am fwlio"),
        ("cy", "Conwy'n", "Conwy"),
        ("cy", "Conwy'i 8.6", "Conwy 8.6"),
        ("en", "Conwy'n 8.6", "Conwy 8.6"),
    ],
)
def test_a_council_is_named_whatever_is_written_to_its_name(searching, language, typed, plain):
    found, right = answers(searching(language), language, [typed, plain])
    assert found == right and found["councils"] == ["conwy"] and found["unknown"] == found["suggestions"] == []


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("en", "monitering oficer", "monitoring officer"),
        ("en", "confidental infomation", "confidential information"),
        ("cy", "swydog monitrro", "swyddog monitro"),
    ],
)
def test_several_misspelt_words_are_put_right_at_once(searching, language, typed, meant):
    found, right = answers(searching(language), language, [typed, meant])
    assert found["suggestions"][0] == found["instead"] == meant and found["results"] == right["results"]


@pytest.mark.parametrize(
    ("language", "typed", "unknown", "suggested"),
    [
        ("cy", "y ddraig goch'n gyfrinachol", ["ddraig", "goch"], []),
        ("cy", "pwysa'r gwaith", [], ["pwysau'r gwaith"]),
        ("en", "the dragon's confidential papers", ["dragon"], []),
        ("en", "what can be done about the dragon's papers", ["dragon"], []),
        ("en", "the dragon on 27th April 2016", ["dragon"], []),
        ("cy", "dwi isio gwbod am y ddraig ar yr 16eg o Orffennaf", ["ddraig"], []),
    ],
)
def test_a_word_is_said_to_be_in_no_text_without_what_is_written_to_it(searching, language, typed, unknown, suggested):
    (found,) = answers(searching(language), language, [typed])
    assert found["unknown"] == unknown and found["suggestions"] == suggested


def test_what_tells_nothing_stands_for_no_word_of_what_people_say(searching):
    (found,) = answers(searching("cy"), "cy", ["beth mae Halewood yn ei ddweud am y wasg"])
    assert "halewood#5.3" not in found["results"]  # of whom one complains: “achwyn am swyddog”


def test_the_date_of_adoption_is_no_date_with_somebody(searching):
    adoption, meeting = answers(searching("en"), "en", ["Conwy adoption date", "go on a date with the clerk"])
    assert not adoption["results"][0].startswith("conwy#6.") and "conwy#6.3" in meeting["results"]


@pytest.mark.parametrize(
    ("language", "typed", "in_figures"),
    [
        ("en", "clause twelve of Conwy", "clause 12 of Conwy"),
        ("en", "what does Bursledon section five say", "what does Bursledon section 5 say"),
        ("en", "Clause Thirteen", "clause 13"),
        ("en", "item three of 12.1", "item 3 of 12.1"),
        ("en", "sections one, two and five of Bursledon", "sections 1, 2 and 5 of Bursledon"),
        ("en", "Conwy clauses four to six", "Conwy clauses 4 to 6"),
        ("en", "Conwy clause thirteen point two", "Conwy clause 13.2"),
        ("en", "clause 13 point 2", "clause 13.2"),
        ("cy", "cymal deuddeg Conwy", "cymal 12 Conwy"),
        ("cy", "yng nghymal tri ar ddeg", "yng nghymal 13"),
        ("cy", "adran un deg tri", "adran 13"),
        ("cy", "adran pump", "adran 5"),
        ("cy", "cymalau tri a phedwar Conwy", "cymalau 3 a 4 Conwy"),
        ("cy", "adrannau un i dri Bursledon", "adrannau 1 i 3 Bursledon"),
        ("cy", "cymal tri ar ddeg pwynt dau", "cymal 13.2"),
    ],
)
def test_the_number_of_a_clause_may_be_written_in_words(searching, language, typed, in_figures):
    found, right = answers(searching(language), language, [typed, in_figures])
    assert found == right and found["clauses"] and found["unknown"] == []


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("en", "Conwy: no one may bully officers"),
        ("en", "at one point two members argued, Conwy"),
        ("en", "Conwy section thirty-two"),
        ("cy", "Conwy cymal tri deg un"),
        ("cy", "Conwy cymal un ar ddeg ar hugain"),
    ],
)
def test_a_number_in_words_that_is_of_no_clause_or_goes_on_finds_none(searching, language, typed):
    (found,) = answers(searching(language), language, [typed])
    assert found["clauses"] == []


@pytest.mark.parametrize(
    ("language", "typed", "found"),
    [
        ("en", "Bursledon section 4", ["bursledon#4.1"]),
        ("cy", "adran 4 Bursledon", ["bursledon#4.1"]),
        ("en", "section 4", ["conwy#4", "halewood#4", "bursledon#4.1"]),
        ("en", "Bursledon 9", []),
        ("en", "Halewood 4", ["halewood#4", "halewood#4.1"]),
    ],
)
def test_a_section_whose_number_is_not_printed_is_found_by_its_clauses(searching, language, typed, found):
    (answer,) = answers(searching(language), language, [typed])
    assert answer["clauses"] == found and answer["unknown"] == []


@pytest.mark.parametrize(
    ("language", "typed", "plain"),
    [
        ("cy", "mor gyfrinachol", "cyfrinachol"),
        ("cy", "dydi'r clerc ddim yn ateb", "clerc ateb"),
        ("cy", "rydyn ni isio gwybodaeth gyfrinachol rŵan", "gwybodaeth gyfrinachol"),
        ("cy", "fedra i weld papurau cyfrinachol", "gweld papurau cyfrinachol"),
        ("en", "until today, before confidentiality", "confidentiality"),
    ],
)
def test_words_that_tell_nothing_are_not_said_to_be_in_no_text(searching, language, typed, plain):
    found, right = answers(searching(language), language, [typed, plain])
    assert found["unknown"] == [] and found["results"][0] in right["results"][:5]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pwyse", "pwysau"),
        ("hawlie", "hawliau"),
        ("papure", "papurau"),
        ("pleidie", "pleidiau"),
        ("dogfenne", "dogfennau"),
        ("adnodde", "adnoddau"),
    ],
)
def test_a_plural_as_it_is_said_in_the_south_finds_what_is_written(searching, typed, meant):
    found, right = answers(searching("cy"), "cy", [typed, meant])
    assert right["results"][0] in found["results"] and found["unknown"] == [] and found["instead"] is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("media", "cyfryngau"),
        ("press", "cyfryngau"),
        ("role", "rôl"),
        ("duties", "dyletswydd"),
        ("election", "etholiad"),
        ("sanction", "sancsiynau"),
        ("documents", "dogfen"),
        ("personal", "personol"),
        ("reports to groups", "adroddiadau i grwpiau"),
        ("family", "perthynas bersonol agos"),
    ],
)
def test_an_english_word_finds_on_welsh_pages_what_the_protocols_say(searching, typed, meant):
    found, right = answers(searching("cy"), "cy", [typed, meant])
    assert found["results"][0] in right["results"][:5] and found["unknown"] == found["suggestions"] == []
    assert found["instead"] is None


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("cy", "political groups", "grwpiau gwleidyddol"),
        ("cy", "grievance procedure", "gweithdrefn achwyniad"),
        ("en", "swyddog monitro", "monitoring officer"),
    ],
)
def test_a_term_of_the_other_language_is_answered_by_the_same_and_no_word_of_it_put_right(
    searching, language, typed, meant
):
    found, right = answers(searching(language), language, [typed, meant])
    assert found["instead"] == found["counterpart"] == meant and found["results"] == right["results"]
    assert found["suggestions"] == []
