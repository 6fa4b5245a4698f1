"""The site as people use it: in Chromium, in both languages, by pointer, by keyboard, and with scripts off."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.conftest import DESKTOP

expect.set_options(timeout=30_000)  # however slow the machine

PREFIX = {"en": "", "cy": "cy/"}
OTHER = {"en": "cy", "cy": "en"}
PHONE = {"width": 390, "height": 844}
KINDS = {
    "home": "",
    "councils": "councils/",
    "conwy": "councils/conwy/",
    "bursledon": "councils/bursledon/",
    "topics": "topics/",
    "topic": "topics/chairs/",
    "compare": "compare/",
    "comparison": "compare/?councils=bursledon,halewood,conwy",
    "likeness": "compare/likeness/",
    "how": "comparison/",
    "roles": "roles/",
    "policies": "policies/",
    "parties": "parties/",
    "glossary": "glossary/",
    "about": "about/",
    "publish": "publish/",
    "bilingual": "councils/bursledon/bilingual/",
    "translation": "translation/",
    "reviews": "reviews/",
    "search": "search/",
    "404": "no/such/page/",
}
"""A page of every kind. One protocol is of a county, with an appendix and diagrams; one has a control table."""

MASTHEAD = "Math.max(0, document.querySelector('.masthead').getBoundingClientRect().bottom)"
"""How far down the masthead reaches."""

both_languages = pytest.mark.parametrize("language", ["en", "cy"])


def switch_of(page: Page) -> Locator:
    return page.locator(".masthead [data-language-switch]")


def press(page: Page, target: Locator) -> None:
    """Presses what is on the screen where it stands: unlike `click`, without any scrolling of its own."""
    box = target.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def clause(page: Page, anchor: str) -> Locator:
    """The number and the words of a provision, or its heading."""
    return page.locator(f'[id="{anchor}"] > :is(p, h2, h3, h4, h5, h6)').first


def expect_in_view(page: Page, anchor: str) -> None:
    """The clause is on the screen, and the masthead does not cover it."""
    expect(clause(page, anchor)).to_be_in_viewport()
    covered = page.evaluate(MASTHEAD)
    assert clause(page, anchor).evaluate("e => e.getBoundingClientRect().top") >= covered


# ---- being lost ----


@both_languages
def test_whoever_is_lost_is_met_in_the_language_of_the_address(opened, language):
    page = opened(f"{PREFIX[language]}no/such/page/")
    expect(page.locator("h1")).to_have_text({"en": "There is no such page", "cy": "Nid oes tudalen o’r fath"}[language])
    expect(page.locator("html")).to_have_attribute("lang", language)
    page.locator("section[lang]").first.get_by_role("link").nth(1).click()
    expect(page).to_have_url(re.compile(f"/{PREFIX[language]}councils/$"))


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


IN_ADDRESS = """async ([base, typed, anchors]) => {
  const { anchorAmong, anchorOf } = await import(`${base}assets/clause.js`);
  const divisions = { part: ["part", "rhan"], schedule: ["schedule", "atodlen"], appendix: ["appendix", "atodiad"] };
  return typed.map((one) => anchorAmong(anchorOf(one, divisions), anchors) ?? null);
}"""
TYPED = {
    "6(1)(a)": "6.1.a",
    "6 (1) (a)": "6.1.a",
    "sub-paragraph 6(1)(a)": "6.1.a",
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


# ---- the other language ----


def test_the_switch_keeps_the_page_there_and_back(opened, address):
    page = opened()
    for path in [path for kind, path in KINDS.items() if kind != "404"]:
        page.goto(address + path)
        for language in ("cy", "en"):
            switch_of(page).click()
            page.wait_for_url(f"{address}{PREFIX[language]}{path}")
            assert page.locator("html").get_attribute("lang") == language


@both_languages
@pytest.mark.parametrize("switch", [".masthead [data-language-switch]", ".also a"], ids=["masthead", "also"])
def test_the_switch_keeps_the_clause_that_the_address_names(opened, address, language, switch):
    page = opened(f"{PREFIX[language]}councils/conwy/#8.6")
    expect_in_view(page, "8.6")
    page.locator(switch).click()
    page.wait_for_url(f"{address}{PREFIX[OTHER[language]]}councils/conwy/#8.6")
    expect_in_view(page, "8.6")


@both_languages
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_switch_keeps_the_clause_that_has_been_scrolled_to(opened, address, language, viewport):
    page = opened(f"{PREFIX[language]}councils/conwy/#8.6", viewport=viewport)
    page.evaluate("document.getElementById('9.4').scrollIntoView()")
    expect_in_view(page, "9.4")
    press(page, switch_of(page))
    page.wait_for_url(f"{address}{PREFIX[OTHER[language]]}councils/conwy/#9.4")


def test_the_switch_adds_no_clause_at_the_top_of_a_page(opened, address):
    page = opened("councils/conwy/")
    switch_of(page).click()
    page.wait_for_url(f"{address}cy/councils/conwy/")


@pytest.mark.parametrize(("language", "link"), [("en", "number"), ("cy", "number")])
def test_the_switch_keeps_the_clause_to_which_a_keyboard_has_come(opened, address, language, link):
    page = opened(f"{PREFIX[language]}councils/halewood/")
    press_until(page, "Tab", f"document.activeElement.matches('.{link}[href=\"#1.2\"]')")
    press_until(page, "Shift+Tab", "document.activeElement.matches('.masthead [data-language-switch]')")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}{PREFIX[OTHER[language]]}councils/halewood/#1.2")


@both_languages
def test_the_switch_keeps_the_clause_that_a_keyboard_has_chosen(opened, address, language):
    page = opened(f"{PREFIX[language]}councils/conwy/")
    page.locator('.number[href="#8.6"]').press("Enter")
    switch_of(page).press("Enter")
    page.wait_for_url(f"{address}{PREFIX[OTHER[language]]}councils/conwy/#8.6")


def press_until(page: Page, key: str, condition: str) -> None:
    for _ in range(400):
        page.keyboard.press(key)
        if page.evaluate(condition):
            return
    raise AssertionError(f"{key} never came to where {condition}")


@pytest.mark.parametrize("how", [{"button": "middle"}, {"modifiers": ["Control"]}], ids=["middle", "control"])
def test_the_switch_opened_in_a_new_tab_keeps_the_clause(opened, address, how):
    page = opened("councils/conwy/#8.6")
    with page.context.expect_page() as opening:
        switch_of(page).click(**how)
    opening.value.wait_for_url(f"{address}cy/councils/conwy/#8.6")
    assert page.url == f"{address}councils/conwy/#8.6"


# ---- without scripts ----


@both_languages
def test_without_scripts_no_dead_control_is_shown(opened, address, language):
    page = opened(java_script_enabled=False)
    # Whether differences are marked is for the style sheet alone to say.
    dead = page.locator("button, input:not(#marks), select, textarea, form").filter(visible=True)
    for path in KINDS.values():
        page.goto(address + PREFIX[language] + path)
        expect(page.locator("h1")).to_be_visible()
        assert dead.evaluate_all("all => all.map(e => e.outerHTML)") == [], path
        assert len(page.locator("main").inner_text().split()) > 40, path


@both_languages
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_without_scripts_a_protocol_is_read_and_its_language_switched(opened, address, language, viewport):
    page = opened(f"{PREFIX[language]}councils/conwy/", java_script_enabled=False, viewport=viewport)
    expect(page.locator("nav.contents details")).to_have_attribute("open", "")
    lines = page.locator("article.protocol [id] > :is(p, h2, h3, h4, h5, h6)")
    assert lines.evaluate_all("all => all.filter(e => !e.getClientRects().length).map(e => e.textContent)") == []
    page.locator("nav.contents").get_by_role("link", name=re.compile(r"^8\.")).click()
    expect(clause(page, "8")).to_be_in_viewport()
    switch_of(page).click()
    page.wait_for_url(f"{address}{PREFIX[OTHER[language]]}councils/conwy/")


@pytest.mark.parametrize(("scheme", "paper"), [("light", "rgb(253, 253, 251)"), ("dark", "rgb(21, 24, 26)")])
def test_without_scripts_the_scheme_is_the_system_s(opened, scheme, paper):
    page = opened(java_script_enabled=False, color_scheme=scheme)
    expect(page.locator("body")).to_have_css("background-color", paper)


# ---- by keyboard ----


@both_languages
def test_the_first_stop_is_a_link_past_the_masthead(opened, language):
    page = opened(f"{PREFIX[language]}councils/")
    expect(page.locator(".skip")).not_to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('main')")


@pytest.mark.parametrize(
    ("path", "viewport"),
    [
        ("", DESKTOP),
        ("cy/councils/", DESKTOP),
        ("topics/chairs/", PHONE),
        ("councils/taffs-well-and-nantgarw/", DESKTOP),
    ],
)
def test_every_control_is_reached_by_tab_and_seen_while_it_has_the_focus(opened, path, viewport):
    page = opened(path, viewport=viewport)
    expected = page.evaluate(
        """() => [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")]
            .filter(e => e.checkVisibility({visibilityProperty: true}) && e.tabIndex === 0)
            .map((e, index) => (e.dataset.stop = index, e.outerHTML))"""
    )
    reached, unseen = set(), []
    for _ in range(len(expected) + 1):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => {
                const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
                const middle = document.elementFromPoint(
                    box.left + Math.min(box.width, innerWidth) / 2, box.top + Math.min(box.height, 20) / 2);
                const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
                const covered = middle?.closest(".masthead") && !e.closest(".masthead");
                return [e.dataset.stop, outlined && !covered && box.bottom > 0 && box.top < innerHeight];
            }"""
        )
        if stop[0] is not None:
            reached.add(int(stop[0]))
            if not stop[1]:
                unseen.append(expected[int(stop[0])])
    assert [html for index, html in enumerate(expected) if index not in reached] == []
    assert unseen == []


def test_the_contents_are_opened_and_closed_by_keyboard(opened):
    page = opened("councils/conwy/", viewport=PHONE)
    press_until(page, "Tab", "document.activeElement.matches('.contents summary')")
    details = page.locator("nav.contents details")
    page.keyboard.press("Enter")
    expect(details).to_have_attribute("open", "")
    page.keyboard.press("Space")
    expect(details).not_to_have_attribute("open", "")


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


# ---- light and dark ----

SCHEME = "getComputedStyle(document.body).backgroundColor === 'rgb(21, 24, 26)' ? 'dark' : 'light'"


@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_scheme_is_the_system_s_until_another_is_chosen(opened, system):
    assert opened(color_scheme=system).evaluate(SCHEME) == system


@pytest.mark.parametrize(
    ("language", "dark", "light"), [("en", "Dark", "Light"), ("cy", "Tywyll", "Golau")], ids=["en", "cy"]
)
def test_the_scheme_chosen_is_remembered_and_the_button_says_what_it_does(opened, address, language, dark, light):
    page = opened(PREFIX[language], color_scheme="light")
    background = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(background)
    page.get_by_role("button", name=dark, exact=True).click()
    assert page.evaluate(SCHEME) == "dark"
    assert page.evaluate(background) != before
    expect(page.get_by_role("button", name=light, exact=True)).to_be_visible()
    page.goto(f"{address}{PREFIX[OTHER[language]]}councils/conwy/")
    assert page.evaluate(SCHEME) == "dark"
    page.locator("[data-scheme-toggle]").click()
    page.reload()
    assert page.evaluate(SCHEME) == "light"


def test_a_chosen_scheme_is_set_before_anything_is_painted(opened):
    watch = """
        localStorage.setItem("scheme", "dark");
        window.seen = [];
        const look = () => document.querySelector(".masthead") && seen.push(document.documentElement.dataset.scheme);
        new MutationObserver(look).observe(document, {childList: true, subtree: true});
    """
    page = opened("councils/conwy/", before=watch, color_scheme="light")
    assert set(page.evaluate("seen")) == {"dark"}


@both_languages
def test_a_browser_that_may_store_nothing_still_shows_and_changes_the_scheme(opened, language):
    refuse = """
        for (const name of ["getItem", "setItem"]) Storage.prototype[name] = () => { throw new Error("refused"); };
    """
    page = opened(PREFIX[language], before=refuse, color_scheme="dark")
    assert page.evaluate(SCHEME) == "dark"
    page.locator("[data-scheme-toggle]").click()
    assert page.evaluate(SCHEME) == "light"
    expect(page.locator("[data-scheme-toggle]")).to_have_text({"en": "Dark", "cy": "Tywyll"}[language])


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


# ---- every kind of page ----

SPILT = """() => {
    const width = document.documentElement.clientWidth, spilt = [];
    if (document.documentElement.scrollWidth > width) spilt.push("the page itself");
    for (const element of document.querySelectorAll("body *")) {
        const box = element.getBoundingClientRect();
        if (!box.width || !box.height || (box.right <= width + 1 && box.left >= -1)) continue;
        let around = element;
        while ((around = around.parentElement) && !/auto|scroll/.test(getComputedStyle(around).overflowX));
        if (!around) spilt.push(`${element.outerHTML.slice(0, 120)}: ${box.left} to ${box.right}`);
    }
    return spilt.slice(0, 5);
}"""
"""What stands out of the page sideways, but for what scrolls in a wrapper of its own."""


@both_languages
def test_nothing_runs_off_a_narrow_screen_or_one_magnified_four_times(opened, address, language):
    """A screen of 1280 by 1024 at 400 % is one of 320 by 256."""
    narrow, magnified = ({"width": 320, "height": height} for height in (640, 256))
    page = opened(viewport=narrow)
    spilt = {}
    for path in (*KINDS.values(), "translate/", "accessibility/"):
        page.goto(address + PREFIX[language] + path)
        spilt[path] = page.evaluate(SPILT)
        page.set_viewport_size(magnified)
        spilt[path] += page.evaluate(SPILT)
        page.set_viewport_size(narrow)
    assert {path: found for path, found in spilt.items() if found} == {}


def test_no_page_asks_another_host_for_anything_or_reports_an_error(browser, address):
    page = browser.new_page()
    asked, faults = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: message.type in ("error", "warning") and faults.append((page.url, message.text)))
    page.on("pageerror", lambda error: faults.append((page.url, str(error))))
    page.on("response", lambda answer: answer.status >= 400 and faults.append((answer.url, answer.status_text)))
    for prefix in PREFIX.values():
        for path in KINDS.values():
            page.goto(address + prefix + path, wait_until="load")
            page.mouse.wheel(0, 2000)
    page.close()
    assert len(asked) > len(KINDS) * 2
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert [fault for fault in faults if not fault[0].endswith(KINDS["404"])] == []
