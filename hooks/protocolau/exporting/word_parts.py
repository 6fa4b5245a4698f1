"""What a Word file needs and python-docx has no words for: languages, links, fields, heads of tables, the package."""

import io
import re
import zipfile
from collections.abc import Iterable

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun

_STAMP = (1980, 1, 1, 0, 0, 0)
"""The date of every part of the package: the earliest that it can hold, so that the same words make the same bytes."""
_LONGEST_NAME = 40
"""Characters of the name of a bookmark."""


def set_language(run: WordRun, language: str) -> None:
    """Mark a run as words of a language (`en-GB`, `cy-GB`)."""
    marked = OxmlElement("w:lang")
    marked.set(qn("w:val"), language)
    run._r.get_or_add_rPr().append(marked)


def link(run: WordRun, name: str) -> None:
    """Put a run into a link to a bookmark."""
    made = OxmlElement("w:hyperlink")
    made.set(qn("w:anchor"), name)
    run._r.addprevious(made)
    made.append(run._r)


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Mark a paragraph with a bookmark. No two bookmarks of a file have the same name or number."""
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), str(number))
        if tag == "w:bookmarkStart":
            mark.set(qn("w:name"), name)
        paragraph._p.append(mark)


def bookmark_names(anchors: Iterable[str]) -> dict[str, str]:
    """The name of the bookmark of each anchor: letters, figures and underscores, no more than 40. `1.1-2` and `1.1.2`
    come to the same, as do long names that begin alike; each has its own.
    """
    names: dict[str, str] = {}
    given: set[str] = set()
    for anchor in dict.fromkeys(anchors):
        wanted = name = f"p_{re.sub(r'[^0-9A-Za-z]', '_', anchor)}"[:_LONGEST_NAME]
        again = 1
        while name.casefold() in given:  # Word takes no notice of capitals
            again += 1
            name = f"{wanted[: _LONGEST_NAME - 5]}_{again}"
        given.add(name.casefold())
        names[anchor] = name
    return names


def add_field(paragraph: Paragraph, code: str) -> None:
    """Add what the program works out itself, by its code (`PAGE`, `NUMPAGES`)."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    shown = paragraph.add_run("1")
    field.append(shown._r)
    paragraph._p.append(field)


def set_heads(table: Table, has_head: bool, row_headers: bool) -> None:
    """Say which cells are heads: the first row comes again on each page, and screen readers name both.

    No row is parted at the end of a page.
    """
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    if has_head:
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    if look is not None:
        look.set(qn("w:firstRow"), str(int(has_head)))
        look.set(qn("w:firstColumn"), str(int(row_headers)))
    for row in table.rows if row_headers else ():
        for run in row.cells[0].paragraphs[0].runs:
            run.bold = True


def drop_ballast(word: WordDocument) -> None:
    """Drop the parts that the usual template brings and nothing uses: a picture of it, a second set of styles."""
    for holder, ending in ((word.part.package, "thumbnail.jpeg"), (word.part, "stylesWithEffects.xml")):
        for name, relation in list(holder.rels.items()):
            if relation.target_part.partname.endswith(ending):
                del holder.rels[name]


def packed(word: WordDocument) -> bytes:
    """The package, the same bytes for the same parts."""
    made, stamped = io.BytesIO(), io.BytesIO()
    word.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(stamped, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            target.writestr(zipfile.ZipInfo(part.filename, _STAMP), source.read(part), zipfile.ZIP_DEFLATED)
    return stamped.getvalue()
