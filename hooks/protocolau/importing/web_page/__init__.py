"""A web page, read without what stands around its text: its lists, tables, looks and notes as a browser shows them."""

from protocolau.importing.web_page.document import blocks_of, read

__all__ = ["blocks_of", "read"]
