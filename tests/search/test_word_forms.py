"""Into which words a text falls, and which of their forms the search takes for one word."""

import pytest

from protocolau.language.folding import unaccented
from protocolau.language.search_tokens import search_words, words_of
from protocolau.library.library import Library
from protocolau.search.forms import forms_of
from protocolau.search.index_words import STOP_WORDS


def heads(library: Library, language: str, used: str, **options) -> dict[str, set[str]]:
    forms = forms_of(used.split(), language, library.vocabulary, **options)
    return {form: set(found) for form, found in forms.heads.items()}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("cy", "Safonau'r Cyngor", ["safonau", "cyngor"]),
        ("cy", "a’u cadw", ["a", "cadw"]),
        ("cy", "Is-gadeirydd", ["isgadeirydd", "gadeirydd"]),
        ("cy", "Tŷ'r Cyffredin", ["tŷ", "cyffredin"]),
        ("en", "the Council's vice-chair", ["the", "council", "vicechair", "vice", "chair"]),
        ("en", "Member/Officer (2019)", ["member", "officer", "2019"]),
    ],
)
def test_a_text_falls_into_words(language, text, expected):
    assert list(search_words(text, language)) == expected


@pytest.mark.parametrize(
    "forms",
    [
        "cyngor gyngor nghyngor chyngor cynghorau gynghorau chynghorau",
        "pwyllgor bwyllgor mhwyllgor phwyllgor pwyllgorau phwyllgorau",
        "gwybodaeth wybodaeth",
        "rheolau reolau",
        "etholwyr hetholwyr etholwr",
        "cwyn gŵyn chwyn cwynion gwynion",
        "polisi bolisi pholisïau polisïau",
        "cynghorydd cynghorwyr gynghorwyr nghynghorydd",
        "mabwysiadu fabwysiadu mabwysiadwyd fabwysiadwyd",
        "tŷ dŷ thŷ",
    ],
)
def test_the_forms_of_a_welsh_word_share_a_head(library, forms):
    found = heads(library, "cy", forms)
    assert set.intersection(*found.values()), found


def test_without_the_mutations_only_inflection_joins_forms(library):
    found = heads(library, "cy", "cyngor gyngor cynghorau", mutations=False)
    assert found == {"cyngor": {"cyngor"}, "cynghorau": {"cyngor"}, "gyngor": {"gyngor"}}


def test_the_unmutated_form_and_the_other_number_of_what_is_used_are_forms_of_it(library):
    found = heads(library, "cy", "reolwyr rheolwr clerc bleidiau")
    assert found["rheolwyr"] == found["reolwyr"] == found["rheolwr"]
    assert found["clercod"] == found["clerc"] and found["pleidiau"] == found["plaid"] == found["bleidiau"]
    assert "cynghorau" not in found


def test_short_words_and_words_of_their_own_are_not_taken_for_mutations(library):
    found = heads(library, "cy", "gan can i o yn un ar dan tan gar mae bae ward modd bodd nodi dodi barrow parrow")
    for word in ("gan", "i", "o", "yn", "un", "ar", "dan", "mae"):
        assert found[word] == {word}
    assert found["ward"] == {"ward"}


def test_a_form_of_two_words_that_occur_is_either(library):
    assert heads(library, "cy", "fodd modd bodd")["fodd"] == {"modd", "bodd"}
    assert heads(library, "cy", "fodd modd")["fodd"] == {"modd"}


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("officer", "officers", True),
        ("officer", "office", False),
        ("policy", "policies", True),
        ("running", "run", True),
        ("bullied", "bullying", True),
        ("author", "authority", False),
        ("informal", "information", False),
        ("impartial", "impartiality", True),
        ("behavior", "behaviour", True),
        ("organise", "organize", True),
        ("four", "for", False),
        ("responsible", "responsibilities", True),
    ],
)
def test_english_endings_join_what_keeps_its_sense(library, one, other, joined):
    found = heads(library, "en", f"{one} {other}")
    assert (found[one] == found[other]) is joined


def test_accents_and_case_make_no_difference():
    assert [unaccented(word) for word in ("Tŷ", "POLISÏAU", "grŵp")] == ["ty", "polisiau", "grwp"]
    assert all(word == unaccented(word) for words in STOP_WORDS.values() for word in words)
    assert words_of("o’r", "cy") == ("o",)
