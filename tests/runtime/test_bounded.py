"""What is made once for many is not held for ever."""

from protocolau.runtime import bounded
from protocolau.runtime.bounded import Bounded


def test_the_oldest_is_forgotten_where_there_is_no_more_room(monkeypatch):
    monkeypatch.setattr(bounded, "MOST", 2)
    held: Bounded[str, int] = Bounded()
    for number, key in enumerate("abac"):
        held[key] = number
    assert dict(held) == {"b": 1, "c": 3}
    held["c"] = 4
    assert dict(held) == {"b": 1, "c": 4}
