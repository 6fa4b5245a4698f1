"""Who somebody is and where to find them: names after a title, postcodes, and the hosts of addresses on the web."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from protocolau.language.addresses import addresses_in
from protocolau.language.welsh.mutation import radicals
from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.mutation_after import RULES

_ALIKE = "Mr|Mrs|Ms|Miss|Mx|Dr"
_TITLES = {
    "en": f"Councillor|Cllr|{_ALIKE}|Sir|Dame|Rev|Reverend",
    "cy": f"[CG]ynghorydd|Chynghorydd|Nghynghorydd|[CG]yng|Chyng|{_ALIKE}|Syr|Fonesig|Parch|Parchedig",
}
_NAMED = {
    language: re.compile(
        rf"(?<![\w-])({titles})\.? ((?:(?:[A-Z]\.?|ap|ab|ferch|[A-Z][\w-]+) )*[A-Z][^\W\d_]+(?:-[A-Z]\w+)?)"
    )
    for language, titles in _TITLES.items()
}
"""A title with the name that follows it."""
_TITLE_ALIKE = re.compile(rf"(?<![\w-])({_ALIKE})(?![\w-])")
"""Titles that Welsh writes as English does."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
_BEFORE_HOST = re.compile(r"^.*@|^(?:https?://)?(?:www\.)?(?:(?:en|cy)\.)?", re.IGNORECASE)
"""What stands before a host, and what a host has before it for each language: cy.powys.gov.uk."""
_ALIKE_HOSTS = 0.85
"""Likeness from which two hosts are one with a letter lost, added or exchanged."""


def names_and_addresses(pair: CheckedUnit) -> Iterator[Finding]:
    """Who has a title in both languages has the same one and the same name, a postcode is the same in both, and so is
    the host of an address but for one of another name (llyw.cymru, gov.wales).

    What follows a title and is a word of the language (Cynghorydd Hyrwyddwr) is no name. Of names that nobody knows
    spelling.py speaks.
    """
    for english, welsh in (_names(pair), _titles(pair), _postcodes(pair), _hosts(pair)):
        if english and welsh:
            in_english, in_welsh = (", ".join(f"“{word}”" for word in words) for words in (english, welsh))
            yield f"the English has {in_english} where the Welsh has {in_welsh}", "correct the one that is wrong"


_Sides = tuple[list[str], list[str]]
"""What the English has and the Welsh has not, and the other way about."""


def _names(pair: CheckedUnit) -> _Sides:
    named = [
        [word for _, name in _NAMED[language].findall(text) for word in _WORD.findall(name)]
        for language, text in (("en", pair.en), ("cy", pair.cy))
    ]
    english, welsh = _apart(named[0], _WORD.findall(pair.cy)), _apart(named[1], _WORD.findall(pair.en))
    return (
        [word for word in english if word.lower() not in pair.context.ordinary],
        [word for word in welsh if _is_known_name(word, pair)],
    )


def _is_known_name(word: str, pair: CheckedUnit) -> bool:
    """Whether a word is a name that the dictionary knows, and none of a place, which English may call otherwise."""
    knows = pair.context.speller.knows
    return knows(word) and not knows(word.lower()) and not radicals(word.lower()) & RULES["places"]


def _titles(pair: CheckedUnit) -> _Sides:
    return _each_others(_TITLE_ALIKE.findall(pair.en), _TITLE_ALIKE.findall(pair.cy))


def _postcodes(pair: CheckedUnit) -> _Sides:
    english, welsh = ([code.replace(" ", "") for code in _POSTCODE.findall(text)] for text in (pair.en, pair.cy))
    return _each_others(english, welsh)


def _hosts(pair: CheckedUnit) -> _Sides:
    """Hosts that are nearly the same: a letter was lost or added."""
    english, welsh = _each_others(*(list(map(_host, addresses_in(text))) for text in (pair.en, pair.cy)))
    near = [
        (one, other)
        for one in english
        for other in welsh
        if SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE_HOSTS
    ]
    return [one for one, _ in near], [other for _, other in near]


def _host(address: str) -> str:
    return re.split("[/?#]", _BEFORE_HOST.sub("", address.lower()))[0].rstrip(".,;:)")


def _each_others(english: list[str], welsh: list[str]) -> _Sides:
    return _apart(english, welsh), _apart(welsh, english)


def _apart(has: list[str], lacks: list[str]) -> list[str]:
    return [word for word in dict.fromkeys(has) if word not in lacks]
