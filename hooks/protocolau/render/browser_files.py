"""The types of what pages say to their scripts, and of the files that scripts of the site fetch, but for the search's.

`python -m tests.declarations` makes hooks/types/files.d.ts of them, by which the scripts are checked.
"""

from typing import Literal, NamedTuple, NotRequired

from typing_extensions import TypedDict  # pydantic needs this one before Python 3.12

Language = Literal["en", "cy"]
Words = dict[str, str | dict[str, str]]
"""Words of the interface by their keys; those that differ by a number, by their plural categories."""


class CitedLabels(TypedDict):
    """How a version and each of its provisions are cited in a language."""

    document: str
    url: str
    """The permanent address of the version, without an anchor."""
    labels: dict[str, str]
    """By anchor."""
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


class CouncilWithVersions(NamedTuple):
    """A council of which several versions can be compared, the newest first."""

    slug: str
    name: str
    short_name: str
    versions: list[VersionName]


CouncilsFile = list[CouncilName | CouncilWithVersions]
"""`compare/councils.json`."""
ClauseForm = dict[str, list[str]]
"""By kind of division what it is called in either language, as the form that finds a clause has it."""
