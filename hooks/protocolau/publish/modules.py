"""Modules joined into one file, so that a reader waits for one and not for twenty.

Each of our modules becomes a function that gives back what it exports, after those that it imports from: as a list,
since names of properties would be sent to readers whole. That is possible since all are written alike: imports at the
top, by name, and exports where a thing is declared, or, in a module that only gathers what others have, in a list at
its end. What a module imports later, when it is first wanted, stays a file of its own.
"""

import re
from collections.abc import Iterator
from pathlib import Path

_IMPORT = re.compile(r'^import \{ (?P<names>[^}]+) \} from "(?P<path>[^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|class|const) (?P<name>\w+))", re.MULTILINE)
_EXPORTS = re.compile(r"^export \{ (?P<names>[^}]+) \};\n", re.MULTILINE)


def joined(entry: Path) -> str:
    """A module that exports what the module at a path exports, with all that it imports in it."""
    order: dict[Path, str] = {}
    _place(entry.resolve(), order)
    modules = "\n".join(_module(path, order) for path in order)
    exported = ", ".join(_exports(entry))
    return f"{modules}\nexport const [{exported}] = {order[entry.resolve()]};\n" if exported else f"{modules}\n"


def _place(path: Path, order: dict[Path, str]) -> None:
    """Name a module after all that it imports from."""
    if path not in order:
        for imported in _imports(path):
            _place(imported, order)
        order[path] = f"m{len(order)}"  # short, for it is sent as it is


def _imports(path: Path) -> Iterator[Path]:
    for match in _IMPORT.finditer(path.read_text("utf-8")):
        yield (path.parent / match["path"]).resolve()


def _exports(path: Path) -> list[str]:
    text = path.read_text("utf-8")
    listed = [name for match in _EXPORTS.finditer(text) for name in match["names"].split(", ")]
    return [match["name"] for match in _EXPORT.finditer(text)] + listed


def _module(path: Path, order: dict[Path, str]) -> str:
    """A module as a function that is called at once."""

    def imported(match: re.Match[str]) -> str:
        module, names = (path.parent / match["path"]).resolve(), match["names"].split(", ")
        taken = ", ".join(name if name in names else "" for name in _exports(module))
        return f"const [{taken}] = {order[module]};\n"

    text = _IMPORT.sub(imported, path.read_text("utf-8"))
    body = _EXPORTS.sub("", _EXPORT.sub("", text)).strip()
    exported = _exports(path)
    given = f"\nreturn [{', '.join(exported)}];" if exported else ""
    return f"const {order[path]} = (() => {{\n{body}{given}\n}})();"
