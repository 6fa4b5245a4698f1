"""Words that turn what is said: "must" for "may", "not", "10" for "5", officers for members, "friendly" for "prompt".

Whatever differs turns it, but for words that say nothing by themselves and those that are known to say the same. The
browser judges too: assets/compare/turning.js does the same, and tests/comparison/ holds both to it. What turns nothing
is data, told in `turning.yml`.
"""

import re
from collections.abc import Container, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from protocolau.comparison.alignment import MARKING_LIKENESS, Tokens, word_likeness
from protocolau.comparison.told_words import (
    EMPTY,
    KnownWords,
    are_alike,
    between,
    changed,
    in_full,
    in_order,
    in_phrases,
    is_in_letters,
    is_mutated,
    known_words,
    lines_read,
    may_turn_round,
    number_words,
    party_of,
    told_of,
)
from protocolau.comparison.turning_words import TurningWords, condition_heading, plain_names, stage_words, turning_words
from protocolau.language.tokens import PartyNames, comparison_keys, word_tokens

_SIDE = re.compile("(?:members|officers)/")
_NAMES = re.compile(r"([a-z-]+/,?)+$")
_COLON_LAST = re.compile(r":\W*$", re.ASCII)
_NOT = 0
"""The line of what says no or not."""
_NEED = 2
"""The line of the least that is no less than what will be done: `need`."""
_AROUND = 3
"""Words around those in which two texts differ that may belong to them: the parts of a phrase or of a figure."""
_SMALL = 2
"""The letters of small words, as "of", "to" and "yw". One alone may be a name: "Form A"."""
_FEW_LETTERS, _SHARE_OF_LETTERS = 4, 0.2
"""By how many letters, and by what share of them besides, texts may differ that are only spelt otherwise."""


def turns(one: Tokens, other: Tokens, language: str) -> bool:
    """Whether two statements, by their words as they are counted, differ in what turns what they say."""
    words = turning_words(language)
    full, other_full = (in_full(_opened(text, words["opening"]), words) for text in (one, other))
    differing = set(between(full, other_full)[0])
    here, there = (told_of(in_order(text, words["joining"]), language) for text in _where_they_differ(full, other_full))
    may_turn = differing.isdisjoint(words["articles"]) or not differing.isdisjoint(words["joining"])
    return not are_alike(here, there, words, may_turn)


def are_led_apart(one: str, other: str, names: PartyNames, language: str) -> bool:
    """Whether what leads into two statements of the same words turns what one of them says: they are denied, forced or
    conditioned otherwise, or said of others."""
    keys, other_keys = (comparison_keys(text, names) for text in (one, other))
    if keys == other_keys:
        return False
    known = known_words(language)
    here, there = (in_full(text, turning_words(language)) for text in (keys, other_keys))
    if lines_read(here, known.denied) != lines_read(there, known.denied) or _are_other_stages(here, there, language):
        return True
    if _name_others(keys, other_keys, language) or _are_conditions_apart(here, there, language):
        return True
    both_lead_on = _leads_on(one) and _leads_on(other)
    return _are_said_apart(here, there, language, both_lead_on) or _are_forced_apart(here, there, known)


def _are_other_stages(one: Sequence[str], other: Sequence[str], language: str) -> bool:
    """Whether two texts begin with one word, and a number behind it that is not the same: stage 1, and stage two."""
    here, there = (_stage(text, language) for text in (one, other))
    return bool(here and there) and one[0] == other[0] and here != there


def _stage(words: Sequence[str], language: str) -> list[int | str]:
    """The number that is the second word of a text, by what it tells, behind one that counts nothing, as `all` does,
    and names nobody, whose four duties may follow; none of most texts."""
    numbers, first = number_words(language), words[0] if words else ""
    if "/" in first or first in plain_names(language):
        return []
    if not any(isinstance(word, str) for word in told_of(words[:1], language)):
        return []
    return told_of([word for word in words[1:2] if word in numbers or not is_in_letters(word)], language)


def _are_forced_apart(one: Tokens, other: Tokens, known: "KnownWords") -> bool:
    """Whether both say what is required or allowed, and not the same, or deny it otherwise, what need not be done and
    what must not, or one says what will be done, or is expected, and the other what is less than that: what the clerk
    will do is not what the clerk may."""
    forces, other_forces = (lines_read(text, known.forced) for text in (one, other))
    if forces and other_forces:
        return lines_read(one, known.leading) != lines_read(other, known.leading)
    future = lines_read(other if forces else one, known.future)
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
        around = here or there
        if around is None or around.subject is None:
            return both_lead_on and _do_others(one, other, language)
        return _are_some_of(one if here is None else other, [*around.subject, *around.rest], language)
    if here.subject is None or there.subject is None:
        said, other_said = ([*(around.subject or ()), *around.rest] for around in (here, there))
        return _say_others(said, other_said, language)
    if _are_of_others(here.subject, there.subject, language):
        return True
    leads_on = both_lead_on or _is_open(one, language) or _is_open(other, language)
    return leads_on and _say_others(here.rest, there.rest, language)


def _are_some_of(text: Tokens, who: Sequence[str], language: str) -> bool:
    """Whether a text has nothing but of whom all below it is said, and others are, or some of them: members, and
    substitute members."""
    named = [word for word in text if word not in turning_words(language)["of_all"]]
    is_name = bool(_NAMES.match(",".join(map(str, told_of(named, language)))))
    return bool(who) and is_name and _say_others(named, who, language)


def _is_open(text: Tokens, language: str) -> bool:
    """Whether a text leads to what people are to do though no colon stands behind it: "members will try to"."""
    return bool(re.search(turning_words(language)["open"], " ".join(text)))


def _are_of_others(one: Sequence[str], other: Sequence[str], language: str) -> bool:
    """Whether what stands before what is required or allowed turns of whom that is said, or when: where one has nothing
    there, whether the other has more than names."""
    if one and other:
        return _say_others(one, other, language)
    return any("/" not in str(word) for word in told_of(one or other, language))


def _say_others(one: Sequence[str], other: Sequence[str], language: str) -> bool:
    """Whether two texts turn what is said, in whichever order: the role of the chair is the chair's role."""
    here, there = (sorted(told_of(text, language), key=str) for text in (one, other))
    return not are_alike(here, there, turning_words(language))


def _do_others(one: Tokens, other: Tokens, language: str) -> bool:
    """Whether two texts differ in one word, in the place of which the other may have a few, where it names a party: the
    leader and the mayor, the chair and the vice-chair, officers support and officers challenge. Or in one more, that
    names none: misconduct and gross misconduct. Or in one or two, where they begin or end alike: examples of breaches
    and of good conduct. Or each ends with a party that the other does not name: reserved to the council, delegated to
    the clerk. How many things stand below says nothing, but stage one is not stage two."""
    words, numbers = turning_words(language), number_words(language)
    here, there = (
        told_of([word for word in in_order(text, words["joining"]) if not _counts(word, language)], language)
        for text in (one, other)
    )
    if are_alike(here, there, words):
        end, other_end = (told_of([word for word in text[-1:] if word in numbers], language) for text in (one, other))
        return end != other_end
    if _ends_with_another(here, there, language) and _ends_with_another(there, here, language):
        return True
    less, more = sorted((here, there), key=len)
    short, long = between(less, more)
    if not short:
        return len(long) == 1 and _tells_by_itself(long[0], words)
    if len(short) == 1 and (len(long) == 1 or ("/" in str(short[0]) and len(long) <= _AROUND)):
        return any(map(may_turn_round, (*short, *long))) or here[0] != there[0] or here[-1] != there[-1]
    is_all = len(short) == min(len(here), len(there))
    return len(long) < _AROUND and (is_all or here[0] == there[0] or here[-1] == there[-1])


def _tells_by_itself(word: int | str, words: TurningWords) -> bool:
    """Whether a text of which another says a word less, this one, says another thing: it is not one of those that are
    known, nor names a party that is assumed, and is no small word."""
    said = str(word)
    return is_in_letters(word) and "/" not in said and said not in words["assumed"] and len(said) != _SMALL


def _counts(word: str, language: str) -> bool:
    """Whether a word only counts what stands below, or is said of all of it; but of is not to."""
    return word in number_words(language) or len(word) > _SMALL and word in turning_words(language)["of_all"]


def _ends_with_another(one: Sequence[int | str], other: Sequence[int | str], language: str) -> bool:
    """Whether a text, by what it tells, ends with the name of a party that another does not name."""
    end = str(one[-1]) if one else ""
    return ("/" in end or end in turning_words(language)["assumed"]) and one[-1] not in other


class _AroundForce(NamedTuple):
    """What stands around that which says what is required, allowed or told, without what says nothing there."""

    subject: Sequence[str] | None
    """Of whom it is said, where that comes first: in Welsh it is mostly behind it. None where it is not known how much
    the words oblige that say it: "members are invited to", "mae cyfle i aelodau"."""
    rest: Sequence[str]


def _around_force(text: Tokens, language: str) -> _AroundForce | None:
    """What stands around the first word of a text that says what is required, allowed or told, nothing on a
    condition; of what is expected only who expects it, but for several, of whom one may be named for all. None where it
    does not."""
    words, known = turning_words(language), known_words(language)
    if lines_read(text, known.conditions):
        return _AroundForce([], [])
    said = [word for word in in_phrases(text, known.ends) if word not in words["of_all"]]
    place = next((place for place, phrase in enumerate(said) if phrase in known.ends), None)
    if place is None:
        return _AroundForce(None, said) if _is_open(text, language) else None
    begins = max((at + 1 for at, word in enumerate(said[:place]) if word in words["behind"]), default=0)
    subject, rest = said[begins:place], said[place + 1 :]
    expected = next((at for at, word in enumerate(rest) if word in words["expecting"]), None)
    if expected is None:
        return _AroundForce(subject, rest)
    expects = [*subject, *rest[:expected]]
    return _AroundForce(expects if set(words["joining"]).isdisjoint(expects) else [], [])


def _parties_named(text: Tokens, words: TurningWords) -> list[str]:
    """The parties that a text names, in its order, but for those that are assumed."""
    named = (party_of(word) for word in in_order(text, words["joining"]) if "/" in word)
    return [party for party in named if party not in words["assumed"]]


def _are_conditions_apart(one: Tokens, other: Tokens, language: str) -> bool:
    """Whether one sets a condition and the other none, or another one. In other words it may be the same, unless no
    word is in both but what members or officers must do: "During elections" is not "In an emergency"."""
    begins, ends = known_words(language).conditions, known_words(language).ends
    here, there = (lines_read(text, begins) for text in (one, other))
    if not here or not there:
        return bool(here or there)
    begin_alike = one[0] in begins and other[0] in begins and begins[one[0]] == begins[other[0]]
    texts = (one[1:], other[1:]) if begin_alike else (one, other)
    telling = [tuple(word for word in text if word not in ends and not _SIDE.match(word)) for text in texts]
    here_told, there_told = telling if all(telling) else (one, other)
    if not word_likeness(here_told, there_told):
        return True
    return word_likeness(one, other) >= MARKING_LIKENESS and turns(here_told, there_told, language)


@lru_cache(maxsize=2**13)
def turning_lines(text: str, language: str) -> tuple[int | str, ...]:
    """The words in what leads into a statement that deny or force it, each by its line, and all of a condition, or what
    tells some members or officers from the others; none of most texts."""
    known = known_words(language)
    words = in_full(word_tokens(text), turning_words(language))
    is_conditional = lines_read(words, known.conditions)
    leads_on = _leads_on(text) or _is_open(words, language)
    told = words if is_conditional else _telling_some(words, language, leads_on)
    if not told:
        return (*lines_read(words, known.leading), *_stage(words, language))
    return (*lines_read(words, known.leading), *told_of(told, language))


def _telling_some(words: Tokens, language: str, leads_on: bool) -> list[str]:
    """Of a text that says what people are to do the words that tell of whom it is said, but for plain names, and what
    it is, where it leads on; of a text that says plainly what they do, the word for that."""
    around = _around_force(words, language)
    if around is None:
        return _done(words, language) if leads_on else []
    names = plain_names(language)
    rest = around.rest if leads_on or around.subject is None else ()
    said = (*(word for word in around.subject or () if word not in names), *(names.get(word, word) for word in rest))
    return list(filter(None, said))


def _done(words: Tokens, language: str) -> list[str]:
    """The words of a text that stand behind plain names and tell what these do, or the one besides them that tells what
    is theirs, or all of one that names nobody so, or only at its end; of how many things says nothing, but stage 1 is
    not stage 2. A plain name behind a word that tells something is told too: "Complaints about members"."""
    names, told, numbers = plain_names(language), known_words(language).told, number_words(language)
    said = [word for word in words if told.get(word) != EMPTY]
    unsaid = {*names, *turning_words(language)["of_all"]} | numbers
    stages = [word for word in said[-1:] if word in numbers] or [word for word in said[1:2] if not is_in_letters(word)]
    telling = [word for word in said if word not in unsaid]
    if len(telling) != 1 and not names.keys().isdisjoint(said[:-1]):
        telling = [word for before, word in pairwise(said) if before in names and word not in unsaid]
    of_whom = [names[word] for before, word in pairwise(said) if names.get(word) and before not in unsaid]
    return [*telling, *of_whom, *stages]


@lru_cache(maxsize=2**12)
def forces(text: str, language: str) -> bool:
    """Whether a text says what is required or allowed, or denies that it is."""
    return bool(lines_read(in_full(word_tokens(text), turning_words(language)), known_words(language).forced))


@lru_cache(maxsize=2**12)
def begins_on_condition(text: str, language: str) -> bool:
    """Whether a text begins with a condition or an exception: "Where the Clerk agrees", "Unless", "Without"."""
    known = known_words(language)
    words = in_full(word_tokens(text), turning_words(language))[:2]
    first, denied = in_phrases(words, known.conditions)[:1], in_phrases(words, known.denied)[:1]
    return any(one in known.conditions for one in first) or any(known.denied.get(one, _NOT) > _NOT for one in denied)


@lru_cache(maxsize=2**12)
def turns_below(text: str, language: str, is_forced: bool = False) -> bool:
    """Whether a heading turns what stands below it: it says what is required, allowed, denied or bad, or it is only a
    condition, "In an emergency". What is forced below it is not turned by what is required or allowed, nor by the name
    of a stage."""
    known, words = known_words(language), in_full(word_tokens(text), turning_words(language))
    if re.search(condition_heading(language), " ".join(words)) and lines_read(words, known.conditions):
        return True
    if words and words[0] in stage_words(language) and _stage(words, language):
        return not is_forced
    return bool(lines_read(words, known.denied if is_forced else known.leading))


def denies(text: str, language: str) -> bool:
    """Whether a text says no or not, in whatever words."""
    return _NOT in lines_read(in_full(word_tokens(text), turning_words(language)), known_words(language).denied)


def are_spelt_apart(one: Tokens, other: Tokens, language: str) -> bool:
    """Whether nothing parts two texts but how words are spelt, joined or mutated."""
    sizes = [sum(map(len, text)) for text in (one, other)]
    if max(sizes) - min(sizes) > _FEW_LETTERS + _SHARE_OF_LETTERS * max(sizes):
        return False
    words = turning_words(language)
    here, there = ("".join(in_full(text, words)) for text in (one, other))
    if changed(here, words["spelt"]) == changed(there, words["spelt"]):
        return True
    return len(one) == len(other) and all(is_mutated(*pair, words["initials"]) for pair in zip(one, other, strict=True))


def _opened(words: Tokens, opening: Container[str]) -> Tokens:
    """Words without one that says nothing where it stands first."""
    return words[1:] if words and words[0] in opening else words


def _where_they_differ(one: Tokens, other: Tokens) -> tuple[Tokens, Tokens]:
    """The words in which two texts differ, with a few around them. What is alike at both ends turns nothing."""
    return between(one, other, _AROUND)
