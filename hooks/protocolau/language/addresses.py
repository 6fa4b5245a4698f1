"""E-mail and web addresses in running text: no words of any language."""

import re

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"”’]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
    r"|(?<![\w.-])(?:[a-z0-9-]{1,63}\.)+(?:uk|cymru|wales|com|org|net|eu|gov)(?:/[^\s<>\"”’]*)?(?!\w)",
    re.IGNORECASE,
)
"""What stands before the @ and each part between dots are as long as RFC 5321 and RFC 1035 allow: a longer run of
letters is no address, and is not searched for one from each of its letters."""


_MAY_HAVE_ONE = re.compile(r"\w[.@]\w|//")


def without_addresses(text: str) -> str:
    """A text with spaces where it had addresses: every other word stands where it stood."""
    return _ADDRESS.sub(lambda address: " " * len(address[0]), text) if _MAY_HAVE_ONE.search(text) else text


def places_of_addresses(text: str) -> list[tuple[int, int]]:
    """Where the addresses of a text begin and end."""
    return [one.span() for one in _ADDRESS.finditer(text)] if _MAY_HAVE_ONE.search(text) else []


def addresses_in(text: str) -> list[str]:
    """The addresses of a text, as they are written."""
    return _ADDRESS.findall(text)
