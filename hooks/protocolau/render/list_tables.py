"""The lists of pages that are no tables there, as files for spreadsheets: topics, policies, parties, the glossary."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from protocolau.exporting.spreadsheet import as_csv
from protocolau.language import other
from protocolau.model.vocabulary import Bilingual, Party, Policy, Term, Topic, TopicGroup
from protocolau.render.context import RenderContext
from protocolau.render.naming import NamingDocument
from protocolau.render.page import Asset

Row = Sequence[str]


def topics_file(
    rendering: RenderContext, groups: Iterable[tuple[TopicGroup, Sequence[Topic]]], speaking: Mapping[str, int]
) -> Asset:
    """The topics, each with its group and how many councils speak of it."""
    t, language = rendering.messages, rendering.language
    rows = (
        (group.name[language], topic.name[language], topic.summary[language], str(speaking[topic.slug]), url)
        for group, topics in groups
        for topic in topics
        for url in (rendering.url(f"topics/{topic.slug}/"),)
    )
    heads = (t("csv.group"), t("topic"), t("csv.meaning"), t("section.councils"), t("csv.address"))
    return _file("topics", heads, rows)


def policies_file(rendering: RenderContext, policies: Iterable[tuple[Policy, Iterable[NamingDocument]]]) -> Asset:
    """The policies, with a row for each clause that cites one."""
    t, language = rendering.messages, rendering.language
    rows = (
        (policy.name[language], t(f"policy.{policy.kind}"), policy.summary[language], *place)
        for policy, citations in policies
        for place in _places(rendering, citations)
    )
    heads = (t("csv.policy"), t("csv.kind"), t("csv.meaning"), *_place_heads(rendering))
    return _file("policies", heads, rows)


def parties_file(rendering: RenderContext, parties: Iterable[tuple[Party, Iterable[NamingDocument]]]) -> Asset:
    """The parties, with a row for each clause that names one."""
    t, language = rendering.messages, rendering.language
    rows = (
        (party.name[language], party.summary[language], *place)
        for party, documents in parties
        for place in _places(rendering, documents)
    )
    return _file("parties", (t("csv.party"), t("csv.meaning"), *_place_heads(rendering)), rows)


def glossary_file(rendering: RenderContext, terms: Iterable[Term]) -> Asset:
    """The terms in both languages, with what they mean."""
    t, language = rendering.messages, rendering.language
    rows = (
        (
            *_both(term.name, language),
            term.explanation[language],
            ", ".join(term.also.get(language, ())),
            ", ".join(term.avoid.get("cy", ())),
            term.seen[language] if term.seen else "",
            t("csv.yes") if term.draft else t("csv.no"),
            rendering.url(f"glossary/#{term.slug}"),
        )
        for term in terms
    )
    heads = (t("csv.term"), t("csv.term.other"), t("csv.meaning"), t("csv.also"), t("csv.avoid"), t("csv.seen"))
    return _file("glossary", (*heads, t("csv.draft"), t("csv.address")), rows)


def _place_heads(rendering: RenderContext) -> Row:
    t = rendering.messages
    return t("council"), t("csv.clause"), t("csv.address")


def _places(rendering: RenderContext, documents: Iterable[NamingDocument]) -> Iterator[Row]:
    """Council, clause and address of each clause; one row of empty cells where there is no clause."""
    has_any = False
    for document in documents:
        name, url = document.council.name[rendering.language], rendering.url(document.address)
        for anchor, label in document.clauses:
            has_any = True
            yield name, label, f"{url}#{anchor}"
    if not has_any:
        yield "", "", ""


def _both(words: Bilingual, language: str) -> Row:
    return words[language], words[other(language)]


def _file(name: str, heads: Sequence[str], rows: Iterable[Row]) -> Asset:
    """The file beside the page of a list, called like it."""
    return Asset(f"{name}/{name}.csv", as_csv(chain([heads], rows)))
