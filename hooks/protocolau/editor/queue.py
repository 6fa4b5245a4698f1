"""The queue: every unit of every council by state, council or failing check, each to be opened where it stands.

    GET /-edit/desk?council=…&state=…&check=…&from=…&language=…

`state` is one of the five, or `open` for what is missing or out of date; `check` is the name of a check that remarks on
the unit, or `any`. What is not said is not asked for. With neither the queue is what is open, or where nothing is open
what nobody has reviewed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from protocolau.editor.browser_files import FormSetup
from protocolau.editor.form import check_name
from protocolau.editor.translation_aids import TranslationAids
from protocolau.language.marks import plain
from protocolau.library.addresses import bilingual_address
from protocolau.library.library import Library
from protocolau.model.protocol import Council, Version
from protocolau.render.messages import Messages
from protocolau.render.theme import Theme
from protocolau.render.unit_labels import unit_label
from protocolau.translation.checks import WAIVABLE, BilingualWarning
from protocolau.translation.checks.stale import STALE
from protocolau.translation.checks.warnings import UNUSED
from protocolau.translation.memory import name_in_council
from protocolau.translation.reading import NOT_CURRENT, STATES
from protocolau.translation.workload import Task, workload

MOST = 200
"""Units of a page; what is left over is on further pages."""
OPEN, ANY = "open", "any"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the queue is asked for; an empty text asks for nothing in particular."""

    council: str
    state: str
    check: str
    start: int

    def fits(self, row: "QueuedUnit") -> bool:
        """Whether a unit is of the council and in the state."""
        states = NOT_CURRENT if self.state == OPEN else (self.state,)
        return self.council in ("", row.council.slug) and (not self.state or row.task.state in states)


@dataclass(frozen=True, slots=True, eq=False)
class QueuedUnit:
    """A unit in the queue."""

    council: Council
    version: Version
    task: Task

    @property
    def version_name(self) -> str:
        """What tells its version from all others of its council."""
        return name_in_council(self.version)

    @property
    def source(self) -> str:
        """The words to be translated, without marks of emphasis."""
        return plain(self.task.source)


def queue_page(
    library: Library,
    aids: TranslationAids,
    theme: Theme,
    messages: Messages,
    query: Mapping[str, str],
    setup: FormSetup,
) -> str:
    """The whole page, in the language of the messages; `setup` is what its script is told."""
    rows = list(_units(library))
    wanted = _wanted(query, rows)
    fitting = [row for row in rows if wanted.fits(row)]
    if wanted.check:
        found = {row: _checks(row, aids.all_warnings()) for row in fitting}
        fitting = [row for row in fitting if found[row] and wanted.check in (ANY, *found[row])]
    shown = fitting[wanted.start : wanted.start + MOST]
    checks = {row: _checks(row, aids.warnings_of(row.council, row.version)) for row in shown}
    return theme.render(
        "edit/desk.html",
        t=messages,
        language=messages.language,
        setup=setup,
        wanted=wanted,
        councils=list(dict.fromkeys((row.council.slug, row.council.short_name[messages.language]) for row in rows)),
        states=(OPEN, *STATES),
        checks=sorted((check_name(messages, check), check) for check in (*WAIVABLE, STALE, UNUSED)),
        checks_of=checks,
        name_of=lambda check: check_name(messages, check),
        label=lambda row: unit_label(messages, row.version, row.task.unit),
        shown=shown,
        count=len(fitting),
        further=_query(wanted, messages.language) if wanted.start + MOST < len(fitting) else None,
        address_of=lambda row: bilingual_address(library.document_of(row.version)),
    )


def _units(library: Library) -> Iterator[QueuedUnit]:
    """Every unit of the version shown of every document that is not adopted in both languages alike."""
    for council in library.councils.values():
        for kind in council.documents:
            version = library.version_shown(council.slug, kind)
            if version.other_language != "equal":
                for task in workload(version).tasks:
                    yield QueuedUnit(council, version, task)


def _checks(row: QueuedUnit, warnings: Mapping[tuple[Path, str], list[BilingualWarning]]) -> tuple[str, ...]:
    """The names of the checks that remark on a unit, each once."""
    translated = row.task.translated
    found = warnings.get((translated.path, row.task.unit), []) if translated else []
    return tuple(dict.fromkeys(warning.check for warning in found))


def _wanted(query: Mapping[str, str], rows: list[QueuedUnit]) -> Wanted:
    start = query.get("from", "")
    asked = Wanted(
        query.get("council", ""),
        query.get("state", ""),
        query.get("check", ""),
        int(start) if start.isascii() and start.isdigit() and len(start) < 7 else 0,
    )
    if "state" in query or asked.check:
        return asked
    is_open = any(row.task.state in NOT_CURRENT for row in rows if asked.council in ("", row.council.slug))
    return Wanted(asked.council, OPEN if is_open else "draft", "", asked.start)


def _query(wanted: Wanted, language: str) -> str:
    """Asks for what comes after what is shown."""
    asked = {"council": wanted.council, "state": wanted.state, "check": wanted.check, "from": wanted.start + MOST}
    return urlencode({**asked, "language": language})
