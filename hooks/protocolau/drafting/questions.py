"""What a draft asks: where words that were another council's need a choice before they can be one's own."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import yaml

from protocolau.drafting.commonest import DraftParagraph
from protocolau.language import LANGUAGES
from protocolau.language.marks import plain
from protocolau.library.library import Library
from protocolau.model.vocabulary import Bilingual, Topic
from protocolau.runtime import yaml_loader

_FIGURE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|ten|twelve|fourteen|twenty|thirty"
    r"|dau|dwy|tri|tair|pedwar|pedair|pum|pump|chwe|chwech|saith|wyth|deg|deuddeg|ugain)\b",
    re.IGNORECASE,
)
_ALL = frozenset(("members", "officers", "both", "public", "council", "other-bodies"))
"""Parties of which nobody asks who they are."""
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:;…])[\W_]*$")
"""The end of what stands before the first word of a sentence."""


class Questions:
    """Asks of the words of a draft, once for each thing that is asked."""

    def __init__(self, library: Library, language: str):
        self._library, self._language = library, language
        self._asked: set[str] = set()
        names = {name for council in library.councils.values() for one in (council.name, council.short_name)
                 for name in (one.en, one.cy)}  # fmt: skip
        kinds = {name[code] for name in library.vocabulary.kinds.values() for code in LANGUAGES}
        words = sorted({*names, *kinds}, key=len, reverse=True)
        self._councils = re.compile("|".join(map(_as_written, words)))
        self._ordinary = _ordinary(filter(_is_one_word, names), library)

    def about(self, paragraph: DraftParagraph) -> Iterator[Bilingual]:
        """What is to be decided about a paragraph."""
        if paragraph.rare:
            yield self.about_topic(paragraph.rare)
        text = " ".join(plain(one.text) for one in paragraph.words)
        if names := dict.fromkeys(self._names(text)):
            yield _question("council", names=", ".join(names))
        if any(one.statement.refers_to for one in paragraph.words):
            yield _question("reference")
        elif _FIGURE.search(text):
            yield _question("figure")
        if names := dict.fromkeys(self._offices(text)):
            yield _question("office", names=", ".join(names))

    def _names(self, text: str) -> Iterator[str]:
        """The councils, and the kinds of them, that a text names: not with an ordinary word that begins a sentence."""
        for found in self._councils.finditer(text):
            if found[0].lower() not in self._ordinary or not _SENTENCE_BEGINS.search(text[: found.start()]):
                yield found[0]

    def about_topic(self, topic: Topic) -> Bilingual:
        """What is to be decided about a topic of which one council alone speaks."""
        words = _questions()["rare"]
        return Bilingual(words["en"].format(topic=topic.name.en), words["cy"].format(topic=topic.name.cy))

    def _offices(self, text: str) -> Iterator[str]:
        """The bodies and persons that a text names for the first time in the draft."""
        for found in self._library.party_finders[self._language].find(text):
            name = text[found.start : found.end]
            if not _ALL.issuperset(found.meanings) and name.casefold() not in self._asked:
                self._asked.add(name.casefold())
                yield name


def _is_one_word(name: str) -> bool:
    return name.isalpha()


def _as_written(name: str) -> str:
    """A regular expression for a name: that of one word with its capital, for it may be a word besides: Reading."""
    name, capitals = re.escape(name), re.escape(name.upper())
    return rf"\b(?:{name}|{capitals})\b" if _is_one_word(name) else rf"(?i:\b{name}\b)"


def _ordinary(names: Iterable[str], library: Library) -> frozenset[str]:
    """Those of some names of one word that documents have as a word of their own, without a capital. What stands in an
    address is none."""
    words = "|".join(sorted({re.escape(name.lower()) for name in names})) or "(?!)"
    ordinary = re.compile(rf"(?<![\w@./-])(?:{words})(?![\w@/-]|\.\w)")
    documents = (one for council in library.councils.values() for one in council.documents.values())
    texts = (said.text for one in documents for version in one.versions for said in version.statements)
    return frozenset(found for text in texts for found in ordinary.findall(text))


def together(questions: list[Bilingual]) -> Bilingual | None:
    """Several questions as one text."""
    if not questions:
        return None
    return Bilingual(" ".join(one.en for one in questions), " ".join(one.cy for one in questions))


def _question(name: str, **values: str) -> Bilingual:
    words = _questions()[name]
    return Bilingual(words["en"].format(**values), words["cy"].format(**values))


@cache
def _questions() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = yaml.load(
        Path(__file__).with_suffix(".yml").read_text("utf-8"), Loader=yaml_loader.SafeLoader
    )
    return found
