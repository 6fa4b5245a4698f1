"""The files of a site that are taken away: of each version in each language, of each document in both, and of all."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from protocolau.exporting import FORMS, archive, card, pdf
from protocolau.exporting.outgoing_document import InterfaceWords, OutgoingDocument, outgoing_document
from protocolau.exporting.store import ExportStore, StoredFile
from protocolau.language import LANGUAGES
from protocolau.library.addresses import SiteAddresses
from protocolau.library.library import Library
from protocolau.model.protocol import Version
from protocolau.runtime.parallel import parallel_map

BOTH_LANGUAGES = "both"
"""Stands for a language where a file holds both."""
CARD = "card"
"""The form of the picture by which a version is shown where it is shared."""
_ENOUGH = 4
"""Versions from which on a second process makes files faster: each takes a second or so."""


class Export(NamedTuple):
    """A file that may be asked for."""

    council: str
    kind: str
    version: str
    language: str
    form: str


class Exports:
    """Every file of a library, made when it is first asked for, or all at once on all processors."""

    def __init__(
        self, library: Library, addresses: SiteAddresses, words: Mapping[str, InterfaceWords], store: ExportStore
    ):
        """`words` are those of the interface in each language."""
        self._library, self._addresses, self._words, self._store = library, addresses, words, store
        self._known: dict[Export, StoredFile] = {}
        self._archive: StoredFile | None = None

    def make_all(self) -> None:
        """Make every file whose content has changed, and forget those that nothing asks for."""
        versions = list(self._library.versions())
        enough = _ENOUGH if pdf.can_be_forked() else len(versions) + 1
        for _, made in parallel_map(versions, self._made, enough):
            self._known.update(made)
        self.archive()
        self._store.forget_unused()

    def file(self, version: Version, language: str, form: str) -> StoredFile:
        """The file of a version in a form and a language, or in both."""
        export = _export(version, language, form)
        if export not in self._known:
            documents = self._documents(version, language)
            self._known[export] = self._store.take(
                form, *(map(card.shown_on, documents) if form == CARD else documents)
            )
        return self._known[export]

    def archive(self) -> StoredFile:
        """The archive of all the data."""
        if self._archive is None:
            made_from = self._store.theme, self._library, self._addresses
            self._archive = self._store.keep(archive.fingerprint(*made_from), "zip", lambda: archive.write(*made_from))
        return self._archive

    @property
    def archive_size(self) -> int | None:
        """How many bytes the archive has; None as long as it has not been made."""
        return self._archive.size if self._archive else None

    def size(self, version: Version, language: str, form: str) -> int | None:
        """How many bytes a file has; None as long as it has not been made."""
        known = self._known.get(_export(version, language, form))
        return known.size if known else None

    def file_name(self, form: str) -> str:
        """What a file of a form is called on the site."""
        return self._store.formats[form].file

    def media_type(self, form: str) -> str:
        """What a file of a form is, by its media type."""
        return self._store.formats[form].media_type

    def _made(self, versions: Iterable[Version]) -> dict[Export, StoredFile]:
        return dict(made for version in versions for made in self._of_version(version))

    def _of_version(self, version: Version) -> Iterator[tuple[Export, StoredFile]]:
        documents = {language: self._document(version, language) for language in LANGUAGES}
        for language, document in documents.items():
            for form in FORMS:
                yield _export(version, language, form), self._store.take(form, document)
            yield _export(version, language, CARD), self._store.take(CARD, card.shown_on(document))
        if self._library.is_shown(version):
            yield _export(version, BOTH_LANGUAGES, "pdf"), self._store.take("pdf", *documents.values())

    def _documents(self, version: Version, language: str) -> list[OutgoingDocument]:
        return [self._document(version, one) for one in (LANGUAGES if language == BOTH_LANGUAGES else (language,))]

    def _document(self, version: Version, language: str) -> OutgoingDocument:
        return outgoing_document(self._library, version, self._addresses, self._words[language])


def _export(version: Version, language: str, form: str) -> Export:
    return Export(version.council, version.kind, version.slug, language, form)
