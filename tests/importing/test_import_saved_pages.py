"""Web pages of councils as they are saved: what the systems that made them put round the text and into it."""

import pytest

from protocolau.importing.lines import lines_of
from protocolau.importing.packed_files import Unreadable
from protocolau.importing.reading import read_document
from tests.importing.test_import_structure import structure
from tests.read_lines import shown

PAGES = {
    "a text beside a list of contents": (
        "<main><h1>Code</h1><div class='sidebar-with-body'><div class=sidebar><p>Contents</div><p>Members listen."
        "</div></main>",
        ["Code", "Members listen."],
    ),
    "items that have their numbers among their words": (
        "<h2>1. Roles</h2><ol><li>1.1 Members decide.<li>1.2 Officers advise:<ol><li>a) well;<li>b) often.</ol></ol>",
        ["1. Roles", "1.1 Members decide.", "1.2 Officers advise:", "a) well;", "b) often."],
    ),
    "items that only begin with figures": (
        "<ol><li>1 January is a day.<li>2 days are given.</ol><ol><li>1.1 One<li>Two</ol>",
        ["1. 1 January is a day.", "2. 2 days are given.", "1. 1.1 One", "2. Two"],
    ),
    "items that have numbers of the page's own as well": (
        "<ol type=a><li>1.1 One<li>1.2 Two</ol>",
        ["a. 1.1 One", "b. 1.2 Two"],
    ),
    "what a script does above the first heading": (
        "<p><a href='#'>Accessibility tools</a><h1>Code</h1><p><a href='#'>1. Roles</a><p>Members listen.",
        ["Code", "1. Roles", "Members listen."],
    ),
    "files whose size stands beside their names": (
        "<h1>Code</h1><p>Members listen.<h2>Supporting documents:</h2><ul><li><a href='1.pdf'>Report, item 54.</a> "
        "<span>PDF 188 KB</span><li><a href='2.pdf'>Appendix 1</a> (DOCX, 2.1MB)</ul>",
        ["Code", "Members listen."],
    ),
    "when a page was changed, above its text and beside it": (
        "<h1>Code</h1><p>Page last reviewed: 3 March 2025<p>Published: 3 May 2024<p>Last updated: 5 May 2025"
        "<div class=rs_skip><a href='#'>Listen</a></div>"
        "<p>Members listen.<p>Last updated: May 2024<div class='block-page-last-updated'>Last updated: 2/5/25</div>",
        ["Code", "Members listen.", "Last updated: May 2024"],
    ),
    "what may be done with a page": (
        "<h1>Code</h1><p>Members listen.<p><a href='/print'>View printable version</a><h2>Also in Democracy</h2>"
        "<ul><li><a href='/c'>Councillors</a></ul><p>Page last reviewed: 3 March 2025<h2>Rate this page</h2>",
        ["Code", "Members listen."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_what_stands_on_a_page_is_its_text_alone(name):
    page, said = PAGES[name]
    assert shown("a.html", page) == said


def test_a_note_may_be_called_one_by_its_sign():
    page = (
        '<p>Members listen.<sup id="fnref:1"><a href="#fn:1">[footnote 1]</a></sup></p><div class="footnotes"><ol>'
        '<li id="fn:1"><p>Section 2. <a href="#fnref:1">↩</a></p></ol></div>'
    )
    reading = read_document("a.html", page.encode())
    assert [line.text for line in lines_of(reading.blocks)] == ["Members listen.¹"]
    assert [line.text.strip() for line in reading.notes] == ["¹ Section 2."]


@pytest.mark.parametrize(
    "words",
    [
        "Page last reviewed: 3 March 2025",
        "This page was last updated on 3 March 2025",
        "Diweddarwyd y dudalen: 3 Mawrth 2025",
    ],
)
def test_when_a_page_was_changed_is_no_date_of_its_document(words):
    page = f"<h1>Protocol</h1><p>Adopted on 14 May 2024.<p>1. Members listen.<p>{words}<p>2. Officers advise."
    facts = structure(page, "a.html").facts
    assert (str(facts.adopted), facts.reviewed, facts.amended) == ("2024-05-14", None, None)


ARCHIVE = """From: <Saved by Blink>
Subject: Protocol
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: text/html{charset}
Content-Transfer-Encoding: quoted-printable

<h1>Protocol</h1><p lang=3D"cy">T=C5=B7 a chyn=
gor</p>
--b
Content-Type: text/html

<p>A frame of the page
--b--
"""


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "a.htm", "a.html"])
@pytest.mark.parametrize("charset", ["", '; charset="utf-8"', "; charset=none"])
def test_a_page_that_was_saved_in_one_file_with_all_of_it_is_read(name, charset):
    assert shown(name, ARCHIVE.format(charset=charset)) == ["Protocol", "Tŷ a chyngor"]


def test_a_file_of_that_kind_without_a_page_has_no_words():
    with pytest.raises(Unreadable, match="there are no words in the file"):
        read_document("a.mhtml", b"MIME-Version: 1.0\nContent-Type: image/png\n\nwords")
