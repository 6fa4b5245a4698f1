"""A preview in which translations are edited, and how its pages and programs ask it for something."""

import difflib
import functools
import http.client
import json
import re
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import yaml
from playwright.sync_api import expect

from protocolau.editor.page_addition import PREFIX
from protocolau.editor.request_guard import TOKEN_HEADER
from protocolau.repository.repository import ProtocolRepository
from protocolau.translation.editing.translation_file import UnitChange, path_of, save
from tests.conftest import copy_project
from tests.rendering import THEME
from tests.running_preview import PATIENCE, Preview, running_preview

expect.set_options(timeout=PATIENCE * 1000)

EN, CY = THEME.messages["en"], THEME.messages["cy"]
CONWY = "protocols/conwy/undated.cy.yml"
REMARK = "    # Kept: a remark of the translator's.\n"
STALE = "6.2"
"""A clause of Conwy whose translation the fixture makes from another text."""
ABER = {
    "council.yml": "name: {en: Aber, cy: Aber}\nshort_name: {en: Aber, cy: Aber}\nkind: town\nnation: wales\n",
    "undated.yml": """\
title: Protocol
language: cy
body:
  - number: "1."
    heading: Diben
    provisions:
      - number: "1.1"
        text: Mae'r protocol hwn yn rhoi arweiniad i aelodau a swyddogion.
""",
}


def served(project: Path) -> AbstractContextManager[Preview]:
    """A preview of a project whose translations are edited, while the context lasts."""
    return running_preview(project, "--no-strict", "cy/councils/conwy/", "8.7")


def prepared(project: Path) -> str:
    """Gives Conwy's translation a remark and a stale clause, and the memory a text near 8.7, which is returned."""
    protocols = project / "protocols"
    library = ProtocolRepository(protocols).load(date(2026, 1, 1))
    conwy, halewood = library.version_shown("conwy"), library.version_shown("halewood")
    units = conwy.translations["cy"].units
    source = conwy.units["8.7"].replace("for specific information", "for very specific information")
    suggested = units["8.7"].target.replace("benodol", "benodol iawn")
    save(path_of(halewood, "cy"), halewood, "cy", [UnitChange("3.1.d", source, suggested, "draft")])
    old = UnitChange(STALE, f"Formerly {conwy.units[STALE]}", units[STALE].target, "draft")
    save(path_of(conwy, "cy"), conwy, "cy", [old])
    path = project / CONWY
    path.write_text(path.read_text("utf-8").replace('  "8.7":\n', f'  "8.7":\n{REMARK}'), "utf-8")
    return suggested


@contextmanager
def edited_project(folder: Path):
    """A running preview of a project with a council whose protocol is Welsh, and Conwy prepared."""
    project = copy_project(folder / "project")
    (project / "protocols/aber").mkdir()
    for name, text in ABER.items():
        (project / "protocols/aber" / name).write_text(text, "utf-8")
    suggested = prepared(project)
    with served(project) as preview:
        preview.suggested = suggested
        yield preview


def unit(preview: Preview, name: str, file: str = CONWY) -> dict | None:
    return yaml.safe_load((preview.project / file).read_text("utf-8"))["units"].get(name)


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if re.match(r"[+-] ", line)]


def holder(page, anchor: str, words: str = "p"):
    return page.locator(f"[id='{anchor}'] > {words}")


def press_until(page, key: str, place: str) -> None:
    """Presses a key until the focus is on an element that matches a selector."""
    for _ in range(40):
        if page.evaluate("place => document.activeElement.matches(place)", place):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} never leads to {place}")


def marked(page, look: str) -> str:
    """The words of the page that are marked, in one line."""
    return " ".join(page.evaluate("look => [...CSS.highlights.get(look)][0].toString()", look).split())


def where(name: str = "8.7", **others: str) -> str:
    asked = {"council": "conwy", "version": "undated", "unit": name, "language": "en", **others}
    return f"{PREFIX}unit?{urlencode(asked)}"


@functools.cache
def setup(preview: Preview) -> dict:
    """What a page tells its script."""
    return json.loads(re.search(r'id="-edit">(.*?)</script>', preview.get("councils/conwy/"))[1])


def host(preview: Preview) -> str:
    return preview.url.removeprefix("http://").rstrip("/")


def ask(preview: Preview, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, dict, dict]:
    """Asks as a page of the preview does, but for the headers given; those that are empty are left out."""
    own = {TOKEN_HEADER: setup(preview)["token"], "Origin": preview.url.rstrip("/"), "Host": host(preview)}
    sent = {"Content-Type": "application/json", **own, **{key.replace("_", "-"): to for key, to in headers.items()}}
    connection = http.client.HTTPConnection(host(preview), timeout=10)
    connection.request(method, path, body, {key: value for key, value in sent.items() if value})
    answer = connection.getresponse()
    said = answer.read()
    connection.close()
    is_json = answer.getheader("Content-Type") == "application/json"
    return answer.status, json.loads(said) if is_json else {"text": said.decode()}, dict(answer.getheaders())


def get(preview: Preview, path: str) -> tuple[int, dict]:
    return ask(preview, "GET", path)[:2]


def fields(preview: Preview, **others: object) -> bytes:
    """What the form sends."""
    form = get(preview, where())[1]["form"]
    opened = re.search(r'data-opened="(\w+)"', form)[1]
    return json.dumps(
        {"opened": opened, "target": "Newydd.", "state": "draft", "note": "", "waive": {}, **others}
    ).encode()
