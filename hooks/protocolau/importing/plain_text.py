"""Text files as lines, with the gaps between them and how far each is set in."""

import re
from collections.abc import Iterator

from protocolau.importing import markdown  # as a whole: what it reads of a page may read texts
from protocolau.importing.characters import clean, decoded
from protocolau.importing.lines import Line, Reading, Run
from protocolau.importing.own_text import is_ours, own_text_reading
from protocolau.importing.structure.furniture import is_page_number

_SPACE = 120
"""Twentieths of a point that a space stands for."""
_TAB = 4


def read(data: bytes) -> Reading:
    """A text file as read; one that is written as Markdown, or was made here, is read as that."""
    text = clean(decoded(data)[0])
    if is_ours(text):
        return own_text_reading(text)
    return markdown.markdown_reading(text) if markdown.looks_like_markdown(text) else Reading(tuple(text_lines(text)))


def text_lines(text: str) -> Iterator[Line]:
    """The lines of a text that have words. A page ends at a form feed; where there is none, below its number."""
    apart, page, is_fed = False, 1, "\f" in text
    for place, written in enumerate(text.split("\n"), 1):
        page += written.count("\f")
        words = written.replace("\f", "")
        if not words.strip():
            apart = True
            continue
        words = words.rstrip()
        start = re.match(r"[ \t\xa0]*", words)[0].expandtabs(_TAB)  # type: ignore[index]
        indent = len(start) * _SPACE
        yield Line((Run(words.strip()),), indent=indent, place=place, page=page, apart=apart or "\f" in written)
        apart = False
        page += not is_fed and is_page_number(words)
