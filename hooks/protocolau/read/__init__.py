"""Files to values: text and YAML are read here, with the line on which everything stands."""

from protocolau.read.document import Document, Location, read_document

__all__ = ["Document", "Location", "read_document"]
