"""Faults planted in good translations, by the rules of planted.yml: each a unit with one thing wrong."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from protocolau.language.welsh.mutation import mutate, radicals
from protocolau.language.welsh.words import Kind, kind, known

HERE = Path(__file__).parent
RULES = yaml.safe_load((HERE / "planted.yml").read_text("utf-8"))

_EXCHANGED = {
    "cynghorwyr": "swyddogion", "gynghorwyr": "swyddogion", "chynghorwyr": "swyddogion", "aelodau": "swyddogion",
    "cynghorydd": "swyddog", "gynghorydd": "swyddog", "aelod": "swyddog",
    "swyddogion": "aelodau", "cyflogeion": "aelodau",
    "gyflogeion": "aelodau", "chyflogeion": "aelodau", "swyddog": "aelod", "cyflogai": "aelod", "gyflogai": "aelod",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pair:
    """A text in English and Welsh."""

    en: str
    cy: str


def planted(name: str, good: Pair) -> Iterator[Pair]:
    """Every way in which a kind of fault can be planted in a good pair."""
    rule = RULES[name]
    yield from _replaced(good, rule.get("replace", ()))
    if rule.get("exchange"):
        yield from _exchanged(good)
    if rule.get("sentence"):
        yield from _without_a_sentence(good)
    for how in ("radical", "soft", "aspirate", "no h", "other gender"):
        for pattern in rule.get(how, ()):
            yield from _rewritten(good, pattern, how, rule)


def _replaced(good: Pair, rules: list[list[str]]) -> Iterator[Pair]:
    for pattern, instead in rules:
        for match in re.finditer(pattern, good.cy):
            yield _with(good, match.start(), match.end(), match.expand(instead))


def _with(good: Pair, start: int, end: int, instead: str) -> Pair:
    return replace(good, cy=good.cy[:start] + instead + good.cy[end:])


def _exchanged(good: Pair) -> Iterator[Pair]:
    """Members and officers exchanged throughout, where both are spoken of."""
    words = re.findall(r"\w+", good.cy.lower())
    sides = {_EXCHANGED[word][:2] for word in words if word in _EXCHANGED}
    if len(sides) > 1 and "aelodau o" not in good.cy.lower() and "aelod o" not in good.cy.lower():
        yield replace(good, cy=re.sub(r"\w+", lambda word: _EXCHANGED.get(word[0].lower(), word[0]), good.cy))


def _without_a_sentence(good: Pair) -> Iterator[Pair]:
    sentences = re.split(r"(?<=[.]) (?=[A-ZŴŶ])", good.cy)
    for place in range(len(sentences) if len(sentences) > 1 else 0):
        yield replace(good, cy=" ".join(sentences[:place] + sentences[place + 1 :]))


def _rewritten(good: Pair, pattern: str, how: str, rule: dict) -> Iterator[Pair]:
    for match in re.finditer(pattern, good.cy):
        word = match["w"]
        before = re.search(rule["after"], good.cy[: match.start()]) if "after" in rule else True
        instead = _written(word, how) if before else None
        if instead and instead != word and _is_of(rule, instead if how == "radical" else word):
            yield _with(good, match.start("w"), match.end("w"), instead)


def _is_of(rule: dict, radical: str) -> bool:
    """Whether a word may be of one of the kinds that a rule is about."""
    wanted = [Kind[name.upper()] for name in rule.get("kinds", ())]
    return not wanted or any(one & kind(radical.lower()) for one in wanted)


def _written(word: str, how: str) -> str | None:
    """A word as the fault has it, or None where it cannot have it."""
    if how == "radical":
        return _radical(word)
    if how == "no h":
        return word[1:] if known(word[1:].lower()) and not known(word.lower()) else None
    if how == "other gender":
        return _of_other_gender(word)
    if how == "aspirate" and (radical := _radical(word)):
        return mutate(radical, how)
    return mutate(word, how) if known(word.lower()) and not _radical(word) else None


def _radical(word: str) -> str | None:
    """What a mutated word is unmutated, if there is but one answer."""
    if known(word.lower()):
        return None
    found = [one for one in radicals(word) if known(one.lower()) and one != word]
    return found[0] if len(found) == 1 else None


def _of_other_gender(word: str) -> str | None:
    radical = _radical(word)
    if radical is None:
        return None
    if mutate(radical, "soft") == word:
        return mutate(radical, "aspirate") or mutate(radical, "h") or radical
    return mutate(radical, "soft") or radical
