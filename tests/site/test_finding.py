"""How people find a council, a clause, a topic or an entry of a list, in both languages."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browsing import PHONE, PREFIX, both_languages, clause, expect_in_view
from tests.conftest import DESKTOP

# ---- being lost ----


@both_languages
def test_whoever_is_lost_is_met_in_the_language_of_the_address(opened, language):
    page = opened(f"{PREFIX[language]}no/such/page/")
    expect(page.locator("h1")).to_have_text({"en": "There is no such page", "cy": "Nid oes tudalen o’r fath"}[language])
    expect(page.locator("html")).to_have_attribute("lang", language)
    page.locator("section[lang]").first.get_by_role("link").nth(1).click()
    expect(page).to_have_url(re.compile(f"/{PREFIX[language]}councils/$"))


def test_the_page_for_what_is_missing_gives_way_to_the_welsh_one_in_nobodys_hands(emptied, address):
    page = emptied()
    held = []
    page.route("**/cy/404.html", lambda route: held.append(route))
    with page.expect_request("**/cy/404.html"):
        page.goto(f"{address}cy/no/such/page/")
    page.locator("main a").first.focus()
    with page.expect_response("**/cy/404.html"):
        held[0].continue_()
    page.wait_for_load_state("networkidle")
    expect(page.locator("main a").first).to_be_focused()
    expect(page.locator("section[lang=cy] h2")).to_have_text("Nid oes tudalen o’r fath")


# ---- finding ----


@both_languages
def test_a_resident_finds_a_council_and_follows_its_contents_to_a_clause(opened, address, language):
    page = opened(PREFIX[language])
    page.get_by_role("link", name=re.compile("Conwy"), exact=False).first.click()
    expect(page).to_have_url(f"{address}{PREFIX[language]}councils/conwy/")
    expect(page.locator("h1")).to_contain_text("Conwy")
    page.locator("nav.contents").get_by_role("link", name=re.compile(r"^8\.")).click()
    expect(page).to_have_url(f"{address}{PREFIX[language]}councils/conwy/#8")
    expect_in_view(page, "8")
    expect(clause(page, "8.1")).to_be_in_viewport()


@both_languages
def test_on_a_phone_the_contents_are_folded_until_they_are_wanted(opened, language):
    page = opened(f"{PREFIX[language]}councils/conwy/", viewport=PHONE)
    eighth = page.locator("nav.contents").get_by_role("link", name=re.compile(r"^8\."))
    expect(eighth).to_be_hidden()
    page.locator("nav.contents summary").click()
    eighth.click()
    expect_in_view(page, "8")


@pytest.mark.parametrize(
    ("language", "council", "number", "found"),
    [
        ("en", "Conwy County Borough Council", "8.6", "conwy/#8.6"),
        ("cy", "conwy", " 8.6. ", "conwy/#8.6"),
        ("en", "bursledon", "3.1(a)", "bursledon/#3.1.a"),
        ("cy", "bursledon", "3.1 a)", "bursledon/#3.1.a"),
        ("en", "Conwy", "1.1 (2)", "conwy/#1.1-2"),
        ("en", "Conwy", "Appendix 1.5", "conwy/#appendix.1.5"),
        ("cy", "ffynnon taf", "2.1", "taffs-well-and-nantgarw/#2.1"),
        ("cy", "Conwy", "atodiad 1.5", "conwy/#appendix.1.5"),
        ("en", "Conwy", "paragraph 9.1 (d)(i)", "conwy/#9.1.d.i"),
        ("cy", "Conwy", "9.1(D)(I)", "conwy/#9.1.d.i"),
    ],
)
def test_a_clause_is_found_by_typing_its_council_and_number(opened, address, language, council, number, found):
    page = opened(PREFIX[language])
    page.locator("#clause-council").fill(council)
    page.locator("#clause-number").fill(number)
    page.locator("#clause-number").press("Enter")
    page.wait_for_url(f"{address}{PREFIX[language]}councils/{found}")
    expect(page.locator("article.protocol :target")).to_have_count(1)


@pytest.mark.parametrize("language", PREFIX)
@pytest.mark.parametrize("typed", ["99.9", "99$&", "99$`$'", "$$99"])
def test_a_clause_that_is_not_there_is_said_not_to_be_as_it_was_typed(opened, language, typed):
    said = {"en": "There is no clause “{}” in this document.", "cy": "Nid oes cymal “{}” yn y ddogfen hon."}[language]
    page = opened(f"{PREFIX[language]}councils/conwy/#{quote(typed)}")
    expect(page.locator(".no-clause")).to_have_text(said.format(typed))


IN_ADDRESS = """async ([base, typed, anchors]) => {
  const { anchorAmong, anchorOf } = await import(`${base}assets/clause.js`);
  const divisions = { part: ["part", "rhan"], schedule: ["schedule", "atodlen"], appendix: ["appendix", "atodiad"] };
  return typed.map((one) => anchorAmong(anchorOf(one, divisions), anchors) ?? null);
}"""
TYPED = {
    "6(1)(a)": "6.1.a",
    "6 (1) (a)": "6.1.a",
    "sub-paragraph 6(1)(a)": "6.1.a",
    "c. 6(1)(a)": "6.1.a",
    "14(2a)": "14.2A",
    "Part 3": "part-3",
    "Rhan 3, 10": "10",
    "Part 9, 10": None,
    "Schedule 1, 4": "schedule-1.4",
    "atodlen 1 4": "schedule-1.4",
    "Schedule 1, 10": None,
    "1.1 (2)(a)": "1.1-2.a",
    "6(1)(b)": None,
    "61a": None,
    "6.1a": "6.1.a",
}


def test_a_number_that_is_typed_leads_to_that_very_clause_or_to_none(opened, address):
    anchors = ["6", "6.1", "6.1.a", "14.2A", "part-3", "10", "schedule-1", "schedule-1.4", "1.1", "1.1-2", "1.1-2.a"]
    found = opened().evaluate(IN_ADDRESS, [address, list(TYPED), anchors])
    assert dict(zip(TYPED, found, strict=True)) == TYPED


@pytest.mark.parametrize(
    ("language", "message"),
    [("en", "There is no clause “8.77” in this document."), ("cy", "Nid oes cymal “8.77” yn y ddogfen hon.")],
    ids=["en", "cy"],
)
def test_an_address_of_a_clause_that_there_is_not_says_so(opened, language, message):
    page = opened(f"{PREFIX[language]}councils/conwy/#8.77")
    expect(page.get_by_text(message)).to_be_in_viewport()
    page.evaluate("location.hash = '8.7'")
    expect(page.get_by_text(message)).to_be_hidden()
    expect_in_view(page, "8.7")


def test_a_council_without_a_clause_is_found_too(opened, address):
    page = opened()
    page.locator("#clause-council").fill("halewood")
    page.locator(".clause-form button").click()
    page.wait_for_url(f"{address}councils/halewood/")


@pytest.mark.parametrize(
    ("language", "common", "message"),
    [("en", "council", "Choose a council from the list."), ("cy", "cyngor", "Dewiswch gyngor o’r rhestr.")],
    ids=["en", "cy"],
)
def test_a_council_that_is_unknown_or_not_the_only_one_is_asked_for_again(opened, language, common, message):
    page = opened(PREFIX[language])
    before, field = page.url, page.locator("#clause-council")
    for typed in ("Atlantis", "", common):
        field.fill(typed)
        page.locator(".clause-form button").click()
        expect(field).to_be_focused()
        assert field.evaluate("e => e.validationMessage") == message, typed
        assert page.url == before
        field.press_sequentially("x")
        assert field.evaluate("e => e.validationMessage") == "", "the message stays although the reader begins again"


@both_languages
def test_a_topic_shows_councils_side_by_side_and_who_is_silent(opened, address, language):
    page = opened(PREFIX[language])
    page.locator(".topic-groups summary", has_text={"en": "24 topics", "cy": "24 pwnc"}[language]).press("Enter")
    page.locator('.topic-groups a[href$="topics/equal-rights/"]').click()
    expect(page).to_have_url(f"{address}{PREFIX[language]}topics/equal-rights/")
    wordings = page.locator(".wording")
    expect(wordings.locator("h2 a")).to_have_count(4)
    assert len(set(wordings.evaluate_all("all => all.map(e => e.getBoundingClientRect().left)"))) > 1
    silent = page.locator(".silences li")
    expect(silent).to_have_count(1)
    expect(silent).to_contain_text("Conwy")
    bursledon = wordings.filter(has=page.locator("h2", has_text="Bursledon"))
    bursledon.locator("blockquote a").first.click()
    expect(page).to_have_url(f"{address}{PREFIX[language]}councils/bursledon/#2.4")
    expect_in_view(page, "2.4")


# ---- filters ----


@pytest.mark.parametrize(
    ("path", "viewport", "typed", "found", "count"),
    [
        ("councils/", PHONE, "CONWY", ["Conwy County Borough Council"], "Shown: 1"),
        ("cy/councils/", DESKTOP, "cônwy", ["Cyngor Bwrdeistref Sirol Conwy"], "Nifer a ddangosir: 1"),
        ("cy/councils/", PHONE, "lloegr", ["Barrow", "Bursledon", "Halewood"], "Nifer a ddangosir: 3"),
        ("glossary/", DESKTOP, "arweinydd grwp", ["group leader"], "Shown: 1"),
        ("cy/glossary/", PHONE, "arweinydd grŵp", ["arweinydd grŵp"], "Nifer a ddangosir: 1"),
    ],
)
def test_a_list_is_narrowed_while_typing_and_says_how_many_are_left(opened, path, viewport, typed, found, count):
    page = opened(path, viewport=viewport)
    names = page.locator("#councils tbody th, #terms dfn")
    status = page.get_by_role("status")
    everything = names.count()
    expect(status).to_be_empty()
    page.get_by_role("searchbox").press_sequentially(typed)
    expect(status).to_have_text(count)
    expect(names.filter(visible=True)).to_contain_text(found)
    expect(names.filter(visible=True)).to_have_count(len(found))
    page.get_by_role("searchbox").fill("")
    expect(status).to_be_empty()
    expect(names.filter(visible=True)).to_have_count(everything)


@pytest.mark.parametrize(
    ("path", "said", "back"),
    [
        ("glossary/", "Nothing here fits.", "Show all again"),
        ("cy/topics/", "Nid oes dim yma sy’n cyfateb.", "Dangos popeth eto"),
    ],
)
def test_a_filter_that_leaves_nothing_says_so_and_leads_back(opened, path, said, back):
    page = opened(path)
    entries = page.locator("#terms dfn, .topics dt")
    everything = entries.filter(visible=True).count()
    box = page.get_by_role("searchbox")
    box.fill("zzz")
    expect(page.get_by_role("status")).to_have_text(said)
    expect(entries.filter(visible=True)).to_have_count(0)
    page.keyboard.press("Tab")
    for _ in range(3):  # past the other filters of the page
        if page.evaluate("document.activeElement.textContent") == back:
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(box).to_be_focused()
    expect(box).to_have_value("")
    expect(page.get_by_role("status")).to_be_empty()
    expect(entries.filter(visible=True)).to_have_count(everything)
    expect(page.get_by_role("button", name=back)).to_be_hidden()


# ---- references ----


@both_languages
def test_a_reference_leads_to_its_clause_and_the_clause_back_to_it(opened, language):
    page = opened(f"{PREFIX[language]}councils/halewood/")
    page.locator('[id="5.4-2"] a.cite[href="#5.2"]').click()
    expect(page.locator(":target")).to_have_attribute("id", "5.2")
    expect_in_view(page, "5.2")
    page.locator('[id="5.2"] > .remarks a[href="#5.4-2"]').click()
    expect(page.locator(":target")).to_have_attribute("id", "5.4-2")
    expect_in_view(page, "5.4-2")


@both_languages
def test_a_reference_without_words_of_its_own_is_given_below_the_clause(opened, language):
    page = opened(f"{PREFIX[language]}councils/conwy/")
    page.locator('[id="6.3"] > .remarks a[href="#6.1"]').click()
    expect_in_view(page, "6.1")
    page.locator('[id="6.1"] > .remarks a[href="#6.3"]').click()
    expect_in_view(page, "6.3")


@both_languages
def test_a_cited_policy_leads_to_every_clause_that_cites_it(opened, address, language):
    page = opened(f"{PREFIX[language]}councils/conwy/#13.1")
    page.locator('[id="13.1"] a.cite').click()
    expect(page).to_have_url(re.compile(rf"{PREFIX[language]}policies/#[\w-]+$"))
    policy = page.locator(":target")
    expect(policy).to_be_in_viewport()
    policy.locator('a[href$="councils/conwy/#13.1"]').click()
    expect(page).to_have_url(f"{address}{PREFIX[language]}councils/conwy/#13.1")


@pytest.mark.parametrize("path", ["councils/", "reviews/", "glossary/", "translation/"])
def test_what_a_list_was_narrowed_to_is_there_again_for_who_comes_back(opened, path):
    page = opened(path)
    entries = page.locator("main :is(tbody > tr, [data-entry], dl > div)").filter(visible=True)
    page.locator("[data-filter]").fill("conwy")
    expect(page).to_have_url(re.compile(r"\?text=conwy$"))
    narrowed = entries.count()
    page.goto(page.url.replace(f"{path}?text=conwy", "about/"))
    page.go_back()
    expect(page.locator("[data-filter]")).to_have_value("conwy")
    expect(entries).to_have_count(narrowed)
    page.locator("[data-filter]").fill("")
    expect(page).to_have_url(re.compile(f"{path}$"))
