"""Every page as the HTML standard has it: parsed without an error, and no element where or as it may not be.

The Nu checker says more, but needs Java: what it has found once is a rule here.
"""

from pathlib import Path

import html5lib
import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.pages import every_page

UNNAMEABLE = ":is(div, span, p, pre, code, em, strong, i, b)"
NEVER = {
    "a list holds items alone": ":is(ul, ol) > :not(li, script, template)",
    "an item stands in a list": ":not(ul, ol, menu) > li",
    "a list of terms holds terms, and groups of them": "dl > :not(dt, dd, div, script, template)",
    "a group of terms holds nothing else": "dl > div > :not(dt, dd, script, template)",
    "a control is in no other": ":is(a, button, label, summary) :is(a, button, input, select, textarea)"
    ":not(label > input, label > select, label > textarea, label > * > input)",
    "what has no role has no name": f"{UNNAMEABLE}:is([aria-label], [aria-labelledby]):not([role])",
    "a table holds its own parts": "table > :not(caption, colgroup, thead, tbody, tfoot, tr)",
    "a row holds cells": "tr > :not(th, td, script, template)",
    "a picture has a text": "img:not([alt]), svg:not([aria-hidden], [aria-labelledby], [role=presentation])",
    "a frame has a title": "iframe:not([title])",
    "a summary is the first of its details": "details > :not(:first-child):is(summary), details:not(:has(> summary))",
    "a paragraph or heading holds no block": ":is(p, h1, h2, h3, h4, h5, h6) > :is(p, ul, ol, dl, table, div, section)",
    "a label names a control": "label:not([for]):not(:has(input, select, textarea))",
    "nothing says twice what its element says": "button[role=button], nav[role=navigation], main[role=main]",
    "an id and an address are not empty": "[id=''], link[href=''], script[src='']",
}
"""What must not be found on a page, by the law that it would break."""

FAULTS = {
    "<p>one<div>two</div></p>": "unexpected-end-tag",
    "<a href=x><a href=y></a></a>": "unexpected-start-tag-implies-end-tag",
    "<p id=a id=b></p>": "duplicate-attribute",
}


def parse_errors(html: str) -> list[str]:
    """The errors that the standard names while a document is parsed, each with its line."""
    parser = html5lib.HTMLParser()
    parser.parse(html)
    return [f"{line}: {error} {values}" for (line, _), error, values in parser.errors]


@pytest.mark.parametrize(("words", "error"), FAULTS.items(), ids=FAULTS.values())
def test_a_fault_is_seen(words, error):
    assert any(error in one for one in parse_errors(f"<!doctype html><title>x</title>{words}"))


@pytest.mark.parametrize(
    "broken",
    [
        "<ul><p>x</p></ul>",
        "<div><li>x</li></div>",
        "<dl><p>x</p></dl>",
        "<a href=x><button>x</button></a>",
        "<pre aria-label=x></pre>",
        "<svg></svg>",
        "<iframe></iframe>",
        "<label>x</label>",
    ],
)
def test_an_element_out_of_place_is_seen(broken):
    assert out_of_place(LexborHTMLParser(f"<!doctype html><title>x</title>{broken}"))


def out_of_place(tree: LexborHTMLParser) -> list[tuple[str, str]]:
    """The laws that a page breaks, each with the element that does."""
    return [(law, node.html[:120]) for law, selector in NEVER.items() for node in tree.css(selector)]


def test_every_page_is_parsed_without_an_error(any_site: Path):
    errors = {str(file): parse_errors(file.read_text("utf-8")) for file in every_page(any_site)}
    assert {file: found for file, found in errors.items() if found} == {}


def test_every_element_stands_where_it_may(any_site: Path):
    found = {str(file): out_of_place(LexborHTMLParser(file.read_text("utf-8"))) for file in every_page(any_site)}
    assert {file: laws for file, laws in found.items() if laws} == {}
