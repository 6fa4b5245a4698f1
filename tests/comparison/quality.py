"""How good the alignment is, beside what a careful reader wrote down by hand: `python -m tests.comparison.quality`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import yaml

from protocolau.comparison.alignment import PAIR_LIKENESS, AlignedGroup, align, word_likeness
from protocolau.comparison.compared_statements import compared_statement
from protocolau.comparison.party_names import party_names
from protocolau.language.tokens import PartyNames
from protocolau.library.library import Library
from protocolau.model.protocol import Provision, Version
from protocolau.repository.repository import ProtocolRepository

ROOT = Path(__file__).parents[2]
GOLD = Path(__file__).with_name("gold.yml")

Pairs = set[tuple[str, str]]
"""Anchors of provisions that stand side by side, the left one first."""


class HandAlignment(NamedTuple):
    """Two councils, by their slugs, with every two provisions that a reader would put side by side."""

    left: str
    right: str
    pairs: Pairs


@dataclass(frozen=True, slots=True)
class Quality:
    """How much of what was answered is wanted, and how much of what is wanted was answered: from 0 to 1."""

    precision: float
    recall: float


def quality(answers: set, wanted: set) -> Quality:
    """The quality of a set of answers beside the wanted one."""
    right = len(answers & wanted)
    return Quality(right / len(answers) if answers else 1.0, right / len(wanted) if wanted else 1.0)


def gold() -> list[HandAlignment]:
    """What was aligned by hand: two pairs of councils."""
    return [
        HandAlignment(
            entry["left"],
            entry["right"],
            {(left, right) for group in entry["groups"] for left in group["left"] for right in group["right"]},
        )
        for entry in yaml.safe_load(GOLD.read_text("utf-8"))
    ]


def aligned(library: Library, left: str, right: str, whole_topics: bool = True) -> Pairs:
    """Every two provisions that the alignment puts side by side; without those that only a topic brings together."""
    here, there = (library.councils[slug].in_force.by_topic for slug in (left, right))
    pairs: Pairs = set()
    for topic in here.keys() & there.keys():
        groups = _groups(library, (left, here[topic]), (right, there[topic]))
        kept = [group for group in groups if whole_topics or not group.in_other_words]
        pairs |= _pairs(kept, here[topic], there[topic])
    return pairs


def by_likeness_alone(library: Library, left: str, right: str) -> Pairs:
    """Every two provisions that would be put side by side if nobody had given them topics."""
    here, there = (_with_topics(library.councils[slug].in_force) for slug in (left, right))
    groups = _groups(library, (left, here), (right, there))
    return _pairs([group for group in groups if not group.in_other_words], here, there)


def _with_topics(version: Version) -> list[Provision]:
    return [provision for provision in version.provisions.values() if provision.topics]


def _groups(library: Library, *sides: tuple[str, Sequence[Provision]]) -> list[AlignedGroup]:
    """The alignment of two sides, each a council's slug and some of its provisions."""
    names = party_names(library.vocabulary, "en")
    left, right = (
        [_words(library.councils[slug].in_force, provision, names) for provision in provisions]
        for slug, provisions in sides
    )
    return align(left, right)


def _words(version: Version, provision: Provision, names: PartyNames) -> tuple[str, ...]:
    return compared_statement(version, provision, "en").keys(names)


def _pairs(groups: Iterable[AlignedGroup], here: Sequence[Provision], there: Sequence[Provision]) -> Pairs:
    return {(here[i].anchor, there[j].anchor) for group in groups for i in group.left for j in group.right}


def suggested_tags(library: Library) -> Quality:
    """The topics that each provision would get from the likest provision of another council, beside its own."""
    names = party_names(library.vocabulary, "en")
    tagged = [
        (version.council, provision, _words(version, provision, names))
        for version in library.versions
        for provision in _with_topics(version)
    ]
    suggested, wanted = set(), set()
    for council, provision, words in tagged:
        others = ((word_likeness(words, theirs), other) for slug, other, theirs in tagged if slug != council)
        likeness, likest = max(others, key=lambda weighed: weighed[0])
        wanted |= {(council, provision.anchor, topic) for topic in provision.topics}
        if likeness >= PAIR_LIKENESS:
            suggested |= {(council, provision.anchor, topic) for topic in likest.topics}
    return quality(suggested, wanted)


def main() -> None:
    """Print the figures."""
    library = ProtocolRepository(ROOT / "protocols").load()
    for left, right, wanted in gold():
        print(f"{left} – {right}: {len(wanted)} pairs by hand")
        methods = {
            "alignment": aligned(library, left, right),
            "clause to clause": aligned(library, left, right, whole_topics=False),
            "likeness without topics": by_likeness_alone(library, left, right),
        }
        for name, pairs in methods.items():
            measured = quality(pairs, wanted)
            print(f"  {name}: {len(pairs)} pairs, precision {measured.precision:.2f}, recall {measured.recall:.2f}")
    tags = suggested_tags(library)
    print(f"topics suggested by likeness alone: precision {tags.precision:.2f}, recall {tags.recall:.2f}")


if __name__ == "__main__":
    main()
