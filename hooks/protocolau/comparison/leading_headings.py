"""What leads in besides lead-ins: "What members must not do" turns what stands below it as "Members must not:" does,
and the beginning of a sentence turns the rest of it."""

from protocolau.comparison.turning import forces, turns_below
from protocolau.language.marks import plain
from protocolau.model.governing import Governing, sentence_before
from protocolau.model.protocol import Version
from protocolau.model.provision import Provision
from protocolau.model.statements import Statement


def leading_headings(governing: Governing) -> tuple[Provision, ...]:
    """Of the headings next above a provision those that say by themselves what is required, allowed, denied or bad of
    what stands below: "Don'ts"."""
    return tuple(one for one in governing.nearest_headings if turns_below(plain(one.heading or ""), one.language))


def leading_beginning(version: Version, statement: Statement) -> tuple[Statement, ...]:
    """The statements with which the sentence of one begins, where that does not say itself what is required or allowed:
    "nor ask them to work at night" does not."""
    provision = version.provisions[statement.anchor]
    before = sentence_before(provision.statements, statement.position)
    return () if before and forces(plain(statement.text), provision.language) else before
