"""Text files as lines, with the gaps between them and how far each is set in."""

import re
from collections.abc import Iterator
from dataclasses import replace

from protocolau.importing import markdown  # as a whole: what it reads of a page may read texts
from protocolau.importing.characters import clean, decoded
from protocolau.importing.lines import Aside, Line, Reading, Run
from protocolau.importing.own_text import is_ours, own_text_reading
from protocolau.importing.structure.furniture import is_page_number

_SPACE = 120
"""Twentieths of a point that a space stands for."""
_TAB = 4
_HEAD_OF_MAIL = re.compile(
    r"(?:^[ \t>*]{0,9}(?:From|Sent|To|Cc|Bcc|Subject|Date|Attachments|Importance|Reply-To|Oddi wrth|Anfonwyd|At|Copi|"
    r"Pwnc|Dyddiad|Atodiadau)[ \t]*:.*(?:\n|\Z)){3,}",
    re.MULTILINE,
)
_SENDER, _SUBJECT = {"from", "oddi wrth"}, {"subject", "pwnc"}
_RULE = re.compile(r"([=~^*#+_–—-])\1{2,}")
_TO_SIGN = re.compile(
    r"(?:signed|signature|name|date|chair|clerk|mayor|position|llofnod|enw|dyddiad|cadeirydd|clerc|maer|swydd)", re.I
)
"""What stands above a line on which something is to be written."""
_NEARLY = 3
"""Characters by which the rule below a heading is shorter or longer."""
_LONGEST_HEADING = 120


def read(data: bytes) -> Reading:
    """A text file as read; one that is written as Markdown, or was made here, is read as that."""
    text = clean(decoded(data)[0])
    if is_ours(text):
        return own_text_reading(text)
    text, asides = _without_heads_of_mails(text)
    if markdown.looks_like_markdown(text):
        reading = markdown.markdown_reading(text)
        return replace(reading, asides=(*asides, *reading.asides))
    return Reading(tuple(text_lines(text)), asides=tuple(asides))


def _without_heads_of_mails(text: str) -> tuple[str, list[Aside]]:
    """A text without the lines that say who sent it as a mail, to whom and when, and these; each keeps its place."""
    asides: list[Aside] = []

    def kept(head: re.Match[str]) -> str:
        named = {line.partition(":")[0].strip(" \t>*").lower() for line in head[0].splitlines()}
        if not (named & _SENDER and named & _SUBJECT):
            return head[0]
        place = text.count("\n", 0, head.start()) + 1
        asides.extend(Aside("furniture", line.strip(), at) for at, line in enumerate(head[0].splitlines(), place))
        return "\n" * head[0].count("\n")

    return _HEAD_OF_MAIL.sub(kept, text), asides


def text_lines(text: str) -> Iterator[Line]:
    """The lines of a text that have words; a heading is one that is underlined with a rule.

    A page ends at a form feed; where there is none, below its number.
    """
    apart, page, is_fed = False, 1, "\f" in text
    lines, signs = text.split("\n"), list[str]()
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
        yield Line((Run(words.strip()),), outline=outline, indent=indent, place=place, page=page, apart=apart)
        apart, begins = False, _RULE.fullmatch(words.strip()) is not None
        page += not is_fed and is_page_number(words)


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
