"""From a JSON Schema to hypothesis' strategies: values of its shape, whose words are hostile wherever they are free."""

from collections.abc import Callable, Mapping
from typing import Any

from hypothesis import strategies as st

Schema = Mapping[str, Any]
Strategy = st.SearchStrategy

LONGEST_LIST = 3
DEEPEST = 3
"""How often a shape may stand inside itself."""


class SchemaStrategies:
    """The strategies of one schema. `words` gives free strings by the key at which they stand."""

    def __init__(self, schema: Schema, words: Callable[[str], Strategy[str]]):
        self._definitions, self._words = schema.get("$defs", {}), words
        self.value = self._of(schema, "", {})

    def _of(self, schema: Schema, key: str, inside: Mapping[str, int]) -> Strategy:
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            return self._of(self._definitions[name], key, {**inside, name: inside.get(name, 0) + 1})
        if "anyOf" in schema:
            return st.one_of([self._of(one, key, inside) for one in schema["anyOf"]])
        if "const" in schema or "enum" in schema:
            return st.sampled_from(schema.get("enum") or [schema["const"]])
        return getattr(self, f"_{schema['type']}")(schema, key, inside)

    def _string(self, schema: Schema, key: str, inside: Mapping[str, int]) -> Strategy:
        return self._words(key)

    def _null(self, schema: Schema, key: str, inside: Mapping[str, int]) -> Strategy:
        return st.none()

    def _boolean(self, schema: Schema, key: str, inside: Mapping[str, int]) -> Strategy:
        return st.sampled_from(["true", "false"])

    def _integer(self, schema: Schema, key: str, inside: Mapping[str, int]) -> Strategy:
        return st.integers(schema.get("minimum", 0), schema.get("maximum", 9)).map(str)

    def _array(self, schema: Schema, key: str, inside: Mapping[str, int]) -> Strategy:
        items = self._of(schema["items"], key, inside)
        return st.lists(items, min_size=schema.get("minItems", 0), max_size=LONGEST_LIST)

    def _object(self, schema: Schema, key: str, inside: Mapping[str, int]) -> Strategy:
        keys = {
            name: self._of(inner, name, inside)
            for name, inner in schema.get("properties", {}).items()
            if not self._is_too_deep(inner, inside)
        }
        required = {name: keys.pop(name) for name in schema.get("required", ())}
        return st.fixed_dictionaries(required, optional=keys)

    def _is_too_deep(self, schema: Schema, inside: Mapping[str, int]) -> bool:
        """Whether a list holds a shape in which it stands often enough already."""
        name = schema.get("items", {}).get("$ref", "").rpartition("/")[2]
        return inside.get(name, 0) >= DEEPEST
