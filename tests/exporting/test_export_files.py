"""The files that lie beside pages: where they are, when they are made, and what a page says of them."""

import re
from dataclasses import replace
from pathlib import Path
from time import sleep

import pytest
from selectolax.lexbor import LexborHTMLParser

from protocolau.exporting.exports import BOTH_LANGUAGES, Exports
from protocolau.exporting.store import ExportStore
from protocolau.library.addresses import document_address, version_address
from protocolau.library.library import Library
from protocolau.publish.page_store import PageStore, SiteFile
from tests import rendering
from tests.conftest import BuiltProject

FILES = ("protocol.pdf", "protocol.docx", "protocol.txt", "protocol.xml")
THEME = rendering.THEME


def exports_of(library: Library, folder: Path) -> Exports:
    return Exports(library, rendering.SETTINGS.addresses, THEME.messages, ExportStore(folder, THEME.folder))


def stored(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("??/*") if path.suffix != ".made"}


def one_council(library: Library, slug: str) -> Library:
    return Library(library.vocabulary, {slug: library.councils[slug]}, library.today)


def test_files_lie_beside_every_page_of_a_version_in_its_language(built: BuiltProject):
    for council in built.library.councils.values():
        for version in council.versions:
            for folder in ("", "cy/"):
                beside = built.site / folder / version_address(version)
                for name in FILES:
                    assert (beside / name).stat().st_size > 0
                if built.library.is_shown(version):
                    shown = built.site / folder / document_address(version.council, version.kind)
                    assert [(shown / name).read_bytes() for name in FILES] == [
                        (beside / name).read_bytes() for name in FILES
                    ]
                    assert (shown / "bilingual" / "protocol.pdf").read_bytes().startswith(b"%PDF-")


def test_the_page_offers_each_file_once_with_its_form_its_language_and_its_size(site: Path):
    for folder, words in (
        ("", [r"PDF (English, {} kB)", "Word (English, {} kB)", "plain text (English, {} kB)",
              "Akoma Ntoso (English, {} kB)", "PDF (both languages, {} kB)",
              "JSON (both languages, {} kB)"]),
        ("cy/", [r"PDF (Cymraeg, {} kB)", "Word (Cymraeg, {} kB)", "testun plaen (Cymraeg, {} kB)",
                 "Akoma Ntoso (Cymraeg, {} kB)", "PDF (y ddwy iaith, {} kB)",
                 "JSON (y ddwy iaith, {} kB)"]),
    ):  # fmt: skip
        page = site / folder / "councils/halewood/index.html"
        tree = LexborHTMLParser(page.read_text("utf-8"))
        links = tree.css(".downloads a")
        sizes = [round((page.parent / link.attributes["href"]).stat().st_size / 1000) for link in links]
        assert [link.text() for link in links] == [
            pattern.format(size).replace(" kB", "\xa0kB") for pattern, size in zip(words, sizes, strict=True)
        ]
        every = [" ".join(link.text().split()) for link in tree.css("a")]
        assert all(every.count(" ".join(link.text().split())) == 1 for link in links)


def test_a_file_is_made_once_and_again_only_where_its_words_have_changed(library: Library, tmp_path: Path):
    before = one_council(library, "halewood")
    exports_of(before, tmp_path).make_all()
    first = stored(tmp_path)
    # four forms and a picture in each of two languages, both languages side by side, and the archive
    assert len(first) == 12
    made = {path: path.stat().st_ino for path in tmp_path.glob("??/*")}
    again = exports_of(one_council(library, "halewood"), tmp_path)
    again.make_all()
    assert again.file(before.version_shown("halewood"), "en", "txt").path in made
    assert {path: path.stat().st_ino for path in tmp_path.glob("??/*")} == made

    reworded = with_title(before, "A title that is new")
    exports = exports_of(reworded, tmp_path)
    assert b"A title that is new" in exports.file(reworded.version_shown("halewood"), "en", "txt").path.read_bytes()
    assert len(stored(tmp_path)) == 13


def with_title(library: Library, title: str) -> Library:
    council = library.councils["halewood"]
    document = council.documents["relations"]
    versions = tuple(replace(version, title=title) for version in document.versions)
    changed = replace(council, documents={"relations": replace(document, versions=versions)})
    return Library(library.vocabulary, {"halewood": changed}, library.today)


def test_what_is_said_of_a_statement_changes_no_file(library: Library, tmp_path: Path):
    tagged = one_council(library, "barrow")
    exports_of(tagged, tmp_path).make_all()
    first = stored(tmp_path)
    council = tagged.councils["barrow"]
    document = council.documents["relations"]
    bare = replace(
        council, documents={"relations": replace(document, versions=tuple(map(without_tags, document.versions)))}
    )
    exports_of(Library(library.vocabulary, {"barrow": bare}, library.today), tmp_path).make_all()
    assert stored(tmp_path) == first


def without_tags(version):
    """A version whose statements are on no topic and by nobody, with the references that its words make."""

    def bare(one):
        statements = tuple(replace(statement, topics=(), by=(), to=()) for statement in one.statements)
        return replace(
            one,
            statements=statements,
            items=tuple(map(bare, one.items)),
            provisions=tuple(map(bare, one.provisions)),
        )

    return replace(version, body=tuple(map(bare, version.body)))


def test_what_somebody_wrote_in_a_file_of_a_site_does_not_come_back(tmp_path: Path):
    """A site has the very files that are kept: what a program wrote in one, of any length, was published for good."""
    exports, pages = ExportStore(tmp_path / "exports", THEME.folder), PageStore(tmp_path / "pages", b"")

    def kept() -> list[Path]:
        (page,) = pages.files("x", lambda: [SiteFile(("x/index.html",), b"a page")])
        return [exports.keep(b"x", "pdf", lambda: b"a file").path, Path(page.content.place)]

    for written in (b"by me", b"b. me.", b"", b"by somebody"):
        for path in kept():
            sleep(0.02)  # the clock of a file system is coarse
            path.write_bytes(written)
        assert [path.read_bytes() for path in kept()] == [b"a file", b"a page"]
    used = [(path.stat().st_ino, path.stat().st_mtime_ns) for path in kept()]
    assert [(path.stat().st_ino, path.stat().st_mtime_ns) for path in kept()] == used, "they are not made again"


def test_the_size_of_a_file_is_known_once_it_is_made(library: Library, tmp_path: Path):
    exports, version = exports_of(library, tmp_path), library.version_shown("barrow")
    assert exports.size(version, BOTH_LANGUAGES, "pdf") is None
    made = exports.file(version, BOTH_LANGUAGES, "pdf")
    assert exports.size(version, BOTH_LANGUAGES, "pdf") == made.path.stat().st_size
    assert list(stored(tmp_path)) == [made.path.name]


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_page_whose_files_are_not_made_yet_says_no_size(library: Library, tmp_path: Path, language):
    from protocolau.render.downloads import downloads

    context = replace(rendering.render_context(library, language), exports=exports_of(library, tmp_path))
    words = [one.words for one in downloads(context, library.version_shown("barrow"), language)]
    assert len(words) == 6
    assert not any(re.search(r"\d", one) for one in words[:-1])  # the record is made with the page
