"""Words that turn what is said: "must" for "may", "not", "10" for "5", officers for members, "friendly" for "prompt".

Whatever differs turns it, but for words that say nothing by themselves and those that are known to say the same. The
browser judges too: assets/compare/turning.js does the same, and tests/comparison/ holds both to it. What turns nothing
is data, told in `turning.yml`.
"""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cache, lru_cache, reduce
from itertools import pairwise, permutations
from typing import Any, NamedTuple, TypeVar

from protocolau.comparison.alignment import MARKING_LIKENESS, Tokens, word_likeness
from protocolau.comparison.turning_words import Lines, TurningWords, plain_names, turning_words
from protocolau.language.tokens import PartyNames, comparison_keys, word_tokens

_FIGURE = re.compile("[0-9.]+")
_COLON_LAST = re.compile(r":\W*$", re.ASCII)
_NOT = 0
"""The line of what says no or not."""
_NEED = 2
"""The line of the least that is no less than what will be done: `need`."""
_AROUND = 3
"""Words around those in which two texts differ that may belong to them: the parts of a phrase or of a figure."""
_FEW_LETTERS, _SHARE_OF_LETTERS = 4, 0.2
"""By how many letters, and by what share of them besides, texts may differ that are only spelt otherwise."""


def turns(one: Tokens, other: Tokens, language: str) -> bool:
    """Whether two statements, by their words as they are counted, differ in what turns what they say."""
    words = turning_words(language)
    here, there = (
        _in_order(text, words["joining"])
        for text in _where_they_differ(*(_in_full(_opened(text, words["opening"]), words) for text in (one, other)))
    )
    return not _are_alike(_told(here, language), _told(there, language), words)


def are_led_apart(one: str, other: str, names: PartyNames, language: str) -> bool:
    """Whether what leads into two statements of the same words turns what one of them says: they are denied, forced or
    conditioned otherwise, or said of others."""
    keys, other_keys = (comparison_keys(text, names) for text in (one, other))
    if keys == other_keys:
        return False
    known = _known(language)
    here, there = (_in_full(text, turning_words(language)) for text in (keys, other_keys))
    if _lines_read(here, known.denied) != _lines_read(there, known.denied):
        return True
    if _name_others(keys, other_keys, language) or _are_conditions_apart(keys, other_keys, language):
        return True
    both_lead_on = _leads_on(one) and _leads_on(other)
    return _are_said_apart(here, there, language, both_lead_on) or _are_forced_apart(here, there, known)


def _are_forced_apart(one: Tokens, other: Tokens, known: "_Known") -> bool:
    """Whether both say what is required or allowed, and not the same, or one says what will be done, or is expected,
    and the other what is less than that: what the clerk will do is not what the clerk may."""
    forces, other_forces = (_lines_read(text, known.forced) for text in (one, other))
    if forces and other_forces:
        return forces != other_forces
    future = _lines_read(other if forces else one, known.future)
    return bool(future) and any(force > future[0] + _NEED for force in (*forces, *other_forces))


def _leads_on(text: str) -> bool:
    """Whether a text leads on to what stands below it, and does not begin the sentence of which that is the rest."""
    return bool(_COLON_LAST.search(text))


def _name_others(one: Tokens, other: Tokens, language: str) -> bool:
    """Whether both name parties, and none that the other names, or the same in another order: what the chair does is
    not what members do, nor what members expect of officers what officers expect of members."""
    here, there = (_parties_named(text, turning_words(language)) for text in (one, other))
    if not here or not there or here == there:
        return False
    return set(here).isdisjoint(there) or sorted(here) == sorted(there)


def _are_said_apart(one: Tokens, other: Tokens, language: str, both_lead_on: bool) -> bool:
    """Whether both say what people are to do, and not of the same people, who need not be named, or not the same of
    them, where both lead on, or both say it plainly of what they do. Conditions are looked at by themselves."""
    here, there = _around_force(one, language), _around_force(other, language)
    if here is None or there is None:
        return here is there and both_lead_on and _do_others(one, other, language)
    if here.subject and there.subject and _say_others(here.subject, there.subject, language):
        return True
    return both_lead_on and _say_others(here.rest, there.rest, language)


def _say_others(one: Sequence[str], other: Sequence[str], language: str) -> bool:
    """Whether two texts turn what is said, in whichever order: the role of the chair is the chair's role."""
    here, there = (sorted(_told(text, language), key=str) for text in (one, other))
    return not _are_alike(here, there, turning_words(language))


def _do_others(one: Tokens, other: Tokens, language: str) -> bool:
    """Whether two texts differ in one word, in the place of which the other may have a few, where it names a party: the
    leader and the mayor, the chair and the vice-chair, officers support and officers challenge. How many things stand
    below says nothing."""
    here, there = (_told(text, language) for text in (one, other))
    short, long = sorted(_between(here, there), key=len)
    if len(short) != 1 or len(long) > _AROUND or _are_alike(here, there, turning_words(language)):
        return False
    return (len(long) == 1 or "/" in str(short[0])) and any(map(_may_turn_round, (*short, *long)))


class _AroundForce(NamedTuple):
    """What stands around that which says what is required, allowed or told, without what says nothing there."""

    subject: Sequence[str]
    """Of whom it is said, where that comes first: in Welsh it is mostly behind it."""
    rest: Sequence[str]


def _around_force(text: Tokens, language: str) -> _AroundForce | None:
    """What stands around the first word of a text that says what is required, allowed or told, nothing on a
    condition; of what is expected only who expects it, but for several, of whom one may be named for all. None where it
    does not."""
    words, known = turning_words(language), _known(language)
    if _lines_read(text, known.conditions):
        return _AroundForce([], [])
    said = [word for word in _phrases(text, known.ends) if word not in words["of_all"]]
    place = next((place for place, phrase in enumerate(said) if phrase in known.ends), None)
    if place is None:
        return None
    begins = max((at + 1 for at, word in enumerate(said[:place]) if word in words["behind"]), default=0)
    subject, rest = said[begins:place], said[place + 1 :]
    expected = next((at for at, word in enumerate(rest) if word in words["expecting"]), None)
    if expected is None:
        return _AroundForce(subject, rest)
    expects = [*subject, *rest[:expected]]
    return _AroundForce(expects if set(words["joining"]).isdisjoint(expects) else [], [])


def _parties_named(text: Tokens, words: TurningWords) -> list[str]:
    """The parties that a text names, in its order, but for those that are assumed."""
    named = (_party(word) for word in _in_order(text, words["joining"]) if "/" in word)
    return [party for party in named if party not in words["assumed"]]


def _are_conditions_apart(one: Tokens, other: Tokens, language: str) -> bool:
    """Whether one sets a condition and the other none, or another one. In quite other words it may be the same."""
    here, there = (_lines_read(text, _known(language).conditions) for text in (one, other))
    if here and there:
        begins = _known(language).conditions
        begin_alike = one[0] in begins and other[0] in begins and begins[one[0]] == begins[other[0]]
        texts = (one[1:], other[1:]) if begin_alike else (one, other)
        return word_likeness(one, other) >= MARKING_LIKENESS and turns(*texts, language)
    return bool(here or there)


@lru_cache(maxsize=2**13)
def turning_lines(text: str, language: str) -> tuple[int | str, ...]:
    """The words in what leads into a statement that deny or force it, each by its line, and all of a condition, or what
    tells some members or officers from the others; none of most texts."""
    known = _known(language)
    words = _in_full(word_tokens(text), turning_words(language))
    is_conditional = _lines_read(words, known.conditions)
    told = words if is_conditional else _telling_some(words, language, leads_on=_leads_on(text))
    return (*_lines_read(words, known.leading), *_told(told, language))


def _telling_some(words: Tokens, language: str, leads_on: bool) -> list[str]:
    """Of a text that says what people are to do the words that tell of whom it is said, but for plain names, and what
    it is, where it leads on; of a text that says plainly what they do, the word for that."""
    around = _around_force(words, language)
    if around is None:
        return _done(words, language) if leads_on else []
    said = (*around.subject, *(around.rest if leads_on else ()))
    return [word for word in said if word not in plain_names(language)]


def _done(words: Tokens, language: str) -> list[str]:
    """The words of a text that stand behind plain names and tell what these do, or the one besides them that tells what
    is theirs; of how many things says nothing."""
    names, told = plain_names(language), _known(language).told
    said = [word for word in words if told.get(word) != _EMPTY]
    unsaid = {*names, *turning_words(language)["of_all"], *_number_words(language)}
    telling = [word for word in said if word not in unsaid]
    if len(telling) == 1 and not names.isdisjoint(said):
        return telling
    return [word for before, word in pairwise(said) if before in names and word not in unsaid]


@cache
def _number_words(language: str) -> frozenset[str]:
    """Figures, and the words for them."""
    lines = turning_words(language)["told"].split("|")
    return frozenset(word for line in lines if _FIGURE.match(line) for word in line.split(","))


@lru_cache(maxsize=2**12)
def forces(text: str, language: str) -> bool:
    """Whether a text says what is required or allowed, or denies that it is."""
    return bool(_lines_read(_in_full(word_tokens(text), turning_words(language)), _known(language).forced))


@lru_cache(maxsize=2**12)
def begins_on_condition(text: str, language: str) -> bool:
    """Whether a text begins with a condition or an exception: "Where the Clerk agrees", "Unless", "Without"."""
    known = _known(language)
    words = _in_full(word_tokens(text), turning_words(language))[:2]
    first, denied = _phrases(words, known.conditions)[:1], _phrases(words, known.denied)[:1]
    return any(one in known.conditions for one in first) or any(known.denied.get(one, _NOT) > _NOT for one in denied)


@lru_cache(maxsize=2**12)
def turns_below(text: str, language: str) -> bool:
    """Whether a heading turns what stands below it: it says what is required, allowed, denied or bad."""
    return bool(_lines_read(_in_full(word_tokens(text), turning_words(language)), _known(language).leading))


def denies(text: str, language: str) -> bool:
    """Whether a text says no or not, in whatever words."""
    return _NOT in _lines_read(_in_full(word_tokens(text), turning_words(language)), _known(language).denied)


def are_spelt_apart(one: Tokens, other: Tokens, language: str) -> bool:
    """Whether nothing parts two texts but how words are spelt, joined or mutated."""
    sizes = [sum(map(len, text)) for text in (one, other)]
    if max(sizes) - min(sizes) > _FEW_LETTERS + _SHARE_OF_LETTERS * max(sizes):
        return False
    words = turning_words(language)
    here, there = ("".join(_in_full(text, words)) for text in (one, other))
    if _changed(here, words["spelt"]) == _changed(there, words["spelt"]):
        return True
    return len(one) == len(other) and all(
        _is_mutated(*pair, words["initials"]) for pair in zip(one, other, strict=True)
    )


Value = TypeVar("Value")


def _opened(words: Tokens, opening: Container[str]) -> Tokens:
    """Words without one that says nothing where it stands first."""
    return words[1:] if words and words[0] in opening else words


def _where_they_differ(one: Tokens, other: Tokens) -> tuple[Tokens, Tokens]:
    """The words in which two texts differ, with a few around them. What is alike at both ends turns nothing."""
    return _between(one, other, _AROUND)


def _between(one: Sequence[Value], other: Sequence[Value], around: int = 0) -> tuple[Sequence[Value], Sequence[Value]]:
    """What stands in two texts between that with which both begin and end, with so many words of that."""
    least = min(len(one), len(other))
    start = next((place for place in range(least) if one[place] != other[place]), least)
    end = next((place for place in range(least - start) if one[-1 - place] != other[-1 - place]), least - start)
    begin, left_out = max(start - around, 0), max(end - around, 0)
    return one[begin : len(one) - left_out], other[begin : len(other) - left_out]


class _Phrases(dict[str, Value]):
    """Words and phrases of two words, each with something: the line in which it stands, or what it stands for."""

    def __init__(self, values: Iterable[tuple[str, Value]]):
        super().__init__(values)
        self.firsts = frozenset(phrase.split(" ")[0] for phrase in self if " " in phrase)
        """The words with which phrases begin."""


class _Known(NamedTuple):
    """What is looked for in the texts of a language."""

    denied: _Phrases[int]
    forced: _Phrases[int]
    future: _Phrases[int]
    leading: _Phrases[int]
    """What denies or forces."""
    conditions: _Phrases[int]
    ends: _Phrases[int]
    """What says what is required, allowed or told."""
    told: _Phrases[int]
    """All that says the same just as it stands."""
    alike: Mapping[str, int]
    """Words that say the same in whatever form, by that by which these are known."""


@cache
def _known(language: str) -> _Known:
    words = turning_words(language)
    return _Known(
        _by_word(words["denied"]),
        _by_word(words["forced"]),
        _by_word(words["future"]),
        _by_word(words["denied"], words["forced"]),
        _by_word(words["conditions"]),
        _by_word(words["forced"], words["future"]),
        _by_word(words["empty"], words["forced"], words["denied"], words["told"]),
        {
            _root(word, words): -1 - place  # below those of what is told
            for word, place in _by_word(words["alike"]).items()
        },
    )


def _by_word(*lines: Lines) -> _Phrases[int]:
    """Every word with the number of its line."""
    return _Phrases((word, place) for place, line in enumerate("|".join(lines).split("|")) for word in line.split(","))


def _lines_read(words: Sequence[str], lines: _Phrases[int]) -> list[int]:
    """The lines in which words of a text stand, in their order."""
    return [lines[phrase] for phrase in _phrases(words, lines) if phrase in lines]


def _in_full(text: Tokens, words: TurningWords) -> list[str]:
    """The words of a text, those that are written short in full: `cannot`, `shouldn t`, `7pm`, and figures as they are
    counted: `12th` is 12, `7.00` is 7, and `1` before `000` is 1000."""
    return _changed(" ".join(text), words["whole"]).split()


def _phrases(words: Sequence[str], known: _Phrases[Any]) -> Sequence[str]:
    """Words in their order, two that are known for a phrase as one."""
    if known.firsts.isdisjoint(words):
        return words
    phrases: list[str] = []
    place = 0
    while place < len(words):
        phrase = " ".join(words[place : place + 2]) if words[place] in known.firsts else ""
        is_known = phrase in known
        phrases.append(phrase if is_known else words[place])
        place += 2 if is_known and " " in phrase else 1
    return phrases


_EMPTY = 0
"""The line of what says nothing by itself."""


def _told(words: Sequence[str], language: str) -> list[int | str]:
    """What words say, each by its line or by that by which its forms are known; of the name of a party the party. What
    is assumed is left out, unless it is joined to another, "the chair and council" are not the chair, or stands at an
    end: what the council tells the press is not what the press tells the council."""
    told, turning = _known(language).told, turning_words(language)
    joining, assumed = turning["joining"], turning["assumed"]
    phrases = [one for one in _phrases(words, told) if told.get(one) != _EMPTY or one in joining]
    said = [told[phrase] if phrase in told else _said(phrase, language) for phrase in phrases]
    kept = (
        _party(str(one)) if _party(str(one)) in assumed else one
        for place, one in enumerate(said)
        if _party(str(one)) not in assumed or _stays(phrases, place, joining)
    )
    return [one for one in kept if one != _EMPTY]


def _stays(words: Sequence[str], place: int, joining: Container[str]) -> bool:
    """Whether a word at a place stands at an end, or has one beside it that joins it to another."""
    return place in (0, len(words) - 1) or any(word in joining for word in words[place - 1 : place + 2])


def _said(word: str, language: str) -> int | str:
    """What a word says in whatever form it has; of the name of a party the party alone, however it is called."""
    if "/" in word:
        return _party(word) + "/"
    root = _root(word, turning_words(language))
    return _known(language).alike.get(root, root)


def _root(word: str, words: TurningWords) -> str:
    """That by which the forms of a word are known."""
    return _changed(_changed(word, words["spelt"]), words["forms"])


def _party(word: str) -> str:
    return word.partition("/")[0]


def _are_alike(here: Sequence[int | str], there: Sequence[int | str], words: TurningWords) -> bool:
    """Whether two texts say the same, but for how words are joined and in which order two of them stand."""
    one, other = _between(here, there)
    if len(one) == len(other):
        return _is_turned_round(one, other) or all(
            _is_one(left, right, words) for left, right in zip(one, other, strict=True)
        )
    letters = ["".join(str(word) if _is_in_letters(word) else "|" for word in text) for text in (one, other)]
    return letters[0] == letters[1] and "|" not in letters[0]


def _is_in_letters(word: int | str) -> bool:
    """Whether a word is none of a line, nor a figure: 17.19 is not 1719, nor 19.17."""
    return isinstance(word, str) and not _FIGURE.fullmatch(word)


def _is_one(left: int | str, right: int | str, words: TurningWords) -> bool:
    """Whether two words say the same, mutated or not."""
    if isinstance(left, int) or isinstance(right, int):
        return left == right
    return _is_mutated(left, right, words["initials"])


def _is_turned_round(one: Sequence[int | str], other: Sequence[int | str]) -> bool:
    """Whether two words stand the other way round, neither of which names a party: `open, honest`. A figure does not,
    nor what denies or allows: `may only`."""
    return len(one) == 2 and one[::-1] == other and all(map(_may_turn_round, one))


def _may_turn_round(word: int | str) -> bool:
    return word < _EMPTY if isinstance(word, int) else "/" not in word and _is_in_letters(word)


def _in_order(words: Sequence[str], joining: Container[str]) -> list[str]:
    """Words with two parties that are joined in one order: officers and members are members and officers."""
    ordered = list(words)
    for place in range(1, len(words) - 1):
        if words[place] in joining and "/" in words[place - 1] and "/" in words[place + 1]:
            ordered[place - 1], ordered[place + 1] = sorted((ordered[place - 1], ordered[place + 1]))
    return ordered


def _changed(letters: str, pairs: Iterable[tuple[str, str]]) -> str:
    """The letters of a text, each that is found as what is meant."""
    return reduce(lambda text, pair: re.sub(pair[0], pair[1], text), pairs, letters)


def _is_mutated(one: str, other: str, initials: Sequence[Sequence[str]]) -> bool:
    """Whether two words are one but for its first letter, as mutation changes it."""
    if one == other:
        return True
    return any(
        one.startswith(here) and other.startswith(there) and one[len(here) :] == other[len(there) :]
        for of in initials
        for here, there in permutations(of, 2)
        if len(one) > len(here) + 1
    )
