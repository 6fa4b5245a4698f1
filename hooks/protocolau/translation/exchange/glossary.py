"""The glossary for translators' programs: TBX (ISO 30042, TBX-Basic) and CSV.

What a term is called is preferred, what it is called as well admitted, and a rendering to avoid deprecated. A Welsh
word stands unmutated.
"""

import csv
from collections.abc import Callable, Iterable, Iterator
from io import StringIO
from typing import NamedTuple

from lxml import etree

from protocolau.language import LANGUAGES
from protocolau.model.vocabulary import Term
from protocolau.translation.exchange.written_xml import add, file_of, root_of
from protocolau.translation.exchange.xml import XML

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_STATUS = {"preferred": "preferredTerm-admn-sts", "also": "admittedTerm-admn-sts", "avoid": "deprecatedTerm-admn-sts"}


class _Name(NamedTuple):
    """One word for a term, and whether to use it."""

    text: str
    use: str


def write_tbx(terms: Iterable[Term]) -> bytes:
    """Writes the glossary as TBX-Basic, a concept for each term."""
    attributes = {"type": "TBX-Basic", "style": "dca", f"{XML}lang": "en"}
    root = root_of(NAMESPACE, "tbx", attributes)
    description = add(add(add(root, "tbxHeader"), "fileDesc"), "sourceDesc")
    add(description, "p", "Council Protocols · Protocolau Cynghorau: glossary, geirfa")
    body = add(add(root, "text"), "body")
    for term in terms:
        concept = add(body, "conceptEntry", id=term.slug)
        for language in LANGUAGES:
            section = add(concept, "langSec", **{f"{XML}lang": language})
            add(add(section, "descripGrp"), "descrip", term.explanation[language], type="definition")
            for name in _names(term, language):
                word = add(section, "termSec")
                add(word, "term", name.text)
                add(word, "termNote", _STATUS[name.use], type="administrativeStatus")
    etree.indent(root, " ")
    return file_of(root)


def _names(term: Term, language: str) -> Iterator[_Name]:
    yield _Name(term.name[language], "preferred")
    if term.plural:
        yield _Name(term.plural[language], "preferred")
    yield from (_Name(text, "also") for text in term.also.get(language, ()))
    yield from (_Name(text, "avoid") for text in term.avoid.get(language, ()))


def write_csv(terms: Iterable[Term]) -> bytes:
    """Writes the glossary as a table, a row for each term; words of one kind are divided by a vertical line."""
    table = StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    kinds = ("", "_plural", "_also", "_avoid", "_explanation")
    writer.writerow(["term", *(f"{language}{kind}" for language in LANGUAGES for kind in kinds), "seen", "draft"])
    writer.writerows(_row(term) for term in terms)
    return table.getvalue().encode("utf-8-sig")


def _row(term: Term) -> list[str]:
    cells = [cell for language in LANGUAGES for cell in _cells(term, language)]
    return [term.slug, *cells, term.seen["en"] if term.seen else "", "yes" if term.draft else ""]


def _cells(term: Term, language: str) -> list[str]:
    lists = (term.also.get(language, ()), term.avoid.get(language, ()))
    plural = term.plural[language] if term.plural else ""
    return [term.name[language], plural, *(" | ".join(words) for words in lists), term.explanation[language]]


GLOSSARY_FORMATS: dict[str, Callable[[Iterable[Term]], bytes]] = {"tbx": write_tbx, "csv": write_csv}
"""How the glossary is written, by the name of the format."""
