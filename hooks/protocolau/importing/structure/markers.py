"""Numbers and bullets typed at the start of a line, and what kind of number each is."""

import re
from dataclasses import dataclass
from functools import lru_cache

from protocolau.importing.lines import BULLET
from protocolau.language.months import ENGLISH, WELSH

_BULLETS = "•·‣⁃∙◦●○❍▪▫■□◻❑❒◆◇⧫⬥⬧❖➢➤➲►▶✓✔➔→⇨§\uf0b7\uf0a7"
_DASHES = "–—−-"
_WELSH_LETTERS = [
    "a",
    "b",
    "c",
    "ch",
    "d",
    "dd",
    "e",
    "f",
    "ff",
    "g",
    "ng",
    "h",
    "i",
    "j",
    "l",
    "ll",
    "m",
    "n",
    "o",
    "p",
    "ph",
    "r",
    "rh",
    "s",
    "t",
    "th",
    "u",
    "w",
    "y",
]
_NAMED = {
    "part": "part", "rhan": "part", "section": "section", "adran": "section", "chapter": "chapter",
    "pennod": "chapter", "schedule": "schedule", "atodlen": "schedule", "annex": "annex", "annexe": "annex",
    "appendix": "appendix", "atodiad": "appendix", "article": "article", "erthygl": "article",
    "addendum": "annex", "rule": "article", "rheol": "article",
}  # fmt: skip
DIVISIONS = {"part", "section", "chapter", "schedule", "annex", "appendix", "article"}
"""Kinds of number that a word names."""

_ROMAN = r"(?a:(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3}))"
"""Letters of the alphabet alone: whatever case is left out, İ and ſ are none of them."""
_LETTERS = r"(?a:ch|dd|ff|ng|ll|ph|rh|th|(?P<same>[a-z])(?P=same)|[a-z])"
_FIGURE = r"\d{1,3}(?:[a-z](?![a-z]))?"
_MARKER = re.compile(
    rf"""
    (?P<dotted>{_FIGURE}(?:\.{_FIGURE})+(?:\.?\(\w{{1,4}}\))*)(?P<after_dotted>[.:)]?)
    | (?P<open>[(\[]?)(?:(?P<figure>{_FIGURE})|(?P<roman>{_ROMAN})(?=[).:\]])|(?P<letters>{_LETTERS}))
      (?P<close>[)\]]|[.:](?:[)])?|\.?[{_DASHES}](?=\s*\(1\))|)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NAMED_MARKER = re.compile(
    rf"(?P<word>{'|'.join(_NAMED)})(?P<gap>[ \t\xa0]+|(?=[.:{_DASHES}]|$))"
    rf"(?P<number>\d{{1,3}}[a-z]?(?:\.\d{{1,3}})*|{_ROMAN}|[a-z])?(?P<close>[.:)]?)(?=$|[\s:.({_DASHES}])",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"(?P<letter>[A-Z])(?P<figures>\d{1,2}(?:\.\d{1,2})*)(?P<close>[.:)]?)(?=\s)")
"""`A1.` and `B2.3`: numbers of a part that a letter names. Without a stop or a point inside, A4 is paper."""
_BULLET = re.compile(rf"[{_BULLETS}][ \t\xa0]*|[*+{_DASHES}][ \t\xa0]+(?=\S)|o(?:[ \xa0]?\t|[ \xa0]{{2,}})[ \t]*(?=\S)")
_LETTER_OF_FIGURE = re.compile(r"\d([a-z])\b", re.IGNORECASE)
_ENUMERATED = re.compile(r"(?:\d{1,3}\.|\d{1,3}(?:\.\d{1,3})+\.?)[—–-]{1,2}(?=\(\d)")
_CITES_LAW = re.compile(
    r"(?:\w+ \d{1,3}[A-Z]? of )?(?:[\w’'&(][\w’'&()-]* ){0,9}(?:(?:Act|Order|Measure|Regulations) (?:19|20)\d\d\b"
    r"|(?:19|20)\d\d Act\b)|Deddf (?:[\w’'&()-]+ ){0,9}(?:19|20)\d\d\b"
)
"""What stands after a number that is a law's: "Section 47 Firearms Act 1968"."""
_APPENDED = {"annex", "appendix", "schedule"}
_OF_ANOTHER = re.compile(
    r"(?:(?:to|of) (?:(?:the|this|our|its) )?|[io](?:['’]r)? )"
    r"(?:(?:[A-Z\d][\w/’'&–-]*|protocol|code|constitution|policy|scheme|and|on|of|for|ar|ac?)(?: (?!$)|$)){1,10}"
)
"""What stands after the number of an appendix, and names what that belongs to: "Annex A to Section 7"."""
_GOES_ON = re.compile(
    r"(?:of|to|and|or|above|below|is|are|shall|must|\w*\s*[,(]|[a-z]\w+ |(?:OF THE|[iI]['’][rR]|[oO]['’][rR]) )"
)
"""What stands after a number where it begins a sentence, or says of what it is one: "Part 5 of the Constitution"."""
_NOT_AFTER_A_FIGURE = re.compile(
    rf"[ \t\xa0]*(?:(?i:(?:{'|'.join((*ENGLISH, *WELSH))})\b|per cent|%|[ap]\.?m\b)|(?:years?|months?|weeks?|days?|"
    r"hours?|minutes?|percent|million|mis\b|diwrnod|blynedd|wythnos)|(?:o|of|to|and|or|st|nd|rd|th)\b|/|-\d|:\d|,\d)"
)
"""What goes on a sentence behind a figure: a measure, with a small letter. "3.4 Minutes of meetings" has a number."""


@dataclass(frozen=True, slots=True)
class Marker:
    """A number as printed, and what it is."""

    printed: str
    kind: str
    """`bullet`, `dotted`, `figure`, `letter`, `roman`, or what a word calls it: `part`, `schedule` …"""
    form: str = ""
    """How it is set: `(#)`, `#)`, `#.`, `#`."""
    value: tuple[int, ...] = ()
    """Its place in a count; where a letter may be a Roman numeral too, `other` is that."""
    other: int | None = None
    capital: bool = False
    sure: bool = True
    """Whether it can hardly be anything else than a number."""


def marker_of(printed: str) -> Marker:
    """What a number is that a list has printed."""
    if printed == BULLET:
        return Marker(BULLET, "bullet", BULLET)
    found, rest = typed_marker(f"{printed} x", listed=True)
    if found and rest == "x":
        return found
    figures = re.findall(r"\d+", printed)
    kind = "dotted" if len(figures) > 1 else "figure" if figures else "other"
    return Marker(printed, kind, re.sub(r"\w+", "#", printed), tuple(map(int, figures)))


def typed_marker(text: str, listed: bool = False) -> tuple[Marker | None, str]:
    """The number or bullet that a line begins with, and the words after it."""
    text = text.lstrip()
    if match := _BULLET.match(text):
        return Marker(BULLET, "bullet", match[0].strip()), text[match.end() :]
    if (match := _NAMED_MARKER.match(text)) and (found := _named(match, text)):
        return found, text[len(found.printed) :].lstrip(" \t\xa0")
    if match := _ENUMERATED.match(text):
        figures = tuple(map(int, re.findall(r"\d+", match[0])))
        kind, form = ("dotted", "#.#") if len(figures) > 1 else ("figure", "#.—")
        return Marker(match[0], kind, form, figures), text[match.end() :].lstrip()
    if (match := _LETTERED.match(text)) and (
        listed or match["close"] or "." in match["figures"] or text[match.end()] == "\t"
    ):
        figures = (1000 + ord(match["letter"]), *map(int, match["figures"].split(".")))
        return Marker(match[0], "dotted", "A#", figures), text[match.end() :].lstrip(" \t\xa0")
    match = _MARKER.match(text)
    if match is None:
        return None, text
    found = _dotted(match, text, listed) if match["dotted"] else _single(match, text, listed)
    return (found, text[match.end() :].lstrip(" \t\xa0\n")) if found else (None, text)


def _named(match: re.Match[str], text: str) -> Marker | None:
    """`PART 2`, `Appendix A`: at the head of a line that is no sentence about it."""
    kind, number = _NAMED[match["word"].lower()], match["number"]
    if number is None and kind not in _APPENDED:
        return None
    if match["word"][0].islower():
        return None
    after = text[match.end() :].strip()
    appended = kind in _APPENDED and (_OF_ANOTHER.fullmatch(after) or after.isupper())
    if _GOES_ON.match(after) and not re.match(rf"[:{_DASHES}]", after) and not appended:
        return None
    if _CITES_LAW.match(after):
        return None
    if number is None:
        rest = text[len(match["word"]) :]
        dash = re.match(rf"\s*[:{_DASHES}](?=\s*\S)", rest)
        if rest.strip() and (not dash or ":" in dash[0] and kind == "schedule"):
            return None
        return Marker(f"{match['word']}{dash[0] if dash else ''}", kind, "word", (), capital=match["word"].isupper())
    if number.isalpha() and number.islower() and not match["word"].islower() and len(number) == 1 and after:
        return None  # "Section a" begins a sentence as often as not
    dash = re.match(rf"\s*[:{_DASHES}](?=\s*\S)", text[match.end() :])
    printed = f"{match['word']}{match['gap']}{number}{match['close']}{dash[0] if dash else ''}"
    return Marker(printed, kind, "word", _count(number), capital=match["word"].isupper())


def _count(number: str) -> tuple[int, ...]:
    if figures := re.findall(r"\d+", number):
        return tuple(map(int, figures))
    if re.fullmatch(_ROMAN, number, re.IGNORECASE) and number.lower() not in ("c", "d"):
        return (roman_value(number),)
    return (ord(number.lower()) - ord("a") + 1,)


def _dotted(match: re.Match[str], text: str, listed: bool) -> Marker | None:
    number, after = match["dotted"], text[match.end() :]
    if after and not after[0].isspace() and not _words_begin(after):
        return None
    figures = tuple(int(figure) for figure in re.findall(r"\d+", number))
    if match["after_dotted"] == "" and after[:1] != "\t" and _NOT_AFTER_A_FIGURE.match(after):
        return None
    year = number.split(".")[-1]
    if (
        len(figures) == 3
        and not listed
        and year.isdigit()
        and (figures[2] > 1900 or len(year) == 2 and figures[1] <= 12 and figures[0] > 12)
    ):
        return None  # a date
    if len(figures) == 2 and not figures[1]:
        figures = figures[:1]  # "1.0 Introduction" holds 1.1
    return Marker(number + match["after_dotted"], "dotted", "#.#", figures)


def _single(match: re.Match[str], text: str, listed: bool) -> Marker | None:
    opening, closing, after = match["open"], match["close"], text[match.end() :]
    if bool(opening) and closing[-1:] not in (")", "]"):
        return None
    if not closing:
        return _bare(match, after, listed)
    dashed = closing[-1] in _DASHES
    if not dashed and after and not after[0].isspace() and not _words_begin(after, closing):
        return None
    form = f"{opening}#{closing}"
    return _of_kind(match, match[0], form, sure=bool(opening) or ")" in closing or bool(match["figure"]))


def _bare(match: re.Match[str], after: str, listed: bool) -> Marker | None:
    """A figure without punctuation: only where a word with a capital, or a list, makes it likely."""
    if match["figure"] is None:
        if not listed or match[0].strip() == "":
            return None
        return _of_kind(match, match[0], "#", sure=True)
    if not listed and (_NOT_AFTER_A_FIGURE.match(after) or len(match["figure"]) > 2):
        return None
    if after and not after[0].isspace() and not (after[0].isupper() and after[1:2].islower()):
        return None
    words = after.strip()
    if not listed and words and not (words[0].isupper() or words[0] in "‘“'\""):
        return None
    return _of_kind(match, match[0], "#", sure=listed or after[:1] == "\t" or words.isupper())


def _of_kind(match: re.Match[str], printed: str, form: str, sure: bool) -> Marker:
    if match["figure"]:
        figure = int(re.match(r"\d+", match["figure"])[0])  # type: ignore[index]
        return Marker(printed, "figure", form, (figure,), sure=sure)
    written = match["roman"] or match["letters"]
    capital = written.isupper()
    letter = letter_value(written.lower())
    if re.fullmatch(_ROMAN, written, re.IGNORECASE):
        value = roman_value(written)
        if letter is None:
            return Marker(printed, "roman", form, (value,), capital=capital, sure=sure)
        return Marker(printed, "letter", form, (letter,), other=value, capital=capital, sure=sure)
    return Marker(printed, "letter", form, (letter or 0,), capital=capital, sure=sure)


def _words_begin(after: str, closing: str = "") -> bool:
    """Whether words may begin here though no space stands before them."""
    if closing and closing[-1] in ")]":
        return after[0].isalpha() or after[0] in "‘“'\"("
    return after[0].isupper() or after[0] in "‘“" or (after[0].islower() and closing == "")


def roman_value(written: str) -> int:
    """The value of a Roman numeral."""
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    found = [values[letter] for letter in written.lower()]
    return sum(-one if one < max(found[index:], default=0) else one for index, one in enumerate(found))


def letter_value(written: str) -> int | None:
    """The place of a letter in a list that goes on aa, bb after z; None for what is no such letter."""
    if len(set(written)) == 1 and written not in ("ff", "dd", "ll"):
        return ord(written[0]) - ord("a") + 1 + 26 * (len(written) - 1)
    return {letter: 100 + place for place, letter in enumerate(_WELSH_LETTERS)}.get(written)


@lru_cache(maxsize=4096)
def follows(one: Marker, other: Marker) -> bool:
    """Whether a number may come directly after another in one list: the next, in either alphabet."""
    if one.kind in ("letter", "roman") and other.kind in ("letter", "roman"):
        return (
            _plain_step(one, other)
            or _doubled_step(one, other)
            or _welsh_step(one, other)
            or (one.other or (one.value[0] if one.kind == "roman" else -9)) + 1
            == (other.other or (other.value[0] if other.kind == "roman" else -9))
        )
    lettered = "letter" in (one.kind, other.kind) or "roman" in (one.kind, other.kind)
    if lettered or not one.value or len(one.value) != len(other.value) or one.value[:-1] != other.value[:-1]:
        return False
    return other.value[-1] == one.value[-1] + 1 or _inserted(one, other)


def _inserted(one: Marker, other: Marker) -> bool:
    """Whether a number was put in between later, as (2A) after (2), and (2B) after that."""
    before, after = (_LETTER_OF_FIGURE.search(marker.printed) for marker in (one, other))
    if one.value != other.value or after is None:
        return False
    return ord(after[1].lower()) == (ord(before[1].lower()) + 1 if before else ord("a"))


def _doubled_step(one: Marker, other: Marker) -> bool:
    """Whether both are doubled letters, one after the other: (cc) and (dd)."""
    first, second = _bare_letters(one), _bare_letters(other)
    doubled = all(len(letters) == 2 and letters[0] == letters[1] for letters in (first, second))
    return doubled and ord(first[0]) + 1 == ord(second[0])


def _plain_step(one: Marker, other: Marker) -> bool:
    return one.kind == other.kind == "letter" and one.value[0] + 1 == other.value[0]


def _welsh_step(one: Marker, other: Marker) -> bool:
    first, second = _bare_letters(one), _bare_letters(other)
    if first not in _WELSH_LETTERS or second not in _WELSH_LETTERS:
        return False
    return _WELSH_LETTERS.index(first) + 1 == _WELSH_LETTERS.index(second)


def _bare_letters(one: Marker) -> str:
    return re.sub(r"\W", "", one.printed).lower()
