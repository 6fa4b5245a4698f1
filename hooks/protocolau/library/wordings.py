"""Councils that say the same in the same words, grouped."""

import re
from dataclasses import dataclass
from functools import lru_cache

from protocolau.library.library import Library
from protocolau.model.marks import plain
from protocolau.model.protocol import Provision, Version

_NOT_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Voice:
    """One council's provisions on a topic."""

    version: Version
    provisions: tuple[Provision, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """The words that one or more councils use on a topic: the first council's stand for all."""

    voices: tuple[Voice, ...]


def wordings(library: Library, topic: str) -> list[Wording]:
    """The wordings of a topic, the one most in use first; case and punctuation make no difference."""
    groups: dict[str, list[Voice]] = {}
    for version in library.speakers[topic]:
        provisions = version.by_topic[topic]
        groups.setdefault(_key(provisions), []).append(Voice(version, provisions))
    found = [Wording(tuple(voices)) for voices in groups.values()]
    return sorted(found, key=lambda wording: -len(wording.voices))


def _key(provisions: tuple[Provision, ...]) -> str:
    return "\n".join(same_words(provision.text or provision.heading or "") for provision in provisions)


@lru_cache(maxsize=20_000)
def same_words(text: str) -> str:
    """A text without case, marks and punctuation: equal for texts of the same words."""
    return _NOT_WORDS.sub(" ", plain(text)).casefold().strip()
