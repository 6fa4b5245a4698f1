"""Tables for spreadsheets: CSV (RFC 4180), with the mark by which Excel knows UTF-8."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_FORMULA = re.compile(r"^(?=[=+\-@＝＋－＠\t\r])")
"""Where a cell begins that a spreadsheet would take for a formula. Some take the wide signs of East Asia for one."""


def as_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows of cells; one that would be taken for a formula begins with an apostrophe."""
    written = io.BytesIO()
    with io.TextIOWrapper(written, "utf-8-sig", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writerows([_FORMULA.sub("'", cell) for cell in row] for row in rows)
        file.flush()
        return written.getvalue()
