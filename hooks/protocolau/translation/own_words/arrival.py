"""What came back of a page of prose, put into its Welsh: only what the translator changed, and what still fits."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from protocolau.read.problem import Problem
from protocolau.translation.exchange.incoming import IncomingFile, IncomingUnit
from protocolau.translation.own_words.acceptance import ArrivedWords, Fault, Taken, accepted
from protocolau.translation.own_words.marks import Mark
from protocolau.translation.own_words.pairs import PairedParagraph, paired
from protocolau.translation.own_words.prose import ProsePage, is_like, parse, with_marks

_LINK = re.compile(r"\]\(([^()#\s]*)(?:#[^()\s]*)?\)")
"""Where a link leads: the page, for what stands after # is a heading, and each language has its own."""
_GONE = ("the English page has no such paragraph any more", "export the page anew")
_CHANGED = ("the Welsh has been changed here since the export", "export the page anew and compare")


@dataclass(frozen=True, slots=True)
class PageOutcome:
    """A Welsh page with what came back, and what could not be taken."""

    text: str
    taken: Taken
    refused: tuple[Problem, ...]


def arrived(english: ProsePage, welsh: ProsePage, file: IncomingFile) -> PageOutcome:
    """Puts the units of a file into a Welsh page. What is not in the file stays as it is."""
    pairs = {pair.name: pair for pair in paired(english, welsh)}
    rows = [_row(english, pairs.get(unit.unit), unit) for unit in file.units]
    taken, refused = accepted(file.path, rows, _GONE, _CHANGED)
    text = _with(english, welsh, list(pairs.values()), taken) if taken else welsh.source
    return PageOutcome(text, taken, refused)


def _row(english: ProsePage, pair: PairedParagraph | None, unit: IncomingUnit) -> ArrivedWords:
    words = unicodedata.normalize("NFC", unit.target or "").strip("\n ")
    called = replace(unit, unit=unit.source[:40])
    return ArrivedWords(unit.unit, called, words, pair, _misfit(english, pair, words) if pair else None)


def _misfit(english: ProsePage, pair: PairedParagraph, words: str) -> Fault | None:
    """What is wrong with words that Markdown would not take for one paragraph of the kind that they translate."""
    if "\n" in words and "\n" not in pair.source:
        return "the translation has more lines than the English", "write it in one line"
    if not words:
        return None
    if not is_like(english.paragraphs[pair.english], words):
        remedy = "leave out what Markdown takes for a list, a table or code"
        return "these words would not stand as one paragraph", remedy
    if _marks_within(words) != _marks_within(pair.source) or words.count("`") < pair.source.count("`"):
        remedy = "write each link as [words](address), with the address of the English, and close each mark"
        return "its links or marks (`…`, **…**) are not those of the English", remedy
    return None


def _marks_within(text: str) -> tuple[Counter[str], int, int, int]:
    """Where the links of a paragraph lead, and whether a mark of code or of bold or slanting letters is left open."""
    return Counter(_LINK.findall(text)), text.count("`") % 2, text.count("**") % 2, text.count("*") % 2


def _with(english: ProsePage, welsh: ProsePage, pairs: Sequence[PairedParagraph], taken: Taken) -> str:
    """The Welsh file with the words that were taken, and with what each paragraph was made from."""
    found = {pair.welsh: pair for pair in pairs if pair.welsh is not None}
    owners = [found.get(at) for at in range(len(welsh.paragraphs))]
    words = [
        taken[owner.name][0] if owner and owner.name in taken else paragraph.text
        for owner, paragraph in zip(owners, welsh.paragraphs, strict=True)
    ]
    page = parse(welsh.with_words(words))
    added = _added(english, pairs, taken)
    text, made_by = "", list[PairedParagraph | None]()
    end = 0
    for at, (owner, paragraph) in enumerate(zip(owners, page.paragraphs, strict=True)):
        text += page.source[end : paragraph.end] + "".join(written for written, _ in added.get(at, ()))
        made_by += [owner, *(pair for _, pair in added.get(at, ()))]
        end = paragraph.end
    page = parse(text + page.source[end:])
    marks = [_mark(owner, paragraph.text, taken) for owner, paragraph in zip(made_by, page.paragraphs, strict=True)]
    return with_marks(page.source, marks)


def _added(
    english: ProsePage, pairs: Sequence[PairedParagraph], taken: Taken
) -> dict[int, list[tuple[str, PairedParagraph]]]:
    """New paragraphs as they are written, by the place of the Welsh one after which each goes: as in the English."""
    added: dict[int, list[tuple[str, PairedParagraph]]] = {}
    after = 0
    for pair in pairs:
        if pair.welsh is not None:
            after = pair.welsh
        elif pair.name in taken:
            own, before = english.paragraphs[pair.english], english.paragraphs[max(pair.english - 1, 0)]
            written = english.source[before.end : own.start] + own.written(taken[pair.name][0])
            added.setdefault(after, []).append((written, pair))
    return added


def _mark(owner: PairedParagraph | None, words: str, taken: Taken) -> Mark:
    """What a paragraph was made from: a new one from today's English, another one from what it said."""
    if owner is None:
        return Mark.of("", words)
    if owner.name in taken:
        return Mark.of(owner.source, words, taken[owner.name][1])
    return owner.mark or Mark.of(owner.source, words)
