"""What the translator's desk shows of our own words: each text with its units and their states."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from protocolau.translation.reading import NOT_CURRENT


@dataclass(frozen=True, slots=True)
class OwnUnit:
    """A paragraph, or words of the interface or the vocabulary."""

    name: str
    source: str
    state: str
    path: Path
    """The file in which its Welsh stands, below the project's folder."""
    line: int

    @property
    def words(self) -> int:
        """The words of the text to be translated."""
        return len(self.source.split())


@dataclass(frozen=True, slots=True)
class OwnText:
    """A page of prose, or a file of words."""

    kind: str
    """`page`, `interface`, `topics`, `glossary` or `vocabulary`."""
    name: str
    """Of a page the name of its file, of others their kind."""
    units: tuple[OwnUnit, ...]
    left_over: tuple[OwnUnit, ...] = ()
    """Of a page the paragraphs of which the English is gone."""

    @property
    def states(self) -> Counter[str]:
        """How many units are in each state."""
        return Counter(unit.state for unit in self.units)

    @property
    def open(self) -> list[OwnUnit]:
        """The units that ask for a translator."""
        return [unit for unit in self.units if unit.state in NOT_CURRENT]

    @property
    def words_to_translate(self) -> int:
        """Words of the texts that are missing or stale."""
        return sum(unit.words for unit in self.open)

    @property
    def words_to_review(self) -> int:
        """Words of the texts of which there is a draft."""
        return sum(unit.words for unit in self.units if unit.state == "draft")
