"""The names of councils in files by their beginnings, so that a reader fetches only those that can be meant."""

import re
from collections import Counter, defaultdict
from typing import NamedTuple

from protocolau.language import LANGUAGES, other
from protocolau.language.collation import collation_key
from protocolau.language.folding import unaccented
from protocolau.library.library import Library
from protocolau.model.standing import has_ended
from protocolau.model.vocabulary import Bilingual
from protocolau.render.messages import Messages

ONE_FILE = 60
"""Councils whose names fit into one file."""
ALL = "all"
"""What that file is called."""

_OF_MANY_PLACES = {"north", "south", "east", "west", "upper", "lower", "great", "little", "st"} | {
    *("gogledd", "de", "dwyrain", "gorllewin", "uchaf", "isaf")
}
"""Words of the names of places that tell no place from another: Saint is St to the browser."""
_APOSTROPHE = re.compile("['’]")
_WORD = re.compile(r"[^\W_]+")


class CouncilEntry(NamedTuple):
    """A council as a file has it: a list of eight. The names in the language of the pages stand first."""

    slug: str
    name: str
    name_in_other: str
    short_name: str
    short_name_in_other: str
    kind: str
    nation: str
    ended: str
    """That it is no more, in words, where it is so; else empty."""

    def names(self) -> tuple[str, ...]:
        """All its names."""
        return (self.name, self.name_in_other, self.short_name, self.short_name_in_other)


def name_files(library: Library, t: Messages) -> dict[str, list[CouncilEntry]]:
    """For each file, by its name, the councils in it, in the language of the words of the interface.

    A council stands in the file of the first two letters of every word of its names but those that many share
    ("council", "town"), and of its initials, and in one file with all others where they are few; there in alphabetical
    order, which the browser keeps among those that are as likely.
    """
    entries = [_entry(library, slug, t) for slug in library.councils]
    entries.sort(key=lambda entry: collation_key(entry.name, t.language))
    if len(entries) <= ONE_FILE:
        return {ALL: entries}
    files: dict[str, list[CouncilEntry]] = defaultdict(list)
    common = set(common_words(library))
    for entry in entries:
        words = {word for name in entry.names() for word in _words(name) - common}
        for beginning in sorted({word[:2] for word in words | _initials(entry)}):
            files[beginning].append(entry)
    return dict(sorted(files.items()))


def common_words(library: Library) -> list[str]:
    """The words of kinds of councils and of many places, and those that a tenth of them have in full names alone."""
    councils = library.councils.values()
    counts: Counter[str] = Counter()
    for council in councils:
        counts.update(_words_in_both(council.name) - _words_in_both(council.short_name))
    kinds = {word for name in library.vocabulary.kinds.values() for word in _words_in_both(name)}
    return sorted(
        kinds | _OF_MANY_PLACES | {word for word, count in counts.items() if count > max(2, len(councils) / 10)}
    )


def _entry(library: Library, slug: str, t: Messages) -> CouncilEntry:
    council, language = library.councils[slug], t.language
    name, short_name, second = council.name, council.short_name, other(language)
    names = (name[language], name[second], short_name[language], short_name[second])
    is_ended = has_ended(council, library.today)
    ended = t("council.ended", date=t.date(council.ended)) if council.ended and is_ended else ""
    return CouncilEntry(slug, *names, council.kind, council.nation, ended)


def _initials(entry: CouncilEntry) -> set[str]:
    """A council's names by their first letters: CCBC is Conwy County Borough Council, and RCT Rhondda Cynon Taf."""
    names = (_WORD.findall(_APOSTROPHE.sub("", unaccented(name))) for name in entry.names())
    return {"".join(word[0] for word in words) for words in names if len(words) > 2}


def _words_in_both(name: Bilingual) -> set[str]:
    return {word for language in LANGUAGES for word in _words(name[language])}


def _words(name: str) -> set[str]:
    """The words of a name without accents and apostrophes: Taff's Well is taffs and well."""
    return set(_WORD.findall(_APOSTROPHE.sub("", unaccented(name))))
