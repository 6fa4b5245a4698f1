"""A document and a council's facts, to the files of a first draft and what is to be said about it."""

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from protocolau.importing.both_languages import is_in_both, parted
from protocolau.importing.conservation import lost_words
from protocolau.importing.lines import Aside, ReadDocument
from protocolau.importing.misplaced import is_of_another_kind, names_another_council
from protocolau.importing.packed_files import Unreadable
from protocolau.importing.reading import read_document
from protocolau.importing.structure.build import Structure, structured
from protocolau.importing.structure.draft import Draft
from protocolau.importing.structure.facts import DocumentFacts
from protocolau.importing.suggested_tags import suggest_tags
from protocolau.importing.suggestions.examples import Examples
from protocolau.importing.yaml_text import CouncilFacts, council_yaml, protocol_yaml, title_of
from protocolau.library.library import RELATIONS
from protocolau.read.dates import PartialDate
from protocolau.read.text import LARGEST
from protocolau.rules.provenance import SIGN_OF_ITEM

_ORDERED = ("issued", "reviewed", "review_due")
"""The dates of a document in their order, after that of its adoption."""
_MEANS_MARKUP = re.compile(r"</?[a-zA-Z]|&#?\w+;|\[[^\]]*\]\(|\*")


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person who imports has said."""

    language: str | None = None
    adopted: PartialDate | None = None
    document: str = RELATIONS
    examples: Mapping[str, Examples] = field(default_factory=dict)
    """What suggestions rest on, by language; without any nothing is suggested."""
    kinds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What each kind of document is called."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place at which a person should look, and why."""

    why: str
    words: str
    number: str = ""
    place: int = 0
    page: int | None = None


@dataclass(frozen=True)
class FirstDraft:
    """The files by their paths below the folder of councils, and what is to be said about them."""

    files: dict[str, bytes]
    version: str
    kind: str
    facts: DocumentFacts
    language: str
    counts: dict[str, int]
    asides: tuple[Aside, ...]
    doubts: tuple[Doubt, ...]
    remarks: Mapping[str, int | str] = field(default_factory=dict)
    lost: tuple[str, ...] = ()


def first_drafts(name: str, data: bytes, council: CouncilFacts, choices: Choices) -> list[FirstDraft]:
    """The first draft of a document, or two where it is in both languages. Raises Unreadable where it cannot be read.

    A language that is named in the choices holds for the whole document.
    """
    reading = read_document(name, data)
    both = {} if choices.language else parted(reading)
    if not both:
        draft = _draft(name, data, reading, council, choices)
        mixed = [Doubt("both languages", "")] if not choices.language and is_in_both(reading) else []
        return [replace(draft, doubts=(*mixed, *draft.doubts))]
    drafts = [_draft(name, data, one, council, replace(choices, language=language)) for language, one in both.items()]
    adopted = next((one.facts.adopted for one in drafts if one.facts.adopted), None)
    if all(one.facts.adopted == adopted for one in drafts):
        return drafts
    dated = replace(choices, adopted=adopted)  # one text may give the date for both
    return [_draft(name, data, one, council, replace(dated, language=language)) for language, one in both.items()]


def _draft(name: str, data: bytes, reading: ReadDocument, council: CouncilFacts, choices: Choices) -> FirstDraft:
    structure = structured(reading)
    if not structure.body:
        raise Unreadable("nothing in the file is the text of a protocol", "check that the right file was named")
    facts = _facts(structure.facts, choices)
    language = choices.language or facts.language or "en"
    source = _source(structure).encode()
    _refuse_too_large(len(source))  # before suggestions, which take long for so much
    if language in choices.examples:
        suggest_tags(structure.body, choices.examples[language])
    stem = str(facts.adopted or "undated")
    folder = f"{council.slug}/" if choices.document == RELATIONS else f"{council.slug}/{choices.document}/"
    ending = PurePath(name).suffix.lower()
    version = _version(structure, facts, language, stem, PurePath(name).stem, folder.count("/")).encode()
    _refuse_too_large(len(version))
    files = {
        f"{council.slug}/council.yml": council_yaml(council).encode(),
        f"{folder}{stem}.yml": version,
        f"{folder}{stem}.txt": source,
        f"{folder}{stem}{'.original' if ending == '.txt' else ''}{ending}": data,
    }
    doubts = [*_misplaced(structure, council, choices), *_doubts(structure, facts, language)]
    return FirstDraft(
        files=files,
        version=f"{folder}{stem}.yml",
        kind=choices.document,
        facts=facts,
        language=language,
        counts=_counts(structure.body),
        asides=structure.asides,
        doubts=tuple(doubts),
        remarks=reading.remarks,
        lost=tuple(lost_words(reading, structure.body, structure.asides)),
    )


def _refuse_too_large(size: int) -> None:
    if size > LARGEST:
        raise Unreadable(f"the draft would have more than {LARGEST:,} bytes, and no more are read", "divide it")


def _facts(found: DocumentFacts, choices: Choices) -> DocumentFacts:
    """What the document says of itself, and what the person knows better, without dates that cannot be right."""
    facts = replace(found, adopted=choices.adopted or found.adopted)
    earliest = facts.adopted
    for name in _ORDERED:
        date = getattr(facts, name)
        if date and earliest and date.last_day < earliest.first_day:
            facts = facts.without(name)
        elif date:
            earliest = date
    return facts


def _version(structure: Structure, facts: DocumentFacts, language: str, stem: str, fallback: str, up: int) -> str:
    body = tuple(_without_language(one, language) for one in structure.body)
    return protocol_yaml(title_of(facts, fallback), language, facts, f"{stem}.txt", [], body, up)


def _without_language(one: Draft, language: str) -> Draft:
    for inner in one.walk():
        inner.language = None if inner.language == language else inner.language
    return one


def _source(structure: Structure) -> str:
    """The text of the document, line by line. What a reader of the file would take for marks is written out."""
    lines = (html.escape(line, quote=False) if _MEANS_MARKUP.search(line) else line for line in structure.source)
    return (
        "\n".join(_without_signs(re.sub("^(• )?#", r"\1&#35;", line.replace("](", "]&#40;"))) for line in lines) + "\n"
    )


def _without_signs(line: str) -> str:
    """A line of which the first word is no sign of an item: such a one is a bullet before words, and has no tab."""
    sign = SIGN_OF_ITEM.match(line)
    if not sign or line.startswith("• ") and "\t" not in line:
        return line
    return line.replace(first := sign[0].lstrip()[0], f"&#{ord(first)};", 1)


def _counts(body: tuple[Draft, ...]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for one in (inner for outer in body for inner in outer.walk()):
        counts["headings"] += bool(one.heading)
        counts["numbered"] += bool(one.number)
        counts["tables"] += bool(one.rows)
        counts["provisions"] += 1
        counts["suggested"] += bool(one.statements)
    return dict(counts)


def _misplaced(structure: Structure, council: CouncilFacts, choices: Choices) -> Iterator[Doubt]:
    """Whether the document seems to be of another council, or of another kind, than the person has said."""
    if title := names_another_council(structure.body, (council.name, council.name_cy)):
        yield Doubt("another council", title)
    if is_of_another_kind(structure.facts.title, choices.document, choices.kinds):
        yield Doubt("another kind", structure.facts.title)


def _doubts(structure: Structure, facts: DocumentFacts, language: str) -> list[Doubt]:
    """What is to be looked at; `facts` are those of the draft."""
    found = structure.facts
    doubts = [Doubt("date not taken", words, place=place, page=page) for place, page, words in found.doubtful]
    doubts += [
        Doubt("date too early", str(date))
        for name in _ORDERED
        if (date := getattr(found, name)) and not getattr(facts, name)
    ]
    doubts += [
        Doubt(doubt, one.text or one.heading, one.number, one.place, one.page)
        for outer in structure.body
        for one in outer.walk()
        for doubt in one.doubts
    ]
    if not found.adopted:
        doubts.insert(0, Doubt("no date of adoption", ""))
    elif found.amended and found.amended.last_day > found.adopted.last_day:
        doubts.insert(0, Doubt("amended since", str(found.amended)))
    if not found.title:
        doubts.insert(0, Doubt("no title", ""))
    if found.language not in (None, language):
        doubts.insert(0, Doubt("another language", ""))
    return doubts
