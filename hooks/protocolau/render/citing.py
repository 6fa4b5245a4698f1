"""How a version and each of its provisions are cited, in both languages, and what lies beside a version for that."""

from collections.abc import Iterator
from typing import NamedTuple

from protocolau.exporting.references import Reference, entries
from protocolau.language import LANGUAGES
from protocolau.library.addresses import version_address
from protocolau.model.protocol import Version
from protocolau.render.browser_files import CitedLabels, CitingWords, LabelsFile
from protocolau.render.citations import citations
from protocolau.render.context import RenderContext
from protocolau.render.editing import lines_of_provisions
from protocolau.render.messages import Messages
from protocolau.render.page import Asset
from protocolau.runtime.compact_json import compact
from protocolau.translation.reading import Reading, reading_of

LABELS = "labels.json"
"""What every provision of a version is called, in both languages, for the script that cites them. It lies beside the
English page."""


class CitedVersion(NamedTuple):
    """A version as it is cited in a language: `Halewood Town Council, … Protocol (12 July 2022)`."""

    before: str
    title: str
    title_language: str
    """That of the title, which may not be translated."""
    after: str

    @property
    def words(self) -> str:
        """All of it."""
        return f"{self.before}{self.title}{self.after}"


_TITLE = "\x00"
"""Stands for the title in the words of a citation."""


def cited(rendering: RenderContext, version: Version, language: str) -> CitedVersion:
    """How a version is cited in a language."""
    title = Reading(version, language).title
    t, council = rendering.settings.theme.messages[language], rendering.library.councils[version.council]
    date = t.date(version.adopted) if version.adopted else t("undated")
    said = "; ".join(filter(None, (date, _whose(t, version))))
    before, _, after = t("cite.document", council=council.name[language], title=_TITLE, date=said).partition(_TITLE)
    return CitedVersion(before, title.text, title.language, after)


def _whose(t: Messages, version: Version) -> str:
    """That the words in a language are a translation which the council has not adopted; empty where they are not. A
    citation goes on without the notice that stands above them."""
    state = Reading(version, t.language).state
    is_ours = version.other_language != "equal" and state not in ("adopted", "missing")
    return t(f"cite.{state}") if is_ours else ""


def permanent_url(rendering: RenderContext, version: Version, language: str) -> str:
    """The permanent address of a version in a language."""
    return rendering.settings.addresses.url(language, version_address(version))


def citation_files(rendering: RenderContext, version: Version) -> Iterator[Asset]:
    """The entries for reference managers, in the language of the pages; and once the labels in both."""
    for name, content in entries(_reference(rendering, version)):
        yield Asset(f"{version_address(version)}{name}", content)
    if rendering.language == LANGUAGES[0]:
        yield Asset(f"{version_address(version)}{LABELS}", _labels(rendering, version))


def _reference(rendering: RenderContext, version: Version) -> Reference:
    library, language = rendering.library, rendering.language
    reading, whose = Reading(version, language), _whose(rendering.messages, version)
    kind = library.vocabulary.documents[version.kind].name[language]
    return Reference(
        id=f"{version.council}-{version.kind}-{version.slug}",
        author=library.councils[version.council].name[language],
        title=reading.title.text,
        kind=f"{kind} ({whose})" if whose else kind,  # managers print it, and keep a note to themselves
        language=version.language if reading.state == "missing" else language,
        url=permanent_url(rendering, version, language),
        adopted=version.adopted,
        undated=rendering.messages("undated"),
    )


def _labels(rendering: RenderContext, version: Version) -> bytes:
    made: LabelsFile = {"en": _cited_labels(rendering, version, "en"), "cy": _cited_labels(rendering, version, "cy")}
    return compact(made)


def _words(t: Messages) -> CitingWords:
    """What the script says, beside the names of clauses."""
    return {
        "label": t("cite.label"),
        "en": t("cite.in.en"),
        "cy": t("cite.in.cy"),
        "address": t("cite.address"),
        "copy": t("cite.copy"),
        "copied": t("cite.copied", text="{text}"),
        "key": t("cite.key"),
        "wrong": t("wrong.title"),
        "edit": t("wrong.edit.line"),
        "whole": t("whole.clause"),
    }


def _labels_in(rendering: RenderContext, version: Version, language: str) -> dict[str, str]:
    cited = citations(rendering.settings.theme.messages[language], reading_of(version, language))
    return {anchor: cited[anchor] for anchor in version.provisions}


def _cited_labels(rendering: RenderContext, version: Version, language: str) -> CitedLabels:
    settings = rendering.settings
    made: CitedLabels = {
        "document": cited(rendering, version, language).words,
        "url": permanent_url(rendering, version, language),
        "labels": _labels_in(rendering, version, language),
        "words": _words(settings.theme.messages[language]),
    }
    if settings.edit_url:
        lines = lines_of_provisions(version, language)
        made["edit"] = {anchor: line.url(settings) for anchor, line in lines.items()}
    return made
