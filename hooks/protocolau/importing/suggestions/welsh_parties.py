"""Who does a thing and to whom it is owed, by the grammar of Welsh, where the verb comes first.

Gall Cynghorwyr ddisgwyl gan swyddogion: …    by swyddogion, to Cynghorwyr
Dylai Aelodau …, Mae gan Swyddogion …         by the one after the verb
Rhaid i Aelodau …, Disgwylir i Swyddogion …   by the one after "i"
Rôl y Clerc yw …, Mater i'r Pwyllgor yw …     by the one whose task it is
Ni ddylai Swyddogion gael eu bwlio gan Aelodau   by the one after "gan", to the one to whom it is done
Dylid rhoi cyngor gan y Clerc i …             by the one after "gan", where the verb names nobody
Mae'n bwysig bod swyddogion yn rhoi …         by the subject of the clause, where the verb has none
Os yw Aelod yn ansicr, dylai ofyn …           by that of the condition, where nobody else is named
"""

from collections.abc import Iterator, Sequence

from protocolau.importing.suggestions.sentence import Grammar, Parties, SentenceWord, named, other_side, together
from protocolau.language.welsh.mutation import radicals

_BEFORE_PARTY = frozenset(["y", "yr", "r", "holl", "pob", "bob", "unrhyw", "rhai", "rhyw", "u", "ei", "eu"])
_FINITE = frozenset(
    [
        "dylai",
        "dylent",
        "gall",
        "gallant",
        "gallai",
        "gallent",
        "caiff",
        "cânt",
        "câi",
        "caent",
        "bydd",
        "byddant",
        "byddai",
        "byddent",
        "mae",
        "maent",
        "yw",
        "ydy",
        "ydynt",
        "rhaid",
    ]
)
"""Verbs whose subject follows them, and "rhaid", which says it with a preposition."""
_WITH_SUBJECT = frozenset(["i", "gan"])
"""What may stand between such a verb and the one who must or has: "rhaid i", "mae gan"."""
_OBLIGING = frozenset(["gofynnol", "disgwylir", "gofynnir", "caniateir", "angen"])
_TASKS = frozenset(
    [
        "rôl",
        "rolau",
        "swyddogaeth",
        "swyddogaethau",
        "dyletswydd",
        "dyletswyddau",
        "cyfrifoldeb",
        "mater",
        "gwaith",
        "tasg",
    ]
)
_PASSIVE = frozenset(["cael", "caiff", "cânt"])
_ITS = frozenset(["ei", "eu", "i", "u"])
"""What stands before the verb of something that is done to one: "cael eu bwlio"."""
_THAT = frozenset(["bod", "mai"])
_IF = frozenset(["os", "oni", "pan", "lle", "tra"])
_RELATIVE = frozenset(["sy", "sydd"])
_JOINS = frozenset(["a", "ac", "neu", "na", "nac"])
_IMPERSONAL = ("id", "ir", "wyd")
"""Endings of verbs that do not name who does the thing."""
_FAR = 14
"""Words after such a verb within which the one who does it is named with "gan"."""

_Found = tuple[tuple[str, ...], int]
"""Parties, and a place after the first word that names them."""


def _expected(words: Sequence[SentenceWord]) -> Parties | None:
    place = next((place for place, word in enumerate(words) if word.key in ("disgwyl", "ddisgwyl")), None)
    if place is None or not (to := together(word.key for word in words[:place] if word.is_party)):
        return None
    by = next((found for at in _places(words, "gan", place) if (found := _named(words, at + 1))), ())
    return Parties(together(by) or other_side(to), to)


def _said(words: Sequence[SentenceWord]) -> Parties | None:
    if passive := _passive(words):
        return passive
    ways = (_of_verb, _obliged, _whose_task, _focused, _by_whom, _of_clause, _of_condition)
    found = next((found for way in ways if (found := way(words))), None)
    if found is None:
        return None
    by, after = found
    others = tuple(word.key for word in words[after:] if word.is_party and word.key not in by)
    return Parties(together(by), others[:1])


def _of_verb(words: Sequence[SentenceWord]) -> _Found | None:
    return next(_subjects(words, of_conditions=False), None)


def _passive(words: Sequence[SentenceWord]) -> Parties | None:
    """Who does what is done to the subject: "ni ddylai swyddogion gael eu bwlio gan aelodau"."""
    for place in _all_of(words, _PASSIVE):
        own = next((at for at in range(place + 1, min(place + 4, len(words))) if words[at].key in _ITS), None)
        doers = (_named(words, at + 1) for at in _places(words[: place + _FAR], "gan", own or len(words)))
        if own and (by := next((doer for doer in doers if doer), ())):
            return Parties(together(by), together(word.key for word in words[:own] if word.is_party)[:1])
    return None


def _of_condition(words: Sequence[SentenceWord]) -> _Found | None:
    return next(_subjects(words, of_conditions=True), None)


def _subjects(words: Sequence[SentenceWord], of_conditions: bool) -> Iterator[_Found]:
    """The subjects of the verbs, of those of conditions or of the others."""
    for place, word in enumerate(words):
        if _is_one_of(word, _FINITE) and _is_conditional(words, place) == of_conditions:
            start = place + 2 if _key(words, place + 1) in _WITH_SUBJECT else place + 1
            if found := _named(words, start):
                yield found, start + 1


def _is_conditional(words: Sequence[SentenceWord], verb: int) -> bool:
    return any(word.key in _IF for word in words[max(0, verb - 2) : verb])


def _obliged(words: Sequence[SentenceWord]) -> _Found | None:
    places = (place + 2 for place in _all_of(words, _OBLIGING) if _key(words, place + 1) == "i")
    return _first_named(words, places)


def _whose_task(words: Sequence[SentenceWord]) -> _Found | None:
    places = (place + 2 if _key(words, place + 1) == "i" else place + 1 for place in _all_of(words, _TASKS))
    return _first_named(words, places)


def _of_clause(words: Sequence[SentenceWord]) -> _Found | None:
    return _first_named(words, (place + 1 for place in _all_of(words, _THAT)))


def _focused(words: Sequence[SentenceWord]) -> _Found | None:
    """Who stands before a relative verb: "Aelodau sy'n arwain"."""
    pairs = enumerate(zip(words, words[1:], strict=False), start=1)
    return next(
        (((word.key,), after) for after, (word, verb) in pairs if word.is_party and verb.key in _RELATIVE), None
    )


def _by_whom(words: Sequence[SentenceWord]) -> _Found | None:
    verb = next((at for at, word in enumerate(words) if not word.is_party and word.key.endswith(_IMPERSONAL)), None)
    if verb is None:
        return None
    doers = (_named(words, place + 1) for place in _places(words[: verb + _FAR], "gan", verb))
    return next(((doer, verb) for doer in doers if doer), None)


def _all_of(words: Sequence[SentenceWord], radical: frozenset[str]) -> Iterator[int]:
    """The places of the words that are one of some, in whatever mutation."""
    return (place for place, word in enumerate(words) if _is_one_of(word, radical))


def _is_one_of(word: SentenceWord, radical: frozenset[str]) -> bool:
    return not word.is_party and not radical.isdisjoint(radicals(word.key))


def _places(words: Sequence[SentenceWord], key: str, start: int) -> Iterator[int]:
    return (place for place in range(start, len(words)) if words[place].key == key)


def _key(words: Sequence[SentenceWord], place: int) -> str:
    return words[place].key if place < len(words) else ""


def _first_named(words: Sequence[SentenceWord], places: Iterator[int]) -> _Found | None:
    return next(((found, place + 1) for place in places if (found := _named(words, place))), None)


def _named(words: Sequence[SentenceWord], start: int) -> tuple[str, ...]:
    return named(words[start:], _BEFORE_PARTY, _JOINS)


GRAMMAR = Grammar(_expected, _said, _BEFORE_PARTY)
