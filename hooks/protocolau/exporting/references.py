"""A version as an entry for reference managers: BibTeX, RIS and CSL-JSON."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from protocolau.read.dates import PartialDate

FILES = ("citation.bib", "citation.ris", "citation.csl.json")
"""What the entries beside a version are called."""

_LANGUAGES = {"en": "english", "cy": "welsh"}
"""The languages as BibTeX's babel calls them."""
_SPECIAL = str.maketrans(
    {character: f"\\{character}" for character in "&%$#_{}"}
    | {"\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}"}
)
"""What TeX would take for more than a letter."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What an entry says of a version."""

    id: str
    author: str
    title: str
    kind: str
    """What kind of document it is; and where the words are a translation that the council has not adopted, that."""
    language: str
    """That of the words at the address."""
    url: str
    adopted: PartialDate | None
    undated: str
    """The words that say that there is no date."""


def entries(reference: Reference) -> Iterator[tuple[str, bytes]]:
    """Every form of an entry, with the name of its file."""
    made = (_bibtex(reference), _ris(reference), _csl(reference))
    yield from zip(FILES, (text.encode() for text in made), strict=True)


def _bibtex(one: Reference) -> str:
    fields = {
        "author": f"{{{one.author.translate(_SPECIAL)}}}",  # one name, whatever "and" is in it
        "title": f"{{{one.title.translate(_SPECIAL)}}}",
        "institution": f"{{{one.author.translate(_SPECIAL)}}}",
        "type": one.kind.translate(_SPECIAL),
        **_bibtex_date(one),
        "url": one.url,
        "langid": _LANGUAGES[one.language],
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@techreport{{{one.id},\n{lines}\n}}\n"


def _bibtex_date(one: Reference) -> dict[str, str]:
    """The date for today's programs, and the year for those of old; that there is none as a note."""
    if one.adopted is None:
        return {"note": one.undated}
    return {"date": str(one.adopted), "year": str(one.adopted.year)}


def _ris(one: Reference) -> str:
    tags = [("TY", "RPRT"), ("AU", one.author), ("TI", one.title), ("PB", one.author), ("M3", one.kind)]
    if one.adopted:
        parts = str(one.adopted).split("-") + ["", ""]
        tags += [("PY", parts[0]), ("DA", "/".join(parts[:3]))]
    else:
        tags += [("N1", one.undated)]
    tags += [("LA", one.language), ("UR", one.url), ("ID", one.id), ("ER", "")]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in tags)


def _csl(one: Reference) -> str:
    item: dict[str, object] = {
        "id": one.id,
        "type": "report",
        "author": [{"literal": one.author}],
        "title": one.title,
        "genre": one.kind,
        "publisher": one.author,
        "language": one.language,
        "URL": one.url,
    }
    if one.adopted:
        item["issued"] = {"date-parts": [[int(part) for part in str(one.adopted).split("-")]]}
    else:
        item["note"] = one.undated
    return json.dumps([item], ensure_ascii=False, indent=1) + "\n"
