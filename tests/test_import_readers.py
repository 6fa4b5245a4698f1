"""Text, Markdown, HTML, OpenDocument and PDF as lines."""

import re
from time import monotonic

import pytest

from protocolau.importing.lines import Line, Table, lines_of
from protocolau.importing.packed_files import Unreadable
from protocolau.importing.reading import read_document
from tests.pdf_files import pdf, ruled
from tests.word_files import docx, packed, paragraph, run


def lines(name: str, data: str | bytes) -> list[Line]:
    data = data.encode() if isinstance(data, str) else data
    return list(lines_of(read_document(name, data).blocks))


def shown(name: str, data: str | bytes) -> list[str]:
    return [" ".join(filter(None, (line.number, line.text.strip()))) for line in lines(name, data)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(encoding):
    words = "The Council’s “côr” – £5" if encoding != "cp1252" else "The Council’s “côr” – £5"
    assert shown("a.txt", words.encode(encoding)) == [words]


def test_the_character_set_that_welsh_once_had():
    assert shown("a.txt", "Tŷ'r dŵr a'r ôl".encode("iso8859-14")) == ["Tŷ'r dŵr a'r ôl"]


def test_characters_that_mean_others():
    text = "\ufeffof\ufb01ce e\u0302 w\u0175\u0302 co\u00adop\u200b non\u2011stop\r\nnext\rlast"
    assert shown("a.txt", text) == ["office ê wŵ̂ coop non-stop".replace("ŵ̂", "ŵ\u0302"), "next", "last"]


def test_the_flags_of_nations_stay_and_other_letters_of_tags_go():
    wales, hidden = "".join(map(chr, (0x1F3F4, *(0xE0000 + ord(one) for one in "gbwls"), 0xE007F))), "\U000e0041"
    assert shown("a.txt", f"Cymru {wales}{hidden} {hidden}am byth") == [f"Cymru {wales} am byth"]
    assert shown("a.html", f"<p>Cymru {wales}{hidden} am byth") == [f"Cymru {wales} am byth"]


def test_gaps_and_indents_of_a_text():
    found = lines("a.txt", "one\n  two\n\n\tthree\n\f4\n")
    assert [(line.text, line.indent, line.apart, line.place, line.page) for line in found] == [
        ("one", 0, False, 1, 1), ("two", 240, False, 2, 1), ("three", 480, True, 4, 1), ("4", 0, True, 5, 2),
    ]  # fmt: skip


MARKDOWN = """# **Protocol**

Setext
------
- one **bold** word
  - two [link](http://x)
* 2 \\* 3 &amp; <b>x</b>

| a | b |
|---|---|
| 1 | c \\| d |

> said
"""


def test_markdown():
    assert shown("a.md", MARKDOWN) == [
        "Protocol", "Setext", "• one bold word", "• two link", "• 2 * 3 & x", "a", "b", "1", "c | d", "said",
    ]  # fmt: skip
    found = lines("a.md", MARKDOWN)
    assert [line.outline for line in found[:3]] == [0, 1, None]
    assert [line.level for line in found[2:4]] == [0, 1]
    assert [run.bold for run in found[2].runs] == [False, True, False]
    assert isinstance(read_document("a.md", MARKDOWN.encode()).blocks[5], Table)


MARKDOWN_LINES = {
    "a list that counts itself": (
        "1. one\n1. two\n   more\n\n   inside\n\n1. three\n",
        ["1. one", "2. two more", "inside", "3. three"],
    ),
    "a list inside another": ("0) a\n   1. b\n   1. c\n0) d", ["0) a", "1. b", "2. c", "1) d"]),
    "two lists of one item": ("1. one\n\nBetween.\n\n1. one again", ["1. one", "Between.", "1. one again"]),
    "numbers that are written out": ("1. one\n3. two\n3. three", ["1. one", "3. two", "3. three"]),
    "what a heading is called": (
        "# Aims {#aims .x lang=cy}\n\n## Duties {-}\n\nA {#b} c",
        ["Aims", "Duties", "A {#b} c"],
    ),
    "spans and links with attributes": ('[a]{.underline} [b](c){.d} ![e](f){width="1in"}g', ["a b g"]),
    "an attribute of its own": ("One\n{: .class #id}\n\nTwo", ["One", "Two"]),
    "links by name": (
        'See [the code][1], [1], [x][] and [y].\n\n[1]: http://a.b "T"\n[x]: <c d>',
        ["See the code, 1, x and [y]."],
    ),
    "what is no address": ("[Note]: mind this\n[Clerk]: Smith", ["[Note]: mind this", "[Clerk]: Smith"]),
    "tasks": ("- [x] done\n- [ ] to do\n- [a] b", ["• ☑ done", "• ☐ to do", "• [a] b"]),
    "terms": ("Chair\n: Presides.\n\nClerk\n:   Writes.", ["Chair", "Presides.", "Clerk", "Writes."]),
    "code": ("```\n# a *b*\n1. c\n1. d\n```\n~~~ x\n- e\n~~~", ["# a *b*", "1. c", "1. d", "- e"]),
    "a fence that nothing closes": ("```\n# a", ["```", "a"]),
    "comments": ("a <!-- b --> c\n<!-- d\ne\n--> f\n<!-- g", ["a  c", "f", "<!-- g"]),
    "a heading of two lines": ("One\ntwo\n---\n1. a\n---\n- b\n---\nc", ["One two", "1. a", "• b", "c"]),
    "lines that break": ("The Clerk  \nTown Hall\\\nAber", ["The Clerk\nTown Hall\nAber"]),
    "a paragraph to a line": (
        "Adopted 2020\nReviewed 2021\n1.1 One.\n1.2 Two.",
        ["Adopted 2020", "Reviewed 2021", "1.1 One.", "1.2 Two."],
    ),
    "a paragraph in lines": (f"{'word ' * 12}*is\nthat*.", [f"{'word ' * 12}is that."]),
    "signs that other programs escape": (
        "It\\'s 5\\% \\& \\$3\\; \\[a\\](b) C:\\temp",
        ["It's 5% & $3; [a](b) C:\\temp"],
    ),
    "stars by themselves": ("2 * 3 * 4 and 5* and *6", ["2 * 3 * 4 and 5* and *6"]),
    "raised letters and figures": ("16^th^, clause 5^1^, 6<sup>2</sup>, ^ and ^", ["16th, clause 5¹, 6², ^ and ^"]),
    "a table with every line": (
        "A\n\n+---+-----+\n| b | c   |\n+===+=====+\n| d | - e |\n|   | - f |\n|   |   g |\n+---+-----+\n| h       |\n"
        "+---+-----+\ni",
        ["A", "b", "c", "d", "• e", "• f g", "h", "i"],
    ),
    "a table with a line under its heads": (
        "  a    b c\n  ---- ---\n  d    e f\n       g\n\nh",
        ["a", "b c", "d", "e f", "g", "h"],
    ),
    "a table between two lines": (
        "-----------------\n Long    Heads\n head\n ------- ---------\n a       one and\n         two\n\n"
        " b       three\n-----------------\n\nc",
        ["Long", "head", "Heads", "a", "one and", "two", "b", "three", "c"],
    ),
    "words across what may be columns": ("a   b\n--- ---\n1. two\n\nc", ["a   b", "1. two", "c"]),
    "no table": ("+---+\n| b\n\nc\n--- ---", ["+---+", "| b", "c"]),
    "an empty line that is written": ("a\n\n\\\n\nb", ["a", "b"]),
    "lists in a table": (
        "|a|b|\n|-|--|\n|c|<ul><li>one</li><li>**two** more</li></ul>|\n|d<p>e</p>|<ol><li>f</li></ol>|",
        ["a", "b", "c", "• one", "• two more", "d", "e", "1. f"],
    ),
    "lists and tables of HTML": (
        "A\n\n<table>\n<tr><td>b</td><td>c<ul>\n<li>d</li></ul></td></tr>\n</table>\ne\n<ol type=a>\n<li>f</li>\n</ol>",
        ["A", "b", "c", "• d", "e", "a. f"],
    ),
    "HTML that nothing closes": ("<ul>\n<li>a\nb", ["a", "b"]),
    "a table without its edges": ("a | b\n--|--\nc |\nd | e \\| f", ["a", "b", "c", "d", "e | f"]),
}


@pytest.mark.parametrize("name", MARKDOWN_LINES)
def test_markdown_is_read_as_it_is_shown(name):
    written, said = MARKDOWN_LINES[name]
    assert shown("a.md", written) == said


def test_the_numbers_of_a_text_stay_as_they_are_printed_though_it_looks_like_markdown():
    assert shown("a.txt", "# A\n\n# B\n\n1. one\n1. two") == ["A", "B", "1. one", "1. two"]


def test_what_stands_apart_in_markdown_is_told():
    written = (
        "A[^x] b[^1].[^none]\n\n[^1]: Second\n    note.\n[^x]: First.\n\n![A cycle][p]\n\n"
        "[p]: data:image/png;base64,AA\n[q]: http://q\n<!-- c -->"
    )
    found = read_document("a.md", written.encode())
    assert [line.text for line in lines_of(found.blocks)] == ["A¹ b².[^none]"]
    assert [note.text for note in found.notes] == ["¹ First.", "² Second note."]
    assert [(one.what, one.text) for one in found.asides] == [
        ("comment", "c"),
        ("mark", "A cycle"),
        ("address", "q: http://q"),
    ]
    assert found.remarks == {"notes": 2, "pictures": 1}


@pytest.mark.parametrize("first", ["title: A Code", "layout: x\ntitle: 'A Code'  "])
def test_the_title_that_stands_before_a_markdown_text(first):
    front = f"---\n{first}\n---\n".encode()
    assert shown("a.md", front + b"Words.\n\n## Aims\n") == ["A Code", "Words.", "Aims"]
    assert shown("a.md", front + b"# Another\n\nWords.\n") == ["Another", "Words."]
    assert shown("a.md", front + b"# Aims\n\nWords.\n\n# Roles\n") == ["A Code", "Aims", "Words.", "Roles"]


def test_a_text_that_is_markdown_is_read_as_such():
    assert [line.outline for line in lines("a.txt", "# One\n\n## Two\n\nthree")] == [0, 1, None]


@pytest.mark.parametrize("line", ["Signed: ____________", "Name ______ Date ______", "**** not here ****"])
def test_a_line_to_be_filled_in_stays(line):
    assert shown("a.md", f"# Head\n\n{line}\n") == ["Head", line]


def test_a_star_that_closes_nothing_stays():
    assert shown("a.md", "# a\n\n# b\n\n5 * 4 and snake_case") == ["a", "b", "5 * 4 and snake_case"]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("write to <clerk@anytown.gov.uk>", "write to clerk@anytown.gov.uk"),
        ("see <https://anytown.gov.uk/a?b=c> first", "see https://anytown.gov.uk/a?b=c first"),
        ("<name of the council> on <date>", "<name of the council> on <date>"),
        ("fewer than <3 or >5", "fewer than <3 or >5"),
        ('<span class="x">inner</span><br/> <!-- hidden --><u>line</u>', "inner line"),
    ],
)
def test_words_in_angle_brackets_are_words_and_elements_are_not(written, words):
    assert shown("a.md", f"# Head\n\n{written}\n") == ["Head", words]


@pytest.mark.parametrize("name", ["a.md", "a.html"])
@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("cyfeiriad&shy;ol", "cyfeiriadol"),
        ("a&#8203;nd &#x200e;so", "and so"),
        ("a&#770; g&#373;yn", "â gŵyn"),
        ("e&#64259;cient", "efficient"),
        ("one&#8209;to&#8209;one", "one-to-one"),
    ],
)
def test_a_character_that_is_named_is_what_it_is_when_it_is_written(name, written, words):
    assert shown(name, written) == [words]


STRUCK = '<style:style style:name="X"><style:text-properties style:text-line-through-style="solid"/></style:style>'


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.md", "# Head\n\nmust ~~not~~ be"),
        ("a.md", "# Head\n\nmust <del>not</del> be"),
        ("a.html", "<p>must <del>not</del> be"),
        ("a.html", '<p>must <s>n</s><strike>o</strike><span style="text-decoration: line-through">t</span> be'),
        ("a.docx", docx(paragraph(run("must ") + run("not", "<w:strike/>") + run(" be")))),
        ("a.docx", docx(paragraph(run("must ") + run("not", "<w:dstrike/>") + run(" be")))),
    ],
)
def test_words_that_are_struck_out_are_set_aside(name, data):
    reading = read_document(name, data.encode() if isinstance(data, str) else data)
    assert [line.text.split() for line in lines_of(reading.blocks)][-1] == ["must", "be"]
    assert "".join(one.text for one in reading.asides if one.what == "struck") == "not"


HTML = """<!doctype html><html lang=en><head><title>Our site</title><style>p{}</style></head><body>
<nav><a href=/>Home</a></nav><h1>Protocol</h1><p>One <b>two</b><br>three<p>four
<ol type=a start=3><li>first<ul><li>inner</ul><li value=7>last</ol>
<table><tr><th>a<th>b</tr><tr><td colspan=2>wide</td></tr></table><p lang="cy">Cyngor</p>
<script>alert(1)</script><footer>Cookies</footer></body></html>"""


def test_html():
    assert shown("a.html", HTML) == [
        "Protocol", "One two\nthree", "four", "c. first", "• inner", "g. last", "a", "b", "wide", "Cyngor",
    ]  # fmt: skip
    reading = read_document("a.html", HTML.encode())
    assert [(one.what, one.text) for one in reading.asides] == [
        ("page title", "Our site"), ("furniture", "Home"), ("furniture", "Cookies"),
    ]  # fmt: skip
    assert [line.language for line in lines_of(reading.blocks)][-1] == "cy"


AROUND = """<body><div class="cookie-banner"><h2>Cookies</h2>We use cookies.</div>
<form id="aspnetForm"><form role="search"><label>Search</label></form><div role="banner">Anytown</div>
<ul class="govuk-breadcrumbs"><li>Home</li></ul>
<main class="page-with-menu"><article><header><h1>Protocol</h1></header>
<h2><button>1. Roles</button></h2><button aria-expanded=false>2. Duties</button><p class="shared">Words.</p>
</article></main><div id="siteFooter">Contact us</div></form></body>"""


def test_html_of_a_content_system_is_parted_from_what_stands_around_it():
    reading = read_document("a.html", AROUND.encode())
    assert [line.text.strip() for line in lines_of(reading.blocks)] == ["Protocol", "1. Roles", "2. Duties", "Words."]
    assert [one.text for one in reading.asides] == [
        "Cookies", "We use cookies.", "Search", "Anytown", "• Home", "Contact us",
    ]  # fmt: skip


SEEN = {
    "a list with letters by its style": ('<ol style="list-style-type: lower-alpha"><li>A<li>B', ["a. A", "b. B"]),
    "a list with a style in short": ('<ol start=3 style="list-style:upper-roman inside"><li>A', ["III. A"]),
    "a list with letters by its class": (
        "<style>.x{color:red} ol.abc{list-style-type:upper-alpha}</style><ol class='y abc'><li>A",
        ["A. A"],
    ),
    "a list of Google Docs": (
        "<style>ol.lst-kix_q-0{list-style-type:none}"
        '.lst-kix_q-0>li:before{content:"" counter(lst-ctn-kix_q-0,decimal) ". "}.lst-kix_q-1>li:before'
        '{content:"" counter(lst-ctn-kix_q-0,decimal) "(" counter(lst-ctn-kix_q-1,lower-latin) ") "}'
        '.lst-kix_r-0>li:before{content:"● "}</style><ol class="c lst-kix_q-0 start" start="1"><li>A</ol>'
        '<ol class="lst-kix_q-1 start" start="1"><li>B<li>C</ol><ol class="lst-kix_q-0" start="2"><li>D</ol>'
        '<ul class="lst-kix_r-0"><li>E</ul>',
        ["1. A", "1(a) B", "1(b) C", "2. D", "• E"],
    ),
    "a page that is not in the encoding that it names": ('<meta charset="windows-1252"><p>Tŷ’r', ["Tŷ’r"]),
    "lists that count backwards": (
        "<ol reversed><li>A<ol reversed start=9><li>B</ol><li>C</ol><ol><li>D</ol>",
        ["2. A", "9. B", "1. C", "1. D"],
    ),
    "a list without numbers": ('<ol style="list-style: none"><li>1.1 A</ol>', ["1.1 A"]),
    "a raised figure": ("<p>Clause 5<sup>1</sup>, the 16<sup>th</sup>", ["Clause 5¹, the 16th"]),
    "a quotation": ("<p>Say <q>I <q>never</q> did</q>.", ["Say “I ‘never’ did”."]),
}


@pytest.mark.parametrize("name", SEEN)
def test_what_a_browser_adds_to_the_words_of_a_page_is_read(name):
    page, said = SEEN[name]
    assert shown("a.html", page) == said


def test_the_words_of_pictures_on_a_page_are_told():
    page = "<title>Page</title><p>A<img alt=' A cycle '><img alt=''><svg><title>Chart</title><text>Two</text></svg>"
    reading = read_document("a.html", page.encode())
    assert [line.text for line in lines_of(reading.blocks)] == ["A"]
    said = [(one.what, one.text) for one in reading.asides]
    assert said == [("page title", "Page"), ("mark", "A cycle"), ("drawing", "Chart"), ("drawing", "Two")]
    assert reading.remarks == {"pictures": 2}


HIDDEN = {
    "a paragraph": ('<p>One<p style="color:red; display: none">Two<p>Three', ["One", "Three"], ["Two"]),
    "words": ("<p>One <span hidden>two</span> three", ["One  three"], ["two"]),
    "words for readers of screens": ('<p>One<a class="x govuk-visually-hidden">two', ["One"], ["two"]),
    "a part": ('<p>A<div style="visibility:hidden"><h1>One</h1><p>Two</div>', ["A"], ["One", "Two"]),
    "a cell": ("<table><tr><td>One<td hidden>Two</table>", ["One"], ["Two"]),
    "an item, which is not counted": ("<ol><li>a<li hidden>b<li>c</ol>", ["1. a", "2. c"], ["b"]),
    "what a button opens": ('<button aria-controls="x">A</button><div hidden id="x"><p>One</div>', ["One"], []),
    "what is found": ('<div hidden="until-found"><p>One</div>', ["One"], []),
    "a leaf that another one covers": ('<div role="tabpanel" style="display:none"><p>One</div>', ["One"], []),
    "a page until it is whole": ('<body style="visibility:hidden"><p>One', ["One"], []),
    "the text of a page until it is whole": (
        f'<div style="display:none"><p>{"a " * 400}</div>',
        [("a " * 400).strip()],
        [],
    ),
}


@pytest.mark.parametrize("name", HIDDEN)
def test_what_nobody_sees_of_a_page_is_set_aside(name):
    page, said, hidden = HIDDEN[name]
    assert shown("a.html", page) == said
    asides = read_document("a.html", page.encode()).asides
    assert [one.text for one in asides if one.what == "hidden"] == hidden


def test_a_page_of_tags_that_nothing_ends_is_read_once():
    begun = monotonic()
    assert shown("a.html", "<p>One</p>Two" + "<style" * 50_000)[0] == "One"
    assert monotonic() - begun < 10


HEADED = {
    "above the text": ("<header><img src=l><h1>Protocol</h1></header><p>Words.", ["Protocol", "Words."]),
    "above the main part": ("<header><h1>Protocol</h1></header><main><p>Words.</main>", ["Protocol", "Words."]),
    "beside the text's own": ("<header><h1>Our site</h1></header><h1>Protocol</h1>", ["Protocol"]),
    "a council's name": ("<header><h1>Cyngor Tref Aber</h1></header><h2>Protocol</h2>", ["Protocol"]),
    "in a menu": ("<header><nav><h1>Menu</h1></nav></header><p>Words.", ["Words."]),
}


@pytest.mark.parametrize("name", HEADED)
def test_the_title_of_a_page_may_stand_in_its_head(name):
    page, said = HEADED[name]
    assert shown("a.html", page) == said


@pytest.mark.parametrize("around", ["footer", "nav", "aside", "menu", "header"])
def test_what_stands_around_a_page_ends_a_paragraph_that_nothing_ended(around):
    assert shown("a.html", f"<p>Words<{around}><p>Home</{around}><p>More") == ["Words", "More"]


def test_a_page_of_which_an_element_is_only_called_furniture_is_its_text():
    long = "word " * 400
    assert shown("a.html", f'<div class="social"><p>{long}</p></div>') == [long.strip()]
    assert shown("a.html", '<div role="complementary"><h1>Code</h1><p>Words.</p></div>') == ["Code", "Words."]


def test_cells_of_html_that_reach_into_the_rows_below():
    rows = "<tr><th>a<th>b<th>c<tr><td rowspan=3>1<td>2<td rowspan=2>3<tr><td>4<tr><td colspan=2>5"
    (table,) = read_document("a.html", f"<table>{rows}</table>".encode()).blocks
    assert isinstance(table, Table)
    cells = [["+" if cell.continued else cell.blocks[0].text for cell in row] for row in table.rows]  # type: ignore[union-attr]
    assert cells == [["a", "b", "c"], ["1", "2", "3"], ["+", "4", "+"], ["+", "5"]]


def test_html_in_the_encoding_that_it_names():
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>The Council’s</p></body></html>'
    assert shown("a.htm", page.encode("cp1252")) == ["The Council’s"]


ODT = """<?xml version="1.0"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">
<office:automatic-styles><text:list-style style:name="L">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>
</text:list-style><style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>
</office:automatic-styles><office:body><office:text>
<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p></text:deletion></text:changed-region>
</text:tracked-changes>
<text:h text:outline-level="2">Head<text:s text:c="2"/>ing</text:h>
<text:list text:style-name="L"><text:list-item><text:p>one</text:p><text:p>more</text:p>
<text:list><text:list-item><text:p>inner</text:p></text:list-item></text:list></text:list-item>
<text:list-item text:start-value="5"><text:p text:style-name="B">five</text:p></text:list-item></text:list>
<text:p>note<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>said</text:p></text:note-body>
</text:note></text:p>
<table:table><table:table-row><table:table-cell><text:p>cell</text:p></table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document-content>"""


def test_open_document():
    data = packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ODT})
    assert shown("a.odt", data) == ["Head  ing", "1. one", "more", "(a) inner", "5. five", "note¹", "cell"]
    reading = read_document("a.odt", data)
    assert [line.text for line in reading.notes] == ["¹ said"]
    assert [(one.what, one.text) for one in reading.asides] == [("deleted", "old")]
    assert [line.bold for line in lines_of(reading.blocks)][4]


def open_document(more: str) -> bytes:
    """The document, with more at its end."""
    changed = ODT.replace("</office:text>", f"{more}</office:text>")
    drawn = 'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo='
    return packed({"mimetype": "x", "content.xml": changed.replace("xmlns:fo=", drawn)})


OUTSIDE = """<text:tracked-changes><text:changed-region><text:deletion><text:list><text:list-item><text:p>old</text:p>
</text:list-item></text:list></text:deletion></text:changed-region></text:tracked-changes>
<text:section text:display="none"><text:p>one</text:p><text:p>two</text:p></text:section>
<text:p>A<text:hidden-text text:is-hidden="true">three</text:hidden-text><draw:frame>
<draw:image/><svg:desc>A cycle</svg:desc>
</draw:frame></text:p><text:p>Clause 5<text:span text:style-name="B">1</text:span></text:p>"""


def test_words_of_an_open_document_that_are_not_its_text_are_told():
    names = "".join(f' xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{u}:1.0"' for n, u in
                    (("draw", "drawing"), ("svg", "svg-compatible")))  # fmt: skip
    whole = ODT.replace("<office:document-content", f"<office:document-content{names}")
    whole = whole.replace('fo:font-weight="bold"', 'style:text-position="super 58%"')
    start, end = whole.index("<text:tracked"), whole.index("</office:text>")
    data = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": whole[:start] + OUTSIDE + whole[end:]}
    assert shown("a.odt", packed(data)) == ["A", "Clause 5¹"]
    asides = [(one.what, one.text) for one in read_document("a.odt", packed(data)).asides]
    assert asides == [("deleted", "old"), ("hidden", "one two"), ("hidden", "three"), ("mark", "A cycle")]


def test_words_that_are_struck_out_in_an_open_document_are_set_aside():
    struck = '<text:p>must <text:span text:style-name="X">not</text:span> be</text:p>'
    data = packed(
        {
            "mimetype": "x",
            "content.xml": ODT.replace("</office:text>", f"{struck}</office:text>").replace(
                "<style:style", f"{STRUCK}<style:style"
            ),
        }
    )
    reading = read_document("a.odt", data)
    assert [line.text for line in lines_of(reading.blocks)][-1] == "must  be"
    assert [one.text for one in reading.asides if one.what == "struck"] == ["not"]


def test_the_words_of_shapes_in_an_open_document_are_read_once():
    words = "<text:p>{}</text:p>"
    box = (
        f"<draw:frame><draw:text-box>{words.format('outer <draw:frame><draw:text-box>{}</draw:text-box></draw:frame>')}"
    )
    box = box.format(words.format("inner")) + "</draw:text-box></draw:frame>"
    shape, group = (
        f"<draw:custom-shape>{words.format('shape')}</draw:custom-shape>",
        f"<draw:rect>{words.format('rect')}",
    )
    drawn = f"<text:p>by {box}{shape}</text:p><draw:g>{group}</draw:rect></draw:g>"
    assert shown("a.odt", open_document(drawn))[7:] == ["by", "outer", "inner", "shape", "rect"]


def test_cells_of_an_open_document_that_are_repeated_or_covered_stand_in_their_columns():
    inner = "<table:table><table:table-row>{0}{0}</table:table-row></table:table>"
    one = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>"
    inner = inner.format(one.format("", "in"))
    rows = [
        one.format(' table:number-columns-repeated="2"', "same") + one.format(' table:number-rows-spanned="2"', "down"),
        one.format(' table:number-columns-spanned="2"', "wide") + '<table:covered-table-cell/>' * 2,
        f"<table:table-cell>{inner}</table:table-cell>" + one.format("", "a") + one.format("", "b"),
    ]  # fmt: skip
    drawn = "<table:table>" + "".join(f"<table:table-row>{row}</table:table-row>" for row in rows) + "</table:table>"
    table = read_document("a.odt", open_document(drawn)).blocks[-1]
    found = [
        [(" ".join(line.text for line in lines_of(cell.blocks)), cell.span, cell.continued) for cell in row]
        for row in table.rows
    ]
    assert found == [
        [("same", 1, False), ("same", 1, False), ("down", 1, False)],
        [("wide", 2, False), ("", 1, True)],
        [("in in", 1, False), ("a", 1, False), ("b", 1, False)],
    ]


def test_a_break_in_a_paragraph_of_an_open_document_parts_its_lines_and_a_line_end_of_the_file_does_not():
    changed = ODT.replace("<text:p>more</text:p>", "<text:p>1) first\nthing<text:line-break/>2) second</text:p>")
    assert shown("a.odt", packed({"mimetype": "x", "content.xml": changed}))[2] == "1) first thing\n2) second"


def test_a_style_that_a_program_made_for_one_paragraph_has_the_name_of_the_chosen_one():
    """LibreOffice saves what was changed in one paragraph as a style of that paragraph alone."""
    made = '<style:style style:name="P9" style:family="paragraph" style:parent-style-name="Protocol_20_Clause_20_1"/>'
    changed = ODT.replace("</office:automatic-styles>", f"{made}</office:automatic-styles>")
    changed = re.sub(r"<text:p[^>]*>(?=more)", '<text:p text:style-name="P9">', changed)
    named = '<style:style style:name="Protocol_20_Clause_20_1" style:family="paragraph"/>'
    spaces = re.search(r"<office:document-content([^>]*)>", ODT)[1]
    styles = f"<office:document-styles{spaces}><office:styles>{named}</office:styles></office:document-styles>"
    parts = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": changed, "styles.xml": styles}
    assert {line.text: line.style for line in lines("a.odt", packed(parts))}["more"] == "Protocol Clause 1"


def test_pdf_sets_heads_and_feet_aside():
    head, second = (50, 770, "Anytown Council"), (70, 688, "and its second line")
    pages = [[head, (50, 700, f"{n}. A clause"), second, (300, 30, f"Page {n}")] for n in (1, 2, 3)]
    reading = read_document("a.pdf", pdf(*pages))
    assert [line.text for line in lines_of(reading.blocks)][:2] == [
        "1. A clause",
        "and its second line",
    ]
    assert {one.what for one in reading.asides} == {"header", "footer"}
    assert len(reading.asides) == 6


def test_pdf_words_of_the_text_that_reach_into_head_or_foot_stay():
    first = [(50, 400, "Words of the first page"), (50, 60, "7.1 A clause of it"), (50, 45, "12"), (50, 30, "of it")]
    second = [(50, 770, "7.2 A clause of it"), (50, 400, "More words of the second page"), (300, 30, "2")]
    reading = read_document("a.pdf", pdf(first, second))
    assert [line.text for line in lines_of(reading.blocks)] == [words for _, _, words in (*first, *second[:-1])]
    assert [(one.what, one.text) for one in reading.asides] == [("footer", "2")]


def cells_of(table: Table) -> list[list[str]]:
    """The words of every cell, with how many columns it covers; a plus where it only goes on from above."""
    return [
        [
            "+"
            if cell.continued
            else " ".join(line.text.strip() for line in lines_of(cell.blocks)) + "/" * (cell.span - 1)
            for cell in row
        ]
        for row in table.rows
    ]


def test_pdf_tables_with_lines_are_tables():
    drawn = ruled(
        [40, 140, 300, 400], [700, 670, 640, 610],
        without=("140 640 m 140 610 l S", "300 640 m 300 610 l S", "40 670 m 140 670 l S"),
    )  # fmt: skip
    words = [
        (50, 730, "1.1 The stages are these:"), (50, 690, "Stage"), (150, 690, "What"), (310, 690, "Days"),
        (150, 660, "The Clerk writes to"), (310, 660, "10"), (150, 648, "the complainant."),
        (50, 625, "All of it is confidential."), (50, 580, "1.2 So it ends."),
    ]  # fmt: skip
    before, table, after = read_document("a.pdf", pdf(words, drawn=drawn)).blocks
    assert isinstance(before, Line) and isinstance(table, Table) and isinstance(after, Line)
    assert cells_of(table) == [
        ["Stage", "What", "Days"], ["+", "The Clerk writes to the complainant.", "10"],
        ["All of it is confidential.//"],
    ]  # fmt: skip


def test_pdf_tables_of_which_the_lines_are_thin_shapes_in_a_form_of_their_own_size():
    bars = [f"{x} 300 0.5 60 re f\n" for x in (20, 70, 150)] + [f"20 {y} 130 .5 re f\n" for y in (300, 330, 360)]
    words = [(50, 705, "a long first cell"), (150, 705, "b"), (50, 650, "c"), (150, 650, "and the last one")]
    (table,) = read_document("a.pdf", pdf(words, drawn=f"q 2 0 0 2 0 0 cm {''.join(bars)} Q\n")).blocks
    assert isinstance(table, Table) and cells_of(table) == [["a long first cell", "b"], ["c", "and the last one"]]


def test_pdf_tables_go_on_over_the_edge_of_a_page():
    drawn = ruled([40, 140, 400], [760, 730, 700, 40])
    first = [
        (50, 740, "Stage"),
        (150, 740, "What"),
        (50, 710, "One"),
        (150, 710, "Ends."),
        (50, 60, "Two"),
        (150, 60, "It is"),
    ]
    second = [(50, 740, "Stage"), (150, 740, "What"), (150, 710, "cut here."), (50, 60, "Three"), (150, 60, "Last.")]
    reading = read_document("a.pdf", pdf(first, second, drawn=drawn))
    (table,) = reading.blocks
    assert isinstance(table, Table)
    assert cells_of(table) == [["Stage", "What"], ["One", "Ends."], ["Two", "It is cut here."], ["Three", "Last."]]
    assert [(one.what, one.text) for one in reading.asides] == [("repeated", "Stage What")]


@pytest.mark.parametrize(
    "drawn",
    [
        "20 20 560 760 re S\n",
        "50 698 m 200 698 l S\n50 650 m 200 650 l S\n",
        ruled([40, 400], [720, 600]),
        ruled(list(range(20, 580, 5)), list(range(780, 20, -5))),
        "50 690 m 300 690 l S 175 720 m 175 640 l S\n",
        "".join(
            f"{x} {y} m {x + 9} {y + 7} {x + 3} {y + 2} {x + 8} {y} c S\n"
            for x in range(50, 300, 9)
            for y in (640, 710)
        ),
        "100 600 80 40 re S 180 620 m 300 620 l S 300 600 80 40 re S 340 600 m 340 500 l S 300 460 80 40 re S\n",
    ],
)
def test_pdf_lines_that_are_no_table(drawn):
    words = [(50, 700, "Words of the text"), (50, 680, "and more of them that go on."), (110, 615, "box")]
    assert all(isinstance(one, Line) for one in read_document("a.pdf", pdf(words, drawn=drawn)).blocks)


@pytest.mark.parametrize(
    ("after", "line"),
    [
        ("and so on", "by the Council¹² and so on"),
        (" ", "by the Council¹²"),
    ],
)
def test_pdf_the_raised_sign_of_a_note_parts_no_line(after, line):
    sign = f"by the Council) Tj ET BT /F1 5 Tf 116 706 Td (12) Tj ET BT /F1 10 Tf 123 700 Td ({after}"
    found = lines("a.pdf", pdf([(50, 700, sign), (50, 680, "12 Kept, with 3 in it."), (50, 600, "End here.")]))
    assert [one.text.strip() for one in found] == [line, "12 Kept, with 3 in it.", "End here."]


@pytest.mark.parametrize(
    "dot", ["{x} {y} m {r} {y} l {r} {t} l {x} {t} l h f\n", "{x} {y} m {r} {y} {r} {t} {x} {t} c h f\n"]
)
def test_pdf_dots_that_are_drawn_before_words_are_bullets(dot):
    drawn = "".join(dot.format(x=x, y=y, r=x + 4, t=y + 4) for x, y in ((50, 682), (70, 662), (50, 642), (300, 602)))
    words = [
        (40, 700, "1.1 They are:"),
        (60, 680, "open,"),
        (80, 660, "and so on;"),
        (60, 640, "fair."),
        (40, 600, "1.2 End."),
    ]
    found = lines("a.pdf", pdf(words, drawn=drawn))
    assert [line.text for line in found] == ["1.1 They are:", "• open,", "• and so on;", "• fair.", "1.2 End."]
    assert [line.indent // 100 for line in found] == [0, 1, 5, 1, 0]


def test_pdf_prose_stays_before_the_columns_below_it():
    across = "a line of words that goes over the middle of the page, to the other half of it"
    rows = [
        (x, 700 - 14 * row, f"{side} column line number {row} of it")
        for row in range(8)
        for x, side in ((50, "left"), (320, "right"))
    ]
    found = lines("a.pdf", pdf([(50, 740, across), *rows, (50, 500, across), (50, 480, "short")]))
    assert [line.text.split()[0] for line in found] == ["a", *["left"] * 8, *["right"] * 8, "a", "short"]


def test_pdf_two_columns_of_which_each_row_begins_on_one_line_are_a_table():
    words = []
    for row in range(4):
        y = 700 - 40 * row
        words += [(50, y, f"Members of row {row} do this and go"), (320, y, f"Officers of row {row} do that and go")]
        words += [(50, y - 12, "on below."), (320, y - 12, "on below it.")]
    (table,) = read_document("a.pdf", pdf(words)).blocks
    assert isinstance(table, Table)
    assert cells_of(table) == [
        [f"Members of row {row} do this and go on below.", f"Officers of row {row} do that and go on below it."]
        for row in range(4)
    ]


def test_pdf_columns_are_read_one_after_the_other():
    rows = [
        (x, 700 - 14 * row, f"{side} column line number {row} of it")
        for row in range(8)
        for x, side in ((50, "left"), (320, "right"))
    ]
    found = [line.text.split()[0] for line in lines("a.pdf", pdf(rows))]
    assert found == ["left"] * 8 + ["right"] * 8


def test_letters_stand_out_by_the_name_of_their_font_or_their_size():
    words = [(50, 700 - 20 * n, f"The line of number {n} of it.") for n in range(4)]
    assert [line.bold for line in lines("a.pdf", pdf(words, font="Helvetica-Bold"))] == [True] * 4
    large = "BT /F1 14 Tf 50 740 Td (A heading) Tj ET"
    assert [line.bold for line in lines("a.pdf", pdf([large, *words]))] == [True, *[False] * 4]


def test_pdf_without_text_says_so():
    with pytest.raises(Unreadable, match="pictures of pages"):
        read_document("a.pdf", pdf([]))


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"", "the file is empty"),
        ("a.docx", b"  \n", "the file is empty"),
        ("a.txt", b"\x00\x01\x02\x03binary", "this is not a document of words"),
        ("a.doc", b"words", "a .doc file of Word 97–2003 cannot be read"),
        ("a.exe", b"MZ", "a file that ends in '.exe' cannot be read"),
        ("a.docx", b"%PDF-1.4", "the file ends in '.docx' but is a PDF"),
        ("a.txt", b"PK\x03\x04", "the file ends in '.txt' but is a ZIP archive, as .docx and .odt files are"),
        ("a.docx", b"plain", "the file ends in '.docx' but is not what its name says"),
        ("a.docx", b"{\\rtf1 }", "this is a file in Rich Text Format"),
        ("a.png", b"\x89PNG", "this is a picture"),
        ("a.html", b"<html><script>x</script></html>", "there are no words in the file"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(name, data, message):
    with pytest.raises(Unreadable) as raised:
        read_document(name, data)
    assert raised.value.what == message


def test_a_word_file_by_its_name():
    assert shown("Protocol.DOCX", docx(paragraph("words"))) == ["words"]
