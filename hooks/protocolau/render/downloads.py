"""What a page offers to take away: the files of a version, each with its form, its language and its size."""

from collections.abc import Iterator
from typing import NamedTuple

from babel.numbers import format_decimal

from protocolau.exporting import FORMS, archive, record
from protocolau.exporting.exports import BOTH_LANGUAGES, Exports
from protocolau.library.addresses import bilingual_address, version_address
from protocolau.model.protocol import Version
from protocolau.render.context import SITE_FROM_ROOT, RenderContext

_KILO = 1000


class Download(NamedTuple):
    """A link to a file."""

    address: str
    """Below the root of the language of the page."""
    media_type: str
    words: str
    languages: str
    """The language of its words; empty where it holds both."""


def downloads(rendering: RenderContext, version: Version, article_language: str) -> Iterator[Download]:
    """The files of a version: in the language of the page, where it is shown in both side by side, and its record."""
    exports, t = rendering.exports, rendering.messages
    if exports:
        yield from _files(rendering, exports, version, article_language)
    size = len(record.record(rendering.library, version, rendering.settings.addresses))
    address = f"{SITE_FROM_ROOT[rendering.language]}{version_address(version)}{record.FILE}"
    yield Download(address, "application/json", _words(rendering, t("download.json"), t("download.both"), size), "")


def _files(rendering: RenderContext, exports: Exports, version: Version, article_language: str) -> Iterator[Download]:
    t = rendering.messages
    spoken = t(f"name.{article_language}")
    for form in FORMS:
        words = _words(rendering, t(f"download.{form}"), spoken, exports.size(version, rendering.language, form))
        address = f"{version_address(version)}{exports.file_name(form)}"
        yield Download(address, exports.media_type(form), words, article_language)
    if rendering.library.is_shown(version):
        yield _bilingual(rendering, version, exports)


def archive_of_all(rendering: RenderContext) -> Download | None:
    """The archive of all the data, which holds both languages and lies in the English part of the site."""
    if rendering.exports is None:
        return None
    size, t = rendering.exports.archive_size, rendering.messages
    words = t("archive.sized", size=_size(size, rendering.language)) if size else t("archive")
    return Download(f"{SITE_FROM_ROOT[rendering.language]}{archive.PATH}", "application/zip", words, "")


def _bilingual(rendering: RenderContext, version: Version, exports: Exports) -> Download:
    t, form = rendering.messages, FORMS[0]
    words = _words(rendering, t(f"download.{form}"), t("download.both"), exports.size(version, BOTH_LANGUAGES, form))
    address = f"{bilingual_address(rendering.library.document_of(version))}{exports.file_name(form)}"
    return Download(address, exports.media_type(form), words, "")


def _words(rendering: RenderContext, form: str, spoken: str, size: int | None) -> str:
    """`PDF (English, 81 kB)`; without a size where the file has not been made yet."""
    t = rendering.messages
    if size is None:
        return t("download.file", form=form, language=spoken)
    return t("download.sized", form=form, language=spoken, size=_size(size, rendering.language))


def _size(size: int, language: str) -> str:
    """A number of bytes in thousands, or in millions with one decimal."""
    if size < _KILO * _KILO:
        return f"{max(1, round(size / _KILO))}\xa0kB"
    return f"{format_decimal(round(size / _KILO / _KILO, 1), locale=language)}\xa0MB"
