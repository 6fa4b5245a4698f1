"""Scripts and styles as they are published: without the comments that stand on lines of their own, nor indents.

Whoever wants to read them finds them whole with the source. Only what stands alone on its lines is left out, so that
nothing within a line can be taken for a comment.
"""

import re

_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*(?:(?!\*/).)*\*/[ \t]*)\n", re.DOTALL | re.MULTILINE)
_INDENT_OR_BLANK = re.compile(r"^\s+", re.MULTILINE)
SUFFIXES = (".js", ".css")
"""How files end that are published so."""


def published(source: str) -> str:
    """A script or a style as a browser needs it."""
    return _INDENT_OR_BLANK.sub("", _COMMENT.sub("", source))
