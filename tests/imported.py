"""Documents as an import makes provisions of them, and files."""

from datetime import date
from pathlib import Path

from click.testing import CliRunner, Result

from protocolau.cli.main import main
from protocolau.importing.conservation import lost_words
from protocolau.importing.first_draft import Choices, FirstDraft, first_drafts
from protocolau.importing.reading import read_document
from protocolau.importing.structure.build import Structure, structured
from protocolau.importing.structure.draft import Draft
from protocolau.importing.yaml_text import CouncilFacts
from protocolau.repository.check import examine
from tests.conftest import ROOT

TODAY = date(2026, 1, 1)
FACTS = CouncilFacts("anytown", "Anytown Town Council", "Cyngor Tref Anytown", "town", "wales")
GIVEN = ["--name", "Anytown Town Council", "--name-cy", "Cyngor Tref Anytown", "--kind", "town", "--nation", "wales"]
COUNCIL = ["--council", "anytown", *GIVEN]


def structure(text: str | bytes, name: str = "a.txt") -> Structure:
    """The provisions of a document, of which no word is lost."""
    reading = read_document(name, text.encode() if isinstance(text, str) else text)
    made = structured(reading)
    assert lost_words(reading, made.body, made.asides) == []
    return made


def outline(text: str | bytes, name: str = "a.txt") -> list[str]:
    """Every provision on a line, set in by its depth: kind, number, heading, words; a star before an item."""
    return [line for one in structure(text, name).body for line in _outline(one, 0, "")]


def _outline(one: Draft, depth: int, star: str) -> list[str]:
    heading = f"# {one.heading}" if one.heading else ""
    rows = "; ".join(" | ".join(cell.text for cell in row) for row in one.rows)
    kind = f"<{one.kind}>" if one.kind else "<head>" if one.heads else ""
    words = " ".join(filter(None, (kind, one.number, heading, one.text, rows)))
    lines = ["  " * depth + star + words]
    for inner in one.items:
        lines += _outline(inner, depth + 1, "* ")
    for inner in one.provisions:
        lines += _outline(inner, depth + 1, "")
    return lines


def draft(name: str, data: bytes, tmp_path: Path) -> FirstDraft:
    """A first draft, written and found without a fault."""
    (made,) = first_drafts(name, data, FACTS, Choices())
    for path, content in made.files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    assert examine(tmp_path / "anytown", ROOT / "protocols/vocabulary", TODAY).problems == []
    assert made.lost == ()
    return made


def run_import(*arguments: str | Path) -> Result:
    """What the command ends with and says."""
    return CliRunner().invoke(main, ["import", *map(str, arguments)])
