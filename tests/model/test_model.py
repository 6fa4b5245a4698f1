"""What a protocol is made of: dates as far as they are known, and emphasis in its words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocolau.language.marks import Span, plain, spans
from protocolau.read.dates import PartialDate

DATES = {
    "2016-04-27": (date(2016, 4, 27), date(2016, 4, 27)),
    "2018-03": (date(2018, 3, 1), date(2018, 3, 31)),
    "2020-02": (date(2020, 2, 1), date(2020, 2, 29)),
    "2019-02": (date(2019, 2, 1), date(2019, 2, 28)),
    "2018": (date(2018, 1, 1), date(2018, 12, 31)),
    "0974-12": (date(974, 12, 1), date(974, 12, 31)),
}
NO_DATES = """2019-02-30|2019-13|2019-00|2019-09-00|0000|2019-9-25|25-09-2019|19-09-25|2019/09/25|2019-09-25T00:00
|2019-|2019-09-|27 April 2016|April 2016|20190925|２０１９| 2019|2019 ||-2019"""


@pytest.mark.parametrize("written", DATES)
def test_a_date_is_known_to_the_day_the_month_or_the_year(written: str):
    known = PartialDate.parse(written)
    assert (known.first_day, known.last_day) == DATES[written]
    assert str(known) == written
    precision = [part for part in (known.year, known.month, known.day) if part is not None]
    assert len(precision) == len(written.split("-"))


@pytest.mark.parametrize("written", NO_DATES.replace("\n", "").split("|") + ["2019\n"])
def test_what_is_no_date_is_refused(written: str):
    with pytest.raises(ValueError):
        PartialDate.parse(written)


@given(st.dates(), st.integers(1, 3))
def test_a_date_is_read_as_it_is_written(day: date, precision: int):
    known = PartialDate(*(day.year, day.month, day.day)[:precision])
    assert PartialDate.parse(str(known)) == known
    assert known.first_day <= day <= known.last_day


MARKS = {
    "plain words": [Span("plain words")],
    "a **bold** word": [Span("a "), Span("bold", strong=True), Span(" word")],
    "*slanting*": [Span("slanting", emphasis=True)],
    "**bold *and slanting***": [Span("bold ", strong=True), Span("and slanting", strong=True, emphasis=True)],
    r"2 \* 3 and \\": [Span("2 * 3 and \\")],
    r"*\**": [Span("*", emphasis=True)],
    r"C:\council": [Span(r"C:\council")],
    "": [Span("")],
    "****": [],
}


@pytest.mark.parametrize("marked", MARKS)
def test_stars_mark_emphasis_and_a_backslash_takes_their_meaning_away(marked: str):
    assert list(spans(marked)) == MARKS[marked]
    assert plain(marked) == "".join(span.text for span in MARKS[marked])


@pytest.mark.parametrize("marked", ["*", "a *b", "**a*", "a ** b", r"*a\*", "***"])
def test_emphasis_that_is_not_closed_is_refused(marked: str):
    with pytest.raises(ValueError):
        plain(marked)


@given(st.text().map(lambda text: text.replace("*", "")))
def test_words_without_stars_always_have_a_plain_form(text: str):
    assert plain(text) == text.replace("\\\\", "\\")


@given(st.text(min_size=1), st.sampled_from([("", False, False), ("*", False, True), ("**", True, False)]))
def test_words_whose_stars_are_escaped_come_through_any_emphasis(text: str, look: tuple[str, bool, bool]):
    mark, strong, emphasis = look
    marked = mark + text.replace("\\", r"\\").replace("*", r"\*") + mark
    assert plain(marked) == text
    assert {(span.strong, span.emphasis) for span in spans(marked) if span.text} <= {(strong, emphasis)}
