"""The lines that the import reads of a file, as tests look at them."""

from protocolau.importing.lines import Line, Table, lines_of
from protocolau.importing.reading import read_document


def lines(name: str, data: str | bytes) -> list[Line]:
    """The lines of a file of that name, those of its tables among them."""
    data = data.encode() if isinstance(data, str) else data
    return list(lines_of(read_document(name, data).blocks))


def shown(name: str, data: str | bytes) -> list[str]:
    """The words of each line of a file, after its number."""
    return [" ".join(filter(None, (line.number, line.text.strip()))) for line in lines(name, data)]


def cells_of(table: Table) -> list[list[str]]:
    """The words of every cell, with how many columns it covers; a plus where it only goes on from above."""
    return [
        [
            "+"
            if cell.continued
            else " ".join(line.text.strip() for line in lines_of(cell.blocks)) + "/" * (cell.span - 1)
            for cell in row
        ]
        for row in table.rows
    ]
