"""TMX 1.4: the memory of all councils, out and in.

A unit of the file is a distinct pair of texts, with its state and every place where it stands. What
comes in serves as a draft where a text is missing and its source is the same, character for character.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from protocolau.language.marks import spans
from protocolau.model.protocol import Version
from protocolau.translation.editing.characters import character_faults
from protocolau.translation.editing.surgery import UnitChange
from protocolau.translation.exchange.rows import faulty
from protocolau.translation.exchange.xml import XML, local, parsed, words
from protocolau.translation.memory import MemoryMatch
from protocolau.translation.reading import STATES


def write(pairs: Iterable[MemoryMatch]) -> bytes:
    """A TMX file of a memory from English into Welsh; it serves as well the other way."""
    root = etree.Element("tmx", version="1.4")
    described = {
        "creationtool": "protocolau",
        "creationtoolversion": "1",
        "segtype": "paragraph",
        "o-tmf": "YAML",
        "adminlang": "en",
        "srclang": "*all*",
        "datatype": "plaintext",
    }
    etree.SubElement(root, "header", described)
    body = etree.SubElement(root, "body")
    for match in pairs:
        _add_unit(body, match)
    etree.indent(root, " ")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _add_unit(body: etree._Element, match: MemoryMatch) -> None:
    unit = etree.SubElement(body, "tu")
    for kind, said in (("x-state", match.state), *(("x-place", str(place)) for place in match.places)):
        etree.SubElement(unit, "prop", type=kind).text = said
    for language, text in (("en", match.source), ("cy", match.target)):
        variant = etree.SubElement(unit, "tuv", {f"{XML}lang": language})
        etree.SubElement(variant, "seg").text = text


@dataclass(frozen=True, slots=True)
class Remembered:
    """A unit of a TMX file: the same in both languages."""

    texts: dict[str, str]
    """Its text by language."""
    state: str


def read(data: bytes, path: Path) -> list[Remembered]:
    """The pairs of a TMX file. Raises Faulty where it is none. Texts with another program's codes are passed over."""
    root = parsed(data, path)
    if local(root) != "tmx":
        raise faulty(path, 1, f"this is not TMX but <{local(root)}>", "import a translation memory, in TMX")
    found = [_remembered(unit) for unit in root.iter("{*}tu")]
    return [one for one in found if set(one.texts) >= {"en", "cy"}]


def _remembered(unit: etree._Element) -> Remembered:
    texts: dict[str, str] = {}
    for variant in unit.iterchildren("{*}tuv"):
        language = (variant.get(f"{XML}lang") or variant.get("lang") or "").partition("-")[0].lower()
        segment = variant.find("{*}seg")
        if segment is not None and len(segment) == 0 and words(segment).strip():
            texts.setdefault(language, words(segment))
    state = words(unit.find("{*}prop[@type='x-state']"))
    return Remembered(texts, state if state in STATES else "draft")


def best(remembered: list[Remembered], source: str, target: str) -> dict[str, str]:
    """For each source text its translation; of several, the one best vouched for."""
    found: dict[str, str] = {}
    for one in sorted(remembered, key=lambda one: STATES.index(one.state)):
        if _is_sound(one.texts[target]):
            found.setdefault(one.texts[source], one.texts[target])
    return found


def filled(version: Version, language: str, translations: Mapping[str, str]) -> list[UnitChange]:
    """The missing units of a version of whose very words there is a translation, as drafts."""
    translation = version.translations.get(language)
    present = translation.units if translation else {}
    return [
        UnitChange(name, source, translations[source], "draft")
        for name, source in version.units.items()
        if name not in present and source in translations
    ]


def _is_sound(text: str) -> bool:
    """Whether a text may stand in the data: one paragraph, its emphasis closed, nothing in it that cannot be seen."""
    try:
        spans(text)
    except ValueError:
        return False
    return "\n" not in text and not any(character_faults(Path(), 1, "", text))
