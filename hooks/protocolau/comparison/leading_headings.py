"""What leads in besides lead-ins: "What members must not do" turns what stands below it as "Members must not:" does,
and the beginning of a sentence turns the rest of it: "Where the Clerk agrees, members may ask"."""

from protocolau.comparison.turning import begins_on_condition, forces, turns_below
from protocolau.language.marks import plain
from protocolau.model.governing import Governing, last_sentence, sentence_before
from protocolau.model.protocol import Version
from protocolau.model.provision import Provision
from protocolau.model.statements import Statement


def leading_headings(governing: Governing) -> tuple[Provision, ...]:
    """Of the headings next above a provision those that say by themselves what is required, allowed, denied or bad of
    what stands below, "Don'ts", or on what condition. Where what leads in below says what is required or allowed,
    those alone that deny or set a condition."""

    return tuple(one for one in governing.nearest_headings if one.heading and _leads(one, governing))


def _leads(heading: Provision, governing: Governing) -> bool:
    is_said = any(forces(plain(lead_in.text), heading.language) for lead_in in governing.lead_ins)
    return turns_below(plain(heading.heading or ""), heading.language, is_said)


def leading_beginning(version: Version, statement: Statement) -> tuple[Statement, ...]:
    """The statements with which the sentence of one begins, where that does not say itself what is required or allowed:
    "nor ask them to work at night" does not. On a condition stands all of a sentence that begins with it."""
    provision = version.provisions[statement.anchor]
    before = sentence_before(provision.statements, statement.position)
    if not before or not forces(plain(statement.text), provision.language):
        return before
    begun = last_sentence(" ".join(plain(one.text) for one in before))
    return before if begins_on_condition(begun, provision.language) else ()
