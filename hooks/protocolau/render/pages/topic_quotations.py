"""What the pages of topics quote of each version, as digests: a topic's pages are made again when one changes."""

import hashlib
from array import array
from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple

from protocolau.comparison.compared_statements import statements_on
from protocolau.language import LANGUAGES
from protocolau.model.protocol import Version
from protocolau.render.context import RenderContext
from protocolau.render.pages.topics import quoted
from protocolau.render.version_view import VersionView
from protocolau.runtime.parallel import parallel_map

_DIGEST = 8
"""Bytes of a digest."""
Quotations = dict[str, bytes]
"""By topic the digest of all that its page may quote, and of the words by which that is compared."""


class _Gathered(NamedTuple):
    """What is quoted on a topic of some versions of a kind: by the numbers of these the digests, one after another."""

    numbers: "array[int]"
    digests: bytearray


def quotations(rendering: RenderContext, version: Version) -> Quotations:
    """What is quoted of a version in the language of the pages, worked out once for each council's files."""
    name = f"quotations {rendering.language}"
    return rendering.comparison.values.of(version, name, lambda: _quotations(rendering, version))


def quoted_on(rendering: RenderContext, kind: str, topic: str) -> bytes:
    """The digests of what is quoted on a topic of the versions of a kind that speak of it, in their order."""
    if not rendering.cache.quotations:
        gather_quotations([rendering])
    return rendering.cache.quotations[kind, topic]


def gather_quotations(renderings: Iterable[RenderContext]) -> None:
    """Have ready what is quoted of every version that applies, worked out on all processors where there are many.

    For each topic there are the digests of those who speak of it, in their order: ten thousand councils have a million.
    """
    for rendering in renderings:
        for kind, index in rendering.library.by_kind.items():
            shares = parallel_map(range(len(index.versions)), partial(_gathered, rendering, index.versions))
            for topic in {topic for _, found in shares for topic in found}:
                parts = [found[topic] for _, found in shares if topic in found]
                rendering.cache.quotations[kind, topic] = _in_order(parts)


def _gathered(rendering: RenderContext, versions: Sequence[Version], part: Iterable[int]) -> dict[str, _Gathered]:
    """By topic what is quoted of those versions whose numbers are given."""
    found: dict[str, _Gathered] = {}
    for number in part:
        for topic, digest in quotations(rendering, versions[number]).items():
            gathered = found.setdefault(topic, _Gathered(array("I"), bytearray()))
            gathered.numbers.append(number)
            gathered.digests.extend(digest)
    return found


def _in_order(parts: Sequence[_Gathered]) -> bytes:
    """The digests of all parts in the order of their numbers."""
    numbered = (
        (number, bytes(part.digests[place * _DIGEST : (place + 1) * _DIGEST]))
        for part in parts
        for place, number in enumerate(part.numbers)
    )
    return b"".join(digest for _, digest in sorted(numbered))


def _quotations(rendering: RenderContext, version: Version) -> Quotations:
    view = VersionView(rendering, version)
    return {topic: _digest(rendering, view, topic) for topic in version.by_topic}


def _digest(rendering: RenderContext, view: VersionView, topic: str) -> bytes:
    said = [
        (
            tuple(quoted(rendering, view, one)),
            one.statement.topic,
            one.statement.by,
            [(one.compared_text(language), one.head_in(language)) for language in LANGUAGES],
        )
        for one in statements_on(view.version, topic, rendering.language)
    ]
    return hashlib.blake2b(repr((view.version.language, view.language, said)).encode(), digest_size=_DIGEST).digest()
