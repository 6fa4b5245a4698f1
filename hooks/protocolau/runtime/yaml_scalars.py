"""Texts as YAML writes them, in the quotes that their author prefers where these will do."""

import json
from collections.abc import Iterator

import yaml

from protocolau.runtime import yaml_loader


def scalar(text: str, style: str | None = None) -> str:
    """A text as the value of a key in a block, on one line.

    `style` is the quote that stood there before (`'`, `"` or None); another is used only where that
    would say something else.
    """
    return next(written for written in _candidates(text, style) if _says(written, text))


def quoted(text: str) -> str:
    """A text in double quotes, whatever it says: what keys and values inside braces are written with."""
    written = json.dumps(text, ensure_ascii=False)
    return written if _says(written, text) else _dumped(text)


def _candidates(text: str, style: str | None) -> Iterator[str]:
    """Ways to write it, the best first: bare where it begins like prose, else in quotes that need no escapes."""
    double, single = json.dumps(text, ensure_ascii=False), f"'{text.replace(chr(39), chr(39) * 2)}'"
    if style == '"':
        yield double
    if style == "'":
        yield single
    if text[:1].isalpha() or text[:1] == "(":
        yield text
    if '"' in text and "'" not in text:
        yield single
    yield double
    yield _dumped(text)


def _dumped(text: str) -> str:
    """In double quotes, with everything escaped that cannot be seen."""
    return yaml.dump(text, Dumper=yaml.SafeDumper, default_style='"', allow_unicode=True, width=float("inf")).rstrip(
        "\n"
    )


def _says(written: str, text: str) -> bool:
    """Whether any reader of YAML gets this text, and gets it as text: not as a date, a number or yes and no."""
    if "\n" in written:
        return False
    try:
        return bool(yaml.load(f"key: {written}\n", yaml_loader.SafeLoader) == {"key": text})
    except (yaml.YAMLError, ValueError):
        return False
