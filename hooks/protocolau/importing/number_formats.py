"""How a count is written: 3, iii, C, third, in every form that a list in Word may ask for."""

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_CHICAGO = "*†‡§"
_LARGEST_ROMAN = 32_767


def written(count: int, form: str, custom: str = "") -> str:
    """A count in a form by its name in Word. A form that is not known is written in figures, as Word does."""
    if form == "custom":
        return _custom(count, custom)
    return _FORMS.get(form, str)(count)


def roman(count: int) -> str:
    """A count in small Roman numerals; nothing for 0."""
    text = ""
    for value, letters in _ROMAN:
        times, count = divmod(count, value)
        text += letters * times
    return text


def letters(count: int) -> str:
    """A count in small letters: a to z, then aa, bb, cc."""
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if count > 0 else ""


def _ordinal(count: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{'th' if 10 < count % 100 < 20 else ending}"


def _cardinal_words(count: int) -> str:
    if count < 20:
        return _UNITS[count]
    if count < 100:
        tens, rest = divmod(count, 10)
        return _TENS[tens - 1] + (f"-{_UNITS[rest]}" if rest else "")
    for value, name in ((1000, "thousand"), (100, "hundred")):
        if count >= value:
            times, rest = divmod(count, value)
            return f"{_cardinal_words(times)} {name}" + (f" {_cardinal_words(rest)}" if rest else "")
    return str(count)


def _ordinal_words(count: int) -> str:
    words = _cardinal_words(count)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    start, last = words[:cut], words[cut:]
    return start + (_ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"))


def _chicago(count: int) -> str:
    return _CHICAGO[(count - 1) % 4] * ((count - 1) // 4 + 1) if count > 0 else ""


def _enclosed(first: int, last: int) -> Callable[[int], str]:
    return lambda count: chr(first + count - 1) if 1 <= count <= last else str(count)


def _custom(count: int, pattern: str) -> str:
    """Zeros before a count, as `001, 002, 003, ...` asks for them."""
    width = len(pattern.partition(",")[0].strip())
    return str(count).zfill(width) if set(pattern) <= set("0123456789, .…") else str(count)


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "none": lambda count: "",
    "bullet": lambda count: "",
    "decimalZero": lambda count: f"{count:02}",
    "upperRoman": lambda count: roman(count).upper() if count <= _LARGEST_ROMAN else str(count),
    "lowerRoman": lambda count: roman(count) if count <= _LARGEST_ROMAN else str(count),
    "upperLetter": lambda count: letters(count).upper(),
    "lowerLetter": letters,
    "ordinal": _ordinal,
    "cardinalText": lambda count: _cardinal_words(count).capitalize(),
    "ordinalText": lambda count: _ordinal_words(count).capitalize(),
    "hex": lambda count: f"{count:X}",
    "chicago": _chicago,
    "numberInDash": lambda count: f"- {count} -",
    "decimalEnclosedCircle": _enclosed(0x2460, 20),
    "decimalEnclosedCircleChinese": _enclosed(0x2460, 20),
    "decimalEnclosedParen": _enclosed(0x2474, 20),
    "decimalEnclosedFullstop": _enclosed(0x2488, 20),
    "decimalFullWidth": lambda count: "".join(chr(ord(figure) + 0xFEE0) for figure in str(count)),
    "decimalHalfWidth": str,
}
