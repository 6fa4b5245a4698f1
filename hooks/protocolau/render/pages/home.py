"""The home page's three ways in: a council, a topic, a clause. Its prose is `docs/index.md`."""

from protocolau.language import LANGUAGES
from protocolau.library.library import RELATIONS
from protocolau.model.divisions import DIVISIONS
from protocolau.model.protocol import Council
from protocolau.render.clause_examples import by_number
from protocolau.render.context import RenderContext
from protocolau.render.page import Page
from protocolau.render.pages.councils import councils_by_name, facts_of_council
from protocolau.render.pages.topics import spoken_groups
from protocolau.translation.reading import Reading

FEW = 40
"""Councils that the home page names one by one; where there are more, it leads to the list, and a script fetches the
names from which one can be chosen."""


def ways_in(rendering: RenderContext) -> str:
    """The part of the home page that is made from the library."""
    return _ways(rendering, "pages/home.html")


def page_of_one(rendering: RenderContext, council: Council) -> Page:
    """The home page of a site of one council."""
    shown = [rendering.library.version_shown(council.slug, kind) for kind in council.documents]
    in_both = all(Reading(version, language).state != "missing" for version in shown for language in LANGUAGES)
    name, said = council.name[rendering.language], rendering.messages("one.home.both" if in_both else "one.home")
    content = _ways(rendering, "pages/home_of_one.html", said=said)
    return Page(rendering.language, "", "", name, said, f'<div class="home">{content}</div>')


def _ways(rendering: RenderContext, template: str, said: str = "") -> str:
    councils = councils_by_name(rendering)
    named = [council for council in councils if RELATIONS in council.documents]
    return rendering.render(
        template,
        said=said,
        documents=[one for council in councils[:FEW] for one in facts_of_council(rendering, council)],
        total=len(councils),
        example=by_number(rendering),
        has_clauses=bool(named),
        divisions=DIVISIONS,
        groups=spoken_groups(rendering),
        names=[(one.slug, one.name[rendering.language]) for one in named] if len(named) <= FEW else [],
    )
