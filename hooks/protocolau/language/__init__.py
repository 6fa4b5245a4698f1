"""The languages of the site and their words: marks of emphasis, tokens, phrases, Welsh."""

from typing import Literal

Language = Literal["en", "cy"]
"""The type of a language in the model and the shapes of files. Functions take any string for one."""

LANGUAGES = ("en", "cy")
"""The languages of the site, the one at its root first."""

_OTHER: dict[str, Language] = {"en": "cy", "cy": "en"}


def other(language: str) -> Language:
    """The other of the two languages."""
    return _OTHER[language]
