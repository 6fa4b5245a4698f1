"""The types of what the preview says to the scripts of the editor, in its pages and in its answers.

`python -m tests.declarations` makes hooks/types/files.d.ts of them, by which the scripts are checked.
"""

from typing import NotRequired

from typing_extensions import TypedDict  # pydantic needs this one before Python 3.12


class FormSetup(TypedDict):
    """What the script of a form is told wherever it runs; on the page of the queue all that it is told."""

    token: str
    prefix: str
    language: str
    words: dict[str, str]


class PageSetup(FormSetup):
    """What a page of the site in the preview says to the script that edits translations."""

    units: dict[str, list[str]]
    """By unit its label and its state; where it is a part of a clause its place there and its words too."""
    links: list[tuple[str, str]]
    """The words of what leads on, and the address."""


class EditSetup(PageSetup):
    """What the page of a protocol says besides."""

    council: str
    version: str


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
    """What the preview answers about a unit or a provision: a form, what is known or changed, or what is wrong."""

    error: NotRequired[str]
    form: NotRequired[str]
    changed: NotRequired[bool]
    remarks: NotRequired[bool]
    state: NotRequired[str]
    says: NotRequired[str]
    opened: NotRequired[str]
    html: NotRequired[str]
    next: NotRequired[str | None]
    left: NotRequired[int]
