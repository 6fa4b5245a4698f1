"""/policies/: each policy that protocols refer to, and the clauses that cite it; the file beside it has them all."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from protocolau.library.addresses import council_address
from protocolau.model.protocol import Council, Version
from protocolau.model.statements import Statement
from protocolau.model.vocabulary import Policy
from protocolau.render.citations import LabelsOf, citation
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
    t, values = rendering.messages, rendering.comparison.values
    name = f"labels of what cites policies, {rendering.language}"
    labels_of = cache(lambda version: values.of(version, name, lambda: _labels(rendering, version)))
    policies = [
        (policy, _citations(rendering, policy, labels_of))
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


def _citations(rendering: RenderContext, policy: Policy, labels_of: LabelsOf) -> list[Citation]:
    library = rendering.library
    citing = library.relations.citing.get(policy.slug, {})
    cited_by = rendering.in_order(library.councils[slug] for slug in citing)
    return [
        _citation(council, labels_of(library.version_shown(council.slug)), citing[council.slug]) for council in cited_by
    ]


def _citation(council: Council, labels: Mapping[str, str], statements: tuple[Statement, ...]) -> Citation:
    anchors = dict.fromkeys(statement.anchor for statement in statements)
    clauses = tuple(CitingClause(anchor, labels[anchor]) for anchor in anchors)
    return Citation(council, council_address(council.slug), clauses)


def _labels(rendering: RenderContext, version: Version) -> dict[str, str]:
    """What to call each provision of a version that cites any policy."""
    reading = Reading(version, rendering.language)
    citing = (anchor for anchor, provision in version.provisions.items() if provision.policies)
    return {anchor: citation(rendering.messages, reading, anchor) for anchor in citing}
