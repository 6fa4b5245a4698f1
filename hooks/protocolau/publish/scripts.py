"""Scripts and styles as they are published: whole, each with its parts in it, and as short as they mean the same.

Whoever wants to read them finds them with the source; the preview has them as they stand there.
"""

import re
from pathlib import Path

from protocolau.publish.modules import joined

try:
    import minify
except ImportError:  # Apple's own processors, for which it is not to be had without a compiler (pyproject.toml)
    minify = None

_IMPORTED_STYLE = re.compile(r'^@import url\("(?P<path>[^"]+)"\);\n', re.MULTILINE)
_IMPORTS = re.compile(r"^import \{", re.MULTILINE)
_TAKEN_APART = re.compile(
    r"^(( *)const \w.*(?:\n\2[ )\]}].*)*;(?: //.*)?\n(?:(?: *//.*)?\n)*)\2const (?=[\[{])", re.MULTILINE
)
"""Right behind declarations of names one that takes apart what it is given: `const [one, two] = …`."""
_TYPES = {".js": "application/javascript", ".css": "text/css"}
SUFFIXES = tuple(_TYPES)
"""How files end that are published so."""
_STYLES = "assets/styles/"
"""Where the parts of a style sheet lie that is published whole, for each request would hold up the first paint."""
_ENTRIES = {
    "assets/compare/": {"before.js", "chooser.js", "csv.js", "main.js"},
    "assets/search/": {"scripts.js"},
}
"""Folders of modules that are published joined: for each the files that pages and scripts ask for."""
_SHARED = {"assets/combobox.js", "assets/focus.js", "assets/words.js"}
"""Modules beside those folders that only modules within them import."""


def is_part(path: str) -> bool:
    """Whether a file of the theme is published only within another."""
    folder, _, name = path.rpartition("/")
    entries = _ENTRIES.get(f"{folder}/")
    return path.startswith(_STYLES) or path in _SHARED or entries is not None and name not in entries


def whole(file: Path, path: str) -> str:
    """A script or a style sheet with its parts in it; `path` is that of the file within the theme."""
    source = file.read_text("utf-8")
    if file.suffix == ".css":
        return _IMPORTED_STYLE.sub(lambda found: (file.parent / found["path"]).read_text("utf-8"), source)
    imports = path.startswith(tuple(_ENTRIES)) and _IMPORTS.search(source)
    return joined(file) if imports else source


def published(source: str, suffix: str) -> str:
    """A script or a style as a browser needs it, by how its file ends. Names that others may use are kept.

    Where what shortens them is not to be had they are as their authors wrote them, and do the same.
    """
    return str(minify.string(_TYPES[suffix], _in_order(source))) if minify else source


def _in_order(source: str) -> str:
    """A script in which nothing is done sooner once it is shortened; a style has nothing of the kind.

    What shortens them makes one of neighbouring declarations of a kind, and puts first in it what takes apart, to save
    a space: before a name that is used there within brackets, and before whatever had to be done first.
    """
    return _TAKEN_APART.sub(r"\1\2let ", source)
