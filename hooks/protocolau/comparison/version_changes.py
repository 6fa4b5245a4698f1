"""What changed between two versions of a council's protocol, provision by provision.

What a change is, is decided by the adopted words alone, so that both languages of the site tell of the
same changes. It is shown in the reader's language where the translation of both versions tells the same;
where it does not, the adopted words are shown, and why.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from protocolau.comparison.alignment import MARKED, likeness
from protocolau.comparison.difference import QUIET, RENAMED, Piece, difference
from protocolau.comparison.matching import MatchCandidate, VersionMatching, in_order
from protocolau.language.marks import plain
from protocolau.language.tokens import NO_PARTY_NAMES, PartyNames, comparison_keys
from protocolau.model.protocol import Provision, Version
from protocolau.translation.reading import DisplayedText, Reading

SAME, PUNCTUATION, NAMES, REWORDED, REPLACED = "same", "punctuation", "names", "reworded", "replaced"
ADDED, REMOVED = "added", "removed"


@dataclass(frozen=True, slots=True)
class Marked:
    """Words with what changed in them, in one language."""

    pieces: tuple[Piece, ...]
    language: str


@dataclass(frozen=True, slots=True)
class ProvisionChange:
    """What became of one provision."""

    verdict: str
    """`same`, `punctuation`, `names`, `reworded`, `replaced`, `added` or `removed`."""
    old: Provision | None
    new: Provision | None
    moved: bool
    """Whether it has another number, or stands elsewhere."""
    number: tuple[Piece, ...]
    """The printed number, where its punctuation alone has changed."""
    heading: Marked | None
    text: Marked | None
    adopted_because: str = ""
    """Why the adopted words are shown and not the translation: it is `missing` or `stale`, or reads `alike`."""


Parts = tuple[DisplayedText | None, DisplayedText | None]
"""The heading and the text of a provision, plain, each as it is said in a language."""


def version_changes(
    old: Version, new: Version, language: str, names: Mapping[str, PartyNames]
) -> list[ProvisionChange]:
    """What became of every provision of either version that says anything, in the order of the new version.

    What was taken out comes after what it stood behind. `names` are those of the parties by language.
    """
    return _Comparison(old, new, language, names).rows()


def speaking(version: Version) -> list[Provision]:
    """The provisions that say anything by words, a number or a drawing, and not only by what stands in them."""
    found = version.provisions.values()
    return [one for one in found if one.heading or one.text or one.number or one.diagram]


class _Comparison:
    def __init__(self, old: Version, new: Version, language: str, names: Mapping[str, PartyNames]):
        self.versions, self.language, self.names = (old, new), language, names
        self.adopted = new.language
        """The language in which the versions are compared: that of the new one, in which the old one is read too."""
        self.old, self.new = (speaking(version) for version in self.versions)
        entries = [self._entries(side) for side in (0, 1)]
        self.pairs = VersionMatching(*entries).find()
        self.alike = {i: likeness(entries[0][i].keys, entries[1][j].keys) for i, j in self.pairs.items()}
        self.still = in_order(self.pairs)
        self._partner = {self.old[i].anchor: self.new[j].anchor for i, j in self.pairs.items()}

    def rows(self) -> list[ProvisionChange]:
        back = {j: i for i, j in self.pairs.items()}
        out = self._taken_out()
        found = out[None]
        for j, provision in enumerate(self.new):
            found.append(self._pair(back[j], j) if j in back else self._alone(ADDED, provision))
            found += out[j]
        return found

    def _entries(self, side: int) -> list[MatchCandidate]:
        version, provisions = self.versions[side], (self.old, self.new)[side]
        places = {provision.anchor: place for place, provision in enumerate(provisions)}
        above = {
            child.anchor: places.get(one.anchor) for one in version.provisions.values() for child in one.children()
        }
        found = []
        for one in provisions:
            text = "\n".join(part.text if part else "" for part in self._parts(side, one, self.adopted))
            counted = comparison_keys(text, self.names.get(self.adopted, NO_PARTY_NAMES))
            found.append(MatchCandidate(one.anchor, one.kind, text, counted, above.get(one.anchor)))
        return found

    def _parts(self, side: int, provision: Provision, language: str) -> Parts:
        reading = Reading(self.versions[side], language)

        def say(unit: str, source: str | None) -> DisplayedText | None:
            if not source:
                return None
            said = reading.say(unit, source, provision.language)
            return DisplayedText(plain(said.text), said.language, said.state)

        return say(f"{provision.anchor} heading", provision.heading), say(provision.anchor, provision.text)

    def _taken_out(self) -> dict[int | None, list[ProvisionChange]]:
        """What was taken out, by the place in the new version of what it stood behind."""
        found: dict[int | None, list[ProvisionChange]] = defaultdict(list)
        behind = None
        for i, provision in enumerate(self.old):
            if i in self.still:
                behind = self.pairs[i]
            elif i not in self.pairs:
                found[behind].append(self._alone(REMOVED, provision))
        return found

    def _alone(self, verdict: str, provision: Provision) -> ProvisionChange:
        is_new = verdict == ADDED
        kind = "inserted" if is_new else "deleted"
        words, because = self._plainly(int(is_new), provision, kind)
        because = "missing" if because and is_new else because
        old, new = (None, provision) if is_new else (provision, None)
        return ProvisionChange(verdict, old, new, False, (), *words, because)

    def _plainly(self, side: int, provision: Provision, kind: str) -> tuple[list[Marked | None], str]:
        """The words of a provision in one piece, and why they are not the translation's, where they are not."""
        said = self._parts(side, provision, self.language)
        because = self._untranslated(said)
        if because == "stale":  # a translation of other words, even of another provision that stood here
            said = self._parts(side, provision, self.versions[side].language)
        return [Marked((Piece(kind, one.text),), one.language) if one else None for one in said], because

    def _untranslated(self, said: Iterable[DisplayedText | None]) -> str:
        """Why words are not in the reader's language, or not to be relied on in it: `missing`, `stale` or nothing."""
        states = {one.state for one in said if one}
        return next((state for state in ("missing", "stale") if state in states), "")

    def _pair(self, i: int, j: int) -> ProvisionChange:
        old, new = self.old[i], self.new[j]
        moved = i not in self.still or not self._same_place(old, new)
        verdict, heading, text = self._told(old, new, self.adopted, replaced=self.alike[i] < MARKED)
        number = () if moved or old.number == new.number else difference(old.number or "", new.number or "")
        if verdict == SAME:
            words, because = self._plainly(1, new, "same")
            return ProvisionChange(PUNCTUATION if number else SAME, old, new, moved, number, *words, because)
        because = ""
        if self.language != self.adopted:
            said = [self._parts(side, one, self.language) for side, one in enumerate((old, new))]
            because = self._untranslated((*said[0], *said[1]))
            shown = self._told(old, new, self.language, replaced=verdict == REPLACED)
            because = because or ("alike" if shown[0] != verdict else "")
            heading, text = (heading, text) if because else shown[1:]
        return ProvisionChange(verdict, old, new, moved, number, heading, text, because)

    def _told(
        self, old: Provision, new: Provision, language: str, replaced: bool
    ) -> tuple[str, Marked | None, Marked | None]:
        """The verdict on a pair by its words in a language, and its heading and text with their changes marked."""
        before, after = self._parts(0, old, language), self._parts(1, new, language)
        parts = [self._marked(*both, replaced) for both in zip(before, after, strict=True)]
        verdict = _verdict([piece for part in parts if part for piece in part.pieces])
        return REPLACED if replaced and verdict == REWORDED else verdict, *parts

    def _marked(self, old: DisplayedText | None, new: DisplayedText | None, whole: bool) -> Marked | None:
        if not old and not new:
            return None
        before, after = old.text if old else "", new.text if new else ""
        language = (new or old).language
        pieces = difference(before, after, self.names.get(language, NO_PARTY_NAMES))
        if whole and _verdict(pieces) == REWORDED:
            pieces = tuple(Piece(*one) for one in (("deleted", before), ("inserted", after)) if one[1])
        return Marked(pieces, language)

    def _same_place(self, old: Provision, new: Provision) -> bool:
        """Whether both have one printed number, or, where that says little or is wanting, stand under one heading."""
        one, other = (version.labels[p.anchor] for version, p in zip(self.versions, (old, new), strict=True))
        if (one.scope, one.number) != (other.scope, other.number):
            return False
        if any(character.isdigit() for character in one.number or ""):
            return True
        above = [None if label.heading is p else label.heading for label, p in ((one, old), (other, new))]
        return above == [None, None] or (all(above) and self._partner.get(above[0].anchor) == above[1].anchor)


def _verdict(pieces: Iterable[Piece]) -> str:
    """What the marks of a text amount to."""
    manners = {piece.manner for piece in pieces if piece.kind != "same"}
    if not manners:
        return SAME
    return PUNCTUATION if manners == {QUIET} else NAMES if manners <= {QUIET, RENAMED} else REWORDED
