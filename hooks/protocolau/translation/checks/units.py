"""Numbers with what they count: ten working days are no ten days."""

import re
from collections.abc import Iterator
from functools import cache

from protocolau.language import LANGUAGE_NAMES
from protocolau.translation.checks.figures import number_words
from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.patterns import compiled, data

_UNITS = data("units.yml")
_SIGNS = {
    "£": {"en": compiled("pounds?|sterling"), "cy": compiled("~punt|~punnoedd|~punnau|~sterling")},
    "%": {"en": compiled("per ?cent|percentages?"), "cy": compiled("y cant|~canran|~canrannau")},
}
"""What each language may say in the place of a sign."""


def units_of_numbers(pair: CheckedUnit) -> Iterator[Finding]:
    """What a number counts in one language it counts in the other: days, working days, weeks, months, years …

    Told where the same number has a unit in both and not the same one, and where both have the same units in
    another number. Whether the number itself is there is seen by another check. Pounds and per cent are told where one
    language alone has any.
    """
    english, welsh = _counted(pair.en, "en"), _counted(pair.cy, "cy")
    for number in english.keys() & welsh.keys():
        here, there = english[number], welsh[number]
        if not here.keys() & there.keys():
            yield _told(next(iter(here.values())), next(iter(there.values())))
    yield from _of_one_language(pair)


def _of_one_language(pair: CheckedUnit) -> Iterator[Finding]:
    """The pounds and the per cent that one language has and the other has not."""
    texts = {"en": pair.en, "cy": pair.cy}
    for sign, words in _SIGNS.items() if pair.is_translated else ():
        for here, there in (("en", "cy"), ("cy", "en")):
            if sign in texts[here] and sign not in texts[there] and not words[there].search(texts[there]):
                has, lacks = LANGUAGE_NAMES[here], LANGUAGE_NAMES[there]
                yield f"the {has} has “{sign}” and the {lacks} has not", "correct the one that is wrong"


def _told(english: str, welsh: str) -> Finding:
    return f"the English has “{english}” where the Welsh has “{welsh}”", "correct the one that is wrong"


def _counted(text: str, language: str) -> dict[str, dict[str, str]]:
    """By number the units that follow it, each with the words as they stand."""
    found: dict[str, dict[str, str]] = {}
    for match in _pattern(language).finditer(text):
        unit = (match.lastgroup or "").replace("_", " ")
        for number in number_words(match[1], language):
            found.setdefault(number, {})[unit] = match[0]
    return found


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """A number, a word or two at most between, and a unit in a group of its name."""
    units = "|".join(f"(?P<{name.replace(' ', '_')}>{forms[language]})" for name, forms in _UNITS.items())
    between = r"\s*(?:-\s*)?(?:\(\d+\)\s*)?(?:(?:o|further|additional|full|whole|of)\s)?"
    return compiled(rf"(\d+|[^\W\d_]+){between}(?:{units})")
