"""Built pages as the tests read them."""

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
