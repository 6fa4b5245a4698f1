"""PDFs as councils publish them: fonts, turned pages, forms, running heads, notes."""

from io import BytesIO

import pikepdf
import pytest

from protocolau.importing.lines import Line, lines_of
from protocolau.importing.packed_files import Unreadable
from protocolau.importing.reading import read_document
from protocolau.importing.structure.build import structured
from protocolau.importing.structure.markers import typed_marker
from tests.pdf_files import pdf, ruled


def lines(data: bytes) -> list[Line]:
    return list(lines_of(read_document("a.pdf", data).blocks))


def with_sign(font: str, code: str) -> bytes:
    """A PDF of two lines, before the words of which stands a sign of a font that the file says to mean a code."""
    sign = ") Tj ET BT /F2 10 Tf 40 {0} Td (A) Tj ET BT /F1 10 Tf 56 {0} Td ("
    data = pdf(
        [(40, y, f"{sign.format(y)}{words}") for y, words in ((700, "open and honest, and"), (680, "fair to all."))]
    )
    with pikepdf.open(BytesIO(data)) as file:
        made = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name(f"/{font}"))
        meaning = f"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> <{code}> endbfchar"
        made.ToUnicode = pikepdf.Stream(file, f"{meaning} endcmap".encode())
        file.pages[0].Resources.Font.F2 = made
        file.save(saved := BytesIO())
    return saved.getvalue()


@pytest.mark.parametrize(
    ("font", "code"),
    [("ABCDEF+Wingdings-Regular", "00D8"), ("Wingdings", "F0FC"), ("DejaVuSans", "F09F"), ("SymbolMT", "F0B7")],
)
def test_signs_of_fonts_of_signs_before_words_are_bullets(font, code):
    found = [typed_marker(line.text) for line in lines(with_sign(font, code))]
    assert [(marker.kind, words) for marker, words in found if marker] == [
        ("bullet", "open and honest, and"),
        ("bullet", "fair to all."),
    ]


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [("SymbolMT", "F0B3", "≥"), ("DejaVuSans", "00D8", "Ø"), ("ABCDEF+Wingdings2", "F04F", "✗")],
)
def test_signs_of_other_fonts_are_the_characters_that_they_show(font, code, shown):
    assert [line.text[0] for line in lines(with_sign(font, code))] == [shown, shown]


def turned(data: bytes, degrees: int) -> bytes:
    """A PDF the first page of which is shown turned."""
    with pikepdf.open(BytesIO(data)) as file:
        file.pages[0].Rotate = degrees
        file.save(saved := BytesIO())
    return saved.getvalue()


WORDS = ["1 Be kind.", "2 Be fair."]
DRAWN = "BT /F1 10 Tf 60 500 Td (1 Be kind.) Tj ET BT /F1 10 Tf 60 480 Td (2 Be fair.) Tj ET"
LANDSCAPE = pdf([f"q 0 1 -1 0 600 0 cm {DRAWN} Q"])
"""Words that are drawn along the longer side of a page."""
STAMPED = pdf(
    [
        DRAWN,
        "q 0.7 0.7 -0.7 0.7 200 300 cm BT /F1 40 Tf 0 0 Td (A DRAFT) Tj ET Q",
        "q 0 1 -1 0 30 100 cm BT /F1 8 Tf 0 0 Td (Along the edge) Tj ET Q",
    ]
)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_page_is_read_however_it_is_turned(degrees):
    assert [line.text for line in lines(turned(LANDSCAPE, degrees))] == WORDS
    cells = [(65, 705, "Members"), (205, 705, "Officers"), (65, 685, "lead"), (205, 685, "advise")]
    (table,) = read_document("a.pdf", turned(pdf([ruled([60, 200, 340], [720, 700, 680]), *cells]), degrees)).blocks
    assert [line.text.strip() for line in lines_of([table])] == ["Members", "Officers", "lead", "advise"]


@pytest.mark.parametrize("degrees", [0, 90])
def test_words_aslant_or_along_an_edge_are_set_aside(degrees):
    reading = read_document("a.pdf", turned(STAMPED, degrees))
    assert [line.text for line in lines_of(reading.blocks)] == WORDS
    assert [(one.what, one.text) for one in reading.asides] == [("turned", "A DRAFT Along the edge")]


def scanned(data: bytes, page: int, share: float) -> bytes:
    """A PDF with a picture over a share of the height of a page."""
    with pikepdf.open(BytesIO(data)) as file:
        picture = pikepdf.Stream(file, bytes(4))
        for key, value in (("Type", "/XObject"), ("Subtype", "/Image"), ("ColorSpace", "/DeviceGray")):
            picture[f"/{key}"] = pikepdf.Name(value)
        picture.Width = picture.Height = 2
        picture.BitsPerComponent = 8
        file.pages[page].Resources.XObject = pikepdf.Dictionary(I=picture)
        file.pages[page].contents_add(f"q 600 0 0 {800 * share} 0 0 cm /I Do Q".encode())
        file.save(saved := BytesIO())
    return saved.getvalue()


def test_pages_that_are_pictures_are_named():
    words = [(60, 700 - 20 * place, f"{place}. Members and officers respect each other.") for place in range(1, 9)]
    three = pdf(words, [(300, 20, "Page 2 of 3")], words)
    assert "pages that are pictures" not in read_document("a.pdf", three).remarks
    for page, share, named in ((1, 1, "2"), (1, 0.2, None), (0, 1, None)):
        assert read_document("a.pdf", scanned(three, page, share)).remarks.get("pages that are pictures") == named


def with_marks(data: bytes, *laid: dict[str, object]) -> bytes:
    """A PDF with things laid on its first page: fields of a form where they say of what kind, else notes."""
    with pikepdf.open(BytesIO(data)) as file:
        whole = ({"Type": pikepdf.Name.Annot, "F": 4} | mark for mark in laid)
        made = [file.make_indirect(pikepdf.Dictionary({f"/{key}": one for key, one in mark.items()})) for mark in whole]
        file.pages[0].Annots = pikepdf.Array(made)
        file.Root.AcroForm = pikepdf.Dictionary(Fields=[one for one in made if "/FT" in one])
        file.save(saved := BytesIO())
    return saved.getvalue()


def field(kind: str, left: int, bottom: int, right: int, **more: object) -> dict[str, object]:
    names = {"Subtype": pikepdf.Name.Widget, "FT": pikepdf.Name(f"/{kind}"), "T": f"{left} {bottom}"}
    return {**names, "Rect": pikepdf.Array([left, bottom, right, bottom + 14]), **more}


def test_words_that_are_filled_in_stand_in_their_place_and_comments_apart():
    words = [
        (60, 700, "1. It is sent to"), (220, 700, ", the Clerk."), (80, 680, "I agree."), (150, 680, "I do not."),
        (60, 640, "Adopted: ................"), (60, 600, "2. End."),
    ]  # fmt: skip
    on, form = pikepdf.Name.On, pikepdf.Dictionary(N=pikepdf.Dictionary(On=pikepdf.Dictionary()))
    data = with_marks(
        pdf(words),
        field("Tx", 60, 610, 300, V="What was said.", Ff=4096),
        field("Tx", 140, 696, 215, V="Ms Jones"),
        field("Btn", 64, 676, 76, V=on, AS=on, AP=form),
        field("Btn", 134, 676, 146, V=pikepdf.Name.Off, AS=pikepdf.Name.Off, AP=form),
        field("Tx", 300, 696, 400, V="unseen", F=2),
        field("Ch", 400, 636, 500, V="2", Opt=pikepdf.Array([pikepdf.Array(["2", "Stage two"])])),
        {"Subtype": pikepdf.Name.FreeText, "Rect": pikepdf.Array([110, 636, 190, 650]), "Contents": "14 May 2024"},
        {"Subtype": pikepdf.Name.Text, "Rect": pikepdf.Array([500, 700, 510, 710]), "Contents": "Ten days?"},
        {"Subtype": pikepdf.Name.Link, "Rect": pikepdf.Array([60, 700, 90, 710]), "Contents": "To the clerk"},
    )
    reading = read_document("a.pdf", data)
    assert [" ".join(line.text.split()) for line in lines_of(reading.blocks)] == [
        "1. It is sent to Ms Jones, the Clerk.", "☒ I agree. ☐ I do not.",
        "Adopted: ................ 14 May 2024 Stage two", "What was said.", "2. End.",
    ]  # fmt: skip
    assert [(one.what, one.text, one.page) for one in reading.asides] == [("comment", "Ten days?", 1)]
    assert (reading.remarks["filled in"], reading.remarks["comments"]) == (6, 1)


@pytest.mark.parametrize("drawn_later", [True, False])
def test_a_form_that_only_one_program_draws_is_refused(drawn_later):
    with pikepdf.open(BytesIO(pdf([(60, 700, "Please wait..."), (60, 680, "1. Members are kind.")]))) as file:
        parts = pikepdf.Array(["template", pikepdf.Stream(file, b"<template/>")])
        file.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array(), XFA=parts)
        file.Root.NeedsRendering = drawn_later
        file.save(saved := BytesIO())
    if drawn_later:
        with pytest.raises(Unreadable, match=r"only Adobe Reader can draw \(XFA\); open it in Adobe Reader"):
            read_document("a.pdf", saved.getvalue())
    else:
        assert len(lines(saved.getvalue())) == 2


def without_meanings(data: bytes, *lines_of_it: str) -> bytes:
    """A PDF with lines in letters of a font that says how they look and not what they are."""
    with pikepdf.open(BytesIO(data)) as file:
        below = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.CIDFontType2, BaseFont=pikepdf.Name.Secret,
            CIDSystemInfo=pikepdf.Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0), DW=600,
        )  # fmt: skip
        file.pages[0].Resources.Font.F2 = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type0, BaseFont=pikepdf.Name.Secret,
            Encoding=pikepdf.Name("/Identity-H"), DescendantFonts=pikepdf.Array([file.make_indirect(below)]),
        )  # fmt: skip
        for place, words in enumerate(lines_of_it):
            codes = "".join(f"{ord(one) - 29:04x}" for one in words)
            file.pages[0].contents_add(f"BT /F2 10 Tf 60 {500 - 14 * place} Td <{codes}> Tj ET".encode())
        file.save(saved := BytesIO())
    return saved.getvalue()


def test_letters_that_the_file_does_not_explain_are_refused_or_told():
    words = ["Members and officers respect each other in all that they do."] * 12
    with pytest.raises(Unreadable, match="does not say which letters its fonts show"):
        read_document("a.pdf", without_meanings(pdf([(60, 760, "1. Protocol")]), *words))
    few = without_meanings(pdf([(60, 760 - 14 * place, one) for place, one in enumerate(words)], REST), words[0])
    assert read_document("a.pdf", few).remarks["pages of unknown letters"] == "1"
    assert "pages of unknown letters" not in read_document("a.pdf", pdf(REST)).remarks


@pytest.mark.parametrize("dots", [7, 93])
def test_lists_of_contents_with_dots_apart_are_set_aside(dots):
    names = ("Introduction", "Gifts", "Hospitality")
    listed = [
        (20, 720 - 15 * place, f"{place}. {name} {'. ' * dots}{place + 1}") for place, name in enumerate(names, 1)
    ]
    text = [(60, 600 - 15 * place, f"{place}. {name}") for place, name in enumerate(names, 1)]
    reading = read_document("a.pdf", pdf([(60, 760, "Protocol on Gifts"), (60, 740, "Contents"), *listed, *text]))
    asides = [one.text for one in structured(reading).asides if one.what == "contents"]
    assert asides == ["Contents", *(words for _, _, words in listed)]


KINDS = ("Meals", "Trips", "Tickets", "Vouchers", "Money")


def test_a_head_is_one_on_a_page_that_lies_on_its_side():
    pages = [[(60, 760, "Protocol of Anytown"), (60, 600, f"{place}. All are kind.")] for place in (1, 2)]
    with pikepdf.open(BytesIO(pdf(*pages, [(60, 560, "Protocol of Anytown"), (60, 400, "3. The end.")]))) as file:
        file.pages[2].MediaBox = pikepdf.Array([0, 0, 800, 600])
        file.save(saved := BytesIO())
    assert [line.text for line in lines(saved.getvalue())] == ["1. All are kind.", "2. All are kind.", "3. The end."]


def test_items_and_the_rest_of_sentences_at_the_head_of_pages_alike_are_text():
    pages = [
        [(60, 760, top), (60, 700, f"{place}. {kind} are declared"), (60, 688, "to the clerk.")]
        for place, (top, kind) in enumerate(
            zip(("o Be patient.",) * 3 + ("in all that they say and do.",) * 2, KINDS, strict=True), 1
        )
    ]
    for alike in (pages[:3], pages[3:]):
        reading = read_document("a.pdf", pdf(*alike))
        assert sum(line.text == alike[0][0][2] for line in lines_of(reading.blocks)) == len(alike)
        assert structured(reading).asides == ()


def running(heads: list[str], gap: int = 40) -> list[str]:
    """Which heads of pages are read as text, where each section begins in the middle of its page."""
    pages = []
    for kind, head in zip(KINDS, heads, strict=False):
        words = [f"{kind} before go on here, as sentences do,", "and end.", kind]
        words += [f"Members declare {kind} to the clerk, who keeps", f"a list of {kind}."]
        words = words[:1] if kind == KINDS[4] else words  # a last page has few
        pages.append([(60, 760, head), *((60, 760 - gap - 14 * place, one) for place, one in enumerate(words))])
    found = lines(pdf(*pages))
    return [line.text for line in found if line.place == 1 or line.page != found[line.place - 2].page]


@pytest.mark.parametrize(
    ("heads", "gap", "left"),
    [
        (["Anytown Council", "Gifts", "Anytown Council", "Gifts", "Anytown Council"], 40, []),
        (["Meals", "Anytown Council", "Tickets", "Anytown Council"], 40, []),
        (["Meals", "Meals", "Trips", "Vouchers"], 40, []),
        (["Meals", "Meals", "Trips", "Vouchers"], 14, ["Meals", "Meals", "Trips", "Vouchers"]),
        (["Meals", "Trips", "Tickets", "Vouchers"], 40, ["Meals", "Trips", "Tickets", "Vouchers"]),
    ],
)
def test_running_heads_that_differ_from_page_to_page_are_no_text(heads, gap, left):
    found = running(heads, gap)
    assert [text for text in found if not text.endswith("as sentences do,")] == left


def set_at(size: int, x: int, y: int, words: str) -> str:
    """Words of a size at a place."""
    return f"BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET"


def clause(*signs: str) -> list[tuple[int, int, str] | str]:
    """The lines of a clause with signs of notes in it."""
    one, two = (set_at(6, x, 704, sign) for x, sign in zip((148, 209), signs or ("", ""), strict=True))
    more = (60, 688, "to the clerk, and by an officer")
    return [(60, 700, "1. A gift is declared"), one, (154, 700, "by a member"), two, more]


REST = [(60, 740, "to the chair."), *((60, 740 - 14 * place, f"{place}. It is kept.") for place in range(2, 7))]


@pytest.mark.parametrize("raised", [True, False])
def test_notes_at_the_foot_of_a_page_stand_in_no_clause(raised):
    high = (93, 6) if raised else (90, 8)
    noted = [
        (high[1], 60, high[0], "1"), (8, 70, 90, "Of more than 25 pounds."),
        (high[1], 60, high[0] - 10, "2"), (8, 70, 80, "Or by one"), (8, 60, 70, "who is co-opted and has the right to"),
    ]  # fmt: skip
    first = [*clause("1", "2"), *(set_at(*one) for one in noted)]
    second = [*REST, set_at(8, 60, 90, "vote in a committee.")]
    reading = read_document("a.pdf", pdf(first, second))
    assert [line.text for line in lines_of(reading.blocks)] == [
        "1. A gift is declared¹ by a member²",
        "to the clerk, and by an officer",
        *(words for _, _, words in REST),
    ]
    assert [note.text for note in reading.notes] == [
        "¹ Of more than 25 pounds.", "² Or by one who is co-opted and has the right to vote in a committee.",
    ]  # fmt: skip
    assert reading.remarks["notes"] == 2


def test_notes_may_all_stand_at_the_end():
    noted = [set_at(6, 60, 643, "1"), set_at(8, 70, 640, "Of any value."), set_at(6, 60, 633, "2"),
             set_at(8, 70, 630, "Or a guest.")]  # fmt: skip
    reading = read_document("a.pdf", pdf(clause("1", "2"), [*REST, *noted]))
    assert [note.text for note in reading.notes] == ["¹ Of any value.", "² Or a guest."]
    assert read_document("a.pdf", pdf(clause(), [*REST, *noted])).notes == ()


@pytest.mark.parametrize(
    ("first", "second"), [("section 5{}(1){} and", "rule 2{}(2){}"), ("the Act (1) and", "the Code (2)")]
)
def test_notes_may_have_signs_in_brackets(first, second):
    up, down = ") Tj 4 Ts /F1 6 Tf (", ") Tj 0 Ts /F1 10 Tf ("
    said = [(60, 700, f"1. By {first.format(up, down)} by {second.format(up, down)} it is so.")]
    noted = [set_at(8, 60, 90, "\\(1\\) Of 1972."), set_at(8, 60, 80, "\\(2\\) As amended.")]
    reading = read_document("a.pdf", pdf([*said, *noted], REST))
    assert [note.text for note in reading.notes] == ["(1) Of 1972.", "(2) As amended."]
    cited = [(60, 700, "1. By section 5(1) and paragraph (2) it is so.")]
    assert read_document("a.pdf", pdf([*cited, *noted], REST)).notes == ()


def test_small_words_at_the_foot_of_a_page_are_no_notes_without_a_sign_in_the_text():
    small = [set_at(8, 60, 90, "1 Council means the town council."), set_at(8, 60, 80, "2 Gift means any good.")]
    reading = read_document("a.pdf", pdf([*clause(), *small], REST))
    assert reading.notes == ()


def raised(words: str, size: int, rise: int) -> str:
    """Words that go on on a line, smaller and above it, in a PDF of letters of 10 points."""
    return f") Tj {rise} Ts /F1 {size} Tf ({words}) Tj 0 Ts /F1 10 Tf ("


@pytest.mark.parametrize(
    ("above", "joined"),
    [
        ("Adopted by the Council: 17 May 2023 (Minute 45/23). Updated: March 2024. Next review:", True),
        ("The Council of this town and its officers meet upon the days that are here set out:", False),
    ],
)
def test_a_line_that_is_broken_before_its_date_goes_on(above, joined):
    wide = "Members and officers are kind to one another, and to all of the public, at all times."
    words = [(60, 700, f"1. {wide}"), (60, 688, wide), (60, 664, above), (60, 652, "May 2027"), (60, 628, "The end.")]
    facts = structured(read_document("a.pdf", pdf(words)))
    assert (str(facts.facts.review_due) == "2027-05", f"{above} May 2027" in facts.source) == (joined, joined)


@pytest.mark.parametrize("title", [["Our protocol"], []], ids=["a title", "none"])
def test_what_a_browser_prints_at_the_edges_of_the_only_page_is_set_aside(title):
    edges = [
        (20, 780, "27/11/2026, 08:33"),
        *((260, 780, words) for words in title),
        (20, 17, "https://www.anytown.gov.uk/protocol"),
    ]
    reading = read_document("a.pdf", pdf([*edges[:-1], *clause(), edges[-1], (570, 17, "1/1")]))
    assert [line.text for line in lines_of(reading.blocks)] == [
        "1. A gift is declared by a member",
        "to the clerk, and by an officer",
    ]
    assert [one.what for one in reading.asides] == ["header", "footer"]
