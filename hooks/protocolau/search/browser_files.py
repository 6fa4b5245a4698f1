"""The types of the files that the search fetches: see files.py for which they are.

`python -m tests.declarations` makes hooks/types/files.d.ts of them, by which the scripts are checked.
"""

from typing import NamedTuple, NotRequired

from typing_extensions import TypedDict  # pydantic needs this one before Python 3.12

from protocolau.language import Language
from protocolau.render.browser_files import Words
from protocolau.search.council_names import CouncilEntry
from protocolau.search.result_files import PlaceRecord


class SearchedText(TypedDict):
    """A statement as results show it. What is empty, or of the language of the pages, is left out."""

    heading: NotRequired[str]
    text: NotRequired[str]
    context: NotRequired[str]
    around: NotRequired[str]
    language: NotRequired[Language]
    topics: NotRequired[list[str]]
    party: NotRequired[str]


class PlaceCount(NamedTuple):
    """How many places of a wording are in councils of a kind and a nation."""

    kind: str
    nation: str
    places: int


class PlaceList(NamedTuple):
    """Where all places of a wording are listed: the number of its group, and its own in it, 0 for the face."""

    group: int
    own: int


NamedPlace = tuple[str, str, str]
"""A place in `search/start` whose document has been named: document, anchor, label."""


class SearchedWording(SearchedText):
    """A wording with the first of its places, and where the rest is listed."""

    places: list[PlaceRecord | NamedPlace]
    counts: NotRequired[list[PlaceCount]]
    nearly: NotRequired[int]
    rest: NotRequired[PlaceList]


class StatementPlace(NamedTuple):
    """Where a statement of a council stands."""

    anchor: str
    label: str
    document: str
    name: str
    """What the document is called in results."""


class SearchedStatement(SearchedText):
    """A statement of `search/councils/<slug>`."""

    at: StatementPlace


class Mutations(TypedDict):
    """What is needed to go back from a mutated Welsh word, without accents."""

    changes: list[tuple[str, str]]
    initials: list[str]
    losesG: list[str]


class SearchStart(TypedDict):
    """`search/start`."""

    language: Language
    count: int
    stop: list[str]
    common: list[str]
    names: list[str]
    more: list[str]
    everyday: list[tuple[str, list[str], list[str]]]
    alike: list[str]
    parties: dict[str, list[str]]
    sides: list[list[str]]
    divisions: dict[str, list[str]]
    numberWords: list[str]
    roundNumbers: list[str]
    counted: list[str]
    betweenNames: list[str]
    tables: Mutations
    mutates: bool
    topics: list[tuple[str, str]]
    terms: list[tuple[str, list[str], list[str]]]
    counterparts: list[tuple[None, list[str], list[str]]]
    words: Words
    forms: str
    wordings: list[SearchedWording]


class SearchMore(TypedDict):
    """`search/more/<letters>`: wordings, and by word which of them it finds."""

    records: list[SearchedWording]
    words: dict[str, list[int]]


SearchPlaces = list[tuple[str, list[PlaceRecord]]]
"""`search/places/<number>`: the wordings of a group with all their places; that of the face has no words."""
SearchCouncil = list[SearchedStatement]
"""`search/councils/<slug>`."""
SearchNames = list[CouncilEntry]
"""`search/names/<letters>`."""
