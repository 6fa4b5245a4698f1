"""The words of Welsh, unmutated: every form that the dictionary's stems and endings make.

The dictionary is that of Bangor University and Troi, as npm's dictionary-cy 2.0.0 packs it, under
the LGPL, version 3 or later: dictionary/LICENSE. To bring in a new version:

    npm pack dictionary-cy && tar xzf dictionary-cy-*.tgz
    cp package/index.aff package/license dictionary/       (license becomes LICENSE)
    gzip -9nc package/index.dic > dictionary/index.dic.gz

Its files are Hunspell's. Read here are the words, the endings (SFX) and the mark for "no word without
an ending" (NEEDAFFIX). Its prefixes are the mutations: those are ours, see mutation.py, so that search,
terms and spelling know the same ones. Nothing is computed beforehand: some 230,000 forms are made
in about a fifth of a second, once a process, when a word is first asked for.
"""

import gzip
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("dictionary")
CLITICS = "S"
"""The flag of the endings 'r, 'n, 'i …, which mutation.py splits off."""

_TAIL = 4
"""Letters of a word's end on which its endings depend: the longest condition has three."""


@dataclass(frozen=True, slots=True)
class Ending:
    """A rule of the affix file: what to take off and put on, after what, and what may follow."""

    off: str
    on: str
    after: re.Pattern[str]
    flags: str


@dataclass(frozen=True, slots=True)
class Endings:
    """The endings of an affix file by their flags, and the flag of what is no word without one."""

    rules: dict[str, list[Ending]]
    unfinished: str

    def on(self, tail: str, flags: str) -> Iterator[str]:
        """The end of a word, with flags → itself if it is a word so, and each form with endings."""
        if self.unfinished not in flags:
            yield tail
        for flag in flags:
            for ending in self.rules.get(flag, ()):
                if ending.after.search(tail):
                    yield from self.on(tail[: len(tail) - len(ending.off)] + ending.on, ending.flags)


class _Ends(dict[tuple[str, str], tuple[str, ...]]):
    """What endings make of the end of a word with some flags, each worked out once: words have few."""

    def __init__(self, endings: Endings):
        super().__init__()
        self._endings = endings

    def __missing__(self, key: tuple[str, str]) -> tuple[str, ...]:
        self[key] = ends = tuple(self._endings.on(*key))
        return ends


@cache
def lexicon() -> frozenset[str]:
    """Every word of the dictionary in every form but the mutated ones, with the capitals it always has."""
    endings = _endings((FOLDER / "index.aff").read_text("utf-8"))
    return frozenset(_forms(_entries(), endings))


@cache
def headwords() -> frozenset[str]:
    """The words that the dictionary lists, without the forms that it makes of them."""
    return frozenset(entry.partition("/")[0] for entry in _entries())


_VERB_NOUNS = ("u", "io", "o", "i", "a")
"""The endings by which most verb-nouns are made of the stem."""

PLURALS, VERBS = frozenset("BCDEFGIK"), frozenset("abcdefghijkvwyz")
"""The flags of the endings that make a plural of a noun, and of those that make the forms of a verb."""


def inflected(words: Container[str]) -> Iterator[tuple[str, ...]]:
    """Groups of some words, given unmutated, that the dictionary makes of one entry by its endings.

    A noun with its plurals; the forms of a verb with each other. The bare stem of a verb is left out, as it
    is most often a noun or an adjective of a meaning of its own (cod: code; codi: to rise).
    """
    for flags, bare in ((PLURALS, True), (VERBS, False)):
        for word, forms in _made(flags):
            group = dict.fromkeys(form for form in forms if form in words and (bare or form != word))
            if len(group) > 1:
                yield tuple(group)


@cache
def plurals() -> frozenset[str]:
    """Every plural that the dictionary makes of a noun by its endings."""
    return _made_of_others(PLURALS)


@cache
def forms_of_verbs() -> frozenset[str]:
    """Every form that the dictionary makes of the stem of a verb, and the verb-nouns of those stems."""
    stems = {word for word, _, flags in (one.partition("/") for one in _entries()) if not VERBS.isdisjoint(flags)}
    nouns = {
        word
        for word in headwords()
        for ending in _VERB_NOUNS
        if word.endswith(ending) and word[: -len(ending)] in stems
    }
    return _made_of_others(VERBS) | nouns


def _made_of_others(flags: frozenset[str]) -> frozenset[str]:
    """The forms that endings with certain flags make, without the words that they are put to."""
    return frozenset(form for word, forms in _made(flags) for form in forms if form != word)


def _made(flags: frozenset[str]) -> Iterator[tuple[str, list[str]]]:
    """Each word that endings with certain flags are put to, with the forms that they make, itself among them."""
    ends = _Ends(_endings((FOLDER / "index.aff").read_text("utf-8")))
    chosen_of = cache(lambda marked: "".join(flag for flag in marked if flag in flags))
    for entry in _entries():
        word, _, marked = entry.partition("/")
        if chosen := chosen_of(marked):
            head = word[:-_TAIL]
            yield word, [head + end for end in ends[word[-_TAIL:], chosen]]


@cache
def _entries() -> list[str]:
    return gzip.decompress((FOLDER / "index.dic.gz").read_bytes()).decode("utf-8").splitlines()[1:]


def _endings(affixes: str) -> Endings:
    rules: dict[str, list[Ending]] = {}
    unfinished = ""
    for fields in map(str.split, affixes.splitlines()):
        if fields[:1] == ["NEEDAFFIX"]:
            unfinished = fields[1]
        elif fields[:1] == ["SFX"] and fields[1] != CLITICS and not fields[3].isdigit():
            rules.setdefault(fields[1], []).append(_ending(*fields[2:]))
    return Endings(rules, unfinished)


def _ending(off: str, on: str, after: str = ".") -> Ending:
    added, _, flags = on.partition("/")
    return Ending("" if off == "0" else off, "" if added == "0" else added, re.compile(f"{after}$"), flags)


def _forms(entries: list[str], endings: Endings) -> Iterator[str]:
    meaningful = {*endings.rules, endings.unfinished}
    ends = _Ends(endings)
    for entry in entries:
        word, _, flags = entry.partition("/")
        if meaningful.isdisjoint(flags):
            yield word
            continue
        head = word[:-_TAIL]
        for end in ends[word[-_TAIL:], flags]:
            yield head + end
