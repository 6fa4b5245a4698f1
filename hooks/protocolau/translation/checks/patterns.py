"""Patterns of words written as data: `~` before a Welsh word for its mutated forms, `…` for a few words between."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from protocolau.language.welsh.mutation import forms
from protocolau.runtime import yaml_loader

_MUTABLE = re.compile(r"~([^\W\d_]+)")
_FEW_WORDS = r"(?:[^\s.,;:!?]+ ){1,7}?"


def data(name: str) -> Any:
    """What a file of data beside the checks says."""
    return yaml.load(Path(__file__).with_name(name).read_text("utf-8"), yaml_loader.SafeLoader)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern as it is written in the data → one to be used, for whole words in large or small letters.

    One that ends with a space may be followed by anything: "up to (?=£?\\d)".
    """
    expanded = _MUTABLE.sub(lambda word: f"(?:{'|'.join(sorted(forms(word[1])))})", pattern).replace("… ", _FEW_WORDS)
    return re.compile(rf"(?<![\w'’-])(?:{expanded})(?:(?<= )|(?![\w-]))", re.IGNORECASE)


@cache
def word_lists(name: str) -> dict[str, frozenset[str]]:
    """The lists of words that a file of data beside the checks has."""
    return {key: frozenset(words) for key, words in data(name).items()}
