"""Templates as browsers need them: without the quotes and the end tags that HTML lets one leave out.

What is left out is left out once, when a template is read, so that it costs no page anything. Only what the template
itself says is touched, never a value that is put in: every word of a document stays as it is. What others take away to
put into their own pages stays as it is written.
"""

import re

from jinja2.ext import Extension

_CODE = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})", re.DOTALL)
_QUOTED = re.compile(r"""(?<=[\w-])="([^\s"'=<>`]+)"(?=[\s>]|$)""")
"""A value that needs no quotes, with all of it in the template (HTML, 13.1.2.3)."""
_VALUE = r"\{\{ [\w.]+ \}\}"
_ADDRESS = re.compile(
    rf"""(?<= )((?:href|src)=)"(\{{\{{ (?:root|assets) \}}\}}(?:{_VALUE})*[a-z/](?:[\w./#-]|{_VALUE})*)"(?=[\s>{{])"""
)
"""The way to a page or file of the site: of slugs, numbers and dates, which need no quotes either."""
_LANGUAGE = re.compile(rf"""(?<= )((?:lang|hreflang)=)"({_VALUE})"(?=[\s>{{])""")
_END = re.compile(r"</(?:li|td|th|tr|dd|dt|option)>")
"""Ends that are plain from what follows wherever these elements may stand (HTML, 13.1.2.4)."""
_BLOCKS = "article|aside|blockquote|details|div|dl|figure|footer|form|h[1-6]|header|main|nav|ol|p|pre|section|table|ul"
_END_OF_PARAGRAPH = re.compile(rf"</p>(?=\s*(?:<(?:{_BLOCKS})[\s>]|</(?:{_BLOCKS}|li|td|th|dd)>))")
"""The end of a paragraph before a block, or before the end of what it stands in."""
_OF_PAGES = ("pages/", "parts/", "frame/")
_FOR_OTHERS = frozenset(("parts/frame_lines.html", "parts/pasted.html", "parts/bare_provision.html"))


def shortened(template: str) -> str:
    """The source of a template without what HTML lets one leave out. Its lines keep their numbers."""
    pieces = _CODE.split(_LANGUAGE.sub(r"\1\2", _ADDRESS.sub(r"\1\2", template)))
    return "".join(piece if number % 2 else _shortened(piece) for number, piece in enumerate(pieces))


def _shortened(html: str) -> str:
    return _QUOTED.sub(r"=\1", _END.sub("", _END_OF_PARAGRAPH.sub("", html)))


class Shortening(Extension):
    """Reads the templates of pages shortened."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The source of a template as it is compiled."""
        of_page = name and name.startswith(_OF_PAGES) and name.endswith(".html") and name not in _FOR_OTHERS
        return shortened(source) if of_page else source
