"""The same pages as somebody might have written them by hand in Markdown: text, anchors, topics, tables, lists."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from protocolau import LANGUAGES
from protocolau.library import Library, Shelf
from protocolau.library.roles import EXPECTATIONS, ROLES, table
from protocolau.model.protocol import Council, Provision
from protocolau.render.page import Setting, Studio
from protocolau.render.provisions import Showing, citation, excerpt, showing_of

CONFIG = """\
site_name: Plain
theme: {name: material, language: en, font: false}
markdown_extensions: [attr_list, tables]
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages:
        - {locale: en, name: English, default: true}
        - {locale: cy, name: Cymraeg}
"""


def write(protocols: Path, project: Path) -> None:
    """A project of plain mkdocs-material with the pages of councils and topics in both languages."""
    library = Shelf(protocols).load()
    project.mkdir()
    (project / "mkdocs.yml").write_text(CONFIG)
    for language in LANGUAGES:
        docs = project / "docs" / ("" if language == LANGUAGES[0] else language)
        studio = Studio(library, Setting("https://plain.example/", date(2026, 1, 1)), language)
        for folder in ("councils", "topics"):
            (docs / folder).mkdir(parents=True)
        (docs / "index.md").write_text(f"# {studio.words('site.name')}\n", "utf-8")
        for council in library.councils.values():
            (docs / "councils" / f"{council.slug}.md").write_text("\n".join(_council(studio, council)), "utf-8")
        for topic in library.vocabulary.topics.values():
            (docs / "topics" / f"{topic.slug}.md").write_text("\n".join(_topic(studio, library, topic)), "utf-8")


def _council(studio: Studio, council: Council) -> Iterator[str]:
    showing, t = showing_of(studio, council.in_force), studio.words
    yield f"# {council.name[studio.language]}\n"
    for one in council.in_force.body:
        yield from _provision(studio, showing, one, 2)
    yield f"## {t('roles.own')}\n"
    for group in (ROLES, EXPECTATIONS):
        yield f"| {t('topic')} | {t('roles.members')} | {t('roles.officers')} |\n|---|---|---|"
        for row in table(council.in_force, studio.library.vocabulary, group):
            sides = (_cells(studio, showing, (*side, *row.both)) for side in (row.members, row.officers))
            name = row.topic.name[studio.language]
            yield f"| [{name}](../topics/{row.topic.slug}.md) | {' | '.join(sides)} |"
        yield ""


def _provision(studio: Studio, showing: Showing, one: Provision, level: int) -> Iterator[str]:
    number = f"{one.number} " if one.number else ""
    if one.heading:
        heading = showing.words(one.heading, f"{one.anchor} heading", one.language)
        yield f"{'#' * min(level, 6)} {number}{heading} {{#{one.anchor}}}\n"
    if one.text:
        mark = "- " if one.kind == "item" else ""
        text = showing.words(one.text, one.anchor, one.language)
        link = f"[#](#{one.anchor}){{#{one.anchor}}}"
        yield f"{mark}{'' if one.heading else number}{text} {link} {_topics(studio, one)}\n"
    if one.table:
        yield from _table(showing, one)
    for child in (*one.items, *one.provisions):
        yield from _provision(studio, showing, child, level + bool(one.heading))
    for note in one.notes:
        yield f"> {studio.words('note')} {note[studio.language]}\n"


def _topics(studio: Studio, one: Provision) -> str:
    library = studio.library
    return " ".join(
        f"[{library.vocabulary.topics[slug].name[studio.language]}](../topics/{slug}.md) "
        f"{studio.words('others', n=len(library.speakers[slug]) - 1)}"
        for slug in one.topics
    )


def _table(showing: Showing, one: Provision) -> Iterator[str]:
    rows = ([one.table.columns] if one.table.columns else []) + list(one.table.rows)
    for index, row in enumerate(rows):
        yield "| " + " | ".join(showing.words(cell.text, cell.anchor, cell.language) for cell in row) + " |"
        if index == 0:
            yield "|" + " --- |" * len(row)
    yield ""


def _cells(studio: Studio, showing: Showing, provisions: tuple[Provision, ...]) -> str:
    said = ((showing.said(one).text, citation(studio.words, showing.reading, one.anchor), one) for one in provisions)
    return "<br>".join(f"{excerpt(text)} [{where}](#{one.anchor})" for text, where, one in said)


def _topic(studio: Studio, library: Library, topic) -> Iterator[str]:
    yield f"# {topic.name[studio.language]}\n\n{topic.summary[studio.language]}\n"
    for version in library.speakers[topic.slug]:
        showing = showing_of(studio, version)
        council = library.councils[version.council]
        yield f"## [{council.short_name[studio.language]}](../councils/{council.slug}.md)\n"
        for one in version.by_topic[topic.slug]:
            yield f"> {showing.contexts[one.anchor]}\n>\n> {one.number or ''} {showing.said(one).text}\n"
