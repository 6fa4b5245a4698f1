"""What is said of a version while a date known to the month or the year alone may be over already, or still to come."""

from dataclasses import replace
from datetime import date

import pytest

from protocolau.library.library import Library
from protocolau.model.protocol import Document
from protocolau.read.dates import PartialDate
from protocolau.render import comparison_file
from protocolau.render.linked_data import legislation
from protocolau.render.pages.councils import facts
from protocolau.render.standing import standing_notice, standing_words
from tests.conftest import BuiltProject
from tests.rendering import render_context


def test_what_may_have_come_already_is_not_said_to_be_still_to_come(imagined: BuiltProject):
    """Of a month that has begun and is not over nobody knows the day."""
    council = imagined.library.councils["cwmderw"]
    version = replace(council.documents["relations"].versions[1], adopted=PartialDate(2028))
    alone = replace(council, documents={"relations": Document("cwmderw", "relations", (version,))})
    for day, said in (
        (date(2028, 12, 31), "The council is to withdraw it: January 2029."),
        (date(2029, 1, 1), "The council may have withdrawn it already: January 2029."),
    ):
        rendering = render_context(Library(imagined.library.vocabulary, {"cwmderw": alone}, day), "en")
        assert standing_notice(rendering, version).sentences == (said,)
        assert standing_words(rendering, version).startswith(
            "In force since" if "is to" in said else "Came into force:"
        )
        assert ("legislationLegalForce" in legislation(rendering, version)) == ("is to" in said)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "The date of the adoption of this version is not known. "
            "Another version may be in force already: November 2026.",
        ),
        (
            "cy",
            "Ni wyddys dyddiad mabwysiadu’r fersiwn hwn. Gall fersiwn arall fod mewn grym eisoes: Tachwedd 2026.",
        ),
    ],
)
def test_an_undated_version_is_not_the_latest_known_where_another_may_have_come(imagined, language, said):
    council = imagined.library.councils["cwmderw"]
    new = replace(council.documents["relations"].versions[1], adopted=PartialDate(2026, 11), withdrawn=None)
    old = replace(new, adopted=None, slug="undated")
    both = replace(council, documents={"relations": Document("cwmderw", "relations", (old, new))})
    library = Library(imagined.library.vocabulary, {"cwmderw": both}, date(2026, 11, 15))
    rendering = render_context(library, language)
    assert " ".join(standing_notice(rendering, old).sentences) == said
    assert standing_words(rendering, old) in ("Date of adoption not known", "Ni wyddys dyddiad ei fabwysiadu")
    assert not library.is_sure_of(old)


def test_what_may_be_over_is_not_called_that_in_force_where_another_leads_to_it(imagined: BuiltProject):
    """Of two versions, the later of which began on some day of this month, neither is said to be that in force."""
    council = imagined.library.councils["cwmderw"]
    old = replace(council.documents["relations"].versions[1], adopted=PartialDate(2020, 1, 1), withdrawn=None)
    new = replace(old, adopted=PartialDate(2026, 11), slug="2026-11")
    both = replace(council, documents={"relations": Document("cwmderw", "relations", (old, new))})
    for day, said in (
        (date(2026, 10, 31), "Read the version in force"),
        (date(2026, 11, 1), "Version of 1 January 2020"),
    ):
        rendering = render_context(Library(imagined.library.vocabulary, {"cwmderw": both}, day), "en")
        assert standing_notice(rendering, new).ways[0].words == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "It is not known whether this version came into force before the council ended: 20 November 2026."),
        ("cy", "Ni wyddys a ddaeth y fersiwn hwn i rym cyn i’r cyngor ddod i ben: 20 Tachwedd 2026."),
    ],
)
def test_a_version_of_the_month_in_which_its_council_ended_may_have_come_into_force(imagined, language, said):
    council = imagined.library.councils["cwmderw"]
    old = replace(council.documents["relations"].versions[2], adopted=PartialDate(2020, 1, 1), slug="2020-01-01")
    new = replace(old, adopted=PartialDate(2026, 11), slug="2026-11")
    documents = {"relations": Document("cwmderw", "relations", (old, new))}
    ended = replace(council, documents=documents, ended=PartialDate(2026, 11, 20))
    library = Library(imagined.library.vocabulary, {"cwmderw": ended}, date(2026, 11, 25))
    assert standing_notice(render_context(library, language), new).sentences[0] == said


@pytest.mark.parametrize(
    ("language", "may_be", "may_have_been"),
    [
        ("en", "May be in force already: November 2026", "Another version may be in force already: November 2026"),
        (
            "cy",
            "Gall fod mewn grym eisoes: Tachwedd 2026",
            "Gall fersiwn arall fod mewn grym eisoes: Tachwedd 2026",
        ),
    ],
)
def test_a_comparison_says_of_which_version_it_is_not_sure_whether_it_applies(
    imagined, language, may_be, may_have_been
):
    """Of two versions, the later of which began on some day of this month; before it, the first surely applies."""
    council = imagined.library.councils["cwmderw"]
    old = replace(council.documents["relations"].versions[1], adopted=PartialDate(2020, 1, 1), withdrawn=None)
    new = replace(old, adopted=PartialDate(2026, 11), slug="2026-11")
    both = replace(council, documents={"relations": Document("cwmderw", "relations", (old, new))})
    for day, said in ((date(2026, 10, 31), [""]), (date(2026, 11, 1), [may_have_been, may_be])):
        rendering = render_context(Library(imagined.library.vocabulary, {"cwmderw": both}, day), language)
        compared = (comparison_file.of_version(rendering, both, one, "") for one in (old, new)[: len(said)])
        assert [one["standing"] for one in compared] == said


@pytest.mark.parametrize(
    ("day", "said"), [(30, [None, None, "December 2026"]), (31, ["31 December 2026", "December 2026", None])]
)
def test_nothing_is_said_to_have_been_done_on_a_day_that_is_still_to_come(imagined: BuiltProject, day: int, said: list):
    council = imagined.library.councils["cwmderw"]
    issued, reviewed = PartialDate(2026, 12, 31), PartialDate(2026, 12)
    dates = {"issued": issued, "reviewed": reviewed if day == 31 else issued, "review_due": reviewed}
    version = replace(council.documents["relations"].versions[1], **dates)
    alone = replace(council, documents={"relations": Document("cwmderw", "relations", (version,))})
    library = Library(imagined.library.vocabulary, {"cwmderw": alone}, date(2026, 12, day))
    found = facts(render_context(library, "en"), alone, version)
    assert [found.issued, found.reviewed, found.review_due] == said
