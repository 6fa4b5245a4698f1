"""Built pages as the tests read them."""

import json
import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode


def page(site: Path, address: str) -> LexborHTMLParser:
    """The page at an address of the built site."""
    return LexborHTMLParser((site / address / "index.html").read_text("utf-8"))


def adopted_words(site: Path, address: str) -> str:
    """The text of the protocol's article without what editors add."""
    articles = page(site, address).css("article.protocol")
    assert len(articles) == 1, f"{address} has {len(articles)} articles of class protocol"
    return text_without(articles[0], ".editorial")


def text_without(node: LexborNode, unwanted: str) -> str:
    """The text of a node but for the elements that a selector finds, a space between elements."""
    for element in node.css(unwanted):
        element.decompose()
    return node.text(separator=" ")


CLAUSE_LINKS = ".voices a, .wording blockquote a, .wording .again a"
"""The links of a topic's page to the clauses that it tells of."""


def every_page(site: Path) -> list[Path]:
    """Every HTML file of the site."""
    return sorted(site.rglob("*.html"))


def words_of(node: LexborNode) -> str:
    """The words of a node as they are seen, in one line."""
    return re.sub(r"\s+", " ", text_without(node, ".visually-hidden, :is(ins, del) > i, ins.renamed + i")).strip()


def texts_at(tree: LexborHTMLParser, selector: str) -> list[str]:
    """The words of each node that a selector finds, in one line."""
    return [" ".join(node.text().split()) for node in tree.css(selector)]


def facts_on(site: Path, address: str) -> dict[str, str]:
    """What the head of a protocol's page says of it, by name."""
    return {
        words_of(one.css_first("dt")): words_of(one.css_first("dd"))
        for one in page(site, address).css(".facts dl > div")
    }


def linked_data(site: Path, address: str) -> dict:
    """What a page says of itself to programs."""
    return json.loads(page(site, address).css_first("script[type='application/ld+json']").text())
