"""Whether words are English or Welsh, by the little words that each cannot do without."""

import re

_ENGLISH = {
    "the",
    "of",
    "and",
    "to",
    "in",
    "is",
    "are",
    "be",
    "by",
    "for",
    "that",
    "with",
    "as",
    "on",
    "or",
    "not",
    "this",
    "any",
    "from",
    "which",
    "will",
    "shall",
    "must",
    "may",
    "should",
    "their",
    "other",
    "at",
    "an",
    "it",
    "has",
    "have",
    "all",
}
_WELSH = {
    "y",
    "yr",
    "a",
    "ac",
    "i",
    "o",
    "yn",
    "ar",
    "ei",
    "eu",
    "mae",
    "sydd",
    "bydd",
    "gan",
    "gyda",
    "neu",
    "nid",
    "yw",
    "fod",
    "bod",
    "ag",
    "at",
    "am",
    "hwn",
    "hon",
    "hyn",
    "rhaid",
    "dylai",
    "unrhyw",
    "cyngor",
    "gyfer",
    "rhwng",
    "drwy",
    "na",
    "nad",
    "oes",
    "fel",
    "dan",
    "wrth",
    "gyngor’r",
}
_NAMING_ENGLISH = {"council", "town", "community", "county", "borough", "parish"}
_NAMING_WELSH = {"tref", "cymuned", "sir", "bwrdeistref", "plwyf"}
"""What a council's name says of it, in which the name of the place may be Welsh: "Llanfair Community Council"."""
_BOTH = {"a", "i", "o", "at", "am", "an", "on"}
_WORD = re.compile(r"[a-zâêîôûŵŷäëïöü’']+")


_FEWEST = 0.04
"""How much of the words of a text are little words at the least."""


def is_language(text: str) -> bool:
    """Whether a text has the little words of either language, of which every text has many."""
    words = _WORD.findall(text.lower())
    return sum(len(word) > 1 and word in _ENGLISH | _WELSH for word in words) > _FEWEST * len(words)


def language_of(text: str) -> str | None:
    """`en` or `cy`, or None where the words do not say."""
    words = [word.strip("’'") for word in _WORD.findall(text.lower())]
    english = sum(word in _ENGLISH | _NAMING_ENGLISH and word not in _BOTH for word in words)
    welsh = sum(word in _WELSH | _NAMING_WELSH and word not in _BOTH for word in words) + sum(
        1 for word in words if re.search(r"[ŵŷ]|^(?:dd|ngh|mh|nh|rh|ll)|[^l]’[rnw]$", word)
    )
    if english == welsh:
        return None
    return "en" if english > welsh else "cy"
