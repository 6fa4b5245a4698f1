"""The printed protocol: what stands on the sheets and what does not, and their number, size and margins."""

import pytest
from playwright.sync_api import Page
from pypdfium2 import PdfDocument

A4 = (595, 842)
FOOT = 22 / 25.4 * 72
"""The height of the margin at the foot, in points."""
LANGUAGES = {"en": "", "cy": "cy/"}


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def sheet(browser, address, language):
    """Conwy's protocol as it is set for print, for a reader who has it dark on the screen."""
    page = browser.new_page(color_scheme="dark")
    page.goto(f"{address}{LANGUAGES[language]}councils/conwy/#8.6")
    page.emulate_media(media="print")
    yield page
    page.close()


@pytest.fixture(scope="module")
def pdf(sheet) -> bytes:
    return sheet.pdf(prefer_css_page_size=True)


def shown(page: Page, selector: str) -> list[str]:
    """The texts of the elements that are printed."""
    return page.locator(selector).evaluate_all(
        "all => all.filter(e => e.checkVisibility({visibilityProperty: true})).map(e => e.textContent.trim())"
    )


def test_the_facts_of_adoption_are_printed(sheet, language):
    facts = " ".join(shown(sheet, ".facts dd"))
    for fact in {
        "en": ("Not stated", "a Welsh text of the council exists too", "Our own draft"),
        "cy": ("Heb ei nodi", "mae testun Cymraeg y cyngor yn bod hefyd", "Ein drafft ni"),
    }[language]:
        assert fact in facts
    (notice,) = shown(sheet, ".notice.translation")
    assert {"en": "our own translation", "cy": "ein cyfieithiad drafft ni"}[language] in notice


def test_the_address_of_the_page_is_printed(sheet, language):
    address = f"https://council-protocols.example/{LANGUAGES[language]}councils/conwy/"
    assert shown(sheet, ".print-only") == [address]
    assert sheet.locator("html").get_attribute("data-address") == address
    assert "attr(data-address)" in margin_boxes(sheet)


def test_every_adopted_word_is_printed(sheet):
    words = "article.protocol [id] > :is(p, h2, h3, h4, h5, h6), article.protocol td, article.protocol th"
    assert len(shown(sheet, words)) == sheet.locator(words).count() > 100
    assert len(shown(sheet, "article.protocol .number")) == sheet.locator("article.protocol .number").count() > 50


def test_what_the_editors_add_below_the_words_is_printed_and_looks_different(sheet):
    assert len(shown(sheet, "article.protocol .note")) > 5
    face = "e => getComputedStyle(e).fontFamily"
    assert sheet.locator("article.protocol .note").first.evaluate(face) != sheet.locator(
        "article.protocol [id] > p"
    ).first.evaluate(face)


@pytest.mark.parametrize(
    "selector",
    [
        ".skip",
        ".menu",
        ".sections",
        ".tools",
        ".crumbs",
        ".also",
        ".contents",
        ".margin",
        ".cell-topics",
        ".silences",
        ".colophon nav",
    ],
)
def test_what_is_of_use_only_on_a_screen_is_not_printed(sheet, selector):
    assert sheet.locator(selector).count() > 0
    assert shown(sheet, selector) == []


def test_the_paper_is_white_and_the_ink_is_black_whatever_is_on_the_screen(sheet):
    style = sheet.evaluate(
        """() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color,
                  getComputedStyle(document.documentElement).colorScheme,
                  getComputedStyle(document.querySelector(":target > p")).backgroundColor]"""
    )
    assert style == ["rgb(255, 255, 255)", "rgb(0, 0, 0)", "light", "rgb(255, 255, 255)"]


def test_nothing_is_wider_than_the_sheet(sheet):
    between_the_margins = round((210 - 2 * 18) / 25.4 * 96)
    sheet.set_viewport_size({"width": between_the_margins, "height": 900})
    assert sheet.evaluate("document.documentElement.scrollWidth") <= between_the_margins


def test_the_sheets_are_of_a4_and_not_too_many(pdf):
    assert {tuple(map(round, page.get_size())) for page in PdfDocument(pdf)} == {A4}
    assert 10 <= sheets(pdf) <= 22


def test_the_table_of_roles_begins_a_sheet_of_its_own(sheet):
    assert sheet.locator(".own-roles").evaluate("e => getComputedStyle(e).breakBefore") == "page"


def test_the_table_of_roles_names_the_clauses_whose_words_stand_on_the_sheets_before(sheet):
    assert len(shown(sheet, ".own-roles td a")) > 100
    assert len(shown(sheet, ".own-roles b")) > 20
    assert shown(sheet, ".own-roles q, .own-roles .on-screen") == []


def test_every_sheet_has_its_number_and_the_address_in_its_margin(sheet, pdf, language):
    assert "counter(page)" in margin_boxes(sheet) and "counter(pages)" in margin_boxes(sheet)
    printed = [page.get_textpage().get_text_bounded(top=FOOT) for page in PdfDocument(pdf)]
    for number, margin in enumerate(printed, start=1):
        assert f"https://council-protocols.example/{LANGUAGES[language]}councils/conwy/" in margin
        assert f"{number} / {len(printed)}" in margin


def margin_boxes(page: Page) -> str:
    """The rules of the page's margins, as the browser has understood them."""
    return page.evaluate(
        """() => [...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
            .filter(rule => rule.type === CSSRule.PAGE_RULE).map(rule => rule.cssText).join("\\n")"""
    )


def sheets(pdf: bytes) -> int:
    return len(PdfDocument(pdf))


LENGTHEN = """() => {
    const rows = document.querySelector(".desk tbody");
    for (let time = 0; time < 20; time += 1) rows.append(rows.rows[0].cloneNode(true));
    for (let time = 0; time < 40; time += 1) rows.append(rows.rows[1].cloneNode(true));
}"""


def test_a_total_stands_once_below_its_table_however_many_sheets_that_has(opened):
    page = opened("translation/")
    page.evaluate(LENGTHEN)
    sheets = [one.get_textpage().get_text_range() for one in PdfDocument(page.pdf(prefer_css_page_size=True))]
    assert len(sheets) > 2
    assert "".join(sheets).count("All councils") == 1


def test_no_sheet_ends_with_whom_a_row_of_the_roles_is_about(opened):
    page = opened("roles/")
    sheets = [one.get_textpage().get_text_range() for one in PdfDocument(page.pdf(prefer_css_page_size=True))]
    assert "\nMembers and officers\r\n" in "".join(sheets)
    assert "Members and officers" not in [sheet.splitlines()[-1] for sheet in sheets]


def test_no_heading_of_several_lines_is_parted_between_two_sheets(opened):
    page = opened("councils/bursledon/")
    page.evaluate(
        """() => {
            const section = document.querySelector("article.protocol section[id]");
            const words = (at) => `Heading${at} of several lines `.repeat(10);
            const one = (at) => `<section id="x${at}"><h2>${words(at)}</h2><p>Words.</p></section>`;
            section.innerHTML = [...Array(60).keys()].map(one).join("");
        }"""
    )
    sheets = [sheet.get_textpage().get_text_range() for sheet in PdfDocument(page.pdf(prefer_css_page_size=True))]
    begun = [[f"Heading{at} " in sheet for sheet in sheets].count(True) for at in range(60)]
    assert begun == [1] * 60


OUTDATED = (
    """<details class="stale"><summary>This translation is out of date.</summary><p>As adopted today.</p></details>"""
)


def test_the_adopted_text_of_what_is_out_of_date_is_printed_though_it_is_folded_on_a_screen(opened):
    page = opened("cy/councils/barrow/")
    page.locator("article.protocol p").nth(3).evaluate(
        "(one, more) => one.insertAdjacentHTML('afterend', more)", OUTDATED
    )
    sheets = PdfDocument(page.pdf(prefer_css_page_size=True))
    assert "As adopted today." in "".join(one.get_textpage().get_text_range() for one in sheets)


@pytest.mark.parametrize(
    ("path", "selector"),
    [
        ("topics/working-partnership/", ".wording a[href*='compare/?']"),
        ("councils/halewood/", ".facts a:is([href$='.ics'], [href$='.xml'], [href$='bilingual/'])"),
    ],
)
def test_no_link_is_printed_whose_words_say_nothing_on_paper(opened, path, selector):
    page = opened(path)
    assert shown(page, selector)
    page.emulate_media(media="print")
    assert shown(page, selector) == []
    assert not [fact for fact in page.locator(".facts dd").all() if fact.inner_text().rstrip().endswith(("·", ":"))]


def test_the_councils_of_the_desk_have_room_for_two_words_beside_all_its_columns(opened):
    page = opened("translation/")
    page.set_viewport_size({"width": 768, "height": 900})
    assert page.locator(".desk tbody th").first.bounding_box()["width"] >= 160
