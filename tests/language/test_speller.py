"""The Welsh speller and its lexicon: words in every form, and what is offered for a wrong one."""

import pytest

from protocolau.language.welsh.lexicon import headwords, lexicon
from protocolau.language.welsh.speller import Speller

GOOD = """
cyngor gyngor nghyngor chyngor Cyngor GYNGOR pwyllgor bwyllgor mhwyllgor phwyllgor aelodau haelodau wybodaeth
Safonau'r a'u i'w o'r â'i mae'n sy'n gyda'r bwrw'r i’r Gaerdydd Nghymru CHYMRU XIV ii b is-gadeirydd swydd-ddisgrifiad
cyd-bwyllgorau ail-fabwysiadwyd lled-farnwrol gellir ellir gellid bwriedir darperir gwaherddir cadarnheir caniateir
cedwir gelwir mabwysiedir pwysicaf caredicaf bwysicach tŷ dŷ etholwyr heb ganddynt ohonynt ynglŷn
"""


BAD = """
cyngr ymdygiad gynnwy swyddogg Ty grwp cymru councillor Swyddog'r aelodua gwybodeath rhwn cyflogedi-gion
"""


@pytest.mark.parametrize("word", GOOD.split())
def test_a_good_word_is_known(word):
    assert Speller().knows(word)


@pytest.mark.parametrize("word", BAD.split())
def test_a_wrong_word_is_not(word):
    assert not Speller().knows(word)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("Ymdygiad", "Ymddygiad"), ("grwp", "grŵp"), ("Ty'r", "Tŷ'r"), ("cyngr", "cyngor"), ("gynnwy", "gynnwys")],
)
def test_the_right_word_is_offered(wrong, right):
    assert right in Speller().near(wrong)


def test_words_of_ones_own_are_known_in_every_mutation():
    speller = Speller(["Trefwalia", "cyflogeion"])
    assert all(map(speller.knows, ["Drefwalia", "Nhrefwalia", "CHYFLOGEION", "gyflogeion"]))
    assert not Speller().knows("Drefwalia")


def test_the_lexicon_has_the_words_and_the_forms_that_the_dictionary_makes():
    assert (len(headwords()), len(lexicon())) == (71924, 232509)
    assert {"bwrdd", "byrddau", "gallwn", "Abertawe"} <= lexicon()
