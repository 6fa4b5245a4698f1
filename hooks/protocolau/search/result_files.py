"""The files that say what a result shows: wordings with some of their places, all places of one, all of a council."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from hashlib import blake2b
from typing import NamedTuple, cast

from protocolau.library.library import RELATIONS, Library
from protocolau.model.protocol import Council
from protocolau.render.context import RenderContext
from protocolau.render.page import Asset
from protocolau.render.standing import standing_words
from protocolau.search.packing import FOLDER, packed
from protocolau.search.searchable_statements import SearchableStatement
from protocolau.search.searchable_wordings import Occurrences, SearchableWording
from protocolau.search.similar_wordings import WordingGroup

NAMED_PLACES = 5
"""Places of a wording that are named with it, besides one of each further kind of council and nation."""


Record = dict[str, object]


class CouncilGroup(NamedTuple):
    """What results can be narrowed by: the kind of a council, and its nation."""

    kind: str
    nation: str


class PlaceRecord(NamedTuple):
    """A place where a wording stands, as a file has it: a list of six."""

    document: str
    """Where the document stands below councils/: the slug of the council, and the kind where it is another."""
    anchor: str
    label: str
    name: str
    """The council's, in the language of the pages, and that of a document of another kind; with how it stands, where it
    does not apply."""
    kind: str
    nation: str


class Places:
    """Gives places in the words of one language; what they share with others of their document is looked up once."""

    def __init__(self, rendering: RenderContext):
        self.language = rendering.language
        self._of_document = cache(partial(_place_in_document, rendering))

    def of(self, wording: SearchableWording) -> list[PlaceRecord]:
        """Every place of a wording."""
        places = []
        for one in wording.occurrences:
            document, name, group = self._of_document(one.council, one.kind)
            places.append(PlaceRecord(document, one.anchor, one.label, name, *group))
        return places


def _place_in_document(rendering: RenderContext, slug: str, kind: str) -> tuple[str, str, CouncilGroup]:
    """What is said of any place in a document: where that stands, what it is called, and the group of its council."""
    library, language = rendering.library, rendering.language
    council = library.councils[slug]
    named = [] if kind == RELATIONS else [library.vocabulary.documents[kind].name[language]]
    name = ", ".join([council.name[language], *named])
    standing = lapsed(rendering, council).get(kind)
    called = f"{name} ({standing})" if standing else name
    return _document(slug, kind), called, CouncilGroup(council.kind, council.nation)


def lapsed(rendering: RenderContext, council: Council) -> dict[str, str]:
    """By their kind the documents of a council of which what is shown does not apply, and how it stands in words."""
    library = rendering.library
    shown = ((kind, library.version_shown(council.slug, kind)) for kind in council.documents)
    return {kind: standing_words(rendering, one) for kind, one in shown if not library.standings[one].applies}


def wording_record(places_of: Places, group: WordingGroup, wording: SearchableWording, number: int) -> Record:
    """A wording with its first places; with the name of the file of all, where there are more.

    `number` is that of its group. Of a face it is said too how many use nearly the same words.
    """
    places = places_of.of(wording)
    named = _named(places)
    record = {"places": named, **_record(wording.statement, places_of.language)}
    nearly = group.uses - len(places) if wording is group.face else 0
    if len(named) < len(places):
        record["counts"] = _counts(places)
    if nearly:
        record["nearly"] = nearly
    if nearly or len(named) < len(places):
        own = group.others.index(wording) + 1 if wording is not group.face else 0
        record["rest"] = [number, own]
    return record


def named_once(records: Iterable[Record]) -> Iterator[Record]:
    """Records whose places say only where they stand, but for those of the first record in which a document is named:
    by these the browser knows what the others are called, and of which kind and nation."""
    documents: set[str] = set()
    for record in records:
        places = cast(list[PlaceRecord], record["places"])
        yield {**record, "places": [one[:3] if one.document in documents else one for one in places]}
        documents.update(one.document for one in places)


class PlaceFiles:
    """Makes the files of every place of the wordings of a group. They are large, and kept by the numbers of the places
    and all that these stand for, since writing them down takes as long as packing them."""

    def __init__(self, rendering: RenderContext, places: Places, occurrences: Occurrences):
        """`occurrences` are those of any wording."""
        councils, clauses = occurrences.numbered
        all_of = (rendering.library.councils[slug] for slug in councils)
        facts = [(one.slug, one.name, one.kind, one.nation, lapsed(rendering, one)) for one in all_of]
        self._stands_for = blake2b(repr((rendering.language, facts, clauses)).encode()).digest()
        self._places, self._values = places, rendering.comparison.values

    def of(self, group: WordingGroup, number: int) -> Asset:
        """The file of a group: each wording with what it says where it is not the face."""
        wordings = [
            (wording.statement.text if wording is not group.face else "", wording)
            for wording in (group.face, *group.others)
        ]
        made_from = blake2b(self._stands_for, digest_size=20)
        for text, wording in wordings:
            numbers = wording.occurrences.numbers
            made_from.update(f"{len(text)} {len(numbers)} {text}".encode() + numbers)
        content = self._values.of_all(
            f"places {made_from.hexdigest()}",
            lambda: packed([(text, self._places.of(wording)) for text, wording in wordings]),
        )
        return Asset(f"{FOLDER}places/{number}", content)


def needs_place_file(group: WordingGroup) -> bool:
    """Whether a group has more places than its results name."""
    return bool(group.others) or len(group.face.occurrences) > NAMED_PLACES


def council_file(rendering: RenderContext, council: str, statements: Iterable[SearchableStatement]) -> bytes:
    """The file of every statement of a council, for what is sought within it, in the language of the pages."""
    place = cache(partial(_place_in_document, rendering, council))
    return packed(
        [
            {
                "at": [statement.anchor, statement.label, *place(statement.kind)[:2]],
                **_record(statement, rendering.language),
            }
            for statement in statements
        ]
    )


def council_file_path(council: str) -> str:
    """Where that of a council lies, below the root of a language."""
    return f"{FOLDER}councils/{council}"


def council_groups(library: Library, wording: SearchableWording) -> set[CouncilGroup]:
    """The groups of the councils that use a wording."""
    councils = map(library.councils.__getitem__, wording.occurrences.councils)
    return {CouncilGroup(council.kind, council.nation) for council in councils}


def _named(places: Sequence[PlaceRecord]) -> list[PlaceRecord]:
    """The places that are named at once: the first few, and the first of each kind of council and nation."""
    named = list(places[:NAMED_PLACES])
    groups = {_group(place) for place in named}
    for place in places[NAMED_PLACES:]:
        if _group(place) not in groups:
            groups.add(_group(place))
            named.append(place)
    return named


def _group(place: PlaceRecord) -> tuple[str, str]:
    return place[4:]


def _counts(places: Iterable[PlaceRecord]) -> list[tuple[str, str, int]]:
    """How many places there are of each kind of council and nation: kind, nation, number."""
    counts = Counter(map(_group, places))
    return [(*group, count) for group, count in sorted(counts.items())]


def _document(council: str, kind: str) -> str:
    """Where a document stands below councils/."""
    return council if kind == RELATIONS else f"{council}/{kind}"


def _record(statement: SearchableStatement, language: str) -> Record:
    """What a file says of a statement, wherever it stands. What is empty or of the page's language is left out.

    In this order it packs in fewest bytes: what neighbours have alike stands together.
    """
    record = {
        "topics": statement.topics,
        "party": statement.side,
        "text": statement.text,
        "around": statement.around,
        "context": statement.context,
        "heading": statement.heading,
        "language": statement.language if statement.language != language else "",
    }
    return {key: value for key, value in record.items() if value}
