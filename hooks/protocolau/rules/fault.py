"""What a rule yields: a fault at a place in a document."""

from typing import NamedTuple

from protocolau.read.document import Location, YamlDocument
from protocolau.read.problem import Problem


class Fault(NamedTuple):
    """Where in a document something is wrong, what is wrong, and what to do about it."""

    location: Location
    what: str
    remedy: str

    def in_document(self, document: YamlDocument) -> Problem:
        """The fault with the file and the line of its place."""
        return Problem(document.path, document.line(self.location), self.what, self.remedy)
