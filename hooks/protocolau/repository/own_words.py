"""Our own words from the disk: pages of prose, the interface, the vocabulary, and what their Welsh was made from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import cast

import yaml

from protocolau.read.document import values_of
from protocolau.read.problem import faulty
from protocolau.runtime.files import write_whole
from protocolau.runtime.project import Project
from protocolau.translation.own_words.bilingual_data import BilingualEntry, entries, lines
from protocolau.translation.own_words.data_arrival import DataWords
from protocolau.translation.own_words.data_edits import with_welsh
from protocolau.translation.own_words.desk import OwnText, OwnUnit
from protocolau.translation.own_words.marks import Mark
from protocolau.translation.own_words.pairs import left_over, paired
from protocolau.translation.own_words.prose import ProsePage, parse, with_marks
from protocolau.translation.reading import NOT_CURRENT

REGISTER = "made-from.yml"
"""Beside the words of the interface: what the Welsh of these and of the vocabulary was made from."""
_VOCABULARY = ("parties", "policies", "documents", "kinds", "nations")
_HEAD = """\
# What the Welsh of the interface and of the vocabulary was made from: for each text the fingerprints of the English and
# of the Welsh as they stood when somebody vouched for them. `protocolau translation vouch` writes this file.
"""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The files of a project that hold our own words in both languages."""

    project: Project

    def desk(self) -> list[OwnText]:
        """Every text with its units and their states: the pages of prose first."""
        return [*map(self._page, self.pages()), *self._data()]

    def pages(self) -> list[str]:
        """The names of the pages of prose."""
        return sorted(path.stem for path in self._prose.glob("*.md"))

    def page(self, name: str) -> tuple[ProsePage, ProsePage]:
        """A page in English and in Welsh; a Welsh page that is not there is empty. Raises Faulty: no such page."""
        if name not in self.pages():
            near = get_close_matches(name, self.pages(), n=1, cutoff=0.5)
            remedy = f"did you mean '{near[0]}'?" if near else f"choose from: {', '.join(self.pages())}"
            raise faulty(self._prose, 1, f"there is no page '{name}'", remedy)
        welsh = self.welsh_path(name)
        text = welsh.read_text("utf-8") if welsh.is_file() else ""
        return parse(self.english_path(name).read_text("utf-8")), parse(text)

    def english_path(self, name: str) -> Path:
        """Where a page stands in English."""
        return self._prose / f"{name}.md"

    def welsh_path(self, name: str) -> Path:
        """Where a page stands in Welsh."""
        return self._prose / "cy" / f"{name}.md"

    def vouch_page(self, name: str, state: str) -> int:
        """Writes into a Welsh page that it says what the English says today. Returns how many paragraphs it has.

        Raises Faulty where it cannot, for a paragraph is missing or has lost its English.
        """
        english, welsh = self.page(name)
        pairs = paired(english, welsh)
        lost = [paragraph.line for paragraph in left_over(welsh, pairs)]
        if missing := [pair for pair in pairs if pair.welsh is None]:
            what = f"{len(missing)} paragraphs are missing, the first of them “{missing[0].source[:40]}”"
            raise faulty(self.welsh_path(name), 1, what, "translate them first")
        if lost:
            raise faulty(self.welsh_path(name), lost[0], "the English has no such paragraph", "take it out")
        in_order = sorted(pairs, key=lambda pair: pair.welsh or 0)
        marks = [Mark.of(pair.source, pair.target, state) for pair in in_order]
        write_whole(self.welsh_path(name), with_marks(welsh.source, marks).encode())
        return len(pairs)

    def vouch_data(self, state: str) -> int:
        """Writes that all Welsh of the interface and the vocabulary says what its English says. Returns how much."""
        register = {
            kind: {entry.key: str(Mark.of(entry.source, entry.target, state)) for entry in self._entries(kind)}
            for kind in self._files
        }
        self._write_register(register)
        return sum(map(len, register.values()))

    def _register(self) -> dict[str, dict[str, str]]:
        path = self.project.theme / REGISTER
        return cast(dict[str, dict[str, str]], values_of(path)) if path.is_file() else {}

    def _write_register(self, register: Mapping[str, Mapping[str, str]]) -> None:
        written = yaml.dump(register, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)
        write_whole(self.project.theme / REGISTER, f"{_HEAD}{written}".encode())

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of words beside prose."""
        return tuple(self._files)

    def words(self, kind: str) -> dict[str, DataWords]:
        """The words of a kind by their keys."""
        register = self._register().get(kind, {})
        return {
            entry.key: DataWords(
                entry.source, entry.target, entry.state(_mark(register.get(entry.key))), entry.key.endswith("]")
            )
            for entry in self._entries(kind)
        }

    def take_words(self, kind: str, taken: Mapping[str, tuple[str, str]]) -> None:
        """Writes Welsh words of a kind with their states, by their keys. Raises Faulty where a file cannot be edited.

        Of what is written somebody has vouched that it says what the English says today.
        """
        texts = {}
        for file in self._files[kind]:
            start = f"{file.stem}." if kind == "vocabulary" else ""
            own = {key.removeprefix(start): words for key, (words, _) in taken.items() if key.startswith(start)}
            texts[file] = _with_welsh(file, own)
        known, register = self.words(kind), self._register()
        marks = {key: str(Mark.of(known[key].source, words, state)) for key, (words, state) in taken.items()}
        for file, text in texts.items():
            write_whole(file, text.encode())
        self._write_register({**register, kind: {**register.get(kind, {}), **marks}})

    @property
    def _prose(self) -> Path:
        return self.project.root / "docs"

    @property
    def _files(self) -> dict[str, tuple[Path, ...]]:
        """The files of each kind of words but prose."""
        vocabulary = self.project.protocols / "vocabulary"
        return {
            "interface": (self.project.theme / "words.yml",),
            "topics": (vocabulary / "topics.yml",),
            "glossary": (vocabulary / "glossary.yml",),
            "vocabulary": tuple(vocabulary / f"{name}.yml" for name in _VOCABULARY),
        }

    def _page(self, name: str) -> OwnText:
        english, welsh = self.page(name)
        path, pairs = self._below(self.welsh_path(name)), paired(english, welsh)
        units = [
            OwnUnit(
                pair.source.partition("\n")[0],
                pair.source,
                pair.state,
                path,
                1 if pair.welsh is None else welsh.paragraphs[pair.welsh].line,
            )
            for pair in pairs
        ]
        lost = [OwnUnit(one.text, "", "stale", path, one.line) for one in left_over(welsh, pairs)]
        return OwnText("page", name, tuple(units), tuple(lost))

    def _data(self) -> Iterator[OwnText]:
        register = self._register()
        for kind, files in self._files.items():
            units = [unit for file in files for unit in self._units(file, register.get(kind, {}), kind)]
            yield OwnText(kind, kind, tuple(units))

    def _units(self, file: Path, register: dict[str, str], kind: str) -> Iterator[OwnUnit]:
        found = [(entry, register.get(_key(file, entry, kind))) for entry in _entries_of(file)]
        states = [(entry, entry.state(_mark(mark))) for entry, mark in found]
        asked = [entry.key for entry, state in states if state in NOT_CURRENT]
        where = lines(file.read_text("utf-8"), asked) if asked else {}
        for entry, state in states:
            yield OwnUnit(entry.key, entry.source, state, self._below(file), where.get(entry.key, 1))

    def _entries(self, kind: str) -> Iterator[BilingualEntry]:
        for file in self._files[kind]:
            yield from (entry._replace(key=_key(file, entry, kind)) for entry in _entries_of(file))

    def _below(self, path: Path) -> Path:
        return path.relative_to(self.project.root)


def _mark(written: str | None) -> Mark | None:
    return Mark.parse(written) if written else None


def _with_welsh(file: Path, words: Mapping[str, str]) -> str:
    text = file.read_text("utf-8")
    try:
        return with_welsh(text, words) if words else text
    except ValueError:
        what = "the file is laid out in a way that cannot be edited safely"
        raise faulty(file, 1, what, "write the change into the file by hand") from None


def _key(file: Path, entry: BilingualEntry, kind: str) -> str:
    """The key of an entry in the register: of the further vocabulary with the name of its file."""
    return f"{file.stem}.{entry.key}" if kind == "vocabulary" else entry.key


def _entries_of(file: Path) -> list[BilingualEntry]:
    return list(entries(values_of(file))) if file.is_file() else []
