"""From the lines of a reading to whole paragraphs: what was broken at the edge of a page is joined again."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from protocolau.importing.lines import BULLET, Block, Cell, Line, Run, Table, lines_of
from protocolau.importing.own_styles import PARAGRAPH
from protocolau.importing.structure.broken_words import (
    at_hyphen,
    at_stroke,
    in_brackets,
    in_name,
    in_range,
    keeps_hyphen,
)
from protocolau.importing.structure.markers import DIVISIONS, Marker, marker_of, typed_marker
from protocolau.read.written_dates import DATE
from protocolau.schema.fields import LONGEST_NUMBER

ENDS = re.compile(r"[.:;!?…—–][\"'”’)\]]*$")
_LONG_HEADING = 90
CITES = re.compile(
    r"\b(?:paragraphs?|clauses?|sections?|rules?|articles?|regulations?|paragraff(?:au)?|adran(?:nau)?|cymal(?:au)?|in|see|of)$",
    re.IGNORECASE,
)
"""What stands before a number that is only cited."""
_CITES_SEVERAL = re.compile(
    r"\b(?:paragraphs?|clauses?|sections?|rules?|articles?|regulations?|paragraff(?:au)?|adran(?:nau)?|cymal(?:au)?) "
    r"(?:\d[\d.]{0,9}[a-z]?(?:\(\w{1,4}\)){0,3}(?:,|,? (?:to|and|or|i|ac?|neu|hyd at))\s?){1,9}$",
    re.IGNORECASE,
)
"""What stands before the last of several that are: "paragraphs 2.1 to"."""
UNFINISHED = re.compile(
    r"\b(?:the|a|an|of|and|or|to|in|for|with|by|on|at|from|be|is|are|their|its|any|this|that|which|as|not|"
    r"y|yr|ac|neu|i|o|yn|ar|gan|gyda|eu|ei|am|unrhyw|sydd|fod)$",
    re.IGNORECASE,
)
"""The last word of a line that cannot end there."""
_LINKS = re.compile(r"(?:and|or|a|ac|neu)[,:;]?")
"""What stands alone on a line of a page only where it had no room behind the item that it joins to the next."""
_ENDS_ITEM = re.compile(r"; (?:and|or|and/or|ac?|neu)$", re.IGNORECASE)
"""How the last item but one of a list ends, that is a paragraph by itself."""
_SURELY_UNFINISHED = re.compile(
    r"(?<![;,] )\b(?:the|an|of|and|or|to|in|for|with|by|from|their|its|this|which|within|than|least|shall|must|"
    r"yr|ac|neu|gan|gyda|eu|fewn|rhwng)$",
    re.IGNORECASE,
)
"""The last word of a line that cannot end there, however short the line is."""
AN_END = re.compile(
    r"(?:(?P<en>adopted|approved|ratified|signed|reviewed|next review|review date|review(?=:)|"
    r"date (?:for|of) (?:the )?(?:next )?(?:review|adoption|approval))|(?P<cy>mabwysiadwyd|i'w adolygu|"
    r"fe'i mabwysiadwyd|cymeradwywyd|llofnod\w*|adolygwyd|adolygiad nesaf|dyddiad))\b",
    re.IGNORECASE,
)
"""How a line begins that says when a document was adopted, and by whom."""
_OF_A_DATE = re.compile(
    r"\b(?:review(?:ed)?|adopted|approved|ratified|issued|updated|amended|date|due|nesaf|adolygu|adolygwyd|dyddiad|"
    r"mabwysiadwyd|cymeradwywyd|diweddarwyd)\s*:$",
    re.IGNORECASE,
)
"""How a line ends that was broken before the date of which it says what it is."""
_LONGEST_END = 4
"""Letters of a word behind its first half that another may end in, too: "ment", "tion"."""
_OF_ANOTHER_SIZE = 0.9
_FEWEST_WORDS = 4
"""Words behind a gap at the least if it is one in a sentence, and not before the number of a page or a name."""
_LONGEST_ITEM = 60
"""Characters of a paragraph of a Word file beyond which it may be a line of a page from which it was made."""
_MOST_LINES = 200
"""Lines of a paragraph, which fill four pages: no more are joined, since each takes as long as those before it have."""
_SET_OUT = 100
"""Twentieths of a point by which a paragraph is set in further than another."""
_WIDEST = 451
"""Points of a line on a page of A4 between its usual margins; a letter is about half as wide as it is high."""
_NAME_OF_COUNCIL = re.compile(r"(?:[\w'’&.-]+ ){1,6}council|cyngor(?: [\w'’&-]+){1,6}", re.IGNORECASE)
_OF_A_DOCUMENT = re.compile(
    r"protocol|\bbrotocol|\bcode\b|\bpolicy\b|\bprocedure\b|\b[cg]od\b|\b[pb]olisi\b|gweithdrefn|relations",
    re.IGNORECASE,
)
"""What the title of a document says, and the name of a council does not."""
_WHOLE = 45
"""Characters below which a line that ends without a stop is taken for one of its own."""


def marked(line: Line) -> tuple[Marker | None, str]:
    """The number of a line, printed by a list or typed, and its words. What is longer than any number is words."""
    marker, words = _marked(line)
    if marker and len(marker.printed) > LONGEST_NUMBER:
        return None, " ".join(filter(None, (marker.printed, words)))
    return marker, words


def _marked(line: Line) -> tuple[Marker | None, str]:
    if line.number and line.number != BULLET:
        return marker_of(line.number), line.text.strip()
    marker, rest = typed_marker(line.text)
    if line.number == BULLET:
        if marker and marker.kind != "bullet" and marker.kind != "part":
            return marker, rest
        return marker_of(BULLET), rest if marker and marker.kind == "bullet" else line.text.strip()
    return marker, rest.strip()


def joined(blocks: tuple[Block, ...], known: Counter[str] | None = None) -> Iterator[Block]:
    """The blocks with lines joined to paragraphs, and lines parted where a break stands before a number. `known` are
    the words of the whole document, which are counted where they are not given.
    """
    lines = list(_parted(blocks))
    width = _width(lines)
    words = _words(blocks) if known is None else known
    last: Line | None = None
    ends_at, full, count = 0, False, 0
    """How long the last line of the paragraph is that is being joined, whether its words were broken there, and how
    many lines it has."""
    for block in lines:
        if isinstance(block, Table):
            if last:
                yield last
            last = None
            yield replace(block, rows=tuple(tuple(_cell(cell, words) for cell in row) for row in block.rows))
            continue
        if last and count < _MOST_LINES and _goes_on(last, block, width, ends_at, full):
            last = replace(_join(last, block, words), beside=f"{last.beside} {block.beside}".strip())
            ends_at, full, count = len(block.text.rstrip()), block.full, count + 1
            continue
        if last:
            yield last
        last, ends_at, full, count = block, len(block.text.rstrip()), block.full, 1
    if last:
        yield last


def _words(blocks: tuple[Block, ...]) -> Counter[str]:
    """How often each word is in a document, those with hyphens whole, and each two between which a line ends that was
    full to the letter."""
    lines = list(lines_of(blocks))
    words = Counter(re.findall(r"\w+(?:-\w+)*", " ".join(line.text for line in lines).lower()))
    halves = (_halves(one.text, other.text) for one, other in pairwise(lines) if one.cut)
    return words + Counter(" ".join(found) for found in halves if found)


def _halves(text: str, rest: str) -> tuple[str, str] | None:
    """The last word of a line and the first of the next, which may be one."""
    start, end = text.split()[-1:], re.match(r"\w+", rest.lstrip())
    return (start[0].lower(), end[0].lower()) if start and end else None


def _cell(cell: Cell, words: Counter[str]) -> Cell:
    return replace(cell, blocks=tuple(joined(cell.blocks, words)))


def _parted(blocks: Iterable[Block]) -> Iterator[Block]:
    """Lines cut at their breaks: each part is a line of its own, to be joined again or not."""
    for block in blocks:
        if isinstance(block, Table) or "\n" not in block.text:
            yield block
            continue
        first = True
        for runs in parted_runs(block.runs, "\n"):
            if "".join(run.text for run in runs).strip() or (first and block.number):
                yield replace(block, runs=runs, number=block.number if first else "", apart=block.apart and first)
                first = False


def parted_runs(runs: tuple[Run, ...], sign: str) -> Iterator[tuple[Run, ...]]:
    """Runs cut wherever a sign stands in them."""
    part: list[Run] = []
    for run in runs:
        pieces = run.text.split(sign)
        for index, piece in enumerate(pieces):
            if index:
                yield tuple(part)
                part = []
            part.append(replace(run, text=piece))
    yield tuple(part)


def _width(lines: list[Block]) -> int:
    """How long the lines of a text are that has been broken at one width; 0 where it has not."""
    lengths = sorted(len(line.text) for line in lines if isinstance(line, Line) and len(line.text) > 20)
    if len(lengths) < 8:
        return 0
    full = lengths[int(len(lengths) * 0.9)]
    near = [line for line in lines if isinstance(line, Line) and 0.75 * full <= len(line.text) <= 1.05 * full]
    broken = sum(not ENDS.search(line.text.rstrip()) for line in near)
    return full if 40 <= full <= 140 and len(near) > 0.35 * len(lengths) and 2 * broken >= len(near) else 0


def _goes_on(one: Line, other: Line, width: int, ends_at: int, full: bool) -> bool:
    """Whether a line is the rest of the paragraph above it."""
    text, rest = one.text.rstrip(), other.text.strip()
    if other.number or one.outline is not None or other.outline is not None or one.contents != other.contents:
        return False
    turned = other.page != one.page and rest[:1].islower() and not ENDS.search(text)
    (own, words), (marker, after) = marked(one), marked(other)
    if other.apart and not turned:
        return bool(own and not words and rest and marker is None and _stands_alone(own))
    if not rest or not text:
        return bool(rest) and one.number != ""
    if full and marker and own != marker and _goes_on_at_dash(one, other):
        return True
    if marker and (marker.sure or marker.kind == "bullet" or rest[0].islower()) and not _cited(text, marker):
        return False
    if own and not words:
        return True  # a number alone on its line
    if marker and words and after[:1].islower() and marker.kind not in DIVISIONS and _cited(text, marker):
        return True
    if one.bold and other.bold and _is_below_name(text, rest):
        return False
    broken = full and not ENDS.search(text)
    if _in_columns(words, rest, broken) or _is_set_otherwise(one, other) or own and _is_set_out(one, other):
        return False
    if at_stroke(text, rest) or in_range(text, rest) or at_hyphen(text, rest):
        return True
    if in_name(text, rest) and (full or ends_at >= _WHOLE):
        return True
    return _reads_on(one, other, width, ends_at, full)


def _is_below_name(text: str, rest: str) -> bool:
    """Whether a line is the title of a document below the name of its council, which may be as long as the page's
    lines are there.
    """
    is_name = _NAME_OF_COUNCIL.fullmatch(text) and not _OF_A_DOCUMENT.search(text) and not UNFINISHED.search(text)
    return bool(is_name and rest[0].isupper() and _OF_A_DOCUMENT.search(rest))


def _reads_on(one: Line, other: Line, width: int, ends_at: int, full: bool) -> bool:
    """Whether a sentence goes on from a line to the next, of which neither number nor look tells: by how the one ends,
    and the other begins.
    """
    text, rest = one.text.rstrip(), other.text.strip()
    own, words = marked(one)
    stopped = bool(ENDS.search(text))
    if _are_paragraphs(one, other) and _ENDS_ITEM.search(text):
        return False
    linked = _LINKS.fullmatch(rest) is not None and one.page is not None
    if rest[0].islower() and (not stopped or text.endswith((",", "–")) or linked):
        return ends_at > _LONGEST_ITEM or not _are_paragraphs(one, other) or bool(UNFINISHED.search(text)) or one.bold
    if stopped and (AN_END.match(rest) or other.bold and not one.bold):
        return False
    if full and (
        _OF_A_DATE.search(text) and DATE.match(rest) or not (stopped and text[-1] in ":;" and not rest[0].islower())
    ):
        return True
    if width and ends_at >= 0.75 * width:
        return not (stopped and text[-1] in ":;") and not (stopped and ends_at < 0.85 * width)
    if own and one.bold and other.bold and not stopped and own.kind != "bullet":
        return len(text) < _LONG_HEADING and (not _are_paragraphs(one, other) or _is_broken_off(one, rest))
    if not stopped and not _are_paragraphs(one, other) and in_brackets(text, rest):
        return True
    if not stopped and not one.bold and len(words.split()) > 2 and _SURELY_UNFINISHED.search(text):
        return True
    return not stopped and not own and len(text) >= _WHOLE and bool(UNFINISHED.search(text))


def _in_columns(words: str, rest: str, broken: bool) -> bool:
    """Whether a gap in one of two lines parts columns, given whether the first was broken in a sentence."""
    parts, tabbed = words.split("\t"), "\t" in rest
    speaks = len(parts) == 1 or not tabbed and len(parts[-1].split()) >= _FEWEST_WORDS
    return (tabbed or len(parts) > 1) and not (broken and speaks)


def _is_set_otherwise(one: Line, other: Line) -> bool:
    """Whether a line is set in another size than the next, or stands out above it."""
    stands_out = one.bold and not other.bold or one.underlined and not other.underlined
    return sizes_differ(one.size, other.size) or stands_out or one.text.isupper() and not other.text.isupper()


def _is_set_out(one: Line, other: Line) -> bool:
    """Whether a paragraph begins further out than one before it, which does not end in the middle of a sentence."""
    is_out = _are_paragraphs(one, other) and other.indent < one.indent - _SET_OUT
    return is_out and not UNFINISHED.search(one.text.rstrip())


def _are_paragraphs(one: Line, other: Line) -> bool:
    """Whether lines are paragraphs of a file of Word or LibreOffice, which says how they are set, and where no page
    breaks them: items of a list without signs may be.
    """
    is_set = one.size > 0 or one.style not in ("", PARAGRAPH)
    return is_set and one.page is None and one.place != other.place


def _is_broken_off(one: Line, rest: str) -> bool:
    """Whether a bold paragraph is the first line of a heading that a page has broken: its last word cannot end it, what
    follows stands in brackets, or its next word had no room on the line.
    """
    length = len(one.number) + len(f"{one.text.rstrip()} {rest.split()[0]}")
    return rest[0] == "(" or UNFINISHED.search(one.text.rstrip()) is not None or length * one.size / 2 > _WIDEST


def sizes_differ(one: float, other: float) -> bool:
    """Whether letters are larger or smaller than others, as far as that is known, in points."""
    return bool(one and other) and abs(one - other) >= _OF_ANOTHER_SIZE


def _stands_alone(marker: Marker) -> bool:
    """Whether a number without words on its line can be that of the next paragraph: no page has such a number."""
    return marker.form != "#" and marker.kind not in DIVISIONS


def _cited(before: str, marker: Marker) -> bool:
    """Whether a number at the head of a line belongs to the sentence above: "paragraph / 5.2", "bound by / Part 4"."""
    unfinished = marker.kind in DIVISIONS and not before.isupper() and _SURELY_UNFINISHED.search(before)
    several = marker.kind in ("figure", "dotted") and _CITES_SEVERAL.search(before)
    ranged = in_range(before, marker.printed)
    return marker.kind != "bullet" and bool(CITES.search(before) or several or unfinished or ranged)


def _join(one: Line, other: Line, words: Counter[str]) -> Line:
    text, rest = one.text.rstrip(), other.text.lstrip()
    own, bare = marked(one)
    if own and not bare and own.kind in DIVISIONS and not rest[:1].islower():
        return replace(one, number=own.printed, runs=other.runs)
    if not text:
        return replace(one, runs=other.runs)
    runs, more = list(one.runs), list(other.runs)
    runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
    more[0] = replace(more[0], text=more[0].text.lstrip())
    more = [replace(run, text=run.text.replace("\t", " ")) for run in more]  # a wide gap in a line set to both edges
    gap = "" if in_name(text, rest) or one.cut and _is_one_word(text, rest, words) else " "
    if at_hyphen(text, rest):
        gap = ""
        if not keeps_hyphen(text, rest, words):
            runs[-1] = replace(runs[-1], text=runs[-1].text[:-1])
    if gap and not at_stroke(text, rest) and not in_range(text, rest):
        runs[-1] = replace(runs[-1], text=runs[-1].text + gap)
    return replace(one, runs=(*runs, *more), cut=other.cut)


def _is_one_word(text: str, rest: str, words: Counter[str]) -> bool:
    """Whether what stands on either side of the end of a line that was full to the letter is one word, as far as the
    rest of the document knows: no halves of it are words there, which stand there again.
    """
    halves = _halves(text, rest)
    if not halves or not text[-1].isalnum() or not (rest[0].islower() or rest[0].isdigit() and "@" in halves[0]):
        return False
    (one, other), here = halves, words[" ".join(halves)]
    known = words[other] > here and (words[one] > here or len(other) > _LONGEST_END) or UNFINISHED.fullmatch(other)
    return words[one + other] > 0 or not known


def _goes_on_at_dash(one: Line, other: Line) -> bool:
    """Whether a sentence was broken before a dash in it: what a dash lists stands behind a colon, or is set in."""
    dashed = re.match(r"\s*[–—] (?=\w)", other.text)
    level = other.indent <= one.indent + _SET_OUT or marked(one)[0] is not None
    return dashed is not None and not other.text.strip()[2].isupper() and level and not ENDS.search(one.text.rstrip())
