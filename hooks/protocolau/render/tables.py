"""The tables of a page as files for spreadsheets: what a table says in `data-csv` is the name of its file.

Tables of one name stand in one file, each row with the caption of its table. A row of the file is a row of the table,
whatever spans there, and has the absolute address to which it leads.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin

from lxml import html

from protocolau.exporting.spreadsheet import as_csv
from protocolau.render.messages import Messages
from protocolau.render.page import ROOT, Asset, Page

_MARK = "data-csv="


@dataclass(slots=True)
class _Rows:
    """What is gathered of the tables of one name."""

    head: list[str] = field(default_factory=list)
    body: list[list[str]] = field(default_factory=list)


def table_files(page: Page, messages: Messages, url: str) -> Iterator[Asset]:
    """The files of the tables of a page that stands at an absolute address."""
    if _MARK not in page.content:
        return
    gathered: dict[str, _Rows] = {}
    way_up = "../" * page.address.count("/") or "./"
    for table in html.fragment_fromstring(page.content.replace(ROOT, way_up), create_parent=True).iter("table"):
        if name := table.get("data-csv"):
            _gather(table, gathered.setdefault(name, _Rows()), messages, url)
    for name, rows in gathered.items():
        yield Asset(f"{page.address}{name}.csv", as_csv([rows.head, *rows.body]))


def _gather(table: html.HtmlElement, rows: _Rows, messages: Messages, url: str) -> None:
    caption = _said(next(table.iter("caption")))
    head = _grid(list(next(table.iter("thead")).iter("tr")))[-1]
    rows.head = [messages("table"), messages("csv.group"), *head, messages("csv.address")]
    for part in table.iter("tbody", "tfoot"):
        group, lines = table.get("data-group", ""), []
        for line in part.iter("tr"):
            if any(cell.get("scope") == "rowgroup" for cell in line):
                group = _said(line)
            else:
                lines.append(line)
        for line, cells in zip(lines, _grid(lines), strict=True):
            rows.body.append([caption, group, *cells, _address(line, url)])


def _grid(lines: list[html.HtmlElement]) -> list[list[str]]:
    """The cells of rows, what spans several of them or several columns standing in each."""
    grid: list[dict[int, str]] = [{} for _ in lines]
    for place, line in enumerate(lines):
        column = 0
        for cell in line.iter("th", "td"):
            while column in grid[place]:
                column += 1
            wide, high = int(cell.get("colspan", "1")), int(cell.get("rowspan", "1"))
            for row in grid[place : place + high]:
                row.update(dict.fromkeys(range(column, column + wide), _said(cell)))
    return [[row[column] for column in sorted(row)] for row in grid]


def _said(element: html.HtmlElement) -> str:
    """The words of a cell, the entries of a list on lines of their own, below whom they are about; a count as programs
    read it, without the comma of thousands that both languages write."""
    if element.tag == "td" and element.get("class") == "count":
        return "".join(element.itertext()).strip().replace(",", "")
    has_entries = next(element.iterdescendants("li"), None) is not None
    lines = element.iterdescendants("p", "li") if has_entries else [element]
    return "\n".join(" ".join(_words(line).split()) for line in lines)


def _words(element: html.HtmlElement, before: str = "") -> str:
    """The words of an element; what a page sets off by its look alone stands before a colon, or in brackets after the
    words before it."""
    words = element.text or ""
    for inner in element:
        words += f"{_words(inner, words)}{inner.tail or ''}"
    look, said = element.get("class"), " ".join(words.split())
    if look == "who" and said:
        return f"{said}:"
    return f"({said})" if look in ("others", "where") and said and before.strip() else words


def _address(line: html.HtmlElement, url: str) -> str:
    """Where the first link of a row leads; empty where there is none."""
    link = next(line.iter("a"), None)
    return urljoin(url, link.get("href")) if link is not None else ""
