"""The page of a protocol as it is read by keyboard, by ear and on a phone, and how much of it there is."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdfium2 import PdfDocument
from selectolax.lexbor import LexborHTMLParser

from tests.accessible import OPTIONS, faults
from tests.browsing import PREFIX, SPILT, both_languages
from tests.conftest import DESKTOP
from tests.pages import page as page_of

PHONE = {"width": 375, "height": 812}
PAGES = ("councils/conwy/", "councils/conwy/undated/", "councils/conwy/bilingual/", "councils/halewood/embed/")
both_widths = pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])

# ---- how much there is ----

MOST_BYTES = {
    "councils/conwy/": 87_000,
    "councils/conwy/undated/": 47_000,
    "councils/conwy/bilingual/": 59_600,
    "councils/conwy/embed/": 35_000,
    "councils/halewood/": 45_600,
    "councils/halewood/2022-07-12/": 24_800,
    "councils/halewood/bilingual/": 28_000,
    "councils/halewood/embed/": 16_000,
}
"""A twentieth more than there is: each thing is said once on a page."""


@both_languages
@pytest.mark.parametrize("path", MOST_BYTES)
def test_a_page_says_each_thing_once(site: Path, language, path):
    assert len((site / PREFIX[language] / path / "index.html").read_bytes()) <= MOST_BYTES[path]


def test_the_page_of_a_date_has_the_text_and_leads_to_what_is_made_of_it(site: Path):
    whole, dated = (page_of(site, f"councils/halewood/{version}") for version in ("", "2022-07-12/"))
    assert whole.css("article .margin a[href*='/topics/']") and not dated.css("article .margin")
    assert whole.css("article a.term") and not dated.css("article a.term")
    assert dated.css_first(".about-page a").attributes["href"] == "../"
    for name in ("-roles", "-silent", "-likeness"):
        assert whole.css_first(f"[id='{name}']") is not None
        (link,) = dated.css(f"[id='{name}'] a")
        assert link.attributes["href"] == f"../#{name}"
    assert adopted(whole) == adopted(dated)


def adopted(tree: LexborHTMLParser) -> list[str]:
    """The adopted words of a page, with the anchor of each provision; every page of a version has all of them."""
    for node in tree.css("article .editorial"):
        node.decompose()
    text = tree.css_first("article.protocol").text().split()
    return [*text, *(node.attributes["id"] for node in tree.css("article.protocol [id]"))]


# ---- in order ----


@both_languages
def test_what_a_clause_is_about_stands_behind_its_words(site: Path, language):
    for council in ("conwy", "halewood", "barrow"):
        tree = page_of(site, f"{PREFIX[language]}councils/{council}/")
        behind = tree.css("article.protocol :is(p, h2, h3, h4, h5, h6) + .margin")
        assert len(behind) == len(tree.css("article.protocol .margin")) > 30


UPWARDS = """() => {
    const links = [...document.querySelectorAll("article.protocol a[href]")]
        .filter((one) => one.checkVisibility() && !one.closest("table"));
    const tops = links.map((one) => one.getBoundingClientRect().top);
    return links.filter((_, place) => place && tops[place] < tops[place - 1] - 20).map((one) => one.outerHTML);
}"""
"""Links of the text that stand above the one before them; cells of a table stand side by side."""


@both_languages
def test_on_a_phone_the_order_to_be_read_is_the_order_to_be_seen(opened, language):
    page = opened(f"{PREFIX[language]}councils/conwy/", viewport=PHONE)
    assert page.evaluate(UPWARDS) == []


@both_languages
def test_the_contents_do_not_list_the_contents(site: Path, language):
    links = page_of(site, f"{PREFIX[language]}councils/conwy/").css("nav.contents a")
    assert "#1" in {link.attributes["href"] for link in links}
    assert not {"CONTENTS", "CYNNWYS"} & {link.text().strip() for link in links}


@both_languages
def test_both_languages_have_headings_and_named_columns(site: Path, language):
    tree = page_of(site, f"{PREFIX[language]}councils/conwy/bilingual/")
    assert [head.text().strip() for head in tree.css(".pairs thead th")] == {
        "en": ["Number", "English", "Welsh"],
        "cy": ["Rhif", "Cymraeg", "Saesneg"],
    }[language]
    headings = tree.css(".pairs :is(h2, h3, h4)")
    assert len(headings) > 15
    assert {heading.parent.attributes.get("lang") for heading in headings} == {None}, "in the language of the page"
    assert not tree.css(".pairs .state"), "all are drafts, and the page says so once"
    assert "undated.cy.yml:" not in tree.body.text()


# ---- by keyboard ----

STOPS = "document.querySelectorAll(\"article.protocol :is(a[href], [tabindex='0']):not([tabindex='-1'])\").length"


def test_a_clause_is_one_stop_and_the_arrow_keys_go_on_to_its_topics(opened):
    page = opened("councils/conwy/")
    page.locator('.margin a[tabindex="-1"]').first.wait_for(state="attached")
    links = page.locator("article.protocol a[href]").count()
    assert page.evaluate(STOPS) < links - 110
    page.locator('[id="8.5"] .number').focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(":focus")).to_have_text("Asking for information and advice")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator(":focus")).to_have_text("Understanding of roles and workloads")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("8.6")
    page.locator('[id="8.5"] .margin a').first.focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(":focus")).to_have_text("8.5")


def test_what_has_no_number_has_a_sign_that_is_seen_when_it_is_wanted(opened):
    page = opened("councils/barrow/")
    sign = page.locator('[id="aim.para1"] .margin > a').first
    expect(sign).to_have_accessible_name(re.compile("^Link to [A-Z]"))
    expect(sign).to_have_css("opacity", "0")
    page.locator('[id="aim.para1"]').hover()
    expect(sign).to_have_css("opacity", "1")


def test_beside_the_other_language_a_number_is_seen_and_a_sign_when_it_is_wanted(opened):
    page = opened("councils/bursledon/bilingual/")
    number = page.locator('.pairs [id="2.2.a"] th a')
    expect(number).to_have_accessible_name("2.2(a)")
    expect(number).to_have_css("opacity", "1")
    row = page.locator(".pairs tr:has(.sign)").nth(5)
    sign = row.locator("th[scope=row] a")
    expect(sign).to_have_accessible_name(re.compile("^Link to [A-Z]"))
    expect(sign).to_have_css("opacity", "0")
    row.hover()
    expect(sign).to_have_css("opacity", "1")


COVERED = """() => {
    const card = document.querySelector(":popover-open"), box = card.getBoundingClientRect();
    return [...document.querySelectorAll("a[href], button, summary")].filter((one) => !card.contains(one))
        .filter((one) => [...one.getClientRects()].some((own) => own.left < box.right && own.right > box.left
            && own.top < box.bottom && own.bottom > box.top)).map((one) => one.outerHTML);
}"""
"""What can be pressed and is covered by the card that is open."""


@both_languages
@both_widths
def test_a_word_explains_itself_where_it_stands_and_tab_goes_on_from_there(opened, language, viewport):
    page = opened(f"{PREFIX[language]}councils/halewood/", viewport=viewport)
    word = page.locator('a.term[href$="glossary/#political-group"]')
    expect(word).to_have_attribute("aria-expanded", "false")
    expect(word).to_have_role("button")
    word.focus()
    page.keyboard.press("Space")
    card = page.locator(".term-card")
    expect(card).to_be_visible()
    expect(card).to_contain_text({"en": "grŵp gwleidyddol", "cy": "political group"}[language])
    expect(word).to_have_attribute("aria-expanded", "true")
    expect(word).to_be_focused()
    assert card.evaluate("e => !!e.closest('main')")
    assert page.evaluate(COVERED) == []
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(word).to_be_focused()
    expect(word).to_have_attribute("aria-expanded", "false")
    word.click()
    expect(card).to_be_visible()
    page.keyboard.press("Tab")
    expect(card).to_be_hidden()
    expect(page.locator(":focus")).to_have_attribute("href", "#3.1.b")


def test_a_second_press_closes_the_card_of_a_word(opened):
    page = opened("councils/halewood/")
    word = page.locator('a.term[href$="glossary/#political-group"]')
    for shown in (True, False, True):
        word.click()
        expect(page.locator(".term-card")).to_be_visible(visible=shown)


def test_an_address_that_cannot_be_decoded_breaks_nothing(page: Page, address):
    page.goto(f"{address}councils/halewood/#100%")
    expect(page.get_by_text("There is no clause “100%” in this document.")).to_be_visible()


# ---- still ----

WATCH = """
    window.moved = [];
    new PerformanceObserver((list) => moved.push(...list.getEntries().filter((one) => !one.hadRecentInput)
        .map((one) => [one.value, one.sources.map((source) => (source.node?.outerHTML ?? "").slice(0, 80))])))
        .observe({ type: "layout-shift", buffered: true });
"""
PLANTED = """
    addEventListener("load", () => setTimeout(() => document.querySelector("main, body").prepend(
        Object.assign(document.createElement("div"), { style: "height: 200px" })), 100));
"""


def moved(page: Page) -> list:
    """What has moved by itself, and how far, half a second after the page is there."""
    page.wait_for_load_state("networkidle")
    return page.evaluate("moved")


@both_languages
@both_widths
@pytest.mark.parametrize("path", PAGES[1:])  # the first is among the kinds of page of which another test holds it
def test_nothing_moves_while_a_page_loads(opened, language, viewport, path):
    found = moved(opened(PREFIX[language] + path, viewport=viewport, before=WATCH))
    assert sum(value for value, _ in found) < 0.05, found


def test_what_moves_would_be_seen(opened):
    assert sum(value for value, _ in moved(opened(PAGES[0], before=WATCH + PLANTED))) > 0.05


# ---- with a card open ----

EVERY_RULE = {**OPTIONS, "rules": {"target-size": {"enabled": True}}}
CARDS = {"citation": '[id="3.1.a"] .number', "word": 'a.term[href$="glossary/#political-group"]'}


@both_languages
@pytest.mark.parametrize("card", CARDS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault_with_a_card_open_on_the_narrowest_screen(opened, language, card, scheme):
    page = opened(f"{PREFIX[language]}councils/halewood/", viewport={"width": 320, "height": 640}, color_scheme=scheme)
    page.locator(CARDS[card]).click()
    expect(page.locator(":popover-open")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert faults(page, OPTIONS) == []
    assert faults(page, EVERY_RULE, ":popover-open") == [], "what the masthead half covers is no fault of the card"


@both_languages
@pytest.mark.parametrize("path", PAGES[1:])
def test_axe_finds_no_fault_on_the_pages_beside_it(opened, language, path):
    page = opened(PREFIX[language] + path, viewport=PHONE)
    assert faults(page, EVERY_RULE) == []


def test_a_page_has_one_way_past_the_masthead(site: Path):
    tree = LexborHTMLParser((site / "councils/conwy/index.html").read_text("utf-8"))
    assert len(tree.css("a.skip")) == 1


WIDEN = """() => {
    const row = (tag) => `<tr>${`<${tag}><i>Responsibilities</i>`.repeat(9)}`;
    const table = document.querySelector("article.protocol .table-wrap table");
    table.innerHTML = `<thead>${row("th")}<tbody>${row("td")}`;
    return [...table.querySelectorAll("i")].map((word) => word.getClientRects().length);
}"""


@both_languages
def test_a_table_of_many_columns_is_scrolled_with_its_words_whole_and_is_whole_on_paper(opened, language):
    page = opened(f"{PREFIX[language]}councils/conwy/", viewport=PHONE)
    assert page.evaluate(WIDEN) == [1] * 18
    assert page.evaluate(SPILT) == []
    printed = PdfDocument(page.pdf(prefer_css_page_size=True))
    words = "".join(sheet.get_textpage().get_text_range() for sheet in printed)
    assert words.count("Responsibilities") >= 18
    assert max(ends_of_words(printed)) <= 1


EMPTY = """() => {
    const table = document.querySelector("article.protocol .table-wrap table");
    table.innerHTML = `<tr>${"<td style='min-width: 8rem'>".repeat(12)}`;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_table_shows_on_which_side_there_is_more_of_it(opened, scheme):
    page = opened("councils/conwy/", viewport=PHONE)
    page.emulate_media(color_scheme=scheme)
    page.evaluate(EMPTY)
    (plain, right), between, (left, at_the_end) = (edges(page, scrolled) for scrolled in (0, 300, 9999))
    assert plain == at_the_end
    assert plain not in (left, right, *between)
    page.emulate_media(forced_colors="active")
    assert len(set(edges(page, 300))) == 1


def edges(page: Page, scrolled: int) -> list[bytes]:
    """How the left and the right edge of a table look where it is scrolled so far."""
    wrap = page.locator("article.protocol .table-wrap").first
    wrap.evaluate("(wrap, scrolled) => { wrap.scrollLeft = scrolled; wrap.scrollIntoView(); }", scrolled)
    box = wrap.bounding_box()
    sides = (box["x"], box["x"] + box["width"] - 8)
    return [page.screenshot(clip={**box, "x": round(side), "width": 8}) for side in sides]


@both_languages
def test_a_table_of_many_columns_takes_the_room_of_the_margin(opened, language):
    page = opened(f"{PREFIX[language]}councils/conwy/", viewport=DESKTOP)
    wrap = page.locator("article.protocol .table-wrap").first
    before = wrap.bounding_box()["width"]
    page.evaluate(WIDEN)
    assert wrap.bounding_box()["width"] > before + 200


def ends_of_words(printed: PdfDocument) -> Iterator[float]:
    """How far to the right the letters of each sheet reach, as a share of its width."""
    for sheet in printed:
        text = sheet.get_textpage()
        yield max(text.get_charbox(place)[2] for place in range(text.count_chars())) / sheet.get_width()


FILL = """([columns, word]) => {
    const row = (tag) => `<tr>${[...Array(columns).keys()].map((place) => `<${tag}>${word}${place}x`).join("")}`;
    document.querySelector("article.protocol .table-wrap table").innerHTML = row("th") + row("td");
}"""


@pytest.mark.parametrize(
    ("columns", "word"),
    [(2, "_" * 150), (4, "." * 90), (10, "Responsibilities"), (12, "Responsibilities"), (25, "Responses")],
)
@pytest.mark.parametrize("path", ["councils/bursledon/", "councils/bursledon/embed/"])
def test_no_column_of_a_table_is_cut_off_on_paper(opened, path, columns, word):
    """A browser makes a page smaller for what is too wide by half at most."""
    page = opened(path)
    page.evaluate(FILL, [columns, word])
    printed = PdfDocument(page.pdf(prefer_css_page_size=True))
    words = "".join("".join(sheet.get_textpage().get_text_range() for sheet in printed).split())
    assert [place for place in range(columns) if words.count(f"{place}x") < 2] == []


def test_a_table_of_twelve_columns_lies_across_its_sheet_with_its_words_whole(opened):
    page = opened("councils/bursledon/")
    page.evaluate(FILL, [12, "Countersigned"])
    printed = PdfDocument(page.pdf(prefer_css_page_size=True))
    sheets = {sheet.get_textpage().get_text_range().count("Countersigned"): sheet for sheet in printed}
    assert sheets[24].get_width() > sheets[24].get_height()
    assert sheets[0].get_width() < sheets[0].get_height()


LABEL = """() => {
    const [label, beside] = document.querySelectorAll("article.protocol .table-wrap tr:has(> td:nth-child(2)) > *");
    label.innerHTML = "<i>Responsibilities</i>";
    beside.textContent = "Members treat officers with respect. ".repeat(60);
    return label.firstChild;
}"""


@pytest.mark.parametrize("path", ["councils/bursledon/", "councils/bursledon/embed/"])
def test_a_word_beside_a_long_text_is_whole_on_paper(opened, path):
    page = opened(path, viewport={"width": 650, "height": 900})
    word = page.evaluate_handle(LABEL)
    page.emulate_media(media="print")
    assert word.evaluate("word => word.getClientRects().length") == 1


@both_languages
def test_a_drawing_is_told_in_words_where_it_would_be_too_small_to_be_read(opened, language):
    path = f"{PREFIX[language]}councils/conwy/"
    for viewport, is_drawn in ((DESKTOP, True), (PHONE, False)):
        figure = opened(path, viewport=viewport).locator("figure.cycle")
        expect(figure.locator("svg")).to_be_visible(visible=is_drawn)
        expect(figure.locator("svg + p")).to_be_visible(visible=not is_drawn)
