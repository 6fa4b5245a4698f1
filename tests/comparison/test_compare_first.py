"""What a reader sees first of a comparison is made first, and the rest soon after: nodes and requests, no seconds."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import PHONE
from tests.conftest import DESKTOP

HELD = """(() => {
  const frames = [];
  const later = window.setTimeout;
  window.requestAnimationFrame = (frame) => frames.push(frame);
  window.setTimeout = (work, delay) => (delay === 200 ? 0 : later(work, delay));
  window.paint = () => { for (const frame of frames.splice(0)) frame(performance.now()); };
})()"""
"""Nothing is painted until `paint` is called."""
MOST_FIRST = 120
"""Elements between the choice of the second council and the paint of its answer."""
MOST_PAINTS = 2000
"""More slices than the rows of any two councils take, however slow the machine."""


@pytest.fixture
def opened(opened):
    def open_page(path: str, viewport: dict = PHONE, held: bool = True) -> Page:
        return opened(path, viewport=viewport, before=HELD if held else "")

    return open_page


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("prefix", ["", "cy/"])
def test_the_answer_is_painted_before_a_row_is_made_and_the_rows_follow(opened, prefix, viewport):
    page = opened(f"{prefix}compare/", viewport)
    button = page.locator("[data-choose=conwy]")
    expect(button).to_be_visible()
    page.evaluate("window.made = 0")
    page.evaluate(
        """new MutationObserver((all) => {
          for (const { addedNodes } of all) {
            for (const node of addedNodes) window.made += 1 + (node.querySelectorAll?.("*").length ?? 0);
          }
        }).observe(document.querySelector("[data-compare]"), { childList: true, subtree: true })"""
    )
    button.evaluate("(button) => button.click()")
    expect(page.locator(".chosen li")).to_have_count(1)
    page.locator("[data-choose=barrow]").evaluate("(button) => button.click()")
    expect(page.locator(".sum")).to_contain_text(re.compile(r"\d"))
    assert page.locator("table.comparison").count() == 0
    assert page.evaluate("window.made") < MOST_FIRST
    topics = page.locator("tbody[data-topic]")
    busy = page.locator("[data-part=table][aria-busy]")
    page.evaluate("paint()")
    expect(topics.first).to_be_attached()
    for _ in range(MOST_PAINTS):
        page.evaluate("paint()")
        if not busy.count():
            break
    assert topics.count() > 70
    assert page.url.endswith("?councils=conwy,barrow")


def test_who_goes_to_a_topic_finds_it_though_it_had_not_been_made(opened):
    page = opened("compare/?councils=conwy,barrow#undue-pressure")
    expect(page.locator("#undue-pressure tr:not(.topic-row, .group)").first).to_be_in_viewport()
    assert page.locator("[data-part=table][aria-busy]").count() == 0


def test_who_prints_has_every_row(opened):
    page = opened("compare/?councils=conwy,barrow")
    expect(page.locator(".sum")).to_contain_text(re.compile(r"\d"))
    assert page.locator("tbody[data-topic]").count() == 0
    page.emulate_media(media="print")
    expect(page.locator("tbody[data-topic]").last).to_be_visible()
    assert page.locator("tbody[data-topic]:not(:has(tr:not(.topic-row, .group)))").count() == 0


def test_the_second_council_is_fetched_while_its_button_is_pressed(opened):
    page = opened("compare/?councils=conwy", held=False)
    button = page.locator("[data-choose=barrow]")
    expect(button).to_be_visible()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    button.hover()
    with page.expect_request("**/councils/barrow/comparison.packed"):
        page.mouse.down()
    page.mouse.up()
    expect(page.locator(".sum")).to_contain_text(re.compile(r"\d"))
    assert len([url for url in asked if url.endswith("comparison.packed")]) == 1
