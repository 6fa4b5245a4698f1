"""Every kind of page under axe-core: both languages, light and dark, wide and narrow. Languages of texts. Sizes."""

import re
from itertools import takewhile

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.accessible import EVERY_RULE, SMALL, TEXTS, faults, faults_of_colour, sounds_like, unmeasured
from tests.browsing import KINDS, OTHER, PHONE, PREFIX, both_languages
from tests.conftest import DESKTOP


@pytest.fixture(scope="module", params=[DESKTOP, PHONE], ids=["desktop", "phone"])
def window(browser, request):
    """A window of each width, kept for all pages."""
    page = browser.new_page(viewport=request.param, color_scheme="light")
    page.set_default_timeout(30_000)
    page.add_init_script(Axe().axe_script)
    yield page
    page.close()


@pytest.fixture(scope="module")
def phone(browser):
    page = browser.new_page(viewport=PHONE)
    yield page
    page.close()


@pytest.fixture(scope="module")
def measured() -> dict[str, set[str]]:
    return unmeasured()


@both_languages
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_no_fault_in_the_light_or_in_the_dark(window, address, measured, kind, language):
    window.goto(address + PREFIX[language] + KINDS[kind])
    assert faults(window, EVERY_RULE) == []
    assert faults_of_colour(window, measured) == {}


# ---- languages ----


@pytest.fixture(scope="module")
def on_a_phone(phone, address):
    """By language and path the texts of each kind of page; opened, its small controls and what is read aloud."""
    found = {}
    for language in PREFIX:
        for path in KINDS.values():
            phone.goto(address + PREFIX[language] + path)
            texts = phone.evaluate(TEXTS)
            phone.locator("details").evaluate_all("all => all.forEach(e => e.open = true)")
            found[language, path] = texts, phone.evaluate(SMALL), phone.locator("body").aria_snapshot()
    return found


@both_languages
def test_every_text_is_read_aloud_in_its_own_language(on_a_phone, language):
    seen = {"en": 0, "cy": 0}
    for path in KINDS.values():
        texts, *_ = on_a_phone[language, path]
        for said, text in texts:
            sounds = sounds_like(text)
            assert sounds in (said, None), f"{path} has in {said}: {text}"
            seen[said] += bool(sounds)
    assert seen[language] > 300
    assert seen[OTHER[language]] > 0


@both_languages
def test_what_is_in_the_other_language_says_so(phone, address, language):
    other = OTHER[language]
    phone.goto(f"{address}{PREFIX[language]}councils/conwy/")
    for switch in phone.locator("[data-language-switch]").all():
        assert (switch.get_attribute("lang"), switch.get_attribute("hreflang")) == (other, other)
    assert phone.locator("#notice, .kind-notice").first.evaluate("e => e.closest('[lang]').lang") == "cy"
    phone.goto(f"{address}{PREFIX[language]}glossary/")
    assert set(phone.locator(".counterpart").evaluate_all("all => all.map(e => e.lang)")) == {other}
    phone.goto(f"{address}no/such/page/")
    assert phone.locator("main section[lang]").evaluate_all("all => all.map(e => e.lang)") == ["en", "cy"]


# ---- read aloud ----

NAMELESS = re.compile(r"- (button|link|checkbox|combobox|searchbox|textbox|navigation|region|img|heading)( \[.*\])?:?$")
TOPICS = re.compile(r"- group \"(Topics|Pynciau)\":$")
TOPIC = re.compile(r"- /url: [^\"]")


def spoken_badly(tree: str) -> list[str]:
    """What a screen reader would read from a page's accessibility tree, and nobody could make sense of."""
    lines = [(len(line) - len(line.lstrip()), line.strip()) for line in tree.splitlines()]
    bad = [said for _, said in lines if NAMELESS.match(said) or said == "- listitem"]
    bad += [said for _, said in lines if said.startswith(("- heading", "- 'heading")) and STUCK.search(said)]
    groups = [place for place, (_, said) in enumerate(lines) if TOPICS.match(said)]
    return bad + [f"no topic in {held}" for place in groups if not any(map(TOPIC.match, held := held_by(lines, place)))]


def held_by(lines: list[tuple[int, str]], place: int) -> list[str]:
    """What stands in the tree below a line of it."""
    depth = lines[place][0]
    return [said for _, said in takewhile(lambda line: line[0] > depth, lines[place + 1 :])]


STUCK = re.compile(r"[^:·] (differs|gwahanol|Barrow alone|Law|Deddf|Rules|Rheolau|Procedure|Gweithdrefn)\"? \[level")
"""What the editors say of a thing, in one breath with its name: \"Training gwahanol\" is Welsh for another training."""


@both_languages
def test_what_a_screen_reader_says_of_each_kind_of_page_makes_sense(on_a_phone, language):
    bad = {kind: spoken_badly(on_a_phone[language, path][2]) for kind, path in KINDS.items()}
    assert bad == dict.fromkeys(KINDS, [])


@pytest.mark.parametrize(
    "tree",
    [
        "- list:\n  - listitem\n  - listitem: Barrow",
        "- button [expanded]",
        '- img:\n  - text: "0%"',
        '- group "Topics":\n  - link "Link to it":\n    - /url: "#1.6.item2"\n- link "Chairs":\n  - /url: ../chairs/',
        '- heading "Hyfforddi a datblygu gwahanol" [level=3]:',
        '- heading "Grievance procedure Procedure" [level=2]',
    ],
)
def test_what_would_be_spoken_badly_is_told(tree):
    assert len(spoken_badly(tree)) == 1


@both_languages
def test_letters_within_a_clause_are_named_by_the_whole_number_beside_the_other_language(phone, address, language):
    phone.goto(f"{address}{PREFIX[language]}councils/bursledon/bilingual/")
    names = phone.locator(".pairs th a").evaluate_all("all => all.map(e => e.ariaLabel ?? e.textContent)")
    assert {"2.2", "2.2(a)", "3.1(a)"} <= set(names)
    assert [name for name in names if re.fullmatch(r"\(?[a-z]\)", name)] == []


def test_a_printed_number_is_seen_beside_the_other_language_and_a_sign_of_ours_when_it_is_wanted(phone, address):
    phone.goto(f"{address}councils/bursledon/bilingual/")
    seen = phone.locator(".pairs th a").evaluate_all(
        "all => all.map(e => [e.textContent, getComputedStyle(e).opacity])"
    )
    assert {number for number, opacity in seen if opacity != "1"} == {"#"}
    assert {"1.1", "a)"} <= {number for number, _ in seen}


HEARD = {
    "en": ("Both languages side by side", "Bursledon Parish Council, Both languages side by side"),
    "cy": ("Y ddwy iaith ochr yn ochr", "Bursledon Parish Council, Y ddwy iaith ochr yn ochr"),
}


@both_languages
def test_a_heading_of_two_lines_is_not_heard_in_one_breath(phone, address, language):
    phone.goto(f"{address}{PREFIX[language]}councils/bursledon/bilingual/")
    seen, heard = HEARD[language]
    assert phone.locator("h1 .title").inner_text() == seen
    assert phone.locator("h1").aria_snapshot().replace(" ,", ",") == f'- heading "{heard}" [level=1]'


@both_languages
def test_no_difference_is_heard_that_has_no_words(on_a_phone, language):
    heard = [line for path in KINDS.values() for line in on_a_phone[language, path][2].splitlines()]
    assert [line for line in heard if line.strip() in ("- deletion", "- insertion")] == []
    assert any("- deletion:" in line for line in heard)


# ---- sizes ----


@both_languages
def test_on_a_phone_no_control_is_smaller_than_a_fingertip(on_a_phone, language):
    for kind, path in KINDS.items():
        _, small, _ = on_a_phone[language, path]
        assert small == [], kind


# ---- keys ----

SHORTCUT_OF_ONE_KEY = """
    addEventListener("keydown", ({ key }) => key === "/" && document.querySelector("main a").focus())
"""
"""The shortcut that speech input sets off by itself (WCAG 2.1.4)."""


def moved_by_characters(page: Page) -> list[str]:
    """The characters that, pressed alone while nothing has the focus, do anything."""
    stands = """() => [location.href, document.activeElement.outerHTML.slice(0, 80), scrollY,
        ...document.querySelectorAll("dialog[open], :popover-open")].join()"""
    moved = []
    before = page.evaluate(stands)
    for character in "abcdefghijklmnopqrstuvwxyz0123456789/?.,;'#[]-=`<":
        page.keyboard.press(character)
        if page.evaluate(stands) != before:
            moved.append(character)
            before = page.evaluate(stands)
    return moved


@pytest.mark.parametrize("kind", ["conwy", "comparison", "glossary", "search"])
def test_no_character_alone_does_anything(phone, address, kind):
    phone.goto(f"{address}{KINDS[kind]}", wait_until="networkidle")
    phone.evaluate("document.activeElement.blur()")
    assert moved_by_characters(phone) == []
    phone.evaluate(SHORTCUT_OF_ONE_KEY)
    assert moved_by_characters(phone) == ["/"]
