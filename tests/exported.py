"""What a file that was exported says: its numbers and words, in order, read back without the code that wrote it."""

import re
from collections.abc import Iterator

from lxml import etree

from protocolau.language.marks import plain
from protocolau.model.protocol import Version
from protocolau.model.provision import Provision
from protocolau.translation.reading import Reading

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"


def said(version: Version, language: str) -> list[str]:
    """The words of the version in a language, numbers among them, in the order of the document."""
    reading = Reading(version, language)
    return [word for part in version.body for one in part.walk() for word in _said(reading, one)]


def _said(reading: Reading, one: Provision) -> Iterator[str]:
    words = (one.number, getattr(reading.heading(one), "text", None), getattr(reading.text(one), "text", None))
    for spoken in filter(None, words):
        yield from (spoken if spoken == one.number else plain(spoken)).split()


def provisions(version: Version, language: str) -> list[tuple[str, str, str, str, int]]:
    """Kind, number, heading, text and span of every provision but those of a contents list, and drawings."""
    reading = Reading(version, language)
    listed = {one.anchor for part in version.body if part.kind == "contents" for one in part.walk()}
    return [
        (one.kind, one.number or "", *_heading_and_text(reading, one), one.span)
        for one in version.provisions.values()
        if one.anchor not in listed and one.kind != "diagram"
    ]


def _heading_and_text(reading: Reading, one: Provision) -> tuple[str, str]:
    heading, text = reading.heading(one), reading.text(one)
    return plain(heading.text) if heading else "", plain(text.text) if text else ""


def words_of_text(data: bytes) -> list[str]:
    """The words of a plain text below its head, without editors' notes, the grids of tables resolved."""
    body = data.decode().split("=" * 80, 1)[1]
    words: list[str] = []
    for block in re.split(r"\n\s*\n", body):
        bare = block.strip()
        if "+--" in bare:
            caption, _, grid = bare.partition("+--")
            words += [*caption.split(), *_words_of_grid(f"+--{grid}")]
        elif not bare.startswith("[["):
            unruled = re.sub(r"""^\s*([-=~^'"*])\1{2,}$""", "", block, flags=re.MULTILINE)
            words += re.sub(r"^\s*-   ", "", unruled.lstrip("\n")).split()
    return words


def _words_of_grid(grid: str) -> Iterator[str]:
    row: list[list[str]] = []
    for line in grid.splitlines():
        if line.startswith("+"):
            yield from (word for cell in row for word in cell)
            row = []
            continue
        cells = [cell.split() for cell in line.strip("|").split(" | ")]
        row = [old + new for old, new in zip(row or [[] for _ in cells], cells, strict=True)]


def words_of_akoma_ntoso(data: bytes) -> list[str]:
    """The words of the body of an Akoma Ntoso document."""
    body = etree.fromstring(data).find(f"{AKN}doc/{AKN}mainBody")
    blocks = body.iter(f"{AKN}num", f"{AKN}heading", f"{AKN}p")
    return [word for block in blocks for word in "".join(block.itertext()).split()]


def provisions_of_akoma_ntoso(data: bytes) -> list[tuple[str, str, str, int]]:
    """Number, heading, text and span of every provision of an Akoma Ntoso document, as `provisions` has them."""
    body = etree.fromstring(data).find(f"{AKN}doc/{AKN}mainBody")
    return [found for element in body for found in _of_element(element)]


_NO_PROVISION = {f"{AKN}{name}" for name in ("num", "heading", "intro", "content")}


def _of_element(element: etree._Element) -> Iterator[tuple[str, str, str, int]]:
    if element.get("name") == "contents":
        return
    words = ("num", "heading", "intro/p", "content/p")
    number, heading, intro, content = (_words(element.find(f"{AKN}{path.replace('/', f'/{AKN}')}")) for path in words)
    rows = [*element.iterfind(f"{AKN}intro/{AKN}table/{AKN}tr"), *element.iterfind(f"{AKN}content/{AKN}table/{AKN}tr")]
    children = [child for child in element if child.tag not in _NO_PROVISION]
    if number or heading or intro or content or rows or children:  # else it is a drawing
        yield number, heading, intro or content, 1
    for cell in (cell for row in rows for cell in row):
        yield "", "", _words(cell), int(cell.get("colspan", "1"))
    for child in children:
        yield from _of_element(child)


def _words(element: etree._Element | None) -> str:
    return "" if element is None else "".join(element.itertext())
