"""Text files as lines, with the gaps between them and how far each is set in."""

import re
from collections.abc import Iterator
from dataclasses import replace

from protocolau.importing.characters import clean, decoded
from protocolau.importing.lines import Line, ReadDocument, Run
from protocolau.importing.mails import without_heads_of_mails
from protocolau.importing.markdown import looks_like_markdown, markdown_reading
from protocolau.importing.own_text import is_ours, own_text_reading
from protocolau.importing.spaced_tables import with_tabs
from protocolau.importing.structure.page_lines import is_page_number

_SPACE = 120
"""Twentieths of a point that a space stands for."""
_TAB = 4
_RULE = re.compile(r"([=~^*#+_–—-])\1{2,}")
_TO_SIGN = re.compile(
    r"(?:signed|signature|name|date|chair|clerk|mayor|position|llofnod|enw|dyddiad|cadeirydd|clerc|maer|swydd)", re.I
)
"""What stands above a line on which something is to be written."""
_BOLD = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+)(?<=\S)\*(?![\w*])")
_NEARLY = 3
"""Characters by which the rule below a heading is shorter or longer."""
_LONGEST_HEADING = 120


def read(data: bytes) -> ReadDocument:
    """A text file as read; one that is written as Markdown, or was made here, is read as that."""
    text = clean(decoded(data)[0])
    if is_ours(text):
        return own_text_reading(text)
    text, asides = without_heads_of_mails(text)
    if looks_like_markdown(text):
        reading = markdown_reading(text)
        return replace(reading, asides=(*asides, *reading.asides))
    return ReadDocument(tuple(text_lines(text, is_mail=bool(asides))), asides=tuple(asides))


def text_lines(text: str, is_mail: bool = False) -> Iterator[Line]:
    """The lines of a text that have words; a heading is one that is underlined with a rule. In a mail bold words stand
    between stars.

    A page ends at a form feed; where there is none, below its number.
    """
    apart, page, is_fed = False, 1, "\f" in text
    lines, signs = [*with_tabs(text.split("\n"))], list[str]()
    sign, begins = "", True
    for place, written in enumerate(lines, 1):
        page += written.count("\f")
        words = written.replace("\f", "").rstrip()
        if not words.strip() or sign == "_":
            apart, sign, begins = True, "", True
            continue
        start = re.match(r"[ \t\xa0]*", words)[0].expandtabs(_TAB)  # type: ignore[index]
        apart = apart or "\f" in written
        sign = _sign_below(words.strip(), lines[place].strip()) if begins and place < len(lines) else ""
        signs += [sign] * (sign not in ("", *signs))
        outline = signs.index(sign) if sign else None
        indent = len(start) * _SPACE
        runs = tuple(_runs(words.strip())) if is_mail else (Run(words.strip()),)
        yield Line(runs, outline=outline, indent=indent, place=place, page=page, apart=apart)
        apart, begins = False, _RULE.fullmatch(words.strip()) is not None
        page += not is_fed and is_page_number(words)


def _runs(words: str) -> Iterator[Run]:
    """Words with those bold that stand between stars."""
    parts = _BOLD.split(words)
    yield from (Run(part, bold=at % 2 == 1) for at, part in enumerate(parts) if part)


def _sign_below(words: str, below: str) -> str:
    """The sign of the rule that makes a heading of the words above it, of which it is as long; nothing where none does.

    A line of low ones may be one to sign on.
    """
    rule = _RULE.fullmatch(below)
    if not rule or len(words) > _LONGEST_HEADING or _RULE.fullmatch(words) or re.search(r"\t|\S {3,}\S", words):
        return ""
    if abs(len(words) - len(below)) > _NEARLY or rule[1] == "_" and _TO_SIGN.match(words):
        return ""
    return rule[1]
