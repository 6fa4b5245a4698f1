"""Words written twice, which nobody sees who reads over them."""

from collections.abc import Iterator
from itertools import pairwise

from protocolau.language.welsh.speller import TOKEN
from protocolau.translation.checks.finding import CheckedUnit, Finding

_GOOD = frozenset({"araf", "bach", "bron", "byr", "fwyfwy", "hir", "mwy", "pell", "yma", "yno", "hen", "fel", "iawn", "had", "that", "very", "mân", "man", "fry", "cyn", "nes"})
"""Words that may well stand twice."""


def repeated_words(pair: CheckedUnit) -> Iterator[Finding]:
    """No word stands twice in a row, and no article after 'r nor yn after 'n, unless the source has it so too."""
    source = set(_repeated(pair.source))
    for phrase, right in _repeated(pair.target):
        if (phrase, right) not in source:
            yield f"“{phrase}” has a word twice", f"write {right}"


def _repeated(text: str) -> Iterator[tuple[str, str]]:
    """What is written twice, and what it would be once."""
    for first, second in pairwise(TOKEN.finditer(text)):
        if not text[first.end() : second.start()].isspace():
            continue
        small = (first[0].lower().replace("’", "'"), second[0].lower())
        again = small[0] == small[1] and small[0] not in _GOOD and not first[0].isdigit()
        ends = (small[0].rpartition("'")[2] if "'" in small[0] else "", small[1])
        if again and (first[0] == second[0] or first.start() == 0 or not second[0][0].isupper()):
            yield f"{first[0]} {second[0]}", first[0]
        elif ends in (("r", "y"), ("r", "yr"), ("n", "yn"), ("u", "eu"), ("i", "ei")):
            yield f"{first[0]} {second[0]}", first[0]
