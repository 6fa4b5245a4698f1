"""A PDF for paper, screen and screen readers: PDF/UA-1 and PDF/A-2a. How it looks is the theme's `protocol.typ`."""

import io
import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import typst

from protocolau.exporting import pdf_metadata
from protocolau.exporting.outgoing_document import OutgoingDocument, OutgoingProvision, encoded
from protocolau.library.library import RELATIONS
from protocolau.read.problem import faulty

TEMPLATE = "export/protocol.typ"
"""The way to the template within the theme."""

_STAMP = datetime(1980, 1, 1, tzinfo=UTC)
"""What typst, which sets no PDF/A without a date, is given in its place: `pdf_metadata` puts there what is known."""

_STANDARDS: dict[str, Any] = {"format": "pdf", "pdf_standards": ["ua-1", "a-2a"], "timestamp": _STAMP}
_ALONE = b'#set document(title: "A")\n#set text(font: "Libertinus Serif", lang: "en")\na%s'
"""A document of one character after a letter, since it may be a mark on one."""

_DEEPEST = 8
"""Levels of provisions within each other that typst sets: it gives up on lists of nine."""

_TYPESETTING: set[int] = set()
"""The processes in which typst has begun threads of its own. A fork has none of them, and would wait for ever."""


def can_be_forked() -> bool:
    """Whether forks of this process can still set type."""
    return os.getpid() not in _TYPESETTING


def write(theme: Path, *documents: OutgoingDocument) -> bytes:
    """The PDF of a document by the theme of a folder; of two, both side by side, the first on the left. Raises Faulty
    for what is too long for one."""
    documents = tuple(replace(one, body=tuple(_raised(one.body, 1))) for one in documents)
    try:
        return _packed(_set(theme, documents), documents)
    except typst.TypstError as error:
        one = documents[0]
        place = Path(one.council_slug, *([one.kind] if one.kind != RELATIONS else []), f"{one.version}.yml")
        remedy = "write very long headings under 'text', and shorten very long notes"
        raise faulty(place, 1, f"no PDF can be made of this ({str(error).splitlines()[0]})", remedy) from None


def _set(theme: Path, documents: Sequence[OutgoingDocument]) -> bytes:
    """The PDF as it is first set, with the numbers of characters that no typeface has in their places."""
    told = _told(documents)
    try:
        return _made(theme, told)
    except typst.TypstError:
        lacking = {character for character in set(told) if not (character.isascii() or _has_glyph(character))}
        if not lacking:
            raise
        said = [replace(one, notices=(*one.notices, one.labels.lacking)) for one in documents]
        return _made(theme, _told(said).translate({ord(one): f"[U+{ord(one):04X}]" for one in lacking}))


def _raised(siblings: Sequence[OutgoingProvision], level: int) -> Iterator[OutgoingProvision]:
    """Provisions at a level, and after each what would be too deep in it."""
    for one in siblings:
        if level < _DEEPEST:
            items, provisions = (tuple(_raised(inner, level + 1)) for inner in (one.items, one.provisions))
            yield replace(one, items=items, provisions=provisions)
        else:
            yield replace(one, items=(), provisions=())
            yield from _raised(tuple(one.children()), level)


def _told(documents: Sequence[OutgoingDocument]) -> str:
    """What the template is told."""
    return f"[{','.join(encoded(one).decode() for one in documents)}]"


def _made(theme: Path, told: str) -> bytes:
    return typeset(theme / TEMPLATE, {"documents": told}, **_STANDARDS)


@cache
def _has_glyph(character: str) -> bool:
    """Whether a character can be set in any typeface that comes with typst."""
    try:
        typst.compile(_ALONE % character.encode(), font_paths=_fonts(), **_STANDARDS)
    except typst.TypstError:
        return False
    return True


def typeset(template: Path, inputs: dict[str, str], **settings: Any) -> bytes:
    """What a template makes of its inputs, in the typefaces that come with typst alone."""
    _TYPESETTING.add(os.getpid())
    made = typst.compile(str(template), sys_inputs=inputs, font_paths=_fonts(), **settings)
    assert isinstance(made, bytes)
    return made


@cache
def _fonts() -> typst.Fonts:
    """The typefaces that come with typst, read once and not for each file."""
    return typst.Fonts(include_system_fonts=False)


def _packed(made: bytes, documents: Sequence[OutgoingDocument]) -> bytes:
    """The same PDF in half the bytes: what describes its structure is packed together, which typst leaves undone."""
    packed = io.BytesIO()
    with pikepdf.open(io.BytesIO(made)) as document:
        pdf_metadata.describe(document, documents)
        streams = pikepdf.ObjectStreamMode.generate
        document.save(packed, object_stream_mode=streams, recompress_flate=True, deterministic_id=True)
    return packed.getvalue()
