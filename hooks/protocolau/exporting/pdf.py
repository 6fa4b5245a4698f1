"""A PDF for paper, screen and screen readers: PDF/UA-1 and PDF/A-2a. How it looks is the theme's `protocol.typ`."""

import io
import os
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import typst

from protocolau.exporting import pdf_metadata
from protocolau.exporting.outgoing_document import OutgoingDocument, encoded

TEMPLATE = "export/protocol.typ"
"""The way to the template within the theme."""

_STAMP = datetime(1980, 1, 1, tzinfo=UTC)
"""What typst, which sets no PDF/A without a date, is given in its place: `pdf_metadata` puts there what is known."""


_TYPESETTING: set[int] = set()
"""The processes in which typst has begun threads of its own. A fork has none of them, and would wait for ever."""


def can_be_forked() -> bool:
    """Whether forks of this process can still set type."""
    return os.getpid() not in _TYPESETTING


def write(theme: Path, *documents: OutgoingDocument) -> bytes:
    """The PDF of a document by the theme of a folder; of two, both side by side, the first on the left."""
    inputs = {"documents": f"[{','.join(encoded(one).decode() for one in documents)}]"}
    made = typeset(theme / TEMPLATE, inputs, format="pdf", pdf_standards=["ua-1", "a-2a"], timestamp=_STAMP)
    return _packed(made, documents)


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
