"""Emphasis within adopted text: `**bold**`, `*italic*`, and a backslash before a literal star."""

import re
from dataclasses import dataclass
from functools import lru_cache

_MARK = re.compile(r"\\([*\\])|(\*\*|\*)")


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text of one look."""

    text: str
    strong: bool = False
    emphasis: bool = False


@lru_cache(maxsize=65536)
def spans(marked: str) -> tuple[Span, ...]:
    """The runs of a text with marks; ValueError where a mark is opened and never closed."""
    if "*" not in marked and "\\" not in marked:
        return (Span(marked),)
    runs: list[Span] = []
    look = {"**": False, "*": False}
    pending, position = "", 0
    for match in _MARK.finditer(marked):
        pending += marked[position : match.start()] + (match[1] or "")
        position = match.end()
        if mark := match[2]:
            runs.append(Span(pending, look["**"], look["*"]))
            pending, look[mark] = "", not look[mark]
    if any(look.values()):
        raise ValueError("a star opens emphasis that no star closes")
    runs.append(Span(pending + marked[position:]))
    return tuple(run for run in runs if run.text)


def has_loose_mark(marked: str) -> bool:
    """Whether a mark opens before white space or closes behind it, as none does that somebody meant for emphasis."""
    is_open = {"**": False, "*": False}
    for match in _MARK.finditer(marked):
        if mark := match[2]:
            at = match.start() - 1 if is_open[mark] else match.end()
            if marked[at : at + 1].isspace():
                return True
            is_open[mark] = not is_open[mark]
    return False


def plain(marked: str) -> str:
    """The words alone, without marks."""
    return marked if "*" not in marked and "\\" not in marked else "".join(run.text for run in spans(marked))
