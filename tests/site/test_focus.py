"""Whoever goes on while what was pressed is still to be answered is not brought back: the focus stays where it is."""

from playwright.sync_api import expect

from tests.browsing import PREFIX, both_languages, held, whole_comparison


@both_languages
def test_who_goes_on_while_a_council_is_fetched_stays_there(opened, language):
    page = opened(f"{PREFIX[language]}compare/")
    expect(page.locator(".choice:not([inert])")).to_be_visible()
    with held(page, "**/councils/bursledon/comparison.packed"):
        page.locator("[data-choose=bursledon]").press("Enter")
        page.keyboard.press("Tab")
    expect(page.locator(".chosen li")).to_have_count(1)
    expect(page.locator("[data-choose=conwy]")).to_be_focused()
    with held(page, "**/councils/conwy/comparison.packed"):
        page.keyboard.press("Enter")
    whole_comparison(page)
    expect(page.locator("[data-choose=barrow]")).to_be_focused()
    with held(page, "**/councils/barrow/comparison.packed"):
        page.locator("[data-choose=barrow]").press("Enter")
        page.locator(".masthead a").first.focus()
    expect(page.locator(".chosen li")).to_have_count(3)
    expect(page.locator(".masthead a").first).to_be_focused()


def test_who_goes_on_while_more_results_are_found_stays_there(opened):
    page = opened("search/?q=officers")
    results = page.locator(".result-item.result")
    expect(results).to_have_count(20)
    page.locator("[data-part=more]").evaluate(
        """(button) => {
          button.focus();
          button.click();
          document.querySelector("#search-q").focus();
        }"""
    )
    expect(results).to_have_count(40)
    expect(page.locator("#search-q")).to_be_focused()
    page.locator("[data-part=more]").press("Enter")
    expect(results.nth(40).locator(".result-where a").first).to_be_focused()
