"""Rules for a translation beside the version that it translates."""

from collections.abc import Iterator
from difflib import get_close_matches

from protocolau.model.protocol import Version
from protocolau.read.document import Document
from protocolau.read.problem import Problem
from protocolau.schema.shapes import TranslationShape


def translation_faults(
    document: Document, shape: TranslationShape, version: Version | None, language: str
) -> Iterator[Problem]:
    """Every fault of a translation; `language` is the one that its file name gives.

    Where the version itself has faults of shape there is None to compare with.
    """
    rules = (_language_is_that_of_the_name, _language_is_another, _units_exist)
    for rule in rules if version else rules[:1]:
        for at, what, remedy in rule(shape, version, language):
            yield Problem(document.path, document.line(at), what, remedy)


def _language_is_that_of_the_name(shape: TranslationShape, version: Version, language: str) -> Iterator:
    """The file name says the same language as the file."""
    if shape.language != language:
        what = f"the file is named for '{language}' and says 'language: {shape.language}'"
        yield ("language",), what, "correct the one that is wrong"


def _language_is_another(shape: TranslationShape, version: Version, language: str) -> Iterator:
    """A protocol is not translated into the language in which it was adopted."""
    if language == version.language:
        remedy = "translate it into the other language"
        yield ("language",), f"the protocol itself is in '{language}'", remedy


def _units_exist(shape: TranslationShape, version: Version, language: str) -> Iterator:
    """What is translated is there in the version."""
    for unit in shape.units:
        if unit not in version.units:
            near = get_close_matches(unit, version.units, n=1, cutoff=0.6)
            remedy = (
                f"did you mean '{near[0]}'?" if near else "take it out, or name the unit of a provision that exists"
            )
            yield ("units", unit), f"translates '{unit}', which does not exist in the protocol", remedy
