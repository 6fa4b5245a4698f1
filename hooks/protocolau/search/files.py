"""What a browser fetches to search: the files of one language, below search/ at that language's root.

    search/index/…           Pagefind's script, engine and index
    search/records/<number>  a bundle of wordings, named by Pagefind's number for it
    search/places/<number>   every place of a wording that more councils use than its bundle can name
    search/councils/<slug>   every statement of a council, for what is sought within it
    search/names/<letters>   councils by the beginnings of their names
    search/words             the words of the index with their forms
    search/data.json         what is needed from the start: terms, topics, stop words, words of the interface

Those without an ending are packed (gzip): not every host packs what it sends.
"""

from collections.abc import Iterator, Mapping, Sequence

from protocolau.language.search_tokens import search_words
from protocolau.library.library import Library
from protocolau.render.context import RenderContext
from protocolau.render.page import Asset
from protocolau.search import engine
from protocolau.search.council_names import name_files
from protocolau.search.forms import Forms, forms_of
from protocolau.search.index_words import IndexedBundle, filter_term, indexed, used_words, word_list
from protocolau.search.packing import FOLDER, packed, packed_json
from protocolau.search.result_files import bundle_files, council_file, council_groups
from protocolau.search.searchable_statements import SearchableStatement, searchable_statements
from protocolau.search.searchable_wordings import Bundle, bundled, searchable_wordings
from protocolau.search.start_file import start_file

FOLDERS = tuple(f"{FOLDER}{part}/" for part in ("index", "index/index", "records", "places", "councils", "names"))
"""Where files of the search lie besides its page's own folder."""

MOST_BUNDLES = 2_000
"""Bundles in an index at most: its directory, which every first query fetches, has six bytes for each."""


def search_files(rendering: RenderContext, mutations: bool = True, most_bundles: int = MOST_BUNDLES) -> Iterator[Asset]:
    """Every file of the search in the language of the pages. Raises SearchFailed.

    `mutations` False leaves the mutations of Welsh out of it, to measure what they do.
    """
    library, language = rendering.library, rendering.language
    statements_of = {slug: searchable_statements(rendering, council) for slug, council in library.councils.items()}
    bundles = bundled(searchable_wordings(statements_of), most_bundles)
    forms = _forms(rendering, statements_of, mutations)
    indexed_bundles = _indexed(rendering, bundles, forms)
    numbers, index = engine.index(indexed_bundles)
    for path, content in index.items():
        yield Asset(f"{FOLDER}index/{path}", content)
    yield from bundle_files(rendering, bundles, numbers)
    for slug, statements in statements_of.items():
        yield council_file(rendering, slug, statements)
    names = name_files(library, language)
    for beginning, entries in names.items():
        yield packed_json(f"names/{beginning}", entries)
    yield packed("words", word_list(forms.values(), indexed_bundles).encode())
    yield start_file(rendering, len(bundles), list(names), mutations)


def _forms(
    rendering: RenderContext, statements_of: Mapping[str, Sequence[SearchableStatement]], mutations: bool
) -> dict[str, Forms]:
    """By language, the forms of every word of the statements and of the names of topics."""
    vocabulary = rendering.library.vocabulary
    used = used_words(statement for statements in statements_of.values() for statement in statements)
    for name in _topic_names(rendering).values():
        used[rendering.language].update(search_words(name, rendering.language))
    return {language: forms_of(words, language, vocabulary, mutations) for language, words in used.items()}


def _indexed(rendering: RenderContext, bundles: Sequence[Bundle], forms: Mapping[str, Forms]) -> list[IndexedBundle]:
    topic_names = {slug: (name, rendering.language) for slug, name in _topic_names(rendering).items()}
    return [indexed(bundle, forms, topic_names, _filter_terms(rendering.library, bundle)) for bundle in bundles]


def _topic_names(rendering: RenderContext) -> dict[str, str]:
    return {slug: topic.name[rendering.language] for slug, topic in rendering.library.vocabulary.topics.items()}


def _filter_terms(library: Library, bundle: Bundle) -> Iterator[str]:
    """Yield the terms by which results are narrowed to those that have what a bundle's wordings have."""
    for wording in bundle:
        yield from (filter_term("topic", slug) for slug in wording.statement.topics)
        yield filter_term("party", wording.statement.side or "none")
        for group in council_groups(library, wording):
            yield filter_term("kind", group.kind)
            yield filter_term("nation", group.nation)
