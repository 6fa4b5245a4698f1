"""A page of the site, finished but for the frame, and a file that is no page."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = "\x02"
"""Stands in made HTML for the way to the root of the page's language. No text can hold it: readers refuse it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page in one language. Its content has ROOT wherever the way to the language's root belongs."""

    language: str
    address: str
    """Below the root of its language; ends with a slash unless it is the home page's, which is empty."""
    section: str
    title: str
    description: str
    content: str
    canonical: str | None = None
    """The address of the page that this one repeats, where that is another."""
    indexed: bool = True
    in_both: bool = True
    """Whether it is written in both languages; where it is not, none is named as the same in the other one."""
    linked_data: Mapping[str, object] | None = None
    moved_to: str | None = None
    """The address to which the page only leads on, where there is nothing else on it."""
    picture: tuple[str, str] | None = None
    """The picture by which it is shown where it is shared: the path of it below the root of the language, its words."""
    records: tuple[tuple[str, str, str], ...] = ()
    """Other forms of the same content: media type, address beside the page, label."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that is no page: its bytes, and the paths below the root of its language at which it stands."""

    path: str
    content: bytes | Path
    """The bytes, or the file that holds them."""
    further_paths: tuple[str, ...] = ()
