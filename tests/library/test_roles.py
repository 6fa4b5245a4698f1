"""The roles tables beside the table made by hand from the texts, and beside the two that Conwy printed."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
import yaml

from protocolau.comparison.expecting import is_expecting_denied
from protocolau.language import LANGUAGES
from protocolau.library.library import Library
from protocolau.library.roles import RolesRow, RolesTable, has_row, parties_in, roles_row, topic_groups
from protocolau.model.protocol import Provision, Version
from protocolau.model.statements import Statement
from protocolau.model.vocabulary import Topic, Vocabulary
from protocolau.publish.lists_made_from import of_roles
from protocolau.render.context import RenderContext
from protocolau.render.pages.roles import RolesTableView, roles_tables, row_of_one
from protocolau.repository.repository import ProtocolRepository
from tests.conftest import FIVE, ROOT, BuiltProject
from tests.pages import page
from tests.rendering import render_context

SPEAKS = yaml.safe_load((ROOT / "tests" / "statements" / "speaks.yml").read_text("utf-8"))
PLACES = ("members", "officers", "both", "others")


@dataclass(frozen=True)
class Spoken:
    """A place of the table made by hand, as a roles table has it."""

    anchor: str
    place: str
    is_certain: bool
    """Whether two careful readers would agree that it speaks of the topic."""
    is_placed: bool
    """Whether they would agree by whom, or to whom."""


def rows(library: Library, table: RolesTable, council: str) -> Iterator[tuple[Version, RolesRow]]:
    version = library.version_shown(council)
    for topic in topics(table, library.vocabulary):
        if has_row(table, version, topic, library.vocabulary):
            yield version, roles_row(table, version, topic, library.vocabulary)


def own_tables_of(rendering: RenderContext, version: Version) -> list[RolesTableView]:
    """The tables of one version, with what its page shows of each clause before it is made HTML."""
    return list(roles_tables(rendering, row_of_one(rendering, rendering.view_of(version))))


def topics(table: RolesTable, vocabulary: Vocabulary) -> Iterator[Topic]:
    return (topic for group in topic_groups(table, vocabulary) for topic in group.topics)


def spoken(library: Library, table: RolesTable, council: str, topic: str) -> list[Spoken]:
    key = "by" if table is RolesTable.ROLES else "to"
    entries = SPEAKS[council].get(topic, [])
    return [
        Spoken(
            entry["at"],
            library.vocabulary.side_of(entry.get(key, ())) or "others",
            "doubtful" not in entry,
            "parties_doubtful" not in entry,
        )
        for entry in entries
        if entry.get(key) or table is RolesTable.ROLES or "parties_doubtful" in entry
    ]


@pytest.mark.parametrize("table", RolesTable)
@pytest.mark.parametrize("council", FIVE)
def test_every_place_of_a_table_is_as_the_texts_have_it(library: Library, table: RolesTable, council: str):
    wrong = []
    for _, row in rows(library, table, council):
        by_hand = spoken(library, table, council, row.topic.slug)
        shown = {
            (statement.anchor, place)
            for place, statements in zip(PLACES, row.places, strict=True)
            for statement in statements
        }
        allowed = {(one.anchor, one.place) for one in by_hand}
        anywhere = {one.anchor for one in by_hand if not one.is_placed}
        wrong += [(row.topic.slug, *one, "not so") for one in shown - allowed if one[0] not in anywhere]
        needed = {(one.anchor, one.place) for one in by_hand if one.is_certain and one.is_placed}
        wrong += [(row.topic.slug, *one, "missing") for one in needed - shown]
    assert wrong == []


@pytest.mark.parametrize("table", RolesTable)
@pytest.mark.parametrize("council", FIVE)
def test_nothing_is_said_only_of_a_side_of_which_nothing_is_said(library: Library, table: RolesTable, council: str):
    for _, row in rows(library, table, council):
        places = {
            one.place for one in spoken(library, table, council, row.topic.slug) if one.is_certain and one.is_placed
        }
        for side in ("members", "officers"):
            if not getattr(row, side) and not row.both:
                assert places.isdisjoint({side, "both"}), (row.topic.slug, side)


def test_every_statement_of_substance_stands_in_a_table(library: Library):
    """But for what a protocol says of itself, and statements without a topic."""
    for version in library.relations.versions:
        shown = {
            statement
            for table in RolesTable
            for _, row in rows(library, table, version.council)
            for place in row.places
            for statement in place
        }
        about = {topic.slug for topic in library.vocabulary.groups[0].topics}
        missing = [one for one in version.statements if set(one.topics) - about and one not in shown]
        assert missing == []


PRINTED = {"appendix.1.3.table1": RolesTable.ROLES, "appendix.1.5.table1": RolesTable.EXPECTATIONS}


@pytest.mark.parametrize(("printed", "table"), PRINTED.items())
def test_beside_conwy_s_own_tables_ours_has_every_row(library: Library, printed: str, table: RolesTable):
    version = library.version_shown("conwy")
    columns = ("members", "officers")
    ours = {row.topic.slug: row for _, row in rows(library, table, "conwy")}
    for cells in version.provisions[printed].table.rows:
        for column, cell in zip(columns, cells, strict=False):
            place = "both" if cell.span == 2 else column
            for statement in cell.statements:
                for topic in statement.topics:
                    assert statement in getattr(ours[topic], place), (statement.text, topic)


def test_a_party_on_neither_side_is_named(library: Library):
    context = render_context(library, "en")
    tables = own_tables_of(context, library.version_shown("conwy"))
    cells = [cell for table in tables for _, rows in table.groups for row in rows for cell in row.others]
    named = {cell.anchor: cell.parties for cell in cells}
    assert named["10.1"] == "The council"
    assert named["13.1"] == "Nobody in particular"
    assert any(cell.parties == "Committees and panels" and cell.anchor == "9.2" for cell in cells)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_translated_together_stands_once_in_a_cell(library: Library, language: str):
    context = render_context(library, language)
    for version in library.relations.versions:
        for table in own_tables_of(context, version):
            for _, made in table.groups:
                for row in made:
                    for cells in (row.members, row.officers, row.both, row.others):
                        units = [cell.quoted.unit for cell in cells]
                        assert len(units) == len(set(units))


def test_the_tables_of_the_pages_lead_to_every_statement_of_their_topics(built: BuiltProject):
    for version in built.library.relations.versions:
        expected = {
            statement.anchor
            for table in RolesTable
            for topic in topics(table, built.library.vocabulary)
            if has_row(table, version, topic, built.library.vocabulary)
            for statement in version.by_topic[topic.slug]
            if table is RolesTable.ROLES or parties_in(table, statement)
        }
        links = page(built.site, f"councils/{version.council}/").css("#-roles td a")
        assert {node.attributes["href"].lstrip("#") for node in links} == expected, version.council


def test_the_roles_table_serves_both_columns_with_conwy_s_last_row(site, library: Library):
    table = page(site, "councils/conwy/").css_first("#-roles table.roles")
    assert [node.text() for node in table.css("thead th")] == ["Topic", "Members", "Officers"]
    shared = {link.attributes["href"] for link in table.css("tr:not(.other-parties) td[colspan='2'] a")}
    assert "#appendix.1.3.table1.r6c1" in shared, "Collectively set the policy and strategy framework for the Council"
    links = {node.attributes["href"].lstrip("#") for node in table.css("td a")}
    assert links and links <= set(library.version_shown("conwy").provisions)


BEGINNINGS = """() => [...document.querySelectorAll(".own-roles q")].map((quote) => {
    const copy = quote.cloneNode(true);
    copy.querySelectorAll("i").forEach((one) => one.remove());
    return copy.textContent.trim().replace(/ …$/, "");
})"""
"""What the roles of a page quote, without what governs it there."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_clause_has_the_beginning_of_its_words_in_a_table_that_is_opened(opened, library: Library, language: str):
    page = opened(f"{'' if language == 'en' else 'cy/'}councils/conwy/")
    page.evaluate("document.querySelectorAll('.own-roles details').forEach((one) => (one.open = true))")
    page.wait_for_function("!document.querySelector('.own-roles td > a')")
    context = render_context(library, language)
    tables = own_tables_of(context, library.version_shown("conwy"))
    rows = [row for table in tables for _, made in table.groups for row in made]
    cells = [cell for row in rows for cells in (row.members, row.officers, row.both, row.others) for cell in cells]
    said = {cell.quoted.words.text for cell in cells}
    quoted = page.evaluate(BEGINNINGS)
    assert len(quoted) == len(cells) > 100
    assert [one for one in quoted if not any(words.startswith(one) for words in said)] == []
    assert page.locator(".own-roles tbody th:not(:has(a))").count() == 0


def test_the_tables_of_all_councils_are_made_again_only_where_a_cell_says_something_else(tmp_path: Path):
    for name in ("vocabulary", "bursledon"):
        shutil.copytree(ROOT / "protocols" / name, tmp_path / name)
    repository, files = ProtocolRepository(tmp_path), list((tmp_path / "bursledon").glob("20*"))

    def made_from(old: str = "", new: str = "") -> list[str]:
        for file in files:  # the protocol, its translation and its source
            file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
        library = repository.load(date(2026, 1, 1))
        return [of_roles(render_context(library, language)) for language in LANGUAGES]

    before = made_from()
    assert made_from("title: Member", "title: The Member") == before
    english, welsh = made_from("Chairmen and Vice Chairmen of Committees", "Chairs of Committees")
    assert english != before[0] and welsh == before[1], "what is said in Welsh is as it was"


@pytest.mark.parametrize(
    ("language", "text", "denied"),
    [
        ("en", "Members cannot expect officers to work at night.", True),
        ("en", "Members should not expect a reply at weekends.", True),
        ("en", "Members may expect officers not to take sides.", False),
        ("en", "Officers give advice, not orders, and members may expect it.", False),
        ("en", "Members should not, however, expect a reply at weekends.", True),
        ("en", "No member, whatever their party, may expect favours.", True),
        ("en", "It is unreasonable to expect officers to reply at weekends.", True),
        ("en", "Members who do not sit on the committee may expect the same notice.", False),
        ("en", "Members who do not give notice cannot expect a reply.", True),
        ("en", "Members may not be asked to wait and can expect a reply.", False),
        ("en", "Officers keep out of politics, nor should members expect political support.", True),
        ("en", "Members should avoid expecting replies at night.", True),
        ("en", "Members are discouraged from expecting replies at night.", True),
        ("en", "It is inappropriate to expect officers to work at night.", True),
        ("en", "It would be quite wrong to expect a reply at weekends.", True),
        ("en", "Members can hardly expect a reply at weekends.", True),
        ("en", "Members can not only expect a reply but a prompt one.", False),
        ("en", "Members subjected to inappropriate conduct can expect support.", False),
        ("en", "There is no expectation that officers reply at weekends.", True),
        ("en", "Members have a legitimate expectation of courtesy.", False),
        ("en", "It is too much to expect a reply at weekends.", True),
        ("en", "It is unrealistic for members to expect an instant answer.", True),
        ("en", "It would be unfair to expect a reply at weekends.", True),
        ("en", "If a decision is unfair, members can expect a review.", False),
        ("cy", "Afrealistig yw disgwyl ateb ar unwaith.", True),
        ("cy", "Mae'n annheg disgwyl i swyddogion ateb dros y penwythnos.", True),
        ("cy", "Os na ellir ateb, gall aelodau ddisgwyl cael gwybod.", False),
        ("cy", "Nid oes disgwyliad y bydd swyddogion yn ateb dros y penwythnos.", True),
        ("cy", "Byddai'n anghywir i aelodau ddisgwyl i staff redeg negeseuon.", True),
        ("cy", "Mae'n amhriodol disgwyl i swyddogion weithio gyda'r nos.", True),
        ("cy", "Go brin y gall aelodau ddisgwyl ateb dros y penwythnos.", True),
        ("cy", "Nid yn unig y gall aelodau ddisgwyl ateb, ond ateb prydlon.", False),
        ("cy", "Dylai aelodau osgoi disgwyl atebion gyda'r nos.", True),
        ("cy", "Ni ddylai aelodau ddisgwyl ateb dros y penwythnos.", True),
        ("cy", "Ni ddylai aelodau, serch hynny, ddisgwyl ateb.", True),
        ("cy", "Mae'n afresymol disgwyl i swyddogion ateb dros y penwythnos.", True),
        ("cy", "Gall aelodau nad ydynt ar y pwyllgor ddisgwyl yr un rhybudd.", False),
        ("cy", "Ni chaiff aelodau nad ydynt ar y pwyllgor ddisgwyl rhybudd.", True),
        ("cy", "Gall aelodau ddisgwyl ateb o fewn pum diwrnod.", False),
    ],
)
def test_what_is_denied_nobody_may_expect(library: Library, language: str, text: str, denied: bool):
    topic = next(topic for topic in topics(RolesTable.EXPECTATIONS, library.vocabulary))
    statement = Statement("1", 0, text, topics=(topic.slug,), to=("members",))
    body = (Provision("1", "clause", 1, statements=(statement,), language=language),)
    version = Version("x", "relations", "old", Path("x"), "Title", language, body)
    asked = RolesTable.EXPECTATIONS, version, topic, library.vocabulary, is_expecting_denied
    assert has_row(*asked) is not denied
    assert roles_row(*asked).members == (() if denied else (statement,))
