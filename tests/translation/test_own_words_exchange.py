"""The site's own words in a translator's program: what comes back is written, or refused in a line."""

from pathlib import Path

import polib
import pytest
from lxml import etree

from protocolau.translation.own_words.pairs import paired
from protocolau.translation.own_words.prose import parse
from tests.exchange_files import translate
from tests.own_words import change, run, states


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
