"""Both languages adopted alike: each is checked against its own source, and nobody is told to change either."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from protocolau.cli.main import main
from protocolau.editor.page_addition import page_addition
from protocolau.exporting import akoma_ntoso, data_tables
from protocolau.exporting.outgoing_document import outgoing_document
from protocolau.library.library import Library
from protocolau.read.problem import Faulty
from protocolau.render import comparison_file, linked_data
from protocolau.render.citing import cited
from protocolau.render.pages import embed, protocol, translation
from protocolau.render.pages.councils import facts
from protocolau.repository.repository import ProtocolRepository
from protocolau.translation.checks import TranslationChecker, accepted_words_in
from protocolau.translation.reading import Reading
from protocolau.translation.workload import workload
from tests.conftest import ROOT
from tests.exchange_files import rewrite, without_folder
from tests.rendering import THEME, render_context
from tests.statement_files import FACTS

FILES = {
    "council.yml": FACTS,
    "undated.yml": """\
title: Code
language: en
other_language: equal
source: {file: undated.txt}
body:
  - number: "1"
    heading: Members
    text:
      - says: Members treat officers with respect,
        by: members
      - says: and officers members.
        by: officers
""",
    "undated.txt": "1 Members\nMembers treat officers with respect, and officers members.\n",
    "undated.cy.yml": """\
language: cy
state: adopted
source: {file: undated.cy.txt}
units:
  "document title":
    en: Code
    cy: Côd
  "1 heading":
    en: Members
    cy: Yr Aelodau
  "1":
    - en: Members treat officers with respect,
      cy: Bydd aelodau a swyddogion  yn parchu eu gilydd.
    - en: and officers members.
      cy: Dyna ni
""",
    "undated.cy.txt": "1 Yr Aelodau\nBydd aelodau a swyddogion  yn parchu eu gilydd.\nDyna ni\n",
}
"""What a translator would be told to change, twice over: the council has adopted it so."""


@pytest.fixture
def protocols(tmp_path) -> Path:
    folder = tmp_path / "protocols"
    (folder / "aber").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").touch()
    (folder / "vocabulary").symlink_to(ROOT / "protocols/vocabulary")
    for name, text in FILES.items():
        (folder / "aber" / name).write_text(text, "utf-8")
    return folder


def loaded(protocols: Path) -> Library:
    return ProtocolRepository(protocols).load(date(2026, 1, 1))


def faults(protocols: Path) -> str:
    with pytest.raises(Faulty) as faulty:
        loaded(protocols)
    return without_folder(str(faulty.value), protocols)


def test_no_check_asks_for_a_change_and_nothing_is_left_to_do(protocols):
    library = loaded(protocols)
    version = library.version_shown("aber")
    checker = TranslationChecker(library.vocabulary, accepted_words_in(protocols / "vocabulary"))
    assert checker.check_library(library) == []
    assert checker.check_unit("1 s1", version, version.translations["cy"]) == []
    assert Reading(version, "cy").state == "adopted"
    assert workload(version).open == [] and workload(version).words_to_translate == 0
    assert page_addition(library, THEME, "cy/councils/aber/", "token") is None
    said = CliRunner().invoke(main, ["--project", str(protocols.parent), "translation", "suggest", "--fill"]).output
    assert said.endswith("files changed: 0\n")


@pytest.fixture
def held_in_part(protocols) -> Library:
    """Of the Welsh all but a heading is here."""
    rewrite(protocols / "aber/undated.cy.yml", '  "1 heading":\n    en: Members\n    cy: Yr Aelodau\n', "")
    rewrite(protocols / "aber/undated.cy.txt", "1 Yr Aelodau\n", "1\n")
    rewrite(protocols / "aber/undated.yml", "other_language", "adopted: 2020-01-01\nother_language")
    for name in ("yml", "txt", "cy.yml", "cy.txt"):
        (protocols / f"aber/undated.{name}").rename(protocols / f"aber/2020-01-01.{name}")
    for name in ("yml", "cy.yml"):
        rewrite(protocols / f"aber/2020-01-01.{name}", "undated", "2020-01-01")
    return loaded(protocols)


def test_a_citation_calls_no_words_unofficial_that_the_council_adopted_though_not_all_are_held(held_in_part):
    version = held_in_part.version_shown("aber")
    assert Reading(version, "cy").state != "adopted"
    assert cited(render_context(held_in_part, "cy"), version, "cy").words == "A, Côd (1 Ionawr 2020)"


@pytest.mark.parametrize(
    ("language", "state", "missing"),
    [
        ("en", "Adopted by the council; not all of it is held here", ""),
        ("cy", "Mabwysiadwyd gan y cyngor; ni chedwir y cyfan yma", "Ni chedwir hyn yma yn yr iaith hon."),
    ],
)
def test_no_page_or_file_calls_a_draft_or_untranslated_what_the_council_adopted(held_in_part, language, state, missing):
    rendering, council = render_context(held_in_part, language), held_in_part.councils["aber"]
    document, version = council.documents["relations"], held_in_part.version_shown("aber")
    shown, *_ = protocol.pages(rendering, document)
    framed, _ = embed.files(rendering, document)
    (both,) = translation.bilingual_pages(rendering, document)
    pages = shown.content, framed.content.decode(), both.content
    said = " ".join(pages)
    assert facts(rendering, council, version).other_state == state and state in said
    assert [word for word in ("Unofficial", "Not translated", "Heb ei gyfieithu", "answyddogol") if word in said] == []
    assert [missing in text for text in pages] == [True] * 3 and "iaith arall" not in said
    assert linked_data.legislation(rendering, version)["legislationLegalForce"] == "https://schema.org/InForce"
    assert comparison_file.of_version(rendering, council, version, "")["state"] == "adopted"
    addresses = rendering.settings.addresses
    xml = akoma_ntoso.write(outgoing_document(held_in_part, version, addresses, rendering.messages)).decode()
    assert '<FRBRauthor href="#council"/><FRBRlanguage' in xml and "FRBRtranslation" not in xml
    head, row = dict(data_tables.tables(held_in_part, addresses))["versions"]
    assert [value for name, value in zip(head, row, strict=True) if name.startswith("state_")] == ["adopted"] * 2


def test_the_same_words_as_a_translation_are_remarked_upon(protocols):
    rewrite(protocols / "aber/undated.yml", "other_language: equal\n", "")
    library = loaded(protocols)
    checker = TranslationChecker(library.vocabulary, accepted_words_in(protocols / "vocabulary"))
    assert {warning.check for warning in checker.check_library(library)} >= {"spaces", "final-punctuation"}


def test_the_other_language_is_checked_against_its_own_source(protocols):
    rewrite(protocols / "aber/undated.cy.yml", "yn parchu", "sy'n parchu")
    assert faults(protocols) == (
        "aber/undated.cy.yml:11: line 2 of undated.cy.txt has “swyddogion yn parchu eu gilydd. Dyna ni” where the "
        "protocol has “swyddogion sy'n parchu eu gilydd. Dyna ni”; "
        "write the words as they stand in the source, to the letter"
    )
    (protocols / "aber/undated.cy.txt").unlink()
    assert faults(protocols) == (
        "aber/undated.cy.yml:3: the source 'undated.cy.txt' is not in this folder; put it there or correct the name"
    )


def test_what_is_adopted_alike_says_so_in_its_file_and_is_there(protocols):
    rewrite(protocols / "aber/undated.cy.yml", "state: adopted", "state: draft")
    rewrite(protocols / "aber/undated.cy.yml", "cy: Yr Aelodau\n", "cy: Yr Aelodau\n    state: reviewed\n")
    remedy = "write 'adopted', or take 'other_language: equal' out of the protocol"
    assert faults(protocols).splitlines() == [
        f"aber/undated.cy.yml:2: both languages were adopted alike, and this one says 'draft'; {remedy}",
        f"aber/undated.cy.yml:8: both languages were adopted alike, and '1 heading' says 'reviewed'; {remedy}",
    ]
    (protocols / "aber/undated.cy.yml").unlink()
    assert faults(protocols) == (
        "aber/undated.yml:1: both languages are said to have been adopted alike, and only one is here; "
        "add undated.cy.yml, or write 'other_language: exists'"
    )


@pytest.mark.parametrize(("state", "of_a_unit", "line"), [("adopted", "draft", 2), ("draft", "adopted", 8)])
def test_what_the_council_adopted_is_not_said_to_be_elsewhere(protocols, state: str, of_a_unit: str, line: int):
    rewrite(protocols / "aber/undated.yml", "other_language: equal", "other_language: exists")
    translation = protocols / "aber/undated.cy.yml"
    rewrite(translation, "state: adopted", f"state: {state}")
    rewrite(translation, "cy: Yr Aelodau\n", f"cy: Yr Aelodau\n    state: {of_a_unit}\n")
    assert faults(protocols) == (
        f"aber/undated.cy.yml:{line}: the council's own text in this language is said not to be here, and this one "
        "says 'adopted'; write 'other_language: equal' in the protocol if it is that text, or another state here"
    )


def test_nothing_is_inherited_by_a_version_adopted_in_both_languages(protocols):
    text = FILES["undated.yml"].replace("other_language: equal\n", "adopted: 2024-01-01\nother_language: equal\n")
    (protocols / "aber/2024-01-01.yml").write_text(text, "utf-8")
    own = FILES["undated.cy.yml"].replace('  "1 heading":\n    en: Members\n    cy: Yr Aelodau\n', "")
    own = own.replace("source: {file: undated.cy.txt}\n", "")
    (protocols / "aber/2024-01-01.cy.yml").write_text(own, "utf-8")
    newest = loaded(protocols).councils["aber"].versions[-1]
    assert "1 heading" not in newest.translations["cy"].units
