"""Validates documents, and says their faults of shape in words that a clerk can act on."""

from copy import deepcopy
from functools import cache
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from protocolau.read.document import Location, PlainValue, YamlDocument
from protocolau.read.problem import Problem, did_you_mean, first_faults
from protocolau.schema.leaving_out import take_out, value_at
from protocolau.schema.shapes import SPEAKING, ProtocolShape, ProvisionShape

ShapeType = TypeVar("ShapeType", bound=BaseModel)

_FAULTS: dict[str, tuple[str, str]] = {
    "missing": ("'{key}' is missing", "add it"),
    "empty_text": ("'{key}' is empty", "write it or take the key out"),
    "broken_line": ("'{key}' runs over a line break", "write it in one line"),
    "line_break": ("'{key}' runs over a line break", "write one paragraph to a text and a provision to a paragraph"),
    "open_mark": ("a star in '{key}' opens emphasis that no star closes", "close it, or write \\* for a star itself"),
    "loose_mark": (
        "a star in '{key}' would begin emphasis before a space or end it behind one",
        "write \\* for a star itself, or put the mark next to the words that it belongs to",
    ),
    "marks_meet": (
        "stars of two neighbouring statements of '{key}' meet where they are joined",
        "put the emphasis round each statement's words, with the space outside it",
    ),
    "diagram_of_nothing": (
        "a diagram that shows nothing",
        "write 'missing: true', or 'kind: cycle' with its stages under 'steps'",
    ),
    "impossible_date": (
        "'{key}' is not a date ({written})",
        "write 2019-09-25, or 2019-09 or 2019 if no more is known",
    ),
    "date_otherwise": ("'{key}' is not a date ({written})", "write it as {meant}"),
    "impossible_year": (
        "'{key}' is of a year that cannot be meant ({written})",
        "write a year from {first} to {last}",
    ),
    "tags_beside_statements": (
        "'{tag}' stands beside a text of several statements",
        "put it on the statement that it belongs to",
    ),
    "topic_without_words": ("a topic where there is no text", "put it on the words that speak of it"),
    "no_source_name": (
        "'{key}' is {input}, which is no name that a source can have",
        "give the file a name of letters a to z, digits and hyphens that ends in .txt, .md, .pdf, .docx, .odt or .rtf",
    ),
    "name_of_ours": (
        "'{key}' is {input}, as the site calls a file of its own",
        "call it after the version: 2019-09-25.txt, or undated.txt",
    ),
    "no_web_address": ("'{key}' is {input}, which is no address of a page", "write all of it, from https:// on"),
    "no_contact": (
        "'{key}' is {input}, to which nobody can turn",
        "write an e-mail address, or all of the address of a page, from https:// on",
    ),
    "no_slug": ("the key '{key}' is no slug", "use a to z, 0 to 9 and hyphens"),
    "not_on_windows": ("Windows can hold no file or folder named '{key}'", "choose another name"),
    "too_long": ("'{key}' has more than {max_length} entries", "divide it"),
    "string_too_long": (
        "'{key}' has more than {max_length} characters",
        "write a shorter one; words belong under 'heading' or 'text'",
    ),
    "empty_table": ("a table in which no cell has words", "give it the words of the document, or take it out"),
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
    "int_parsing_size": ("'{key}' is a number of too many figures", "write a whole number"),
    "greater_than_equal": ("'{key}' is {input}", "write {ge} or a number above it"),
    "less_than_equal": ("'{key}' is {input}", "write {le} or a number below it"),
    "string_pattern_mismatch": (
        "'{key}' is {input}",
        "use letters, digits, full stops and hyphens only, no hyphen first",
    ),
    "too_short": ("'{key}' has nothing in it", "write what belongs there"),
}
"""What is wrong and what to do, by the validator's name of the fault; the names in braces are filled in."""

_OTHER_NAMES = {
    **dict.fromkeys(
        ("clauses", "clause", "sections", "section", "paragraphs", "paragraph", "subclauses"), "provisions"
    ),
    **dict.fromkeys(("bullets", "list", "points"), "items"),
    **dict.fromkeys(("no", "num", "ref"), "number"),
    **dict.fromkeys(("words", "content", "wording"), "text"),
    **dict.fromkeys(("name", "headline"), "title"),
    **dict.fromkeys(("who", "party", "bearer", "owner"), "by"),
    **dict.fromkeys(("subject", "theme", "tags"), "topic"),
    **dict.fromkeys(("adoption", "date", "adopted_on", "approved", "mabwysiadwyd"), "adopted"),
    **dict.fromkeys(("next_review", "review_by", "due", "adolygu_erbyn"), "review_due"),
    **dict.fromkeys(("published", "cyhoeddwyd"), "issued"),
    **dict.fromkeys(("revoked", "rescinded"), "withdrawn"),
    **dict.fromkeys(("dissolved", "abolished"), "ended"),
    **dict.fromkeys(("successor", "merged_into", "replaced_by"), "succeeded_by"),
    **dict.fromkeys(("former", "previously", "former_names", "renamed_from"), "formerly"),
}
"""Other names that people have for a key."""

_KEY_ITSELF = "[key]"
"""What the validator puts at the end of the location of a key that is at fault itself."""

TEXTS = ("text", "says", "heading", "en", "cy")
"""The keys under which words stand."""

_ROUNDS = 8
"""Leaving something out may leave a provision that says nothing; more rounds than this find nothing new."""


def validate(document: YamlDocument, shape: type[ShapeType]) -> tuple[ShapeType | None, list[Problem]]:
    """Validates a document: what it holds in its shape, and every way in which it falls short of it.

    What is out of shape is left out, so that the rules can judge the rest in the same pass; None where
    nothing is left to judge.
    """
    problems: list[Problem] = []
    data = document.data
    for turn in range(_ROUNDS):
        try:
            return shape.model_validate(data), problems
        except ValidationError as validation:
            errors = [_at_what_is_written(data, error) for error in validation.errors(include_url=False)]
        problems += first_faults(
            _problem(document, shape, error) for error in errors if turn == 0 or _as_written(document, error)
        )
        data = deepcopy(data) if data is document.data else data
        taken = [take_out(data, error, is_protocol=shape is ProtocolShape) for error in errors]
        if not any(taken):
            break
    return None, problems


def _at_what_is_written(data: PlainValue, error: ErrorDetails) -> ErrorDetails:
    """The same fault, told of what stands in the document: words that a shape takes for a list of one are no list."""
    location = error["loc"]
    for end, step in enumerate(location):
        written = value_at(data, location[:end])
        if isinstance(written, str) or (isinstance(step, int) and isinstance(written, dict)):
            inner = location[end + 1 :] if isinstance(written, dict) else ()
            return _at_what_is_written(data, {**error, "loc": (*location[:end], *inner)})
    return error


def _as_written(document: YamlDocument, error: ErrorDetails) -> bool:
    """Whether a fault is one of the document itself, and no consequence of what has been left out."""
    written = value_at(document.data, error["loc"])
    if error["type"] != "says_nothing" or not isinstance(written, dict):
        return False
    silent = ProvisionShape.model_fields.keys() - SPEAKING
    return silent >= {key for key, value in written.items() if value is not None}


def _problem(document: YamlDocument, shape: type[BaseModel], error: ErrorDetails) -> Problem:
    location = error["loc"]
    if error["type"] != "extra_forbidden":
        message = _message(error)
    elif error["input"] is None and (cut := _cut_text(document.data, location)):
        message = cut
    else:
        message = _unknown_key(location, shape)
    return Problem(document.path, document.line(location), *message)


def _cut_text(data: PlainValue, location: Location) -> tuple[str, str] | None:
    """What to say of a text in braces: a comma ends it there, and what follows is taken for a key without a value."""
    holder = value_at(data, location[:-1])
    if not isinstance(holder, dict) or not any(key in holder for key in TEXTS) or location[-1] == "<<":
        return None
    what = f"a comma in braces cuts the text off before “{location[-1]}”"
    return what, "write the text on a line of its own, or put quotes round it"


def _message(error: ErrorDetails) -> tuple[str, str]:
    """What is wrong and what to do, in a clerk's words."""
    if error["type"] == "model_type" and error["loc"][-2:-1] == ("text",):
        return "an entry of 'text' is no statement", "begin it with 'says: ', or write the whole text in one line"
    if error["type"] == "list_type" and error["loc"][-1] == "text":
        return "'text' ought to be text", "write one line of text, or a list of statements, each with 'says'"
    what, remedy = _FAULTS.get(error["type"], ("'{key}' cannot be read", "compare it with another protocol's"))
    values = {"key": _key(error["loc"]), "input": _shown(error["input"]), **error.get("ctx", {})}
    return " ".join(what.format_map(values).split()), remedy.format_map(values)


def _shown(value: PlainValue) -> str:
    if isinstance(value, str):
        return f"'{value}'"
    if isinstance(value, list):
        return "a list"
    return "made of keys and values" if isinstance(value, dict) else "empty"


def _unknown_key(location: Location, shape: type[BaseModel]) -> tuple[str, str]:
    """What is wrong and what to do about a key that the shape does not know."""
    key = str(location[-1])
    if key in _keys(shape):
        return f"the key '{key}' does not belong here", "take it out, or mend the indentation of its line"
    meant = _OTHER_NAMES.get(key.casefold())
    if meant in _keys(shape):
        return f"unknown key '{key}'", f"did you mean '{meant}'?"
    return f"unknown key '{key}'", did_you_mean(key, _keys(shape), "take it out")


@cache
def _keys(shape: type[BaseModel]) -> list[str]:
    """Every key that the shape or a shape inside it knows."""
    schema = shape.model_json_schema()
    shapes = [schema, *schema.get("$defs", {}).values()]
    return sorted({key for part in shapes for key in part.get("properties", {})})


def _key(location: Location) -> str:
    """What to call a place: by its key, or as an entry of the list that has one."""
    names = [part for part in location if isinstance(part, str) and part != _KEY_ITSELF]
    if not names:
        return "the file"
    last = location[-1]
    if last == _KEY_ITSELF:
        return names[-1]
    return last if isinstance(last, str) else f"{names[-1]} (entry {last + 1})"
