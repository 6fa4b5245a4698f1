"""The index of what follows from comparing a library: each thing worked out once, and let go of with the index."""

import gc
import weakref

from protocolau.comparison import index, likeness
from protocolau.comparison.index import ComparisonIndex


def counted(monkeypatch, module, name: str) -> list[tuple]:
    """The arguments of every call of a function of a module from now on."""
    calls: list[tuple] = []
    function = getattr(module, name)
    monkeypatch.setattr(module, name, lambda *arguments: calls.append(arguments) or function(*arguments))
    return calls


def test_likenesses_are_worked_out_once_for_every_page(library, monkeypatch):
    calls = counted(monkeypatch, likeness, "likeness_in_wording")
    comparison = ComparisonIndex(library)
    assert calls == [], "nothing is worked out before it is asked for"
    known = comparison.relations.likenesses.all()
    pairs = len(library.councils) * (len(library.councils) - 1) // 2
    assert len(calls) == pairs
    assert (
        comparison.relations.likenesses.all()
        == known
        == {slug: comparison.relations.likenesses.of(slug) for slug in library.councils}
    )
    assert len(calls) == pairs


def test_the_pages_of_a_topic_are_counted_once(library, monkeypatch):
    calls = counted(monkeypatch, index, "page_count")
    comparison = ComparisonIndex(library)
    assert {comparison.page_count("purpose") for _ in range(3)} == {1}
    assert [speaking for speaking, _ in calls] == [len(library.relations.speakers["purpose"])]


def test_nothing_holds_an_index_that_nobody_holds(library):
    comparison = ComparisonIndex(library)
    comparison.relations.likenesses.all()
    comparison.page_count("purpose")
    assert set(comparison.party_names) == {"en", "cy"}
    held = [weakref.ref(comparison), weakref.ref(comparison.relations.likenesses)]
    del comparison
    gc.collect()
    assert [reference() for reference in held] == [None, None]
