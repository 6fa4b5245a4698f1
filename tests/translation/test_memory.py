"""The memory finds what was translated anywhere, says how near it is, and stays quick."""

from time import perf_counter

from hypothesis import given, settings
from hypothesis import strategies as st

from protocolau.translation.memory import EXACT, Memory, TranslatedPair, UnitAddress, remember


def pair(source: str, target: str, place: str = "aber undated 1.1", state: str = "draft") -> TranslatedPair:
    return TranslatedPair(source, target, state, UnitAddress(*place.split(" ", 2)))


LONG = "Members and officers treat each other with respect at every meeting of the council."
LIKE = LONG.replace("every meeting", "any meeting")
FAR = "The clerk keeps the minutes."


def test_equal_words_are_exact_and_near_ones_are_not():
    memory = Memory([pair(LONG, "Hir"), pair(FAR, "Pell")])
    assert memory.nearest(LONG)[0].likeness == EXACT
    near = memory.nearest(LIKE)[0]
    assert (near.source, near.target, near.places) == (LONG, "Hir", (UnitAddress("aber", "undated", "1.1"),))
    assert 90 <= near.likeness < EXACT and not near.is_exact


def test_nothing_is_said_where_nothing_is_near():
    assert Memory([pair(FAR, "Pell")]).nearest(LONG) == ()
    assert Memory([]).nearest(LONG) == ()


def test_a_difference_of_case_alone_is_not_exact():
    assert Memory([pair("Officers", "Swyddogion")]).nearest("OFFICERS", least=0)[0].likeness < EXACT
    assert Memory([pair("a" * 999, "A")]).nearest("a" * 1000)[0].likeness == EXACT - 1


def test_of_equals_the_asking_councils_own_comes_first_then_the_best_vouched_for_then_the_most_used():
    memory = Memory(
        [
            pair(FAR, "Drafft 1", "a undated 1"),
            pair(FAR, "Drafft 2", "b undated 1"),
            pair(FAR, "Drafft 2", "c undated 1"),
            pair(FAR, "Adolygwyd", "d undated 1", "reviewed"),
        ]
    )
    asked = [match.target for match in memory.nearest(FAR, count=3)]
    assert asked == ["Adolygwyd", "Drafft 2", "Drafft 1"]
    assert memory.nearest(FAR, UnitAddress("a", "undated", "9"))[0].target == "Drafft 1"


def test_what_stands_in_the_asking_place_is_no_help_to_it():
    memory = Memory([pair(LONG, "Hir", "a undated 1"), pair(LIKE, "Tebyg", "a undated 2")])
    assert [match.target for match in memory.nearest(LONG, UnitAddress("a", "undated", "1"), count=5)] == ["Tebyg"]


def test_equal_pairs_are_kept_once_with_every_place_and_the_best_state():
    memory = Memory([pair(FAR, "Pell", "a undated 1"), pair(FAR, "Pell", "b undated 1", "reviewed")])
    (match,) = memory
    assert match.state == "reviewed" and [place.council for place in match.places] == ["a", "b"]


def test_the_library_is_remembered_in_both_directions(library):
    welsh, english = remember(library, "en", "cy"), remember(library, "cy", "en")
    (found,) = welsh.nearest("Background")
    assert found.target == "Cefndir" and str(found.places[0]) == "taffs-well-and-nantgarw 2019-09-25 1 heading"
    assert english.nearest("Cefndir")[0].target == "Background"


def test_an_answer_among_twelve_thousand_sentences_takes_no_time():
    """1,000 generated councils have about this many distinct sentences. The bound is generous: it takes 3 ms."""
    memory = Memory(
        pair(f"{LONG} {number} {FAR * (number % 5)}", "Hir", f"c{number} undated 1") for number in range(12_000)
    )
    begun = perf_counter()
    for number in range(20):
        assert memory.nearest(f"{LONG} {number} and more")
    assert perf_counter() - begun < 2


@settings(deadline=None)
@given(st.text(), st.lists(st.text(min_size=1), max_size=8), st.integers(0, 99))
def test_leaving_out_texts_by_their_length_leaves_out_no_match(asked, sources, least):
    everything = Memory(pair(source, "X", f"c undated {index}") for index, source in enumerate(sources))
    found = {match.source: match.likeness for match in everything.nearest(asked, count=99, least=least)}
    alone = {}
    for source in sources:
        alone |= {match.source: match.likeness for match in Memory([pair(source, "X")]).nearest(asked, least=0)}
    assert found == {source: likeness for source, likeness in alone.items() if likeness >= least}
