"""The types of what scripts read, as the checker of scripts has them: hooks/types/files.d.ts, which this writes.

They are those of the Python that writes it, so that neither side can be changed alone.
"""

import json
import re
import subprocess
import sysconfig
from pathlib import Path

from pydantic import TypeAdapter

from protocolau.editor.browser_files import EditAnswer, EditSetup, FormSetup, PageSetup, ReviewSetup
from protocolau.render.browser_files import (
    ClauseForm,
    ComparedVersion,
    ComparedWords,
    ComparePage,
    CouncilsFile,
    LabelsFile,
)
from protocolau.search.browser_files import (
    SearchCouncil,
    SearchMore,
    SearchNames,
    SearchPlaces,
    SearchStart,
)

TYPES = {
    "LabelsFile": LabelsFile,
    "CouncilsFile": CouncilsFile,
    "ComparedVersion": ComparedVersion,
    "ComparedWords": ComparedWords,
    "ComparePage": ComparePage,
    "ClauseForm": ClauseForm,
    "SearchStart": SearchStart,
    "SearchMore": SearchMore,
    "SearchPlaces": SearchPlaces,
    "SearchCouncil": SearchCouncil,
    "SearchNames": SearchNames,
    "FormSetup": FormSetup,
    "PageSetup": PageSetup,
    "EditSetup": EditSetup,
    "ReviewSetup": ReviewSetup,
    "EditAnswer": EditAnswer,
}
FOLDER = Path(__file__).parents[1] / "hooks" / "types"
FILE = FOLDER / "files.d.ts"
NODE = Path(sysconfig.get_path("scripts")).parent / "node" / "node_modules"
"""What `make test` installs of package-lock.json."""
HEAD = "// Made by python -m tests.declarations of what Python says of these files: change it there.\n\n"


def node(script: str, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """Runs a program of package-lock.json."""
    assert (NODE / script).exists(), f"{NODE / script} is not installed: run make test"
    program = Path(sysconfig.get_path("scripts")) / "node"
    return subprocess.run([program, NODE / script, *arguments], input=given, capture_output=True, text=True)


def declarations() -> str:
    """The declarations of all types, as the file has them."""
    done = node("json-schema-to-typescript/dist/src/cli.js", given=json.dumps(schema()))
    assert done.returncode == 0, done.stderr
    _, _, declared = done.stdout.partition("*/\n\n")
    without_lengths = re.sub(
        r"^ */\*\*\n *\* @minItems \d+\n *\* @maxItems \d+\n *\*/\n", "", declared, flags=re.MULTILINE
    )
    return HEAD + re.sub(r"^export ", "", without_lengths, flags=re.MULTILINE)


def schema() -> dict[str, object]:
    """One schema that has every type among its definitions, as the maker of declarations knows tuples."""
    whole = whole_schema()
    return {**whole, "$defs": _as_draft_4(whole["$defs"])}


def whole_schema() -> dict[str, object]:
    """One schema that has every type among its definitions, and knows no other keys than theirs."""
    made = [(name, "validation", TypeAdapter(one)) for name, one in TYPES.items()]
    by_name, definitions = TypeAdapter.json_schemas(made, ref_template="#/$defs/{model}")
    named = {name: by_name[name, "validation"] for name in TYPES}
    found = {**definitions.get("$defs", {}), **{name: one for name, one in named.items() if list(one) != ["$ref"]}}
    return {
        "title": "BrowserFiles",
        "type": "object",
        "properties": {name: {"$ref": f"#/$defs/{name}"} for name in TYPES},
        "$defs": {
            name: {"additionalProperties": False, **one} if "properties" in one else one for name, one in found.items()
        },
    }


def _as_draft_4(schema: object) -> object:
    """A schema with its tuples as the maker of declarations knows them, and without titles but those of its types."""
    if isinstance(schema, list):
        return [_as_draft_4(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: _as_draft_4(one) for key, one in schema.items() if not (key == "title" and isinstance(one, str))}
    if "prefixItems" in made:
        made["items"] = made.pop("prefixItems")
    return made


if __name__ == "__main__":
    FILE.write_text(declarations(), "utf-8")
    print(FILE.relative_to(Path.cwd()))
