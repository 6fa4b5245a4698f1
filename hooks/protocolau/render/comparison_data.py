"""What a browser fetches to compare: a file for each version of each council, and the list of councils."""

import json

from protocolau.comparison.alignment import ALIKE, HELD, MARKED, TELLING
from protocolau.comparison.clauses import clause
from protocolau.comparison.words import party_names
from protocolau.library.reading import read_in
from protocolau.model.protocol import Council, Provision, Version
from protocolau.render.page import Studio
from protocolau.render.provisions import Showing, citation, showing_of

FILE = "comparison.json"


def version_label(studio: Studio, version: Version) -> str:
    """What to call a version beside others of its council: its date, in words."""
    return studio.words.date(version.adopted) if version.adopted else studio.words("undated")


def of_version(studio: Studio, council: Council, version: Version) -> bytes:
    """A version as it is compared in one language: its provisions on topics, in the order of the document."""
    showing = showing_of(studio, version)
    made = {
        "council": council.slug,
        "version": version.slug,
        "inForce": version is council.in_force,
        "name": council.name[studio.language],
        "short": council.short_name[studio.language],
        "label": version_label(studio, version),
        "several": len(council.versions) > 1,
        "adoptedIn": version.language,
        "state": read_in(version, studio.language).state,
        "provisions": [_provision(studio, showing, one) for one in version.provisions.values() if one.topics],
    }
    return _json(made)


def _provision(studio: Studio, showing: Showing, provision: Provision) -> dict[str, object]:
    found = clause(showing.version, provision, studio.language)
    made = {
        "anchor": provision.anchor,
        "label": citation(studio.words, showing.reading, provision.anchor),
        "context": showing.contexts[provision.anchor],
        "text": found.text,
        "language": found.language,
        "topics": provision.topics,
        "party": provision.party,
    }
    return {key: value for key, value in made.items() if value and (key, value) != ("language", studio.language)}


def of_councils(studio: Studio) -> bytes:
    """Every council by its name, with its versions where it has several."""
    councils = sorted(studio.library.councils.values(), key=lambda council: council.name[studio.language].casefold())
    return _json([_council(studio, council) for council in councils])


def _council(studio: Studio, council: Council) -> list:
    versions = [[version.slug, version_label(studio, version)] for version in reversed(council.versions)]
    names = [council.slug, council.name[studio.language], council.short_name[studio.language]]
    return [*names, versions] if len(versions) > 1 else names


def of_page(studio: Studio) -> dict[str, object]:
    """What the script of the page needs before any council is chosen."""
    vocabulary, language = studio.library.vocabulary, studio.language
    names = party_names(vocabulary, language)
    return {
        "language": language,
        "words": studio.words.entries("compare.", "deleted", "inserted", "renamed"),
        "thresholds": {"alike": ALIKE, "held": HELD, "telling": TELLING, "marked": MARKED},
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
