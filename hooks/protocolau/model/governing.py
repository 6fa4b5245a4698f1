"""What stands above a provision and governs its words: headings, and what leads into a list, a table or a sentence.

"Disclose confidential information" without "you must not" says the opposite. Whoever quotes a provision out of its
place quotes with it what is found here.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from protocolau.model.provision import Provision, Table
from protocolau.model.statements import Statement

_LEADS_ON = re.compile(r"[:–—-][*\s]*$")
"""The end of a text that leads on to what stands below it."""
_SENTENCE_ENDS = re.compile(r"[.!?:;…][*\s)\]'\"’”]*$")
_WITHIN = re.compile(r"(?<=\w{3})[.!?]['\"’”)]*\s+(?=[^\W\da-z])")
"""Where a sentence ends within a text: not after the letters of "e.g."."""


@dataclass(frozen=True, eq=False, slots=True)
class Governing:
    """What governs a provision, the outermost first. Siblings share one."""

    headings: tuple[Provision, ...] = ()
    """The provisions with a heading that hold it."""
    lead_ins: tuple[Statement, ...] = ()
    """What leads into the lists and tables that it is an item or a cell of, heads of columns and rows included."""
    row_head: tuple[Statement, ...] = ()
    """What names the column and the row of a cell, where the rows of its table have names: `Decide within`, `A
    complaint about an officer`, without which a number of days says little."""

    @property
    def nearest_headings(self) -> tuple[Provision, ...]:
        """The headings that are shown above it: two, or the last of them, where it has a lead-in besides."""
        return self.headings[-1:] if self.lead_ins else self.headings[-2:]


_NOTHING = Governing()


def governing(body: Iterable[Provision]) -> dict[str, Governing]:
    """What governs each provision of a body and of everything inside it, by its anchor."""
    found: dict[str, Governing] = {}
    for part in body:
        _govern(found, part, _NOTHING)
    return found


def ends_sentence(text: str) -> bool:
    """Whether a sentence ends with a text, or a part of one that stands by itself."""
    return bool(_SENTENCE_ENDS.search(text))


def last_sentence(text: str) -> str:
    """The last sentence of a text, or what there is of it."""
    return _WITHIN.split(text)[-1]


def sentence_before(statements: Sequence[Statement], position: int) -> tuple[Statement, ...]:
    """The statements with which the sentence of the one at a position begins; none where it begins itself."""
    start = position
    while start and not ends_sentence(statements[start - 1].text):
        start -= 1
    return tuple(statements[start:position])


def _govern(found: dict[str, Governing], provision: Provision, above: Governing) -> None:
    """Note what governs a provision and everything inside it, given what governs the provision itself."""
    found[provision.anchor] = above
    if not provision.items and not provision.table and not provision.provisions:
        return
    below = Governing((*above.headings, provision) if provision.heading else above.headings)
    led = Governing(below.headings, (*above.lead_ins, *_lead_in(provision)))
    for item in provision.items:
        _govern(found, item, led)
    if provision.table:
        _govern_cells(found, provision.table, led)
    leads_on = not provision.items and not provision.table and _LEADS_ON.search(provision.text or "")
    for inner in provision.provisions:
        begins_anew = inner.heading and inner.kind != "table"
        _govern(found, inner, led if leads_on and not begins_anew else below)


def _lead_in(provision: Provision) -> tuple[Statement, ...]:
    """The sentence that leads into what stands below a provision: the last of its text."""
    last = len(provision.statements) - 1
    return (*sentence_before(provision.statements, last), provision.statements[last]) if last >= 0 else ()


def _govern_cells(found: dict[str, Governing], table: Table, led: Governing) -> None:
    for column in table.columns:
        found[column.anchor] = led
    named = replace(table, row_headers=table.row_headers or _begins_with_names(table))
    for cell, heads in named.cells_with_heads():
        said = tuple(statement for head in heads for statement in head.statements)
        is_named = any(head not in table.columns for head in heads)
        found[cell.anchor] = Governing(led.headings, (*led.lead_ins, *said), said if is_named else ())


def _begins_with_names(table: Table) -> bool:
    """Whether the first cell of each row has words that are on no topic, while others of the table are on one: it says
    of what they are said, though nobody has told that it names the row."""
    rows = [row for row in table.rows if len(row) > 1]
    others = (cell for row in rows for cell in row[1:])
    return all(row[0].text and not row[0].topics for row in rows) and any(cell.topics for cell in others)
