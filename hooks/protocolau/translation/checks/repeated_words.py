"""Words written twice, which nobody sees who reads over them."""

from collections.abc import Iterator
from itertools import pairwise

from protocolau.language.welsh.speller import TOKEN
from protocolau.translation.checks.doubled_article import doubled_article
from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.mutation_after import RULES

_AFTER_ITSELF = frozenset({("r", "y"), ("r", "yr"), ("n", "yn"), ("u", "eu"), ("i", "ei")})
"""What a clitic is short for, written again after it."""


def repeated_words(pair: CheckedUnit) -> Iterator[Finding]:
    """No word stands twice in a row, and no article after 'r nor yn after 'n, unless the source has it so too; nor does
    an article before a noun that another makes definite."""
    source = set(_repeated(pair.source))
    for phrase, right in _repeated(pair.target):
        if (phrase, right) not in source:
            yield f"“{phrase}” has a word twice", f"write {right}"
    yield from doubled_article(pair)


def _repeated(text: str) -> Iterator[tuple[str, str]]:
    """What is written twice, and what it would be once."""
    for first, second in pairwise(TOKEN.finditer(text)):
        if text[first.end() : second.start()].isspace() and _is_again(first[0].replace("’", "'"), second[0]):
            yield f"{first[0]} {second[0]}", first[0]


def _is_again(first: str, second: str) -> bool:
    """Whether a word says again what the one before it said; a name after the same word is another (y Y Gelli)."""
    small, again = first.lower(), second.lower()
    clitic = small.rpartition("'")[2] if "'" in small else ""
    twice = small == again and small not in RULES["may_be_twice"] and (first[0].isupper() or second[0].islower())
    return twice or (clitic, again) in _AFTER_ITSELF
