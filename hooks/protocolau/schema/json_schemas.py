"""JSON Schemas of the YAML files, from the shapes that validate them, for editors that help to write them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from protocolau.schema.shapes import CouncilShape, ProtocolShape, TranslationShape
from protocolau.schema.vocabulary_shapes import (
    AcceptedWordsShape,
    DocumentsShape,
    GlossaryShape,
    NamesShape,
    PartiesShape,
    PoliciesShape,
    TopicsShape,
)

SHAPES: dict[str, type[BaseModel]] = {
    "protocol": ProtocolShape,
    "translation": TranslationShape,
    "council": CouncilShape,
    "topics": TopicsShape,
    "parties": PartiesShape,
    "documents": DocumentsShape,
    "policies": PoliciesShape,
    "glossary": GlossaryShape,
    "words": AcceptedWordsShape,
    "names": NamesShape,
}
"""Each kind of file by the name of its JSON Schema."""

JsonSchema = dict[str, Any]
"""A JSON Schema or a part of one, as the json module writes it."""

Choices = Mapping[str, Mapping[str, Sequence[str]]]
"""For a kind of file, by its name in SHAPES, the words to offer for each of its keys."""


def json_schemas(choices: Choices) -> dict[str, JsonSchema]:
    """The JSON Schema of each kind of file, by its name in SHAPES, with the words that an editor is to offer."""
    return {name: _schema(name, choices.get(name, {})) for name in SHAPES}


def _schema(name: str, words_by_key: Mapping[str, Sequence[str]]) -> JsonSchema:
    schema = SHAPES[name].model_json_schema()
    for shape in (schema, *schema.get("$defs", {}).values()):
        for key, value in shape.get("properties", {}).items():
            if key in words_by_key and not _is_fixed(value):
                _offer(value, list(words_by_key[key]))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _is_fixed(schema: JsonSchema) -> bool:
    """Whether the shapes themselves already say which words are allowed."""
    return any("enum" in part or "const" in part for part in _alternatives(schema))


def _offer(schema: JsonSchema, words: list[str]) -> None:
    """Allows only some words, wherever the schema asks for a string or for a list."""
    for part in _alternatives(schema):
        if part.get("type") == "string":
            part["enum"] = words
        if part.get("type") == "array":
            part["items"] = {"type": "string", "enum": words}


def _alternatives(schema: JsonSchema) -> Iterator[JsonSchema]:
    """The schema itself and each of those of which a value need meet only one."""
    yield schema
    yield from schema.get("anyOf", ())
