"""What is made once for all councils that have it alike: no page shows what was made of another's words."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from protocolau.language import LANGUAGES
from protocolau.library.library import Library
from protocolau.model.protocol import Council, Version
from protocolau.model.provision import Provision
from protocolau.render.context import RenderCache, RenderContext
from protocolau.render.pages import embed, protocol, translation
from tests.rendering import render_context

COUNCIL = "conwy"
"""It has tables, a cycle, notes, references and policies, and a translation of its whole text."""


def of_statements(**changed: object) -> Callable[[Provision], Provision]:
    return lambda one: replace(one, statements=tuple(replace(said, **changed) for said in one.statements))


CHANGES: dict[str, Callable[[Provision], Provision]] = {
    "another number": lambda one: replace(one, number=f"{one.number}9" if one.number else "9"),
    "no number": lambda one: replace(one, number=None),
    "another heading": lambda one: replace(one, heading=f"{one.heading}, too" if one.heading else None),
    "the language of its words": lambda one: replace(one, language="cy" if one.language == "en" else "en"),
    "no notes": lambda one: replace(one, notes=()),
    "another kind": lambda one: replace(one, kind="paragraph" if one.kind == "item" else one.kind),
    "a wider cell": lambda one: replace(one, span=2 if one.kind == "cell" else 1),
    "other topics": of_statements(topics=("mutual-respect",)),
    "other parties": of_statements(by=("clerk",), to=("public",)),
    "no policy": of_statements(policies=()),
    "no reference": of_statements(refers_to=()),
}


def changed(one: Provision, change: Callable[[Provision], Provision]) -> Provision:
    """A provision and everything inside it, changed."""
    table = one.table and replace(
        one.table,
        columns=tuple(changed(cell, change) for cell in one.table.columns),
        rows=tuple(tuple(changed(cell, change) for cell in row) for row in one.table.rows),
    )
    return replace(
        change(one),
        table=table,
        items=tuple(changed(item, change) for item in one.items),
        provisions=tuple(changed(inner, change) for inner in one.provisions),
    )


def with_version(library: Library, change: Callable[[Version], Version]) -> Library:
    """The library with its one council changed."""
    council = library.councils[COUNCIL]
    documents = {
        kind: replace(document, versions=tuple(map(change, document.versions)))
        for kind, document in council.documents.items()
    }
    return Library(library.vocabulary, {COUNCIL: replace(council, documents=documents)}, library.today)


def contents(rendering: RenderContext, council: Council) -> Iterator[str | bytes]:
    """What stands on the pages of a council's documents, and what other sites show of them."""
    for document in council.documents.values():
        for make in (protocol.pages, translation.bilingual_pages, embed.files):
            yield from (made.content for made in make(rendering, document))


@pytest.fixture(scope="module", params=LANGUAGES)
def used(request, library: Library) -> tuple[str, RenderCache]:
    """A language, and what is kept in it once the pages of every council have been made."""
    context = render_context(library, request.param)
    for council in library.councils.values():
        assert list(contents(context, council))
    assert context.cache.leaves and context.cache.roles_rows and context.cache.bilingual_rows
    return request.param, context.cache


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_page_shows_what_its_own_council_says(library: Library, used, change: Callable[[Provision], Provision]):
    language, cache = used
    other = with_version(
        library, lambda version: replace(version, body=tuple(changed(one, change) for one in version.body))
    )
    fresh = render_context(other, language)
    council = other.councils[COUNCIL]
    assert list(contents(replace(fresh, cache=cache), council)) == list(contents(fresh, council))


def test_a_page_shows_how_far_its_own_words_are_translated(library: Library, used):
    language, cache = used
    other = with_version(library, lambda version: version.translated(()))
    fresh, council = render_context(other, language), other.councils[COUNCIL]
    assert list(contents(replace(fresh, cache=cache), council)) == list(contents(fresh, council))
