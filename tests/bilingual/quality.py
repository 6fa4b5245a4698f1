"""How many planted faults the checks of translations tell, and how often they warn of good Welsh.

python -m tests.bilingual.quality          a line for each kind of fault
python -m tests.bilingual.quality KIND     the faults of a kind that nothing is said of
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from protocolau.library.library import Library
from protocolau.repository.repository import ProtocolRepository
from protocolau.translation.checks import CHECKS, load_accepted_words
from protocolau.translation.checks.context import CheckContext, SharedContext
from protocolau.translation.checks.finding import CheckedUnit
from tests.bilingual.planting import HERE, RULES, Pair, planted

ROOT = Path(__file__).parents[2]
MOST = 60
"""Faults of a kind that are tried, spread over all that can be planted."""


@dataclass(frozen=True, slots=True)
class Caught:
    """Of the faults of a kind those that are told, and those that are not."""

    told: int
    missed: list[Pair]

    @property
    def rate(self) -> float:
        """How many of a hundred are told."""
        return 100 * self.told / max(1, self.told + len(self.missed))


@cache
def the_library() -> Library:
    """Every council's documents."""
    return ProtocolRepository(ROOT / "protocols").load(date.today())


@cache
def context() -> CheckContext:
    """What checks of any council's texts have in common; the names of all of them are known."""
    library = the_library()
    words = load_accepted_words(ROOT / "protocols/vocabulary/words.yml")
    names = [council.name["cy"] for council in library.councils.values()]
    words = replace(words, names=(*words.names, *names))
    version = library.councils["conwy"].versions[-1]
    return SharedContext(library.vocabulary, words).of_translation(version, version.translations["cy"], None)


@cache
def good() -> tuple[Pair, ...]:
    """Good translations: the five protocols' and those of good.yml."""
    units = [
        Pair(unit.source, unit.target)
        for council in the_library().councils.values()
        for version in council.versions
        for unit in version.translations["cy"].units.values()
    ]
    return tuple(dict.fromkeys([*units, *further()]))


def further() -> list[Pair]:
    """The good translations of good.yml."""
    return [Pair(**one) for one in yaml.safe_load((HERE / "good.yml").read_text("utf-8"))]


@cache
def told(pair: Pair) -> frozenset[tuple[str, str]]:
    """What the checks say of a pair: the check, and what is wrong."""
    unit = CheckedUnit("1", pair.en, pair.cy, "cy", context())
    return frozenset((name, what) for name, check in CHECKS.items() for what, _ in check(unit))


def caught(kind: str) -> Caught:
    """How many faults of a kind are told by a warning that the good text does not have."""
    faults = list(_spread([(pair, fault) for pair in good() for fault in planted(kind, pair)]))
    missed = [fault for pair, fault in faults if told(fault) <= told(pair)]
    return Caught(len(faults) - len(missed), missed)


def _spread(faults: list) -> Iterator[tuple[Pair, Pair]]:
    step = max(1, len(faults) / MOST)
    return (faults[int(place * step)] for place in range(min(MOST, len(faults))))


def false_alarms() -> list[tuple[Pair, str, str]]:
    """What is said of good Welsh."""
    return [(pair, *finding) for pair in good() for finding in sorted(told(pair))]


def main(kinds: list[str]) -> None:
    """Print what is caught, or the faults of some kinds that are not."""
    for kind in kinds or RULES:
        found = caught(kind)
        print(f"{found.rate:5.0f} %  of {found.told + len(found.missed):3}  {kind} (floor {RULES[kind]['floor']})")
        for fault in found.missed if kinds else ():
            print(f"        {fault.en}\n        {fault.cy}\n")
    if not kinds:
        print(f"\n{len(false_alarms())} warnings of {len(good())} good translations")


if __name__ == "__main__":
    main(sys.argv[1:])
