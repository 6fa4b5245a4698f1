"""Scripts and styles are published without the comments on lines of their own, and say the same."""

import pytest

from protocolau.publish.scripts import joined, published

CASES = {
    "// Why.\nconst one = 1; // kept\n": "const one = 1; // kept\n",
    "/** What.\n * @returns {number}\n */\nexport const one = () => 1;\n": "export const one = () => 1;\n",
    "class Two {\n  /** What. */ three() {}\n\n  /** More. */\n  four() {}\n}\n": (
        "class Two {\n/** What. */ three() {}\nfour() {}\n}\n"
    ),
    'const at = "https://example.org/*";\n  // Why.\n  go(at);\n': 'const at = "https://example.org/*";\ngo(at);\n',
    "a { color: red } /* kept */\n/* Gone,\n   all of it. */\n\nb { margin: 0 }\n": (
        "a { color: red } /* kept */\nb { margin: 0 }\n"
    ),
}


@pytest.mark.parametrize("source", CASES)
def test_comments_on_lines_of_their_own_are_left_out_and_nothing_else(source: str):
    assert published(source) == CASES[source]


def test_a_style_sheet_is_published_with_its_parts_in_it(tmp_path):
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles/one.css").write_text("/* ---- one ---- */\na { color: red }\n", "utf-8")
    (tmp_path / "styles/two.css").write_text("b { margin: 0 }\n", "utf-8")
    whole = '@import url("styles/two.css");\n@import url("styles/one.css");\n'
    assert published(joined(whole, tmp_path)) == "b { margin: 0 }\na { color: red }\n"


def test_no_part_of_a_style_sheet_is_published_or_asked_for_by_itself(site):
    assert not (site / "assets/styles").exists()
    assert "@import" not in (site / "assets/site.css").read_text("utf-8")


def test_every_script_and_style_of_the_site_is_published_so(site):
    files = [file for file in (site / "assets").rglob("*") if file.suffix in (".js", ".css")]
    assert len(files) > 20
    for file in files:
        text = file.read_text("utf-8")
        assert text == published(text), file.name
