"""A version as it is read in one language: which words stand where, in which language, in what state.

The states of a translation:

    adopted    the council's own words (always so in the language of the protocol)
    reviewed   a translator has read it and stands by it
    draft      translated and not yet reviewed
    stale      made from a text that is no longer today's
    missing    not translated
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import NamedTuple

from protocolau.language import LANGUAGES
from protocolau.language.marks import plain
from protocolau.model.protocol import Version
from protocolau.model.provision import Provision
from protocolau.model.statements import Statement, joined
from protocolau.model.translation import STATES_FROM_WEAKEST, TITLE, Unit, clause_unit, heading_unit

NOT_CURRENT = ("stale", "missing")
"""The states in which there is something to translate."""
STATES = (*reversed(STATES_FROM_WEAKEST), *NOT_CURRENT)
"""All states, from the one most to be relied on."""


def state_together(states: Iterable[str]) -> str:
    """The state of what is made of several units: `stale` where one is, which may say the very opposite; else the
    weakest of theirs."""
    found = set(states)
    return "stale" if "stale" in found else max(found, key=STATES.index)


class DisplayedText(NamedTuple):
    """Words as they are shown, with the language that they are in."""

    text: str
    language: str
    state: str


def state_of(unit: Unit | None, source: str) -> str:
    """The state of a translated unit beside today's text of the source."""
    if unit is None:
        return "missing"
    return unit.state if unit.source == source else "stale"


class Segment(NamedTuple):
    """Neighbouring statements of a provision as they are displayed: one unit of translation."""

    text: str
    language: str
    state: str
    statements: range
    """The places of the statements."""
    unit: str
    """The name of the unit."""
    joined_by: str
    """What stands between it and the segment before it."""


class Reading:
    """A version in one language, unit by unit; where there is no translation, the source's own words.

    It holds nothing but the version, a look into its translation, and the segments and texts that were asked for.
    """

    def __init__(self, version: Version, language: str):
        self.version, self.language = version, language
        self.is_original = language == version.language
        self._segments: dict[str, tuple[Segment, ...]] = {}
        self._texts: dict[str, DisplayedText | None] = {}

    @cached_property
    def _units(self) -> Mapping[str, Unit]:
        """The units of the translation, taken when they are needed: what is known in short is told without."""
        translation = self.version.translations.get(self.language)
        return translation.units if translation and not self.is_original else {}

    def say(self, name: str, source: str, language: str | None = None) -> DisplayedText:
        """The words of a unit. `language` is that of the source's words, where it is not the version's."""
        language = language or self.version.language
        if language == self.language:
            return DisplayedText(source, language, "adopted")
        unit = self._units.get(name)
        state = state_of(unit, source) if not self.is_original else "adopted"
        return DisplayedText(unit.target, self.language, state) if unit else DisplayedText(source, language, state)

    def heading(self, provision: Provision) -> DisplayedText | None:
        """The heading of a provision."""
        if not provision.heading:
            return None
        return self.say(heading_unit(provision.anchor), provision.heading, provision.language)

    def segments(self, provision: Provision) -> tuple[Segment, ...]:
        """The text of a provision, unit by unit."""
        segments = self._segments.get(provision.anchor)
        if segments is None:
            spans = self.version.unit_spans(provision) if provision.statements else ()
            segments = tuple([self._segment(provision, statements) for statements in spans])
            self._segments[provision.anchor] = segments
        return segments

    def _segment(self, provision: Provision, statements: range) -> Segment:
        spoken = provision.statements[statements.start : statements.stop]
        unit = clause_unit(provision, statements)
        words = self.say(unit, joined(spoken), provision.language)
        joined_by = spoken[0].joined_by if words.language == provision.language else " "
        return Segment(words.text, words.language, words.state, statements, unit, joined_by)

    def text(self, provision: Provision) -> DisplayedText | None:
        """The whole text of a provision, in the state that has to be said of its units together."""
        if provision.anchor not in self._texts:
            self._texts[provision.anchor] = self._text(self.segments(provision))
        return self._texts[provision.anchor]

    def _text(self, segments: tuple[Segment, ...]) -> DisplayedText | None:
        if not segments:
            return None
        if len(segments) == 1:
            return DisplayedText(*segments[0][:3])
        text = segments[0].text + "".join(segment.joined_by + segment.text for segment in segments[1:])
        languages = {segment.language for segment in segments}
        language = self.language if self.language in languages else segments[0].language
        return DisplayedText(text, language, state_together(segment.state for segment in segments))

    def state_at(self, provision: Provision) -> str:
        """The state of the heading and the text of a provision together."""
        said = [words.state for words in (self.heading(provision), self.text(provision)) if words]
        return state_together(said) if said else "adopted"

    def outdated(self, provision: Provision) -> str:
        """The plain adopted words of what is out of date in translation: a provision's heading, its text, or both."""
        words = ((provision.heading, self.heading(provision)), (provision.text, self.text(provision)))
        return " ".join(plain(source) for source, said in words if source and said and said.state == "stale")

    def statement(self, statement: Statement) -> DisplayedText:
        """The words of a statement, with those of its neighbours where the translation joins them."""
        return DisplayedText(*self.segment_of(statement)[:3])

    def segment_of(self, statement: Statement) -> Segment:
        """The unit of translation in which a statement stands. ValueError where its provision has no such statement."""
        segments, position = self.segments(self.version.provisions[statement.anchor]), statement.position
        if (
            position < len(segments) and position in segments[position].statements
        ):  # none before it is joined to another
            return segments[position]
        for segment in segments:
            if position in segment.statements:
                return segment
        raise ValueError(f"{statement.anchor} has no statement {position + 1}")

    @property
    def title(self) -> DisplayedText:
        """The title of the protocol, without marks of emphasis: it stands as a name wherever it stands."""
        known, name = self.version.known, f"title {self.language}"
        if name not in known:
            title = self.say(TITLE, self.version.title)
            known[name] = DisplayedText(plain(title.text), title.language, title.state)
        return known[name]  # type: ignore[no-any-return]

    @property
    def states(self) -> Counter[str]:
        """How many units are in each state."""
        if self.is_original:
            return Counter(adopted=self.version.unit_count)
        return Counter(state_of(self._units.get(name), source) for name, source in self.version.units.items())

    @property
    def state(self) -> str:
        """The state of the whole: `missing` where every unit is, `draft` where some are, else the weakest."""
        known, name = self.version.known, f"state {self.language}"
        if name not in known:
            known[name] = _state_of_all(self.states)
        return known[name]  # type: ignore[no-any-return]


class QuotedReading(Reading):
    """A version as it is quoted out of its place, where no notice stands beside it: of what has been translated from a
    text that is no longer today's the adopted words. It may say the very opposite of them."""

    def say(self, name: str, source: str, language: str | None = None) -> DisplayedText:
        said = super().say(name, source, language)
        return DisplayedText(source, language or self.version.language, said.state) if said.state == "stale" else said


READ_AT_ONCE = 16
"""Readings that are held, each as long as few others are asked for."""


@lru_cache(maxsize=READ_AT_ONCE)
def reading_of(version: Version, language: str) -> Reading:
    """The reading of a version, the same one as long as few others are asked for."""
    return Reading(version, language)


@lru_cache(maxsize=READ_AT_ONCE)
def quoted_reading_of(version: Version, language: str) -> QuotedReading:
    """The reading of a version as it is quoted, the same one as long as few others are asked for."""
    return QuotedReading(version, language)


def know_in_short(version: Version) -> None:
    """Have known what is asked of a version whose words are let go of: what it is called, how far it is translated."""
    for language in LANGUAGES:
        reading = Reading(version, language)
        assert reading.title and reading.state


def _state_of_all(states: Counter[str]) -> str:
    if set(states) == {"missing"}:
        return "missing"
    if states["stale"]:
        return "stale"
    if states["missing"] or states["draft"]:
        return "draft"
    return "reviewed" if states["reviewed"] else "adopted"
