"""The scripts and what they read: every file has its type, Python and JavaScript have the same, and no script errs."""

import gzip
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from protocolau.editor.page_addition import page_addition
from protocolau.render.theme import Theme
from tests.browsing import PREFIX
from tests.conftest import ROOT
from tests.declarations import FILE, declarations, node, whole_schema
from tests.pages import page

FETCHED = {
    "LabelsFile": "councils/**/labels.json",
    "CouncilsFile": "compare/councils.json",
    "SearchStart": "search/start",
    "SearchMore": "search/more/*",
    "SearchPlaces": "search/places/*",
    "SearchCouncil": "search/councils/*",
    "SearchNames": "search/names/*",
}
"""By type the files that scripts fetch, below the root of a language."""
OTHERS = {"protocol.json", "citation.csl.json", "protocol-record.json"}
"""Files of JSON that no script of ours reads."""
SCHEMA = whole_schema()


def faults(kind: str, content: object) -> list[str]:
    """Where some content is not of a type."""
    validator = Draft202012Validator({"$ref": f"#/$defs/{kind}", "$defs": SCHEMA["$defs"]})
    return [f"{kind} {error.json_path}: {error.message[:200]}" for error in validator.iter_errors(content)]


def read(file: Path) -> object:
    """What a file says, packed or not."""
    content = file.read_bytes()
    return json.loads(gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content)


def fetched(site: Path) -> Iterator[tuple[str, Path]]:
    """Yield every file that a script may fetch, with its type."""
    for prefix in PREFIX.values():
        for kind, pattern in FETCHED.items():
            for file in (site / prefix).glob(pattern):
                if file.is_file():
                    yield kind, file
        for file in (site / prefix).glob("councils/**/comparison.packed"):
            yield "ComparedWords" if prefix else "ComparedVersion", file


def test_every_file_that_a_script_fetches_is_of_its_type(any_site: Path):
    seen = set()
    for kind, file in fetched(any_site):
        seen.add(kind)
        assert faults(kind, read(file)) == [], file
    assert set(FETCHED) - seen <= {"SearchMore", "SearchPlaces"}, "these are for more councils than a site has here"


def test_there_is_no_other_file_of_json(any_site: Path):
    typed = {file for _, file in fetched(any_site)}
    assert [file for file in any_site.rglob("*.json") if file not in typed and file.name not in OTHERS] == []


@pytest.mark.parametrize("language", PREFIX)
def test_what_a_page_says_to_its_script_is_of_its_type(site: Path, library, language):
    form = page(site, PREFIX[language]).css_first("[data-clause-form]")
    assert faults("ClauseForm", json.loads(form.attributes["data-clause-form"])) == []
    compared = page(site, f"{PREFIX[language]}compare/").css_first("#compare-data").text()
    assert faults("ComparePage", json.loads(compared)) == []
    added = page_addition(library, Theme(ROOT / "hooks/theme"), f"{PREFIX[language]}councils/halewood/", "token")
    (setup,) = re.findall(rb'<script type="application/json" id="-edit">(.*?)</script>', added, re.DOTALL)
    assert faults("EditSetup", json.loads(setup)) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"count": "many"}, "SearchStart $.count: 'many' is not of type 'integer'"),
        ({"more": None}, "SearchStart $.more: None is not of type 'array'"),
        ({"surprise": 1}, "SearchStart $: Additional properties are not allowed ('surprise' was unexpected)"),
        ({"topics": [["purpose"]]}, "SearchStart $.topics[0]: ['purpose'] is too short"),
    ],
)
def test_a_file_that_is_of_another_type_would_be_seen(site: Path, change, told):
    assert faults("SearchStart", read(site / "search/start") | change) == [told]


def test_the_declarations_are_made_of_the_types_of_python():
    assert declarations() == FILE.read_text("utf-8"), "run python -m tests.declarations"


def test_the_checker_finds_no_fault_in_any_script():
    assert checked(ROOT / "hooks/types") == []


def test_a_script_that_reads_what_is_not_there_would_be_seen(tmp_path):
    shutil.copytree(ROOT / "hooks/types", tmp_path / "types")
    for folder in ("assets", "edit"):
        shutil.copytree(ROOT / "hooks/theme" / folder, tmp_path / "theme" / folder)
    file = tmp_path / "theme/assets/cite_card.js"
    text = file.read_text("utf-8")
    right = "const { document, url, labels }"
    assert right in text
    file.write_text(text.replace(right, "const { document, url, lables: labels }"), "utf-8")
    (fault,) = checked(tmp_path / "types")
    assert "assets/cite_card.js" in fault and "Property 'lables' does not exist on type 'CitedLabels'" in fault


def checked(project: Path) -> list[str]:
    """The lines in which the checker tells of faults."""
    told = node("typescript/bin/tsc", "--project", str(project)).stdout.splitlines()
    return [line for line in told if "error TS" in line]
