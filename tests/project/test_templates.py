"""Templates as they are compiled here: what they say is what Jinja says, and a mistake in one is a fault."""

import os
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import UndefinedError

from protocolau.render.theme import Theme
from tests.browsing import THEME

THING = SimpleNamespace(name="a <b>", words={"cy": "c & d"}, one=SimpleNamespace(two="2"), shout=str.upper)
MACRO = "{% macro said(x, y='y', z='z') %}<i>{{ x }}{{ y }}{{ z }}</i>{% endmacro %}"
CASES = {
    "{{ thing.name }}": "a &lt;b&gt;",
    "{{ thing.one.two }}{{ thing.words['cy'] }}": "2c &amp; d",
    "{{ thing.shout('é') }}{{ thing.name.strip('a >') }}": "É&lt;b",
    f"{MACRO}{{{{ said(thing.name) }}}}": "<i>a &lt;b&gt;yz</i>",
    f"{MACRO}{{{{ said('x', z=1) }}}}": "<i>xy1</i>",
    f"{MACRO}{{{{ said(said('x', 'w', 'v')) }}}}": "<i><i>xwv</i>yz</i>",
    f"{MACRO}{{% for one in 'ab' %}}{{{{ said(one, z=loop.last) }}}}{{% endfor %}}": "<i>ayFalse</i><i>byTrue</i>",
    "{% macro all() %}{{ varargs | join }}{{ kwargs['x'] }}{% endmacro %}{{ all(1, 2, x=3) }}": "123",
    "{% macro twice() %}{{ caller() }}{{ caller() }}{% endmacro %}{% call twice() %}a{% endcall %}": "aa",
}
"""Templates, and what they make of a thing."""
FAULTS = {
    "{{ thing.names }}": AttributeError,
    "{{ thing.words.cy }}": AttributeError,
    "{{ nothing.name }}": UndefinedError,
    "{{ nothing(1) }}": UndefinedError,
    f"{MACRO}{{{{ said() }}}}": UndefinedError,
    f"{MACRO}{{{{ said(1, 2, 3, 4) }}}}": TypeError,
    f"{MACRO}{{{{ said(1, w=2) }}}}": TypeError,
}
"""Templates, and how they fail."""


def made(folder: Path, template: str, name: str = "pages/one.html") -> str:
    """What a template makes of the thing."""
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(template, "utf-8")
    return Theme(folder).render(name, thing=THING)


@pytest.mark.parametrize("template", CASES)
def test_what_a_template_says(tmp_path: Path, template: str):
    assert made(tmp_path, template) == CASES[template]


@pytest.mark.parametrize("template", FAULTS)
def test_a_mistake_in_a_template_is_a_fault(tmp_path: Path, template: str):
    with pytest.raises(FAULTS[template]):
        made(tmp_path, template)


def test_only_templates_of_pages_ask_mappings_for_items_alone(tmp_path: Path):
    assert made(tmp_path, "{{ thing.words.cy }}", "edit.html") == "c &amp; d"


def test_a_macro_is_asked_for_by_itself(tmp_path: Path):
    made(tmp_path, MACRO)
    assert Theme(tmp_path).macro("pages/one.html", "said")("<", z="") == "<i>&lt;y</i>"


@pytest.mark.parametrize(("follows", "seen"), [(True, "new"), (False, "old")])
def test_a_build_uses_templates_as_it_found_them(tmp_path: Path, follows: bool, seen: str):
    (tmp_path / "one.html").write_text("old")
    theme = Theme(tmp_path, follows)
    theme.render("one.html")
    (tmp_path / "one.html").write_text("new")
    os.utime(tmp_path / "one.html", (1, 1))
    assert theme.render("one.html") == seen


def test_every_page_with_a_frame_of_its_own_names_the_icon():
    """A browser else asks the host for one that is not there. What stands in a frame needs none, and a draft that is
    sent as one file asks for nothing."""
    whole = [path for path in THEME.rglob("*.html") if "<!doctype html>" in path.read_text("utf-8")]
    without = {path.name for path in whole if 'rel="icon"' not in path.read_text("utf-8")}
    assert without == {"main.html", "draft.html", "embed.html"}  # the one has it from frame/assets.html
    assert 'rel="icon"' in (THEME / "frame/assets.html").read_text("utf-8")
