"""What a browser fetches to compare: a file for each version of each council, and the list of councils."""

import json

from protocolau.comparison.alignment import FEWEST_TELLING_WORDS, HELD_SHARE, MARKING_LIKENESS, PAIR_LIKENESS
from protocolau.comparison.compared_statements import compared_statement
from protocolau.library.library import RELATIONS
from protocolau.model.protocol import Council, Version
from protocolau.model.statements import Statement
from protocolau.render.context import RenderContext
from protocolau.render.version_view import VersionView, version_view_of
from protocolau.translation.reading import Reading

FILE = "comparison.json"


def version_label(rendering: RenderContext, version: Version) -> str:
    """What to call a version beside others of its council: its date, in words."""
    return rendering.messages.date(version.adopted) if version.adopted else rendering.messages("undated")


def of_version(rendering: RenderContext, council: Council, version: Version) -> bytes:
    """A version as it is compared in one language: its provisions on topics, in the order of the document."""
    version_view = version_view_of(rendering, version)
    made = {
        "council": council.slug,
        "version": version.slug,
        "inForce": version is rendering.library.version_shown(council.slug),
        "name": council.name[rendering.language],
        "short": council.short_name[rendering.language],
        "label": version_label(rendering, version),
        "several": len(council.versions) > 1,
        "adoptedIn": version.language,
        "state": Reading(version, rendering.language).state,
        "provisions": [_statement(rendering, version_view, one) for one in version.statements if one.topics],
    }
    return _json(made)


def _statement(rendering: RenderContext, version_view: VersionView, statement: Statement) -> dict[str, object]:
    found = compared_statement(version_view.version, statement, rendering.language)
    made = {
        "anchor": statement.anchor,
        "label": version_view.citation(statement.anchor),
        "context": version_view.contexts[statement.anchor],
        "text": found.text,
        "language": found.language,
        "topics": statement.topics,
        "party": rendering.library.vocabulary.side_of(statement.by),
    }
    return {key: value for key, value in made.items() if value and (key, value) != ("language", rendering.language)}


def of_councils(rendering: RenderContext) -> bytes:
    """Every council with a relations protocol by its name, with its versions where it has several.

    None of what awaits review is to be compared, nor is a council whose version to be shown does.
    """
    councils = sorted(
        (
            council
            for council, _ in rendering.library.documents(RELATIONS)
            if not rendering.library.version_shown(council.slug).awaiting_review
        ),
        key=lambda council: council.name[rendering.language].casefold(),
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
    names = rendering.comparison.party_names[language]
    return {
        "language": language,
        "words": rendering.messages.entries("compare.", "deleted", "inserted", "renamed"),
        "thresholds": {
            "alike": PAIR_LIKENESS,
            "held": HELD_SHARE,
            "telling": FEWEST_TELLING_WORDS,
            "marked": MARKING_LIKENESS,
        },
        "names": {phrase: [name.party, name.radical] for phrase, name in names.phrases.items()},
        "groups": [
            {
                "slug": group.slug,
                "name": group.name[language],
                "topics": [{"slug": topic.slug, "name": topic.name[language]} for topic in group.topics],
            }
            for group in vocabulary.groups
        ],
    }


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
