"""JSON without blanks, as files have it that a program reads."""

import orjson


def compact(content: object) -> bytes:
    """What is made of dictionaries with words or numbers for keys, lists and tuples, as JSON. TypeError for anything
    else."""
    return orjson.dumps(content, default=_listed, option=orjson.OPT_NON_STR_KEYS)


def _listed(value: object) -> object:
    """A named tuple as the tuple that it is."""
    if isinstance(value, tuple):
        return tuple(value)
    raise TypeError(f"{type(value).__name__} cannot be written as JSON")
