"""Which changes of cells are shown together: those of a row, or of a table that is new or was taken out."""

from collections import defaultdict
from collections.abc import Iterable

from protocolau.comparison.version_changes import ADDED, REMOVED, SAME, ProvisionChange
from protocolau.model.protocol import Version

RowPlace = tuple[bool, str, int]
"""Whether it is of the newer version, the provision with the table, and the row, that of the heads 0."""
TablePlace = tuple[bool, str]


class ChangedRows:
    """The rows and tables of two versions, beside all that became of their provisions."""

    def __init__(self, old: Version, new: Version, changes: Iterable[ProvisionChange]):
        self._rows = {**_rows(old, False), **_rows(new, True)}
        self._now: dict[RowPlace, RowPlace] = {}
        """Rows of the older version, each with that of the newer one in which a cell of it is now."""
        self._verdicts: dict[TablePlace, set[str]] = defaultdict(set)
        for change in changes:
            after = self._rows.get((True, change.new.anchor)) if change.new else None
            before = self._rows.get((False, change.old.anchor)) if change.old else None
            if before and after:
                self._now[before] = after
            for row in filter(None, (before, after)):
                self._verdicts[row[:2]].add(change.verdict)

    def row(self, change: ProvisionChange) -> RowPlace | None:
        """The row of a cell: where others of its row are still there and it is not, that in which they are now."""
        if change.new:
            return self._rows.get((True, change.new.anchor))
        row = self._rows.get((False, change.old.anchor)) if change.old else None
        return self._now.get(row, row) if row else None

    def is_whole(self, table: TablePlace) -> bool:
        """Whether a table as a whole is new, or was taken out."""
        return self._verdicts[table] in ({ADDED}, {REMOVED})

    def together(self, cells: list[ProvisionChange]) -> RowPlace | TablePlace | None:
        """What tells the cells of a row, or what is no cell, from what is shown next; None where nothing has changed
        in the row, or it is none."""
        row = self.row(cells[0])
        if row is None or all(change.verdict == SAME for change in cells):
            return None
        return row[:2] if self.is_whole(row[:2]) else row


def _rows(version: Version, is_new: bool) -> dict[tuple[bool, str], RowPlace]:
    """The row of every cell of a version, by its anchor."""
    return {
        (is_new, cell.anchor): (is_new, one.anchor, number)
        for one in version.provisions.values()
        if one.table
        for number, cells in enumerate((one.table.columns, *one.table.rows))
        for cell in cells
    }
