"""Whatever a file holds, reading it ends in problems or in a version, never in an exception."""

import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from protocolau.model import assemble
from protocolau.model.protocol import Council
from protocolau.model.vocabulary import Vocabulary
from protocolau.read.document import read_yaml
from protocolau.read.messages import told_in
from protocolau.read.problem import Faulty, Problem
from protocolau.read.text import without_unwanted
from protocolau.render.citations import citation
from protocolau.repository.council_files import load_council
from protocolau.repository.vocabulary_files import load_vocabulary
from protocolau.schema.json_schemas import SHAPES
from protocolau.schema.shape_faults import validate
from protocolau.schema.shapes import ProtocolShape
from protocolau.translation.reading import Reading
from tests.conftest import ROOT
from tests.hostile.protocols import is_text
from tests.rendering import THEME

PROTOCOLS = ROOT / "protocols"
VOCABULARY = load_vocabulary(PROTOCOLS / "vocabulary")
REAL = sorted(path.relative_to(PROTOCOLS) for path in PROTOCOLS.glob("*/*.yml") if path.parent.name != "vocabulary")
many = settings(derandomize=True, deadline=None, max_examples=300)


@pytest.fixture(scope="module")
def councils(tmp_path_factory) -> Path:
    """A folder with the real protocols and a small one, to be written over by each example."""
    root = tmp_path_factory.mktemp("hostile") / "protocols"
    shutil.copytree(PROTOCOLS, root)
    shutil.copytree(ROOT / "tests" / "faults" / "source-differs", root / "exampleton")
    shutil.copyfile(ROOT / "tests" / "faults" / "sound.yml", root / "exampleton" / "undated.yml")
    return root


def load_with(path: Path, content: bytes) -> tuple[Council | None, list[Problem]]:
    """Loads the council of a file whose content is another for the moment; what is told is told as it must be."""
    before = path.read_bytes() if path.exists() else None
    path.write_bytes(content)
    try:
        council, problems = load_council(path.parent, VOCABULARY)
    finally:
        path.unlink() if before is None else path.write_bytes(before)
    assert (council is None) == bool(problems)
    for problem in problems:
        hold_to_the_form(problem, path, content)
    return council, problems


def hold_to_the_form(problem: Problem, path: Path, content: bytes) -> None:
    """A line within the file, what is wrong and what to do, in one line and in either language."""
    lines = max(1, len(content.splitlines())) if problem.path == path else 10_000
    assert 1 <= problem.line <= lines, problem
    assert problem.what.strip() and problem.remedy.strip(), problem
    assert len(str(problem).splitlines()) == 1, problem
    welsh = told_in(problem, "cy")
    assert welsh.what != problem.what and welsh.remedy != problem.remedy, problem


places = st.sampled_from(["undated.yml", "undated.cy.yml", "council.yml"])


@many
@given(places, st.binary(max_size=200))
@example("undated.yml", b"\xff\xfet\x00i\x00t\x00")
@example("undated.yml", b"title: 'A Protocol\n\n")
@example("undated.yml", b"\0" * 300_000)
def test_any_bytes_are_refused_as_a_file(councils: Path, place: str, content: bytes):
    assert load_with(councils / "exampleton" / place, content)[1]


yaml_like = st.text("ab:-?[]{},&*!|>'\"%@`#\\~ \n\t\r01\u00e9\u2028\ufeff", max_size=60)


@many
@given(places, yaml_like | st.text(max_size=100))
def test_any_text_is_refused_as_a_file(councils: Path, place: str, content: str):
    assert load_with(councils / "exampleton" / place, content.encode())[1]


def keys_of(schema: dict) -> set[str]:
    """Every key that a shape or a shape inside it knows."""
    return {key for one in (schema, *schema.get("$defs", {}).values()) for key in one.get("properties", {})}


KEYS = sorted(set().union(*(keys_of(shape.model_json_schema()) for shape in SHAPES.values())))
keys = st.sampled_from([*KEYS, "1.1", "document title", "", "[key]"]) | st.text(max_size=4)
WORDS = "en cy draft true 3 0 2019-09-25 2019-13 appendix cell purpose both (a) ** *x* \\* ~"
words = st.sampled_from(WORDS.split())
trees = st.recursive(
    st.none() | words | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=5),
    max_leaves=12,
)
SOUND = yaml.safe_load((ROOT / "tests" / "faults" / "sound.yml").read_text("utf-8"))
CLAUSE = SOUND["body"][0]["provisions"][0]
clauses = st.fixed_dictionaries({}, optional={key: st.just(value) for key, value in CLAUSE.items()})
odd_clauses = st.builds(dict.__or__, clauses, st.dictionaries(st.sampled_from(KEYS), trees, max_size=4))
odd_protocols = st.builds(
    lambda body, others: {**SOUND, "body": body, **others},
    st.lists(odd_clauses | trees, max_size=4),
    st.dictionaries(st.sampled_from(KEYS), trees, max_size=2),
)


@many
@given(places, trees | odd_protocols)
def test_any_structure_ends_in_problems_or_in_a_version(councils: Path, place: str, data):
    load_with(councils / "exampleton" / place, written(data))


@settings(many, max_examples=120)  # for each reads the whole vocabulary, which takes as long as thirty councils
@given(st.sampled_from(sorted(path.name for path in (PROTOCOLS / "vocabulary").iterdir())), trees)
def test_any_structure_ends_in_problems_or_in_a_vocabulary(councils: Path, name: str, data):
    path, content = councils / "vocabulary" / name, written(data)
    before = path.read_bytes()
    path.write_bytes(content)
    try:
        assert isinstance(load_vocabulary(path.parent), Vocabulary)
    except Faulty as faulty:
        assert faulty.problems
        for problem in faulty.problems:
            hold_to_the_form(problem, path, content)
    finally:
        path.write_bytes(before)


class InFull(yaml.SafeDumper):
    """Writes again what occurs again."""

    def ignore_aliases(self, data) -> bool:
        return True


def written(data, **style) -> bytes:
    """Data as YAML."""
    return yaml.dump(data, Dumper=InFull, sort_keys=False, **style).encode("utf-8", "replace")


changes = st.tuples(
    st.sampled_from(["delete", "repeat", "replace", "indent", "outdent", "cut short"]),
    st.integers(0, 10_000),
    st.integers(0, 10_000),
)


def changed(lines: list[str], change: tuple[str, int, int]) -> list[str]:
    """The lines of a file after one small mishap."""
    kind, index, other = change[0], change[1] % len(lines), change[2] % len(lines)
    line = lines[index]
    instead = {
        "delete": [],
        "repeat": [line, line],
        "replace": [lines[other]],
        "indent": ["  " + line],
        "outdent": [line.removeprefix("  ")],
        "cut short": [line[: change[2] % (len(line) + 1)]],
    }[kind]
    return lines[:index] + instead + lines[index + 1 :]


@many
@given(st.sampled_from(REAL), st.lists(changes, min_size=1, max_size=3))
def test_any_mishap_to_a_real_file_ends_in_problems_or_in_a_council(councils: Path, path: Path, mishaps: list):
    lines = (PROTOCOLS / path).read_text("utf-8").splitlines()
    for mishap in mishaps:
        lines = changed(lines, mishap) or [""]
    load_with(councils / path, "\n".join(lines).encode())


numbers = st.sampled_from(
    ["1", "1.", "1.1", "1.1-2", "1.—(1)", "(1)", "a)", "(a)", "-", "r1c1", "table1", "item1", "para1", "Part 1", "B"]
)
headings = st.sampled_from(["Reports", "Reports 2", "Reports!", "…", "Appendix", "Part 1: Reports"])
fixed = st.sampled_from(["reports-2", "1.1-2", "1.table1.r1c1", "appendix"])
kinds = st.sampled_from(["appendix", "part", "schedule", "title", "field", "contents", "review"])
tables = st.just({"columns": ["Members"], "rows": [["Lead"], ["Decide"]]})
like = {"number": numbers, "heading": headings, "id": fixed, "kind": kinds}
alike = st.recursive(
    st.fixed_dictionaries({"text": st.just("Words.")}, optional={**like, "table": tables}),
    lambda inner: st.fixed_dictionaries(
        {"text": st.just("Words.")}, optional={**like, "items": st.lists(inner), "provisions": st.lists(inner)}
    ),
    max_leaves=15,
)


@many
@given(st.lists(alike, min_size=1, max_size=6))
def test_no_two_provisions_share_an_anchor_however_alike_they_are(tmp_path_factory, body: list):
    version = assembled(tmp_path_factory.getbasetemp() / "alike.yml", {**SOUND, "body": body})
    anchors = [provision.anchor for part in version.body for provision in part.walk()]
    assert len(set(anchors)) == len(anchors)
    for language, messages in THEME.messages.items():
        reading = Reading(version, language)
        called = [citation(messages, reading, anchor) for anchor in anchors]
        assert all(called)
        assert len(set(called)) == len(called), sorted(called)


def assembled(path: Path, data: dict, **style):
    """What a file with these data is read as."""
    path.write_bytes(written(data, **style))
    document, problems = read_yaml(path)
    assert not problems
    shape, problems = validate(document, ProtocolShape)
    assert not problems
    return assemble.version(document, shape, "exampleton", "relations")[0]


printable = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1) | st.text("ab *\\#:'\"-~é", min_size=1)


@many
@given(printable, st.sampled_from([None, "'", '"']), st.booleans())
@example("yes", None, True)
@example("1.10", None, True)
@example("null", None, True)
def test_the_words_of_a_provision_are_the_words_of_its_file(tmp_path_factory, text: str, style, unicode: bool):
    assume(text == without_unwanted(text) and is_text(text))
    path, body = tmp_path_factory.getbasetemp() / "words.yml", [{"text": text}, {"heading": text, "number": text}]
    version = assembled(path, {**SOUND, "body": body}, default_style=style, allow_unicode=unicode)
    assert version.body[0].text == version.body[1].heading == version.body[1].number == text
