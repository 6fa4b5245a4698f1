"""TMX 1.4: the memory of all councils, out and in.

A unit of the file is a distinct pair of texts, with its state and every place where it stands. What
comes in serves as a draft where a text is missing and its source is the same, character for character.

Units are not to be cut again: the file says that they are sentences, and of those that are a part of one, as headings
and items of lists are, that they are phrases. (Of `paragraph` programs take it that they may cut.)
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from protocolau.language.marks import plain, spans
from protocolau.model.protocol import Version
from protocolau.read.problem import faulty
from protocolau.translation.editing.unit_change import UnitChange
from protocolau.translation.exchange.fault import another_kind
from protocolau.translation.exchange.incoming import language_named, tidied
from protocolau.translation.exchange.spoilt import faulty_letters
from protocolau.translation.exchange.written_xml import file_of
from protocolau.translation.exchange.xml import XML, local, parsed, words
from protocolau.translation.memory import MemoryMatch
from protocolau.translation.reading import STATES

_NO_MEMORY = ("this is not a translation memory", "import a file in TMX")
_LONGEST_NAME = 3
"""Words that may well be the same in both languages."""
_SENTENCE_END = re.compile(r"[.!?][\"”'’)]*\s*$")


def write(pairs: Iterable[MemoryMatch]) -> bytes:
    """Writes a TMX file of a memory from English into Welsh; it serves as well the other way."""
    root = etree.Element("tmx", version="1.4")
    described = {
        "creationtool": "protocolau",
        "creationtoolversion": "1",
        "segtype": "sentence",
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
    return file_of(root)


def _add_unit(body: etree._Element, match: MemoryMatch) -> None:
    is_phrase = not _SENTENCE_END.search(plain(match.source))
    unit = etree.SubElement(body, "tu", {"segtype": "phrase"} if is_phrase else {})
    for kind, value in (("x-state", match.state), *(("x-place", str(place)) for place in match.places)):
        etree.SubElement(unit, "prop", type=kind).text = value
    for language, text in (("en", match.source), ("cy", match.target)):
        variant = etree.SubElement(unit, "tuv", {f"{XML}lang": language})
        etree.SubElement(variant, "seg").text = text


@dataclass(frozen=True, slots=True)
class TmxUnit:
    """A unit of a TMX file: the same in both languages."""

    texts: dict[str, str]
    """Its text by language."""
    state: str


def read(data: bytes, path: Path) -> list[TmxUnit]:
    """Reads the units of a TMX file. Raises Faulty where it is none.

    The codes of another program are left out of their texts.
    """
    root = parsed(data, path)
    if local(root) != "tmx":
        what, remedy = another_kind(local(root)) if local(root) == "xliff" else _NO_MEMORY
        raise faulty(path, 1, what, remedy)
    units = [_unit(element) for element in root.iter("{*}tu")]
    return [unit for unit in units if set(unit.texts) >= {"en", "cy"}]


def _unit(element: etree._Element) -> TmxUnit:
    texts: dict[str, str] = {}
    for variant in element.iterchildren("{*}tuv"):
        language = language_named(variant.get(f"{XML}lang") or variant.get("lang") or "")
        segment = variant.find("{*}seg")
        if segment is not None and (text := tidied(words(segment))):
            texts.setdefault(language, text)
    state = words(element.find("{*}prop[@type='x-state']"))
    return TmxUnit(texts, state if state in STATES else "draft")


def best_translations(units: list[TmxUnit], source: str, target: str) -> dict[str, str]:
    """Chooses for each text of the source language its translation; of several, the one best vouched for."""
    translations: dict[str, str] = {}
    for unit in sorted(units, key=lambda unit: STATES.index(unit.state)):
        if is_sound(unit.texts[target], unit.texts[source]) and not is_copied(unit):
            translations.setdefault(unit.texts[source], unit.texts[target])
    return translations


def is_copied(unit: TmxUnit) -> bool:
    """Whether a program has put the source in the place of its translation; a name may be the same in both."""
    return unit.texts["en"] == unit.texts["cy"] and len(unit.texts["en"].split()) > _LONGEST_NAME


def filled_units(version: Version, language: str, translations: Mapping[str, str]) -> list[UnitChange]:
    """Fills the missing units of a version of whose very words there is a translation, as drafts.

    Where both languages were adopted alike nothing is missing.
    """
    if version.other_language == "equal":
        return []
    translation = version.translations.get(language)
    present = translation.units if translation else {}
    return [
        UnitChange(name, source, translations[source], "draft")
        for name, source in version.units.items()
        if name not in present and source in translations
    ]


def is_sound(text: str, source: str = "") -> bool:
    """Whether a text may stand in the data: one paragraph, its emphasis closed, nothing in it that cannot be seen.

    Nor may there be letters that a program has spoilt, unless its source has such as well.
    """
    try:
        spans(text)
    except ValueError:
        return False
    return "\n" not in text and not any(faulty_letters(Path(), 1, "", text, source))
