"""The initial mutations of Welsh, forwards (mutate, forms) and backwards (radicals).

Going back is one-to-many: "fan" may be ban, man or fan. The answer is therefore a set, and two
forms are compared by where their sets meet. Nothing here folds p, b, f and m into one letter.
The rules are data: see mutations.yml, which also names the grammar they come from.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from protocolau.runtime import yaml_loader

MUTATIONS = yaml.load(Path(__file__).with_name("mutations.yml").read_text("utf-8"), yaml_loader.SafeLoader)


def _table(mutation: str) -> dict[str, str]:
    """The radical letters that take a mutation, each with what it becomes."""
    rows = MUTATIONS["radicals"].items()
    return {letter: row[mutation] for letter, row in rows if mutation in row}


TABLES = {mutation: _table(mutation) for mutation in ("soft", "nasal", "aspirate")}
# The first of the order wins, so it is laid on last.
TABLES["mixed"] = {k: v for m in reversed(MUTATIONS["mixed"]["order"]) for k, v in TABLES[m].items()}
TABLES["h"] = {vowel: f"h{vowel}" for vowel in MUTATIONS["h"]["vowels"]}
CHANGES = {change for table in TABLES.values() for change in table.items()}
INITIALS = {*MUTATIONS["digraphs"], *MUTATIONS["clusters"]}
LOSES_G = {*MUTATIONS["after_lost_g"], *MUTATIONS["h"]["vowels"]}

APOSTROPHE = f"[{MUTATIONS['apostrophes']}]"
CLITIC = f"{APOSTROPHE}(?:{'|'.join(MUTATIONS['clitics'])})"
# A hyphen joins: "is-gadeirydd" is one word, in which "cadeirydd" is not to be found.
OPENING, CLOSING, NOTHING = r"(?<![\w-])", r"(?![\w-])", r"(?!)"
_CLITIC_LAST = re.compile(f"(.+)({CLITIC})", re.IGNORECASE | re.DOTALL)


def _split(word: str) -> tuple[str, str]:
    """A word → its first letter, digraph or cluster, and the rest."""
    size = next((n for n in (3, 2) if word[:n].lower() in INITIALS), 1)
    return word[:size], word[size:]


def _possible(changed: str, rest: str) -> bool:
    """Whether a changed initial stays itself before what follows: no Welsh word turns t+d to dd."""
    first = _split(changed + rest)[0].lower()
    return changed.startswith(first) if changed else first in LOSES_G


def _cased(changed: str, rest: str, like: str) -> str:
    """An initial, in lower case, and the rest → one word, capitalised as another word is."""
    if like.isupper() and len(like) > 1:
        return changed.upper() + rest
    word = changed + rest
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


@cache
def mutate(word: str, mutation: str) -> str | None:
    """A radical and soft, nasal, aspirate, mixed or h → the form, or None if there is none."""
    initial, rest = _split(word)
    changed = TABLES[mutation].get(initial.lower())
    if changed is None or not _possible(changed, rest):
        return None
    return _cased(changed, rest, like=word)


@cache
def forms(word: str) -> frozenset[str]:
    """A radical → itself and every mutated form of it."""
    mutated = (mutate(word, mutation) for mutation in TABLES)
    return frozenset({word, *(form for form in mutated if form is not None)})


def _guesses(form: str) -> Iterator[str]:
    """A form → what it may have been before each change that leaves such a beginning."""
    for radical, changed in CHANGES:
        if form.lower().startswith(changed):
            rest = form[len(changed) :]
            # Where a g was lost the capital has moved on to the next letter: Wybodaeth.
            rest = rest if changed or form.isupper() else rest[:1].lower() + rest[1:]
            yield _cased(radical, rest, like=form)


@cache
def radicals(form: str) -> frozenset[str]:
    """A form → every radical it may come from, itself too: guess, then keep what mutates forward again."""
    return frozenset({form, *(guess for guess in _guesses(form) if form in forms(guess))})


def split_clitic(token: str) -> tuple[str, str]:
    """A token → the word and its clitic with the apostrophe: Safonau'r → Safonau, 'r."""
    match = _CLITIC_LAST.fullmatch(token)
    return (match[1], match[2]) if match else (token, "")


def _either_case(form: str) -> str:
    """A form → a pattern for it with a capital or a small initial."""
    cases = sorted({form[0].lower(), form[0].upper()})
    initial = f"[{''.join(cases)}]" if form[0].isalpha() else re.escape(form[0])
    return initial + re.escape(form[1:])


def _word_pattern(word: str) -> str:
    """A word of a phrase → a pattern for its forms, with its own clitic or else any or none."""
    stem, clitic = split_clitic(word)
    ending = APOSTROPHE + re.escape(clitic[1:]) if clitic else f"(?:{CLITIC})?"
    stems = sorted({_either_case(form) for form in forms(stem)})
    return f"(?:{'|'.join(stems)}){ending}"


@cache
def phrase_pattern(phrase: str) -> str:
    """An unmutated phrase → a regular expression for it as it stands in running text.

    Each word in any form, any clitic after it, either apostrophe, any white space between, small
    or capital initials. For headings in capitals compile it with re.IGNORECASE.
    """
    words = r"\s+".join(_word_pattern(word) for word in phrase.split())
    return OPENING + words + CLOSING if words else NOTHING
