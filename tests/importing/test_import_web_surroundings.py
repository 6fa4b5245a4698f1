"""What stands around the text of a web page, beside or behind it, and what nobody sees of it: no part of the text."""

import pytest

from protocolau.importing.lines import lines_of
from protocolau.importing.reading import read_document
from tests.imported import structure
from tests.read_lines import lines, shown

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


def test_links_to_the_same_page_in_another_form_are_no_part_of_its_text():
    links = '<p><a href="/cy">Cymraeg</a> | <a href="/p.pdf">Download as PDF (123 KB)</a>'
    kept = (
        '<p><a href="/w">Welsh language scheme</a><p>Cymraeg<p><a href="/f.pdf">Download the form</a><p>It ends here.'
    )
    made = structure(f"<h1>Code</h1><p>How members and officers work together here.{links}{kept}", "a.html")
    assert [" ".join(one.text.split()) for one in made.asides] == ["Cymraeg | Download as PDF (123 KB)"]


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
