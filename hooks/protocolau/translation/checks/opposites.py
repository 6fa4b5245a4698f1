"""Opposites: a word that denies by its beginning (informal, anffurfiol) is not made the word that it denies."""

from dataclasses import dataclass
from functools import cache
from re import Pattern

from protocolau.language.welsh.words import readings
from protocolau.translation.checks.patterns import compiled, data

_DENIED = {
    "en": "(?:not|never|without|nor) (?:be |being |been |a |an |\\w+ly )?",
    "cy": "(?:(?:heb|ddim)(?: fod| bod)?(?: yn)?|n(?:id|ad|i|a) (?:yw|ydynt|oedd|oeddent|fydd|fyddant|fyddai|fyddent)"
    "(?:['’]r)?(?: \\S+){0,4}? yn|n(?:id|ad|i|a) (?:yw|fydd|fyddai)['’]n) ",
}
"""What says by itself that a word after it does not hold: "nad yw'n deg", "heb fod yn ffurfiol"."""
_NON = compiled("non-\\w+")
_PREFIXED = compiled("(?:an|am|af|di)-?\\w{4,}|~methu|~methiant|~diffyg|~eithrio")
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class _Thing:
    """The words of a language for a thing: those that say it, deny it by their beginning, and by another word."""

    said: Pattern[str]
    denied: Pattern[str]
    said_not: Pattern[str]

    def counts(self, text: str) -> tuple[int, int]:
        """How often a text says the thing, and how often it denies it."""
        said, denied, said_not = (len(one.findall(text)) for one in (self.said, self.denied, self.said_not))
        return said - said_not, denied + said_not


@cache
def _things() -> tuple[dict[str, _Thing], ...]:
    return tuple(
        {
            language: _Thing(compiled(said), compiled(denied), compiled(f"{_DENIED[language]}(?:{said})"))
            for language, (said, denied) in one.items()
        }
        for one in data("opposites.yml")
    )


def opposite(here: str, there: str, language: str) -> str | None:
    """The word of a sentence that denies a thing of which the other language's sentence says that it is so.

    It is told where that says the thing more often than this does, and denies it less often. `language` is that
    of `here`.
    """
    other = "cy" if language == "en" else "en"
    for thing in _things():
        word = thing[language].denied.search(here)
        if word is None:
            continue
        said, denied = thing[language].counts(here)
        there_said, there_denied = thing[other].counts(there)
        if denied > there_denied and there_said > said:
            return word[0]
    return None


def undone(english: str, welsh: str) -> str | None:
    """A "non-…" of the English where no word of the Welsh has a negative prefix of its own or says that it fails."""
    found = _NON.search(english)
    return found[0] if found and not any(_is_negative(word[0]) for word in _PREFIXED.finditer(welsh)) else None


def _is_negative(word: str) -> bool:
    """Whether what is left of a word without its prefix is a word: anstatudol, and not anfon."""
    rest = word.lower()[2:].lstrip("-")
    return word.lower()[:2] not in ("an", "am", "af", "di") or len(rest) >= _SHORTEST and bool(readings(rest))
