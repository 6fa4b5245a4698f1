"""Escaping in templates, made quick for what needs none: most of what stands in a page is names, anchors and addresses.

A page of a protocol asks thousands of times. Jinja's own way makes an object of each answer.
"""

import re

from markupsafe import Markup, escape

_BETWEEN_WORDS = re.compile(r"(?<=[^\W\d]{4}/)(?=[^\W\d]{4})")


def escaped(value: object) -> str:
    """The HTML of a value: as `markupsafe.escape` gives it, but a plain string, and with every apostrophe as it is.

    Between single quotes stands nothing of ours but JSON, which escapes them itself, so that an apostrophe needs none.
    """
    if type(value) is str:
        if "&" in value or "<" in value or ">" in value or '"' in value:
            return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;")
        return value
    return value if type(value) is Markup else escape(value)


def at_slashes(text: str) -> str:
    """The words, which may be parted behind a slash: “Weithredwr/Cyfarwyddwyr/Penaethiaid” counts as one long word
    to a browser, and is cut at any letter where a column is narrower."""
    return text if "/" not in text else Markup(_BETWEEN_WORDS.sub("<wbr>", escaped(text)))
