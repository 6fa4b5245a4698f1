"""What a browser fetches to search: the files of one language, below search/ at that language's root.

    search/index/…           Pagefind's script, engine and index
    search/records/<number>  a bundle of wordings, named by Pagefind's number for it
    search/places/<number>   every place of a wording that more councils use than its bundle can name
    search/councils/<slug>   every provision of a council, for what is sought within it
    search/names/<letters>   councils by the beginnings of their names
    search/words             the vocabulary
    search/data.json         what is needed from the start: terms, topics, stop words, words of the interface

Those without an ending are packed (gzip): not every host packs what it sends.
"""

import gzip
import json
from collections import Counter
from collections.abc import Iterator

from protocolau.language import other
from protocolau.language.folding import unaccented
from protocolau.language.search_tokens import search_words
from protocolau.language.welsh.mutation import CHANGES, DATA
from protocolau.library.library import Library
from protocolau.model.protocol import Council, Provision, Version
from protocolau.render.context import RenderContext
from protocolau.render.page import Asset
from protocolau.render.version_view import VersionView
from protocolau.search import council_names, engine
from protocolau.search.forms import forms_of
from protocolau.search.index_words import STOP, filter_term, indexed, used_words, vocabulary
from protocolau.search.wordings import SearchableProvision, SearchableWording, alike, searchable_wordings
from protocolau.translation.reading import Reading

FOLDER = "search/"
FOLDERS = tuple(f"{FOLDER}{part}/" for part in ("index", "index/index", "records", "places", "councils", "names"))
"""Where files of the search lie besides its page's own folder."""

BUNDLES = 2_000
"""Bundles in an index at most: its directory, which every first query fetches, has six bytes for each."""
PLACES = 5
"""Places of a wording that its bundle names, besides one of each further kind of council and nation."""


def files(rendering: RenderContext, mutations: bool = True, bundles: int = BUNDLES) -> Iterator[Asset]:
    """Every file of the search in the language of the pages. Raises SearchFailed.

    `mutations` False leaves the mutations of Welsh out of it, to measure what they do.
    """
    of_council = {slug: clauses(rendering, council) for slug, council in rendering.library.councils.items()}
    every = [clause for its in of_council.values() for clause in its]
    topics = {slug: topic.name[rendering.language] for slug, topic in rendering.library.vocabulary.topics.items()}
    used = used_words(every)
    used[rendering.language].update(word for name in topics.values() for word in search_words(name, rendering.language))
    forms = {language: forms_of(used[language], language, rendering.library.vocabulary, mutations) for language in
             sorted(used, key=lambda one: one != rendering.language)}  # fmt: skip
    made = alike(searchable_wordings(of_council), bundles)
    pages = [indexed(bundle, forms, topics, _marks(rendering.library, bundle)) for bundle in made]
    numbers, index = engine.index(pages)
    for path, content in index.items():
        yield Asset(f"{FOLDER}index/{path}", content)
    yield from _records(rendering, made, numbers)
    for slug, its in of_council.items():
        yield _packed(
            f"councils/{slug}", [_packed_clause(one, rendering.language, [one.anchor, one.label]) for one in its]
        )
    for beginning, entries in (names := council_names.names(rendering.library, rendering.language)).items():
        yield _packed(f"names/{beginning}", entries)
    yield Asset(f"{FOLDER}words", gzip.compress(vocabulary(forms, pages).encode(), mtime=0))
    yield Asset(f"{FOLDER}data.json", _json(_data(rendering, len(made), list(names), mutations)))


# ---- clauses ----


def clauses(rendering: RenderContext, council: Council) -> list[SearchableProvision]:
    """Every provision of the version in force that has words, in the order of the document."""
    version = council.in_force
    version_view = VersionView(rendering, version)
    return [
        _clause(rendering, version_view, provision)
        for provision in version.provisions.values()
        if provision.text or provision.heading
    ]


def _clause(rendering: RenderContext, version_view: VersionView, provision: Provision) -> SearchableProvision:
    anchor = provision.anchor
    return SearchableProvision(
        anchor,
        label=version_view.citation(anchor),
        heading=_words(version_view, provision.heading, f"{anchor} heading", provision.language),
        text=_words(version_view, provision.text, anchor, provision.language),
        context=version_view.contexts[anchor],
        language=_language(version_view.version, rendering.language, provision),
        topics=provision.topics,
        party=provision.party,
    )


def _words(version_view: VersionView, source: str | None, unit: str, language: str) -> str:
    return version_view.plain_unit(source, unit, language) if source else ""


def _language(version: Version, language: str, provision: Provision) -> str:
    """The language in which a provision is shown."""
    unit = provision.anchor if provision.text else f"{provision.anchor} heading"
    return Reading(version, language).say(unit, "", provision.language).language


# ---- bundles ----


def _marks(library: Library, bundle: list[SearchableWording]) -> Iterator[str]:
    for wording in bundle:
        yield from (filter_term("topic", slug) for slug in wording.clause.topics)
        yield filter_term("party", wording.clause.party or "none")
        for council in {library.councils[place.council] for place in wording.places}:
            yield filter_term("kind", council.kind)
            yield filter_term("nation", council.nation)


def _records(rendering: RenderContext, bundles: list[list[SearchableWording]], numbers: list[str]) -> Iterator[Asset]:
    for bundle, number in zip(bundles, numbers, strict=True):
        packed = []
        for order, wording in enumerate(bundle):
            named = _named(rendering.library, wording)
            rest = f"{number}-{order}" if len(named) < len(wording.places) else None
            packed.append(_wording(rendering, wording, named, rest))
            if rest:
                yield _packed(
                    f"places/{rest}", [_place(rendering, wording, index) for index in range(len(wording.places))]
                )
        yield _packed(f"records/{number}", packed)


def _named(library: Library, wording: SearchableWording) -> list[int]:
    """Which places of a wording are named at once: the first few, and the first of each kind of council and nation."""
    chosen = list(range(len(wording.places)))[:PLACES]
    seen = {_sort(library, wording, index) for index in chosen}
    for index in range(len(chosen), len(wording.places)):
        if (sort := _sort(library, wording, index)) not in seen:
            seen.add(sort)
            chosen.append(index)
    return chosen


def _sort(library: Library, wording: SearchableWording, index: int) -> tuple[str, str]:
    council = library.councils[wording.places[index].council]
    return council.kind, council.nation


def _wording(
    rendering: RenderContext, wording: SearchableWording, named: list[int], rest: str | None
) -> dict[str, object]:
    made = _packed_clause(wording.clause, rendering.language, [])
    made["places"] = [_place(rendering, wording, index) for index in named]
    if rest:
        counts = Counter(_sort(rendering.library, wording, index) for index in range(len(wording.places)))
        made["rest"] = rest
        made["counts"] = [[*sort, n] for sort, n in sorted(counts.items())]
    return made


def _place(rendering: RenderContext, wording: SearchableWording, index: int) -> list[str]:
    """A place as [slug, anchor, label, the council's name, its kind, its nation]."""
    place = wording.places[index]
    council = rendering.library.councils[place.council]
    return [place.council, place.anchor, place.label, council.name[rendering.language], council.kind, council.nation]


def _packed_clause(clause: SearchableProvision, language: str, place: list[str]) -> dict[str, object]:
    """A clause by itself; `place` is its anchor and label where they are known by it."""
    made = {
        "at": place,
        "heading": clause.heading,
        "text": clause.text,
        "context": clause.context,
        "language": clause.language if clause.language != language else "",
        "topics": clause.topics,
        "party": clause.party,
    }
    return {key: value for key, value in made.items() if value}


# ---- what is needed from the start ----


def _data(rendering: RenderContext, count: int, beginnings: list[str], mutations: bool) -> dict[str, object]:
    language, vocabulary = rendering.language, rendering.library.vocabulary
    return {
        "language": language,
        "count": count,
        "stop": STOP[language],
        "common": _common_in_names(rendering),
        "names": beginnings,
        "appendix": [unaccented(rendering.settings.theme.messages[one]("scope.appendix")) for one in ("en", "cy")],
        "numberWords": sorted({unaccented(term) for term in _number_words(rendering)}),
        "tables": _mutations(),
        "mutates": language == "cy" and mutations,
        "topics": [[slug, topic.name[language]] for slug, topic in vocabulary.topics.items()],
        "terms": [
            [slug, _called(term, language), _called(term, other(language))] for slug, term in vocabulary.terms.items()
        ],
        "words": rendering.messages.entries("search."),
    }  # fmt: skip


def _common_in_names(rendering: RenderContext) -> list[str]:
    every = {unaccented(rendering.settings.theme.messages[one]("council")) for one in ("en", "cy")}
    return sorted(every | set(council_names.common_words(rendering.library)))


def _number_words(rendering: RenderContext) -> Iterator[str]:
    """What people put before the number of a clause, in both languages."""
    for language in ("en", "cy"):
        yield from rendering.settings.theme.messages[language]("search.number_words").split(", ")


def _called(term, language: str) -> list[str]:
    """What a term is called in a language: its name first."""
    plural = [term.plural[language]] if term.plural else []
    return [term.name[language], *plural, *term.also.get(language, ())]


def _mutations() -> dict[str, object]:
    """What a browser needs to go back from a mutated word: mutation.py's tables, without accents."""
    return {
        "changes": sorted({(unaccented(radical), unaccented(changed)) for radical, changed in CHANGES}),
        "initials": sorted({*DATA["digraphs"], *DATA["clusters"]}),
        "losesG": sorted({unaccented(letter) for letter in (*DATA["after_lost_g"], *DATA["h"]["vowels"])}),
    }


def _packed(path: str, content: object) -> Asset:
    return Asset(f"{FOLDER}{path}", gzip.compress(_json(content), mtime=0))


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
