"""What a protocol's page loads in the preview besides its own, so that it can be edited."""

import re
from urllib.parse import urlencode

from protocolau.editor.browser_files import EditSetup, FormSetup, PageSetup
from protocolau.language import LANGUAGES
from protocolau.language.marks import plain
from protocolau.library.library import RELATIONS, Library
from protocolau.model.protocol import Council, Version
from protocolau.render.messages import Messages
from protocolau.render.theme import Theme
from protocolau.render.unit_labels import unit_label
from protocolau.translation.memory import name_in_council
from protocolau.translation.reading import Reading
from protocolau.translation.workload import workload

PREFIX = "/-edit/"
"""The path below which the editor answers."""

_PAGE = re.compile(r"(?:(?P<language>\w\w)/)?councils/(?P<council>[^/]+)/(?P<rest>(?:[^/]+/)*)(?:index\.html)?")
_DESK = re.compile(r"(?:(?P<language>\w\w)/)?translation/(?:index\.html)?")
_MESSAGES = (
    "silent",
    "saved",
    "saving",
    "unchanged",
    "restored",
    "changed",
    "open",
    "unsaved",
    "save",
    "overwrite",
    "none_open",
    "unkept",
    "lost",
    "discard",
)


def page_addition(library: Library, theme: Theme, address: str, token: str) -> bytes | None:
    """What goes into the head of the page at an address, with the token by which it may ask and write.

    None where it is neither the translator's desk nor a page of a protocol, or of one adopted in both languages alike.
    """
    if (desk := _DESK.fullmatch(address)) and desk["language"] in (None, *LANGUAGES[1:]):
        messages = theme.messages[desk["language"] or LANGUAGES[0]]
        told: PageSetup = {**setup_of_form(messages, token), "units": {}, "links": [_desk_link(messages)]}
        return _addition(theme, told)
    match = _PAGE.fullmatch(address)
    council = library.councils.get(match["council"]) if match else None
    if match is None or council is None or match["language"] not in (None, *LANGUAGES[1:]):
        return None
    version = _version(library, council, match["rest"].split("/")[:-1])
    if version is None or version.other_language == "equal":
        return None
    return _head(version, theme, match["language"] or LANGUAGES[0], token)


def _version(library: Library, council: Council, below: list[str]) -> Version | None:
    """The version that a page shows, given the parts of its address below that of the council."""
    kind = below.pop(0) if below and below[0] in council.documents else RELATIONS
    document = council.documents.get(kind)
    if below[:1] == ["bilingual"] and below[1:2] != [] and below[1].isdigit():
        below = [below[0], *below[2:]]  # a further page of both languages
    if document is None or len(below) > 1:
        return None
    if not below or below[0] == "bilingual":
        return library.version_shown(council.slug, kind)
    return document.version(below[0])


def _head(version: Version, theme: Theme, language: str, token: str) -> bytes:
    messages = theme.messages[language]
    words = _words_of_parts(version, language)
    setup: EditSetup = {
        **setup_of_form(messages, token),
        "council": version.council,
        "version": name_in_council(version),
        "units": {
            task.unit: [unit_label(messages, version, task.unit), task.state, *words.get(task.unit, ())]
            for task in workload(version).tasks
        },
        "links": [
            (messages("review.open"), _review_address(version, messages.language)),
            _desk_link(messages, version.council),
        ],
    }
    return _addition(theme, setup)


def setup_of_form(messages: Messages, token: str) -> FormSetup:
    """What the script of a form is told wherever it runs."""
    words = {name: messages(f"edit.{name}") for name in _MESSAGES}
    return {"token": token, "prefix": PREFIX, "language": messages.language, "words": words}


def _addition(theme: Theme, setup: PageSetup) -> bytes:
    return theme.render("edit/head.html", prefix=PREFIX, setup=setup).encode()


def _desk_link(messages: Messages, council: str = "") -> tuple[str, str]:
    asked = {"council": council, "language": messages.language}
    return messages("desk.open_page"), f"{PREFIX}desk?{urlencode({name: to for name, to in asked.items() if to})}"


def _review_address(version: Version, language: str) -> str:
    query = {"council": version.council, "version": name_in_council(version), "language": language}
    return f"{PREFIX}review?{urlencode(query)}"


def _words_of_parts(version: Version, language: str) -> dict[str, tuple[str, str]]:
    """For each unit that is a part of a clause its place there, and its words as the pages of a language show them."""
    reading, parts = Reading(version, language), {}
    for provision in version.provisions.values():
        segments = reading.segments(provision)
        if len(segments) > 1:
            for number, segment in enumerate(segments, 1):
                parts[segment.unit] = (str(number), plain(segment.text))
    return parts
