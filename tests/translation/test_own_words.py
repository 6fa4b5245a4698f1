"""The site's own words at the translator's desk: pages of prose, the interface, the vocabulary, with their states."""

import re
import shutil
from pathlib import Path

import polib
import pytest
from click.testing import CliRunner, Result
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from protocolau.cli.main import main
from protocolau.repository.own_words import OwnWords
from protocolau.runtime.project import Project
from protocolau.translation.own_words.pairs import paired
from protocolau.translation.own_words.prose import parse
from tests.conftest import ROOT, build_well, copy_kept
from tests.exchange_files import translate

PAGES = sorted(path.stem for path in (ROOT / "docs").glob("*.md"))


def run(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--project", str(project), "translation", *arguments])


def states(project: Path, name: str) -> dict[str, int]:
    """The states of a text that have units in them."""
    return dict(next(text.states for text in OwnWords(Project(project)).desk() if text.name == name))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, (path, old, text.count(old))
    path.write_text(text.replace(old, new), "utf-8")


def open_units(project: Path, name: str) -> list[tuple[str, str, str]]:
    text = next(one for one in OwnWords(Project(project)).desk() if one.name == name)
    return [(unit.state, f"{unit.path.as_posix()}:{unit.line}", unit.name) for unit in text.open]


@pytest.mark.parametrize("folder", ["docs", "docs/cy"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_taken_apart_and_put_together_is_the_page(folder: str, page: str):
    text = (ROOT / folder / f"{page}.md").read_text("utf-8")
    parsed = parse(text)
    assert parsed.with_words([paragraph.text for paragraph in parsed.paragraphs]) == text
    assert len(parsed.paragraphs) > 4


@pytest.mark.parametrize("page", PAGES)
def test_each_welsh_page_names_the_english_it_was_made_from(page: str):
    welsh = parse((ROOT / "docs/cy" / f"{page}.md").read_text("utf-8"))
    assert welsh.marks


def test_only_what_has_changed_in_english_is_stale_and_its_place_is_told(project: Path):
    count = states(project, "accessibility")["draft"]
    change(project / "docs/accessibility.md", "What has the focus has a plain outline.", "The focus is seen.")
    assert states(project, "accessibility") == {"draft": count - 1, "stale": 1}
    (stale,) = open_units(project, "accessibility")
    place = int(stale[1].rpartition(":")[2])
    assert stale[1].startswith("docs/cy/accessibility.md:") and stale[2].startswith("**Keyboard.**")
    line = (project / "docs/cy/accessibility.md").read_text("utf-8").splitlines()[place - 1]
    assert line.startswith("- **Bysellfwrdd.** Gellir cyrraedd")


def test_a_paragraph_put_in_is_missing_and_one_taken_out_leaves_its_welsh_over(project: Path):
    count = states(project, "accessibility")["draft"]
    change(project / "docs/accessibility.md", "## Another format\n", "## Another format\n\nThere are some others.\n")
    assert states(project, "accessibility") == {"draft": count, "missing": 1}
    english = project / "docs/accessibility.md"
    english.write_text(re.sub(r"- \*\*Print\.\*\*.*\n", "", english.read_text("utf-8")), "utf-8")
    assert states(project, "accessibility") == {"draft": count - 1, "missing": 1}
    (page,) = [text for text in OwnWords(Project(project)).desk() if text.name == "accessibility"]
    assert [unit.name.partition(".")[0] for unit in page.left_over] == ["**Argraffu"]


def test_welsh_that_follows_a_change_is_a_draft_again_and_reviewed_words_that_change_are_not_reviewed(project: Path):
    count = states(project, "index")["draft"]
    assert run(project, "vouch", "--page", "index", "--reviewed").exit_code == 0
    assert states(project, "index") == {"reviewed": count}
    change(project / "docs/index.md", "What the editors of this site add is marked as theirs", "What we add is marked")
    assert states(project, "index") == {"reviewed": count - 1, "stale": 1}
    change(project / "docs/cy/index.md", "Geiriau'r cyngor ei hun yw geiriau pob protocol.", "Geiriau'r cyngor ydynt.")
    assert states(project, "index") == {"reviewed": count - 1, "draft": 1}


@pytest.mark.parametrize(
    ("name", "file", "old", "new", "place"),
    [
        ("interface", "hooks/theme/words.yml", "en: Skip to main content", "en: Go to the content", "words.yml:6"),
        ("interface", "hooks/theme/words.yml", 'one: "{n} council"', 'one: "{n} authority"', "words.yml:"),
        ("topics", "protocols/vocabulary/topics.yml", "{en: Favouritism,", "{en: Favour,", "topics.yml:"),
        (
            "glossary",
            "protocols/vocabulary/glossary.yml",
            "Acting only in the public",
            "Acting in the",
            "glossary.yml:",
        ),
        ("vocabulary", "protocols/vocabulary/kinds.yml", "en: Town council", "en: Council of a town", "kinds.yml:"),
    ],
)
def test_words_of_the_interface_and_the_vocabulary_are_stale_too(project: Path, name, file, old, new, place):
    assert set(states(project, name)) == {"draft"}
    change(project / file, old, new)
    ((state, where, _),) = open_units(project, name)
    assert state == "stale" and place in where
    assert run(project, "vouch").exit_code == 0
    assert set(states(project, name)) == {"draft"}


def exported(project: Path, format: str) -> Path:
    path = project / f"about.{format}"
    done = run(project, "export", "--page", "about", "--format", format, "--output", str(path))
    assert done.exit_code == 0, done.output
    return path


@pytest.mark.parametrize("format", ["po", "xliff", "xlsx"])
def test_a_page_goes_out_and_comes_back_without_a_change(project: Path, format: str):
    before = (project / "docs/cy/about.md").read_bytes()
    done = run(project, "import", str(exported(project, format)))
    assert (done.exit_code, done.output) == (0, "docs/about: changed 0, refused 0\n")
    assert (project / "docs/cy/about.md").read_bytes() == before


def test_what_a_translator_changed_in_po_is_written_and_nothing_else(project: Path):
    change(project / "docs/about.md", "## Licence\n", "## Licence\n\nA few words first.\n")
    change(project / "docs/about.md", "- The code may be used", "- All code may be used")
    path, page = exported(project, "po"), project / "docs/cy/about.md"
    before = page.read_text("utf-8").split("\n---\n", 1)[1]
    file = polib.pofile(str(path))
    for entry in file:
        if entry.msgid == "A few words first.":
            entry.msgstr = "Ychydig eiriau'n gyntaf."
        if entry.msgid.startswith("All code"):
            entry.msgstr, entry.flags = "Ceir defnyddio'r holl god o dan drwydded MIT.", []
    file.save(str(path))
    done = run(project, "import", str(path))
    assert (done.exit_code, done.output) == (0, "docs/about: changed 2, refused 0\n")
    after = before.replace("## Trwydded\n", "## Trwydded\n\nYchydig eiriau'n gyntaf.\n")
    after = after.replace("Ceir defnyddio'r cod o dan", "Ceir defnyddio'r holl god o dan")
    assert page.read_text("utf-8").split("\n---\n", 1)[1] == after
    assert set(states(project, "about")) == {"draft"}


def test_a_dry_run_of_a_page_shows_the_difference_and_writes_nothing(project: Path):
    path, page = exported(project, "po"), project / "docs/cy/about.md"
    change(path, 'msgid "Licence"\nmsgstr "Trwydded"', 'msgid "Licence"\nmsgstr "Y drwydded"')
    before = page.read_bytes()
    done = run(project, "import", "--dry-run", str(path))
    said = "'Licence' (draft)\n  - Trwydded\n  + Y drwydded\ndocs/about: changed 1, refused 0\n"
    assert (done.exit_code, done.output) == (0, said)
    assert page.read_bytes() == before


def test_a_paragraph_reviewed_in_xliff_is_reviewed_here(project: Path):
    path = exported(project, "xliff")
    tree = etree.parse(str(path))
    target = next(tree.iter("{*}target"))
    target.set("state", "signed-off")
    tree.write(str(path))
    assert run(project, "import", str(path)).exit_code == 0
    assert states(project, "about")["reviewed"] == 1


REFUSED = [
    (
        "the English page has no such paragraph any more; export the page anew",
        "docs/about.md",
        "## Licence",
        "## A licence",
    ),
    (
        "the Welsh has been changed here since the export; export the page anew and compare",
        "docs/cy/about.md",
        "## Trwydded",
        "## Y drwydded",
    ),
]


@pytest.mark.parametrize(("message", "file", "old", "new"), REFUSED)
def test_what_no_longer_fits_is_refused_and_told(project: Path, message: str, file: str, old: str, new: str):
    path = exported(project, "po")
    po = polib.pofile(str(path))
    next(entry for entry in po if entry.msgid == "Licence").msgstr = "Trwyddedau"
    po.save(str(path))
    change(project / file, old, new)
    before = (project / "docs/cy/about.md").read_text("utf-8")
    done = run(project, "import", str(path))
    assert done.exit_code == 1
    assert done.output.splitlines()[0].endswith(f": 'Licence': {message}")
    assert (project / "docs/cy/about.md").read_text("utf-8") == before


COPIES = {
    "page": (["--page", "about"], "'Whose the words of each protocol are, wh'"),
    "words": (["--words", "interface"], "'moved.description'"),
}


@pytest.mark.parametrize("kind", COPIES)
def test_a_source_that_was_copied_is_no_translation(project: Path, kind: str):
    options, name = COPIES[kind]
    path = project / "copies.po"
    assert run(project, "export", *options, "--format", "po", "--output", str(path)).exit_code == 0
    po = polib.pofile(str(path))
    entry = next(entry for entry in po if entry.msgctxt.split()[-1] in ("description", "moved.description"))
    entry.msgstr = entry.msgid
    po.save(str(path))
    done = run(project, "import", str(path))
    assert done.exit_code == 1 and done.output.endswith(": changed 0, refused 1\n")
    assert f": the text itself stands in the place of the translation of {name}; translate it; if it" in done.output


def test_paragraphs_that_were_exchanged_are_refused(project: Path):
    path, before = exported(project, "po"), (project / "docs/cy/about.md").read_bytes()
    po = polib.pofile(str(path))
    one, other = (
        next(entry for entry in po if entry.msgid.startswith(start)) for start in ("Pictures are", "The code")
    )
    one.msgstr, other.msgstr = other.msgstr, one.msgstr
    po.save(str(path))
    done = run(project, "import", str(path))
    assert done.exit_code == 1 and done.output.endswith("docs/about: changed 0, refused 2\n")
    assert "has the translation with which 'The code may be used" in done.output
    assert (project / "docs/cy/about.md").read_bytes() == before


def test_a_place_that_something_is_put_in_stays_as_it_is(project: Path):
    path = exported(project, "po")
    po = polib.pofile(str(path))
    next(entry for entry in po if entry.msgid == "<!-- councils -->").msgstr = "<!-- cynghorau -->"
    po.save(str(path))
    done = run(project, "import", str(path))
    assert done.exit_code == 1 and ": '<!-- councils -->': these words would not stand as one" in done.output


@pytest.mark.parametrize("format", ["po", "xliff", "xliff2", "xlsx"])
def test_a_block_of_code_comes_back_with_its_lines(project: Path, format: str):
    path, page = project / f"publish.{format}", project / "docs/cy/publish.md"
    assert run(project, "export", "--page", "publish", "--format", format, "--output", str(path)).exit_code == 0
    pages = [parse((project / folder / "publish.md").read_text("utf-8")) for folder in ("docs", "docs/cy")]
    unit = next(one for one in paired(*pages) if one.source.startswith("```text\nprotocols/"))
    translate(path, unit.name, unit.target.replace("y cyngor", "y Cyngor"))
    before = page.read_text("utf-8").split("\n---\n", 1)[1]
    done = run(project, "import", str(path))
    assert (done.exit_code, done.output) == (0, "docs/publish: changed 1, refused 0\n")
    after = before.replace(unit.target, unit.target.replace("y cyngor", "y Cyngor"))
    assert before != after == page.read_text("utf-8").split("\n---\n", 1)[1]


@pytest.mark.parametrize("words", ["- Trwydded", "1. Trwydded", "> Trwydded", "## Trwydded", "| Trwydded |", "```"])
def test_words_that_would_change_the_shape_of_the_page_are_refused(project: Path, words: str):
    path = exported(project, "po")
    po = polib.pofile(str(path))
    next(entry for entry in po if entry.msgid.startswith("Pictures are not part")).msgstr = words
    po.save(str(path))
    done = run(project, "import", str(path))
    assert done.exit_code == 1
    assert "these words would not stand as one paragraph; leave out what Markdown takes for a list" in done.output


@pytest.mark.parametrize(
    ("old", "new", "is_taken"),
    [
        ("](publish.md)", "] (publish.md)", False),
        ("](publish.md)", "](cyhoeddi.md)", False),
        ("**mewn grym**", "**mewn grym", False),
        ("**mewn grym**", "*mewn grym", False),
        ("](publish.md)", "](publish.md#gwirio)", True),
        ("**mewn grym**", "mewn grym", True),
    ],
)
def test_links_and_marks_come_back_whole(project: Path, old: str, new: str, is_taken: bool):
    path = exported(project, "po")
    po = polib.pofile(str(path))
    entry = next(entry for entry in po if entry.msgid.startswith("A date is given as exactly"))
    assert old in entry.msgstr
    entry.msgstr = entry.msgstr.replace(old, new)
    po.save(str(path))
    done = run(project, "import", str(path))
    assert done.exit_code == (0 if is_taken else 1)
    assert ("are not those of the English; write each link as [words](address)" in done.output) is not is_taken


def test_a_paragraph_whose_welsh_marks_words_as_english_can_be_changed(project: Path):
    path = project / "publish.po"
    assert run(project, "export", "--page", "publish", "--output", str(path)).exit_code == 0
    po = polib.pofile(str(path))
    entry = next(entry for entry in po if "<span" in entry.msgstr and "<span" not in entry.msgid)
    entry.msgstr += " Dyna'r cyfan."
    po.save(str(path))
    done = run(project, "import", str(path))
    assert (done.exit_code, done.output) == (0, "docs/publish: changed 1, refused 0\n")


@pytest.mark.parametrize(
    ("start", "old", "new"),
    [("| `title` |", " neu'r ", " | "), ("| `title` |", " |", ""), ("Each council has", "`", "‘")],
)
def test_no_cell_of_a_row_and_no_mark_of_code_is_lost(project: Path, start: str, old: str, new: str):
    path, before = project / "publish.po", (project / "docs/cy/publish.md").read_bytes()
    assert run(project, "export", "--page", "publish", "--output", str(path)).exit_code == 0
    po = polib.pofile(str(path))
    entry = next(entry for entry in po if entry.msgid.startswith(start))
    assert old in entry.msgstr
    entry.msgstr = entry.msgstr.replace(old, new)
    po.save(str(path))
    assert run(project, "import", str(path)).output.endswith("docs/publish: changed 0, refused 1\n")
    assert (project / "docs/cy/publish.md").read_bytes() == before


@pytest.mark.parametrize("what", [("--page", "about"), ("--words", "interface")])
def test_what_cannot_be_read_of_a_file_of_our_words_is_told(project: Path, what: tuple[str, str]):
    path = project / "words.po"
    assert run(project, "export", *what, "--output", str(path)).exit_code == 0
    text = path.read_text("utf-8")
    path.write_text(
        text[: text.rindex("\n#. state:")].replace("\n#. state:", "\n# state: revewed\n#. state:", 1), "utf-8"
    )
    done = run(project, "import", str(path))
    assert done.exit_code == 1 and done.output.endswith("changed 0, refused 2\n")
    assert "has the state 'revewed', which there is not; write draft or reviewed\n" in done.output
    assert "the file breaks off at" in done.output


@pytest.mark.parametrize(
    ("what", "words", "unit"),
    [(("--page", "about"), "Licence", "Licence"), (("--words", "interface"), "Close", "edit.close")],
)
@pytest.mark.parametrize(
    ("letters", "said"),
    [
        ("Y rÃ´l", "has letters that were read in a wrong encoding: “rÃ´l”"),
        ("Mae&#39;r", "has a code of HTML in the place of a letter: “Mae&#39;r”"),
        ("Y drwy\u200bdded", "has an invisible or control character (U+200B, zero width space)"),
    ],
)
def test_letters_that_a_program_has_spoilt_are_refused(project: Path, what, words, unit, letters, said):
    path = project / "words.po"
    assert run(project, "export", *what, "--output", str(path)).exit_code == 0
    po = polib.pofile(str(path))
    next(entry for entry in po if entry.msgid == words).msgstr = letters
    po.save(str(path))
    done = run(project, "import", str(path))
    assert done.exit_code == 1 and f"'{unit}' {said}; " in done.output
    assert done.output.endswith("changed 0, refused 1\n")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--page", "about", "--words", "topics"), "--page and --words"),
        (("--page", "about", "--council", "conwy"), "--page and --council"),
        (("--words", "topics", "--version", "undated"), "--words and --version"),
        (("--words", "topics", "--document", "relations"), "--words and --document"),
        (("--page", "about", "--language", "en"), "--page and --language en"),
    ],
)
def test_options_that_ask_for_two_things_are_refused(project: Path, options: tuple[str, ...], said: str):
    done = run(project, "export", *options, "--output", str(project / "out.po"))
    assert done.exit_code == 2 and f"{said} do not go together: leave one of them out" in done.output
    assert not (project / "out.po").exists()
    page = run(project, "export", "--page", "about", "--language", "cy", "--output", str(project / "out.po"))
    assert page.exit_code == 0


def test_an_unknown_page_is_one_line(project: Path):
    done = run(project, "export", "--page", "abuot")
    assert done.exit_code == 1
    assert done.output.endswith("docs:1: there is no page 'abuot'; did you mean 'about'?\n")


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ("x: {en: [a\n", "a list in brackets that breaks off; put commas in it and close it: ']'"),
        ("- a\n", "this line does not belong to what stands above it; check the indentation, the quotes and the"),
        ("x: {en: a}\n", "'x' is not in both languages; write its words behind 'en' and 'cy'"),
        ("x: {en: a, cy: }\n", "'x' is not in both languages; write its words behind 'en' and 'cy'"),
        ("x: {en: a, cy: [a]}\n", "'x' is not in both languages; write its words behind 'en' and 'cy'"),
        ("x: {en: a, cy: {one: a, two: b}}\n", "'x' is not in both languages; write its words behind 'en' and 'cy'"),
        ("x: {en: 'a {name}', cy: 'a {nmae}'}\n", "the braces of 'x' do not hold the same names in both languages"),
        ("x: {en: 'a {name}', cy: 'a {name'}\n", "the braces of 'x' do not hold the same names in both languages"),
        ("<<<<<<< HEAD\n", "two people's changes stand here one above the other"),
    ],
)
def test_words_of_the_interface_that_cannot_be_read_are_told_in_a_line(project: Path, added: str, said: str):
    with (project / "hooks/theme/words.yml").open("a", encoding="utf-8") as words:
        words.write(added)
    commands = [["translation", "vouch"]] * ("'x'" not in said) + [["export", "conwy", "--format", "txt"]]
    for command in commands:
        done = CliRunner().invoke(main, ["--project", str(project), *command])
        assert done.exit_code == 1 and said in done.output and "words.yml:1" in done.output, done.output


@pytest.fixture(scope="module")
def with_a_changed_page(tmp_path_factory) -> Path:
    """The site of the project with a page whose Welsh is out of date."""
    folder = tmp_path_factory.mktemp("own_words") / "project"
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(".*", "site", "tests", "__pycache__"))
    copy_kept(folder)
    change(folder / "docs/index.md", "What the editors of this site add is marked", "What the editors add is marked")
    build_well(folder, folder / "site")
    return folder / "site"


@pytest.mark.parametrize("prefix", ["", "cy/"])
def test_the_desk_shows_them_with_the_states_of_a_protocol(with_a_changed_page: Path, prefix: str):
    tree = LexborHTMLParser((with_a_changed_page / prefix / "translation/index.html").read_text("utf-8"))
    rows = {row.css_first("th").text().split()[-1]: row for row in tree.css(".own-words tbody tr")}
    assert {"about", "index", "translate"} < set(rows) and len(rows) == len(PAGES) + 4
    word = {"": "Out of date", "cy/": "Wedi dyddio"}[prefix]
    cells = {cell.attributes["data-label"]: cell.text().strip() for cell in rows["index"].css("td")}
    assert cells[word] == "1"
    told = " ".join(tree.css_first(".own-words .open-tasks li").text().split())
    assert told.startswith("The words of every protocol") and f"{word} docs/cy/index.md:" in told
