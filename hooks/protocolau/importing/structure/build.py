"""The whole way from a reading to provisions."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from protocolau.importing.lines import BULLET, Aside, Line, ReadDocument, Run
from protocolau.importing.own_styles import captioned, numbered
from protocolau.importing.structure.by_count import with_counted_numbers
from protocolau.importing.structure.draft import Draft
from protocolau.importing.structure.entries import Entry, entries
from protocolau.importing.structure.facts import DocumentFacts
from protocolau.importing.structure.furniture import set_apart
from protocolau.importing.structure.gather import gathered
from protocolau.importing.structure.glued import cut
from protocolau.importing.structure.marks import marked_text
from protocolau.importing.structure.paragraphs import joined
from protocolau.importing.structure.round_bullets import with_round_bullets
from protocolau.importing.structure.special import special
from protocolau.importing.structure.tables import from_tabs, in_pairs, table_draft, unwrapped
from protocolau.language.marks import plain


@dataclass(frozen=True)
class Structure:
    """What a document has become."""

    body: tuple[Draft, ...]
    asides: tuple[Aside, ...]
    facts: DocumentFacts
    source: tuple[str, ...]
    """The lines of the document that are its text, as they are printed."""


def structured(reading: ReadDocument) -> Structure:
    """The provisions of a reading, what is set aside, and what the document says of itself."""
    blocks = tuple(from_tabs(tuple(unwrapped(tuple(numbered(captioned(reading.blocks)))))))
    kept, asides = set_apart(blocks)
    counted = tuple(with_counted_numbers(tuple(with_round_bullets(tuple(in_pairs(kept))))))
    lines = tuple(cut(tuple(joined(counted))))
    found = entries(lines)
    notes = [_with_number(note) for note in reading.notes if note.text.strip()]
    body = gathered(found)
    body += [Draft(text=marked_text(note, note.text), place=note.place) for note in notes]
    body, facts, bare = special(body)
    empty = {(one.place, one.text) for one in bare}
    source = [line for entry in found for line in _printed(entry, empty)]
    source += [" ".join(note.text.split()) for note in notes]
    return Structure(tuple(body), (*reading.asides, *asides, *bare), facts, tuple(source))


def _with_number(note: Line) -> Line:
    """A line of a note, with the number that a list in it prints among its words."""
    if not note.number or note.number == BULLET:
        return note
    return replace(note, runs=(Run(f"{note.number} "), *note.runs))


def _printed(entry: Entry, empty: set[tuple[int, str]]) -> Iterator[str]:
    """A line, or the rows of a table, as a text file has them."""
    if entry.table is not None:
        table = table_draft(entry.table)
        if table.heading:
            yield plain(table.heading)
        for row in table.rows:
            yield "\t".join(plain(cell.text) for cell in row)
    elif entry.line is not None:
        number = entry.marker.printed if entry.marker else ""
        if number == BULLET and not entry.text.strip():
            return
        if entry.text.strip() or (entry.line.place, number) not in empty:
            yield " ".join(filter(None, (number, entry.line.beside, " ".join(entry.text.split()))))
