"""Which paragraph of a Welsh page translates which of the English one, whatever has been put in or taken out since."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from protocolau.translation.exchange.fingerprint import fingerprint
from protocolau.translation.own_words.marks import Mark, state_of
from protocolau.translation.own_words.prose import Paragraph, ProsePage

Place = tuple[int, int]
"""A mark's place and nought, or the place before which something new stands and which of these it is, from one."""


@dataclass(frozen=True, slots=True)
class PairedParagraph:
    """A paragraph of the English page, with its Welsh where there is one."""

    name: str
    """`title`, `description`, or the fingerprint of its English, with a number where it comes again."""
    english: int
    """Its place among the paragraphs of the English page."""
    welsh: int | None
    source: str
    target: str
    state: str
    mark: Mark | None = None
    """What was vouched for, if anything."""


def paired(english: ProsePage, welsh: ProsePage) -> list[PairedParagraph]:
    """Pairs the paragraphs of two pages, in the order of the English one."""
    marks = welsh.marks
    ours = _places([mark.source for mark in marks], english.paragraphs)
    theirs = {place: at for at, place in enumerate(_places([mark.target for mark in marks], welsh.paragraphs))}
    names = _names(english.paragraphs)
    return [
        _pair(names[at], at, paragraph, theirs.get(place), welsh, _mark(marks, place))
        for at, (paragraph, place) in enumerate(zip(english.paragraphs, ours, strict=True))
    ]


def left_over(welsh: ProsePage, pairs: Sequence[PairedParagraph]) -> list[Paragraph]:
    """The paragraphs of a Welsh page of which the English is gone."""
    used = {pair.welsh for pair in pairs}
    return [paragraph for at, paragraph in enumerate(welsh.paragraphs) if at not in used]


def _pair(
    name: str, at: int, paragraph: Paragraph, found: int | None, welsh: ProsePage, mark: Mark | None
) -> PairedParagraph:
    target = "" if found is None else welsh.paragraphs[found].text
    return PairedParagraph(name, at, found, paragraph.text, target, state_of(mark, paragraph.text, target), mark)


def _mark(marks: Sequence[Mark], place: Place) -> Mark | None:
    return marks[place[0]] if place[1] == 0 else None


def _places(marked: Sequence[str], paragraphs: Sequence[Paragraph]) -> list[Place]:
    """For each paragraph the mark that it answers to, or where among the marks it has been put in."""
    now = [fingerprint(paragraph.text) for paragraph in paragraphs]
    places: list[Place] = []
    for kind, old, old_end, new, new_end in SequenceMatcher(None, marked, now, autojunk=False).get_opcodes():
        both = 0 if kind == "insert" else min(old_end - old, new_end - new)
        places += [(old + step, 0) for step in range(both)]
        places += [(old_end, extra + 1) for extra in range(new_end - new - both)]
    return places


def _names(paragraphs: Sequence[Paragraph]) -> list[str]:
    return list(_numbered([paragraph.name or fingerprint(paragraph.text) for paragraph in paragraphs]))


def _numbered(names: Sequence[str]) -> Iterator[str]:
    for at, name in enumerate(names):
        before = names[:at].count(name)
        yield f"{name}-{before + 1}" if before else name
