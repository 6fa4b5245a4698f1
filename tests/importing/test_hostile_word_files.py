"""Word files that would harm or mislead end in one clear message, and nothing in them reaches a disk."""

import io
import struct
import zipfile

import pytest

from protocolau.importing.packed_files import Unreadable
from protocolau.importing.word import read
from tests.word_files import docx, packed, paragraph


def hostile(name: str) -> bytes:
    document = "word/document.xml"
    if name == "bomb":
        return packed({document: b"<a>" + b" " * 50_000_000 + b"</a>"})
    if name == "entities":
        return packed({document: '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'})
    if name == "outside":
        return packed({document: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'})
    if name == "deep":
        return packed({document: "<a>" * 5000 + "</a>" * 5000})
    if name == "many":
        return packed({f"x{index}": "" for index in range(6000)})
    if name == "encrypted":
        return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    if name == "old":
        return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    if name == "sheet":
        return packed({"xl/workbook.xml": "<a/>"})
    if name == "open":
        return packed({"mimetype": "application/vnd.oasis.opendocument.text"})
    if name == "broken":
        return packed({document: "<a><b></a>"})
    if name == "cut":
        return docx(paragraph("x" * 5000))[:-400]
    if name == "corrupt":
        data = bytearray(docx(paragraph("".join(map(chr, range(97, 5000))))))
        data[len(data) // 2 : len(data) // 2 + 40] = b"\0" * 40
        return bytes(data)
    return {"empty": b"", "text": b"plain words", "zip of nothing": packed({})}[name]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("bomb", "the file would become very much larger when unpacked"),
        ("entities", "the file has a document type inside, which no word processor writes"),
        ("outside", "the file has a document type inside, which no word processor writes"),
        ("deep", "the file is built deeper or larger than any document of words"),
        ("many", "the file would become very much larger when unpacked"),
        ("encrypted", "the file is protected by a password"),
        ("old", "this is a file of Word 97–2003 (.doc) or another old program"),
        ("sheet", "this is a spreadsheet, not a document"),
        ("open", "this is an OpenDocument file"),
        ("broken", "the file is damaged: a part of it is not well-formed XML"),
        ("cut", "the file is damaged, or not of the kind that its name says"),
        ("corrupt", "the file is damaged"),
        ("empty", "the file is damaged, or not of the kind that its name says"),
        ("text", "the file is damaged, or not of the kind that its name says"),
        ("zip of nothing", "the file holds no document of Word"),
    ],
)
def test_hostile_files_end_in_one_message(name, message):
    with pytest.raises(Unreadable) as raised:
        read(hostile(name))
    assert raised.value.what == message


def test_names_in_the_archive_never_reach_a_disk():
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        'Type="http://x/officeDocument" Target="../../../../etc/passwd"/></Relationships>'
    )
    with pytest.raises(Unreadable):
        read(packed({"_rels/.rels": relations, "../../evil": "x"}))


def test_a_size_that_lies_is_found_out():
    data = bytearray(packed({"word/document.xml": b"<a>" + b"x" * 100_000 + b"</a>"}))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        offset = archive.start_dir + 24  # the size when unpacked, in the archive's own list
    data[offset : offset + 4] = struct.pack("<I", 50)
    with pytest.raises(Unreadable):
        read(bytes(data))


def test_macros_are_told_and_never_looked_at():
    with zipfile.ZipFile(io.BytesIO(docx(paragraph("x")))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    assert read(packed(files | {"word/vbaProject.bin": b"\0"})).remarks == {"macros": 1}
