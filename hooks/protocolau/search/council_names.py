"""The names of councils in files by their beginnings, so that a reader fetches only those that can be meant."""

import re
from collections import Counter, defaultdict

from protocolau.language import other
from protocolau.language.folding import unaccented
from protocolau.library.library import Library

FEW = 60
"""Councils whose names fit into one file."""
ALL = "all"

_APOSTROPHE = re.compile("['’]")
_WORD = re.compile(r"[^\W_]+")


def names(library: Library, language: str) -> dict[str, list[list[str]]]:
    """For each file its entries: slug, names in the page's language and the other, short names, kind, nation.

    A council stands in the file of the first two letters of every word of its names but those that many share
    ("council", "town"), and in one file with all others where they are few.
    """
    entries = {slug: _entry(library, slug, language) for slug in library.councils}
    if len(entries) <= FEW:
        return {ALL: list(entries.values())}
    found: dict[str, list[list[str]]] = defaultdict(list)
    common = common_words(library)
    for entry in entries.values():
        beginnings = {word[:2] for name in entry[1:5] for word in _words(name) if word not in common}
        for beginning in sorted(beginnings):
            found[beginning].append(entry)
    return dict(sorted(found.items()))


def common_words(library: Library) -> list[str]:
    """The words of kinds of councils, and those that a tenth of them have in full names and not in short ones."""
    councils = library.councils.values()
    counts: Counter[str] = Counter()
    for council in councils:
        full = {word for language in ("en", "cy") for word in _words(council.name[language])}
        counts.update(full - {word for language in ("en", "cy") for word in _words(council.short_name[language])})
    kinds = {word for kind in library.vocabulary.kinds.values() for name in (kind.en, kind.cy) for word in _words(name)}
    return sorted(kinds | {word for word, n in counts.items() if n > max(2, len(councils) / 10)})


def _entry(library: Library, slug: str, language: str) -> list[str]:
    council = library.councils[slug]
    name, short = council.name, council.short_name
    names = [one[its] for one in (name, short) for its in (language, other(language))]
    return [slug, *names, council.kind, council.nation]


def _words(name: str) -> set[str]:
    """The words of a name without accents and apostrophes: Taff's Well is taffs and well."""
    return set(_WORD.findall(_APOSTROPHE.sub("", unaccented(name))))
