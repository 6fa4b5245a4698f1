"""`protocolau new`: a draft from the commonest wording of each topic, which says whose words it has and asks."""

import os
import pty
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from protocolau.cli.main import main
from protocolau.drafting.commonest import DraftParagraph, StatementWords, commonest
from protocolau.drafting.questions import Questions
from protocolau.language.marks import plain
from protocolau.library.library import Library
from protocolau.model.protocol import Version
from protocolau.model.statements import Statement
from protocolau.repository.council_files import load_version
from protocolau.repository.repository import ProtocolRepository
from protocolau.translation.reading import Reading
from tests.conftest import ROOT, program

FACTS = [
    "--name", "Llandrillo Community Council", "--name-cy", "Cyngor Cymuned Llandrillo", "--kind", "community",
    "--nation", "wales",
]  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    """A project with two drafts begun in it, an English and a Welsh one."""
    folder = tmp_path_factory.mktemp("begun")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "protocols", folder / "protocols")
    for slug, *options in (("llandrillo", *FACTS), ("corwen", *FACTS, "--language", "cy")):
        done = begin(folder, slug, *options)
        assert done.exit_code == 0, done.output
    return folder


def begin(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--project", str(project), "new", *arguments])


def draft(project: Path, library: Library, slug: str) -> Version:
    version, problems = load_version(project / f"protocols/{slug}/draft.yml", slug, "relations", library.vocabulary)
    assert version and problems == []
    return version


QUESTIONS = {
    "en": [
        "name of the council: ",
        "Welsh name of the council: ",
        "kind of the council (",
        "'hamlet' is no kind of council",
    ],
    "cy": ["enw'r cyngor: ", "enw Cymraeg y cyngor: ", "math o gyngor (", "nid yw 'hamlet' yn fath o gyngor"],
}


@pytest.mark.parametrize("language", QUESTIONS)
def test_facts_that_are_not_given_are_asked_for_at_a_terminal_and_a_wrong_answer_again(project: Path, language: str):
    slug, (terminal, keyboard) = f"asked-{language}", pty.openpty()
    os.write(terminal, b"Bala Town Council\nCyngor Tref y Bala\nhamlet\ntown\n")
    command = [program("protocolau"), "--project", project, "--language", language, "new", slug, "--nation", "wales"]
    done = subprocess.run(command, stdin=keyboard, capture_output=True, text=True)
    council = yaml.safe_load((project / f"protocols/{slug}/council.yml").read_text("utf-8"))
    assert (council["name"], council["kind"]) == ({"en": "Bala Town Council", "cy": "Cyngor Tref y Bala"}, "town")
    places = [done.stdout.index(question) for question in QUESTIONS[language]]
    assert places == sorted(places) and done.stdout.count(QUESTIONS[language][2]) == 2 and not done.stderr


def test_a_draft_is_begun_beside_facts_that_were_written_by_hand(project: Path):
    facts = project / "protocols/cynwyd/council.yml"
    facts.parent.mkdir()
    facts.write_text((project / "protocols/llandrillo/council.yml").read_text("utf-8"), "utf-8")
    done = begin(project, "cynwyd")
    assert done.exit_code == 0, done.output
    assert (facts.parent / "draft.yml").exists()


def test_a_draft_is_checked_and_is_no_council_of_the_library(project: Path, library: Library):
    loaded = ProtocolRepository(project / "protocols").load(date(2026, 11, 26))
    assert set(loaded.councils) == set(library.councils)


def test_what_is_remarked_in_a_draft_is_remarked_in_both_languages(project: Path):
    for slug in ("llandrillo", "corwen"):
        text = (project / f"protocols/{slug}/draft.yml").read_text("utf-8")
        assert "# A DRAFT, which no council has adopted" in text
        assert "# DRAFFT nad yw'r un cyngor wedi'i fabwysiadu" in text
        assert "  # Mutual respect: the words of 1 of 5 councils, see topics/mutual-respect/\n" in text
        assert "  # Parch y naill at y llall: geiriau 1 o'r 5 o gynghorau, gweler cy/topics/mutual-respect/\n" in text


def test_what_a_draft_remarks_on_itself_is_gone_once_it_is_adopted(project: Path, tmp_path: Path):
    shutil.copytree(project, tmp_path / "project")
    path = tmp_path / "project/protocols/llandrillo/draft.yml"
    decided = re.sub(r"\n *to_decide: .*", "", path.read_text("utf-8")).replace("body:\n", "# Our own.\nbody:\n")
    path.write_text(decided, "utf-8")
    done = CliRunner().invoke(main, ["--project", str(tmp_path / "project"), "adopt", "llandrillo", "2026-05-19"])
    assert done.exit_code == 0, done.output
    text = (path.parent / "2026-05-19.yml").read_text("utf-8")
    remarks = [line[line.index("#") :] for line in text.splitlines() if "#" in line]
    assert remarks == ["# yaml-language-server: $schema=../schema/protocol.json", "# Our own."]


@pytest.mark.parametrize("slug", ["llandrillo", "corwen"])
def test_every_clause_says_where_its_words_come_from_and_they_stand_there(project: Path, library: Library, slug: str):
    version, found = draft(project, library, slug), 0
    for provision in version.provisions.values():
        if not provision.statements:
            continue
        (place,) = provision.taken_from
        council, dated, anchor = re.split("[/#]", place)
        source = library.councils[council].documents["relations"].version(dated)
        assert source
        said = Reading(source, version.language).text(source.provisions[anchor])
        assert said and plain(provision.statements[0].text) in plain(said.text), place
        found += 1
    assert found > 100


def test_a_wording_that_several_councils_use_goes_before_any_other(project: Path, library: Library):
    index, version = library.relations, draft(project, library, "llandrillo")
    said = [one.text for one in version.by_topic["policy-and-leadership"]]
    using = [one.council for one in index.speakers["policy-and-leadership"]
             if any("etermine council policy and provide community leadership" in words.text
                    for words in one.by_topic["policy-and-leadership"])]  # fmt: skip
    assert len(using) > 1 and said == ["To determine council policy and provide community leadership"]


@pytest.mark.parametrize("language", QUESTIONS)
def test_what_is_taken_for_a_topic_speaks_mainly_of_it(library: Library, language: str):
    for group in commonest(library.relations, tuple(library.vocabulary.groups), language):
        for topic, clause in ((one.topic, clause) for one in group.topics for clause in one.clauses):
            if not clause.lead_in:  # the items of a list are together, whatever each speaks of
                assert topic.slug in {words.statement.topic for words in clause.words}, topic.slug


def test_items_that_the_same_words_lead_into_stand_in_one_list(project: Path, library: Library):
    for group in draft(project, library, "llandrillo").body:
        lists = [(one.text, one.taken_from) for one in group.walk() if one.items]
        assert len(lists) == len(set(lists)), group.heading


@pytest.mark.parametrize(
    ("words", "english", "welsh"),
    [
        (r"\bBarrow\b|Parish Council|Town Council", "These words name another council", "yn enwi cyngor arall"),
        (r"\d|\bdays\b", "Is this number, date or period right", "A yw'r rhif, y dyddiad"),
        (r"Monitoring Officer", "Who is this at your council", "Pwy yw hwn yn eich cyngor chi"),
    ],
)
def test_what_needs_a_choice_is_asked_in_both_languages(project, library, words: str, english: str, welsh: str):
    for provision in draft(project, library, "llandrillo").provisions.values():
        if re.search(words, provision.text or "") and provision.to_decide and english in provision.to_decide.en:
            assert welsh in provision.to_decide.cy
            return
    pytest.fail(f"nothing is asked of {words}")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The Clerk may deal with complaints.", []),
        ("Deal with the Clerk first.", []),
        ("Members ask first. Deal with the Clerk.", []),
        ("Members of Deal Town Council meet weekly.", ["Deal Town Council"]),
        ("The people of Deal and the people of DEAL", ["Deal", "DEAL"]),
        ("Halewood expects its members to meet weekly.", ["Halewood"]),
        ("HALEWOOD TOWN COUNCIL meets weekly.", ["HALEWOOD TOWN COUNCIL"]),
        ("Members of the town council meet weekly.", ["town council"]),
    ],
)
def test_a_council_whose_name_is_a_word_is_named_where_it_is_no_word(tmp_path, text: str, named: list[str]):
    shutil.copytree(ROOT / "protocols", tmp_path / "protocols")
    facts = tmp_path / "protocols/bursledon/council.yml"
    called = facts.read_text("utf-8").replace("Bursledon Parish Council", "Deal Town Council")
    facts.write_text(called.replace("Bursledon", "Deal"), "utf-8")
    questions = Questions(ProtocolRepository(tmp_path / "protocols").load(date.today()), "en")
    asked = [one.en for one in questions.about(DraftParagraph((StatementWords(Statement("a", 0, text), text, None),)))]
    names = [re.findall(r"\((.+)\)", one)[0].split(", ") for one in asked if "another council" in one]
    assert names == ([named] if named else [])


def test_what_is_known_of_the_other_language_comes_with_it(project: Path, library: Library):
    version = draft(project, library, "llandrillo")
    states = Reading(version, "cy").states
    assert states["draft"] > 5 * states["missing"] and not states["stale"]
    assert Reading(draft(project, library, "corwen"), "en").states["adopted"] == 0


def test_what_is_not_decided_is_not_adopted(project: Path):
    done = CliRunner().invoke(main, ["--project", str(project), "adopt", "llandrillo", "2027-05-18"])
    path = project / "protocols/llandrillo/draft.yml"
    asked = yaml.safe_load(path.read_text("utf-8"))
    assert done.exit_code == 1 and asked and path.exists()
    assert done.output.count("; decide, write the words, and take 'to_decide' out") == path.read_text().count(
        "to_decide:"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["llandrillo"], "there is a draft or a version already; begin the next version with 'protocolau adopt'"),
        (["halewood"], "draft.yml:1: there is a draft or a version already"),
        (["Tŷ Llandrillo"], "'Tŷ Llandrillo' is no slug; use a to z, 0 to 9 and hyphens: ty-llandrillo\n"),
        (["bala"], "its facts are not all given; add --name, --name-cy, --kind, --nation, where --name-cy is the"),
        (["bala", *FACTS, "--name", " \n"], "its facts are not all given; add --name\n"),
        (["bala", *FACTS, "--name", "a\u202e"], "--name:1: an invisible or control character (U+202E, right-to-left"),
        (["bala", *FACTS, "--name-cy", "a\udce9"], "--name-cy:1: an invisible or control character (U+DCE9)"),
        (["schema", *FACTS], "the folder 'schema' is no council's, and no protocol is read in it; choose the name"),
        (["bala", *FACTS, "--document", "conduct"], "bala/conduct/draft.yml:1: no council has a document of the kind"),
        (["bala", *FACTS, "--document", "conduct", "--language", "cy"], "with topics and words in Welsh; import your"),
        (["bala", *FACTS, "--document", "conduit"], "'conduit' is no kind of document; did you mean 'conduct'?"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_a_line(project: Path, arguments: list[str], said: str):
    done = begin(project, *arguments)
    assert done.exit_code == 1 and said in done.output and "Traceback" not in done.output, done.output
    assert not (project / "protocols/bala").exists()


def test_a_draft_broken_off_leaves_nothing_of_the_council(project: Path, monkeypatch):
    def broken_off(*_: object) -> None:
        raise KeyboardInterrupt

    before = sorted((project / "protocols").rglob("*"))
    monkeypatch.setattr("protocolau.cli.draft_files.os.replace", broken_off)
    assert begin(project, "bala", *FACTS).exit_code == 1
    assert sorted((project / "protocols").rglob("*")) == before


def test_a_draft_that_another_begins_meanwhile_is_not_overwritten(project: Path, monkeypatch):
    folder = project / "protocols/bala"

    @contextmanager
    def after_another(_: Path) -> Iterator[None]:
        folder.mkdir()
        (folder / "draft.yml").write_text("mine", "utf-8")
        yield

    monkeypatch.setattr("protocolau.cli.beginning.folder_held", after_another)
    done = begin(project, "bala", *FACTS)
    said = [one.read_text("utf-8") for one in folder.iterdir()]
    shutil.rmtree(folder)
    assert done.exit_code == 1 and "there is a draft or a version already" in done.output and said == ["mine"]
