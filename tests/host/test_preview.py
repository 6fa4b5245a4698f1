"""`make serve`: data pages as they are asked for, changes without a full build, faults without harm."""

import gzip
import shutil
import socket
import time
import urllib.error
import urllib.request

import pytest

from protocolau.host.preview import Preview, answering
from tests.conftest import copy_project
from tests.running_preview import PATIENCE, running_preview


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    project = copy_project(tmp_path_factory.mktemp("preview") / "project")
    with running_preview(project, "--watch-theme", "", "Council Protocols") as preview:
        yield preview


def test_every_kind_of_page_is_there_in_both_languages(preview):
    for address in ("", "councils/", "councils/conwy/", "councils/conwy/undated/", "topics/familiarity/", "about/"):
        for prefix in ("", "cy/"):
            assert "<h1" in preview.get(prefix + address)
    assert '"anchor":"8.6"' in preview.get("councils/conwy/protocol.json")


def test_a_page_has_its_styles_whole(preview):
    styles = preview.get("assets/site.css")
    assert "@import" not in styles and ".masthead {" in styles


def test_a_file_to_take_away_is_made_when_it_is_asked_for_and_no_other(preview):
    assert preview.get("cy/councils/conwy/undated/protocol.txt").startswith("Cyngor Bwrdeistref Sirol Conwy\n")
    kept = sorted(path.suffixes[-1] for path in preview.project.glob(".exports/??/*"))
    assert kept == [".made", ".txt"]  # what says when it was made lies beside it


@pytest.mark.parametrize("prefix", ["", "cy/"])
def test_the_search_is_there_before_its_page_was_looked_at(preview, prefix):
    """It opens over any page."""
    start = urllib.request.urlopen(f"{preview.url}{prefix}search/start", timeout=PATIENCE).read()
    assert b"halewood" in gzip.decompress(start)


def test_a_missing_page_says_so(preview):
    with pytest.raises(urllib.error.HTTPError) as missing:
        preview.get("councils/nowhere/")
    assert missing.value.code == 404
    assert "There is no such page" in missing.value.read().decode()


def test_a_changed_clause_shows_without_building_the_prose_again(preview):
    before = preview.log().count("Building 'cy' documentation")
    preview.reword("protocols/conwy/undated", "The purpose of this Protocol", "The true purpose of this Protocol")
    assert "The true purpose of this Protocol" in preview.get("councils/conwy/")  # at once
    assert "The true purpose" in preview.get("topics/purpose/")
    assert preview.log().count("Building 'cy' documentation") == before


def test_a_translation_of_what_has_changed_is_shown_as_out_of_date(preview):
    preview.reword("protocols/barrow/2019-07-16", "Diversity should be", "Diversity must be")
    page = preview.wait_for("cy/councils/barrow/", "wedi dyddio")
    assert "notice translation stale" in page


def test_changed_prose_shows(preview):
    preview.change("docs/cy/about.md", "# ", "# Wedi newid: ")
    preview.wait_for("cy/about/", "Wedi newid")
    assert "<h1" in preview.get("councils/conwy/")


def test_a_fault_is_told_and_the_last_good_pages_stay(preview):
    good = (preview.project / "protocols/halewood/2022-07-12.yml").read_text("utf-8")
    preview.change("protocols/halewood/2022-07-12.yml", "language: en", "langauge: en")
    end = time.monotonic() + PATIENCE
    while "unknown key 'langauge'; did you mean 'language'?" not in preview.log():
        assert time.monotonic() < end, preview.log()
        time.sleep(0.05)
    assert "Halewood Town Council" in preview.get("councils/halewood/")
    assert "Traceback" not in preview.log()
    (preview.project / "protocols/halewood/2022-07-12.yml").write_text(good, "utf-8")


def test_a_council_taken_away_is_gone(preview):
    assert "Bursledon" in preview.get("councils/bursledon/")
    shutil.rmtree(preview.project / "protocols/bursledon")
    end = time.monotonic() + PATIENCE
    while "Bursledon Parish Council" in preview.get("councils/"):
        assert time.monotonic() < end
        time.sleep(0.05)
    with pytest.raises(urllib.error.HTTPError):
        preview.get("councils/bursledon/")


def test_a_theme_that_cannot_be_used_leaves_the_last_pages_and_no_server_that_stands_still(preview):
    theme, reloads = preview.project / "hooks/theme/main.html", preview.reloads
    good = theme.read_text("utf-8")
    theme.write_text("{% if %}", "utf-8")
    preview.wait_for_reload(reloads)
    for address in ("councils/conwy/", "cy/councils/conwy/"):
        assert "<article class=protocol" in preview.get(address)
    assert "The preview could not be built" in preview.log()
    assert "Traceback" not in preview.log()
    reloads = preview.reloads
    theme.write_text(good, "utf-8")
    preview.wait_for_reload(reloads)
    assert "<h1" in preview.get("cy/councils/conwy/")


class RefusingBuilder:
    """A builder to whose preview something happens that nobody has thought of."""

    comparison, tasks = object(), ()

    def refresh(self):
        raise RuntimeError("nobody thought of this")

    def return_to_whole(self):
        self.returned = True


def test_a_rebuild_never_raises_whatever_happens(tmp_path, capsys):
    """MkDocs' server answers nobody any more after one that does."""

    def build():
        raise SystemExit("nor of this")

    page = tmp_path / "page.md"
    preview = Preview(builder := RefusingBuilder(), build, [tmp_path])
    preview.rebuild()
    page.write_text("A page")
    preview.rebuild()
    said = "The preview could not be built: nobody thought of this\nThe preview could not be built: nor of this\n"
    assert capsys.readouterr().err == said
    assert builder.returned


@pytest.mark.parametrize(("is_data", "status"), [(True, "200 OK"), (False, "404 Not Found")])
def test_a_page_taken_away_before_it_is_read_is_read_again_whoever_made_it(is_data, status):
    class MadeByAnother:
        def prepare(self, path):
            return is_data

    answers = iter(["404 Not Found", "404 Not Found", "200 OK"])

    def serve_file(environ, start_response):
        start_response(next(answers), [])
        return []

    said: list[str] = []
    answering(MadeByAnother(), serve_file, "/")({"PATH_INFO": "/topics/"}, lambda status, headers: said.append(status))
    assert said == [status]


@pytest.mark.parametrize("address", ["%00", "councils/%00conwy/", "%ff", f"livereload/{'9' * 5000}/1", "%0d%0aX:1/"])
def test_what_no_file_is_called_is_missing_and_no_error(preview, address):
    with pytest.raises(urllib.error.HTTPError) as missing:
        preview.get(address)
    assert missing.value.code == 404
    assert "There is no such page" in missing.value.read().decode()
    assert "Traceback" not in preview.log()


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_pages_are_only_read(preview, method):
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(urllib.request.Request(f"{preview.url}councils/conwy/", method=method), timeout=PATIENCE)
    assert (refused.value.code, refused.value.headers["Allow"]) == (405, "GET, HEAD")


def test_the_head_of_a_page_is_that_of_the_page_without_its_words(preview):
    asked = urllib.request.Request(f"{preview.url}councils/conwy/", method="HEAD")
    with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:
        length = answer.headers["Content-Length"]
    place = "127.0.0.1", int(preview.url.rstrip("/").rpartition(":")[2])
    with socket.create_connection(place, timeout=PATIENCE) as window:
        window.sendall(f"HEAD /councils/conwy/ HTTP/1.1\r\nHost: {preview.url[7:-1]}\r\n\r\n".encode())
        head, _, words = b"".join(iter(lambda: window.recv(65536), b"")).partition(b"\r\n\r\n")
    assert (words, head.split()[1]) == (b"", b"200")
    assert int(length) == len(preview.get("councils/conwy/").encode())
