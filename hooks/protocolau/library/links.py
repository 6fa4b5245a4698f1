"""Links within the words of a provision: to the policies that it cites and the clauses it refers to.

An editor says in the data *that* a provision cites a policy or refers to a clause; found here, and in
references.py, are the words that do it, in whichever language they are read.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from protocolau.language.marks import spans
from protocolau.language.welsh.mutation import phrase_pattern
from protocolau.library.references import find_references
from protocolau.library.term_finder import FoundTerm, TermFinder
from protocolau.model.protocol import Version
from protocolau.model.provision import Provision
from protocolau.model.vocabulary import Policy, Vocabulary


class LinkTarget(NamedTuple):
    """What words may link to: a policy, a provision of the same protocol, or a word of the glossary."""

    policy: str | None = None
    anchor: str | None = None
    term: str | None = None


class TextRun(NamedTuple):
    """A run of text of one look that links to one thing, or to nothing."""

    text: str
    strong: bool = False
    emphasis: bool = False
    target: LinkTarget | None = None
    language: str | None = None
    """Its language, where it is not that of the words around it."""


Patterns = tuple[tuple[str, LinkTarget], ...]
"""Regular expressions, each with what its matches link to."""


def targets(provision: Provision, vocabulary: Vocabulary, language: str) -> Patterns:
    """The patterns by which the words of a provision may link to policies, the longest phrases first."""
    return _targets(
        tuple((slug, _phrases(vocabulary.policies[slug], language)) for slug in provision.policies), language
    )


@lru_cache(maxsize=1024)
def _targets(cited_by: tuple[tuple[str, tuple[str, ...]], ...], language: str) -> Patterns:
    """By the words alone: what is remembered must not hold a vocabulary that has been replaced."""
    return tuple(
        (_phrase(phrase, language), LinkTarget(policy=slug)) for slug, phrases in cited_by for phrase in phrases
    )


@lru_cache(maxsize=20_000)
def runs(marked: str, patterns: Patterns) -> tuple[TextRun, ...]:
    """The runs of a text with marks: emphasis resolved, and links where a pattern matches."""
    if not patterns:
        return tuple(TextRun(span.text, span.strong, span.emphasis) for span in spans(marked))
    linked = _compiled(patterns)
    return tuple(
        TextRun(text, span.strong, span.emphasis, target)
        for span in spans(marked)
        for text, target in _split(span.text, linked, patterns)
    )


def referring(text: tuple[TextRun, ...], provision: Provision, version: Version, language: str) -> tuple[TextRun, ...]:
    """The runs with links where their words refer to other provisions."""
    return tuple(
        part for run in text for part in ((run,) if run.target else _with_references(run, provision, version, language))
    )


def _with_references(run: TextRun, provision: Provision, version: Version, language: str) -> Iterator[TextRun]:
    position = 0
    for found in find_references(run.text, provision, version, language):
        if found.start > position:
            yield run._replace(text=run.text[position : found.start])
        yield run._replace(text=run.text[found.start : found.end], target=LinkTarget(anchor=found.anchor))
        position = found.end
    if position < len(run.text):
        yield run._replace(text=run.text[position:]) if position else run


def explained(text: tuple[TextRun, ...], terms: TermFinder, known: set[str]) -> tuple[TextRun, ...]:
    """Link each term of the glossary that is not yet known where it stands first in the runs; it is known then."""
    parts: list[TextRun] = []
    for run in text:
        new = () if run.target else [one for one in terms.find(run.text) if one.slug not in known]
        parts.extend(_with_terms(run, new, known) if new else (run,))
    return tuple(parts)


def _with_terms(run: TextRun, terms: Iterable[FoundTerm], known: set[str]) -> Iterator[TextRun]:
    position = 0
    for start, end, slug in terms:
        if slug in known:
            continue
        known.add(slug)
        if start > position:
            yield run._replace(text=run.text[position:start])
        yield run._replace(text=run.text[start:end], target=LinkTarget(term=slug))
        position = end
    if position < len(run.text):
        yield run._replace(text=run.text[position:]) if position else run


def _split(text: str, linked: re.Pattern[str], patterns: Patterns) -> Iterator[tuple[str, LinkTarget | None]]:
    """The pieces of a text, each with what it links to."""
    position = 0
    for match in linked.finditer(text):
        if match.start() > position:
            yield text[position : match.start()], None
        yield match[0], patterns[int((match.lastgroup or "")[1:])][1]
        position = match.end()
    if position < len(text):
        yield text[position:], None


@lru_cache(maxsize=4096)
def _compiled(patterns: Patterns) -> re.Pattern[str]:
    """One expression for all patterns; the name of a group says which of them it is."""
    groups = (f"(?P<p{index}>{pattern})" for index, (pattern, _) in enumerate(patterns))
    return re.compile("|".join(groups), re.IGNORECASE)


def _phrases(policy: Policy, language: str) -> tuple[str, ...]:
    return tuple(sorted(policy.phrases.get(language, ()), key=len, reverse=True))


@lru_cache(maxsize=4096)
def _phrase(phrase: str, language: str) -> str:
    """A phrase as an expression that matches it in running text: in Welsh in any mutation."""
    if language == "cy":
        return phrase_pattern(phrase)
    return r"\b" + r"\s+".join(map(re.escape, phrase.replace("'", "’").split())).replace("’", "['’]") + r"\b"
