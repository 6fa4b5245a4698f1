"""Markdown as lines."""

from time import monotonic

import pytest

from protocolau.importing.lines import Table, lines_of
from protocolau.importing.reading import read_document
from tests.read_lines import lines, shown

MARKDOWN = """# **Protocol**

Setext
------
- one **bold** word
  - two [link](http://x)
* 2 \\* 3 &amp; <b>x</b>

| a | b |
|---|---|
| 1 | c \\| d |

> said
"""


def test_headings_lists_tables_and_emphasis_of_markdown_are_read():
    assert shown("a.md", MARKDOWN) == [
        "Protocol", "Setext", "• one bold word", "• two link", "• 2 * 3 & x", "a", "b", "1", "c | d", "said",
    ]  # fmt: skip
    found = lines("a.md", MARKDOWN)
    assert [line.outline for line in found[:3]] == [0, 1, None]
    assert [line.level for line in found[2:4]] == [0, 1]
    assert [run.bold for run in found[2].runs] == [False, True, False]
    assert isinstance(read_document("a.md", MARKDOWN.encode()).blocks[5], Table)


MARKDOWN_LINES = {
    "a list that counts itself": (
        "1. one\n1. two\n   more\n\n   inside\n\n1. three\n",
        ["1. one", "2. two more", "inside", "3. three"],
    ),
    "a list inside another": ("0) a\n   1. b\n   1. c\n0) d", ["0) a", "1. b", "2. c", "1) d"]),
    "two lists of one item": ("1. one\n\nBetween.\n\n1. one again", ["1. one", "Between.", "1. one again"]),
    "numbers that are written out": ("1. one\n3. two\n3. three", ["1. one", "3. two", "3. three"]),
    "what a heading is called": (
        "# Aims {#aims .x lang=cy}\n\n## Duties {-}\n\nA {#b} c",
        ["Aims", "Duties", "A {#b} c"],
    ),
    "what a heading is called that is underlined": (
        "Aims {#aims .unnumbered}\n========\n\nDuties of all {-}\n------\n\nA {#b} c",
        ["Aims", "Duties of all", "A {#b} c"],
    ),
    "spans and links with attributes": ('[a]{.underline} [b](c){.d} ![e](f){width="1in"}g', ["a b g"]),
    "commands of programs": (
        "{{< toc >}}\n{{% note %}}\nA {{< ref x >}}b {{ c }}\n{% d %}\n\n[caption id=e]<img src=f> G[/caption]\n"
        "[Caption]\n[[_TOC_]]\n\n\\newpage\n\n::: {.x}\nH\n:::",
        ["A b {{ c }}", "G", "[Caption]", "H"],
    ),
    "boxes": ("> [!NOTE]\n> One.\n\n> [!tip]- Two\n> three", ["Note", "One.", "Two", "three"]),
    "links of a wiki": (
        "See [[A b]] and [[C d|the e]]. ![[f.png]]\n\n==g h== 2 == 2",
        ["See A b and the e.", "g h 2 == 2"],
    ),
    "remarks that nobody sees": ("a %%b%% c\n\n%%\nd\n%%\n\ne", ["a  c", "e"]),
    "one sign of percent too many": ("a %% b", ["a %% b"]),
    "what stands before it for programs": ('+++\ntitle = "A"\ndate = 2024-05-14\n+++\nB', ["A", "B"]),
    "front matter that dots end": ("---\ntitle: A\n...\nB", ["A", "B"]),
    "a title of Pandoc": ("% A\n% B\n% May 2024\n\n# C\n\nD", ["A", "C", "D"]),
    "headings of HTML": ("<h1 align=center>A</h1>\n\n<h2>B</h2>\nC", ["A", "B", "C"]),
    "a rule of hyphens": ("a\n\n- - -\n\nb", ["a", "b"]),
    "an attribute of its own": ("One\n{: .class #id}\n\nTwo", ["One", "Two"]),
    "links by name": (
        'See [the code][1], [1], [x][] and [y].\n\n[1]: http://a.b "T"\n[x]: <c d>',
        ["See the code, 1, x and [y]."],
    ),
    "what is no address": ("[Note]: mind this\n[Clerk]: Smith", ["[Note]: mind this", "[Clerk]: Smith"]),
    "tasks": ("- [x] done\n- [ ] to do\n- [a] b", ["• ☑ done", "• ☐ to do", "• [a] b"]),
    "terms": ("Chair\n: Presides.\n\nClerk\n:   Writes.", ["Chair", "Presides.", "Clerk", "Writes."]),
    "code": ("```\n# a *b*\n1. c\n1. d\n```\n~~~ x\n- e\n~~~", ["# a *b*", "1. c", "1. d", "- e"]),
    "a fence that nothing closes": ("```\n# a", ["```", "a"]),
    "comments": ("a <!-- b --> c\n<!-- d\ne\n--> f\n<!-- g", ["a  c", "f", "<!-- g"]),
    "a heading of two lines": ("One\ntwo\n---\n1. a\n---\n- b\n---\nc", ["One two", "1. a", "• b", "c"]),
    "lines that break": ("The Clerk  \nTown Hall\\\nAber", ["The Clerk\nTown Hall\nAber"]),
    "a paragraph to a line": (
        "Adopted 2020\nReviewed 2021\n1.1 One.\n1.2 Two.",
        ["Adopted 2020", "Reviewed 2021", "1.1 One.", "1.2 Two."],
    ),
    "a paragraph in lines": (f"{'word ' * 12}*is\nthat*.", [f"{'word ' * 12}is that."]),
    "signs that other programs escape": (
        "It\\'s 5\\% \\& \\$3\\; \\[a\\](b) C:\\temp",
        ["It's 5% & $3; [a](b) C:\\temp"],
    ),
    "stars by themselves": ("2 * 3 * 4 and 5* and *6", ["2 * 3 * 4 and 5* and *6"]),
    "raised letters and figures": ("16^th^, clause 5^1^, 6<sup>2</sup>, ^ and ^", ["16th, clause 5¹, 6², ^ and ^"]),
    "lowered figures": ("H~2~O, H<sub>2</sub>O, ~2 or ~3", ["H2O, H2O, ~2 or ~3"]),
    "a table with every line": (
        "A\n\n+---+-----+\n| b | c   |\n+===+=====+\n| d | - e |\n|   | - f |\n|   |   g |\n+---+-----+\n| h       |\n"
        "+---+-----+\ni",
        ["A", "b", "c", "d", "• e", "• f g", "h", "i"],
    ),
    "a table with a line under its heads": (
        "  a    b c\n  ---- ---\n  d    e f\n       g\n\nh",
        ["a", "b c", "d", "e f", "g", "h"],
    ),
    "a table between two lines": (
        "-----------------\n Long    Heads\n head\n ------- ---------\n a       one and\n         two\n\n"
        " b       three\n-----------------\n\nc",
        ["Long", "head", "Heads", "a", "one and", "two", "b", "three", "c"],
    ),
    "words across what may be columns": ("a   b\n--- ---\n1. two\n\nc", ["a   b", "1. two", "c"]),
    "no table": ("+---+\n| b\n\nc\n--- ---", ["+---+", "| b", "c"]),
    "an empty line that is written": ("a\n\n\\\n\nb", ["a", "b"]),
    "lists in a table": (
        "|a|b|\n|-|--|\n|c|<ul><li>one</li><li>**two** more</li></ul>|\n|d<p>e</p>|<ol><li>f</li></ol>|",
        ["a", "b", "c", "• one", "• two more", "d", "e", "1. f"],
    ),
    "lists and tables of HTML": (
        "A\n\n<table>\n<tr><td>b</td><td>c<ul>\n<li>d</li></ul></td></tr>\n</table>\ne\n<ol type=a>\n<li>f</li>\n</ol>",
        ["A", "b", "c", "• d", "e", "a. f"],
    ),
    "HTML that nothing closes": ("<ul>\n<li>a\nb", ["a", "b"]),
    "a table without its edges": ("a | b\n--|--\nc |\nd | e \\| f", ["a", "b", "c", "d", "e | f"]),
}


@pytest.mark.parametrize("name", MARKDOWN_LINES)
def test_markdown_is_read_as_it_is_shown(name):
    written, said = MARKDOWN_LINES[name]
    assert shown("a.md", written) == said


def test_the_numbers_of_a_text_stay_as_they_are_printed_though_it_looks_like_markdown():
    assert shown("a.txt", "# A\n\n# B\n\n1. one\n1. two") == ["A", "B", "1. one", "1. two"]


def test_what_stands_apart_in_markdown_is_told():
    written = (
        "A[^x] b[^1].[^none]\n\n[^1]: Second\n    note.\n[^x]: First.\n\n![A cycle][p]\n\n"
        "[p]: data:image/png;base64,AA\n[q]: http://q\n<!-- c -->"
    )
    found = read_document("a.md", written.encode())
    assert [line.text for line in lines_of(found.blocks)] == ["A¹ b².[^none]"]
    assert [note.text for note in found.notes] == ["¹ First.", "² Second note."]
    assert [(one.what, one.text) for one in found.asides] == [
        ("comment", "c"),
        ("mark", "A cycle"),
        ("address", "q: http://q"),
    ]
    assert found.remarks == {"notes": 2, "pictures": 1}


def test_what_programs_put_among_words_of_markdown_is_told():
    found = read_document("a.md", b"% A\n% B\n\n[toc] c\n\n[toc]\n\nd {{< e >}}\n\n%%f%%\n\n![[g.png]]")
    assert [(one.what, one.text) for one in found.asides] == [
        ("furniture", "B"), ("comment", "f"), ("furniture", "[toc]"), ("furniture", "{{< e >}}"), ("mark", "g.png"),
    ]  # fmt: skip
    assert found.remarks == {"pictures": 1}


@pytest.mark.parametrize("unended", ["{{<", "{%", "[caption a=", "[[a", "==a ", "> [!", "> ", "%% ", ":::"])
def test_markdown_of_commands_that_nothing_ends_is_read_once(unended):
    begun = monotonic()
    assert shown("a.md", "One\n\n" + unended * 20_000)[0] == "One"
    assert monotonic() - begun < 10


@pytest.mark.parametrize("first", ["title: A Code", "layout: x\ntitle: 'A Code'  "])
def test_the_title_that_stands_before_a_markdown_text(first):
    front = f"---\n{first}\n---\n".encode()
    assert shown("a.md", front + b"Words.\n\n## Aims\n") == ["A Code", "Words.", "Aims"]
    assert shown("a.md", front + b"# Another\n\nWords.\n") == ["Another", "Words."]
    assert shown("a.md", front + b"# Aims\n\nWords.\n\n# Roles\n") == ["A Code", "Aims", "Words.", "Roles"]


def test_a_text_that_is_markdown_is_read_as_such():
    assert [line.outline for line in lines("a.txt", "# One\n\n## Two\n\nthree")] == [0, 1, None]


@pytest.mark.parametrize("line", ["Signed: ____________", "Name ______ Date ______", "**** not here ****"])
def test_a_line_to_be_filled_in_stays(line):
    assert shown("a.md", f"# Head\n\n{line}\n") == ["Head", line]


def test_a_star_that_closes_nothing_stays():
    assert shown("a.md", "# a\n\n# b\n\n5 * 4 and snake_case") == ["a", "b", "5 * 4 and snake_case"]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("write to <clerk@anytown.gov.uk>", "write to clerk@anytown.gov.uk"),
        ("see <https://anytown.gov.uk/a?b=c> first", "see https://anytown.gov.uk/a?b=c first"),
        ("<name of the council> on <date>", "<name of the council> on <date>"),
        ("fewer than <3 or >5", "fewer than <3 or >5"),
        ('<span class="x">inner</span><br/> <!-- hidden --><u>line</u>', "inner line"),
    ],
)
def test_words_in_angle_brackets_are_words_and_elements_are_not(written, words):
    assert shown("a.md", f"# Head\n\n{written}\n") == ["Head", words]


def test_a_table_whose_heads_say_nothing_has_none():
    (table,) = read_document("a.md", b"| | |\n|---|---|\n| Adopted | 14 May |\n| Due | June |").blocks
    assert isinstance(table, Table)
    assert (len(table.rows), table.heads) == (2, 0)
