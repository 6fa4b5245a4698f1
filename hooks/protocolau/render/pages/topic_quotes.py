"""The statements of a wording as the page of a topic quotes them: what neighbours have in common is said once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from protocolau.comparison.difference import Piece
from protocolau.model.protocol import Council
from protocolau.translation.reading import DisplayedText


class Quoted(NamedTuple):
    """A statement out of its place: its words, what governs them, and the whole of its clause."""

    anchor: str
    number: str | None
    side: str | None
    """The side of those whom it binds."""
    text: str
    language: str
    why_adopted: str
    """Why it is quoted as it was adopted, where that is not in the language of the page: its translation is `stale`,
    the council has one that `exists` and is not held here, or there is none."""
    context: str
    """The heading, the lead-ins and the heads of a table under which it stands."""
    label: str
    """What to call its clause in a reference to it."""
    clause: str
    """The words of the whole clause, where it says more; of the leading wording alone. The others lead to theirs."""
    verdict: str = ""
    """How it compares with the leading wording; empty where it is part of it."""
    pieces: tuple[Piece, ...] = ()
    repeats: bool = False
    """Whether the leading wording has it to the letter, so that it need not be said again."""
    mixed_context: tuple[DisplayedText, ...] = ()
    """The parts of the context, where not all are in the language of its document."""
    as_at: tuple[Council, str] | None = None
    """Where a wording before it on the page has it to the letter, under the same words: the council and the clause."""


@dataclass(frozen=True, slots=True)
class QuotedRun:
    """Neighbouring statements of a wording of which the same is to be said: what governs them, and how they compare
    with the leading wording."""

    quotes: tuple[Quoted, ...]

    @property
    def first(self) -> Quoted:
        """A statement of it, which stands for all in what they have in common."""
        return self.quotes[0]

    @property
    def said_at(self) -> list[str]:
        """What to call the clauses of the wording before that has the same words, each once."""
        return list(dict.fromkeys(quote.as_at[1] for quote in self.quotes if quote.as_at))


class QuotedPart(NamedTuple):
    """Neighbouring statements of a wording that concern the same side."""

    side: str | None
    runs: list[QuotedRun]


def parts(quotes: Iterable[Quoted]) -> list[QuotedPart]:
    """The statements of a wording, in their order, neighbours together that have something in common."""
    return [QuotedPart(side, _runs(part)) for side, part in groupby(quotes, key=lambda quote: quote.side)]


def _runs(quotes: Iterable[Quoted]) -> list[QuotedRun]:
    return [QuotedRun(tuple(run)) for _, run in groupby(quotes, key=_in_common)]


def _in_common(quote: Quoted) -> tuple[object, ...]:
    """What a run has in common. What is not said again has no words to be governed."""
    again = "the leading" if quote.repeats else quote.as_at[0].slug if quote.as_at else ""
    clause = (quote.label, quote.clause) if quote.clause else ()
    return quote.verdict, quote.language, quote.why_adopted, again, "" if again else quote.context, clause


def said_once(wordings: Sequence[tuple[Council, Sequence[Quoted]]]) -> Iterator[list[Quoted]]:
    """The statements of each wording of a page, of which the council is the first that uses it; where a wording before
    has one under the same words, of which the same is to be said, it says where. What the leading wording has itself is
    said to be the same as that."""
    first: dict[tuple[object, ...], tuple[Council, str]] = {}
    for council, quotes in wordings:
        yield [_as_before(quote, first.get(_said(quote))) for quote in quotes]
        for quote in quotes:
            first.setdefault(_said(quote), (council, quote.label))


def _as_before(quote: Quoted, before: tuple[Council, str] | None) -> Quoted:
    return quote if before is None or quote.repeats else quote._replace(as_at=before)


def _said(quote: Quoted) -> tuple[object, ...]:
    return quote.text, quote.language, quote.context, quote.side, quote.verdict
