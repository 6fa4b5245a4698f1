"""Topics and parties as people name them: by their names in the language of the page, or by their keys."""

import difflib
from http import HTTPStatus

from protocolau.editor.request_guard import Refusal
from protocolau.language.folding import lower_with_plain_marks
from protocolau.model.vocabulary import Vocabulary


def name_of(slug: str, vocabulary: Vocabulary, language: str) -> str:
    """The name of a topic or a party; one that the vocabulary does not know by its key."""
    known = vocabulary.topics.get(slug) or vocabulary.parties.get(slug)
    return known.name[language] if known else slug


def names_of(slugs: tuple[str, ...], vocabulary: Vocabulary, language: str) -> str:
    """The names of some, as a field has them."""
    return "; ".join(name_of(slug, vocabulary, language) for slug in slugs)


def slugs_of(field: str, vocabulary: Vocabulary, tag: str, language: str) -> tuple[str, ...]:
    """The keys of what a field names, each between semicolons, once. Raises Refusal for one that is not known."""
    known = vocabulary.topics if tag == "topic" else vocabulary.parties
    by_name = {lower_with_plain_marks(one.name[language]): slug for slug, one in known.items()}
    by_name |= {slug: slug for slug in known}
    found = []
    for named in filter(None, map(str.strip, field.split(";"))):
        slug = by_name.get(lower_with_plain_marks(named))
        if slug is None:
            near = difflib.get_close_matches(lower_with_plain_marks(named), by_name, 1)
            if near:
                meant = name_of(by_name[near[0]], vocabulary, language)
                raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "review.unknown", name=named, meant=meant)
            if tag == "topic":
                raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "review.unknown.topic", name=named)
            raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "review.unknown.party", name=named)
        found.append(slug)
    return tuple(dict.fromkeys(found))
