"""The article of a version: each provision with its words and links, and beside them what editors add."""

from collections.abc import Iterator, Mapping, MutableMapping
from itertools import groupby, pairwise
from typing import NamedTuple

from protocolau.library.links import LinkTarget, TextRun, explained, referring, runs, targets
from protocolau.model.protocol import Version
from protocolau.model.provision import Provision
from protocolau.model.vocabulary import Policy
from protocolau.render.context import RenderContext
from protocolau.render.provision_view import LeafHtml, ProvisionLink, ProvisionView
from protocolau.render.version_view import DisplayedWords, VersionView
from protocolau.translation.notices import missing_unit
from protocolau.translation.reading import DisplayedText


def article(rendering: RenderContext, view: VersionView) -> tuple[ProvisionView, ...]:
    """The body of a version, in its own order and the language of its view, each term linked where it stands first."""
    if view.parts is None:
        view.parts = _article(view, rendering.cache.leaves)
    return view.parts


def _article(view: VersionView, leaves: MutableMapping[tuple[object, ...], ProvisionView]) -> tuple[ProvisionView, ...]:
    words = {anchor: view.displayed(provision) for anchor, provision in view.version.provisions.items()}
    linking = frozenset(one.anchor for one in view.version.statements if one.policies or one.refers_to)
    linked = {
        anchor: _text(view, view.version.provisions[anchor], shown.text, is_linked=anchor in linking)
        for anchor, shown in words.items()
    }
    texts = _with_terms(view, words, linked)
    steps = _Steps(view, leaves, words, linked, texts, _repeated_topics(view.version), linking)
    return tuple(_with_children(steps, provision, 2, view.language) for provision in view.version.body)


class _Steps(NamedTuple):
    """What is known of every provision, by its anchor, before the views are put together."""

    view: VersionView
    leaves: MutableMapping[tuple[object, ...], ProvisionView]
    """The views of provisions with nothing inside them that have been made, by all that they look like."""
    words: Mapping[str, DisplayedWords]
    linked: Mapping[str, tuple[TextRun, ...]]
    """Texts with links to policies and provisions."""
    texts: Mapping[str, tuple[TextRun, ...]]
    """The same with the terms of the glossary linked where they stand first."""
    repeated: frozenset[str]
    linking: frozenset[str]
    """Those of which editors say that they cite a policy, or refer to another."""


def _runs(words: DisplayedText | None) -> tuple[TextRun, ...]:
    return runs(words.text, ()) if words else ()


def _text(view: VersionView, provision: Provision, words: DisplayedText | None, is_linked: bool) -> tuple[TextRun, ...]:
    """The runs of a text, with its links to what it cites if it is to be linked. What is not translated of it, other
    statements being so, says its language."""
    if not words:
        return ()
    made: tuple[TextRun, ...] = ()
    for text, language in _in_each_language(view, provision, words):
        part = _linked(view, provision, text, language) if is_linked else runs(text, ())
        made += part if language == words.language else tuple(run._replace(language=language) for run in part)
    return made


def _in_each_language(view: VersionView, provision: Provision, words: DisplayedText) -> Iterator[tuple[str, str]]:
    """The parts of a text, each with its language: one, unless some of its statements alone are translated."""
    segments = view.reading.segments(provision)
    if len({segment.language for segment in segments}) == 1:
        yield words.text, words.language
        return
    for place, segment in enumerate(segments):
        yield (segment.joined_by if place else "") + segment.text, segment.language


def _linked(view: VersionView, provision: Provision, text: str, language: str) -> tuple[TextRun, ...]:
    """The runs of words in a language with their links to what they cite."""
    linked = runs(text, targets(provision, view.library.vocabulary, language))
    return referring(linked, provision, view.version, language)


def _with_terms(
    view: VersionView, words: Mapping[str, DisplayedWords], linked: Mapping[str, tuple[TextRun, ...]]
) -> dict[str, tuple[TextRun, ...]]:
    """The texts with each term linked where it stands first in the document."""
    known: set[str] = set()
    texts = {}
    for anchor, shown in words.items():
        finders = view.library.term_finders
        parts = groupby(linked[anchor], key=lambda run: run.language)
        usual = shown.text.language if shown.text else ""
        texts[anchor] = tuple(
            run for language, part in parts for run in explained(tuple(part), finders[language or usual], known)
        )
    return texts


def _repeated_topics(version: Version) -> frozenset[str]:
    """The anchors of provisions with the very topics of the provision above them. A cell stands beside, not below."""
    topics = ((one, one.topics) for one in version.provisions.values())
    return frozenset(
        below.anchor for (_, above), (below, own) in pairwise(topics) if own and own == above and below.kind != "cell"
    )


def _with_children(steps: _Steps, provision: Provision, level: int, around: str) -> ProvisionView:
    """The view of a provision with everything inside it; `around` is the language of what it stands in."""
    if not (provision.items or provision.provisions or provision.table):
        return _leaf(steps, provision, level, around)
    inner = min(level + 1, 6) if provision.heading else level
    table, spoken = provision.table, _spoken(steps, provision, around)
    return _without_children(steps, provision, level, around)._replace(
        items=tuple(_with_children(steps, item, inner, spoken) for item in provision.items),
        provisions=tuple(_with_children(steps, child, inner, spoken) for child in provision.provisions),
        columns=_cells(steps, table.columns, inner, spoken) if table else (),
        rows=tuple(_cells(steps, row, inner, spoken) for row in table.rows) if table else (),
    )


def _spoken(steps: _Steps, provision: Provision, around: str) -> str:
    """The language of a provision's words, or of what it stands in where it has none."""
    words = steps.words[provision.anchor].first
    return words.language if words else around


def _cells(steps: _Steps, cells: tuple[Provision, ...], level: int, around: str) -> tuple[ProvisionView, ...]:
    return tuple(_leaf(steps, cell, level, around) for cell in cells)


def _leaf(steps: _Steps, provision: Provision, level: int, around: str) -> ProvisionView:
    """The view of a provision with nothing inside it. Councils that adopt one model share most: these are made once."""
    anchor, view = provision.anchor, steps.view
    words = steps.words[anchor]
    if provision.notes or provision.diagram or any(said and said.state == "stale" for said in words):
        return _without_children(steps, provision, level, around)
    leaves, citing = steps.leaves, view.version.cited_by.get(anchor)
    is_linking = anchor in steps.linking
    look = (
        anchor,
        view.citation(anchor),
        provision.kind,
        level,
        provision.number,
        provision.span,
        words,
        steps.texts[anchor],
        () if anchor in steps.repeated else provision.topics,
        around,
        view.reading.state == "missing",
        missing_unit(view.version),
        tuple(policy.slug for policy in _unlinked_policies(steps, provision)) if is_linking else (),
        _unlinked_references(steps, provision) if is_linking else (),
        _provision_links(view, citing) if citing else (),
    )
    if (known := leaves.get(look)) is not None:
        return known
    made = _without_children(steps, provision, level, around)._replace(leaf=LeafHtml())
    leaves[look] = made
    return made


def _without_children(steps: _Steps, provision: Provision, level: int, around: str) -> ProvisionView:
    anchor, view = provision.anchor, steps.view
    heading, text = steps.words[anchor]
    citing = view.version.cited_by.get(anchor)
    state = view.reading.state_at(provision)
    says_more, spoken, shown_in = anchor in steps.linking, _spoken(steps, provision, around), view.reading.language
    return ProvisionView(
        anchor=anchor,
        kind=provision.kind,
        level=level,
        number=provision.number,
        has_caption=provision.has_caption,
        heading=_runs(heading),
        text=steps.texts[anchor],
        unlinked=_text(view, provision, text, is_linked=False),
        language=spoken if spoken != around else None,
        heading_language=heading.language if heading and heading.language != spoken else None,
        aside_language=shown_in if shown_in != spoken else None,
        state=state,
        today=view.reading.outdated(provision) if state == "stale" else None,
        untranslated=missing_unit(view.version) if state == "missing" and view.reading.state != "missing" else "",
        topics=() if anchor in steps.repeated else view.topic_links(provision),
        span=provision.span,
        cites=_unlinked_policies(steps, provision) if says_more else (),
        see=_unlinked_references(steps, provision) if says_more else (),
        cited_by=_provision_links(view, citing) if citing else (),
        notes=provision.notes,
        diagram=provision.diagram,
        row_headers=bool(provision.table and provision.table.row_headers),
        has_table=bool(provision.table),
    )


def _unlinked_policies(steps: _Steps, provision: Provision) -> tuple[Policy, ...]:
    linked = {run.target for run in steps.linked[provision.anchor]}
    policies = steps.view.library.vocabulary.policies
    return tuple(policies[slug] for slug in provision.policies if LinkTarget(policy=slug) not in linked)


def _unlinked_references(steps: _Steps, provision: Provision) -> tuple[ProvisionLink, ...]:
    linked = {run.target for run in steps.linked[provision.anchor]}
    anchors = (anchor for anchor in provision.refers_to if LinkTarget(anchor=anchor) not in linked)
    return _provision_links(steps.view, (steps.view.version.provisions[anchor] for anchor in anchors))


def _provision_links(
    view: VersionView, provisions: Iterator[Provision] | tuple[Provision, ...]
) -> tuple[ProvisionLink, ...]:
    return tuple(ProvisionLink(one.anchor, view.citation(one.anchor)) for one in provisions)


class Heading(NamedTuple):
    """A heading of the article's contents, and those below it."""

    view: ProvisionView
    language: str | None
    """Its language, where it is not that of the pages."""
    below: tuple["Heading", ...]


def outline(view: VersionView, parts: tuple[ProvisionView, ...], deepest: int = 3) -> tuple[Heading, ...]:
    """The headings of an article, nested, for its contents. A list of contents is none of them."""
    headings: list[Heading] = []
    for part in parts:
        below = outline(view, part.provisions, deepest - 1) if deepest > 1 else ()
        if part.heading and part.kind != "contents" and not part.has_caption:
            said = view.displayed(view.version.provisions[part.anchor]).heading
            language = said.language if said and said.language != view.reading.language else None
            headings.append(Heading(part, language, below))
        else:
            headings.extend(below)
    return tuple(headings)
