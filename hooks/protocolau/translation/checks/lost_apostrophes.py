"""Clitics whose apostrophe a program or a hand has left out, where what is left is a word of the dictionary: ir, or."""

import re
from collections.abc import Iterator

from protocolau.language.welsh.words import NOUN, Kind, function_words, readings
from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.mutation_after import RULES
from protocolau.translation.checks.untranslated import tokens
from protocolau.translation.checks.welsh_words import Word, welsh_words

_WHOLE = {"ir": "i'r", "or": "o'r", "au": "a'u", "syn": "sy'n", "ai": "a'i", "maen": "mae'n", "maer": "mae'r"}
"""What each is for, which else is fresh, edge, liver, astonished, whether, a stone and a mayor."""
_MAYOR = re.compile(r"\bmayor", re.IGNORECASE)
_NAMED = NOUN | Kind.VERB_NOUN


def lost_apostrophes(pair: CheckedUnit) -> Iterator[Finding]:
    """Where another Welsh word comes next, "ir", "or", "au" and "syn" are i'r, o'r, a'u and sy'n.

    "Ai" is a'i before what is softened, aspirated or has an h, as nothing is after the particle; "maen" is mae'n before
    rhaid and an adjective that is softened; "maer" is mae'r where the English speaks of no mayor.
    """
    words = welsh_words(pair.target) if pair.language == "cy" and not pair.foreign_sentence else ()
    english = {word for phrase in pair.untranslated for word in tokens(phrase)}
    for place, word in enumerate(words[:-1]):
        following = words[place + 1]
        is_plain = not (word.clitic or word.text.isupper() or pair.is_name(word.text) or word.text in english)
        if is_plain and word.small in _WHOLE and following.follows and _is_joined(pair, words, place):
            whole = _WHOLE[word.small]
            whole = whole.capitalize() if word.text[0].isupper() else whole
            yield f"“{word.text}” without an apostrophe", f"write {whole}"


def _is_joined(pair: CheckedUnit, words: tuple[Word, ...], place: int) -> bool:
    """Whether a word is one with a clitic, by what is before it and after it."""
    small, following = words[place].small, words[place + 1]
    if small == "ai":
        return any(following.has(mutation, _NAMED) for mutation in ("soft", "aspirate", "h"))
    if small == "maen":
        return following.small == "rhaid" or following.has("soft", Kind.ADJECTIVE)
    if small == "maer":
        is_noun = following.small not in function_words() and not pair.is_name(following.text) and _is_welsh(following)
        return bool(pair.source) and not _MAYOR.search(pair.source) and is_noun
    is_adjective = place and words[place].follows and words[place - 1].small in ("yn", "mor", "yr")
    return _is_welsh(following) and not is_adjective and following.small not in RULES["being"]


def _is_welsh(word: Word) -> bool:
    return word.small in function_words() or bool(readings(word.small))
