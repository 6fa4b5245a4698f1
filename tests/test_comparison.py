"""Differences and alignments: cases by hand that hold for the build and the browser alike, and generated ones."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from protocolau.comparison.alignment import AlignedGroup, align, word_likeness
from protocolau.comparison.difference import difference
from protocolau.comparison.party_names import party_names
from protocolau.language.tokens import PartyNames, comparison_keys, tokens, word_tokens
from protocolau.library.library import Library
from tests.conftest import ROOT

CASES = yaml.safe_load((Path(__file__).parent / "comparison/cases.yml").read_text("utf-8"))
VOCABULARY = [
    "the",
    "Officers",
    "officers",
    "staff",
    "Members",
    "may",
    "advise",
    ",",
    ".",
    "’",
    "Cyngor",
    "gyngor",
    "ŵyl",
]
texts = st.lists(st.sampled_from(VOCABULARY), max_size=14).map(" ".join)
provisions = st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=12).map(tuple), max_size=6)


@pytest.fixture(scope="module")
def names(library: Library) -> dict[str, PartyNames]:
    return {language: party_names(library.vocabulary, language) for language in ("en", "cy")}


def told(pieces) -> list[list[str]]:
    return [[piece.kind, piece.text, *([piece.manner] if piece.manner else [])] for piece in pieces]


def grouped(groups: list[AlignedGroup]) -> list[list]:
    return [[list(one.left), list(one.right), *(["other"] if one.in_other_words else [])] for one in groups]


@pytest.mark.parametrize("case", CASES["differences"], ids=lambda case: case["name"])
def test_a_difference_is_told_as_a_reader_would_tell_it(case, names):
    assert told(difference(case["old"], case["new"], names[case["language"]])) == case["pieces"]


@pytest.mark.parametrize("case", CASES["alignments"], ids=lambda case: case["name"])
def test_provisions_are_put_beside_those_that_answer_to_them(case, names):
    left, right = ([comparison_keys(text, names["en"]) for text in case[side]] for side in ("left", "right"))
    assert grouped(align(left, right)) == case["groups"]


@given(texts, texts)
def test_both_texts_can_be_read_out_of_their_difference(old, new):
    found = difference(old, new)
    assert "".join(piece.text for piece in found if piece.kind != "inserted") == old
    assert "".join(piece.text for piece in found if piece.kind != "deleted") == new
    assert all(
        one.kind != other.kind or one.manner != other.manner for one, other in zip(found, found[1:], strict=False)
    )


@given(texts)
def test_tokens_are_the_text_and_a_text_does_not_differ_from_itself(names, text):
    for language in ("en", "cy"):
        assert "".join(token.text for token in tokens(text, names[language])) == text
    assert {piece.kind for piece in difference(text, text)} <= {"same"}
    assert word_tokens(text) == word_tokens(text.upper())


@given(provisions, provisions)
def test_an_alignment_leaves_nothing_out_and_puts_nothing_twice(left, right):
    groups = align(left, right)
    assert sorted(place for group in groups for place in group.left) == list(range(len(left)))
    assert sorted(place for group in groups for place in group.right) == list(range(len(right)))
    assert all(group.left or group.right for group in groups)


@given(provisions)
def test_provisions_stand_beside_themselves(found):
    found = [one for one in dict.fromkeys(found) if one]
    assert grouped(align(found, found)) == [[[place], [place]] for place in range(len(found))]


def test_likeness_is_the_share_of_words_in_the_same_order():
    assert word_likeness(["a", "b", "c", "d"], ["a", "x", "c", "y"]) == 0.5
    assert word_likeness([], []) == 0.0


def test_no_phrase_is_the_name_of_two_parties(library: Library):
    for language in ("en", "cy"):
        called = [
            (phrase, party.slug)
            for party in library.vocabulary.parties.values()
            for phrases in (party.called, party.called_together)
            for phrase in phrases[language]
        ]
        assert (
            len({phrase for phrase, _ in called}) >= len(called) - 1
        )  # "staff" in Welsh is one word for one and several
        assert all(len({slug for other, slug in called if other == phrase}) == 1 for phrase, _ in called)


def test_the_vocabulary_s_names_are_found_in_the_real_protocols(library: Library):
    """Each list of names is worth having: something in the five uses a name of each party, in each language."""
    from protocolau.comparison.compared_statements import compared_statement

    for language in ("en", "cy"):
        names = party_names(library.vocabulary, language)
        used = {
            token.key
            for version in library.versions
            for one in version.provisions.values()
            for token in tokens(compared_statement(version, one, language).text, names)
            if token.name
        }
        assert used == {"members/one", "members/several", "officers/one", "officers/several"}, (language, ROOT)
