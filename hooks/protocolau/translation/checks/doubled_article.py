"""The article before a noun that another one makes definite: y pwyllgor y Cyngor, aelodau'r Cyngor."""

from collections.abc import Iterator, Sequence

from protocolau.language.welsh.mutation import forms
from protocolau.language.welsh.speller import VOWELS
from protocolau.language.welsh.words import NOUN, Kind, function_words, readings
from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.gender import is_article
from protocolau.translation.checks.mutation_after import RULES, shown
from protocolau.translation.checks.patterns import data
from protocolau.translation.checks.welsh_words import Word, welsh_words

ADVERBIAL = RULES["times"] | frozenset(data("forms_before_vowels.yml")["adverbial"])
"""What stands with its article as an adverb wherever it likes: y swyddog y tu allan, yr aelod y llynedd."""
_APART = frozenset({"noson", "math", "amser", "cyfnod"})
"""Further nouns of which an article with a noun is none of what is before it: y Cadeirydd y noson honno."""
_TOLD_OF = frozenset({"sy", "sydd", "yw", "ydyw", "oedd", "fydd", "fyddai", "fu", "a", "biau", "piau", "ddylai", "all"})
"""What tells of what is put first in a sentence: ar y cyfan y Clerc sy'n gyfrifol."""
_MAYBE_VERB = Kind.VERB | Kind.VERB_NOUN | Kind.OTHER
"""What a word may be that is a verb: some forms the dictionary lists by themselves (cydnabu, canfu)."""
_BEING = RULES["being"] | RULES["there_is"]
_HELPING = RULES["being"] | {
    form for word in RULES["personal"] if word.startswith(("dyl", "gall")) for form in forms(word)
}
"""Verbs after which no definite noun is their object; caiff may have one (caiff y Cadeirydd y gair olaf)."""


def doubled_article(pair: CheckedUnit) -> Iterator[Finding]:
    """No article stands before a noun to which another definite noun belongs: pwyllgor y Cyngor, and no "y" before it.

    Told where no verb is before them that may have both as its subject and its object (ystyriodd y pwyllgor y cais),
    and where the second does not begin what the sentence is about (yn y Cyngor y Clerc sy'n gyfrifol).
    Thomas, Gramadeg y Gymraeg, on the genitive.
    """
    words = welsh_words(pair.target) if pair.language == "cy" else ()
    for place in range(len(words) - 2):
        noun, following = words[place + 1 : place + 3]
        if not (is_article(words[place]) and noun.follows and following.follows and _is_noun(noun)):
            continue
        joined = noun.clitic == "r" and noun.small.endswith(tuple(VOWELS))
        second = place + 2 if joined else place + 3
        is_again = joined or not noun.clitic and following.text in ("y", "yr") and not following.clitic
        is_owner = is_again and second < len(words) and words[second].follows and _is_noun(words[second])
        if is_owner and not _may_be_object(words, place) and not may_begin(words, place, second):
            phrase = " ".join(shown(word) for word in words[place : second + 1])
            yield f"“{phrase}” has an article too many", "take out the first of the two"


def _is_noun(word: Word) -> bool:
    """Whether a word is a noun and nothing else, and no adverb of time or place."""
    found = readings(word.small) if word.small not in function_words() else ()
    return bool(found) and all(one.kind and one.kind in NOUN and one.radical not in ADVERBIAL | _APART for one in found)


def _may_be_object(words: Sequence[Word], place: int) -> bool:
    """Whether a verb is before an article in its part of the sentence, or a word that may be one, or who has what
    follows (mae gan y Cyngor y pŵer)."""
    start = next((at for at in range(place, 0, -1) if not words[at].follows), 0)
    before = [word for word in words[start : place + 1] if word.small not in ("y", "yr")]
    is_had = any(word.small == "gan" for word in before) and any(word.small in _BEING for word in before)
    return is_had or any(not _is_no_verb(word) for word in before)


def may_begin(words: Sequence[Word], place: int, second: int) -> bool:
    """Whether the second noun may be what its part of the sentence is about, of which no verb is before them."""
    start = next((at for at in range(place, 0, -1) if not words[at].follows), 0)
    stop = next((at for at in range(second + 1, len(words)) if not words[at].follows), len(words))
    has_verb = any(word.small in _HELPING for word in words[start : place + 1])
    told = (word for word in words[second + 1 : stop] if word.small != "a" or not word.clitic)
    return not has_verb and any(word.small in _TOLD_OF for word in told)


def _is_no_verb(word: Word) -> bool:
    found = readings(word.small)
    is_noun = bool(found) and not any(one.kind & _MAYBE_VERB for one in found)
    return word.small in function_words() | _HELPING or is_noun
