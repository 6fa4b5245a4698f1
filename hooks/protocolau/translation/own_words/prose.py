"""A page of prose as paragraphs: each is translated on its own, and what stands between them stays as it is.

A paragraph is a heading, an item of a list, a row of a table, a block of code or what lies between two empty lines; the
title and the description at the head of the page are two more. Signs of Markdown before and after its words (`## `,
`- `, `{#anchor}`) are none of them.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

from protocolau.read.text import line_at
from protocolau.runtime import yaml_loader
from protocolau.translation.own_words.marks import Mark

_FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
_FACT = re.compile(r"^(title|description): (.*)$", re.MULTILINE)
_MADE_FROM = re.compile(r"(?m)^made_from: >-\n(?:  .*\n)*")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_BEGINS = re.compile(r"(?:#{1,6}|-|\d+\.) ")
_ELSE = re.compile(r"(?:#{1,6}|[-*+>]|\d+[.)]|!!!|\?\?\?) |\*?\[[^\]]+\]: ")
"""What makes something else of words than a paragraph: a list, a quotation, a remark, where a link leads."""
_RULE_OF_TABLE = re.compile(r"\|[-| :]+\|")
_SIGNS = re.compile(r"(?P<before>(?:#{1,6}|-|\d+\.) |)(?P<words>.*?)(?P<after> \{#[\w-]+\}|)", re.DOTALL)
_MARKS_IN_LINE = 6


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A piece of a page that is translated on its own."""

    name: str
    """`title`, `description`, or nothing."""
    text: str
    """Its words, without the signs around them."""
    start: int
    end: int
    """Where it stands in the page, with its signs."""
    before: str = ""
    after: str = ""
    line: int = 1

    def written(self, text: str) -> str:
        """It with other words, as it stands in a page."""
        if self.name:
            return text if _is_plain(text) else json.dumps(text, ensure_ascii=False)
        return f"{self.before}{text}{self.after}"


@dataclass(frozen=True, slots=True)
class ProsePage:
    """A page in one language."""

    source: str
    """The whole file."""
    paragraphs: tuple[Paragraph, ...]
    marks: tuple[Mark, ...]
    """What each paragraph was made from, where the page is a translation that says so."""

    def with_words(self, words: Sequence[str]) -> str:
        """The file with other words in its paragraphs, one for each."""
        made, end = [], 0
        for paragraph, text in zip(self.paragraphs, words, strict=True):
            made += [self.source[end : paragraph.start], paragraph.written(text)]
            end = paragraph.end
        return "".join((*made, self.source[end:]))


def parse(text: str) -> ProsePage:
    """Takes a file apart."""
    head = _FRONT_MATTER.match(text)
    found = [*_facts(text, head.end() if head else 0), *_body(text, head.end() if head else 0)]
    facts = yaml.load(head[1], Loader=yaml_loader.SafeLoader) if head else {}
    marks = tuple(map(Mark.parse, str((facts or {}).get("made_from") or "").split()))
    return ProsePage(text, tuple(found), marks)


def with_marks(text: str, marks: Sequence[Mark]) -> str:
    """The file with what its paragraphs were made from at its head, in the place of what was said before."""
    head = _FRONT_MATTER.match(text)
    facts = _MADE_FROM.sub("", head[1]) if head else ""
    rows = [marks[at : at + _MARKS_IN_LINE] for at in range(0, len(marks), _MARKS_IN_LINE)]
    lines = "".join(f"  {' '.join(map(str, row))}\n" for row in rows)
    return f"---\n{facts}made_from: >-\n{lines}---\n{text[head.end() if head else 0 :]}"


def is_like(own: Paragraph, words: str) -> bool:
    """Whether other words would stand in the place of a paragraph as one of the same kind."""
    if own.name:
        return True
    found = parse(own.written(words)).paragraphs
    return len(found) == 1 and found[0].text == words and _kind(words) == _kind(own.text)


def _kind(text: str) -> str:
    if fence := _FENCE.match(text):
        lines = text.splitlines()
        return "code" if len(lines) > 1 and lines[-1].startswith(fence[1]) else "code without an end"
    if text.startswith(("<!--", "</")):
        return text  # a place that something is put in, or the end of what a tag opens: the same in both languages
    if text.startswith("|"):
        return f"row with {text.count('|')} strokes"
    return "tag" if text.startswith("<") else "no words" if _ELSE.match(text) else "words"


def _facts(text: str, end: int) -> Iterator[Paragraph]:
    for match in _FACT.finditer(text, 0, end):
        words = yaml.load(match[2], Loader=yaml_loader.SafeLoader) if not _is_plain(match[2]) else match[2]
        yield Paragraph(match[1], str(words), match.start(2), match.end(2), line=line_at(text, match.start()))


def _is_plain(text: str) -> bool:
    """Whether words stand for themselves in YAML."""
    try:
        return bool(yaml.load(f"x: {text}", Loader=yaml_loader.SafeLoader) == {"x": text})
    except yaml.YAMLError:
        return False


def _body(text: str, start: int) -> Iterator[Paragraph]:
    lines = [(match[0], match.start()) for match in re.finditer(r"[^\n]*\n|[^\n]+\Z", text[start:])]
    at = 0
    while at < len(lines):
        first = lines[at][0]
        if not first.strip() or _RULE_OF_TABLE.fullmatch(first.strip()):
            at += 1
            continue
        stop = _end_of(lines, at)
        begin, last, last_start = start + lines[at][1], lines[stop - 1][0], start + lines[stop - 1][1]
        end = last_start + len(last.rstrip("\n"))
        signs = _SIGNS.fullmatch(text[begin:end])
        assert signs, "whatever stands there has words, if none else than all of it"
        yield Paragraph(
            "", signs["words"], begin, end, signs["before"], signs["after"], line_at(text, begin)
        )  # fmt: skip
        at = stop


def _end_of(lines: Sequence[tuple[str, int]], at: int) -> int:
    """The line after the last of the paragraph that begins at a line."""
    first, stop = lines[at][0], at + 1
    if fence := _FENCE.match(first):
        while stop < len(lines) and not lines[stop][0].startswith(fence[1]):
            stop += 1
        return min(stop + 1, len(lines))
    if first.startswith("|"):
        return stop
    while stop < len(lines) and lines[stop][0].strip() and not _begins(lines[stop][0]):
        stop += 1
    return stop


def _begins(line: str) -> bool:
    return bool(_BEGINS.match(line) or _FENCE.match(line) or line.startswith("|"))
