"""A council with three versions, on the site: what changed is shown, and what is superseded says so.

The later versions are imagined; Halewood Town Council has adopted no such texts.
"""

import gzip
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from protocolau.language import LANGUAGES
from protocolau.library.library import Library
from protocolau.model.protocol import Document, Version
from protocolau.model.translation import Translation
from protocolau.render.comparison_data import of_version
from protocolau.render.pages import changes
from protocolau.render.version_step import VersionStep, version_step
from protocolau.repository.repository import ProtocolRepository
from tests.assembled import version_of
from tests.browsing import OTHER, PREFIX, both_languages
from tests.conftest import copy_project
from tests.more_versions import FIRST, PAGE, SECOND, THIRD, with_more_versions
from tests.pages import page, words_of
from tests.rendering import THEME, render_context
from tests.site import test_site as site_tests


def row(site: Path, language: str, anchor: str, since: str = FIRST):
    return page(site, PREFIX[language] + PAGE).css_first(f"[id='since-{since}-{anchor}']")


def test_the_fixture_is_data_that_the_checks_accept(tmp_path):
    project = with_more_versions(tmp_path / "project")
    council = ProtocolRepository(project / "protocols").load(date(2026, 6, 1)).councils["halewood"]
    assert [version.slug for version in council.versions] == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    ("today", "offered"),
    [(date(2026, 6, 1), [THIRD, SECOND, FIRST]), (date(2026, 1, 1), [SECOND, THIRD, FIRST])],
    ids=["in-force", "coming"],
)
def test_a_comparison_begins_with_the_version_shown_though_another_is_coming(tmp_path, today, offered):
    project = with_more_versions(tmp_path / "project")
    library = ProtocolRepository(project / "protocols").load(today)
    rendering, council = render_context(library, "en"), library.councils["halewood"]
    files = {one.slug: json.loads(gzip.decompress(of_version(rendering, council, one))) for one in council.versions}
    assert [slug for slug, _ in files[offered[0]]["versions"]] == offered
    assert [slug for slug, said in files.items() if "versions" in said] == offered[:1]


@both_languages
def test_of_versions_adopted_in_different_languages_it_is_said_that_they_may_say_the_same(tmp_path, language):
    said = "title: P\nlanguage: {}\nadopted: {}\nbody: [{{text: {}}}]\n"
    project = copy_project(tmp_path / "project")
    folder = project / "protocols/halewood"
    (folder / "2025-05-20.yml").write_text(said.format("cy", "2025-05-20", "Byddwch yn gwrtais."), "utf-8")
    (folder / "2026-05-19.yml").write_text(said.format("cy", "2026-05-19", "Byddwch yn foesgar."), "utf-8")
    library = ProtocolRepository(project / "protocols").load(date(2026, 6, 1))
    document = library.councils["halewood"].documents["relations"]
    (made,) = changes.pages(render_context(library, language), document)
    notice = {"en": "different languages", "cy": "ieithoedd gwahanol"}[language]
    newer, older = re.split('<section class="?step', made.content)[1:]
    assert (notice in newer, notice in older) == (False, True)


def test_every_pair_of_versions_has_a_section_the_newest_first(with_versions):
    for language in LANGUAGES:
        steps = page(with_versions, PREFIX[language] + PAGE).css(".step")
        assert [step.attributes["id"] for step in steps] == [f"since-{SECOND}", f"since-{FIRST}"]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            "Of the 69 provisions of the newer version, 50 are unchanged, 8 only renumbered or moved, "
            "1 changed in punctuation or capitals alone, 2 changed only in what people are called, 2 reworded, "
            "4 replaced by other words, 2 new. 1 was taken out.",
        ),
        (
            "cy",
            "O’r 69 darpariaeth yn y fersiwn diweddarach: 50 heb newid, 8 wedi’u hailrifo neu eu symud yn unig, "
            "1 wedi newid o ran atalnodi neu briflythrennau’n unig, 2 wedi newid o ran yr enwau ar bobl yn unig, "
            "2 wedi’u hailgeirio, 4 â geiriau eraill yn eu lle, 2 newydd. Tynnwyd 1 allan.",
        ),
    ],
)
def test_a_sentence_sums_a_step_up(with_versions, language, expected):
    assert page(with_versions, PREFIX[language] + PAGE).css(".step > .lede")[1].text() == expected


ROWS = {
    "new.2.1.item3": ("Another name of the same people", "Enw arall ar yr un bobl"),
    "new.3.1.e": ("New", "Newydd"),
    "new.3.2.d": ("Punctuation or capitals only", "Atalnodi neu briflythrennau’n unig"),
    "old.3.3.b": ("Taken out", "Tynnwyd allan"),
    "new.4.1": ("Reworded", "Ailgeiriwyd"),
    "new.5": ("Replaced by other words", "Geiriau eraill yn ei lle"),
    "new.5.3": ("New", "Newydd"),
    "new.5.4": ("Reworded was 5.3", "Ailgeiriwyd 5.3 gynt"),
    "new.review.table1.r2c2": ("Replaced by other words", "Geiriau eraill yn ei lle"),
}


@pytest.mark.parametrize("anchor", ROWS)
def test_each_change_says_in_words_what_it_is(with_versions, anchor):
    for language, expected in zip(LANGUAGES, ROWS[anchor], strict=True):
        verdicts = row(with_versions, language, anchor).css(".verdict")
        assert " ".join(one.text() for one in verdicts) == expected


def test_both_names_of_a_party_stand_in_a_changed_clause_and_are_marked_as_names(with_versions):
    clause = row(with_versions, "en", "new.2.1.item3")
    assert [words_of(one) for one in clause.css("del.renamed, ins.renamed")] == ["Town Council staff", "Officers"]


def test_words_are_marked_one_by_one_and_said_to_be_put_in_or_taken_out(with_versions):
    clause = row(with_versions, "en", "new.5.4")
    assert [one.text(strip=True) for one in clause.css("del > i")] == ["[taken out:]"]
    assert [words_of(one) for one in clause.css("ins, del")] == [
        "should",
        "must",
        "in private",
        "and never at a meeting",
    ]
    assert row(with_versions, "en", "new.3.2.d").css_first("del.quiet").text() == ","


def test_welsh_says_where_the_adopted_words_stand_for_the_translation(with_versions):
    for anchor, reason in (("3.2.d", "dangos y newid"), ("4.1", "wedi dyddio"), ("5.3", "gyfieithu eto")):
        clause = row(with_versions, "cy", f"new.{anchor}")
        assert reason in clause.css_first(".because").text()
        assert clause.css_first(".changed-words").attributes["lang"] == "en"
    assert row(with_versions, "cy", "new.5.4").css_first(".because") is None
    assert row(with_versions, "en", "new.4.1").css_first(".because") is None


@both_languages
@pytest.mark.parametrize(("alike", "because"), [("equal", "unheld"), (None, "missing")])
def test_what_was_adopted_in_both_languages_alike_is_not_said_to_want_translating(
    tmp_path, library, language, alike, because
):
    written = {"en": ("Be courteous.", "Be civil to all."), "cy": ("Byddwch yn gwrtais.", "Byddwch yn foesgar i bawb.")}
    old, new = (
        replace(
            version_of(tmp_path / f"{year}-01-01.yml", [{"number": "1", "text": words}], OTHER[language]),
            other_language=alike,
            translations={language: Translation(language, Path("x"), {})},
        )
        for year, words in zip((2020, 2021), written[OTHER[language]], strict=True)
    )
    (run,) = step_of(library, language, old, new).runs
    assert run.rows[0].because == because
    said = THEME.messages[language](f"changes.because.{because}")
    assert ("translat" in said or "gyfieithu" in said) == (because == "missing")


def test_facts_that_changed_are_told(with_versions):
    steps = page(with_versions, PAGE).css(".step")
    facts = [
        {one.css_first("dt").text(): words_of(one.css_first("dd")) for one in step.css(".step > dl > div")}
        for step in steps
    ]
    assert facts[1] == {
        "Adopted": "12 July 2022 20 May 2025",
        "Last reviewed": "July 2022 May 2025",
        "Review due": "July 2024 May 2027",
    }
    assert facts[0]["Title"].startswith("Member/") and facts[0]["Review due"] == "May 2027 May 2028"
    assert "Last reviewed" not in facts[0], "the newer version has not been reviewed yet"


def test_every_row_leads_to_both_versions(with_versions):
    links = [one.attributes["href"] for one in row(with_versions, "en", "new.5.4").css(".where a")]
    assert links == [f"../../halewood/{FIRST}/#5.3", f"../../halewood/{SECOND}/#5.4"]
    compare = [one.css(".ways-on a")[-1].attributes["href"] for one in page(with_versions, PAGE).css(".step")]
    assert [one.partition("?")[2] for one in compare] == [
        f"councils=halewood@{SECOND},halewood",
        f"councils=halewood@{FIRST},halewood@{SECOND}",
    ]


def test_the_site_with_versions_is_sound(with_versions):
    site_tests.test_every_link_and_every_anchor_leads_somewhere(with_versions)
    site_tests.test_ids_are_unique_on_every_page(with_versions)
    site_tests.test_every_page_has_one_heading_of_the_first_level_and_skips_none(with_versions)
    site_tests.test_every_page_says_its_language_and_has_a_title_and_a_description_of_its_own(with_versions)
    site_tests.test_languages_point_at_each_other_absolutely(with_versions)


@both_languages
def test_superseded_versions_stay_marked_and_out_of_search_engines(with_versions, language):
    listed = re.findall(r"<loc>(.*?)</loc>", (with_versions / "sitemap.xml").read_text("utf-8"))
    assert f"{site_tests.BASE}{PREFIX[language]}{PAGE}" in listed
    for version in (FIRST, SECOND, THIRD):
        address = f"{PREFIX[language]}councils/halewood/{version}/"
        tree = page(with_versions, address)
        notice, robots = tree.css_first(".notice.standing"), tree.css_first("meta[name=robots]")
        assert site_tests.BASE + address not in listed
        if version == THIRD:
            assert notice is None
            continue
        assert robots.attributes["content"] == "noindex"
        assert "superseded" in notice.attributes["class"]
        taken = [f"{SECOND}/"] if version == FIRST else []
        assert [one.attributes["href"].partition("halewood/")[2] for one in notice.css("a")] == [
            *taken,
            "",
            f"changes/#since-{version}",
        ]


def test_a_council_with_one_version_has_no_such_page_and_no_link_to_one(built):
    for council in built.library.councils.values():
        folder, has_several = built.site / "councils" / council.slug, len(council.versions) > 1
        assert (folder / "changes").exists() == has_several
        assert ("changes/" in (folder / "index.html").read_text("utf-8")) == has_several


def test_the_page_says_as_many_changes_as_the_versions_have(with_versions):
    """No row is left out and none is made up: what stands under a step is what was found."""
    step = page(with_versions, PAGE).css(".step")[1]
    cells = step.css(".change dl > div")
    same = [cell for cell in cells if not cell.css(".verdict")]
    assert len(step.css(".change")) == 12 and len(step.css(".unchanged li")) + len(same) == 58
    assert [words_of(cell.css_first("dd")) for cell in same] == [
        "Last Review Date",
        "Next Review Date",
        "Date Approved",
    ]


ROWS_OF_A_TABLE = {
    "Gifts": ("The clerk decides.", "Within 5 days."),
    "Complaints": ("The chair decides.", "Within 10 days."),
    "Travel": ("The council decides.", "Within 15 days."),
    "Press": ("The mayor decides.", "Within 20 days."),
}


def table_of(heading: str, rows: dict[str, tuple[str, str]]) -> dict:
    """A section with a table, as files have it."""
    cells = [[name, *said] for name, said in rows.items()]
    table = {"row_headers": True, "columns": ["Matter", "Who", "When"], "rows": cells}
    return {"number": "3", "heading": heading, "table": table}


def step_of(library: Library, language: str, old: Version, new: Version) -> VersionStep:
    """What changed between two versions of an imagined council."""
    documents = {"relations": Document("exampleton", "relations", (old, new))}
    council = replace(library.councils["halewood"], slug="exampleton", documents=documents)
    whole = Library(library.vocabulary, {**library.councils, "exampleton": council}, library.today)
    return version_step(render_context(whole, language), old, new)


TOGETHER = {
    "two cells of a row": (
        [table_of("Matters", ROWS_OF_A_TABLE)],
        [table_of("Matters", {**ROWS_OF_A_TABLE, "Travel": ("The whole council decides.", "Within 15 working days.")})],
        [("3, table, Travel", "", ["same", "reworded", "reworded"])],
    ),
    "a row among others": (
        [table_of("Matters", ROWS_OF_A_TABLE)],
        [table_of("Matters", {name: ROWS_OF_A_TABLE[name] for name in ("Gifts", "Travel", "Press")})],
        [("3, table, Complaints", "removed", ["removed"] * 3)],
    ),
    "two rows, which are no whole table": (
        [table_of("Matters", ROWS_OF_A_TABLE)],
        [table_of("Matters", {name: ROWS_OF_A_TABLE[name] for name in ("Gifts", "Press")})],
        [
            ("3, table, Complaints", "removed", ["removed"] * 3),
            ("3, table, Travel", "removed", ["removed"] * 3),
        ],
    ),
    "a table that is new": (
        [{"text": "Members are courteous."}],
        [{"text": "Members are courteous."}, table_of("Matters", ROWS_OF_A_TABLE)],
        [("3, table", "added", ["added"] * 15)],
    ),
    "a cell of a row that is still there": (
        [table_of("Matters", ROWS_OF_A_TABLE)],
        [table_of("Matters", {**ROWS_OF_A_TABLE, "Press": ("The mayor decides.", "")})],
        [("3, table, Press", "", ["same", "same", "removed"])],
    ),
}


@both_languages
@pytest.mark.parametrize("case", TOGETHER)
def test_cells_of_a_changed_row_and_of_a_table_that_is_new_or_gone_are_told_together(tmp_path, library, language, case):
    old, new, expected = TOGETHER[case]
    versions = (version_of(tmp_path / f"{year}-01-01.yml", body) for year, body in ((2020, old), (2021, new)))
    runs = step_of(library, language, *versions).runs
    tables = [run.table for run in runs if run.table]
    found = [(one.label, one.verdict, [row.change.verdict for cells in one.rows for _, row in cells]) for one in tables]
    in_welsh = [(label.replace("table", "tabl"), *others) for label, *others in expected]
    assert found == (in_welsh if language == "cy" else expected)
    assert not [run.rows[0].label for run in runs if not run.folded and run.rows[0].change.old and not run.table]
