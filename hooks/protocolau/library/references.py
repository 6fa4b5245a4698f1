"""References within the words of a provision to other provisions: "paragraph 6(1)(a)", "the guidance at 5.2", "Part 3".

An editor says in the data that a statement refers to a provision. Found here are the words that do it, as they are
printed, in either language, and only those which lead to one of the provisions that the editor named.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from protocolau.language.welsh.mutation import forms
from protocolau.model.divisions import DIVISIONS
from protocolau.model.labels import Label
from protocolau.model.numbers import NumberPath, number_parts
from protocolau.model.protocol import Version
from protocolau.model.provision import Provision

_WORDS = {
    "en": "sub-paragraph sub-paragraphs subparagraph subparagraphs paragraph paragraphs clause clauses section "
    "sections sub-section sub-sections subsection subsections item items point points rule rules article articles",
    "cy": "is-baragraff is-baragraffau paragraff paragraffau cymal cymalau adran adrannau is-adran is-adrannau eitem "
    "eitemau pwynt pwyntiau rheol rheolau erthygl erthyglau",
}
"""What is printed before a number, by language; Welsh unmutated. A mere number is a reference only then."""

_NAMED = {"en": r"the\s+[^\W\d]+\s+at", "cy": r"yr?\s+[^\W\d]+\s+yn"}
"""What a number is told by as well, and is linked with it: "the guidance at 5.2"."""

_LEADING = {"en": "see at", "cy": "gweler yn"}
"""What leads to a number, and is no part of its name."""

_JOINED = {"en": "and or to", "cy": "ac a neu i hyd at"}
"""What joins one number to the next."""

_LAWS = {
    "en": r"\s+of\s[^.;]{0,90}?\b(?:Act|Regulations|Order|Measure)\b",
    "cy": r"\s+o(?:['’]r)?\s[^.;]{0,90}?\b(?:Dd?eddf|Rh?eoliadau|Gorchymyn|Orchymyn|Mesur|Fesur)\b",
}
"""What follows a number that belongs to a law."""

_OF_THIS = {
    "en": r"(?:\s+(?:to|of)\s+(?:this|the)\s+(?:protocol|document|code|policy))?",
    "cy": r"(?:\s+(?:i['’]r|o['’]r)\s+(?:protocol|ddogfen|cod|polisi)(?:\s+h[wo]n)?)?",
}
"""What may follow the name of a part of this very document."""

_BRACKETED = r"\([0-9a-z]{1,5}\)(?:\s?\([0-9a-z]{1,5}\))*"
_NUMBER = rf"(?:\d+[a-z]?(?:\.\d+)*(?:\s?{_BRACKETED})?|{_BRACKETED})(?![\w%])"
_DESIGNATOR = r"(?:\d+[a-z]?|(?-i:[IVX]{1,5}|[A-Z]))(?![\w('’]|\.\d)"


class FoundReference(NamedTuple):
    """Words at a place in a text that refer to a provision."""

    start: int
    end: int
    anchor: str


class _Number(NamedTuple):
    """A number in a text."""

    start: int
    end: int
    path: NumberPath
    is_relative: bool
    """Whether it continues a number that is not repeated: `(b)`."""
    scope: str | None
    """The division that is named with it."""


def find_references(text: str, provision: Provision, version: Version, language: str) -> Iterator[FoundReference]:
    """The words of a text of a provision that refer to what it refers to, in their order."""
    if not provision.refers_to:
        return
    places = _Places(version, version.labels[provision.anchor], provision.refers_to)
    before: _Number | None = None
    for match, is_of_law in _numbers(text, language):
        if is_of_law:
            before = None
            continue
        number = _number(match)
        is_joined = bool(before and _joined(language).fullmatch(text, before.end, match.start()))
        if number and (_is_marked(match, number) or is_joined):
            path = places.path_meant(number, before.path if before and is_joined else ())
            before = _Number(number.start, number.end, path or number.path, False, number.scope)
            if path and (anchor := places.wanted(path, number.scope)):
                yield FoundReference(number.start, number.end, anchor)
                continue
        if match["kind"] and (anchor := places.division(_division(match))):
            yield FoundReference(*_division_span(match, text, language), anchor)


@lru_cache(maxsize=4096)
def _numbers(text: str, language: str) -> tuple[tuple[re.Match[str], bool], ...]:
    """What may be a reference in a text, wherever it stands; each with whether a law is named after it."""
    found = _pattern(language).finditer(text)
    return tuple((match, _law(language).match(text, match.end()) is not None) for match in found)


class _Places:
    """Where the numbers of a version lead, from one of its provisions."""

    def __init__(self, version: Version, here: Label, refers_to: tuple[str, ...]):
        self._version, self._here, self._refers_to = version, here, refers_to

    def path_meant(self, number: _Number, before: NumberPath) -> NumberPath | None:
        """The whole path of a number: of one in brackets the nearest that there is."""
        if not number.is_relative:
            return number.path
        bases = [before[: -len(number.path)]] if len(before) > len(number.path) else []
        bases += [self._here.path[:end] for end in range(len(self._here.path), -1, -1)]
        paths = [_folded((*base, *number.path)) for base in bases]
        return next((path for path in paths if self._anchors(path, self._here.scope)), None)

    def wanted(self, path: NumberPath, named: str | None) -> str | None:
        """The provision at a path, if it is one that is referred to: in the division named, else in this one."""
        for scope in (named, self._here.scope, None) if named else (self._here.scope, None):
            if anchors := self._anchors(path, scope):
                return next((anchor for anchor in anchors if anchor in self._refers_to), None)
        others = [anchor for anchor in self._refers_to if _folded(self._version.labels[anchor].path) == _folded(path)]
        return others[0] if others and not named else None

    def division(self, name: str) -> str | None:
        """The part, schedule or appendix of a name, if it is one that is referred to."""
        kind = name.partition("-")[0]
        for anchor in self._refers_to:
            if self._version.provisions[anchor].kind == kind and anchor.rpartition(".")[2] in {name, kind}:
                return anchor
        return None

    def _anchors(self, path: NumberPath, scope: str | None) -> tuple[str, ...]:
        return self._version.numbered.get((scope, _folded(path)), ())


def _folded(path: NumberPath) -> NumberPath:
    return tuple(part.casefold() for part in path)


def _number(match: re.Match[str]) -> _Number | None:
    """The number of a match, with the word and the division before it."""
    written = match["number"] or match["in_division"] or match["letter"]
    if not written:
        return None
    scope = _division(match) if match["kind"] else None
    is_relative = not written[0].isdigit()
    start = match.start("number") if match["leading"] else match.start()
    return _Number(start, match.end(), _folded(number_parts(written)), is_relative, scope)


def _is_marked(match: re.Match[str], number: _Number) -> bool:
    """Whether a number is told from a mere count: by a word before it, a point or brackets in it."""
    return bool(
        match["word"]
        or match["leading"]
        or match["kind"]
        or match["letter"]
        or number.is_relative
        or len(number.path) > 1
    )


def _division(match: re.Match[str]) -> str:
    """The anchor of the division that a match names: `appendix`, `part-3`."""
    kind = _kinds()[match["kind"].casefold()]
    return f"{kind}-{match['designator'].lower()}" if match["designator"] else kind


def _division_span(match: re.Match[str], text: str, language: str) -> tuple[int, int]:
    end = match.end("designator") if match["designator"] else match.end("kind")
    following = _of_this(language).match(text, end)
    return match.start("named"), following.end() if following else end


@cache
def _kinds() -> dict[str, str]:
    """Each kind of division by every form of a word for it."""
    return {form: kind for kind, words in DIVISIONS.items() for word in words for form in forms(word)}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words, kinds = _forms(_WORDS[language]), "|".join(sorted(_kinds(), key=lambda form: (-len(form), form)))
    before = rf"(?:{words}|{_NAMED[language]})\s+"
    leading = rf"(?:{_forms(_LEADING[language])})\s+"
    division = rf"(?P<named>(?:the\s+)?(?P<kind>{kinds})(?:\s+(?P<designator>{_DESIGNATOR}))?)"
    return re.compile(
        rf"(?<![\w£$€.-])(?:{division}(?:,?\s+(?:{before})?(?P<in_division>{_NUMBER}))?(?!\w)"
        rf"|(?:(?P<word>{before})|(?P<leading>{leading}))?(?P<number>{_NUMBER})"
        rf"|(?:{words})\s+(?P<letter>(?:[a-z]|[ivx]{{2,4}})(?![\w'’])\)?))",
        re.IGNORECASE,
    )


def _forms(words: str) -> str:
    """Some words in every form, as alternatives."""
    every = {form for word in words.split() for form in forms(word)}
    return "|".join(map(re.escape, sorted(every, key=lambda form: (-len(form), form))))


@cache
def _joined(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s*,?\s*(?:[–-]|\b(?:{'|'.join(_JOINED[language].split())})\b)?\s*", re.IGNORECASE)


@cache
def _law(language: str) -> re.Pattern[str]:
    joined = "|".join(_JOINED[language].split())
    return re.compile(rf"(?:\s*(?:,|\b(?:{joined})\b)\s*{_NUMBER}){{0,9}}{_LAWS[language]}")


@cache
def _of_this(language: str) -> re.Pattern[str]:
    return re.compile(_OF_THIS[language], re.IGNORECASE)
