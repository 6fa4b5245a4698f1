"""Words written twice, which nobody sees who reads over them."""

import re
from collections.abc import Iterator
from itertools import pairwise

from protocolau.language.welsh.speller import TOKEN
from protocolau.language.welsh.words import function_words
from protocolau.translation.checks.doubled_article import doubled_article
from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.mutation_after import RULES, neighbours

_AFTER_ITSELF = frozenset({("r", "y"), ("r", "yr"), ("n", "yn"), ("u", "eu"), ("i", "ei")})
"""What a clitic is short for, written again after it."""
_LONGEST_RUN, _SENTENCE = 12, 4
"""Words that are looked for together, and those of a sentence."""
_BEING = re.compile(r"\s+(?:yn|mewn|heb|â|ag)\b")
"""What says how or where somebody is."""
_MARK = re.compile(r"[.;:!?]\s+")


def repeated_words(pair: CheckedUnit) -> Iterator[Finding]:
    """No word stands twice in a row, nor do several together, and no article after 'r nor yn after 'n, unless the
    source has it so too; nor does an article before a noun that another makes definite, nor yn before a preposition."""
    source = set(_repeated(pair.source))
    for phrase, right in _repeated(pair.target):
        if (phrase, right) not in source:
            yield f"“{phrase}” has a word twice", f"write {right}"
    articles = list(doubled_article(pair))
    run = None if articles else _run_again(pair.target)
    if run and not _run_again(pair.source):
        yield f"“{run}” stands there twice in a row", "take it out once"
    yield from articles
    yield from _yn_too_many(pair)


def _yn_too_many(pair: CheckedUnit) -> Iterator[Finding]:
    """Mewn, ar, wedi and heb are what is said of somebody by themselves: mae ar gael, mewn lle; not "yn ar gael"."""
    for before, word in neighbours(pair):
        if before.small == "yn" and not before.clitic and word.text in RULES["without_yn"] and not word.clitic:
            yield f"“{before.text} {word.text}” has a word too many", f"write {word.text}"


def _run_again(text: str) -> str | None:
    """The first words that are said again at once, as what was put in twice is; as long as a sentence also behind its
    mark. What ends in a small word may go on with it (o ddydd i ddydd i'r Clerc), and so may a list with its next."""
    found = list(TOKEN.finditer(text))
    words = [match[0] for match in found]
    for length in range(_LONGEST_RUN, 1, -1):
        for start in range(len(words) - 2 * length + 1):
            again = start + length
            if words[again - 1] != words[again + length - 1] or words[again - 1].lower() in function_words():
                continue
            first, second = (text[found[one].start() : found[one + length - 1].end()] for one in (start, again))
            between = text[found[again - 1].end() : found[again].start()]
            is_sentence = length >= _SENTENCE and _MARK.fullmatch(between)
            if first == second and (is_sentence or between.isspace() and "," not in first):
                return first
    return None


def _repeated(text: str) -> Iterator[tuple[str, str]]:
    """What is written twice, and what it would be once; "bod bod yn agored" is that to be open."""
    for first, second in pairwise(TOKEN.finditer(text)):
        is_being = first[0].lower() in ("bod", "fod") and _BEING.match(text, second.end())
        if is_being or not text[first.end() : second.start()].isspace():
            continue
        if _is_again(first[0].replace("’", "'"), second[0]):
            yield f"{first[0]} {second[0]}", first[0]


def _is_again(first: str, second: str) -> bool:
    """Whether a word says again what the one before it said; a name after the same word is another (y Y Gelli)."""
    small, again = first.lower(), second.lower()
    clitic = small.rpartition("'")[2] if "'" in small else ""
    twice = small == again and small not in RULES["may_be_twice"] and (first[0].isupper() or second[0].islower())
    return twice or (clitic, again) in _AFTER_ITSELF
