"""A word is found in every form, asked in Chromium: mutated, in the other number, without its accents."""

import pytest
from playwright.sync_api import expect

from protocolau.language.folding import unaccented
from protocolau.language.search_tokens import search_words
from protocolau.language.welsh.mutation import forms, radicals
from tests.browsing import PREFIX, both_languages, with_modules
from tests.search.asking import answers


@pytest.mark.parametrize(
    "typed",
    [
        ["cyngor", "gyngor", "nghyngor", "chyngor"],
        ["pwyllgor", "bwyllgor", "mhwyllgor", "phwyllgor"],
        ["gwybodaeth", "wybodaeth"],
        ["rheolau", "reolau"],
        ["cod ymddygiad", "god ymddygiad", "chod ymddygiad"],
        ["hetholwyr", "etholwyr"],
        ["tŷ'r cyffredin", "ty'r cyffredin"],
        ["grŵp", "grwp", "GRŴP"],
    ],
    ids=lambda typed: typed[0],
)
def test_mutated_and_unaccented_forms_find_the_same_provisions(searching, typed):
    found = answers(searching("cy"), "cy", typed)
    assert found[0]["results"] and all(one["results"] == found[0]["results"] for one in found)


def test_each_form_is_marked_as_it_stands(opened):
    page = opened("cy/search/?q=gyngor&topic=giving-advice")
    marks = page.locator(".result-item mark")
    expect(marks.first).to_be_visible()
    assert {"cyngor", "chyngor"} <= {text.lower() for text in marks.all_text_contents()}
    assert {unaccented(text.lower()) for text in marks.all_text_contents()} <= {
        "cyngor",
        "gyngor",
        "chyngor",
        "cynghorau",
    }


@both_languages
def test_short_words_do_not_find_everything(searching, language):
    page = searching(language)
    typed = {"en": "and or of clerk", "cy": "yn a mae clerc"}[language]
    assert answers(page, language, [typed])[0]["results"] == answers(page, language, [typed.split()[-1]])[0]["results"]


def test_going_back_from_mutations_is_the_same_in_the_browser(opened, site):
    page = opened("cy/search/")
    listed = [
        "cyngor",
        "pwyllgor",
        "gwlad",
        "glan",
        "grym",
        "gnawd",
        "llys",
        "rheol",
        "tad",
        "dafad",
        "mam",
        "barn",
        "ysgol",
    ]
    further = {"fan", "mae", "chwaraeon", "ngwlad", "wrth", "a"}
    every = sorted({form for word in listed for form in forms(word)} | further)
    with_modules(page)
    found = page.evaluate(
        """async (forms) => {
            const { radicals } = await import('/assets/search/mutation.js');
            const { store } = await import('/assets/search/store.js');
            const { tables } = await store('').json('start');
            return forms.map((form) => radicals(form, tables).sort());
        }""",
        every,
    )
    assert dict(zip(every, found, strict=True)) == {
        form: sorted(one for one in {unaccented(one) for one in radicals(form)} if one.isascii()) for form in every
    }


@both_languages
def test_texts_fall_into_the_same_words_in_the_browser(opened, library, language):
    page = opened(f"{PREFIX[language]}search/")
    texts = [text for version in library.relations.versions for text in version.units.values()]
    texts += [
        unit.target for version in library.relations.versions for unit in version.translations["cy"].units.values()
    ]
    with_modules(page)
    found = page.evaluate(
        """async ([texts, language]) => {
            const { tokens } = await import('/assets/search/text.js');
            return texts.map((text) => tokens(text, language).flatMap((token) => token.words));
        }""",
        [texts, language],
    )
    assert found == [[unaccented(word) for word in search_words(text, language)] for text in texts]


@pytest.mark.parametrize("typed", ["pwerau", "gweithgareddau", "cymunedau", "rheolwyr", "clercod", "pleidiau"])
def test_of_a_word_that_is_used_mutated_or_in_its_other_number_alone_nothing_is_said_to_be_missing(opened, typed):
    page = opened(f"cy/search/?q={typed}")
    expect(page.locator(".result-item.result mark").first).to_be_visible()
    expect(page.locator(".search-offers p")).to_have_count(0)
