"""Words with stars for bold and italic, where only a part of a line is so."""

import re
from collections.abc import Mapping

from protocolau.importing.lines import Line, Run

_MARKS = {"bold": "**", "italic": "*"}
_SPACE = re.compile(r"[ \t\n\xa0]+")


def marked_text(line: Line, text: str) -> str:
    """The last words of a line, `text`, with marks for what stands out in them; their spaces made plain."""
    words = _SPACE.sub(" ", text).strip()
    runs = _tail(line.runs, text)
    marks = {look: mark for look, mark in _MARKS.items() if runs and _mixed(runs, look)}
    if runs is None or not marks:
        return escaped(words)
    made = _SPACE.sub(" ", "".join(_one(run, marks) for run in _merged(runs))).strip()
    return made if _plain(made) == words else escaped(words)


def escaped(words: str) -> str:
    """Words in which a star is a star."""
    return re.sub(r"([*\\])", r"\\\1", words)


def _tail(runs: tuple[Run, ...], text: str) -> list[Run] | None:
    """The runs that hold the last words of a line."""
    whole = "".join(run.text for run in runs)
    start = whole.rfind(text.strip()) if text.strip() else -1
    if start < 0 or whole[start:].strip() != text.strip():
        return None
    found, position = [], 0
    for run in runs:
        piece = run.text[max(0, start - position) :]
        position += len(run.text)
        if piece:
            found.append(Run(piece, run.bold, run.italic))
    return found


def _mixed(runs: list[Run], look: str) -> bool:
    return len({getattr(run, look) for run in runs if run.text.strip()}) > 1


def _merged(runs: list[Run]) -> list[Run]:
    merged: list[Run] = []
    for run in runs:
        look = (run.bold, run.italic) if run.text.strip() or not merged else (merged[-1].bold, merged[-1].italic)
        if merged and (merged[-1].bold, merged[-1].italic) == look:
            merged[-1] = Run(merged[-1].text + run.text, *look)
        else:
            merged.append(Run(run.text, *look))
    return merged


def _one(run: Run, marks: Mapping[str, str]) -> str:
    """A run with the marks for what stands out in it, by the looks that not all of the words have."""
    words = run.text.strip()
    mark = "".join(mark for look, mark in marks.items() if getattr(run, look))
    if not words or not mark:
        return escaped(run.text)
    before = run.text[: len(run.text) - len(run.text.lstrip())]
    after = run.text[len(run.text.rstrip()) :]
    return f"{before}{mark}{escaped(words)}{mark[::-1]}{after}"


def _plain(marked: str) -> str:
    return re.sub(r"\\([*\\])|\*", lambda match: match[1] or "", marked)
