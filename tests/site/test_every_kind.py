"""What holds for every kind of page: it stays still, and bears a reader's own colours, spaced letters, and paper."""

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page

from tests.browsing import KINDS, PHONE, PREFIX, SPILT, both_languages
from tests.conftest import DESKTOP
from tests.site.test_masthead import SPACED
from tests.site.test_protocol_page import PLANTED, WATCH, moved

MOST_SHIFT = 0.05
SHEET = {"width": round((210 - 2 * 18) / 25.4 * 96), "height": 900}
"""What lies between the margins of a printed sheet."""
NOT_YET_STILL: tuple[str, ...] = ()
"""Kinds of page that still move while they load."""
FURTHER = ("councils/conwy/#8.6", "search/?q=chair")
"""What is seen of a page that its address names a clause of, and of one with results."""


@pytest.fixture(scope="module")
def both_widths(browser):
    """A window of each width that watches what moves, kept for all pages; both come to rest together."""
    made = {}
    for name, viewport in (("desktop", DESKTOP), ("phone", PHONE)):
        made[name] = browser.new_page(viewport=viewport)
        made[name].set_default_timeout(30_000)
        made[name].add_init_script(WATCH)
    yield made
    for page in made.values():
        page.close()


@pytest.fixture(scope="module")
def phone(browser):
    page = browser.new_page(viewport=PHONE)
    page.set_default_timeout(30_000)
    yield page
    page.close()


@dataclass
class Lost:
    """What is lost on the pages of a language, by path, each page being opened once for all that is done to it."""

    in_forced_colours: dict[str, list[str]] = field(default_factory=dict)
    on_paper: dict[str, list[str]] = field(default_factory=dict)
    spaced: dict[str, list[str]] = field(default_factory=dict)
    in_large_letters: dict[str, list[str]] = field(default_factory=dict)
    with_a_long_name: dict[str, list[str]] = field(default_factory=dict)


@pytest.fixture(scope="module", params=PREFIX)
def lost(phone, address, request) -> Lost:
    lost = Lost()
    for path in [*KINDS.values(), *FURTHER]:
        lost.in_forced_colours[path] = with_forced_colours(phone, address + PREFIX[request.param] + path)
        phone.emulate_media(forced_colors="none")
        lost.on_paper[path] = on_paper(phone)
        phone.evaluate(SPACED)
        lost.spaced[path] = phone.evaluate(SPILT) + phone.evaluate(CUT)
        lost.in_large_letters[path] = in_large_letters(phone)
        lost.with_a_long_name[path] = with_a_long_name(phone)
    return lost


def told(found: dict[str, list[str]]) -> dict[str, list[str]]:
    """What was found on the pages on which anything was, once all have been looked at."""
    assert len(found) == len({*KINDS.values(), *FURTHER})
    return {path: what for path, what in found.items() if what}


# ---- large letters ----

SMALLEST = {"width": 320, "height": 640}
LARGE = "(size) => { document.documentElement.style.fontSize = size; }"
SQUASHED = """() => [...document.querySelectorAll("input[type=search], select, .language")]
    .filter((one) => one.checkVisibility())
    .filter((one) => one.getBoundingClientRect().width < 96 || one.getClientRects().length > 1)
    .map((one) => one.outerHTML.slice(0, 120))"""
"""Fields that have no room for a word, and words of the masthead in two pieces."""


def in_large_letters(page: Page) -> list[str]:
    """What stands out of the smallest screen, or has no room on it, where letters are twice as large."""
    page.set_viewport_size(SMALLEST)
    page.evaluate(LARGE, "200%")
    found = page.evaluate(SPILT) + page.evaluate(SQUASHED)
    page.evaluate(LARGE, "")
    page.set_viewport_size(PHONE)
    return found


def test_letters_twice_as_large_fit_the_smallest_screen(lost: Lost):
    assert told(lost.in_large_letters) == {}


BROKEN_IN_TITLES = r"""() => [...document.querySelectorAll("h1")].flatMap((title) => {
    const texts = document.createTreeWalker(title, NodeFilter.SHOW_TEXT), broken = [], range = new Range();
    while (texts.nextNode()) for (const { index, 0: word } of texts.currentNode.data.matchAll(/\p{L}+/gu)) {
        range.setStart(texts.currentNode, index);
        range.setEnd(texts.currentNode, index + word.length);
        if (range.getClientRects().length > 1) broken.push(word);
    }
    return broken;
})"""
"""Words of a title that go on in the next line."""


@pytest.mark.parametrize("path", ["", "councils/conwy/", "accessibility/"])
@pytest.mark.parametrize("prefix", PREFIX.values(), ids=PREFIX)
def test_no_word_of_a_title_breaks_on_the_smallest_screen_in_letters_twice_as_large(opened, prefix: str, path: str):
    page = opened(prefix + path, viewport=SMALLEST)
    page.evaluate(LARGE, "200%")
    assert page.evaluate(BROKEN_IN_TITLES) == []


CHOOSE_A_VERSION = """() => {
    const select = document.createElement("select");
    select.append(new Option("21 September 2024"));
    document.querySelector(".chosen .chip-name").after(select);
}"""
"""What the page has beside a council of which there are several versions."""


def test_the_choice_of_a_version_to_compare_fits_the_smallest_screen_in_letters_twice_as_large(opened):
    page = opened(KINDS["comparison"], viewport=SMALLEST)
    page.locator(".chosen .chip-name").first.wait_for()
    page.evaluate(CHOOSE_A_VERSION)
    page.evaluate(LARGE, "200%")
    assert page.evaluate(SPILT) == []


NEST = """() => {
    const list = document.querySelector("article .items:has(.number)"), one = list.cloneNode(true);
    for (let inner = list, level = 1; level < 5; level++) {
        const deeper = one.cloneNode(true);
        inner.lastElementChild.append(deeper);
        inner = deeper;
    }
}"""
"""A list in the last item of a list, and so on, to the fifth level."""


@pytest.mark.parametrize("path", ["councils/conwy/", "councils/conwy/embed/"])
def test_a_list_of_five_levels_fits_the_smallest_screen_too(opened, path: str):
    page = opened(path, viewport=SMALLEST)
    page.evaluate(NEST)
    assert page.evaluate(SPILT) == []
    page.evaluate(LARGE, "200%")
    assert page.evaluate(SPILT) == []


BULLET_AMONG_NUMBERS = """() => {
    const list = document.querySelector("article .items:has(.number)"), one = list.children[1].cloneNode(true);
    one.querySelector(".number").remove();
    list.children[1].before(one);
    const left = (item) => {
        const words = document.createRange();
        words.selectNode([...item.querySelector("p").childNodes].at(-1));
        return Math.round(words.getClientRects()[0].left);
    };
    const sign = (item) => getComputedStyle(item, "::before").content.includes("•");
    return [...list.children].slice(0, 3).map((item) => [left(item) - left(list.children[0]), sign(item)]);
}"""
"""Of an item without a number between two that have one: how far in its words begin, and whether it has a bullet."""


@pytest.mark.parametrize("path", ["councils/bursledon/", "councils/bursledon/embed/"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE])
def test_an_item_without_a_number_among_numbered_ones_has_a_bullet_and_its_words_begin_with_theirs(
    opened, path: str, viewport: dict
):
    found = opened(path, viewport=viewport).evaluate(BULLET_AMONG_NUMBERS)
    assert [bullet for _, bullet in found] == [False, True, False]
    assert all(abs(apart) <= 8 for apart, _ in found), found


# ---- long names ----

LONG_NAME = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
CALL_SO = """(name) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const text = texts.currentNode;
        if (text.parentElement.closest("svg, script")) continue;
        text.data = text.data.replace(/\\b(Conwy|Bursledon|Halewood|Barrow)\\b/g, name);
    }
}"""


SCROLLED = """() => [...document.querySelectorAll(":has(> .stackable)")]
    .filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.outerHTML.slice(0, 120))"""
"""Tables whose rows are lists on a narrow screen, and that have to be scrolled all the same."""


def with_a_long_name(page: Page) -> list[str]:
    """What stands out of the page, or of a list, where the places have a name of fifty-eight letters."""
    page.evaluate(CALL_SO, LONG_NAME)
    return page.evaluate(SPILT) + page.evaluate(SCROLLED)


def test_a_long_name_of_a_place_fits_the_screen(lost):
    assert told(lost.with_a_long_name) == {}


def test_the_figures_stand_beside_a_long_name_on_a_phone(opened):
    page = opened(KINDS["likeness"], viewport=SMALLEST)
    page.evaluate(CALL_SO, LONG_NAME)
    names = "() => [...document.querySelectorAll('.figures tbody th')].map((name) => name.offsetWidth)"
    assert max(page.evaluate(names)) <= SMALLEST["width"] / 2


# ---- columns ----

NEAR_THE_NEXT = """() => [...document.querySelectorAll(".topic-list")].flatMap((list) => {
    const lefts = [...list.children].map((item) => item.getBoundingClientRect().left);
    return [...list.querySelectorAll("a, .others")].filter((words) => [...words.getClientRects()].some(
        ({ left, right }) => lefts.some((next) => left < next && right > next - 24),
    ));
}).map((words) => words.textContent)"""
"""Words of lists in columns that reach the bullet of the next column."""


@both_languages
@pytest.mark.parametrize("path", ["councils/barrow/", KINDS["comparison"]])
@pytest.mark.parametrize("width", [800, 1440])
def test_the_columns_of_a_list_stand_apart(opened, path: str, language: str, width: int):
    page = opened(PREFIX[language] + path, viewport={"width": width, "height": 900})
    page.locator(".topic-list").first.wait_for()
    assert page.evaluate(NEAR_THE_NEXT) == []


# ---- still ----

RESTLESS = """() => [...document.querySelectorAll("*")].filter((one) => {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
    return /[1-9]/.test(transitionDuration) || animationName !== "none" || scrollBehavior !== "auto";
}).map((one) => one.outerHTML.slice(0, 120))"""
"""What would move when it is touched, whether or not its reader has asked for less motion."""


@both_languages
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in NOT_YET_STILL])
def test_nothing_moves_while_a_page_loads_or_afterwards(both_widths, address, kind, language):
    for window in both_widths.values():
        window.goto(address + PREFIX[language] + KINDS[kind])
    for width, window in both_widths.items():
        found = moved(window)
        assert sum(value for value, _ in found) < MOST_SHIFT, (width, found)
        assert window.evaluate(RESTLESS) == [], width


def test_what_moves_would_be_seen(opened):
    page = opened(viewport=PHONE, before=WATCH + PLANTED)
    assert sum(value for value, _ in moved(page)) > MOST_SHIFT
    page.add_style_tag(content="a { transition: color 1s }")
    assert page.evaluate(RESTLESS) != []


# ---- colours of a reader's own ----

UNMARKED = """() => {
    const outlined = (one) => {
        one.focus();
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return document.activeElement !== one || (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2);
    };
    const bordered = (one) => parseFloat(getComputedStyle(one).borderTopWidth) > 0;
    const lined = (one) => getComputedStyle(one).textDecorationLine !== "none";
    const heavy = (one) => getComputedStyle(one).fontWeight >= 600;
    const laws = [
        ["what has the focus is outlined", "a[href], button, input, select, summary, [tabindex='0']", outlined],
        ["a field or a button that sends has a border", "input:not([type=checkbox]), select, [type=submit]", bordered],
        ["a mark of a difference is a line", "ins, del", lined],
        ["where one is has a line or is heavy", "[aria-current]", (one) => lined(one) || heavy(one)],
        ["the clause of the address is outlined", ":target:not(main)", (one) =>
            getComputedStyle(one).outlineStyle !== "none"],
        ["what was found is heavy", "mark", heavy],
        ["what leads in is slanted", ".roles .lead-in", (one) => getComputedStyle(one).fontStyle === "italic"],
        ["what is overdue says so", ".overdue", (one) => one.textContent.trim() !== ""],
    ];
    return laws.flatMap(([law, selector, holds]) => {
        const shown = [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
        return shown.slice(0, 200).filter((one) => !holds(one)).map((one) => `${law}: ${one.outerHTML.slice(0, 120)}`);
    });
}"""
"""What only a colour or a ground would tell, by the law that it breaks: neither is left where a system sets colours."""


def with_forced_colours(page: Page, url: str) -> list[str]:
    """What a page no longer tells where a reader's system sets the colours, and somebody goes by the keyboard."""
    page.emulate_media(forced_colors="active")
    page.goto(url)
    page.keyboard.press("Tab")
    return page.evaluate(UNMARKED)


def test_nothing_is_told_by_colour_alone(lost: Lost):
    assert told(lost.in_forced_colours) == {}


@pytest.mark.parametrize(
    ("path", "planted", "law"),
    [
        ("", "summary:focus-visible { outline: none }", "what has the focus is outlined"),
        ("", "[type=submit] { border: 0 !important }", "a field or a button that sends has a border"),
        ("topics/chairs/", "ins { text-decoration: none !important }", "a mark of a difference is a line"),
        ("councils/conwy/#8.6", ":target { outline: none !important }", "the clause of the address is outlined"),
    ],
)
def test_what_is_told_by_colour_alone_would_be_seen(phone, address, path, planted, law):
    phone.goto("about:blank")
    phone.goto(address + path)
    phone.add_style_tag(content=planted)
    phone.emulate_media(forced_colors="active")
    phone.keyboard.press("Tab")
    found = phone.evaluate(UNMARKED)
    phone.emulate_media(forced_colors="none")
    assert {one.partition(":")[0] for one in found} == {law}


# ---- spaces between letters and lines ----

CUT = """() => [...document.querySelectorAll("body *")].filter((one) => {
    const { overflowX, overflowY, clipPath, position } = getComputedStyle(one);
    if (!one.checkVisibility() || clipPath !== "none" || !one.textContent.trim()) return false;
    const hides = (overflow) => ["hidden", "clip"].includes(overflow);
    return (hides(overflowX) && one.scrollWidth > one.clientWidth + 1)
        || (hides(overflowY) && one.scrollHeight > one.clientHeight + 1);
}).map((one) => one.outerHTML.slice(0, 120))"""
"""Text that does not fit where it stands, and is cut off there."""


def test_no_word_is_lost_where_letters_and_lines_stand_apart(lost: Lost):
    assert told(lost.spaced) == {}


def test_a_word_that_is_cut_off_would_be_seen(phone, address):
    phone.goto(address)
    phone.add_style_tag(content=".brand { overflow: hidden; height: 1rem }")
    assert len(phone.evaluate(CUT)) == 1


# ---- paper ----

ON_SCREEN_ALONE = """() => [
    ...document.querySelectorAll("button, input:not(#marks), select, textarea, nav, .skip, .tools"),
].filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) => one.outerHTML.slice(0, 120))"""


def on_paper(page: Page) -> list[str]:
    """What stands out of the sheet or is for a screen alone where the page that is open is printed."""
    page.set_viewport_size(SHEET)
    page.emulate_media(media="print")
    found = page.evaluate(SPILT) + page.evaluate(ON_SCREEN_ALONE)
    found += [] if page.locator("h1").is_visible() else ["no heading"]
    page.emulate_media(media="screen")
    page.set_viewport_size(PHONE)
    return found


def test_what_is_printed_fits_the_sheet_and_has_no_controls(lost: Lost):
    assert told(lost.on_paper) == {}


def test_a_control_that_is_printed_would_be_seen(phone, address):
    phone.goto(address)
    assert on_paper(phone) == []
    phone.add_style_tag(content=".skip { display: block !important; visibility: visible !important }")
    assert len(on_paper(phone)) == 1
