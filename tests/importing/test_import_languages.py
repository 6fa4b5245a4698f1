"""A document in both languages is imported: two files, one after the other, side by side, or by turns."""

from pathlib import Path

import pytest
import yaml

from protocolau.importing import reading
from protocolau.importing.both_languages import parted
from protocolau.importing.first_draft import Choices, first_drafts
from protocolau.repository.check import examine
from tests.conftest import ROOT
from tests.imported import COUNCIL, FACTS, TODAY, run_import
from tests.word_files import cell, docx, paragraph, run, table

ENGLISH = """Protocol

1. Introduction

1.1 The members of this Council shall be kind to all of the officers.
1.2 The officers should give advice which is fair, and that is:
a) timely; and
b) in writing.

2. Complaints

2.1 Any complaint must be made to the clerk of the council.
"""


WELSH = """Protocol

1. Cyflwyniad

1.1 Rhaid i aelodau’r Cyngor hwn fod yn garedig wrth yr holl swyddogion.
1.2 Dylai’r swyddogion roi cyngor sydd yn deg, ac sydd:
a) yn amserol; ac
b) yn ysgrifenedig.

2. Cwynion

2.1 Rhaid i unrhyw gŵyn gael ei gwneud i glerc y cyngor.
"""


PAIRS = {
    "document title": ("Protocol", "Protocol"),
    "title": ("Protocol", "Protocol"),
    "1 heading": ("Introduction", "Cyflwyniad"),
    "1.2.a": ("timely; and", "yn amserol; ac"),
    "1.2.b": ("in writing.", "yn ysgrifenedig."),
}


def agrees(folder: Path) -> None:
    """Whether a version in English stands there with its adopted Welsh, without a fault."""
    written = yaml.safe_load((folder / "undated.cy.yml").read_text("utf-8"))
    assert (written["language"], written["state"]) == ("cy", "adopted")
    assert {name: (written["units"][name]["en"], written["units"][name]["cy"]) for name in PAIRS} == PAIRS
    assert examine(folder, ROOT / "protocols/vocabulary", TODAY).problems == []


@pytest.mark.parametrize(
    ("titles", "english", "welsh"),
    [
        ("Rhaid i swyddogion / Officers must be fair", "Officers must be fair", "Rhaid i swyddogion"),
        ("Complaint to the clerk | Cwynion swyddogion", "Complaint to the clerk", "Cwynion swyddogion"),
        ("Code of Conduct | Anytown Town Council", "Code of Conduct | Anytown Town Council", "Protocol"),
        ("1. The officers / Y swyddogion", "1. The officers / Y swyddogion", "Protocol"),
        ("Y clerc / The clerk: 5 May 2024", "Y clerc / The clerk: 5 May 2024", "Protocol"),
        ("Mabwysiadwyd: 5 Mai 2022 / Adopted: 5 May 2022", "Adopted: 5 May 2022", "Mabwysiadwyd: 5 Mai 2022"),
        ("Mabwysiadwyd / Adopted: 5 May 2022", "Mabwysiadwyd / Adopted: 5 May 2022", "Protocol"),
        ("Protocol y swyddogion / Protocol of the\nofficers", "Protocol of the officers", "Protocol y swyddogion"),
    ],
)
def test_a_title_in_both_languages_on_one_line_goes_to_each(titles, english, welsh):
    for again in ("", f"{titles}\n\n") if titles != english else ("",):
        both = parted(reading.read_document("a.txt", f"{titles}\n\n{ENGLISH}\n{again}{WELSH}".encode()))
        assert [both[language].blocks[0].text for language in ("en", "cy")] == [english, welsh]


@pytest.mark.parametrize("names", [("English", "Cymraeg"), ("ENGLISH VERSION", "Fersiwn Cymraeg:")])
def test_the_name_of_its_language_over_a_text_is_no_title(names):
    text = f"{names[0]}\n\nCode of Conduct\n\n{ENGLISH}\n\n{names[1]}\n\nCod Ymddygiad\n\n{WELSH}"
    both = parted(reading.read_document("a.txt", text.encode()))
    assert [both[language].blocks[0].text for language in ("en", "cy")] == ["Code of Conduct", "Cod Ymddygiad"]
    assert [[(one.what, one.text) for one in both[language].asides] for language in ("en", "cy")] == [
        [("furniture", name)] for name in names
    ]


def test_titles_in_both_languages_above_columns_go_to_each_whichever_words_tell_their_language():
    pairs = [f"<tr><td>The officers are fair in rule {n}.<td>Mae swyddogion yn deg yn rheol {n}." for n in range(1, 5)]
    titles = "<h2>Anytown Council | Cyngor y Dref</h2><h1>Code of the Officers | Cod Swyddogion</h1>"
    both = parted(reading.read_document("a.html", f"{titles}<table>{''.join(pairs)}</table>".encode()))
    assert [[line.text for line in both[language].blocks[:2]] for language in ("en", "cy")] == [
        ["Anytown Council", "Code of the Officers"], ["Cyngor y Dref", "Cod Swyddogion"],
    ]  # fmt: skip


TURNS = [
    ("# Cod", "# Code"),
    ("## Diben", "## Purpose"),
    *(
        (f"Mae’r swyddogion yn deg â’r aelodau yn rheol {n}.", f"The officers are fair to the members in rule {n}.")
        for n in range(1, 6)
    ),
    ("## Cwynion", "## Complaints"),
    ("Dylid anfon cwynion at y clerc.", "All of them go to the clerk."),
]


def test_headings_and_paragraphs_without_numbers_go_to_each_where_every_two_are_a_pair():
    both = parted(reading.read_document("a.md", "\n\n".join("\n\n".join(pair) for pair in TURNS).encode()))
    words = {language: [line.text for line in one.blocks] for language, one in both.items()}
    assert list(words) == ["cy", "en"]
    assert [*zip(*words.values(), strict=True)] == [tuple(one.strip("# ") for one in pair) for pair in TURNS]


@pytest.mark.parametrize("between", ["\n\n", "  \n"])
def test_a_text_in_both_languages_that_cannot_be_parted_is_to_be_looked_at(between):
    text = "\n\n".join(between.join(pair) if pair[0][0] != "#" else pair[0] for pair in TURNS)
    (one,) = first_drafts("a.md", text.encode(), FACTS, Choices())
    assert "both languages" in [doubt.why for doubt in one.doubts]


def test_a_very_short_text_in_one_language_and_then_in_the_other_is_to_be_looked_at():
    welsh = "Mae’r protocol hwn i bob aelod.\n\nMae’n berthnasol i bob aelod o’r Cyngor.\n\nBydd pawb yn deg."
    english = "This protocol is for every member.\n\nIt applies to every member of the Council.\n\nAll will be fair."
    (one,) = first_drafts("a.txt", f"{welsh}\n\n{english}".encode(), FACTS, Choices())
    assert "both languages" in [doubt.why for doubt in one.doubts]


def test_few_rows_are_in_both_languages_where_the_heads_of_their_columns_say_so():
    heads = "<tr><th>Cymraeg<th>English"
    rows = "<tr><td>Mae swyddogion yn deg.<td>The officers are fair.<tr><td>Parch<td>Respect"
    both = parted(reading.read_document("a.html", f"<h1>Cod</h1><table>{heads}{rows}</table>".encode()))
    assert {language: [line.text for line in one.blocks] for language, one in both.items()} == {
        "cy": ["Cod", "Mae swyddogion yn deg.", "Parch"], "en": ["Cod", "The officers are fair.", "Respect"],
    }  # fmt: skip
    assert parted(reading.read_document("a.html", f"<h1>Cod</h1><table>{rows}</table>".encode())) == {}


def test_two_files_of_one_document_become_one_version(tmp_path):
    for name, text in (("english.txt", ENGLISH), ("cymraeg.txt", WELSH)):
        (tmp_path / name).write_text(text, "utf-8")
        done = run_import(tmp_path / name, *COUNCIL, "--output", tmp_path / "out")
        assert done.exit_code == 0, done.output
    agrees(tmp_path / "out/anytown")


def test_of_a_translation_it_is_not_said_that_its_topics_are_to_be_confirmed(tmp_path):
    for name, text, is_version in (("english.txt", ENGLISH, True), ("cymraeg.txt", WELSH, False)):
        (tmp_path / name).write_text(text, "utf-8")
        done = run_import(tmp_path / name, *COUNCIL, "--output", tmp_path / "out")
        for said in ("suggested: topics, by and to of", "the site shows its text alone until"):
            assert (said in done.output) == is_version, done.output


def test_one_after_the_other_in_one_file(tmp_path):
    (tmp_path / "both.txt").write_text(ENGLISH + "\n" + WELSH, "utf-8")
    done = run_import(tmp_path / "both.txt", "--language", "both", *COUNCIL, "--output", tmp_path / "out")
    assert done.exit_code == 0, done.output
    agrees(tmp_path / "out/anytown")


def test_what_says_when_the_first_was_adopted_stays_with_it_and_dates_both():
    text = f"{WELSH}\nMabwysiadwyd: 3 Ebrill 2025\n\n{ENGLISH}"
    welsh, english = first_drafts("both.txt", text.encode(), FACTS, Choices())
    assert (welsh.version, english.version) == ("anytown/2025-04-03.yml", "anytown/2025-04-03.yml")
    said = ["Mabwysiadwyd" in one.files[one.version].decode() for one in (welsh, english)]
    assert said == [True, False]


def test_the_rest_of_the_last_sentence_of_the_first_stays_with_it():
    text = f"{ENGLISH}2.2 The council will look at all of this again in May\n2030.\n\n{WELSH}"
    english, welsh = first_drafts("a.txt", text.encode(), FACTS, Choices())
    assert ["2030" in one.files[one.version].decode() for one in (english, welsh)] == [True, False]


def test_notes_stand_with_the_text_in_their_language():
    words = {
        "en": "The Council means the town council of Anytown.",
        "cy": "Ystyr y Cyngor yw cyngor tref Anytown ei hun.",
    }
    body = "".join(
        paragraph(run(line) + (f'<w:r><w:footnoteReference w:id="{number}"/></w:r>' if line.endswith(":") else ""))
        for number, text in ((2, ENGLISH), (3, WELSH))
        for line in text.splitlines()
    )
    notes = "".join(
        f'<w:footnote w:id="{i}">{paragraph(one)}</w:footnote>' for i, one in zip((2, 3), words.values(), strict=True)
    )
    drafts = first_drafts("both.docx", docx(body, footnotes=notes), FACTS, Choices())
    for draft in drafts:
        said = draft.files[draft.version].decode()
        assert [language for language, note in words.items() if note in said] == [draft.language]
    assert len(drafts) == 2


def test_side_by_side_in_one_row():
    english = "This protocol is read with the standing orders of the Council and with its code of conduct. "
    welsh = "Darllenir y protocol hwn gyda rheolau sefydlog y Cyngor a chyda'i god ymddygiad ef ei hun. "
    row = [cell(paragraph(run(text * 4)) + paragraph(run(text * 3))) for text in (english, welsh)]
    found = parted(reading.read_document("both.docx", docx(table(row))))
    assert {language: [line.text[:9] for line in one.blocks] for language, one in found.items()} == {
        "en": ["This prot", "This prot"],
        "cy": ["Darllenir", "Darllenir"],
    }


def test_side_by_side_in_one_file(tmp_path):
    lines = zip(ENGLISH.split("\n"), WELSH.split("\n"), strict=True)
    rows = table(*([cell(paragraph(run(one))), cell(paragraph(run(two)))] for one, two in lines if one.strip()))
    (tmp_path / "both.docx").write_bytes(docx(rows))
    done = run_import(tmp_path / "both.docx", *COUNCIL, "--output", tmp_path / "out")
    assert done.exit_code == 0, done.output
    agrees(tmp_path / "out/anytown")


def test_side_by_side_behind_a_column_of_numbers(tmp_path):
    pairs = zip(ENGLISH.split("\n")[1:], WELSH.split("\n")[1:], strict=True)
    parted_lines = [(*one.split(" ", 1), two.split(" ", 1)[1]) for one, two in pairs if one]
    rows = table(*([cell(paragraph(run(words))) for words in line] for line in parted_lines))
    (tmp_path / "both.docx").write_bytes(docx(paragraph(run("Protocol")) + rows))
    done = run_import(tmp_path / "both.docx", *COUNCIL, "--output", tmp_path / "out")
    assert done.exit_code == 0, done.output
    agrees(tmp_path / "out/anytown")


@pytest.mark.parametrize("welsh_first", [False, True])
def test_what_stands_around_two_columns_stands_with_the_one_in_its_language(welsh_first):
    around = {
        "en": "This protocol was adopted by the Council on 3 April 2025, and applies from that day to every one of its "
        "members and to every one of its officers.",
        "cy": "Mabwysiadwyd y protocol hwn gan y Cyngor ar 3 Ebrill 2025, ac mae’n gymwys o’r diwrnod hwnnw i bob un "
        "o’i aelodau ac i bob un o’i swyddogion.",
    }
    texts = [text.split("\n")[1:] for text in ((WELSH, ENGLISH) if welsh_first else (ENGLISH, WELSH))]
    rows = "".join(f"<tr><td>{one}<td>{two}" for one, two in zip(*texts, strict=True) if one.strip())
    page = f"<h1>Protocol</h1><p>{around['en']}<table>{rows}</table><p>{around['cy']}"
    drafts = first_drafts("both.html", page.encode(), FACTS, Choices())
    assert [draft.language for draft in drafts] == (["cy", "en"] if welsh_first else ["en", "cy"])
    for draft in drafts:
        said = draft.files[draft.version.replace(".yml", ".txt")].decode()
        assert [language for language, words in around.items() if words in said] == [draft.language]
        assert said.startswith("Protocol\n") and draft.lost == ()


def test_by_turns_in_one_file(tmp_path):
    pairs = list(zip(WELSH.split("\n")[1:], ENGLISH.split("\n")[1:], strict=True))
    body = "".join(paragraph(run(one)) for pair in [("Protocol", "Protocol"), *pairs] for one in pair if one.strip())
    (tmp_path / "both.docx").write_bytes(docx(body))
    done = run_import(tmp_path / "both.docx", *COUNCIL, "--output", tmp_path / "out")
    assert done.exit_code == 0, done.output
    written = yaml.safe_load((tmp_path / "out/anytown/undated.en.yml").read_text("utf-8"))["units"]
    assert {name: (written[name]["en"], written[name]["cy"]) for name in PAIRS} == PAIRS
    assert examine(tmp_path / "out/anytown", ROOT / "protocols/vocabulary", TODAY).problems == []


@pytest.mark.parametrize("doubtful", [("yn deg; ac", "keep records."), ("cadw cofnodion.", "and keeps the records.")])
def test_whole_lists_by_turns_in_one_file(doubtful):
    lines = [one for pair in zip(WELSH.split("\n")[1:], ENGLISH.split("\n")[1:], strict=True) for one in pair if one]
    lines += ["2.2 Bydd y clerc:", "(a) yn gwrando ar y cyhoedd; ac", f"(b) {doubtful[0]}"]
    lines += ["2.2 The clerk:", "(a) listens to the public; and", f"(b) {doubtful[1]}"]
    body = "".join(paragraph(run(line)) for line in lines)
    drafts = first_drafts("both.docx", docx(body), FACTS, Choices())
    said = {draft.language: draft.files[draft.version].decode() for draft in drafts}
    assert [language for words in doubtful for language, text in said.items() if words in text] == ["cy", "en"]


@pytest.mark.parametrize("by_turns", [False, True])
def test_the_name_of_a_council_of_a_welsh_place_stands_with_the_text_in_its_language(by_turns):
    heads = {"cy": "CYNGOR CYMUNED LLANFAIR", "en": "LLANFAIR COMMUNITY COUNCIL"}
    texts = [[heads["cy"], *WELSH.split("\n")[1:]], [heads["en"], *ENGLISH.split("\n")[1:]]]
    lines = [one for pair in zip(*texts, strict=True) for one in pair] if by_turns else [*texts[0], *texts[1]]
    body = "".join(paragraph(run(line)) for line in lines if line)
    drafts = first_drafts("both.docx", docx(body), FACTS, Choices())
    assert {one.language: yaml.safe_load(one.files[one.version])["body"][0]["text"] for one in drafts} == heads


def test_the_name_of_a_council_of_a_welsh_place_is_no_welsh_in_an_english_text():
    words = f"Rhondda Cynon Taf County Borough Council\n\n{ENGLISH}"
    (draft,) = first_drafts("a.txt", words.encode(), FACTS, Choices())
    assert draft.language == "en" and b"lang:" not in draft.files[draft.version]


def test_a_document_in_both_languages_that_are_not_told_apart_is_to_be_looked_at(tmp_path):
    lines = zip(WELSH.split("\n")[1:], (line.partition(" ")[2] for line in ENGLISH.split("\n")[1:]), strict=True)
    (tmp_path / "a.txt").write_text("Protocol\n" + "\n\n".join(one for pair in lines for one in pair), "utf-8")
    done = run_import(tmp_path / "a.txt", *COUNCIL, "--output", tmp_path / "out")
    assert (
        "  it is in both languages, which could not be told apart; import each from a file of its own\n" in done.output
    )
    (tmp_path / "b.txt").write_text(ENGLISH, "utf-8")
    assert "both languages" not in run_import(tmp_path / "b.txt", *COUNCIL, "--output", tmp_path / "two").output


def test_what_has_no_counterpart_is_listed(tmp_path):
    (tmp_path / "english.txt").write_text(ENGLISH, "utf-8")
    (tmp_path / "cymraeg.txt").write_text(WELSH + "2.2 Bydd y clerc yn ateb pob un ohonynt.\n", "utf-8")
    arguments = (*COUNCIL, "--output", tmp_path / "out")
    run_import(tmp_path / "english.txt", *arguments)
    done = run_import(tmp_path / "cymraeg.txt", *arguments)
    alone = "“2.2 Bydd y clerc yn ateb pob un ohonynt.”"
    assert f"without a counterpart in the other language: 1\n  {alone}\n" in done.output


def test_one_language_alone_is_not_both(tmp_path):
    (tmp_path / "a.txt").write_text(ENGLISH, "utf-8")
    done = run_import(tmp_path / "a.txt", "--language", "both", *COUNCIL, "--output", tmp_path / "out")
    assert (done.exit_code, "a text in each language is not to be found in it" in done.output) == (1, True)
