"""What the pages of topics quote of each version, as digests: a topic's pages are made again when one changes."""

import hashlib
import sys
from collections.abc import Iterable

from protocolau.comparison.compared_statements import statements_on
from protocolau.language import LANGUAGES
from protocolau.model.protocol import Version
from protocolau.render.context import RenderContext
from protocolau.render.pages.topics import quoted
from protocolau.render.version_view import VersionView
from protocolau.runtime.parallel import parallel_map

Quotations = dict[str, bytes]
"""By topic the digest of all that its page may quote, and of the words by which that is compared."""


def quotations(rendering: RenderContext, version: Version) -> Quotations:
    """What is quoted of a version in the language of the pages, worked out once for each council's files."""
    known = rendering.cache.quotations
    if version not in known:
        name = f"quotations {rendering.language}"
        digests = rendering.comparison.values.of(version, name, lambda: _quotations(rendering, version))
        known[version] = {sys.intern(topic): digest for topic, digest in digests.items()}
    return known[version]


def gather_quotations(renderings: Iterable[RenderContext]) -> None:
    """Have ready what is quoted of every version that applies, worked out on all processors where there are many."""
    for rendering in renderings:
        versions = [version for index in rendering.library.by_kind.values() for version in index.versions]
        for share, found in parallel_map(versions, lambda part: [quotations(rendering, one) for one in part]):  # noqa: B023
            rendering.cache.quotations.update(zip(share, found, strict=True))


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
    return hashlib.blake2b(repr((view.version.language, view.language, said)).encode(), digest_size=8).digest()
