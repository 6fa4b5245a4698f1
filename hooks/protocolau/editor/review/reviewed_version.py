"""The version that is being reviewed, as its file stands on the disk at this moment."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from http import HTTPStatus

from protocolau.editor.edited_unit import council_folder
from protocolau.editor.request_guard import Refusal
from protocolau.library.library import Library
from protocolau.model import assemble
from protocolau.model.protocol import Version
from protocolau.model.provision import Provision
from protocolau.model.statements import Statement
from protocolau.read.document import Location, PlainValue, YamlDocument
from protocolau.repository.reading_files import read_shape
from protocolau.rules.versions import places_to_look_at
from protocolau.schema.leaving_out import value_at
from protocolau.schema.shapes import ProtocolShape
from protocolau.translation.memory import name_in_council

DOUBT, DOCUMENT = "doubt", "document"
"""The orders in which there is something to look at: the likeliest wrong first, or that of the document."""


@dataclass(frozen=True, slots=True)
class ReviewedProvision:
    """A provision or cell with its place in the file, and what there is to look at."""

    provision: Provision
    at: Location
    looks: tuple[str, ...]
    sure: int | None
    depth: int
    written: PlainValue
    """As the file has it."""

    @property
    def sureness(self) -> int:
        """How sure it is that nothing has to be changed: less than any suggestion where its number or place is odd."""
        return -1 if set(self.looks) - {"tags"} else self.sure or 0

    @property
    def name(self) -> str:
        """Its place, as a form names it."""
        return "/".join(map(str, self.at))

    def says(self, statement: Statement | None, tag: str) -> bool:
        """Whether the file itself says something of a statement, and not what stands above it."""
        text = value_at(self.written, ("text",))
        own = text[statement.position] if isinstance(text, list) and statement else self.written
        return isinstance(own, Mapping) and tag in own


@dataclass(frozen=True)
class ReviewedVersion:
    """A version with everything that its file says of it, suggested or confirmed."""

    version: Version
    located: tuple[tuple[Location, Provision], ...]
    document: YamlDocument

    @property
    def fingerprint(self) -> str:
        """Tells the file as it is now from whatever it may hold later."""
        return sha256(self.document.text.encode()).hexdigest()

    @cached_property
    def provisions(self) -> tuple[ReviewedProvision, ...]:
        """Every provision and cell, in the order of the file."""
        return tuple(self._provisions())

    def _provisions(self) -> Iterator[ReviewedProvision]:
        for at, provision in sorted(self.located, key=lambda one: self._place(one[1])):
            written = value_at(self.document.data, at)
            values = written if isinstance(written, Mapping) else {}
            looks, sure = values.get("look_at") or (), values.get("sure")
            depth = sum(step in ("items", "provisions", "rows") for step in at)
            named = (looks,) if isinstance(looks, str) else tuple(look for look in looks if isinstance(look, str))
            yield ReviewedProvision(provision, at, named, int(sure) if isinstance(sure, str) else None, depth, written)

    def _place(self, provision: Provision) -> int:
        return self._order[provision.anchor]

    @cached_property
    def _order(self) -> dict[str, int]:
        return {anchor: place for place, anchor in enumerate(self.version.provisions)}

    @property
    def left(self) -> int:
        """How many provisions a person has still to look at."""
        return len(list(places_to_look_at(self.document.data)))

    def find(self, name: str) -> ReviewedProvision:
        """The provision of a name. Raises Refusal where there is none."""
        found = next((one for one in self.provisions if one.name == name), None)
        if found is None:
            raise Refusal(HTTPStatus.NOT_FOUND, "unknown")
        return found

    def to_look_at(self, order: str) -> list[ReviewedProvision]:
        """What a person has still to look at: the likeliest wrong first, or as the document has it."""
        left = [one for one in self.provisions if one.looks]
        return left if order == DOCUMENT else sorted(left, key=lambda one: one.sureness)

    def next_after(self, name: str, order: str, now: "ReviewedVersion") -> str | None:
        """The name of the next one to look at after one, or of the first of all, as the file is now; None for none."""
        left = [one.name for one in now.to_look_at(order)]
        names = [one.name for one in (self.to_look_at(order) if order == DOUBT else self.provisions)]
        behind = names[names.index(name) + 1 :] if name in names else names
        return next((one for one in behind if one in left), left[0] if left else None)


def reviewed_version(library: Library, query: Mapping[str, str]) -> ReviewedVersion:
    """Reads the version that is asked for by `council` and `version`, named as it is within its council.

    What is asked is looked up by name, and never becomes part of a path. Raises Refusal.
    """
    council = library.councils.get(query.get("council", ""))
    versions = council.versions if council else ()
    version = next((one for one in versions if name_in_council(one) == query.get("version")), None)
    if council is None or version is None or not council_folder(council).is_dir():
        raise Refusal(HTTPStatus.NOT_FOUND, "unknown")
    document, shape, problems = read_shape(version.path, ProtocolShape)
    if document is None or shape is None or problems:
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "faulty", what=problems[0])
    written, located = assemble.version(document, shape, version.council, version.kind)
    return ReviewedVersion(written, tuple(located), document)
