"""Web pages as lines."""

from time import monotonic

import pytest

from protocolau.importing.lines import Table, lines_of
from protocolau.importing.reading import read_document
from tests.importing.test_import_structure import structure
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


AROUND = """<body><div class="cookie-banner"><h2>Cookies</h2>We use cookies.</div>
<form id="aspnetForm"><form role="search"><label>Search</label></form><div role="banner">Anytown</div>
<ul class="govuk-breadcrumbs"><li>Home</li></ul>
<main class="page-with-menu"><article><header><h1>Protocol</h1></header>
<h2><button>1. Roles</button></h2><button aria-expanded=false>2. Duties</button><p class="shared">Words.</p>
</article></main><div id="siteFooter">Contact us</div></form></body>"""


def test_a_short_page_all_of_which_is_one_form_is_read_without_the_forms_in_it():
    page = """<body><form id="aspnetForm" action="./protocol.aspx"><form role="search"><label>Search</label></form>
    <div class="title">Member and Officer Protocol</div><p>1. Members listen.</p></form></body>"""
    reading = read_document("a.html", page.encode())
    assert [line.text.strip() for line in lines_of(reading.blocks)] == [
        "Member and Officer Protocol",
        "1. Members listen.",
    ]
    assert [one.text for one in reading.asides] == ["Search"]


def test_html_of_a_content_system_is_parted_from_what_stands_around_it():
    reading = read_document("a.html", AROUND.encode())
    assert [line.text.strip() for line in lines_of(reading.blocks)] == ["Protocol", "1. Roles", "2. Duties", "Words."]
    assert [one.text for one in reading.asides] == [
        "Cookies", "We use cookies.", "Search", "Anytown", "• Home", "Contact us",
    ]  # fmt: skip


FOLDED = """<main><h1>Code</h1><div class="entry-meta">Posted by <a>admin</a></div>
<button class="govuk-accordion__show-all" aria-expanded=false>Show all sections</button>
<h2><button aria-controls=a aria-expanded=false><span>1. Roles</span><span class="govuk-accordion__section-toggle">
<span class="govuk-accordion-nav__chevron"></span><span>Show</span></span></button></h2><div id=a hidden>Words.</div>
<h2>2. Duties<span class="mw-editsection">[edit]</span></h2><p>More.</main><div id=comments class="comments-area">
<h2>Leave a reply</h2></div>"""


def test_the_words_with_which_a_page_is_worked_are_no_part_of_it():
    reading = read_document("a.html", FOLDED.encode())
    said = [line.text.strip() for line in lines_of(reading.blocks)]
    assert said == ["Code", "1. Roles", "Words.", "2. Duties", "More."]
    told = [one.text for one in reading.asides]
    assert told == ["Posted by admin", "Show all sections", "Show", "[edit]", "Leave a reply"]


BESIDE = """<main><a class="govuk-back-link">Back</a><h1>Code<a class="headerlink" href="#code">¶</a></h1>
<div class="wp-block-file"><a>Code.pdf</a> <a>Download</a></div><div class="content-sidebar-wrap has-sidebar"><p>Words
<i class="material-icons" aria-hidden="true">chevron_right</i>here.</p></div>
<p><span class="govuk-warning-text__icon" aria-hidden="true">!</span><b>Mind.</b></p>
<div class="jp-relatedposts"><h3>Related</h3><p>Standing orders</div><div class="sidebar"><h3>News</h3></div></main>"""


def test_what_stands_beside_the_text_of_a_page_and_its_signs_are_no_part_of_it():
    reading = read_document("a.html", BESIDE.encode())
    said = [" ".join(line.text.split()) for line in lines_of(reading.blocks)]
    assert said == ["Code", "Words here.", "Mind."]
    told = [" ".join(one.text.split()) for one in reading.asides]
    assert told == ["Back", "¶", "Code.pdf Download", "chevron_right", "!", "Related", "Standing orders", "News"]


MENUS = """<ul><li><a href="/">Home</a><li><a href="/policies">Policies</a></ul><p><a href="/cy">Cymraeg</a> |
<a href="/help">Help</a><h1>Agenda item</h1><ol class=crumbs><li>Code</ol><h2><a href="/code">Code</a></h2><p>Version 3
<ul><li><a href="mgCommittee.aspx">Committee details</a></ul><h3>On this page</h3><ul><li><a href="#a">Aims</a><li>
<a href="#b">Related</a></ul><h3 id=a>Aims</h3><p>Members listen, officers advise.<h3 id=b>Related</h3><ul><li>
<a href="/orders">Standing orders</a></ul><p>Was this page helpful? Yes No<div class="mgFooter">Contact us</div>"""


def test_menus_that_nothing_calls_so_are_no_part_of_the_text():
    made = structure(MENUS, "a.html")
    said = ("Agenda item", "Code", "Version 3", "Aims", "Members listen, officers advise.", "Related")
    assert made.source == (*said, "• Standing orders")
    assert [(one.what, " ".join(one.text.split())) for one in made.asides] == [
        ("furniture", "1. Code"), ("furniture", "Contact us"), ("furniture", "• Home"), ("furniture", "• Policies"),
        ("furniture", "Cymraeg | Help"), ("furniture", "• Committee details"),
        ("furniture", "Was this page helpful? Yes No"), ("contents", "On this page"), ("contents", "• Aims"),
        ("contents", "• Related"),
    ]  # fmt: skip


def test_words_that_stand_loose_before_a_heading_are_no_heading():
    page = "<div>Members listen.<br>Officers advise.<h2>Duties</h2>Both answer.<h3>Time</h3></div>"
    assert [(one.text, one.outline) for one in lines("a.html", page)] == [
        ("Members listen.\nOfficers advise.", None), ("Duties", 1), ("Both answer.", None), ("Time", 2),
    ]  # fmt: skip


TEXT = "<h1>Code</h1><p>Members listen to what officers advise, and officers to what members ask."
LINKS = '<ul><li><a href="/clerk">The Clerk</a><li><a href="/orders">Standing orders</a></ul>'
FILES = '<ul><li><a href="/1.pdf">Code (PDF, 188 KB)</a></ul><p><a href="/1.docx">Download it in Word</a>'
BEHIND = {
    "pages, files, dates and questions": (
        f"<h2>Related pages</h2>{LINKS}<h2>Supporting documents</h2>{FILES}<p>Published: 20 May 2024 | Last modified: "
        "3 June 2025<h3>Share this page</h3><a href='https://x.com/share'>X</a><p>Was this page useful?<p>Yes <p>No",
        12,
    ),
    "the same in Welsh": (
        f"<h2>Tudalennau cysylltiedig</h2>{LINKS}<p>Cyhoeddwyd: 20 Mai 2024 | Diweddarwyd ddiwethaf: 3 Mehefin 2025"
        "<h3>Rhannu’r dudalen hon</h3><a href='https://x.com/share'>X</a><h3>Oedd y dudalen hon yn ddefnyddiol?</h3>"
        "<p><a href='#'>Oedd</a> <a href='#'>Nac oedd</a>",
        8,
    ),
    "other documents of which the text speaks": (f"<h2>Related documents</h2>{LINKS}", 0),
    "files that the text names among others": (
        f"<p>This is read with these<ul><li><a href='/c'>Code</a></ul>{FILES}",
        0,
    ),
    "files that the text names": (f"<p>This is read with:{FILES}<p>Page last updated: 3 June 2025", 1),
    "links that nothing calls so": (f"<p>This is read with:{LINKS}<p>Page last updated: 3 June 2025", 1),
    "files before words of the text": (f"<h2>Documents</h2>{FILES}<p>Last updated: 3 June 2025", 0),
}


@pytest.mark.parametrize("name", BEHIND)
def test_what_a_page_offers_behind_its_text_is_no_part_of_it(name):
    page, apart = BEHIND[name]
    whole = [line.text for line in lines("a.html", f"{TEXT}{page}<p>Signed by the Mayor")]
    assert [line.text for line in lines("a.html", TEXT + page)] == whole[: len(whole) - 1 - apart]


def test_a_page_that_is_nothing_but_links_is_its_text():
    assert shown("a.html", '<h1>Policies</h1><ul><li><a href="/code">Code</a>') == ["Policies", "• Code"]


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


HIDDEN = {
    "a paragraph": ('<p>One<p style="color:red; display: none">Two<p>Three', ["One", "Three"], ["Two"]),
    "words": ("<p>One <span hidden>two</span> three", ["One  three"], ["two"]),
    "words for readers of screens": ('<p>One<a class="x govuk-visually-hidden">two', ["One"], ["two"]),
    "a part": ('<p>A<div style="visibility:hidden"><h1>One</h1><p>Two</div>', ["A"], ["One", "Two"]),
    "a cell": ("<table><tr><td>One<td hidden>Two</table>", ["One"], ["Two"]),
    "what a form, a frame or another program holds": (
        "<p>A</p><noscript><p>B</noscript><select><option>C<option>D</select><textarea>E\nF</textarea><object>G</object>"
        "<iframe>H</iframe><template>I</template><script>J</script>",
        ["A"],
        ["B", "C", "D", "E F", "G", "H"],
    ),
    "words of a class that every system calls so": (
        "<p>One<p class='x hidden'>Two<div class=d-none>Three</div><p class='d-none d-md-block'>Four"
        "<p class=not-hidden>Five<p class='hidden lg:inline'>Six",
        ["One", "Four", "Five", "Six"],
        ["Two", "Three"],
    ),
    "words of a class": (
        "<style><!-- /* a */ p.b, .c { color: red; display:none } --></style><p>One<p class='d b'>Two<p>Three",
        ["One", "Three"],
        ["Two"],
    ),
    "a class on paper, or that a script opens": (
        "<style>@media print { .b { display: none } } .c{display:none} .c.open{display:block}</style>"
        "<style media=print>.b{display:none}</style><p class=b>One<p class=c>Two",
        ["One", "Two"],
        [],
    ),
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


def test_the_heads_feet_and_contents_of_a_page_that_libreoffice_wrote_are_set_aside():
    page = (
        '<div title="header"><p>Anytown</div><p>Protocol</p><div id="Table of Contents1"><p>Contents<p>1 Aims 2</div>'
        '<h1>1 Aims</h1><p>We aim.</p><div title="footer"><p>2</div>'
    )
    reading = read_document("a.html", page.encode())
    assert [line.text for line in lines_of(reading.blocks)] == ["Protocol", "1 Aims", "We aim."]
    told = [("furniture", "Anytown"), ("contents", "Contents"), ("contents", "1 Aims 2"), ("furniture", "2")]
    assert [(one.what, one.text) for one in reading.asides] == told


def test_a_list_of_contents_is_no_text_of_a_page():
    page = (
        "<p class=MsoTocHeading>Contents<p class=MsoToc1>1. Aims 2<p class=MsoToc2>1.1 Of all 2"
        "<h1><span class=ez-toc-section>1. Aims</span></h1>"
        f"<div id=ez-toc-container><p>Roles</div><div class=page-with-toc>{'<p>Words ' * 301}</div>"
    )
    reading = read_document("a.html", page.encode())
    assert [line.text.strip() for line in lines_of(reading.blocks)] == ["1. Aims", *["Words"] * 301]
    assert [one.text for one in reading.asides] == ["Contents", "1. Aims 2", "1.1 Of all 2", "Roles"]


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


@pytest.mark.parametrize("named", ["undefined", "utf-16", "punycode", "unicode_escape", "base64", "none", "utf-8"])
def test_html_that_names_an_encoding_in_which_no_page_is(named):
    page = f'<meta charset="{named}"><p>'.encode()
    assert shown("a.html", page + "Tŷ’r côr".encode()) == ["Tŷ’r côr"]
    assert shown("a.html", page + "The côr’s".encode("cp1252")) == ["The côr’s"]
    assert shown("a.html", page + b"Words \\u0041") == ["Words \\u0041"]


@pytest.mark.parametrize(
    ("heading", "head", "first", "listed"),
    [
        ("<p><b>Contents</b></p>", "", ["Introduction", "Roles", "Complaints"], True),
        ("<h2>Cynnwys</h2>", "<tr><td><td>Tudalen", ["Introduction", "Roles", "Complaints"], True),
        ("", "<tr><td>Section<td>Page", ["Introduction", "Roles", "Complaints"], True),
        ("", "<tr><td>Stage<td>Days", ["Introduction", "Roles", "Complaints"], False),
        ("<p><b>Contents</b></p>", "", ["Plasters", "Bandages", "Gloves"], False),
    ],
)
def test_a_contents_list_that_is_a_table_is_set_aside(heading, head, first, listed):
    rows = head + "".join(f"<tr><td>{at}. {words}<td>{at + 1}" for at, words in enumerate(first, 1))
    text = "<h2>1. Introduction</h2><p>1.1 Aims.<h2>2. Roles</h2><p>2.1 Roles.<h2>3. Complaints</h2><p>3.1 How."
    made = structure(f"<h1>Protocol</h1>{heading}<table>{rows}</table>{text}", "a.html")
    apart = [one.text for one in made.asides if one.what == "contents"]
    assert (f"1. {first[0]} 2" in apart, any(inner.rows for one in made.body for inner in one.walk())) == (
        listed,
        not listed,
    )
    assert len(apart) == (3 + bool(heading) + bool(head)) * listed


def test_what_only_opens_a_folded_part_is_no_heading_of_it():
    fold = "<details><summary>{}</summary><p>{}</details>"
    page = (
        "<main><h1>Protocol</h1><h2>1. Conduct</h2><p>1.1 Members listen.</p>"
        "<button aria-expanded=false>Show all sections</button>"
        + fold.format("Show more", "1.2 Officers advise.") + fold.format("Dangos mwy", "1.3 Both ask.")
        + fold.format("What members see", "Advice in time.") + "</main>"
    )  # fmt: skip
    assert shown("a.html", page) == [
        "Protocol", "1. Conduct", "1.1 Members listen.", "1.2 Officers advise.", "1.3 Both ask.", "What members see",
        "Advice in time.",
    ]  # fmt: skip
    apart = [one.text for one in read_document("a.html", page.encode()).asides]
    assert apart == ["Show all sections", "Show more", "Dangos mwy"]


MAIL = (
    "<p><b>From:</b> Jane Prosser<br><b>Sent:</b> 14 May 2024<br><b>To:</b> All<br><b>Subject:</b> Protocol</p>",
    "<p>Dear all,</p>", "<p>Protocol</p>", "<ol><li>Members listen.</ol>", "<p>To: the Clerk</p>",
    "<p>Kind regards,<br>Jane Prosser<br>Town Clerk</p>",
)  # fmt: skip


def test_what_a_mail_that_was_saved_as_a_page_says_round_its_text_is_set_aside():
    assert shown("a.htm", "<html>" + "".join(MAIL)) == ["Protocol", "1. Members listen.", "To: the Clerk"]
    apart = [one.text for one in read_document("a.htm", ("<html>" + "".join(MAIL)).encode()).asides]
    assert apart[1:] == ["Dear all,", "Kind regards, Jane Prosser Town Clerk"] and apart[0].startswith("From: Jane")
    assert len(shown("a.htm", "<html>" + "".join(MAIL[1:]))) == 5  # without a head it is no mail
