"""Rules for a translation beside the version that it translates."""

from collections.abc import Callable, Iterator
from pathlib import Path

from protocolau.language import other
from protocolau.model.protocol import Version
from protocolau.model.translation import TITLE, heading_unit
from protocolau.model.unit_alignment import align
from protocolau.read.document import Location, YamlDocument
from protocolau.read.problem import Problem, Suggestions, first_faults
from protocolau.rules.fault import Fault
from protocolau.rules.provenance import translated_texts
from protocolau.rules.sources import difference_from_source, parted, source_file_faults
from protocolau.schema.shapes import TranslationShape

_SHOWN = 40


def translation_faults(
    document: YamlDocument, shape: TranslationShape, version: Version | None, language: str
) -> Iterator[Problem]:
    """Every fault of a translation; `language` is the one that its file name gives.

    Without a version, as where its own file has faults of shape, the translation is judged by itself.
    """
    yield from first_faults(
        fault.in_document(document) for fault in _faults(document.path.parent, shape, version, language)
    )


def _faults(folder: Path, shape: TranslationShape, version: Version | None, language: str) -> Iterator[Fault]:
    yield from _language_is_that_of_the_name(shape, language)
    if version:
        for rule in _RULES_BESIDE_THE_VERSION:
            yield from rule(shape, version, language)
        yield from _words_are_those_of_the_source(folder, shape, version)


def _language_is_that_of_the_name(shape: TranslationShape, language: str) -> Iterator[Fault]:
    """The file name says the same language as the file."""
    if shape.language != language:
        what = f"the file is named for '{language}' and says 'language: {shape.language}'"
        yield Fault(("language",), what, "correct the one that is wrong")


def _language_is_another(shape: TranslationShape, version: Version, language: str) -> Iterator[Fault]:
    """A document is not translated into the language in which it was adopted."""
    if language == version.language:
        remedy = "delete this file, or name it for the other language if it is in that"
        yield Fault(("language",), f"the protocol itself is in '{language}'", remedy)


def _units_exist(shape: TranslationShape, version: Version, language: str) -> Iterator[Fault]:
    """What is translated is there in the version, a text, a heading or the title."""
    titles = {TITLE, *(heading_unit(anchor) for anchor, one in version.provisions.items() if one.heading)}
    known = {*titles, *(anchor for anchor, one in version.provisions.items() if one.statements)}
    suggestions = Suggestions(known, "take it out, or name the unit of a provision that exists")
    for unit, entries in shape.units.items():
        if unit not in known:
            what = f"translates '{unit}', which does not exist in the protocol"
            yield Fault(("units", unit), what, suggestions.of(unit))
        elif unit in titles and len(entries) > 1:
            yield Fault(("units", unit), f"'{unit}' has {len(entries)} entries", "a heading is translated as a whole")


def _entries_have_statements(shape: TranslationShape, version: Version, language: str) -> Iterator[Fault]:
    """Each entry of a clause translates words that the clause has, or that have been reworded there."""
    for unit, entries in shape.units.items():
        provision = version.provisions.get(unit) if len(entries) > 1 else None
        if provision is None or not provision.statements:
            continue
        sources = [" ".join(getattr(entry, other(shape.language))) for entry in entries]
        for span in align([statement.text for statement in provision.statements], sources):
            for index in span.entries if not span.statements else ():
                words = sources[index]
                shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
                what = f"translates words that '{unit}' does not have: “{shown}”"
                yield Fault(("units", unit, index), what, "take the entry out, or correct the words")


def _is_not_that_of_the_council(shape: TranslationShape, version: Version, language: str) -> Iterator[Fault]:
    """Where the council's own text in the other language is not held here, what is here is not adopted by it."""
    if version.other_language != "exists":
        return
    units = shape.units.items()
    places: list[Location] = [("state",)] if shape.state == "adopted" else []
    places += [("units", unit, n) for unit, some in units for n, one in enumerate(some) if one.state == "adopted"]
    if places:
        what = "the council's own text in this language is said not to be here, and this one says 'adopted'"
        remedy = "write 'other_language: equal' in the protocol if it is that text, or another state here"
        yield Fault(places[0], what, remedy)


def _both_are_adopted(shape: TranslationShape, version: Version, language: str) -> Iterator[Fault]:
    """Where both languages were adopted alike each is the council's own, beside the words that the other has."""
    if version.other_language != "equal":
        return
    remedy = "write 'adopted', or take 'other_language: equal' out of the protocol"
    if shape.state != "adopted":
        yield Fault(("state",), f"both languages were adopted alike, and this one says '{shape.state}'", remedy)
    for unit, entries in shape.units.items():
        for index, entry in enumerate(entries):
            if entry.state not in (None, "adopted"):
                what = f"both languages were adopted alike, and '{unit}' says '{entry.state}'"
                yield Fault(("units", unit, index), what, remedy)


def _words_are_those_of_the_source(folder: Path, shape: TranslationShape, version: Version) -> Iterator[Fault]:
    """The words are those of the council's document in this language, where there is one, all of them and in order."""
    if shape.source is None:
        return
    yield from source_file_faults(folder, shape.source)
    units = {
        key: " ".join(text for entry in entries for text in getattr(entry, shape.language))
        for key, entries in shape.units.items()
    }
    if difference := difference_from_source(folder, shape.source, translated_texts(version, units)):
        key = difference.anchor if difference.anchor in units else heading_unit(difference.anchor)
        yield Fault(("units", key), *parted(difference, shape.source.file))


_RuleBesideTheVersion = Callable[[TranslationShape, Version, str], Iterator[Fault]]
_RULES_BESIDE_THE_VERSION: tuple[_RuleBesideTheVersion, ...] = (
    _language_is_another,
    _units_exist,
    _entries_have_statements,
    _is_not_that_of_the_council,
    _both_are_adopted,
)
