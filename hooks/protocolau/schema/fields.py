"""The kinds of values that files hold, each with its own faults, and what all mappings have in common."""

import re
import unicodedata
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    InstanceOf,
)
from pydantic_core import PydanticCustomError

from protocolau.language.hidden_characters import is_blank
from protocolau.language.marks import has_loose_mark, plain
from protocolau.read.dates import FIRST_YEAR, LAST_YEAR, ImpossibleYear, PartialDate, date_of_document
from protocolau.read.written_dates import date_meant


def _not_empty(words: str) -> str:
    if is_blank(words):
        raise PydanticCustomError("empty_text", "empty")
    return words


def _unbroken(words: str) -> str:
    if "\n" in words or "\r" in words:
        raise PydanticCustomError("broken_line", "a line break")
    return words


def _line(words: str) -> str:
    return _unbroken(_not_empty(words))


def marks_are_closed(words: str) -> bool:
    """Whether every mark of emphasis that words open is closed in them."""
    try:
        plain(words)
    except ValueError:
        return False
    return True


def _text(words: str) -> str:
    if "\n" in words or "\r" in words or is_blank(words):
        _not_empty(words)
        raise PydanticCustomError("line_break", "a line break")
    return _marks_closed(words) if "*" in words else words


def _marks_closed(words: str) -> str:
    if not marks_are_closed(words):
        raise PydanticCustomError("open_mark", "an unclosed star")
    _not_empty(plain(words))
    return words


def _marks_at_words(words: str) -> str:
    """Adopted words none of whose stars is taken for a mark of emphasis where it is printed as a star."""
    if "*" in words and has_loose_mark(words):
        raise PydanticCustomError("loose_mark", "a star beside a space")
    return words


def _date(written: object) -> PartialDate:
    try:
        if isinstance(written, str):
            return date_of_document(written)
    except ImpossibleYear:
        context = {"written": written, "first": FIRST_YEAR, "last": LAST_YEAR}
        raise PydanticCustomError("impossible_year", "not a year", context) from None
    except ValueError:
        pass
    if isinstance(written, str) and (meant := date_meant(written)):
        raise PydanticCustomError("date_otherwise", "not a date", {"written": written, "meant": str(meant)})
    shown = written if isinstance(written, str) else "not text"
    raise PydanticCustomError("impossible_date", "not a date", {"written": shown})


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""What stands in addresses: the names of folders, and the keys of the vocabulary."""


_NOT_ON_WINDOWS = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\..*)?|.*[<>:\"|?*\\\x00-\x1f].*|.*[ .]",
    re.IGNORECASE | re.DOTALL,
)
"""Names of devices, whatever follows a full stop, and characters that have a meaning of their own there."""


def held_by_every_system(name: str) -> bool:
    """Whether Windows can hold a file or folder of a name, too: where it cannot, nobody there can clone the project."""
    return not _NOT_ON_WINDOWS.fullmatch(name)


def as_some_systems_hold(name: str) -> str:
    """A name as systems hold it that make no difference between capitals, nor between ways to write an accent: of two
    that are alike so, one takes the place of the other there.
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _slug(word: str) -> str:
    if not SLUG.fullmatch(word):
        raise PydanticCustomError("no_slug", "no slug")
    if not held_by_every_system(word):
        raise PydanticCustomError("not_on_windows", "the name of a device")
    return word


_SOURCE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\.(txt|md|pdf|docx|odt|rtf)")
_MADE = ("atom", "comparison", "index", "protocol", "reviews")
"""Names, but for what follows the full stop, of files that the site makes beside a source."""


def _source_name(word: str) -> str:
    """A file name that is its own address, of a kind that no browser executes."""
    if not _SOURCE_NAME.fullmatch(word):
        raise PydanticCustomError("no_source_name", "no name of a source")
    if word.partition(".")[0].lower() in _MADE:  # some systems make no difference between the two
        raise PydanticCustomError("name_of_ours", "a name of another file")
    return word


_WEB_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+\.[A-Za-z0-9-]+(:\d+)?(/[^\s\"<>\\\\^`{|}]*)?")
_E_MAIL = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def _web_address(word: str) -> str:
    """A whole address that a browser opens and that executes nothing."""
    if not _WEB_ADDRESS.fullmatch(word):
        raise PydanticCustomError("no_web_address", "no address")
    return word


def is_contact(word: str) -> bool:
    """Whether it is an address to which one can turn: of e-mail, or of a page."""
    return bool(_E_MAIL.fullmatch(word) or _WEB_ADDRESS.fullmatch(word))


def _contact(word: str) -> str:
    if not is_contact(word):
        raise PydanticCustomError("no_contact", "no contact")
    return word


WebAddress = Annotated[str, AfterValidator(_web_address)]
Contact = Annotated[str, AfterValidator(_contact)]
SourceName = Annotated[str, AfterValidator(_source_name)]
Slug = Annotated[str, AfterValidator(_slug)]
NonEmptyText = Annotated[str, AfterValidator(_not_empty)]
OneLine = Annotated[str, AfterValidator(_unbroken)]
Line = Annotated[str, AfterValidator(_line)]
Text = Annotated[str, AfterValidator(_text)]
AdoptedText = Annotated[Text, AfterValidator(_marks_at_words)]
LONGEST_NUMBER = 100
"""Characters of a number, and of an id that stands for one: they are part of the anchor of all that is inside."""
Number = Annotated[str, Field(max_length=LONGEST_NUMBER), AfterValidator(_line)]


def optional_list(description: str) -> Any:
    """A list that may be left out."""
    return Field(default_factory=list, description=description)


Names = Annotated[list[Line], BeforeValidator(_as_list, json_schema_input_type=str | list[str])]
Texts = Annotated[list[Text], Field(min_length=1), BeforeValidator(_as_list, json_schema_input_type=Line | list[Line])]
_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
Date = Annotated[
    InstanceOf[PartialDate],
    BeforeValidator(_date, json_schema_input_type=Annotated[str, Field(pattern=_DATE)]),
    Field(examples=["2016-04-27", "2018-03", "2018"]),
]


class Shape(BaseModel):
    """What every mapping has in common: no key that is not known."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class BilingualWords(Shape):
    """The same words in English and in Welsh."""

    en: NonEmptyText
    cy: NonEmptyText


class BilingualLine(BilingualWords):
    """The same words in English and in Welsh, each in one line: they stand in titles and in messages."""

    en: Line
    cy: Line
