"""Headings that lead in: "What members must not do" turns what stands below it as "Members must not:" does."""

from protocolau.comparison.turning import forces
from protocolau.language.marks import plain
from protocolau.model.governing import Governing
from protocolau.model.provision import Provision


def leading_headings(governing: Governing) -> tuple[Provision, ...]:
    """Of the headings next above a provision those that say by themselves what is required, allowed or denied below."""
    return tuple(one for one in governing.nearest_headings if forces(plain(one.heading or ""), one.language))
