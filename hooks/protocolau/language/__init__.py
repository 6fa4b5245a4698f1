"""The languages of the site and their words: marks of emphasis, tokens, phrases, Welsh."""

LANGUAGES = ("en", "cy")
"""The languages of the site, the one at its root first."""


def other(language: str) -> str:
    """The other of the two languages."""
    return LANGUAGES[1 - LANGUAGES.index(language)]
