"""What is out of shape, left out of the data, so that the rules can judge everything else in the same pass."""

from copy import deepcopy
from typing import Any

from protocolau.read.document import Location

_STUB = {"text": "…"}
"""Stands for an entry of a list that cannot be read, so that those after it keep their places."""
_NEEDED = {"title": "…", "language": "en", "body": [_STUB]}
"""What stands for a key of a protocol without which nothing could be judged."""


def leave_out(data: Any, detail: dict, is_protocol: bool) -> bool:
    """Takes the value that a validator's error detail names out of the data; False where that cannot be done."""
    at = _to_be_taken(detail, is_protocol)
    if is_protocol and len(at) == 1 and at[0] in _NEEDED and isinstance(data, dict):
        data[at[0]] = deepcopy(_NEEDED[at[0]])
        return True
    holder = data
    for part in at[:-1]:
        holder = inner(holder, part)
    return bool(at) and _take(holder, at[-1])


def _to_be_taken(detail: dict, is_protocol: bool) -> Location:
    """The faulty value itself, or what cannot stand without the value that is missing in it."""
    at = location(detail)
    is_needed = is_protocol and len(at) == 1 and at[0] in _NEEDED
    if detail["type"] == "missing" and not is_needed:
        at = at[:-1]
    return at[:-1] if detail.get("input") == _STUB else at  # a list that has no room for a stub goes as a whole


def _take(holder: Any, part: str | int) -> bool:
    if isinstance(holder, list) and isinstance(part, int) and part < len(holder):
        holder[part] = dict(_STUB)
        return True
    if isinstance(holder, dict) and part in holder:
        del holder[part]
        return True
    return False


def inner(holder: Any, part: str | int) -> Any:
    """What stands at a key or position of a value, or None."""
    try:
        return holder[part]
    except (KeyError, IndexError, TypeError):
        return None


def location(detail: dict) -> Location:
    """Where in the document a validator's error detail points."""
    return tuple(detail["loc"])
