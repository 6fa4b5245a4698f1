"""The types of what the preview says to the scripts of the editor, in its pages and in its answers.

`python -m tests.declarations` makes hooks/types/files.d.ts of them, by which the scripts are checked.
"""

from typing import NotRequired

from typing_extensions import TypedDict  # pydantic needs this one before Python 3.12


class EditSetup(TypedDict):
    """What a protocol's page in the preview says to the script that edits its translation."""

    token: str
    council: str
    version: str
    language: str
    units: dict[str, list[str]]
    """By unit its label and its state; where it is a part of a clause its place there and its words too."""
    review: tuple[str, str]
    """The words that lead to the review of the version, and its address."""
    words: dict[str, str]


class ReviewSetup(TypedDict):
    """What the page of a review says to its script."""

    token: str
    council: str
    version: str
    language: str
    order: str
    opened: str
    words: dict[str, str]


class EditAnswer(TypedDict):
    """What the preview answers about a unit or a provision: a form, what became of a change, or what is wrong."""

    error: NotRequired[str]
    form: NotRequired[str]
    changed: NotRequired[bool]
    remarks: NotRequired[bool]
    next: NotRequired[str | None]
    left: NotRequired[int]
