"""The tables of pages as files for spreadsheets: row for row what stands on the page, with whole addresses."""

import csv
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from protocolau.exporting.spreadsheet import as_csv
from protocolau.render.page import ROOT, Page
from protocolau.render.tables import table_files
from tests.pages import page
from tests.rendering import THEME

BASE = "https://council-protocols.example/"
TABLES = {
    "councils": ("councils/", "councils"),
    "reviews": ("reviews/", "reviews"),
    "counts of reviews": ("reviews/", "by-kind"),
    "roles": ("roles/", "roles"),
    "expectations": ("roles/", "expectations"),
    "coverage": ("compare/coverage/", "coverage"),
    "likeness": ("compare/likeness/", "wording"),
    "translation": ("translation/", "translation"),
}


def read(path: Path) -> list[dict[str, str]]:
    text = path.read_text("utf-8")
    assert text.startswith("\ufeff"), "the mark by which Excel knows UTF-8"
    return list(csv.DictReader(text[1:].splitlines(keepends=True)))


LISTS = {
    "topics": ".topics dt",
    "policies": ".citations .where, .policy .silent",
    "parties": ".citations .where, .policy .silent",
    "glossary": ".terms dt",
}
"""What on the page of a list is a row of its file."""


@pytest.mark.parametrize("prefix", ["", "cy/"], ids=["en", "cy"])
@pytest.mark.parametrize("name", LISTS)
def test_a_list_can_be_had_as_a_file_too(site: Path, name: str, prefix: str):
    tree = page(site, f"{prefix}{name}/")
    found = read(site / prefix / name / f"{name}.csv")
    assert len(found) == len(tree.css(LISTS[name])) > 10
    assert tree.css_first(f"a[href='{name}.csv']")
    address = {"": "Address", "cy/": "Cyfeiriad"}[prefix]
    assert all(row[address].startswith(BASE + prefix) for row in found if row[address])
    assert all(all(row.values()) for row in found if name == "topics"), "no cell is empty"
    assert not {None} & {key for row in found for key in row}, "as many cells as heads"


def test_each_clause_of_a_list_has_its_council_and_its_address(site: Path):
    rows = [row for row in read(site / "policies/policies.csv") if row["Council"] == "Halewood Town Council"]
    assert rows and all(row["Clause"] and row["Address"].startswith(f"{BASE}councils/halewood/#") for row in rows)


@pytest.mark.parametrize("prefix", ["", "cy/"], ids=["en", "cy"])
@pytest.mark.parametrize("name", TABLES)
def test_a_file_has_each_row_of_its_table(site: Path, name: str, prefix: str):
    address, file = TABLES[name]
    tree = page(site, prefix + address)
    tables = tree.css(f"table[data-csv='{file}']")
    rows = [row for table in tables for row in table.css("tbody tr, tfoot tr") if not row.css("[scope=rowgroup]")]
    found = read(site / prefix / address / f"{file}.csv")
    assert len(found) == len(rows) > 1
    assert tree.css_first(f"a[href='{file}.csv']")
    assert not {None} & {key for row in found for key in row}, "as many cells as heads"
    words = {"": "Address", "cy/": "Cyfeiriad"}[prefix]
    links = [row[words] for row in found if row[words]]
    assert all(link.startswith(BASE + prefix) for link in links)


def test_every_table_of_ours_that_is_not_one_document_s_can_be_had_as_a_file(site: Path):
    for file in site.rglob("index.html"):
        if "councils" in file.relative_to(site).parts[:-2]:
            continue  # a document's own tables are its words, and its roles stand in those of all
        tree = LexborHTMLParser(file.read_text("utf-8"))
        tables = [] if tree.css(".page > .prose") else tree.css(".page table")
        assert [table.attributes.get("data-csv") for table in tables if not table.attributes.get("data-csv")] == [], (
            file
        )


def test_the_councils_stand_in_their_file_as_on_the_page(site: Path):
    rows = {row["Council"]: row for row in read(site / "councils/councils.csv")}
    halewood = rows["Halewood Town Council"]
    assert (halewood["Nation"], halewood["Adopted"]) == ("England", "12 July 2022")
    assert halewood["Address"] == f"{BASE}councils/halewood/"


def test_what_spans_rows_and_columns_stands_in_each_of_them():
    content = f"""<table data-csv="t"><caption>Both</caption>
    <thead><tr><th>Topic</th><th>Left</th><th>Right</th></tr></thead>
    <tbody><tr><th scope="rowgroup" colspan="3">Group</th></tr>
    <tr><th rowspan="2"><a href="{ROOT}topics/x/">X</a></th><td>a</td><td><ul><li>b</li><li>c  d</li></ul></td></tr>
    <tr><td colspan="2">=e</td></tr></tbody></table>"""
    made = Page("en", "roles/", "roles", "", "", content)
    (asset,) = table_files(made, THEME.messages["en"], "https://site.example/roles/")
    assert asset.path == "roles/t.csv"
    rows = list(csv.reader(asset.content.decode()[1:].splitlines(keepends=True)))
    assert rows == [
        ["Table", "Group", "Topic", "Left", "Right", "Address"],
        ["Both", "Group", "X", "a", "b\nc d", "https://site.example/topics/x/"],
        ["Both", "Group", "X", "'=e", "'=e", ""],
    ]


def test_what_a_page_sets_off_by_its_look_a_file_sets_off_by_marks():
    content = """<table data-csv="t"><caption>Roles</caption>
    <thead><tr><th>Topic</th><th>Members</th><th>Officers</th></tr></thead>
    <tbody><tr><th><a href="x/">Chairs</a> <span class="others">2 more wordings</span></th>
    <td><ul><li><span class="who">The public</span> <span class="lead-in">In short:</span> <b>One</b>
    <a class="where" href="y/">Conwy 1.1</a> <span class="others">also 1 other</span></li></ul></td>
    <td><span class="others">To come</span></td></tr>
    <tr><th>Aims</th><td colspan="2"><p class="who">Members and officers</p><ul><li>Two</li></ul></td></tr>
    </tbody></table>"""
    made = Page("en", "roles/", "roles", "", "", content)
    (asset,) = table_files(made, THEME.messages["en"], "https://site.example/roles/")
    rows = list(csv.reader(asset.content.decode()[1:].splitlines(keepends=True)))[1:]
    assert [row[2:-1] for row in rows] == [
        ["Chairs (2 more wordings)", "The public: In short: One (Conwy 1.1) (also 1 other)", "To come"],
        ["Aims", "Members and officers:\nTwo", "Members and officers:\nTwo"],
    ]


def test_a_count_stands_in_a_file_as_programs_read_it():
    content = """<table data-csv="t"><caption>Work</caption>
    <thead><tr><th>Document</th><th class="count">Words</th></tr></thead>
    <tbody><tr><th>Rules, 1,000 of them</th><td class="count">1,008,550</td></tr></tbody></table>"""
    made = Page("en", "translation/", "translation", "", "", content)
    (asset,) = table_files(made, THEME.messages["en"], "https://site.example/translation/")
    rows = list(csv.reader(asset.content.decode()[1:].splitlines()))
    assert rows[1][2:4] == ["Rules, 1,000 of them", "1008550"]


@pytest.mark.parametrize("cell", ["=1+1", "+44 1492", "-1", "@name", "＝1", "＋1", "－1", "＠name"])
def test_no_cell_is_taken_for_a_formula(cell: str):
    assert as_csv([[cell]]) == f'\ufeff"\'{cell}"\r\n'.encode()
