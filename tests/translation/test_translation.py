"""The state of translations, as it is found and as readers and translators see it."""

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from protocolau.comparison.difference import difference
from protocolau.model.translation import key_of_unit
from protocolau.render.pages import translation
from protocolau.repository.repository import ProtocolRepository
from protocolau.translation.checks import TranslationChecker, accepted_words_in
from protocolau.translation.reading import Reading
from protocolau.translation.workload import workload
from tests.conftest import build_well, copy_project, program
from tests.pages import adopted_words, page
from tests.rendering import render_context

TODAY = date(2026, 1, 1)
BARROW = "protocols/barrow/2019-07-16"


def load_yaml(path):
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


def write_yaml(path, data) -> None:
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")


def change(path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture(scope="module")
def changed(tmp_path_factory) -> Path:
    """A project in which translations stand in every way, with its site.

    One clause of Barrow's has changed since it was translated, and one was never translated; Llan's protocol was
    adopted in Welsh; Halewood has a new version.
    """
    project = copy_project(tmp_path_factory.mktemp("changed") / "project", kept=True)
    for suffix in ("txt", "yml"):
        change(project / f"{BARROW}.{suffix}", "Diversity should be positively", "Diversity must be actively")
    translation = load_yaml(project / f"{BARROW}.cy.yml")
    del translation["units"]["aim.para1"]
    write_yaml(project / f"{BARROW}.cy.yml", translation)
    add_welsh(project)
    add_version(project / "protocols/halewood", "2022-07-12")
    build_well(project, project / "site")
    return project


def add_version(folder: Path, slug: str) -> None:
    """Adds a version adopted at the beginning of 2024, in the words of another."""
    older = load_yaml(folder / f"{slug}.yml")
    kept = {key: value for key, value in older.items() if key not in ("source", "reviewed")}
    write_yaml(folder / "2024-01-01.yml", kept | {"adopted": "2024-01-01"})


def unit_of(project, text: str) -> str:
    units = load_yaml(project / f"{BARROW}.cy.yml")["units"]
    return next(name for name, entry in entries_of(units) if text in entry["en"])


def entries_of(units: dict) -> list[tuple[str, dict]]:
    """The entries of a translation's file, each with its key."""
    return [(key, entry) for key, value in units.items() for entry in (value if isinstance(value, list) else [value])]


def test_a_changed_clause_is_stale_on_its_page_with_the_adopted_text_one_step_away(changed):
    anchor = unit_of(changed, "Equality and Diversity")
    tree = page(changed / "site", "cy/councils/barrow/")
    stale = tree.css(".stale summary")
    assert len(stale) == 1 and "wedi dyddio" in stale[0].text()
    shown = tree.css_first(f"[id='{anchor}'] details.stale p")
    assert (shown.text(), shown.attributes["lang"]) == ("Equality and Diversity must be actively promoted", "en")
    assert "wedi dyddio" in tree.css_first(".notice.translation").text()


def test_an_untranslated_clause_stands_in_its_own_language_and_says_so(changed):
    clause = page(changed / "site", "cy/councils/barrow/").css_first("[id='aim.para1']")
    assert clause.attributes["lang"] == "en"
    assert "Heb ei gyfieithu eto." in clause.css_first(".untranslated").text()


def test_the_translator_sees_what_has_changed_word_by_word(changed):
    anchor = unit_of(changed, "Equality and Diversity")
    pair = page(changed / "site", "councils/barrow/bilingual/").css_first(f"[id='{anchor}']")
    assert "stale" in pair.attributes["class"]
    assert [node.text().split("]")[-1].strip() for node in pair.css("del")] == ["should", "positively"]
    assert [node.text().split("]")[-1].strip() for node in pair.css("ins")] == ["must", "actively"]
    assert pair.css_first(".state").text() == "Out of date"
    head = page(changed / "site", "councils/barrow/bilingual/").css_first(".about-state").text()
    assert "unless a row says another: Draft" in head and "barrow/2019-07-16.cy.yml" in head


def test_the_desk_counts_what_is_left_and_leads_to_it(changed):
    for prefix in ("", "cy/"):
        tree = page(changed / "site", f"{prefix}translation/")
        row = next(row for row in tree.css("#desk tbody tr") if "Barrow" in row.css_first("th").text())
        counts = [cell.text().strip() for cell in row.css("td.count")]
        assert counts[3:5] == ["1", "1"]
        assert int(counts[5]) > 30
        links = [node.attributes["href"].partition("barrow/bilingual/")[2] for node in tree.css(".open-tasks a")]
        assert "#aim.para1" in links and len([link for link in links if link]) == 2


def test_the_desk_counts_every_unit_once(library, site):
    tree = page(site, "translation/")
    for council, row in zip(
        sorted(library.councils.values(), key=lambda one: one.name.en.casefold()),
        tree.css("#desk tbody tr"),
        strict=True,
    ):
        counts = [int(cell.text().replace(",", "")) for cell in row.css("td.count")]
        assert sum(counts[:5]) == len(library.version_shown(council.slug).units)


def add_welsh(project: Path) -> None:
    """Adds Llan, whose protocol was adopted in Welsh: Taff's Well's with its languages exchanged."""
    source, target = project / "protocols/taffs-well-and-nantgarw", project / "protocols/llan"
    target.mkdir()
    shutil.copy(source / "council.yml", target)
    units = load_yaml(source / "2019-09-25.cy.yml")["units"]
    words = {entry["en"]: entry["cy"] for _, entry in entries_of(units)}
    protocol = load_yaml(source / "2019-09-25.yml")
    protocol |= {"language": "cy", "title": words[protocol["title"]], "body": exchanged(protocol["body"], words)}
    protocol.pop("source")
    write_yaml(target / "2019-09-25.yml", protocol)
    version = ProtocolRepository(project / "protocols").load(TODAY).version_shown("llan")
    back = {cy: en for en, cy in words.items()}
    made: dict[str, list] = {}
    for name, text in version.units.items():
        made.setdefault(key_of_unit(name), []).append({"en": back[text], "cy": text})
    write_yaml(target / "2019-09-25.en.yml", {"language": "en", "state": "reviewed", "units": made})


def exchanged(value, words):
    """A body with every text and heading in the other language."""
    if isinstance(value, list):
        return [exchanged(one, words) for one in value]
    if not isinstance(value, dict):
        return value
    return {
        key: words[one] if key in ("text", "says", "heading") and isinstance(one, str) else exchanged(one, words)
        for key, one in value.items()
    }


def test_a_protocol_adopted_in_welsh_works_the_other_way_about(changed):
    site = changed / "site"
    original, translated = page(site, "cy/councils/llan/"), page(site, "councils/llan/")
    assert original.css_first("article.protocol").attributes["lang"] == "cy"
    assert translated.css_first("article.protocol").attributes["lang"] == "en"
    assert original.css_first(".also a").text() == "This document is also available in English"
    assert translated.css_first(".also a").text() == "Mae’r ddogfen hon ar gael yn Gymraeg hefyd"
    assert "Mabwysiadwyd yn Gymraeg" in original.css_first(".facts").text()
    assert "adopted by the council, in Welsh, prevails" in translated.css_first(".notice.translation").text()
    assert original.css_first(".notice.translation") is None
    twin = adopted_words(site, "cy/councils/taffs-well-and-nantgarw/")
    assert adopted_words(site, "cy/councils/llan/").split() == twin.split()


def test_a_protocol_adopted_in_welsh_is_compared_with_the_others(changed):
    site = changed / "site"
    for address in ("topics/familiarity/", "cy/topics/familiarity/", "roles/", "cy/translation/"):
        assert any("councils/llan/" in (link.attributes["href"] or "") for link in page(site, address).css("a[href]"))
    anchors = [
        [node.attributes["id"] for node in page(site, f"{prefix}councils/llan/").css("article.protocol [id]")]
        for prefix in ("", "cy/")
    ]
    assert anchors[0] == anchors[1]


def test_a_new_version_starts_with_the_welsh_of_the_one_before(tmp_path):
    project = copy_project(tmp_path / "project")
    folder = project / "protocols/barrow"
    add_version(folder, "2019-07-16")
    change(folder / "2024-01-01.yml", "A working partnership", "A true working partnership")
    library = ProtocolRepository(project / "protocols").load(TODAY)
    council, version = library.councils["barrow"], library.version_shown("barrow")
    assert [version.slug for version in council.versions] == ["2019-07-16", "2024-01-01"]
    states = workload(version).states
    assert states["stale"] == 1 and states["missing"] == 0
    assert states["draft"] == len(version.units) - 1
    assert Reading(version, "cy").title.language == "cy"


def test_inherited_welsh_is_reported_where_it_stands(tmp_path):
    """In the file of the older version, although the newer one has a file of its own."""
    project = copy_project(tmp_path / "project")
    folder = project / "protocols/barrow"
    change(folder / "2019-07-16.cy.yml", "cy: Partneriaeth waith\n", "cy: Partneriaeth  weithgar\n")
    lines = (folder / "2019-07-16.cy.yml").read_text("utf-8").splitlines()
    line = lines.index("    cy: Partneriaeth  weithgar")  # that of the English, on which the unit begins
    newer = load_yaml(folder / "2019-07-16.yml") | {"adopted": "2024-01-01"}
    newer.pop("source")
    write_yaml(folder / "2024-01-01.yml", newer)
    change(folder / "2024-01-01.yml", "A working partnership", "A true working partnership")
    title = load_yaml(folder / "2019-07-16.cy.yml")["units"]["document title"]
    own = {"language": "cy", "state": "draft", "units": {"document title": title}}
    write_yaml(folder / "2024-01-01.cy.yml", own)
    library = ProtocolRepository(project / "protocols").load(TODAY)
    accepted = accepted_words_in(project / "protocols/vocabulary")
    warnings = TranslationChecker(library.vocabulary, accepted).check_library(library)
    assert {(warning.path.name, warning.line) for warning in warnings} == {("2019-07-16.cy.yml", line)}
    assert sorted(warning.check for warning in warnings) == ["memory", "spaces"]
    rendering = render_context(library, "cy")
    (desk,) = translation.pages(rendering)
    assert re.findall(r"<code>(.*?)</code>", desk.content) == [f"barrow/2019-07-16.cy.yml:{line}"]


def test_a_superseded_version_says_so_and_is_not_indexed(changed):
    old = page(changed / "site", "cy/councils/halewood/2022-07-12/")
    assert "disodli" in old.css_first(".superseded").text()
    assert old.css_first("meta[name=robots]").attributes["content"] == "noindex"
    assert "1 January 2024" in page(changed / "site", "councils/halewood/").css_first(".facts").text()


CHANGES = [
    ("one two three", "one two three", [("same", "one two three")]),
    ("one two", "one three", [("same", "one "), ("deleted", "two"), ("inserted", "three")]),
    ("must be met", "shall be met", [("deleted", "must"), ("inserted", "shall"), ("same", " be met")]),
    ("", "new", [("inserted", "new")]),
]


@pytest.mark.parametrize(("old", "new", "expected"), CHANGES)
def test_differences_are_by_words(old, new, expected):
    assert [(piece.kind, piece.text) for piece in difference(old, new)] == expected


@given(st.text(), st.text())
def test_the_pieces_of_a_difference_make_up_both_texts(old, new):
    pieces = difference(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "inserted") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "deleted") == new


TERMS = [
    ("cy", "Bydd Phwyllgor Safonau'r Cyngor yn cwrdd", "standards-committee", "Phwyllgor Safonau'r"),
    ("cy", "neu yn unol ag i reolau sefydlog", "standing-orders", "reolau sefydlog"),
    ("cy", "i'r gyngor tref", "town-council", "gyngor tref"),
    ("en", "raised with the Monitoring Officer.", "monitoring-officer", "Monitoring Officer"),
    ("en", "the Code of Conduct for Members", "code-of-conduct", "Code of Conduct"),
]


@pytest.mark.parametrize(("language", "text", "slug", "words"), TERMS)
def test_terms_are_found_in_whatever_form_they_stand(library, language, text, slug, words):
    found = {one.slug: text[one.start : one.end] for one in library.term_finders[language].find(text)}
    assert found.get(slug, "").startswith(words.split("'")[0])


def test_each_term_on_a_page_is_linked_once_to_where_it_is_explained(site):
    for address in ("councils/conwy/", "cy/councils/bursledon/"):
        links = [node.attributes["href"] for node in page(site, address).css("article.protocol a.term")]
        assert len(links) > 15 and len(links) == len(set(links))
        glossary = address.partition("councils/")[0] + "glossary/"
        explained = {f"../../glossary/#{node.attributes['id']}" for node in page(site, glossary).css("[id]")}
        assert set(links) <= explained


def test_the_check_warns_of_what_looks_wrong_and_fails_nothing(tmp_path):
    project = copy_project(tmp_path / "project")
    change(project / "protocols/conwy/undated.cy.yml", "o fewn 10 diwrnod", "o fewn 12 diwrnod")
    command = [program("protocolau"), "check", project / "protocols/conwy"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0
    assert done.stdout.endswith("no fault found\n")
    warnings = [line for line in done.stdout.splitlines() if line.startswith("warning: ")]
    assert len(warnings) == 1 and "[numbers]" in warnings[0] and "undated.cy.yml:" in warnings[0]
