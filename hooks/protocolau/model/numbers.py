"""Printed numbers: their parts, and the path that they make with the numbers above them."""

import re
from functools import lru_cache

_PART = re.compile(r"\w+")

NumberPath = tuple[str, ...]
"""The printed numbers that lead to a provision, without punctuation: of (a) in (1) in 6.— 6, 1 and a."""


@lru_cache(maxsize=4096)
def is_whole(number: str, above: NumberPath) -> bool:
    """Whether a printed number is whole by itself below the numbers above: 2.1 in 2 is, (1) in 6 and (a) in 3.1 not."""
    parts = number_parts(number)
    if not above or (len(parts) > len(above) and parts[: len(above)] == above):
        return True
    return len(parts) > 1 and number.lstrip()[0].isdigit()


@lru_cache(maxsize=4096)
def path_of(number: str, above: NumberPath) -> NumberPath:
    """The path of a number below others."""
    return number_parts(number) if is_whole(number, above) else above + number_parts(number)


@lru_cache(maxsize=4096)
def number_parts(number: str) -> NumberPath:
    """A printed number without its punctuation, part by part: of `6.—(1)` 6 and 1."""
    return tuple(_PART.findall(number)) or ("number",)


@lru_cache(maxsize=4096)
def bare_number(number: str) -> str:
    """A printed number without its punctuation: `(a)` and `a.` are `a`, `2.1.` is `2.1`."""
    return ".".join(number_parts(number))


def is_letter(path: NumberPath) -> bool:
    """Whether a path is a letter under no number."""
    return len(path) == 1 and not path[0][0].isdigit()


@lru_cache(maxsize=4096)
def printed_path(number: str) -> str:
    """A whole number as it is cited: `2.1.` is `2.1`, `6.—(1)` is `6(1)`."""
    bare = ".".join(number_parts(number))
    if "(" not in number.strip().strip("()"):
        return bare
    first, *others = re.split(r"[^\w.]*\(", number.strip(" ("))
    return continued(".".join(number_parts(first)), *others)


@lru_cache(maxsize=4096)
def continued(above: str, *numbers: str) -> str:
    """A path with numbers that continue it: `9.1` and `d)` are `9.1(d)`."""
    return above + "".join(f"({part})" for number in numbers for part in number_parts(number))
