"""The words by which wordings are found, and the list of words in which a browser looks up what is typed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import yaml

from protocolau.language.folding import unaccented
from protocolau.language.search_tokens import search_words
from protocolau.runtime import yaml_loader
from protocolau.search.forms import Forms
from protocolau.search.searchable_statements import SearchableStatement

STOP_WORDS: dict[str, list[str]] = yaml.load(
    Path(__file__).with_name("stop.yml").read_text("utf-8"), yaml_loader.BaseLoader
)
"""By language, words too common to tell one statement from another."""
TOPIC_MARK = "zt"
"""With what the word begins by which what is on a topic is found."""
_SHORTEST_NUMBER = 3
"""Digits: a shorter number is that of a clause or an item, and tells nothing of what is said."""

TextInLanguage = tuple[str, str]
"""A text and its language."""


def used_words(statements: Iterable[SearchableStatement]) -> defaultdict[str, set[str]]:
    """Every word of the statements, by the language in which it is used."""
    used: defaultdict[str, set[str]] = defaultdict(set)
    for statement in statements:
        used[statement.language].update(statement.words.split())
    return used


def heads_of_statement(
    statement: SearchableStatement, forms: Mapping[str, Forms], topic_names: Mapping[str, TextInLanguage]
) -> set[str]:
    """The heads of every word that a statement is found by. `forms` are by language, `topic_names` by slug."""
    words = [(word, statement.language) for word in statement.words.split()]
    for slug in statement.topics:
        name, language = topic_names[slug]
        words += [(word, language) for word in search_words(name, language)]
    return {head for word, language in words for head in _heads_of_word(unaccented(word), forms[language])}


def _heads_of_word(word: str, forms: Forms) -> Iterator[str]:
    """The heads of a word; a form that is not known is its own head."""
    for head in forms.heads.get(word, (word,)):
        if not (head.isdigit() and len(head) < _SHORTEST_NUMBER):
            yield head


def filter_term(kind: str, value: str) -> str:
    """The word by which what has a value is found: no text has one that begins so. The browser makes the same."""
    return f"z{kind[0]}{value.replace('-', '')}"


def word_list(forms: Iterable[Forms], counts: Counter[str]) -> str:
    """A line for each head that is counted: the wordings that have it, the head itself, and its other forms.

    A head that is no form itself has a hyphen before it, as the marks of topics have.
    """
    forms_of_head: dict[str, set[str]] = defaultdict(set)
    for of_language in forms:
        for form, heads in of_language.heads.items():
            for head in heads:
                forms_of_head[head].add(form)
    counted = [head for head in counts if head in forms_of_head or head.startswith(TOPIC_MARK)]
    return "\n".join(_line(head, forms_of_head[head], counts[head]) for head in sorted(counted))


def _line(head: str, forms: set[str], count: int) -> str:
    hyphen = "" if head in forms else "-"
    return " ".join([str(count), f"{hyphen}{head}", *sorted(forms - {head})])
