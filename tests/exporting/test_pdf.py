"""PDFs of every edition: they keep the rules of PDF/A-2a and PDF/UA-1, and no page ends with what leads to the next."""

import io
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import groupby

import pdfua
import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from protocolau.exporting import pdf
from protocolau.exporting.outgoing_document import OutgoingDocument, outgoing_document
from protocolau.library.library import Library
from protocolau.model.protocol import Version
from protocolau.read.dates import PartialDate
from tests.conftest import FIVE
from tests.going_out import ADDRESSES, outgoing
from tests.pdf_rules import RULES, broken, dates, languages, lists
from tests.rendering import THEME

EDITIONS = {"en": ("en",), "cy": ("cy",), "both": ("en", "cy")}


def documents(library: Library, slug: str, edition: str) -> list[OutgoingDocument]:
    version = library.version_shown(slug)
    return [outgoing_document(library, version, ADDRESSES, THEME.messages[one]) for one in EDITIONS[edition]]


@pytest.fixture(scope="module")
def made(library: Library) -> Mapping[tuple[str, str], bytes]:
    """By council and edition its PDF."""
    return {
        (slug, edition): pdf.write(THEME.folder, *documents(library, slug, edition))
        for slug in FIVE
        for edition in EDITIONS
    }


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("slug", FIVE)
def test_no_rule_is_broken(made, slug: str, edition: str):
    with pikepdf.open(io.BytesIO(made[slug, edition])) as document:
        assert broken(document) == []
    assert [finding.message for finding in pdfua.validate(io.BytesIO(made[slug, edition])).findings] == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_nor_is_one_by_the_most_awkward_document(library_with_a_sixth: Library, edition: str):
    for version in library_with_a_sixth.councils["llanffug"].versions[-2:]:
        words = [THEME.messages[one] for one in EDITIONS[edition]]
        both = [outgoing_document(library_with_a_sixth, version, ADDRESSES, one) for one in words]
        with pikepdf.open(io.BytesIO(pdf.write(THEME.folder, *both))) as document:
            assert broken(document) == []


def lines_above_the_foot(page: pypdfium2.PdfPage) -> list[str]:
    _, _, _, height = page.get_mediabox()
    words = page.get_textpage().get_text_bounded(bottom=75, top=height - 60)
    return [line.strip() for line in words.splitlines() if line.strip()]


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("slug", FIVE)
def test_no_page_ends_with_a_heading_or_with_what_leads_to_a_list(library, made, slug: str, edition: str):
    headings = {
        "".join(((one.number or "") + "".join(run.text for run in one.heading)).split())
        for document in documents(library, slug, edition)
        for one in document.walk()
        if one.heading
    }
    pages = list(pypdfium2.PdfDocument(made[slug, edition]))[:-1]
    assert pages
    for page in pages:
        last = lines_above_the_foot(page)[-1]
        assert not last.rstrip(" -").endswith(":"), last
        assert "".join(last.split()) not in headings, last


NOTE = {"en": "Misprinted.", "cy": "Camargraffwyd."}
TABLE = {"table": {"columns": ["Members", "Officers"], "rows": [["decide", "advise"]]}}


@pytest.mark.parametrize("editions", [1, 2])
@pytest.mark.parametrize(
    "leading",
    [{"number": "9", "text": "As follows:"}, {"number": "9", "heading": "Roles", "text": "As follows:"}],
    ids=["lead-in", "heading"],
)
def test_what_leads_to_a_table_stays_with_it_though_editors_say_something_of_it(tmp_path, leading, editions):
    found = []
    for lines in range(14, 36, 2):
        before = [{"number": str(line), "text": "Words."} for line in range(lines)]
        body = [*before, {**leading, "notes": [NOTE], "provisions": [TABLE]}]
        made = pdf.write(THEME.folder, *[outgoing(tmp_path / str(lines), body=body)] * editions)
        pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made)]
        (led,), (to,) = (
            [place for place, words in enumerate(pages) if word in words] for word in ("follows", "decide")
        )
        found.append((led, to))
    assert found[0] == (0, 0) and found[-1] == (1, 1)
    assert [pair for pair in found if pair[0] != pair[1]] == []


# ---- what its tags and its metadata say ----


def labelled(document: OutgoingDocument) -> Counter[int]:
    """How many rows lists of terms have, which tables without heads of columns are: one in each language."""
    tables = [one.rows for one in document.walk() if one.row_headers and not one.columns]
    groups = [(cells, list(rows)) for table in tables for cells, rows in groupby(table, len)]
    return Counter(len(rows) for cells, rows in groups if cells == 2)


@pytest.mark.parametrize("slug", FIVE)
def test_neighbours_are_one_list_where_both_languages_stand_side_by_side(library, made, slug: str):
    (document,) = documents(library, slug, "en")
    with (
        pikepdf.open(io.BytesIO(made[slug, "en"])) as alone,
        pikepdf.open(io.BytesIO(made[slug, "both"])) as both,
    ):
        assert max(lists(alone)) > 3
        assert Counter(lists(both)) == Counter(lists(alone)) + labelled(document)


LANGUAGES_SAID = {
    "en": ("en-GB", ["en-GB"], set()),
    "cy": ("cy-GB", ["cy-GB"], set()),
    "both": ("en-GB", ["en-GB", "cy-GB"], {"cy-GB"}),
}


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_language_is_named_for_the_whole_and_for_each_part(made, edition: str):
    with pikepdf.open(io.BytesIO(made["halewood", edition])) as document:
        assert languages(document) == LANGUAGES_SAID[edition]


def test_the_title_of_both_editions_names_both(made):
    with pikepdf.open(io.BytesIO(made["conwy", "both"])) as document:
        assert str(document.docinfo.Title) == (
            "Protocol on Member/Officer Relations · Conwy County Borough Council / "
            "Protocol Cysylltiadau Aelodau/Swyddogion · Cyngor Bwrdeistref Sirol Conwy"
        )


DATES = {
    "2022-07-12": {"/CreationDate": "D:20220712", "CreateDate": "2022-07-12"},
    "2018-03": {"/CreationDate": "D:201803", "CreateDate": "2018-03"},
    None: {},
}


@pytest.mark.parametrize("dated", DATES)
def test_its_date_is_that_of_the_data_as_far_as_it_is_known_and_no_other(library, dated: str | None):
    (document,) = documents(library, "halewood", "en")
    made = pdf.write(THEME.folder, replace(document, dated=dated))
    assert pdfua.validate(io.BytesIO(made)).findings == ()
    with pikepdf.open(io.BytesIO(made)) as written:
        assert dates(written) == DATES[dated]
        assert broken(written) == []


def test_what_is_not_known_to_have_been_adopted_bears_the_date_on_which_it_was_fetched(library):
    fetched = replace(library.version_shown("conwy"), fetched=PartialDate.parse("2026-11-02"))
    to_come = replace(fetched, adopted=PartialDate.parse("2999-01-01"))
    said = [dated(library, version) for version in (library.version_shown("conwy"), fetched, to_come)]
    assert said == [None, "2026-11-02", "2026-11-02"]
    assert dated(library, library.version_shown("halewood")) == "2022-07-12"


def dated(library: Library, version: Version) -> str | None:
    """The date that a file of a version bears, were it the only one of its document."""
    document = replace(library.document_of(version), versions=(version,))
    council = replace(library.councils[version.council], documents={version.kind: document})
    alone = Library(library.vocabulary, {council.slug: council}, library.today)
    return outgoing_document(alone, version, ADDRESSES, THEME.messages["en"]).dated


# ---- a rule that is broken is told ----


def structured(document: Pdf, kind: str) -> Dictionary:
    """The first tag of a kind."""
    return next(one for one in document.objects if isinstance(one, Dictionary) and one.get("/S") == Name(f"/{kind}"))


def font(document: Pdf) -> Dictionary:
    return next(iter(document.pages[0].Resources.Font.values()))


def said(document: Pdf, right: bytes, wrong: bytes) -> None:
    document.Root.Metadata.write(document.Root.Metadata.read_bytes().replace(right, wrong))


def drawn(document: Pdf, more: bytes) -> None:
    document.pages[0].contents_add(more)


def without(one: Dictionary, key: str) -> None:
    del one[key]


DEFECTS: dict[str, tuple[Callable[[Pdf], object], str]] = {
    "file": (lambda it: it.Root.Metadata.__setitem__("/F", String("other.xml")), "a stream lies in another file"),
    "metadata": (lambda it: without(it.Root, "/Metadata"), "has no metadata"),
    "conformance": (
        lambda it: said(it, b"<pdfaid:conformance>A", b"<pdfaid:conformance>B"),
        "says that it is ['2', 'B', '1']",
    ),
    "title": (lambda it: it.docinfo.__setitem__("/Title", String("Else")), "is called "),
    "intent": (lambda it: without(it.Root, "/OutputIntents"), "has no profile of colours"),
    "inks": (lambda it: drawn(it, b" 0 0 0 1 k"), "has colours of four inks"),
    "glass": (
        lambda it: it.pages[0].Resources.__setitem__(
            "/ExtGState", Dictionary(g=Dictionary(Type=Name.ExtGState, ca=0.5))
        ),
        "something is transparent",
    ),
    "font": (
        lambda it: without(font(it).DescendantFonts[0].FontDescriptor, "/FontFile3"),
        "the font ",
    ),
    "letters": (lambda it: without(font(it), "/ToUnicode"), "nobody knows which letters "),
    "box": (lambda it: drawn(it, b" BT /f0 8 Tf <0000> Tj ET"), "a letter is missing from its font"),
    "hidden": (lambda it: it.pages[0].Annots[0].__setitem__("/F", 2), "an annotation is hidden"),
    "dumb": (lambda it: without(it.pages[0].Annots[0], "/Contents"), "an annotation does not say what it is"),
    "order": (lambda it: without(it.pages[0].obj, "/Tabs"), "annotations are not reached "),
    "action": (
        lambda it: it.pages[0].Annots[0].A.__setitem__("/S", Name.Launch),
        "does something: /Launch",
    ),
    "script": (lambda it: it.Root.__setitem__("/AA", Dictionary()), "holds what an archive may not"),
    "tags": (lambda it: without(it.Root, "/StructTreeRoot"), "is not tagged"),
    "language": (lambda it: without(it.Root, "/Lang"), "has no language"),
    "unknown": (lambda it: structured(it, "P").__setitem__("/S", Name.Clause), "Clause is no standard tag"),
    "item": (lambda it: structured(it, "L").__setitem__("/S", Name.P), "LI stands in P"),
    "level": (lambda it: structured(it, "H2").__setitem__("/S", Name.H4), "H4 follows H1"),
    "scope": (lambda it: without(structured(it, "TH"), "/A"), "a head of a table has no scope"),
}


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_rule_that_is_broken_is_told(made, defect: str):
    plant, told = DEFECTS[defect]
    with pikepdf.open(io.BytesIO(made["conwy", "en"])) as document:
        plant(document)
        assert any(fault.startswith(told) for fault in broken(document))


def test_what_is_closed_or_packed_by_an_old_way_is_told(made):
    with pikepdf.open(io.BytesIO(made["conwy", "en"])) as document:
        document.Root["/Old"] = document.make_indirect(Stream(document, b"", Filter=Array([Name.LZWDecode])))
        assert set(broken(document)) == {"a stream is packed by LZW"}
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(made["conwy", "en"])) as document:
        document.save(locked, encryption=pikepdf.Encryption(owner="a", user=""))
    with pikepdf.open(locked) as document:
        assert "is encrypted" in broken(document)


def test_every_rule_has_its_clause():
    assert all(re.match(r"(A|UA)/\d", rule.__doc__ or "") for rule in RULES)
