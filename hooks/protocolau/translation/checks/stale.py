"""Translations whose source is no longer the protocol's, or was mistyped."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from protocolau.language import LANGUAGE_NAMES
from protocolau.model.protocol import Version
from protocolau.model.translation import Translation, Unit
from protocolau.translation.checks.finding import Finding

STALE = "stale"
_MOST_WORDS = 6
"""Words of a difference that are quoted."""


def stale_source(name: str, unit: Unit, version: Version, translation: Translation) -> Iterator[Finding]:
    """A unit is made from the words that stand in the protocol today, to the letter; else its page calls it stale.

    Of what is inherited from an older version nothing is said: it is stale there, where nobody need change it.
    """
    today, own = version.units.get(name), version.path.with_name(f"{version.path.stem}.{translation.language}.yml")
    if today is None or unit.source == today or unit.path.resolve() != own.resolve():
        return
    language = LANGUAGE_NAMES[version.language]
    remedy = "if it was mistyped, copy the protocol's words; if they have changed, bring the translation up to date"
    yield f"stale: its {language} has {_difference(unit.source, today)}", remedy


def _difference(source: str, today: str) -> str:
    """The first words in which two texts differ."""
    here, there = source.split(), today.split()
    for kind, start, stop, start_today, stop_today in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        if kind != "equal":
            return f"{_quoted(here[start:stop])} where the protocol has {_quoted(there[start_today:stop_today])}"
    return "other spaces than the protocol"


def _quoted(words: list[str]) -> str:
    if not words:
        return "nothing"
    return f"“{' '.join(words[:_MOST_WORDS])}{' …' if len(words) > _MOST_WORDS else ''}”"
