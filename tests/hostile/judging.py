"""Hostile councils written, checked, and where no fault is found every page of them rendered in both languages."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from protocolau.comparison.index import ComparisonIndex
from protocolau.language import LANGUAGES, other
from protocolau.library.library import Library
from protocolau.model.protocol import Council
from protocolau.publish.page_tasks import HomeProse, page_tasks
from protocolau.publish.page_template import SENTINELS, PageTemplate
from protocolau.read.problem import Problem
from protocolau.render.context import RenderContext
from protocolau.render.page import Page
from protocolau.repository.council_files import load_council
from protocolau.repository.vocabulary_files import load_vocabulary
from protocolau.search.files import FOLDERS
from protocolau.translation.checks import TranslationChecker, accepted_words_in
from tests.conftest import ROOT
from tests.hostile.protocols import TODAY, HostileCouncil, translation_of
from tests.rendering import SETTINGS

WORDS = ROOT / "protocols" / "vocabulary"
VOCABULARY = load_vocabulary(WORDS)
CHECKER = TranslationChecker(VOCABULARY, accepted_words_in(WORDS))
PROSE = {language: HomeProse("Home", "Home", "<p>Home</p><!-- ways in -->") for language in LANGUAGES}
TEMPLATES = {language: PageTemplate("".join(vars(SENTINELS).values()), language, SETTINGS) for language in LANGUAGES}


class Judged(NamedTuple):
    """What has become of some councils."""

    sound: int
    """How many of them had no fault."""
    pages: int
    problems: list[Problem]


def judge(hostile: Sequence[HostileCouncil], folder: Path) -> Judged:
    """Check councils as a clerk does, and render every page of a library of those that have no fault."""
    read = [loaded(council, folder / f"council-{place}") for place, council in enumerate(hostile)]
    councils = {council.slug: council for council, _ in read if council}
    problems = [problem for _, found in read for problem in found]
    library = Library(VOCABULARY, councils, TODAY)
    for warning in CHECKER.check_library(library):
        assert len(str(warning).splitlines()) == 1, warning
    pages = 0
    for page, html in rendered(library) if councils else ():
        hold_to_the_law(page, html)
        pages += 1
    return Judged(len(councils), pages, problems)


def hold_to_the_law(page: Page, html: bytes) -> None:
    """Nothing of a text is an element or an attribute that executes, and no two elements of a page have one id."""
    tree = LexborHTMLParser(html)
    assert not [node.html for node in tree.css("script") if "alert(" in node.text() and "json" not in _type(node)]
    assert not tree.css("[onerror], [onmouseover], [href^='javascript:'], [src^='javascript:'], img[src=x]"), page
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(set(ids)) == len(ids), (page.address, [one for one in ids if ids.count(one) > 1])


def _type(script: LexborNode) -> str:
    return script.attributes.get("type") or ""


def loaded(hostile: HostileCouncil, folder: Path) -> tuple[Council | None, list[Problem]]:
    """A council as it is read from its files, which are written anew; its translation goes by what was read first."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    (folder / "council.yml").write_bytes(_yaml(hostile.facts))
    version_file = folder / f"{hostile.protocol.get('adopted') or 'undated'}.yml"
    version_file.write_bytes(_yaml(hostile.protocol))
    council, problems = load_council(folder, VOCABULARY)
    if council is None or not hostile.targets:
        return council, problems
    version = council.versions[0]
    translation = version_file.with_suffix(f".{other(version.language)}.yml")
    translation.write_bytes(_yaml(translation_of(version, hostile.targets)))
    return load_council(folder, VOCABULARY)


class _InFull(yaml.CSafeDumper):
    """Writes again what occurs again."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _yaml(data: object) -> bytes:
    return yaml.dump(data, Dumper=_InFull, sort_keys=False, allow_unicode=True, width=10**9).encode()


def rendered(library: Library) -> Iterator[tuple[Page, bytes]]:
    """Every page of a library as it would be written, in both languages, but for the index of the search."""
    comparison = ComparisonIndex(library)
    contexts = {language: RenderContext(comparison, SETTINGS, language) for language in LANGUAGES}
    for task in page_tasks(comparison, PROSE):
        for language in task.languages:
            for content in task.make(contexts[language]):
                if isinstance(content, Page):
                    yield content, TEMPLATES[language].stamp(content)
                    if task.addresses[1:] == FOLDERS:
                        break  # the files of the search are no pages
