"""What does not fit is refused in one clear line, and what means no good does no harm."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protocolau.read.messages import in_welsh
from protocolau.read.problem import Faulty
from protocolau.translation.exchange import formats as exchange
from protocolau.translation.exchange.import_outcome import incoming_changes
from tests.exchange_files import (
    FORMATS,
    OTHER_STATES,
    WELSH,
    exported,
    rewrite,
    run,
    translate,
    version_of,
    welsh,
    workbook,
)

# --- what does not fit


@pytest.mark.parametrize("format", FORMATS)
def test_a_source_text_that_has_moved_on_comes_in_as_stale(protocols, format):
    path = exported(protocols, format)
    translate(path, "1.1", "Y cyntaf.")
    translate(path, "1.5", "Y pumed cymal.")
    rewrite(protocols / "aber" / "undated.yml", "The fifth clause.", "The fifth.")
    code, said = run(protocols, "import", path)
    assert code == 0
    assert "the English of '1.5' is another since the export; taken as stale" in said
    assert said.endswith("aber undated: changed 2, refused 0\n")
    unit = version_of(protocols).translations["cy"].units["1.5"]
    assert (unit.source, unit.target) == ("The fifth clause.", "Y pumed cymal.")
    assert "1.5 (stale)" in run(protocols, "suggest", "--council", "aber")[1]


@pytest.mark.parametrize("format", FORMATS)
def test_what_does_not_fit_is_refused_and_the_rest_is_written(protocols, format):
    path = exported(protocols, format)
    translate(path, "1.1", "Y cyntaf.")
    translate(path, "1.3", "Trydydd.", rename="1.33")
    translate(path, "1.5", "Y pumed cymal.", source="The 5th clause.")
    translate(path, "1.4", "**Parch")
    translate(path, "1 heading", "")
    translate(path, "document title", "Y Protocol", state=OTHER_STATES[format])
    code, said = run(protocols, "import", path)
    assert code == 1 and said.endswith("aber undated: changed 1, refused 5\n")
    for line in (
        "there is no unit '1.33' in the protocol; was it '1.3'? export it anew to see what there is",
        "the English of '1.5' was altered in the file; export it anew",
        "'1.4': a star in 'cy' opens emphasis that no star closes; close it",
        "the translation of '1 heading' was emptied; write it again",
        "the Welsh of 'document title' was adopted by the council; correct it in its own file by hand",
    ):
        assert line in said
    assert all(line.startswith(f"aber.{format}:") for line in said.splitlines()[:-1])
    assert welsh(protocols) == WELSH.replace("cy: Cyntaf.", "cy: Y cyntaf.")


@pytest.mark.parametrize("format", FORMATS)
def test_a_unit_that_was_changed_here_too_is_not_overwritten(protocols, format):
    path = exported(protocols, format)
    translate(path, "1.1", "Fersiwn y cyfieithydd.")
    rewrite(protocols / "aber" / "undated.cy.yml", "cy: Cyntaf.", "cy: Ein fersiwn ni.")
    rewrite(protocols / "aber" / "undated.cy.yml", "cy: Diben", "cy: Pwrpas")
    before = welsh(protocols)
    code, said = run(protocols, "import", path)
    assert code == 1 and "the Welsh of '1.1' was changed here too since the export" in said
    assert "(here: “Ein fersiwn ni.”)" in said and "1 heading" not in said
    assert welsh(protocols) == before


@pytest.mark.parametrize("format", FORMATS)
def test_a_unit_that_stands_twice_is_refused(protocols, format):
    path = exported(protocols, format)
    translate(path, "1.3", "Trydydd.", rename="1.1")
    code, said = run(protocols, "import", path)
    assert code == 1 and "'1.1' stands in the file 2 times; keep one of them" in said
    assert welsh(protocols) == WELSH


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_whose_units_were_all_renamed_is_refused_in_one_line(protocols, format):
    path = exported(protocols, format)
    units = [unit.unit for unit in exchange.read(path).units]
    for number, unit in enumerate(units):
        translate(path, unit, rename=f"tu{number}")
    code, said = run(protocols, "import", path)
    assert code == 1 and said.endswith("aber undated: changed 0, refused 1\n") and len(said.splitlines()) == 2
    assert ": none of the units of the file is in the protocol: 'tu0', 'tu1', 'tu2' and 4 more; keep the names" in said


NAMELESS = {
    "PO without contexts": ("po", r"^msgctxt .*\n", ""),
    "XLIFF with the name of a file": ("xliff", r' original="[^"]*"', ' original="aber.xlf"'),
    "XLIFF with its folder": ("xliff2", r' original="[^"]*"', ' original="file:/C:/aber/undated"'),
}


@pytest.mark.parametrize("name", NAMELESS)
def test_a_file_that_has_lost_the_name_of_its_protocol_is_refused_in_one_line(protocols, name):
    format, expression, instead = NAMELESS[name]
    path = exported(protocols, format)
    path.write_text(re.sub(expression, instead, path.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    code, said = run(protocols, "import", path)
    assert code == 1 and ": the file does not say of which protocol its texts are; keep what was exported with" in said
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize("format", FORMATS)
def test_a_translation_goes_with_its_words_where_their_clause_has_another_number_now(protocols, format):
    path = exported(protocols, format)
    translate(path, "1.3", "Trydydd.")
    translate(path, "1.5", "Y pumed cymal.")
    renumbered = 'number: "1.5", text: New.}\n      - {number: "1.6", text: The fifth clause.'
    rewrite(protocols / "aber" / "undated.yml", 'number: "1.5", text: The fifth clause.', renumbered)
    code, said = run(protocols, "import", path)
    assert code == 0 and said == "aber undated: changed 2, refused 0\n"
    units = version_of(protocols).translations["cy"].units
    assert units["1.6"].target == "Y pumed cymal." and "1.5" not in units


@pytest.mark.parametrize("format", FORMATS)
def test_a_unit_beside_words_that_stand_twice_elsewhere_is_refused(protocols, format):
    rewrite(protocols / "aber" / "undated.yml", "text: Third.", "text: The fifth clause.")
    path = exported(protocols, format)
    translate(path, "1.3", "Y pumed cymal.")
    rewrite(protocols / "aber" / "undated.yml", '1.3", text: The fifth clause.', '1.3", text: Third.')
    rewrite(protocols / "aber" / "undated.yml", '1.5", text: The fifth clause.', '1.5", text: Fifth.')
    more = '\n      - {number: "1.6", text: The fifth clause.}\n      - {number: "1.7", text: The fifth clause.}'
    rewrite(protocols / "aber" / "undated.yml", "text: Fifth.}", f"text: Fifth.}}{more}")
    code, said = run(protocols, "import", path)
    assert code == 1 and "'1.3' stands beside the words of '1.6'; export it anew" in said and welsh(protocols) == WELSH


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_for_another_council_version_or_language_is_refused(protocols, format):
    path = exported(protocols, format)
    translate(path, "1.1", "Y cyntaf.")
    code, said = run(protocols, "import", path, "--council", "bryn")
    assert code == 1 and "the file is for 'aber', not for 'bryn'; choose its own file" in said
    version, imported = version_of(protocols), exchange.read(path)
    for wrong, said in (
        (replace(version, slug="2020"), "the file is for 'aber/undated', not for 'aber/2020'"),
        (replace(version, language="cy"), "the file translates into"),
    ):
        outcome = incoming_changes(wrong, "cy", imported)
        assert not outcome.units and len(outcome.refused) == 1 and said in str(outcome.refused[0])
    outcome = incoming_changes(version, "cy", replace(imported, language="fr"))
    assert "the file translates into 'fr', not into 'cy'" in str(outcome.refused[0])
    shutil.rmtree(protocols / "aber")
    assert "there is no council 'aber'" in run(protocols, "import", path)[1]


def test_an_entry_of_another_protocol_among_ours_is_refused(protocols):
    path = exported(protocols, "po")
    rewrite(path, 'msgctxt "aber undated 1.1"', 'msgctxt "bryn undated 1.1"')
    rewrite(path, 'msgctxt "aber undated 1.3"\n', "")
    code, said = run(protocols, "import", path)
    assert (
        code == 1 and "there is no unit '1.1' in the protocol" in said and "bryn undated: changed 0, refused 1" in said
    )
    assert "'Third.' does not say to which unit it belongs" in said


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_that_lost_the_marks_of_its_export_is_compared_with_today(protocols, format):
    path = exported(protocols, format)
    translate(path, "1.1", "Y cyntaf.")
    imported = exchange.read(path)
    bare = replace(imported, units=tuple(replace(unit, exported=None) for unit in imported.units))
    outcome = incoming_changes(version_of(protocols), "cy", bare)
    assert [(one.unit, one.target) for one in outcome.units if one.unit != "1.4"] == [("1.1", "Y cyntaf.")]
    assert not outcome.refused


# --- files that mean no good


BOMB = b"".join(
    [b"<!DOCTYPE x [<!ENTITY a 'lol'>"]
    + [f"<!ENTITY {name} '{f'&{before};' * 20}'>".encode() for before, name in zip("abcdefgh", "bcdefghi", strict=True)]
    + [b"]>"]
)
HOSTILE = {
    "bomb in the text": BOMB + b"<xliff version='1.2'><file original='aber/undated'>&i;</file></xliff>",
    "bomb in an attribute": BOMB + b"<xliff version='1.2'><file original='&i;'/></xliff>",
    "entity of a file": b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><xliff version='1.2'>&a;</xliff>",
    "parameter entity": b"<!DOCTYPE x [<!ENTITY % a SYSTEM 'http://127.0.0.1:9/x'> %a;]><xliff version='1.2'/>",
    "too deep": b"<a>" * 100_000,
    "not closed": b"<xliff version='1.2'>",
    "another kind of XML": b"<html/>",
    "a memory": b"<tmx version='1.4'/>",
    "XLIFF 2": b"<xliff version='2.0' xmlns='urn:oasis:names:tc:xliff:document:2.0'/>",
    "a character that is none": b"<xliff version='1.2'>\0</xliff>",
    "empty XLIFF": b"<xliff version='1.2'/>",
    "unknown encoding": b"<?xml version='1.0' encoding='x-none'?><xliff version='1.2'/>",
    "empty": b"",
    "no PO": b"hello\nworld\n",
    "PO not closed": b'msgid ""\nmsgstr ""\n\nmsgctxt "aber undated 1.1"\nmsgid "a"b"\nmsgstr "c"\n',
    "PO out of order": b'msgstr "c"\nmsgid "a"\n"b"\n',
    "PO without entries": b'msgid ""\nmsgstr ""\n"Language: cy\\n"\n',
    "PO in Latin 8": 'msgid "a"\nmsgstr "\u0175"\n'.encode("iso8859-14"),
    "PO with a line separator": 'msgid "a"\nmsgstr "b\u2028c"\n'.encode(),
    "bytes": bytes(range(256)),
    "ZIP of nothing": b"PK\x05\x06" + b"\0" * 18,
    "broken ZIP": b"PK\x03\x04garbage",
    "ZIP that is no workbook": workbook(a=b"<a/>"),
    "packed bomb": workbook(a=b" " * 60_000_000),
    "workbook with entities": workbook(xl__workbook=BOMB + b"<workbook>&i;</workbook>"),
    "the same in UTF-16": workbook(xl__workbook=(BOMB + b"<workbook>&i;</workbook>").decode().encode("utf-16")),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_means_no_good_ends_in_one_clear_line(protocols, name):
    path = protocols.parent / "file"
    path.write_bytes(HOSTILE[name])
    code, said = run(protocols, "import", path)
    assert code == 1 and len(said.splitlines()) == 1 and said.startswith("file:") and "; " in said
    assert "root:" not in said and welsh(protocols) == WELSH


NOT_WELL_FORMED = {
    b"<xliff><a>Codau & phrotocolau</a></xliff>": "a & or a < stands for itself, which are written &amp; and &lt;",
    b"<xliff><a>Codau&nbsp;da</a></xliff>": "a & or a < stands for itself, which are written &amp; and &lt;",
    b"<xliff><a></xliff>": "a tag closes what another has opened",
    b"<xliff><a>Cod": "it breaks off",
    b"<xliff><a>\xe9</a></xliff>": "it is not in the encoding that it names",
    b"<xliff><a>\x01</a></xliff>": "it has a character that XML cannot hold",
    b"<xliff a=b/>": "a tag is not written as it should be",
}


@pytest.mark.parametrize("content", NOT_WELL_FORMED)
def test_what_is_not_well_formed_is_told_in_words_of_both_languages(protocols, content):
    path, reason = protocols.parent / "file", NOT_WELL_FORMED[content]
    path.write_bytes(content)
    what = f"this is not well-formed XML ({reason})"
    remedy = "open it in the program that wrote it and save it anew"
    assert run(protocols, "import", path) == (1, f"file:1: {what}; {remedy}\n")
    assert reason not in in_welsh(what) and in_welsh(remedy) != remedy


@pytest.mark.parametrize("name", ["bomb in the text", "entity of a file", "not closed", "another kind of XML", "empty"])
def test_so_does_a_memory_that_means_no_good(protocols, name):
    path = protocols.parent / "file"
    path.write_bytes(HOSTILE[name])
    code, said = run(protocols, "memory", "import", path)
    assert code == 1 and len(said.splitlines()) == 1 and said.startswith("file:")


@pytest.mark.parametrize(
    "arguments",
    [
        ("import", "nothing"),
        ("export", "--council", "abr"),
        ("status", "--council", "x"),
        ("status", "--document", "conducts"),
    ],
)
def test_so_does_a_wrong_name(protocols, arguments):
    code, said = run(protocols, *arguments)
    assert code == 1 and len(said.splitlines()) == 1


@pytest.mark.parametrize(
    ("written", "reason", "welsh_reason"),
    [
        ('"Y cyntaf un.', "a text has no quotation mark at one of its ends", "mae dyfynnod ar goll ar un pen i destun"),
        ("Y cyntaf un.", "a text has no quotation mark at one of its ends", "mae dyfynnod ar goll ar un pen i destun"),
        (
            '"Y cyntaf un.\\"',
            "a text has no quotation mark at one of its ends",
            "mae dyfynnod ar goll ar un pen i destun",
        ),
        (
            '"Y "cyntaf" un."',
            "a quotation mark inside a text has no backslash before it",
            "nid oes ôl-slaes o flaen dyfynnod y tu mewn i destun",
        ),
        ('""\nY cyntaf un.', "this line is not written as PO is", "nid ar ffurf PO yr ysgrifennwyd y llinell hon"),
    ],
)
def test_a_text_of_a_po_that_is_not_closed_loses_no_letter(protocols, written, reason, welsh_reason):
    path = exported(protocols, "po")
    rewrite(path, '"Cyntaf."', written)
    code, said = run(protocols, "import", path)
    assert code == 1 and f": this is not valid PO ({reason}); open it in Poedit" in said
    assert f"({welsh_reason})" in in_welsh(f"this is not valid PO ({reason})")
    assert welsh(protocols) == WELSH


def test_a_po_that_was_written_by_half_is_refused(protocols):
    path = exported(protocols, "po")
    content = path.read_bytes()
    path.write_bytes(content[: content.rindex(b"Cyntaf.") + 3])
    code, said = run(protocols, "import", path)
    assert code == 1 and "a text has no quotation mark at one of its ends" in said and welsh(protocols) == WELSH


@pytest.mark.parametrize("kept", range(2, 6))
def test_a_po_that_ends_at_the_end_of_a_line_is_not_taken_for_the_whole(protocols, kept):
    path = exported(protocols, "po")
    rewrite(path, 'msgid "Third."\nmsgstr ""', 'msgid "Third."\nmsgstr ""\n"Y trydydd, "\n"a\'i eiriau."')
    lines = path.read_text("utf-8").splitlines()
    start = lines.index('msgid "Third."')
    path.write_text("\n".join(lines[: start + kept]) + "\n", "utf-8")
    code, said = run(protocols, "import", path)
    assert code == 1 and ": the file breaks off at '1.3'; save it anew" in said and welsh(protocols) == WELSH


def test_a_po_that_breaks_off_in_its_last_text_is_not_taken(protocols):
    path = exported(protocols, "po")
    rewrite(path, 'msgid "The fifth clause."\nmsgstr ""', 'msgid "The fifth clause."\nmsgstr ""\n"Y pumed "')
    code, said = run(protocols, "import", path)
    assert code == 1 and ": the file breaks off at '1.5'; save it anew" in said and welsh(protocols) == WELSH


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("Eu rÃ´l a'u dÅµr.", "has letters that were read in a wrong encoding: “rÃ´l”; open the file as UTF-8"),
        ("Mae’r".encode().decode("cp1252"), "has letters that were read in a wrong encoding: “Maeâ€™r”"),
        ("#-#-#-#-#  a.po  #-#-#-#-# Un #-#-#-#-#  b.po  #-#-#-#-# Dau", "holds two translations that a program has"),
        ("Y d\ufffdr.", "has a sign in the place of a letter that was lost: “d\ufffdr”; type the word again"),
        ("Y d?r a'r t?", "has a sign in the place of a letter that was lost: “d?r”; type the word again"),
        ("Y <b>trydydd</b>.", "has a tag of HTML or of a program: “<b>”; take it out"),
        ("Y trydydd.<br />", "has a tag of HTML or of a program: “<br />”; take it out"),
        ("Mae&#39;r trydydd.", "has a code of HTML in the place of a letter: “Mae&#39;r”; write the letter itself"),
    ],
)
def test_letters_that_a_program_has_spoilt_are_refused(protocols, format, target, said):
    path = exported(protocols, format)
    translate(path, "1.3", target)
    translate(path, "1.5", "Y pumed: ŵ, ŷ, â, ô, é a Â. Pam? <5 a >3 <clerc@aber.cymru> https://aber.cymru/a?b=1")
    code, line = run(protocols, "import", path)
    assert code == 1 and f"'1.3' {said}" in line and line.endswith("changed 1, refused 1\n")
    assert "1.3" not in version_of(protocols).translations["cy"].units


@pytest.mark.parametrize("format", FORMATS)
def test_a_tag_that_stands_in_the_note_already_is_no_hindrance(protocols, format):
    rewrite(protocols / "aber" / "undated.cy.yml", "note: A note.", 'note: "A note on <b>."')
    path = exported(protocols, format)
    translate(path, "1.1", "Y cyntaf.")
    assert run(protocols, "import", path) == (0, "aber undated: changed 1, refused 0\n")
    unit = version_of(protocols).translations["cy"].units["1.1"]
    assert (unit.target, unit.note) == ("Y cyntaf.", "A note on <b>.")


def test_faulty_protocols_are_told_before_anything_is_done(protocols):
    rewrite(protocols / "aber" / "undated.cy.yml", "state: draft", "state: good")
    code, said = run(protocols, "status")
    assert code == 1 and said.startswith("protocols/aber/undated.cy.yml:2: 'state' is 'good'")


@settings(deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode), st.sampled_from(FORMATS))
def test_no_bytes_bring_a_reader_down(data, format):
    start = {
        "po": b'msgid ""\nmsgstr ""\n',
        "xliff": b"<xliff version='1.2'><file>",
        "xliff2": b"<xliff version='2.0'><file>",
        "xlsx": b"PK\x03\x04",
    }[format]
    for content in (data, start + data):
        try:
            exchange.FORMATS[format].read(content, Path("file"))
        except Faulty as faults:
            assert len(faults.problems) == 1
