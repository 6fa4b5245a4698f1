"""Where the words of a version can be edited, and who is told when something is wrong."""

from pathlib import Path
from typing import NamedTuple

from protocolau.language import other
from protocolau.library.library import RELATIONS
from protocolau.model.protocol import Version
from protocolau.model.translation import Translation, Unit, anchor_of_unit
from protocolau.render.context import SiteSettings


class FileLine(NamedTuple):
    """A line of a file below the folder of protocols."""

    path: str
    line: int

    @property
    def said(self) -> str:
        """The path and the line, as faults are told."""
        return f"{self.path}:{self.line}"

    def url(self, settings: SiteSettings) -> str | None:
        """Where it can be edited, if the publisher has said where the repository is."""
        return f"{settings.edit_url}protocols/{self.path}#L{self.line}" if settings.edit_url else None


def file_line(version: Version, path: Path, line: int) -> FileLine:
    """A line of a file of a document."""
    kind = "" if version.kind == RELATIONS else f"{version.kind}/"
    return FileLine(f"{version.council}/{kind}{path.name}", line)


def line_of_document(version: Version, language: str) -> FileLine:
    """Where a version is written as it is read in a language."""
    translation = version.translations.get(language) if language == other(version.language) else None
    return file_line(version, translation.path if translation else version.path, 1)


def lines_of_provisions(version: Version, language: str) -> dict[str, FileLine]:
    """By anchor where each provision is written as it is read in a language: its translation, where there is one."""
    translation = version.translations.get(language) if language == other(version.language) else None
    found = {anchor: file_line(version, version.path, one.line) for anchor, one in version.provisions.items()}
    translated = {} if translation is None else {anchor_of_unit(name): unit for name, unit in _last_first(translation)}
    return found | {
        anchor: file_line(version, unit.path, unit.line) for anchor, unit in translated.items() if anchor in found
    }


def _last_first(translation: Translation) -> list[tuple[str, Unit]]:
    """The units, so that of those of one provision the first is met last."""
    return list(translation.units.items())[::-1]
