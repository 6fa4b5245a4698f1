"""From one version of a document to the next: what became of every provision, in words, ready for a template."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, groupby
from typing import NamedTuple

from protocolau.comparison.difference import Piece, difference
from protocolau.comparison.version_changes import ADDED, REMOVED, SAME, ChangedText, ProvisionChange, version_changes
from protocolau.library.addresses import version_address
from protocolau.library.library import RELATIONS
from protocolau.model.protocol import Version
from protocolau.model.provision import Provision
from protocolau.model.standing import Standing, has_begun
from protocolau.render.changed_rows import ChangedRows
from protocolau.render.citations import cell_name, citation, row_citation
from protocolau.render.context import RenderContext
from protocolau.render.standing import standing_words, version_date
from protocolau.translation.notices import missing_unit
from protocolau.translation.reading import DisplayedText, Reading

MOST_CHANGES = 250
"""Provisions whose change is shown in a step; both versions have the rest."""
MOST_FOLDED = 60
"""Unchanged provisions in a row that are listed; the version has the rest."""
LONG, FEW_FOLDED = 500, 5
"""How many provisions make a step so long that no more than so few in a row are listed."""
SUMMED = ("led", "punctuation", "names", "reworded", "replaced", ADDED)
"""What a sum says of provisions beside those whose words are the same, in its order; what was taken out comes last."""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A provision and what became of it, ready for the template."""

    id: str
    change: ProvisionChange
    because: str
    """Why the adopted words are shown and not the translation: as the change has it, or since they are `unheld`."""
    label: str
    """What to call it: in the new version, where it is still there."""
    was: str
    """What it was called, where it has another number now."""
    within: str
    """What the provision of the other version is called of which its words are a part, where it is in one alone."""
    context: str
    """The headings above it, and what names the row and column of a cell."""
    context_language: str
    mixed_context: tuple[DisplayedText, ...]
    """The parts of the context, where not all are in that language."""
    places: list[tuple[str, str]]
    """Where it stands in each version: the address below the root, and words for the link."""
    sides: "list[_Side]"
    """The same, the older one first."""


@dataclass(frozen=True, slots=True)
class TableChange:
    """The cells of a row of which any has changed, or of a table that is new or was taken out, to be shown together;
    it is named as a `ChangeRow` is."""

    verdict: str
    """That of all of them; empty where each has its own."""
    because: str
    """Why the adopted words are shown, where it is the same of all of them."""
    label: str
    was: str
    moved: bool
    context: str
    context_language: str
    mixed_context: tuple[DisplayedText, ...]
    places: list[tuple[str, str]]
    rows: list[list[tuple[DisplayedText, ChangeRow]]]
    """Row by row each cell, with what to call it among those of its row."""


@dataclass(frozen=True, slots=True)
class ChangeRun:
    """Neighbouring provisions whose words are the same, folded; or, alone, one whose words are not; or cells."""

    rows: list[ChangeRow]
    folded: bool
    moved: bool
    count: int = 1
    """Of the provisions, with those that are not listed."""
    table: TableChange | None = None
    """Where they are cells, shown together."""


@dataclass(frozen=True, slots=True)
class VersionStep:
    """From one version to the next."""

    id: str
    old: Version
    new: Version
    dates: tuple[str, str]
    sum: str
    facts: list[tuple[str, ChangedText]]
    runs: list[ChangeRun]
    unlisted: int
    """Provisions that changed, too many to be shown."""
    standing: str
    """How the newer one stands, where it has not come into force or has been withdrawn."""
    compare: str
    """The query by which the page of comparison shows the two side by side; empty where it does not."""


def step_id(old: Version) -> str:
    """The id of what changed after a version."""
    return f"since-{old.slug}"


def step_dates(rendering: RenderContext, old: Version, new: Version) -> tuple[str, str]:
    """The dates of two versions after "from" and "to"."""
    return _date(rendering, old), _date(rendering, new)


def version_step(rendering: RenderContext, old: Version, new: Version) -> VersionStep:
    """What became of every provision from one version to the next, in words."""
    found = version_changes(old, new, rendering.language, rendering.comparison.party_names)
    listed, unlisted = _listed(found)
    rows = [_row(rendering, old, new, change) for change in listed]
    most_folded = MOST_FOLDED if len(found) <= LONG else FEW_FOLDED
    return VersionStep(
        id=step_id(old),
        old=old,
        new=new,
        dates=step_dates(rendering, old, new),
        sum=_sum(rendering, found),
        facts=_facts(rendering, old, new),
        runs=list(_all_runs(rendering, rows, ChangedRows(old, new, found), most_folded)),
        unlisted=unlisted,
        standing=_standing(rendering, new),
        compare=_compare(rendering, old, new),
    )


def _date(rendering: RenderContext, version: Version) -> str:
    """The date of a version after "from" and "version of"."""
    return version_date(rendering, version, rendering.messages("changes.undated"))


def _listed(found: list[ProvisionChange]) -> tuple[list[ProvisionChange], int]:
    """The changes up to the last that is shown, and how many are left out."""
    changed = [place for place, change in enumerate(found) if change.verdict != SAME]
    if len(changed) <= MOST_CHANGES:
        return found, 0
    return found[: changed[MOST_CHANGES]], len(changed) - MOST_CHANGES


def _standing(rendering: RenderContext, version: Version) -> str:
    standing = rendering.library.standings[version]
    if standing.applies or standing is Standing.SUPERSEDED:
        return ""
    return standing_words(rendering, version)


def _compare(rendering: RenderContext, old: Version, new: Version) -> str:
    """The page of comparison puts relations protocols side by side, but none that awaits review."""
    if new.kind != RELATIONS or old.awaiting_review or new.awaiting_review:
        return ""
    later = new.council if rendering.library.is_shown(new) else f"{new.council}@{new.slug}"
    return f"councils={old.council}@{old.slug},{later}"


def _all_runs(
    rendering: RenderContext, rows: list[ChangeRow], found: ChangedRows, most_folded: int
) -> Iterator[ChangeRun]:
    """The runs of a step: cells that are shown together, and what stands between."""
    by_row = [list(some) for _, some in groupby(rows, lambda row: found.row(row.change) or row.id)]
    for together, parts in groupby(by_row, lambda some: found.together([row.change for row in some])):
        cells = list(parts)
        if together:
            yield ChangeRun([row for some in cells for row in some], False, False, table=_table(rendering, cells))
        else:
            for fold, some in groupby(chain.from_iterable(cells), _fold):
                yield from _runs(fold, list(some), most_folded)


def _table(rendering: RenderContext, rows: list[list[ChangeRow]]) -> TableChange:
    """What is said of cells that are shown together, row by row."""
    cells = [row for some in rows for row in some]
    verdicts = {row.change.verdict for row in cells}
    reasons = {row.because for row in cells if row.change.verdict != SAME}
    paired = [row for row in cells if len(row.sides) > 1] or cells
    first, last = paired[0], paired[-1]  # the first cell may be the one that names the row: the last is called by it
    labels = [_row_called(rendering, side, len(rows) > 1) for side in last.sides]
    version, provision = last.sides[-1]
    view, governing = rendering.view_of(version), replace(version.governing[provision.anchor], lead_ins=())
    return TableChange(
        verdict=verdicts.pop() if len(verdicts) == 1 else "",
        because=reasons.pop() if len(reasons) == 1 else "",
        label=labels[-1],
        was=labels[0] if last.was else "",
        moved=last.change.moved,
        context=view.line(governing),
        context_language=view.language,
        mixed_context=view.mixed_line(governing),
        places=[_place(rendering, side, label) for side, label in zip(first.sides, labels, strict=True)],
        rows=[[(_cell_called(rendering, row.sides[-1]), row) for row in some] for some in rows],
    )


def _fold(row: ChangeRow) -> tuple[bool, bool]:
    """Whether a row is folded together with its neighbours, and as one of those that have moved."""
    return row.change.verdict == SAME, row.change.moved


def _runs(fold: tuple[bool, bool], rows: list[ChangeRow], most_folded: int) -> list[ChangeRun]:
    same, moved = fold
    return (
        [ChangeRun(rows[:most_folded], True, moved, len(rows))]
        if same
        else [ChangeRun([row], False, row.change.moved) for row in rows]
    )


def _sum(rendering: RenderContext, found: list[ProvisionChange]) -> str:
    """The sentence that sums a step up."""
    t = rendering.messages
    counts = Counter(change.verdict for change in found)
    moved = sum(change.verdict == SAME and change.moved for change in found)
    total = len(found) - counts[REMOVED]
    said = [t("changes.sum.same", n=counts[SAME] - moved)]
    said += [t("changes.sum.moved", n=moved)] if moved else []
    said += [t(f"changes.sum.{verdict}", n=counts[verdict]) for verdict in SUMMED if counts[verdict]]
    sentences = [t("changes.sum", n=total, parts=", ".join(said))]
    sentences += [t("changes.sum.removed", n=counts[REMOVED])] if counts[REMOVED] else []
    return " ".join(sentences)


def _facts(rendering: RenderContext, old: Version, new: Version) -> list[tuple[str, ChangedText]]:
    """What changed in the facts about the protocol. A date still to come is none on which a version was adopted: the
    standing of the newer one names it. Where that has not been reviewed, no review of the older one was taken out."""
    t, language = rendering.messages, rendering.language
    titles = [Reading(version, language).title for version in (old, new)]
    if old.title != new.title and ({one.state for one in titles} & {"missing", "stale"} or titles[0] == titles[1]):
        language = new.language
        titles = [Reading(version, language).title for version in (old, new)]
    before, after = (one.text if old.title != new.title else "" for one in titles)
    names = rendering.comparison.party_names[language]
    found = [(t("changes.title"), ChangedText(difference(before, after, names), titles[1].language))]
    today = rendering.library.today
    begun = all(has_begun(version, today) for version in (old, new))
    reviewed = new.reviewed and new.reviewed.first_day <= today
    for fact in (*(["adopted"] if begun else []), *(["reviewed"] if reviewed else []), "review_due"):
        one, other = (getattr(version, fact) for version in (old, new))
        if one != other:
            said = (t.date(date) if date else t("not_stated") for date in (one, other))
            pieces = (Piece(kind, words) for kind, words in zip(("deleted", "inserted"), said, strict=True))
            found.append((t(fact), ChangedText(tuple(pieces), rendering.language)))
    return [(name, marked) for name, marked in found if marked.pieces]


class _Side(NamedTuple):
    """A provision in one of the two versions."""

    version: Version
    provision: Provision


def _row(rendering: RenderContext, old: Version, new: Version, change: ProvisionChange) -> ChangeRow:
    sides = [_Side(version, one) for version, one in ((old, change.old), (new, change.new)) if one]
    before, after = sides[0], sides[-1]
    view = rendering.view_of(after.version)
    there = _Side(old if change.new else new, change.within) if change.within else None
    return ChangeRow(
        id=f"{step_id(old)}-{'new' if change.new else 'old'}.{after.provision.anchor}",
        change=change,
        because=_because(rendering, sides, change),
        label=_called(rendering, after),
        was=_called(rendering, before) if change.moved and _number(before) != _number(after) else "",
        within=_called(rendering, there) if there else "",
        context=view.contexts[after.provision.anchor],
        context_language=view.language,
        mixed_context=view.mixed_line(after.version.governing[after.provision.anchor]),
        places=[_place(rendering, side, _called(rendering, side)) for side in sides],
        sides=sides,
    )


def _because(rendering: RenderContext, sides: list[_Side], change: ProvisionChange) -> str:
    """Why the adopted words are shown: what was adopted in both languages alike has not to be translated."""
    if change.adopted_because != "missing":
        return change.adopted_because
    language = rendering.language
    lacking = [side for side in sides if Reading(side.version, language).state_at(side.provision) == "missing"]
    is_unheld = all(missing_unit(side.version) == "unit_alike" for side in lacking or sides)
    return "unheld" if is_unheld else "missing"


def _number(side: _Side) -> tuple[str | None, str | None]:
    label = side.version.labels[side.provision.anchor]
    return label.number, label.scope


def _place(rendering: RenderContext, side: _Side, label: str) -> tuple[str, str]:
    """The address of a provision below the root, and words for the link."""
    version, provision = side
    words = rendering.messages("changes.place", label=label, date=_date(rendering, version))
    return f"{version_address(version)}#{provision.anchor}", words


def _called(rendering: RenderContext, side: _Side) -> str:
    """What to call a provision in a reference."""
    version, provision = side
    return citation(rendering.messages, Reading(version, rendering.language), provision.anchor)


def _row_called(rendering: RenderContext, side: _Side, whole_table: bool) -> str:
    """What to call the row of a cell, or its table."""
    reading = Reading(side.version, rendering.language)
    return row_citation(rendering.messages, reading, side.provision.anchor, whole_table)


def _cell_called(rendering: RenderContext, side: _Side) -> DisplayedText:
    """What to call a cell among those of its row."""
    return cell_name(rendering.messages, Reading(side.version, rendering.language), side.provision.anchor)
