"""Words stand whole on their lines, and what says how a topic compares in one piece."""

import pytest
from markupsafe import Markup

from protocolau.render.escaping import at_slashes
from tests.browsing import PHONE, PREFIX, both_languages

BROKEN = """(most) => {
    const broken = [], words = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    for (let node; (node = words.nextNode()); ) {
        if (!node.parentElement.checkVisibility()) continue;
        for (const found of node.data.matchAll(/[\\p{L}’']+/gu)) {
            const range = document.createRange();
            range.setStart(node, found.index);
            range.setEnd(node, found.index + found[0].length);
            const lines = new Set([...range.getClientRects()].map((one) => Math.round(one.top)));
            if (lines.size > 1 && found[0].length <= most) broken.push(found[0]);
        }
    }
    return broken;
}"""
"""The words of as many letters at most that stand on two lines."""
MOST = 15


@both_languages
@pytest.mark.parametrize("width", [641, 768, 1440])
@pytest.mark.parametrize("path", ["councils/conwy/", "councils/conwy/bilingual/", "roles/"])
def test_no_word_is_cut_in_a_column(opened, path, width, language):
    page = opened(PREFIX[language] + path, viewport={"width": width, "height": 900})
    assert page.evaluate(BROKEN, MOST) == []


@pytest.mark.parametrize("printed", ["SCHEDULE 1", "APPENDIX 2", "Atodlen 12", "PART 1 —"])
def test_what_is_printed_before_a_part_stands_in_one_line_beside_both_languages(opened, printed):
    page = opened("councils/bursledon/bilingual/", viewport={"width": 700, "height": 900})
    number = page.locator(".pairs tr:has(h2) > th a").first
    number.evaluate("(one, printed) => { one.textContent = printed; }", printed)
    assert number.evaluate("one => one.getClientRects().length") == 1


@both_languages
def test_how_a_topic_compares_stands_in_one_piece(opened, language):
    page = opened(PREFIX[language] + "compare/?councils=conwy,halewood", viewport=PHONE)
    page.locator(".chip").first.wait_for()
    pieces = page.eval_on_selector_all(".chip", "all => all.map((one) => one.getClientRects().length)")
    assert set(pieces) == {1}
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("Directors/Heads of Service", "Directors/<wbr>Heads of Service"),
        ("and/or 3/4 of A/B", "and/or 3/4 of A/B"),
        ("Chair/<b>", "Chair/&lt;b&gt;"),
        ("Research & Development/Review", "Research &amp; Development/<wbr>Review"),
    ],
)
def test_a_line_may_end_behind_a_slash_between_words(words, html):
    found = at_slashes(words)
    assert Markup.escape(found) == html
