"""What no person has confirmed is no statement: of a version that awaits review the site shows the text alone."""

import gzip
import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from protocolau.cli.main import main
from protocolau.library.library import Library
from protocolau.repository.repository import ProtocolRepository
from tests.conftest import FIVE, BuiltProject, build, copy_project

TEXT = """Protocol on Relations

1. Advice

1.1 Officers shall give Members impartial advice, whatever the weather over Anytown.
1.2 Members shall read it with the Members' Code of Conduct, rain or shine.
"""
GIVEN = ["--name", "Anytown Town Council", "--name-cy", "Cyngor Tref Anytown", "--kind", "town", "--nation", "wales"]
SUGGESTED = {
    "over Anytown.\n": "        topic: impartial-advice\n        by: officers\n        to: members\n",
    "rain or shine.\n": "        topic: other-rules\n        by: members\n        policies: members-code\n",
}
"""What is suggested, below the words that it is about, whatever the examples are."""
NOTICES = {
    "": "The topics of this document await review.",
    "cy/": "Mae pynciau’r ddogfen hon yn aros i gael eu hadolygu.",
}
both_languages = pytest.mark.parametrize("root", NOTICES, ids=["en", "cy"])


@pytest.fixture(scope="module")
def imported(tmp_path_factory) -> Path:
    """A copy of the project into which a document was imported, with tags that nobody has confirmed."""
    project = copy_project(tmp_path_factory.mktemp("awaiting") / "project", kept=True)
    (project.parent / "protocol.txt").write_text(TEXT, "utf-8")
    arguments = ["--council", "anytown", *GIVEN, "--adopted", "2024-05-14"]
    done = CliRunner().invoke(
        main, ["--project", str(project), "import", str(project.parent / "protocol.txt"), *arguments]
    )
    assert done.exit_code == 0, done.output
    path = project / "protocols/anytown/2024-05-14.yml"
    text = re.sub(r"\n +(topic|by|to|look_at|sure):.*", "", path.read_text("utf-8"))
    for words, tags in SUGGESTED.items():
        assert text.count(words) == 1
        text = text.replace(words, words + tags)
    path.write_text(text, "utf-8")
    return project


def loaded(project: Path) -> Library:
    return ProtocolRepository(project / "protocols").load(date(2026, 1, 1))


@pytest.fixture(scope="module")
def built_with_it(imported: Path) -> BuiltProject:
    done = build(imported, imported / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return BuiltProject(imported, imported / "site", loaded(imported))


def test_it_is_no_part_of_what_follows_from_the_documents_together(imported):
    library = loaded(imported)
    version, relations = library.version_shown("anytown"), library.relations
    assert version.awaiting_review and "anytown" not in relations.by_council
    assert (list(relations.silences(version)), version.by_topic) == ([], {})
    assert not any(version in relations.silent(topic) for topic in library.vocabulary.topics)


def test_it_is_once_a_person_has_confirmed_it(tmp_path, imported):
    path = Path("protocols/anytown/2024-05-14.yml")
    project = copy_project(tmp_path / "project")
    (project / path.parent).mkdir()
    for file in (imported / path.parent).iterdir():
        (project / path.parent / file.name).write_bytes(file.read_bytes())
    (project / path).write_text(re.sub("awaiting_review:.*\n", "", (imported / path).read_text("utf-8")), "utf-8")
    library = loaded(project)
    version = library.relations.by_council["anytown"]
    assert [(one.topic, one.by, one.to, one.policies) for one in version.statements if one.topic] == [
        ("impartial-advice", ("officers",), ("members",), ()),
        ("other-rules", ("members",), (), ("members-code",)),
    ]
    assert "purpose" in {topic.slug for topic in library.relations.silences(version)}


def test_one_without_any_topic_awaits_review_whatever_it_says(tmp_path, imported):
    project = copy_project(tmp_path / "project")
    folder = project / "protocols/anytown"
    shutil.copytree(imported / "protocols/anytown", folder)
    path = folder / "2024-05-14.yml"
    path.write_text(re.sub("\n *(awaiting_review|topic):.*", "", path.read_text("utf-8")), "utf-8")
    library = loaded(project)
    version, relations = library.version_shown("anytown"), library.relations
    assert version.awaiting_review and list(relations.silences(version)) == []
    assert not any(version in relations.silent(topic) for topic in library.vocabulary.topics)


@both_languages
def test_its_page_has_its_text_and_says_why_nothing_else(built_with_it, root: str):
    for address in ("anytown", "anytown/2024-05-14"):
        page = (
            (built_with_it.site / root / "councils" / address / "index.html").read_text("utf-8").replace("&#39;", "'")
        )
        assert page.count(NOTICES[root]) == 1
        article = page.split("<article class=protocol")[1].split("</article>")[0]
        assert "whatever the weather over Anytown." in article
        assert not re.search(r"(topics|policies)/[\w#-]", page.split("<header class=page-head>")[1])
        assert not re.search(r"""(id=|href=)"?#?-(roles|silent|likeness)\b""", page)


@both_languages
def test_no_other_page_speaks_of_what_it_says(built_with_it, root: str):
    folder = built_with_it.site / root
    drawn = [folder / part for part in ("topics", "roles", "compare", "policies", *(f"councils/{one}" for one in FIVE))]
    files = [path for part in drawn for path in part.rglob("*") if path.suffix in (".html", ".json")]
    assert len(files) > 100
    assert [path for path in files if "anytown" in path.read_text("utf-8").lower()] == []
    assert list((folder / "councils/anytown").rglob("comparison.packed")) == []


@both_languages
def test_it_is_found_by_its_words_and_by_no_topic(built_with_it, root: str):
    folder = built_with_it.site / root / "search"
    found = json.loads(gzip.decompress((folder / "councils/anytown").read_bytes()))
    assert [one for one in found if "whatever the weather" in one.get("text", "")]
    records = json.loads(gzip.decompress((folder / "start").read_bytes()))["wordings"]
    ours = [one for one in records if any(place[0] == "anytown" for place in one["places"])]
    assert ours
    assert [one for one in (*found, *ours) if one.get("topics") or one.get("party")] == []


def test_its_record_says_that_it_awaits_review_and_gives_no_topic(built_with_it):
    text = (built_with_it.site / "councils/anytown/protocol.json").read_text("utf-8")
    assert json.loads(text)["awaiting_review"] is True
    assert set(re.findall(r'"topics":\[(.*?)\]|"policies":\[(.*?)\]', text)) == {("", "")}
