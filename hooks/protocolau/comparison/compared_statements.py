"""What a version says on a topic, in the words that a reader of one language is shown."""

from dataclasses import dataclass

from protocolau.language.marks import plain
from protocolau.language.tokens import PartyNames, comparison_keys
from protocolau.model.protocol import Version
from protocolau.model.statements import Statement
from protocolau.translation.reading import Reading


@dataclass(frozen=True, slots=True)
class ComparedStatement:
    """A statement as it is compared: its plain words, with those of neighbours that the translation joins to it."""

    statement: Statement
    text: str
    language: str
    """The language of the words: the source's where there is no translation."""

    def keys(self, names: PartyNames) -> tuple[str, ...]:
        """Its words, as they are counted in a comparison."""
        return comparison_keys(self.text, names)


def compared_statement(version: Version, statement: Statement, language: str) -> ComparedStatement:
    """A statement of a version as a reader of a language is shown it."""
    shown = Reading(version, language).statement(statement)
    return ComparedStatement(statement, plain(shown.text), shown.language)


def statements_on(version: Version, topic: str, language: str) -> tuple[ComparedStatement, ...]:
    """What a version says on a topic, in the order of the document; nothing where it does not speak of it."""
    return tuple(compared_statement(version, statement, language) for statement in version.by_topic.get(topic, ()))
