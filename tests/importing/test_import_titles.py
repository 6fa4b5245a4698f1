"""What an import takes for the title of a document."""

import pytest
import yaml

from protocolau.importing.lines import Line, ReadDocument, Run
from protocolau.importing.structure.build import structured
from tests.imported import draft, structure


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("POLICY\n\nMember/Officer Protocol", "Member/Officer Protocol"),
        ("Policies and Procedures\n\nMember/Officer Protocol", "Member/Officer Protocol"),
        ("Policy title\n\nMember/Officer Protocol", "Member/Officer Protocol"),
        ("Protocolau\n\nProtocol Aelodau a Swyddogion", "Protocol Aelodau a Swyddogion"),
        ("Document title: Member/Officer Protocol\n\nVersion: 2", "Member/Officer Protocol"),
        ("ANYTOWN COUNCIL\n\nPROTOCOL", "PROTOCOL"),
        ("Policies and Procedures\n\nWorking Together", "Policies and Procedures"),
        ("ANYTOWN COUNCIL\n\nMember/Officer Protocol\n\nVersion 2\n\nDOCUMENT CONTROL", "Member/Officer Protocol"),
        ("ANYTOWN COUNCIL\n\nDOCUMENT CONTROL", "ANYTOWN COUNCIL"),
        ("ANYTOWN COUNCIL\n\n14 May 2024\n\nWorking together", "Working together"),
        ("ANYTOWN COUNCIL\n\nAdopted: 14 May 2024\n\nHow we work", "How we work"),
        ("CYNGOR TREF\n\n14 Mai 2024\n\nCydweithio", "Cydweithio"),
        ("ANYTOWN COUNCIL\n\nThe rules of all.\n\nhttps://www.protocol.example/", "ANYTOWN COUNCIL"),
        ("Part 5 - Member/Officer Protocol\n\nPART 5\n\nMEMBER/OFFICER PROTOCOL", "MEMBER/OFFICER PROTOCOL"),
    ],
)
def test_the_title_of_a_document_is_no_word_that_many_have(lines, title):
    assert structure(f"{lines}\n\n1. Aims\n\n1.1 The aim is this.\n\n2. Roles\n").facts.title == title


@pytest.mark.parametrize(
    ("behind", "title"),
    [("", ""), ("\n\nAppendix A\n\nPROTOCOL ON RELATIONS\n\n1. Aims\n\n1.1 It guides all.", "PROTOCOL ON RELATIONS")],
)
def test_the_first_heading_of_a_report_is_no_title(tmp_path, behind, title):
    text = f"1. Purpose of report\n\n1.1 To ask that it be adopted.\n\n2. Advice\n\n2.1 That it be so.{behind}\n"
    made = draft("Item 8.txt", text.encode(), tmp_path)
    assert yaml.safe_load(made.files["anytown/undated.yml"])["title"] == (title or "Item 8")
    assert ("no title" in {one.why for one in made.doubts}) == (not title)


def test_the_title_of_a_letter_is_what_it_sends_and_that_of_a_part_is_its_heading():
    rules = "1. Members listen.\n\n2. Officers advise.\n"
    letter = "Anytown Town Council\n\nTown Hall, High Street\n\n12 September 2024\n\nDear Councillor,\n\n"
    subject = "PROTOCOL FOR MEMBERS' DEALINGS WITH STAFF"
    said = f"{letter}{subject}\n\nThe Council resolved that the following rules apply at once:\n\n{rules}"
    assert structure(said).facts.title == subject
    assert structure(f"PART 3: SCHEME OF DELEGATION\n\n{rules}").facts.title == "SCHEME OF DELEGATION"


@pytest.mark.parametrize("behind", [" (adopted 14 May 2024)", " – Approved 14 May 2024", ", adopted 14 May 2024"])
def test_a_title_may_say_when_the_document_was_adopted(behind):
    made = structure(f"Member/Officer Protocol{behind}\n\n1. Aims\n\n1.1 The aim is this.\n\n2. Roles\n")
    assert (made.facts.title, str(made.facts.adopted)) == ("Member/Officer Protocol", "2024-05-14")
    assert (made.body[0].kind, made.body[0].text) == ("title", f"Member/Officer Protocol{behind}")


@pytest.mark.parametrize(
    ("first", "title"),
    [
        (
            "PART 5 - CODES AND PROTOCOLS\n\nProtocol on Member/Officer Relations",
            "Protocol on Member/Officer Relations",
        ),
        ("RHAN 5 - CODAU A PHROTOCOLAU\n\nProtocol Aelodau/Swyddogion", "Protocol Aelodau/Swyddogion"),
        ("Codes\n\nPlanning Protocol", "Planning Protocol"),
        ("Scheme of Delegation to Officers", "Scheme of Delegation to Officers"),
        ("Rheolau Sefydlog", "Rheolau Sefydlog"),
        ("PART 5 - HOW WE WORK", "ANYTOWN TOWN COUNCIL"),
        (
            "PART 5 - CODES AND PROTOCOLS\n\nSECTION 5.3 - MEMBER/OFFICER RELATIONS",
            "SECTION 5.3 - MEMBER/OFFICER RELATIONS",
        ),
    ],
)
def test_the_title_of_a_part_of_a_constitution_says_what_it_is(tmp_path, first, title):
    text = (
        f"ANYTOWN TOWN COUNCIL\n\n{first}\n\n1. INTRODUCTION\n\n1.1 Members listen.\n\n2. RULES\n\n2.1 All are kind.\n"
    )
    assert yaml.safe_load(draft("a.txt", text.encode(), tmp_path).files["anytown/undated.yml"])["title"] == title


def test_what_stands_behind_a_part_of_a_constitution_leaves_its_title_alone():
    text = (
        "CYNGOR SIR UNRHYW\n\nCYFANSODDIAD\n\nRHAN 5\n\nADRAN 22: PROTOCOL AELODAU\n\n22.1 Diben\n\n"
        "22.1.1 Rhaid i aelodau wrando ar ei gilydd.\n\n22.2 Rolau\n\n22.2.1 Rhaid i aelodau arwain.\n\n"
        "Atodlen 1\nFfurflen\n\n1. Enw\n2. Cwyn\n\nCymeradwywyd gan y Cyngor ar 19 Gorffennaf 2023"
    )
    facts = structure(text).facts
    assert (facts.title, str(facts.adopted)) == ("ADRAN 22: PROTOCOL AELODAU", "2023-07-19")


def test_a_note_leaves_the_title_of_a_part_of_a_constitution_alone():
    text = (
        "# PART 5\n\n# CODES AND PROTOCOLS\n\n## Protocol on Member/Officer Relations\n\n### 1. Aims\n\n"
        "1.1 Members respect officers.[^1]\n\n### 2. Roles\n\n2.1 Members decide.\n\n[^1]: Agency staff are such too.\n"
    )
    assert structure(text, "a.md").facts.title == "Protocol on Member/Officer Relations"


@pytest.mark.parametrize(
    ("first", "second", "titles"),
    [
        ("SEGHILL PARISH COUNCIL", "MEMBER AND OFFICER PROTOCOL", 2),
        ("CYNGOR TREF LLANGEFNI", "PROTOCOL AELODAU A SWYDDOGION", 2),
        ("Taff's Well and Nantgarw Community Council", "Code of Conduct", 2),
        ("Cyngor Sir a", "Phrotocol Cysylltiadau Bro Morgannwg", 1),
        ("PROTOCOL OF PENMON COUNCIL", "CODE FOR MEMBERS", 1),
        ("PROTOCOL ON RELATIONS OF MEMBERS AND", "OFFICERS OF PENMON COUNCIL", 1),
    ],
)
def test_a_title_of_a_pdf_begins_below_the_name_of_its_council(first, second, titles):
    said = [Line((Run(text, bold=True),), page=1, full=True, apart=not at) for at, text in enumerate([first, second])]
    rest = [Line((Run(text),), page=1, apart=True) for text in ("1. It guides all.", "2. It is reviewed.")]
    made = structured(ReadDocument((*said, *rest)))
    assert [one.text for one in made.body if one.kind == "title"] == (
        [first, second] if titles == 2 else [f"{first} {second}"]
    )
