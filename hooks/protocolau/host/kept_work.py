"""What is kept from one build to the next, by all that it was made with."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from protocolau.publish.page_store import PageStore, recipe
from protocolau.publish.page_template import PageTemplate
from protocolau.render.context import SiteSettings
from protocolau.repository.vocabulary_files import VOCABULARY
from protocolau.runtime.digests import digest_of_folders, digest_of_libraries
from protocolau.runtime.project import Project
from protocolau.runtime.value_store import ValueStore

_CODE = Path(__file__).parents[1]
"""Our own code, of which pages are made."""


@dataclass(frozen=True)
class KeptWork:
    """The stores of what the builds of a project have made, each kept by the code, the data and the libraries that
    stood there when the build began.
    """

    project: Project
    folders: bytes
    """What changes with our code, the theme, and the vocabulary."""
    libraries: bytes
    """What changes with what is installed."""

    @classmethod
    def of(cls, project: Project) -> "KeptWork":
        """What is kept for a project as it stands now."""
        return cls(project, _digest_of_sources(project), digest_of_libraries())

    @property
    def made_by(self) -> bytes:
        """All by which anything is worked out of a council, but for its own files."""
        return self.folders + self.libraries

    @property
    def values_folder(self) -> Path:
        """Where is kept what is worked out of councils."""
        return self.project.exports / "values"

    @cached_property
    def values(self) -> ValueStore:
        """The store of what is worked out of councils."""
        return ValueStore(self.values_folder, self.made_by)

    def pages(self, settings: SiteSettings, templates: Mapping[str, PageTemplate]) -> PageStore:
        """The store of finished pages, by the settings and the theme's page in each language."""
        return PageStore(self.project.exports / "pages", recipe(self.folders, self.libraries, settings, templates))

    def forget_unused(self, pages: PageStore) -> None:
        """Forget what no build has asked for since a while; and everything, where code or templates changed meanwhile:
        who knows what was made by which.
        """
        for store in (pages, self.values):
            if _digest_of_sources(self.project) == self.folders:
                store.forget_unused()
            else:
                store.forget_all()


def _digest_of_sources(project: Project) -> bytes:
    return digest_of_folders(_CODE, project.theme, project.protocols / VOCABULARY)
