"""The JSON Schemas of the YAML files, from the shapes that validate them and the vocabulary's own words."""

import json
from pathlib import Path

from protocolau.model.vocabulary import Vocabulary
from protocolau.repository.repository import VOCABULARY, load_vocabulary
from protocolau.schema.shapes import SHAPES


def files(protocols: Path) -> dict[Path, str]:
    """Each schema file below a folder of protocols, with what belongs in it."""
    vocabulary = load_vocabulary(protocols / VOCABULARY)
    return {
        protocols / "schema" / f"{name}.json": json.dumps(_schema(name, vocabulary), indent=1, ensure_ascii=False)
        + "\n"
        for name in SHAPES
    }


def _schema(name: str, vocabulary: Vocabulary) -> dict:
    schema = SHAPES[name].model_json_schema()
    choices = {
        "topic": list(vocabulary.topics),
        "policies": list(vocabulary.policies),
        "party": list(vocabulary.parties),
    }
    if name == "council":
        choices = {"kind": list(vocabulary.kinds), "nation": list(vocabulary.nations)}
    for shape in (schema, *schema.get("$defs", {}).values()):
        for key, words in choices.items() if name in ("protocol", "council") else ():
            if key in shape.get("properties", {}) and not _is_fixed(shape["properties"][key]):
                _offer(shape["properties"][key], words)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _is_fixed(schema: dict) -> bool:
    """Whether the shapes themselves already say which words are allowed."""
    return any("enum" in part or "const" in part for part in (schema, *schema.get("anyOf", ())))


def _offer(schema: dict, words: list[str]) -> None:
    """Lets an editor offer the words of the vocabulary, wherever the schema asks for a string."""
    for part in (schema, *schema.get("anyOf", ())):
        if part.get("type") == "string":
            part["enum"] = words
        if part.get("type") == "array":
            part["items"] = {"type": "string", "enum": words}
