"""What the search needs from the start besides texts: terms, topics, sayings, stop words, words of the interface."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from protocolau.language import LANGUAGES, other
from protocolau.language.folding import unaccented
from protocolau.language.search_tokens import words_of
from protocolau.language.welsh.lexicon import lexicon
from protocolau.language.welsh.mutation import CHANGES, INITIALS, LOSES_G, forms, radicals
from protocolau.model.divisions import DIVISIONS
from protocolau.model.vocabulary import MEMBERS, OFFICERS, Party, Term, Vocabulary
from protocolau.render.context import RenderContext
from protocolau.runtime import yaml_loader
from protocolau.search.council_names import common_words
from protocolau.search.hint import hint
from protocolau.search.index_words import STOP_WORDS
from protocolau.search.shared_beginnings import with_shared_beginnings

EVERYDAY_WORDS: dict[str, list[dict[str, Any]]] = yaml.load(
    Path(__file__).with_name("everyday.yml").read_text("utf-8"), yaml_loader.BaseLoader
)
"""By language, what people say every day, the words of protocols that it means, and the reason."""
EVERYDAY_TOPICS: dict[str, dict[str, dict[str, Any]]] = yaml.load(
    Path(__file__).with_name("everyday_topics.yml").read_text("utf-8"), yaml_loader.BaseLoader
)
"""What people call parties, and what they type who look for a topic, in each language; of topics with the reason."""
ALIKE: dict[str, dict[str, Any]] = yaml.load(
    Path(__file__).with_name("everyday_alike.yml").read_text("utf-8"), yaml_loader.BaseLoader
)
"""By what they are about, lists of words in each language of which one may stand for another, with the reason."""
SIDES = (MEMBERS, OFFICERS)


def start_data(
    rendering: RenderContext, wordings: int, name_files: Sequence[str], more_files: Sequence[str], mutations: bool
) -> dict[str, object]:
    """What the search needs of everything but texts. Of files of councils' names and of further wordings the beginnings
    by which they are called. What is alike stands together, which packs in fewer bytes: the topics are last, for the
    wordings that name them follow."""
    language, vocabulary = rendering.language, rendering.library.vocabulary
    every = rendering.settings.theme.messages.values()
    return {
        "language": language,
        "count": wordings,
        "parties": {side.upper(): _names_of_side(rendering, side) for side in SIDES},
        "stop": STOP_WORDS[language],
        "alike": [" ".join(words) for group in ALIKE.values() for words in group[language]],
        "betweenNames": _listed(messages("searching.between_names") for messages in every),
        "sides": [_called(party, language) for party in vocabulary.parties.values() if party.slug in SIDES],
        "everyday": [(with_shared_beginnings(said), means, topics) for said, means, topics in _everyday(rendering)],
        "counterparts": list(_counterparts(rendering)),
        "words": {**rendering.messages.entries("search."), "search.hint": hint(rendering)},
        "common": _common_in_names(rendering),
        "names": name_files,
        "more": more_files,
        "numberWords": sorted({unaccented(word) for word in _number_words(rendering)}),
        "roundNumbers": _listed(messages("searching.round_numbers") for messages in every),
        "counted": rendering.messages("searching.counted").split(", "),
        "tables": _mutations(),
        "mutates": language == "cy" and mutations,
        "divisions": {kind: [unaccented(word) for word in words] for kind, words in DIVISIONS.items()},
        "terms": [
            (slug, _names(term, language), _names(term, other(language))) for slug, term in vocabulary.terms.items()
        ],
        "topics": [
            (slug, topic.name[language])
            for slug, topic in vocabulary.topics.items()
            if rendering.comparison.is_spoken_of(slug)
        ],
    }


Sayings = tuple[list[str], list[str], list[str]]
"""What is said, each in the words into which it falls; the words of protocols that it means; the topics."""


def _everyday(rendering: RenderContext) -> Iterator[Sayings]:
    """What people say every day, brought together by what it means."""
    language, vocabulary = rendering.language, rendering.library.vocabulary
    for entry in EVERYDAY_WORDS[language]:
        yield _said(entry["said"], language), entry["means"], []
    for term in vocabulary.terms.values():
        if avoided := term.avoid.get(language):
            yield _said(avoided, language), _names(term, language), []
    for slug, names in EVERYDAY_TOPICS["parties"].items():
        yield _said(names[language], language), _all_called(vocabulary.parties[slug], language), []
    for slug, topic in EVERYDAY_TOPICS["topics"].items():
        if rendering.comparison.is_spoken_of(slug):
            yield _said(topic[language], language), [], [slug]


def _said(texts: Iterable[str], language: str) -> list[str]:
    """Texts in the words into which they fall; a mark for a party stays as it is."""
    return [" ".join(_word(token, language) for token in text.split()) for text in texts]


def _word(token: str, language: str) -> str:
    return token if token.isupper() else unaccented(words_of(token, language)[0])


def _names_of_side(rendering: RenderContext, side: str) -> list[str]:
    """What protocols and people call those of a side, in one word."""
    language, everyday = rendering.language, EVERYDAY_TOPICS["parties"]
    parties = [party for party in rendering.library.vocabulary.parties.values() if party.side == side]
    names = [name for party in parties for name in (*_called(party, language), *everyday[party.slug][language])]
    return sorted({unaccented(name) for name in names if name.isalpha()})


def _all_called(party: Party, language: str) -> list[str]:
    """What protocols call a party, in one word or several."""
    return [party.name[language], *party.called.get(language, ()), *party.called_together.get(language, ())]


def _called(party: Party, language: str) -> tuple[str, ...]:
    """What protocols call a party in one word."""
    names = (*party.called.get(language, ()), *party.called_together.get(language, ()))
    return tuple(name for name in names if name.isalpha())


def _messages(rendering: RenderContext, key: str) -> list[str]:
    """A text of the interface in every language: what is typed may be in either."""
    return [rendering.settings.theme.messages[language](key) for language in LANGUAGES]


def _common_in_names(rendering: RenderContext) -> list[str]:
    """The words that tell no council from another."""
    return sorted({*map(unaccented, _messages(rendering, "council")), *common_words(rendering.library)})


def _number_words(rendering: RenderContext) -> Iterator[str]:
    """What people put before the number of a clause, in both languages; of Welsh in each form but hadran and so on."""
    for language, messages in rendering.settings.theme.messages.items():
        for word in messages("searching.number_words").split(", "):
            yield from (one for one in forms(word) if one[0] != "h") if language == "cy" else [word]


def _listed(texts: Iterable[str]) -> list[str]:
    """The words of a list of the interface in every language."""
    return sorted({unaccented(word) for text in texts for word in text.split(", ")})


def _names(term: Term, language: str) -> list[str]:
    """What a term is called in a language: its name first."""
    plural = [term.plural[language]] if term.plural else []
    return [term.name[language], *plural, *term.also.get(language, ())]


def _counterparts(rendering: RenderContext) -> Iterator[tuple[None, list[str], list[str]]]:
    """What a topic is called in the language of the pages and in the other, whole or by its halves: what no term is."""
    own, second = rendering.language, other(rendering.language)
    vocabulary = rendering.library.vocabulary
    terms = {name.casefold() for term in vocabulary.terms.values() for name in _names(term, second)}
    for pair in rendering.comparison.values.of_all("halves of topics", lambda: _pairs_of_halves(vocabulary)):
        if pair[second] not in terms:
            yield None, [pair[own]], [pair[second]]


def _pairs_of_halves(vocabulary: Vocabulary) -> list[dict[str, str]]:
    """By language the names of topics in one word, and the halves of those that are made of two."""
    pairs = []
    for topic in vocabulary.topics.values():
        halves = [_halves(topic.name[language], language) for language in LANGUAGES]
        if len({len(one) for one in halves}) == 1:
            pairs += [dict(zip(LANGUAGES, pair, strict=True)) for pair in zip(*halves, strict=True)]
    return [pair for pair in pairs if not any(" " in name for name in pair.values())]


def _halves(name: str, language: str) -> list[str]:
    """Respect and courtesy in two, and so in Welsh, without the mutation that "a" causes; what is not joined, whole."""
    first, joint, second = name.casefold().partition(" and ") if language == "en" else _parted(name.casefold())
    return [first, _radical(second) if language == "cy" else second] if joint else [first]


def _parted(name: str) -> tuple[str, str, str]:
    return next((parts for joint in (" a ", " ac ") if (parts := name.partition(joint))[1]), (name, "", ""))


def _radical(word: str) -> str:
    """The word of the dictionary of which a word is the mutation; itself where it is none."""
    words = lexicon()
    return next((one for one in sorted(radicals(word)) if one != word and one in words), word)


def _mutations() -> dict[str, object]:
    """What a browser needs to go back from a mutated word: mutation.py's tables, without accents."""
    return {
        "changes": sorted({(unaccented(radical), unaccented(changed)) for radical, changed in CHANGES}),
        "initials": sorted(INITIALS),
        "losesG": sorted({unaccented(letter) for letter in LOSES_G}),
    }
