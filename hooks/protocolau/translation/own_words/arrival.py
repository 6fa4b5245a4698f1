"""What came back of a page of prose, put into its Welsh: only what the translator changed, and what still fits."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from protocolau.read.problem import Problem
from protocolau.translation.exchange.fingerprint import fingerprint
from protocolau.translation.exchange.incoming import IncomingFile, IncomingUnit
from protocolau.translation.exchange.mistaken import MistakenRows, untranslated
from protocolau.translation.exchange.spoilt import faulty_letters
from protocolau.translation.own_words.marks import Mark
from protocolau.translation.own_words.pairs import PairedParagraph, paired
from protocolau.translation.own_words.prose import ProsePage, is_like, parse, with_marks


@dataclass(frozen=True, slots=True)
class PageOutcome:
    """A Welsh page with what came back, and what could not be taken."""

    text: str
    taken: Mapping[str, tuple[str, str]]
    """By the name of a paragraph its new words and their state."""
    refused: tuple[Problem, ...]


def arrived(english: ProsePage, welsh: ProsePage, file: IncomingFile) -> PageOutcome:
    """Puts the units of a file into a Welsh page. What is not in the file stays as it is."""
    pairs = {pair.name: pair for pair in paired(english, welsh)}
    taken: dict[str, tuple[str, str]] = {}
    refused: list[Problem] = []
    copied: list[IncomingUnit] = []
    called = {unit.unit: replace(unit, unit=unit.source[:40]) for unit in file.units}
    mistaken = MistakenRows(list(called.values()))
    for unit in file.units:
        if unit.target is None:
            continue  # the file has no place for it: what is not said is not taken away
        pair = pairs.get(unit.unit)
        words = unicodedata.normalize("NFC", unit.target).strip("\n ")
        why = _refusal(unit, pair, words) or (_not_one(english, pair, words) if pair else None)
        if why:
            refused.append(Problem(file.path, unit.line, f"'{unit.source[:40]}': {why[0]}", why[1]))
        elif pair and _is_changed(unit, pair, words):
            if spoilt := list(faulty_letters(file.path, unit.line, unit.source[:40], words, pair.source)):
                refused += spoilt
            elif words != pair.target and mistaken.is_untranslated(called[unit.unit]):
                copied.append(called[unit.unit])
            elif words != pair.target and (fault := mistaken.fault([called[unit.unit]])):
                refused.append(Problem(file.path, unit.line, *fault))
            else:
                taken[unit.unit] = (words, "reviewed" if unit.state == "reviewed" else "draft")
    refused += untranslated(file.path, copied)
    text = _with(english, welsh, list(pairs.values()), taken) if taken else welsh.source
    return PageOutcome(text, taken, tuple(refused))


def _is_changed(unit: IncomingUnit, pair: PairedParagraph, words: str) -> bool:
    """Whether the translator changed the words, or says of stale or unread ones that they stand by them."""
    if unit.exported and unit.exported.left_with(words):
        return unit.state != unit.exported.state and unit.state != "stale" and bool(words)
    return words != pair.target


def _refusal(unit: IncomingUnit, pair: PairedParagraph | None, words: str) -> tuple[str, str] | None:
    """What is wrong with a unit and what to do, if anything."""
    untouched = unit.exported is not None and unit.exported.left_with(words)
    if pair is None or fingerprint(unit.source) != fingerprint(pair.source):
        return None if untouched else ("the English page has no such paragraph any more", "export the page anew")
    if untouched or words == pair.target:
        return None
    if not words:
        return "the translation is empty", "write it, or leave the old one"
    if "\n" in words and "\n" not in pair.source:
        return "the translation has more lines than the English", "write it in one line"
    if unit.exported and not unit.exported.left_with(pair.target):
        return "the Welsh has been changed here since the export", "export the page anew and compare"
    return None


def _not_one(english: ProsePage, pair: PairedParagraph, words: str) -> tuple[str, str] | None:
    """What is wrong with words that Markdown would not take for one paragraph of the kind that they translate."""
    if not words or is_like(english.paragraphs[pair.english], words):
        return None
    return "these words would not stand as one paragraph", "leave out what Markdown takes for a list, a table or code"


def _with(
    english: ProsePage, welsh: ProsePage, pairs: Sequence[PairedParagraph], taken: Mapping[str, tuple[str, str]]
) -> str:
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
    english: ProsePage, pairs: Sequence[PairedParagraph], taken: Mapping[str, tuple[str, str]]
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


def _mark(owner: PairedParagraph | None, words: str, taken: Mapping[str, tuple[str, str]]) -> Mark:
    """What a paragraph was made from: a new one from today's English, another one from what it said."""
    if owner is None:
        return Mark.of("", words)
    if owner.name in taken:
        return Mark.of(owner.source, words, taken[owner.name][1])
    return owner.mark or Mark.of(owner.source, words)
