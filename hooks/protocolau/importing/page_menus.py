"""The menus of a page that nothing calls so: lines before its text that do nothing but lead to other pages."""

import re
from collections.abc import Container, Mapping
from itertools import takewhile

from protocolau.importing.elements import leads_on
from protocolau.importing.lines import Block, Line

_LONGEST = 12
"""Words of a line with which no text has begun yet."""
_ENDS = re.compile(r"[.:;]\W*$")


def leads(given: Mapping[str, str | None]) -> str:
    """Whether a link leads `here`, to another place of its page, or `away` from it; nothing where it does neither."""
    if leads_on(given):
        return "here"
    return "away" if (given.get("href") or "#")[0] != "#" else ""


def menus(blocks: list[Block], away: Container[int]) -> list[Line]:
    """The lines before the text of a page that are links to other pages, given which lines are; none without a text."""
    before = list(takewhile(lambda one: isinstance(one, Line) and (id(one) in away or not _is_text(one)), blocks))
    has_text = len(before) < len(blocks)
    return [one for one in before if has_text and isinstance(one, Line) and id(one) in away]


def _is_text(line: Line) -> bool:
    """Whether a line belongs to the text of a page, and does not only name it or say when it was changed."""
    words = line.text.strip()
    return line.outline is None and (len(words.split()) > _LONGEST or _ENDS.search(words) is not None)
