"""`protocolau show`: a draft as one file with both languages, which says that it is a draft and needs nothing else."""

import re
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner, Result
from pypdfium2 import PdfDocument
from selectolax.lexbor import LexborHTMLParser

from protocolau.cli.main import main
from tests.browsing import SPILT
from tests.conftest import ROOT
from tests.pages import texts_at
from tests.site.test_protocol_page import ends_of_words

DRAFT = """\
title: Protocol on Relations
language: en
notes:
  - {en: The clerk has the appendix., cy: Mae'r atodiad gan y clerc.}
body:
  - number: "1."
    heading: What each may expect
    provisions:
      - number: "1.1"
        text: "Officers give **impartial** advice:"
        taken_from: halewood/2022-07-12#3.1
        items:
          - number: "a)"
            text: within five days;
            taken_from: nowhere/2020#1
            to_decide: {en: How many days?, cy: Sawl diwrnod?}
          - text: in writing.
      - table:
          row_headers: true
          rows:
            - [Chair, Presides]
            - ["", Votes]
      - table:
          columns: [Councillors, Officers]
          rows:
            - - text: Decide
                notes: [{en: As it was before., cy: Fel yr oedd o'r blaen.}]
              - Advise
"""
WELSH = """\
language: cy
state: draft
units:
  "1 heading": {en: What each may expect, cy: Yr hyn y caiff y naill a'r llall ei ddisgwyl}
  "1.1": {en: "Officers give **impartial** advice:", cy: "Mae swyddogion yn rhoi cyngor **diduedd**:"}
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("shown")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "protocols", folder / "protocols")
    (folder / "hooks").symlink_to(ROOT / "hooks")
    (folder / "protocols/barrow/draft.yml").write_text(DRAFT, "utf-8")
    (folder / "protocols/barrow/draft.cy.yml").write_text(WELSH, "utf-8")
    return folder


def show(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--project", str(project), "show", *arguments])


@pytest.fixture(scope="module")
def file(project: Path) -> Path:
    path = project / "draft.html"
    done = show(project, "barrow", "--output", str(path))
    assert done.exit_code == 0, done.output
    return path


@pytest.fixture(scope="module")
def tree(file: Path) -> LexborHTMLParser:
    return LexborHTMLParser(file.read_text("utf-8"))


def test_it_is_marked_as_a_draft_in_both_languages_and_not_to_be_indexed(tree: LexborHTMLParser):
    english, welsh = texts_at(tree, ".mark p")
    assert "The council has not adopted it, and it is not to be published." in english
    assert welsh.startswith("Drafft Drafft dyddiedig") and "Nid yw’r cyngor wedi’i fabwysiadu" in welsh
    assert tree.css_first("meta[name=robots]").attributes["content"].startswith("noindex")
    assert texts_at(tree, "title") == ["Draft · Drafft: Barrow Parish Council"]


def test_both_languages_are_there_and_what_is_not_translated_stands_as_it_is(tree: LexborHTMLParser):
    english, welsh = (texts_at(tree, f"#-{one} h2, #-{one} .provision > p") for one in ("en", "cy"))
    assert english == [
        "1. What each may expect",
        "1.1 Officers give impartial advice:",
        "a) within five days;",
        "in writing.",
    ]
    assert welsh == [
        "1. Yr hyn y caiff y naill a'r llall ei ddisgwyl",
        "1.1 Mae swyddogion yn rhoi cyngor diduedd:",
        "a) within five days;",
        "in writing.",
    ]
    assert tree.css_first("#cy-1\\.1\\.a").attributes["lang"] == "en"
    assert texts_at(tree, "#-en strong:not(.editorial *)") == ["impartial"]


def test_what_a_stale_translation_was_made_from_is_not_called_adopted(project: Path, tmp_path: Path):
    copy = tmp_path / "project"
    shutil.copytree(project, copy, symlinks=True)
    draft = copy / "protocols/barrow/draft.yml"
    draft.write_text(draft.read_text("utf-8").replace("advice:", "advice at all times:"), "utf-8")
    done = show(copy, "barrow", "--output", str(copy / "draft.html"))
    assert done.exit_code == 0, done.output
    said = LexborHTMLParser((copy / "draft.html").read_text("utf-8")).text()
    assert "Mae’r cyfieithiad hwn wedi dyddio: newidiwyd y geiriau wedi hynny." in said
    assert "fabwysiadwyd" not in said and "Dangos" not in said


def test_what_is_to_be_decided_stands_first_and_leads_to_its_clause(tree: LexborHTMLParser):
    anchors = {node.attributes["id"] for node in tree.css("[id]")}
    for language, question in (("en", "How many days?"), ("cy", "Sawl diwrnod?")):
        (link,) = tree.css(f"#-{language} .list a")
        assert link.attributes["href"][1:] in anchors and question in texts_at(tree, f"#-{language} .list li")[0]
    assert len(anchors) == len(tree.css("[id]"))


def test_the_notes_on_the_whole_stand_above_it_and_those_on_a_cell_in_it(tree: LexborHTMLParser):
    assert texts_at(tree, "p.editorial:has(+ article)") == [
        "Editors’ note: The clerk has the appendix.",
        "Nodyn y golygyddion: Mae’r atodiad gan y clerc.",
    ]
    english, welsh = (texts_at(tree, f"#-{one} thead + tbody td:first-child .editorial p") for one in ("en", "cy"))
    assert english == ["Editors’ note: As it was before."]
    assert welsh == ["Nodyn y golygyddion: Fel yr oedd o’r blaen.", "Heb ei gyfieithu eto."]


def test_what_names_a_column_or_a_row_of_a_table_is_its_head(tree: LexborHTMLParser):
    assert texts_at(tree, "#-en th[scope=col]") == ["Councillors", "Officers"]
    assert texts_at(tree, "#-en th[scope=row]") == ["Chair"]
    assert texts_at(tree, "#-en thead + tbody td") == ["Decide Editors’ note: As it was before.", "Advise"]
    assert texts_at(tree, "#-en tbody:first-child td") == ["Presides", "", "Votes"]


def test_each_clause_says_whose_words_it_has(tree: LexborHTMLParser):
    assert texts_at(tree, "#-en .source") == [
        "The words are those of: Halewood, 3.1",
        "The words are those of: nowhere/2020#1",
    ]


def test_it_needs_no_other_file_and_leads_nowhere(file: Path):
    html = file.read_text("utf-8")
    assert not re.findall(r"<(?:script|link|img|iframe)|url\(|@import|https?:", html)
    assert all(link.startswith("#") for link in re.findall(r'href="([^"]*)"', html))


def test_anybody_can_read_it(file: Path, browser):
    page = browser.new_page(viewport={"width": 320, "height": 600})
    page.goto(file.as_uri())
    found = Axe().run(page)
    spilt = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    items = page.locator("#-en .items > li")
    bullets = items.evaluate_all("all => all.map((one) => getComputedStyle(one).listStyleType)")
    page.close()
    assert found.violations_count == 0, found.generate_report()
    assert spilt <= 0
    assert bullets == ["none", "disc"]


WIDEN = """() => {
    document.querySelector("h1 span").textContent = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";
    const row = (tag) => `<tr>${`<${tag}>Responsibilities`.repeat(9)}`;
    for (const table of document.querySelectorAll("table")) table.innerHTML = `${row("th")}${row("td")}`;
}"""


def test_long_names_and_wide_tables_fit_the_screen_and_stand_whole_on_paper(file: Path, browser):
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(file.as_uri())
    page.evaluate(WIDEN)
    assert page.evaluate(SPILT) == []
    printed = PdfDocument(page.pdf(format="A4"))
    page.close()
    assert "".join(sheet.get_textpage().get_text_range() for sheet in printed).count("Responsibilities") >= 36
    assert max(ends_of_words(printed)) <= 1


def test_without_a_draft_the_version_to_come_is_shown(project: Path, tmp_path: Path):
    output = tmp_path / "next.html"
    assert CliRunner().invoke(main, ["--project", str(project), "adopt", "conwy", "2999"]).exit_code == 0
    assert show(project, "conwy", "--output", str(output)).exit_code == 0
    tree = LexborHTMLParser(output.read_text("utf-8"))
    assert len(tree.css("#-cy .provision")) > 100
    english, welsh = texts_at(tree, ".mark p")
    assert english.startswith("Not in force yet This is the version dated 2999, which is still to come, as it stood")
    assert welsh.startswith("Nid yw mewn grym eto Dyma’r fersiwn dyddiedig 2999, sydd eto i ddod, fel yr oedd ar ")
    assert "raft" not in "".join(texts_at(tree, "title, nav, h1, .language > .editorial")), "it may be adopted"


def test_drafts_of_two_documents_do_not_take_each_other_s_place(project: Path, tmp_path: Path, monkeypatch):
    folder = project / "protocols/barrow/conduct"
    folder.mkdir()
    (folder / "draft.yml").write_text(DRAFT, "utf-8")
    monkeypatch.chdir(tmp_path)
    for chosen in ([], ["--document", "conduct"]):
        assert show(project, "barrow", *chosen).exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["barrow-conduct-draft.html", "barrow-draft.html"]


@pytest.mark.parametrize("command", ["export newtown --format txt", "translation status --council newtown"])
def test_a_council_with_a_draft_alone_is_not_said_not_to_be_there(project: Path, command: str):
    folder = project / "protocols/newtown"
    folder.mkdir()
    shutil.copy(project / "protocols/barrow/council.yml", folder)
    (folder / "draft.yml").write_text(DRAFT, "utf-8")
    done = CliRunner().invoke(main, ["--project", str(project), *command.split()])
    said = "newtown:1: 'newtown' has no version of any document yet; make its draft a version with 'protocolau adopt'"
    assert done.exit_code == 1 and said in done.output
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["halewood/"], "'halewood/' is no slug; use a to z, 0 to 9 and hyphens: halewood\n"),
        (["halewod"], "protocols:1: there is no council 'halewod'; did you mean 'halewood'?"),
        (["halewood"], "halewood:1: there is no draft.yml and no version still to come; begin one with"),
        (["halewood", "--document", "conducts"], "'conducts' is no kind of document; did you mean 'conduct'?"),
        (["halewood", "--version", "2020"], "there is no version '2020'; give the name of its file without .yml"),
        (
            ["halewood", "--version", "2022-07-12"],
            "the council has adopted the version '2022-07-12', which is no draft; write it to a file with",
        ),
    ],
)
def test_what_cannot_be_is_refused_in_a_line(project: Path, arguments: list[str], said: str):
    done = show(project, *arguments)
    assert done.exit_code == 1 and said in done.output and "Traceback" not in done.output, done.output
