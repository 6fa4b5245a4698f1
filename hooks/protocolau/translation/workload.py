"""What a translator has before them: every unit of a version with its state, and the words left to do."""

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from protocolau.language import other
from protocolau.language.marks import plain
from protocolau.model.protocol import Version
from protocolau.model.translation import Unit, anchor_of_unit
from protocolau.translation.reading import NOT_CURRENT, state_of


class Task(NamedTuple):
    """A unit, the text that it translates, what there is of it, and its state."""

    unit: str
    source: str
    translated: Unit | None
    state: str

    @property
    def anchor(self) -> str:
        """The anchor of the provision that the unit belongs to; empty for the document's title."""
        return anchor_of_unit(self.unit)

    @property
    def words(self) -> int:
        """The words of the text to be translated."""
        return len(plain(self.source).split())


@dataclass(frozen=True, slots=True)
class Workload:
    """The tasks of one version in one language, in the order of the document."""

    version: Version
    language: str
    tasks: tuple[Task, ...]

    @property
    def states(self) -> Counter[str]:
        """How many units are in each state."""
        return Counter(task.state for task in self.tasks)

    @property
    def open(self) -> list[Task]:
        """The tasks that ask for a translator: missing and stale ones; none where both languages were adopted alike."""
        if self.version.other_language == "equal":
            return []
        return [task for task in self.tasks if task.state in NOT_CURRENT]

    @property
    def words_to_translate(self) -> int:
        """Words of the texts that are missing or stale."""
        return sum(task.words for task in self.open)

    @property
    def words_to_review(self) -> int:
        """Words of the texts of which there is a draft."""
        return sum(task.words for task in self.tasks if task.state == "draft")


def workload(version: Version) -> Workload:
    """Lists the work of translating a version into the language in which it was not adopted.

    Every call goes through all units: whoever asks more than once keeps the answer.
    """
    language = other(version.language)
    translation = version.translations.get(language)
    units = translation.units if translation else {}
    tasks = tuple(
        Task(name, source, units.get(name), state_of(units.get(name), source)) for name, source in version.units.items()
    )
    return Workload(version, language, tasks)
