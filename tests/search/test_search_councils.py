"""What the search answers, asked in Chromium of councils by their names."""

import re

import pytest
from playwright.sync_api import expect

from tests.browsing import PREFIX, both_languages
from tests.conftest import served
from tests.search.asking import answers


@pytest.mark.parametrize("typed", ["Conwy", "Gonwy", "yng Nghonwy", "i Gonwy", "a Chonwy", "Nhaf"])
def test_the_mutated_name_of_a_council_finds_it_among_many(searching, by_beginnings, typed):
    found = answers(searching("cy"), "cy", [typed], folder=by_beginnings)[0]
    assert found["councils"] == ["taffs-well-and-nantgarw" if typed == "Nhaf" else "conwy"]


@pytest.mark.parametrize(
    ("language", "typed", "named"),
    [
        ("en", "conwy and halewood complaints", ["conwy", "halewood"]),
        ("en", "difference between Barrow's and Conwy's rules on courtesy", ["barrow", "conwy"]),
        ("en", "Bursledon, Halewood & Conwy: gifts", ["bursledon", "conwy", "halewood"]),
        ("en", "nantgarw gifts", ["taffs-well-and-nantgarw"]),
        ("en", "Taff Well gifts", ["taffs-well-and-nantgarw"]),
        ("en", "conwy, nantgarw: gifts", ["conwy", "taffs-well-and-nantgarw"]),
        ("cy", "cwynion Conwy a Halewood", ["conwy", "halewood"]),
        ("cy", "cymharu Barrow a Nghonwy: cwrteisi", ["barrow", "conwy"]),
        ("cy", "cwynion yn Ffynnon Taf", ["taffs-well-and-nantgarw"]),
    ],
)
@pytest.mark.parametrize("folder", ["", "many/"])
def test_what_is_asked_of_councils_is_answered_by_each_of_them_first(
    searching, by_beginnings, language, typed, named, folder
):
    (found,) = answers(searching(language), language, [typed], folder=folder)
    assert sorted(found["councils"]) == named and found["unknown"] == []
    assert sorted({place.split("#")[0] for place in found["results"][: len(named)]}) == named


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("en", "Halewod complaints", "Halewood complaints"),
        ("en", "Bursledn", "Bursledon"),
        ("en", "Cnowy 3.1", "Conwy 3.1"),
        ("en", "Barow and Conwey: gifts", "Barrow and Conwy: gifts"),
        ("en", "Tafs Well gifts", "Taff's Well gifts"),
        ("cy", "cwynion yn Nantgaw", "cwynion yn Nantgarw"),
        ("cy", "anfodlon ym Mursledon neu ym Bursleden", "anfodlon ym Mursledon neu ym Bursledon"),
    ],
)
@pytest.mark.parametrize("folder", ["", "many/"])
def test_the_misspelt_name_of_a_council_is_put_right_and_said_to_be_so(
    searching, by_beginnings, language, typed, meant, folder
):
    found, right = answers(searching(language), language, [typed, meant], folder=folder)
    assert found["instead"] == meant and found["suggestions"] == [meant]
    assert right["councils"] and right["instead"] is None and right["unknown"] == []
    assert found | {"instead": None, "unknown": [], "suggestions": []} == right | {"suggestions": []}
    assert found["unknown"] == [one for one in re.findall(r"[\w']+", typed) if one not in meant]


@pytest.mark.parametrize(
    ("language", "typed", "first"),
    [
        ("en", "bursledon officer attendance", "bursledon#officer-attendance"),
        ("en", "breach of protocol in Conwy", "conwy#7"),
        ("en", "Conwy's roles of members", "conwy#2"),
        ("en", "Conwy: Respect and Courtesy", "conwy#4"),
        ("cy", "pwysau gormodol yng Nghonwy", "conwy#5"),
        ("cy", "Bursledon presenoldeb swyddogion", "bursledon#officer-attendance"),
    ],
)
def test_a_heading_that_is_typed_with_its_council_comes_first(searching, language, typed, first):
    (found,) = answers(searching(language), language, [typed])
    assert found["results"][0] == first and len(found["results"]) > 1


@pytest.mark.parametrize("typed", ["Nghonwy", "gifts yng Nghonwy", "Mhen-y-bont ar Ogwr"])
def test_a_name_with_a_mutation_that_english_has_not_is_known_on_english_pages(searching, with_names, typed):
    (found,) = answers(searching("en"), "en", [typed], folder=with_names)
    assert found["councils"] == ["bridgend" if "bont" in typed else "conwy"]


@pytest.mark.parametrize(
    ("language", "typed", "named"),
    [("en", "Hale gifts", "hale"), ("en", "ynys môn", "anglesey"), ("cy", "anrhegion Ynys Môn", "anglesey")],
)
def test_a_name_is_not_put_right_to_a_longer_one_that_begins_so(searching, with_names, language, typed, named):
    (found,) = answers(searching(language), language, [typed], folder=with_names)
    assert found["councils"] == [named] and found["instead"] is None and found["unknown"] == []


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("en", "penybont gifts", "Pen-y-bont gifts"),
        ("cy", "anrhegion ym mhenybont", "anrhegion ym Pen-y-bont"),
        ("en", "ffynnontaf", "Ffynnon Taf"),
        ("en", "taffswell gifts", "Taff's Well gifts"),
        ("en", "hale wood gifts", "Halewood gifts"),
        ("en", "nant-garw gifts", "Nantgarw gifts"),
        ("cy", "anrhegion Nant Garw", "anrhegion Nantgarw"),
        ("en", "gifts in Bridg end", "gifts in Bridgend"),
        ("en", "Con wy gifts", "Conwy gifts"),
    ],
)
def test_a_name_may_be_written_in_one_or_in_parts(searching, with_names, language, typed, meant):
    found, right = answers(searching(language), language, [typed, meant], folder=with_names)
    assert found["instead"] == meant and found["councils"] == right["councils"] != []
    assert found["results"] == right["results"] and right["instead"] is None and right["unknown"] == []


@pytest.mark.parametrize(
    ("language", "typed", "plain"),
    [
        ("en", "Conwy CBC gifts", "Conwy gifts"),
        ("en", "Conwy CC gifts", "Conwy gifts"),
        ("en", "CCBC gifts", "Conwy gifts"),
        ("en", "TWNCC: gifts", "Taff's Well: gifts"),
        ("en", "TWN gifts", "Taff's Well gifts"),
        ("en", "HTC 3.1(a)", "Halewood 3.1(a)"),
        ("en", "Bursledon PC 3.1(a)", "Bursledon 3.1(a)"),
        ("en", "training at Halewood TC", "training at Halewood"),
        ("en", "taffs well CC: gifts", "taffs well: gifts"),
        ("cy", "cwynion yng CBS Conwy", "cwynion yng Conwy"),
        ("cy", "cwynion yng NghBSC", "cwynion yng Nghonwy"),
        ("cy", "anrhegion yn CC Ffynnon Taf", "anrhegion yn Ffynnon Taf"),
        ("cy", "Halewood TC 3.1", "Halewood 3.1"),
    ],
)
@pytest.mark.parametrize("folder", ["", "many/"])
def test_a_council_may_be_called_by_its_initials_or_by_those_of_its_kind_beside_its_name(
    searching, by_beginnings, language, typed, plain, folder
):
    found, right = answers(searching(language), language, [typed, plain], folder=folder)
    assert found == right and right["councils"] and right["unknown"] == []


@pytest.mark.parametrize(
    ("typed", "unknown"), [("Barrow-in-Furness gifts", ["Furness"]), ("gifts etc at Halewood-on-Sea", ["Sea"])]
)
def test_what_is_joined_to_a_name_is_a_word_of_its_own(searching, typed, unknown):
    (found,) = answers(searching("en"), "en", [typed])
    assert len(found["councils"]) == 1 and found["unknown"] == unknown


@pytest.mark.parametrize(("language", "typed"), [("en", "Conwy CBC"), ("cy", "CBS Conwy"), ("cy", "Conwy CBC")])
def test_of_a_name_with_its_kind_in_initials_nothing_is_said_to_be_in_no_text(searching, language, typed):
    (found,) = answers(searching(language), language, [typed])
    assert found["councils"] == ["conwy"] and found["unknown"] == found["suggestions"] == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Newport Town Council gifts", ["trefdraeth", "newport"]),
        ("Newport TC 2.1", ["trefdraeth", "newport"]),
        ("gifts at Newport City Council", ["newport", "trefdraeth"]),
        ("Newport CC", ["newport", "trefdraeth"]),
    ],
)
def test_of_councils_that_share_a_name_the_kind_tells_which_is_meant(searching, with_names, typed, meant):
    (found,) = answers(searching("en"), "en", [typed], folder=with_names)
    assert found["councils"] == meant and found["unknown"] == []
    told = [place.split("#")[0] for place in found["clauses"] + found["results"]]
    assert told[:1] in ([], meant[:1]) and meant[1] not in told


@pytest.mark.parametrize("typed", ["Cardiff gifts", "Conwy’s gifts", "conwys gifts", "grievence", "planing", "consult"])
def test_no_other_word_is_put_right_to_the_name_of_a_council(searching, by_beginnings, typed):
    found = answers(searching("en"), "en", [typed], folder=by_beginnings)[0]
    assert not any(name in (found["instead"] or "") for name in ("Conwy", "Barrow", "Bursledon", "Halewood", "Taff"))


@both_languages
def test_what_is_found_in_another_document_of_a_council_that_is_named_says_in_which(browser, imagined, language):
    with served(imagined.site) as address:
        page = browser.new_page()
        page.goto(f"{address}{PREFIX[language]}search/?q=cwmteg+complaint")
        document = {"en": "Cwmteg Community Council, Local resolution protocol", "cy": "Protocol datrysiad lleol"}
        expect(page.locator(".result-item.result .result-council").first).to_contain_text(document[language])
        page.context.close()


LAPSED = {
    "en": [
        "Aberhen Community Council (Withdrawn: 1 January 2020) 2",
        "Newydd Community Council (May be in force already: November 2026) 2",
        "Penrhos Community Council (Not in force: the council ended, March 2024) 2",
    ],
    "cy": [
        "Cyngor Cymuned Aberhen (Tynnwyd yn ôl: 1 Ionawr 2020) 2",
        "Cyngor Cymuned Newydd (Gall fod mewn grym eisoes: Tachwedd 2026) 2",
        "Cyngor Cymuned Penrhos (Nid yw mewn grym: daeth y cyngor i ben, Mawrth 2024) 2",
    ],
}
"""What says the same as a clause that is in force, and does not apply itself."""


@both_languages
def test_what_does_not_apply_says_so_among_results_and_stands_behind_what_does(browser, imagined, language):
    with served(imagined.site) as address:
        page = browser.new_page()
        page.goto(f"{address}{PREFIX[language]}search/?q=members+show+officers+respect+and+courtesy")
        first = page.locator(".result-item.result", has_text="Cwmderw").first
        expect(first.locator(".result-council")).to_have_text(
            {"en": "Cwmderw Community Council", "cy": "Cyngor Cymuned Cwmderw"}[language]
        )
        first.locator("summary").click()
        expect(first.locator("li")).to_have_text(LAPSED[language])
        page.goto(f"{address}{PREFIX[language]}search/?q=penrhos+2")
        said = LAPSED[language][2].removesuffix(" 2")
        expect(page.locator(".result-item.clause .result-council").first).to_have_text(said)
        page.context.close()


@both_languages
def test_of_a_council_that_is_no_more_this_is_said_where_it_is_found_by_its_name(browser, imagined, language):
    said = {
        "en": ["Penrhos Community Council (ended: March 2024)", "Newydd Community Council"],
        "cy": ["Cyngor Cymuned Penrhos (daeth i ben: Mawrth 2024)", "Cyngor Cymuned Newydd"],
    }
    with served(imagined.site) as address:
        page = browser.new_page()
        for typed, name in zip(("penrhos", "newydd"), said[language], strict=True):
            page.goto(f"{address}{PREFIX[language]}search/?q={typed}")
            expect(page.locator(f".result-item.council a[href$='councils/{typed}/']")).to_have_text(name)
        page.context.close()


@both_languages
def test_of_a_council_that_has_nothing_of_what_is_asked_this_is_said(opened, language):
    typed, said = {
        "en": ("conwy and halewood media", "Nothing was found in the documents of Halewood Town Council."),
        "cy": ("craffu yng Nghonwy a Halewood", "Ni chafwyd dim yn nogfennau’r cyngor hwn: Halewood Town Council."),
    }[language]
    page = opened(f"{PREFIX[language]}search/?q={typed}")
    expect(page.locator(".search-offers .unknown")).to_have_text(said)
    expect(page.locator(".result-item.council")).to_have_count(2)
    expect(page.locator(".result-item.result").first).to_contain_text("Conwy")


@pytest.mark.parametrize("typed", ["the well being of staff", "wells", "north complaints"])
def test_a_word_that_people_say_of_something_else_names_no_council(searching, typed):
    assert answers(searching("en"), "en", [typed])[0]["councils"] == []


def test_the_name_of_a_council_is_not_offered_in_the_other_language(searching):
    found = answers(searching("en"), "en", ["Cyngor Sirol Conwy", "cyngor conwy bwlio", "conwy craffu"])
    assert [one["counterpart"] for one in found] == [None, "cyngor conwy bullying", "conwy scrutiny"]


@pytest.mark.parametrize(
    ("language", "typed", "offered"),
    [("en", "conwy harrasment", "conwy harassment"), ("cy", "conwy hyfforddiat", "conwy hyfforddiant")],
)
def test_a_misspelt_word_beside_a_council_is_answered_as_one_alone_is(searching, language, typed, offered):
    (found,) = answers(searching(language), language, [typed])
    assert found["instead"] == offered and found["results"]


@both_languages
@pytest.mark.parametrize("typed", ["3.1", "151"])
def test_whoever_asks_many_councils_for_a_number_is_told_to_name_one(browser, address, by_beginnings, language, typed):
    page = browser.new_page()
    page.route(
        "**/search/start", lambda route: route.continue_(url=route.request.url.replace(address, f"{address}many/"))
    )
    page.goto(f"{address}{PREFIX[language]}search/?q={typed}")
    said = {"en": "a council and a clause", "cy": "gyngor a chymal"}[language]
    expect(page.locator(".search-offers .unknown")).to_contain_text(said)
    page.close()
