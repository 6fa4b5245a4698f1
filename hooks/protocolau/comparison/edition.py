"""What councils say on a topic, as a critical edition: one wording in full, the others by their differences."""

from collections.abc import Sequence
from dataclasses import dataclass

from protocolau.comparison.alignment import MARKED, AlignedGroup, align, likeness
from protocolau.comparison.compared_clauses import ComparedClause
from protocolau.comparison.difference import Piece, difference
from protocolau.comparison.wordings import TopicWording, key_of, topic_wordings
from protocolau.language import LANGUAGES
from protocolau.language.tokens import PartyNames, word_tokens
from protocolau.model.protocol import Version

ON_A_PAGE = 30
"""Wordings that stand on one page."""
FEW = 40
"""Wordings among which the one most like the others is looked for, where no two councils use the same words."""


@dataclass(frozen=True, slots=True)
class Line:
    """A clause beside the leading wording."""

    clause: ComparedClause
    verdict: str
    """`same`, `renamed`, `differs`, `other` (words), `several` (of the leading wording's clauses meet several),
    `only` (nothing in the leading wording answers to it), or `language` (it cannot be compared)."""
    pieces: tuple[Piece, ...] = ()
    """Its words with their differences, where they are worth marking."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A wording beside the leading one."""

    wording: TopicWording
    lines: tuple[Line, ...]
    missing: tuple[ComparedClause, ...]
    """Clauses of the leading wording to which nothing in it answers."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Every wording of a topic in one language."""

    leading: TopicWording | None
    """The one most in use; where no two councils use the same words, the one most like the others, or the first."""
    others: tuple[TopicWording, ...]

    @property
    def in_common(self) -> bool:
        """Whether more councils than one use the leading wording."""
        return self.leading is not None and len(self.leading.voices) > 1


def edition(speakers: Sequence[Version], topic: str, language: str, names: PartyNames) -> Edition:
    """The edition of a topic of which some versions speak."""
    found = topic_wordings(speakers, topic, language)
    if not found:
        return Edition(None, ())
    leading = found[0] if len(found[0].voices) > 1 or len(found) > FEW else _likest(found, names)
    return Edition(leading, tuple(one for one in found if one is not leading))


def _likest(found: Sequence[TopicWording], names: PartyNames) -> TopicWording:
    """The wording whose words are most like those of all others, the first such."""
    texts = [[key for clause in one.voices[0].clauses for key in clause.keys(names)] for one in found]
    return found[max(range(len(found)), key=lambda index: sum(likeness(texts[index], other) for other in texts))]


def variant(leading: TopicWording, wording: TopicWording, names: PartyNames) -> Variant:
    """A wording beside the leading one, its clauses in the order of their document."""
    base, own = leading.voices[0].clauses, wording.voices[0].clauses
    groups = align([one.keys(names) for one in base], [one.keys(names) for one in own])
    lines = {place: _line(group, place, base, own, names) for group in groups for place in group.right}
    missing = tuple(base[place] for group in groups if not group.right for place in group.left)
    return Variant(wording, tuple(lines[place] for place in sorted(lines)), missing)


def _line(
    group: AlignedGroup, place: int, base: Sequence[ComparedClause], own: Sequence[ComparedClause], names: PartyNames
) -> Line:
    clause = own[place]
    if not group.left:
        return Line(clause, "only")
    if clause.language != base[group.left[0]].language:
        return Line(clause, "language")
    if len(group.left) > 1 or len(group.right) > 1:
        return Line(clause, "other" if group.in_other_words else "several")
    return _beside(base[group.left[0]], clause, group.in_other_words, names)


def _beside(base: ComparedClause, clause: ComparedClause, in_other_words: bool, names: PartyNames) -> Line:
    if word_tokens(base.text) == word_tokens(clause.text):
        return Line(clause, "same")
    one, other = base.keys(names), clause.keys(names)
    if one != other and (in_other_words or likeness(one, other) < MARKED):
        return Line(clause, "other")
    return Line(clause, "renamed" if one == other else "differs", difference(base.text, clause.text, names))


# ---- pages ----


def page_count(speakers: Sequence[Version], topic: str) -> int:
    """On how many pages the wordings of a topic stand: as many in both languages, so that each has its counterpart."""
    if len(speakers) <= ON_A_PAGE:
        return 1
    return max(1, -(-max(_distinct(speakers, topic, language) for language in LANGUAGES) // ON_A_PAGE))


def _distinct(speakers: Sequence[Version], topic: str, language: str) -> int:
    return len({hash(key_of(version, topic, language)) for version in speakers})


def share_of(wordings_: Sequence[TopicWording], number: int, pages: int) -> Sequence[TopicWording]:
    """The wordings on one of so many pages, spread evenly: where one language has fewer, no page of it is empty."""
    each, over = divmod(len(wordings_), pages)
    start = (number - 1) * each + min(number - 1, over)
    return wordings_[start : start + each + (number <= over)]
