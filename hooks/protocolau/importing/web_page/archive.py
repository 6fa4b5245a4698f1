"""Web pages that were saved in one file with all that belongs to them (.mhtml), as browsers and Word write them."""

import re
from codecs import BOM_UTF8
from email import message_from_bytes
from email.message import Message

from protocolau.importing.packed_files import Unreadable

_BEGINS = re.compile(rb"[\w-]+:")
_IS_ONE = re.compile(rb"^MIME-Version:", re.IGNORECASE | re.MULTILINE)
_HEAD = 4000
"""Bytes at the beginning that say what a file is."""
_PAGES = {"text/html", "application/xhtml+xml"}


def page_of(data: bytes) -> bytes:
    """The page of such a file, and any other page as it is. Raises Unreadable where there is none."""
    head = data[:_HEAD].removeprefix(BOM_UTF8)
    if not (_BEGINS.match(head) and _IS_ONE.search(head)):
        return data
    for part in message_from_bytes(data.removeprefix(BOM_UTF8)).walk():
        if part.get_content_type() in _PAGES and (page := _bytes(part)):
            return page
    raise Unreadable("there are no words in the file", "check that the right file was named")


def _bytes(part: Message) -> bytes:
    """A page in UTF-8 where the file says in which encoding it is, else in that which it names itself."""
    page = part.get_payload(decode=True)
    if not isinstance(page, bytes):
        return b""
    try:
        return BOM_UTF8 + page.decode(part.get_content_charset("")).encode()
    except (LookupError, UnicodeError):
        return page
