"""A protocol of few clauses cut into statements, its translation, and both as files for translators."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from protocolau.library.library import RELATIONS
from protocolau.model.protocol import Version
from protocolau.model.vocabulary import Vocabulary
from protocolau.repository.repository import load_council, load_vocabulary
from protocolau.translation.exchange import formats as exchange
from protocolau.translation.exchange.incoming import IncomingFile
from protocolau.translation.exchange.outgoing import outgoing_units
from tests.conftest import ROOT

FACTS = "name: {en: A, cy: A}\nshort_name: {en: A, cy: A}\nkind: town\nnation: wales\n"
HEAD = "language: cy\nstate: draft\nunits:\n"


def protocol(*clauses: Sequence[str]) -> str:
    """A protocol whose clauses are 1, 2 and so on, each of these statements."""
    lines = ["title: Protocol", "language: en", "body:"]
    for number, statements in enumerate(clauses, 1):
        lines += [f'  - number: "{number}"', "    text:", *(f'      - says: "{text}"' for text in statements)]
    return "\n".join(lines) + "\n"


def written(folder: Path, source: str, welsh: str = "") -> Version:
    """The version of `aber`, written into a folder of protocols with its translation."""
    if not (folder / "vocabulary").exists():
        (folder / "vocabulary").symlink_to(ROOT / "protocols" / "vocabulary")
    (folder / "aber").mkdir(exist_ok=True)
    (folder / "aber" / "council.yml").write_text(FACTS, "utf-8")
    (folder / "aber" / "undated.yml").write_text(source, "utf-8")
    if welsh:
        (folder / "aber" / "undated.cy.yml").write_text(welsh, "utf-8")
    return loaded(folder)


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, read once: it takes twenty times as long as a protocol of few clauses."""
    return load_vocabulary(ROOT / "protocols" / "vocabulary")


def loaded(folder: Path) -> Version:
    """The version of `aber`, as its files are now."""
    council, problems = load_council(folder / "aber", vocabulary())
    assert council and not problems
    (version,) = council.documents[RELATIONS].versions
    return version


def welsh_of(units: list[list[str]]) -> str:
    """A translation of these units, one in three of them reviewed, one in two with a note."""
    lines = [HEAD + '  "1":']
    for number, unit in enumerate(units):
        lines += [f"    - en: {json.dumps(unit, ensure_ascii=False)}", f"      cy: Uned {number}."]
        lines += ["      state: reviewed"] if number % 3 == 0 else []
        lines += [f"      note: Nodyn {number}."] if number % 2 == 0 else []
    return "\n".join(lines) + "\n"


def as_file(version: Version, format: str) -> IncomingFile:
    units = outgoing_units(version, "cy")
    return exchange.FORMATS[format].read(exchange.write(format, units, version, "cy"), Path(f"file.{format}"))
