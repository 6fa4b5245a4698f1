"""From what the validator says to what a clerk can act on."""

from copy import deepcopy
from difflib import get_close_matches
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from protocolau.read.document import Document
from protocolau.read.problem import Problem
from protocolau.schema.leaving_out import inner, leave_out, location
from protocolau.schema.shapes import SPEAKING, ProtocolShape, ProvisionShape

ShapeType = TypeVar("ShapeType", bound=BaseModel)

_FAULTS: dict[str, tuple[str, str]] = {
    "missing": ("'{key}' is missing", "add it"),
    "empty_text": ("'{key}' is empty", "write it or take the key out"),
    "line_break": ("'{key}' runs over a line break", "write one paragraph to a text and a provision to a paragraph"),
    "open_mark": ("a star in '{key}' opens emphasis that no star closes", "close it, or write \\* for a star itself"),
    "impossible_date": (
        "'{key}' is not a date ({written})",
        "write 2019-09-25, or 2019-09 or 2019 if no more is known",
    ),
    "says_nothing": ("a provision that says nothing", "give it a text, a heading, items or a table, or take it out"),
    "string_type": ("'{key}' ought to be text", "write one line of text"),
    "list_type": ("'{key}' ought to be a list", "begin each entry on a line of its own with '- '"),
    "dict_type": ("'{key}' ought to be made of keys and values", "write 'key: value' lines below it"),
    "model_type": ("'{key}' ought to be made of keys and values", "write 'key: value' lines below it"),
    "literal_error": ("'{key}' is {input}", "write one of {expected}"),
    "bool_parsing": ("'{key}' is {input}", "write true or false"),
    "bool_type": ("'{key}' ought to be true or false", "write true or false"),
    "int_parsing": ("'{key}' is {input}", "write a whole number"),
    "int_type": ("'{key}' ought to be a number", "write a whole number"),
    "greater_than_equal": ("'{key}' is {input}", "write a number from 1 to 12"),
    "less_than_equal": ("'{key}' is {input}", "write a number from 1 to 12"),
    "string_pattern_mismatch": ("'{key}' is {input}", "use letters, digits, full stops and hyphens only"),
    "too_short": ("'{key}' has nothing in it", "write what belongs there"),
}


def shaped(document: Document, shape: type[ShapeType]) -> tuple[ShapeType | None, list[Problem]]:
    """The document in its shape, and every way in which it falls short of it.

    What is out of shape is left out, so that the rules can judge the rest in the same pass; None where
    nothing is left to judge.
    """
    problems: list[Problem] = []
    data = document.data
    for turn in range(_ROUNDS):
        try:
            return shape.model_validate(data), problems
        except ValidationError as error:
            details = error.errors(include_url=False)
            problems += [
                _problem(document, shape, detail) for detail in details if turn == 0 or _as_written(document, detail)
            ]
            data = deepcopy(data) if data is document.data else data
            left = [leave_out(data, detail, is_protocol=shape is ProtocolShape) for detail in details]
            if not any(left):
                break
    return None, problems


_ROUNDS = 8
"""Leaving something out may leave a provision that says nothing; more rounds than this find nothing new."""


def _as_written(document: Document, detail: dict) -> bool:
    """Whether a fault is one of the document itself, and no consequence of what has been left out."""
    written = document.data
    for part in location(detail):
        written = inner(written, part)
    if detail["type"] != "says_nothing" or not isinstance(written, dict):
        return False
    silent = ProvisionShape.model_fields.keys() - SPEAKING
    return silent >= {key for key, value in written.items() if value is not None}


def _problem(document: Document, shape: type[BaseModel], detail: dict) -> Problem:
    at = location(detail)
    what, remedy = _unknown_key(at, shape) if detail["type"] == "extra_forbidden" else _told(detail, at)
    return Problem(document.path, document.line(at), what, remedy)


def _told(detail: dict, at: tuple) -> tuple[str, str]:
    what, remedy = _FAULTS.get(detail["type"], ("'{key}' cannot be read", "compare it with another protocol's"))
    said = {"key": _key(at), "input": _shown(detail.get("input")), **detail.get("ctx", {})}
    return " ".join(what.format_map(said).split()), remedy.format_map(said)


def _shown(value: str | list | dict | None) -> str:
    if isinstance(value, str):
        return f"'{value}'"
    return {list: "a list", dict: "made of keys and values"}.get(type(value), "empty")


def _unknown_key(at: tuple, shape: type[BaseModel]) -> tuple[str, str]:
    near = get_close_matches(str(at[-1]), _keys(shape), n=1, cutoff=0.6)
    return f"unknown key '{at[-1]}'", f"did you mean '{near[0]}'?" if near else "take it out"


def _keys(shape: type[BaseModel]) -> list[str]:
    """Every key that the shape or a shape inside it knows."""
    schema = shape.model_json_schema()
    shapes = [schema, *schema.get("$defs", {}).values()]
    return sorted({key for one in shapes for key in one.get("properties", {})})


def _key(at: tuple) -> str:
    """The nearest thing with a name: the key itself, or the list of which it is an entry."""
    names = [str(part) for part in at if isinstance(part, str)]
    if not names:
        return "the file"
    return names[-1] if isinstance(at[-1], str) else f"{names[-1]} (entry {at[-1] + 1})"
