"""What files for translators say to programs of the statements of a clause."""

from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import polib
from lxml import etree

from protocolau.repository.repository import ProtocolRepository
from protocolau.translation.exchange import formats as exchange
from protocolau.translation.exchange import tmx
from protocolau.translation.exchange.outgoing import outgoing_units
from protocolau.translation.memory import remember
from tests.statement_files import protocol, welsh_of, written


def test_every_format_shows_the_clause_and_asks_not_to_be_cut_again(tmp_path):
    version = written(tmp_path, protocol(("One.", "Two."), ("Three.",)), welsh_of([["One."], ["Two."]]))
    data = {name: exchange.write(name, outgoing_units(version, "cy"), version, "cy") for name in exchange.FORMATS}
    entries = {entry.msgctxt: entry.comment for entry in polib.pofile(data["po"].decode("utf-8"))}
    assert "clause: One. Two." in entries["aber undated 1 s2"] and "clause" not in entries["aber undated 2"]
    root = etree.fromstring(data["xliff"])
    unit = next(unit for unit in root.iter("{*}trans-unit") if unit.get("id") == "1 s2")
    assert unit.findtext("{*}seg-source/{*}mrk[@mtype='seg'][@mid='1']") == "Two."
    assert unit.findtext("{*}target/{*}mrk[@mtype='seg'][@mid='1']") == "Uned 1."
    assert "".join(unit.find("{*}target").itertext()) == "Uned 1."
    assert unit.findtext("{*}note[@annotates='source']") == "One. Two."
    rows = list(openpyxl.load_workbook(BytesIO(data["xlsx"])).active.iter_rows(values_only=True))
    assert rows[0][6] == "Clause · Cymal" and [row[6] for row in rows[1:]] == [None, "One. Two.", "One. Two.", None]


def test_a_program_that_knows_no_segments_is_understood(tmp_path):
    version = written(tmp_path, protocol(("One.",)), welsh_of([["One."]]))
    data = exchange.write("xliff", outgoing_units(version, "cy"), version, "cy")
    root = etree.fromstring(data)
    for text, tail in (("Un.", None), (None, "Un."), ("\n  ", "\n ")):
        target = list(root.iter("{*}target"))[1]
        target.text, target[0].tail = text, tail
        row = exchange.FORMATS["xliff"].read(etree.tostring(root), Path("file")).units[1]
        assert row.target == ("Un." if "Un." in (text, tail) else "Uned 0.")


def test_a_memory_says_what_is_a_sentence_and_what_a_part_of_one(tmp_path):
    version = written(tmp_path, protocol(("One, and", "two.")), welsh_of([["One, and"], ["two."]]))
    library = ProtocolRepository(tmp_path).load(date(2026, 1, 1))
    root = etree.fromstring(tmx.write(remember(library, "en", "cy")))
    assert root.find("header").get("segtype") == "sentence" and version
    assert [unit.get("segtype") for unit in root.iter("tu")] == ["phrase", None]
