"""What would grow with the square of the councils, and does not."""

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from protocolau.comparison import shared_texts
from protocolau.comparison.shared_texts import SharedTexts
from protocolau.render.pages import coverage, topics
from tests.rendering import render_context

TEXTS = st.lists(st.binary(min_size=1, max_size=1), max_size=12, unique=True)


@given(st.lists(TEXTS, min_size=2, max_size=12), st.integers(1, 6), st.integers(0, 4))
def test_those_with_the_most_texts_in_common_are_those_that_counting_one_by_one_finds(texts, most, common):
    texts_of = {f"{place:02}": said for place, said in enumerate(texts)}
    before, shared_texts.COMMON = shared_texts.COMMON, common
    try:
        shared = SharedTexts(texts_of)
    finally:
        shared_texts.COMMON = before
    for slug, own in texts_of.items():
        others = [other for other in texts_of if other != slug]
        expected = sorted(others, key=lambda other: (-len({*own} & {*texts_of[other]}), other))
        assert shared.nearest(slug, most) == expected[:most]


def test_a_table_of_coverage_leads_to_those_beside_it_and_the_first_alone_to_all(monkeypatch, the_five):
    for name, value in (("COLUMNS", 1), ("MOST_PARTS", 3), ("BESIDE", 1)):
        monkeypatch.setattr(coverage, name, value)
    pages = [one for one in coverage.pages(render_context(the_five, "en")) if hasattr(one, "title")]
    links = [LexborHTMLParser(one.content).css("nav.parts a") for one in pages]
    led_to = [[(link.attributes["href"] or "").strip("\x02/").rpartition("/")[2] for link in some] for some in links]
    assert led_to[0] == ["coverage", "2", "3", "4", "5"]
    assert led_to[3] == ["coverage", "3", "4", "5"]


def test_what_every_page_of_a_topic_says_is_worked_out_once(monkeypatch, the_five):
    monkeypatch.setattr("protocolau.comparison.edition.WORDINGS_ON_A_PAGE", 1)
    made = []
    leading = topics._leading
    monkeypatch.setattr(topics, "_leading", lambda *said: made.append(1) or leading(*said))
    topic = the_five.vocabulary.topics["mutual-respect"]
    assert len(list(topics.topic_pages(render_context(the_five, "en"), topic))) > 1
    assert len(made) == 1
