"""Garbage is collected when it is told to be, and not object by object as a process ends."""

import gc
import subprocess
import sys

import pytest

from protocolau.runtime.garbage import collection_paused, garbage_kept_young


def circles(number: int) -> list[list]:
    """Lists that hold themselves: only a collection takes them back."""
    made: list[list] = [[] for _ in range(number)]
    for one in made:
        one.append(one)
    return made


def collections() -> int:
    return sum(generation["collections"] for generation in gc.get_stats())


def test_nothing_is_collected_while_it_is_paused_nor_for_its_sake_afterwards():
    with collection_paused():
        before = collections()
        made = circles(100_000)
        assert not gc.isenabled() and collections() == before
    assert gc.isenabled() and len(gc.get_objects(generation=0)) < 1000
    del made
    assert gc.collect() >= 100_000


def test_a_pause_within_a_pause_does_not_end_it():
    with collection_paused():
        with collection_paused(), garbage_kept_young():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_is_young_is_collected_when_it_is_told_to_be():
    with collection_paused():
        old = circles(1000)
        with garbage_kept_young():
            del old
            circles(1000)
            assert 1000 <= gc.collect(0) < 2000
    assert gc.collect() >= 1000


ENDING = """
import sys
from protocolau.runtime.garbage import left_to_the_system

class Told:
    def __del__(self):
        print("taken down")

holder = [Told()]
if sys.argv[1] == "left":
    left_to_the_system(holder)
sys.exit(3)
"""


@pytest.mark.parametrize(("how", "said"), [("left", ""), ("kept", "taken down\n")])
def test_what_is_left_to_the_system_is_not_taken_down_and_the_status_stays(how: str, said: str):
    ended = subprocess.run([sys.executable, "-c", ENDING, how], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (3, said, "")
