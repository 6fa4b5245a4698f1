"""Tables: those of words as tables, those that only arrange a text as its lines."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from protocolau.importing.lines import BULLET, Block, Cell, Line, Run, Table, lines_of
from protocolau.importing.own_styles import heads_said
from protocolau.importing.structure.draft import Draft, DraftCell
from protocolau.importing.structure.markers import typed_marker
from protocolau.importing.structure.marks import escaped, marked_text
from protocolau.importing.structure.paragraphs import parted_runs
from protocolau.language.marks import plain

_MOST_COLUMNS = 12
_ASKS = re.compile(r"(?:what|who|whom|beth|pwy)\b[^.;?]*\??$", re.IGNORECASE)
_SIDE = re.compile(
    r"\W*(?:(?:role of|all|elected|the|yr?|rôl)\s+)*(?:members?|councillors?|officers?|staff|employees|clerk|council|"
    r"aelodau|cynghorwyr|swyddogion|clerc|cyngor)\W*",
    re.IGNORECASE,
)
_BLOCKS_OF_A_PAGE = 5
_LONGEST_HEAD = 4
"""Words of the head of a column, where nothing but its words says that it is one."""


def unwrapped(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks, with tables that only arrange a text put back into lines."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
        elif heads_said(block) is None and (
            all(len(row) == 1 for row in block.rows) or _one_cell(block) or _holds_a_page(block)
        ):
            yield from _caption(block)
            for row in block.rows:
                for cell in row:
                    yield from unwrapped(cell.blocks)
        elif heads_said(block) is None and _numbers_first(block):
            yield from _caption(block)
            for row in block.rows:
                yield from _numbered_row(row)
        else:
            yield block


def _caption(table: Table) -> Iterator[Line]:
    """The caption of a table, where it has one."""
    if table.caption:
        yield table.caption


def _one_cell(table: Table) -> bool:
    return sum(1 for row in table.rows for cell in row if any(line.text.strip() for line in lines_of(cell.blocks))) == 1


def _holds_a_page(table: Table) -> bool:
    """Whether one cell is a whole page, beside which at most a menu stands: no row of words has headings or tables."""
    cells = [cell for row in table.rows for cell in row]
    sizes = [sum(len(line.text) for line in lines_of(cell.blocks)) for cell in cells]
    largest = cells[sizes.index(max(sizes))].blocks
    inner = any(isinstance(one, Table) or one.outline is not None for one in largest)
    return inner and len(largest) >= _BLOCKS_OF_A_PAGE and 4 * max(sizes) >= 3 * sum(sizes)


def _numbers_first(table: Table) -> bool:
    """Whether the first cell of nearly every row is a number and nothing else."""
    rows = [row for row in table.rows if len(row) == 2]
    if len(rows) < 2 or len(rows) < len(table.rows):
        return False
    alone = [number_alone(row[0]) for row in rows]
    return sum(bool(one) for one in alone) >= 0.6 * len(rows) and any(_words(row[1]) for row in rows)


def number_alone(cell: Cell) -> str:
    """The number that is all that stands in a cell; nothing where it is not."""
    lines = list(lines_of(cell.blocks))
    if len(lines) != 1:
        return ""
    if lines[0].number and not lines[0].text.strip():
        return lines[0].number
    text = lines[0].text.strip()
    marker, rest = typed_marker(f"{text} X")
    if marker and rest == "X" and (marker.kind != "figure" or marker.form != "#"):
        return text
    return ""


def _numbered_row(row: tuple[Cell, ...]) -> Iterator[Block]:
    number = number_alone(row[0])
    inner = list(unwrapped(row[1].blocks))
    if number and inner and isinstance(inner[0], Line) and not inner[0].number:
        yield replace(inner[0], number=number, apart=True)
        yield from inner[1:]
        return
    for cell in row:
        yield from unwrapped(cell.blocks)


def _words(cell: Cell) -> str:
    """The words of a cell on one line, with the numbers of its lists."""
    parts: list[str] = []
    for line in lines_of(cell.blocks):
        text = re.sub(r"\s+", " ", line.text).strip()
        number = "" if line.number == BULLET and not parts else line.number
        if part := " ".join(filter(None, (number, text))):
            parts.append(part)
    return re.sub(r"^[•·\-–—]\s+", "", " ".join(parts))


def _holds_a_table(cell: Cell) -> bool:
    """Whether a table of words stands in a cell, of which the words alone can be kept there."""
    return any(isinstance(one, Table) for one in unwrapped(cell.blocks))


def table_draft(table: Table) -> Draft:
    """A table as a provision, without the rows and columns in which nothing stands."""
    draft = Draft(place=table.place, page=table.page)
    width = max((sum(cell.span for cell in row) for row in table.rows), default=1)
    cells = [[DraftCell(escaped(_words(cell)), cell.span) for cell in row] for row in table.rows]
    draft.rows = _without_empty_columns([_as_wide(row, width) for row in cells if any(cell.text for cell in row)])
    width = sum(cell.span for cell in draft.rows[0]) if draft.rows else 1
    if any(cell.continued or not _words(cell) for row in table.rows for cell in row):
        draft.doubts.append("table with empty cells")
    rows, said = table.rows, heads_said(table)
    if width > _MOST_COLUMNS or any(_holds_a_table(cell) for row in table.rows for cell in row):
        draft.doubts.append("table made flat")
    titles = [marked_text(table.caption, table.caption.text)] if table.caption else []
    if said is None and _is_titled(rows, draft.rows):
        titles += [cell.text for cell in draft.rows.pop(0) if cell.text]
        rows = rows[1:]
    draft.heading = " ".join(titles)
    heads = (table.heads or _bold_heads(rows) or _heads_by_words(draft.rows)) if said is None else said
    draft.heads = 1 if heads == 1 and len(draft.rows) > 1 and len(draft.rows[0]) > 1 else 0
    if width > _MOST_COLUMNS:
        draft.rows = [[DraftCell(" ".join(cell.text for cell in row if cell.text))] for row in draft.rows]
        draft.heads = 0
    return draft


def _is_titled(rows: tuple[tuple[Cell, ...], ...], made: list[list[DraftCell]]) -> bool:
    """Whether the first row is what the table is called, above the heads of its columns."""
    enough = len(rows) > 2 and len(made) > 2 and sum(cell.span for cell in made[0]) > 1
    return enough and _says_one_thing(made[0]) and _bold(rows[0]) and _bold(rows[1])


def _bold_heads(rows: tuple[tuple[Cell, ...], ...]) -> int:
    """One where the first row alone is bold."""
    return int(len(rows) > 1 and _bold(rows[0]) and not any(_bold(row) for row in rows[1:]))


def _heads_by_words(rows: list[list[DraftCell]]) -> int:
    """One where the first row asks, or names the sides, or has a few words and every column says much more below. Its
    first cell may be empty, above the names of rows."""
    if len(rows) < 3 or len(rows[0]) < 2:
        return 0
    heads = [plain(cell.text) for cell in rows[0]]
    said = heads if heads[0] else heads[1:]
    if not all(said):
        return 0
    if all(map(_ASKS.match, said)) or len({*heads}) > 1 and all(map(_SIDE.fullmatch, said)):
        return 1
    whole = [row for row in rows[1:] if len(row) == len(heads)]
    columns = zip(heads, zip(*whole, strict=True), strict=True) if whole else ()
    judged = [(head, [cell.text for cell in column]) for head, column in columns if head]
    return int(len(whole) > 1 and all(_heads(head, below) for head, below in judged))


def _heads(head: str, below: list[str]) -> bool:
    """Whether words head a column of cells that say more than they."""
    long, least = len(head.split()), sum(len(text.split()) for text in below) / len(below)
    may = head[:1].isupper() and long <= _LONGEST_HEAD and not re.search(r"\d|[.;:,]$", head)
    return may and least >= max(2 * long, 3)


def _says_one_thing(row: list[DraftCell]) -> bool:
    return sum(1 for cell in row if cell.text) == 1


def _bold(row: tuple[Cell, ...]) -> bool:
    lines = [line for cell in row for line in lines_of(cell.blocks) if line.text.strip()]
    return bool(lines) and all(line.bold for line in lines)


def _as_wide(row: list[DraftCell], width: int) -> list[DraftCell]:
    """A row that breaks off before the last column, whose last cell covers the others."""
    missing = width - sum(cell.span for cell in row)
    return [*row[:-1], replace(row[-1], span=row[-1].span + missing)] if missing else row


def _without_empty_columns(rows: list[list[DraftCell]]) -> list[list[DraftCell]]:
    """Rows of one width without the columns in which no cell has words that covers no other column that is left."""
    width = sum(cell.span for cell in rows[0]) if rows else 0
    ends: dict[int, int] = {}
    for row in rows:
        for cell, end in zip(row, accumulate(cell.span for cell in row), strict=True):
            if cell.text:
                ends[end - cell.span] = min(end, ends.get(end - cell.span, end))
    kept, next_kept = [0] * width, width
    for column in reversed(range(width)):
        if column in ends and ends[column] <= next_kept:
            kept[column], next_kept = 1, column
    before = [0, *accumulate(kept)]
    return [_narrower(row, before) for row in rows]


def _narrower(row: list[DraftCell], before: list[int]) -> list[DraftCell]:
    """A row of which as many columns are left before each as is given, without the cells that cover none of them."""
    ends = list(accumulate(cell.span for cell in row))
    spans = [before[end] - before[end - cell.span] for cell, end in zip(row, ends, strict=True)]
    return [replace(cell, span=span) for cell, span in zip(row, spans, strict=True) if span]


def from_tabs(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks, with neighbouring lines whose parts stand behind tabs made a table."""
    group: list[Line] = []
    for before, block in zip((None, *blocks), blocks, strict=False):
        if _is_rest(before, block) and not any("\t" in line.text.strip() for line in group):
            yield from (*group, block)
            group = []
            continue
        if isinstance(block, Line) and not block.number and (not group or not block.apart) and not marker_at(block):
            group.append(block)
            continue
        yield from _table_of(group)
        group = []
        if isinstance(block, Line) and not block.number and not marker_at(block):
            group = [block]
        else:
            yield block
    yield from _table_of(group)


def _is_rest(before: Block | None, block: Block) -> bool:
    """Whether a line is known to be the rest of the sentence above it, and so no row."""
    lines = isinstance(before, Line) and isinstance(block, Line)
    return lines and before.full and not block.apart and "\t" not in block.text.strip()  # type: ignore[union-attr]


def marker_at(line: Line) -> bool:
    """Whether a line begins with a number."""
    return typed_marker(line.text)[0] is not None and not re.match(r"(?i:annex|appendix|section|part)", line.text)


_LABEL = re.compile(
    r"date|(?:(?:last|next) )?review|approv|adopt|ratif|version|author|owner|issue|minute|cycle|dyddiad|adolyg|"
    r"cymeradwy|fersiwn|awdur",
    re.IGNORECASE,
)


def in_pairs(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks, with short lines that take turns as label and value made a table."""
    index = 0
    while index < len(blocks):
        length = _pairs_at(blocks, index)
        if length < 4:
            yield blocks[index]
            index += 1
            continue
        lines = [line for line in blocks[index : index + length] if isinstance(line, Line)]
        cells = [Cell((replace(line, apart=False),)) for line in lines]
        yield Table(tuple(zip(cells[::2], cells[1::2], strict=True)), lines[0].place, lines[0].page)
        index += length


def _pairs_at(blocks: tuple[Block, ...], start: int) -> int:
    """How many lines from here are labels and values in turn."""
    length = 0
    while start + length + 1 < len(blocks):
        label, value = blocks[start + length], blocks[start + length + 1]
        if not isinstance(label, Line) or not isinstance(value, Line) or not _short(label, 40) or not _short(value, 60):
            break
        if not _LABEL.match(label.text.strip()) or re.search(r"\d{4}|:", label.text) or label.text.isupper():
            break
        length += 2
    return length


def _short(line: Line, most: int) -> bool:
    return not line.number and 0 < len(line.text.strip()) <= most and line.outline is None


def _at_tabs(line: Line) -> list[tuple[Run, ...]]:
    """The parts of a line, without empty ones at its end."""
    parts = [tuple(run for run in part if run.text) for part in parted_runs(line.runs, "\t")]
    while len(parts) > 1 and not "".join(run.text for run in parts[-1]).strip():
        parts.pop()
    return parts


def _table_of(group: list[Line]) -> Iterator[Block]:
    tabbed = [line for line in group if "\t" in line.text.strip()]
    if len(tabbed) < 3 or len(tabbed) < 0.5 * len(group) or max(len(line.text) for line in group) > 400:
        yield from group
        return
    rows = tuple(tuple(Cell((replace(line, runs=runs, apart=False),)) for runs in _at_tabs(line)) for line in group)
    yield Table(rows, group[0].place, group[0].page)
