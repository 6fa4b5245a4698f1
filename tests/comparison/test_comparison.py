"""Differences and alignments: cases by hand that hold for the build and the browser alike, and generated ones."""

from pathlib import Path
from time import process_time

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from protocolau.comparison.alignment import AlignedGroup, AlignedText, align, word_likeness
from protocolau.comparison.compared_statements import statements_on
from protocolau.comparison.difference import difference
from protocolau.comparison.turning import are_led_apart
from protocolau.comparison.verdicts import verdict_of
from protocolau.language.tokens import PartyNames, comparison_keys, tokens, word_tokens
from protocolau.library.library import Library
from protocolau.library.party_names import party_names

CASES = yaml.safe_load((Path(__file__).parents[1] / "comparison/cases.yml").read_text("utf-8"))
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
WORDS = [f"word {letter}" for letter in "abcdefgh"]
statements = st.lists(
    st.builds(
        AlignedText,
        st.lists(st.sampled_from(WORDS), max_size=12).map(tuple),
        st.sampled_from(["members", "officers", "both", None]),
        st.booleans(),
    ),
    max_size=6,
)


@pytest.fixture(scope="module")
def names(library: Library) -> dict[str, PartyNames]:
    return {language: party_names(library.vocabulary, language) for language in ("en", "cy")}


def verdict(old: str, new: str, names: PartyNames, language: str) -> str:
    keys, new_keys = (comparison_keys(text, names) for text in (old, new))
    return verdict_of(word_tokens(old), word_tokens(new), keys, new_keys, language)


def told(pieces) -> list[list[str]]:
    return [[piece.kind, piece.text, *([piece.manner] if piece.manner else [])] for piece in pieces]


def grouped(groups: list[AlignedGroup]) -> list[list]:
    return [[list(one.left), list(one.right), *(["topic"] if one.by_topic_alone else [])] for one in groups]


def aligned(case: list, names: PartyNames) -> list[AlignedText]:
    """The statements of a case, each its words or a list of words, side and whether it is mainly on another topic."""
    made = []
    for one in case:
        text, side, *how = [one, None] if isinstance(one, str) else one
        made.append(AlignedText(comparison_keys(text, names), side, "further" not in how, "entry" in how))
    return made


@pytest.mark.parametrize("case", CASES["differences"], ids=lambda case: case["name"])
def test_a_difference_is_told_as_a_reader_would_tell_it(case, names):
    assert told(difference(case["old"], case["new"], names[case["language"]])) == case["pieces"]


@pytest.mark.parametrize("case", CASES["alignments"], ids=lambda case: case["name"])
def test_statements_are_put_beside_those_that_answer_to_them(case, names):
    left, right = (aligned(case[side], names["en"]) for side in ("left", "right"))
    assert grouped(align(left, right)) == case["groups"]


@pytest.mark.parametrize("case", CASES["verdicts"], ids=lambda case: f"{case['one']} | {case['other']}")
def test_what_two_texts_are_to_each_other_is_said_in_one_word_either_way(case, names):
    one, other, language = case["one"], case["other"], case.get("language", "en")
    for pair in ((one, other), (other, one)):
        assert verdict(*pair, names[language], language) == case["verdict"]


@pytest.mark.parametrize("case", CASES["lead_ins"], ids=lambda case: f"{case['one']} | {case['other']}")
def test_what_leads_in_turns_the_same_words_either_way(case, names):
    language = case.get("language", "en")
    one, other = case["one"], case["other"]
    for pair in ((one, other), (other, one)):
        assert are_led_apart(*pair, names[language], language) == case["apart"]


SAYING = {
    "en": "members officers clerk must may not no any all only unless if without with of or and to own behalf 5 £ "
    "over more than under at least respect courtesy their its is has duty unacceptable co-opted vice deputy stage one",
    "cy": "aelodau swyddogion clerc rhaid i caiff ni dylai bydd yn neb dim ond oni heb gyda a neu 5 £ mwy na o leiaf "
    "hyd at parch chwrteisi ei eu beidio â mae gan hawl dyletswydd disgwylir cam un unrhyw pob dirprwy ar ôl",
}
"""Words of which some force, deny, condition, count or say nothing."""


@pytest.mark.parametrize("language", SAYING)
@given(st.data())
def test_what_texts_are_to_each_other_is_the_same_either_way_and_a_text_is_the_same_as_itself(names, language, data):
    said = st.lists(st.sampled_from(SAYING[language].split()), min_size=1, max_size=9).map(" ".join)
    one, other, end = data.draw(said), data.draw(said), data.draw(st.sampled_from(["", ":"]))
    assert verdict(one, other, names[language], language) == verdict(other, one, names[language], language)
    assert verdict(one, one.upper() + end, names[language], language) == "same"
    pair = one + end, other + end
    assert are_led_apart(*pair, names[language], language) == are_led_apart(*pair[::-1], names[language], language)
    assert not are_led_apart(one, one + end, names[language], language)


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


@given(statements, statements)
def test_an_alignment_leaves_nothing_out_and_puts_nothing_beside_what_it_may_not(left, right):
    groups = align(left, right)
    assert {place for group in groups for place in group.left} == set(range(len(left)))
    assert {place for group in groups for place in group.right} == set(range(len(right)))
    for group in groups:
        sides = {text.side for text in [left[i] for i in group.left] + [right[j] for j in group.right]}
        assert not {"members", "officers"} <= sides
        assert (
            len(group.left) != 1 or len(group.right) != 1 or left[group.left[0]].may_stand_beside(right[group.right[0]])
        )


def said(words: str, side: str, is_principal: bool = True) -> AlignedText:
    return AlignedText(tuple(f"word {one}" for one in words), side, is_principal)


@example(
    left=[said("aaa", "members"), said("aaa", "members", False), said("aabc", "both")],
    right=[said("aa", "officers", False), said("ab", "members"), said("acbaa", "both")],
)
@given(statements, statements)
def test_only_what_binds_both_parties_or_none_stands_twice(left, right):
    groups = align(left, right)
    for texts, places in ((left, "left"), (right, "right")):
        seen = [place for group in groups for place in getattr(group, places)]
        assert all(seen.count(place) == 1 or texts[place].side in ("both", None) for place in seen)


@given(statements)
def test_statements_stand_beside_themselves(found):
    found = [one for one in dict.fromkeys(found) if one.keys and one.is_principal]
    assert all([place] in (list(group.left), list(group.right)) for place, group in enumerate(align(found, found)))
    assert [[list(one.left), list(one.right)] for one in align(found[:1], found[:1])] == [[[0], [0]]] * len(found[:1])


def test_what_a_real_protocol_says_on_a_topic_stands_beside_itself_however_much_that_is(library: Library, names):
    for version in library.relations.versions:
        language, side_of = version.language, library.vocabulary.side_of
        for topic in version.spoken:
            found = [
                one.aligned(topic, side_of(one.statement.by), one.compared_text(language), names[language])
                for one in statements_on(version, topic, language)
            ]
            own = [one for one in found if one.is_principal]
            beside = [(own[i], own[j]) for group in align(own, own) for i in group.left for j in group.right]
            assert {(one, one) for one in own} <= set(beside), (version.council, topic)


def test_a_topic_of_any_number_of_statements_is_aligned_in_a_moment():
    """Each that is left joins a group, and that group was looked through in pairs: 800 held a build for minutes."""
    begun = process_time()
    many = [said("abcdef" + chr(1000 + place), "members") for place in range(1000)]
    assert len(align(many, many[:4])) == 4 and process_time() - begun < 3


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
    """Both sides are called by names in either language, and every name that is found is that of a party."""
    from protocolau.comparison.compared_statements import compared_statement

    for language in ("en", "cy"):
        names = party_names(library.vocabulary, language)
        used = {
            token.key
            for version in library.relations.versions
            for one in version.statements
            for token in tokens(compared_statement(version, one, language).text, names)
            if token.name
        }
        assert {"members/one", "members/several", "officers/one", "officers/several"} <= used, language
        assert {key.partition("/")[0] for key in used} <= set(library.vocabulary.parties)


def test_what_differs_in_very_long_texts_is_one_change():
    """A browser has no room for a table of every word by every word of two whole books."""
    old, new = (f"The same. {' '.join(letter * (1 + number % 3) for number in range(3_000))}." for letter in "ab")
    new = new.replace("bb ", "aa ")
    assert [piece.kind for piece in difference(old, new)] == ["same", "deleted", "inserted", "same"]
    assert len(difference(old[:3_000], new[:3_000])) > 500
    assert [piece.text for piece in difference(old, f"{old} More.")] == [old, " More."]
    assert difference("", old)[0].text == old
