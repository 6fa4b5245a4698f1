"""The words by which wordings are found, and the list of words in which a browser looks up what is typed."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path

import yaml

from protocolau.language.folding import unaccented
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

HeadsOfWord = Mapping[str, Callable[[str], tuple[str, ...]]]
"""By language what gives the heads of a word."""


def used_words(statements: Iterable[SearchableStatement]) -> defaultdict[str, set[str]]:
    """Every word of the statements, by the language in which it is used."""
    used: defaultdict[str, set[str]] = defaultdict(set)
    for statement in statements:
        used[statement.language].update(statement.words.split())
    return used


def heads_of_statement(
    statement: SearchableStatement, heads_of_word: HeadsOfWord, topic_heads: Mapping[str, Iterable[str]]
) -> set[str]:
    """The heads of every word that a statement is found by. `topic_heads` are those of topics' names, by slug."""
    found = set(chain.from_iterable(map(heads_of_word[statement.language], statement.words.split())))
    return found.union(*(topic_heads[slug] for slug in statement.topics))


def heads_of_words(forms: Mapping[str, Forms]) -> HeadsOfWord:
    """Functions that give the heads of words, by language, each word looked up once. `forms` are by language."""

    def of(own: Forms) -> Callable[[str], tuple[str, ...]]:
        return cache(lambda word: tuple(_heads_of_word(unaccented(word), own)))

    return {language: of(own) for language, own in forms.items()}


def _heads_of_word(word: str, forms: Forms) -> Iterator[str]:
    """The heads of a word; a form that is not known is its own head."""
    for head in forms.heads.get(word, (word,)):
        if not (head.isdigit() and len(head) < _SHORTEST_NUMBER):
            yield head


@cache
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
