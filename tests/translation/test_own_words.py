"""The site's own words at the translator's desk: pages of prose, the interface, the vocabulary, with their states."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from selectolax.lexbor import LexborHTMLParser

from protocolau.cli.main import main
from protocolau.repository.own_words import OwnWords
from protocolau.runtime.project import Project
from protocolau.translation.own_words.prose import parse
from tests.conftest import ROOT, build_well, copy_kept
from tests.own_words import change, run, states

PAGES = sorted(path.stem for path in (ROOT / "docs").glob("*.md"))


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
