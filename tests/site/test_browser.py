"""The site as people use it who have their own ways: scripts off, a keyboard, the dark, a narrow screen."""

import re
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import expect

from tests.browsing import KINDS, OTHER, PHONE, PREFIX, SPILT, both_languages, clause, press_until, switch_of
from tests.conftest import DESKTOP

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
    expect(page.locator("main")).to_be_focused()
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


# ---- every kind of page ----


NARROW, MAGNIFIED = ({"width": 320, "height": height} for height in (640, 256))
"""A small phone; a screen of 1280 by 1024 at 400 %."""


@dataclass(frozen=True, slots=True)
class Walk:
    """What was seen on a walk over every kind of page on a narrow screen."""

    spilt: dict[str, dict[str, list[str]]] = field(default_factory=lambda: {language: {} for language in PREFIX})
    asked: list[str] = field(default_factory=list)
    faults: list[tuple[str, str]] = field(default_factory=list)


@pytest.fixture(scope="module")
def walk(browser, address) -> Walk:
    page, walk = browser.new_page(viewport=NARROW), Walk()
    page.on("request", lambda request: walk.asked.append(request.url))
    page.on("console", lambda said: said.type in ("error", "warning") and walk.faults.append((page.url, said.text)))
    page.on("pageerror", lambda error: walk.faults.append((page.url, str(error))))
    page.on("response", lambda answer: answer.status >= 400 and walk.faults.append((answer.url, answer.status_text)))
    for language, prefix in PREFIX.items():
        for path in (*KINDS.values(), "translate/", "accessibility/"):
            page.goto(address + prefix + path)
            spilt = page.evaluate(SPILT)
            page.set_viewport_size(MAGNIFIED)
            walk.spilt[language][path] = spilt + page.evaluate(SPILT)
            page.set_viewport_size(NARROW)
            page.mouse.wheel(0, 2000)
    page.close()
    return walk


@both_languages
def test_nothing_runs_off_a_narrow_screen_or_one_magnified_four_times(walk: Walk, language: str):
    assert len(walk.spilt[language]) > len(KINDS)
    assert {path: found for path, found in walk.spilt[language].items() if found} == {}


def test_no_page_asks_another_host_for_anything_or_reports_an_error(walk: Walk, address: str):
    assert len(walk.asked) > len(KINDS) * 2
    assert [url for url in walk.asked if not url.startswith((address, "data:"))] == []
    assert [fault for fault in walk.faults if not fault[0].endswith(KINDS["404"])] == []
