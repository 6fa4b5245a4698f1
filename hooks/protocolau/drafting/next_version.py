"""The files of a version of a new date: begun from the one before it, or from a draft.

A next version takes over its text, its source and what was adopted in the other language as it stands. Of a mere
translation nothing is copied: it is carried over by words, whichever clause they stand in (translation/inheritance),
so that the file of the new one holds only what is new, and a bullet more or less displaces nothing.
"""

import yaml

from protocolau.drafting.draft_yaml import without_remarks
from protocolau.language import other
from protocolau.model.protocol import DRAFT, Version
from protocolau.read.dates import PartialDate
from protocolau.repository.editing.keys import with_key, without_keys
from protocolau.repository.editing.version_text import VersionText
from protocolau.rules.versions import ONLY_IN_DRAFTS
from protocolau.runtime import yaml_loader

OF_ITS_OWN_TIME = ("issued", "reviewed", "review_due", "withdrawn", "minute")
"""What a version does not take over from the one before it."""
OF_ITS_OWN_SOURCE = ("address", "fetched")
"""What is said of the source of the one before it alone."""

_TRANSLATION = """\
# yaml-language-server: $schema={schema}
# What has the same words as in the version of {before} is translated as it is there, and keeps its state.
# Here stands only what is new or has changed.
# Mae'r hyn sydd â'r un geiriau ag yn fersiwn {before} wedi'i gyfieithu fel y mae yno, ac yn cadw ei gyflwr.
# Dim ond yr hyn sy'n newydd neu wedi newid sydd yma.
language: {language}
state: draft
units: {{}}
"""


def next_version(version: Version, texts: dict[str, str], date: PartialDate) -> dict[str, str]:
    """The YAML files with which the version of a date begins, by their names, given those of the one before it.

    `texts` holds those files of the version before it that there are, by their names.
    """
    file = without_keys(VersionText(texts[f"{version.slug}.yml"]), OF_ITS_OWN_SOURCE)
    for key in OF_ITS_OWN_TIME:
        file = with_key(file, (), key, None)
    files = {f"{date}.yml": _named(_adopted(file, date).text, version, str(date))}
    language = other(version.language)
    beside = texts.get(f"{version.slug}.{language}.yml")
    if beside and version.other_language == "equal":
        files[f"{date}.{language}.yml"] = _named(beside, version, str(date))
    elif version.translations.get(language):
        files[f"{date}.{language}.yml"] = _TRANSLATION.format(
            schema=f"{'../' * _levels(version)}schema/translation.json", before=version.slug, language=language
        )
    return files


def adopted_draft(version: Version, texts: dict[str, str], date: PartialDate) -> dict[str, str]:
    """The YAML files of the version that a draft becomes, by their names, given those of the draft."""
    text = without_remarks(texts[f"{DRAFT}.yml"], version.council)
    file = without_keys(VersionText(text), ONLY_IN_DRAFTS)
    files = {f"{date}.yml": _named(_adopted(file, date).text, version, str(date))}
    language = other(version.language)
    if beside := texts.get(f"{DRAFT}.{language}.yml"):
        files[f"{date}.{language}.yml"] = _named(beside, version, str(date))
    return files


def source_of(text: str) -> str | None:
    """The name of the file that a YAML file names as its source."""
    source = yaml.load(text, yaml_loader.BaseLoader).get("source")
    return source["file"] if source else None


def renamed(name: str, version: Version, stem: str) -> str:
    """What a source that is called after a version is called after another; any other source keeps its name."""
    return f"{stem}{name.removeprefix(version.slug)}" if name.startswith(f"{version.slug}.") else name


def _adopted(file: VersionText, date: PartialDate) -> VersionText:
    return with_key(file, (), "adopted", [f"adopted: {date}"])


def _named(text: str, version: Version, stem: str) -> str:
    """A file's text with its source named after the version of another name."""
    source = source_of(text)
    if not source:
        return text
    return with_key(VersionText(text), ("source",), "file", [f"file: {renamed(source, version, stem)}"]).text


def _levels(version: Version) -> int:
    return 1 if version.path.parent.name == version.council else 2
