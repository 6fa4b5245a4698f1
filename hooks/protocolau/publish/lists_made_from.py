"""What the pages of lists are made from, as `made_from` has it for those of councils and topics.

A list is made again when anything that it says of any council has changed. What it takes from the words of councils
is told by digests, kept of each, so that these words need not be read.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields

from protocolau.library.library import RELATIONS
from protocolau.model.protocol import Version
from protocolau.publish.made_from import known_facts
from protocolau.render.context import RenderContext
from protocolau.render.downloads import archive_of_all
from protocolau.render.naming import Naming, naming_digests
from protocolau.render.pages import likeness, parties, policies, roles
from protocolau.render.pages.councils import ListedFacts, facts_of_council
from protocolau.render.pages.topics import councils_speaking, sides_concerned
from protocolau.render.pages.translation import desk_digests


def of_vocabulary(rendering: RenderContext) -> str:
    """What is made from the recipe of the site alone."""
    return rendering.language


def of_councils(rendering: RenderContext) -> str:
    """What the list of councils is made from: the facts of each, and the archive that it leads to."""
    return repr((rendering.language, archive_of_all(rendering), list(_facts(rendering))))


def of_reviews(rendering: RenderContext) -> str:
    """What the page and the calendars of reviews are made from: the facts of each council, and the day."""
    return repr((rendering.language, rendering.settings.today, list(_facts(rendering))))


def of_choice(rendering: RenderContext) -> str:
    """What the choice of councils to compare is made from: which versions each has, and of what these speak."""
    library = rendering.library
    spoken = [(version.council, sorted(version.spoken)) for version in library.relations.versions]
    councils = [
        (
            known_facts(rendering, council),
            library.version_shown(council.slug).slug,
            list(map(_of_version, one.versions)),
        )
        for council, one in library.documents(RELATIONS)
    ]
    return repr((rendering.language, spoken, councils))


def of_coverage(rendering: RenderContext) -> str:
    """What the tables of coverage are made from: of what each version that applies speaks, and where first."""
    library = rendering.library
    coverage = [
        (
            known_facts(rendering, library.councils[version.council]),
            version.slug,
            version.awaiting_review,
            [(topic, *said) for topic, said in version.spoken.items()],
        )
        for version in library.relations.versions
    ]
    return repr((rendering.language, coverage))


def of_likeness(rendering: RenderContext) -> str:
    """What the overview of likenesses is made from: the families, and the figures that are pictured; where there is
    nothing to compare, whose protocol is there."""
    library = rendering.library
    if not library.relations.is_comparable:
        alone = [known_facts(rendering, library.councils[slug]) for slug in library.relations.by_council]
        return repr((rendering.language, alone))
    found = likeness.overview(rendering)
    families = [[known_facts(rendering, council) for council in family] for family in found.families]
    maps = [[(known_facts(rendering, council), figures) for council, figures in one.rows] for one in found.maps]
    untold = [known_facts(rendering, council) for council in found.untold]
    return repr((rendering.language, found.total, families, maps, untold))


def of_roles(rendering: RenderContext) -> str:
    """What the roles tables of all councils are made from: what is shown of whom, and what each cell says."""
    alike, councils = rendering.comparison.relations.said_alike, rendering.library.councils
    shown = sorted({group.council for places in alike.values() for place in places for group in place.groups})
    facts = [known_facts(rendering, councils[slug]) for slug in shown]
    return repr((rendering.language, alike, facts, roles.cell_digests(rendering)))


def of_topics(rendering: RenderContext) -> str:
    """What the list of topics is made from: how many councils speak of each, and whom they bind."""
    return repr((rendering.language, councils_speaking(rendering.library), sides_concerned(rendering)))


def of_parties(rendering: RenderContext) -> str:
    """What the list of bodies and people is made from: which clauses of whom name them."""
    library = rendering.library
    return _of_naming(rendering, library.kinds, parties.KEPT, parties.mentions(library))


def of_policies(rendering: RenderContext) -> str:
    """What the list of policies is made from: which clauses of whom cite them."""
    return _of_naming(rendering, (RELATIONS,), policies.KEPT, policies.citing_clauses)


def of_desk(rendering: RenderContext) -> str:
    """What the translator's desk is made from: the work left on each document, and on our own words."""
    return repr((rendering.language, rendering.settings.own_words(), list(desk_digests(rendering))))


def _of_naming(rendering: RenderContext, kinds: Iterable[str], kept: str, naming: Naming) -> str:
    library = rendering.library
    named = [
        (kind, known_facts(rendering, library.councils[version.council]), digest)
        for kind in kinds
        for version, digest in naming_digests(rendering, library.by_kind[kind], kept, naming)
    ]
    return repr((rendering.language, named))


def _of_version(version: Version) -> tuple[object, ...]:
    return version.slug, version.adopted, version.language, version.awaiting_review, sorted(version.spoken)


def _facts(rendering: RenderContext) -> Iterator[tuple[object, ...]]:
    for council in rendering.library.councils.values():
        yield (
            known_facts(rendering, council),
            [_of_document(rendering, one) for one in facts_of_council(rendering, council)],
        )


def _of_document(rendering: RenderContext, of: ListedFacts) -> tuple[object, ...]:
    version = of.version
    said = [getattr(of, one.name) for one in fields(of) if one.name not in ("council", "version")]
    return version.slug, version.kind, version.last_known(rendering.library.today), said
