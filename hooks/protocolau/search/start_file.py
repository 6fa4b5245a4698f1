"""The file that the search needs from the start: terms, topics, stop words, and words of the interface."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from protocolau.language import LANGUAGES, other
from protocolau.language.folding import unaccented
from protocolau.language.search_tokens import words_of
from protocolau.language.welsh.mutation import CHANGES, INITIALS, LOSES_G
from protocolau.model.divisions import DIVISIONS
from protocolau.model.vocabulary import MEMBERS, OFFICERS, Party, Term
from protocolau.render.clause_examples import asked_for
from protocolau.render.context import RenderContext
from protocolau.render.page import Asset
from protocolau.runtime import yaml_loader
from protocolau.search.council_names import common_words
from protocolau.search.index_words import STOP_WORDS
from protocolau.search.packing import FOLDER, compact_json

EVERYDAY_WORDS: dict[str, list[dict[str, Any]]] = yaml.load(
    Path(__file__).with_name("everyday.yml").read_text("utf-8"), yaml_loader.BaseLoader
)
"""By language, what people say every day, the words of protocols that it means, and the reason."""
SIDES = (MEMBERS, OFFICERS)


def start_file(
    rendering: RenderContext, wordings: int, name_files: Sequence[str], more_files: Sequence[str], mutations: bool
) -> Asset:
    """The file. Of files of councils' names and of further wordings it has the beginnings by which they are called."""
    language, vocabulary = rendering.language, rendering.library.vocabulary
    content = {
        "language": language,
        "count": wordings,
        "stop": STOP_WORDS[language],
        "common": _common_in_names(rendering),
        "names": name_files,
        "more": more_files,
        "everyday": _everyday(language),
        "sides": [_called(party, language) for party in vocabulary.parties.values() if party.slug in SIDES],
        "divisions": {kind: [unaccented(word) for word in words] for kind, words in DIVISIONS.items()},
        "numberWords": sorted({unaccented(word) for word in _number_words(rendering)}),
        "tables": _mutations(),
        "mutates": language == "cy" and mutations,
        "topics": [
            (slug, topic.name[language])
            for slug, topic in vocabulary.topics.items()
            if rendering.comparison.is_spoken_of(slug)
        ],
        "terms": [
            (slug, _names(term, language), _names(term, other(language))) for slug, term in vocabulary.terms.items()
        ],
        "words": {**rendering.messages.entries("search."), "search.hint": hint(rendering)},
    }
    return Asset(f"{FOLDER}data.json", compact_json(content))


def hint(rendering: RenderContext) -> str:
    """What may be looked for, with a clause of this very site, where there is one with a number."""
    example = asked_for(rendering)
    return rendering.messages("search.hint", example=example) if example else rendering.messages("search.hint.names")


def _everyday(language: str) -> list[tuple[str, list[str]]]:
    """Each thing that is said, in the words into which it falls, with what it means."""
    return [
        (" ".join(unaccented(words_of(token, language)[0]) for token in said.split()), entry["means"])
        for entry in EVERYDAY_WORDS[language]
        for said in entry["said"]
    ]


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
    """What people put before the number of a clause, in both languages."""
    for messages in rendering.settings.theme.messages.values():
        yield from messages("search.number_words").split(", ")


def _names(term: Term, language: str) -> list[str]:
    """What a term is called in a language: its name first."""
    plural = [term.plural[language]] if term.plural else []
    return [term.name[language], *plural, *term.also.get(language, ())]


def _mutations() -> dict[str, object]:
    """What a browser needs to go back from a mutated word: mutation.py's tables, without accents."""
    return {
        "changes": sorted({(unaccented(radical), unaccented(changed)) for radical, changed in CHANGES}),
        "initials": sorted(INITIALS),
        "losesG": sorted({unaccented(letter) for letter in LOSES_G}),
    }
