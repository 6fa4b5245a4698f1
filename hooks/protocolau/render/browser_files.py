"""The types of what pages say to their scripts, and of the files that scripts of the site fetch, but for the search's.

`python -m tests.declarations` makes hooks/types/files.d.ts of them, by which the scripts are checked.
"""

from typing import NamedTuple, NotRequired

from typing_extensions import TypedDict  # pydantic needs this one before Python 3.12

from protocolau.comparison.turning_words import TurningWords

Words = dict[str, str | dict[str, str]]
"""Words of the interface by their keys; those that differ by a number, by their plural categories."""


class CitingWords(TypedDict):
    """What the card of a clause says in a language."""

    label: str
    en: str
    cy: str
    address: str
    copy: str
    copied: str
    key: str
    wrong: str
    edit: str
    whole: str


class CitedLabels(TypedDict):
    """How a version and each of its provisions are cited in a language."""

    document: str
    url: str
    """The permanent address of the version, without an anchor."""
    labels: dict[str, str]
    """By anchor."""
    words: CitingWords
    edit: NotRequired[dict[str, str | None]]
    """By anchor the address at which a provision can be edited; where the site has such."""


class LabelsFile(TypedDict):
    """`labels.json` beside a version."""

    en: CitedLabels
    cy: CitedLabels


class VersionName(NamedTuple):
    """A version that can be compared, and what to call it."""

    slug: str
    label: str


class CouncilName(NamedTuple):
    """A council that can be compared; the names in the language of the pages."""

    slug: str
    name: str
    short_name: str


class ComparedWords(TypedDict):
    """`comparison.packed` of a version in a language: what is said in it of each statement, in columns."""

    name: str
    short: str
    label: str
    state: str
    standing: str
    """Why it is not in force; empty where it is, or where that is not known."""
    labels: list[str]
    """Empty where it is the anchor."""
    texts: list[str | None]
    heads: dict[str, str]
    """By the place of a statement."""
    lines: list[str | None]
    leadLabels: list[str | None]
    versions: NotRequired[list[VersionName]]
    """Of that which is compared unless another is chosen, where the council has several: itself, then the others."""


class ComparedVersion(ComparedWords):
    """`comparison.packed` of a version in English: what is the same in all languages, too, in columns with tables."""

    council: str
    version: str
    inForce: bool
    adoptedIn: str
    alike: bool
    """Whether it was adopted in both languages alike."""
    anchors: list[str]
    topics: list[str]
    topicsOf: list[list[int]]
    parties: list[tuple[list[str], list[str], str | None]]
    """By whom, to whom, and the side that is bound."""
    partiesOf: list[int]
    above: list[list[int]]
    aboveOf: list[int]
    leadAnchors: list[str | None]


class ComparedTopic(NamedTuple):
    """A topic, and whether a protocol that does not speak of it is called silent on it: 1 or 0."""

    slug: str
    name: str
    is_expected: int


class ComparedGroup(TypedDict):
    """A group of topics."""

    slug: str
    name: str
    topics: list[ComparedTopic]


class ComparePage(TypedDict):
    """What the page of the comparison says to its script."""

    language: str
    words: Words
    thresholds: dict[str, float | list[str]]
    turning: dict[str, TurningWords]
    """By language the words that turn what is said."""
    names: dict[str, dict[str, str]]
    """By language and party its names, each alone or by what its forms begin with: see `comparison_data.py`."""
    parties: dict[str, str]
    groups: list[ComparedGroup]


CouncilsFile = list[CouncilName]
"""`compare/councils.json`."""
ClauseForm = dict[str, list[str]]
"""By kind of division what it is called in either language, as the form that finds a clause has it."""
