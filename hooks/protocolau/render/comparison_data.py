"""What a browser fetches to compare: a file for each version of each council, and the list of councils."""

import json

from protocolau.comparison import alignment, verdicts
from protocolau.comparison.compared_statements import compared_statement
from protocolau.language import other
from protocolau.language.dates import MONTHS
from protocolau.library.library import RELATIONS, Library
from protocolau.model.protocol import Council, Version
from protocolau.model.statements import Statement
from protocolau.render.context import RenderContext
from protocolau.render.version_view import VersionView, version_view_of
from protocolau.translation.reading import Reading

FILE = "comparison.json"


def version_label(rendering: RenderContext, version: Version) -> str:
    """What to call a version beside others of its document: its date, in words."""
    return rendering.messages.date(version.adopted) if version.adopted else rendering.messages("undated")


def of_version(rendering: RenderContext, council: Council, version: Version) -> bytes:
    """A version as it is compared: its statements on topics, in the order of the document, in one language, with
    their words in the other where they may be compared by those."""
    version_view = version_view_of(rendering, version)
    made = {
        "council": council.slug,
        "kind": version.kind,
        "version": version.slug,
        "inForce": rendering.library.is_shown(version),
        "name": council.name[rendering.language],
        "short": council.short_name[rendering.language],
        "label": version_label(rendering, version),
        "several": len(rendering.library.document_of(version).versions) > 1,
        "adoptedIn": version.language,
        "state": Reading(version, rendering.language).state,
        "statements": [_statement(rendering, version_view, one) for one in version.statements if one.topics],
    }
    return _json(made)


def _statement(rendering: RenderContext, version_view: VersionView, statement: Statement) -> dict[str, object]:
    found = compared_statement(version_view.version, statement, rendering.language)
    needs_both = _needs_both(version_view.version, rendering.language)
    made = {
        "anchor": statement.anchor,
        "label": version_view.citation(statement.anchor),
        "context": version_view.contexts[statement.anchor],
        "text": found.text,
        "language": found.language,
        "other": found.text_in(other(found.language)) if needs_both else None,
        "head": found.head_in(found.language),
        "otherHead": found.head_in(other(found.language)) if needs_both else None,
        "topics": statement.topics,
        "by": statement.by,
        "to": statement.to,
        "side": rendering.library.vocabulary.side_of(statement.by),
    }
    return {key: value for key, value in made.items() if value and (key, value) != ("language", rendering.language)}


def _needs_both(version: Version, language: str) -> bool:
    """Whether a version may be compared by words that the pages of a language do not show: as English it was adopted,
    and it is read in Welsh, or as Welsh, and then by English beside those adopted in it."""
    return version.language == "cy" or language == "cy"


def of_councils(rendering: RenderContext) -> bytes:
    """Every council with a relations protocol by its name, with its versions where it has several.

    None of what awaits review is to be compared, nor is a council whose version to be shown does.
    """
    library = rendering.library
    councils = rendering.in_order(
        council
        for council, _ in library.documents(RELATIONS)
        if not library.version_shown(council.slug).awaiting_review
    )
    return _json([_council(rendering, council) for council in councils])


def _council(rendering: RenderContext, council: Council) -> list[object]:
    confirmed = [one for one in reversed(council.documents[RELATIONS].versions) if not one.awaiting_review]
    versions = [[version.slug, version_label(rendering, version)] for version in confirmed]
    names: list[object] = [council.slug, council.name[rendering.language], council.short_name[rendering.language]]
    return [*names, versions] if len(versions) > 1 else names


def of_page(rendering: RenderContext) -> dict[str, object]:
    """What the script of the page needs before any council is chosen."""
    vocabulary, language = rendering.library.vocabulary, rendering.language
    spoken_of = _ever_spoken_of(rendering.library)
    return {
        "language": language,
        "words": rendering.messages.entries("compare.", "deleted", "inserted", "renamed"),
        "thresholds": thresholds(),
        "names": {
            of_language: {phrase: [name.party, name.radical] for phrase, name in names.phrases.items()}
            for of_language, names in rendering.comparison.party_names.items()
        },
        "parties": {slug: party.name[language] for slug, party in vocabulary.parties.items()},
        "groups": [
            {
                "slug": group.slug,
                "name": group.name[language],
                "topics": [
                    {"slug": topic.slug, "name": topic.name[language], "expected": is_expected(rendering, topic.slug)}
                    for topic in group.topics
                    if topic.slug in spoken_of
                ],
            }
            for group in vocabulary.groups
        ],
    }


def thresholds() -> dict[str, float | list[str]]:
    """The figures by which the browser aligns and judges as the build does, and the months by which it knows a date."""
    return {
        "alike": alignment.PAIR_LIKENESS,
        "certain": alignment.CERTAIN_LIKENESS,
        "pairing": alignment.PAIRING_LIKENESS,
        "joining": alignment.JOINING_LIKENESS,
        "answered": alignment.ANSWERED_LIKENESS,
        "fewPairs": alignment.FEW_PAIRS,
        "passingWords": alignment.PASSING_WORDS,
        "passingContent": alignment.PASSING_CONTENT,
        "passingJoining": alignment.PASSING_JOINING,
        "otherSide": alignment.OTHER_SIDE,
        "months": sorted(MONTHS),
        "principalWeight": alignment.PRINCIPAL_WEIGHT,
        "fewestStems": alignment.FEWEST_TELLING_STEMS,
        "stem": alignment.STEM_LETTERS,
        "shortest": alignment.SHORTEST_STEM,
        "marked": alignment.MARKING_LIKENESS,
        "fewWords": verdicts.FEW_WORDS,
        "near": verdicts.NEAR_LIKENESS,
    }


def is_expected(rendering: RenderContext, topic: str) -> bool:
    """Whether a relations protocol that does not speak of a topic is called silent on it."""
    relations = rendering.library.relations
    return topic in relations.kind.expects and bool(relations.speakers[topic])


def _ever_spoken_of(library: Library) -> frozenset[str]:
    """The topics of which any version of a relations protocol speaks, whether it applies today or not."""
    versions = (version for _, document in library.documents(RELATIONS) for version in document.versions)
    return frozenset(topic for version in versions for topic in version.by_topic)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
