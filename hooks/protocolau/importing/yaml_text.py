"""Provisions as the YAML of a version, and a council's facts as those of its folder."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from protocolau.importing.structure.draft import Draft, DraftCell
from protocolau.importing.structure.facts import DocumentFacts
from protocolau.importing.structure.marks import escaped
from protocolau.importing.suggestions.sentence import Parties
from protocolau.importing.suggestions.suggester import Suggestion
from protocolau.runtime.yaml_scalars import quoted, scalar

LOOKS = {
    "number out of order": "number-out-of-order",
    "number begins again": "number-begins-again",
    "paragraph in a list": "paragraph-in-list",
    "table with empty cells": "empty-cells",
    "table made flat": "flat-table",
    "note in the margin": "margin-note",
}
"""Doubts of the structure, as a version's file names them."""


@dataclass(frozen=True, slots=True)
class CouncilFacts:
    """What is said of a council in its folder."""

    slug: str
    name: str
    name_cy: str
    kind: str
    nation: str


def council_yaml(facts: CouncilFacts) -> str:
    """A council's own file."""
    short, short_cy = _short(facts.name), _short(facts.name_cy)
    return (
        "# yaml-language-server: $schema=../schema/council.json\n"
        f"name: {{en: {_flow(facts.name)}, cy: {_flow(facts.name_cy)}}}\n"
        f"short_name: {{en: {_flow(short)}, cy: {_flow(short_cy)}}}\n"
        f"kind: {facts.kind}\n"
        f"nation: {facts.nation}\n"
    )


def _short(name: str) -> str:
    """The place in a council's name, in either language."""
    kinds = r"(?:Parish|Town|Community|City|County|Borough|District|County Borough|Metropolitan Borough)"
    english = re.sub(rf"\s+{kinds}(?:\s+{kinds})*\s+Council$|\s+Council$", "", name)
    welsh = re.sub(
        r"^Cyngor\s+(?:Cymuned|Tref|Plwyf|Dinas|Sir|Bwrdeistref(?:\s+Sirol)?|Dosbarth)?\s*",
        "",
        english,
        flags=re.IGNORECASE,
    )
    return welsh or name


def _flow(words: str) -> str:
    """Words inside braces, where a comma would end them."""
    return scalar(words) if re.fullmatch(r"[^\W\d_][\w’' .()-]*", words) else quoted(words)


def protocol_yaml(
    title: str, language: str, facts: DocumentFacts, source: str, omits: list[str], body: tuple[Draft, ...], up: int
) -> str:
    """A version's file, which awaits review, in a folder so many levels below that of councils."""
    lines = [
        f"# yaml-language-server: $schema={'../' * up}schema/protocol.json",
        f"title: {scalar(title)}",
        f"language: {language}",
        "awaiting_review: true  # until a person has confirmed its topics, by and to"
        " · nes i rywun gadarnhau ei bynciau, by a to",
    ]
    dates = (
        ("adopted", facts.adopted),
        ("issued", facts.issued),
        ("reviewed", facts.reviewed),
        ("review_due", facts.review_due),
    )
    lines += [f"{name}: {date}" for name, date in dates if date]
    lines += ["source:", f"  file: {scalar(source)}"]
    if omits:
        lines += ["  omits:", *(f"    - {scalar(words)}" for words in omits)]
    lines.append("body:")
    for one in body:
        lines += _provision(one, "  ")
    return "\n".join(lines) + "\n"


def _provision(one: Draft, margin: str) -> Iterator[str]:
    lead = f"{margin}- "
    for line in _keys(one, margin + "  "):
        yield lead + line[len(lead) :] if lead else line
        lead = ""


def _keys(one: Draft, margin: str) -> Iterator[str]:
    if one.kind:
        yield f"{margin}kind: {one.kind}"
    if one.number:
        yield f"{margin}number: {quoted(one.number)}"
    if one.heading:
        yield f"{margin}heading: {scalar(one.heading)}"
    if one.text:
        yield from _text(one.text, one.statements, margin)
    if one.language:
        yield f"{margin}lang: {one.language}"
    yield from _marks(one.below, [LOOKS[doubt] for doubt in one.doubts], one.statements, margin)
    yield from _inside("items", one.items, margin)
    if one.rows:
        yield from _table(one, margin)
    yield from _inside("provisions", one.provisions, margin)


def _text(text: str, statements: list[Suggestion], margin: str) -> Iterator[str]:
    """A text with what may be said of it; a list where it is cut."""
    if len(statements) < 2:
        yield f"{margin}text: {scalar(text)}"
        for said in statements:
            yield from _tags(said, margin)
        return
    yield f"{margin}text:"
    for said in statements:
        yield f"{margin}  - says: {scalar(said.text)}"
        yield from _tags(said, margin + "    ")


def _tags(said: Suggestion, margin: str) -> Iterator[str]:
    for name, values in (("topic", said.topics), ("by", said.by), ("to", said.to)):
        if values:
            yield f"{margin}{name}: {names(values)}"


def _marks(below: Parties | None, looks: list[str], statements: list[Suggestion], margin: str) -> Iterator[str]:
    """What holds for what stands below, and what a person has to look at."""
    if below:
        said = ", ".join(f"{name}: {names(values)}" for name, values in (("by", below.by), ("to", below.to)) if values)
        yield f"{margin}below: {{{said}}}"
    if looks or statements:
        yield f"{margin}look_at: {flow(looks + ['tags'] * bool(statements))}"
    if statements:
        yield f"{margin}sure: {min(said.sure for said in statements)}"


def names(values: Sequence[str]) -> str:
    """A slug by itself, several in brackets."""
    return values[0] if len(values) == 1 else flow(values)


def flow(values: Sequence[str]) -> str:
    """Slugs in brackets."""
    return f"[{', '.join(values)}]"


def _inside(name: str, provisions: list[Draft], margin: str) -> Iterator[str]:
    if provisions:
        yield f"{margin}{name}:"
        for one in provisions:
            yield from _provision(one, margin + "  ")


def _table(one: Draft, margin: str) -> Iterator[str]:
    yield f"{margin}table:"
    heads, rows = one.rows[: one.heads], one.rows[one.heads :]
    if heads:
        yield f"{margin}  columns:"
        for cell in heads[0]:
            yield from _cell(cell, f"{margin}    - ")
    if one.kind in ("control", "review") or (heads and not heads[0][0].text):
        yield f"{margin}  row_headers: true"
    yield f"{margin}  rows:"
    for row in rows:
        lead = f"{margin}    - - "
        for cell in row:
            yield from _cell(cell, lead)
            lead = f"{margin}      - "


def _cell(cell: DraftCell, lead: str) -> Iterator[str]:
    statements = [cell.said] if cell.said else []
    if cell.span == 1 and not statements and not cell.below:
        yield lead + scalar(cell.text)
        return
    margin = " " * len(lead)
    yield f"{lead}text: {scalar(cell.text)}"
    if cell.span > 1:
        yield f"{margin}span: {cell.span}"
    for said in statements:
        yield from _tags(said, margin)
    yield from _marks(cell.below, [], statements, margin)


def title_of(facts: DocumentFacts, fallback: str) -> str:
    """The title by which the document is known, with a backslash before what would be a mark of emphasis."""
    return escaped(facts.title or fallback).strip()
