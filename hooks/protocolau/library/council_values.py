"""What is worked out of one council or of one of its versions alone, kept as long as the council is as it was.

A value is valid for its owner and the name under which it was asked for. It may be made from the owner's council, the
vocabulary, the words of the interface and our code; whatever else it is made from stands in its name, or in its key.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from io import BytesIO
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from protocolau.model.protocol import Council, Version
from protocolau.runtime.parallel import parallel_map
from protocolau.runtime.value_store import ValueStore, as_written, read

Key = TypeVar("Key")
Value = TypeVar("Value")
Owner = Council | Version
Owned = TypeVar("Owned", Council, Version)
OfEach = dict[str, dict[str, bytes]]
"""By name the values that are kept of each owner together, as they are written, by what each is kept by."""


class CouncilValues:
    """Gives values of councils and versions, and has those made that are not kept.

    A preview keeps them in memory, by the council as it was read. A build keeps them in a store, by the digest of the
    council's files, and not in memory, so that ten thousand councils have room.
    """

    def __init__(self, store: ValueStore | None = None, digest_of: Callable[[str], str | None] = lambda slug: None):
        """`digest_of` gives what changes with any file of a council, by its slug; None where that cannot be told."""
        self._store, self._digest_of = store, digest_of
        self._in_memory: WeakKeyDictionary[Owner, dict[str, Any]] = WeakKeyDictionary()
        self._together: dict[str, dict[Any, Any]] = {}

    def of(self, owner: Owner, name: str, make: Callable[[], Value]) -> Value:
        """A value of a council or a version."""
        if self._store is None:
            values = self._in_memory.setdefault(owner, {})
            if name not in values:
                values[name] = make()
            return values[name]  # type: ignore[no-any-return]
        place = self._place(owner, name)
        return self._store.value(place, make) if place else make()

    def of_each(
        self, owners: Sequence[Owned], name: str, make: Callable[[Owned], Value]
    ) -> Iterator[tuple[Owned, Value]]:
        """Yield each of many owners with a value, as `of` gives it. They are kept in one file, since reading a thousand
        takes long, and each is unfolded when its turn comes, since those of ten thousand councils are large.

        Those of owners that have changed are made again, on all processors where they are many.
        """
        if self._store is None:
            yield from ((owner, self.of(owner, name, partial(make, owner))) for owner in owners)
            return
        places = [self._place(owner, name) for owner in owners]
        kept: dict[str | None, bytes] = self._store.find(f"{name}, of each") or {}
        new = [number for number, place in enumerate(places) if place not in kept]
        made: dict[int, bytes] = {}
        for share, values in parallel_map(new, lambda part: [as_written(make(owners[number])) for number in part]):
            made.update(zip(share, values, strict=True))
        found = [made[number] if number in made else kept[place] for number, place in enumerate(places)]
        if new or len(found) < len(kept):
            self._store.keep(
                f"{name}, of each", {place: one for place, one in zip(places, found, strict=True) if place}
            )
        yield from ((owner, read(BytesIO(one))) for owner, one in zip(owners, found, strict=True))

    def for_part(self) -> "ValuesOfPart":
        """What keeps values as this does, where only some councils are asked: those of each are gathered."""
        return ValuesOfPart(self._store, self._digest_of)

    def take(self, gathered: Iterable["OfEach"]) -> None:
        """Keep what has been gathered of some councils beside what is kept of each."""
        of_each: OfEach = {}
        for part in gathered:
            for name, values in part.items():
                of_each.setdefault(name, {}).update(values)
        for name, values in of_each.items():
            if self._store:
                self._store.keep(f"{name}, of each", (self._store.find(f"{name}, of each") or {}) | values)

    def stands_for(self, council: str) -> str | None:
        """What changes with any file of a council; None where that cannot be told."""
        return self._digest_of(council)

    def of_all(self, name: str, make: Callable[[], Value]) -> Value:
        """A value of no owner: all that it is made from stands in its name. A preview makes it anew."""
        return self._store.value(name, make) if self._store else make()

    def together(self, name: str) -> dict[Key, Value]:
        """Values of no owner as they were kept last, by keys each of which names all that its value is made from."""
        kept = self._store.find(f"{name}, together") if self._store else self._together.get(name)
        return kept or {}

    def keep_together(self, name: str, values: dict[Key, Value]) -> None:
        """Keep such values in the place of those that were kept before."""
        if self._store:
            self._store.keep(f"{name}, together", values)
        else:
            self._together[name] = values

    def _place(self, owner: Owner, name: str) -> str | None:
        """What a value is kept by; None where the council's files have changed since they were read."""
        slug, part = (owner.slug, "") if isinstance(owner, Council) else (owner.council, f"{owner.kind}/{owner.slug}")
        digest = self._digest_of(slug)
        return "\0".join((name, slug, part, digest)) if digest else None


class ValuesOfPart(CouncilValues):
    """Values of some of all councils: `of_each` has them made and gathered, for all of them to be kept together."""

    def __init__(self, store: ValueStore | None, digest_of: Callable[[str], str | None]):
        super().__init__(store, digest_of)
        self.of_each_kept: OfEach = {}
        """What has been gathered."""

    def of_each(
        self, owners: Sequence[Owned], name: str, make: Callable[[Owned], Value]
    ) -> Iterator[tuple[Owned, Value]]:
        """Yield each owner with its value, which is made."""
        gathered = self.of_each_kept.setdefault(name, {})
        for owner in owners:
            value = make(owner)
            if place := self._place(owner, name):
                gathered[place] = as_written(value)
            yield owner, value
