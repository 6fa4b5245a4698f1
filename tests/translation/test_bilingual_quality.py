"""How many planted faults the checks of translations tell, and that they leave good Welsh alone."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protocolau.language.addresses import without_addresses
from protocolau.language.welsh.renderings import english_stem, passed_over
from protocolau.language.welsh.words import Kind, kind, only, only_mutated, readings
from protocolau.translation.checks.sentences import SentencePair, sentence_pairs, sentences
from tests.bilingual.planting import RULES
from tests.bilingual.quality import caught, further, told

MEANING = ("force changed", "negation lost")


@pytest.mark.parametrize("name", RULES)
def test_enough_faults_of_a_kind_are_told(name):
    found = caught(name)
    assert found.told, "none can be planted"
    assert found.rate >= RULES[name]["floor"], [fault.cy for fault in found.missed]


@pytest.mark.parametrize("name", MEANING)
def test_what_changes_the_meaning_is_nearly_always_told(name):
    assert RULES[name]["floor"] >= 95


@pytest.mark.parametrize("pair", further(), ids=lambda pair: pair.en[:40])
def test_further_good_welsh_is_left_alone(pair):
    assert told(pair) == frozenset()


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("One. Two, e.g. three. “Four.” Five", ["One.", "Two, e.g. three.", "“Four.", "Five"]),
        ("Mae un, h.y. dau. Mae tri: pedwar; pump", ["Mae un, h.y. dau.", "Mae tri:", "pedwar;", "pump"]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_sentences(text, cut):
    assert sentences(text) == cut


def test_a_sentence_left_out_has_no_partner():
    minutes = ("The Clerk keeps the minutes of all meetings.", "Mae'r Clerc yn cadw cofnodion pob cyfarfod.")
    access = ("They are open to anybody who asks for them.", "Maent ar agor i bawb sy'n gofyn amdanynt.")
    left_out = "The Chair and the Vice-Chair sign every page of them in ink before the next meeting begins."
    en, cy = f"{minutes[0]} {left_out} {access[0]}", f"{minutes[1]} {access[1]}"
    assert sentence_pairs(en, cy) == (SentencePair(*minutes), SentencePair(left_out, ""), SentencePair(*access))


@given(st.text(max_size=80), st.text(max_size=80))
@settings(max_examples=100, deadline=None)
def test_no_sentence_is_lost_in_pairing(en, cy):
    pairs = sentence_pairs(en, cy)
    assert " ".join(one.en for one in pairs if one.en) == " ".join(sentences(en))
    assert " ".join(one.cy for one in pairs if one.cy) == " ".join(sentences(cy))


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("gweithdrefn", Kind.FEMININE),
        ("pwyllgor", Kind.MASCULINE),
        ("cynghorwyr", Kind.PLURAL),
        ("cyfrinachol", Kind.ADJECTIVE),
        ("pwysicaf", Kind.ADJECTIVE),
        ("darparu", Kind.VERB_NOUN),
        ("pennir", Kind.VERB),
        ("cyfarfod", Kind.MASCULINE | Kind.VERB_NOUN),
        ("tudalen", Kind.COMMON),
    ],
)
def test_a_word_is_of_its_kinds(word, wanted):
    assert kind(word) == wanted


def test_a_form_has_a_reading_for_every_word_that_it_may_be():
    assert {one.radical for one in readings("fan")} >= {"ban", "man"}
    assert only("gweithdrefn", Kind.FEMININE) and not only("weithdrefn", Kind.FEMININE)
    assert only_mutated("weithdrefn", "soft", Kind.FEMININE)


def test_words_without_a_rendering_are_passed_over():
    words = ["council", "committee", "sensible", "labour"]
    assert passed_over(words, "cyngor y pwyllgor", {}) == [["sensible", "labour"]]


def test_requests_at_once_do_not_mix_their_words():
    """Two forms asked for at once ended one in an error, and the other with the stem of the wrong word for good."""
    stems = [first + last for first in ("relat", "organ", "decis", "notif") for last in ("ional", "ising", "ication")]
    words = [f"{stem}{ending}" for stem in stems for ending in ("", "s", "ly", "ness", "ment", "ities")]
    right = {word: english_stem.__wrapped__(word) for word in words}
    every = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as threads:
            found = list(threads.map(english_stem.__wrapped__, words * 8))
    finally:
        sys.setswitchinterval(every)
    assert found == [right[word] for word in words * 8]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("ysgrifennwch i clerc@cyngor.cymru heddiw", "ysgrifennwch i " + " " * 18 + " heddiw"),
        ("gweler https://example.org/a/b heddiw", "gweler " + " " * 23 + " heddiw"),
        ("gweler www.example.cymru/tudalen.", "gweler " + " " * 26),
        ("e.e. y Clerc", "e.e. y Clerc"),
    ],
)
def test_an_address_has_no_words(text, left):
    assert without_addresses(text) == left
