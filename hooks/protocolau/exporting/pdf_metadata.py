"""What a PDF says of itself and typst cannot say: every language of its words, and the date, if one is known."""

from collections.abc import Sequence

import pikepdf
from lxml import etree

from protocolau.exporting.outgoing_document import OutgoingDocument
from protocolau.language import LOCALES

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SPACES = {
    "rdf": _RDF,
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "mm": "http://ns.adobe.com/xap/1.0/mm/",
}


def describe(document: pikepdf.Pdf, written: Sequence[OutgoingDocument]) -> None:
    """Name the languages and the date of what was written in a PDF that typst has made.

    The date is known to the day, the month or the year and is given as far as that; what has none is given none.
    """
    date = written[0].dated
    told = etree.ElementTree(etree.fromstring(document.Root.Metadata.read_bytes()))
    _set_languages(told, dict.fromkeys(one for each in written for one in (each.text_language, each.language)))
    _set_date(told, date)
    document.Root.Metadata.write(etree.tostring(told, encoding="utf-8"))
    for key in ("/CreationDate", "/ModDate"):
        del document.docinfo[key]
    if date:
        document.docinfo["/CreationDate"] = f"D:{date.replace('-', '')}"


def _set_languages(told: etree._ElementTree, languages: dict[str, None]) -> None:
    for listed in told.iterfind(".//dc:language/rdf:Bag", _SPACES):
        listed[:] = []
        for language in languages:
            etree.SubElement(listed, f"{{{_RDF}}}li").text = LOCALES[language]


def _set_date(told: etree._ElementTree, date: str | None) -> None:
    """Put the date of creation, and leave out those of changes, which are none."""
    for path in (".//xmp:ModifyDate", ".//mm:History", *(() if date else (".//xmp:CreateDate",))):
        for element in told.findall(path, _SPACES):
            parent = element.getparent()
            assert parent is not None
            parent.remove(element)
    for element in told.iterfind(".//xmp:CreateDate", _SPACES):
        element.text = date
