"""Markdown as programs write it, the HTML and the tables that are drawn in it included."""

from protocolau.importing.markdown.document import looks_like_markdown, markdown_reading, read

__all__ = ["looks_like_markdown", "markdown_reading", "read"]
