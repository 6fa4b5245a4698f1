"""`protocolau import`: files that pass the check, a report for a clerk, and nothing half-written."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from protocolau.cli.main import main
from protocolau.importing import reading
from protocolau.importing.both_languages import parted
from protocolau.importing.first_draft import Choices, FirstDraft, first_drafts
from protocolau.importing.packed_files import Unreadable
from protocolau.importing.yaml_text import CouncilFacts, council_yaml, scalar
from protocolau.read.document import read_document
from protocolau.read.problem import as_typed
from protocolau.repository.check import examine
from protocolau.repository.council_files import load_council
from protocolau.repository.vocabulary_files import load_vocabulary
from tests.conftest import ROOT
from tests.word_files import abstract, cell, docx, level, num, packed, paragraph, run, table

TODAY = date(2026, 1, 1)
FACTS = CouncilFacts("anytown", "Anytown Town Council", "Cyngor Tref Anytown", "town", "wales")
GIVEN = ["--name", "Anytown Town Council", "--name-cy", "Cyngor Tref Anytown", "--kind", "town", "--nation", "wales"]
COUNCIL = ["--council", "anytown", *GIVEN]
TEXT = """Anytown Town Council

Protocol on Member and Officer Relations

1. Introduction

1.1 The aim is this: "be kind", & *fair* <b>always</b>.
1.2 Members shall not:
a) bully; or
b) harass anyone.

Page 1 of 1

Adopted by the Council on 3 May 2022
"""


def draft(name: str, data: bytes, tmp_path: Path) -> FirstDraft:
    """A first draft, written and found without a fault."""
    (made,) = first_drafts(name, data, FACTS, Choices())
    for path, content in made.files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    assert examine(tmp_path / "anytown", ROOT / "protocols/vocabulary", TODAY).problems == []
    assert made.lost == ()
    return made


def run_import(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["import", *map(str, arguments)])


def test_the_files_of_a_draft(tmp_path):
    made = draft("protocol.txt", TEXT.encode(), tmp_path)
    assert list(made.files) == [
        "anytown/council.yml", "anytown/2022-05-03.yml", "anytown/2022-05-03.txt", "anytown/2022-05-03.original.txt",
    ]  # fmt: skip
    written = yaml.safe_load(made.files["anytown/2022-05-03.yml"])
    assert written["title"] == "Protocol on Member and Officer Relations"
    assert written["body"][2]["provisions"][0] == {
        "number": "1.1", "text": 'The aim is this: "be kind", & \\*fair\\* <b>always</b>.',
    }  # fmt: skip
    assert written["awaiting_review"] is True
    assert [one["number"] for one in written["body"][2]["provisions"][1]["items"]] == ["a)", "b)"]
    assert written["body"][3]["kind"] == "adoption"


def test_a_word_file_in_welsh(tmp_path):
    scheme = abstract(0, level(0, "%1."), level(1, "(%2)", "lowerLetter"))
    body = (
        paragraph(run("Protocol Aelodau a Swyddogion", "<w:b/>")) + paragraph("Rhaid i aelodau barchu:", num=1, level=0)
        + paragraph("y staff; a", num=1, level=1) + paragraph("ei gilydd.", num=1, level=1)
        + paragraph("Mabwysiadwyd gan y Cyngor ar 3 Mai 2022")
    )  # fmt: skip
    made = draft("protocol.docx", docx(body, numbering=scheme + num(1, 0)), tmp_path)
    written = yaml.safe_load(made.files["anytown/2022-05-03.yml"])
    assert (written["language"], str(written["adopted"])) == ("cy", "2022-05-03")
    assert [one["number"] for one in written["body"][1]["items"]] == ["(a)", "(b)"]


@pytest.mark.parametrize(
    ("first", "title"),
    [
        (
            "PART 5 - CODES AND PROTOCOLS\n\nProtocol on Member/Officer Relations",
            "Protocol on Member/Officer Relations",
        ),
        ("RHAN 5 - CODAU A PHROTOCOLAU\n\nProtocol Aelodau/Swyddogion", "Protocol Aelodau/Swyddogion"),
        ("Codes\n\nPlanning Protocol", "Planning Protocol"),
        ("PART 5 - HOW WE WORK", "ANYTOWN TOWN COUNCIL"),
    ],
)
def test_the_title_of_a_part_of_a_constitution_says_what_it_is(tmp_path, first, title):
    text = (
        f"ANYTOWN TOWN COUNCIL\n\n{first}\n\n1. INTRODUCTION\n\n1.1 Members listen.\n\n2. RULES\n\n2.1 All are kind.\n"
    )
    assert yaml.safe_load(draft("a.txt", text.encode(), tmp_path).files["anytown/undated.yml"])["title"] == title


@pytest.mark.parametrize(("language", "warned"), [("cy", True), ("en", False)])
def test_a_document_in_another_language_than_is_said_is_to_be_looked_at(tmp_path, language, warned):
    source = tmp_path / "a.txt"
    source.write_text(TEXT, "utf-8")
    out = tmp_path / "out"
    done = run_import(source, "--council", "anytown", *GIVEN, "--language", language, "--output", out)
    told = "most of its words are in the other language; import again without --language if they are"
    assert done.exit_code == 0 and (told in done.output) is warned, done.output


def test_dates_that_cannot_be_right_are_left_out(tmp_path):
    text = "1. A clause is a sentence.\n\nAdopted on 3 May 2022\n\nLast reviewed on 2 May 2021"
    assert draft("a.txt", text.encode(), tmp_path).facts.reviewed is None


@pytest.mark.parametrize("council", ["barrow", "bursledon", "conwy", "halewood", "taffs-well-and-nantgarw"])
def test_the_five_are_imported_without_a_fault_or_a_lost_word(council, tmp_path):
    source = next(one for one in (ROOT / "protocols" / council).glob("*.txt"))
    draft(source.name, source.read_bytes(), tmp_path)


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Co", "Cn"]), max_size=30)


@given(st.lists(st.tuples(st.sampled_from(["", "1. ", "1.1 ", "(a) ", "• ", "# "]), WORDS), min_size=1, max_size=12))
def test_any_words_pass_the_check(tmp_path_factory, lines):
    text = "Words of a beginning.\n" + "\n".join(start + words for start, words in lines)
    draft("a.txt", text.encode(), tmp_path_factory.mktemp("draft"))


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_words_as_yaml_are_the_same_words(tmp_path_factory, words):
    path = tmp_path_factory.mktemp("scalar") / "one.yml"
    path.write_text(f"text: {scalar(' '.join(words.split()))}\n", "utf-8")
    document, problems = read_document(path)
    if not problems:
        assert document.data == {"text": " ".join(words.split())}


@pytest.mark.parametrize("sign", ["-", "–", "•", "§", "■"])
def test_a_cell_that_is_or_begins_with_a_sign_keeps_it(tmp_path, sign):
    rows = f"<tr><th>a<th>b<tr><td>{sign}<td>c<tr><td>d<td>{sign}<tr><td>{sign} e<br>{sign} f<td>{sign} g"
    draft("a.html", f"<h1>Protocol</h1><table>{rows}</table><p>{sign}<p>Words.".encode(), tmp_path)


def test_a_council_with_a_comma_in_its_name():
    facts = CouncilFacts("a", "Upton, Nether and Over Parish Council", "Cyngor Cymuned Upton", "parish", "england")
    assert yaml.safe_load(council_yaml(facts))["short_name"] == {"en": "Upton, Nether and Over", "cy": "Upton"}


def test_the_command_writes_a_folder_that_passes_the_check(tmp_path):
    source = tmp_path / "protocol.txt"
    source.write_text(TEXT, "utf-8")
    done = run_import(source, *COUNCIL, "--output", tmp_path / "councils")
    assert done.exit_code == 0, done.output
    assert sorted(os.listdir(tmp_path / "councils")) == ["anytown"]
    for said in (
        "found: 8 provisions, 5 with a number, 1 headings, 0 tables; in English",
        "dates in it: adopted 2022-05-03",
        "  page numbers: 1",
        "look at first: nothing stands out",
        "see it, and review it on its page: make serve",
    ):
        assert said in done.output.splitlines()
    done = CliRunner().invoke(main, ["check", str(tmp_path / "councils/anytown")])
    assert (done.exit_code, done.stdout) == (
        0,
        f"warning: {as_typed(tmp_path)}/councils/anytown/2022-05-03.yml:4: "
        "awaits review, with 5 provisions to look at; "
        "confirm topics, by and to, then take 'awaiting_review' out\nno fault found\n",
    )


def test_another_document_of_a_council_that_has_a_folder(tmp_path):
    source = tmp_path / "code.txt"
    source.write_text("Code\n\n1. Members must be kind to all.\n", "utf-8")
    (tmp_path / "anytown").mkdir()
    (tmp_path / "anytown/council.yml").write_text(council_yaml(FACTS), "utf-8")
    done = run_import(
        source, "--council", "anytown", "--document", "conduct", "--adopted", "2021-03", "--output", tmp_path
    )
    assert done.exit_code == 0, done.output
    assert sorted(os.listdir(tmp_path / "anytown/conduct")) == [
        "2021-03.original.txt",
        "2021-03.txt",
        "2021-03.yml",
    ]
    assert (tmp_path / "anytown/council.yml").read_text("utf-8") == council_yaml(FACTS)


def test_missing_facts_are_named_in_one_message(tmp_path):
    source = tmp_path / "a.txt"
    source.write_text(TEXT, "utf-8")
    done = run_import(source, "--council", "anytown", "--name", "Anytown", "--output", tmp_path / "out")
    assert done.exit_code == 1
    assert done.output == (
        f"{as_typed(tmp_path)}/out/anytown/council.yml:1: "
        "this council has no folder yet, and its facts are not all given; "
        "add --name-cy, --kind, --nation, where --name-cy is the English name again if there is no Welsh one\n"
    )
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--council", "Any Town"], "'Any Town' is no slug; use a to z, 0 to 9 and hyphens: any-town\n"),
        (
            ["--council", "St. Mary's & Llanfair-ŵyl"],
            "is no slug; use a to z, 0 to 9 and hyphens: st-marys-and-llanfair-wyl\n",
        ),
        (["--council", "--"], "'--' is no slug; use a to z, 0 to 9 and hyphens\n"),
        (
            ["--council", "vocabulary"],
            "the folder 'vocabulary' is no council's, and no protocol is read in it; choose the name of another folder",
        ),
        (["--council", "a", "--name", "\u200bA"], "--name:1: an invisible or control character (U+200B, zero width"),
        (["--council", "a", "--adopted", "May 2020"], "'May 2020' is no date; write it as 2020-05"),
        (["--council", "a", "--adopted", "20222"], "'20222' is no date; write YYYY-MM-DD, YYYY-MM or YYYY"),
        (
            ["--council", "a", "--adopted", "0222-05"],
            "'0222-05' is of a year that cannot be meant; write a year from 1800 to 2999",
        ),
        (["--council", "a", "--document", "x/y"], "'x/y' is no kind of document; choose from: relations, "),
        (
            ["--council", "a", "--kind", "hamlet"],
            "'hamlet' is no kind of council; choose from: community, town, parish",
        ),
    ],
)
def test_what_is_asked_wrongly(tmp_path, arguments, message):
    source = tmp_path / "a.txt"
    source.write_text(TEXT, "utf-8")
    done = run_import(source, *GIVEN, *arguments, "--output", tmp_path / "out")
    assert (done.exit_code, message in done.output, len(done.output.splitlines())) == (
        1,
        True,
        1 + ("reading" in done.output),
    )


@pytest.mark.parametrize(
    ("given", "name"),
    [("Null", "Null"), ("yes", "yes"), ("A\nkind: city", "A kind: city"), ('"A", {b: c} #', '"A", {b: c} #')],
)
def test_whatever_a_council_is_called_its_file_says_so(tmp_path, given, name):
    source = tmp_path / "a.txt"
    source.write_text(TEXT, "utf-8")
    done = run_import(source, *COUNCIL, "--name", given, "--output", tmp_path / "out")
    assert done.exit_code == 0, done.output
    council, problems = load_council(tmp_path / "out/anytown", load_vocabulary(ROOT / "protocols/vocabulary"))
    assert problems == [] and council.name.en == name


def test_a_draft_that_would_be_too_large_to_read_is_refused():
    words = "\n\n".join(f"{at}. {'Be kind and fair to all. ' * 1000}" for at in range(1, 85))
    with pytest.raises(
        Unreadable, match="the draft would have more than 2,000,000 bytes, and no more are read; divide"
    ):
        first_drafts("long.txt", words.encode(), FACTS, Choices())


def test_a_version_that_is_there_is_never_overwritten(tmp_path):
    source = tmp_path / "a.txt"
    source.write_text(TEXT, "utf-8")
    arguments = (source, *COUNCIL, "--output", tmp_path / "out")
    assert run_import(*arguments).exit_code == 0
    (tmp_path / "out/anytown/2022-05-03.yml").write_text("mine", "utf-8")
    done = run_import(*arguments)
    assert (done.exit_code, "there is a version of this date already" in done.output) == (1, True)
    assert (tmp_path / "out/anytown/2022-05-03.yml").read_text("utf-8") == "mine"


def test_a_version_that_another_writes_meanwhile_is_not_overwritten(tmp_path, monkeypatch):
    source, other = tmp_path / "a.txt", tmp_path / "out/anytown/2022-05-03.yml"
    source.write_text(TEXT, "utf-8")

    @contextmanager
    def after_another(folder: Path) -> Iterator[None]:
        other.parent.mkdir()
        other.write_text("mine", "utf-8")
        yield

    monkeypatch.setattr("protocolau.cli.draft_files.folder_held", after_another)
    done = run_import(source, *COUNCIL, "--output", tmp_path / "out")
    assert (done.exit_code, "there is a version of this date already" in done.output) == (1, True)
    assert [one.name for one in other.parent.iterdir()] == [other.name] and other.read_text("utf-8") == "mine"


@pytest.mark.parametrize("kind", ["folder", "pipe", "nothing", "bomb"])
def test_hostile_files_end_in_one_line_and_write_nothing(tmp_path, kind):
    target = tmp_path / "file.docx"
    if kind == "folder":
        target.mkdir()
    elif kind == "pipe":
        os.mkfifo(target)
    elif kind == "bomb":
        target.write_bytes(packed({"word/document.xml": b"<a>" + b" " * 50_000_000 + b"</a>"}))
    done = run_import(target, *COUNCIL, "--output", tmp_path / "out")
    assert done.exit_code == 1
    assert [line for line in done.output.splitlines() if line.startswith(f"{as_typed(target)}:1: ")]
    assert not (tmp_path / "out").exists()


def test_the_core_needs_nothing_that_a_browser_has_not():
    """With the standard library, PyYAML and pydantic alone, a Word file becomes a draft."""
    program = """
import sys
allowed = {"yaml", "_yaml", "pydantic", "pydantic_core", "protocolau"}
allowed |= {"annotated_types", "typing_extensions", "typing_inspection"}  # which pydantic brings
class Refusing:
    def find_spec(self, name, path=None, target=None):
        top = name.partition(".")[0]
        if top.startswith("_sysconfigdata"):
            return None  # of the standard library too, under the name of the machine, which is in no list
        if top not in allowed and top not in sys.stdlib_module_names:
            raise ImportError(f"{name} may not be needed")
sys.meta_path.insert(0, Refusing())
from protocolau.importing.first_draft import Choices, first_drafts
from protocolau.importing.yaml_text import CouncilFacts
council = CouncilFacts("a", "A", "A", "town", "wales")
(made,) = first_drafts("a.txt", b"1. Members must be kind to all.", council, Choices())
print(made.version)
"""
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=environ)
    assert (done.stdout, done.stderr) == ("a/undated.yml\n", "")


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


def test_two_files_of_one_document_become_one_version(tmp_path):
    for name, text in (("english.txt", ENGLISH), ("cymraeg.txt", WELSH)):
        (tmp_path / name).write_text(text, "utf-8")
        done = run_import(tmp_path / name, *COUNCIL, "--output", tmp_path / "out")
        assert done.exit_code == 0, done.output
    agrees(tmp_path / "out/anytown")


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


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Adopted 7 May 2015. Amended 3 June 2021.", "are of that day: 2021-06-03\n"),
        ("Adopted by Council 7 May 2015 (revised May 2019)", "are of that day: 2019-05\n"),
        ("Mabwysiadwyd 7 Mai 2015. Diwygiwyd 3 Mehefin 2021.", "are of that day: 2021-06-03\n"),
        ("Amended 3 June 2012. Adopted 7 May 2015.", "nothing stands out\n"),
        ("Adopted 7 May 2015 and reviewed 3 June 2021.", "nothing stands out\n"),
    ],
)
def test_that_a_document_was_changed_after_it_was_adopted_is_to_be_looked_at(tmp_path, line, said):
    """Else its words would be said to be in force from the day on which others were."""
    source = tmp_path / "a.txt"
    source.write_text(f"Protocol\n\n{line}\n\n1. Aims\n\n1.1 Members must respect officers.\n", "utf-8")
    done = run_import(source, *COUNCIL, "--output", tmp_path / "out")
    assert "dates in it: adopted 2015-05-07" in done.output and said in done.output


@pytest.mark.parametrize(
    "line",
    [
        "Review: May 2026",
        "Next review due Spring 2027",
        "Due for review 05/2027",
        "Adopted: 14/05/24",
        "Adopted May ’24",
        "Agreed by Full Council 14 May 2024",
        "Cytunwyd arno gan y Cyngor ar 14 Mai 2024.",
        "In force from 1 April 2022",
        "Anytown Code of Conduct, adopted 12 May 2021",
        "Version 3 – May 2024",
        "May 2024",
    ],
)
def test_a_date_that_may_be_the_documents_and_is_not_surely_so_is_named(tmp_path, line):
    said = "a date in it may be the document's own, and was not taken; write it into the draft if it is"
    assert f"  line 3: {said}: {line}\n" in _reported(tmp_path, line)


@pytest.mark.parametrize(
    "line",
    [
        "Adopted by Council (Minute 123/24) on 14 May 2024, to be reviewed in May 2027",
        "Recommended by the Standards Committee on 3 March 2024 and approved by Council on 14 May 2024",
        "Review under section 5 of the Localism Act 2011",
        "This protocol replaces the one that was adopted on 3 June 2015.",
        "Minute 123/24",
        "https://anytown.example/2024/review",
    ],
)
def test_a_date_that_is_taken_or_another_matters_is_not_looked_at(tmp_path, line):
    assert "may be the document's own" not in _reported(tmp_path, line)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("OTHERVILLE TOWN COUNCIL", "it names another council, and not this one; check --council: OTHERVILLE"),
        ("Cyngor Cymuned Arall", "it names another council, and not this one; check --council: Cyngor Cymuned Arall"),
        ("Code of Conduct for Members", "another kind of document; import again with --document if it is one: Code"),
        ("Cod Ymddygiad", "another kind of document; import again with --document if it is one: Cod"),
    ],
)
def test_a_document_that_seems_to_be_imported_into_the_wrong_place_is_to_be_looked_at(tmp_path, title, said):
    assert said in _reported(tmp_path, "Adopted 12 May 2021.", title)


@pytest.mark.parametrize("title", ["ANYTOWN TOWN COUNCIL", "Protocol for Town Councils", "Relations Protocol"])
def test_a_document_of_this_council_is_in_its_place(tmp_path, title):
    assert "look at first: nothing stands out\n" in _reported(tmp_path, "Adopted 12 May 2021.", title)
    again = _reported(tmp_path, "Adopted 12 May 2022.", title)  # now the council has a folder
    assert "look at first: nothing stands out\n" in again
    wrong = _reported(tmp_path, "Adopted 12 May 2023.", "Otherville Town Council")
    assert "it names another council, and not this one; check --council: Otherville Town Council\n" in wrong


def test_a_date_that_cannot_be_right_is_named(tmp_path):
    said = "this date is earlier than one that it should follow, and was left out: 2019-05\n"
    assert said in _reported(tmp_path, "Adopted 12 May 2021. Next review: May 2019.")


def _reported(tmp_path, line, title="Protocol"):
    """What the import of a document with a title and a line reports."""
    source = tmp_path / "a.txt"
    source.write_text(f"{title}\n\n{line}\n\n1. Aims\n\n1.1 Members must respect officers.\n", "utf-8")
    return run_import(source, *COUNCIL, "--output", tmp_path / "out").output


def test_a_file_that_is_not_there_is_told_before_anything_is_asked_for(tmp_path):
    done = run_import(tmp_path / "nowhere.docx", "--council", "anytown", "--output", tmp_path / "out")
    assert done.exit_code == 1 and len(done.output.splitlines()) == 1
    assert "nowhere.docx:1: the file cannot be read (no such file or directory)" in done.output


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
