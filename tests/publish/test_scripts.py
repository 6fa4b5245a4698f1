"""Scripts and styles are published whole and short, and say the same; modules are joined, and import nothing."""

import itertools
import re

import pytest

from protocolau.publish import scripts
from protocolau.publish.modules import joined
from protocolau.publish.scripts import is_part, published, whole
from tests.conftest import ROOT

ASSETS = ROOT / "hooks/theme/assets"
_DECLARED = re.compile(r"\b(?:const|let) (?:\w+|[\[{][^=\n]*?) = ")
ENTRIES = {
    "assets/search/scripts.js": {"open", "begin"},
    "assets/compare/main.js": set(),
    "assets/compare/chooser.js": {"chooser", "matching"},
}
"""The files that are made of several modules, with what they export."""
SCRIPTS = [file.relative_to(ASSETS.parent).as_posix() for file in sorted(ASSETS.rglob("*.js"))]
PUBLISHED = [path for path in SCRIPTS if not is_part(path)]
CASES = {
    ("// Why.\nconst one = 1; // gone too\nuse(one);\n", ".js"): "const one=1;use(one)",
    ("/** What.\n * @returns {number}\n */\nexport const one = (long) => long + 1;\n", ".js"): (
        "export const one=e=>e+1"
    ),
    ('const at = "https://example.org/*";\n  // Why.\n  go(at);\n', ".js"): ('const at="https://example.org/*";go(at)'),
    (
        "class Two {\n  #seen = null;\n\n  /** More. */\n  get four() {\n    return (this.#seen ??= 4);\n  }\n}\n",
        ".js",
    ): ("class Two{#e=null;get four(){return this.#e??=4}}"),
    ("(at) => {\n  const one = at.shift();\n  const [two] = at;\n  go(one, two);\n};\n", ".js"): (
        "e=>{const t=e.shift();let[n]=e;go(t,n)}"
    ),
    (
        "async (at) => {\n  const one = at.map((of) => {\n    return of;\n  }); // why\n\n  // Why.\n"
        "  const { two } = (await go(one)).three;\n  go(two, one);\n};\n",
        ".js",
    ): ("async e=>{const t=e.map(e=>e);let{two:n}=(await go(t)).three;go(n,t)}"),
    ("a { color: red } /* gone */\n/* Gone,\n   all of it. */\n\nb { margin: 0 }\n", ".css"): (
        "a{color:red}b{margin:0}"
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_only_those_who_read_the_source_need_is_left_out(case: tuple[str, str]):
    assert published(*case) == CASES[case]


@pytest.mark.parametrize("path", PUBLISHED)
def test_nothing_is_declared_sooner_in_what_is_published(path: str):
    """Each declaration is told by a mark of its own, which is kept in front of what is declared."""
    marks = itertools.count()
    source = whole(ASSETS.parent / path, path)
    text = published(_DECLARED.sub(lambda found: f"{found[0]}$${next(marks)} ? 0 : ", source), ".js")
    assert [int(mark) for mark in re.findall(r"\$\$(\d+)", text)] == list(range(next(marks)))


def test_where_nothing_can_shorten_them_they_are_as_they_were_written(monkeypatch):
    monkeypatch.setattr(scripts, "minify", None)
    assert [published(*case) for case in CASES] == [source for source, _ in CASES]


def test_a_style_sheet_is_published_with_its_parts_in_it(tmp_path):
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles/one.css").write_text("/* ---- one ---- */\na { color: red }\n", "utf-8")
    (tmp_path / "styles/two.css").write_text("b { margin: 0 }\n", "utf-8")
    (tmp_path / "site.css").write_text('@import url("styles/two.css");\n@import url("styles/one.css");\n')
    assert published(whole(tmp_path / "site.css", "assets/site.css"), ".css") == "b{margin:0}a{color:red}"


def test_modules_are_one_file_that_exports_what_its_first_exports_and_imports_nothing(tmp_path):
    (tmp_path / "a.js").write_text("// Said above.\n\nexport const one = 1;\n", "utf-8")
    (tmp_path / "b.js").write_text(
        'import { one } from "./a.js";\n\nexport function* two() {\n  yield one;\n}\nexport const three = 3;\n', "utf-8"
    )
    (tmp_path / "c.js").write_text(
        'import { one } from "./a.js";\nimport { three } from "./b.js";\n\nexport { one, three };\n', "utf-8"
    )
    assert joined(tmp_path / "c.js").splitlines() == [
        "const m0 = (() => {",
        "// Said above.",
        "",
        "const one = 1;",
        "return [one];",
        "})();",
        "const m1 = (() => {",
        "const [one] = m0;",
        "",
        "function* two() {",
        "  yield one;",
        "}",
        "const three = 3;",
        "return [two, three];",
        "})();",
        "const m2 = (() => {",
        "const [one] = m0;",
        "const [, three] = m1;",
        "return [one, three];",
        "})();",
        "export const [one, three] = m2;",
    ]


@pytest.mark.parametrize("entry", ENTRIES)
def test_what_a_page_asks_for_of_many_modules_is_one(site, entry):
    text = (site / entry).read_text("utf-8")
    exported = re.findall(r"\bexport const ?\[([^\]]*)\]", text)
    assert {name.strip() for name in ",".join(exported).split(",") if name} == ENTRIES[entry]
    assert not re.search(r"\bimport\s*\{", text)


def test_no_part_is_published_or_asked_for_by_itself(site):
    files = {file.relative_to(site).as_posix() for file in (site / "assets").rglob("*")}
    assert not [file for file in files if is_part(file)]
    assert {file for file in files if file.startswith("assets/compare/")} == {
        f"assets/compare/{name}.js" for name in ("before", "chooser", "csv", "main")
    }
    assert "@import" not in (site / "assets/site.css").read_text("utf-8")


def test_every_script_and_style_of_the_site_is_published_so(site):
    files = [file for file in (site / "assets").rglob("*") if file.suffix in (".js", ".css")]
    assert len(files) > 20
    for file in files:
        source = whole(ASSETS.parent / file.relative_to(site), file.relative_to(site).as_posix())
        assert file.read_text("utf-8") == published(source, file.suffix), file.name
