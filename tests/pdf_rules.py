"""Rules of PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) that a PDF keeps or breaks, each with its clause.

What a validator of the whole standards would check besides: the widths and the programs of fonts glyph by glyph, the
syntax of each object, and whether tags say what a person would say.
"""

import re
from collections.abc import Callable, Iterator

import pikepdf
from lxml import etree
from pikepdf import Dictionary, Name, Object, Pdf, Stream

_STANDARD = {
    *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct"),
    *("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD"),
    *("THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Figure"),
}
_INSIDE = {
    "LI": {"L"},
    "Lbl": {"LI", "P", "Note"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "TOCI": {"TOC"},
}
"""By type of structure those in which it may stand."""
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_WORDS = {"dc": "http://purl.org/dc/elements/1.1/", "rdf": _RDF[1:-1]}
_XMP = {"a": "http://www.aiim.org/pdfa/ns/id/", "ua": "http://www.aiim.org/pdfua/ns/id/"}
_ACTIONS = {"/GoTo", "/GoToR", "/URI", "/Named", "/Thread"}
_PRINTED, _UNSEEN = 4, 1 | 2 | 32
"""Flags of annotations: to be printed; not shown at all, hidden, not viewed."""

Rule = Callable[[Pdf], Iterator[str]]


def broken(document: Pdf) -> list[str]:
    """What a document does against the rules, in a few words each."""
    return [fault for rule in RULES for fault in rule(document)]


def closed(document: Pdf) -> Iterator[str]:
    """A/6.1.3, 6.1.7: it can be read by anybody, has an identity, and needs no other file."""
    if "/Encrypt" in document.trailer:
        yield "is encrypted"
    if "/ID" not in document.trailer:
        yield "has no ID"
    for one in _objects(document, Stream):
        if "/F" in one:
            yield "a stream lies in another file"
        if "/LZWDecode" in str(one.get("/Filter", "")):
            yield "a stream is packed by LZW"


def says_what_it_is(document: Pdf) -> Iterator[str]:
    """A/6.6.4, UA/5: the metadata name part and conformance, and a title, which is that of the document's own list."""
    if "/Metadata" not in document.Root:
        yield "has no metadata"
        return
    xmp = etree.fromstring(document.Root.Metadata.read_bytes())
    said = [xmp.findtext(f".//{key}", namespaces=_XMP) for key in ("a:part", "a:conformance", "ua:part")]
    if said != ["2", "A", "1"]:
        yield f"says that it is {said}"
    titles = xmp.xpath(".//dc:title//rdf:li/text()", namespaces=_WORDS)
    if titles != [str(document.docinfo.get("/Title"))]:
        yield f"is called {titles}"


def colours(document: Pdf) -> Iterator[str]:
    """A/6.2.3, 6.2.4: what red is, is said by a profile of ICC within it; no colours are of a printer's own."""
    intents = [one for one in document.Root.get("/OutputIntents", []) if one.get("/S") == Name.GTS_PDFA1]
    if not intents or any(one.DestOutputProfile.read_bytes()[36:40] != b"acsp" for one in intents):
        yield "has no profile of colours"
    for operator, _ in _operators(document):
        if operator in ("k", "K"):
            yield "has colours of four inks"


def transparency(document: Pdf) -> Iterator[str]:
    """A/6.2.10: nothing shines through."""
    for one in _objects(document, Dictionary):
        if one.get("/Type") == Name.ExtGState or "/ca" in one or "/CA" in one:
            opaque = one.get("/ca", 1) == one.get("/CA", 1) == 1 and one.get("/SMask", Name.None_) == Name("/None")
            if not opaque or str(one.get("/BM", "/Normal")) not in ("/Normal", "/Compatible"):
                yield "something is transparent"


def fonts(document: Pdf) -> Iterator[str]:
    """A/6.2.11, UA/7.21: every letter's form is within it, and which letter it is."""
    for one in _objects(document, Dictionary):
        if one.get("/Type") == Name.FontDescriptor and not {"/FontFile", "/FontFile2", "/FontFile3"} & set(one.keys()):
            yield f"the font {one.FontName} is not within"
        if one.get("/Type") != Name.Font or str(one.get("/Subtype")).startswith("/CIDFont"):
            continue
        if "/ToUnicode" not in one:
            yield f"nobody knows which letters those of {one.BaseFont} are"
        described = one.DescendantFonts[0] if "/DescendantFonts" in one else one
        if "/FontDescriptor" not in described:
            yield f"the font {one.BaseFont} is not within"


def letters(document: Pdf) -> Iterator[str]:
    """A/6.2.11.8: no letter is the box that a font has for what it lacks."""
    for operator, operands in _operators(document):
        shown = operands[0] if operator == "TJ" else operands if operator == "Tj" else ()
        for part in shown:
            if isinstance(part, pikepdf.String):
                codes = bytes(part)
                if any(codes[place : place + 2] == b"\0\0" for place in range(0, len(codes), 2)):
                    yield "a letter is missing from its font"


def annotations(document: Pdf) -> Iterator[str]:
    """A/6.3, UA/7.18: what can be clicked is printed, is not hidden, and says what it is."""
    for page in document.pages:
        for one in page.get("/Annots", []):
            flags = int(one.get("/F", 0))
            if not flags & _PRINTED or flags & _UNSEEN:
                yield "an annotation is hidden"
            if "/Contents" not in one:
                yield "an annotation does not say what it is"
        if page.get("/Annots") and page.get("/Tabs") != Name.S:
            yield "annotations are not reached in the order of the structure"


def actions(document: Pdf) -> Iterator[str]:
    """A/6.4, 6.5, 6.8 to 6.11: it does nothing by itself, and holds no other file, program of a form or layer."""
    for one in _objects(document, Dictionary):
        if one.get("/Type") == Name.Action and str(one.get("/S")) not in _ACTIONS:
            yield f"does something: {one.S}"
        if {"/AA", "/JS", "/XFA", "/EF", "/OCProperties", "/AlternatePresentations", "/Requirements"} & set(one.keys()):
            yield "holds what an archive may not"


def structure(document: Pdf) -> Iterator[str]:
    """A/6.7, UA/7.1, 7.2: it is tagged, in a language; every tag is one of the standard, in its place."""
    if not document.Root.get("/MarkInfo", {}).get("/Marked") or "/StructTreeRoot" not in document.Root:
        yield "is not tagged"
        return
    if "/Lang" not in document.Root:
        yield "has no language"
    roles = {str(key): str(value) for key, value in document.Root.StructTreeRoot.get("/RoleMap", {}).items()}
    for kind, inside in _tags(document.Root.StructTreeRoot, roles, ""):
        if kind not in _STANDARD:
            yield f"{kind} is no standard tag"
        if kind in _INSIDE and inside not in _INSIDE[kind]:
            yield f"{kind} stands in {inside}"


def headings(document: Pdf) -> Iterator[str]:
    """UA/7.4.2: the first heading is of the first level, and none leaves one out."""
    before = 0
    for kind, _ in _tags(document.Root.get("/StructTreeRoot", Dictionary()), {}, ""):
        if re.fullmatch(r"H[1-6]", kind):
            if int(kind[1]) > before + 1:
                yield f"{kind} follows H{before}"
            before = int(kind[1])


def heads_of_tables(document: Pdf) -> Iterator[str]:
    """UA/7.5: a head says what it is the head of."""
    for one in _objects(document, Dictionary):
        if one.get("/S") == Name.TH:
            attributes = one.get("/A", [])
            listed = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
            if not any("/Scope" in each for each in listed):
                yield "a head of a table has no scope"


RULES: tuple[Rule, ...] = (
    *(closed, says_what_it_is, colours, transparency, fonts, letters, annotations, actions),
    *(structure, headings, heads_of_tables),
)


def _objects(document: Pdf, kind: type[Object]) -> Iterator[Object]:
    """Every object of a kind, those within others among them."""
    waiting: list[Object] = [*document.objects]
    while waiting:
        one = waiting.pop()
        if isinstance(one, kind):
            yield one
        if isinstance(one, (Dictionary, Stream)):
            waiting += [value for value in one.values() if isinstance(value, Object) and not value.is_indirect]
        elif isinstance(one, pikepdf.Array):
            waiting += [value for value in one if isinstance(value, Object) and not value.is_indirect]


def _operators(document: Pdf) -> Iterator[tuple[str, list[Object]]]:
    for page in document.pages:
        for instruction in pikepdf.parse_content_stream(page):
            yield str(instruction.operator), list(instruction.operands)


def _tags(one: Object, roles: dict[str, str], inside: str) -> Iterator[tuple[str, str]]:
    """Every tag below one, in the order of the document, with the one that it stands in."""
    children = one.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, Dictionary) and "/S" in child:
            kind = roles.get(str(child.S), str(child.S)).removeprefix("/")
            yield kind, inside
            yield from _tags(child, roles, kind if kind not in ("NonStruct", "Div") else inside)


def lists(document: Pdf) -> list[int]:
    """How many items each list has, as it is tagged."""
    found = (one.K for one in _objects(document, Dictionary) if one.get("/S") == Name.L)
    return [sum(part.get("/S") == Name.LI for part in parts) for parts in found]


def languages(document: Pdf) -> tuple[str, list[str], set[str]]:
    """The language of the whole, those that the metadata name, and those of tags that have one of their own."""
    xmp = etree.fromstring(document.Root.Metadata.read_bytes())
    named = xmp.xpath("//dc:language//rdf:li/text()", namespaces=_WORDS)
    tagged = {str(one.Lang) for one in _objects(document, Dictionary) if "/S" in one and "/Lang" in one}
    return str(document.Root.Lang), named, tagged


def dates(document: Pdf) -> dict[str, str]:
    """Every date that a document says of itself, by its name: those of its own list and those of its metadata."""
    said = {key: str(value) for key, value in document.docinfo.items() if key in ("/CreationDate", "/ModDate")}
    xmp = etree.fromstring(document.Root.Metadata.read_bytes())
    for one in xmp.iter("{*}CreateDate", "{*}ModifyDate", "{*}MetadataDate", "{*}when"):
        said[etree.QName(one).localname] = one.text
    return said
