"""/translation/ and /councils/<slug>/bilingual/: the translator's desk, and both languages side by side."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from protocolau.comparison.difference import Piece, difference
from protocolau.language.marks import plain
from protocolau.model.protocol import Council, Provision, Version
from protocolau.render.citations import citation
from protocolau.render.context import RenderContext, SiteSettings
from protocolau.render.page import Page
from protocolau.render.pages.councils import facts
from protocolau.translation.reading import STATES, Reading
from protocolau.translation.workload import Task, Workload, workload

LISTED = 20
"""Open tasks that the desk names for each council; the council's bilingual page has every one."""


@dataclass(frozen=True, slots=True)
class CouncilDesk:
    """One council on the translator's desk."""

    council: Council
    load: Workload
    states: Counter[str]
    listed: list[tuple[Task, str, str]]
    """Open tasks, each with what to call its provision and where it is to be edited."""


@dataclass(frozen=True, slots=True)
class BilingualRow:
    """A text in both languages."""

    anchor: str
    number: str | None
    is_heading: bool
    source: str
    target: str | None
    state: str
    changes: tuple[Piece, ...]
    """For a stale translation: what has changed in the source since it was made."""
    line: str
    edit_url: str | None


def pages(rendering: RenderContext) -> Iterator[Page]:
    """The translator's desk."""
    t = rendering.messages
    desks = [_desk(rendering, council) for council in rendering.library.councils.values()]
    desks.sort(key=lambda desk: (-desk.load.words_to_translate, desk.council.name[rendering.language].casefold()))
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
            total=sum((desk.states for desk in desks), Counter()),
            to_translate=sum(desk.load.words_to_translate for desk in desks),
            to_review=sum(desk.load.words_to_review for desk in desks),
        ),
    )


def _desk(rendering: RenderContext, council: Council) -> CouncilDesk:
    version = rendering.library.version_shown(council.slug)
    load = workload(version)
    reading = Reading(version, rendering.language)
    listed = [(task, _name(rendering, reading, task), _line(version, task)) for task in load.open[:LISTED]]
    return CouncilDesk(council, load, load.states, listed)


def _name(rendering: RenderContext, reading: Reading, task: Task) -> str:
    return citation(rendering.messages, reading, task.anchor) if task.anchor else rendering.messages("document_title")


def bilingual_pages(rendering: RenderContext, council: Council) -> Iterator[Page]:
    """Both languages of the version in force, aligned by provision."""
    t, version = rendering.messages, rendering.library.version_shown(council.slug)
    load = workload(version)
    name = council.name[rendering.language]
    yield Page(
        language=rendering.language,
        address=f"councils/{council.slug}/bilingual/",
        section="councils",
        title=t("bilingual.page_title", council=name),
        description=t("bilingual.description", council=name),
        content=rendering.render(
            "pages/bilingual.html",
            facts=facts(rendering, council, version),
            source=version.language,
            target=load.language,
            state=Reading(version, load.language).state,
            pairs=[_pair(rendering.settings, version, task) for task in load.tasks],
        ),
    )


def _pair(settings: SiteSettings, version: Version, task: Task) -> BilingualRow:
    provision: Provision | None = version.provisions.get(task.anchor)
    is_heading = task.unit.endswith((" heading", "document title"))
    unit = task.translated
    return BilingualRow(
        anchor=task.unit.replace(" ", "-") if is_heading else task.anchor,
        number=_number(provision, is_heading),
        is_heading=is_heading,
        source=plain(task.source),
        target=plain(unit.target) if unit else None,
        state=task.state,
        changes=difference(plain(unit.source), plain(task.source)) if unit and task.state == "stale" else (),
        line=_line(version, task),
        edit_url=_edit_url(settings, version, task),
    )


def _number(provision: Provision | None, is_heading: bool) -> str | None:
    """The printed number, once: at the heading where there is one."""
    if provision is None or (provision.heading and not is_heading):
        return None
    return provision.number


def _path(version: Version, task: Task) -> tuple[Path, int]:
    """The file and the line in which a unit is translated, or the one whose text is to be translated."""
    if task.translated:
        return task.translated.path, task.translated.line
    provision = version.provisions.get(task.anchor)
    return version.path, provision.line if provision else 1


def _line(version: Version, task: Task) -> str:
    path, line = _path(version, task)
    return f"{path.parent.name}/{path.name}:{line}"


def _edit_url(settings: SiteSettings, version: Version, task: Task) -> str | None:
    path, line = _path(version, task)
    return f"{settings.edit_url}protocols/{path.parent.name}/{path.name}#L{line}" if settings.edit_url else None
