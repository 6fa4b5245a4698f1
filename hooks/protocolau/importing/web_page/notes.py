"""The notes and the comments of a page: a sign in the text leads to one, and a link in it leads back to the sign."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from protocolau.importing.characters import SUPERSCRIPT_SIGNS
from protocolau.importing.lines import Line, Run

_LINK = re.compile(r"(?:<(?:sup|span)\b([^<>]*)>\s*)?<a\b([^<>]*)>", re.IGNORECASE)
_NAMES = re.compile(r"\b(?:id|name)\s*=\s*[\"']?([^\s\"'<>]+)", re.IGNORECASE)
_LEADS = re.compile(r"\bhref\s*=\s*[\"']?[^\s\"'<>#]*#([^\s\"'<>]+)", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_CALLED = r"(?:(?:foot|end)?note|troednodyn)"
_SIGN = re.compile(rf"[\[(]?{_CALLED}?(?:[a-z]{{0,4}}\d{{1,3}}|[a-z]{{1,6}}|[*†‡§]{{1,4}})[\])]?", re.IGNORECASE)
_COMMENT = re.compile(r"(?:cmnt|_?msocom_?)\d+")
"""What Google Docs and Word call a comment."""
_LONGEST = 600
"""Characters of a link with its elements."""


@dataclass
class PageNotes:
    """The notes of a page, while it is read."""

    signs: Mapping[str, str] = field(default_factory=dict)
    """Of each note, by its name, the sign that is printed; nothing where it is a comment."""
    backs: frozenset[str] = frozenset()
    """The names of the signs in the text, to which notes lead back."""
    lines: list[Line] = field(default_factory=list)
    """The lines of notes so far, and of comments."""
    comments: list[Line] = field(default_factory=list)
    opened: str | None = None
    """The note that is open."""
    depth: int = 0
    """How many elements are open where that one ends."""
    _sign: str = ""

    def begins(self, given: Mapping[str, str | None]) -> bool:
        """Whether a note begins with an element; it is open then."""
        name = next((name for key in ("id", "name") if (name := given.get(key) or "") in self.signs), None)
        if name:
            self.opened, self._sign = name, self.signs[name]
        return name is not None

    def sign(self, given: Mapping[str, str | None]) -> str | None:
        """What stands in the place of a link: the sign of a note, or nothing at all; None where it is none of one."""
        name = (given.get("href") or "").partition("#")[2]
        return self.signs.get(name, "" if self.opened and name in self.backs else None)

    def put(self, line: Line) -> None:
        """Takes a line of the note that is open; the first one has its sign before its words."""
        runs = (Run(f"{self._sign} "), *line.runs) if self._sign else line.runs
        kept = self.comments if _COMMENT.fullmatch(self.opened or "") else self.lines
        kept.append(replace(line, runs=runs, number="", level=None))
        self._sign = ""


def notes_of(page: str) -> PageNotes:
    """The notes of a page: each link of a sign alone, where a later one leads back to it."""
    if page.count("#") < 2:
        return PageNotes()
    links = [
        (match.end(), leads[1], _NAMES.findall(f"{match[1] or ''} {match[2]}"))
        for match in _LINK.finditer(page)
        if (leads := _LEADS.search(match[2]))
    ]
    last = {target: place for place, target, _ in links}
    signs: dict[str, str] = {}
    backs: set[str] = set()
    for place, target, names in links:
        back = next((name for name in names if last.get(name, 0) > place), None)
        if back is None or not (sign := _sign(page, place)):
            continue
        signs.setdefault(target, "" if _COMMENT.fullmatch(target) else _printed(sign))
        backs.add(back)
    return PageNotes(signs, frozenset(backs))


def _sign(page: str, place: int) -> str:
    """The words of a link that begin at a place, where they are a sign."""
    inside, ends, _ = page[place : place + _LONGEST].partition("</a>")
    words = "".join(html.unescape(_TAG.sub("", inside)).split())
    return words if ends and _SIGN.fullmatch(words) else ""


def _printed(sign: str) -> str:
    bare = re.sub(rf"^{_CALLED}(?=\d)", "", sign.strip("[]()"), flags=re.IGNORECASE)
    return bare.translate(SUPERSCRIPT_SIGNS)
