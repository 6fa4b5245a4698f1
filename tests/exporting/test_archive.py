"""The archive of all the data: what is in it, by which schema, on what terms, and when it is made again."""

import csv
import io
import json
import re
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from protocolau.exporting import archive
from protocolau.exporting.exports import Exports
from protocolau.exporting.store import ExportStore
from protocolau.library.library import Library
from protocolau.model.protocol import Document
from protocolau.read.dates import PartialDate
from protocolau.translation.reading import Reading
from tests.pages import page
from tests.rendering import SETTINGS, THEME

FOLDER = "council-protocols/"


@pytest.fixture(scope="module")
def members(library: Library) -> dict[str, bytes]:
    """The files of the archive by their paths in it."""
    made = zipfile.ZipFile(io.BytesIO(archive.write(THEME.folder, library, SETTINGS.addresses)))
    assert made.testzip() is None
    assert all(name.startswith(FOLDER) for name in made.namelist()), "it unpacks into one folder"
    return {name.removeprefix(FOLDER): made.read(name) for name in made.namelist()}


def table(members: dict[str, bytes], name: str) -> list[dict[str, str]]:
    text = members[f"tables/{name}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_version_has_a_record_by_the_schema_that_lies_with_it(members: dict[str, bytes], library: Library):
    schema = jsonschema.Draft202012Validator(json.loads(members["schema/protocol-record.json"]))
    records = {name: json.loads(content) for name, content in members.items() if name.startswith("records/")}
    assert sorted(records) == sorted(
        f"records/{one.council}/{one.kind}/{one.slug}.json"
        for council in library.councils.values()
        for one in council.versions
    )
    for record in records.values():
        schema.validate(record)


def test_the_tables_have_each_thing_once_and_agree(members: dict[str, bytes], library: Library):
    versions = [version for council in library.councils.values() for version in council.versions]
    assert [row["council"] for row in table(members, "councils")] == list(library.councils)
    assert len(table(members, "versions")) == len(versions)
    provisions = {tuple(row[key] for key in ("council", "document", "version", "anchor")) for row in _of(members)}
    assert len(provisions) == len(_of(members)) == sum(len(version.provisions) for version in versions)
    statements = table(members, "statements")
    assert len(statements) == sum(len(version.statements) for version in versions)
    assert {tuple(row[key] for key in ("council", "document", "version", "anchor")) for row in statements} <= provisions
    known = {name: {row[key] for row in table(members, name)} for name, key in (("topics", "topic"), ("terms", "term"))}
    assert {topic for row in statements for topic in row["topics"].split()} <= known["topics"]
    assert known["terms"] == set(library.vocabulary.terms)


def _of(members: dict[str, bytes]) -> list[dict[str, str]]:
    return table(members, "provisions")


def test_the_words_of_a_statement_stand_in_both_languages_with_their_states(
    members: dict[str, bytes], library: Library
):
    version = library.version_shown("halewood")
    row = next(
        row
        for row in table(members, "statements")
        if (row["council"], row["anchor"], row["position"]) == ("halewood", "3.1.a", "1")
    )
    statement = version.provisions["3.1.a"].statements[0]
    assert row["words_en"] == statement.text
    assert row["words_cy"] == Reading(version, "cy").statement(statement).text != row["words_en"]
    assert (row["state_en"], row["state_cy"]) == ("adopted", "draft")
    assert (row["topics"], row["by"]) == (" ".join(statement.topics), " ".join(statement.by))


@pytest.mark.parametrize("readme", ["README.md", "README.cy.md"])
def test_each_file_is_explained_in_both_languages(members: dict[str, bytes], readme: str):
    told = set(re.findall(r"`([\w./<>*-]+\.\w+)`", members[readme].decode()))
    tables = {name.removeprefix("tables/") for name in members if name.startswith("tables/")}
    assert tables | {"vocabulary.json", "schema/protocol-record.json", "LICENSE.txt"} <= told
    assert SETTINGS.addresses.site_url in members[readme].decode()


def test_the_terms_of_use_are_in_it_whole(members: dict[str, bytes]):
    assert "SPDX-License-Identifier: CC-BY-4.0" in members["LICENSE.txt"].decode()
    assert b"Creative Commons Attribution 4.0 International Public License" in members["CC-BY-4.0.txt"]


def exports_of(library: Library, folder: Path) -> Exports:
    return Exports(library, SETTINGS.addresses, THEME.messages, ExportStore(folder, THEME.folder))


def test_the_archive_is_kept_until_the_data_change(library_with_a_sixth: Library, tmp_path: Path):
    first = exports_of(library_with_a_sixth, tmp_path).archive()
    content = first.path.read_bytes()
    assert content == archive.write(THEME.folder, library_with_a_sixth, SETTINGS.addresses)
    made = first.path.stat().st_ino
    again = exports_of(library_with_a_sixth, tmp_path).archive().path
    assert (again, again.stat().st_ino) == (first.path, made)
    path = library_with_a_sixth.councils["llanffug"].versions[-1].path
    written = path.read_bytes()
    try:
        path.write_bytes(written + b"# another word\n")
        assert exports_of(library_with_a_sixth, tmp_path).archive().path != first.path
    finally:
        path.write_bytes(written)
    council = library_with_a_sixth.councils["llanffug"]
    renamed = {**library_with_a_sixth.councils, "llanffug": replace(council, website="https://llanffug.example/")}
    changed = Library(library_with_a_sixth.vocabulary, renamed, library_with_a_sixth.today)
    assert exports_of(changed, tmp_path).archive().path != first.path


def test_what_a_machine_suggested_and_nobody_confirmed_is_not_in_it(library: Library):
    """A version that awaits its review has its words in the archive, and no tags."""
    council = library.councils["barrow"]
    document = council.documents["relations"]
    waiting = tuple(replace(version.untagged(), awaiting_review=True) for version in document.versions)
    barrow = replace(council, documents={"relations": replace(document, versions=waiting)})
    data = archive.write(
        THEME.folder, Library(library.vocabulary, {"barrow": barrow}, library.today), SETTINGS.addresses
    )
    made = zipfile.ZipFile(io.BytesIO(data))
    rows = table({name.removeprefix(FOLDER): made.read(name) for name in made.namelist()}, "statements")
    assert Counter(row["topics"] + row["by"] + row["to"] for row in rows) == {"": len(rows)}


@pytest.mark.parametrize(("day", "is_sure"), [(date(2026, 10, 31), True), (date(2026, 11, 1), False)])
def test_it_says_whether_a_date_that_is_partly_known_may_have_changed_how_a_version_stands(imagined, day, is_sure):
    council = imagined.library.councils["cwmderw"]
    old = replace(council.documents["relations"].versions[1], adopted=PartialDate(2020, 1, 1), withdrawn=None)
    new = replace(old, adopted=PartialDate(2026, 11), slug="2026-11")
    both = replace(council, documents={"relations": Document("cwmderw", "relations", (old, new))})
    library = Library(imagined.library.vocabulary, {"cwmderw": both}, day)
    made = zipfile.ZipFile(io.BytesIO(archive.write(THEME.folder, library, SETTINGS.addresses)))
    rows = csv.DictReader(io.StringIO(made.read(f"{FOLDER}tables/versions.csv").decode("utf-8-sig"), newline=""))
    told = [(row["standing"], row["standing_is_sure"]) for row in rows]
    assert told == [("in-force", "yes" if is_sure else "no"), ("coming", "yes" if is_sure else "no")]
    for version in (old, new):
        record = json.loads(made.read(f"{FOLDER}records/cwmderw/relations/{version.slug}.json"))
        assert record.get("standing_is_sure", True) == is_sure


@pytest.mark.parametrize(
    ("prefix", "words"), [("", "All the data in one archive"), ("cy/", "Yr holl ddata mewn un archif")]
)
def test_the_list_of_councils_offers_it_with_its_size(site: Path, prefix: str, words: str):
    link = page(site, f"{prefix}councils/").css_first("a[type='application/zip']")
    file = (site / prefix / "councils" / link.attributes["href"]).resolve()
    assert file == (site / archive.PATH).resolve()
    assert link.text() == f"{words} (ZIP, {round(file.stat().st_size / 1000)}\xa0kB)"
    about = page(site, f"{prefix}about/").css_first("a[href$='.zip']").attributes["href"]
    assert (site / prefix / "about" / about).resolve() == file
