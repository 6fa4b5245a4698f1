"""The search where something is missing, and for anybody: scripts, files, a policy, an old browser; access, privacy."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.accessible import EVERY_RULE, SMALL, TEXTS, faults, faults_of_colour, sounds_like, unmeasured
from tests.browsing import PHONE, PREFIX, SPILT, both_languages
from tests.conftest import DESKTOP
from tests.search.asking import box, options

# ---- without scripts; where it fails ----


@both_languages
def test_without_scripts_the_way_leads_to_topics_councils_and_glossary(opened, address, language):
    page = opened(f"{PREFIX[language]}councils/conwy/", java_script_enabled=False)
    page.locator(".search-open").click()
    page.wait_for_url(f"{address}{PREFIX[language]}search/")
    page.locator(".topic-groups summary", has_text={"en": "24 topics", "cy": "24 pwnc"}[language]).click()
    for way in ("topics/chairs/", "councils/conwy/", "glossary/#clerk"):
        expect(page.locator(f".search-ways a[href$='{way}']")).to_be_visible()


def test_where_the_index_cannot_be_loaded_the_page_says_what_can_be_done(opened):
    page = opened("councils/")
    page.route("**/search/start", lambda route: route.abort())
    page.keyboard.press("Control+k")
    page.wait_for_url(re.compile("search/$"))
    expect(page.locator(".search-page [role=status]")).to_contain_text("could not be loaded")
    expect(page.locator(".search-ways")).to_be_visible()
    page.unroute("**/search/start")


@both_languages
def test_where_an_answer_cannot_be_loaded_no_other_stands_in_its_place_and_one_may_try_again(opened, language):
    page = opened(f"{PREFIX[language]}search/?q=parch+respect")
    expect(page.locator(".result-item").first).to_be_visible()
    page.route("**/search/councils/conwy", lambda route: route.abort())
    page.get_by_role("searchbox").fill("conwy 8.6")
    page.keyboard.press("Enter")
    said = {"en": "could not be loaded", "cy": "Ni fu modd llwytho"}[language]
    expect(page.locator(".search-page [role=status]")).to_contain_text(said)
    expect(page.locator(".result-item, .search-offers p")).to_have_count(0)
    page.unroute("**/search/councils/conwy")
    page.keyboard.press("Enter")
    expect(page.locator(".result-item.clause")).to_have_count(1)


def test_what_is_typed_is_asked_on_the_page_where_the_dialog_cannot_load_its_answer(dialog):
    page = dialog("en", "bullying")
    expect(options(page, ".result").first).to_be_visible()
    page.route("**/search/councils/conwy", lambda route: route.abort())
    box(page).fill("conwy 8.6")
    page.wait_for_url(re.compile(r"search/\?q=conwy%208\.6$"))
    expect(page.locator(".search-page [role=status]")).to_contain_text("could not be loaded")
    page.unroute("**/search/councils/conwy")


POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'"
)


def under(page: Page, policy: str) -> Page:
    """A page whose documents come with a content security policy, and that lists what the policy refused."""

    def answer(route):
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": policy})

    page.route(lambda url: url.endswith("/") or "?" in url, answer)
    return page


@both_languages
def test_the_search_works_under_a_strict_content_policy(emptied, address, language):
    page = under(emptied(bypass_csp=False), POLICY)
    refused = []
    page.on("console", lambda message: "Content Security Policy" in message.text and refused.append(message.text))
    page.goto(f"{address}{PREFIX[language]}councils/")
    page.keyboard.press("Control+k")
    expect(box(page)).to_be_focused()
    refused.clear()  # what the frame of the theme has is another matter
    box(page).fill({"en": "undue pressure", "cy": "bwysau gormodol"}[language])
    expect(options(page, ".result").first).to_be_visible()
    page.goto(f"{address}{PREFIX[language]}search/?q=parch+respect")
    expect(page.locator(".result-item").first).to_be_visible()
    assert not [text for text in refused if "search" in text]


@both_languages
def test_where_a_policy_forbids_fetching_the_page_says_so(emptied, address, language):
    page = under(emptied(bypass_csp=False), POLICY.replace("connect-src 'self'", "connect-src 'none'"))
    page.goto(f"{address}{PREFIX[language]}councils/")
    expect(page.locator("button.search-open")).to_be_visible()
    page.keyboard.press("Control+k")
    page.wait_for_url(re.compile("search/$"))
    said = {"en": "could not be loaded", "cy": "Ni fu modd llwytho"}[language]
    expect(page.locator(".search-page [role=status]")).to_contain_text(said)
    expect(page.locator(".search-ways")).to_be_visible()


@both_languages
def test_a_browser_that_cannot_unpack_files_is_told_that_it_is_too_old(opened, language):
    page = opened(f"{PREFIX[language]}search/?q=parch", before="delete globalThis.DecompressionStream")
    said = {"en": "too old", "cy": "rhy hen"}[language]
    expect(page.locator(".search-page [role=status]")).to_contain_text(said)


@both_languages
def test_with_scripts_off_the_page_says_that_searching_needs_them_beside_the_lists(opened, language):
    page = opened(f"{PREFIX[language]}search/?q=parch", java_script_enabled=False)
    said = {"en": "Searching needs scripts", "cy": "Mae angen sgriptiau i chwilio"}[language]
    expect(page.locator(".notice")).to_contain_text(said)
    expect(page.locator(".search-ways")).to_be_visible()
    expect(page.locator(".search-form")).to_be_hidden()


SHIFT = """() => {
    globalThis.shift = 0;
    new PerformanceObserver(list => {
        for (const one of list.getEntries()) globalThis.shift += one.value;
    }).observe({ type: "layout-shift", buffered: true });
}"""


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("asked", ["", "?q=parch"], ids=["nothing asked", "asked"])
def test_the_page_stands_still_while_its_scripts_come(emptied, address, viewport, asked):
    page = emptied(viewport=viewport, before=f"({SHIFT})()")
    page.route("**/search/scripts.js", lambda route: (page.wait_for_timeout(300), route.continue_()))
    page.goto(f"{address}cy/search/{asked}", wait_until="networkidle")
    expect(page.locator(".search-form")).to_be_visible()
    assert page.evaluate("shift") < 0.05


# ---- what leaves the browser; what anybody can use ----


@both_languages
def test_nothing_is_asked_of_another_host_and_nothing_before_it_is_wanted(emptied, address, language):
    page = emptied()
    asked, wrong = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: message.type in ("error", "warning") and wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{address}{PREFIX[language]}councils/", wait_until="networkidle")
    assert not [url for url in asked if "/search" in url]
    page.keyboard.press("Control+k")
    box(page).fill("clerc" if language == "cy" else "clerk")
    expect(options(page, ".result").first).to_be_visible()
    page.goto(f"{address}{PREFIX[language]}search/?q=protocol&nation=wales&topic=purpose")
    expect(page.locator(".result-item").first).to_be_visible()
    assert any(url.endswith("search/start") for url in asked)
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert wrong == []


@both_languages
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_no_fault_in_the_dialog_or_in_the_results(dialog, opened, language, viewport):
    results = f"{PREFIX[language]}search/?q=clerkk+protocol"
    for ask in (lambda: dialog(language, "conwy", viewport=viewport), lambda: opened(results, viewport=viewport)):
        asked = ask()
        expect(asked.locator("[role=option], .result-item").first).to_be_visible()
        if asked.locator("dialog[open]").count():
            asked.keyboard.press("ArrowDown")
        assert faults_of_colour(asked, unmeasured()) == {}
        assert faults(asked, EVERY_RULE) == []
        assert asked.evaluate(SPILT) == []
        assert asked.evaluate(SMALL) == []


@both_languages
def test_every_text_of_a_result_is_read_aloud_in_its_own_language(opened, language):
    page = opened(f"{PREFIX[language]}search/?q={ {'en': 'notice cymraeg', 'cy': 'swyddogion'}[language] }")
    expect(page.locator(".result-item").first).to_be_visible()
    for said, text in page.evaluate(TEXTS):
        assert sounds_like(text) in (said, None), text
