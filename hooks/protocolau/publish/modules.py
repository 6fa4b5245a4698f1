"""The scripts of the search as one file, so that a reader who opens it waits for one and not for fifteen.

Each of our modules becomes a function that gives back what it exports, after those that it imports from. That is
possible since all are written alike: imports at the top, by name, and exports where a thing is declared.
"""

import re
from collections.abc import Iterator
from pathlib import Path

_IMPORT = re.compile(r'^import \{ (?P<names>[^}]+) \} from "(?P<path>[^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const) (?P<name>\w+))", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*(?:(?!\*/).)*\*/[ \t]*)\n", re.MULTILINE | re.DOTALL)
"""A comment that has lines of its own: they are for those who read the modules."""
_SPACE = re.compile(r"^[ \t]+|^\n", re.MULTILINE)
"""What sets lines off from each other. No module has a text of several lines."""


def joined(entries: list[Path]) -> str:
    """A module that exports what the modules at the paths export, with all that they import in it."""
    order: dict[Path, str] = {}
    for entry in entries:
        _place(entry.resolve(), order)
    modules = "\n".join(_module(path, order) for path in order)
    given = [f"export const {{ {', '.join(_exports(path))} }} = {order[path.resolve()]};" for path in entries]
    return "\n".join([modules, *given, ""])


def _place(path: Path, order: dict[Path, str]) -> None:
    """Name a module after all that it imports from."""
    if path not in order:
        for imported in _imports(path):
            _place(imported, order)
        order[path] = f"module{len(order)}"


def _imports(path: Path) -> Iterator[Path]:
    for match in _IMPORT.finditer(path.read_text("utf-8")):
        yield (path.parent / match["path"]).resolve()


def _exports(path: Path) -> list[str]:
    return [match["name"] for match in _EXPORT.finditer(path.read_text("utf-8"))]


def _module(path: Path, order: dict[Path, str]) -> str:
    """A module as a function that is called at once."""

    def imported(match: re.Match[str]) -> str:
        return f"const {{ {match['names']} }} = {order[(path.parent / match['path']).resolve()]};\n"

    text = _SPACE.sub("", _COMMENT.sub("", path.read_text("utf-8")))
    body = _EXPORT.sub("", _IMPORT.sub(imported, text)).strip()
    return f"const {order[path]} = (() => {{\n{body}\nreturn {{ {', '.join(_exports(path))} }};\n}})();"
