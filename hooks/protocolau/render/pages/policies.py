"""/policies/: each policy that protocols refer to, and every clause that cites it."""

from collections.abc import Iterator
from dataclasses import dataclass

from protocolau.library import Library
from protocolau.model.protocol import Council, Provision
from protocolau.model.vocabulary import Policy
from protocolau.render.page import Page, Studio
from protocolau.render.pages.protocol import ProtocolPage


@dataclass(frozen=True, slots=True)
class Citation:
    """The clauses of one council that cite a policy."""

    council: Council
    page: ProtocolPage
    provisions: list[Provision]


def pages(studio: Studio) -> Iterator[Page]:
    """The list of policies with their citations."""
    t = studio.words
    cited = _citations(studio.library)
    named = {version.council: ProtocolPage(studio, version) for version in studio.library.versions}
    policies: list[tuple[Policy, list[Citation]]] = [
        (
            policy,
            [
                Citation(studio.library.councils[council], named[council], provisions)
                for council, provisions in cited.get(policy.slug, {}).items()
            ],
        )
        for policy in studio.library.vocabulary.policies.values()
    ]
    policies.sort(key=lambda found: found[0].name[studio.language].casefold())
    yield Page(
        language=studio.language,
        address="policies/",
        section="policies",
        title=t("policies.title"),
        description=t("policies.description"),
        content=studio.render("pages/policies.html", policies=policies),
    )


def _citations(library: Library) -> dict[str, dict[str, list[Provision]]]:
    """For each policy the councils that cite it, each with the provisions that do."""
    found: dict[str, dict[str, list[Provision]]] = {}
    for version in library.versions:
        for provision in version.provisions.values():
            for policy in provision.policies:
                found.setdefault(policy, {}).setdefault(version.council, []).append(provision)
    return found
