"""What to say of a file that is of another kind than was asked for."""

_KINDS = {
    "tmx": ("this is a translation memory", "use: protocolau translation memory import FILE"),
    "martif": ("this is a glossary", "terms are written into protocols/vocabulary/glossary.yml by hand"),
    "tbx": ("this is a glossary", "terms are written into protocols/vocabulary/glossary.yml by hand"),
    "xliff": ("this is no memory but a file of units", "use: protocolau translation import FILE"),
}


def another_kind(root: str) -> tuple[str, str]:
    """What to say of an XML file that is of another kind than was asked for, by the name of its first element."""
    return _KINDS.get(root, (f"the file is of a kind that is not read here (<{root}>)", EXPORT))


EXPORT = "import a file that was exported from here, in PO, XLIFF or XLSX"
"""What to do with a file that is none of ours."""
