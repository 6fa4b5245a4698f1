"""Files of every kind as lines: encodings, characters, what is struck out, what cannot be read."""

from time import process_time

import pytest

from protocolau.importing.lines import lines_of
from protocolau.importing.packed_files import Unreadable
from protocolau.importing.reading import read_document
from tests.read_lines import lines, shown
from tests.word_files import docx, paragraph, run


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_a_text_is_read_in_whichever_encoding_it_was_saved(encoding):
    words = "The Council’s “côr” – £5"
    assert shown("a.txt", words.encode(encoding)) == [words]


def test_the_character_set_that_welsh_once_had():
    assert shown("a.txt", "Tŷ'r dŵr a'r ôl".encode("iso8859-14")) == ["Tŷ'r dŵr a'r ôl"]


def test_characters_that_mean_others():
    text = "\ufeffof\ufb01ce e\u0302 w\u0175\u0302 co\u00adop\u200b non\u2011stop\r\nnext\rlast"
    assert shown("a.txt", text) == ["office ê wŵ̂ coop non-stop".replace("ŵ̂", "ŵ\u0302"), "next", "last"]


def test_quotation_marks_and_dashes_of_windows_that_a_program_has_made_signs_of_that_show_nothing():
    assert shown("a.txt", "the Council\x92s \x93code\x94 \x96 \x80\x815".encode()) == ["the Council’s “code” – €5"]


def test_the_flags_of_nations_stay_and_other_letters_of_tags_go():
    wales, hidden = "".join(map(chr, (0x1F3F4, *(0xE0000 + ord(one) for one in "gbwls"), 0xE007F))), "\U000e0041"
    assert shown("a.txt", f"Cymru {wales}{hidden} {hidden}am byth") == [f"Cymru {wales} am byth"]
    assert shown("a.html", f"<p>Cymru {wales}{hidden} am byth") == [f"Cymru {wales} am byth"]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize(
    "head",
    [
        "Subject: FW: Protocol\nFrom: Clerk <a@b.cy>\nSent: 14 May 2024 10:15\nTo: All",
        "> From: A\n> To: B\n> Cc: C\n> Subject: D",
        "Oddi wrth: A\nAnfonwyd: 14 Mai 2024\nAt: B\nPwnc: C",
        "**From:** A\n**To:** B\n**Subject:** D",
    ],
)
def test_the_head_of_a_mail_is_no_part_of_the_text_in_it(head, name):
    found = read_document(name, f"{head}\n\nSee below\n\n{head}\n\nCode\n".encode())
    assert [(line.text, line.place) for line in lines_of(found.blocks)] == [
        ("See below", head.count("\n") + 3), ("Code", 2 * head.count("\n") + 7),
    ]  # fmt: skip
    said = [(one.what, one.text) for one in found.asides]
    assert said == [("furniture", line) for line in head.split("\n")] * 2


MANNERS = [
    *("Dear all,", "Kind regards,", "Jane", "Annwyl bawb", "Cofion cynnes,", "Sian Parry", "Clerc y Dref"),
    *("Mae'r neges hon ac unrhyw atodiad yn", "gyfrinachol."),
]


def test_what_a_mail_says_besides_is_set_aside_and_the_text_in_it_stays():
    head = "From: A\nTo: B\nSubject: C\n"
    first = (
        f"{head}\nDear all,\n\nSee below.\n\nKind regards,\nJane\n\nCode\n\n1. Dear members are none.\n\n2. Thanks.\n\n"
    )
    items = "".join(f"{number}. This email code is intended to help.\n\n" for number in range(3, 14))
    last = f"{head}Annwyl bawb\n\nIawn.\n\nCofion cynnes,\n\nSian Parry\nClerc y Dref\n\n> "
    last += "\n> ".join(MANNERS[-2:])
    found = read_document("a.txt", (first + items + last).encode())
    said = ["See below.", "Code", "1. Dear members are none.", "2. Thanks.", *items.strip().split("\n\n"), "Iawn."]
    assert [line.text for line in lines_of(found.blocks)] == said
    assert [one.text.strip("> ") for one in found.asides[6:]] == MANNERS
    code = ["Thanks", "Members thank all officers.", "This email account is intended only for work.", *["Words."] * 9]
    assert shown("a.txt", f"{head}\n" + "\n\n".join(code)) == code
    assert shown("a.txt", "Dear all,\n\nKind regards,\nJane") == ["Dear all,", "Kind regards,", "Jane"]


def test_what_a_mail_program_puts_below_the_name_of_who_has_signed_is_set_aside_with_it():
    clauses = [f"{number}. Officers listen." for number in range(1, 12)]
    mail = "From: A\nTo: B\nSubject: C\n\nSee below.\n\nKind regards\nJane\n\nJane Pugh\nClerk, Llanbedr\n\n"
    assert shown("a.txt", mail + "\n\n".join(["Janet", *clauses])) == ["See below.", "Janet", *clauses]


HEAD = "From: A\nTo: B\nSubject: C\n"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (f"---------- Forwarded message ---------\n{HEAD}\nThe code", ["The code"]),
        (f"________________________________\n{HEAD}\nThe code", ["The code"]),
        (f"> Begin forwarded message:\n> \n> {HEAD.replace(chr(10), chr(10) + '> ')}\n> 1. The code\n>\n> 2. End",
         ["1. The code", "2. End"]),
        (f"{HEAD}\nHi A,\n\nPlease find the code\nbelow.\n\nThe code", ["The code"]),
        (f"{HEAD}\nPlease find the code below.\n\nThe code", ["Please find the code below.", "The code"]),
        (f"{HEAD}\nAll,\n\nMembers may see what is below the line in the register.",
         ["Members may see what is below the line in the register."]),
        (f"{HEAD}\nThe code\n\nRegards\n\nJane\nTown Clerk\n\nRydym yn croesawu gohebiaeth yn Gymraeg ac yn Saesneg, "
         "ac ni fydd gohebu yn Gymraeg yn arwain at oedi.\n\nThis e-mail and any attachments are confidential, and "
         "are intended for the person to whom it is sent.", ["The code"]),
        (f"{HEAD}\nYou are welcome to write to the Council in Welsh or English.",
         ["You are welcome to write to the Council in Welsh or English."]),
    ],
)  # fmt: skip
def test_what_programs_and_councils_write_round_the_text_of_a_mail(written, said):
    assert shown("a.txt", written) == said


def test_words_between_stars_are_bold_in_a_mail_alone():
    written = "*1. Respect*\n\n* a sign *\n\nSee *all* of it*"
    (heading, *others) = lines("a.txt", f"{HEAD}\n{written}")
    assert (heading.text, heading.bold, [one.text for one in others]) == (
        "1. Respect",
        True,
        ["* a sign *", "See all of it*"],
    )
    assert shown("a.txt", written) == ["*1. Respect*", "* a sign *", "See *all* of it*"]


@pytest.mark.parametrize("more", ["Kind regards\n\n", "Kind regards\n", "words\n", "From: A\nTo: B\nSubject: C\n\n"])
def test_the_text_of_mails_is_read_once(more):
    begun = process_time()
    read_document("a.txt", f"From: A\nTo: B\nSubject: C\n\n{more * 20_000}The code".encode())
    assert process_time() - begun < 10


def test_lines_that_say_from_when_and_to_whom_are_no_head_of_a_mail():
    memo = ["To: members", "Date: May 2024", "From: 1 May"]
    assert shown("a.txt", "\n".join(memo)) == memo
    assert shown("a.txt", "From: A\nSubject: B") == ["From: A", "Subject: B"]


def test_gaps_and_indents_of_a_text():
    found = lines("a.txt", "one\n  two\n\n\tthree\n\f4\n")
    assert [(line.text, line.indent, line.apart, line.place, line.page) for line in found] == [
        ("one", 0, False, 1, 1), ("two", 240, False, 2, 1), ("three", 480, True, 4, 1), ("4", 0, True, 5, 2),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["a.md", "a.html"])
@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("cyfeiriad&shy;ol", "cyfeiriadol"),
        ("a&#8203;nd &#x200e;so", "and so"),
        ("a&#770; g&#373;yn", "â gŵyn"),
        ("e&#64259;cient", "efficient"),
        ("one&#8209;to&#8209;one", "one-to-one"),
    ],
)
def test_a_character_that_is_named_is_what_it_is_when_it_is_written(name, written, words):
    assert shown(name, written) == [words]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.md", "# Head\n\nmust ~~not~~ be"),
        ("a.md", "# Head\n\nmust <del>not</del> be"),
        ("a.html", "<p>must <del>not</del> be"),
        ("a.html", '<p>must <s>n</s><strike>o</strike><span style="text-decoration: line-through">t</span> be'),
        ("a.html", "<style>.c2{text-decoration:line-through}</style><p>must <span class=c2>not</span> be"),
        ("a.docx", docx(paragraph(run("must ") + run("not", "<w:strike/>") + run(" be")))),
        ("a.docx", docx(paragraph(run("must ") + run("not", "<w:dstrike/>") + run(" be")))),
    ],
)
def test_words_that_are_struck_out_are_set_aside(name, data):
    reading = read_document(name, data.encode() if isinstance(data, str) else data)
    assert [line.text.split() for line in lines_of(reading.blocks)][-1] == ["must", "be"]
    assert "".join(one.text for one in reading.asides if one.what == "struck") == "not"


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"", "the file is empty"),
        ("a.docx", b"  \n", "the file is empty"),
        ("a.txt", b"\x00\x01\x02\x03binary", "this is not a document of words"),
        ("a.doc", b"words", "a .doc file of Word 97–2003 cannot be read"),
        ("a.doc", b"<html><p>words", "the file ends in '.doc' but is a web page"),
        ("a.exe", b"MZ", "a file that ends in '.exe' cannot be read"),
        ("a.docx", b"%PDF-1.4", "the file ends in '.docx' but is a PDF"),
        ("a.txt", b"PK\x03\x04", "the file ends in '.txt' but is a ZIP archive, as .docx and .odt files are"),
        ("a.txt", b"\xef\xbb\xbf\n<!DOCTYPE html><p>words", "the file ends in '.txt' but is a web page"),
        ("a.pdf", b"<html><p>words", "the file ends in '.pdf' but is a web page"),
        ("a.docx", b"plain", "the file ends in '.docx' but is not what its name says"),
        ("a.docx", b"{\\rtf1 }", "this is a file in Rich Text Format"),
        ("a.png", b"\x89PNG", "this is a picture"),
        ("a.html", b"<html><script>x</script></html>", "there are no words in the file"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(name, data, message):
    with pytest.raises(Unreadable) as raised:
        read_document(name, data)
    assert raised.value.what == message


@pytest.mark.parametrize("name", ["Protocol.DOCX", "a.docm", "a.dotx", "a.dotm"])
def test_a_word_file_by_its_name(name):
    assert shown(name, docx(paragraph("words"))) == ["words"]


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("a.eml", "save the document attached to it, or its words as a .txt file"),
        ("a.MSG", "save the document attached to it, or its words as a .txt file"),
        ("a.pages", "open it in Pages and export it as .docx"),
        ("a.zip", "take the document out of it"),
        ("a.rar", "name a .docx, .pdf, .odt, .html, .md or .txt file"),
    ],
)
def test_how_to_come_to_the_document_in_a_file_of_another_kind_is_said(name, remedy):
    with pytest.raises(Unreadable) as raised:
        read_document(name, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" if name == "a.MSG" else b"PK\x03\x04")
    assert (raised.value.what, raised.value.remedy) == (
        f"a file that ends in '{name[1:].lower()}' cannot be read",
        remedy,
    )
