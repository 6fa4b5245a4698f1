"""The alphabetical order of names and terms in either language."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from protocolau.language import LANGUAGES
from protocolau.language.collation import FOREIGN, alphabet, collation_key, initial
from protocolau.library.library import Library
from protocolau.render.page import Page
from protocolau.render.pages import glossary
from tests.rendering import render_context

ORDERS = {
    "cy": [
        ["agor", "Angladd", "anadl", "Bargod"],
        ["cwyn", "Cynghorydd Sir", "Cyngor Tref", "cymal", "chwythu'r chwiban", "dirprwyo", "ddim"],
        ["fel", "ffordd", "gair"],
        ["lwc", "llais", "maer"],
        ["pysgod", "phwysau", "rym", "rhaglen", "sir"],
        ["tywydd", "theori", "uniondeb"],
        ["Y Bala", "Bargod", "Y Barri", "Caerhun", "Caernarfon"],
        ["Llanfair", "Llangefni", "Llanharan", "Llan-non"],
        ["gwn", "gŵn", "gwyn"],
        ["rheolau 10", "rheolau ariannol", "rheolaugar"],
    ],
    "en": [
        ["authority", "cabinet", "The chair", "clerk", "councillor"],
        ["llama", "lunch"],
        ["town council", "town manager", "township"],
    ],
}


@pytest.mark.parametrize(
    ("language", "order"), [(language, order) for language in ORDERS for order in ORDERS[language]]
)
def test_names_stand_in_the_order_of_the_language(language: str, order: list[str]):
    assert sorted(order[1:] + order[:1], key=lambda text: collation_key(text, language)) == order


def test_the_welsh_alphabet_has_its_letters_of_two_signs():
    pairs = [letter for letter in alphabet("cy") if len(letter) == 2]
    assert pairs == ["ch", "dd", "ff", "ng", "ll", "ph", "rh", "th"]
    assert "".join(alphabet("en")) == "abcdefghijklmnopqrstuvwxyz"


@pytest.mark.parametrize(
    ("text", "language", "letter"),
    [
        ("Chwythu'r chwiban", "cy", "ch"),
        ("Chair", "en", "c"),
        ("Llangefni", "cy", "ll"),
        ("Y Bala", "cy", "b"),
        ("The Good Councillor's Guide", "en", "g"),
        ("ŵyl", "cy", "w"),
        ("1972", "en", ""),
        ("", "cy", ""),
    ],
)
def test_a_name_stands_under_its_letter(text: str, language: str, letter: str):
    assert initial(text, language) == letter


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glossary_leads_from_each_letter_to_its_terms(library: Library, language: str):
    made = glossary.pages(render_context(library, language))
    tree = LexborHTMLParser(next(one for one in made if isinstance(one, Page)).content)
    assert [node.text(strip=True).lower() for node in tree.css(".letters li")] == list(_letters(library, language))
    for link in tree.css(".letters a"):
        section = tree.css_first(f"[id='{link.attributes['href'].removeprefix('#')}']")
        words = [node.text() for node in section.css("dfn")]
        assert words and {initial(word, language) for word in words} == {link.text(strip=True).lower()}
    words = [node.text() for node in tree.css("dfn")]
    assert words == sorted(words, key=lambda word: collation_key(word, language))
    assert len(words) == len(library.vocabulary.terms)


def _letters(library: Library, language: str) -> list[str]:
    """The letters of the alphabet, but for those of other languages that begin no term."""
    used = {initial(term.name[language], language) for term in library.vocabulary.terms.values()}
    return [letter for letter in alphabet(language) if letter in used or letter not in FOREIGN[language]]
