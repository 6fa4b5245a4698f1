"""What the search leaves out, as it is asked, and how results are narrowed, in Chromium."""

import pytest
from playwright.sync_api import expect

from tests.browsing import PREFIX, both_languages, with_modules
from tests.search.asking import NAMED, answers


@pytest.mark.parametrize(
    ("language", "typed", "wanted"),
    [
        ("en", "gifts -conwy", "gifts"),
        ("en", "-Conwy gifts", "gifts"),
        ("en", "gifts NOT conwy", "gifts"),
        ("en", "gifts not in Conwy", "gifts"),
        ("en", "3.1 except Conwy", "3.1"),
        ("en", "gifts except for Conwy, please", "gifts please"),
        ("en", "gifts but not Conwy", "gifts"),
        ("en", "excluding Conwy gifts", "gifts"),
        ("en", "gifts apart from Conwy County Borough Council", "gifts"),
        ("en", "Except Conwy gifts", "gifts"),
        ("en", "gifts EXCEPT CONWY", "gifts"),
        ("en", "gifts (except Conwy)", "gifts"),
        ("en", "gifts (not Conwy)", "gifts"),
        ("en", "gifts other than Conwy mention", "gifts mention"),
        ("en", "gifts except the Conwy protocol", "gifts"),
        ("en", "gifts without Conwy", "gifts"),
        ("en", "gifts minus conwy", "gifts"),
        ("en", "gifts (excl. Conwy)", "gifts"),
        ("en", "besides Conwy: gifts", "gifts"),
        ("en", "gifts, not conwy", "gifts,"),
        ("en", "twitter -conwy", "twitter"),
        ("cy", "anrhegion -conwy", "anrhegion"),
        ("cy", "anrhegion NID Conwy", "anrhegion"),
        ("cy", "anrhegion nid yng Nghonwy", "anrhegion"),
        ("cy", "anrhegion heblaw am Gonwy", "anrhegion"),
        ("cy", "anrhegion ac eithrio Conwy", "anrhegion"),
        ("cy", "Heblaw Conwy anrhegion", "anrhegion"),
        ("cy", "anrhegion ond ddim yng Nghonwy", "anrhegion"),
        ("cy", "bwlio -Nghonwy", "bwlio"),
        ("cy", "anrhegion heb brotocol Conwy", "anrhegion"),
        ("cy", "anrhegion heb gynnwys Conwy", "anrhegion"),
        ("cy", "anrhegion heb Gonwy?", "anrhegion ?"),
    ],
)
@pytest.mark.parametrize("folder", ["", "many/"])
def test_a_council_that_is_not_wanted_is_left_out(searching, by_beginnings, language, typed, wanted, folder):
    page = searching(language)
    found, every = (answers(page, language, [one], folder=folder, most=100)[0] for one in (typed, wanted))
    for kind in ("clauses", "results"):
        assert found[kind] == [one for one in every[kind] if not one.startswith("conwy#")]
    assert found["councils"] == found["unknown"] == [] and (folder or every["clauses"] + every["results"])


@pytest.mark.parametrize(
    ("language", "typed", "left"),
    [
        ("en", "respect except Taff's Well and Nantgarw", {"barrow", "bursledon", "conwy", "halewood"}),
        ("en", "respect not in Barrow, Bursledon or Halewood", {"conwy", "taffs-well-and-nantgarw"}),
        ("en", "respect NOT Barrow NOT Ffynnon Taf a Nantgarw", {"bursledon", "conwy", "halewood"}),
        ("en", "respect, not Conwy, not Halewood", {"barrow", "bursledon", "taffs-well-and-nantgarw"}),
        ("en", "respect neither in Conwy nor in Halewood", {"barrow", "bursledon", "taffs-well-and-nantgarw"}),
        ("en", "respect not Conwy nor Halewood", {"barrow", "bursledon", "taffs-well-and-nantgarw"}),
        ("cy", "parch nid Conwy, nid yn Halewood", {"barrow", "bursledon", "taffs-well-and-nantgarw"}),
        ("cy", "parch ar wahân i Gonwy a Ffynnon Taf", {"barrow", "bursledon", "halewood"}),
    ],
)
def test_of_councils_that_are_not_wanted_none_is_searched_first(searching, language, typed, left):
    (found,) = answers(searching(language), language, [typed], most=100)
    assert {place.split("#")[0] for place in found["results"]} == left and found["councils"] == []


@pytest.mark.parametrize("typed", ["gifts except Conwi", "gifts (not Barow)", "gifts -halewood other than Barow"])
def test_a_council_that_is_not_wanted_is_left_out_though_its_name_is_misspelt(searching, typed):
    (found,) = answers(searching("en"), "en", [typed], most=100)
    left = {"conwy"} if "Conwi" in typed else {"barrow", "halewood"} if "halewood" in typed else {"barrow"}
    assert found["results"] and not left & {place.split("#")[0] for place in found["results"]}
    assert found["instead"] and found["councils"] == []


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("en", "what must officers NOT do in Barrow"),
        ("en", "what is not Barrow council's business"),
        ("en", "decisions without Barrow's consent"),
        ("cy", "beth nad yw'n waith i gyngor Barrow heb Barrow yn cytuno"),
    ],
)
def test_what_one_must_not_do_in_a_council_is_asked_of_it(searching, language, typed):
    (found,) = answers(searching(language), language, [typed])
    assert found["councils"] == ["barrow"] and found["results"][0].startswith("barrow#")


def test_a_council_that_is_not_wanted_leaves_in_another_whose_name_has_its_words(searching, with_names):
    def found(council: str) -> list[str]:
        narrowed = {"council": council}
        return answers(searching("en"), "en", ["adopted -barrow"], folder=with_names, filters=narrowed)[0]["results"]

    assert found("furness")[0] == "furness#adoption" and found("barrow") == []


@pytest.mark.parametrize(
    ("language", "typed", "said", "offered"),
    [
        ("en", "complaint -conwy", "Left out, as you ask: “conwy”.", []),
        ("en", "complaint (not in Conwy)", "Left out, as you ask: “Conwy”.", []),
        ("en", "who other than Halewood says complaint", "Left out, as you ask: “Halewood”.", []),
        ("en", "not including Conwy: complaint", "Left out, as you ask: “Conwy”.", []),
        ("en", 'interest -"public interest"', "Left out, as you ask: “public interest”.", []),
        ("en", "complant NOT Conwy", "Left out, as you ask: “Conwy”.", ["complaint NOT Conwy"]),
        ("en", "conwi gifts -halewood", "Left out, as you ask: “halewood”.", ["Conwy gifts -halewood"]),
        ("en", "cwyn -conwy", "Left out, as you ask: “conwy”.", ["complaint -conwy"]),
        ("cy", "anrhegion -conwy", "Gadewir allan, fel y gofynnwch: “conwy”.", []),
        ("cy", "complaint -conwy", "Gadewir allan, fel y gofynnwch: “conwy”.", ["cwyn -conwy"]),
    ],
)
def test_what_is_left_out_is_said_and_is_part_of_all_that_is_offered(opened, language, typed, said, offered):
    page = opened(f"{PREFIX[language]}search/?q={typed}")
    expect(page.locator(".search-offers").get_by_text(said)).to_be_visible()
    expect(page.locator(".search-offers button")).to_have_text(offered)


WITH_ALL_PLACES = """async (base) => {
    const { search } = await import('/assets/search/engine.js');
    const asked = search(new URL(base, location.origin).href);
    const all = async (text, filters) => (await asked.find(text, { most: 100, filters })).results;
    const found = async (text, filters = {}) => (await all(text, filters)).filter((one) => one.rest);
    const places = async (one) => (await asked.places(one)).same.map(({ slug }) => slug);
    const short = (list) => Promise.all(list.map(async (one) => [one.count, await places(one)]));
    const parishes = await found('respect', { kind: 'parish' });
    return [await short(await found('respect')), await short(await found('respect -hale')), await short(parishes)];
}"""


@both_languages
def test_a_council_that_is_left_out_or_of_another_kind_is_none_of_those_that_say_the_same(
    searching, with_names, language
):
    page = searching(language)
    with_modules(page)
    every, found, parishes = page.evaluate(WITH_ALL_PLACES, f"/{with_names}{PREFIX[language]}search/")
    assert every and found and all("hale" in slugs for _, slugs in every)
    for count, slugs in [*every, *found, *parishes]:
        assert count == len(slugs)
    assert {slug for _, slugs in parishes for slug in slugs} <= {"barrow", "bursledon", *NAMED}
    assert not [slugs for _, slugs in found if "hale" in slugs]


@both_languages
@pytest.mark.parametrize(
    "narrowed", [{}, {"topic": "undue-pressure"}, {"kind": "county-borough"}, {"council": "conwy"}]
)
def test_words_that_are_in_no_text_find_nothing_however_the_results_are_narrowed(searching, language, narrowed):
    typed = ["xyzzyqq"] if narrowed else ["conwy xyzzyqq"]
    (found,) = answers(searching(language), language, typed, filters=narrowed)
    assert found["results"] == found["clauses"] == [] and found["unknown"] == ["xyzzyqq"]
    assert found["councils"] == ([] if narrowed else ["conwy"])


@pytest.mark.parametrize("folder", ["", "many/"])
@pytest.mark.parametrize(
    ("typed", "narrowed", "clauses", "councils"),
    [
        ("conwy 8.6", {"nation": "england"}, "", ""),
        ("conwy 8.6", {"nation": "wales"}, "conwy#8.6", "conwy"),
        ("conwy 5.3", {"topic": "giving-advice"}, "", "conwy"),
        ("conwy 5.3", {"topic": "undue-pressure"}, "conwy#5.3", "conwy"),
        ("conwy and halewood 5.3", {"kind": "town"}, "halewood#5.3", "halewood"),
        ("8.6", {"council": "conwy", "nation": "england"}, "", ""),
        ("8.6", {"council": "conwy", "kind": "county-borough"}, "conwy#8.6", ""),
        ("conwy respect", {"nation": "england"}, "", ""),
        ("respect", {"council": "conwy", "kind": "parish"}, "", ""),
    ],
)
def test_clauses_and_councils_are_narrowed_as_all_else(
    searching, by_beginnings, typed, narrowed, clauses, councils, folder
):
    (found,) = answers(searching("en"), "en", [typed], folder=folder, filters=narrowed, most=50)
    assert found["clauses"] == clauses.split() and found["councils"] == councils.split()
    if "conwy" not in clauses:
        assert [one for one in found["results"] if one.startswith("conwy#")] == []
