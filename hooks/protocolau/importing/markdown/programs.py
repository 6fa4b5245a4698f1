"""What the programs that hold Markdown write among its words: commands, remarks, links of a wiki, heads of boxes."""

import re

from protocolau.importing.lines import Aside
from protocolau.read.text import line_at

_NAMES = r"(?:caption|gallery|embed|audio|video|playlist|button|vc_\w+|et_pb_\w+)"
_COMMAND = re.compile(
    r"\{\{[<%].{0,300}?[%>]\}\}|\{%.{0,300}?%\}"
    rf"|\[{_NAMES}\s[^\[\]=]{{0,99}}=[^\[\]]{{0,500}}\]|\[/{_NAMES}\]"
)
"""What Hugo, Jekyll and WordPress put something in the place of, or do something with."""
_ALONE = re.compile(
    r"[ ]{0,3}(?:\[\[?_?toc_?\]\]?|\\(?:newpage|pagebreak|clearpage|tableofcontents)|"
    r":{3,}[ \t]*(?:\{[^{}]*\}|[\w-]*))[ \t]*",
    re.IGNORECASE,
)
"""A command with a line of its own: a list of contents, a new page, the edge of a box."""
_BOX = re.compile(r"^([ ]{0,3}(?:>[ \t]?)+)\[!([a-z]+)\][+-]?[ \t]*(.*)", re.IGNORECASE)
"""The head of a box in GitHub and Obsidian, which shows its own title, or what kind of box it is."""
_WIKI_LINK = re.compile(r"(!?)(?<!\\)\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]+))?\]\]")
_HIGHLIGHT = re.compile(r"(?<![\w=])==(?=[^\s=])([^=\n]+?)(?<=\S)==(?![\w=])")
_HEADING = re.compile(r"[ ]{0,3}<h([1-6])\b[^<>]*>(.*)</h\1>[ \t]*", re.IGNORECASE)
_TITLE = re.compile(r"%[ \t]+(\S.*)\n((?:%.*\n){0,2})")
"""What Pandoc reads before a text: its title, its authors and its date."""
_REMARK = re.compile(r"%%(.*?)%%", re.DOTALL)


def title_above(text: str) -> tuple[list[Aside], str]:
    """A text of which the title that Pandoc reads before it is a heading; what else stands there is set aside."""
    if not (found := _TITLE.match(text)):
        return [], text
    rest = " ".join(found[2].replace("%", " ").split())
    asides = [Aside("furniture", rest, 2)] if rest else []
    return asides, f"# {found[1].strip()}" + "\n" * found[0].count("\n") + text[found.end() :]


def without_remarks(text: str) -> tuple[str, list[Aside]]:
    """A text without the remarks of Obsidian, of which nobody sees anything, and these."""
    if text.count("%%") % 2:
        return text, []
    said = [
        Aside("comment", words, line_at(text, one.start()))
        for one in _REMARK.finditer(text)
        if (words := " ".join(one[1].split()))
    ]
    return _REMARK.sub(lambda one: "\n" * one[0].count("\n"), text), said


def as_shown(line: str, place: int, asides: list[Aside]) -> tuple[str, int]:
    """A line with the words that its program shows of it, and how many pictures it had. What goes is told."""
    if _ALONE.fullmatch(line):
        if any(map(str.isalnum, line)):
            asides.append(Aside("furniture", line.strip(), place))
        return "", 0
    asides += (Aside("furniture", words, place) for words in _COMMAND.findall(line))
    pictures = [link[2] for link in _WIKI_LINK.finditer(line) if link[1]]
    asides += (Aside("mark", name, place) for name in pictures)
    line = _WIKI_LINK.sub(lambda link: "" if link[1] else link[3] or link[2], _COMMAND.sub("", line))
    line = _BOX.sub(lambda box: f"{box[1]}**{box[3].strip() or box[2].capitalize()}**", line)
    line = _HEADING.sub(lambda heading: f"{'#' * int(heading[1])} {heading[2].strip()}", line)
    return _HIGHLIGHT.sub(r"\1", line), len(pictures)
