"""The words by which bundles are indexed, and the list of words in which a browser looks up what is typed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from protocolau.language.folding import unaccented
from protocolau.language.search_tokens import search_words
from protocolau.search.forms import Forms
from protocolau.search.searchable_statements import SearchableStatement
from protocolau.search.searchable_wordings import Bundle

STOP_WORDS: dict[str, list[str]] = yaml.load(Path(__file__).with_name("stop.yml").read_text("utf-8"), yaml.CBaseLoader)
"""By language, words too common to tell one statement from another."""
_HIGHEST_LEVEL = 9
"""The level of the commonest words: each level has twice as many bundles as the one before."""
_SHORTEST_NUMBER = 3
"""Digits: a shorter number is that of a clause or an item, and tells nothing of what is said."""

TextInLanguage = tuple[str, str]
"""A text and its language."""


@dataclass(frozen=True, slots=True)
class IndexedBundle:
    """The words of a bundle, each once, where it weighs most, and the terms by which results are narrowed."""

    heading: list[str]
    text: list[str]
    context: list[str]
    filter_terms: list[str]

    def words(self) -> tuple[str, ...]:
        """All its words."""
        return (*self.heading, *self.text, *self.context)


def used_words(statements: Iterable[SearchableStatement]) -> defaultdict[str, set[str]]:
    """Every word of the statements, by the language in which it is used."""
    texts = {
        (statement.language, text)
        for statement in statements
        for text in (statement.heading, statement.text, statement.context, statement.around)
    }
    used: defaultdict[str, set[str]] = defaultdict(set)
    for language, text in texts:
        used[language].update(search_words(text, language))
    return used


def indexed(
    bundle: Bundle,
    forms: Mapping[str, Forms],
    topic_names: Mapping[str, TextInLanguage],
    filter_terms: Iterable[str],
) -> IndexedBundle:
    """What a bundle is found by. `forms` are by language, `topic_names` by slug."""
    statements = [wording.statement for wording in bundle]
    taken: set[str] = set()

    def heads(texts: Iterable[TextInLanguage]) -> list[str]:
        """The heads of the words of some texts that no text before them has."""
        new = {head for text, language in texts for head in heads_of(text, forms[language])} - taken
        taken.update(new)
        return sorted(new)

    contexts = [(text, one.language) for one in statements for text in (one.context, one.around)]
    topics = [topic_names[slug] for statement in statements for slug in statement.topics]
    return IndexedBundle(
        heading=heads((statement.heading, statement.language) for statement in statements),
        text=heads((statement.text, statement.language) for statement in statements),
        context=heads([*contexts, *topics]),
        filter_terms=sorted(set(filter_terms)),
    )


def heads_of(text: str, forms: Forms) -> set[str]:
    """The heads of every word of a text; a form that is not known is its own head."""
    return {
        head
        for word in map(unaccented, search_words(text, forms.language))
        for head in forms.heads.get(word, (word,))
        if not (head.isdigit() and len(head) < _SHORTEST_NUMBER)
    }


def filter_term(kind: str, value: str) -> str:
    """The word by which what has a value is found: no text has one that begins so. The browser makes the same."""
    return f"z{kind[0]}{value.replace('-', '')}"


def word_list(forms: Iterable[Forms], bundles: Iterable[IndexedBundle]) -> str:
    """A line for each head that is indexed: how common it is, in powers of two, the head itself, and its other forms.

    A head that is no form itself has a hyphen before it.
    """
    counts = Counter(head for bundle in bundles for head in bundle.words())
    forms_of_head: dict[str, set[str]] = defaultdict(set)
    for of_language in forms:
        for form, heads in of_language.heads.items():
            for head in heads:
                forms_of_head[head].add(form)
    return "\n".join(_line(head, forms_of_head[head], counts[head]) for head in sorted(forms_of_head.keys() & counts))


def _line(head: str, forms: set[str], count: int) -> str:
    level, hyphen = min(_HIGHEST_LEVEL, count.bit_length()), "" if head in forms else "-"
    return " ".join([f"{level}{hyphen}{head}", *sorted(forms - {head})])
