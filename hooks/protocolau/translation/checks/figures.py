"""Figures: numbers, clause numbers, dates and the letters of lists are the same in both languages."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from protocolau.language.welsh.mutation import forms
from protocolau.runtime import yaml_loader
from protocolau.translation.checks.dates import exchanged_dates
from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.joined_numbers import joined_numbers

_DATA = yaml.load(Path(__file__).with_name("numbers.yml").read_text("utf-8"), yaml_loader.SafeLoader)
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)*")
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"(?<!\w)\(?([a-z]|[ivx]{2,4}|dd|ff|ng|ll|ph|rh|th)\)")


def _words(sureness: str) -> dict[str, dict[str, set[str]]]:
    """By language and word the numbers that it means, or may mean."""
    numbers_of: dict[str, dict[str, set[str]]] = {"en": {}, "cy": {}}
    for number, languages in _DATA["numbers"].items():
        for language, words in languages.items():
            for word in words[sureness]:
                numbers_of[language].setdefault(word, set()).add(number)
    return numbers_of


_SURE, _PERHAPS = _words("sure"), _words("perhaps")


def number_words(word: str, language: str) -> set[str]:
    """A number in figures or in a word → the number, in figures, or those that it may mean; of other words none."""
    if word.isdigit():
        return {word}
    small = word.lower()
    return _SURE[language].get(small, set()) | _PERHAPS[language].get(small, set())


def _month_pattern(language: str) -> re.Pattern[str]:
    months = "|".join(sorted(_MONTHS[language]))
    no_day = "".join(f"(?<!{word} )" for word in _BEFORE_DAYS)
    ordinal = "(?:st|nd|rd|th|af|ail|ydd|fed|ed|eg|ain)?(?: of| o)?"
    return re.compile(rf"\d{ordinal} ({months})\b|{no_day}\b({months}) (?=\d)")


def _places(names: str) -> dict[str, dict[str, str]]:
    """By language and form of a month, or of a day of the week, which one it is."""
    return {
        language: {form: str(place) for place, name in enumerate(words) for form in forms(name)}
        for language, words in _DATA[names].items()
    }


_MONTHS, _DAYS = _places("months"), _places("days")
_BEFORE_DAYS = [form for word in _DATA["before_days"] for form in (word, word.capitalize())]
_NAMED_MONTH = {
    "en": re.compile(rf"\b(?i:{'|'.join(_DATA['before_months']['en'])}) ({'|'.join(_MONTHS['en'])})\b(?! \d| [A-Z])"),
    "cy": re.compile(rf"\b(?i:{'|'.join(_DATA['before_months']['cy'])}) ({'|'.join(_MONTHS['cy'])})\b"),
}
"""A month that is named as such, whatever stands beside it."""
_ANY_MONTH = {language: re.compile(rf"\b({'|'.join(months)})\b") for language, months in _MONTHS.items()}
_DAY = {
    "en": re.compile(rf"\b({'|'.join(_DAYS['en'])})s?\b"),
    "cy": re.compile(rf"\b(?:{'|'.join(_BEFORE_DAYS)}) ({'|'.join(_DAYS['cy'])})\b"),
}
_MONTH = {language: _month_pattern(language) for language in _DATA["months"]}


@dataclass(frozen=True)
class _Figures:
    digits: Counter[str]
    words: dict[str, str]
    """The numbers in words, each as it is written."""
    perhaps: frozenset[str]
    months: dict[str, str]
    named_months: dict[str, str]
    """Those that are named as such (ym mis Mai), each as it is written."""
    perhaps_months: frozenset[str]
    days: dict[str, str]
    """The days of the week, each as it is written."""

    def has(self, number: str) -> bool:
        return number in self.digits or number in self.words or number in self.perhaps


@lru_cache(maxsize=1024)
def _figures(text: str, language: str) -> _Figures:
    joined, rest = joined_numbers(text, language)
    written = [word.lower() for word in _WORD.findall(rest)]
    months = [match[1] or match[2] for match in _MONTH[language].finditer(text)]
    return _Figures(
        digits=Counter(digits.replace(",", "") for digits in _DIGITS.findall(text)),
        words={number: word for word in written for number in _SURE[language].get(word, ())} | joined,
        perhaps=frozenset(number for word in written for number in _PERHAPS[language].get(word, ())),
        months={_MONTHS[language][month]: month for month in months},
        named_months={_MONTHS[language][month]: month for month in _NAMED_MONTH[language].findall(text)},
        perhaps_months=frozenset(_MONTHS[language][month] for month in _ANY_MONTH[language].findall(text)),
        days={_DAYS[language][day]: day for day in _DAY[language].findall(text)},
    )


def numbers(pair: CheckedUnit) -> Iterator[Finding]:
    """Every number, clause number and date of one language stands in the other, in figures or in words, and where both
    have days of the week or months they have the same; where all of them do, no two dates are exchanged."""
    english, welsh = _figures(pair.en, "en"), _figures(pair.cy, "cy")
    in_english, in_welsh = _missing(english, welsh), _missing(welsh, english)
    if in_english and in_welsh:
        yield f"the English has {in_english} where the Welsh has {in_welsh}", "correct the one that is wrong"
    elif in_english or in_welsh:
        has, lacks = ("English", "Welsh") if in_english else ("Welsh", "English")
        yield f"the {has} has {in_english or in_welsh} and the {lacks} has not", "correct the one that is wrong"
    else:
        yield from exchanged_dates(pair)


def _missing(has: _Figures, lacks: _Figures) -> str:
    """What one language has and the other lacks, as it is written there."""
    digits = (number for number in has.digits - lacks.digits if number not in {*lacks.words, *lacks.perhaps})
    words = (word for number, word in has.words.items() if not lacks.has(number))
    months = (month for place, month in has.months.items() if place not in lacks.months)
    days = (day for place, day in has.days.items() if place not in lacks.days and lacks.days.keys() - has.days.keys())
    others = lacks.named_months.keys() - has.perhaps_months
    named = (month for place, month in has.named_months.items() if place not in lacks.perhaps_months and others)
    return ", ".join(f"“{shown}”" for shown in dict.fromkeys((*digits, *words, *months, *named, *days)))


def list_letters(pair: CheckedUnit) -> Iterator[Finding]:
    """The letters of lists and of references to their items, "(b)" or "b)", are those of the source."""
    source, target = (Counter(_LETTER.findall(text)) for text in (pair.source, pair.target))
    missing, added = (", ".join(f"“{letter})”" for letter in more) for more in (source - target, target - source))
    if missing or added:
        sides = [
            f"{side} has {letters or 'no such'}" for side, letters in zip(pair.names, (missing, added), strict=True)
        ]
        yield f"the {sides[0]} where the {sides[1]}", "keep the letters as they are printed"
