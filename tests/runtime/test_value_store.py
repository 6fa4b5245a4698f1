"""What takes long to make is made once for all that it is made from, and nothing foreign is ever read in its place."""

import os
import pickle
from pathlib import Path

import pytest

from protocolau.read.dates import PartialDate
from protocolau.runtime.value_store import ValueStore

DAY = PartialDate(2026, 1)


@pytest.fixture
def made() -> list[PartialDate]:
    """What was made so far."""
    return []


def ask(store: ValueStore, made: list[PartialDate], made_from: str = "a day") -> PartialDate:
    def make() -> PartialDate:
        made.append(DAY)
        return DAY

    return store.value(made_from, make)


def the_file(folder: Path) -> Path:
    (place,) = folder.glob("??/*")
    return place


def test_a_value_is_made_once_by_what_it_is_made_from_and_by_the_recipe(tmp_path: Path, made):
    for recipe, made_from, times in (
        (b"1", "a day", 1),
        (b"1", "a day", 1),
        (b"1", "another", 2),
        (b"2", "another", 3),
    ):
        assert ask(ValueStore(tmp_path, recipe), made, made_from) == DAY
        assert len(made) == times


SPOILT = {
    "cut": lambda content: content[:-1],
    "longer": lambda content: content + b"\0",
    "empty": lambda content: b"",
    "four zeros": lambda content: bytes(4),
    "zeros": lambda content: bytes(len(content)),
    "another letter": lambda content: content[:-2] + bytes([content[-2] ^ 1]) + content[-1:],
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_a_value_that_is_not_as_it_was_written_is_made_again(tmp_path: Path, made, spoil):
    store = ValueStore(tmp_path, b"")
    ask(store, made)
    the_file(tmp_path).write_bytes(spoil(the_file(tmp_path).read_bytes()))
    assert ask(store, made) == DAY and len(made) == 2


def test_what_a_killed_process_has_left_half_written_is_in_nobodys_way(tmp_path: Path, made):
    store = ValueStore(tmp_path, b"")
    ask(store, made)
    place = the_file(tmp_path)
    place.rename(half := place.with_name(f"{place.name}.{os.getpid()}"))
    half.write_bytes(b"half of it")
    assert ask(store, made) == ask(store, made) == DAY and len(made) == 2
    assert not half.exists()


class Command:
    def __reduce__(self):
        return os.mkdir, ("executed",)


def test_nothing_that_lies_in_the_store_is_executed(tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    store = ValueStore(tmp_path / "store", b"")
    store.keep("a day", Command())
    with pytest.raises(pickle.UnpicklingError, match=r"mkdir is not of our own types"):
        store.find("a day")
    assert not Path("executed").exists()


def test_what_nothing_asks_for_is_forgotten(tmp_path: Path, made):
    store = ValueStore(tmp_path, b"")
    ask(store, made)
    store.forget_unused()
    assert ask(store, made) == DAY and len(made) == 1
    os.utime(the_file(tmp_path), (0, 0))
    store.forget_unused()
    assert not list(tmp_path.glob("??/*"))


OTHERS = ["ab/essay.txt", "ab/cd/essay.txt", f"ab/cd{'0' * 62}", f"ab/ab{'0' * 38}", "ab/.new-essay", "cy", "pages/1"]
"""What others may have in a folder to which that of a store is a link: a year's work, objects of git."""


@pytest.mark.parametrize("forget", [ValueStore.forget_unused, ValueStore.forget_all])
def test_what_the_store_has_not_written_is_never_forgotten(tmp_path: Path, made, forget):
    others = tmp_path / "others"
    (tmp_path / "store").symlink_to(others)
    for name in OTHERS:
        (others / name).parent.mkdir(parents=True, exist_ok=True)
        (others / name).write_text("precious", "utf-8")
    (others / "3f").symlink_to(others / "ab")
    (others / "ab" / f"ab{'0' * 62}").symlink_to(others / "ab/cd")
    for name in (f".ab{'1' * 62}.pdf.x.new", f"ab{'2' * 62}.77"):
        (others / "ab" / name).write_text("half", "utf-8")
    ask(ValueStore(tmp_path / "store", b""), made)
    for path in list(others.rglob("*")):
        os.utime(path, (0, 0))
    forget(ValueStore(tmp_path / "store", b""))
    files = sorted(path.relative_to(others).as_posix() for path in others.rglob("*") if path.is_file())
    assert files == sorted(OTHERS)
