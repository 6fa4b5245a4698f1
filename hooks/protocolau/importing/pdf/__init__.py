"""A PDF's text layer, its lines put together and its ruled tables found again."""

from protocolau.importing.pdf.document import read

__all__ = ["read"]
