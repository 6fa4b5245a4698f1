"""A piece of the site's work: pages and files that are made together, when they are asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from protocolau.language import LANGUAGES
from protocolau.render.context import RenderContext
from protocolau.render.page import Asset, Page

Content = Iterator[Page | Asset]


@dataclass(frozen=True, slots=True)
class PageTask:
    """Pages that are made together, for one language at a time."""

    addresses: tuple[str, ...]
    """Below the root of a language; files beside a page belong to its address."""
    make: Callable[[RenderContext], Content]
    unindexed: tuple[str, ...] = ()
    """Those addresses that search engines are asked to leave out."""
    languages: tuple[str, ...] = LANGUAGES
    """The languages in which it is made. Long work is a piece for each, so that processors can share it."""
    further: Callable[[], Iterable[str]] = tuple
    """More addresses below the first one, where it takes work to know them: a preview does without."""
    files: tuple[str, ...] = ()
    """The paths of files that lie beside none of the pages."""
    last_known: Mapping[str, date] = field(default_factory=dict)
    """By address the last day on which the data know that anything was done about what a page shows."""
    made_from: Callable[[RenderContext], str] | None = None
    """All that it is made from beside the recipe of the site, where its files may be kept until that changes."""
    forget: Callable[[RenderContext], None] = lambda rendering: None
    """Lets go of what was worked out for these pages alone, once they are written in every language."""
