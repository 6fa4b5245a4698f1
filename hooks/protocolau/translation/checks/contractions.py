"""Words that are written together: the article after a vowel, ei and its like after i and o, and who is meant with the
preposition before it."""

from collections.abc import Iterator

from protocolau.language.welsh.speller import VOWELS
from protocolau.language.welsh.words import NOUN, Kind, function_words, readings
from protocolau.translation.checks.doubled_article import ADVERBIAL, may_begin
from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.mutation_after import RULES
from protocolau.translation.checks.patterns import data
from protocolau.translation.checks.welsh_words import Word, welsh_words

_PRONOUNS: dict[str, dict[str, str]] = data("forms_before_vowels.yml")["pronouns"]
_SHORT: dict[str, str] = data("forms_before_vowels.yml")["joined_short"]
"""What stands before a vowel, but not before what is joined to it: ac y Clerc is a'r Clerc."""
_JOINED = frozenset({"y", "yr", "ei", "eu", "ein", "eich"})
_ALWAYS = ("i", "o", "a", "â", "gyda", "trwy", "drwy")
"""After these y is an article whatever comes next."""
LABELS = frozenset(data("numerals.yml")["labels"])
"""What stands before the letter or the number of a part: adran a, paragraff i."""
_PERSONS: dict[str, dict[str, str]] = data("forms_before_vowels.yml")["persons"]
_STEMS, _ENDINGS = _PERSONS["stems"], _PERSONS["endings"]
_PERSONAL = {
    stem + ending: (stem, who) for stem in _STEMS.values() for who, ending in (*_ENDINGS.items(), ("nhw", "yn"))
}
"""The stem of a preposition with an ending, and who that means: of iddo and iddyn idd, with ef and nhw."""
_VOWEL_ENDS = (*VOWELS.replace("w", ""), "aw", "ew", "iw", "yw")
"""Of w, which is a vowel in some words and none in others, only what is one surely."""
_WHEN_AND_WHERE = frozenset(data("forms_before_vowels.yml")["when_and_where"])
"""What begins a sentence that says first when or where."""
_NAMED = NOUN | Kind.ADJECTIVE


def contractions(pair: CheckedUnit) -> Iterator[Finding]:
    """After a vowel the article is 'r, and i, o, a, â, na and gyda are one word with ei, eu, ein and eich.

    "I'r Cyngor, rheolau'r Cyngor, mae'r Clerc; i'w swyddogion, o'i swyddogion." What is y before a verb (y materion y
    dylid eu trafod) is no article. Most prepositions have forms for ef, hi and nhw (iddo ef). Thomas, Gramadeg y
    Gymraeg, on the article, on the dependent pronouns and on prepositions with a person.
    """
    words = welsh_words(pair.target) if pair.language == "cy" else ()
    for place in range(1, len(words)):
        if clitic := clitic_of(pair, words, place):
            before = words[place - 1]
            short = _SHORT.get(before.small, before.text)
            short = short.capitalize() if before.text[0].isupper() else short
            yield f"“{before.text} {words[place].text}” is written together", f"write {short}'{clitic}"
        elif (personal := _personal(words[place - 1], words[place])) and words[place].follows:
            phrase = f"{words[place - 1].text} {words[place].text}"
            fault = "do not agree" if words[place - 1].small in _PERSONAL else "lacks the ending of the preposition"
            yield f"“{phrase}” {fault}", f"write {personal} {words[place].text}"


def _personal(before: Word, word: Word) -> str | None:
    """The form that a preposition has before ef, hi or nhw, where it has another or none: iddo ef."""
    stem, who = _PERSONAL.get(before.small, (_STEMS.get(before.small), None))
    if before.clitic or stem is None or word.small not in _ENDINGS or who == word.small:
        return None
    form = stem + _ENDINGS[word.small]
    return form.capitalize() if before.text[0].isupper() else form


def clitic_of(pair: CheckedUnit, words: tuple[Word, ...], place: int) -> str | None:
    """What a word is that is to be joined to the one before it; None where it stands alone."""
    before, word = words[place - 1], words[place]
    if word.small not in _JOINED or not place or not word.follows or before.clitic or word.clitic:
        return None
    if before.small == word.small:  # a word twice: repeated_words.py
        return None
    if _is_label(words, place - 1):
        return None
    return _PRONOUNS.get(before.small, {}).get(word.small) or ("r" if _is_after_vowel(pair, words, place) else None)


def _is_label(words: tuple[Word, ...], place: int) -> bool:
    """Whether "i" is the number of something: paragraff i."""
    return place > 0 and words[place].small == "i" and words[place - 1].small in LABELS


def _is_after_vowel(pair: CheckedUnit, words: tuple[Word, ...], place: int) -> bool:
    """Whether a word is an article, by what stands after it, and after a Welsh word that ends with a vowel."""
    before, word = words[place - 1], words[place]
    if word.text not in ("y", "yr") or not before.small.endswith(_VOWEL_ENDS) and before.small not in _SHORT:
        return False
    if before.small in _ALWAYS:
        return True
    if _opens(words, place):
        return False
    is_welsh = before.small in function_words() or bool(readings(before.small)) and not pair.is_name(before.text)
    following = words[place + 1 : place + 2]
    return is_welsh and bool(following) and following[0].follows and _is_named(following[0])


def _opens(words: tuple[Word, ...], place: int) -> bool:
    """Whether an article is of what a sentence is about, after words that say when or where: yn y pen draw y Cyngor
    sy'n gyfrifol. Joined to them it would say whose they are: ym mhwyllgorau'r Cyngor."""
    start = next((at for at in range(place, 0, -1) if not words[at].follows), 0)
    return words[start].small in _WHEN_AND_WHERE and may_begin(words, place, place + 1)


def _is_named(word: Word) -> bool:
    found = readings(word.small)
    if word.small in function_words() | RULES["being"] or any(Kind.VERB in one.kind for one in found):
        return False
    if any(one.radical in ADVERBIAL for one in found):
        return False
    return word.small in RULES["before_its_noun"] or any(one.kind & _NAMED for one in found)
