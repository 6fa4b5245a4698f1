"""What kind of word a Welsh word may be, and of what gender: noun, adjective, verb-noun, form of a verb.

Asked of a form as it stands in a text, mutated or not. The answer is a set of readings, for "fan" may be
ban, man or fan; a rule of mutation speaks where all readings agree, and is silent otherwise. Kinds come from
Eurfa (eurfa/README.md), before it from kinds.yml, and for what both lack from the dictionary's endings and from
suffixes that only one kind of word has.
"""

import gzip
import re
from dataclasses import dataclass
from enum import Flag, auto
from functools import cache
from pathlib import Path

import yaml

from protocolau.language.welsh.lexicon import forms_of_verbs, headwords, lexicon, plurals
from protocolau.language.welsh.mutation import TABLES, mutate, radicals
from protocolau.runtime import yaml_loader

_HERE = Path(__file__).parent
_VERB_NOUN = re.compile(r"\w{2,}(?:u|o|i|a|an)$")
_DEGREES = ("af", "ach")
_ADJECTIVE = re.compile(r"\w{3,}(?:[^ehf]ol|us|aidd|adwy|edig|gar)$")
_MASCULINE = re.compile(r"\w{3,}(?:rwydd|deb|der|did|dod|wr|ydd|iad|iant|wch)$")
_FEMININE = re.compile(r"\w{3,}(?:iaeth|fa|wraig|yddes)$")


class Kind(Flag):
    """What a word may be."""

    MASCULINE = auto()
    FEMININE = auto()
    COMMON = auto()
    PLURAL = auto()
    ADJECTIVE = auto()
    VERB_NOUN = auto()
    VERB = auto()
    """A form that has a person or is impersonal."""
    OTHER = auto()
    """Of a kind not known, or one of which no rule speaks."""


SINGULAR = Kind.MASCULINE | Kind.FEMININE | Kind.COMMON
NOUN = SINGULAR | Kind.PLURAL
NOMINAL = NOUN | Kind.ADJECTIVE | Kind.VERB_NOUN
"""All that mutates as names of things do, and not as forms of verbs."""
_EURFA = {
    "ms": Kind.MASCULINE, "fs": Kind.FEMININE, "cs": Kind.COMMON,
    "mp": Kind.PLURAL, "fp": Kind.PLURAL, "cp": Kind.PLURAL,
    "a": Kind.ADJECTIVE, "am": Kind.ADJECTIVE, "af": Kind.ADJECTIVE, "ap": Kind.ADJECTIVE, "v": Kind.VERB_NOUN,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Analysis:
    """A word that a form may be: the radical, the mutations that make the form of it, its kinds."""

    radical: str
    mutations: frozenset[str]
    """Empty where the form is the radical itself."""
    kind: Kind


@cache
def function_words() -> frozenset[str]:
    """Small words of whose mutation no rule speaks."""
    data = yaml.load((_HERE / "function_words.yml").read_text("utf-8"), yaml_loader.SafeLoader)
    return frozenset(word for words in data for word in words)


@cache
def _listed() -> dict[str, Kind]:
    """What kinds.yml says of a word."""
    data = yaml.load((_HERE / "kinds.yml").read_text("utf-8"), yaml_loader.SafeLoader)
    found: dict[str, Kind] = {}
    for name, words in data.items():
        for word in words:
            found[word] = found.get(word, Kind(0)) | Kind[name.upper()]
    return found


@cache
def eurfa_rows() -> tuple[tuple[str, str, str], ...]:
    """Every word of Eurfa, its kinds in Eurfa's letters and its English."""
    text = gzip.decompress((_HERE / "eurfa/eurfa.tsv.gz").read_bytes()).decode("utf-8")
    return tuple((word, kinds, english) for word, kinds, english in (row.split("\t") for row in text.splitlines()))


@cache
def _eurfa() -> dict[str, Kind]:
    found: dict[str, Kind] = {}
    for word, kinds, _ in eurfa_rows():
        for kind in kinds.split(","):
            found[word] = found.get(word, Kind(0)) | _EURFA.get(kind, Kind.OTHER)
    return found


def is_listed(radical: str) -> bool:
    """Whether kinds.yml says what a word is."""
    return radical in _listed()


def known(radical: str) -> bool:
    """Whether a word is in one of the dictionaries, unmutated."""
    return radical in lexicon() or radical in _eurfa() or radical in _listed()


@cache
def kind(radical: str) -> Kind:
    """All that an unmutated word may be: what kinds.yml says, or Eurfa, or the dictionary's endings and its suffix."""
    if ours := _listed().get(radical):
        return ours
    listed = _eurfa().get(radical, Kind(0)) | (Kind.PLURAL if radical in plurals() else Kind(0))
    if Kind.MASCULINE in listed and Kind.FEMININE in listed:
        listed = listed & ~SINGULAR | Kind.COMMON
    return listed or _by_form(radical)


def _by_form(word: str) -> Kind:
    """What the dictionary's endings and its own suffix tell of a word that is not listed."""
    if word in forms_of_verbs():
        return Kind.VERB_NOUN if word in headwords() and _VERB_NOUN.match(word) else Kind.VERB
    if word.endswith(_DEGREES) and any(Kind.ADJECTIVE in kind(one) for one in _positives(word)):
        return Kind.ADJECTIVE
    for suffix, meaning in ((_ADJECTIVE, Kind.ADJECTIVE), (_FEMININE, Kind.FEMININE), (_MASCULINE, Kind.MASCULINE)):
        if suffix.match(word) and word in headwords():
            return meaning
    return Kind.OTHER


def _positives(degree: str) -> tuple[str, ...]:
    """A degree of an adjective → what it may be a degree of: pwysicaf, pwysig."""
    stem = re.sub("(?:af|ach|ed)$", "", degree)
    return stem, stem[:-1] + {"c": "g", "p": "b", "t": "d"}.get(stem[-1:], stem[-1:])


@cache
def readings(form: str) -> tuple[Analysis, ...]:
    """A form in small letters, without a clitic → all that it may be."""
    found = [Analysis(one, _mutations(one, form), kind(one)) for one in sorted(radicals(form)) if known(one)]
    # The dictionary lists a few mutated forms as words of their own (bosibl, brif), and words that nobody needs.
    return tuple([one for one in found if one.kind != Kind.OTHER] or found)


def _mutations(radical: str, form: str) -> frozenset[str]:
    if radical == form:
        return frozenset()
    return frozenset(mutation for mutation in TABLES if mutate(radical, mutation) == form)


def only(form: str, kinds: Kind) -> bool:
    """Whether a form is unmutated and of certain kinds, whatever it may mean."""
    found = readings(form)
    return bool(found) and all(not one.mutations and one.kind and one.kind in kinds for one in found)


def only_mutated(form: str, mutation: str, kinds: Kind) -> bool:
    """Whether a form is nothing but a mutated word of certain kinds."""
    found = readings(form)
    return bool(found) and all(mutation in one.mutations and one.kind and one.kind in kinds for one in found)
