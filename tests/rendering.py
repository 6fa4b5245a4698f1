"""Contexts in which the tests render pages."""

from datetime import date

from protocolau.comparison.index import ComparisonIndex
from protocolau.library.addresses import SiteAddresses
from protocolau.library.library import Library
from protocolau.render.context import RenderContext, SiteSettings
from protocolau.render.theme import Theme
from tests.conftest import ROOT

THEME = Theme(ROOT / "hooks" / "theme")
SETTINGS = SiteSettings(SiteAddresses("https://protocols.example/"), date(2026, 1, 1), THEME)


def render_context(library: Library, language: str) -> RenderContext:
    """A context of one language, for a day that does not change."""
    return RenderContext(ComparisonIndex(library), SETTINGS, language)
