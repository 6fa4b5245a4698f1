"""How a clause is cited and copied, in both languages; and what reference managers read beside a version."""

import json
from pathlib import Path

import bibtexparser
import rispy
from playwright.sync_api import expect

from protocolau.exporting.references import Reference, entries
from tests.browsing import PREFIX, both_languages

BASE = "https://council-protocols.example/"
CITED = {
    "en": "Conwy County Borough Council, Protocol on Member/Officer Relations (undated), appendix 1.3",
    "cy": "Cyngor Bwrdeistref Sirol Conwy, Protocol Cysylltiadau Aelodau/Swyddogion "
    "(heb ddyddiad; cyfieithiad drafft answyddogol), atodiad 1.3",
}
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


def pasted(page) -> str:
    """What somebody who pastes now would get, once something new has been copied."""
    page.wait_for_function("document.querySelector('.copied')?.textContent")
    return page.evaluate("navigator.clipboard.readText()")


def permalink(page, anchor: str):
    return page.locator(f'[id="{anchor}"] > p > .number')


# ---- a clause ----


@both_languages
def test_the_number_of_a_clause_offers_its_citation_in_both_languages(opened, address, language):
    page = opened(f"{PREFIX[language]}councils/conwy/", **CLIPBOARD)
    permalink(page, "appendix.1.3").click()
    card = page.get_by_role("dialog")
    card.wait_for(state="visible")
    assert {one: card.locator(f"[data-citation={one}]").inner_text() for one in CITED} == CITED
    assert card.locator("[data-citation=cy]").get_attribute("lang") == "cy"
    url = f"{BASE}{PREFIX[language]}councils/conwy/undated/#appendix.1.3"
    assert card.locator("[data-url]").inner_text() == url
    assert page.url == f"{address}{PREFIX[language]}councils/conwy/#appendix.1.3"
    card.locator("div", has=page.locator("[data-citation=cy]")).get_by_role("button").click()
    assert pasted(page) == CITED["cy"]
    page.keyboard.press("Escape")
    card.wait_for(state="hidden")
    expect(permalink(page, "appendix.1.3")).to_be_focused()


@both_languages
def test_one_key_copies_the_citation_with_the_permanent_address(opened, language):
    page = opened(f"{PREFIX[language]}councils/conwy/", **CLIPBOARD)
    page.locator('[id="appendix.1.3"] .number').focus()
    page.keyboard.press("c")
    assert pasted(page) == f"{CITED[language]}, {BASE}{PREFIX[language]}councils/conwy/undated/#appendix.1.3"
    assert CITED[language] in page.locator(".copied").inner_text()


def test_the_key_does_nothing_where_no_clause_has_the_focus(opened):
    page = opened("councils/halewood/", **CLIPBOARD)
    page.evaluate("navigator.clipboard.writeText('as it was')")
    page.locator(".masthead .brand").focus()
    page.keyboard.press("c")
    page.locator('[id="3.1.a"] .number').focus()
    page.keyboard.press("Control+c")
    assert page.evaluate("navigator.clipboard.readText()") == "as it was"


def test_without_a_clipboard_of_the_new_kind_the_citation_is_copied_all_the_same(opened):
    page = opened("councils/halewood/", before="delete Clipboard.prototype.writeText", **CLIPBOARD)
    page.locator('[id="3.1.a"] .number').focus()
    page.keyboard.press("c")
    assert pasted(page).startswith(
        "Halewood Town Council, Member/Town Council Staff Relations Protocol (12 July 2022), 3.1(a), https://"
    )


def copied_of(page, first: str, last: str) -> str:
    """What is copied where everything from one clause to another is selected."""
    page.evaluate(
        """([first, last]) => {
        const range = document.createRange();
        range.setStart(document.getElementById(first), 0);
        range.setEndAfter(document.getElementById(last));
        getSelection().removeAllRanges();
        getSelection().addRange(range);
    }""",
        [first, last],
    )
    page.keyboard.press("Control+c")
    return " ".join(page.evaluate("navigator.clipboard.readText()").split())


@both_languages
def test_what_is_copied_of_clauses_needs_no_tidying(opened, library, language):
    page = opened(f"{PREFIX[language]}councils/conwy/", **CLIPBOARD)
    copied = copied_of(page, "8.5", "8.6")
    lines = page.locator('[id="8.5"] > p, [id="8.6"] > p').all_text_contents()
    assert copied == " ".join(" ".join(lines).split())
    assert copied.startswith("8.5 ") and " 8.6 " in copied
    permalink(page, "8.5").click()
    card = page.get_by_role("dialog")
    card.wait_for(state="visible")
    assert copied_of(page, "8.5", "8.6") == copied
    card.locator("[data-citation=cy]").select_text()
    page.keyboard.press("Control+c")
    assert page.evaluate("navigator.clipboard.readText()") == card.locator("[data-citation=cy]").inner_text()


# ---- a version ----


def files(site: Path, address: str) -> dict[str, str]:
    return {name: (site / address / f"citation.{name}").read_text("utf-8") for name in ("bib", "ris", "csl.json")}


@both_languages
def test_reference_managers_read_the_same_from_every_form(site: Path, language):
    address = f"{PREFIX[language]}councils/halewood/2022-07-12/"
    found = files(site, address)
    title = {
        "en": "Member/Town Council Staff Relations Protocol",
        "cy": "Protocol Cysylltiadau Aelodau/Staff y Cyngor Tref",
    }
    library = bibtexparser.parse_string(found["bib"])
    assert not library.failed_blocks
    (bib,), (ris,), (csl,) = library.entries, rispy.loads(found["ris"]), json.loads(found["csl.json"])
    assert bib["title"].strip("{}") == ris["title"] == csl["title"] == title[language]
    assert bib["author"].strip("{}") == ris["authors"][0] == csl["author"][0]["literal"] == "Halewood Town Council"
    assert bib["url"] == ris["urls"][0] == csl["URL"] == BASE + address
    assert (bib["date"], ris["date"], csl["issued"]) == ("2022-07-12", "2022/07/12", {"date-parts": [[2022, 7, 12]]})
    assert csl["language"] == ris["language"] == language


@both_languages
def test_what_has_no_date_is_given_none(site: Path, language):
    found = files(site, f"{PREFIX[language]}councils/conwy/undated/")
    (bib,) = bibtexparser.parse_string(found["bib"]).entries
    (ris,), (csl,) = rispy.loads(found["ris"]), json.loads(found["csl.json"])
    said = {"en": "undated", "cy": "heb ddyddiad"}[language]
    assert bib["note"] == ris["notes"][0] == csl["note"] == said
    assert not {"date", "year"} & ({field.key for field in bib.fields} | ris.keys()) and "issued" not in csl


def test_signs_that_mean_something_to_tex_stay_what_they_are(with_a_sixth):
    files = list(with_a_sixth.site.rglob("citation.bib"))
    assert len(files) > 6
    for file in files:
        assert not bibtexparser.parse_string(file.read_text("utf-8")).failed_blocks, file


def test_a_name_with_and_in_it_is_one_and_no_sign_is_more_than_a_letter_to_tex():
    name = "Taff's Well and Nantgarw Community Council"
    made = Reference("a", name, "A~B ^ C", "Protocol", "en", "https://a.example/", None, "No date.")
    (bib,) = bibtexparser.parse_string(dict(entries(made))["citation.bib"].decode()).entries
    assert bib["author"] == bib["institution"] == f"{{{name}}}"
    assert bib["title"] == r"{A\textasciitilde{}B \textasciicircum{} C}"
