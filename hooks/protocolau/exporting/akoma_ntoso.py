"""Akoma Ntoso 3.0: a document as work, expression and manifestation, its provisions by eId, and editors' notes apart.

The work is a council's document of a kind; each version in each language is an expression of it.
"""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from protocolau.exporting.akoma_ids import ElementIds
from protocolau.exporting.outgoing_document import OutgoingDocument, OutgoingProvision
from protocolau.exporting.outgoing_runs import OutgoingRun, Runs, joined_alike

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_LANGUAGE_CODES = {"en": "eng", "cy": "cym"}
"""The codes of ISO 639-2, by which expressions are named."""

_NATIONS = {"england": "gb-eng", "wales": "gb-wls", "scotland": "gb-sct", "northern-ireland": "gb-nir"}
_UNKNOWN = "0001-01-01"
"""Stands where the schema wants a date and none is known; the date's name says so."""

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ORDINARY = {"section", "clause", "paragraph", "item", "table", "diagram", "part"}
"""Kinds that an element of their own, or of their place, stands for. The others are named on a general one."""


def write(document: OutgoingDocument) -> bytes:
    """The XML of a document."""
    return _Writer(document).written()


def work_uri(document: OutgoingDocument) -> str:
    """The IRI of the document as a work: `/akn/gb-wls/doc/relations/conwy/2012-05-10/relations`."""
    country = _NATIONS.get(document.nation, "gb")
    date = document.first_adopted or _UNKNOWN
    return f"/akn/{country}/doc/{document.kind}/{document.council_slug}/{date}/{document.kind}"


class _Writer:
    """Writes one document."""

    def __init__(self, document: OutgoingDocument):
        self._document, self._ids = document, ElementIds()
        self._eids: dict[str, str] = {}
        self._notes: list[etree._Element] = []
        self._names: dict[str, str] = {}
        spoken = (run for one in document.walk() for place in (one, *one.cells) for run in place.text)
        self._defined = {_slug(run.text): run.text for run in spoken if run.defines}
        """By slug the words that the document itself defines."""
        for one in document.body:
            self._give_ids(one, "", "")

    def written(self) -> bytes:
        body = _made("mainBody", *(self._element(one) for one in self._document.body))
        doc = _made("doc", self._meta(), body, name=self._document.kind)
        body.set(_XML_LANG, self._document.text_language)
        root = _made("akomaNtoso", doc)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8")

    # ---- eIds, before anything refers to them ----

    def _give_ids(self, one: OutgoingProvision, eid_above: str, above: str) -> None:
        self._names[one.anchor] = name = _element_name(one, above)
        self._eids[one.anchor] = eid = self._ids.give(eid_above, name, one.number)
        for child in one.children():
            self._give_ids(child, eid, name if name in _HOLDING else above)

    # ---- what is known of the document ----

    def _meta(self) -> etree._Element:
        document, notes = self._document, self._notes
        for notice in filter(None, (document.standing_words, *document.notices)):
            self._add_note(notice)
        meta = _made("meta", self._identification())
        if events := list(self._events()):
            meta.append(_made("lifecycle", *events, source="#editors"))
        meta.append(_made("references", *self._references(), source="#editors"))
        if notes:
            meta.append(_made("notes", *notes, source="#editors"))
        return meta

    def _events(self) -> Iterator[etree._Element]:
        """When the version was made, or is to be, and when it was withdrawn or its council ended."""
        made, ceased = self._document.adopted, self._document.repealed
        if made and not (ceased and ceased < _whole(made)):
            yield _made("eventRef", date=_whole(made), source="#document", type="generation", eId="event_1")
        if ceased:
            yield _made("eventRef", date=ceased, source="#council", type="repeal", eId="event_2")

    def _identification(self) -> etree._Element:
        document, work = self._document, work_uri(self._document)
        expression = self._expression_uri(document.text_language)
        first = _dated(document.first_adopted, document.first_has_begun)
        date = _dated(document.adopted, document.has_begun)
        parts = [
            _made(
                "FRBRWork",
                *_core(work, f"{work}/!main", first, "#council"),
                _made("FRBRcountry", value=work.split("/")[2].partition("-")[0]),
                _made("FRBRsubtype", value=document.kind),
                _made("FRBRname", value=document.title.text),
            ),
            _made(
                "FRBRExpression",
                *_core(expression, f"{expression}/!main", date, self._author, document.address),
                *self._language(),
            ),
            _made(
                "FRBRManifestation",
                *_core(f"{expression}/!main.xml", f"{expression}/!main.xml", date, "#editors"),
                _made("FRBRformat", value="application/akn+xml"),
            ),
        ]
        return _made("identification", *parts, source="#editors")

    @property
    def _author(self) -> str:
        return "#council" if self._document.state == "adopted" else "#editors"

    def _expression_uri(self, language: str) -> str:
        return f"{work_uri(self._document)}/{_LANGUAGE_CODES[language]}@{self._document.adopted or _UNKNOWN}"

    def _language(self) -> Iterator[etree._Element]:
        """The language, and where the words are a translation of what."""
        document = self._document
        yield _made("FRBRlanguage", language=_LANGUAGE_CODES[document.text_language])
        if document.text_language != document.source_language and document.state != "adopted":
            yield _made(
                "FRBRtranslation",
                href=self._expression_uri(document.source_language),
                fromLanguage=_LANGUAGE_CODES[document.source_language],
                authoritative="false",
                by="#editors",
            )

    def _references(self) -> Iterator[etree._Element]:
        document = self._document
        yield _made(
            "original", eId="document", href=self._expression_uri(document.source_language), showAs=document.title.text
        )
        council = f"/akn/ontology/organization/{document.council_slug}"
        yield _made("TLCOrganization", eId="council", href=council, showAs=document.council)
        editors = "/akn/ontology/organization/council-protocols"
        yield _made("TLCOrganization", eId="editors", href=editors, showAs=document.labels.site)
        for policy in document.policies:
            href = f"{document.root}policies/#{policy.slug}"
            yield _made("TLCReference", name="policy", eId=f"policy_{policy.slug}", href=href, showAs=policy.name)
        for term in document.terms:
            href = f"{document.root}glossary/#{term.slug}"
            yield _made("TLCConcept", eId=f"concept_{term.slug}", href=href, showAs=term.name)
        for slug, words in self._defined.items():
            href = f"/akn/ontology/term/{document.council_slug}/{document.kind}/{slug}"
            yield _made("TLCTerm", eId=f"term_{slug}", href=href, showAs=words)

    def _add_note(self, words: str) -> str:
        """Keep an editors' note. Returns its eId."""
        eid = self._ids.give("", "note")
        note = _made("note", _made("p", words), eId=eid)
        note.set(_XML_LANG, self._document.language)
        self._notes.append(note)
        return eid

    # ---- the provisions ----

    def _element(self, one: OutgoingProvision) -> etree._Element:
        """A provision with everything inside it. A table stands after a list, and is then in it like a paragraph."""
        name, eid = self._names[one.anchor], self._eids[one.anchor]
        made = _made(name, eId=eid)
        if name == "hcontainer":
            made.set("name", one.kind)
        if one.number:
            made.append(_made("num", one.number))
        if one.heading:
            made.append(self._inline("heading", one.heading, eid))
        blocks = [self._inline("p", one.text, eid)] if one.text else []
        table = [self._table(one, eid)] if one.rows else []
        children = [self._element(item) for item in one.items]
        if children and table:
            children.append(_made("alinea", _made("content", *table), eId=self._ids.give(eid, "alinea")))
        else:
            blocks += table
        children += [self._element(child) for child in one.provisions]
        if children:
            if blocks:
                made.append(_made("intro", *blocks))
            made.extend(children)
        else:
            made.append(_made("content", *(blocks or [_made("p")])))
        self._refer_to_notes(made, one)
        return made

    def _inline(self, name: str, runs: Runs, eid: str) -> etree._Element:
        made = _made(name)
        for run in runs if any(map(_says_more, runs)) else joined_alike(runs):
            _append(made, self._with_meaning(run, self._run(run), eid))
        return made

    def _with_meaning(self, run: OutgoingRun, shown: str | etree._Element, eid: str) -> str | etree._Element:
        """Words as what they stand for: a reference, a term, or what is defined."""
        if run.policy:
            return _made("ref", shown, href=f"#policy_{run.policy}", eId=self._ids.give(eid, "ref"))
        if run.anchor in self._eids:
            return _made("ref", shown, href=f"#{self._eids[run.anchor]}", eId=self._ids.give(eid, "ref"))
        if run.term:
            return _made("term", shown, refersTo=f"#concept_{run.term}", eId=self._ids.give(eid, "term"))
        if run.defines:
            return _made("def", shown, refersTo=f"#term_{_slug(run.text)}", eId=self._ids.give(eid, "def"))
        return shown

    def _run(self, run: OutgoingRun) -> str | etree._Element:
        made: str | etree._Element = run.text
        for name, wanted in (("i", run.emphasis), ("b", run.strong)):
            made = _made(name, made) if wanted else made
        if run.language:
            spoken = _made("span", made)
            spoken.set(_XML_LANG, run.language)
            made = spoken
        return made

    def _table(self, one: OutgoingProvision, eid: str) -> etree._Element:
        """A table; its heads are cells of their own kind."""
        table_id = self._ids.give(eid, "table")
        rows = [_made("tr", *(self._cell("th", cell, table_id) for cell in one.columns))] if one.columns else []
        for row in one.rows:
            names = ["th" if one.row_headers and not place else "td" for place in range(len(row))]
            rows.append(_made("tr", *(self._cell(name, cell, table_id) for name, cell in zip(names, row, strict=True))))
        return _made("table", *rows, eId=table_id)

    def _cell(self, name: str, cell: OutgoingProvision, table_id: str) -> etree._Element:
        made = _made(name, self._inline("p", cell.text, table_id))
        if cell.span > 1:
            made.set("colspan", str(cell.span))
        self._refer_to_notes(made, cell)
        return made

    def _refer_to_notes(self, made: etree._Element, one: OutgoingProvision) -> None:
        """Marks, at the end of a provision's own words, that refer to what editors say of it."""
        notes = [*([one.diagram] if one.diagram else []), *one.notes]
        place = next(made.iter(f"{{{NAMESPACE}}}p", f"{{{NAMESPACE}}}heading"), None) if notes else None
        for note in notes:
            eid = self._add_note(note)
            if place is not None:
                place.append(_made("noteRef", href=f"#{eid}", placement="bottom", marker="*"))


_HOLDING = {"part", "hcontainer", "section", "subsection", "clause", "subclause"}
"""Elements by which it is decided what the elements inside them are."""


def _element_name(one: OutgoingProvision, above: str) -> str:
    """The element that stands for a provision inside another one."""
    if one.kind == "part":
        return "part"
    if one.kind not in _ORDINARY:
        return "hcontainer"
    if one.kind == "item":
        return "point" if one.number else "indent"
    if one.heading and one.kind != "table":
        return "subsection" if above in ("section", "subsection") else "section"
    if one.number:
        return "subclause" if above in ("clause", "subclause") else "clause"
    return "alinea"


def _says_more(run: OutgoingRun) -> bool:
    """Whether a run is more than words of one look."""
    return bool(run.anchor or run.policy or run.term or run.defines)


def _slug(words: str) -> str:
    """Words as part of an eId."""
    return re.sub(r"[^\w]+", "-", words.casefold()).strip("-_").replace("_", "-")


def _core(uri: str, this: str, date: dict[str, str], author: str, alias: str | None = None) -> Iterable[etree._Element]:
    """What work, expression and manifestation all have."""
    yield _made("FRBRthis", value=this)
    yield _made("FRBRuri", value=uri)
    if alias:
        yield _made("FRBRalias", value=alias, name="permanent")
    yield _made("FRBRdate", **date)
    yield _made("FRBRauthor", href=author)


def _dated(date: str | None, begun: bool) -> dict[str, str]:
    """A date of adoption; its name says how exactly it is known, and whether it is only planned."""
    name = ("year", "month", "adopted" if begun else "planned")[date.count("-")] if date else "unknown"
    return {"date": _whole(date), "name": name}


def _whole(date: str | None) -> str:
    """A date as the schema wants it: the first day of what is known."""
    return f"{date}{'-01' * (2 - date.count('-'))}" if date else _UNKNOWN


def _made(tag: str, /, *content: str | etree._Element, **attributes: str) -> etree._Element:
    """An element with its content and its attributes."""
    made = etree.Element(f"{{{NAMESPACE}}}{tag}", nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    for name, value in attributes.items():
        made.set(name, value)
    for one in content:
        _append(made, one)
    return made


def _append(made: etree._Element, content: str | etree._Element) -> None:
    if isinstance(content, str):
        if len(made):
            made[-1].tail = (made[-1].tail or "") + content
        else:
            made.text = (made.text or "") + content
    else:
        made.append(content)
