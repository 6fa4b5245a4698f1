"""What in a Markdown text is none of its lines: comments, notes, addresses of links, fences, numbers that it counts."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from protocolau.importing.characters import SUPERSCRIPT
from protocolau.importing.lines import Aside
from protocolau.importing.markdown.programs import as_shown

_ATTRIBUTE = r"(?:[#.][^\s{}]*|[\w-]+=(?:\"[^\"\n]*\"|[^\s{}\"]*)|-)"
ATTRIBUTES = rf"\{{:?[ \t]*{_ATTRIBUTE}(?:[ \t]+{_ATTRIBUTE})*[ \t]*\}}"
"""What some kinds of Markdown put behind a heading, a link or a picture to name it: `{#aims .unnumbered}`."""
ITEM = re.compile(r"([ \t]*)(\d{1,9})([.)])([ \t]+)(?=\S)")
"""The beginning of an item of a list that counts."""

_FENCE = re.compile(r"[ ]{0,3}(`{3,}(?=[^`]*$)|~{3,})")
_OWN_ATTRIBUTES = re.compile(rf"[ ]{{0,3}}{ATTRIBUTES}[ \t]*$")
_ADDRESS = re.compile(
    r"[ ]{0,3}\[(?!\^)((?:[^\[\]\\]|\\.)+)\]:[ \t]*(<[^<>]*>|[^\s<]\S*)"
    r"(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*$"
)
LEADS = r"\((?:[^()\n]|\([^()\n]*\))*\)"
"""Where a link leads to, behind its words."""
_PICTURE = re.compile(rf"!\[([^\[\]\n]*)\](?:{LEADS}|\[[^\[\]\n]*\])(?:{ATTRIBUTES})?")
_NAMED_LINK = re.compile(r"(?<![\\!])\[([^\[\]\n]+)\](?:\[([^\[\]\n]*)\])?(?![(\[{:])")
_IN_BRACKETS = re.compile(r"\[([^\[\]]+)\]")
_LIKE_ADDRESS = re.compile(r"<|[a-z]+:\S|[#/.]|\S+[./]\S", re.IGNORECASE)
_NOTE = re.compile(r"[ ]{0,3}\[\^([^\]\s]+)\]:[ \t]*")
_SIGN = re.compile(r"\[\^([^\]\s]+)\]")
BLOCK = re.compile(r"[ ]{0,3}(?:#{1,6}[ \t]|[-*+][ \t]|>|\||={3,}|(?:[-*_][ \t]*){3,}$)")
_SET_IN = ("    ", "\t")
_LONGEST_ADDRESS = 200


@dataclass
class MarkdownParts:
    """A Markdown text in its parts. Each line of it keeps its place: those that are set apart are left empty."""

    lines: list[str]
    code: set[int] = field(default_factory=set)
    """The places, from 0, of lines that are as they stand, whatever marks they have."""
    notes: list[tuple[int, str]] = field(default_factory=list)
    """The words of each note with its sign before them, and its place, in the order of their signs."""
    asides: list[Aside] = field(default_factory=list)
    pictures: int = 0


def markdown_parts(text: str, counts: bool) -> MarkdownParts:
    """The parts of a Markdown text. With `counts` it is as a page made from it shows it, and a list of which all items
    have one number counts them itself."""
    parts = MarkdownParts(text.split("\n"))
    _part_code_and_comments(parts)
    if counts:
        _part_commands(parts)
    _part_pictures(parts)
    _part_addresses(parts)
    _part_notes(parts)
    if counts:
        _count_items(parts)
    return parts


def _part_code_and_comments(parts: MarkdownParts) -> None:
    """Fences go, and so do comments and attributes that have a line of their own."""
    lines, fence, comment = parts.lines, "", _Comment(parts)
    last = {
        mark: max((at for at, line in enumerate(lines) if mark in line), default=-1) for mark in ("-->", "```", "~~~")
    }
    for at, line in enumerate(lines):
        if fence:
            ends = re.fullmatch(rf"[ ]{{0,3}}{fence[0]}{{{len(fence)},}}[ \t]*", line)
            fence = "" if ends else fence
            lines[at] = "" if ends else line
            parts.code |= set() if ends else {at}
        elif comment.words is not None or "<!--" in line:
            lines[at] = comment.without(line, at, last["-->"])
        elif (begun := _FENCE.match(line)) and at < last[begun[1][:3]]:
            fence, lines[at] = begun[1], ""
        elif _OWN_ATTRIBUTES.match(line):
            lines[at] = ""


class _Comment:
    """Takes comments out of lines, one after the other, whether they end on the line on which they begin or not."""

    def __init__(self, parts: MarkdownParts):
        self._parts = parts
        self.words: list[str] | None = None
        """Those of a comment that is open."""

    def without(self, line: str, at: int, last: int) -> str:
        """The words of a line that are in no comment; `last` is the place of the last line at which one may end."""
        kept: list[str] = []
        while line:
            if self.words is None:
                before, begins, line = line.partition("<!--")
                kept.append(before)
                if begins and at >= last and "-->" not in line:
                    return "".join((*kept, begins, line))
                self.words = [] if begins else None
                continue
            inside, ends, line = line.partition("-->")
            self.words.append(inside)
            if ends:
                self._put(at)
        return "".join(kept)

    def _put(self, at: int) -> None:
        words = " ".join(" ".join(self.words or ()).split())
        if words:
            self._parts.asides.append(Aside("comment", words, at + 1))
        self.words = None


def _part_commands(parts: MarkdownParts) -> None:
    """What programs that hold Markdown put among its words, which readers do not see."""
    for at, line in enumerate(parts.lines):
        if at not in parts.code:
            parts.lines[at], pictures = as_shown(line, at + 1, parts.asides)
            parts.pictures += pictures


def _part_pictures(parts: MarkdownParts) -> None:
    """Pictures, of which the words that stand for them are told."""
    for at, line in enumerate(parts.lines):
        if "![" not in line or at in parts.code:
            continue
        found = _PICTURE.findall(line)
        parts.lines[at] = _PICTURE.sub("", line)
        parts.pictures += len(found)
        parts.asides += (Aside("mark", words.strip(), at + 1) for words in found if words.strip())


def _part_addresses(parts: MarkdownParts) -> None:
    """The addresses of links that are called by a name, which nobody sees, and those names."""
    named = Counter(name for line in parts.lines for name in _IN_BRACKETS.findall(line))
    called: set[str] = set()
    for at, line in enumerate(parts.lines):
        found = None if at in parts.code else _ADDRESS.match(line)
        if not found or not (_LIKE_ADDRESS.match(found[2]) or named[found[1]] > 1):
            continue
        called.add(_name(found[1]))
        parts.lines[at] = ""
        if not found[2].lstrip("<").startswith("data:"):
            parts.asides.append(Aside("address", f"{found[1]}: {found[2].strip('<>')}"[:_LONGEST_ADDRESS], at + 1))
    for at, line in enumerate(parts.lines) if called else ():
        if at not in parts.code:
            parts.lines[at] = _NAMED_LINK.sub(
                lambda link: link[1] if _name(link[2] or link[1]) in called else link[0], line
            )


def _name(words: str) -> str:
    """What a link is called, as it is looked for."""
    return " ".join(words.split()).casefold()


def _part_notes(parts: MarkdownParts) -> None:
    """Notes are numbered in the order in which the text calls for them, whatever their names."""
    found = dict(_notes(parts))
    called: dict[str, str] = {}
    for at, line in enumerate(parts.lines):
        for name in _SIGN.findall(line) if at not in parts.code else ():
            if name in found:
                called.setdefault(name, str(len(called) + 1).translate(SUPERSCRIPT))
        parts.lines[at] = line if at in parts.code else _SIGN.sub(lambda sign: called.get(sign[1], sign[0]), line)
    for name in found.keys() - called.keys():
        called[name] = str(len(called) + 1).translate(SUPERSCRIPT)
    for name, sign in called.items():
        at, words = found[name]
        words = _SIGN.sub(lambda sign: called.get(sign[1], sign[0]), words)
        parts.notes.append((at + 1, f"{sign} {words}"))


def _notes(parts: MarkdownParts) -> Iterator[tuple[str, tuple[int, str]]]:
    """Each note by its name, with its place and words, taken out of the lines."""
    lines, at = parts.lines, 0
    while at < len(lines):
        begun = None if at in parts.code else _NOTE.match(lines[at])
        if not begun:
            at += 1
            continue
        end = at + 1
        while end < len(lines) and _goes_on(lines, end):
            end += 1
        words = (lines[at][begun.end() :], *lines[at + 1 : end])
        yield begun[1], (at, " ".join(" ".join(words).split()))
        lines[at:end] = [""] * (end - at)
        at = end


def _goes_on(lines: list[str], at: int) -> bool:
    """Whether a line belongs to the note above it: its paragraph goes on, or what follows is set in."""
    line = lines[at]
    if not line.strip():
        return at + 1 < len(lines) and lines[at + 1].startswith(_SET_IN)
    return line.startswith(_SET_IN) or bool(lines[at - 1].strip()) and not (_NOTE.match(line) or BLOCK.match(line))


@dataclass
class _Counted:
    """A list that is open: where its items and their words begin, and the places of its items."""

    start: int
    inside: int
    mark: str
    places: list[int]


def _count_items(parts: MarkdownParts) -> None:
    """Numbers the items of each list of which all have one number, as `1.`: it shows them counted from that."""
    open_lists: list[_Counted] = []
    closed: list[_Counted] = []
    apart = True
    for at, line in enumerate(parts.lines):
        if at in parts.code or not line.strip():
            apart = apart or at not in parts.code
            continue
        start = len(line) - len(line.lstrip())
        item = ITEM.match(line)
        while open_lists and start < open_lists[-1].inside and not (item and _is_next(open_lists[-1], item)):
            if not item and not apart and not BLOCK.match(line):
                break  # the words of the item go on, set in less
            closed.append(open_lists.pop())
        if item and open_lists and start < open_lists[-1].inside:
            open_lists[-1].places.append(at)
            open_lists[-1].inside = item.end()
        elif item and (apart or not open_lists or start >= open_lists[-1].inside):
            open_lists.append(_Counted(start, item.end(), item[3], [at]))
        apart = False
    for one in (*closed, *open_lists):
        _number(parts.lines, one.places)


def _is_next(one: _Counted, item: re.Match[str]) -> bool:
    return item[3] == one.mark and abs(len(item[1]) - one.start) < 4


def _number(lines: list[str], places: list[int]) -> None:
    items = [ITEM.match(lines[at]) for at in places]
    numbers = {item[2] for item in items if item}
    if len(places) < 2 or len(numbers) > 1:
        return
    first = int(numbers.pop())
    for more, (at, item) in enumerate(zip(places, items, strict=True)):
        if item:
            lines[at] = f"{item[1]}{first + more}{lines[at][item.end(2) :]}"
