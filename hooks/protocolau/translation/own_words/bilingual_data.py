"""The words of data files that hold both languages side by side: the interface, the topics, the glossary."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import yaml

from protocolau.runtime import yaml_loader
from protocolau.translation.own_words.marks import Mark, state_of


class BilingualEntry(NamedTuple):
    """Words in both languages, under the keys that lead to them."""

    key: str
    source: str
    target: str

    def state(self, mark: Mark | None) -> str:
        """Its state, given what was vouched for."""
        return state_of(mark, self.source, self.target)


def entries(data: object, key: tuple[str, ...] = ()) -> Iterator[BilingualEntry]:
    """Every pair of words in some data. Each Welsh plural form is one; lists of phrases are none."""
    if not isinstance(data, Mapping):
        return
    if set(data) == {"en", "cy"}:
        yield from _pair(".".join(key), data["en"], data["cy"])
        return
    for name, value in data.items():
        yield from entries(value, (*key, str(name)))


def _pair(key: str, english: object, welsh: object) -> Iterator[BilingualEntry]:
    if isinstance(welsh, Mapping):
        for form, words in welsh.items():
            source = english.get(form, english.get("other", "")) if isinstance(english, Mapping) else english
            yield BilingualEntry(f"{key}[{form}]", str(source), str(words))
    elif isinstance(english, str) and isinstance(welsh, str) and english:
        yield BilingualEntry(key, english, welsh)


def lines(text: str, keys: Sequence[str]) -> dict[str, int]:
    """The line of each key in a file; of a plural form that of its sentence."""
    wanted, found = {key.partition("[")[0] for key in keys}, dict[str, int]()
    _find(yaml.compose(text, Loader=yaml_loader.SafeLoader), (), wanted, found)
    return {key: found.get(key.partition("[")[0], 1) for key in keys}


def _find(node: yaml.Node | None, above: tuple[str, ...], wanted: set[str], found: dict[str, int]) -> None:
    if not isinstance(node, yaml.MappingNode):
        return
    for name, value in node.value:
        key = (*above, str(name.value))
        if (joined := ".".join(key)) in wanted:
            found[joined] = name.start_mark.line + 1
        _find(value, key, wanted, found)
