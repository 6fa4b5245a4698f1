"""Word's .docx, read so that every line carries the number that Word shows before it."""

from protocolau.importing.word.document import read

__all__ = ["read"]
