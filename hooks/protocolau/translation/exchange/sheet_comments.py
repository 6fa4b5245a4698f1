"""Comments on the cells of a spreadsheet, in which translators ask what they do not put into the column of notes."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from protocolau.read.problem import Problem
from protocolau.translation.exchange.mistaken import named

_PART = re.compile(r"xl/(?:comments|comments/comment|threadedComments/threadedComment)\d*\.xml")
_PLACE = re.compile(rb'<(?:\w+:)?(?:threadedC|c)omment\b[^>]*? ref="([A-Z]{1,3}\d{1,7})"')


def comments_not_read(data: bytes, path: Path) -> Iterator[Problem]:
    """What is said of the cells of a workbook that have comments, all in one line."""
    with ZipFile(BytesIO(data)) as archive:
        parts = [archive.read(name) for name in archive.namelist() if _PART.fullmatch(name)]
    cells = list(dict.fromkeys(found.decode() for part in parts for found in _PLACE.findall(part)))
    if cells:
        line = int(re.sub(r"\D", "", cells[0]))
        remedy = "put a remark into the column of notes"
        yield Problem(path, line, f"what is remarked on the cells {named(cells)} is not read", remedy)
