"""A version as it is read in one language: which words stand where, in which language, in what state.

The states of a translation, as DESIGN has them:

    adopted    the council's own words (always so in the language of the protocol)
    reviewed   a translator has read it and stands by it
    draft      translated and not yet reviewed
    stale      made from a text that is no longer today's
    missing    not translated
"""

from collections import Counter
from dataclasses import dataclass

from protocolau.model.protocol import Unit, Version

STATES = ("adopted", "reviewed", "draft", "stale", "missing")


@dataclass(frozen=True, slots=True)
class DisplayedText:
    """Words as they are shown, with the language that they are in."""

    text: str
    language: str
    state: str


def state_of(unit: Unit | None, source: str) -> str:
    """The state of a translated unit beside today's text of the source."""
    if unit is None:
        return "missing"
    return unit.state if unit.source == source else "stale"


class Reading:
    """A version in one language, unit by unit; where there is no translation, the source's own words.

    It holds nothing but the version and a look into its translation: whoever needs one makes one.
    """

    def __init__(self, version: Version, language: str):
        self.version, self.language = version, language
        translation = version.translations.get(language)
        self._units = translation.units if translation and language != version.language else {}
        self.is_original = language == version.language

    def say(self, name: str, source: str, language: str | None = None) -> DisplayedText:
        """The words of a unit. `language` is that of the source's words, where it is not the version's."""
        language = language or self.version.language
        if language == self.language:
            return DisplayedText(source, language, "adopted")
        unit = self._units.get(name)
        state = state_of(unit, source) if not self.is_original else "adopted"
        return DisplayedText(unit.target, self.language, state) if unit else DisplayedText(source, language, state)

    @property
    def title(self) -> DisplayedText:
        """The title of the protocol."""
        return self.say("document title", self.version.title)

    @property
    def states(self) -> Counter[str]:
        """How many units are in each state."""
        if self.is_original:
            return Counter(adopted=len(self.version.units))
        return Counter(state_of(self._units.get(name), source) for name, source in self.version.units.items())

    @property
    def state(self) -> str:
        """The state of the whole: `missing` where every unit is, `draft` where some are, else the weakest."""
        states = self.states
        if set(states) == {"missing"}:
            return "missing"
        if states["stale"]:
            return "stale"
        if states["missing"] or states["draft"]:
            return "draft"
        return "reviewed" if states["reviewed"] else "adopted"
