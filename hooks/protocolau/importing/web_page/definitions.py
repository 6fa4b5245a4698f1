"""Lists of definitions (`<dl>`): a term and what it means stand beside each other, questions over their answers."""

from collections.abc import Sequence
from dataclasses import replace

from protocolau.importing.lines import Block, Cell, Line, Table

TERM = "term"
"""The style of a line that is a term."""
_LONGEST = 400
"""Characters of a definition. What says more is a part of the text, and its term is the heading."""


def defined(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a list, in which terms have their style: a table with a row for each term and what is said of it
    or, where that is more than a few sentences, the blocks with each term bold.
    """
    rows: list[tuple[list[Line], list[Line]]] = []
    for one in blocks:
        if not isinstance(one, Line) or one.number or one.outline is not None:
            return _headed(blocks)
        is_term = one.style == TERM
        if is_term and (not rows or rows[-1][1]):
            rows.append(([], []))
        if not rows:
            return _headed(blocks)
        rows[-1][not is_term].append(one)
    if not rows or any(not said or sum(len(one.text) for one in said) > _LONGEST for _, said in rows):
        return _headed(blocks)
    return [Table(tuple((Cell(tuple(terms)), Cell(tuple(said))) for terms, said in rows), rows[0][0][0].place)]


def _headed(blocks: Sequence[Block]) -> list[Block]:
    return [
        replace(one, runs=tuple(replace(run, bold=True) for run in one.runs))
        if isinstance(one, Line) and one.style == TERM
        else one
        for one in blocks
    ]
