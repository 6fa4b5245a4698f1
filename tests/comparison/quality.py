"""How good the alignment is, beside what a careful reader wrote down by hand: `python -m tests.comparison.quality`."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from protocolau.comparison.alignment import PAIR_LIKENESS, AlignedGroup, align, word_likeness
from protocolau.comparison.compared_provisions import compared_provision
from protocolau.language.comparison_tokens import PartyNames, party_names
from protocolau.library.library import Library
from protocolau.model.protocol import Provision, Version
from protocolau.repository.repository import ProtocolRepository

ROOT = Path(__file__).parents[2]
GOLD = Path(__file__).with_name("gold.yml")

Pairs = set[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Quality:
    """How much of what was found is wanted, and how much of what is wanted was found: from 0 to 1."""

    precision: float
    recall: float


def quality(found: set, wanted: set) -> Quality:
    """The quality of a set of answers beside the wanted one."""
    right = len(found & wanted)
    return Quality(right / len(found) if found else 1.0, right / len(wanted) if wanted else 1.0)


def gold() -> list[tuple[str, str, Pairs]]:
    """For two pairs of councils, every two provisions that a reader would put side by side."""
    return [
        (
            one["left"],
            one["right"],
            {(a, b) for group in one["groups"] for a in group["left"] for b in group["right"]},
        )
        for one in yaml.safe_load(GOLD.read_text("utf-8"))
    ]


def aligned(library: Library, left: str, right: str, whole_topics: bool = True) -> Pairs:
    """Every two provisions that the alignment puts side by side; without those that only a topic brings together."""
    one, other = library.councils[left].in_force, library.councils[right].in_force
    names = party_names(library.vocabulary, "en")
    found: Pairs = set()
    for topic in one.by_topic.keys() & other.by_topic.keys():
        here, there = one.by_topic[topic], other.by_topic[topic]
        groups = align(_words(one, here, names), _words(other, there, names))
        found |= {
            pair for group in groups if whole_topics or not group.in_other_words for pair in _of(group, here, there)
        }
    return found


def by_likeness_alone(library: Library, left: str, right: str) -> Pairs:
    """Every two provisions that would be put side by side if nobody had given them topics."""
    one, other = library.councils[left].in_force, library.councils[right].in_force
    names = party_names(library.vocabulary, "en")
    here, there = ([part for part in found.provisions.values() if part.topics] for found in (one, other))
    groups = align(_words(one, here, names), _words(other, there, names))
    return {pair for group in groups if not group.in_other_words for pair in _of(group, here, there)}


def _words(version: Version, provisions, names: PartyNames) -> list[tuple[str, ...]]:
    return [compared_provision(version, one, "en").keys(names) for one in provisions]


def _of(group: AlignedGroup, here: list[Provision], there: list[Provision]) -> Pairs:
    return {(here[i].anchor, there[j].anchor) for i in group.left for j in group.right}


def suggested_tags(library: Library) -> Quality:
    """The topics that each provision would get from the likest provision of another council, beside its own."""
    names = party_names(library.vocabulary, "en")
    known = [
        (version.council, one, compared_provision(version, one, "en").keys(names))
        for version in library.versions
        for one in version.provisions.values()
        if one.topics
    ]
    found, wanted = set(), set()
    for council, one, words in known:
        others = ((word_likeness(words, theirs), other) for slug, other, theirs in known if slug != council)
        alike, nearest = max(others, key=lambda pair: pair[0])
        wanted |= {(council, one.anchor, topic) for topic in one.topics}
        found |= {(council, one.anchor, topic) for topic in nearest.topics if alike >= PAIR_LIKENESS}
    return quality(found, wanted)


def main() -> None:
    """Prints the figures."""
    library = ProtocolRepository(ROOT / "protocols").load()
    for left, right, wanted in gold():
        print(f"{left} – {right}: {len(wanted)} pairs by hand")
        ways = {
            "alignment": aligned(library, left, right),
            "clause to clause": aligned(library, left, right, whole_topics=False),
            "likeness without topics": by_likeness_alone(library, left, right),
        }
        for name, found in ways.items():
            measured = quality(found, wanted)
            print(f"  {name}: {len(found)} pairs, precision {measured.precision:.2f}, recall {measured.recall:.2f}")
    tags = suggested_tags(library)
    print(f"topics suggested by likeness alone: precision {tags.precision:.2f}, recall {tags.recall:.2f}")


if __name__ == "__main__":
    main()
