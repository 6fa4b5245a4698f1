"""What the build and the browser both work out they work out alike: cells, their marks, numbers, and plurals."""

import re
from itertools import permutations

import pytest
from playwright.sync_api import Page

from protocolau.comparison.edition import Collation, VariantStatement
from protocolau.comparison.topic_wordings import topic_wordings
from protocolau.library.library import Library
from protocolau.library.party_names import party_names
from tests.browsing import PREFIX, both_languages, with_modules
from tests.conftest import FIVE
from tests.rendering import render_context

BEGINS_AS_NUMBER = re.compile(r"\d|(part|schedule|appendix)\b")
"""An anchor that is a number from the first: before others stand the words of a heading, which nobody types."""
AMOUNTS = [*range(25), 100, 101, 102, 103, 106, 1000]
CELLS = """async ([base, pairs]) => {
  const { compare } = await import(`${base}assets/compare/comparison.js`);
  const { councilOf, settingOf, unpacked } = await import(`${base}assets/compare/council.js`);
  const setting = settingOf(JSON.parse(document.getElementById("compare-data").textContent));
  const fetched = new Map();
  const file = async (root, slug) => unpacked(await fetch(`${base}${root}councils/${slug}/comparison.packed`));
  const council = async (slug) => {
    if (!fetched.has(slug)) {
      const files = { en: await file("", slug), cy: await file("cy/", slug) };
      fetched.set(slug, councilOf(files, setting.language));
    }
    return fetched.get(slug);
  };
  const told = [];
  for (const pair of pairs) {
    for (const topic of compare(await Promise.all(pair.map(council)), setting)) {
      if (topic.speaks.includes(false)) continue;
      for (const [base, cell] of topic.rows.map((row) => row.cells)) {
        const pieces = (cell?.pieces ?? []).map((piece) => Object.values(piece));
        for (const one of cell?.statements ?? []) {
          told.push([...pair, topic.slug, one.anchor, one.text, base ? cell.state : "also", pieces]);
        }
      }
    }
  }
  return told;
}"""
NUMBERS = """async ([base, typed, anchors]) => {
  const { anchorAmong, anchorOf } = await import(`${base}assets/clause.js`);
  const divisions = JSON.parse(document.querySelector("[data-clause-form]").dataset.clauseForm);
  return typed.map((one) => anchorAmong(anchorOf(one, divisions), anchors) ?? null);
}"""
PLURALS = """async ([base, language, entries, amounts]) => {
  const { words } = await import(`${base}assets/words.js`);
  const t = words(entries, language);
  return Object.keys(entries).map((key) => amounts.map((n) => t(key, { n })));
}"""


@pytest.fixture(scope="module")
def page(browser) -> Page:
    made = browser.new_page()
    yield made
    made.close()


def in_browser(judged: VariantStatement) -> tuple[str, list[list[str]]]:
    """A statement's verdict and marks as the browser calls them."""
    state = {"by_topic": "topic", "led_same": "led"}.get(judged.verdict, judged.verdict)
    return state, [[piece.kind, piece.text, piece.manner] for piece in judged.pieces]


@both_languages
def test_a_cell_is_judged_and_marked_alike(page, address, library: Library, language):
    page.goto(f"{address}{PREFIX[language]}compare/")
    with_modules(page)
    names = {one: party_names(library.vocabulary, one) for one in PREFIX}
    pairs = list(permutations(FIVE, 2))
    told: dict[tuple[str, ...], list[tuple[str, list]]] = {}
    for *where, state, pieces in page.evaluate(CELLS, [address, pairs]):
        told.setdefault(tuple(where), []).append((state, pieces))
    judged = 0
    for pair in pairs:
        here, there = (library.version_shown(slug) for slug in pair)
        for topic in here.by_topic.keys() & there.by_topic.keys():
            (leading,), (own,) = (topic_wordings([version], topic, language) for version in (here, there))
            for one in Collation(topic, leading, library.vocabulary, names).variant(own).statements:
                where = (*pair, topic, one.statement.statement.anchor, one.statement.text)
                assert in_browser(one) in told[where], where
                judged += 1
    assert judged > 500


@both_languages
def test_a_printed_number_leads_to_the_anchor_that_the_build_gave_it(page, address, library: Library, language):
    page.goto(f"{address}{PREFIX[language]}")
    rendering = render_context(library, language)
    for slug in ("bursledon", "conwy", "halewood", "taffs-well-and-nantgarw"):
        view = rendering.view_of(library.version_shown(slug))
        provisions = view.version.provisions
        numbered = [one for one in provisions if provisions[one].number and BEGINS_AS_NUMBER.match(one)]
        printed = [view.citation(one) for one in numbered]
        found = page.evaluate(NUMBERS, [address, printed, list(provisions)])
        assert dict(zip(printed, found, strict=True)) == dict(zip(printed, numbered, strict=True))
        assert len(numbered) > 10


@both_languages
def test_plurals_are_chosen_alike(page, address, library: Library, language):
    with_modules(page)
    page.goto(f"{address}{PREFIX[language]}compare/")
    messages = render_context(library, language).messages
    entries = {key: entry for key, entry in messages.entries("").items() if isinstance(entry, dict)}
    entries = {key: entry for key, entry in entries.items() if not _wants_more_than_a_number(entry)}
    found = page.evaluate(PLURALS, [address, language, entries, AMOUNTS])
    assert found == [[messages(key, n=amount) for amount in AMOUNTS] for key in entries]
    assert len(entries) > 5


def _wants_more_than_a_number(entry: dict[str, str]) -> bool:
    return any("{" in sentence.replace("{n}", "") for sentence in entry.values())
