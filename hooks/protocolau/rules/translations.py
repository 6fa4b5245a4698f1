"""Rules for a translation beside the version that it translates."""

from collections.abc import Callable, Iterator

from protocolau.language import other
from protocolau.model.protocol import Version
from protocolau.model.translation import TITLE, heading_unit
from protocolau.model.unit_alignment import align
from protocolau.read.document import YamlDocument
from protocolau.read.problem import Problem, did_you_mean
from protocolau.rules.fault import Fault
from protocolau.schema.shapes import TranslationShape

_SHOWN = 40


def translation_faults(
    document: YamlDocument, shape: TranslationShape, version: Version | None, language: str
) -> Iterator[Problem]:
    """Every fault of a translation; `language` is the one that its file name gives.

    Without a version, as where its own file has faults of shape, the translation is judged by itself.
    """
    faults = list(_language_is_that_of_the_name(shape, language))
    if version:
        faults += [fault for rule in _RULES_BESIDE_THE_VERSION for fault in rule(shape, version, language)]
    yield from (fault.in_document(document) for fault in faults)


def _language_is_that_of_the_name(shape: TranslationShape, language: str) -> Iterator[Fault]:
    """The file name says the same language as the file."""
    if shape.language != language:
        what = f"the file is named for '{language}' and says 'language: {shape.language}'"
        yield Fault(("language",), what, "correct the one that is wrong")


def _language_is_another(shape: TranslationShape, version: Version, language: str) -> Iterator[Fault]:
    """A document is not translated into the language in which it was adopted."""
    if language == version.language:
        remedy = "translate it into the other language"
        yield Fault(("language",), f"the protocol itself is in '{language}'", remedy)


def _units_exist(shape: TranslationShape, version: Version, language: str) -> Iterator[Fault]:
    """What is translated is there in the version, a text, a heading or the title."""
    titles = {TITLE, *(heading_unit(anchor) for anchor, one in version.provisions.items() if one.heading)}
    known = {*titles, *(anchor for anchor, one in version.provisions.items() if one.statements)}
    for unit, entries in shape.units.items():
        if unit not in known:
            remedy = did_you_mean(unit, known, "take it out, or name the unit of a provision that exists")
            yield Fault(("units", unit), f"translates '{unit}', which does not exist in the protocol", remedy)
        elif unit in titles and len(entries) > 1:
            yield Fault(("units", unit), f"'{unit}' has {len(entries)} entries", "a heading is translated as a whole")


def _entries_have_statements(shape: TranslationShape, version: Version, language: str) -> Iterator[Fault]:
    """Each entry of a clause translates words that the clause has, or that have been reworded there."""
    for unit, entries in shape.units.items():
        provision = version.provisions.get(unit)
        if provision is None or not provision.statements or len(entries) == 1:
            continue
        sources = [" ".join(getattr(entry, other(shape.language))) for entry in entries]
        for span in align([statement.text for statement in provision.statements], sources):
            for index in span.entries if not span.statements else ():
                words = sources[index]
                shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
                what = f"translates words that '{unit}' does not have: “{shown}”"
                yield Fault(("units", unit, index), what, "take the entry out, or correct the words")


_RuleBesideTheVersion = Callable[[TranslationShape, Version, str], Iterator[Fault]]
_RULES_BESIDE_THE_VERSION: tuple[_RuleBesideTheVersion, ...] = (
    _language_is_another,
    _units_exist,
    _entries_have_statements,
)
