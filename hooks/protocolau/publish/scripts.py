"""Scripts and styles as they are published: without the comments that stand on lines of their own, nor indents.

Whoever wants to read them finds them whole with the source. Only what stands alone on its lines is left out, so that
nothing within a line can be taken for a comment.
"""

import re
from pathlib import Path

_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*(?:(?!\*/).)*\*/[ \t]*)\n", re.DOTALL | re.MULTILINE)
_INDENT_OR_BLANK = re.compile(r"^\s+", re.MULTILINE)
_IMPORT = re.compile(r'^@import url\("(?P<path>[^"]+)"\);\n', re.MULTILINE)
SUFFIXES = (".js", ".css")
"""How files end that are published so."""
PARTS = "assets/styles/"
"""Where the parts of a style sheet lie that is published whole, for each request would hold up the first paint."""


def joined(source: str, folder: Path) -> str:
    """A style sheet with what it imports in its place; `folder` is the one in which it lies."""
    return _IMPORT.sub(lambda found: (folder / found["path"]).read_text("utf-8"), source)


def published(source: str) -> str:
    """A script or a style as a browser needs it."""
    return _INDENT_OR_BLANK.sub("", _COMMENT.sub("", source))
