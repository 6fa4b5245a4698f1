"""Numbers that are said in several words: twenty-one, dwy ar bymtheg, tri deg, wyth awr a deugain."""

import re
from functools import cache

from protocolau.translation.checks.patterns import data

_JOINED = data("joined_numbers.yml")
_AMONG = r"(?: (?!(?:yn|sy|sydd|wedi|a|ac|neu|na|o|i|am|gan|y|yr)\b)[^\W\d_]+){0,2}?"
"""What is counted stands behind the first of the words: tair pleidlais ar ddeg, and not tri yn dibynnu ar ddeg."""


def joined_numbers(text: str, language: str) -> tuple[dict[str, str], str]:
    """The numbers that a text says in several words, each as it stands there, and the text without them."""
    found = {str(_value(match, language)): match[0] for match in _pattern(language).finditer(text)}
    return found, _pattern(language).sub(" – ", text)


def _value(match: re.Match[str], language: str) -> int:
    """Adds up what the words mean; a number before "deg" says how many tens there are."""
    means = _JOINED[language]
    said = {name: (word or "").lower() for name, word in match.groupdict().items()}
    times = means["ones"].get(said.get("times", ""), 0) * 10
    return int(times + sum(value.get(said.get(name, ""), 0) for name, value in means.items()))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    parts = {name: f"(?P<{name}>{'|'.join(words)})" for name, words in _JOINED[language].items()}
    if language == "en":
        ways = [rf"(?:{parts['hundred']} )?{parts['tens']}[- ]{parts['ones']}", rf"{parts['before']} {parts['alone']}"]
    else:
        count = "|".join(_JOINED["cy"]["ones"])
        ways = [
            parts["whole"],
            rf"(?P<first>{count}){_AMONG} (?:ar|a) {parts['after']}(?: {parts['further']})?",
            rf"(?:{parts['hundred']} )?(?P<times>{count}) dd?eg(?: {parts['ones']})?",
        ]
    return re.compile(rf"\b(?:{'|'.join(ways)})\b", re.IGNORECASE)
