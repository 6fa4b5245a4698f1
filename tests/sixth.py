"""A sixth council for the tests, so that nothing holds for today's five alone.

Llanffug is imagined. Its protocol, in `llanffug/`, was adopted in Welsh and has all that is awkward and yet
allowed. Written here are its source, its translation, and a history in which every state of a translation
occurs in both languages.
"""

import html
import shutil
from collections.abc import Sequence
from pathlib import Path

import yaml

from protocolau.language import LANGUAGES, other
from protocolau.library.library import RELATIONS
from protocolau.model import assemble
from protocolau.model.protocol import Version
from protocolau.model.translation import key_of_unit
from protocolau.read.document import read_yaml
from protocolau.rules.provenance import adopted_texts
from protocolau.schema.shape_faults import validate
from protocolau.schema.shapes import ProtocolShape
from protocolau.translation.reading import STATES

FOLDER = Path(__file__).parent / "llanffug"
SLUG = "llanffug"
IN_FORCE, BEFORE = "2024-05-14", "2021-03"
FIRST_YEAR = 2001
HEADER = "# yaml-language-server: $schema=../schema/{}.json\n"
EARLIER_WORDS = {
    "adopted: 2024-05-14\nissued: 2024-06\nreviewed: 2025\nreview_due: 2025-05-13\n": "adopted: 2021-03\n",
    'source:\n  file: 2024-05-14.txt\n  omits:\n    - "[tudalen <1>]"\n': "",
    "o fewn 10 diwrnod gwaith": "o fewn 20 diwrnod gwaith",
    "Mae swyddogion yn rhoi cyngor": "Mae cyflogeion yn rhoi cyngor",
    "Mae parch y naill at y llall yn": "Mae parch y naill at y llall, yn",
    "pennu polisi'r Cyngor;": "arwain y gymuned yn y ffordd sydd orau yn ei barn;",
    'number: "2.2"': 'number: "2.5"',
    "      - text: Nid oes (b) yn y rhestr.\n": "      - text: Nid oes (b) yma.\n      - text: Nac (ch) ychwaith.\n",
}
"""What the version before the one in force has instead."""


def write(protocols: Path) -> None:
    """Adds the sixth council to a folder of protocols, the same in every run."""
    folder = shutil.copytree(FOLDER, protocols / SLUG)
    in_force = folder / f"{IN_FORCE}.yml"
    _write_source(in_force)
    _write_translation(in_force, STATES)
    _write_earlier(in_force, folder / f"{BEFORE}.yml")
    ages = [(state, language) for state in reversed(STATES) for language in LANGUAGES]
    for year, (state, language) in enumerate(ages, FIRST_YEAR):
        _write_old(folder / f"{year}.yml", language, state)


def _read(path: Path) -> Version:
    document, problems = read_yaml(path)
    assert document, problems
    shape, problems = validate(document, ProtocolShape)
    assert shape and not problems, problems
    return assemble.version(document, shape, SLUG, RELATIONS)[0]


def _write_source(path: Path) -> None:
    """The document from which the words seem to have been taken: a bullet before each, and furniture between."""
    texts = "".join(f"- {html.escape(text)}\n[tudalen <1>]\n" for _, text in adopted_texts(_read(path)))
    path.with_suffix(".txt").write_text(texts, "utf-8")


def _write_earlier(path: Path, target: Path) -> None:
    text = path.read_text("utf-8")
    for now, before in EARLIER_WORDS.items():
        assert text.count(now) == 1, now
        text = text.replace(now, before)
    target.write_text(text, "utf-8")


def _write_old(path: Path, language: str, state: str) -> None:
    """A version of a few words, all of whose translation is in one state."""
    words = {"en": "What was adopted in {}, & <said>.", "cy": "Yr hyn a fabwysiadwyd yn {}, & <dweud>."}
    text = words[language].format(path.stem)
    clauses = [{"number": "1.", "heading": text, "provisions": [{"number": "1.1", "text": text, "topic": "purpose"}]}]
    version = {"title": text, "language": language, "adopted": path.stem, "body": clauses}
    path.write_text(HEADER.format("protocol") + _dump(version), "utf-8")
    if state != "missing":
        _write_translation(path, [state])


def _write_translation(path: Path, states: Sequence[str]) -> None:
    """A translation whose units are in these states, one after the other."""
    version = _read(path)
    language = other(version.language)
    units: dict[str, list[dict[str, str]]] = {}
    for place, (name, source) in enumerate(version.units.items()):
        if (state := states[place % len(states)]) != "missing":
            units.setdefault(key_of_unit(name), []).append(_unit(name, source, version.language, state))
    translation = {"language": language, "state": "draft", "units": units}
    path.with_suffix(f".{language}.yml").write_text(HEADER.format("translation") + _dump(translation), "utf-8")


def _unit(name: str, source: str, language: str, state: str) -> dict[str, str]:
    translated = {"en": f'In English, "{name}" & <more> of {{n}}', "cy": f'Yn Gymraeg, "{name}" & <mwy> o {{n}}'}
    made_from = {"en": "What stood here before.", "cy": "Yr hyn a safai yma gynt."}[language]
    unit = {language: made_from if state == "stale" else source, other(language): translated[other(language)]}
    return unit if state == "stale" else {**unit, "state": state, "note": 'Made "for" the <tests>.'}


def _dump(content: dict) -> str:
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=10**6)
