"""E-mail and web addresses in running text: no words of any language."""

import re

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"”’]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w.])(?:[a-z0-9-]+\.)+(?:uk|cymru|wales|com|org|net|eu|gov)(?:/[^\s<>\"”’]*)?(?!\w)",
    re.IGNORECASE,
)


def without_addresses(text: str) -> str:
    """A text with spaces where it had addresses: every other word stands where it stood."""
    return _ADDRESS.sub(lambda address: " " * len(address[0]), text)
