"""The words of the interface, in both languages, from one file beside the templates."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import cast

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from protocolau.language import LANGUAGES
from protocolau.language.apostrophes import printed
from protocolau.read.dates import PartialDate
from protocolau.read.document import values_of
from protocolau.read.problem import faulty

_PATTERNS = {"day": "d MMMM y", "month": "MMMM y", "year": "y"}


def load_messages(path: Path) -> dict[str, "Messages"]:
    """Read the interface words of each language. Raises Faulty where they are not to be read, or not in each, or where
    a page could not put into them what it puts into those of the other language.
    """
    entries = cast(dict[str, dict[str, Entry]], values_of(path))
    for key, entry in entries.items():
        if not isinstance(entry, dict) or not all(_is_entry(entry.get(language)) for language in LANGUAGES):
            remedy = "write its words behind 'en' and 'cy', with 'other' among plural forms"
            raise faulty(path, 1, f"'{key}' is not in both languages", remedy)
        if len({_put_in(entry[language]) for language in LANGUAGES}) > 1:
            what = f"the braces of '{key}' do not hold the same names in both languages"
            raise faulty(path, 1, what, "write each name as it stands in the other language, and close each brace")
    return {language: Messages(language, entries) for language in LANGUAGES}


Entry = str | dict[str, str]
"""One sentence, or one for each plural category."""


def _is_entry(entry: object) -> bool:
    forms = entry if isinstance(entry, dict) else {"other": entry}
    return "other" in forms and all(isinstance(words, str) for words in forms.values())


def _put_in(entry: Entry) -> frozenset[str | None]:
    """What is put into the words of an entry, by its names in braces; None stands for a brace that nothing closes."""
    forms = entry.values() if isinstance(entry, dict) else [entry]
    try:
        return frozenset(name for words in forms for _, name, *_ in Formatter().parse(words) if name is not None)
    except ValueError:
        return frozenset([None])


class Messages:
    """The interface words of one language.

    An entry is one sentence, or a sentence for each plural category of the language (Unicode CLDR:
    Welsh has zero, one, two, few for 3, many for 6, and other), or for one number (`=0`).
    """

    def __init__(self, language: str, entries: dict[str, dict[str, Entry]]):
        self.language = language
        self._entries = {key: _printed(entry[language]) for key, entry in entries.items()}
        self._category: Callable[[int], str] = lru_cache(Locale.parse(language).plural_form)

    def __call__(self, key: str, n: int | None = None, **values: object) -> str:
        """The words of an entry with its values put in; `n` chooses the plural. KeyError: no such entry."""
        entry = self._entries[key]
        if isinstance(entry, dict):
            entry = entry.get(f"={n}") or entry.get(self._category(n or 0), entry["other"])
        if n is None and not values:
            return entry
        values["n"] = n
        for name, value in values.items():
            if type(value) is int:
                values[name] = _whole_number(value, self.language)
        return entry.format_map(values)

    def number(self, value: object) -> object:
        """A whole number as it is written in the language, with its separators; anything else as it is."""
        return _whole_number(value, self.language) if isinstance(value, int) and not isinstance(value, bool) else value

    def entries(self, *prefixes: str) -> dict[str, Entry]:
        """The entries whose keys begin so, for a script to put values into as `__call__` does."""
        return {key: entry for key, entry in self._entries.items() if key.startswith(prefixes)}

    def date(self, date: PartialDate) -> str:
        """A date as it is written in running text: `25 Medi 2019`, `March 2018`, `2018`."""
        precision = "day" if date.day else "month" if date.month else "year"
        return _written_date(date.first_day, precision, self.language)


@lru_cache(maxsize=4096)
def _whole_number(value: int, language: str) -> str:
    return format_decimal(value, locale=language)


@lru_cache(maxsize=4096)
def _written_date(day: date, precision: str, language: str) -> str:
    return format_date(day, _PATTERNS[precision], locale=language)


def _printed(entry: Entry) -> Entry:
    return printed(entry) if isinstance(entry, str) else {form: printed(words) for form, words in entry.items()}
