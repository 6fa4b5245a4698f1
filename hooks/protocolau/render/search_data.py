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

from protocolau import other
from protocolau.library import Library
from protocolau.library.reading import read_in
from protocolau.model.protocol import Council, Provision, Version
from protocolau.render.page import Asset, Studio
from protocolau.render.provisions import Showing, citation
from protocolau.search import council_names, engine
from protocolau.search.forms import forms_of
from protocolau.search.tokens import folded, words
from protocolau.search.wordings import Clause, Wording, alike, wordings
from protocolau.search.words import STOP, indexed, mark, used_words, vocabulary
from protocolau.welsh.mutation import CHANGES, DATA

FOLDER = "search/"
FOLDERS = tuple(f"{FOLDER}{part}/" for part in ("index", "index/index", "records", "places", "councils", "names"))
"""Where files of the search lie besides its page's own folder."""

BUNDLES = 2_000
"""Bundles in an index at most: its directory, which every first query fetches, has six bytes for each."""
PLACES = 5
"""Places of a wording that its bundle names, besides one of each further kind of council and nation."""


def files(studio: Studio, mutations: bool = True, bundles: int = BUNDLES) -> Iterator[Asset]:
    """Every file of the search in the studio's language. Raises SearchFailed.

    `mutations` False leaves the mutations of Welsh out of it, to measure what they do.
    """
    of_council = {slug: clauses(studio, council) for slug, council in studio.library.councils.items()}
    every = [clause for its in of_council.values() for clause in its]
    topics = {slug: topic.name[studio.language] for slug, topic in studio.library.vocabulary.topics.items()}
    used = used_words(every)
    used[studio.language].update(word for name in topics.values() for word in words(name, studio.language))
    forms = {language: forms_of(used[language], language, studio.library.vocabulary, mutations) for language in
             sorted(used, key=lambda one: one != studio.language)}  # fmt: skip
    made = alike(wordings(of_council), bundles)
    pages = [indexed(bundle, forms, topics, _marks(studio.library, bundle)) for bundle in made]
    numbers, index = engine.index(pages)
    for path, content in index.items():
        yield Asset(f"{FOLDER}index/{path}", content)
    yield from _records(studio, made, numbers)
    for slug, its in of_council.items():
        yield _packed(
            f"councils/{slug}", [_packed_clause(one, studio.language, [one.anchor, one.label]) for one in its]
        )
    for beginning, entries in (names := council_names.names(studio.library, studio.language)).items():
        yield _packed(f"names/{beginning}", entries)
    yield Asset(f"{FOLDER}words", gzip.compress(vocabulary(forms, pages).encode(), mtime=0))
    yield Asset(f"{FOLDER}data.json", _json(_data(studio, len(made), list(names), mutations)))


# ---- clauses ----


def clauses(studio: Studio, council: Council) -> list[Clause]:
    """Every provision of the version in force that has words, in the order of the document."""
    version = council.in_force
    showing = Showing(studio, version)
    return [
        _clause(studio, showing, provision)
        for provision in version.provisions.values()
        if provision.text or provision.heading
    ]


def _clause(studio: Studio, showing: Showing, provision: Provision) -> Clause:
    anchor = provision.anchor
    return Clause(
        anchor,
        label=citation(studio.words, showing.reading, anchor),
        heading=_words(showing, provision.heading, f"{anchor} heading", provision.language),
        text=_words(showing, provision.text, anchor, provision.language),
        context=showing.contexts[anchor],
        language=_language(showing.version, studio.language, provision),
        topics=provision.topics,
        party=provision.party,
    )


def _words(showing: Showing, source: str | None, unit: str, language: str) -> str:
    return showing.words(source, unit, language) if source else ""


def _language(version: Version, language: str, provision: Provision) -> str:
    """The language in which a provision is shown."""
    unit = provision.anchor if provision.text else f"{provision.anchor} heading"
    return read_in(version, language).say(unit, "", provision.language).language


# ---- bundles ----


def _marks(library: Library, bundle: list[Wording]) -> Iterator[str]:
    for wording in bundle:
        yield from (mark("topic", slug) for slug in wording.clause.topics)
        yield mark("party", wording.clause.party or "none")
        for council in {library.councils[place.council] for place in wording.places}:
            yield mark("kind", council.kind)
            yield mark("nation", council.nation)


def _records(studio: Studio, bundles: list[list[Wording]], numbers: list[str]) -> Iterator[Asset]:
    for bundle, number in zip(bundles, numbers, strict=True):
        packed = []
        for order, wording in enumerate(bundle):
            named = _named(studio.library, wording)
            rest = f"{number}-{order}" if len(named) < len(wording.places) else None
            packed.append(_wording(studio, wording, named, rest))
            if rest:
                yield _packed(
                    f"places/{rest}", [_place(studio, wording, index) for index in range(len(wording.places))]
                )
        yield _packed(f"records/{number}", packed)


def _named(library: Library, wording: Wording) -> list[int]:
    """Which places of a wording are named at once: the first few, and the first of each kind of council and nation."""
    chosen = list(range(len(wording.places)))[:PLACES]
    seen = {_sort(library, wording, index) for index in chosen}
    for index in range(len(chosen), len(wording.places)):
        if (sort := _sort(library, wording, index)) not in seen:
            seen.add(sort)
            chosen.append(index)
    return chosen


def _sort(library: Library, wording: Wording, index: int) -> tuple[str, str]:
    council = library.councils[wording.places[index].council]
    return council.kind, council.nation


def _wording(studio: Studio, wording: Wording, named: list[int], rest: str | None) -> dict[str, object]:
    made = _packed_clause(wording.clause, studio.language, [])
    made["places"] = [_place(studio, wording, index) for index in named]
    if rest:
        counts = Counter(_sort(studio.library, wording, index) for index in range(len(wording.places)))
        made["rest"] = rest
        made["counts"] = [[*sort, n] for sort, n in sorted(counts.items())]
    return made


def _place(studio: Studio, wording: Wording, index: int) -> list[str]:
    """A place as [slug, anchor, label, the council's name, its kind, its nation]."""
    place = wording.places[index]
    council = studio.library.councils[place.council]
    return [place.council, place.anchor, place.label, council.name[studio.language], council.kind, council.nation]


def _packed_clause(clause: Clause, language: str, place: list[str]) -> dict[str, object]:
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


def _data(studio: Studio, count: int, beginnings: list[str], mutations: bool) -> dict[str, object]:
    language, vocabulary = studio.language, studio.library.vocabulary
    return {
        "language": language,
        "count": count,
        "stop": STOP[language],
        "common": _common_in_names(studio),
        "names": beginnings,
        "appendix": [folded(studio.setting.words[one]("scope.appendix")) for one in ("en", "cy")],
        "numberWords": sorted({folded(term) for term in _number_words(studio)}),
        "tables": _mutations(),
        "mutates": language == "cy" and mutations,
        "topics": [[slug, topic.name[language]] for slug, topic in vocabulary.topics.items()],
        "terms": [
            [slug, _called(term, language), _called(term, other(language))] for slug, term in vocabulary.terms.items()
        ],
        "words": studio.words.entries("search."),
    }  # fmt: skip


def _common_in_names(studio: Studio) -> list[str]:
    every = {folded(studio.setting.words[one]("council")) for one in ("en", "cy")}
    return sorted(every | set(council_names.common_words(studio.library)))


def _number_words(studio: Studio) -> Iterator[str]:
    """What people put before the number of a clause, in both languages."""
    for language in ("en", "cy"):
        yield from studio.setting.words[language]("search.number_words").split(", ")


def _called(term, language: str) -> list[str]:
    """What a term is called in a language: its name first."""
    plural = [term.plural[language]] if term.plural else []
    return [term.name[language], *plural, *term.also.get(language, ())]


def _mutations() -> dict[str, object]:
    """What a browser needs to go back from a mutated word: mutation.py's tables, without accents."""
    return {
        "changes": sorted({(folded(radical), folded(changed)) for radical, changed in CHANGES}),
        "initials": sorted({*DATA["digraphs"], *DATA["clusters"]}),
        "losesG": sorted({folded(letter) for letter in (*DATA["after_lost_g"], *DATA["h"]["vowels"])}),
    }


def _packed(path: str, content: object) -> Asset:
    return Asset(f"{FOLDER}{path}", gzip.compress(_json(content), mtime=0))


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
