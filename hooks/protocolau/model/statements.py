"""Statements: what a provision says in one go, with what editors say of it.

A provision's text is its statements in order, joined to the letter. A statement has no address of its own: the
provision has.
"""

from collections.abc import Iterable

from protocolau.runtime.values import value


@value(frozen=True, slots=True)
class Statement:
    """One or more neighbouring sentences, or a part of one, that speak of the same thing of the same parties."""

    anchor: str
    """That of the provision in which it stands."""
    position: int
    """Its place among the statements of the provision, from 0."""
    text: str
    """As adopted, to the letter, with marks of emphasis."""
    topics: tuple[str, ...] = ()
    """The principal one first; none for a statement that leads in or refers on."""
    by: tuple[str, ...] = ()
    """The parties that do, must, should or may (the bearers)."""
    to: tuple[str, ...] = ()
    """The parties that may expect it (the counterparties)."""
    about: tuple[str, ...] = ()
    """Of whom, where one complains of another."""
    policies: tuple[str, ...] = ()
    refers_to: tuple[str, ...] = ()
    joined_by: str = " "
    """What stands between it and the statement before it."""

    @property
    def topic(self) -> str | None:
        """The principal topic."""
        return self.topics[0] if self.topics else None

    def untagged(self) -> "Statement":
        """The same words with nothing that editors say of them."""
        return Statement(self.anchor, self.position, self.text, joined_by=self.joined_by)


def joined(statements: Iterable[Statement]) -> str:
    """The words of neighbouring statements, to the letter."""
    words = ""
    for statement in statements:
        words += statement.joined_by + statement.text if words else statement.text
    return words
