"""The same pages as somebody might have written them by hand in Markdown: text, anchors, topics, tables, lists."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from protocolau.language import LANGUAGES
from protocolau.language.marks import plain
from protocolau.library.library import Library
from protocolau.model.protocol import Council
from protocolau.model.provision import Provision
from protocolau.render.context import RenderContext
from protocolau.render.pages.roles import RolesCell, roles_tables, row_of_one
from protocolau.render.version_view import VersionView
from protocolau.repository.repository import ProtocolRepository
from tests.rendering import render_context

_EXCERPT = 160
"""Letters of a text that a cell of the roles table shows."""
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
    library = ProtocolRepository(protocols).load(date.today())
    project.mkdir()
    (project / "mkdocs.yml").write_text(CONFIG)
    for language in LANGUAGES:
        docs = project / "docs" / ("" if language == LANGUAGES[0] else language)
        rendering = render_context(library, language)
        for folder in ("councils", "topics"):
            (docs / folder).mkdir(parents=True)
        (docs / "index.md").write_text(f"# {rendering.messages('site.name')}\n", "utf-8")
        for council in library.councils.values():
            (docs / "councils" / f"{council.slug}.md").write_text("\n".join(_council(rendering, council)), "utf-8")
        for topic in library.vocabulary.topics.values():
            (docs / "topics" / f"{topic.slug}.md").write_text("\n".join(_topic(rendering, library, topic)), "utf-8")


def _council(rendering: RenderContext, council: Council) -> Iterator[str]:
    version, t = rendering.library.version_shown(council.slug), rendering.messages
    view = rendering.view_of(version)
    yield f"# {council.name[rendering.language]}\n"
    for one in version.body:
        yield from _provision(rendering, view, one, 2)
    yield f"## {t('roles.own')}\n"
    for table in roles_tables(rendering, row_of_one(rendering, view)):
        left, right = (t(f"roles.{table.slug}.{side}") for side in ("members", "officers"))
        yield f"| {t('topic')} | {left} | {right} |\n|---|---|---|"
        for row in (row for _, rows in table.groups for row in rows):
            sides = (_cells([*side, *row.both, *row.others]) for side in (row.members, row.officers))
            name = row.topic.name[rendering.language]
            yield f"| [{name}](../topics/{row.topic.slug}.md) | {' | '.join(sides)} |"
        yield ""


def _provision(rendering: RenderContext, view: VersionView, one: Provision, level: int) -> Iterator[str]:
    number = f"{one.number} " if one.number else ""
    if one.heading:
        heading = view.plain_unit(one.heading, f"{one.anchor} heading", one.language)
        yield f"{'#' * min(level, 6)} {number}{heading} {{#{one.anchor}}}\n"
    if one.text:
        mark = "- " if one.kind == "item" else ""
        text = view.plain_unit(one.text, one.anchor, one.language)
        link = f"[#](#{one.anchor}){{#{one.anchor}}}"
        yield f"{mark}{'' if one.heading else number}{text} {link} {_topics(rendering, one)}\n"
    if one.table:
        yield from _table(view, one)
    for child in (*one.items, *one.provisions):
        yield from _provision(rendering, view, child, level + bool(one.heading))
    for note in one.notes:
        yield f"> {rendering.messages('note')} {note[rendering.language]}\n"


def _topics(rendering: RenderContext, one: Provision) -> str:
    library = rendering.library
    return " ".join(
        f"[{library.vocabulary.topics[slug].name[rendering.language]}](../topics/{slug}.md) "
        f"({len(library.relations.speakers[slug]) - 1})"
        for slug in one.topics
    )


def _table(view: VersionView, one: Provision) -> Iterator[str]:
    rows = ([one.table.columns] if one.table.columns else []) + list(one.table.rows)
    for index, row in enumerate(rows):
        yield "| " + " | ".join(view.plain_unit(cell.text, cell.anchor, cell.language) for cell in row) + " |"
        if index == 0:
            yield "|" + " --- |" * len(row)
    yield ""


def _cells(cells: list[RolesCell]) -> str:
    return "<br>".join(f"{_excerpt(cell.quoted.words.text)} [{cell.label}](#{cell.anchor})" for cell in cells)


def _excerpt(text: str) -> str:
    """The beginning of a text, cut at a word, with an ellipsis where it is cut."""
    words = plain(text)
    return words if len(words) <= _EXCERPT else f"{words[:_EXCERPT].rsplit(' ', 1)[0].rstrip(',;:.')} …"


def _topic(rendering: RenderContext, library: Library, topic) -> Iterator[str]:
    yield f"# {topic.name[rendering.language]}\n\n{topic.summary[rendering.language]}\n"
    for version in library.relations.speakers[topic.slug]:
        view = rendering.view_of(version)
        council = library.councils[version.council]
        yield f"## [{council.short_name[rendering.language]}](../councils/{council.slug}.md)\n"
        for one in dict.fromkeys(version.provisions[said.anchor] for said in version.by_topic[topic.slug]):
            yield f"> {view.contexts[one.anchor]}\n>\n> {one.number or ''} {view.plain_text(one).text}\n"
