"""What can be found: every provision of the version in force that has words, as a result shows it."""

from dataclasses import dataclass
from typing import NamedTuple

from protocolau.comparison.topic_wordings import same_words
from protocolau.model.protocol import Council, Provision, Version
from protocolau.render.context import RenderContext
from protocolau.render.version_view import VersionView
from protocolau.translation.reading import Reading


class WordingKey(NamedTuple):
    """Equal for provisions that one result can stand for."""

    text: str
    """In words alone, as the heading is: case and punctuation make no difference."""
    heading: str
    topics: tuple[str, ...]
    party: str | None
    language: str


@dataclass(frozen=True, slots=True)
class SearchableProvision:
    """A provision as a result shows it, in the words of one language."""

    anchor: str
    label: str
    heading: str
    text: str
    context: str
    """The headings and the lead-in above it."""
    language: str
    """The language of its words: not the page's where there is no translation."""
    topics: tuple[str, ...]
    party: str | None

    @property
    def key(self) -> WordingKey:
        """What it has in common with those that say the same."""
        return WordingKey(same_words(self.text), same_words(self.heading), self.topics, self.party, self.language)


def searchable_provisions(rendering: RenderContext, council: Council) -> list[SearchableProvision]:
    """Every provision of a council's version in force that has words, in the order of the document."""
    version_view = VersionView(rendering, rendering.library.version_shown(council.slug))
    return [
        _searchable(rendering, version_view, provision)
        for provision in rendering.library.version_shown(council.slug).provisions.values()
        if provision.text or provision.heading
    ]


def _searchable(rendering: RenderContext, version_view: VersionView, provision: Provision) -> SearchableProvision:
    anchor = provision.anchor
    return SearchableProvision(
        anchor,
        label=version_view.citation(anchor),
        heading=_words(version_view, provision.heading, f"{anchor} heading", provision.language),
        text=_words(version_view, provision.text, anchor, provision.language),
        context=version_view.contexts[anchor],
        language=_language(version_view.version, rendering.language, provision),
        topics=provision.topics,
        party=_side(rendering, provision),
    )


def _words(version_view: VersionView, source: str | None, unit: str, language: str) -> str:
    return version_view.plain_unit(source, unit, language) if source else ""


def _language(version: Version, language: str, provision: Provision) -> str:
    """The language in which a provision is shown."""
    unit = provision.anchor if provision.text else f"{provision.anchor} heading"
    return Reading(version, language).say(unit, "", provision.language).language


def _side(rendering: RenderContext, provision: Provision) -> str | None:
    """The side of those whom a provision binds."""
    bound = (party for statement in provision.statements for party in statement.by)
    return rendering.library.vocabulary.side_of(bound)
