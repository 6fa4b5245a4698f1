"""What a browser fetches of a version to compare it: its statements in columns, so that no key is said twice.

The English file says all that is the same in both languages: anchors, topics, who does what to whom, what stands above
what. The file of another language says its words alone, in the same order, so that nothing is published twice; who
reads that language fetches both. A text is null where the version has none in the language, or none that is up to date.
The browser puts the two together again in assets/compare/council.js.
"""

from collections.abc import Hashable, Iterable, Iterator
from typing import NamedTuple, TypeVar

from protocolau.comparison.compared_statements import compared_statement
from protocolau.comparison.leading_headings import leading_beginning, leading_headings
from protocolau.language import LANGUAGES
from protocolau.language.marks import plain
from protocolau.model.governing import Governing, last_sentence, sentence_before
from protocolau.model.protocol import Council, Version
from protocolau.model.statements import Statement
from protocolau.render.context import RenderContext
from protocolau.render.standing import doubt_words
from protocolau.translation.reading import quoted_reading_of, reading_of

Entry = TypeVar("Entry", bound=Hashable)


def of_version(rendering: RenderContext, council: Council, version: Version, label: str) -> dict[str, object]:
    """A version as the pages of a language compare it; `label` is what to call it beside others of its document."""
    columns = _Columns(rendering, version)
    said = {
        "name": council.name[rendering.language],
        "short": council.short_name[rendering.language],
        "label": label,
        "state": _state(version, rendering.language),
        "standing": doubt_words(rendering, version),
        **columns.words(),
    }
    if rendering.language != LANGUAGES[0]:
        return said
    return {
        "council": council.slug,
        "version": version.slug,
        "inForce": rendering.library.is_shown(version),
        "adoptedIn": version.language,
        "alike": version.other_language == "equal",
        **said,
        **columns.structure(),
    }


def _state(version: Version, language: str) -> str:
    """How far a version is translated into a language; `exists` where the council has a text in it that is not here."""
    state = reading_of(version, language).state
    if version.other_language == "equal":
        return "adopted"
    return "exists" if state == "missing" and version.other_language == "exists" else state


class LeadingLine(NamedTuple):
    """A heading, or what leads into a list or a table: the same for everything that stands below it."""

    anchor: str
    """That of the provision whose heading or lead-in it is."""
    leading: tuple[int, ...] = ()
    """The places of its statements that lead in; none for a heading."""
    begun: int | None = None
    """The place of the statement whose sentence these begin, which leads into nothing below it."""


class _Columns:
    """The statements of a version that are compared, column by column."""

    def __init__(self, rendering: RenderContext, version: Version):
        self._language, self._version = rendering.language, version
        self._vocabulary = rendering.library.vocabulary
        self._view = rendering.view_of(version)
        self._reading = quoted_reading_of(version, rendering.language)
        self._statements = [statement for statement in version.statements if statement.topics]
        self._above = [(*_lines_of(version.governing[one.anchor]), *self._beginning(one)) for one in self._statements]
        self._lines = _places(line for lines in self._above for line in lines)
        """All that stands above any statement."""
        governing = (version.governing[one.anchor] for one in self._statements)
        self._leads = {LeadingLine(one.anchor) for above in governing for one in leading_headings(above)}
        """Those that lead in, headings that do so too."""
        self._leads.update(line for line in self._lines if line.leading and line.begun is None)
        turned = (one for one in self._statements if leading_beginning(version, one))
        self._begin = {line for one in turned for line in self._beginning(one)}
        """Beginnings of sentences that turn the rest."""

    def _beginning(self, one: Statement) -> Iterator[LeadingLine]:
        """Yield the line with the words with which the sentence of a statement begins, where others do."""
        before = sentence_before(self._version.provisions[one.anchor].statements, one.position)
        if before:
            yield LeadingLine(one.anchor, tuple(part.position for part in before), one.position)

    def words(self) -> dict[str, object]:
        """What is said in the language of the pages. A label is empty where it is the anchor."""
        said = [self._reading.statement(one) for one in self._statements]
        heads = ((place, self._row_head(one)) for place, one in enumerate(self._statements))
        return {
            "labels": [self._label(one.anchor) for one in self._statements],
            "texts": [plain(one.text) if one.language == self._language else None for one in said],
            "heads": {place: head for place, head in heads if head},
            "lines": [self._words_of(line) for line in self._lines],
            "leadLabels": [self._label(line.anchor) if line in self._leads else None for line in self._lines],
        }

    def structure(self) -> dict[str, object]:
        """What is the same in all languages: tables of what many statements share, and for each the places in them."""
        topics = _places(topic for one in self._statements for topic in one.topics)
        roles = [(one.by, one.to, self._vocabulary.side_of(one.by)) for one in self._statements]
        parties, above = _places(roles), _places(self._above)
        return {
            "anchors": [one.anchor for one in self._statements],
            "topics": list(topics),
            "topicsOf": [[topics[topic] for topic in one.topics] for one in self._statements],
            "parties": list(parties),
            "partiesOf": [parties[one] for one in roles],
            "above": [[self._lines[line] for line in lines] for lines in above],
            "aboveOf": [above[lines] for lines in self._above],
            "leadAnchors": [line.anchor if line in self._leads | self._begin else None for line in self._lines],
        }

    def _row_head(self, one: Statement) -> str:
        """What names the row of a cell of a table; empty for all else."""
        if not self._version.governing[one.anchor].row_head:
            return ""
        return compared_statement(self._version, one, self._language).head_in(self._language)

    def _words_of(self, line: LeadingLine) -> str | None:
        """The words of a line in the language of the pages, those of each unit of translation once."""
        provision = self._version.provisions[line.anchor]
        if line.leading:
            told = dict.fromkeys(self._reading.statement(provision.statements[place]) for place in line.leading)
            if line.begun is not None:  # what a translation joins to the statement is among its words
                told.pop(self._reading.statement(provision.statements[line.begun]), None)
        else:
            told = dict.fromkeys(filter(None, [self._reading.heading(provision)]))
        if any(one.language != self._language for one in told):
            return None
        words = plain(" ".join(one.text for one in told))
        return words if line.begun is None else last_sentence(words)

    def _label(self, anchor: str) -> str:
        label = self._view.citation(anchor)
        return "" if label == anchor else label


def _lines_of(governing: Governing) -> tuple[LeadingLine, ...]:
    """The nearest headings of what stands below them and every lead-in above it, the outermost first."""
    leading: dict[str, tuple[int, ...]] = {}
    for statement in governing.lead_ins:
        leading[statement.anchor] = (*leading.get(statement.anchor, ()), statement.position)
    headings = (LeadingLine(provision.anchor) for provision in governing.nearest_headings)
    return (*headings, *(LeadingLine(*lead) for lead in leading.items()))


def _places(entries: Iterable[Entry]) -> dict[Entry, int]:
    """Entries, each once, with the place of each."""
    return {entry: place for place, entry in enumerate(dict.fromkeys(entries))}
