"""What a version says on a topic: in the words that a reader is shown, and in those by which it is compared."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from protocolau.comparison.alignment import AlignedText
from protocolau.comparison.leading_headings import leading_beginning, leading_headings
from protocolau.language import LANGUAGES, other
from protocolau.language.marks import plain
from protocolau.language.tokens import PartyNames, comparison_keys
from protocolau.model.governing import last_sentence
from protocolau.model.protocol import Version
from protocolau.model.provision import Provision
from protocolau.model.statements import Statement
from protocolau.model.vocabulary import Side
from protocolau.translation.reading import quoted_reading_of


@dataclass(frozen=True, slots=True)
class ComparedStatement:
    """A statement as it is compared: its plain words, with those of neighbours that the translation joins to it."""

    version: Version
    statement: Statement
    text: str
    """As a reader is shown it."""
    language: str
    """The language of that: the source's where there is no translation that is up to date."""
    is_out_of_date: bool = False
    """Whether there is a translation, of words that are no longer today's."""

    def text_in(self, language: str) -> str | None:
        """Its words in a language, as adopted or as translated; None where it is not translated."""
        if language == self.language:
            return self.text
        if language == self.version.provisions[self.statement.anchor].language:
            return plain(self.statement.text)
        shown = quoted_reading_of(self.version, language).statement(self.statement)
        return plain(shown.text) if shown.language == language else None

    def compared_text(self, language: str) -> str | None:
        """The words by which it is compared: its own in a language, and before those of a cell what names its row."""
        text = self.text_in(language)
        head = self.head_in(language)
        return f"{head} {text}" if text and head else text

    def head_in(self, language: str) -> str:
        """What names its row in a language, where it is a cell of a table that has such names."""
        return " ".join(_said_in(self.version, self.version.governing[self.statement.anchor].row_head, language))

    def led_in(self, language: str) -> str:
        """What leads into it in a language, where it has words in it, the beginning of its sentence too."""
        before = leading_beginning(self.version, self.statement)
        own = self.text_in(language)
        begun = " ".join(dict.fromkeys(text for text in _said_in(self.version, before, language) if text != own))
        return " ".join(filter(None, (led_in(self.version, self.statement.anchor, language), last_sentence(begun))))

    def is_mainly_on(self, topic: str) -> bool:
        """Whether a topic is its principal one."""
        return self.statement.topic == topic

    def aligned(self, topic: str, side: Side | None, text: str | None, names: PartyNames) -> AlignedText:
        """It as it is aligned with others on a topic, by the words by which it is compared, where it has any."""
        keys = comparison_keys(text, names) if text is not None else ()
        return AlignedText(
            keys, side, self.is_mainly_on(topic), bool(self.version.governing[self.statement.anchor].row_head)
        )


def are_said_of_others(one: ComparedStatement, other: ComparedStatement, language: str, names: PartyNames) -> bool:
    """Whether two statements are said of other parties, which the words of neither name: what stands above tells it."""
    by, other_by = one.statement.by, other.statement.by
    return bool(by and other_by and by != other_by) and not any(
        key.partition("/")[0] in said.statement.by
        for said in (one, other)
        for key in comparison_keys(said.compared_text(language) or "", names)
    )


def led_in(version: Version, anchor: str, language: str) -> str:
    """What leads into a provision in a language, where it has words in it, a heading that does so too."""
    governing = version.governing.get(anchor)
    if governing is None:
        return ""
    headings = (_heading_in(version, one, language) for one in leading_headings(governing))
    return " ".join((*filter(None, headings), *_said_in(version, governing.lead_ins, language)))


def _said_in(version: Version, statements: Iterable[Statement], language: str) -> Iterator[str]:
    """Yield what statements say in a language, where they have words in it."""
    yield from filter(None, (compared_statement(version, one, language).text_in(language) for one in statements))


def _heading_in(version: Version, provision: Provision, language: str) -> str | None:
    """A heading in a language, as adopted or as translated; None where it is not translated."""
    if language == provision.language:
        return plain(provision.heading or "")
    shown = quoted_reading_of(version, language).heading(provision)
    return plain(shown.text) if shown and shown.language == language else None


def common_language(one: Version, other: Version) -> str:
    """The language in which two versions are compared: one in which both were adopted, else English."""
    if one.language == other.language:
        return one.language
    adopted = [{*LANGUAGES} if version.other_language == "equal" else {version.language} for version in (one, other)]
    return next((language for language in LANGUAGES if all(language in each for each in adopted)), LANGUAGES[0])


def compared_statement(version: Version, statement: Statement, language: str) -> ComparedStatement:
    """A statement of a version as a reader of a language is shown it."""
    if _is_shown_as_adopted(version, statement, language):
        own = version.provisions[statement.anchor].language
        return ComparedStatement(version, statement, plain(statement.text), own)
    shown = quoted_reading_of(version, language).statement(statement)
    return ComparedStatement(version, statement, plain(shown.text), shown.language, shown.state == "stale")


def _is_shown_as_adopted(version: Version, statement: Statement, language: str) -> bool:
    """Whether nothing but its own words is shown: there is no translation, or its own language is read, and the
    translation joins nothing to it. So it is with most, and they need not be read unit by unit."""
    translation = version.translations.get(other(version.language))
    if translation is None:
        return True
    if language != version.language:
        return False
    spans, position = translation.spans.get(statement.anchor), statement.position
    return not spans or range(position, position + 1) in spans


def statements_on(version: Version, topic: str, language: str) -> tuple[ComparedStatement, ...]:
    """What a version says on a topic, in the order of the document; nothing where it does not speak of it."""
    return tuple(compared_statement(version, statement, language) for statement in version.by_topic.get(topic, ()))
