"""The words by which bundles are indexed, and the vocabulary in which a browser looks up what is typed."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

from protocolau.language.folding import unaccented
from protocolau.language.search_tokens import search_words
from protocolau.search.forms import Forms
from protocolau.search.wordings import SearchableProvision, SearchableWording

STOP: dict[str, list[str]] = yaml.load(Path(__file__).with_name("stop.yml").read_text("utf-8"), yaml.CBaseLoader)
_LEVELS = 9
_SHORTEST_NUMBER = 3
"""Digits: a shorter number is that of a clause or an item, and tells nothing of what is said."""


@dataclass(frozen=True, slots=True)
class IndexedBundle:
    """The words of a bundle, each once, where it weighs most, and the marks by which results are narrowed."""

    heading: list[str]
    text: list[str]
    around: list[str]
    marks: list[str]


def used_words(clauses: Iterable[SearchableProvision], further: Iterable[str] = ()) -> dict[str, set[str]]:
    """Every word of the clauses, and of further texts of one's own, by the language in which it is used."""
    used: dict[str, set[str]] = defaultdict(set)
    for language, text in {(one.language, text) for one in clauses for text in (one.heading, one.text, one.context)}:
        used[language].update(search_words(text, language))
    return used


def indexed(
    bundle: list[SearchableWording], forms: dict[str, Forms], topics: dict[str, str], marks: Iterable[str]
) -> IndexedBundle:
    """What a bundle is found by. `forms` by language; `topics` are their names; `marks` as `filter_term` makes them."""
    taken: set[str] = set()

    def heads(texts: Iterable[tuple[str, str]]) -> list[str]:
        found = {head for text, language in texts for head in heads_of(text, language, forms)} - taken
        taken.update(found)
        return sorted(found)

    clauses = [one.clause for one in bundle]
    return IndexedBundle(
        heading=heads((one.heading, one.language) for one in clauses),
        text=heads((one.text, one.language) for one in clauses),
        around=heads([
            *((one.context, one.language) for one in clauses),
            *((topics[slug], "") for one in clauses for slug in one.topics),
        ]),
        marks=sorted(set(marks)),
    )  # fmt: skip


def heads_of(text: str, language: str, forms: dict[str, Forms]) -> set[str]:
    """The heads of every word of a text. A text of the site's own language is given without one."""
    language = language or next(iter(forms))
    return {
        head
        for word in search_words(text, language)
        for head in forms[language].get(unaccented(word), (unaccented(word),))
        if not (head.isdigit() and len(head) < _SHORTEST_NUMBER)
    }


def filter_term(kind: str, value: str) -> str:
    """The word by which what has a value is found: no text has one that begins so. The browser makes the same."""
    return f"z{kind[0]}{value.replace('-', '')}"


def vocabulary(forms: dict[str, Forms], bundles: Iterable[IndexedBundle]) -> str:
    """A line for each head: how common it is, in powers of two, the head itself, and its other forms."""
    counts = Counter(head for one in bundles for head in (*one.heading, *one.text, *one.around))
    by_head: dict[str, set[str]] = defaultdict(set)
    for found in forms.values():
        for form, heads in found.items():
            for head in heads:
                by_head[head].add(form)
    lines = []
    for head in sorted(set(by_head) & set(counts)):
        occurs = "" if head in by_head[head] else "-"
        others = sorted(by_head[head] - {head})
        lines.append(" ".join([f"{min(_LEVELS, counts[head].bit_length())}{occurs}{head}", *others]))
    return "\n".join(lines)
