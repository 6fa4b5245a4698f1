"""What may befall a document on its way: its bytes, the parts of an archive, the marks and the words of a text."""

import random
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError

from tests.hostile.protocols import HOSTILE
from tests.word_files import packed

Mutation = Callable[[bytes, random.Random], bytes]

WORDS = (
    *HOSTILE, "\0", "\x0b\x0c\x1b[31m", "\ufeff", "\u2028", "\ud800", "\u202e", "\r", "\t" * 300, "=cmd|' /C calc'!A0",
    "%s%n", "---\n- !!python/object/apply:os.system [x]", "&a *a", ": ", "#", "?", "'", '"', "|", ">", "1.1.1.1.1.1",
    "(a)(b)(c)", "(i)", "Appendix A", "99999999999999999999.", "3 May 2022", "Tudalen 1 o 2", "Page 1 of 2", "* * *",
    "1) " * 50, "a" * 20_000, "\n" * 500, "\n1. x" * 400, "\n• x" * 400, "| a " * 200, "> " * 300, "<div>" * 400,
)  # fmt: skip
NUMBERS = ("-1", "0", "1e9", "99999999999999999999", "", "x", "NaN", "2147483648", "٣", "½", "1.5")
_TAG = re.compile(rb"<[^<>]*>")
_VALUE = re.compile(rb'"[^"<>]{0,40}"|\b\d+\b')


def mutated(name: str, data: bytes, chance: random.Random) -> bytes:
    """A document that one to four things have befallen."""
    for _ in range(chance.randint(1, 4)):
        data = chance.choice(list(_mutations(name)))(data, chance)
    return data


def _mutations(name: str) -> Iterator[Mutation]:
    yield from (_flipped, _cut, _repeated, _overwritten, _without)
    if name.endswith((".docx", ".odt")):
        yield from (_part_changed,) * 12
    else:
        yield from (_words_put_in, _words_put_in, _value_changed, _tag_moved, _lines_mixed)


def _place(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 2, 7, 40, 300, 3000)))


def _flipped(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 3, 20))):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _without(data: bytes, chance: random.Random) -> bytes:
    start, end = _place(data, chance)
    return data[:start] + data[end:]


def _repeated(data: bytes, chance: random.Random) -> bytes:
    start, end = _place(data, chance)
    return data[:start] + data[start:end] * chance.choice((2, 3, 50)) + data[end:]


def _overwritten(data: bytes, chance: random.Random) -> bytes:
    start, end = _place(data, chance)
    return data[:start] + chance.choice((b"\0", b"\xff", b"<", b" ")) * (end - start) + data[end:]


def _words_put_in(data: bytes, chance: random.Random) -> bytes:
    start, _ = _place(data, chance)
    return data[:start] + chance.choice(WORDS).encode("utf-8", "surrogatepass") + data[start:]


def _value_changed(data: bytes, chance: random.Random) -> bytes:
    found = list(_VALUE.finditer(data))
    if not found:
        return data
    one, value = chance.choice(found), chance.choice((*NUMBERS, *WORDS[:8])).encode()
    quote = one[0][:1] if one[0].startswith(b'"') else b""
    return data[: one.start()] + quote + value.replace(b'"', b"") + quote + data[one.end() :]


def _tag_moved(data: bytes, chance: random.Random) -> bytes:
    """A tag put where another stands, taken out, or written many times."""
    found = list(_TAG.finditer(data))
    if not found:
        return data
    one, other = chance.choice(found), chance.choice(found)
    put = chance.choice((b"", other[0], one[0] * 2, one[0] * 150))
    return data[: one.start()] + put + data[one.end() :]


def _lines_mixed(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines[: chance.randint(1, 80)])


def _part_changed(data: bytes, chance: random.Random) -> bytes:
    """An archive one of whose parts is changed, wanting, empty or called otherwise."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, ZlibError):
        return _flipped(data, chance)
    if not parts:
        return data
    name = chance.choice(list(parts))
    content = parts.pop(name)
    assert isinstance(content, bytes)
    change = chance.choice((_words_put_in, _value_changed, _value_changed, _tag_moved, _tag_moved, _repeated, _without))
    fates = [name] * 9 + ["", f"../{name}", name.upper()]
    if fate := chance.choice(fates):
        parts[fate] = change(content, chance)
    return packed(parts)
