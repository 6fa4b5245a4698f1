"""The search as people use it: in Chromium, in both languages, by keyboard alone and on a phone."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsing import OTHER, PHONE, PREFIX, both_languages
from tests.conftest import DESKTOP
from tests.search.asking import box, options


def chosen(page: Page) -> Locator:
    """The option to which the field says that the keys have come."""
    name = box(page).get_attribute("aria-activedescendant")
    return page.locator(f"[id='{name}']")


# ---- by keyboard ----


@both_languages
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_clause_is_found_by_keyboard_alone(dialog, address, language, viewport):
    page = dialog(language, {"en": "conwy 8.6", "cy": "conwy cymal 8.6"}[language], viewport=viewport)
    expect(options(page, ".clause")).to_have_count(1)
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(chosen(page)).to_have_attribute("aria-selected", "true")
    expect(chosen(page)).to_contain_text("8.6")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}{PREFIX[language]}councils/conwy/#8.6")
    expect(page.locator("article.protocol :target")).to_be_in_viewport()


@both_languages
def test_the_arrows_go_round_and_the_last_option_leads_to_every_result(dialog, address, language):
    text = {"en": "undue pressure", "cy": "bwysau gormodol"}[language]
    page = dialog(language, text)
    expect(options(page, ".all")).to_contain_text(text)  # and not its beginning, which is answered before
    page.keyboard.press("ArrowUp")
    expect(chosen(page)).to_contain_text(text)
    page.keyboard.press("ArrowDown")
    expect(chosen(page)).to_have_attribute("id", "search-option-0")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(rf"{PREFIX[language]}search/\?q="))
    expect(page.get_by_role("searchbox")).to_have_value(text)
    expect(page.locator(".result-item.result")).not_to_have_count(0)


@both_languages
def test_a_first_answer_needs_few_requests_and_a_later_one_no_more_than_four(opened, language):
    page, fetched = opened(f"{PREFIX[language]}councils/"), []
    page.on("request", lambda request: fetched.append(request.url))
    page.keyboard.press("Control+k")
    box(page).fill({"en": "training", "cy": "hyfforddiant"}[language])
    expect(options(page, ".result").first).to_be_visible()
    assert 0 < len(fetched) <= 10, fetched
    fetched.clear()
    box(page).fill({"en": "barrow gifts", "cy": "anrhegion barrow"}[language])
    page.wait_for_load_state("networkidle")
    assert len(fetched) <= 4, fetched


@both_languages
def test_enter_without_a_choice_shows_every_result(dialog, language):
    page = dialog(language, "uniondeb" if language == "cy" else "integrity")
    expect(options(page, ".result")).not_to_have_count(0)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"search/\?q=(uniondeb|integrity)$"))


@both_languages
def test_escape_gives_the_focus_back_to_the_button(opened, language):
    page = opened(f"{PREFIX[language]}glossary/")
    button = page.locator(".search-open")
    button.press("Enter")
    expect(box(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".search-dialog")).to_be_hidden()
    expect(button).to_be_focused()


def test_no_letter_alone_opens_the_search(opened):
    """WCAG 2.1.4: whoever speaks to the browser sends single letters without meaning to."""
    page = opened("glossary/")
    for letter in ("/", "k", "Shift+K", "Alt+k", "Control+/"):
        page.locator("body").press(letter)
    field = page.get_by_role("searchbox")
    field.press("/")
    expect(field).to_have_value("/")
    expect(page.locator(".search-dialog")).to_have_count(0)


@both_languages
def test_how_many_there_are_is_said_and_what_is_typed_by_halves_is_completed(dialog, language):
    typed = {"en": "confid", "cy": "cyfrina"}[language]
    page = dialog(language, typed)
    expect(options(page, ".all")).to_contain_text(typed)
    expect(page.locator(".search-dialog [role=status]")).to_have_text(re.compile(r"\d"))
    marks = options(page, ".result").locator("mark")
    expect(marks.first).to_be_visible()
    assert {text.lower()[:6] for text in marks.all_text_contents()} <= {"confid", "cyfrin", "gyfrin", "chyfri"}


@both_languages
def test_the_first_letter_of_a_word_changes_nothing(dialog, language):
    typed = {"en": "bullying s", "cy": "bwlio s"}[language]
    page = dialog(language, typed)
    expect(options(page, ".all")).to_contain_text(typed)
    expect(options(page, ".result").first).to_be_visible()
    expect(page.locator(".search-offers p")).to_have_count(0)
    box(page).fill("b")
    hint = {"en": "Words, the name of a council", "cy": "Geiriau, enw cyngor"}[language]
    expect(page.locator(".search-dialog [role=status]")).to_contain_text(hint)


@both_languages
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_an_entry_of_the_glossary_is_reached_from_the_page_of_a_council(dialog, address, language, viewport):
    page = dialog(language, {"en": "grievance", "cy": "achwyniad"}[language], "councils/conwy/", viewport=viewport)
    entry = options(page, ".glossary")
    expect(entry).to_have_count(1)
    place = entry.evaluate("link => [...document.querySelectorAll('#search-options [role=option]')].indexOf(link)")
    for _ in range(place + 1):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(f"{PREFIX[language]}glossary/#"))


def test_nothing_but_the_field_and_the_buttons_is_a_stop_of_the_tab_key(dialog):
    page = dialog("en", "grievence officer")
    expect(options(page, ".result").first).to_be_visible()
    stops = []
    for _ in range(page.locator(".search-dialog .offer").count() + 2):
        stops.append(page.evaluate("[document.activeElement.tagName, document.activeElement.role]"))
        page.keyboard.press("Tab")
    assert [tag for tag, _ in stops] == ["INPUT", "BUTTON", *["BUTTON"] * (len(stops) - 2)]


# ---- councils, numbers, offers ----


@both_languages
def test_the_number_of_a_clause_brings_its_items_and_a_number_that_there_is_not_is_said_to_be_none(dialog, language):
    page = dialog(language, "halewood 3.2")
    expect(options(page, ".clause").nth(1)).to_contain_text("3.2(a)")
    expect(options(page, ".clause")).to_have_count(9)
    page = dialog(language, {"en": "clause 99.9 of conwy", "cy": "cymal 99.9 yng Nghonwy"}[language])
    said = {"en": "Conwy County Borough Council has no clause 99.9.", "cy": "Nid oes cymal 99.9 ym mhrotocol"}
    expect(page.locator(".search-offers")).to_contain_text(said[language])
    expect(options(page, ".result, .clause")).to_have_count(0)


@pytest.mark.parametrize(
    ("language", "typed", "council"),
    [
        ("en", "conwy", "conwy"),
        ("en", "Cyngor Bwrdeistref Sirol Conwy", "conwy"),
        ("cy", "Conwy County Borough Council", "conwy"),
        ("cy", "taff's well", "taffs-well-and-nantgarw"),
        ("en", "ffynnon taf", "taffs-well-and-nantgarw"),
    ],
)
def test_the_name_of_a_council_in_either_language_finds_its_page_first(dialog, address, language, typed, council):
    page = dialog(language, typed)
    expect(options(page).first).to_have_attribute("href", f"{address}{PREFIX[language]}councils/{council}/")


@pytest.mark.parametrize(
    ("language", "typed", "offered"),
    [("cy", "clerk", "clerc"), ("en", "clerc", "clerk"), ("en", "craffu", "scrutiny"), ("cy", "courtesy", "cwrteisi")],
)
def test_a_term_of_the_other_language_is_offered_in_this_one(dialog, language, typed, offered):
    page = dialog(language, typed)
    expect(page.locator(".search-offers")).to_contain_text({"en": "In English:", "cy": "Yn Gymraeg:"}[language])
    page.locator(".search-offers").get_by_role("button", name=offered, exact=True).press("Enter")
    expect(box(page)).to_be_focused()
    expect(box(page)).to_have_value(offered)
    expect(options(page, ".result")).not_to_have_count(0)


@both_languages
def test_whoever_takes_an_offer_by_the_keyboard_goes_on_with_what_it_finds(opened, language):
    page = opened(f"{PREFIX[language]}search/?q={ {'en': 'grievence', 'cy': 'gwybodath'}[language] }")
    page.locator(".search-offers .offer").first.press("Enter")
    page.wait_for_url(re.compile("q=(grievance|gwybodaeth)"))
    expect(page.locator(".result-item a").first).to_be_focused()


@pytest.mark.parametrize(
    ("language", "typed", "offered"), [("en", "grievence", "grievance"), ("cy", "gwybodath", "gwybodaeth")]
)
def test_the_results_of_a_misspelt_word_are_shown_where_nothing_else_is_and_said_to_be_such(
    dialog, language, typed, offered
):
    page = dialog(language, typed)
    offer = page.locator(".search-offers").get_by_role("button", name=offered, exact=True)
    expect(offer).to_be_visible()
    expect(box(page)).to_have_value(typed)
    expect(options(page, ".result").first).to_be_visible()
    said = {"en": f"Shown instead: the results for “{offered}”.", "cy": f"y canlyniadau ar gyfer “{offered}”."}
    expect(page.locator(".search-offers")).to_contain_text(said[language])
    offer.click()
    expect(box(page)).to_have_value(offered)
    expect(page.locator(".search-offers .instead")).to_have_count(0)
    expect(options(page, ".result").first).to_be_visible()


# ---- the page ----


@both_languages
def test_a_link_to_the_page_shows_its_results_and_goes_over_into_the_other_language(opened, address, language):
    page = opened(f"{PREFIX[language]}search/?q=conwy+8.6")
    link = page.locator(".result-item a").first
    expect(link).to_have_attribute("href", f"{address}{PREFIX[language]}councils/conwy/#8.6")
    page.locator(".masthead [data-language-switch]").click()
    page.wait_for_url(f"{address}{PREFIX[OTHER[language]]}search/?q=conwy+8.6")
    expect(page.locator(".result-item a").first).to_be_visible()


@pytest.mark.parametrize(
    ("language", "typed", "entry"),
    [
        ("en", "ombudsman", "public-services-ombudsman-for-wales"),
        ("en", "SLCC", "society-of-local-council-clerks"),
        ("en", "town clerk", "clerk"),
        ("en", "code of conduct", "code-of-conduct"),
        ("en", "vice-chairs", "vice-chair"),
        ("cy", "ombwdsmon", "public-services-ombudsman-for-wales"),
        ("cy", "Cyng.", "councillor"),
        ("cy", "cod ymddygiad", "code-of-conduct"),
        ("cy", "is-gadeirydd", "vice-chair"),
    ],
)
def test_an_entry_of_the_glossary_is_found_by_whatever_the_thing_is_called(opened, address, language, typed, entry):
    page = opened(f"{PREFIX[language]}search/?q={typed}")
    link = page.locator(".result-item.glossary a")
    expect(link).to_have_attribute("href", f"{address}{PREFIX[language]}glossary/#{entry}")


@both_languages
def test_results_are_narrowed_and_the_address_keeps_how(opened, address, language):
    page = opened(f"{PREFIX[language]}search/")
    page.get_by_role("searchbox").fill({"en": "respect", "cy": "parch"}[language])
    page.get_by_role("searchbox").press("Enter")
    places = page.locator(".result-item.result .result-council")
    expect(places.first).to_be_visible()
    page.locator(".search-filters summary").press("Enter")
    page.locator("#search-kind").select_option("county-borough")
    page.wait_for_url(re.compile("kind=county-borough"))
    expect(places.filter(has_not_text="Conwy")).to_have_count(0)
    expect(places).not_to_have_count(0)
    page.locator("#search-kind").select_option("")
    page.locator("#search-nation").select_option("england")
    page.wait_for_url(re.compile("nation=england$"))
    expect(places.filter(has_text=re.compile("Conwy|Taff|Taf "))).to_have_count(0)
    page.go_back()
    expect(page.locator("#search-nation")).to_have_value("")
    page.go_forward()
    expect(page.locator("#search-nation")).to_have_value("england")
    page.reload()
    expect(page.locator("#search-nation")).to_have_value("england")
    expect(places).not_to_have_count(0)


@both_languages
def test_a_council_is_chosen_by_typing_and_a_topic_and_a_party_from_their_lists(opened, language):
    page = opened(f"{PREFIX[language]}search/?topic=undue-pressure")
    places = page.locator(".result-item.result .result-council")
    expect(places.filter(has_text="Bursledon")).not_to_have_count(0)
    page.locator("#search-council").fill("halew")
    page.locator("#search-council").press("Tab")
    page.wait_for_url(re.compile("council=halewood"))
    expect(page.locator("#search-council")).to_have_value(re.compile("Halewood"))
    expect(places.filter(has_not_text="Halewood")).to_have_count(0)
    expect(places).not_to_have_count(0)
    page.locator("#search-party").select_option("members")
    page.wait_for_url(re.compile("party=members"))
    page.locator("[data-part=clear]").click()
    page.wait_for_url(re.compile(r"search/$"))
    expect(page.locator(".search-ways")).to_be_visible()


@pytest.mark.parametrize("narrowed", ["council=nowhere", "topic=nothing&kind=%3Cb%3E", "council=__proto__&party=x"])
def test_an_address_that_narrows_by_what_there_is_not_shows_every_result_as_its_form_says(opened, narrowed):
    page = opened(f"search/?q=respect&{narrowed}")
    expect(page.locator(".result-item.result").first).to_be_visible()
    expect(page.get_by_role("searchbox")).to_be_visible()
    for name in ("council", "topic", "kind", "party"):
        expect(page.locator(f"#search-{name}")).to_have_value("")


def test_an_address_narrows_by_a_council_whose_slug_is_like_none_of_its_names(opened, address):
    page = opened("councils/")
    page.route("**/search/councils/other", lambda route: route.continue_(url=f"{address}search/councils/halewood"))
    page.goto(f"{address}search/?q=respect&council=other")
    expect(page.locator(".result-item.result").first).to_be_visible()
    expect(page.locator(".result-item.result a[href*='bursledon']")).to_have_count(0)
    expect(page.locator("#search-council")).to_have_value("other")
    page.unroute("**/search/councils/other")


def test_councils_that_say_the_same_are_named_and_linked(opened, address):
    page = opened("search/?q=not+to+be+subject+to+bullying")
    first = page.locator(".result-item.result").first
    first.locator("summary").click()
    expect(first.locator("summary")).to_have_text("and 1 other in the same words")
    expect(first.locator("details a")).to_have_attribute("href", f"{address}councils/halewood/#3.2.e")


@both_languages
def test_more_results_are_fetched_when_they_are_asked_for(opened, language):
    page = opened(f"{PREFIX[language]}search/?q={ {'en': 'officers', 'cy': 'swyddogion'}[language] }")
    results = page.locator(".result-item.result")
    expect(results).to_have_count(20)
    page.locator("[data-part=more]").click()
    expect(results).to_have_count(40)


@both_languages
def test_what_is_asked_is_in_the_title_and_on_paper_with_whose_results_are_shown(opened, language):
    page = opened(f"{PREFIX[language]}search/?q={ {'en': 'grievence', 'cy': 'gwybodath'}[language] }")
    title = {"en": "Search · Council Protocols", "cy": "Chwilio · Protocolau Cynghorau"}[language]
    expect(page).to_have_title({"en": f"grievence · {title}", "cy": f"gwybodath · {title}"}[language])
    expect(page.locator(".search-offers[aria-live=polite] .instead")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".search-offers .instead")).to_be_visible()
    expect(page.locator(".search-offers .offer")).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_role("searchbox").fill("")
    page.get_by_role("searchbox").press("Enter")
    expect(page).to_have_title(title)


def test_whoever_comes_back_to_the_results_finds_as_many_as_were_shown(opened, address):
    page = opened("search/?q=officers")
    results = page.locator(".result-item.result")
    page.locator("[data-part=more]").click()
    expect(results).to_have_count(40)
    page.goto(f"{address}about/")
    page.go_back()
    expect(results).to_have_count(40)
    page.get_by_role("searchbox").fill("members")
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url(re.compile("q=members"))
    expect(results).to_have_count(20)


@both_languages
def test_how_many_there_are_is_said_beside_how_many_are_shown(opened, language):
    page = opened(f"{PREFIX[language]}search/?q={ {'en': 'officers', 'cy': 'swyddogion'}[language] }")
    said = {"en": r"^\d+ of \d+ results$", "cy": r"^\d+ o \d+ o ganlyniadau$"}[language]
    expect(page.locator(".search-page [role=status]")).to_have_text(re.compile(said))
