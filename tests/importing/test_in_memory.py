"""A document is imported, and its draft checked, in memory alone, and with what a browser can have of libraries."""

import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import yaml

from protocolau.read.problem import Problem
from protocolau.repository.check import examine, examine_files
from tests.conftest import ROOT
from tests.word_files import abstract, docx, level, num, paragraph

TODAY = date(2026, 1, 1)
VOCABULARY = {f"vocabulary/{path.name}": path.read_bytes() for path in (ROOT / "protocols/vocabulary").iterdir()}
FAULTS = ROOT / "tests/faults"
SLIPS = yaml.safe_load((ROOT / "tests/clerks_slips.yml").read_text("utf-8"))
COUNCIL = b"name: {en: A Town, cy: A Town}\nshort_name: {en: A, cy: A}\nkind: town\nnation: wales\n"

IN_A_BROWSER = """
import sys
from datetime import date
from protocolau.importing.first_draft import Choices, first_drafts
from protocolau.importing.yaml_text import CouncilFacts
from protocolau.repository.check import examine_files
package = {package!r}
opened = []
def watch(event, arguments):
    if event in ("socket.connect", "subprocess.Popen", "os.fork") or (
        event == "open" and isinstance(arguments[0], str)
        and not arguments[0].startswith((package, sys.prefix, sys.base_prefix, "/proc/"))
    ):
        opened.append([event, str(arguments[0])])
vocabulary = {{name: bytes.fromhex(data) for name, data in {vocabulary!r}.items()}}
sys.addaudithook(watch)
facts = CouncilFacts("anytown", "Anytown Town Council", "Cyngor Tref Anytown", "town", "wales")
(draft,) = first_drafts("a.docx", bytes.fromhex({document!r}), facts, Choices())
found = examine_files(vocabulary | draft.files, date(2026, 1, 1))
told = [[str(one.path), one.line, one.what] for one in (*found.problems, *found.warnings)]
libraries = sorted({{name.split(".")[0] for name in sys.modules}} - set(sys.stdlib_module_names))
import json
print(json.dumps([sorted(draft.files), told, opened, libraries]))
"""
STARTING = {"sitecustomize", "usercustomize"}
"""What a system may have Python load before anything else, as Debian does."""
HAD = {"protocolau", "yaml", "pydantic", "pydantic_core", "annotated_types", "typing_extensions", "typing_inspection"}
HAD |= {"snowballstemmer", "cython_runtime"}
"""What a browser has or can be given: PyYAML and pydantic with what they need, and what is written in Python alone."""


def told(problems: list[Problem], root: Path = ROOT) -> list[tuple[str, int, str, str]]:
    paths = (one.path.relative_to(root) if one.path.is_absolute() else one.path for one in problems)
    return sorted((path.as_posix(), one.line, one.what, one.remedy) for path, one in zip(paths, problems, strict=True))


def faulty_councils() -> dict[str, bytes]:
    """A council for every file with a fault, and for every slip of a clerk."""
    versions = {path.stem: path.read_bytes() for path in FAULTS.glob("*.yml") if path.name != "expected.yml"}
    for place, case in enumerate(SLIPS["slips"].values()):
        text = SLIPS["protocol"]
        for old, new in case.get("change", {}).items():
            text = text.replace(old, new)
        versions[f"slip-{place}"] = text.encode()
    files = {f"{name}/undated.yml": content for name, content in versions.items()}
    files |= {f"{name}/council.yml": COUNCIL for name in versions}
    return files | {"sound/a.txt": b"Something else.", "sound/2024.yaml": b"", "slip-0/conduct/note.txt": b""}


def test_files_in_memory_have_the_faults_that_they_have_on_a_disk(tmp_path: Path):
    files, councils, vocabulary = faulty_councils(), tmp_path / "councils", tmp_path / "vocabulary"
    shutil.copytree(ROOT / "protocols/vocabulary", vocabulary)
    for name, content in files.items():
        (councils / name).parent.mkdir(parents=True, exist_ok=True)
        (councils / name).write_bytes(content)
    on_disk = told(examine(councils, vocabulary, TODAY).problems, councils)
    assert told(examine_files(VOCABULARY | files, TODAY).problems) == on_disk and len(on_disk) > 100


def test_the_real_protocols_are_without_fault_in_memory():
    folder = ROOT / "protocols"
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert examine_files(files, TODAY).problems == []


def test_a_vocabulary_that_is_missing_is_told():
    found = examine_files({"anytown/council.yml": COUNCIL}, TODAY).problems
    assert {one.path.as_posix().partition("/")[0] for one in found} == {"vocabulary"}


def test_a_word_file_becomes_a_checked_draft_as_it_would_in_a_browser():
    scheme = abstract(0, level(0, "%1."), level(1, "(%2)", "lowerLetter"))
    body = paragraph("Members must be kind:", num=1, level=0) + paragraph("to all.", num=1, level=1)
    document = docx(body + paragraph("Adopted on 3 May 2022"), numbering=scheme + num(1, 0))
    program = IN_A_BROWSER.format(
        package=str(ROOT / "hooks"),
        document=document.hex(),
        vocabulary={name: data.hex() for name, data in VOCABULARY.items()},
    )
    done = subprocess.run([sys.executable, "-"], input=program, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    files, findings, opened, libraries = json.loads(done.stdout)
    assert files == [
        f"anytown/{name}" for name in ("2022-05-03.docx", "2022-05-03.txt", "2022-05-03.yml", "council.yml")
    ]
    assert findings == [["anytown/2022-05-03.yml", 4, "awaits review"]] and opened == []
    assert {one for one in libraries if not one.startswith("_")} <= HAD | STARTING
