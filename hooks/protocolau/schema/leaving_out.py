"""Takes out of the data what is out of shape, so that the rules can judge everything else in the same pass."""

from copy import deepcopy

from pydantic_core import ErrorDetails

from protocolau.read.document import Location, PlainValue

_STUB: dict[str, PlainValue] = {"text": "…"}
"""Stands for an entry of a list that cannot be read, so that those after it keep their places."""
_STUBS: dict[str | int, dict[str, PlainValue]] = {"text": {"says": "…"}}
"""The same for an entry of a list that has another shape, by the key of the list."""
_UNIT_STUB: dict[str, PlainValue] = {"en": "…", "cy": "…"}
_NEEDED: dict[str | int, PlainValue] = {"title": "…", "language": "en", "body": [_STUB]}
"""What stands for a key of a protocol without which nothing could be judged."""


def take_out(data: PlainValue, error: ErrorDetails, is_protocol: bool) -> bool:
    """Takes the value that an error of validation names out of the data itself, and says whether that could be done."""
    location = _location_to_take(error, is_protocol)
    if not location:
        return False
    *above, last = location
    if is_protocol and not above and last in _NEEDED and isinstance(data, dict):
        data[last] = deepcopy(_NEEDED[last])
        return True
    return _take(value_at(data, tuple(above)), last, _stub(tuple(above)))


def value_at(data: PlainValue, location: Location) -> PlainValue:
    """The value at a location of the data, or None where there is none."""
    value = data
    for part in location:
        if isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        elif isinstance(value, dict):
            value = value.get(part)
        else:
            return None
    return value


def _location_to_take(error: ErrorDetails, is_protocol: bool) -> Location:
    """The place of the faulty value itself, or of what cannot stand without the value that is missing in it."""
    location = error["loc"]
    is_needed = is_protocol and len(location) == 1 and location[0] in _NEEDED
    if error["type"] == "missing" and not is_needed:
        location = location[:-1]
    stubs = (_STUB, _UNIT_STUB, *_STUBS.values())
    return location[:-1] if error["input"] in stubs else location  # a list with no room for a stub goes as a whole


def _stub(location: Location) -> dict[str, PlainValue]:
    """What stands for an entry of the list at a location."""
    if location[:1] == ("units",):
        return _UNIT_STUB
    return _STUBS.get(location[-1], _STUB) if location else _STUB


def _take(holder: PlainValue, part: str | int, stub: dict[str, PlainValue]) -> bool:
    """Takes an entry out of a list, where a stub stays in its place, or a key out of a mapping."""
    if isinstance(holder, list) and isinstance(part, int) and part < len(holder):
        holder[part] = dict(stub)
        return True
    if isinstance(holder, dict) and part in holder:
        del holder[part]
        return True
    return False
