"""/policies/: each policy that protocols refer to, and every clause that cites it."""

from collections.abc import Iterator
from dataclasses import dataclass

from protocolau.library.library import Library
from protocolau.model.protocol import Council, Provision
from protocolau.model.vocabulary import Policy
from protocolau.render.page import Page, RenderContext
from protocolau.render.pages.protocol import ProtocolPage


@dataclass(frozen=True, slots=True)
class Citation:
    """The clauses of one council that cite a policy."""

    council: Council
    page: ProtocolPage
    provisions: list[Provision]


def pages(rendering: RenderContext) -> Iterator[Page]:
    """The list of policies with their citations."""
    t = rendering.messages
    cited = _citations(rendering.library)
    named = {version.council: ProtocolPage(rendering, version) for version in rendering.library.versions}
    policies: list[tuple[Policy, list[Citation]]] = [
        (
            policy,
            [
                Citation(rendering.library.councils[council], named[council], provisions)
                for council, provisions in cited.get(policy.slug, {}).items()
            ],
        )
        for policy in rendering.library.vocabulary.policies.values()
    ]
    policies.sort(key=lambda found: found[0].name[rendering.language].casefold())
    yield Page(
        language=rendering.language,
        address="policies/",
        section="policies",
        title=t("policies.title"),
        description=t("policies.description"),
        content=rendering.render("pages/policies.html", policies=policies),
    )


def _citations(library: Library) -> dict[str, dict[str, list[Provision]]]:
    """For each policy the councils that cite it, each with the provisions that do."""
    found: dict[str, dict[str, list[Provision]]] = {}
    for version in library.versions:
        for provision in version.provisions.values():
            for policy in provision.policies:
                found.setdefault(policy, {}).setdefault(version.council, []).append(provision)
    return found
