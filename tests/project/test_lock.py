"""The lock is what is installed, and has all that the project asks for."""

import ast
import json
import re
import tomllib
from importlib.metadata import packages_distributions, version
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement

from tests.conftest import ROOT
from tests.declarations import NODE

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LOCKS = ("requirements.txt", "requirements-test.txt")


def locked(name: str) -> dict[str, str]:
    """By package the version that a lock gives on this machine."""
    entries = re.findall(r"^([\w.-]+)==(\S+)(?: ; ([^\\\n]+))?", (ROOT / name).read_text("utf-8"), re.MULTILINE)
    return {package: exact for package, exact, marker in entries if not marker or Marker(marker.strip()).evaluate()}


@pytest.mark.parametrize("lock", LOCKS)
def test_what_is_installed_is_what_is_locked(lock):
    expected = locked(lock)
    assert len(expected) > 30
    assert {package: version(package) for package in expected} == expected


@pytest.mark.parametrize(("lock", "extra"), list(zip(LOCKS, ("build", "test"), strict=True)))
def test_all_that_the_project_asks_for_is_locked_with_hashes(lock, extra):
    asked = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"][extra]]
    assert {canonical(Requirement(one).name) for one in asked} <= {canonical(name) for name in locked(lock)}
    blocks = re.split(r"^(?=[\w.-]+==)", (ROOT / lock).read_text("utf-8"), flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in block for block in blocks)


def canonical(name: str) -> str:
    """A package's name as the index has it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def imported(folder: Path) -> set[str]:
    """The packages from which the modules of a folder import, but for what is not installed: a program asks for it."""
    known = packages_distributions()
    nodes = [node for path in folder.rglob("*.py") for node in ast.walk(ast.parse(path.read_text("utf-8")))]
    modules = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom) and not node.level}
    modules |= {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    packages = {canonical(one) for module in modules for one in known.get(module.partition(".")[0], ())}
    return packages - {"protocolau", "pydantic-core"}  # the latter is pydantic's own


def test_all_that_is_imported_is_asked_for_and_nothing_in_vain():
    asked, for_tests = (
        {canonical(Requirement(one).name) for one in group}
        for group in (PROJECT["dependencies"], PROJECT["optional-dependencies"]["test"])
    )
    here = {canonical(Requirement(one).name) for one in PROJECT["dependencies"] if ";" in one}  # not on every machine
    plugins = {"mkdocs-material", "mkdocs-static-i18n"}  # of which MkDocs is told, and which nobody imports
    assert imported(ROOT / "hooks") - here == asked - plugins - here
    assert imported(ROOT / "tests") <= asked | for_tests


# ---- what comes from npm ----

NPM = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]


def test_all_that_comes_from_npm_is_locked_by_its_content_and_by_no_address():
    asked = json.loads((ROOT / "package.json").read_text("utf-8"))["devDependencies"]
    assert {name: NPM[f"node_modules/{name}"]["version"] for name in asked} == asked
    packages = [one for path, one in NPM.items() if path]
    assert all(one["integrity"].startswith("sha512-") for one in packages)
    assert not any("resolved" in one for one in packages)


def test_what_is_installed_of_npm_is_what_is_locked():
    installed = {path: NODE.parent / path / "package.json" for path in NPM if path}
    versions = {path: json.loads(file.read_text("utf-8"))["version"] for path, file in installed.items()}
    assert versions == {path: one["version"] for path, one in NPM.items() if path}
