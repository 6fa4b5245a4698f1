"""Who does it: members and officers are not exchanged."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from protocolau.language import LANGUAGE_NAMES
from protocolau.language.tokens import tokens
from protocolau.translation.checks.context import CheckContext
from protocolau.translation.checks.deputies import deputies
from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.sentences import sentence_pairs

_BY = {"en": "by", "cy": "gan"}
_ARTICLES = {
    "en": frozenset({"the", "a", "an", "all", "any", "some", "each", "every", "other", "individual", "elected"}),
    "cy": frozenset({"y", "yr", "'", "r", "rai", "unrhyw", "bob"}),
}
"""What may stand before a party besides its name."""
_AND = {
    "en": frozenset({"and", "or", "nor", "both", "is", "are", "not"}),
    "cy": frozenset({"a", "ac", "neu", "na", "nac", "yw", "mo"}),
}
"""What joins two parties, and what says that one is the other: Nid cyflogeion yw cynghorwyr, na mo'r cynghorwyr."""


@dataclass(frozen=True, slots=True)
class NamedParty:
    """A party as a sentence names it."""

    side: str
    text: str
    is_doer: bool
    """Whether "by" or "gan" stands before it, with an article or without."""
    is_joined: bool
    """Whether nothing but "and" or its like, or a form of "be", is between it and the party before: either may come
    first."""


def parties(pair: CheckedUnit) -> Iterator[Finding]:
    """Members and officers, by whatever names and offices, follow one another alike in both languages.

    Told sentence by sentence. Welsh and English name the doer before the other, so that an exchange shows itself in the
    order, but for the doer of a passive ("raised by councillors"), who may stand elsewhere, and for two that "and"
    joins. Told too: more of one side and fewer of the other. One named in one language where the other has a pronoun or
    nobody does not matter. Told as well: a deputy who is made the holder of the office.
    """
    yield from deputies(pair)
    for sentence in sentence_pairs(pair.en, pair.cy) if pair.is_translated else ():
        named = {"en": _named(sentence.en, "en", pair.context), "cy": _named(sentence.cy, "cy", pair.context)}
        if finding := _exchanged(named) or _in_another_order(named):
            yield finding


def _named(text: str, language: str, context: CheckContext) -> list[NamedParty]:
    found: list[NamedParty] = []
    between: list[str] = []
    for token in tokens(text, context.parties[language]):
        side = context.sides.get(token.key.partition("/")[0]) if token.name else None
        if side:
            is_doer = between[-1:] == [_BY[language]]
            is_joined = bool(between) and _AND[language].issuperset(between)
            found.append(NamedParty(side, token.text, is_doer, is_joined))
            between = []
        elif not token.key.isspace() and token.key not in _ARTICLES[language]:
            between.append(token.key)
    return found


def _exchanged(named: dict[str, list[NamedParty]]) -> Finding | None:
    """More of one party and fewer of the other."""
    english, welsh = (Counter(one.side for one in named[language]) for language in ("en", "cy"))
    more, fewer = welsh - english, english - welsh
    if more and fewer:
        return _told(_text(named["en"], next(iter(fewer))), _text(named["cy"], next(iter(more))))
    return None


def _in_another_order(named: dict[str, list[NamedParty]]) -> Finding | None:
    """The same parties, one before the other in the other language, though neither is the doer of a passive."""
    english, welsh = named["en"], named["cy"]
    orders = _order(english), _order(welsh)
    if (
        _plain(english) == _plain(welsh)
        or orders[0] == orders[1]
        or sorted(orders[0]) != sorted(orders[1])
        or _passive(english, welsh)
    ):
        return None
    first = next(place for place, (one, other) in enumerate(zip(*orders, strict=True)) if one != other)
    return _told(english[first].text, welsh[first].text)


def _plain(named: list[NamedParty]) -> list[str]:
    return [one.side for one in named]


def _order(named: list[NamedParty]) -> list[str]:
    """The parties in their order; those that are joined by "and" in the order of their names."""
    groups: list[list[str]] = []
    for one in named:
        if one.is_joined and groups:
            groups[-1].append(one.side)
        else:
            groups.append([one.side])
    return [party for group in groups for party in sorted(group)]


def _passive(english: list[NamedParty], welsh: list[NamedParty]) -> bool:
    """Whether a party is the doer in both languages: it may stand before the other here and after it there."""
    doers = [{one.side for one in found if one.is_doer} for found in (english, welsh)]
    return bool(doers[0]) and (not doers[1] or not doers[0].isdisjoint(doers[1]))


def _text(named: list[NamedParty], side: str) -> str:
    return next(one.text for one in named if one.side == side)


def _told(english: str, welsh: str) -> Finding:
    what = f"the {LANGUAGE_NAMES['en']} has “{english}” where the {LANGUAGE_NAMES['cy']} has “{welsh}”"
    return what, "see who does it and to whom: members and officers seem to be exchanged"
