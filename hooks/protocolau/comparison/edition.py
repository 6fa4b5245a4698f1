"""What councils say on a topic, as a critical edition: one wording in full, the others by their differences."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from protocolau.comparison.alignment import MARKING_LIKENESS, AlignedGroup, align, word_likeness
from protocolau.comparison.compared_statements import ComparedStatement
from protocolau.comparison.difference import Piece, difference
from protocolau.comparison.topic_wordings import TopicWording, topic_wordings, wording_key
from protocolau.language import LANGUAGES
from protocolau.language.tokens import PartyNames, word_tokens
from protocolau.model.protocol import Version

WORDINGS_ON_A_PAGE = 30
"""Wordings that stand on one page."""
FEW_WORDINGS = 40
"""Wordings among which the one most like the others is looked for, where no two councils use the same words."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class VariantStatement:
    """A statement of a wording beside the leading one."""

    statement: ComparedStatement
    verdict: str
    """`same`, `renamed`, `differs`, `other` (words), `several` (of the leading wording's statements meet several),
    `only` (nothing in the leading wording answers to it), or `language` (it cannot be compared)."""
    pieces: tuple[Piece, ...] = ()
    """Its words with their differences, where they are worth marking."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A wording beside the leading one."""

    wording: TopicWording
    statements: tuple[VariantStatement, ...]
    missing: tuple[ComparedStatement, ...]
    """Provisions of the leading wording to which nothing in it answers."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Every wording of a topic in one language."""

    leading: TopicWording | None
    """The one most in use; where no two councils use the same words, the one most like the others, or the first."""
    others: tuple[TopicWording, ...]

    @property
    def in_common(self) -> bool:
        """Whether more councils than one use the leading wording."""
        return self.leading is not None and len(self.leading.speakers) > 1


def edition(speakers: Sequence[Version], topic: str, language: str, names: PartyNames) -> Edition:
    """The edition of a topic of which some versions speak."""
    wordings = topic_wordings(speakers, topic, language)
    if not wordings:
        return Edition(None, ())
    is_clear = len(wordings[0].speakers) > 1 or len(wordings) > FEW_WORDINGS
    leading = wordings[0] if is_clear else _likest(wordings, names)
    return Edition(leading, tuple(wording for wording in wordings if wording is not leading))


def _likest(wordings: Sequence[TopicWording], names: PartyNames) -> TopicWording:
    """The wording whose words are most like those of all others, the first such."""
    texts = [[key for statement in wording.first.statements for key in statement.keys(names)] for wording in wordings]
    likenesses = [sum(word_likeness(text, other) for other in texts) for text in texts]
    return wordings[likenesses.index(max(likenesses))]


def variant(leading: TopicWording, wording: TopicWording, names: PartyNames) -> Variant:
    """A wording beside the leading one, its statements in the order of their document."""
    base, own = leading.first.statements, wording.first.statements
    groups = align([statement.keys(names) for statement in base], [statement.keys(names) for statement in own])
    compared = {place: _compared(group, place, base, own, names) for group in groups for place in group.right}
    missing = tuple(base[place] for group in groups if not group.right for place in group.left)
    return Variant(wording, tuple(compared[place] for place in sorted(compared)), missing)


def _compared(
    group: AlignedGroup,
    place: int,
    base: Sequence[ComparedStatement],
    own: Sequence[ComparedStatement],
    names: PartyNames,
) -> VariantStatement:
    """The statement at a place of a wording beside those of the leading one that stand in its group."""
    statement = own[place]
    if not group.left:
        return VariantStatement(statement, "only")
    if statement.language != base[group.left[0]].language:
        return VariantStatement(statement, "language")
    if len(group.left) > 1 or len(group.right) > 1:
        return VariantStatement(statement, "other" if group.in_other_words else "several")
    return _compared_with(base[group.left[0]], statement, group.in_other_words, names)


def _compared_with(
    base: ComparedStatement, statement: ComparedStatement, in_other_words: bool, names: PartyNames
) -> VariantStatement:
    if word_tokens(base.text) == word_tokens(statement.text):
        return VariantStatement(statement, "same")
    base_keys, keys = base.keys(names), statement.keys(names)
    if base_keys != keys and (in_other_words or word_likeness(base_keys, keys) < MARKING_LIKENESS):
        return VariantStatement(statement, "other")
    verdict = "renamed" if base_keys == keys else "differs"
    return VariantStatement(statement, verdict, difference(base.text, statement.text, names))


# ---- pages ----


def page_count(speakers: Sequence[Version], topic: str) -> int:
    """On how many pages the wordings of a topic stand: as many in both languages, so that each has its counterpart."""
    if len(speakers) <= WORDINGS_ON_A_PAGE:
        return 1
    most = max(_distinct(speakers, topic, language) for language in LANGUAGES)
    return max(1, -(-most // WORDINGS_ON_A_PAGE))


def _distinct(speakers: Sequence[Version], topic: str, language: str) -> int:
    return len({hash(wording_key(version, topic, language)) for version in speakers})


def on_page(items: Sequence[Item], number: int, pages: int) -> Sequence[Item]:
    """What stands on one of so many pages, spread evenly: where one language has fewer, no page of it is empty."""
    each, over = divmod(len(items), pages)
    start = (number - 1) * each + min(number - 1, over)
    return items[start : start + each + (number <= over)]
