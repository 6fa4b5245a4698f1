"""The menus of a page that nothing calls so: lines around its text that lead to other pages or say what to do."""

import re
from collections.abc import Container, Mapping
from itertools import pairwise, takewhile

from protocolau.importing.lines import Block, Line
from protocolau.importing.web_page.elements import leads_on
from protocolau.read.written_dates import DATE

_LONGEST = 12
"""Words of a line with which no text has begun yet."""
_ENDS = re.compile(r"[.:;]\W*$")
_OF_PAGES = re.compile(
    r"(?:related|further) (?:pages|links|content)|(?:more )?in this section|you may also (?:like|be interested in)|"
    r"also in .{2,50}|"
    r"(?:tudalennau|dolenni|cynnwys) (?:cysylltiedig|perthnasol)|(?:mwy )?yn yr adran hon|hefyd yn .{2,50}",
    re.IGNORECASE,
)
"""Headings of links to any other pages."""
_OF_FILES = re.compile(
    r"(?:(?:supporting|related|associated) )?documents|documents to download|downloads?|attachments|"
    r"dogfennau(?: (?:ategol|cysylltiedig|perthnasol))?|lawrlwythiadau|lawrlwytho|atodiadau",
    re.IGNORECASE,
)
"""Headings of files to be fetched. A document may list others under them: without their sizes those are its own."""
_OF_PAGE = re.compile(
    r"(?:(?:share|print|rate) this page|(?:view )?(?:a )?print(?:able|er[- ]friendly) version|"
    r"was this page (?:helpful|useful)|(?:rhannu?|rhannwch|graddi?o?|argraffu?) ?(?:['’]r|y) dudalen hon|"
    r"(?:a )?oedd y dudalen hon yn (?:ddefnyddiol|help))\b.{0,30}",
    re.IGNORECASE,
)
"""What can be done with a page."""
_CHANGED = re.compile(
    r"(?:first )?published:? #\W+last (?:modified|updated|reviewed):?|"
    r"(?:this )?page (?:was )?last (?:modified|updated|reviewed)(?: on)?:?|"
    r"cyhoeddwyd:? #\W+(?:(?:addaswyd|diweddarwyd) (?:ddiwethaf|y tro diwethaf)|diweddariad diwethaf):?",
    re.IGNORECASE,
)
"""When a page was changed, up to the last date, with # for every other."""
_SIZE = re.compile(r"\W*(?:\b[A-Z]{3,4}\b)?\W*\d[\d.,]*\s?(?:bytes|[km]b)\W*$", re.IGNORECASE)
_LONGEST_SIZE = 40
"""Characters at the end of a line in which that is looked for: in signs without end it would take for ever."""
_FILE = re.compile(r"(?:download|lawrlwyth\w*)\b.*|.*\d\s?(?:bytes|[km]b)\W*", re.IGNORECASE)
"""The words of a link to a file: it says that this is fetched, or how large it is."""
_LANGUAGE = re.compile(r"(?:(?:view|read) (?:this page )?in )?(?:english|welsh|cymraeg|saesneg)", re.IGNORECASE)
"""A link to the same page in the other language, wherever it stands on the page."""
_ANSWERS = re.compile(r"(?:(?:yes|no|oedd|nac oedd|ydy|nac ydy|do|naddo)\W*){1,2}", re.IGNORECASE)

_FOLDS = re.compile(
    r"(?:show|read|see|view|hide|expand|collapse|open|close) ?(?:more|less|all|details)?(?: sections)?|[+–-]|"
    r"(?:dangos|gweld|darllen|cuddio|agor|cau) ?(?:mwy|llai|(?:y )?cyfan|popeth|manylion)?(?:'r adrannau)?",
    re.IGNORECASE,
)
"""What opens a part of a page that is folded away, and says no more than that it does."""


def only_folds(words: str) -> bool:
    """Whether the words of a button or of what stands over a folded part only say that it opens and closes it."""
    return _FOLDS.fullmatch(words.strip(" .…:\n\t").replace("’", "'")) is not None


def leads_away(line: Line, letters: int) -> bool:
    """Whether a line does no more than lead away from its page, given how many of its letters do: not its words are
    what says how large a file is."""
    text = line.text.rstrip()
    rest = text[:-_LONGEST_SIZE] + _SIZE.sub("", text[-_LONGEST_SIZE:])
    return letters >= sum(map(str.isalnum, rest)) and line.outline is None


def leads(given: Mapping[str, str | None], headed: bool) -> str:
    """Whether a link leads `here`, to another place of its page, or `away` from it; nothing where it does neither.
    Above the first heading one that leads nowhere, and that a script follows, leads away as well."""
    if leads_on(given):
        return "here" if headed or given.get("href") != "#" else "away"
    return "away" if (given.get("href") or "#")[0] != "#" else ""


def menus(blocks: list[Block], away: Container[int]) -> list[Line]:
    """The lines before the text of a page that are links to other pages, given which lines are, or say when it was
    changed, and those in it that lead to the same in another form; none without a text."""
    before = list(takewhile(lambda one: isinstance(one, Line) and (id(one) in away or not _is_text(one)), blocks))
    lines = [one for one in before if isinstance(one, Line)] if len(before) < len(blocks) else []
    pairs = [pair for pair in pairwise(lines) if _says_changed(" ".join(one.text for one in pair))]
    changed = {id(one) for pair in pairs for one in pair} | {id(one) for one in lines if _says_changed(one.text)}
    rest = (one for one in blocks[len(lines) :] if isinstance(one, Line) and id(one) in away)
    return [*(one for one in lines if id(one) in away or id(one) in changed), *filter(_is_same, rest)]


def behind(blocks: list[Block], away: Container[int]) -> list[Line]:
    """The lines behind the text of a page that offer other pages and files, or say what can be done with this one and
    when it was changed, given which lines are links to others. Links that nothing calls so are of the text.
    """
    found: list[Line] = []
    offered: list[Line] = []
    files = True
    """Whether all that is offered is files."""
    for one in reversed(blocks):
        words = " ".join(one.text.split()).rstrip("?") if isinstance(one, Line) else ""
        of_page = _OF_PAGE.fullmatch(words) is not None
        if isinstance(one, Line) and not of_page and (id(one) in away or _ANSWERS.fullmatch(words)):
            offered.append(one)
            files = files and id(one) in away and _FILE.fullmatch(words) is not None
        elif isinstance(one, Line) and _is_behind(words.rstrip(":"), bool(offered), files):
            found += [*offered, one]
            offered, files = [], True
        else:
            return [*found, *(offered if files and not words.endswith(":") else ())][::-1]
    return found[::-1]


def _is_behind(words: str, offered: bool, files: bool) -> bool:
    """Whether words are no part of the text, given whether links stand behind them, and whether all lead to files."""
    if offered and (_OF_PAGES.fullmatch(words) or files and _OF_FILES.fullmatch(words)):
        return True
    return bool(files and _says_changed(words) or _OF_PAGE.fullmatch(words))


def _is_same(line: Line) -> bool:
    """Whether links do nothing but lead to the same page in the other language, and perhaps to it as a file."""
    parts = [part.strip() for part in re.split(r"[|·•]", line.text)]
    languages = [part for part in parts if _LANGUAGE.fullmatch(part)]
    return bool(languages) and all(part in languages or _FILE.fullmatch(part) for part in parts)


def _says_changed(words: str) -> bool:
    """Whether words say when a page was changed."""
    return _CHANGED.fullmatch(re.sub(r" #$", "", DATE.sub("#", " ".join(words.split())))) is not None


def _is_text(line: Line) -> bool:
    """Whether a line belongs to the text of a page, and does not only name it or say when it was changed."""
    words = line.text.strip()
    return line.outline is None and (len(words.split()) > _LONGEST or _ENDS.search(words) is not None)
