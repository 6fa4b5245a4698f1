"""The words of a Welsh text as the rules of grammar see them: in order, each with its clitic and its place."""

from dataclasses import dataclass, field
from functools import lru_cache

from protocolau.language.addresses import without_addresses
from protocolau.language.welsh.mutation import mutate, split_clitic
from protocolau.language.welsh.speller import TOKEN
from protocolau.language.welsh.words import Kind, function_words, only, only_mutated, readings

_UNCHANGED = frozenset(
    {"braf", "grŵp", "grwpiau", "gêm", "gemau", "golff", "garej", "garejys", "gôl", "goliau", "gram", "gŵyn"}
)
"""Words that never mutate, and what is mutated already though it seems not to be. See contact.yml."""


_LONGEST_ABBREVIATION = 4


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text."""

    text: str
    """As it is written, without its clitic."""
    clitic: str
    """The letters after its apostrophe, if any: r, n, i, u …"""
    follows: bool
    """Whether nothing but a space is between it and the word before."""
    start: int
    small: str = field(init=False, repr=False, compare=False)
    """The text in small letters, for which every rule asks and asks again."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "small", self.text.lower())

    @property
    def is_abbreviation(self) -> bool:
        """Whether it is a few capitals: GIG (the NHS), which is no mutated cig."""
        return 1 < len(self.text) <= _LONGEST_ABBREVIATION and self.text.isupper()

    def lacks(self, mutation: str, kinds: Kind, keeps: tuple[str, ...] = ()) -> str | None:
        """What the word would be with a mutation, where it is surely of certain kinds and surely without it."""
        if self.is_abbreviation or self.small in function_words() or self.small in _UNCHANGED:
            return None
        if self.small.startswith(keeps):
            return None
        return mutated(self.text, mutation) if only(self.small, kinds) else None

    def has(self, mutation: str, kinds: Kind) -> bool:
        """Whether the word is surely a word of certain kinds with a mutation."""
        is_word = not self.is_abbreviation and self.small not in function_words()
        return is_word and only_mutated(self.small, mutation, kinds)


def radical(word: Word) -> str:
    """What a word is unmutated, with its capital."""
    found = [one.radical for one in readings(word.small) if one.mutations] or [word.small]
    return found[0].capitalize() if word.text[:1].isupper() else found[0]


def mutated(text: str, mutation: str) -> str | None:
    """A word with a mutation, as it is to be written: of cwyn gŵyn, which would else be gwyn (white)."""
    wanted = mutate(text, mutation)
    return wanted.replace("wyn", "ŵyn") if wanted and wanted.lower() == "gwyn" else wanted


@lru_cache(maxsize=1024)
def welsh_words(text: str) -> tuple[Word, ...]:
    """The words of a text, without those of e-mail and web addresses."""
    found, end = [], 0
    for match in TOKEN.finditer(without_addresses(text)):
        word, clitic = split_clitic(match[0].replace("’", "'"))
        found.append(Word(word, clitic[1:].lower(), text[end : match.start()].isspace(), match.start()))
        end = match.end()
    return tuple(found)


STRONG = ("p", "t", "c")
"""How a word begins that softens, and has a nasal and an aspirate as well."""
ASPIRATES = ("ch", "ph", "th")
"""How a word with the aspirate begins."""
LL_RH = ("ll", "rh")
"""What does not soften after yn, after the article and after mor."""
