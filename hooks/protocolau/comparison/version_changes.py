"""What changed between two versions of a council's protocol, provision by provision.

What a change is, is decided by the adopted words alone, so that both languages of the site tell of the
same changes. It is shown in the reader's language where the translation of both versions tells the same;
where it does not, the adopted words are shown, and why.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from protocolau.comparison.alignment import FEWEST_TELLING_WORDS, MARKING_LIKENESS, word_likeness
from protocolau.comparison.compared_statements import are_said_of_others, compared_statement, led_in
from protocolau.comparison.difference import QUIET, RENAMED, Piece, difference
from protocolau.comparison.matching import MatchCandidate, match_versions, unmoved
from protocolau.comparison.turning import are_led_apart
from protocolau.language.marks import plain
from protocolau.language.tokens import NO_PARTY_NAMES, PartyNames, comparison_keys
from protocolau.model.protocol import Version
from protocolau.model.provision import Provision
from protocolau.translation.reading import DisplayedText, QuotedReading

SAME, PUNCTUATION, NAMES, REWORDED, REPLACED = "same", "punctuation", "names", "reworded", "replaced"
LED, ADDED, REMOVED = "led", "added", "removed"


@dataclass(frozen=True, slots=True)
class ChangedText:
    """A text with what changed in it, in one language."""

    pieces: tuple[Piece, ...]
    language: str


@dataclass(frozen=True, slots=True)
class ProvisionChange:
    """What became of one provision."""

    verdict: str
    """`same`, `led`, `punctuation`, `names`, `reworded`, `replaced`, `added` or `removed`: what is `led` has the same
    words, but what leads into it turns what they say."""
    old: Provision | None
    new: Provision | None
    moved: bool
    """Whether it has another number, or stands elsewhere."""
    number: tuple[Piece, ...]
    """The printed number, where its punctuation alone has changed."""
    heading: ChangedText | None
    text: ChangedText | None
    adopted_because: str = ""
    """Why the adopted words are shown and not the translation: it is `missing` or `stale`, or reads `alike`."""
    within: Provision | None = None
    """The provision of the other version of which its words are a part, where it was split off or put into another."""


class _Words(NamedTuple):
    """What a provision says in a language, plain."""

    heading: DisplayedText | None
    text: DisplayedText | None

    def states(self) -> set[str]:
        """The states of the translation of both."""
        return {part.state for part in self if part}


class _ChangedWords(NamedTuple):
    """What a provision says with what changed in it."""

    heading: ChangedText | None
    text: ChangedText | None

    def verdict(self) -> str:
        """What the marks of both amount to."""
        return _verdict(piece for part in self if part for piece in part.pieces)


def version_changes(
    old: Version, new: Version, language: str, names: Mapping[str, PartyNames]
) -> list[ProvisionChange]:
    """What became of every provision of either version that says anything, in the order of the new version.

    What was taken out comes after what it stood behind. `names` are those of the parties by language.
    """
    return _VersionComparison(old, new, language, names).changes()


def speaking(version: Version) -> list[Provision]:
    """The provisions that say anything by words, a number or a drawing, and not only by what stands in them."""
    return [
        provision
        for provision in version.provisions.values()
        if provision.heading or provision.text or provision.number or provision.diagram
    ]


class _Side:
    """One of the two versions, with the provisions of it that are compared."""

    def __init__(self, version: Version):
        self.version = version
        self.provisions = speaking(version)

    def words(self, provision: Provision, language: str) -> _Words:
        """What a provision says in a language, as far as it is translated from today's words."""
        reading = QuotedReading(self.version, language)

        def printed(shown: DisplayedText | None) -> DisplayedText | None:
            return DisplayedText(plain(shown.text), shown.language, shown.state) if shown else None

        return _Words(printed(reading.heading(provision)), printed(reading.text(provision)))

    def candidates(self, language: str, names: PartyNames) -> list[MatchCandidate]:
        """The provisions as they are sought in the other version, by their words in a language."""
        places = {provision.anchor: place for place, provision in enumerate(self.provisions)}
        parents = {
            child.anchor: places.get(parent.anchor)
            for parent in self.version.provisions.values()
            for child in parent.children()
        }
        rows = dict(self._rows(language))
        candidates = []
        for provision in self.provisions:
            text = "\n".join(part.text if part else "" for part in self.words(provision, language))
            keys, parent = comparison_keys(text, names), parents.get(provision.anchor)
            row = rows.get(provision.anchor, "")
            candidates.append(MatchCandidate(provision.anchor, provision.kind, text, keys, parent, row))
        return candidates

    def _rows(self, language: str) -> Iterator[tuple[str, str]]:
        """Yield the anchor of every cell but the first of a row, with the words of that one and of what names its
        column."""
        for table in (provision.table for provision in self.version.provisions.values() if provision.table):
            heads = {cell.anchor: heads for cell, heads in table.cells_with_heads()}
            for first, *others in filter(None, table.rows):
                for cell in others:
                    naming = (first, *(head for head in heads[cell.anchor] if head.anchor != first.anchor))
                    texts = (self.words(one, language).text for one in naming)
                    yield cell.anchor, " ".join(text.text for text in texts if text)


class _VersionComparison:
    """Two versions with their pairs of provisions, as a reader of a language is told of them."""

    def __init__(self, old: Version, new: Version, language: str, names: Mapping[str, PartyNames]):
        self._language, self._names = language, names
        self._adopted = old.language if new.other_language == "equal" else new.language
        """The language in which the versions are compared: that of the new one, in which the old one is read too; of
        one that was adopted in both languages alike, the one in which the old one was."""
        self._old, self._new = _Side(old), _Side(new)
        before, after = (
            side.candidates(self._adopted, self._names_in(self._adopted)) for side in (self._old, self._new)
        )
        self._new_of = match_versions(before, after)
        """Places in the old version, each with its place in the new one."""
        self._said = [f" {' '.join(one.keys)} " for one in before], [f" {' '.join(one.keys)} " for one in after]
        """The words of the provisions of both versions, as they are counted."""
        self._likeness = {i: word_likeness(before[i].keys, after[j].keys) for i, j in self._new_of.items()}
        """Of the provisions of each pair, by the place in the old version."""
        self._unmoved = unmoved(self._new_of)
        self._new_anchors = {
            self._old.provisions[i].anchor: self._new.provisions[j].anchor for i, j in self._new_of.items()
        }

    def changes(self) -> list[ProvisionChange]:
        """What became of each provision, in the order of the new version."""
        old_of = {j: i for i, j in self._new_of.items()}
        removed = self._removed()
        changes = removed[None]
        for j, provision in enumerate(self._new.provisions):
            changes.append(self._of_pair(old_of[j], j) if j in old_of else self._added(provision, j))
            changes += removed[j]
        return changes

    def _removed(self) -> dict[int | None, list[ProvisionChange]]:
        """What was taken out, by the place in the new version of what it stood behind."""
        removed: dict[int | None, list[ProvisionChange]] = defaultdict(list)
        old_of = {j: i for i, j in self._new_of.items()}
        behind = None
        for i, provision in enumerate(self._old.provisions):
            if i in self._unmoved:
                behind = self._new_of[i]
            elif i not in self._new_of:
                words, because = self._undivided(self._old, provision, "deleted")
                within = self._within(self._said[0][i], self._new, old_of)
                removed[behind].append(ProvisionChange(REMOVED, provision, None, False, (), *words, because, within))
        return removed

    def _within(self, words: str, other: _Side, pair_of: Mapping[int, int]) -> Provision | None:
        """The first provision of the other version that has words in it, not of a few only, while that in its place in
        this one has them no more, or not yet."""
        if len(words.split()) < FEWEST_TELLING_WORDS:
            return None
        own, said = self._said if other is self._new else self._said[::-1]
        for place, text in enumerate(said):
            if words in text and not (place in pair_of and words in own[pair_of[place]]):
                return other.provisions[place]
        return None

    def _added(self, provision: Provision, j: int) -> ProvisionChange:
        words, because = self._undivided(self._new, provision, "inserted")
        because = "missing" if because else ""  # a stale translation is of other words: of these there is none
        within = self._within(self._said[1][j], self._old, self._new_of)
        return ProvisionChange(ADDED, None, provision, False, (), *words, because, within)

    def _of_pair(self, i: int, j: int) -> ProvisionChange:
        """What became of the provision at a place in the old version, which is at a place in the new one."""
        old, new = self._old.provisions[i], self._new.provisions[j]
        moved = i not in self._unmoved or not self._stands_at_same_place(old, new)
        number = () if moved or old.number == new.number else difference(old.number or "", new.number or "")
        is_replaced = self._likeness[i] < MARKING_LIKENESS
        words = self._changed(old, new, self._adopted, is_replaced)
        verdict = _verdict_of_pair(words, is_replaced)
        if verdict == SAME:
            shown, because = self._undivided(self._new, new, "same")
            verdict = LED if self._are_led_apart(old, new) else PUNCTUATION if number else SAME
        else:
            shown, because = self._shown(old, new, words, verdict)
        return ProvisionChange(verdict, old, new, moved, number, *shown, because)

    def _are_led_apart(self, old: Provision, new: Provision) -> bool:
        """Whether what leads into a provision turns what its words say beside what led into it."""
        before, after = (
            led_in(side.version, one.anchor, self._adopted) for side, one in ((self._old, old), (self._new, new))
        )
        names = self._names_in(self._adopted)
        one, other = (comparison_keys(text, names) for text in (before, after))
        if new.kind == "cell" and one and other and word_likeness(one, other) < MARKING_LIKENESS:
            return True  # under quite other heads it is said of something else
        if (one != other or self._are_headed_apart(old, new)) and self._are_said_of_others(old, new):
            return True
        return before != after and are_led_apart(before, after, names, self._adopted)

    def _are_headed_apart(self, old: Provision, new: Provision) -> bool:
        """Whether a provision stands under another heading than before, or that says something else."""
        above, now_above = (self._old.version.labels[old.anchor].heading, self._new.version.labels[new.anchor].heading)
        if not above or not now_above:
            return False
        if self._new_anchors.get(above.anchor) != now_above.anchor:
            return True
        before, after = self._old.words(above, self._adopted).heading, self._new.words(now_above, self._adopted).heading
        return before is not None and after is not None and before.text != after.text

    def _are_said_of_others(self, old: Provision, new: Provision) -> bool:
        """Whether the same words, which name nobody, are said of others than before: what "they" must do has come from
        under "Members" to under "Officers", and "We will:" has become "You will:"."""
        names = self._names_in(self._adopted)
        return any(
            are_said_of_others(
                compared_statement(self._old.version, one, self._adopted),
                compared_statement(self._new.version, other, self._adopted),
                self._adopted,
                names,
            )
            for one, other in zip(old.statements, new.statements, strict=False)
        )

    def _shown(self, old: Provision, new: Provision, adopted: _ChangedWords, verdict: str) -> tuple[_ChangedWords, str]:
        """The changed words in the reader's language, or the adopted ones, and why."""
        if self._language == self._adopted:
            return adopted, ""
        is_replaced = verdict == REPLACED
        translated = self._changed(old, new, self._language, is_replaced)
        before, after = self._old.words(old, self._language), self._new.words(new, self._language)
        because = _unreliable(before.states() | after.states())
        if not because and _verdict_of_pair(translated, is_replaced) != verdict:
            because = "alike"
        return (adopted if because else translated), because

    def _undivided(self, side: _Side, provision: Provision, kind: str) -> tuple[_ChangedWords, str]:
        """The words of a provision in one piece, and why they are not the translation's, where they are not."""
        words = side.words(provision, self._language)
        because = _unreliable(words.states())
        if because == "stale":  # a translation of other words, even of another provision that stood here
            words = side.words(provision, side.version.language)
        parts = (ChangedText((Piece(kind, part.text),), part.language) if part else None for part in words)
        return _ChangedWords(*parts), because

    def _changed(self, old: Provision, new: Provision, language: str, is_replaced: bool) -> _ChangedWords:
        """The heading and the text of a pair in a language, with their changes marked."""
        before, after = self._old.words(old, language), self._new.words(new, language)
        return _ChangedWords(
            self._changed_text(before.heading, after.heading, is_replaced),
            self._changed_text(before.text, after.text, is_replaced),
        )

    def _changed_text(
        self, old: DisplayedText | None, new: DisplayedText | None, is_replaced: bool
    ) -> ChangedText | None:
        """A text with its changes marked: word by word, or, where it was replaced by another, as a whole."""
        shown = new or old
        if shown is None:
            return None
        before, after = old.text if old else "", new.text if new else ""
        pieces = difference(before, after, self._names_in(shown.language))
        if is_replaced and _verdict(pieces) == REWORDED:
            whole = (Piece("deleted", before), Piece("inserted", after))
            pieces = tuple(piece for piece in whole if piece.text)
        return ChangedText(pieces, shown.language)

    def _names_in(self, language: str) -> PartyNames:
        return self._names.get(language, NO_PARTY_NAMES)

    def _stands_at_same_place(self, old: Provision, new: Provision) -> bool:
        """Whether both have one printed number, or, where that says little or is wanting, stand under one heading."""
        before, after = self._old.version.labels[old.anchor], self._new.version.labels[new.anchor]
        if (before.scope, before.number) != (after.scope, after.number):
            return False
        if any(character.isdigit() for character in before.number or ""):
            return True
        above = None if before.heading is old else before.heading
        now_above = None if after.heading is new else after.heading
        if above is None or now_above is None:
            return above is now_above
        return self._new_anchors.get(above.anchor) == now_above.anchor


def _unreliable(states: Iterable[str]) -> str:
    """Why words are not in the reader's language, or not to be relied on in it: `missing`, `stale` or nothing."""
    return next((state for state in ("missing", "stale") if state in states), "")


def _verdict_of_pair(words: _ChangedWords, is_replaced: bool) -> str:
    verdict = words.verdict()
    return REPLACED if is_replaced and verdict == REWORDED else verdict


def _verdict(pieces: Iterable[Piece]) -> str:
    """What the marks of a text amount to."""
    manners = {piece.manner for piece in pieces if piece.kind != "same"}
    if not manners:
        return SAME
    if manners == {QUIET}:
        return PUNCTUATION
    return NAMES if manners <= {QUIET, RENAMED} else REWORDED
