"""/policies/: each policy that protocols refer to, and the clauses that cite it; the file beside it has them all."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from protocolau.library.addresses import council_address
from protocolau.model.protocol import Council, Version
from protocolau.model.statements import Statement
from protocolau.model.vocabulary import Policy
from protocolau.render.citations import citation
from protocolau.render.context import RenderContext
from protocolau.render.list_tables import policies_file
from protocolau.render.page import Asset, Page
from protocolau.render.pages.parties import EXAMPLES
from protocolau.translation.reading import Reading


class CitingClause(NamedTuple):
    """A clause that cites a policy, and what to call it."""

    anchor: str
    label: str


@dataclass(frozen=True, slots=True)
class Citation:
    """The clauses of one council that cite a policy."""

    council: Council
    address: str
    """Of its protocol, below the root of the language."""
    clauses: tuple[CitingClause, ...]
    kind: None = None
    """Its kind, where it is not the council's relations protocol; it always is."""


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
        content=rendering.render("pages/policies.html", policies=policies, examples=EXAMPLES),
    )


def _citations(rendering: RenderContext, policy: Policy) -> list[Citation]:
    library = rendering.library
    citing = library.relations.citing.get(policy.slug, {})
    cited_by = rendering.in_order(library.councils[slug] for slug in citing)
    return [_citation(rendering, council, citing[council.slug]) for council in cited_by]


def _citation(rendering: RenderContext, council: Council, statements: tuple[Statement, ...]) -> Citation:
    clauses = _clauses(rendering, rendering.library.version_shown(council.slug), statements)
    return Citation(council, council_address(council.slug), clauses)


def _clauses(rendering: RenderContext, version: Version, statements: tuple[Statement, ...]) -> tuple[CitingClause, ...]:
    reading = Reading(version, rendering.language)
    return tuple(
        CitingClause(anchor, citation(rendering.messages, reading, anchor))
        for anchor in dict.fromkeys(statement.anchor for statement in statements)
    )
