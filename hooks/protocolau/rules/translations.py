"""Rules for a translation beside the version that it translates."""

from collections.abc import Callable, Iterator

from protocolau.model.protocol import Version
from protocolau.read.document import Document
from protocolau.read.problem import Problem, did_you_mean
from protocolau.rules.fault import Fault
from protocolau.schema.shapes import TranslationShape


def translation_faults(
    document: Document, shape: TranslationShape, version: Version | None, language: str
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
    """A protocol is not translated into the language in which it was adopted."""
    if language == version.language:
        remedy = "translate it into the other language"
        yield Fault(("language",), f"the protocol itself is in '{language}'", remedy)


def _units_exist(shape: TranslationShape, version: Version, language: str) -> Iterator[Fault]:
    """What is translated is there in the version."""
    for unit in shape.units:
        if unit not in version.units:
            remedy = did_you_mean(unit, version.units, "take it out, or name the unit of a provision that exists")
            yield Fault(("units", unit), f"translates '{unit}', which does not exist in the protocol", remedy)


_RuleBesideTheVersion = Callable[[TranslationShape, Version, str], Iterator[Fault]]
_RULES_BESIDE_THE_VERSION: tuple[_RuleBesideTheVersion, ...] = (_language_is_another, _units_exist)
