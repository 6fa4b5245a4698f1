"""What the search is made of: what is found, by which words, and the files that a browser fetches."""

import gzip
import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from protocolau.language.folding import unaccented
from protocolau.language.search_tokens import search_words
from protocolau.library.library import Library
from protocolau.model.protocol import Council
from protocolau.model.vocabulary import Bilingual
from protocolau.publish.scripts import published, whole
from protocolau.render.page import Asset
from protocolau.repository.repository import ProtocolRepository
from protocolau.search.council_names import name_files
from protocolau.search.files import FIRST, search_files
from protocolau.search.further_files import LISTED
from protocolau.search.index_words import filter_term
from protocolau.search.searchable_statements import packed, searchable_statements
from protocolau.search.searchable_wordings import searchable_wordings
from protocolau.search.shared_beginnings import with_shared_beginnings
from protocolau.search.similar_wordings import grouped
from protocolau.search.start_data import ALIKE, EVERYDAY_TOPICS, EVERYDAY_WORDS
from tests.bench.generate import generate
from tests.conftest import ROOT
from tests.rendering import THEME, render_context


@pytest.fixture(scope="module")
def made(library) -> dict[str, dict[str, bytes]]:
    """The files of the search in each language, by their paths."""
    return {language: contents(search_files(render_context(library, language))) for language in ("en", "cy")}


def contents(assets: list[Asset]) -> dict[str, bytes]:
    return {asset.path.removeprefix("search/"): asset.content for asset in assets}


def unpacked(content: bytes):
    return json.loads(gzip.decompress(content))


# ---- results ----


@pytest.mark.parametrize("language", ["en", "cy"])
def test_every_statement_is_a_result_once_and_so_is_a_heading_that_says_no_more(library, language):
    rendering = render_context(library, language)
    of_council = {
        slug: map(packed, searchable_statements(rendering, council)) for slug, council in library.councils.items()
    }
    found = Counter(
        (place.council, place.anchor) for one in searchable_wordings(of_council) for place in one.occurrences
    )
    expected = {
        (version.council, anchor): max(1, len(version.unit_spans(provision)))
        for version in library.relations.versions
        for anchor, provision in version.provisions.items()
        if provision.text or provision.heading
    }
    assert found == expected


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_statement_is_found_with_what_governs_it_and_the_rest_of_its_clause(library, language):
    rendering = render_context(library, language)
    for slug, council in library.councils.items():
        version = library.version_shown(slug)
        for one in searchable_statements(rendering, council):
            if version.provisions[one.anchor].kind == "item":
                assert one.context, (slug, one.anchor)
    statements = {one.anchor: one for one in searchable_statements(rendering, library.councils["halewood"])}
    assert statements["3.2.f"].context.endswith({"en": "expect from Councillors:", "cy": "gan Gynghorwyr:"}[language])
    first, second = (
        one for one in searchable_statements(rendering, library.councils["halewood"]) if one.anchor == "5.3"
    )
    assert (first.around, second.around) == (second.text, first.text)


@pytest.mark.parametrize(
    ("council", "anchor", "context"),
    [
        ("conwy", "4.1", "Respect and Courtesy"),
        ("conwy", "4", ""),
        ("barrow", "councillors.para1", "Roles and Responsibilities › Councillors"),
        ("barrow", "councillors.item1", "Councillors › Councillors’ four main areas of responsibility are:"),
        ("bursledon", "reports.a", "POLITICAL GROUPS › Reports"),
    ],
)
def test_the_title_of_a_document_is_not_what_governs_a_statement_for_the_search(library, council, anchor, context):
    statements = searchable_statements(render_context(library, "en"), library.councils[council])
    assert [one.context for one in statements if one.anchor == anchor][0] == context


def test_words_that_go_on_from_a_sentence_have_its_beginning_with_them(library):
    statements = searchable_statements(render_context(library, "en"), library.councils["barrow"])
    begins, goes_on, *others = (one for one in statements if one.anchor == "councillors.para2")
    assert goes_on.text == "as this is the Clerk’s responsibility."
    assert goes_on.context == f"{begins.context} › {begins.text}"
    assert begins.text not in goes_on.around and others[0].text in goes_on.around
    assert {one.context for one in others} == {begins.context}


def test_a_statement_has_its_own_topics_and_the_side_of_those_whom_it_binds(library):
    rendering = render_context(library, "en")
    for slug, council in library.councils.items():
        version = library.version_shown(slug)
        told = [(one.anchor, one.topics, one.side) for one in searchable_statements(rendering, council) if one.text]
        said = [(one.anchor, one.topics, library.vocabulary.side_of(one.by)) for one in version.statements]
        if version.language == "en":
            assert told == said


def test_councils_that_say_the_same_share_a_result_and_each_is_named(made):
    every = unpacked(made["en"]["start"])["wordings"]
    shared = next(one for one in every if one.get("text", "").startswith("Not to be subject to bullying"))
    assert shared["places"] == [["bursledon", "3.2.f", "3.2(f)"], ["halewood", "3.2.e", "3.2(e)"]]


def test_a_council_is_named_where_it_is_first_told_of_and_nowhere_else(made):
    named: dict[str, list[str]] = {}
    for one in unpacked(made["en"]["start"])["wordings"]:
        for document, _, _, *told in one["places"]:
            assert (named.setdefault(document, told) == told) if told else document in named
    assert len(named) == 5 and named["conwy"] == ["Conwy County Borough Council", "county-borough", "wales"]
    assert sum(len(place) > 3 for one in unpacked(made["en"]["start"])["wordings"] for place in one["places"]) < 10


def test_a_result_in_another_language_says_so(made):
    every = unpacked(made["en"]["start"])["wordings"]
    assert {one.get("language") for one in every} == {None, "cy"}


def test_wordings_that_are_nearly_the_same_stand_together_behind_the_one_that_is_used_most(tmp_path):
    library = many(tmp_path, 40)
    rendering = render_context(library, "en")
    found = searchable_wordings(
        {slug: map(packed, searchable_statements(rendering, council)) for slug, council in library.councils.items()}
    )
    groups = grouped(found)
    members = [wording for group in groups for wording in (group.face, *group.others)]
    assert sorted(map(id, members)) == sorted(map(id, found))
    assert [group.uses for group in groups] == sorted((group.uses for group in groups), reverse=True)
    for group in groups:
        for other in group.others:
            assert len(other.occurrences) <= len(group.face.occurrences)
            assert (other.statement.topics, other.statement.side) == (
                group.face.statement.topics,
                group.face.statement.side,
            )
    assert len(groups) < len(found) / 2


def test_the_files_can_be_made_again_byte_for_byte(library, made):
    assert contents(search_files(render_context(library, "cy"))) == made["cy"]


@pytest.mark.parametrize("language", ["en", "cy"])
def test_few_councils_need_no_more_than_one_file(made, language):
    assert [path for path in made[language] if "/" not in path] == ["start"]
    assert not any(path.startswith("more/") for path in made[language])
    assert len(made[language]["start"]) < 65_500


@pytest.mark.parametrize("language", ["en", "cy"])
def test_no_words_of_the_interface_travel_that_no_script_says(made, language):
    said = "".join(path.read_text("utf-8") for path in (ROOT / "hooks/theme/assets/search").glob("*.js"))
    words = unpacked(made[language]["start"])["words"]
    assert [key for key in words if f't("{key}"' not in said] == []


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_first_answer_travels_in_few_bytes(made, language):
    assets = ROOT / "hooks" / "theme" / "assets"
    sent = [(assets / path, f"assets/{path}") for path in ("search/scripts.js", "search.css")]
    packed = [gzip.compress(published(whole(*one), one[0].suffix).encode()) for one in sent]
    assert sum(map(len, [*packed, made[language]["start"], made[language]["names/all"]])) < 91_000


def test_the_vocabulary_has_a_line_for_each_word_with_its_forms(made):
    lines = unpacked(made["cy"]["start"])["forms"].split("\n")
    council = next(line for line in lines if line.split()[1] == "cyngor")
    assert council.split()[0].isdigit() and {"gyngor", "chyngor", "cynghorau"} <= set(council.split())
    assert any(line.split()[1].startswith("-") for line in lines), "a word that only occurs mutated is marked"
    assert sum(len(line) for line in lines) < 20_000


def many(folder: Path, councils: int) -> Library:
    """So many generated councils."""
    generate(ROOT / "protocols", folder / "protocols", councils)
    return ProtocolRepository(folder / "protocols").load(date(2026, 1, 1))


def test_every_wording_of_many_councils_is_in_the_first_file_or_listed_for_a_word_of_its_own(tmp_path):
    library = many(tmp_path, 80)
    rendering = render_context(library, "cy")
    found = contents(search_files(rendering, whole=200))
    first = unpacked(found["start"])["wordings"]
    assert len(first) == FIRST
    further = {path.removeprefix("more/"): unpacked(content) for path, content in found.items() if "more/" in path}
    for beginning, file in further.items():
        assert all(word.startswith(beginning) for word in file["words"])
        assert all(len(numbers) <= LISTED for numbers in file["words"].values())
    texts = {one.get("text", "") for one in [*first, *(one for file in further.values() for one in file["records"])]}
    said = {one.text for council in library.councils.values() for one in searchable_statements(rendering, council)}
    assert len(said - texts) < len(said) / 4, "what is left out has the words of many others"
    assert unpacked(found["start"])["more"] == list(further)
    assert "names/all" not in found
    assert len(unpacked(found["names/00"])) == 80, "the number in a generated name begins so in all"


def test_what_a_result_leaves_out_of_its_places_is_in_a_file(tmp_path):
    library = many(tmp_path, 80)
    found = contents(search_files(render_context(library, "en"), whole=200))
    more = [one for one in unpacked(found["start"])["wordings"] if "rest" in one]
    assert any("nearly" in one for one in more) and any("counts" in one for one in more)
    for one in more:
        group, own = one["rest"]
        wordings = unpacked(found[f"places/{group}"])
        places = [place[:3] for place in one["places"]]
        assert [place[:3] for place in wordings[own][1]][: len(places)] == places
        assert one.get("nearly", 0) == sum(len(places) for _, places in wordings) - len(wordings[own][1])
        if "counts" in one:
            assert sum(count for *_, count in one["counts"]) == len(wordings[own][1]) > len(one["places"])


def test_everyday_words_lead_to_words_that_the_protocols_have_and_each_says_why(library, made):
    for language in ("en", "cy"):
        forms = {
            word.removeprefix("-")
            for line in unpacked(made[language]["start"])["forms"].split("\n")
            for word in line.split()[1:]
        }
        for entry in EVERYDAY_WORDS[language]:
            assert entry["reason"].endswith("."), entry
            lost = [
                meant
                for meant in entry["means"]
                if not all(unaccented(word) in forms for word in search_words(meant, language))
            ]
            assert not lost, (entry["said"], lost)


def test_every_topic_and_every_party_has_everyday_words_in_both_languages_and_each_topic_says_why(library):
    vocabulary = library.vocabulary
    assert set(EVERYDAY_TOPICS["topics"]) == set(vocabulary.topics)
    assert set(EVERYDAY_TOPICS["parties"]) == set(vocabulary.parties)
    for slug, topic in EVERYDAY_TOPICS["topics"].items():
        assert topic["reason"].endswith("."), slug
    for names in (*EVERYDAY_TOPICS["topics"].values(), *EVERYDAY_TOPICS["parties"].values()):
        assert names["en"] and names["cy"]
        for language in ("en", "cy"):
            said = [tuple(search_words(one, language)) for one in names[language]]
            assert all(said) and len(set(said)) == len(said), Counter(said).most_common(1)


@pytest.mark.parametrize("about", ALIKE)
def test_words_that_stand_for_one_another_are_single_words_without_accents_and_each_group_says_why(about):
    group = ALIKE[about]
    assert group["reason"].endswith(".") and group["en"] and group["cy"]
    for language in ("en", "cy"):
        for words in group[language]:
            assert len(set(words)) == len(words) > 1
            assert [list(search_words(word, language)) for word in words] == [[unaccented(word)] for word in words]


def test_what_people_say_is_led_to_topics_of_which_some_council_speaks(library, made):
    sayings = unpacked(made["en"]["start"])["everyday"]
    led_to = {topic: said.split("|") for said, _, topics in sayings for topic in topics}
    assert "nepotism" in led_to["favouritism"]
    assert any(one.endswith("about OFFICERS") for one in led_to["complaints-about-officers"])
    assert set(led_to) == {
        topic for one in unpacked(made["en"]["start"])["wordings"] for topic in one.get("topics", [])
    }


def test_texts_are_written_without_the_words_that_they_share_with_the_one_before():
    assert with_shared_beginnings(["complain about us", "complain", "a b", "3 months", "complain about staff"]) == (
        "03 months|a b|complain|1about staff|2us"
    )


def test_a_word_that_the_glossary_avoids_leads_to_the_one_that_it_has(made):
    sayings = unpacked(made["cy"]["start"])["everyday"]
    assert [means for said, means, _ in sayings if "cynefindra" in said.split("|") and means] == [
        ["agosatrwydd", "agosatrwydd personol"]
    ]


# ---- councils ----


def test_the_names_of_few_councils_are_one_file_and_of_many_one_for_each_beginning(library):
    few = name_files(library, THEME.messages["cy"])
    assert set(few) == {"all"} and len(few["all"]) == len(library.councils)
    many = {f"c{index}": town(f"c{index}", f"Aber{letter}") for index, letter in enumerate("abcdefgh" * 10)}
    found = name_files(Library(library.vocabulary, many, library.today), THEME.messages["en"])
    # Abera, ATC and CTA are one council.
    assert {beginning: len(entries) for beginning, entries in found.items()} == {"ab": 80, "at": 80, "ct": 80}


@pytest.mark.parametrize(
    ("language", "order"), [("cy", ["Cwm", "Chwilog", "Llan"]), ("en", ["Chwilog", "Cwm", "Llan"])]
)
def test_councils_stand_in_the_order_of_the_alphabet_of_the_page(library, language, order):
    towns = {name.lower(): town(name.lower(), name) for name in ("Llan", "Chwilog", "Cwm")}
    found = name_files(Library(library.vocabulary, towns, library.today), THEME.messages[language])
    assert [entry.short_name for entry in found["all"]] == order


def town(slug: str, name: str) -> Council:
    full = Bilingual(f"{name} Town Council", f"Cyngor Tref {name}")
    return Council(slug, full, Bilingual(name, name), "town", "wales", {})


def test_marks_are_words_that_no_text_has():
    assert filter_term("topic", "undue-pressure") == "ztunduepressure"
    assert [filter_term(kind, "x")[:2] for kind in ("kind", "nation", "topic", "party")] == ["zk", "zn", "zt", "zp"]
