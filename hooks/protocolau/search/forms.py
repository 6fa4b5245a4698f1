"""Which written forms are one word to the search: mutations, accents, and inflection as far as it is known.

A form may come from several words ("fan": man, ban), so that each form has a set of them. Each word is
named by one of its forms, its head, without accents. What joins forms:

    Welsh    the mutations, narrowed by the dictionary and by the words that the protocols do use;
             the glossary's singulars and plurals; the dictionary's own plural endings; a table of plurals
             that change inside (plurals.yml); -wr and -ydd with -wyr; the verb endings of the dictionary
             and the commonest others beside a verb-noun
    English  the glossary's singulars and plurals; of the endings that Snowball's English stemmer takes off,
             those that leave the sense; -ise and -ize, -our and -or
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from os.path import commonprefix
from pathlib import Path

import snowballstemmer
import yaml

from protocolau.language.folding import unaccented
from protocolau.language.search_tokens import search_words
from protocolau.language.welsh.lexicon import inflected, lexicon
from protocolau.language.welsh.mutation import radicals
from protocolau.model.vocabulary import Vocabulary
from protocolau.runtime import yaml_loader

_ENDINGS_OF_WORDS = ("", "e", "s", "es", "d", "ed", "ing", "y", "ies", "ied", "ying")
_SUFFIXES = ("ly", "ment", "ments", "ness", "ion", "ions", "ation", "ations")
_ENDINGS = frozenset({*_ENDINGS_OF_WORDS, *_SUFFIXES})
"""English endings that leave the sense of a word; no ending is one of them."""
_OTHER_SPELLING = re.compile(r"(?<=\w\wi)z(?=[eai])|(?<=\w\w\w)our(?=\w*$)")
_ENDINGS_OF_ABILITY = frozenset({"le", "ility", "ilities"})
_VERB_ENDINGS = ("wyd", "odd", "ir", "id", "ai", "ant")
_VERB_NOUN_ENDINGS = ("u", "o", "i", "io")
_SHORT = 3
"""Letters up to which a word of the dictionary is only itself: of such, nearly any may be a mutation of another."""
_PLURALS: dict[str, list[str]] = yaml.load(
    Path(__file__).with_name("plurals.yml").read_text("utf-8"), yaml_loader.BaseLoader
)
"""By its singular, every plural of a Welsh noun whose plural neither the glossary nor the dictionary has."""


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms that texts of a language use; in Welsh also what people are likeliest to type for one of them."""

    language: str
    heads: Mapping[str, frozenset[str]]
    """For each form, without accents, the heads of the words that it may be a form of."""


def forms_of(used: Iterable[str], language: str, vocabulary: Vocabulary, mutations: bool = True) -> Forms:
    """The forms among the words that texts of a language use, each with its heads.

    With them the unmutated form of each that is used mutated alone, and the Welsh singulars and plurals of those whose
    other number is used: no browser could make rheolwyr of reolwyr, or a clerc of clercod. `mutations` False leaves the
    Welsh mutations and these out, to measure what they do.
    """
    used = sorted(used)
    roots = _roots_of(used) if language == "cy" and mutations else {word: (word,) for word in used}
    words = {root for of_form in roots.values() for root in of_form}
    head_of = _heads(words, [*_of_glossary(vocabulary, language), *_inflections(words, language)])
    heads: dict[str, set[str]] = defaultdict(set)
    for form, of_form in roots.items():
        heads[unaccented(form)].update(unaccented(head_of.get(root, root)) for root in of_form)
    if language == "cy" and mutations:
        for form, word in _typed_instead(words, vocabulary):
            heads.setdefault(unaccented(form), {unaccented(head_of.get(word, word))})
    return Forms(language, {form: frozenset(of_form) for form, of_form in sorted(heads.items())})


# ---- mutations ----


def _roots_of(used: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """For each form the unmutated words that it most likely comes from."""
    dictionary, occurring = _dictionary_words(), set(used)
    return {form: _roots(form, dictionary, occurring) for form in used}


def _roots(form: str, dictionary: frozenset[str], occurring: set[str]) -> tuple[str, ...]:
    """A word of the dictionary is itself and others that occur; any other is what the dictionary has or else occurs."""
    if form in dictionary and len(form) <= _SHORT:
        return (form,)
    others = sorted((radicals(form) | radicals(unaccented(form))) - {form, unaccented(form)})  # gŵyn, which is cwyn
    listed = [word for word in others if word in dictionary]
    used = [word for word in (listed or others) if word in occurring and len(word) > _SHORT]
    if form in dictionary:
        return (form, *(word for word in used if word in dictionary))
    return tuple(used or listed[:2]) or (form,)


@cache
def _dictionary_words() -> frozenset[str]:
    """The dictionary's words without capitals. A capital stands at the start of sentences and headings too."""
    return frozenset(word.casefold() for word in lexicon())


def _typed_instead(words: set[str], vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Yield forms that no text may have as they are, each with the unmutated word that some text has in one form."""
    yield from ((word, word) for word in words)
    for group in (*_of_glossary(vocabulary, "cy"), *_plurals()):
        used = [word for word in group if word in words]
        yield from ((form, used[0]) for form in group if used)


# ---- inflection ----


def _plurals() -> Iterator[tuple[str, ...]]:
    return ((singular, *plurals) for singular, plurals in _PLURALS.items())


def _inflections(words: set[str], language: str) -> Iterator[tuple[str, ...]]:
    """Yield groups of words that are inflections of one, some of which may not be used."""
    if language != "cy":
        yield from _english_inflections(words)
        yield from _english_spellings(words)
        return
    yield from _plurals()
    yield from _agents(words)
    yield from _verbs(words)
    yield from inflected(words)


def _english_inflections(words: set[str]) -> Iterator[tuple[str, str]]:
    stem_of: Callable[[str], str] = snowballstemmer.stemmer("english").stemWord
    of_stem: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        of_stem[stem_of(word)].append(word)
    for group in of_stem.values():
        yield from (pair for pair in combinations(group, 2) if _is_inflection(*pair))


def _english_spellings(words: set[str]) -> Iterator[tuple[str, str]]:
    """Words that are spelt in two ways: organise and organize, behaviour and behavior."""
    for word in words:
        other = _OTHER_SPELLING.sub(lambda match: "s" if match[0] == "z" else "or", word)
        if other != word and other in words:
            yield other, word


def _is_inflection(word: str, other: str) -> bool:
    """Whether two words of one stem differ in an ending that leaves the sense: officer and office do not."""
    stem = commonprefix([word, other])
    endings = {_undoubled(whole.removeprefix(stem), stem) for whole in (word, other)}
    return endings <= _ENDINGS or endings <= _ENDINGS_OF_ABILITY or (stem.endswith("al") and endings == {"", "ity"})


def _undoubled(ending: str, stem: str) -> str:
    """An ending without the consonant that is doubled before it: the n of running."""
    return ending[1:] if ending[:1] == stem[-1:] and ending[1:] in _ENDINGS else ending


def _agents(words: set[str]) -> Iterator[tuple[str, str]]:
    """Gweithiwr and gweithwyr, cynghorydd and cynghorwyr: who does something, and several who do."""
    for word in words:
        if word.endswith("wyr") and len(word) > 5:
            stem = word.removesuffix("wyr")
            singulars = (f"{stem}wr", f"{stem}iwr", f"{stem}ydd")
            yield from ((singular, word) for singular in singulars if singular in _dictionary_words())


def _verbs(words: set[str]) -> Iterator[tuple[str, str]]:
    """Mabwysiadwyd and mabwysiadu, penodir and penodi: a form of a verb and its verb-noun, where both are used."""
    for word in words:
        ending = next((ending for ending in _VERB_ENDINGS if word.endswith(ending)), "")
        stem = word.removesuffix(ending)
        if ending and len(stem) > 3:
            verb_nouns = (stem + of_noun for of_noun in _VERB_NOUN_ENDINGS)
            yield from ((verb_noun, word) for verb_noun in verb_nouns if verb_noun in words)


def _of_glossary(vocabulary: Vocabulary, language: str) -> Iterator[tuple[str, str]]:
    """Singular and plural of each term that is one word."""
    for term in vocabulary.terms.values():
        if term.plural:
            singular, plural = (list(search_words(name[language], language)) for name in (term.name, term.plural))
            if len(singular) == len(plural) == 1:
                yield singular[0], plural[0]


def _heads(words: set[str], groups: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """For each word its head, where it is one with others; groups that share a form are brought together.

    Those that are one are named by the shortest of them that is used, or by the first of those.
    """
    joined = _Joined()
    of_root: dict[str, list[str]] = defaultdict(list)
    groups = list(groups)
    for first, *others in groups:
        for other in others:
            joined.join(first, other)
    for word in {word for group in groups for word in group if word in words}:
        of_root[joined.root(word)].append(word)
    head_of_root = {root: min(members, key=lambda word: (len(word), word)) for root, members in of_root.items()}
    return {word: head_of_root[root] for root, members in of_root.items() for word in members}


class _Joined:
    """Words joined two by two; those that are joined, directly or through others, have one root."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}

    def root(self, word: str) -> str:
        """The word that stands for all that are joined with this one."""
        while (parent := self._parents.get(word, word)) != word:
            word = parent
        return word

    def join(self, word: str, other: str) -> None:
        """Make the root of one word that of the other too."""
        self._parents[self.root(other)] = self.root(word)
