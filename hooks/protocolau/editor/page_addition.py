"""What a protocol's page loads in the preview besides its own, so that it can be edited."""

import re

from protocolau.editor.form import unit_label
from protocolau.language import LANGUAGES
from protocolau.library.library import Library
from protocolau.model.protocol import Version
from protocolau.render.theme import Theme
from protocolau.translation.workload import workload

PREFIX = "/-edit/"
"""The path below which the editor answers."""

_PAGE = re.compile(r"(?:(\w\w)/)?councils/([^/]+)/(?:([^/]+)/)?(?:index\.html)?")
_MESSAGES = ("silent", "saved", "saving", "unchanged", "restored", "changed", "open", "unsaved", "save", "overwrite")


def page_addition(library: Library, theme: Theme, address: str, token: str) -> bytes | None:
    """What goes into the head of the page at an address, with the token by which it may ask and write.

    None where it is no page of a protocol.
    """
    match = _PAGE.fullmatch(address)
    council = library.councils.get(match[2]) if match else None
    if match is None or council is None or match[1] not in (None, *LANGUAGES[1:]):
        return None
    slug = library.version_shown(council.slug).slug if match[3] in (None, "bilingual") else match[3]
    version = next((version for version in council.versions if version.slug == slug), None)
    return _head(version, theme, match[1] or LANGUAGES[0], token) if version else None


def _head(version: Version, theme: Theme, language: str, token: str) -> bytes:
    messages = theme.messages[language]
    tasks = workload(version).tasks
    setup = {
        "token": token,
        "council": version.council,
        "version": version.slug,
        "language": messages.language,
        "units": {task.unit: (unit_label(messages, version, task.unit), task.state) for task in tasks},
        "words": {name: messages(f"edit.{name}") for name in _MESSAGES},
    }
    return theme.render("edit/head.html", prefix=PREFIX, setup=setup).encode()
