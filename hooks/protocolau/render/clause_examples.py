"""Clauses of this very site by which is shown how a clause is addressed and found."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from protocolau.library.addresses import document_address
from protocolau.library.library import Library
from protocolau.model.protocol import Version
from protocolau.render.citations import citation
from protocolau.render.context import RenderContext
from protocolau.translation.reading import Reading

CLAUSE = re.compile(r"\d+\.\d+")
_KINDS = (
    CLAUSE,
    re.compile(r"\d+(?:\.\d+)*\.[a-z]"),
    re.compile(r"\d+(?:\.\d+)*-2"),
    re.compile(r"(?:appendix|schedule)(?:-\w+)?\.\d+(?:\.\d+)*"),
    re.compile(r"[a-z][a-z-]+\.[a-z]"),
    re.compile(r"\d+(?:\.\d+)*\.item\d+"),
)
"""What may stand at the end of an address: a clause, an item, a number for the second time, one of an appendix, a
letter below a heading, a bullet."""
_NUMBERS = (CLAUSE, re.compile(r"\d+(?:\.\d+)*\.[a-z]"), re.compile(r"\d+"))


@dataclass(frozen=True, slots=True)
class Example:
    """A provision as it is cited, and the end of its address."""

    label: str
    address: str
    for_ever: str
    """The end of the address at which its words never change."""


def examples(rendering: RenderContext) -> list[Example]:
    """A provision for each kind of address that there is on the site, from one council after another."""
    versions = list(_versions(rendering.library))
    made = []
    for kind in _KINDS:
        if found := _first(versions, kind):
            made.append(_example(rendering, *found))
            versions = [*(one for one in versions if one.council != found[0].council), found[0]]
    return made


def by_number(rendering: RenderContext) -> Example | None:
    """A clause that is found by its council and its number alone; None where no number is its own whole address.

    It is of a document on relations, which is what stands at the address of its council.
    """
    versions = rendering.library.relations.versions
    found = next(filter(None, (_first(versions, kind) for kind in _NUMBERS)), None)
    return _example(rendering, *found) if found else None


def asked_for(rendering: RenderContext) -> str | None:
    """A council and a clause of it as somebody looks for them: `conwy 8.6`; None where no clause has a number."""
    found = _first(_versions(rendering.library), CLAUSE)
    if found is None:
        return None
    name = rendering.library.councils[found[0].council].short_name[rendering.language]
    return f"{name.lower()} {found[1]}"


def _versions(library: Library) -> Iterator[Version]:
    """The documents on relations first, of one council after another."""
    for kind in library.kinds:
        yield from (library.version_shown(council, kind) for council in library.by_kind[kind].by_council)


def _first(versions: Iterable[Version], kind: re.Pattern[str]) -> tuple[Version, str] | None:
    return next(((one, anchor) for one in versions for anchor in one.provisions if kind.fullmatch(anchor)), None)


def _example(rendering: RenderContext, version: Version, anchor: str) -> Example:
    name = rendering.library.councils[version.council].short_name[rendering.language]
    cited = citation(rendering.messages, Reading(version, rendering.language), anchor)
    address = document_address(version.council, version.kind)
    return Example(f"{name}, {cited}", f"{address}#{anchor}", f"{address}{version.slug}/#{anchor}")
