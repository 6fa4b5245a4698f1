"""How good the alignment is, beside what a careful reader wrote down by hand: `python -m tests.comparison.quality`."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path
from typing import NamedTuple

import yaml

from protocolau.comparison.alignment import PAIR_LIKENESS, AlignedGroup, AlignedText, align, word_likeness
from protocolau.comparison.compared_statements import compared_statement, statements_on
from protocolau.language.tokens import PartyNames
from protocolau.library.library import Library
from protocolau.library.party_names import party_names
from protocolau.model.protocol import Version
from protocolau.model.statements import Statement
from protocolau.repository.repository import ProtocolRepository

ROOT = Path(__file__).parents[2]
GOLD = Path(__file__).with_name("gold.yml")
SECOND = Path(__file__).with_name("second.yml")

ACROSS_LIKENESS = 0.2
"""The likeness in words from which statements on neighbouring topics are counted as alike."""

Pairs = set[tuple[str, str]]
"""Names of statements that stand side by side, the left one first: `2.4`, or `2.4 s2` where there are several."""


class HandAlignment(NamedTuple):
    """Two councils, by their slugs, with every two statements that a reader would put side by side."""

    left: str
    right: str
    groups: list[Pairs]

    @property
    def pairs(self) -> Pairs:
        """Those of all groups."""
        return set().union(*self.groups)

    def half(self, unseen: bool) -> "HandAlignment":
        """The groups that were looked at when the alignment was tuned, or those that were not."""
        return HandAlignment(self.left, self.right, self.groups[int(unseen) :: 2])


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
    """What was aligned by hand: every pair of the five councils."""
    return _read(GOLD)


def second() -> list[HandAlignment]:
    """What was aligned by hand a second time, apart from the first."""
    return _read(SECOND)


def _read(path: Path) -> list[HandAlignment]:
    return [
        HandAlignment(
            entry["left"],
            entry["right"],
            [{(left, right) for left in group["left"] for right in group["right"]} for group in entry["groups"]],
        )
        for entry in yaml.safe_load(path.read_text("utf-8"))
    ]


class Agreement(NamedTuple):
    """Two readings of two councils, made apart."""

    first: HandAlignment
    second: HandAlignment

    @property
    def share(self) -> float:
        """From 0 to 1: how far the two agree."""
        return agreement(self.first.pairs, self.second.pairs)


def agreement(one: Pairs, other: Pairs) -> float:
    """From 0 to 1: how many of the pairs of both stand in both (Sørensen's coefficient)."""
    return 2 * len(one & other) / (len(one) + len(other))


def agreements() -> list[Agreement]:
    """Every two councils that were read twice."""
    first = {(one.left, one.right): one for one in gold()}
    return [Agreement(first[one.left, one.right], one) for one in second()]


class Disputed(NamedTuple):
    """How often the rules and a first reading differ, and the second reading is of the rules' mind."""

    differences: int
    with_the_rules: int


def disputed(library: Library, council: str) -> Disputed:
    """The differences in the halves that were looked at, of all pairs with a council that were read twice."""
    differences = sided = 0
    for twice in (one for one in agreements() if council in (one.first.left, one.first.right)):
        half, second = twice.first.half(unseen=False), twice.second.pairs
        answers = answers_on(half, aligned(library, half.left, half.right), twice.first)
        missed, wrong = half.pairs - answers, answers - half.pairs
        differences += len(missed) + len(wrong)
        sided += len(missed - second) + len(wrong & second)
    return Disputed(differences, sided)


def name(version: Version, statement: Statement) -> str:
    """What gold.yml calls a statement."""
    several = len(version.provisions[statement.anchor].statements) > 1
    return f"{statement.anchor} s{statement.position + 1}" if several else statement.anchor


def aligned(library: Library, left: str, right: str, by_topic_alone: bool = True) -> Pairs:
    """Every two statements that the alignment puts side by side; without those that only a topic brings together."""
    here, there = library.version_shown(left), library.version_shown(right)
    pairs: Pairs = set()
    for topic in here.by_topic.keys() & there.by_topic.keys():
        groups = align(*(_texts(library, version, topic) for version in (here, there)))
        kept = [group for group in groups if by_topic_alone or not group.by_topic_alone]
        pairs |= set(_pairs(kept, here, topic, there))
    return pairs


def _texts(library: Library, version: Version, topic: str) -> list[AlignedText]:
    names = party_names(library.vocabulary, "en")
    return [
        one.aligned(topic, library.vocabulary.side_of(one.statement.by), one.compared_text("en"), names)
        for one in statements_on(version, topic, "en")
    ]


def _pairs(groups: Iterable[AlignedGroup], here: Version, topic: str, there: Version) -> Iterator[tuple[str, str]]:
    left, right = here.by_topic[topic], there.by_topic[topic]
    for group in groups:
        yield from ((name(here, left[i]), name(there, right[j])) for i in group.left for j in group.right)


def answers_on(half: HandAlignment, pairs: Pairs, wanted: HandAlignment) -> Pairs:
    """Of some pairs those that answer to a half of what is wanted: the other half, and its answers, are left out."""
    left, right = ({pair[side] for pair in half.pairs} for side in (0, 1))
    others = wanted.pairs - half.pairs
    return {pair for pair in pairs - others if pair[0] in left or pair[1] in right}


def found(pairs: Pairs, wanted: HandAlignment, half: HandAlignment) -> Quality:
    """The quality of pairs on a half of what is wanted."""
    return quality(answers_on(half, pairs, wanted), half.pairs)


@dataclass(frozen=True, slots=True)
class AcrossTopics:
    """What stands under no common topic, in the halves that were looked at, of all pairs with a council."""

    wanted: int
    """Pairs by hand."""
    apart: int
    """Those of them that share no topic."""
    alike: int
    """Pairs of statements on neighbouring topics with a fifth of their words in common, of no common topic."""
    alike_and_wanted: int
    """Those of them that belong together."""


def across_topics(library: Library, council: str) -> AcrossTopics:
    """How far words could tell what belongs together across the borders of topics."""
    counts: Counter[str] = Counter()
    for hand in (one for one in gold() if council in (one.left, one.right)):
        looked_at = hand.half(unseen=False)
        counts["wanted"] += len(looked_at.pairs)
        apart = dict(_without_common_topic(library, hand))
        counts["apart"] += len(looked_at.pairs & apart.keys())
        alike = answers_on(looked_at, {pair for pair, likeness in apart.items() if likeness >= ACROSS_LIKENESS}, hand)
        counts["alike"] += len(alike)
        counts["alike_and_wanted"] += len(alike & looked_at.pairs)
    return AcrossTopics(**counts)


def _without_common_topic(library: Library, hand: HandAlignment) -> Iterator[tuple[tuple[str, str], float]]:
    """Every two statements of two councils that could be a pair but for their topics; the likeness of their words is
    0 where their topics are no neighbours."""
    near = {slug: set(topic.see) for slug, topic in library.vocabulary.topics.items()}
    here, there = (library.version_shown(slug) for slug in (hand.left, hand.right))
    left, right = (_principal(library, version) for version in (here, there))
    for (one, words), (other, other_words) in product(left, right):
        opposite = {library.vocabulary.side_of(one.by), library.vocabulary.side_of(other.by)} == {"members", "officers"}
        if not opposite and not set(one.topics) & set(other.topics):
            are_near = other.topic in near[one.topic] or one.topic in near[other.topic]
            likeness = word_likeness(words, other_words) if are_near else 0.0
            yield (name(here, one), name(there, other)), likeness


def _principal(library: Library, version: Version) -> list[tuple[Statement, Sequence[str]]]:
    """The statements of a version, each once, with its words as they are aligned."""
    return [
        (statement, text.told)
        for topic, statements in version.by_topic.items()
        for statement, text in zip(statements, _texts(library, version, topic), strict=True)
        if text.is_principal
    ]


def suggested_tags(library: Library) -> Quality:
    """The topics that each statement would get from the likest statement of another council, beside its own."""
    names = party_names(library.vocabulary, "en")
    tagged = [(version.council, one, _words(version, one, names)) for version, one in _statements(library)]
    suggested, wanted = set(), set()
    for council, statement, words in tagged:
        others = ((word_likeness(words, theirs), other) for slug, other, theirs in tagged if slug != council)
        likeness, likest = max(others, key=lambda weighed: weighed[0])
        place = (council, statement.anchor, statement.position)
        wanted |= {(*place, topic) for topic in statement.topics}
        if likeness >= PAIR_LIKENESS:
            suggested |= {(*place, topic) for topic in likest.topics}
    return quality(suggested, wanted)


def _statements(library: Library) -> Iterator[tuple[Version, Statement]]:
    for version in library.relations.versions:
        yield from ((version, one) for one in version.statements if one.topics)


def _words(version: Version, statement: Statement, names: PartyNames) -> Sequence[str]:
    one = compared_statement(version, statement, "en")
    return one.aligned("", None, one.compared_text("en"), names).keys


def main() -> None:
    """Print the figures."""
    library = ProtocolRepository(ROOT / "protocols").load(date(2026, 1, 1))
    for wanted in gold():
        print(f"{wanted.left} – {wanted.right}: {len(wanted.pairs)} pairs by hand")
        pairs = aligned(library, wanted.left, wanted.right)
        measured = {
            "alignment": quality(pairs, wanted.pairs),
            "without pairs by topic alone": quality(
                aligned(library, wanted.left, wanted.right, by_topic_alone=False), wanted.pairs
            ),
            "the half that was looked at": found(pairs, wanted, wanted.half(unseen=False)),
            "the half that was not": found(pairs, wanted, wanted.half(unseen=True)),
        }
        for what, figures in measured.items():
            print(f"  {what}: precision {figures.precision:.2f}, recall {figures.recall:.2f}")
    for twice in agreements():
        one, other = twice.first, twice.second
        beside = quality(aligned(library, other.left, other.right), other.pairs)
        print(f"{other.left} – {other.right}, read twice: {len(one.pairs)} and {len(other.pairs)} pairs by hand")
        print(f"  agreement of the readings: {twice.share:.2f}")
        print(f"  alignment beside the second: precision {beside.precision:.2f}, recall {beside.recall:.2f}")
    across = across_topics(library, "conwy")
    print(f"with Conwy, looked at: of {across.wanted} pairs by hand {across.apart} share no topic")
    print(f"  {across.alike} pairs of neighbouring topics have a fifth of their words in common")
    print(f"  {across.alike_and_wanted} of those are pairs by hand")
    doubtful = disputed(library, "conwy")
    print(f"  of {doubtful.differences} differences from the first reading the second takes {doubtful.with_the_rules}")
    tags = suggested_tags(library)
    print(f"topics suggested by likeness alone: precision {tags.precision:.2f}, recall {tags.recall:.2f}")


if __name__ == "__main__":
    main()
