"""What keeps the project in one piece: schemas, specimens, a build that cannot do harm."""

import json
import re
import subprocess
import tomllib
from pathlib import Path

import jsonschema
import pytest
import yaml

from protocolau.exporting import record
from protocolau.library.addresses import document_address, version_address
from protocolau.repository.schema_files import schema_files
from protocolau.runtime import yaml_loader
from protocolau.schema.shapes import CouncilShape, ProtocolShape, TranslationShape
from tests.conftest import FIVE, ROOT, BuiltProject, copy_project, program


def test_the_json_schemas_are_those_of_the_shapes():
    for path, content in schema_files(ROOT / "protocols").items():
        assert path.read_text("utf-8") == content, f"{path}: run `protocolau schema`"


def test_every_data_file_names_its_schema_for_editors_and_fits_it(built: BuiltProject):
    for path in sorted((built.folder / "protocols").rglob("*.yml")):
        text = path.read_text("utf-8")
        named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
        assert named, f"{path}: the first line names no schema"
        schema = json.loads((path.parent / named[1]).read_text("utf-8"))
        jsonschema.validate(_typed(yaml.load(text, yaml.BaseLoader)), schema)


def _typed(value):
    """Strings as an editor's YAML types them, where the schemas ask for numbers and truth values."""
    if isinstance(value, list):
        return [_typed(one) for one in value]
    if not isinstance(value, dict):
        return value
    switches = {"span": int, "sure": int, "row_headers": lambda word: word == "true"}
    switches |= dict.fromkeys(("missing", "draft", "explained", "awaiting_review"), switches["row_headers"])
    return {key: switches[key](one) if key in switches else _typed(one) for key, one in value.items()}


def _repeated(text: str) -> list[str]:
    """The keys that stand twice in one mapping, with their lines: the parser would take the last without a word."""
    found = []
    nodes = [yaml.compose(text, yaml_loader.BaseLoader)]
    while nodes:
        node = nodes.pop()
        if isinstance(node, yaml.SequenceNode):
            nodes += node.value
        elif isinstance(node, yaml.MappingNode):
            keys = [key.value for key, _ in node.value]
            found += [f"{key.start_mark.line + 1}: {key.value}" for key, _ in node.value if keys.count(key.value) > 1]
            nodes += [value for _, value in node.value]
    return found


def test_the_package_goes_out_with_all_of_its_data():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    taken = {
        path
        for package, patterns in settings["package-data"].items()
        for pattern in patterns
        for path in (ROOT / "hooks" / package.replace(".", "/")).glob(pattern)
    }
    files = [path for path in (ROOT / "hooks/protocolau").rglob("*.*") if path.suffix not in (".py", ".pyc")]
    assert len(files) > 20 and [path for path in files if path not in taken] == []


def test_no_key_stands_twice_in_the_data_of_the_program_itself():
    files = {file: _repeated(file.read_text("utf-8")) for file in (ROOT / "hooks").rglob("*.yml")}
    assert {str(file): keys for file, keys in files.items() if keys} == {}
    assert _repeated("a: 1\nb: [{c: 1, c: 2}]\n") == ["2: c", "2: c"]


def test_the_record_of_every_protocol_fits_its_published_schema(built: BuiltProject):
    schema = json.loads((built.site / record.SCHEMA_PATH).read_text("utf-8"))
    library = built.library
    dated = [version_address(version) for version in library.standings]
    shown = [document_address(*one) for one in library.current]
    records = set(built.site.rglob("protocol.json"))
    assert records == {built.site / place / "protocol.json" for place in (*dated, *shown)}
    for file in records:
        jsonschema.validate(json.loads(file.read_text("utf-8")), schema)


def test_the_record_holds_the_words_in_both_languages_and_the_tags(site: Path):
    data = json.loads((site / "councils/taffs-well-and-nantgarw/protocol.json").read_text("utf-8"))
    part = next(
        one for one in data["body"] if one.get("heading", {}).get("en") == "Protocol on Member/Officer Relations"
    )
    clause = part["provisions"][0]["provisions"][0]
    assert (clause["anchor"], clause["number"], clause["topics"]) == ("1.1", "1.1", ["purpose"])
    assert clause["text"]["en"].startswith("This protocol is intended to assist Councillors")
    assert clause["text"]["state"] == "draft" and "protocol" in clause["text"]["cy"]
    assert clause["statements"] == [{"topics": ["purpose"]}]


def fences(page: Path) -> dict[str, str]:
    """The specimens of a prose page by their titles."""
    return dict(re.findall(r'```\w+ title="([^"]+)"\n(.*?)```', page.read_text("utf-8"), re.S))


@pytest.mark.parametrize("language", ["", "cy/"], ids=["en", "cy"])
def test_the_specimens_for_clerks_and_translators_are_what_the_checks_accept(language: str, tmp_path: Path):
    clerk, translator = (fences(ROOT / "docs" / language / f"{name}.md") for name in ("publish", "translate"))
    shapes = {"2024-05-14.yml": ProtocolShape, "council.yml": CouncilShape, "2024-05-14.cy.yml": TranslationShape}
    found = {**translator, **clerk}
    for name, shape in shapes.items():
        shape.model_validate(yaml.load(found[name], yaml.BaseLoader))
    folder = tmp_path / "example"
    folder.mkdir()
    for name in clerk:
        (folder / name).write_text(clerk[name], "utf-8")
    done = subprocess.run([program("protocolau"), "check", folder], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "no fault found\n"), done.stdout


@pytest.mark.parametrize("language", ["", "cy/"], ids=["en", "cy"])
@pytest.mark.parametrize(
    ("right", "wrong"),
    [("topic: impartial-advice", "topic: impartial-advise"), ("within five working", "within 5 working")],
)
def test_the_faults_that_the_page_for_clerks_explains_are_told_so(
    language: str, right: str, wrong: str, tmp_path: Path
):
    page = ROOT / "docs" / language / "publish.md"
    folder = tmp_path / "protocols/example-town"
    folder.mkdir(parents=True)
    for name, text in fences(page).items():
        (folder / name).write_text(text.replace(right, wrong) if name == "2024-05-14.yml" else text, "utf-8")
    check = [program("protocolau"), "--project", ROOT, "check", folder.relative_to(tmp_path)]
    done = subprocess.run(check, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 1 and f"```text\n{done.stdout}```" in page.read_text("utf-8"), done.stdout


@pytest.mark.parametrize("language", ["", "cy/"], ids=["en", "cy"])
def test_the_page_for_clerks_shows_a_fault_as_it_is_told_in_welsh(language: str, tmp_path: Path):
    page = ROOT / "docs" / language / "publish.md"
    folder = tmp_path / "protocols/example-town"
    folder.mkdir(parents=True)
    for name, text in fences(page).items():
        (folder / name).write_text(text.replace("topic: impartial-advice", "topic: impartial-advise"), "utf-8")
    check = [program("protocolau"), "--project", ROOT, "check", "--language", "cy", folder.relative_to(tmp_path)]
    done = subprocess.run(check, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 1 and f"```text\n{done.stdout}```" in page.read_text("utf-8"), done.stdout


def test_the_two_specimens_are_the_same_but_for_their_comments():
    english, welsh = (
        {
            name: yaml.load(text, yaml.BaseLoader) if name.endswith(".yml") else text
            for name, text in fences(ROOT / "docs" / part / "publish.md").items()
        }
        for part in ("", "cy")
    )
    assert english == welsh


def test_prose_pages_have_a_counterpart_with_as_many_headings():
    english = {path.name: path for path in (ROOT / "docs").glob("*.md")}
    welsh = {path.name: path for path in (ROOT / "docs/cy").glob("*.md")}
    assert set(english) == set(welsh)
    for name in english:
        headings = [
            [line.split(" ")[0] for line in re.sub(r"```.*?```", "", path.read_text("utf-8"), flags=re.S).splitlines()
             if line.startswith("#")]
            for path in (english[name], welsh[name])
        ]  # fmt: skip
        assert headings[0] == headings[1], name


def test_a_build_with_faults_ends_in_clear_lines_and_leaves_the_last_good_site(tmp_path: Path):
    project = copy_project(tmp_path / "project")
    (project / "site").mkdir()
    (project / "site/index.html").write_text("the last good page")
    path = project / "protocols/barrow/2019-07-16.yml"
    path.write_text(path.read_text("utf-8").replace("topic: training", "topic: trainnig", 1), "utf-8")
    done = subprocess.run([program("mkdocs"), "build", "--strict"], cwd=project, capture_output=True, text=True)
    assert done.returncode == 1
    assert "unknown topic 'trainnig'; did you mean 'training'?" in done.stdout + done.stderr
    assert re.search(r"protocols/barrow/2019-07-16\.yml:\d+: ", done.stdout + done.stderr)
    assert "Traceback" not in done.stderr
    assert (project / "site/index.html").read_text() == "the last good page"


def plain_end(words: str) -> str:
    return words.rstrip(".,;:").casefold()


def test_identical_english_has_identical_welsh_unless_a_reason_is_recorded(library):
    seen: dict[str, tuple[str, str]] = {}
    differing = []
    for version in (library.version_shown(slug) for slug in FIVE):
        for name, unit in version.translations["cy"].units.items():
            where = f"{version.council} {name}"
            first = seen.setdefault(unit.source, (unit.target, where))
            # A statement may be cut in mid-sentence, so the same English stands both at the head
            # of a sentence and inside one: capitals and a closing mark follow the place.
            if plain_end(unit.target) != plain_end(first[0]) and not unit.note:
                differing.append((unit.source, first, (unit.target, where)))
    assert differing == []


def test_every_unit_of_the_five_is_translated(library):
    for version in (library.version_shown(slug) for slug in FIVE):
        assert set(version.translations["cy"].units) == set(version.units), version.council
