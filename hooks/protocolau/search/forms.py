"""Which written forms are one word to the search: mutations, accents, and inflection as far as it is known.

A form may come from several words ("fan": man, ban), so that each form has a set of them. Each word is
named by one of its forms, its head, without accents. What joins forms:

    Welsh    the mutations, narrowed by the dictionary and by the words that the protocols do use;
             the glossary's singulars and plurals; the dictionary's own plural endings; a table of plurals
             that change inside (plurals.yml); -wr and -ydd with -wyr; the verb endings of the dictionary
             and the commonest others beside a verb-noun
    English  the glossary's singulars and plurals; of the endings that Snowball's English stemmer takes off,
             those that leave the sense
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
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

Joined = dict[str, str]
"""For each word the head of those that are one with it; a word that stands alone is not in it."""

Forms = dict[str, frozenset[str]]
"""For each folded form the heads of the words that it may be a form of."""

_ENDINGS = frozenset(
    [
        "",
        "e",
        "s",
        "es",
        "d",
        "ed",
        "ing",
        "y",
        "ies",
        "ied",
        "ying",
        "ly",
        "ment",
        "ments",
        "ness",
        "ion",
        "ions",
        "ation",
        "ations",
    ]
)
_ABILITY = frozenset({"le", "ility", "ilities"})
_VERB_ENDINGS = ("wyd", "odd", "ir", "id", "ai", "ant")
_SHORT = 3
"""Letters up to which a word of the dictionary is only itself: of such, nearly any may be a mutation of another."""
_TABLE = yaml.load(Path(__file__).with_name("plurals.yml").read_text("utf-8"), yaml.CBaseLoader)


def forms_of(used: Iterable[str], language: str, vocabulary: Vocabulary, mutations: bool = True) -> Forms:
    """The forms that texts of a language use, each with its heads.

    `mutations` False leaves the Welsh mutations out, to measure what they do.
    """
    used = sorted(used)
    roots = _roots_of(used) if language == "cy" and mutations else {word: (word,) for word in used}
    known = {root for found in roots.values() for root in found}
    joined = _joined(known, [*_of_glossary(vocabulary, language), *_inflections(known, language)])
    found: dict[str, set[str]] = defaultdict(set)
    for form, heads in roots.items():
        found[unaccented(form)].update(unaccented(joined.get(head, head)) for head in heads)
    return {form: frozenset(heads) for form, heads in sorted(found.items())}


# ---- mutations ----


def _roots_of(used: list[str]) -> dict[str, tuple[str, ...]]:
    """For each form the unmutated words that it most likely comes from."""
    known = _known_words()
    occurring = set(used)
    return {form: _roots(form, known, occurring) for form in used}


def _roots(form: str, known: frozenset[str], occurring: set[str]) -> tuple[str, ...]:
    """A word of the dictionary is itself and others that occur; any other is what the dictionary has or else occurs."""
    if form in known and len(form) <= _SHORT:
        return (form,)
    others = sorted((radicals(form) | radicals(unaccented(form))) - {form, unaccented(form)})  # gŵyn, which is cwyn
    listed = [one for one in others if one in known]
    seen = [one for one in (listed or others) if one in occurring and len(one) > _SHORT]
    if form in known:
        return (form, *(one for one in seen if one in known))
    return tuple(seen or listed[:2]) or (form,)


@cache
def _known_words() -> frozenset[str]:
    """The dictionary's words without capitals. A capital stands at the start of sentences and headings too."""
    return frozenset(word.casefold() for word in lexicon())


# ---- inflection ----


def _inflections(known: set[str], language: str) -> Iterator[tuple[str, ...]]:
    if language == "cy":
        yield from ((singular, *plurals) for singular, plurals in _TABLE.items())
        yield from _agents(known)
        yield from _verbs(known)
        yield from inflected(known)
        return
    stems: dict[str, list[str]] = defaultdict(list)
    stemmer = snowballstemmer.stemmer("english")
    for word in sorted(known):
        stems[stemmer.stemWord(word)].append(word)
    for group in stems.values():
        yield from (pair for pair in combinations(group, 2) if _is_inflection(*pair))


def _is_inflection(one: str, other: str) -> bool:
    """Whether two words of one stem differ in an ending that leaves the sense: officer and office do not."""
    stem = commonprefix([one, other])
    ends = {_undoubled(word.removeprefix(stem), stem) for word in (one, other)}
    return ends <= _ENDINGS or ends <= _ABILITY or (stem.endswith("al") and ends == {"", "ity"})


def _undoubled(end: str, stem: str) -> str:
    return end[1:] if end[:1] == stem[-1:] and end[1:] in _ENDINGS else end


def _agents(known: set[str]) -> Iterator[tuple[str, str]]:
    """Gweithiwr and gweithwyr, cynghorydd and cynghorwyr: who does something, and several who do."""
    for word in known:
        if word.endswith("wyr") and len(word) > 5:
            stem = word.removesuffix("wyr")
            yield from ((one, word) for one in (f"{stem}wr", f"{stem}iwr", f"{stem}ydd") if one in _known_words())


def _verbs(known: set[str]) -> Iterator[tuple[str, str]]:
    """Mabwysiadwyd and mabwysiadu, penodir and penodi: a form of a verb and its verb-noun, where both are used."""
    for word in known:
        if ending := next((one for one in _VERB_ENDINGS if word.endswith(one)), None):
            stem = word.removesuffix(ending)
            yield from ((stem + one, word) for one in ("u", "o", "i", "io") if len(stem) > 3 and stem + one in known)


def _of_glossary(vocabulary: Vocabulary, language: str) -> Iterator[tuple[str, str]]:
    """Singular and plural of each term that is one word."""
    for term in vocabulary.terms.values():
        pair = [list(search_words(name[language], language)) for name in (term.name, term.plural) if name]
        if len(pair) == 2 and len(pair[0]) == len(pair[1]) == 1:
            yield (pair[0][0], pair[1][0])


def _joined(known: set[str], groups: list[tuple[str, ...]]) -> Joined:
    """Groups of forms that share one brought together; each is named by its shortest that is used, or by its first."""
    parents: dict[str, str] = {}

    def find(word: str) -> str:
        while (above := parents.get(word, word)) != word:
            word = above
        return word

    for first, *others in groups:
        for word in others:
            parents[find(word)] = find(first)
    members: dict[str, list[str]] = defaultdict(list)
    for word in {one for group in groups for one in group if one in known}:
        members[find(word)].append(word)
    heads = {root: min(found, key=lambda one: (len(one), one)) for root, found in members.items()}
    return {word: heads[root] for root, found in members.items() for word in found}
