"""README and CONTRIBUTING say what is so, and the same in both languages."""

import re
import tomllib

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "hooks" / "protocolau"
GUIDES = {"en": ("README.md", "CONTRIBUTING.md"), "cy": ("README.cy.md", "CONTRIBUTING.cy.md")}
HEADINGS = {
    "en": ("How the data flows", "To change something, open"),
    "cy": ("Sut y mae'r data'n llifo", "I newid rhywbeth, agorwch"),
}
both_languages = pytest.mark.parametrize("language", GUIDES)


def section(language: str, place: int) -> str:
    """A section of CONTRIBUTING, from its heading to the next."""
    text = (ROOT / GUIDES[language][1]).read_text("utf-8")
    return re.split(r"^#+ ", text.split(f"### {HEADINGS[language][place]}\n")[1], flags=re.M)[0]


def rooms() -> list[set[str]]:
    """The rooms of the package from the foundation up, as the contract has them; neighbours stand together."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    return [set(layer.split(" | ")) for layer in reversed(layers)]


def steps(language: str) -> list[set[str]]:
    """The rooms that each step of the flow names, before it says what they do."""
    found = re.findall(r"^\d+\. (.*?):", section(language, 0), flags=re.M)
    return [set(re.findall(r"`(\w+)`", step)) & set().union(*rooms()) for step in found]


def targets(language: str) -> list[list[str]]:
    """The files that each row of the table opens."""
    rows = [row.split("|")[2] for row in section(language, 1).splitlines() if row.startswith("|")][2:]
    return [re.findall(r"`([\w./-]+/[\w./-]*)`", row) for row in rows]


@both_languages
def test_the_flow_has_every_room_in_the_order_of_the_contract(language: str):
    assert steps(language) == rooms()


@both_languages
def test_every_part_of_a_room_that_the_flow_names_exists(language: str):
    named = re.findall(r"`(\w[\w.]*/[\w./-]*)`", section(language, 0))  # .exports/ comes with the first build
    assert {"translation/editing", "translation/exchange"} <= set(named)
    assert [path for path in named if not ((ROOT / path).exists() or (PACKAGE / path).exists())] == []


@both_languages
def test_the_table_answers_with_files_that_exist(language: str):
    assert all(targets(language))
    assert [path for row in targets(language) for path in row if not (ROOT / path).exists()] == []


def test_both_languages_open_the_same_files():
    assert targets("en") == targets("cy")


def test_what_the_browser_does_as_python_does_names_the_module_that_does_it():
    files = [path for path in (ROOT / "hooks").rglob("*") if path.suffix in (".js", ".py")]
    named = [
        (path.name, of, module)
        for path in files
        for of, said in (("hooks", r"\bprotocolau/[\w/]+\.py\b"), ("hooks/theme", r"\bassets/[\w/]+\.js\b"))
        for module in re.findall(said, path.read_text("utf-8"))
    ]
    assert len(named) > 10
    assert [one for one in named if not (ROOT / one[1] / one[2]).exists()] == []


@both_languages
def test_the_list_of_folders_is_that_of_the_package(language: str):
    tree = (ROOT / GUIDES[language][0]).read_text("utf-8").split("```text\n")[1].split("```")[0]
    listed = re.findall(r"^    (\w+)/", tree.split("protocolau/\n")[1], flags=re.M)
    assert set(listed) == {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    others = re.findall(r"^(?:  )?([\w./-]+)", tree, flags=re.M)
    assert [
        one for one in others if not any((ROOT / above / one).exists() for above in ("", "protocols", "hooks"))
    ] == []


@pytest.mark.parametrize("names", [*zip(*GUIDES.values(), strict=True)], ids=lambda names: names[0])
def test_both_languages_have_the_same_sections(names: tuple[str, str]):
    levels = [re.findall(r"^#+(?= \S)", (ROOT / name).read_text("utf-8"), flags=re.M) for name in names]
    assert levels[0] == levels[1]


def test_both_languages_give_the_same_commands():
    commands = [
        [re.sub(r"\s*#.*", "", line) for block in blocks for line in block.splitlines()]
        for name in ("README.md", "README.cy.md")
        for blocks in [re.findall(r"```(?:sh|powershell)\n(.*?)```", (ROOT / name).read_text("utf-8"), flags=re.S)]
    ]
    assert commands[0] == commands[1]


@pytest.mark.parametrize("name", [name for names in GUIDES.values() for name in names])
def test_a_guide_says_a_thing_once(name: str):
    lines = [line for line in (ROOT / name).read_text("utf-8").splitlines() if len(line) > 40]
    assert [line for line in set(lines) if lines.count(line) > 1] == []
