"""OpenDocument text, read so that every line carries the number that LibreOffice shows before it."""

from protocolau.importing.open_document.document import read

__all__ = ["read"]
