"""The apostrophe of print, for words that are ours: whoever writes them types the straight one."""

import re

_STRAIGHT = re.compile(r"(?<=\w)'")


def printed(text: str) -> str:
    """The text with each straight apostrophe after a letter as it is printed: i’r, the council’s, the editors’."""
    return _STRAIGHT.sub("’", text)
