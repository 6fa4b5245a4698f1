"""`python -m tests.bench.large 5000 2`: one council with so many provisions and so many versions, checked and built.

Prints seconds and memory of both, the largest pages with their bytes, and all bytes of the site. The words are those of
the real protocols with their wording varied; a version is the one before it with every fiftieth text reworded.
"""

import random
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from protocolau.library.library import RELATIONS
from protocolau.model.protocol import Version
from protocolau.model.translation import key_of_unit
from protocolau.repository.council_files import read_version
from protocolau.repository.vocabulary_files import VOCABULARY, load_vocabulary
from tests.bench.generate import BASES, dump, load, map_texts, varied
from tests.bench.measure import run
from tests.conftest import ROOT, program

LISTED = 12
"""Pages that are named with their bytes."""
REWORDED = 0.02
"""The share of texts that each version has otherwise than the one before."""
FACTS = {
    "name": {"en": "Large Town Council", "cy": "Cyngor Tref Mawr"},
    "short_name": {"en": "Large", "cy": "Mawr"},
    "kind": "town",
    "nation": "wales",
}


def main(provisions: int, versions: int) -> None:
    """Measure, and print."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        for name in ("docs", "hooks"):
            shutil.copytree(ROOT / name, project / name)
        shutil.copy(ROOT / "mkdocs.yml", project)
        write(project / "protocols", provisions, versions)
        command = [program("protocolau"), "--project", str(project), "check"]
        print("check:", run(command, project, project / "log"), flush=True)
        print("build:", run([program("mkdocs"), "build"], project, project / "log"), flush=True)
        pages = sorted((project / "site").rglob("*.html"), key=lambda path: -path.stat().st_size)
        for page in [page for page in pages if "cy" not in page.parts][:LISTED]:
            print(f"{page.stat().st_size / 1000:9,.0f} kB  {page.relative_to(project / 'site')}")
        sizes = [path.stat().st_size for path in (project / "site").rglob("*") if path.is_file()]
        print(f"{sum(sizes) / 1e6:,.0f} MB in {len(sizes):,} files, {len(pages):,} of them pages")


def write(target: Path, provisions: int, versions: int) -> None:
    """The folder of protocols: the real vocabulary and one council, whose newest version is translated."""
    shutil.copytree(ROOT / "protocols" / "vocabulary", target / "vocabulary")
    folder, chance = target / "large", random.Random(1)
    folder.mkdir()
    (folder / "council.yml").write_text(dump(FACTS), "utf-8")
    body, welsh = _body(provisions, chance)
    for place in range(versions):
        if place:
            body = map_texts(body, lambda text: _reworded(text, welsh, chance))
        adopted = f"{1800 + place}-01-01"
        protocol = {"title": "A Large Protocol", "language": "en", "adopted": adopted, "body": body}
        (folder / f"{adopted}.yml").write_text(dump(protocol), "utf-8")
    newest, problems = read_version(folder / f"{adopted}.yml", "large", RELATIONS, load_vocabulary(target / VOCABULARY))
    assert newest, problems
    units = _units(newest, welsh)
    (folder / f"{adopted}.cy.yml").write_text(dump({"language": "cy", "state": "draft", "units": units}), "utf-8")


def _body(provisions: int, chance: random.Random) -> tuple[list[dict], dict[str, str]]:
    """Parts, each a real protocol with its wording varied, and what each of its texts is in Welsh."""
    body: list[dict] = []
    welsh: dict[str, str] = {}
    while (wanted := provisions - _count(body)) > 0:
        protocol, translation = varied(*load(ROOT / "protocols", BASES[len(body) % len(BASES)]), chance)
        for entries in translation["units"].values():
            units = entries if isinstance(entries, list) else [entries]
            welsh |= {unit["en"]: unit["cy"] for unit in units if isinstance(unit["en"], str)}
        clauses = _without_references([one for one in protocol["body"] if "kind" not in one])
        number = f"Part {len(body) + 1}"
        body.append({"number": number, "heading": "Protocol", "provisions": _first(clauses, wanted - 1)})
    return body, welsh


def _units(version: Version, welsh: dict[str, str]) -> dict[str, Any]:
    """The units of a translation, as a file has them: the statements of a clause in a list, all of them or none."""
    parts: dict[str, list[str]] = {}
    for name, words in version.units.items():
        parts.setdefault(key_of_unit(name), []).append(words)
    return {
        name: entries if len(entries) > 1 else entries[0]
        for name, said in parts.items()
        if (entries := [{"en": words, "cy": welsh[words]} for words in said if words in welsh])
        and len(entries) == len(said)
    }


def _reworded(text: str, welsh: dict[str, str], chance: random.Random) -> str:
    if chance.random() >= REWORDED:
        return text
    new = f"{text} ({chance.randrange(1000)})"
    if text in welsh:
        welsh[new] = f"{welsh[text]} {new.rpartition(' ')[2]}"
    return new


def _inner(clause: dict) -> list[dict]:
    return [*clause.get("items", ()), *clause.get("provisions", ())]


def _count(clauses: list[dict]) -> int:
    return sum(1 + _count(_inner(clause)) for clause in clauses)


def _first(clauses: list[dict], wanted: int) -> list[dict]:
    """As many clauses from the beginning as have so many provisions, and one more."""
    taken: list[dict] = []
    for clause in clauses:
        if _count(taken) >= max(wanted, 1):
            break
        taken.append(clause)
    return taken


def _without_references(value: Any) -> Any:
    """A copy without references, which other parts would turn to other clauses."""
    if isinstance(value, list):
        return [_without_references(one) for one in value]
    if isinstance(value, dict):
        return {key: _without_references(one) for key, one in value.items() if key not in ("refers_to", "id")}
    return value


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
