"""Consistency: the same sentence is translated in the same way, in whichever protocol it stands."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from protocolau.library.library import Library
from protocolau.model.protocol import Version
from protocolau.model.translation import Translation, Unit, key_of_unit
from protocolau.translation.checks.finding import BilingualWarning, printed

CONSISTENCY = "memory"
"""The name of the check, by which a unit may waive it."""
_SENTENCE = re.compile(r"(?<=[.!?:])\s+(?=[\"“‘'(]*[A-ZÂÊÎÔÛŴŶ])")
_EDGES = " .,;:!?\"'“”‘’*"


@dataclass(frozen=True)
class _Use:
    """A sentence in one place, with its translation."""

    name: str
    unit: Unit
    target: str
    where: str


def consistency_warnings(library: Library) -> list[BilingualWarning]:
    """Sentences equal but for capitals and final punctuation have equal translations, in the whole library.

    A unit with a translator's note has its reason there; another may waive `memory`. Words that a council has
    adopted in both languages are nobody's translation.
    """
    warnings: list[BilingualWarning] = []
    differing: set[int] = set()
    for uses in _uses(library).values():
        pairs = list(_unusual(uses))
        warnings += [_warning(use, usual) for use, usual in pairs if not _has_reason(use.unit)]
        differing.update(id(use.unit) for use, _ in pairs)
    return sorted([*warnings, *_unused_waivers(library, differing)])


def _uses(library: Library) -> dict[tuple[str, str], list[_Use]]:
    """By the language of the translation and the sentence, each use of the sentence."""
    uses: dict[tuple[str, str], list[_Use]] = {}
    for version, translation in _translations(library):
        for pieces in _texts(version, translation):
            for name, source, target in _sentences(pieces):
                use = _Use(name, translation.units[name], target, f"{version.council} {name}")
                uses.setdefault((translation.language, _key(source)), []).append(use)
    return {key: alike for key, alike in uses.items() if len(alike) > 1 and key[1]}


def _translations(library: Library) -> Iterator[tuple[Version, Translation]]:
    for version in library.versions():
        if version.other_language != "equal":
            yield from ((version, translation) for translation in version.translations.values())


_Piece = tuple[str, str, str]
"""The name of a unit, words of its source, and their translation."""


def _texts(version: Version, translation: Translation) -> Iterator[list[_Piece]]:
    """The texts of a translation, each as the units of which it is made: however a clause is cut, it is one text."""
    texts: dict[str, list[_Piece]] = {}
    for name in version.units:
        if unit := translation.units.get(name):
            texts.setdefault(key_of_unit(name), []).append((name, printed(unit.source), printed(unit.target)))
    yield from texts.values()


def _sentences(pieces: list[_Piece]) -> list[_Piece]:
    """The sentences of a text with their translations, where there are as many of both; else its units.

    Each is told of the unit in which it begins.
    """
    sources, targets = (_SENTENCE.split(" ".join(text)) for text in list(zip(*pieces, strict=True))[1:])
    if len(sources) != len(targets):
        return pieces if len(pieces) == 1 else [one for piece in pieces for one in _sentences([piece])]
    begins = list(accumulate((len(source) + 1 for source in sources), initial=0))
    ends = list(accumulate(len(source) + 1 for _, source, _ in pieces))
    names = (pieces[bisect_right(ends, begin)][0] for begin in begins[:-1])
    return list(zip(names, sources, targets, strict=True))


def _key(text: str) -> str:
    return " ".join(text.replace("’", "'").casefold().split()).strip(_EDGES)


def _unusual(uses: list[_Use]) -> Iterator[tuple[_Use, _Use]]:
    """Each use that is translated otherwise than most are, with one of those most; on a tie the first wins."""
    counted = Counter(_key(use.target) for use in uses)
    if len(counted) == 1:
        return
    usual = max(uses, key=lambda use: (not _has_reason(use.unit), counted[_key(use.target)]))
    yield from ((use, usual) for use in uses if _key(use.target) != _key(usual.target))


def _has_reason(unit: Unit) -> bool:
    return bool(unit.note) or CONSISTENCY in unit.waive


def _warning(use: _Use, usual: _Use) -> BilingualWarning:
    what = f"“{use.target}” where {usual.where} has “{usual.target}” for the same words"
    remedy = f"translate alike, or give the reason in a note or under waive: {CONSISTENCY}"
    return BilingualWarning(use.unit.path, use.unit.line, what, remedy, CONSISTENCY, use.name)


def _unused_waivers(library: Library, differing: set[int]) -> Iterator[BilingualWarning]:
    """A unit that waives `memory` differs from another."""
    for _, translation in _translations(library):
        for name, unit in translation.units.items():
            if CONSISTENCY in unit.waive and id(unit) not in differing:
                what = f"waives '{CONSISTENCY}', which finds nothing here"
                yield BilingualWarning(unit.path, unit.line, what, "take it out", "unused-waiver", name)
