"""The document from which a text was taken: a plain file beside it, not too large, with the same words."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from stat import S_ISREG

from protocolau.read.text import LARGEST
from protocolau.rules.fault import Fault
from protocolau.rules.provenance import SourceDifference, source_difference
from protocolau.schema.shapes import SourceShape

LARGEST_SOURCE = 20_000_000
"""Bytes of a source that is published as it is."""


def source_file_faults(folder: Path, source: SourceShape) -> Iterator[Fault]:
    """The source is an ordinary file in the folder, and not too large to be published."""
    path, named = folder / source.file, ("source", "file")
    try:
        size = _size_of_regular_file(path)
    except FileNotFoundError:
        yield Fault(named, f"the source '{source.file}' is not in this folder", "put it there or correct the name")
        return
    except OSError:
        yield Fault(named, f"the source '{source.file}' is no ordinary file", "put the document itself there, no link")
        return
    largest = LARGEST if path.suffix == ".txt" else LARGEST_SOURCE
    if size > largest:
        what = f"the source '{source.file}' has {size:,} bytes; at most {largest:,} are published"
        yield Fault(named, what, "keep a smaller one, or its text")
    elif path.suffix == ".txt" and (line := _line_not_utf8(path)):
        what = f"line {line} of the source '{source.file}' is not UTF-8 text"
        yield Fault(named, what, "save it again with the encoding UTF-8")


def _line_not_utf8(path: Path) -> int | None:
    """The first line, from 1, that is not UTF-8, or has bytes of nothing, as UTF-16 has; None where all are text."""
    content = path.read_bytes()
    if b"\0" in content:
        return content.count(b"\n", 0, content.index(b"\0")) + 1
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return content.count(b"\n", 0, error.start) + 1
    return None


def difference_from_source(
    folder: Path, source: SourceShape, texts: Iterable[tuple[str, str]]
) -> SourceDifference | None:
    """Where some texts, each with its anchor, first differ from the source, if that is a text file without a fault."""
    path = folder / source.file
    if path.suffix != ".txt" or any(source_file_faults(folder, source)):
        return None
    return source_difference(path.read_text("utf-8", "replace"), source.omits, texts)


def parted(difference: SourceDifference, name: str) -> tuple[str, str]:
    """What is wrong and what to do where a text and its source, a file of a name, part."""
    what = f"line {difference.line} of {name} has “{difference.source}” where the protocol has “{difference.protocol}”"
    return what, "write the words as they stand in the source, to the letter"


def _size_of_regular_file(path: Path) -> int:
    """The size of a file in its folder. OSError where it is a link out of it, a folder, a device or a pipe."""
    status = path.lstat()
    if not S_ISREG(status.st_mode):
        raise OSError
    return status.st_size
