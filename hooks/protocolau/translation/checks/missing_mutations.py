"""Mutations that are missing after a word that always causes one, and the aspirate after none, see contact.yml."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise

import yaml

from protocolau.language.addresses import without_addresses
from protocolau.language.welsh.mutation import forms, mutate, radicals, split_clitic
from protocolau.language.welsh.speller import TOKEN, Speller
from protocolau.language.welsh.words import NOMINAL, NOUN, Kind, function_words, only, only_mutated, readings
from protocolau.runtime import yaml_loader
from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.mutation_after import RULES, neighbours
from protocolau.translation.checks.welsh_words import ASPIRATES, STRONG, Word, mutated, radical


@cache
def _causes() -> dict[str, str]:
    """By a word the mutation that it causes."""
    return {word: mutation for mutation in ("soft", "aspirate") for word in _data()[mutation]}


@cache
def _data() -> dict[str, list[str]]:
    text = files("protocolau.language.welsh").joinpath("contact.yml").read_text("utf-8")
    data: dict[str, list[str]] = yaml.load(text, yaml_loader.SafeLoader)
    return data


def mutations(pair: CheckedUnit) -> Iterator[Finding]:
    """After a word that always causes a mutation the next Welsh word has it: i Gyngor, a chyngor.

    So has what hyd is the end of: hyd ddiwedd y mis. Names are left alone, but for those of places in Wales, and a word
    that may be a mutated form already ("dan", of "tan"). Of verbs after a and na particles.py speaks, as the relative
    a softens them. No word has the aspirate but after the few that cause it, and a verb that is denied (chaiff neb).
    """
    for earlier, before, word in _neighbours(pair):
        is_other = _goes(earlier, before) or before[1:].isupper() and not word.isupper()  # yr AM cyfrifol
        cause = None if is_other else _causes().get(before.lower())
        cause = "soft" if before.lower() == "hyd" and split_clitic(word)[0].lower() in RULES["until"] else cause
        if cause == "aspirate" and (right := _aspirated(word)):
            yield f"“{before} {word}” has the wrong mutation", f"write {before} {right}"
        elif cause and not _is_verb(word) and (wanted := _wanted(split_clitic(word)[0], cause, pair.context.speller)):
            yield f"“{before} {word}” lacks a mutation", f"write {before} {wanted}"
    for one, next_word in neighbours(pair) if pair.is_translated else ():
        if not one.clitic and (right := _without_aspirate(one, next_word)) and not _is_quoted(next_word, pair):
            fault = "has a mutation too many" if right.startswith(STRONG) else "has the wrong mutation"
            yield f"“{one.text} {next_word.text}” {fault}", f"write {one.text} {right}"


def _without_aspirate(before: Word, word: Word) -> str | None:
    """What a word that has the aspirate is to be after one that does not cause it; of the article, of yn and of
    the pronouns others speak."""
    small = before.small
    if not word.small.startswith(ASPIRATES) or small in _aspirating() or small in _data()["spoken_of"]:
        return None
    if not word.has("aspirate", NOMINAL):
        return None
    found = radical(word)
    return mutate(found, "soft") if small == "neu" or small in _data()["soft"] else found


@cache
def _aspirating() -> frozenset[str]:
    """All that causes the aspirate, in every mutated form."""
    return frozenset(form for word in (*_data()["aspirate"], *_data()["aspirate_too"]) for form in forms(word))


def _is_quoted(word: Word, pair: CheckedUnit) -> bool:
    """Whether a word stands in the source too, or among words that are not translated: a name, or English."""
    return any(word.small in text.lower() for text in (pair.source, *pair.untranslated))


def _aspirated(word: str) -> str | None:
    """The aspirate of a noun that is softened in its place, as after "i"; none of what is softened on another ground: a
    form of a verb by the relative a (a dâl), a time by being one (a bythefnos wedyn)."""
    text, clitic = split_clitic(word)
    small = text.lower()
    if text != small or small in function_words() or not only_mutated(small, "soft", NOUN):
        return None
    radical = next(one.radical for one in readings(small))
    aspirate = None if radical in _data()["softened"] else mutate(radical, "aspirate")
    return aspirate and aspirate + clitic


def _goes(earlier: str, before: str) -> bool:
    """Whether "â" is a form of mynd: sut yr â tudalen, os â aelod."""
    return before.lower() == "â" and earlier.lower() in RULES["before_a_verb"]


def _neighbours(pair: CheckedUnit) -> Iterator[tuple[str, str, str]]:
    """The words of a Welsh translation two by two, where nothing but a space is between them, and the one before."""
    earlier = ""
    if pair.language == "cy":
        for before, word in pairwise(TOKEN.finditer(without_addresses(pair.target))):
            if pair.target[before.end() : word.start()].isspace():
                yield earlier, before[0], word[0]
            earlier = before[0]


def _is_verb(word: str) -> bool:
    return only(split_clitic(word)[0].lower(), Kind.VERB)


def _wanted(word: str, mutation: str, speller: Speller) -> str | None:
    """The form that a word ought to have and has not."""
    small = word.lower()
    if word[0].isupper() and small in RULES["places"]:
        return mutated(word, mutation)
    if Word(word, "", False, 0).is_abbreviation:
        return None
    already = (radical for radical in radicals(small) if radical != small and mutate(radical, mutation) == small)
    if small in _data()["unchanged"] or not speller.knows(small) or any(map(speller.knows, already)):
        return None
    return mutated(word, mutation)
