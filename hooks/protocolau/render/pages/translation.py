"""/translation/ and /councils/<slug>/bilingual/: the translator's desk, and both languages side by side."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple

from markupsafe import Markup

from protocolau.comparison.difference import Piece, difference
from protocolau.language import other
from protocolau.language.marks import plain
from protocolau.library.addresses import bilingual_address, further_page
from protocolau.library.library import RELATIONS
from protocolau.model.protocol import Document, Version
from protocolau.model.provision import Provision
from protocolau.model.translation import TITLE, is_heading, places_of_unit
from protocolau.render.context import RenderContext
from protocolau.render.editing import FileLine, file_line, line_of_document
from protocolau.render.other_language import translation_notice
from protocolau.render.page import Page
from protocolau.render.pages.councils import document_name, facts, name_among_own
from protocolau.render.picture import picture
from protocolau.render.standing import standing_notice
from protocolau.render.unit_labels import unit_label
from protocolau.translation.reading import STATES, Reading
from protocolau.translation.workload import Task, Workload, workload

MOST_ROWS = 500
"""Rows of a page of both languages; what is left over is on further pages."""
LISTED = 20
"""Open tasks that the desk names for each document; its bilingual page has every one."""


class OpenTask(NamedTuple):
    """A task that asks for a translator."""

    state: str
    label: str
    """What to call its unit."""
    line: str
    """Where it is to be edited."""
    address: str
    """Of its row in both languages."""


class DeskWork(NamedTuple):
    """The work of translating one version, as the desk shows it."""

    language: str
    states: Mapping[str, int]
    words_to_translate: int
    words_to_review: int
    listed: list[OpenTask]


@dataclass(frozen=True, slots=True)
class DocumentDesk:
    """One document on the translator's desk."""

    id: str
    """By which its open tasks are found on the page."""
    name: str
    address: str
    """Where both its languages stand side by side."""
    work: DeskWork


class BilingualRow(NamedTuple):
    """A unit in both languages."""

    id: str
    """That of the row: of the first statement of a clause the clause's anchor."""
    label: str | None
    """What to call the unit, where its number does not say it."""
    number: str | None
    level: int
    """The level of the heading that it is; 0 where it is none."""
    goes_on: bool
    """Whether it goes on with the clause of the row before."""
    source: str
    target: str | None
    state: str
    changes: tuple[Piece, ...]
    """For a stale translation: what has changed in the source since it was made."""


def pages(rendering: RenderContext) -> Iterator[Page]:
    """The translator's desk."""
    t = rendering.messages
    desks = [_desk(rendering, document) for document in _documents(rendering)]
    desks.sort(key=lambda desk: -desk.work.words_to_translate)
    yield Page(
        language=rendering.language,
        address="translation/",
        section="translate",
        title=t("translation.title"),
        description=t("translation.description"),
        content=rendering.render(
            "pages/translation.html",
            desks=desks,
            states=STATES,
            total=sum((Counter(desk.work.states) for desk in desks), Counter()),
            to_translate=sum(desk.work.words_to_translate for desk in desks),
            to_review=sum(desk.work.words_to_review for desk in desks),
            own_words=rendering.settings.own_words(),
            edit_url=rendering.settings.edit_url,
        ),
    )


def _documents(rendering: RenderContext) -> Iterator[Document]:
    """Every document of every council: what a list leaves out would seem to be translated."""
    for council in rendering.in_order(rendering.library.councils.values()):
        yield from (council.documents[kind] for kind in rendering.library.kinds if kind in council.documents)


def _desk(rendering: RenderContext, document: Document) -> DocumentDesk:
    version = rendering.library.version_shown(document.council, document.kind)
    name = name_among_own if rendering.library.sole else document_name
    own = document.council if document.kind == RELATIONS else f"{document.council}-{document.kind}"
    return DocumentDesk(own, name(rendering, document), bilingual_address(document), _kept_work(rendering, version))


def desk_digests(rendering: RenderContext) -> Iterator[tuple[str, bytes]]:
    """What the desk says of each document, as its name and a digest of the work that is left."""
    documents = list(_documents(rendering))
    versions = [rendering.library.version_shown(one.council, one.kind) for one in documents]

    def digest(version: Version) -> bytes:
        return blake2b(repr(_kept_work(rendering, version)).encode(), digest_size=10).digest()

    works = rendering.comparison.values.of_each(versions, f"digest of desk {rendering.language}", digest)
    for document, (_, work) in zip(documents, works, strict=True):
        yield document_name(rendering, document), work


def _kept_work(rendering: RenderContext, version: Version) -> DeskWork:
    document, kept = rendering.library.document_of(version), f"desk {rendering.language}"
    return rendering.comparison.values.of(version, kept, lambda: _work(rendering, document, version))


def _work(rendering: RenderContext, document: Document, version: Version) -> DeskWork:
    load, address = workload(version), bilingual_address(document)
    places = {task.unit: place for place, task in enumerate(load.tasks)}
    listed = [
        OpenTask(
            task.state,
            unit_label(rendering.messages, version, task.unit),
            _written(version, task).said,
            f"{further_page(address, places[task.unit] // MOST_ROWS + 1)}#{_row_of(version, task)}",
        )
        for task in load.open[:LISTED]
    ]
    return DeskWork(load.language, dict(load.states), load.words_to_translate, load.words_to_review, listed)


def further_addresses(document: Document, version: Version) -> Iterator[str]:
    """The addresses of the pages of both languages after the first, where a version is long."""
    pages = -(-version.unit_count // MOST_ROWS)
    return (further_page(bilingual_address(document), number) for number in range(2, pages + 1))


def bilingual_pages(rendering: RenderContext, document: Document) -> Iterator[Page]:
    """Both languages of the version shown of a document, aligned unit by unit."""
    version = rendering.library.version_shown(document.council, document.kind)
    load = workload(version)
    pages = [load.tasks[start : start + MOST_ROWS] for start in range(0, len(load.tasks), MOST_ROWS)]
    for number, tasks in enumerate(pages, start=1):
        yield _bilingual_page(rendering, document, load, tasks, range(1, len(pages) + 1), number)


def _bilingual_page(
    rendering: RenderContext, document: Document, load: Workload, tasks: Sequence[Task], numbers: range, number: int
) -> Page:
    t, version, council = rendering.messages, load.version, rendering.library.councils[document.council]
    name = document_name(rendering, document)
    first, further = t("bilingual.page_title", council=name), t("bilingual.further_title", council=name, n=number)
    file = line_of_document(version, load.language) if load.language in version.translations else None
    alike = version.other_language == "equal"
    return Page(
        language=rendering.language,
        address=further_page(bilingual_address(document), number),
        section="councils",
        title=first if number == 1 else further,
        description=t("bilingual.description_alike" if alike else "bilingual.description", council=name),
        picture=picture(rendering, version),
        content=rendering.render(
            "pages/bilingual.html",
            facts=facts(rendering, council, version),
            source=version.language,
            target=load.language,
            notice=translation_notice(rendering, version, both=True),
            standing=standing_notice(rendering, version),
            state=Reading(version, load.language).state,
            usual=_usual(load),
            alike=alike,
            file=file.path if file else None,
            file_url=file.url(rendering.settings) if file else None,
            rows=list(_rows(rendering, version, load, tasks)),
            address=bilingual_address(document),
            number=number,
            numbers=numbers,
        ),
    )


def _usual(load: Workload) -> str:
    """The state of most units, of which a row says nothing."""
    return load.states.most_common(1)[0][0]


def _rows(rendering: RenderContext, version: Version, load: Workload, tasks: Sequence[Task]) -> Iterator[Markup]:
    """The HTML of the rows of a page. Councils that adopt one model share most: what looks alike is made once."""
    made, language = rendering.settings.theme.macro("parts/bilingual_row.html", "row"), rendering.language
    alike = version.other_language == "equal"
    rows, look = rendering.cache.bilingual_rows, (_usual(load), alike, version.language, load.language)
    for pair in _pairs(rendering, version, tasks):
        if (html := rows.get((pair, look))) is None:
            html = made(pair, *look, language, other(language), rendering.messages)
            rows[pair, look] = html
        yield html


def _pairs(rendering: RenderContext, version: Version, tasks: Sequence[Task]) -> Iterator[BilingualRow]:
    """The rows of a page. Its headings begin below the page's own, and none skips a level."""
    levels = {TITLE: 2, **_levels(version.body, 2)}
    above = 1
    for task in tasks:
        has_no_text = _has_no_text(task)
        level = min(levels.get(task.anchor or TITLE, 2), above + 1) if has_no_text else 0
        above = level or above
        yield _pair(rendering, version, task, level, has_no_text)


def _levels(provisions: Iterable[Provision], level: int) -> dict[str, int]:
    """By anchor the level of each heading, as on the page of the document."""
    found = {}
    for one in provisions:
        found[one.anchor] = level
        found |= _levels((*one.items, *one.provisions), min(level + 1, 6) if one.heading else level)
    return found


def _pair(rendering: RenderContext, version: Version, task: Task, level: int, has_no_text: bool) -> BilingualRow:
    provision, unit = version.provisions.get(task.anchor), task.translated
    is_first = has_no_text or _is_first(provision, task)
    number = _number(provision, bool(level)) if is_first else None
    return BilingualRow(
        id=_row(version, task, is_first and not has_no_text),
        label=_label(rendering, version, task, number) if number else None,
        number=number,
        level=level,
        goes_on=not is_first,
        source=plain(task.source),
        target=plain(unit.target) if unit else None,
        state=task.state,
        changes=difference(plain(unit.source), plain(task.source)) if unit and task.state == "stale" else (),
    )


def _label(rendering: RenderContext, version: Version, task: Task, number: str) -> str | None:
    label = unit_label(rendering.messages, version, task.unit, rendering.view_of(version).citation)
    return label if number.rstrip(".—–- ") != label.split(",")[0] else None


def _row(version: Version, task: Task, begins_clause: bool) -> str:
    """The id of a row. A clause has its anchor once, at its first statement; no other row takes that of a clause."""
    if begins_clause:
        return task.anchor
    name = task.unit.replace(" ", "-")
    return f"-{name}" if name in version.provisions else name


def _row_of(version: Version, task: Task) -> str:
    """The id of the row of any task."""
    begins_clause = not _has_no_text(task) and _is_first(version.provisions.get(task.anchor), task)
    return _row(version, task, begins_clause)


def _has_no_text(task: Task) -> bool:
    return task.unit == TITLE or is_heading(task.unit)


def _is_first(provision: Provision | None, task: Task) -> bool:
    """Whether a unit of a text is not a later part of its clause."""
    if provision is None or task.unit == provision.anchor:
        return True
    places = places_of_unit(task.unit, len(provision.statements))
    return not places or places.start == 0


def _number(provision: Provision | None, is_heading: bool) -> str | None:
    """The printed number, once: at the heading where there is one."""
    if provision is None or (provision.heading and not is_heading):
        return None
    return provision.number


def _written(version: Version, task: Task) -> FileLine:
    """The file and the line in which a unit is translated, or the one whose text is to be translated."""
    if task.translated:
        return file_line(version, task.translated.path, task.translated.line)
    provision = version.provisions.get(task.anchor)
    return file_line(version, version.path, provision.line if provision else 1)
