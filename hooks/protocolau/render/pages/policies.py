"""/policies/: each policy that protocols refer to, and the clauses that cite it; the file beside it has them all."""

from collections.abc import Iterator

from protocolau.model.protocol import Version
from protocolau.render.context import RenderContext
from protocolau.render.list_tables import policies_file
from protocolau.render.naming import EXAMPLES, naming_documents
from protocolau.render.page import Asset, Page

KEPT = "what cites policies"
"""The name by which is kept what each version has of that."""


def pages(rendering: RenderContext) -> Iterator[Page | Asset]:
    """The list of policies with their citations."""
    t, library = rendering.messages, rendering.library
    citing = naming_documents(rendering, library.relations, KEPT, citing_clauses)
    policies = [
        (policy, citing.get(policy.slug, ())) for policy in rendering.in_order(library.vocabulary.policies.values())
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


def citing_clauses(version: Version) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each provision of a version with the policies that it cites."""
    yield from ((anchor, provision.policies) for anchor, provision in version.provisions.items() if provision.policies)
