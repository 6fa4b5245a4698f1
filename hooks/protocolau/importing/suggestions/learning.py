"""What the documents of a library teach: everything that people have said of their statements."""

from collections.abc import Iterable, Iterator

from protocolau.importing.suggestions.examples import Examples, TaggedWords
from protocolau.library.library import Library
from protocolau.library.party_names import party_names
from protocolau.model.protocol import Version
from protocolau.model.statements import Statement
from protocolau.translation.reading import Reading


def examples_of(library: Library, language: str, without: Iterable[str] = ()) -> Examples:
    """What the documents of a library teach in a language, without those of some councils, by their slugs."""
    left_out = set(without)
    councils = [slug for slug in library.councils if slug not in left_out]
    shown = [document.versions[-1] for slug in councils for document in library.councils[slug].documents.values()]
    vocabulary = library.vocabulary
    return Examples(
        language,
        tuple(one for version in shown if not version.awaiting_review for one in _of_version(version, language)),
        tuple(
            TaggedWords(f"{topic.name[language]}. {topic.summary[language]}", topics=(topic.slug,))
            for topic in vocabulary.topics.values()
        ),
        party_names(vocabulary, language),
        frozenset({"members", "officers", "both"} & vocabulary.parties.keys()),
    )


def _of_version(version: Version, language: str) -> Iterator[TaggedWords]:
    """The statements of a version that can be read in a language."""
    reading = Reading(version, language)
    for statement in version.statements:
        words = reading.statement(statement)
        if words.language == language:
            yield _tagged(version, statement, words.text, reading)


def _tagged(version: Version, statement: Statement, text: str, reading: Reading) -> TaggedWords:
    above = version.governing[statement.anchor]
    heading = reading.heading(above.headings[-1]) if above.headings else None
    return TaggedWords(
        text,
        tuple(reading.statement(one).text for one in above.lead_ins),
        heading.text if heading else "",
        statement.topics,
        statement.by,
        statement.to,
    )
