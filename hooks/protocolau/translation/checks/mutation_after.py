"""Soft mutation after neu, after yn, and after what stands before its noun."""

from collections.abc import Iterator
from itertools import pairwise

from protocolau.language.welsh.mutation import mutate, radicals
from protocolau.language.welsh.words import NOMINAL, NOUN, Kind, readings
from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.patterns import word_lists
from protocolau.translation.checks.welsh_words import LL_RH, Word, welsh_words

RULES = word_lists("grammar.yml")
"""The words that the rules of grammar speak of."""

_IN = ("yn", "ym", "yng")
_MONTH = ("mis", "misoedd")
"""Before them yn is ym, of which forms_before_vowels.py speaks."""
_NAMES = NOUN | Kind.ADJECTIVE


def mutation_after_or(pair: CheckedUnit) -> Iterator[Finding]:
    """After neu, pa, rhyw and mor, and after what stands before its noun (prif, hen, yr unig …), the next word softens.

    A form of a verb does not (neu caiff), and after mor ll and rh do not. So do titles after dirprwy, what stands after
    is-, cyn- and the like in one word, and adjectives after hollol, gwbl and go. Thomas, Gramadeg y Gymraeg, on neu and
    on preposed adjectives.
    """
    words = welsh_words(pair.target) if pair.language == "cy" else ()
    for place, word in enumerate(words):
        if whole := _softened_within(word):
            yield f"“{word.text}” lacks a mutation", f"write {whole}"
        if not place or not word.follows or words[place - 1].clitic:
            continue
        if words[place - 1].small == "mor" and word.has("soft", Kind.ADJECTIVE) and had_ll_or_rh(word):
            yield f"“mor {word.text}” has a mutation too many", f"write mor {readings(word.small)[0].radical}"
        kinds, keeps = _softened_by(words, place - 1, word)
        if kinds and (wanted := word.lacks("soft", kinds, keeps=keeps)):
            yield _lacking(words[place - 1], word, wanted)


def _softened_by(words: tuple[Word, ...], place: int, word: Word) -> tuple[Kind, tuple[str, ...]]:
    """What kinds of words the one at a place softens, where it is the next, and which beginnings it leaves."""
    small = words[place].small
    if small == "neu" or small in RULES["before_its_noun"]:
        return NOMINAL, ()
    if small in RULES["how_far"]:
        return Kind.ADJECTIVE, ()
    if small == "mor":
        return Kind.ADJECTIVE, LL_RH
    opens = words[place - 1] if place and words[place].follows else None
    definite = opens is not None and (opens.small in ("y", "yr") or opens.clitic == "r")
    owned = opens is not None and (opens.small in ("ei", "eu", "ein", "eich") or opens.clitic in ("i", "u"))
    is_before = (
        small == "pa"
        or small in ("rhyw", "ryw")
        and not (definite or owned)
        or small in ("gwir", "wir")
        and not (opens and _is_yn(opens))
        or small == "unig"
        and (definite or owned)
        or small == "gwahanol"
        and definite
        or small == "fath"
        and opens is not None
        and opens.small == "y"
        or small in ("dirprwy", "ddirprwy")
        and word.small in RULES["deputies"]
    )
    is_noun = is_before and any(one.kind & NOUN for one in readings(word.small))
    return NOUN | Kind.VERB_NOUN if is_noun else Kind(0), ()


def _softened_within(word: Word) -> str | None:
    """What a word with is-, cyd-, cyn- and the like ought to be, where what these begin is unmutated: is-gadeirydd."""
    prefix, hyphen, rest = word.text.partition("-")
    if not hyphen or prefix.lower() not in RULES["softening_prefixes"]:
        return None
    keeps = LL_RH if prefix.lower() in ("cyd", "gyd", "chyd") else ()
    wanted = Word(rest, "", False, 0).lacks("soft", NOUN, keeps=keeps)
    return wanted and f"{prefix}-{wanted}"


def mutation_after_yn(pair: CheckedUnit) -> Iterator[Finding]:
    """After yn an adjective and a noun of which something is said soften, but for ll and rh; a verb-noun does not, and
    a place has a nasal, and so has a noun that is definite.

    "Yn gyfrinachol, yn gyngor, yn llawn, yn rhydd; yn darparu; yng Nghaerdydd, yng Nghyngor y Dref." Thomas,
    Gramadeg y Gymraeg, on yn.
    """
    words = welsh_words(pair.target) if pair.language == "cy" else ()
    for at in range(1, len(words)):
        before, word = words[at - 1], words[at]
        if not word.follows:
            continue
        if finding := _in_welsh(words, at):
            yield finding
        elif before.small in _IN and not before.clitic and (place := place_in_wales(word)):
            yield from _in_place(before, word, place)
        elif _is_yn(before) and not _is_of_verb_noun(words[at : at + 2]) and word.small not in _MONTH:
            if before.small == "yn" and (nasal := _within(words, at)):
                soft = f"{before.text} {mutate(word.text, 'soft')}"
                yield f"“{before.text} {word.text}” lacks a mutation", f"write {nasal} (in …) or {soft} (being …)"
            elif wanted := word.lacks("soft", _NAMES, keeps=LL_RH) or _more(word):
                yield _lacking(before, word, wanted)
            elif word.has("soft", Kind.VERB_NOUN) or word.has("soft", _NAMES) and had_ll_or_rh(word):
                radical = readings(word.small)[0].radical
                yield f"“{shown(before)} {word.text}” has a mutation too many", f"write {shown(before)} {radical}"
            elif word.has("aspirate", NOMINAL):
                yield (
                    f"“{shown(before)} {word.text}” has the wrong mutation",
                    f"write {shown(before)} {_after_yn(word)}",
                )


def _after_yn(word: Word) -> str:
    """What a word with another mutation is after yn: a verb-noun unmutated, and others softened."""
    found = next(one for one in readings(word.small) if one.mutations)
    return found.radical if found.kind & Kind.VERB_NOUN else mutate(found.radical, "soft") or found.radical


def _in_welsh(words: tuple[Word, ...], at: int) -> Finding | None:
    """Yn Gymraeg, not yn Cymraeg nor yn y Cymraeg; one kind of Welsh is masculine (yn y Cymraeg gwreiddiol)."""
    first = at - 2 if words[at - 1].small == "y" and at > 1 and words[at - 1].follows else at - 1
    is_in = words[first].small == "yn" and not words[first].clitic and words[at].text == "Cymraeg"
    after = words[at + 1] if at + 1 < len(words) and words[at + 1].follows else None
    is_kind = after and (after.text[0].isupper() or any(Kind.ADJECTIVE in one.kind for one in readings(after.small)))
    if not is_in or is_kind:
        return None
    phrase = " ".join(word.text for word in words[first : at + 1])
    return f"“{phrase}” lacks a mutation", f"write {words[first].text} Gymraeg"


def _is_of_verb_noun(words: tuple[Word, ...]) -> bool:
    """Whether an adjective says how something is done that the verb-noun after it names: yn mawr obeithio."""
    adjective, doing = words[0], words[1] if len(words) > 1 else None
    is_adjective = any(Kind.ADJECTIVE in one.kind for one in readings(adjective.small))
    return bool(is_adjective and doing and doing.follows and doing.has("soft", Kind.VERB_NOUN))


def _within(words: tuple[Word, ...], at: int) -> str | None:
    """What to write where yn is "in": before an unmutated noun that the article after it makes definite (yn Cyngor y
    Dref), and before the name of a body (yn Cyngor Tref Conwy)."""
    article, next_word = (*words[at + 1 : at + 3], None, None)[:2]
    is_article = article and article.follows and article.small in ("y", "yr") and not article.clitic
    is_particle = next_word and any(Kind.VERB in one.kind for one in readings(next_word.small))
    is_definite = words[at].clitic == "r" or is_article and not is_particle
    is_body = article is not None and article.follows and words[at].text.istitle() and article.text.istitle()
    nasal = words[at].lacks("nasal", NOUN) if is_definite or is_body else None
    return nasal and f"{_fitting(words[at - 1], nasal.lower())} {nasal}"


def _fitting(before: Word, nasal: str) -> str:
    """The form of yn before a nasal, with the capital that it has in a place."""
    form = "yng" if nasal.startswith("ng") else "ym" if nasal.startswith("m") else "yn"
    return form.capitalize() if before.text[0].isupper() else form


def place_in_wales(word: Word) -> str | None:
    """The place in Wales that a name is, mutated or not."""
    found = radicals(word.small) & RULES["places"] if word.text[:1].isupper() else set()
    return min(found, default=None)


def _in_place(before: Word, word: Word, place: str) -> Iterator[Finding]:
    nasal = mutate(place, "nasal") or place
    preposition = _fitting(before, nasal)
    if (before.small, word.small) != (preposition.lower(), nasal):
        fault = "lacks a mutation" if word.small == place else "has the wrong mutation"
        yield f"“{before.text} {word.text}” {fault}", f"write {preposition} {nasal.capitalize()}"


def neighbours(pair: CheckedUnit) -> Iterator[tuple[Word, Word]]:
    """The words of a Welsh translation two by two, where nothing but a space is between them."""
    if pair.language == "cy":
        yield from ((before, word) for before, word in pairwise(welsh_words(pair.target)) if word.follows)


def shown(word: Word) -> str:
    """A word as it is written, with its clitic."""
    return f"{word.text}'{word.clitic}" if word.clitic else word.text


def _is_yn(word: Word) -> bool:
    return word.small == "yn" and not word.clitic or word.clitic == "n" and word.small not in RULES["hosts_of_ein"]


def _more(word: Word) -> str | None:
    """What mwy and da are after yn: of no kind, as they may stand for a number and for livestock."""
    return mutate(word.text, "soft") if word.small in RULES["more"] else None


def had_ll_or_rh(word: Word) -> bool:
    """Whether a word is with ll or rh whatever it may be unmutated."""
    return all(one.radical.startswith(LL_RH) for one in readings(word.small))


def _lacking(before: Word, word: Word, wanted: str) -> Finding:
    return f"“{shown(before)} {word.text}” lacks a mutation", f"write {shown(before)} {wanted}"
