"""What a reader comes for, from the first page to the answer: five tasks, as they are done in a browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from protocolau.library.library import Library
from tests.browsing import PHONE, whole_comparison

PAGE_OF_PDF = re.compile(rb"/Type\s*/Page\b")
MOST_PAGES = 25
"""Sheets that two protocols of parish and town councils may take, side by side."""


@pytest.fixture
def reader(browser):
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.set_default_timeout(30_000)
    yield page
    page.context.close()


def choose(page: Page, *councils: str) -> None:
    """Choose councils on the page of comparison, the reader's own first."""
    for council in councils:
        page.locator(".quick").get_by_role("button", name=council, exact=True).click()
    expect(whole_comparison(page).first).to_be_visible()


def told(page: Page) -> list[list[str]]:
    """What is in each row, once the last is there: its topic, what kind it is, and the clauses in it."""
    return whole_comparison(page).evaluate_all(
        """(rows) => rows.map((row) => [row.parentElement.dataset.topic, row.className,
          ...[...row.querySelectorAll("a.number")].map((link) => link.hash)])"""
    )


def test_what_their_protocol_says_that_ours_does_not(reader, address, library: Library):
    reader.goto(address)
    reader.locator("nav a[href$='compare/']").first.click()
    choose(reader, "Bursledon", "Halewood")
    reader.get_by_label("Only what is lacking in").select_option(label="Bursledon")
    expect(reader.locator('td[data-label="Bursledon"]:not(.silent)')).to_have_count(0)
    ours, theirs = (library.version_shown(slug).by_topic for slug in ("bursledon", "halewood"))
    shown = {topic for topic, *_ in told(reader)}
    assert "monitoring-performance" in theirs.keys() - ours.keys()
    assert "monitoring-performance" in shown <= theirs.keys()
    assert shown & ours.keys(), "of what both speak, theirs may say more"
    reader.locator("tbody[data-topic=monitoring-performance] a.number").click()
    expect(reader).to_have_url(f"{address}councils/halewood/#2.2.b")


def test_what_most_councils_say_on_bullying(reader, address, library: Library):
    reader.goto(f"{address}topics/")
    reader.get_by_role("link", name=library.vocabulary.topics["undue-pressure"].name["en"], exact=True).click()
    speaking = len(library.relations.speakers["undue-pressure"])
    expect(reader.locator(".sum")).to_contain_text(f"{speaking} of {len(library.relations.by_council)}")
    expect(reader.locator(".leading blockquote").first).to_be_in_viewport()
    expect(reader.locator(".leading blockquote").first).to_contain_text("bull")


def test_a_comparison_is_sent_to_a_colleague_who_sees_the_same(reader, emptied, address):
    reader.goto(f"{address}compare/")
    choose(reader, "Barrow", "Conwy")
    reader.get_by_label("Only differences").check()
    expect(reader).to_have_url(re.compile("show=differences"))
    colleague = emptied()
    colleague.goto(reader.url)
    expect(whole_comparison(colleague).first).to_be_visible()
    assert told(colleague) == told(reader)
    assert all(kind not in ("same", "nearly", "elsewhere") for _, kind, *clauses in told(reader) if len(clauses) > 1)


def test_the_same_comparison_in_welsh_on_a_phone(reader, emptied, address):
    reader.goto(f"{address}compare/?councils=halewood,bursledon")
    expect(whole_comparison(reader).first).to_be_visible()
    phone = emptied(viewport=PHONE)
    phone.goto(reader.url)
    phone.locator("[data-language-switch]").first.click()
    phone.wait_for_url(f"{address}cy/compare/?councils=halewood,bursledon")
    expect(phone.locator("tbody[data-topic] h3").first).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    phone.get_by_role("button", name="Dangos pob rhes").click()
    expect(whole_comparison(phone).first).to_be_visible()
    assert told(phone) == told(reader)
    repeated = phone.locator("td.same").first
    expect(repeated.locator(".words").first).to_be_hidden()
    expect(repeated.locator(".state")).to_have_text("Yr un fath")
    phone.locator("[data-part=jump] a").last.click()
    expect(phone.locator("tbody:target h3")).to_be_in_viewport()


def test_a_comparison_is_printed_for_a_meeting(reader, address):
    reader.goto(f"{address}compare/?councils=bursledon,halewood")
    whole_comparison(reader)
    reader.emulate_media(media="print")
    expect(reader.locator("[data-part=address]")).to_have_text(reader.url)
    for control in (".choice", ".filters", "[data-part=jump]"):
        expect(reader.locator(control).first).to_be_hidden()
    named = (
        whole_comparison(reader)
        .locator("td:visible")
        .evaluate_all("all => all.map(e => getComputedStyle(e, '::before').content)")
    )
    assert {'"Bursledon"', '"Halewood"'} == set(named)
    assert len(PAGE_OF_PDF.findall(reader.pdf(format="A4"))) <= MOST_PAGES
