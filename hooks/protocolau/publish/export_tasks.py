"""The files that are taken away, as work of the site: one piece for each, so that a preview makes the one asked for."""

from collections.abc import Iterator

from protocolau.exporting import FORMS, archive, card
from protocolau.exporting.exports import BOTH_LANGUAGES, CARD, Exports
from protocolau.language import LANGUAGES
from protocolau.library.addresses import bilingual_address, former_addresses, version_address, version_addresses
from protocolau.library.library import Library
from protocolau.model.protocol import Version
from protocolau.publish.page_task import PageTask
from protocolau.render.page import Asset


def export_tasks(library: Library, exports: Exports) -> Iterator[PageTask]:
    """The work of every file beside a page: at its version's address, and at its document's where that is shown.

    Before them that of the archive of all.
    """
    yield PageTask(
        (),
        lambda rendering: iter([Asset(archive.PATH, exports.archive().path)]),
        languages=LANGUAGES[:1],
        files=(archive.PATH,),
    )
    for version in library.versions():
        if library.is_shown(version):
            both = bilingual_address(library.document_of(version))
            yield from _tasks(library, exports, version, (BOTH_LANGUAGES,), ("pdf",), [both])
        yield from _tasks(library, exports, version, LANGUAGES, FORMS, version_addresses(library, version))
        for language in LANGUAGES:
            yield _task(exports, version, language, CARD, (f"{version_address(version)}{card.FILE}",))


def _tasks(
    library: Library,
    exports: Exports,
    version: Version,
    languages: tuple[str, ...],
    forms: tuple[str, ...],
    addresses: list[str],
) -> Iterator[PageTask]:
    council = library.councils[version.council]
    former = [one for address in addresses for one in former_addresses(council, address)]
    for form in forms:
        paths = tuple(f"{address}{exports.file_name(form)}" for address in (*addresses, *former))
        for language in languages:
            yield _task(exports, version, language, form, paths)


def _task(exports: Exports, version: Version, language: str, form: str, paths: tuple[str, ...]) -> PageTask:
    first, *further = paths
    return PageTask(
        (),
        lambda rendering: iter([Asset(first, exports.file(version, language, form).path, tuple(further))]),
        languages=LANGUAGES if language == BOTH_LANGUAGES else (language,),
        files=paths,
    )
