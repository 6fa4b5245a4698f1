"""Who does a thing and to whom it is owed, by the grammar of English.

Members can expect from officers: …      by officers, to members
Officers should not …, Members must: …   by the one before the verb
… should be given by the Clerk to …      by the one after "by", to the one before the verb
"""

from collections.abc import Sequence

from protocolau.importing.suggestions.sentence import Grammar, Parties, SentenceWord, named, other_side, together

_VERBS = frozenset(
    [
        "should",
        "must",
        "will",
        "shall",
        "may",
        "can",
        "cannot",
        "are",
        "is",
        "have",
        "has",
        "need",
        "needs",
        "do",
        "does",
        "ought",
        "serve",
        "serves",
        "undertake",
        "agree",
        "act",
        "acts",
        "provide",
        "provides",
        "keep",
        "support",
        "play",
    ]
)
_NOT_SUBJECT = frozenset(["of", "to", "from", "with", "between", "by", "for"])
_JOINS = frozenset(["and", "or"])
_RELATIVE = frozenset(["who", "which", "that"])
"""Before a verb, which then says who is meant and not who does it: "an officer who is asked by a Member must reply"."""
_TASKS = frozenset(["role", "roles", "job", "task", "tasks", "duty", "duties", "responsibility", "responsibilities"])
_BEFORE_PARTY = frozenset(["the", "a", "an", "all", "any", "their", "its", "every", "each", "other", "individual"])


def _expected(words: Sequence[SentenceWord]) -> Parties | None:
    place = next((place for place, word in enumerate(words) if word.key == "expect"), None)
    if place is None or not (to := together(word.key for word in words[:place] if word.is_party)):
        return None
    after = [word.key for before, word in zip(words[place:], words[place + 1 :], strict=False) if _owes(before, word)]
    return Parties(together(after) or other_side(to), to)


def _owes(before: SentenceWord, word: SentenceWord) -> bool:
    return word.is_party and before.key in ("from", "of", "by", "both")


def _said(words: Sequence[SentenceWord]) -> Parties | None:
    """Who stands before the verb; in a passive sentence, who stands after "by"."""
    subject, verb = _subject(words)
    for place in range(verb, min(len(words), verb + 14)):
        if words[place].key == "by" and (doer := _party_after(words, place)):
            beside = tuple(word.key for word in (*words[verb:place], *words[place + 3 :]) if word.is_party)
            return Parties((doer,), subject or beside[:1])
    if not subject:
        return _whose_task(words)
    others = tuple(word.key for word in words[verb:] if word.is_party and word.key not in subject)
    return Parties(subject, others[:1])


def _whose_task(words: Sequence[SentenceWord]) -> Parties | None:
    """Who has the task of which is spoken: "it is the responsibility of the Clerk to …"."""
    for place, (task, of) in enumerate(zip(words, words[1:], strict=False)):
        if task.key in _TASKS and of.key == "of" and (by := named(words[place + 2 :], _BEFORE_PARTY, _JOINS)):
            others = tuple(word.key for word in words[place + 2 :] if word.is_party and word.key not in by)
            return Parties(together(by), others[:1])
    return None


def _subject(words: Sequence[SentenceWord]) -> tuple[tuple[str, ...], int]:
    """The parties before the first verb, and its place."""
    found: list[str] = []
    governed = False
    relative = 0
    for place, word in enumerate(words):
        if word.is_party and relative:
            continue
        if word.is_party:
            governed = place > 0 and _is_governed(words, place, governed)
            found += [] if governed else [word.key]
        elif word.key in _VERBS and found and not relative and words[place - 1].key in _RELATIVE:
            relative = place
        elif word.key in _VERBS and (found or not (governed or _leads_to_clause(words, place))):
            return together(found), place
    return (together(found), relative) if relative else ((), len(words))


def _leads_to_clause(words: Sequence[SentenceWord], verb: int) -> bool:
    """Whether what is said stands in a clause that follows: "it is important that officers …"."""
    return any(word.key == "that" for word in words[verb + 1 : verb + 4])


def _is_governed(words: Sequence[SentenceWord], place: int, before: bool) -> bool:
    """Whether a party is the object of a preposition, its own or that of the party with which it is joined."""
    start = place - 1
    while start > 0 and words[start].key in _BEFORE_PARTY:
        start -= 1
    joins = words[start].key in _JOINS
    return words[start].key in _NOT_SUBJECT or (joins and before and words[start - 1].is_party)


def _party_after(words: Sequence[SentenceWord], place: int) -> str | None:
    after = words[place + 1 : place + 3]
    if after and after[0].is_party:
        return after[0].key
    if len(after) > 1 and after[0].key in _BEFORE_PARTY and after[1].is_party:
        return after[1].key
    return None


GRAMMAR = Grammar(_expected, _said, _BEFORE_PARTY)
