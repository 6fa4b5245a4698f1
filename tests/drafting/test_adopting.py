"""`protocolau adopt`: the next version begins from the one in force, and a draft becomes the version of its date."""

import re
import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from protocolau.cli.main import main
from protocolau.library.library import Library
from protocolau.read.problem import Faulty
from protocolau.repository.repository import ProtocolRepository
from protocolau.translation.editing.translation_file import UnitChange, path_of, save
from protocolau.translation.reading import Reading
from tests.conftest import ROOT

NEXT = "2026-05-19"
DRAFT = """\
# yaml-language-server: $schema=../schema/protocol.json
title: A Protocol
language: en
source:
  file: draft.txt # as the clerk sent it
body:
  - number: "1."
    text: Members and officers respect each other. # a remark that stays
    topic: mutual-respect
    taken_from: halewood/2022-07-12#1.1
  - taken_from: [halewood/2022-07-12#2.1, conwy/undated#1.2]
    number: "2."
    text: Officers are impartial.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose data alone are there."""
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(ROOT / "protocols", tmp_path / "protocols")
    return tmp_path


def adopt(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--project", str(project), "adopt", *arguments])


def loaded(project: Path) -> Library:
    return ProtocolRepository(project / "protocols").load(date(2026, 11, 26))


def states(project: Path, slug: str) -> Counter[str]:
    return Reading(loaded(project).version_shown(slug), "cy").states


def with_a_bullet_more(path: Path) -> None:
    """One more item at the head of the list in the middle, and no longer the words of the source."""
    text = re.sub(r"source:\n(  .*\n)+", "", path.read_text("utf-8"))
    lists = list(re.finditer(r"^( +)items:.*\n", text, re.MULTILINE))
    middle = lists[len(lists) // 2]
    new = f"{middle[1]}  - text: a bullet that is new;\n"
    path.write_text(text[: middle.end()] + new + text[middle.end() :], "utf-8")


@pytest.mark.parametrize("slug", ["barrow", "halewood", "taffs-well-and-nantgarw"])
def test_one_bullet_more_leaves_one_translation_to_be_made(project: Path, slug: str):
    before = states(project, slug)
    assert adopt(project, slug, NEXT).exit_code == 0
    folder = project / "protocols" / slug
    assert states(project, slug) == before
    begun = (folder / f"{NEXT}.cy.yml").read_text("utf-8")
    assert "# Here stands only what is new" in begun and "# Dim ond yr hyn sy'n newydd" in begun
    with_a_bullet_more(folder / f"{NEXT}.yml")
    assert states(project, slug) == before + Counter(missing=1)


def test_a_translation_that_was_copied_by_hand_is_read_by_its_words_too(project: Path):
    folder, before = project / "protocols/barrow", states(project, "barrow")
    assert adopt(project, "barrow", NEXT).exit_code == 0
    shutil.copy(folder / "2019-07-16.cy.yml", folder / f"{NEXT}.cy.yml")
    with_a_bullet_more(folder / f"{NEXT}.yml")
    assert states(project, "barrow") == before + Counter(missing=1)


def test_what_is_reviewed_stays_so_and_the_new_file_takes_what_is_new(project: Path):
    old = loaded(project).version_shown("barrow")
    name, unit = next(iter(old.translations["cy"].units.items()))
    save(path_of(old, "cy"), old, "cy", [UnitChange(name, unit.source, unit.target, "reviewed")])
    assert adopt(project, "barrow", NEXT).exit_code == 0
    begun = (project / f"protocols/barrow/{NEXT}.cy.yml").read_text("utf-8")
    assert yaml.safe_load(begun) == {"language": "cy", "state": "draft", "units": {}}
    assert "the same words as in the version of 2019-07-16" in begun
    with_a_bullet_more(project / f"protocols/barrow/{NEXT}.yml")
    assert states(project, "barrow")["reviewed"] == 1
    new = loaded(project).version_shown("barrow")
    missing = next(one for one in new.units if one not in new.translations["cy"].units)
    save(path_of(new, "cy"), new, "cy", [UnitChange(missing, new.units[missing], "pwynt newydd;", "reviewed")])
    assert states(project, "barrow")["reviewed"] == 2 and not states(project, "barrow")["missing"]


def test_the_next_version_is_the_text_of_the_last_with_its_own_date_and_source(project: Path):
    folder = project / "protocols/halewood"
    done = adopt(project, "halewood", NEXT)
    assert done.exit_code == 0, done.output
    old, new = ((folder / f"{stem}.yml").read_text("utf-8") for stem in ("2022-07-12", NEXT))
    changed = old.replace("adopted: 2022-07-12\nreviewed: 2022-07\nreview_due: 2024-07\n", f"adopted: {NEXT}\n")
    assert new == changed.replace("file: 2022-07-12.txt", f"file: {NEXT}.txt")
    assert (folder / f"{NEXT}.txt").read_bytes() == (folder / "2022-07-12.txt").read_bytes()
    assert "look at 'review', which speaks of the adoption or the review" in done.output


def test_the_next_version_begins_from_the_one_whose_place_it_takes_though_that_is_still_to_come(project: Path):
    coming, after = "2931-05-20", "2932-05-18"
    assert adopt(project, "halewood", coming).exit_code == 0
    with_a_bullet_more(project / f"protocols/halewood/{coming}.yml")
    done = adopt(project, "halewood", after)
    assert f"it begins with the words of {coming}" in done.output
    new, before = ((project / f"protocols/halewood/{stem}.yml").read_text("utf-8") for stem in (after, coming))
    assert new == before.replace(coming, after)


def test_what_was_adopted_in_both_languages_begins_with_both_and_their_sources(project: Path):
    folder = project / "protocols/barrow/other"
    shutil.copytree(ROOT / "tests/statements/documents/other", folder, ignore=shutil.ignore_patterns("*.md"))
    before = {path.name.removeprefix("undated"): path.read_text("utf-8") for path in folder.iterdir()}
    done = adopt(project, "barrow", NEXT, "--document", "other")
    assert done.exit_code == 0, done.output
    after = {path.name.removeprefix(NEXT): path.read_text("utf-8") for path in folder.glob(f"{NEXT}*")}
    assert set(after) == set(before)
    assert "look at 'other_language', which was written of the version before it" in done.output
    version = loaded(project).version_shown("barrow", "other")
    assert version.slug == NEXT and set(Reading(version, "cy").states) <= {"adopted", "missing"}
    assert after[".cy.yml"].replace(NEXT, "undated") == before[".cy.yml"]


def draft_of(project: Path, text: str) -> Path:
    folder = project / "protocols/barrow"
    (folder / "draft.yml").write_text(text, "utf-8")
    (folder / "draft.txt").write_text("1. Members and officers respect each other. 2. Officers are impartial.", "utf-8")
    return folder


def test_a_draft_becomes_the_version_of_its_date_with_its_remarks(project: Path):
    folder = draft_of(project, DRAFT)
    translation = {"language": "cy", "state": "draft", "units": {"1": {"en": "x", "cy": "y"}}}
    (folder / "draft.cy.yml").write_text(yaml.safe_dump(translation), "utf-8")
    done = adopt(project, "barrow", NEXT)
    assert done.exit_code == 0, done.output
    assert not list(folder.glob("draft*"))
    assert (folder / f"{NEXT}.yml").read_text("utf-8").splitlines()[1:] == [
        "title: A Protocol",
        "language: en",
        f"adopted: {NEXT}",
        "source:",
        f"  file: {NEXT}.txt # as the clerk sent it",
        "body:",
        '  - number: "1."',
        "    text: Members and officers respect each other. # a remark that stays",
        "    topic: mutual-respect",
        '  - number: "2."',
        "    text: Officers are impartial.",
    ]
    assert states(project, "barrow") == Counter(stale=2, missing=1)


def test_what_is_to_be_decided_is_asked_in_the_language_of_the_command(project: Path):
    draft_of(project, DRAFT + "    to_decide: {en: How long?, cy: Pa mor hir?}\n")
    done = CliRunner().invoke(main, ["--project", str(project), "--language", "cy", "adopt", "barrow", NEXT])
    assert "draft.yml:11: i'w benderfynu: Pa mor hir?; penderfynwch" in done.output, done.output


REFUSED = {
    "what is not decided": (
        DRAFT + "    to_decide: {en: How long?, cy: Pa mor hir?}\n",
        "draft.yml:11: to decide: How long?; decide, write the words, and take 'to_decide' out",
    ),
    "a draft with a date": (
        DRAFT.replace("body:", "adopted: 2026-01-01\nbody:"),
        "draft.yml:6: a draft has not been adopted; take 'adopted' out, and write 'protocolau adopt' when it is",
    ),
    "words that are not those of the source": (DRAFT.replace("impartial", "neutral"), "draft.yml:11: line"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_draft_is_not_adopted_with(project: Path, name: str):
    text, said = REFUSED[name]
    folder = draft_of(project, text)
    before = sorted(folder.iterdir())
    done = adopt(project, "barrow", NEXT)
    assert done.exit_code == 1 and said in done.output, done.output
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize("day", ["2017-05-18", "2019-07", "2019"])
def test_a_draft_is_not_adopted_before_what_stands(project: Path, day: str):
    """With 2017 for 2027 the draft was an old version, and nothing said so."""
    folder = draft_of(project, DRAFT)
    before = sorted(folder.iterdir())
    done = adopt(project, "barrow", day)
    said = "2019-07-16.yml:1: there is a version of 2019-07-16; give a later date than 2019-07-16"
    assert done.exit_code == 1 and said in done.output, done.output
    assert sorted(folder.iterdir()) == before


def test_a_draft_is_no_version_and_is_checked_like_one(project: Path):
    folder = draft_of(project, DRAFT)
    assert [one.slug for one in loaded(project).councils["barrow"].versions] == ["2019-07-16"]
    (folder / "draft.yml").write_text(DRAFT.replace("mutual-respect", "mutual-respekt"), "utf-8")
    with pytest.raises(Faulty, match="draft.yml:9: unknown topic 'mutual-respekt'; did you mean 'mutual-respect'?"):
        loaded(project)


def test_a_translation_of_a_draft_needs_the_draft(project: Path):
    folder = draft_of(project, DRAFT)
    (folder / "draft.cy.yml").write_text("language: cy\nstate: draft\nunits: {}\n", "utf-8")
    loaded(project)
    (folder / "draft.yml").unlink()
    with pytest.raises(Faulty, match="draft.cy.yml:1: there is no version draft.yml for this translation"):
        loaded(project)


def test_only_a_draft_says_what_is_to_be_decided(project: Path):
    folder = draft_of(project, DRAFT)
    (folder / "draft.txt").rename(folder / f"{NEXT}.txt")
    text = DRAFT.replace("language: en", f"language: en\nadopted: {NEXT}").replace("draft.txt", f"{NEXT}.txt")
    (folder / "draft.yml").unlink()
    (folder / f"{NEXT}.yml").write_text(text, "utf-8")
    with pytest.raises(Faulty, match="yml:11: 'taken_from' belongs to a draft alone; take it out"):
        loaded(project)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["halewood", "2022-07"],
            "2022-07-12.yml:1: there is a version of 2022-07-12; give a later date than 2022-07-12",
        ),
        (["halewood", NEXT, "--document", "../conwy"], "--document:1: '../conwy' is no kind of document; choose"),
        (["halewod", NEXT], "there is no council 'halewod'; did you mean 'halewood'?"),
        (["hale", NEXT], "there is no council 'hale'; did you mean 'halewood'?"),
        (["../protocols/halewood", NEXT], "'../protocols/halewood' is no slug; use a to z, 0 to 9 and hyphens: protoc"),
        (["halewood/", NEXT], "'halewood/' is no slug; use a to z, 0 to 9 and hyphens: halewood\n"),
        (["halewood", "2091-01-01"], "council.yml:1: the council has ended (2090) before 'adopted' in 2091-01-01.yml"),
        (["halewood", "19/05/2027"], "'19/05/2027' is no date; write it as 2027-05-19"),
        (["halewood", "19eg o Fai 2027"], "'19eg o Fai 2027' is no date; write it as 2027-05-19"),
        (["halewood", "2027-5-9"], "'2027-5-9' is no date; write it as 2027-05-09"),
        (["halewood", "31/02/2027"], "'31/02/2027' is no date; write YYYY-MM-DD, YYYY-MM or YYYY"),
        (["halewood", "19 May"], "'19 May' is no date; write YYYY-MM-DD, YYYY-MM or YYYY"),
        (["halewood", NEXT, "--document", "conduct"], "conduct:1: there is no such folder"),
    ],
)
def test_what_cannot_be_is_refused_in_a_line(project: Path, arguments: list[str], said: str):
    facts = project / "protocols/halewood/council.yml"
    facts.write_text(facts.read_text("utf-8") + "formerly: [hale]\nended: 2090\n", "utf-8")
    done = adopt(project, *arguments)
    assert done.exit_code == 1 and said in done.output and "Traceback" not in done.output, done.output


@pytest.mark.parametrize(
    ("reviewed", "due"), [("2022-07", "2024-07"), ("2024-06", "2024-07"), ("2024-08-01", None), ("2024", None)]
)
def test_a_review_that_has_changed_nothing_is_one_edit(project: Path, reviewed: str, due: str | None):
    path = project / "protocols/halewood/2022-07-12.yml"
    path.write_text(path.read_text("utf-8").replace("reviewed: 2022-07\n", f"reviewed: {reviewed}\n"), "utf-8")
    version = loaded(project).version_shown("halewood")
    assert str(version.next_review(date.today())) == str(due)
