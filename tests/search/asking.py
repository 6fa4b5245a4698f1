"""The dialog and the engine of the search as tests use them."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browsing import PREFIX, with_modules

NAMED = {
    "hale": ("Hale Parish Council", "Hale", "Hale"),
    "anglesey": ("Isle of Anglesey County Council", "Isle of Anglesey", "Ynys Môn"),
    "ynysybwl": ("Ynysybwl Community Council", "Ynysybwl", "Ynys-y-bwl"),
    "bridgend": ("Bridgend Town Council", "Bridgend", "Pen-y-bont ar Ogwr"),
    "newport": ("Newport City Council", "Newport", "Casnewydd"),
    "furness": ("Barrow-in-Furness Town Council", "Barrow-in-Furness", "Barrow-in-Furness"),
    "trefdraeth": ("Newport Town Council", "Newport", "Trefdraeth"),
}
"""Councils whose names begin or are written in parts as those of others are, or are theirs but for the kind, by slug:
name, and short names."""


def typed_in_dialog(opened, language: str, text: str, path: str = "councils/", **options) -> Page:
    """A page with the dialog opened by its keys, and something typed into it."""
    page = opened(PREFIX[language] + path, **options)
    page.keyboard.press("Control+k")
    expect(box(page)).to_be_focused()
    page.keyboard.type(text)
    return page


def box(page: Page) -> Locator:
    """The field of the dialog."""
    return page.get_by_role("combobox", name=re.compile("Search the protocols|Chwilio’r protocolau"))


def options(page: Page, kind: str = "") -> Locator:
    """What the dialog offers, of a kind."""
    return page.locator(f".search-dialog [role=option]{kind}")


def answers(page: Page, language: str, typed: list[str], folder: str = "", **settings) -> list[dict]:
    """What the search answers, in short; that below a folder of the site, if one is given."""
    with_modules(page)
    return page.evaluate(
        """async ([base, texts, settings]) => {
            const { search } = await import('/assets/search/engine.js');
            const asked = search(new URL(base, location.origin).href);
            const short = (found) => ({
                clauses: found.clauses.map(one => `${one.places[0].slug}#${one.places[0].anchor}`),
                councils: found.councils.map(one => one.council[0]),
                results: found.results.map(one => `${one.places[0].slug}#${one.places[0].anchor}`),
                suggestions: found.suggestions,
                counterpart: found.counterpart,
                unknown: found.unknown,
                instead: found.instead,
            });
            return Promise.all(texts.map(async (text) => short(await asked.find(text, settings))));
        }""",
        [f"/{folder}{PREFIX[language]}search/", typed, settings],
    )
