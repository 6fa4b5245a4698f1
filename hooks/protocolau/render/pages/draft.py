"""A draft, or a version to come, as one file to send to councillors: in both languages, marked so, no link away."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from protocolau.language import other
from protocolau.library.library import RELATIONS
from protocolau.model.protocol import Version
from protocolau.model.provision import Provision
from protocolau.model.vocabulary import Bilingual
from protocolau.read.dates import PartialDate
from protocolau.render.article import article
from protocolau.render.citations import citation
from protocolau.render.context import RenderContext
from protocolau.render.messages import Messages
from protocolau.render.provision_view import ProvisionView
from protocolau.render.version_view import VersionView
from protocolau.translation.reading import Reading


@dataclass(frozen=True, slots=True)
class Remarks:
    """What a draft says of a provision besides its words."""

    to_decide: str | None
    places: tuple[str, ...]
    """Whose words it has, in words."""


@dataclass(frozen=True, slots=True)
class DraftText:
    """A draft in one language."""

    language: str
    t: Messages
    council: str
    title: str
    mark: str
    """That it is a draft, or not in force yet, in a word or two."""
    notice: str
    prefix: str
    """What stands before the anchors of this language, so that no two are alike in the file."""
    is_original: bool
    is_missing: bool
    notes: tuple[Bilingual, ...]
    """What editors say of the whole of it."""
    parts: tuple[ProvisionView, ...]
    remarks: Mapping[str, Remarks]
    """By anchor."""
    questions: tuple[tuple[str, str, str], ...]
    """Each with its anchor and what the provision is called."""


def draft_page(renderings: Mapping[str, RenderContext], council: Bilingual, version: Version) -> str:
    """The whole file, in the draft's own language first, given a context for each language and the council's name."""
    languages = (version.language, other(version.language))
    texts = [_text(renderings[language], council, version) for language in languages]
    theme = renderings[version.language].settings.theme
    return theme.render(
        "draft/draft.html",
        texts=texts,
        has_questions=any(one.taken_from or one.to_decide for one in version.provisions.values()),
        style=Markup((theme.folder / "draft/draft.css").read_text("utf-8")),
    )


def _text(rendering: RenderContext, council: Bilingual, version: Version) -> DraftText:
    view = VersionView(rendering.library, rendering.messages, version)
    language = rendering.language
    mark, notice = _standing(rendering, version)
    asked = ((one, one.to_decide) for one in version.provisions.values())
    return DraftText(
        language=language,
        t=rendering.messages,
        council=council[language],
        title=view.reading.title.text,
        mark=mark,
        notice=notice,
        prefix="" if view.reading.is_original else f"{language}-",
        is_original=view.reading.is_original,
        is_missing=view.reading.state == "missing",
        notes=version.notes,
        parts=article(rendering, view),
        remarks={one.anchor: _remarks(rendering, one) for one in version.provisions.values()},
        questions=tuple((one.anchor, view.citation(one.anchor), asks[language]) for one, asks in asked if asks),
    )


def _standing(rendering: RenderContext, version: Version) -> tuple[str, str]:
    """The mark and the notice. Of what has a date it is not known here whether the council has met on it already."""
    t, today = rendering.messages, rendering.settings.today
    date = t.date(PartialDate(today.year, today.month, today.day))
    if version.adopted:
        return t("draft.coming.mark"), t("draft.coming.notice", date=date, version=t.date(version.adopted))
    return t("draft.mark"), t("draft.notice", date=date)


def _remarks(rendering: RenderContext, provision: Provision) -> Remarks:
    places = tuple(_place(rendering, place) for place in provision.taken_from)
    return Remarks(provision.to_decide[rendering.language] if provision.to_decide else None, places)


def _place(rendering: RenderContext, place: str) -> str:
    """Whose words they are: `Halewood, 3.1`. A place that is not known here is shown as it is written."""
    where, _, anchor = place.partition("#")
    slug, *kind, dated = where.split("/") if "/" in where else (where, "")
    council = rendering.library.councils.get(slug)
    document = council.documents.get(kind[0] if kind else RELATIONS) if council else None
    version = document.version(dated) if document else None
    if council is None or version is None or anchor not in version.provisions:
        return place
    called = citation(rendering.messages, Reading(version, rendering.language), anchor)
    return f"{council.short_name[rendering.language]}, {called}"
