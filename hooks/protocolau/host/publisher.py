"""The state of a publication: MkDocs builds once for each language, and at the end everything is written."""

import logging
import os
from datetime import UTC, date, datetime
from pathlib import Path

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from protocolau.comparison.index import ComparisonIndex
from protocolau.language import LANGUAGES
from protocolau.library.library import Library
from protocolau.publish.catalogue import HomeProse, PageTask, page_tasks, sitemap
from protocolau.publish.page_template import SENTINELS, SITE, PageTemplate
from protocolau.publish.site_writer import SiteWriter
from protocolau.read.problem import Faulty
from protocolau.render import frame
from protocolau.render.environment import environment
from protocolau.render.page import Page, SiteSettings
from protocolau.repository.repository import ProtocolRepository
from protocolau.search.engine import SearchFailed

log = logging.getLogger("mkdocs.hooks.protocolau")


class Publisher:
    """Takes what MkDocs makes of the prose and the theme, adds the library, and writes the data pages.

    One lives as long as the process, so that a preview derives again only what has changed.
    """

    def __init__(self) -> None:
        self.previewing = False
        self._repository: ProtocolRepository | None = None
        self._templates: dict[str, PageTemplate] = {}
        self._prose: dict[str, HomeProse] = {}
        self._addresses: list[str] = []

    def open(self, config: MkDocsConfig) -> None:
        """Begins the build of a language; with the first, reads the library. Raises PluginError on faults."""
        if config.plugins["i18n"].building:
            return
        root = Path(config.config_file_path).parent / "protocols"
        if self._repository is None or self._repository.root != root:
            self._repository = ProtocolRepository(root)
        self.refresh()
        self._templates, self._prose, self._addresses = {}, {}, []
        self.settings = SiteSettings(config.site_url or "/", today(os.environ), _edit_url(config))
        self.folder = Path(config.site_dir)

    def keep_used_assets(self, files: Files, config: MkDocsConfig) -> Files:
        """Drops what the theme would copy and no page uses: its scripts, and our data beside the templates."""
        return Files([file for file in files if _is_used(file, config)])

    def prose_frame(self, page: MkDocsPage) -> object:
        """The frame of a prose page."""
        return frame.frame_of_prose(self._as_page(page), self.settings)

    def take_home(self, page: MkDocsPage) -> bool:
        """Whether the page is the home page, whose HTML is kept to be finished with the data pages."""
        made = self._as_page(page)
        self._addresses.append(made.address)
        if made.address:
            return False
        self._prose[made.language] = HomeProse(made.title, made.description, page.content or "")
        return True

    def sentinels(self) -> dict[str, object]:
        """What the theme gets to print where our frame goes."""
        return {"frame": SENTINELS, "base_url": SITE}

    def take_shell(self, html: str, language: str) -> str:
        """Keeps the theme's page of a language for stamping; gives back the 404 page made from it."""
        shell = self._templates[language] = PageTemplate(html, language, self.settings)
        path = "/" + self.settings.site_url.split("://", 1)[-1].partition("/")[2]
        words = [self.settings.messages[one] for one in LANGUAGES]
        content = environment().get_template("pages/missing.html").render(languages=words, site=path)
        title = " · ".join(one("missing.title") for one in words)
        page = Page(LANGUAGES[0], "404/", "", title, words[0]("missing.text"), content, indexed=False)
        if language != LANGUAGES[0]:
            shell = self._templates[LANGUAGES[0]]
        return shell.stamp(page, frame.RelativeAddresses(path, path, f"{path}{LANGUAGES[1]}/")).decode()

    def sitemap(self) -> str:
        """The sitemap of prose and data pages in both languages."""
        pages = sitemap(self.work, self._addresses, self.settings)
        return environment().get_template("pages/sitemap.xml").render(pages=pages)

    @property
    def work(self) -> list[PageTask]:
        """All the work of the site as the library stands."""
        return page_tasks(self.comparison, self._prose)

    def close(self) -> None:
        """Ends the build of a language; with the last, writes every data page (a preview makes them when asked)."""
        if len(self._templates) < len(LANGUAGES):
            return
        sitemap = self.sitemap()
        if not self.previewing:
            self.comparison.likenesses.all()  # before the work is shared, so that it is done once; so is the sitemap
            try:
                self.press().print_all(self.work)
            except SearchFailed as failed:
                raise PluginError(str(failed)) from None
        (self.folder / "sitemap.xml").write_text(sitemap, "utf-8")

    def press(self) -> SiteWriter:
        """What turns the work into files."""
        return SiteWriter(self.comparison, self.settings, self._templates, self.folder)

    def refresh(self) -> None:
        """Reads the library again. With faults PluginError is raised, but a preview goes on with the last good one."""
        try:
            self.library: Library = self._repository.load()
        except Faulty as faulty:
            if not self.previewing or not self._templates:
                raise PluginError(f"the protocols have faults:\n{faulty}") from None
            # Not through the log, whose errors strict mode counts: a preview is to go on.
            click.echo(f"The protocols have faults; the preview shows their last good state:\n{faulty}", err=True)
        else:
            self.comparison = ComparisonIndex(self.library)

    def _as_page(self, page: MkDocsPage) -> Page:
        language = page.file.locale
        address = page.url.removeprefix(f"{language}/") if language != LANGUAGES[0] else page.url
        address = "" if address in ("./", ".") else address
        description = page.meta.get("description")
        if not description:
            log.warning("%s: no description; write one in its front matter", page.file.src_uri)
        return Page(language, address, address.strip("/"), page.title or "", description or "", "")


def _edit_url(config: MkDocsConfig) -> str | None:
    """Where the files of the main branch can be edited, if the publisher has said where the repository is."""
    return f"{config.repo_url.rstrip('/')}/edit/main/" if config.repo_url else None


def today(environ: dict[str, str]) -> date:
    """The day for which the site is built: SOURCE_DATE_EPOCH's if set, so that a build can be repeated."""
    if epoch := environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return date.today()


def _is_used(file: File, config: MkDocsConfig) -> bool:
    if file.src_dir == config.docs_dir:
        return True
    ours = file.src_dir == config.theme.custom_dir and file.src_uri.startswith("assets/")
    return ours or (file.src_uri.startswith("assets/stylesheets/") and file.src_uri.endswith(".css"))
