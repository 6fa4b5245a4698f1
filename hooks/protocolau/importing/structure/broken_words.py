"""Where a line was broken within what has no space: a word, a name, an address, a range, brackets."""

import re
from collections import Counter

_KEEP_HYPHEN = {
    "co", "non", "self", "re", "pre", "day", "well", "ex", "sub", "semi", "quasi", "cross", "long", "short", "part",
    "vice", "inter", "multi", "cyd", "is", "ôl", "di", "the", "to", "by", "up", "decision", "year", "one", "two",
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "anti", "ill", "all", "half",
}  # fmt: skip
"""What stands before a hyphen that is the word's own."""
_AFTER_HYPHEN = {
    "making", "makers", "keeping", "based", "wide", "related", "specific", "term", "sharing", "setting", "finding",
    "led", "political", "profit", "members", "officer", "officers", "councillor", "councillors", "compliance",
    "payment", "attendance", "disclosure", "discrimination", "pecuniary", "statutory", "executive", "opted",
    "ordinated", "operate", "operation", "elect", "blowing", "ended", "depth", "up", "by", "in", "to", "day", "year",
}  # fmt: skip
"""What stands after one: hardly any word ends so that is parted in the middle."""
_OF_A_NAME = re.compile(r"(?<![\w-])[^\W\d_][\w’']*[^\W\d_]-$")
_LONGEST_NAME = 40
_OF_AN_ADDRESS = re.compile(r"[\w%-]+[._/?=&]\w")
"""How the rest of the address of a page begins, which no sentence does."""
_IN_ADDRESS = re.compile(r"(?:://|\bwww\.|@)\S*\Z")
_AFTER_IN_ADDRESS = re.compile(r"[\w-]+(?:@|\.[a-z]{2})\w")
"""How a line ends, and how the next begins, where it was broken within the address of a page or of a mail."""
_IN_RANGE = re.compile(r"\d[-–—]\d")
"""The last two signs of a line and the first of the next where it was broken in a range: "10–" and "12"."""


def in_name(text: str, rest: str) -> bool:
    """Whether a line was broken behind the hyphen of a name: "Pritchard-" and "Evans", "Member-" and "Officer"."""
    return rest[:1].isupper() and _OF_A_NAME.search(text, max(0, len(text) - _LONGEST_NAME)) is not None


def at_stroke(text: str, rest: str) -> bool:
    """Whether a line was broken at a stroke without space around it: "Directors/" and "Heads of Service". Behind the
    whole address of a page a sentence may begin.
    """
    if not text.endswith("/") or not text[-2:-1].isalnum():
        return False
    goes_on = not rest[:1].isupper() or _OF_AN_ADDRESS.match(rest) is not None
    return goes_on or "." not in text.split()[-1]


def at_hyphen(text: str, rest: str) -> bool:
    """Whether a line was broken behind a hyphen in a word."""
    return text.endswith("-") and text[-2:-1].isalpha() and rest[:1].islower()


def in_brackets(text: str, rest: str) -> bool:
    """Whether a line was broken between brackets, of which the second stands on the next."""
    opened = text.rfind("(") > text.rfind(")")
    return opened and re.match(r"[^()]*\)", rest) is not None


def in_range(text: str, rest: str) -> bool:
    """Whether a line was broken behind the dash of a range, which has no space around it."""
    return _IN_RANGE.fullmatch(text[-2:] + rest[:1]) is not None


def keeps_hyphen(text: str, rest: str, words: Counter[str]) -> bool:
    """Whether a hyphen at the end of a line is the word's own: the rest of the document knows, else its first part."""
    start = re.search(r"[\w-]+$", text[:-1])
    end = re.match(r"\w+", rest)
    if not start or not end or _IN_ADDRESS.search(text) or _AFTER_IN_ADDRESS.match(rest):
        return True
    whole, parted = (start[0] + end[0]).lower(), f"{start[0]}-{end[0]}".lower()
    if words[whole] != words[parted]:
        return words[parted] > words[whole]
    return "-" in start[0] or start[0].lower() in _KEEP_HYPHEN or end[0].lower() in _AFTER_HYPHEN
