"""Scripts and styles as they are served, without what is for those who change them: comments, and indentation.

Comments are a quarter of what our scripts weigh compressed, and a tenth of the styles.
"""

import re

_OF_SCRIPTS = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*.*?\*/[ \t]*)\n", re.MULTILINE | re.DOTALL)
"""A comment that has its lines to itself: what follows code on a line may be part of a text, and stays."""
_OF_STYLES = re.compile(r"/\*.*?\*/\s*|(?<=\n)\s+", re.DOTALL)
COMMENTS = {".js": _OF_SCRIPTS, ".css": _OF_STYLES}
"""By the end of its name, what is left out of a file."""


def without_comments(text: str, suffix: str) -> str:
    """The text of a script or a style sheet as it is served."""
    return COMMENTS[suffix].sub("", text)
