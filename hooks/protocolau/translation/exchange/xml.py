"""XML from outside, read without trust: no entities, no network, no depth or size without end."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol, cast

from lxml import etree

from protocolau.read.problem import faulty

_MOST_TAGS = 1_000_000
"""A memory of a thousand protocols' translations, without those that are alike, has some 500,000."""
_BREAKS_OFF = "it breaks off"
_BARE_SIGN = "a & or a < stands for itself, which are written &amp; and &lt;"
_NO_BEGINNING = "it does not begin as XML does"
_OTHER_ENCODING = "it is not in the encoding that it names"
_NOT_WRITTEN_SO = "a tag is not written as it should be"
_REASONS = {
    etree.ErrorTypes.ERR_NAME_REQUIRED: _BARE_SIGN,
    etree.ErrorTypes.ERR_ENTITYREF_SEMICOL_MISSING: _BARE_SIGN,
    etree.ErrorTypes.ERR_UNDECLARED_ENTITY: _BARE_SIGN,
    etree.ErrorTypes.ERR_TAG_NAME_MISMATCH: "a tag closes what another has opened",
    etree.ErrorTypes.ERR_TAG_NOT_FINISHED: _BREAKS_OFF,
    etree.ErrorTypes.ERR_GT_REQUIRED: _BREAKS_OFF,
    etree.ErrorTypes.ERR_DOCUMENT_EMPTY: _NO_BEGINNING,
    etree.ErrorTypes.ERR_INVALID_CHAR: "it has a character that XML cannot hold",
    etree.ErrorTypes.ERR_INVALID_ENCODING: _OTHER_ENCODING,
    etree.ErrorTypes.ERR_UNKNOWN_ENCODING: _OTHER_ENCODING,
    etree.ErrorTypes.ERR_UNSUPPORTED_ENCODING: _OTHER_ENCODING,
}
"""What is not well formed, in words of ours: those of the parser are in English alone, and for programmers."""
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})
_LINE_BREAKS = frozenset({"lb", "xlf:lb"})
_RUNS_ON = re.compile(r"[\w.,;:!?)’”\"–—]")
_FOLLOWS = re.compile(r"[\w(‘“\"*–—]")
_ITS_COMMENT = "{http://www.w3.org/2005/11/its}locQualityIssueComment"
_KEPT_APART = "{http://sdl.com/FileTypes/SdlXliff/1.0}cid"
"""The number of a remark that Trados keeps at the head of a file."""
XML = "{http://www.w3.org/XML/1998/namespace}"


class _Entities(Protocol):
    """What the stubs of the library leave out of a document type."""

    def iterentities(self) -> Iterator[object]:
        """Every entity that it defines."""


def parsed(data: bytes, path: Path) -> etree._Element:
    """The root of an XML file. Raises Faulty where it is not well formed or brings entities of its own."""
    if data.count(b"<") > _MOST_TAGS:
        raise faulty(path, 1, f"the file has more than {_MOST_TAGS:,} tags", "import each protocol's own file")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = (getattr(error, "position", None) or (1, 0))[0]
        reason = _REASONS.get(getattr(error, "code", None), _NOT_WRITTEN_SO)
        remedy = "open it in the program that wrote it and save it anew"
        raise faulty(path, max(line, 1), f"this is not well-formed XML ({reason})", remedy) from error
    subset = cast(_Entities | None, root.getroottree().docinfo.internalDTD)
    if subset is not None and any(True for _ in subset.iterentities()):
        raise faulty(path, 1, "the file defines entities of its own", "save it without a document type")
    return root


def words(element: etree._Element | None) -> str:
    """The text of an element, whatever marks a program has put round parts of it.

    Codes of a program (`bpt`, `ept`, `ph`, `it`, `ut`) are no words, and neither is what it keeps as deleted; a code
    that holds stars and nothing else is our own mark of emphasis, and one for a line break parts words as one does.
    """
    return "" if element is None else "".join(_parts(element))


def _parts(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        content = "".join(_parts(child))
        if _is_line_break(child, content):
            yield "\n"
        elif not (_is_code(child) or _is_deleted(child)) or is_emphasis(content):
            yield content
        yield child.tail or ""


def comments(unit: etree._Element, elements: Iterable[etree._Element | None]) -> Iterator[str]:
    """What somebody has remarked on some words of a unit's texts, or in an element that a program has for remarks.

    It is what a mark says of the words, but for what it knows of a term, and not what has been deleted.
    """
    found = (mark for one in elements if one is not None for mark in one.iter("{*}mrk", "{*}sm"))
    beside = (words(one) for one in unit.iter("{*}comment") if one.get("deleted", "").lower() != "true")
    remarked = [text for comment in (*map(_comment, found), *beside) if (text := comment.strip())]
    yield from dict.fromkeys(remarked)


def _comment(mark: etree._Element) -> str:
    if "term" in (mark.get("mtype"), mark.get("type")):
        return ""
    if number := mark.get(_KEPT_APART):
        kept = mark.getroottree().getroot().iter("{*}cmt-def")
        return "\n".join(words(one).strip() for one in kept if one.get("id") == number)
    said = mark.get("value", "") if mark.get("type") == "comment" else mark.get("comment", "")
    return said or mark.get(_ITS_COMMENT, "")


def joined_segments(texts: Iterable[str]) -> str:
    """What a program has cut, as one; where it has lost the space between two, they are not to run together."""
    joined = ""
    for text in filter(None, texts):
        joined += f" {text}" if _RUNS_ON.match(joined[-1:]) and _FOLLOWS.match(text) else text
    return joined


def _is_line_break(element: etree._Element, content: str) -> bool:
    kinds = {element.get(name) for name in ("ctype", "type", "subType")}
    return bool(_LINE_BREAKS & kinds) or _is_code(element) and content.lower().startswith("<br")


def _is_code(element: etree._Element) -> bool:
    return local(element) in _CODES


def _is_deleted(element: etree._Element) -> bool:
    kinds = (element.get(name, "").lower() for name in ("mtype", "ctype", "type"))
    return local(element) == "del" or any("delet" in kind for kind in kinds)


def is_emphasis(content: str) -> bool:
    """Whether what a program holds as a code is our own mark of emphasis."""
    return content in ("*", "**", "***")


def line_of(element: etree._Element) -> int:
    """The line on which an element begins."""
    return cast(int | None, element.sourceline) or 1


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return etree.QName(element).localname
