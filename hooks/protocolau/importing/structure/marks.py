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
    made = _SPACE.sub(" ", _joined(_merged(runs), marks)).strip()
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


def _joined(runs: list[Run], marks: Mapping[str, str]) -> str:
    """Runs with the marks for what stands out in them, by the looks that not all of the words have.

    A look that neighbours share goes on from one to the other: marks that close and open it anew would meet between
    them, as four stars, and be taken for others.
    """
    text, gap, held = "", "", list[str]()
    for run in runs:
        words = run.text.strip()
        if words:
            looks = [mark for look, mark in marks.items() if getattr(run, look)]
            before = run.text[: len(run.text) - len(run.text.lstrip())]
            closing, opening = ([one for one in held if one not in looks], [one for one in looks if one not in held])
            text += f"{''.join(closing)}{gap}{before}{''.join(opening)}{escaped(words)}"
            gap, held = run.text[len(run.text.rstrip()) :], looks
        else:
            gap += run.text
    return f"{text}{''.join(held)}{gap}"


def _plain(marked: str) -> str:
    return re.sub(r"\\([*\\])|\*", lambda match: match[1] or "", marked)
