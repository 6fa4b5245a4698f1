"""/glossary/: the words of council business in both languages, with what they mean."""

from collections.abc import Iterator
from dataclasses import dataclass

from protocolau.language.collation import FOREIGN, alphabet, initial
from protocolau.model.vocabulary import Term
from protocolau.render.context import RenderContext
from protocolau.render.list_tables import glossary_file
from protocolau.render.page import Asset, Page


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """The terms that begin with a letter of the alphabet."""

    letter: str
    terms: list[Term]


def pages(rendering: RenderContext) -> Iterator[Page | Asset]:
    """The glossary, in the alphabetical order of the page's language."""
    t, letters = rendering.messages, list(_letters(rendering))
    yield glossary_file(rendering, (term for group in letters for term in group.terms))
    yield Page(
        language=rendering.language,
        address="glossary/",
        section="glossary",
        title=t("glossary.title"),
        description=t("glossary.description"),
        content=rendering.render("pages/glossary.html", letters=letters),
    )


def _letters(rendering: RenderContext) -> Iterator[LetterGroup]:
    """Every letter of the language, and any other that begins a term."""
    language = rendering.language
    terms: dict[str, list[Term]] = {}
    for term in rendering.in_order(rendering.library.vocabulary.terms.values()):
        terms.setdefault(initial(term.name[language], language), []).append(term)
    for letter in ("", *alphabet(language)):
        if letter in terms or letter and letter not in FOREIGN[language]:
            yield LetterGroup(letter, terms.get(letter, []))
