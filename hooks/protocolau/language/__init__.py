"""The languages of the site and their words: marks of emphasis, tokens, phrases, Welsh."""

from typing import Literal

Language = Literal["en", "cy"]
"""The type of a language in the model and the shapes of files. Functions take any string for one."""

LANGUAGES = ("en", "cy")
"""The languages of the site, the one at its root first."""
LANGUAGE_NAMES = {"en": "English", "cy": "Welsh"}
"""Their names in English, as messages and the files of translators have them."""
LOCALES = {"en": "en-GB", "cy": "cy-GB"}
"""Them as they are written here, by their tags of BCP 47."""

_OTHER: dict[str, Language] = {"en": "cy", "cy": "en"}


def other(language: str) -> Language:
    """The other of the two languages."""
    return _OTHER[language]
