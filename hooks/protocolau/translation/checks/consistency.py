"""Consistency: the same sentence is translated in the same way, in whichever protocol it stands."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from protocolau.language.marks import plain
from protocolau.library.library import Library
from protocolau.model.translation import Translation, Unit
from protocolau.translation.checks.finding import BilingualWarning

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

    A unit with a translator's note has its reason there; another may waive `memory`.
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
    for translation, where in _translations(library):
        for name, unit in translation.units.items():
            for source, target in _sentences(unit):
                use = _Use(name, unit, target, f"{where} {name}")
                uses.setdefault((translation.language, _key(source)), []).append(use)
    return {key: alike for key, alike in uses.items() if len(alike) > 1 and key[1]}


def _translations(library: Library) -> Iterator[tuple[Translation, str]]:
    for council in library.councils.values():
        for version in council.versions:
            for translation in version.translations.values():
                yield translation, council.slug


def _sentences(unit: Unit) -> list[tuple[str, str]]:
    """The sentences of a unit with their translations, where there are as many; else the whole."""
    source, target = (_SENTENCE.split(plain(text)) for text in (unit.source, unit.target))
    if len(source) != len(target):
        return [(unit.source, unit.target)]
    return list(zip(source, target, strict=True))


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
    for translation, _ in _translations(library):
        for name, unit in translation.units.items():
            if CONSISTENCY in unit.waive and id(unit) not in differing:
                what = f"waives '{CONSISTENCY}', which finds nothing here"
                yield BilingualWarning(unit.path, unit.line, what, "take it out", "unused-waiver", name)
