"""Strategies of hostile councils: their facts, a version made from the schema, and a translation of some of it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from hypothesis import strategies as st

from protocolau.language.marks import has_loose_mark, plain
from protocolau.model.protocol import Version
from protocolau.read.text import without_unwanted
from tests.conftest import ROOT
from tests.hostile.from_schema import SchemaStrategies

SCHEMAS = ROOT / "protocols" / "schema"
HOSTILE = (
    "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "{{ 7*7 }} {% raw %}", "]]>", "&lt;&amp;#0;",
    '" onmouseover="x', "' or 1=1 --", "javascript:alert(1)", "../../etc/passwd", "שלום עולם", "مرحبا بالعالم",
    "👩🏽💥🏴", "e\u0301\u0327\u0323\u0302" * 4, "\u0335" * 12 + "a", "Llanfair\u2011pwll", "[a](b)", "`code`", "# x",
    "\\*", "*so*", "**so**", "***so***", "*a* *b*", "\\", "a\\", "-", "…", "ŵŷ", "ﬁ", "İ", "ß", "\u00a0x\u00a0",
    "T*", "*", "**", "_", "<", ">", "&", "100 %", "%2e%2e%2f", "$&", "\\1", "x" * 10_000, "[" * 50, "<a" * 50,
    "Members shall treat officers with respect.", "Officers give impartial advice to all members.", "the clerk",
)  # fmt: skip
NUMBERS = (
    "1", "1.", "1.1", "(a)", "a)", "i.", "*", "**", "<", '"', "'", "&", "-", "•", "½", "§ 2", "१", "①", "1.1.1.1",
    "…", "\\", "#", "%", "/", "..", "../x", "1 1", "appendix", "A" * 300,
)  # fmt: skip
DATES = ("2016-04-27", "2018-03", "2018", "2031-01-01", "1800-01-01", "2999-12-31")
SEPARATORS = (" ", "", " – ", "*", "\\", "<br>")

_shown = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"]).filter(without_unwanted)
_letters = st.text(_shown, min_size=1, max_size=8)
_words = st.sampled_from(HOSTILE) | st.lists(st.sampled_from(HOSTILE) | _letters, min_size=2, max_size=3).map(" ".join)
_SPECIAL = {
    "number": st.sampled_from(NUMBERS),
    "id": st.sampled_from(["x", "1.1", "x-2", "appendix", "é.1"]),
    "joined_by": st.sampled_from(SEPARATORS),
    "refers_to": st.sampled_from(["1", "1.1", "para1", "item1", "number", "appendix"]),
    "file": st.just("source.txt"),
    **dict.fromkeys(("adopted", "issued", "reviewed", "review_due", "withdrawn", "ended"), st.sampled_from(DATES)),
}


def _words_at(key: str) -> st.SearchStrategy[str]:
    return _SPECIAL.get(key, _words)


def _schema(name: str) -> dict[str, Any]:
    return json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))


@dataclass(frozen=True)
class HostileCouncil:
    """What stands in the files of a council."""

    facts: dict[str, Any]
    protocol: dict[str, Any]
    targets: list[tuple[str, str]]
    """A translation and its state for each unit in turn; an empty one leaves the unit out."""


_protocols = SchemaStrategies(_schema("protocol"), _words_at).value.map(lambda data: _repaired(data))
_facts = SchemaStrategies(_schema("council"), _words_at).value.map(lambda data: _without(data, _LEADING_AWAY))
_LEADING_AWAY = ("succeeded_by", "formerly")
_targets = st.lists(
    st.tuples(st.just("") | _words, st.sampled_from(["adopted", "reviewed", "draft", "stale"])), max_size=12
)
councils = st.builds(HostileCouncil, _facts, _protocols, _targets)


def _without(data: dict[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key not in keys}


def _repaired(data: dict[str, Any]) -> dict[str, Any]:
    """The protocol without what the rules always refuse, so that most are judged to the end: a source, tags astray."""
    data = _without(data, ("source", "reviewed", "review_due", "issued"))
    return {**data, "body": [_repaired_provision(provision) for provision in data["body"]]}


_TAGS = ("topic", "by", "to", "about", "policies", "refers_to")


def _repaired_provision(data: dict[str, Any]) -> dict[str, Any]:
    data = {key: value for key, value in data.items() if value is not None}
    data = _without(data, ("refers_to", "id"))
    for statement in data["text"] if isinstance(data.get("text"), list) else ():
        statement.pop("refers_to", None)
    if isinstance(data.get("text", []), list):
        data = _without(data, _TAGS)
    if data.get("text") == []:
        del data["text"]
    if data.get("kind") is None and not any(data.get(key) for key in ("heading", "text", "items", "provisions")):
        data["heading"] = "x"
    if "diagram" in data:
        data["diagram"] = _repaired_diagram(data["diagram"])
    if "table" in data:
        data["table"] = _repaired_table(data["table"])
    for key in ("items", "provisions"):
        if key in data:
            data[key] = [_repaired_provision(inner) for inner in data[key]]
    return data


def _repaired_diagram(diagram: dict[str, Any]) -> dict[str, Any]:
    """The diagram as one that is drawn, where it has stages, or as one that is missing."""
    return {**diagram, "kind": "cycle"} if diagram.get("steps") else {"missing": "true"}


def _repaired_table(table: dict[str, Any]) -> dict[str, Any]:
    """The table with cells of one column, and rows as wide as its first."""
    rows = [[_repaired_cell(cell) for cell in row] for row in table["rows"]]
    columns = [_repaired_cell(cell) for cell in table.get("columns", ())]
    width = len(columns or rows[0])
    return {**table, "columns": columns, "rows": [(row * width)[:width] for row in rows]}


def _repaired_cell(cell: Any) -> Any:
    if isinstance(cell, str):
        return cell
    cell = _without(_repaired_provision(cell), ("span", "heading"))
    return {**cell, "text": cell.get("text", "x")}


def translation_of(version: Version, targets: list[tuple[str, str]]) -> dict[str, Any]:
    """A translation of a version: its units in order, each with the target in turn, some from words of another day."""
    return {
        "language": "cy" if version.language == "en" else "en",
        "state": "draft",
        "units": dict(_units(version, targets)),
    }


def _units(version: Version, targets: list[tuple[str, str]]) -> Iterator[tuple[str, Any]]:
    languages = (version.language, "cy" if version.language == "en" else "en")
    for (name, source), (target, state) in zip(version.units.items(), targets, strict=False):
        if target and is_text(target) and " s" not in name:
            source = "Words of another day." if state == "stale" else source
            unit = dict(zip(languages, (source, target), strict=True))
            yield name, unit if state == "stale" else {**unit, "state": state}


def is_text(words: str) -> bool:
    """Whether words are printed at all, and no emphasis in them is left open or stands loose."""
    try:
        return bool(plain(words).strip()) and not has_loose_mark(words)
    except ValueError:
        return False


FACTS = {
    "name": {"en": "Example", "cy": "Enghraifft"},
    "short_name": {"en": "Example", "cy": "Enghraifft"},
    "kind": "town",
    "nation": "wales",
}
"""Of a council whose documents are tried."""
TODAY = date(2026, 11, 25)
