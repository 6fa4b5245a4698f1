"""Which entries of a translation translate which statements of a clause.

A translator's entry holds the text that it was made from. The clause may have been cut anew since, in more or in
fewer statements, or reworded. Entries and statements are laid side by side by their words:

1. Runs of neighbouring statements and entries whose joined words are the same, to the letter, belong together, as
   many as possible, in the order of both. So cutting or tagging the same words anew makes nothing stale.
2. What lies between two such runs on both sides belongs together too: these entries are stale. Where there are as
   many entries as statements they are taken one by one, else as a whole.
3. Statements with no entry beside them are missing; entries with no statement beside them are left over.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from protocolau.runtime.values import value


@value(frozen=True, slots=True)
class UnitSpan:
    """Neighbouring statements and the neighbouring entries that translate them, by their places."""

    statements: range
    entries: range


def align(statements: Sequence[str], entries: Sequence[str]) -> list[UnitSpan]:
    """The spans of a clause, in order: given the words of its statements and the source words of its entries.

    Each statement and each entry is in exactly one span; either side of a span may be empty.
    """
    if list(statements) == list(entries):  # as nearly always
        return list(_one_by_one(len(statements)))
    spans: list[UnitSpan] = []
    at_statement = at_entry = 0
    for span in (*_equal_runs(tuple(statements), tuple(entries)), _end(statements, entries)):
        between = range(at_statement, span.statements.start), range(at_entry, span.entries.start)
        spans += _between(*between)
        if span.statements:
            spans.append(span)
        at_statement, at_entry = span.statements.stop, span.entries.stop
    return spans


@lru_cache(maxsize=256)
def _one_by_one(count: int) -> tuple[UnitSpan, ...]:
    """So many statements, each beside an entry of its own: held once for all clauses of so many."""
    return tuple(_between(range(count), range(count)))


def _end(statements: Sequence[str], entries: Sequence[str]) -> UnitSpan:
    return UnitSpan(range(len(statements), len(statements)), range(len(entries), len(entries)))


def _between(statements: range, entries: range) -> Iterator[UnitSpan]:
    """The spans of what lies between two runs of the same words."""
    if not statements and not entries:
        return
    if len(statements) == len(entries):
        for statement, entry in zip(statements, entries, strict=True):
            yield UnitSpan(range(statement, statement + 1), range(entry, entry + 1))
    elif not entries:
        for statement in statements:
            yield UnitSpan(range(statement, statement + 1), entries)
    else:
        yield UnitSpan(statements, entries)


def _equal_runs(statements: tuple[str, ...], entries: tuple[str, ...]) -> tuple[UnitSpan, ...]:
    """The runs of the same words, in order: those of most statements, and of these the shortest, first ones."""

    @cache
    def best(i: int, j: int) -> tuple[int, int, tuple[UnitSpan, ...]]:
        """From these places on: how many statements have their words, in how many runs, and the runs."""
        if i == len(statements) or j == len(entries):
            return 0, 0, ()
        choices = [best(i + 1, j), best(i, j + 1)]
        if span := _equal_run(statements, entries, i, j):
            taken, runs, rest = best(span.statements.stop, span.entries.stop)
            choices.insert(0, (taken + len(span.statements), runs + 1, (span, *rest)))
        return max(choices, key=lambda choice: choice[:2])

    return best(0, 0)[2]


def _equal_run(statements: tuple[str, ...], entries: tuple[str, ...], i: int, j: int) -> UnitSpan | None:
    """The shortest run of statements and entries from these places on whose words are the same; None without one.

    White space is left out of account, so that it makes no difference by what two parts are joined.
    """
    end, other_end = i + 1, j + 1
    words, other = _words(statements[i]), _words(entries[j])
    while words != other:
        if other.startswith(words) and end < len(statements):
            words += _words(statements[end])
            end += 1
        elif words.startswith(other) and other_end < len(entries):
            other += _words(entries[other_end])
            other_end += 1
        else:
            return None
    return UnitSpan(range(i, end), range(j, other_end))


def _words(text: str) -> str:
    return "".join(text.split())
