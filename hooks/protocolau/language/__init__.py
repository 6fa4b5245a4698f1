"""The languages of the site and their words: marks of emphasis, tokens, phrases, Welsh."""

from typing import Literal

Language = Literal["en", "cy"]
"""What is given out says which of the two it is; what is taken in may be any text."""

LANGUAGES: tuple[Language, Language] = ("en", "cy")
"""The languages of the site, the one at its root first."""


def other(language: str) -> Language:
    """The other of the two languages."""
    return LANGUAGES[1 - LANGUAGES.index(language)]
