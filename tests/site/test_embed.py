"""A council's document in a frame on its own site: the adopted words, a clause alone, a way back, and no script."""

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from selectolax.lexbor import LexborHTMLParser

from protocolau.library.library import Library
from protocolau.model.protocol import Document
from protocolau.render.pages.embed import files
from tests.assembled import version_of
from tests.browsing import PREFIX, both_languages
from tests.conftest import BuiltProject, served
from tests.pages import adopted_words, page, text_without
from tests.rendering import render_context


@pytest.fixture(scope="module")
def foreign_site(tmp_path_factory):
    """A site of a council's own, at another address."""
    folder = tmp_path_factory.mktemp("council")
    (folder / "index.html").write_text("<!doctype html><title>Ours</title><main></main>", "utf-8")
    with served(folder) as found:
        yield found


@pytest.fixture(scope="module")
def scriptless(browser):
    """A window of a reader who allows no scripts."""
    page = browser.new_page(java_script_enabled=False)
    page.set_default_timeout(30_000)
    yield page
    page.close()


def visible(page: Page, selector: str = "article p, article h2, article h3, article h4, article td, article th"):
    return [" ".join(one.inner_text().split()) for one in page.locator(selector).all() if one.is_visible()]


def unspaced(words: str) -> str:
    """The letters alone: links and emphasis cut words where nothing is printed between."""
    return "".join(words.split())


def test_a_frame_shows_the_very_words_of_the_page(built: BuiltProject):
    for council in built.library.councils:
        for prefix in PREFIX.values():
            address = f"{prefix}councils/{council}/"
            shown, framed = adopted_words(built.site, address), adopted_words(built.site, f"{address}embed/")
            assert unspaced(framed) == unspaced(shown), address


@both_languages
def test_a_frame_has_the_editors_notes_on_the_whole_and_tells_a_drawing_in_words(built: BuiltProject, language):
    tree = page(built.site, f"{PREFIX[language]}councils/conwy/embed/")
    version = built.library.version_shown("conwy")
    said = [one.css_first(".note-label").next.text().strip() for one in tree.css("header .note")]
    assert said == [note[language] for note in version.notes] != []
    (drawn,) = [one.text() for one in tree.css("article .remarks p") if "→" in one.text()]
    stages = {"en": "Development → Delivery → Monitoring → Review", "cy": "Datblygu → Cyflawni → Monitro → Adolygu"}
    assert f"{stages[language]} → " in drawn and drawn.endswith(stages[language].partition(" ")[0])


@pytest.mark.parametrize(
    ("council", "said"),
    [
        ("cwmderw", "In force since March 2020"),  # and to be withdrawn, and another is to come
        ("bursledon", "In force since 27 April 2016"),
        ("conwy", None),  # the latest known, as its notice says
        ("aberhen", None),  # withdrawn, as its notice says
    ],
)
def test_a_frame_says_of_what_is_in_force_that_it_is_whatever_else_is_to_be_said(imagined, council, said):
    tree = page(imagined.site, f"councils/{council}/embed/")
    assert [one.text() for one in tree.css("header .dates")] == ([said] if said else [])
    assert len(tree.css("header .notice")) >= (0 if council == "bursledon" else 1)


def test_the_lines_of_a_clause_begin_below_each_other_in_a_very_narrow_frame(opened):
    page = opened("councils/conwy/embed/", viewport={"width": 240, "height": 640})
    begins = page.evaluate(
        """() => [...document.querySelectorAll("article p:has(> .number)")]
            .filter((p) => p.firstChild.textContent.length < 4).map((p) => {
            const words = document.createRange();
            words.setStart(p.childNodes[1], p.childNodes[1].data.search(/\\S/));
            words.setEnd(p, p.childNodes.length);
            return [...words.getClientRects()].map((line) => Math.round(line.left)).filter((_, row) => row < 2);
        }).filter((lines) => lines.length === 2)"""
    )
    assert len(begins) > 30
    assert [lines for lines in begins if abs(lines[0] - lines[1]) > 2] == []


def test_clauses_of_many_levels_keep_room_for_their_words_in_a_narrow_frame(opened):
    page = opened("councils/conwy/embed/", viewport={"width": 320, "height": 640})
    width = page.evaluate(
        """() => {
            let inner = [...document.querySelectorAll("article div:has(> p > .number)")].pop();
            for (const level of [3, 4, 5, 6, 7]) inner = inner.appendChild(inner.cloneNode(true));
            return inner.lastElementChild.clientWidth;
        }"""
    )
    assert width > 200
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_what_is_pasted_has_the_very_words_and_says_where_they_are_from(built: BuiltProject):
    for slug, council in built.library.councils.items():
        for prefix in PREFIX.values():
            address = f"{prefix}councils/{slug}/"
            tree = LexborHTMLParser((built.site / address / "embed/html.txt").read_text("utf-8"))
            footer = tree.css_first("footer")
            assert footer.css_first("a").text() == f"https://council-protocols.example/{address}" + (
                f"{built.library.version_shown(slug).slug}/"
            )
            assert council.name["cy" if prefix else "en"] in footer.text()
            said = {"halewood": ("Mabwysiadwyd 12 Gorffennaf 2022.", "Adopted 12 July 2022.")}.get(slug, ("", ""))
            assert said[not prefix] in footer.text()
            assert "In force" not in footer.text() and "Mewn grym" not in footer.text()
            footer.decompose()
            tree.css_first("h2").decompose()
            assert unspaced(tree.css_first("section").text()) == unspaced(adopted_words(built.site, address))
            assert not tree.css("script, style, [class], [id]")


@both_languages
def test_what_is_pasted_has_a_bullet_before_each_item_that_has_no_number_and_before_no_other(
    opened, tmp_path, library, language
):
    items = [
        {"number": "(a)", "text": "Agree it."},
        {"text": "Be civil."},
        {"text": "Be kind."},
        {"number": "(b)", "text": "Keep it."},
    ]
    version = version_of(tmp_path / "2020-01-01.yml", [{"text": "Members:", "items": items}], language)
    document = Document("exampleton", "relations", (version,))
    council = replace(library.councils["halewood"], slug="exampleton", documents={"relations": document})
    whole = Library(library.vocabulary, {**library.councils, "exampleton": council}, library.today)
    pasted = next(one for one in files(render_context(whole, language), document) if one.path.endswith("html.txt"))
    window = opened(PREFIX[language])
    window.set_content(pasted.content.decode())
    found = window.locator("li").evaluate_all(
        "all => all.map(li => [li.innerText, getComputedStyle(li).listStyleType])"
    )
    assert found == [["(a) Agree it.", "none"], ["Be civil.", "disc"], ["Be kind.", "disc"], ["(b) Keep it.", "none"]]


def test_a_frame_has_no_masthead_and_no_script_and_each_number_leads_back(any_site: Path):
    for file in any_site.rglob("embed/index.html"):
        tree = LexborHTMLParser(file.read_text("utf-8"))
        assert not tree.css("script, .masthead, nav"), file
        assert tree.css_first("base").attributes["target"] == "_top"
        numbers = tree.css("article .number")
        assert all(node.attributes["href"].partition("#")[2] for node in numbers)
        assert tree.css_first("footer a").attributes["href"].startswith("../")


@pytest.mark.parametrize(
    ("language", "council", "anchor", "first", "last", "count"),
    [
        ("en", "conwy", "9.1.d.i", "SECTION 22 - PROTOCOL ON MEMBER / OFFICER RELATIONS", "i.", 5),
        ("cy", "conwy", "8.6", "ADRAN 22 - PROTOCOL CYSYLLTIADAU AELODAU / SWYDDOGION", "8.6", 3),
        ("en", "halewood", "3.1.a", "3 Expectations", "a)", 3),
        ("cy", "bursledon", "reports.a", "GRWPIAU GWLEIDYDDOL", "a)", 3),
    ],
)
def test_a_clause_s_anchor_shows_that_clause_and_its_lead_in_alone(
    scriptless, address, language, council, anchor, first, last, count
):
    page = scriptless
    page.goto(f"{address}{PREFIX[language]}councils/{council}/embed/#{anchor}")
    said = visible(page)
    assert said[0].startswith(first) and said[-1].startswith(last), said
    assert len(said) == count, said
    expect(page.locator("footer a")).to_be_visible()
    page.locator(".whole a").click()
    assert len(visible(page)) > 20
    expect(page.locator(".whole")).to_be_hidden()


def test_a_cell_s_anchor_shows_its_row_under_the_heads_of_the_columns(scriptless, address, library):
    cell = next(
        cell.anchor
        for provision in library.version_shown("conwy").provisions.values()
        if provision.table and provision.table.columns
        for cell in provision.table.rows[-1]
    )
    scriptless.goto(f"{address}councils/conwy/embed/#{cell}")
    rows = [row for row in scriptless.locator("article tr").all() if row.is_visible()]
    assert len(rows) == 2 and rows[0].locator("th[scope=col]").count()


@both_languages
def test_a_wide_table_is_scrolled_within_a_narrow_frame_by_its_keys_too(opened, language):
    page = opened(f"{PREFIX[language]}councils/conwy/embed/", viewport={"width": 320, "height": 640})
    page.evaluate(
        "() => { const table = document.querySelector('article table'); "
        "table.innerHTML = `<tr>${'<td><i>Responsibilities</i>'.repeat(9)}`; }"
    )
    assert page.evaluate("[...document.querySelectorAll('td i')].every((word) => word.getClientRects().length === 1)")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    scrolled = page.locator(".table-wrap").first
    scrolled.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.table-wrap').scrollLeft > 0")


@both_languages
def test_another_site_shows_the_document_in_a_frame_and_its_links_leave_it(opened, address, foreign_site, language):
    page = opened(f"{PREFIX[language]}councils/conwy/#-use")
    lines = page.locator(".use code").first.inner_text()
    assert f'lang="{language}"' in lines and "title=" in lines
    page.goto(foreign_site)
    there = lines.replace("https://council-protocols.example/", address).replace("/embed/", "/embed/#8.6")
    page.evaluate("lines => document.querySelector('main').innerHTML = lines", there)
    frame = page.frame_locator("iframe")
    number = frame.locator('[id="8.6"] .number')
    expect(number).to_have_text("8.6")
    expect(frame.locator('[id="8.5"]')).to_be_hidden()
    number.click()
    page.wait_for_url(f"{address}{PREFIX[language]}councils/conwy/undated/#8.6")


@both_languages
def test_a_draft_translation_in_a_frame_says_that_it_is_one(site: Path, language):
    notices = page(site, f"{PREFIX[language]}councils/bursledon/embed/").css(".notice")
    said = text_without(notices[0], ".none") if notices else ""
    assert (
        said
        == {
            "en": "",
            "cy": "Cyfieithiad drafft answyddogol yw hwn. Y testun Saesneg a fabwysiadwyd gan y cyngor sy’n drech.",
        }[language]
    )
