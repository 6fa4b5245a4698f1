"""Councils by the hundred: the real protocols with their wording varied, so that nothing is cheap by being equal.

About a fifth of the provisions say something of their own, as is so among real councils that adopt a
model; the rest are shared word for word.
"""

import random
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import yaml

BASES = ("bursledon/2016-04-27", "halewood/2022-07-12", "conwy/undated", "bursledon/2016-04-27")
"""95 provisions on average."""

VARIED = 0.22
CHANGES = {
    "en": {"should": "must", "Councillors": "Members", "officers": "staff", "authority": "Council", "ensure": "see"},
    "cy": {"dylai": "rhaid", "Cynghorwyr": "Aelodau", "swyddogion": "staff", "awdurdod": "Cyngor", "sicrhau": "gweld"},
}
PLACES = ("Aber", "Bryn", "Coed", "Dyffryn", "Glan", "Llan", "Maes", "Nant", "Pen", "Tre")
ENDINGS = ("afon", "coch", "du", "fach", "fawr", "glas", "hir", "isaf", "newydd", "uchaf")


def generate(
    protocols: Path,
    target: Path,
    councils: int,
    seed: int = 1,
    bases: Sequence[str] = BASES,
    section: str = "",
    share: float = VARIED,
) -> None:
    """Writes a folder of protocols with a number of councils below `target`, the same for the same seed.

    Where a section is named, by its number of one digit, the protocols have no other. `share` is that of the
    provisions which say something of their own.
    """
    shutil.copytree(protocols / "vocabulary", target / "vocabulary")
    sources = {base: _only(*load(protocols, base), section) for base in set(bases)}
    for index in range(councils):
        chance = random.Random(f"{seed} {index}")
        protocol, translation = sources[bases[index % len(bases)]]
        _write_council(target, index, varied(protocol, translation, chance, share), chance)


def load(protocols: Path, base: str) -> tuple[dict, dict]:
    """A real protocol and its translation, as they are written."""
    return tuple(
        yaml.load((protocols / f"{base}{suffix}.yml").read_text("utf-8"), yaml.CBaseLoader) for suffix in ("", ".cy")
    )


def _only(protocol: dict, translation: dict, section: str) -> tuple[dict, dict]:
    if not section:
        return protocol, translation
    body = [one for one in protocol["body"] if one.get("number", "").startswith(section)]
    units = {name: unit for name, unit in translation["units"].items() if re.match(rf"{section}\b", name)}
    return {**protocol, "body": body}, {**translation, "units": units}


def varied(protocol: dict, translation: dict, chance: random.Random, share: float = VARIED) -> tuple[dict, dict]:
    """A protocol and its translation with some provisions reworded, alike in both."""
    reworded: dict[str, dict[str, str]] = {}

    def reword(text: str) -> dict[str, str]:
        if text not in reworded:
            place = f"{chance.choice(PLACES)}{chance.choice(ENDINGS)}"
            reworded[text] = {"place": place} if chance.random() < share else {}
        return reworded[text]

    def change(text: str, of: str, language: str) -> str:
        marks = reword(of)
        if not marks:
            return text
        for old, new in CHANGES[language].items():
            text = text.replace(old, new)
        return f"{text} ({marks['place']})"

    body = map_texts(protocol["body"], lambda text: change(text, text, "en"))

    def unit(entry: dict) -> dict[str, str]:
        return {language: change(entry[language], entry["en"], language) for language in ("en", "cy")}

    units = {
        name: ([unit(entry) for entry in entries] if isinstance(entries, list) else unit(entries))
        if not name.endswith(("heading", "title"))
        else {"en": entries["en"], "cy": entries["cy"]}
        for name, entries in translation["units"].items()
    }
    made = {key: value for key, value in protocol.items() if key not in ("source", "body", "notes")}
    return {**made, "body": body}, {"language": "cy", "state": "draft", "units": units}


def map_texts(value, change):
    """A copy of a body with every text changed; headings and titles stay."""
    if isinstance(value, list):
        return [map_texts(one, change) for one in value]
    if not isinstance(value, dict):
        return value
    fixed = value.get("kind") == "title"
    return {key: _mapped(key, one, change, fixed) for key, one in value.items()}


def _mapped(key: str, value, change, fixed: bool):
    if key == "text" and not fixed:
        return [{**one, "says": change(one["says"])} for one in value] if isinstance(value, list) else change(value)
    if key == "rows":
        return [[change(cell) if isinstance(cell, str) else map_texts(cell, change) for cell in row] for row in value]
    return map_texts(value, change) if key in ("provisions", "items", "table") else value


def _write_council(target: Path, index: int, made: tuple[dict, dict], chance: random.Random) -> None:
    name = f"{chance.choice(PLACES)}{chance.choice(ENDINGS)} {index + 1:04}"
    folder = target / f"council-{index + 1:04}"
    folder.mkdir()
    names = {"en": f"{name} Town Council", "cy": f"Cyngor Tref {name}"}
    facts = {"name": names, "short_name": {"en": name, "cy": name}, "kind": "town", "nation": "wales"}
    protocol, translation = made
    version = protocol.get("adopted", "undated")
    for file, content in (("council", facts), (version, protocol), (f"{version}.cy", translation)):
        (folder / f"{file}.yml").write_text(dump(content), "utf-8")


def dump(content: dict) -> str:
    """The text of a file."""
    return yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10**6)
