"""What the pages ask of a browser for safety's sake, as headers: what may be loaded, and who may frame a page."""

from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple

from protocolau.language import LANGUAGES
from protocolau.library.addresses import language_folder

_SOURCES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "base-uri": "'self'",  # the page for frames leads from its provisions to the page of its version
    "form-action": "'self'",
}


def _stated(sources: Mapping[str, str]) -> str:
    return "; ".join(f"{directive} {allowed}" for directive, allowed in sources.items())


NAME = "Content-Security-Policy"
CONTENT_POLICY = _stated(_SOURCES)
"""The part of the policy that a page can state of itself, for hosts that send no headers."""

EVERYWHERE: Mapping[str, str] = {
    NAME: f"{CONTENT_POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""The headers of every answer."""

IN_FRAMES = f"{CONTENT_POLICY}; frame-ancestors *"
"""The policy of the pages that are made for other sites' frames."""


def policy_with(script: bytes) -> str:
    """The policy of every answer for a page that has a script within it: that very one may run, and no other there."""
    digest = b64encode(sha256(script).digest()).decode()
    allowed = {**_SOURCES, "script-src": f"{_SOURCES['script-src']} 'sha256-{digest}'"}
    return f"{_stated(allowed)}; frame-ancestors 'none'"


class HeaderRule(NamedTuple):
    """Headers for the answers below a path. Those that are named as replaced are not sent as a wider rule has them."""

    path: str
    headers: Mapping[str, str]
    replaced: tuple[str, ...] = ()


def header_rules(site: str) -> list[HeaderRule]:
    """The rules for a site that stands at a path of its host, in the order in which they apply."""
    framed = [
        f"{site}{language_folder(language)}councils/{document}/embed/*"
        for language in LANGUAGES
        for document in (":council", ":council/:kind")
    ]
    return [HeaderRule(f"{site}*", EVERYWHERE), *(HeaderRule(path, {NAME: IN_FRAMES}, (NAME,)) for path in framed)]
