"""What a browser fetches to search: the files of one language, below search/ at that language's root.

    search/start             terms, topics, what people say every day, words of the interface; the words of every
                             statement with their forms; the wordings that most councils use, with what a result shows
    search/more/<letters>    further wordings, by the beginnings of the words that they are found by
    search/places/<number>   every place of a group of wordings, where it is not named with them
    search/councils/<slug>   every statement of a council, for what is sought within it
    search/names/<letters>   councils by the beginnings of their names

A query reads the first, once; then those of more/ in which its words are: few councils have none. All are packed
(gzip): not every host packs what it sends.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256

from protocolau.language.search_tokens import search_words
from protocolau.library.library import Library
from protocolau.render.context import RenderContext
from protocolau.render.page import Asset
from protocolau.search.council_names import name_files
from protocolau.search.forms import Forms, forms_of
from protocolau.search.further_files import WordingPlace, divided, listing
from protocolau.search.index_words import filter_term, heads_of_statement, heads_of_words, used_words, word_list
from protocolau.search.kept_statements import StatementsOf
from protocolau.search.packing import FOLDER, kept_packed, packed_json
from protocolau.search.result_files import (
    PlaceFiles,
    Places,
    Record,
    council_groups,
    named_once,
    needs_place_file,
    wording_record,
)
from protocolau.search.searchable_statements import SearchableStatement
from protocolau.search.searchable_wordings import SearchableWording, searchable_wordings
from protocolau.search.similar_wordings import WordingGroup, alone, grouped
from protocolau.search.start_data import start_data

FOLDERS = tuple(f"{FOLDER}{part}/" for part in ("more", "places", "councils", "names"))
"""Where files of the search lie besides its page's own folder."""

WHOLE = 600
"""Wordings up to which all are in the file that every first query fetches: more than the five real councils have."""
RECORDS = 4096
"""Results held as files have them: those of the wordings that most councils use are in many files."""
FIRST = 110
"""Those that are in it where there are more, some 8 kB: a query fetches others besides, whatever is in it."""


def search_files(rendering: RenderContext, mutations: bool = True, whole: int = WHOLE) -> Iterator[Asset]:
    """Every file of the search in the language of the pages, but for those of single councils.

    `mutations` False leaves the mutations of Welsh out of it, to measure what they do; with more wordings than `whole`
    the first file has those that most councils use, and others are in files of their own.
    """
    library, language = rendering.library, rendering.language
    wordings = searchable_wordings(StatementsOf(rendering))
    is_whole = len(wordings) <= whole
    groups, first = (alone(wordings), len(wordings)) if is_whole else (grouped(wordings), min(whole, FIRST))
    used = used_words(wording.statement for wording in wordings)
    for name in _topic_names(rendering).values():
        used[language].update(search_words(name, language))
    forms = {one: _kept_forms(rendering, one, words, mutations) for one, words in used.items()}
    found = listing(groups, first, _heads_of(rendering, forms))

    places, pack = Places(rendering), kept_packed(rendering.comparison.values)
    record = lru_cache(maxsize=RECORDS)(lambda place: _record_at(places, groups, place))
    more = divided(found.wordings, record, pack)
    for beginning, file in more.items():
        yield Asset(f"{FOLDER}more/{beginning}", file)
    yield from _place_files(rendering, places, groups)
    names = name_files(library, rendering.messages)
    for beginning, entries in names.items():
        yield packed_json(f"names/{beginning}", entries, pack)
    start = {
        "forms": word_list(forms.values(), found.counts),
        **start_data(rendering, len(wordings), list(names), list(more), mutations),
        "wordings": list(
            named_once(_record_at(places, groups, WordingPlace(n, 0)) for n in range(len(groups[:first])))
        ),
    }
    yield packed_json("start", start, kept_packed(rendering.comparison.values, smallest=True))


def _place_files(rendering: RenderContext, places: Places, groups: Sequence[WordingGroup]) -> Iterator[Asset]:
    if groups:
        files = PlaceFiles(rendering, places, groups[0].face.occurrences)
        yield from (files.of(group, number) for number, group in enumerate(groups) if needs_place_file(group))


def _kept_forms(rendering: RenderContext, language: str, words: Iterable[str], mutations: bool) -> Forms:
    """The forms of the words of a language, kept by these words."""
    used = sorted(words)
    name = f"forms {language} {mutations} {sha256(' '.join(used).encode()).hexdigest()}"
    vocabulary = rendering.library.vocabulary
    return rendering.comparison.values.of_all(name, lambda: forms_of(used, language, vocabulary, mutations))


def _record_at(places: Places, groups: Sequence[WordingGroup], place: WordingPlace) -> Record:
    group = groups[place.group]
    wording = group.others[place.wording - 1] if place.wording else group.face
    return wording_record(places, group, wording, place.group)


def _heads_of(rendering: RenderContext, forms: Mapping[str, Forms]) -> Callable[[SearchableWording], set[str]]:
    """A function that tells the words that a wording is found by, with what results are narrowed by."""
    language, heads_of_word = rendering.language, heads_of_words(forms)
    topic_heads = {
        slug: frozenset(head for word in search_words(name, language) for head in heads_of_word[language](word))
        for slug, name in _topic_names(rendering).items()
    }

    def heads_of(wording: SearchableWording) -> set[str]:
        statement = wording.statement
        heads = heads_of_statement(statement, heads_of_word, topic_heads)
        return heads.union(_filter_terms(rendering.library, wording, statement))

    return heads_of


def _topic_names(rendering: RenderContext) -> dict[str, str]:
    return {slug: topic.name[rendering.language] for slug, topic in rendering.library.vocabulary.topics.items()}


def _filter_terms(library: Library, wording: SearchableWording, statement: SearchableStatement) -> Iterator[str]:
    """Yield the terms by which results are narrowed to those that have what a wording has."""
    yield from (filter_term("topic", slug) for slug in statement.topics)
    yield filter_term("party", statement.side or "none")
    for group in council_groups(library, wording):
        yield filter_term("kind", group.kind)
        yield filter_term("nation", group.nation)
