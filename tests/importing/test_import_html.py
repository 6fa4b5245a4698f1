"""Web pages as lines."""

from time import monotonic

import pytest

from protocolau.importing.lines import Table, lines_of
from protocolau.importing.reading import read_document
from tests.imported import outline, structure
from tests.read_lines import lines, shown

HTML = """<!doctype html><html lang=en><head><title>Our site</title><style>p{}</style></head><body>
<nav><a href=/>Home</a></nav><h1>Protocol</h1><p>One <b>two</b><br>three<p>four
<ol type=a start=3><li>first<ul><li>inner</ul><li value=7>last</ol>
<table><tr><th>a<th>b</tr><tr><td colspan=2>wide</td></tr></table><p lang="cy">Cyngor</p>
<script>alert(1)</script><footer>Cookies</footer></body></html>"""


def test_a_page_is_read_with_its_lists_tables_and_languages_and_without_what_stands_around_it():
    assert shown("a.html", HTML) == [
        "Protocol", "One two\nthree", "four", "c. first", "• inner", "g. last", "a", "b", "wide", "Cyngor",
    ]  # fmt: skip
    reading = read_document("a.html", HTML.encode())
    assert [(one.what, one.text) for one in reading.asides] == [
        ("page title", "Our site"), ("furniture", "Home"), ("furniture", "Cookies"),
    ]  # fmt: skip
    assert [line.language for line in lines_of(reading.blocks)][-1] == "cy"


def test_words_that_stand_loose_before_a_heading_are_no_heading():
    page = "<div>Members listen.<br>Officers advise.<h2>Duties</h2>Both answer.<h3>Time</h3></div>"
    assert [(one.text, one.outline) for one in lines("a.html", page)] == [
        ("Members listen.\nOfficers advise.", None), ("Duties", 1), ("Both answer.", None), ("Time", 2),
    ]  # fmt: skip


SEEN = {
    "boxes to be ticked": (
        "<ul><li><input type=checkbox checked>A<li><input type='checkbox'> B</ul><input type=checkbox><p><input>C",
        ["• ☑ A", "• ☐  B", "C"],
    ),
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
    "a figure that a style raises": (
        "<style>.up{vertical-align:super}</style><p>Clause 5<span class=up>1</span> and 6<span style='"
        "vertical-align: super;'>2</span>",
        ["Clause 5¹ and 6²"],
    ),
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


NOTED = {
    "Word": (
        '<p>A<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> b<a href="#_msocom_1" '
        'name="_msoanchor_1">[SJ1]</a></p><div><hr><div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> See.</p>'
        '<p>More.</p></div></div><div><p>&nbsp;<a name="_msocom_1"></a> <a href="#_msoanchor_1">[SJ1]</a>'
        'Ask.</p></div>',
        ["A¹ b"], ["¹  See.", "More."], ["Ask."],
    ),
    "Google Docs": (
        '<p>A<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> b<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p>'
        '<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>See.</span></p></div><div><p><a href="#cmnt_ref1" '
        'id="cmnt1">[a]</a><span>Ask.</span></p></div>',
        ["A¹ b"], ["¹ See."], ["Ask."],
    ),
    "WordPress": (
        '<p>A<sup class="fn"><a href="#f-9" id="f-9-link">1</a></sup>, B<sup><a href="#g" id="g-link">2</a></sup></p>'
        '<ol><li id="f-9">See. <a href="#f-9-link">↩︎</a></li><li id="g">Go. <a href="#g-link">↩︎</a></li></ol><p>C',
        ["A¹, B²", "C"], ["¹ See. ", "² Go. "], [],
    ),
    "Markdown": (
        '<p>A<sup id="fnref:1"><a href="#fn:1">1</a></sup></p><div class="footnotes"><ol><li id="fn:1"><p>See.</p><p>'
        'More.&#160;<a href="#fnref:1">&#8617;</a></p></li></ol></div><p>B',
        ["A¹", "B"], ["¹ See.", "More.\xa0"], [],
    ),
    "LibreOffice": (
        '<p>A<a name="sdfootnote1anc" href="#sdfootnote1sym"><sup>i</sup></a></p><div id="sdfootnote1"><p><a '
        'name="sdfootnote1sym" href="#sdfootnote1anc">i</a>See.</p></div>',
        ["Aⁱ"], ["ⁱ See."], [],
    ),
    "links that are no notes": (
        '<p><a id="t1" href="#s1">1. Aims</a> <a href="#s1">5</a><h2 id="s1"><a href="#t1">1. Aims</a></h2><p>A<a '
        'href="#x" id="y">1</a><p id=x>B',
        ["1. Aims 5", "1. Aims", "A1", "B"], [], [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", NOTED)
def test_notes_and_comments_of_a_page_are_no_words_of_its_text(name):
    page, said, notes, comments = NOTED[name]
    reading = read_document("a.html", page.encode())
    assert [f"{line.number} {line.text}".strip() for line in lines_of(reading.blocks)] == said
    assert [line.text for line in reading.notes] == notes
    assert [one.text for one in reading.asides if one.what == "comment"] == comments


LOOKS = {
    "of its own": (
        '<p><span style="FONT-WEIGHT: 700">a</span><b style="font-weight:normal">b</b><i style="font:bold 9pt">c</i>',
        ["a bold", "b", "c bold italic"],
    ),
    "of a class": (
        "<style>@import url(x);.a{font-weight:600;font-style:italic}p.b{text-decoration:underline}</style>"
        "<p class=b><span class='x a'>a</span>b",
        ["a bold italic underlined", "b underlined"],
    ),
    "of capitals": ("<p style='text-transform:uppercase'>a<span style='text-transform:none'>b", ["a capitals", "b"]),
}


@pytest.mark.parametrize("name", LOOKS)
def test_the_look_of_words_may_be_in_their_style(name):
    page, said = LOOKS[name]
    (line,) = lines("a.html", page)
    looks = ("bold", "italic", "underlined", "capitals")
    assert [" ".join((run.text, *(look for look in looks if getattr(run, look)))) for run in line.runs] == said


@pytest.mark.parametrize("unended", ["<style", "/*", "@a", "@a{b{}", "a ", "a:b;", ".a{", "display:", ";"])
def test_a_page_of_tags_that_nothing_ends_is_read_once(unended):
    begun = monotonic()
    assert shown("a.html", "<p>One</p>Two<style>" + unended * 50_000)[0] == "One"
    assert shown("a.html", f"<p style='{unended * 50_000}'>One</p>") == ["One"]
    assert monotonic() - begun < 10


def test_cells_of_html_that_reach_into_the_rows_below():
    rows = "<tr><th>a<th>b<th>c<tr><td rowspan=3>1<td>2<td rowspan=2>3<tr><td>4<tr><td colspan=2>5"
    (table,) = read_document("a.html", f"<table>{rows}</table>".encode()).blocks
    assert isinstance(table, Table)
    cells = [["+" if cell.continued else cell.blocks[0].text for cell in row] for row in table.rows]  # type: ignore[union-attr]
    assert cells == [["a", "b", "c"], ["1", "2", "3"], ["+", "4", "+"], ["+", "5"]]


def test_html_in_the_encoding_that_it_names():
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>The Council’s</p></body></html>'
    assert shown("a.htm", page.encode("cp1252")) == ["The Council’s"]


@pytest.mark.parametrize("named", ["undefined", "utf-16", "punycode", "unicode_escape", "base64", "none", "utf-8"])
def test_html_that_names_an_encoding_in_which_no_page_is(named):
    page = f'<meta charset="{named}"><p>'.encode()
    assert shown("a.html", page + "Tŷ’r côr".encode()) == ["Tŷ’r côr"]
    assert shown("a.html", page + "The côr’s".encode("cp1252")) == ["The côr’s"]
    assert shown("a.html", page + b"Words \\u0041") == ["Words \\u0041"]


def test_terms_stand_beside_what_they_mean_and_questions_over_their_answers():
    page = """<h1>Complaints Protocol</h1><h2>1. Words</h2><dl><dt>Member<dd>a councillor;<dt>Officer<dt>Employee
        <dd>a person employed;<dd>a deputy.</dl><h2>2. Questions</h2><dl><dt>Who complains?<dd><p>Anybody:</p>
        <ul><li>residents;<li>members.</ul></dd><dt>When?<dd>Within a month.</dl>"""
    assert outline(page, "a.html") == [
        "<title> Complaints Protocol",
        "1. # Words",
        "  Member | a councillor;; Officer Employee | a person employed; a deputy.",
        "2. # Questions",
        "  # Who complains? Anybody:",
        "    * residents;",
        "    * members.",
        "  # When? Within a month.",
    ]
    (draft,) = structure("<h1>Protocol</h1><dl><dt>Date adopted<dd>18 July 2023<dt>Version<dd>2</dl>", "a.html").body[
        1:
    ]
    assert draft.kind == "control"
