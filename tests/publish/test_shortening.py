"""What templates lose when they are read: nothing that a browser would not put back by itself."""

import re

import pytest
from jinja2 import Environment
from selectolax.lexbor import LexborHTMLParser

from protocolau.render.shortening import Shortening, shortened
from tests.conftest import ROOT

CASES = {
    '<a class="x" href="y/">z</a>': "<a class=x href=y/>z</a>",
    '<a class="x y" title="" rel="z">z</a>': '<a class="x y" title="" rel=z>z</a>',
    '<a class="{{ x }}" href="{{ root }}y/" rel="z">z</a>': '<a class="{{ x }}" href={{ root }}y/ rel=z>z</a>',
    '<a href="{{ root }}{{ x.y }}/#{{ a }}" lang="{{ b }}">': "<a href={{ root }}{{ x.y }}/#{{ a }} lang={{ b }}>",
    '<a href="{{ root }}"></a><a href="{{ x }}y"></a>': '<a href="{{ root }}"></a><a href="{{ x }}y"></a>',
    '<a href="{{ root }}x?y={{ z }}"></a>': '<a href="{{ root }}x?y={{ z }}"></a>',
    '<a href="{{ root }}x/"{% if y %} id="z"{% endif %}></a>': "<a href={{ root }}x/{% if y %} id=z{% endif %}></a>",
    '<li class="x"{% if y %} id="z"{% endif %}>z</li>': "<li class=x{% if y %} id=z{% endif %}>z",
    '<path d="x" r="4.75"/>': '<path d=x r="4.75"/>',
    '<p>{{ t("a", name="b") }}{% set c="d" %}{# e="f" </li> #}</p>': (
        '<p>{{ t("a", name="b") }}{% set c="d" %}{# e="f" </li> #}</p>'
    ),
    "<ul>\n<li>a</li>\n<li>b</li>\n</ul>": "<ul>\n<li>a\n<li>b\n</ul>",
    "<tr><th>a</th><td>b</td></tr>": "<tr><th>a<td>b",
    "<dl><div><dt>a</dt><dd>b</dd></div></dl>": "<dl><div><dt>a<dd>b</div></dl>",
    "<p>a</p>\n<p>b</p> c</div>": "<p>a\n<p>b</p> c</div>",
    "<p>a</p>{% if b %}</div>{% endif %}": "<p>a</p>{% if b %}</div>{% endif %}",
    "<td><p>a</p></td>": "<td><p>a",
    "<a><p>b</p></a>": "<a><p>b</p></a>",
    'a  b\n&amp; "c" d=\'e\' f="g\'h"': 'a  b\n&amp; "c" d=\'e\' f="g\'h"',
}
"""Sources of templates, and what they are read as."""
WHOLE = {
    '<ul class="a">\n<li id="b">one  two</li>\n<li>three</li>\n</ul>\n<p>four</p>\n<p>five</p>',
    '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>',
    '<dl><div><dt lang="cy">a</dt><dd>b</dd></div></dl><blockquote><p>c</p></blockquote>',
    '<a href="../x/" class="y">z</a><p>a <em>b</em></p><section id="c"><p>d</p></section>',
}


@pytest.mark.parametrize("template", CASES)
def test_a_template_loses_quotes_and_ends_that_follow_from_the_rest(template: str):
    assert shortened(template) == CASES[template]


def tree(html: str) -> list[object]:
    """What a browser makes of HTML: every element with its attributes and words. Space between blocks is none."""
    body = LexborHTMLParser(html).body
    assert body is not None
    return [(node.tag, sorted(node.attributes.items()), node.text(deep=True).split()) for node in body.css("*")]


@pytest.mark.parametrize("html", sorted(WHOLE))
def test_a_browser_reads_the_same(html: str):
    assert len(shortened(html)) < len(html)
    assert tree(shortened(html)) == tree(html)


@pytest.mark.parametrize(
    ("name", "is_shortened"),
    [
        ("parts/own_roles.html", True),
        ("pages/protocol.html", True),
        ("frame/head.html", True),
        ("parts/frame_lines.html", False),
        ("parts/bare_provision.html", False),
        ("pages/sitemap.xml", False),
        ("feed/changes.html", False),
    ],
)
def test_what_others_take_into_their_pages_stays_as_it_is_written(name: str, is_shortened: bool):
    source = (ROOT / "hooks" / "theme" / name).read_text("utf-8")
    assert (Shortening(Environment()).preprocess(source, name) != source) == is_shortened


TEMPLATES = [*(ROOT / "hooks" / "theme").rglob("*.html")]
OF_ONE_WORD = {"href", "src", "id", "lang", "hreflang", "class", "rowspan", "data-party", "data-part"}
"""Attributes that may stand without quotes around what is put in: addresses, anchors, languages, states and counts."""


def test_what_is_put_in_without_quotes_is_of_one_word():
    bare = {
        name for one in TEMPLATES for name in re.findall(r"(?<!;) ([\w-]+)=\{\{", shortened(one.read_text("utf-8")))
    }
    assert {"href", "id", "lang"} <= bare <= OF_ONE_WORD


def test_between_single_quotes_stands_nothing_but_json():
    """An apostrophe is not escaped in pages; JSON for pages has none."""
    values = [value for one in TEMPLATES for value in re.findall(r" [\w-]+='([^']*\{\{[^']*)'", one.read_text("utf-8"))]
    assert values and all(value.endswith(" | tojson }}") for value in values)
