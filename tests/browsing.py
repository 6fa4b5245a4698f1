"""The kinds of page that there are, and what people do on them in a browser."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from protocolau.publish.scripts import is_part
from tests.conftest import ROOT

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
    "coverage": "compare/coverage/",
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

THEME = ROOT / "hooks/theme"
MASTHEAD = "Math.max(0, document.querySelector('.masthead').getBoundingClientRect().bottom)"
"""How far down the masthead reaches."""

both_languages = pytest.mark.parametrize("language", ["en", "cy"])


def switch_of(page: Page) -> Locator:
    return page.locator(".masthead [data-language-switch]")


def press(page: Page, target: Locator) -> None:
    """Presses what is on the screen where it stands: unlike `click`, without any scrolling of its own."""
    box = target.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def with_modules(page: Page) -> None:
    """Gives a page, until its routes are taken away, the modules that the site has only joined, one by one."""
    page.unroute(_is_module)
    page.route(_is_module, lambda route: route.fulfill(path=THEME / _in_theme(route.request.url)))


def _is_module(url: str) -> bool:
    return is_part(_in_theme(url))


def _in_theme(url: str) -> str:
    """The path of a file of the site within the theme, if it is one of the theme's."""
    return "assets/" + url.partition("/assets/")[2]


@contextmanager
def held(page: Page, pattern: str) -> Iterator[None]:
    """Keeps what a page asks for waiting as long as the context lasts; it has to be asked for within it."""
    waiting: list[Route] = []
    hold = waiting.append
    page.route(pattern, lambda route: hold(route))
    with page.expect_request(pattern):
        yield
    hold = Route.continue_
    for route in waiting:
        route.continue_()


def whole_comparison(page: Page) -> Locator:
    """All rows of a comparison, once the last is there."""
    expect(page.locator("table.comparison")).to_be_visible()
    expect(page.locator("[data-part=table][aria-busy]")).to_have_count(0)
    return page.locator("table.comparison tbody tr:not(.group, .topic-row)")


def clause(page: Page, anchor: str) -> Locator:
    """The number and the words of a provision, or its heading."""
    return page.locator(f'[id="{anchor}"] > :is(p, h2, h3, h4, h5, h6)').first


def expect_in_view(page: Page, anchor: str) -> None:
    """The clause is on the screen, and the masthead does not cover it."""
    expect(clause(page, anchor)).to_be_in_viewport()
    covered = page.evaluate(MASTHEAD)
    assert clause(page, anchor).evaluate("e => e.getBoundingClientRect().top") >= covered


def press_until(page: Page, key: str, condition: str) -> None:
    """Presses a key until a condition is met that the page knows of."""
    for _ in range(400):
        page.keyboard.press(key)
        if page.evaluate(condition):
            return
    raise AssertionError(f"{key} never came to where {condition}")


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
