"""Files for translators as they go out of two small councils, and as programs work on them."""

import os
from datetime import date
from pathlib import Path

import openpyxl
import polib
from click.testing import CliRunner
from lxml import etree

from protocolau.cli.main import main
from protocolau.model.protocol import Version
from protocolau.repository.repository import ProtocolRepository
from protocolau.translation.exchange import formats as exchange
from tests.word_files import packed

FORMATS = tuple(exchange.FORMATS)
OTHER_STATES = {"po": None, "xliff": "signed-off", "xliff2": "reviewed", "xlsx": "reviewed · adolygwyd"}

PROTOCOL = """\
title: Protocol
language: en
body:
  - number: "1."
    heading: Purpose
    provisions:
      - {number: "1.1", text: First.}
      - {number: "1.2", text: "Second, as it is today."}
      - {number: "1.3", text: Third.}
      - {number: "1.4", text: Respect for one another.}
      - {number: "1.5", text: The fifth clause.}
"""
WELSH = """\
language: cy
state: draft
units:
  "document title": {en: Protocol, cy: Protocol, state: adopted}
  # kept
  "1 heading": {en: Purpose, cy: Diben}
  "1.1":
    en: First.
    cy: Cyntaf.   # kept too
    note: A note.
  "1.2":
    en: Second, as it was.
    cy: Ail.
    state: reviewed
"""
NOTED = WELSH.replace("cy: Diben}", 'cy: "Diben: ŵyl, tŷ", note: "Nodyn ŵ.", state: reviewed}')
UNCHANGED = "aber undated: changed 0, refused 0\n"
NEIGHBOUR = "title: Protocol\nlanguage: en\nbody:\n  - {number: '7', text: Respect for one another.}\n"
NEIGHBOURS_WELSH = """\
language: cy
state: reviewed
units:
  "7": {en: Respect for one another., cy: Parch at ein gilydd.}
"""


def run(protocols: Path, *arguments: object):
    """Runs `protocolau translation …` and returns its exit status and what it said, without the folder's name."""
    done = CliRunner().invoke(main, ["--project", str(protocols.parent), "translation", *map(str, arguments)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, without_folder(done.output, protocols.parent)


def without_folder(said: str, folder: Path) -> str:
    """What was said, without the name of a folder, which is told from the working directory where that is shorter."""
    return said.replace(f"{os.path.relpath(folder)}/", "").replace(f"{folder}/", "")


def exported(protocols: Path, format: str, *arguments: str) -> Path:
    path = protocols.parent / f"aber.{format}"
    code, said = run(protocols, "export", "--council", "aber", "--format", format, "--output", path, *arguments)
    assert code == 0, said
    return path


def welsh(protocols: Path) -> str:
    return (protocols / "aber" / "undated.cy.yml").read_text("utf-8")


def workbook(**parts: str | bytes) -> bytes:
    """A workbook of some parts by their paths, with two underscores for a slash."""
    return packed({f"{name.replace('__', '/')}.xml": content for name, content in parts.items()})


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def translate(path: Path, unit: str, target: str | None = None, done: bool = True, **more: str) -> None:
    """Works on a unit as a translator's program does. `more`: `state`, `note`, `source`, `rename`."""
    _TRANSLATE[path.suffix](path, unit, target, done, **more)


def _translate_po(path, unit, target, done, state=None, note=None, **renamed):
    file = polib.pofile(str(path), wrapwidth=78)
    entry = next(entry for entry in file if entry.msgctxt.split(" ", 2)[2] == unit)
    entry.msgstr = entry.msgstr if target is None else target
    entry.fuzzy = entry.fuzzy and not done
    entry.tcomment = "\n".join(filter(None, [entry.tcomment if note is None else note, state]))
    entry.msgid = renamed.get("source", entry.msgid)
    if "rename" in renamed:
        entry.msgctxt = entry.msgctxt.replace(unit, renamed["rename"])
    file.save(str(path))


def _translate_xliff(path, unit, target, done, state=None, note=None, **renamed):
    tree = etree.parse(str(path))
    found = next(one for one in tree.iter("{*}trans-unit") if one.get("id") == unit)
    element = found.find("{*}target/{*}mrk")
    element.text = element.text if target is None else target
    if done:
        found.find("{*}target").set("state", state or "translated")
    if note is not None:
        etree.SubElement(found, "{urn:oasis:names:tc:xliff:document:1.2}note").text = note
    found.find("{*}source").text = renamed.get("source", found.find("{*}source").text)
    found.set("id", renamed.get("rename", unit))
    tree.write(str(path), encoding="UTF-8", xml_declaration=True)


def _translate_xliff2(path, unit, target, done, state=None, note=None, **renamed):
    tree = etree.parse(str(path))
    found = next(one for one in tree.iter("{*}unit") if one.get("name") == unit)
    segment = found.find("{*}segment")
    element = segment.find("{*}target")
    element.text = element.text if target is None else target
    if done:
        segment.set("state", state or "translated")
        segment.attrib.pop("subState", None)
    if note is not None:
        notes = found.find("{*}notes")
        if notes is None:
            notes = etree.Element("{urn:oasis:names:tc:xliff:document:2.0}notes")
            segment.addprevious(notes)
        etree.SubElement(notes, "{urn:oasis:names:tc:xliff:document:2.0}note").text = note
    segment.find("{*}source").text = renamed.get("source", segment.find("{*}source").text)
    found.set("name", renamed.get("rename", unit))
    tree.write(str(path), encoding="UTF-8", xml_declaration=True)


def _translate_xlsx(path, unit, target, done, state=None, note=None, **renamed):
    book = openpyxl.load_workbook(path)
    row = next(row for row in book.active.iter_rows() if row[1].value == unit)
    values = {3: target, 4: state or ("draft · drafft" if done else None), 5: note}
    values |= {1: renamed.get("rename"), 2: renamed.get("source")}
    for column, value in values.items():
        if value is not None:
            row[column].value = value
            row[column].data_type = "s"
    book.save(path)


_TRANSLATE = {
    ".po": _translate_po,
    ".xliff": _translate_xliff,
    ".xliff2": _translate_xliff2,
    ".xlsx": _translate_xlsx,
}


def version_of(protocols: Path) -> Version:
    return ProtocolRepository(protocols).load(date.today()).version_shown("aber")


def content(path: Path) -> str:
    """The text of an export, unpacked where it is packed."""
    if path.suffix != ".xlsx":
        return path.read_text("utf-8")
    return "\n".join(str(cell.value) for row in openpyxl.load_workbook(path).active.iter_rows() for cell in row)
