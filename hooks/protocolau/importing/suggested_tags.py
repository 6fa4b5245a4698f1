"""Suggestions written into a draft: statements with topics and parties, each to be looked at by a person."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate

from protocolau.importing.structure.draft import Draft, DraftCell
from protocolau.importing.suggestions.examples import Examples, TaggedWords
from protocolau.importing.suggestions.parties import named_alone, parties_of
from protocolau.importing.suggestions.sentence import Parties
from protocolau.importing.suggestions.suggester import Suggester, Suggestion

_WITHOUT = frozenset({"title", "notice", "contents", "control", "linked-policies", "review", "signature", "field"})
"""Kinds of provisions of which nothing is suggested: none of them says what anybody does."""
_LEADS_IN = (":", "–", "—", "-")


def suggest_tags(body: Iterable[Draft], examples: Examples) -> None:
    """Adds what may be said of the statements of a draft, from what people have said of others."""
    if examples.statements:
        suggester = Suggester(examples)
        for one in body:
            _suggest(one, TaggedWords(""), suggester, examples)


def _suggest(one: Draft, above: TaggedWords, suggester: Suggester, examples: Examples) -> None:
    """Goes through a provision and all inside it. `above` holds the lead-ins and the heading that govern it."""
    if one.kind in _WITHOUT:
        return
    here = replace(above, heading=one.heading or above.heading)
    if one.text:
        one.statements = suggester.statements_of(replace(here, text=one.text))
    led = replace(here, lead_ins=(*above.lead_ins, one.text)) if one.text else here
    if (one.items or one.rows) and one.text:
        one.below = _below(one.text, examples)
        one.statements = [_leading(said) for said in one.statements] if one.below else one.statements
    for item in one.items:
        _suggest(item, led, suggester, examples)
        item.statements = [_unless_said_above(said, one.below) for said in item.statements]
    _suggest_cells(one, led, suggester, examples)
    for inner in one.provisions:
        _suggest(inner, led if one.text.endswith(_LEADS_IN) and not one.items else here, suggester, examples)


def _suggest_cells(one: Draft, led: TaggedWords, suggester: Suggester, examples: Examples) -> None:
    """Cells under the heads of their columns; a head that only names a party says who does what stands below."""
    heads = one.rows[: one.heads]
    named = [named_alone(cell.text, examples.names, examples.language) for cell in heads[0]] if heads else []
    if not any(named):
        return
    for head, party in zip(heads[0], named, strict=True):
        head.below = Parties((party,)) if party else None
    columns = [head for head in heads[0] for _ in range(head.span)]
    for row in one.rows[one.heads :]:
        starts = accumulate((cell.span for cell in row), initial=0)
        for cell, column in zip(row, starts, strict=False):
            names_row = column == 0 and cell.span == 1 and not columns[0].text
            if cell.text and not names_row:
                _suggest_cell(cell, columns[column] if cell.span == 1 else None, led, suggester)


def _suggest_cell(cell: DraftCell, head: DraftCell | None, led: TaggedWords, suggester: Suggester) -> None:
    """A cell under the head of its column; what covers several columns is under none of them."""
    lead_ins = (*led.lead_ins, head.text) if head and head.text else led.lead_ins
    said = suggester.suggest(replace(led, text=cell.text, lead_ins=lead_ins))
    cell.said = _unless_said_above(said, head.below if head else None)


def _below(lead_in: str, examples: Examples) -> Parties | None:
    """What the last sentence of a lead-in says of everything below it, where its grammar can be read."""
    found = parties_of(TaggedWords(lead_in), examples.names, examples.language).parties
    return found if found.by and lead_in.rstrip("* ").endswith(_LEADS_IN) else None


def _leading(said: Suggestion) -> Suggestion:
    """A lead-in says nothing by itself: its parties are those of what stands below."""
    return replace(said, by=(), to=())


def _unless_said_above(said: Suggestion, below: Parties | None) -> Suggestion:
    """The same without what its lead-in says already."""
    if below is None:
        return said
    by = () if said.by in ((), below.by) else said.by
    return replace(said, by=by, to=() if not by or said.to == below.to else said.to)
