"""The words of many councils are not held together, and nobody who asks for them sees it."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from protocolau.comparison.compared_statements import statements_on
from protocolau.comparison.excerpts import Excerpts
from protocolau.comparison.index import ComparisonIndex
from protocolau.language import LANGUAGES
from protocolau.library.library import Library
from protocolau.library.shelf import Shelf
from protocolau.model.protocol import Version
from protocolau.read.problem import Faulty
from protocolau.render.context import RenderContext
from protocolau.render.pages.topics import quoted
from protocolau.render.version_view import VersionView
from protocolau.repository import repository as of_repository
from protocolau.repository.repository import ProtocolRepository
from protocolau.runtime.value_store import ValueStore
from tests.conftest import ROOT
from tests.rendering import render_context

DAY = date(2026, 1, 1)


@pytest.fixture
def protocols(tmp_path: Path) -> Path:
    return shutil.copytree(ROOT / "protocols", tmp_path / "protocols")


@pytest.fixture
def store(tmp_path: Path) -> ValueStore:
    return ValueStore(tmp_path / "values", b"")


def read(protocols: Path, store: ValueStore, monkeypatch, at_hand: int) -> Library:
    monkeypatch.setattr(of_repository, "Shelf", lambda: Shelf(at_hand))
    return ProtocolRepository(protocols, store).load(DAY)


def holding(library: Library) -> list[str]:
    return [council.slug for council in library.councils.values() if "body" in vars(council.versions[0])]


def test_words_are_let_go_of_when_enough_others_were_asked_for(protocols, store, monkeypatch):
    for _ in ("read from its files", "read from the store"):
        library = read(protocols, store, monkeypatch, at_hand=2)
        assert holding(library) == []
        first, second, third, *_ = library.councils.values()
        for council in (first, second, third):
            assert council.versions[0].provisions
        assert holding(library) == [second.slug, third.slug]
        assert "provisions" not in vars(first.versions[0]), "what follows from the words is let go of with them"


def test_what_is_let_go_of_comes_back_as_it_was(protocols, store, monkeypatch, library: Library):
    mine = read(protocols, store, monkeypatch, at_hand=1)
    for slug, council in library.councils.items():
        for whole, again in zip(council.versions, mine.councils[slug].versions, strict=True):
            assert (again.body, again.labels, again.spoken) == (whole.body, whole.labels, whole.spoken)
            assert translated(again) == translated(whole)


def translated(version: Version) -> list[tuple[str, str, str]]:
    return [
        (name, unit.source, unit.target) for one in version.translations.values() for name, unit in one.units.items()
    ]


def test_files_that_changed_while_the_site_was_built_are_told_of(protocols, store, monkeypatch):
    library = read(protocols, store, monkeypatch, at_hand=1)
    store.forget_all()
    assert library.councils["barrow"].versions[0].body, "it is read from its files where the store has lost it"
    (path,) = (protocols / "conwy").glob("undated.yml")
    path.write_text(f"{path.read_text('utf-8')}\n# changed\n", "utf-8")
    with pytest.raises(Faulty, match="conwy.*have changed while the site was built; build the site again"):
        assert library.councils["conwy"].versions[0].body


def quotations(rendering: RenderContext, version: Version, topic: str) -> list[object]:
    """All that a page quotes of a version on a topic, and by what that is compared."""
    view = VersionView(rendering.library, rendering.messages, version)
    return [
        (
            view.language,
            tuple(quoted(rendering, view, one)),
            one.statement,
            [(one.compared_text(language), one.head_in(language)) for language in LANGUAGES],
        )
        for one in statements_on(version, topic, rendering.language)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_excerpt_says_on_its_topic_what_the_whole_says(tmp_path, the_five: Library, language):
    whole, cut = render_context(the_five, language), ComparisonIndex(the_five)
    cut.gather(tmp_path, b"", len)
    for topic in the_five.vocabulary.topics:
        speakers = the_five.relations.speakers[topic]
        excerpts = list(cut.relations.speakers(topic)) if speakers else []
        assert [one.council for one in excerpts] == [one.council for one in speakers]
        for version, excerpt in zip(speakers, excerpts, strict=True):
            assert quotations(whole, excerpt, topic) == quotations(whole, version, topic)
            assert len(excerpt.provisions) < len(version.provisions)


def test_excerpts_are_kept_until_a_council_changes_and_written_again_where_they_are_cut_off(
    tmp_path, the_five: Library
):
    versions, digests = the_five.relations.versions, dict.fromkeys(the_five.councils, "as read")

    def gathered() -> tuple[set[tuple[str, int]], list[list[str]]]:
        excerpts = Excerpts(tmp_path, b"", [versions], digests.get)
        if not excerpts.is_written(0):
            excerpts.note(0, excerpts.write(0))
        said = [[one.council for one in excerpts.of(topic)] for topic in the_five.relations.speakers]
        return {(path.name, path.stat().st_mtime_ns) for path in tmp_path.glob("??/*")}, said

    (first,), said = gathered()
    os.utime(tmp_path / first[0][:2] / first[0], ns=(1, 1))
    ((name, used),), again = gathered()
    assert (name, again) == (first[0], said) and used > 1, "it is marked as used, and not written"
    place = tmp_path / name[:2] / name
    whole = place.read_bytes()
    for cut_off in (whole[:-9], whole[: len(whole) // 2], b""):
        place.write_bytes(cut_off)
        assert gathered()[1] == said and place.read_bytes() == whole
    digests["conwy"] = "changed"
    assert {name for name, _ in gathered()[0]} > {name}


def test_what_is_said_on_a_topic_is_told_by_its_words_alone(tmp_path, protocols: Path):
    def said(folder: str) -> dict[str, bytes]:
        comparison = ComparisonIndex(ProtocolRepository(protocols).load(DAY))
        comparison.gather(tmp_path / folder, b"", len)
        topics = comparison.relations.index.topics
        return {topic.slug: comparison.relations.said(topic.slug) for topic in topics}

    first = said("first")
    path = protocols / "halewood" / "2022-07-12.cy.yml"
    text = path.read_text("utf-8")
    path.write_text(f"# A line more in the file\n{text}", "utf-8")
    assert said("longer") == first
    path.write_text(text.replace("yn gyfrifol i'r Cyngor", "yn atebol i'r Cyngor", 1), "utf-8")
    changed = {topic for topic, digests in said("changed").items() if digests != first[topic]}
    assert changed and len(changed) < len(first) / 2
