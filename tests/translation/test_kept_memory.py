"""What comes from other programs' memories is kept and offered, with its likeness, and written nowhere by itself."""

import polib
import pytest
from click.testing import CliRunner
from lxml import etree

from protocolau.cli.main import main
from tests.exchange_files import UNCHANGED, exported, run, translate, version_of, welsh

NEAR = "The fifth clauses."
TMX = (
    '<tmx version="1.4"><header/><body>'
    f'<tu><tuv xml:lang="en"><seg>{NEAR}</seg></tuv><tuv xml:lang="cy"><seg>Y pumed cymalau.</seg></tuv></tu>'
    '<tu><tuv xml:lang="en"><seg>Thirds of it.</seg></tuv><tuv xml:lang="cy"><seg>Traeanau.</seg></tuv></tu>'
    '<tu><tuv xml:lang="en"><seg>Bad.</seg></tuv><tuv xml:lang="cy"><seg>**Drwg.</seg></tuv></tu></body></tmx>'
)


@pytest.fixture(autouse=True)
def kept(protocols):
    """A memory of another program, kept."""
    path = protocols.parent / "theirs.tmx"
    path.write_text(TMX, "utf-8")
    before = welsh(protocols)
    said = run(protocols, "memory", "import", "--keep", path)
    assert said == (0, "pairs read: 3, units filled: 0\npairs kept: 2\n")
    assert welsh(protocols) == before
    return path


def test_what_is_kept_is_kept_once(protocols, kept):
    file = protocols / "vocabulary" / "memory.tmx"
    before = file.read_bytes()
    assert run(protocols, "memory", "import", "--keep", kept)[1].endswith("pairs kept: 0\n")
    assert file.read_bytes() == before and b"**Drwg" not in before


def test_near_words_are_offered_as_fuzzy_with_their_likeness(protocols):
    entries = {entry.msgctxt.rpartition(" ")[2]: entry for entry in polib.pofile(str(exported(protocols, "po")))}
    assert entries["1.5"].msgstr == "Y pumed cymalau." and entries["1.5"].fuzzy
    assert "nearest: 97%, draft, memory.tmx\n" in entries["1.5"].comment
    assert entries["1.3"].msgstr == "" and not entries["1.3"].fuzzy


def test_and_in_xliff(protocols):
    unit = etree.parse(str(exported(protocols, "xliff"))).find(".//{*}trans-unit[@id='1.5']")
    target = unit.find("{*}target")
    assert (target.get("state"), target.get("state-qualifier")) == ("needs-review-translation", "fuzzy-match")
    proposal = unit.find("{*}alt-trans[@alttranstype='proposal']")
    assert (proposal.get("match-quality"), proposal.findtext("{*}source")) == ("97%", NEAR)


@pytest.mark.parametrize("format", ["po", "xliff", "xliff2"])
def test_what_is_offered_counts_once_it_is_accepted(protocols, format):
    path = exported(protocols, format)
    assert run(protocols, "import", path) == (0, UNCHANGED)
    translate(path, "1.5", "Y pumed cymal.")
    assert run(protocols, "import", path)[0] == 0
    unit = version_of(protocols).translations["cy"].units["1.5"]
    assert (unit.target, unit.state) == ("Y pumed cymal.", "draft")


def test_suggest_and_the_memory_taken_away_know_it_too(protocols):
    assert "  97% memory.tmx (draft)\n" in run(protocols, "suggest", "--council", "aber")[1]
    run(protocols, "memory", "export", protocols.parent / "all.tmx")
    assert f"<seg>{NEAR}</seg>" in (protocols.parent / "all.tmx").read_text("utf-8")


SPOILT = "memory.tmx:1: this is not well-formed XML (it breaks off); put the last good one in its place, or delete it\n"


@pytest.mark.parametrize("arguments", [["suggest"], ["memory", "import", "--keep"]])
def test_a_spoilt_file_ends_in_one_line(protocols, kept, arguments):
    (protocols / "vocabulary" / "memory.tmx").write_text("<tmx>", "utf-8")
    files = [kept] if "--keep" in arguments else []
    assert run(protocols, *arguments, *files) == (1, f"protocols/vocabulary/{SPOILT}")


@pytest.mark.parametrize("path", ["protocols", "protocols/vocabulary", ""])
def test_a_check_tells_a_spoilt_file(protocols, path):
    check = ["--project", str(protocols.parent), "check", *([str(protocols.parent / path)] if path else [])]
    assert SPOILT not in CliRunner().invoke(main, check).output
    (protocols / "vocabulary" / "memory.tmx").write_text("<tmx>", "utf-8")
    done = CliRunner().invoke(main, check)
    assert done.exit_code == 1 and f"vocabulary/{SPOILT}" in done.output


def test_a_file_without_end_is_not_read(protocols):
    (protocols / "vocabulary" / "memory.tmx").unlink()
    (protocols / "vocabulary" / "memory.tmx").symlink_to("/dev/zero")
    code, said = run(protocols, "suggest")
    assert code == 1 and said.startswith(
        "protocols/vocabulary/memory.tmx:1: the file cannot be read (no ordinary file)"
    )
