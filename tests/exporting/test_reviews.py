"""Which reviews are due, and the calendars and feeds of it: read as a calendar program or a feed reader reads them."""

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import feedparser
import icalendar
import pytest
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from protocolau.comparison.index import ComparisonIndex
from protocolau.library.library import Library
from protocolau.read.dates import FIRST_YEAR, LAST_YEAR, PartialDate
from protocolau.render.context import RenderContext
from protocolau.render.page import Asset, Page
from protocolau.render.pages import councils, protocol, reviews
from protocolau.render.pages.news import news_of_all, news_of_council
from tests.rendering import SETTINGS

BETWEEN = date(2024, 7, 31)
"""A day after Bursledon's review was due (March 2018), and the last on which Halewood's (July 2024) is in time."""


def context(library: Library, today: date, language: str = "en") -> RenderContext:
    on_the_day = Library(library.vocabulary, library.councils, today)
    return RenderContext(ComparisonIndex(on_the_day), replace(SETTINGS, today=today), language)


def reviews_page(library: Library, today: date, language: str = "en") -> LexborHTMLParser:
    made = next(one for one in reviews.pages(context(library, today, language)) if isinstance(one, Page))
    return LexborHTMLParser(made.content)


def groups(tree: LexborHTMLParser) -> dict[str, list[tuple[str, str]]]:
    """By heading the documents under it, each with when it is due."""
    return {
        section.css_first("h2").text(): [
            (row.css_first("th").text(strip=True), " ".join(row.css_first("td").text().split()))
            for row in section.css("tr[data-entry]")
        ]
        for section in tree.css("#reviews > section")
    }


def parsed(asset: Asset) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(asset.content)


def calendars(library: Library, today: date, language: str = "en") -> dict[str, icalendar.Calendar]:
    """By path every calendar that lies beside the page."""
    made = reviews.pages(context(library, today, language))
    return {one.path: parsed(one) for one in made if isinstance(one, Asset)}


def test_what_is_overdue_comes_first_then_each_year_then_what_has_no_date(the_five: Library):
    undated = ["Barrow Parish Council", "Conwy County Borough Council", "Taff's Well and Nantgarw Community Council"]
    assert groups(reviews_page(the_five, BETWEEN)) == {
        "Overdue": [("Bursledon Parish Council", "March 2018 (overdue)")],
        "Due in 2024": [("Halewood Town Council", "July 2024")],
        "No date known": [(name, "No date known") for name in undated],
    }
    assert list(groups(reviews_page(the_five, BETWEEN))) == ["Overdue", "Due in 2024", "No date known"]


def test_a_month_is_over_before_its_review_is_overdue(the_five: Library):
    after = groups(reviews_page(the_five, BETWEEN + timedelta(days=1), "cy"))
    assert [due for _, due in after["Yn hwyr"]] == ["Mawrth 2018 (yn hwyr)", "Gorffennaf 2024 (yn hwyr)"]


def bursledon_with(library: Library, **dates: PartialDate) -> Library:
    """A library in which Bursledon's protocol has other dates."""
    version = replace(library.version_shown("bursledon"), **dates)
    document = replace(library.councils["bursledon"].documents["relations"], versions=(version,))
    bursledon = replace(library.councils["bursledon"], documents={"relations": document})
    return Library(library.vocabulary, {**library.councils, "bursledon": bursledon}, BETWEEN)


def test_a_review_that_has_been_done_is_due_no_longer(the_five: Library):
    reviewed = bursledon_with(the_five, reviewed=PartialDate.parse("2018-04"))
    found = groups(reviews_page(reviewed, BETWEEN))
    assert "Overdue" not in found
    assert ("Bursledon Parish Council", "No date known") in found["No date known"]
    assert not any("Bursledon" in str(event) for one in calendars(reviewed, BETWEEN).values() for event in one.events)


@pytest.mark.parametrize(("today", "due"), [(date(2024, 12, 31), "December 2024"), (date(2025, 1, 1), "No date known")])
def test_a_review_that_may_have_been_done_is_due_until_its_time_is_over(the_five: Library, today: date, due: str):
    dates = {"reviewed": PartialDate(2024), "review_due": PartialDate(2024, 12)}
    found = groups(reviews_page(bursledon_with(the_five, **dates), today))
    assert ("Bursledon Parish Council", due) in sum(found.values(), [])


@pytest.mark.parametrize(
    ("language", "heading", "said"),
    [
        ("en", "May be overdue", "March 2018 (may be overdue)"),
        ("cy", "Gall fod yn hwyr", "Mawrth 2018 (gall fod yn hwyr)"),
    ],
)
def test_the_review_of_what_may_apply_no_longer_is_not_said_to_be_overdue(the_five, language, heading, said):
    doubtful = bursledon_with(the_five, withdrawn=PartialDate(2024))
    page = reviews_page(doubtful, BETWEEN, language)
    assert groups(page)[heading] == [("Bursledon Parish Council", said)]
    rows = [[cell.text().strip() for cell in row.css("th, td")] for row in page.css("#by-kind tr")]
    assert rows[0][3] == heading and ["0", "1", "0", "1", "2"] in [row[2:] for row in rows]


@pytest.mark.parametrize("day", [f"{FIRST_YEAR}-01-01", f"{LAST_YEAR}-12-31"])
def test_the_first_and_the_last_day_that_a_file_may_name_have_their_event(the_five: Library, day: str):
    due = PartialDate.parse(day)
    for made in calendars(bursledon_with(the_five, review_due=due), BETWEEN).values():
        assert [one.start for one in made.events if "Bursledon" in str(one)] in ([due.first_day], [])


def test_the_counts_by_nation_and_kind_add_up(the_five: Library):
    rows = reviews_page(the_five, BETWEEN).css("#by-kind tbody tr")
    said = [[cell.text().strip() for cell in row.css("th, td")] for row in rows]
    assert ["England", "Parish council", "1", "0", "1", "2"] in said
    assert sum(int(row[-1]) for row in said) == 5


def test_the_page_of_reviews_alone_says_for_which_day_it_was_made(the_five: Library):
    days = BETWEEN - timedelta(days=2), BETWEEN - timedelta(days=1)
    said = [reviews_page(the_five, day, "cy").css_first(".as-at").text() for day in days]
    assert "29 Gorffennaf 2024" in said[0] and "30 Gorffennaf 2024" in said[1]
    lists = [[one.content for one in councils.pages(context(the_five, day))] for day in days]
    assert lists[0] == lists[1]
    files = [[one for one in reviews.pages(context(the_five, day)) if isinstance(one, Asset)] for day in days]
    assert files[0] == files[1]
    assert news_of_all(context(the_five, days[0])) == news_of_all(context(the_five, days[1]))


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_review_is_a_whole_day_with_a_reminder(the_five: Library, language: str):
    (event,) = parsed(
        reviews.council_calendar(context(the_five, BETWEEN, language), the_five.councils["halewood"])
    ).walk("VEVENT")
    assert event.decoded("dtstart") == date(2024, 7, 31)  # the last day of the month that is known
    assert event.decoded("dtend") == date(2024, 8, 1)
    assert event["dtstart"].params["value"] == "DATE"
    assert event["uid"] == "halewood.relations.2022-07-12.review@protocols.example"
    assert event.decoded("dtstamp").date() == date(2022, 7, 12)
    assert event["summary"].params["language"] == language
    assert {"en": "July 2024", "cy": "Gorffennaf 2024"}[language] in event["description"]
    (alarm,) = event.walk("VALARM")
    assert (alarm["action"], alarm.decoded("trigger")) == ("DISPLAY", timedelta(days=-28))


def test_there_is_a_calendar_for_all_and_for_each_nation(the_five: Library):
    found = calendars(the_five, BETWEEN)
    events = {
        path: sorted(event["uid"].partition(".")[0] for event in one.walk("VEVENT")) for path, one in found.items()
    }
    assert events == {
        "reviews/reviews.ics": ["bursledon", "halewood"],
        "reviews/england.ics": ["bursledon", "halewood"],
        "reviews/wales.ics": [],
    }


@pytest.mark.parametrize("today", [date(2022, 1, 1), BETWEEN])
def test_a_page_leads_to_the_calendar_where_its_review_is_in_it(the_five: Library, today: date):
    rendering = context(the_five, today)
    halewood = the_five.councils["halewood"]
    (page, *_) = protocol.pages(rendering, halewood.documents["relations"])
    has_event = bool(parsed(reviews.council_calendar(rendering, halewood)).walk("VEVENT"))
    assert ("reviews.ics" in page.content) == has_event == (today == BETWEEN)


def test_every_calendar_is_one_that_programs_accept(library_with_a_sixth: Library):
    rendering = context(library_with_a_sixth, BETWEEN)
    own = [reviews.council_calendar(rendering, one) for one in library_with_a_sixth.councils.values()]
    for one in [*map(parsed, own), *calendars(library_with_a_sixth, BETWEEN).values()]:
        assert (one["version"], one["calscale"], one["method"]) == ("2.0", "GREGORIAN", "PUBLISH")
        assert one["prodid"] and one["x-wr-calname"]
        assert one.subcomponents, "a calendar has at least one component"
        assert not [fault for part in one.walk() for fault in part.errors]
    for asset in own:
        assert asset.content.count(b"\n") == asset.content.count(b"\r\n")
        assert all(len(line) <= 75 for line in asset.content.split(b"\r\n"))


def test_a_review_is_the_same_event_in_every_calendar_and_after_a_change_of_name(the_five: Library):
    halewood = the_five.councils["halewood"]
    before = parsed(reviews.council_calendar(context(the_five, BETWEEN), halewood))
    moved = replace(halewood, slug="halewood-and-district", formerly=("halewood",))
    library = Library(the_five.vocabulary, {**the_five.councils, moved.slug: moved}, BETWEEN)
    after = calendars(library, BETWEEN, "cy")["reviews/england.ics"]
    (uid,) = {event["uid"] for event in before.walk("VEVENT")}
    assert uid in {event["uid"] for event in after.walk("VEVENT")}


FEEDS = etree.RelaxNG(file=str(Path(__file__).parents[1] / "atom.rng"))


def read(asset: Asset) -> feedparser.FeedParserDict:
    FEEDS.assertValid(etree.fromstring(asset.content))
    found = feedparser.parse(asset.content)
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def test_every_feed_is_one_by_the_rules_of_the_format(library_with_a_sixth: Library):
    for language in ("en", "cy"):
        rendering = context(library_with_a_sixth, BETWEEN, language)
        feeds = [
            news_of_all(rendering),
            *(news_of_council(rendering, one) for one in library_with_a_sixth.councils.values()),
        ]
        for found in map(read, feeds):
            ids = [entry.id for entry in found.entries]
            assert len(ids) == len(set(ids))
            assert (found.feed.language, found.feed.links[0].href) == (language, found.feed.id)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b"<updated>2022-07-12T00:00:00Z</updated>", b""),
        (b"T00:00:00Z", b""),
        (b'rel="self"', b'rel="own"'),
        (b"<id>https:", b"<id>"),
        (b"<name>Halewood Town Council</name>", b""),
        (b"<summary>", b"<summary/><summary>"),
    ],
)
def test_a_feed_that_breaks_them_is_told(the_five: Library, right: bytes, wrong: bytes):
    whole = news_of_all(context(the_five, BETWEEN)).content
    assert right in whole
    assert not FEEDS.validate(etree.fromstring(whole.replace(right, wrong)))


def test_the_feed_has_every_version_that_has_a_date_the_newest_first(the_five: Library):
    found = read(news_of_all(context(the_five, date(2026, 1, 1))))
    assert [entry.id.rpartition("councils/")[2] for entry in found.entries] == [
        "halewood/2022-07-12/",
        "taffs-well-and-nantgarw/2019-09-25/",
        "barrow/2019-07-16/",
        "bursledon/2016-04-27/",
    ]
    assert found.feed.updated == found.entries[0].updated == "2022-07-12T00:00:00Z"
    assert found.feed.id == "https://protocols.example/reviews/atom.xml"


def test_a_version_of_a_month_is_the_news_of_the_day_from_which_it_counts(the_five: Library):
    """A program that shows the newest first would else put it behind what it has shown for weeks."""
    made = news_of_all(context(bursledon_with(the_five, adopted=PartialDate(2022, 7)), BETWEEN))
    first, second, *_ = read(made).entries
    assert ["bursledon" in one.id for one in (first, second)] == [True, False]
    assert (first.published, first.updated) == ("2022-07-31T00:00:00Z", "2022-07-31T00:00:00Z")


def test_a_version_is_no_news_before_its_day(the_five: Library):
    found = read(news_of_all(context(the_five, date(2022, 7, 11))))
    assert "halewood" not in found.entries[0].id
    assert read(news_of_all(context(the_five, date(2022, 7, 12)))).entries[0].title == (
        "Halewood Town Council: version of 12 July 2022"
    )


def test_a_council_without_a_date_has_a_feed_without_entries(the_five: Library):
    found = read(news_of_council(context(the_five, BETWEEN), the_five.councils["conwy"]))
    assert (found.entries, found.feed.updated) == ([], "1970-01-01T00:00:00Z")


@pytest.mark.parametrize(("language", "verdict"), [("en", "Reworded"), ("cy", "Ailgeiriwyd")])
def test_a_new_version_says_what_changed_in_it(library_with_a_sixth: Library, language: str, verdict: str):
    library = library_with_a_sixth
    rendering = context(library, date(2026, 1, 1), language)
    entry = read(news_of_council(rendering, library.councils["llanffug"])).entries[0]
    content = entry.content[0]
    assert entry.link == rendering.url("councils/llanffug/2024-05-14/")
    assert content.type == "text/html" and verdict in content.value
    assert f"{rendering.url('councils/llanffug/changes/')}#since-2021-03" in content.value
    told = re.findall(r".\[(?:taken out|put in|tynnwyd allan|rhoddwyd i mewn):", LexborHTMLParser(content.value).text())
    assert told and [one for one in told if not one[0].isspace()] == []
    for words in LexborHTMLParser(content.value).css("del i, ins i"):
        around = words.parent.parent.attributes.get("lang", language)
        assert words.attributes.get("lang", around) == language, words.html
    assert entry.summary and "<" not in entry.summary
    assert entry.published == "2024-05-14T00:00:00Z"
    assert entry.updated == "2025-01-01T00:00:00Z"  # reviewed in 2025, no more is known


def test_the_review_of_a_version_is_moved_by_the_data_alone(the_five: Library):
    halewood = the_five.councils["halewood"]
    version = the_five.version_shown("halewood")
    later = replace(version, review_due=PartialDate(2030, 5, 4))
    document = replace(halewood.documents["relations"], versions=(later,))
    library = Library(the_five.vocabulary, {"halewood": replace(halewood, documents={"relations": document})}, BETWEEN)
    assert groups(reviews_page(library, BETWEEN)) == {"Due in 2030": [("Relations protocol", "4 May 2030")]}
