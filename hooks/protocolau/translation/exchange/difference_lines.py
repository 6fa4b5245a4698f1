"""What an import would change, in lines that a translator reads before it is done."""

from collections.abc import Iterable, Iterator

from protocolau.translation.exchange.import_outcome import UnitDifference


def difference_lines(differences: Iterable[UnitDifference]) -> Iterator[str]:
    """For each unit its name, and each of its words, state and note that would be another: before (-) and after (+)."""
    for difference in differences:
        yield difference.after.unit
        before, after = difference.before, difference.after
        yield from _lines("", before.target if before else None, after.target)
        yield from _lines("state: ", before.state if before else None, after.state)
        yield from _lines("note: ", before.note if before else None, after.note)
        if before and before.source != after.source:
            yield from _lines("made from: ", before.source, after.source)


def _lines(label: str, before: str | None, after: str | None) -> Iterator[str]:
    if before != after:
        for mark, text in (("-", before), ("+", after)):
            if text is not None:
                yield f"  {mark} {label}{text}"
