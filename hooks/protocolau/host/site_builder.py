"""Publish the site: MkDocs builds once for each language, and at the end everything is written."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from protocolau.comparison.index import ComparisonIndex
from protocolau.exporting.exports import Exports
from protocolau.exporting.store import ExportStore
from protocolau.host.kept_work import KeptWork
from protocolau.host.prose_files import prose_faults
from protocolau.host.prose_pages import as_page, prose_in_the_way, written_in
from protocolau.host.saying import say, told
from protocolau.host.site_settings import site_settings, tell_who_publishes, today
from protocolau.host.theme_files import leave_out_hidden_folders
from protocolau.language import LANGUAGES, other
from protocolau.library.council_values import CouncilValues
from protocolau.library.library import Library
from protocolau.publish import scripts
from protocolau.publish.export_tasks import export_tasks
from protocolau.publish.forethought import forethought
from protocolau.publish.page_store import PageStore
from protocolau.publish.page_task import PageTask
from protocolau.publish.page_tasks import HomeProse, page_tasks
from protocolau.publish.page_template import SENTINELS, SITE, PageTemplate
from protocolau.publish.site_folder import begin_with_last
from protocolau.publish.site_writer import OutsideSite, SiteWriter
from protocolau.publish.sitemap import PagePlace, sitemap, sitemap_files
from protocolau.read.problem import Faulty
from protocolau.render import frame
from protocolau.render.context import RenderContext, SiteSettings
from protocolau.render.page import Page
from protocolau.render.policy import header_rules
from protocolau.render.prose import filled, in_its_language, with_pieces
from protocolau.render.theme import Theme
from protocolau.repository.repository import ProtocolRepository
from protocolau.runtime.files import refusal
from protocolau.runtime.garbage import collection_paused
from protocolau.runtime.progress import Progress
from protocolau.runtime.project import Project


@dataclass(frozen=True)
class Build:
    """One build of the site, in all its languages: what MkDocs has given so far."""

    project: Project
    settings: SiteSettings
    folder: Path
    """The folder into which MkDocs writes."""
    templates: dict[str, PageTemplate] = field(default_factory=dict)
    """The theme's page in each language that has been built."""
    prose: dict[str, HomeProse] = field(default_factory=dict)
    prose_pages: dict[Path, PagePlace] = field(default_factory=dict)
    """The files of the pages of prose, each with where it stands in its own language."""

    @property
    def is_complete(self) -> bool:
        """Whether MkDocs has built every language."""
        return len(self.templates) == len(LANGUAGES)


class SiteBuilder:
    """Takes what MkDocs makes of the prose and the theme, adds the library, and writes the data pages.

    One lives as long as the process, so that a preview derives again only what has changed.
    """

    def __init__(self) -> None:
        self.previewing = False
        self._kept: KeptWork | None = None
        """What earlier builds have made. A preview keeps all that it makes in memory."""
        self._repository: ProtocolRepository | None = None
        self._values = CouncilValues()
        self._theme: Theme | None = None
        self._comparison: ComparisonIndex | None = None
        self._exports: Exports | None = None
        self._told = ""
        """The faults that a preview has told last."""
        self._build: Build | None = None
        self._whole: Build | None = None
        """The last build that came to its end."""
        self._progress = Progress(say)

    # ---- what MkDocs' events ask for, in their order ----

    def open(self, config: MkDocsConfig) -> None:
        """Begin the build of a language; with the first, read the library. Raises PluginError on faults."""
        if config.plugins["i18n"].building:  # type: ignore[attr-defined]
            return
        leave_out_hidden_folders(config.theme)
        project = Project(Path(config.config_file_path or ".").resolve().parent)
        if self._repository is None or self._repository.root != project.protocols:
            self._kept = None if self.previewing else KeptWork.of(project)
            store = self._kept.values if self._kept else None
            self._repository = ProtocolRepository(project.protocols, store, self._progress)
            self._theme = Theme(project.theme, follows=self.previewing)
            self._values = CouncilValues(store, self._repository.digest)
        elif self.previewing:
            self._values = CouncilValues()  # words of the interface may have changed
            self._comparison = ComparisonIndex(self.library, self._values)
        self.refresh()
        settings = site_settings(config, project, self.theme, self.library, self.previewing)
        self._build = Build(project, settings, Path(config.site_dir))

    def keep_used_assets(self, files: Files, config: MkDocsConfig) -> Files:
        """Drop what no page uses: all that the theme would copy, our data, what is published joined.

        Raises PluginError on faults of the files of the prose.
        """
        used = [file for file in files if _is_used(file, config)]
        if problems := list(prose_faults(used, Path(config.docs_dir))):
            raise PluginError(told(Faulty(problems)))
        for file in used:
            _publish_whole(file, config, plainly=not self.previewing)
        return Files(used)

    def fill_prose(self, html: str, page: MkDocsPage) -> str:
        """The HTML of a prose page with what depends on its publisher, and what the library says in it."""
        prose = as_page(page)
        html = with_pieces(html, written_in(page), self.build.settings)
        rendering = RenderContext(self.comparison, self.build.settings, prose.language)
        return in_its_language(rendering, filled(rendering, html, prose.address), written_in(page))

    def prose_frame(self, page: MkDocsPage) -> frame.Frame:
        """The frame of a prose page."""
        return frame.frame_of_prose(as_page(page), self.build.settings)

    def take_home(self, page: MkDocsPage) -> bool:
        """Whether the page is the home page, whose HTML is kept to be finished with the data pages."""
        prose = as_page(page)
        if prose.language == written_in(page):
            self.build.prose_pages[Path(page.file.abs_src_path or "")] = PagePlace(prose.address, prose.language)
        if prose.address:
            return False
        self.build.prose[prose.language] = HomeProse(prose.title, prose.description, page.content or "")
        return True

    def sentinels(self) -> dict[str, object]:
        """What the theme gets to print where our frame goes."""
        return {"frame": SENTINELS, "base_url": SITE}

    def take_template(self, html: str, language: str) -> str:
        """Keep the theme's page of a language for stamping. Returns the 404 page made from it."""
        self.build.templates[language] = PageTemplate(html, language, self.build.settings)
        return self._missing_page(LANGUAGES[0])

    def close(self) -> None:
        """End the build of a language; with the last, write every data page (a preview makes them when asked).

        Raises PluginError where a page of the prose is in the way of one of ours.
        """
        build = self.build
        if not build.is_complete:
            return
        if self._kept is None:
            self._write_root(self.tasks)
        else:
            tell_who_publishes(build.settings)
            self._make_all(self._kept)
        self._whole = build

    def return_to_whole(self) -> None:
        """Take the last build that came to its end again: one that was aborted lacks the page of some language."""
        self._build = self._whole

    def _write_root(self, tasks: Sequence[PageTask]) -> None:
        """Write the files that stand at the root of the site, and the page for what is not there."""
        build = self.build
        if problems := list(prose_in_the_way(build.prose_pages, (one for task in tasks for one in task.addresses))):
            raise PluginError(told(Faulty(problems)))
        entries = sitemap(tasks, build.prose_pages.values(), build.settings.addresses)
        welsh = build.folder / LANGUAGES[1] / "404.html"  # MkDocs makes one 404 page for all languages
        welsh.write_text(self._missing_page(LANGUAGES[1]), "utf-8")
        for name, xml in sitemap_files(entries, build.settings.addresses, self.theme):
            (build.folder / name).write_text(xml, "utf-8")
        robots = self.theme.render("pages/robots.txt", sitemap=f"{build.settings.addresses.site_url}sitemap.xml")
        (build.folder / "robots.txt").write_text(robots, "utf-8")
        rules = header_rules(build.settings.addresses.path)
        (build.folder / "_headers").write_text(self.theme.render("pages/headers.txt", rules=rules), "utf-8")

    def _make_all(self, kept: KeptWork) -> None:
        """Write every page and file.

        What all pages share is worked out before the work is shared, so that it is done once; so is the sitemap.
        """
        build = self.build
        try:
            with collection_paused():  # also where MkDocs was called by itself
                further = forethought(self.comparison, build.settings)
                self._values.take(self.comparison.gather(kept.values_folder, kept.made_by, further, self._progress))
                tasks = self.tasks
                self._write_root(tasks)
                self.comparison.relations.likenesses.all(self._progress)
            self.exports.make_all()  # before the pages, which say how large they are
            pages = kept.pages(build.settings, build.templates)
            self.writer(pages, begin_with_last(build.folder)).write_all(tasks, self._progress)
            kept.forget_unused(pages)
        except (OutsideSite, Faulty) as failure:
            raise PluginError(told(failure)) from None

    # ---- what stands now ----

    @property
    def build(self) -> Build:
        """The build under way, or the last one."""
        assert self._build is not None, "MkDocs has not begun to build"
        return self._build

    @property
    def theme(self) -> Theme:
        """The theme of the project."""
        assert self._theme is not None, "MkDocs has not begun to build"
        return self._theme

    @property
    def comparison(self) -> ComparisonIndex:
        """What follows from comparing the library as it was read last."""
        assert self._comparison is not None, "MkDocs has not begun to build"
        return self._comparison

    @property
    def library(self) -> Library:
        """The library as it was read last."""
        return self.comparison.library

    @property
    def exports(self) -> Exports:
        """The files that are taken away, as the library stands."""
        if self._exports is None:
            project, addresses = self.build.project, self.build.settings.addresses
            store = ExportStore(project.exports, project.theme)
            self._exports = Exports(self.library, addresses, self.theme.messages, store)
        return self._exports

    @property
    def tasks(self) -> list[PageTask]:
        """All the work of the site as the library stands."""
        repository, is_kept = self._repository, not self.previewing
        assert repository is not None, "MkDocs has not begun to build"
        digest_of = repository.digest if is_kept else lambda slug: None
        return [*page_tasks(self.comparison, self.build.prose, digest_of), *export_tasks(self.library, self.exports)]

    def writer(self, store: PageStore | None = None, standing: Mapping[str, int] | None = None) -> SiteWriter:
        """What turns the work into files, with a cache of its own."""
        build = self.build
        contexts = {
            language: RenderContext(self.comparison, build.settings, language, exports=self.exports)
            for language in LANGUAGES
        }
        return SiteWriter(contexts, build.templates, build.folder, store, standing)

    def has_changed(self, council: str) -> bool:
        """Whether the files in a council's folder are not those that were read last."""
        return self._repository is not None and self._repository.has_changed(council)

    def refresh(self) -> None:
        """Read the library again. With faults PluginError is raised, but a preview goes on with the last good one."""
        assert self._repository is not None, "MkDocs has not begun to build"
        try:
            library = self._repository.load(today(os.environ))
            if self._comparison is None or self._comparison.library is not library:
                self._comparison, self._exports = ComparisonIndex(library, self._values), None
            self._told = ""
        except OSError as error:
            if not self.previewing or self._build is None:
                raise
            self._tell_once(refusal(error))
        except Faulty as faulty:
            if not self.previewing or self._build is None:
                raise PluginError(f"{told('the protocols have faults:')}\n{told(faulty)}") from None
            self._tell_once(faulty)

    def _tell_once(self, faults: object) -> None:
        """Say what is wrong with the protocols, unless it was what was wrong the last time."""
        if str(faults) != self._told:
            say("The protocols have faults; the preview shows their last good state:")
            say(faults)
        self._told = str(faults)

    def _missing_page(self, language: str) -> str:
        """The 404 page in both languages, one first: in that one's template as soon as there is one."""
        settings, template = self.build.settings, next(iter(self.build.templates.values()))
        template = self.build.templates.get(language, template)
        path = settings.addresses.path
        words = [settings.theme.messages[one] for one in (language, other(language))]
        content = settings.theme.render("pages/missing.html", languages=words, site=path, sole=settings.sole)
        title = " · ".join(messages("missing.title") for messages in words)
        page = Page(language, "404.html", "", title, words[0]("missing.text"), content, indexed=False)
        roots = {one: f"{path}{'' if one == LANGUAGES[0] else one + '/'}" for one in LANGUAGES}
        return template.stamp(page, frame.RelativeAddresses(roots[language], path, roots[other(language)])).decode()


def _publish_whole(file: File, config: MkDocsConfig, plainly: bool) -> None:
    """Publish a script or a style sheet of ours with its parts, and plainly as a browser needs it. It still says where
    it came from.
    """
    path = file.abs_src_path
    if path is not None and file.src_dir == config.theme.custom_dir and file.src_uri.endswith(scripts.SUFFIXES):
        whole = scripts.whole(Path(path), file.src_uri)
        file.content_string = scripts.published(whole, Path(path).suffix) if plainly else whole
        file.abs_src_path = path


def _is_used(file: File, config: MkDocsConfig) -> bool:
    ours = file.src_dir == config.theme.custom_dir and file.src_uri.startswith("assets/")
    return ours and not scripts.is_part(file.src_uri) or file.src_dir == config.docs_dir
