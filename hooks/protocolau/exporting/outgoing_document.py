"""A version as it goes out in a file: its words in one language, and apart from them what editors say of it.

Every writer is given this and nothing else, so that what it makes can be kept by it: the same document makes the
same bytes.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from pydantic import TypeAdapter

from protocolau.exporting.definitions import DEFINED, with_definitions
from protocolau.exporting.outgoing_runs import OutgoingRun, Runs
from protocolau.library.addresses import SiteAddresses, version_address
from protocolau.library.library import RELATIONS, Library
from protocolau.library.links import TextRun, explained, referring, runs, targets
from protocolau.model.protocol import Version
from protocolau.model.provision import Diagram, Provision
from protocolau.model.standing import Standing, has_begun, turned
from protocolau.model.vocabulary import Bilingual
from protocolau.read.dates import PartialDate
from protocolau.translation.notices import missing_unit, translation_notice
from protocolau.translation.reading import DisplayedText, Reading


class InterfaceWords(Protocol):
    """The words of the interface in one language."""

    @property
    def language(self) -> str:
        """The language."""

    def __call__(self, key: str, n: int | None = None, **values: object) -> str:
        """The words of an entry with its values put in."""

    def date(self, date: PartialDate) -> str:
        """A date in running text."""


@dataclass(frozen=True, slots=True)
class OutgoingProvision:
    """A provision with its words. `notes` and `diagram` are editorial; all else is the council's or its translation."""

    anchor: str
    kind: str
    level: int = 2
    """The level of its heading, where it has one: that of the title is 1."""
    number: str | None = None
    is_title: bool = False
    has_caption: bool = False
    heading: Runs = ()
    text: Runs = ()
    span: int = 1
    items: tuple["OutgoingProvision", ...] = ()
    columns: tuple["OutgoingProvision", ...] = ()
    rows: tuple[tuple["OutgoingProvision", ...], ...] = ()
    row_headers: bool = False
    diagram: str | None = None
    """What is said in the place of a drawing."""
    provisions: tuple["OutgoingProvision", ...] = ()
    notes: tuple[str, ...] = ()
    where: str = ""
    """Of a cell with notes, its row and column in words, where they cannot stand in it."""

    def children(self) -> Iterator["OutgoingProvision"]:
        """What stands inside it, in the order of the document, cells of tables excepted."""
        yield from self.items
        yield from self.provisions

    def walk(self) -> Iterator["OutgoingProvision"]:
        """Itself and everything inside it that is no cell, in the order of the document."""
        yield self
        for child in self.children():
            yield from child.walk()

    @property
    def remarks_stand_first(self) -> bool:
        """Whether what editors say of it stands before its items, with the words that lead to them."""
        return bool(self.items) and not (self.rows or self.diagram)

    @property
    def cells(self) -> Iterator["OutgoingProvision"]:
        """The cells of its table, those of its head first."""
        yield from self.columns
        for row in self.rows:
            yield from row


@dataclass(frozen=True, slots=True)
class OutgoingName:
    """A policy that is cited or a term that is used, and its name."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class OutgoingDocument:
    """A version in one language, ready to be written."""

    language: str
    """The language in which it is read, and in which editors speak."""
    text_language: str
    """The language of its words, where they say no other: the source's where nothing is translated."""
    source_language: str
    """The language in which it was adopted."""
    state: str
    """The state of its words: `adopted`, or that of the translation."""
    council: str
    council_slug: str
    nation: str
    kind: str
    kind_name: str
    version: str
    title: OutgoingRun
    address: str
    """The permanent address of the version in this language."""
    root: str
    """The address of the site in this language."""
    adopted: str | None
    """The date of adoption as it is known, in ISO 8601: to the day, the month or the year."""
    adopted_words: str
    """The same in a sentence, or that there is none; and how the version stands, where it does not apply."""
    first_adopted: str | None
    """The date of the first version of the document."""
    first_has_begun: bool
    """Whether that has come, as far as it is known."""
    has_begun: bool
    """Whether the date of adoption has come, as far as it is known."""
    repealed: str | None
    """The day from which it no longer applies, since the council withdraws it or has ended."""
    standing_words: str
    """How the version stands, in a sentence, where it does not apply; else empty."""
    dated: str | None
    """The date that a file of it bears: that of its adoption, if it is not still to come, else of the day on which its
    source was fetched."""
    notices: tuple[str, ...]
    """What editors say of the whole of it."""
    labels: "Labels"
    policies: tuple[OutgoingName, ...]
    terms: tuple[OutgoingName, ...]
    """The terms of the glossary that stand in it."""
    body: tuple[OutgoingProvision, ...]

    @property
    def has_own_title(self) -> bool:
        """Whether the words of the document say its title themselves."""
        return any(one.is_title for one in self.body)

    def walk(self) -> Iterator[OutgoingProvision]:
        """Every provision that is no cell, in the order of the document."""
        for part in self.body:
            yield from part.walk()


@dataclass(frozen=True, slots=True)
class Labels:
    """Words that editors put round a document."""

    page: str
    """With `{page}` and `{pages}` where the numbers go."""
    permanent: str
    site: str
    """The name of the site."""
    made: str
    """Whose words these are that are not the council's."""
    lacking: str
    """That numbers stand in the place of characters that the typefaces of the file do not have."""


_ADAPTER = TypeAdapter(OutgoingDocument)


def encoded(document: OutgoingDocument) -> bytes:
    """All of a document as JSON, what is as usual left out."""
    return _ADAPTER.dump_json(document, exclude_defaults=True)


def outgoing_document(
    library: Library, version: Version, addresses: SiteAddresses, words: InterfaceWords
) -> OutgoingDocument:
    """A version as it is read in the language of the words."""
    return _Outgoing(library, version, words).document(addresses)


def adoption(library: Library, version: Version, t: InterfaceWords) -> str:
    """When a version was adopted, and how it stands where it does not apply: a file goes from hand to hand without the
    page that says so. `Adopted 1 January 2015. Withdrawn: 29 February 2020.`"""
    adopted = t("adopted.on", date=t.date(version.adopted)) if version.adopted else t("adopted.unknown")
    parts = (adopted if has_begun(version, library.today) else "", _standing_words(library, version, t))
    return " ".join(filter(None, parts))


def _standing_words(library: Library, version: Version, t: InterfaceWords) -> str:
    """How a version stands, in a sentence, where it does not apply."""
    standing = library.standings[version]
    if standing.applies:
        return ""
    council, document = library.councils[version.council], library.document_of(version)
    date = turned(council, document, version, library.today)
    return f"{t(f'standing.{library.told_of(version)}', date=t.date(date) if date else t('undated'))}."


def _repealed(library: Library, version: Version) -> PartialDate | None:
    """The date from which a version no longer applies, but for that from which another takes its place."""
    is_ended = library.standings[version] is Standing.ENDED
    return library.councils[version.council].ended if is_ended else version.withdrawn


class _Outgoing:
    """Makes the outgoing provisions of one version in one language."""

    def __init__(self, library: Library, version: Version, words: InterfaceWords):
        self._library, self._version, self._words = library, version, words
        self._reading = Reading(version, words.language)
        self._explained: set[str] = set()
        """The terms that have stood in what was read so far."""
        self._language = words.language if self._reading.state != "missing" else version.language

    def document(self, addresses: SiteAddresses) -> OutgoingDocument:
        version, t, library = self._version, self._words, self._library
        body = tuple(self._provision(one, 2) for one in version.body)  # before its terms are known
        council = library.councils[version.council]
        first = next(iter(library.document_of(version).versions))
        begun, repealed = has_begun(version, library.today), _repealed(library, version)
        dated = (version.adopted if begun else None) or version.fetched
        return OutgoingDocument(
            language=t.language,
            text_language=self._language,
            source_language=version.language,
            state="adopted" if version.other_language == "equal" else self._reading.state,
            council=council.name[t.language],
            council_slug=council.slug,
            nation=council.nation,
            kind=version.kind,
            kind_name=library.vocabulary.documents[version.kind].name[t.language],
            version=version.slug,
            title=self._title(),
            address=addresses.url(t.language, version_address(version)),
            root=addresses.url(t.language, ""),
            adopted=str(version.adopted) if version.adopted else None,
            adopted_words=adoption(library, version, t),
            first_adopted=str(first.adopted) if first.adopted else None,
            first_has_begun=has_begun(first, library.today),
            has_begun=begun,
            repealed=str(repealed.last_day) if repealed else None,
            standing_words=_standing_words(library, version, t),
            dated=str(dated) if dated else None,
            notices=tuple(self._notices()),
            labels=_labels(t),
            policies=tuple(self._policies()),
            terms=tuple(self._terms()),
            body=body,
        )

    def _title(self) -> OutgoingRun:
        title = self._reading.title
        return OutgoingRun(title.text, language=self._marked(title.language))

    def _notices(self) -> Iterator[str]:
        if said := translation_notice(self._words, self._version, self._words.language):
            yield said
        yield from self._said(self._version.notes)

    def _said(self, notes: Iterable[Bilingual]) -> Iterator[str]:
        for note in notes:
            yield f"{self._words('note')} {note[self._words.language]}"

    def _policies(self) -> Iterator[OutgoingName]:
        known = self._library.vocabulary.policies
        cited = dict.fromkeys(slug for one in self._version.provisions.values() for slug in one.policies)
        return (OutgoingName(slug, known[slug].name[self._words.language]) for slug in cited)

    def _terms(self) -> Iterator[OutgoingName]:
        known = self._library.vocabulary.terms
        return (OutgoingName(slug, known[slug].name[self._words.language]) for slug in sorted(self._explained))

    def _provision(self, one: Provision, level: int) -> OutgoingProvision:
        inner = min(level + 1, 6) if one.heading else level
        table = one.table
        return OutgoingProvision(
            anchor=one.anchor,
            kind=one.kind,
            level=level,
            number=one.number,
            is_title=one.is_title,
            has_caption=one.has_caption,
            heading=self._runs_of(self._reading.heading(one)),
            text=tuple(self._text(one)),
            span=one.span,
            items=tuple(self._provision(item, inner) for item in one.items),
            columns=tuple(self._cells(table.columns, 0, inner)) if table else (),
            rows=tuple(tuple(self._cells(row, place, inner)) for place, row in enumerate(table.rows, 1))
            if table
            else (),
            row_headers=bool(table and table.row_headers),
            diagram=self._diagram(one.diagram) if one.diagram else None,
            provisions=tuple(self._provision(child, inner) for child in one.provisions),
            notes=tuple(self._notes(one)),
        )

    def _cells(self, cells: tuple[Provision, ...], row: int, level: int) -> Iterator[OutgoingProvision]:
        """The cells of a row, whose number is 0 where they are the heads of the columns."""
        t, column = self._words, 1
        for cell in cells:
            made = self._provision(cell, level)
            if made.notes:
                where = t("export.cell", row=row, column=column) if row else t("export.column_head", column=column)
                made = replace(made, where=where)
            yield made
            column += cell.span

    def _text(self, one: Provision) -> Iterator[OutgoingRun]:
        """The words of a provision, unit by unit, each in its language and with links to what it refers to."""
        for place, segment in enumerate(self._reading.segments(one)):
            if place:
                yield OutgoingRun(segment.joined_by)
            linked = runs(segment.text, targets(one, self._library.vocabulary, segment.language))
            if one.refers_to:
                linked = referring(linked, one, self._version, segment.language)
            defined = with_definitions(linked, segment.language)
            marked = explained(defined, self._library.term_finders[segment.language], self._explained)
            yield from (self._run(run, segment.language) for run in marked)

    def _runs_of(self, words: DisplayedText | None) -> Runs:
        return tuple(self._run(run, words.language) for run in runs(words.text, ())) if words else ()

    def _run(self, run: TextRun, language: str) -> OutgoingRun:
        target = run.target
        return OutgoingRun(
            run.text,
            run.strong,
            run.emphasis,
            target.anchor if target else None,
            target.policy if target else None,
            target.term if target else None,
            defines=target is DEFINED,
            language=self._marked(language),
        )

    def _marked(self, language: str) -> str | None:
        return language if language != self._language else None

    def _notes(self, one: Provision) -> Iterator[str]:
        yield from self._said(one.notes)
        t, state = self._words, self._reading.state_at(one)
        if state == "stale":
            yield t("export.stale", text=self._reading.outdated(one))
        elif state == "missing" and self._reading.state != "missing":
            yield t(f"missing.{missing_unit(self._version)}")

    def _diagram(self, diagram: Diagram) -> str:
        """A drawing in words: the stages of a cycle one after the other, or that it is missing."""
        if diagram.kind is None:
            return self._words("diagram.missing")
        language, parties = self._words.language, self._library.vocabulary.parties
        stages = [
            step.label[language]
            + (f" ({self._words('cycle.led', party=parties[step.by].name[language])})" if step.by else "")
            for step in diagram.steps
        ]
        return f"{self._words('cycle.caption')} {' → '.join([*stages, diagram.steps[0].label[language]])}"


def _labels(t: InterfaceWords) -> Labels:
    return Labels(
        page=t("export.page"),
        permanent=t("export.permanent"),
        site=t("site.name"),
        made=t("export.made"),
        lacking=t("export.lacking"),
    )


def file_name(documents: Sequence[OutgoingDocument], extension: str) -> str:
    """What a file of one document, in one language or two, is called by itself: `conwy-undated.cy.pdf`."""
    first = documents[0]
    kind = "" if first.kind == RELATIONS else f"-{first.kind}"
    languages = "-".join(one.language for one in documents)
    return f"{first.council_slug}{kind}-{first.version}.{languages}.{extension}"
