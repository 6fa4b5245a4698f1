"""/policies/: each policy that protocols refer to, and every clause that cites it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from protocolau.model.protocol import Council, Version
from protocolau.model.statements import Statement
from protocolau.model.vocabulary import Policy
from protocolau.render.citations import citation
from protocolau.render.context import RenderContext
from protocolau.render.list_tables import policies_file
from protocolau.render.page import Asset, Page
from protocolau.translation.reading import Reading


class CitingClause(NamedTuple):
    """A clause that cites a policy, and what to call it."""

    anchor: str
    label: str


@dataclass(frozen=True, slots=True)
class Citation:
    """The clauses of one council that cite a policy."""

    council: Council
    clauses: tuple[CitingClause, ...]


def pages(rendering: RenderContext) -> Iterator[Page | Asset]:
    """The list of policies with their citations."""
    t = rendering.messages
    policies = [
        (policy, _citations(rendering, policy))
        for policy in rendering.in_order(rendering.library.vocabulary.policies.values())
    ]
    yield policies_file(rendering, policies)
    yield Page(
        language=rendering.language,
        address="policies/",
        section="policies",
        title=t("policies.title"),
        description=t("policies.description"),
        content=rendering.render("pages/policies.html", policies=policies),
    )


def _citations(rendering: RenderContext, policy: Policy) -> list[Citation]:
    library = rendering.library
    citing = library.relations.citing.get(policy.slug, {})
    return [
        Citation(council, _clauses(rendering, library.version_shown(council.slug), citing[council.slug]))
        for council in rendering.in_order(library.councils[slug] for slug in citing)
    ]


def _clauses(rendering: RenderContext, version: Version, statements: tuple[Statement, ...]) -> tuple[CitingClause, ...]:
    reading = Reading(version, rendering.language)
    return tuple(
        CitingClause(anchor, citation(rendering.messages, reading, anchor))
        for anchor in dict.fromkeys(statement.anchor for statement in statements)
    )
