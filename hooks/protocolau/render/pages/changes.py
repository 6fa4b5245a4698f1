"""/councils/<slug>/changes/: what changed between the versions of a council's protocol, the newest first."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from protocolau import LANGUAGES
from protocolau.comparison.changes import ADDED, REMOVED, SAME, Change, Marked, changes
from protocolau.comparison.difference import Piece, difference
from protocolau.comparison.words import party_names
from protocolau.library.labels import labels
from protocolau.library.reading import read_in
from protocolau.model.protocol import Council, Provision, Version
from protocolau.render.page import Page, Studio
from protocolau.render.provisions import citation, showing_of

SUMMED = ("punctuation", "names", "reworded", "replaced", ADDED)
"""What a sum says of provisions beside those whose words are the same, in its order; what was taken out comes last."""


@dataclass(frozen=True, slots=True)
class Row:
    """A provision and what became of it, ready for the template."""

    id: str
    change: Change
    label: str
    """What to call it: in the new version, where it is still there."""
    was: str
    """What it was called, where it has another number now."""
    context: str
    """The headings above it, and what names the row and column of a cell."""
    context_language: str
    places: list[tuple[str, str]]
    """Where it stands in each version: the address below the root, and words for the link."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring provisions whose words are the same, folded; or, alone, one whose words are not."""

    rows: list[Row]
    folded: bool
    moved: bool


@dataclass(frozen=True, slots=True)
class Step:
    """From one version to the next."""

    id: str
    old: Version
    new: Version
    dates: tuple[str, str]
    sum: str
    facts: list[tuple[str, Marked]]
    runs: list[Run]
    compare: str
    """The query by which the page of comparison shows the two side by side."""


def address(council: Council) -> str:
    """The address of the page; a council with one version has none."""
    return f"councils/{council.slug}/changes/"


def step_id(old: Version) -> str:
    """The id of what changed after a version."""
    return f"since-{old.slug}"


def pages(studio: Studio, council: Council) -> Iterator[Page]:
    """The page, where there is more than one version."""
    if len(council.versions) < 2:
        return
    t, name = studio.words, council.name[studio.language]
    yield Page(
        language=studio.language,
        address=address(council),
        section="councils",
        title=t("changes.page_title", council=name),
        description=t("changes.description", council=name, date=_date(studio, council.in_force)),
        content=studio.render(
            "pages/changes.html",
            council=council,
            steps=[_step(studio, council, old, new) for old, new in reversed([*pairwise(council.versions)])],
        ),
    )


def _step(studio: Studio, council: Council, old: Version, new: Version) -> Step:
    names = {language: party_names(studio.library.vocabulary, language) for language in LANGUAGES}
    found = changes(old, new, studio.language, names)
    rows = [_row(studio, old, new, change) for change in found]
    later = council.slug if new is council.in_force else f"{council.slug}@{new.slug}"
    return Step(
        id=step_id(old),
        old=old,
        new=new,
        dates=(_date(studio, old), _date(studio, new)),
        sum=_sum(studio, found),
        facts=_facts(studio, old, new),
        runs=[run for fold, some in groupby(rows, _fold) for run in _runs(fold, list(some))],
        compare=f"councils={council.slug}@{old.slug},{later}",
    )


def _date(studio: Studio, version: Version) -> str:
    return studio.words.date(version.adopted) if version.adopted else studio.words("undated")


def _fold(row: Row) -> tuple[bool, bool]:
    """Whether a row is folded together with its neighbours, and as one of those that have moved."""
    return row.change.verdict == SAME, row.change.moved


def _runs(fold: tuple[bool, bool], rows: list[Row]) -> list[Run]:
    same, moved = fold
    return [Run(rows, True, moved)] if same else [Run([row], False, row.change.moved) for row in rows]


def _sum(studio: Studio, found: list[Change]) -> str:
    """The sentence that sums a step up."""
    t = studio.words
    counts = Counter(change.verdict for change in found)
    moved = sum(change.verdict == SAME and change.moved for change in found)
    total = len(found) - counts[REMOVED]
    said = [t("changes.sum.same", n=counts[SAME] - moved)]
    said += [t("changes.sum.moved", n=moved)] if moved else []
    said += [t(f"changes.sum.{verdict}", n=counts[verdict]) for verdict in SUMMED if counts[verdict]]
    sentences = [t("changes.sum", n=total, parts=", ".join(said))]
    sentences += [t("changes.sum.removed", n=counts[REMOVED])] if counts[REMOVED] else []
    return " ".join(sentences)


def _facts(studio: Studio, old: Version, new: Version) -> list[tuple[str, Marked]]:
    """What changed in the facts about the protocol."""
    t, language = studio.words, studio.language
    titles = [read_in(version, language).title for version in (old, new)]
    if old.title != new.title and ({one.state for one in titles} & {"missing", "stale"} or titles[0] == titles[1]):
        language = new.language
        titles = [read_in(version, language).title for version in (old, new)]
    before, after = (one.text if old.title != new.title else "" for one in titles)
    names = party_names(studio.library.vocabulary, language)
    found = [(t("changes.title"), Marked(difference(before, after, names), titles[1].language))]
    for fact in ("adopted", "reviewed", "review_due"):
        one, other = (getattr(version, fact) for version in (old, new))
        if one != other:
            said = (t.date(date) if date else t("not_stated") for date in (one, other))
            pieces = (Piece(kind, words) for kind, words in zip(("deleted", "inserted"), said, strict=True))
            found.append((t(fact), Marked(tuple(pieces), studio.language)))
    return [(name, marked) for name, marked in found if marked.pieces]


def _row(studio: Studio, old: Version, new: Version, change: Change) -> Row:
    version, provision = (new, change.new) if change.new else (old, change.old)
    called = {one: _called(studio, one, found) for one, found in ((old, change.old), (new, change.new)) if found}
    numbers = [labels(one)[found.anchor] for one, found in ((old, change.old), (new, change.new)) if found]
    renumbered = change.moved and (numbers[0].number, numbers[0].scope) != (numbers[-1].number, numbers[-1].scope)
    context, language = _context(studio, version, provision)
    return Row(
        id=f"{step_id(old)}-{'new' if change.new else 'old'}.{provision.anchor}",
        change=change,
        label=called[version],
        was=called[old] if renumbered else "",
        context=context,
        context_language=language,
        places=[
            (
                f"councils/{one.council}/{one.slug}/#{found.anchor}",
                studio.words("changes.place", label=called[one], date=_date(studio, one)),
            )
            for one, found in ((old, change.old), (new, change.new))
            if found
        ],
    )


def _called(studio: Studio, version: Version, provision: Provision) -> str:
    """What to call a provision in a reference, in words even where neither a number nor a heading leads to it."""
    label = labels(version)[provision.anchor]
    if label.number or label.heading or label.scope or label.cell:
        return citation(studio.words, read_in(version, studio.language), provision.anchor)
    return studio.words("document_title" if provision.kind == "title" else "changes.unnumbered")


def _context(studio: Studio, version: Version, provision: Provision) -> tuple[str, str]:
    """What stands above a provision, and the language of its document as it is shown."""
    showing = showing_of(studio, version)
    heads = _heads(version).get(provision.anchor, []) if provision.kind == "cell" else []
    above = [showing.contexts[provision.anchor], *(showing.said(head).text for head in heads)]
    return " › ".join(part for part in above if part), showing.language


def _heads(version: Version) -> dict[str, list[Provision]]:
    """For each cell of the tables the cells that name its row and its column."""
    if "heads" not in version.derived:
        found: dict[str, list[Provision]] = {}
        for table in (one.table for one in version.provisions.values() if one.table):
            for row in table.rows:
                for place, cell in enumerate(row):
                    heads = [row[0]] if table.row_headers and place else []
                    heads += table.columns[place : place + 1] if cell.span == 1 else []
                    found[cell.anchor] = [head for head in heads if head.text]
        version.derived["heads"] = found
    return version.derived["heads"]
