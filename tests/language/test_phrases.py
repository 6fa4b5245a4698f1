"""One matcher finds terms, parties and policies in running text, in whatever form they stand and in their sense."""

import pytest
import yaml

from protocolau.language import LANGUAGES
from protocolau.language.marks import plain
from protocolau.language.phrases import PhraseFinder
from protocolau.library.library import Library
from protocolau.translation.reading import Reading
from tests.conftest import FIVE, ROOT

FIRST_PLACES = ROOT / "tests" / "terms" / "first_places.yml"
"""By council and language every term that stands in its protocol: where it stands first, and in which words."""


def found(text: str, language: str, *phrases: str, excepted: tuple[tuple[str, str], ...] = ()) -> list[tuple[str, str]]:
    """The words found, each with the phrase of which they are a form."""
    finder = PhraseFinder(((phrase, phrase) for phrase in phrases), excepted, language)
    return [(text[one.start : one.end], "/".join(one.meanings)) for one in finder.find(text)]


@pytest.mark.parametrize(
    ("text", "language", "phrase", "words"),
    [
        ("Os cadarnheir achwyniad neu gŵyn, cyfeirir", "cy", "cwyn", ["gŵyn"]),
        (
            "y Pwyllgor Safonau'r, a Phwyllgor Safonau",
            "cy",
            "pwyllgor safonau",
            ["Pwyllgor Safonau'r", "Phwyllgor Safonau"],
        ),
        ("yn gyfystyr â thorri’r Cod", "cy", "torri'r cod", ["thorri’r Cod"]),
        ("torri cod", "cy", "torri'r cod", []),
        ("yr is-gadeirydd", "cy", "cadeirydd", []),
        ("eu hetholwyr", "cy", "etholwyr", ["hetholwyr"]),
        ("GWYBODAETH GYFRINACHOL", "cy", "gwybodaeth gyfrinachol", ["GWYBODAETH GYFRINACHOL"]),
        ("the Council’s agreed procedures", "en", "council", ["Council"]),
        ("Vice Chairmen of Committees", "en", "vice chairman", ["Vice Chairmen"]),
        ("local authorities", "en", "local authority", ["local authorities"]),
        ("breaches of the Code of Conduct", "en", "breach of the code of conduct", ["breaches of the Code of Conduct"]),
        ("a town. Council members", "en", "town council", []),
        ("the Good Councillors Guide", "en", "good councillor's guide", ["Good Councillors Guide"]),
        ("councillorship", "en", "councillor", []),
        ("see https://www.aber.gov.uk/constitution/ or the constitution", "en", "constitution", ["constitution"]),
        ("e-mail the clerk: clerk@aber-council.gov.uk.", "en", "clerk", ["clerk"]),
        ("gweler aber.llyw.cymru/cyngor/cyfansoddiad, neu'r cyfansoddiad", "cy", "cyfansoddiad", ["cyfansoddiad"]),
    ],
)
def test_a_phrase_is_found_in_whatever_form_it_stands(text, language, phrase, words):
    assert [each for each, _ in found(text, language, phrase)] == words


def test_the_longest_phrase_is_taken_and_looked_through_no_more():
    assert found("the code of conduct", "en", "conduct", "code of conduct", "code") == [
        ("code of conduct", "code of conduct")
    ]


def test_a_phrase_of_several_meanings_has_them_all_in_their_order():
    finder = PhraseFinder([("etholwyr", "constituents"), ("etholwyr", "electorate")], [], "cy")
    assert finder.find("yr etholwyr")[0].meanings == ("constituents", "electorate")


def test_an_excepted_phrase_takes_away_one_meaning_and_no_other():
    phrases = [("leadership", "principle"), ("community", "place"), ("community leadership", "role")]
    finder = PhraseFinder(phrases[:2], [("community leadership", "principle")], "en")
    assert [one.meanings for one in finder.find("community leadership and leadership")] == [("place",), ("principle",)]
    finder = PhraseFinder(phrases, [("community leadership", "principle")], "en")
    assert [one.meanings for one in finder.find("community leadership")] == [("role",)]


SENSES = [
    # language, text, terms that it does not hold, terms that it does
    ("en", "provide community leadership", {"leadership"}, set()),
    ("en", "the Nolan principles: leadership", set(), {"leadership", "nolan-principles"}),
    ("en", "A Council’s reputation and integrity", {"integrity"}, {"council"}),
    ("en", "monitor and review Council performance", {"review"}, {"council"}),
    ("en", "the review of this protocol", set(), {"review"}),
    ("en", "members of the community", {"member"}, set()),
    ("en", "has delegated authority to act", {"authority"}, set()),
    ("en", "the provision of information", {"provision"}, set()),
    ("cy", "Eu rôl yw rhoi cyngor i'r Cyngor", set(), {"council"}),
    ("cy", "gwybodaeth a chyngor", {"council"}, set()),
    ("cy", "atebol i'r etholwyr", {"constituent"}, {"electorate"}),
    ("cy", "ar ran eu hetholwyr", {"electorate"}, {"constituent"}),
    ("cy", "fod yn agored i niwed", {"openness"}, set()),
    ("cy", "newid yng nghyfansoddiad gwleidyddol yr awdurdod", {"constitution"}, {"authority"}),
]


@pytest.mark.parametrize(("language", "text", "without", "terms"), SENSES)
def test_a_term_is_found_in_its_sense(library: Library, language, text, without, terms):
    slugs = {term.slug for term in library.term_finders[language].find(text)}
    assert terms <= slugs and not without & slugs


def terms_of(library: Library, council: str, language: str) -> dict[str, str]:
    """The terms that stand in a protocol as it is read in a language, each with its first place and its words there."""
    version = library.version_shown(council)
    reading = Reading(version, language)
    first: dict[str, str] = {}
    for anchor, provision in version.provisions.items():
        if words := reading.text(provision):
            text = plain(words.text)
            for term in library.term_finders[words.language].find(text):
                first.setdefault(term.slug, f"{anchor}: {text[term.start : term.end]}")
    return first


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("council", FIVE)
def test_the_terms_of_each_protocol_are_those_that_were_read_one_by_one(library: Library, council: str, language: str):
    read = yaml.safe_load(FIRST_PLACES.read_text("utf-8"))
    assert terms_of(library, council, language) == read[council][language]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Councillors can expect training and development; they attend in their day to day work."),
        ("cy", "Hyfforddi a datblygu, a bod yn bresennol o ddydd i ddydd, i bob aelod o staff."),
    ],
)
def test_a_phrase_that_is_fixed_for_translators_alone_is_not_explained(library: Library, language: str, text: str):
    fixed = {slug for slug, term in library.vocabulary.terms.items() if not term.explained}
    found = {term.slug for term in library.term_finders[language].find(text)}
    assert {"can-expect", "day-to-day", "training-and-development", "attendance"} <= fixed and not fixed & found


def test_the_words_that_cite_a_policy_are_found_in_both_languages(library: Library):
    for version in library.relations.versions:
        for language in LANGUAGES:
            reading = Reading(version, language)
            for statement in version.statements:
                words = reading.statement(statement)
                for policy in statement.policies:
                    phrases = library.vocabulary.policies[policy].phrases[words.language]
                    assert found(plain(words.text), words.language, *phrases), (version.council, statement, language)
