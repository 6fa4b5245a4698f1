"""The pages of prose as MkDocs has made them: their language, their address, and what is in their way."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from mkdocs.structure.pages import Page as MkDocsPage

from protocolau.language import LANGUAGES
from protocolau.language.apostrophes import printed
from protocolau.publish.sitemap import PagePlace
from protocolau.read.problem import Problem
from protocolau.render.page import Page
from protocolau.schema.fields import as_some_systems_hold

log = logging.getLogger("mkdocs.hooks.protocolau")


def written_in(page: MkDocsPage) -> str:
    """The language of a page of prose: of one that is not translated it is another than that of the pages around it."""
    language: str = page.file.locale  # type: ignore[attr-defined]
    return language


def as_page(page: MkDocsPage) -> Page:
    """The page without its content, in the language of the pages around it. Where its words are in another, search
    engines are asked to leave it out. Warns where it has no description, which ends a strict build."""
    language = next((one for one in LANGUAGES[1:] if page.url.startswith(f"{one}/")), LANGUAGES[0])
    address = page.url.removeprefix(f"{language}/") if language != LANGUAGES[0] else page.url
    address = "" if address in ("./", ".") else address
    description = page.meta.get("description")
    if not description:
        log.warning("%s: no description; write one in its front matter", page.file.src_uri)
    title, section = printed(str(page.title or "")), address.strip("/")
    is_own, in_both = language == written_in(page), _is_in_both(page)
    return Page(language, address, section, title, printed(description or ""), "", indexed=is_own, in_both=in_both)


def _is_in_both(page: MkDocsPage) -> bool:
    """Whether a page of prose has a file in each language."""
    docs, name = Path(page.file.src_dir or ""), page.file.norm_src_uri  # type: ignore[attr-defined]
    return all((docs / folder / name).exists() for folder in ("", *LANGUAGES[1:]))


def prose_in_the_way(pages: Mapping[Path, PagePlace], made: Iterable[str]) -> Iterator[Problem]:
    """A fault for each page of the prose, given by its file, where the site makes a page of its own: one would take the
    other's place, and its words be gone.

    The home page is made of prose, and in nobody's way.
    """
    ours = {as_some_systems_hold(address) for address in made if address}
    for path, (address, _) in pages.items():
        if as_some_systems_hold(address) in ours:
            yield Problem(path, 1, f"the site has a page of its own at '/{address}'", "rename the file")
