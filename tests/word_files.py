"""Small Word files, made part by part, for the tests of the import."""

from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    f'xmlns:r="{_R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def part(root: str, inner: str, namespace: str = W) -> str:
    """A part of a Word file."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} xmlns:w="{namespace}" {_NAMESPACES}>{inner}</w:{root}>'


def docx(body: str, namespace: str = W, **parts: str) -> bytes:
    """A Word file of a body and of other parts by their kinds: `numbering`, `styles`, `footnotes`."""
    roots = {"settings": "settings", "styles": "styles", "numbering": "numbering", "header": "hdr", "footer": "ftr"}
    files = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>", namespace),
        "word/_rels/document.xml.rels": _relations({kind: f"{kind}.xml" for kind in parts}),
    }
    files |= {f"word/{kind}.xml": part(roots.get(kind, kind), inner, namespace) for kind, inner in parts.items()}
    return packed(files)


def _content_types(parts: dict[str, str]) -> str:
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    named = {"document": f"{types}.document.main+xml"} | {kind: f"{types}.{kind}+xml" for kind in parts}
    ones = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>' for name, kind in named.items())
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{defaults}{ones}</Types>'


def packed(files: dict[str, str | bytes]) -> bytes:
    """Files by their names as a ZIP archive."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def _relations(targets: dict[str, str]) -> str:
    ones = "".join(
        f'<Relationship Id="r{index}" Type="{_R}/{kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{ones}</Relationships>'


def run(text: str, look: str = "") -> str:
    """A run of words."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(inner: str = "", style: str = "", num: str | int = "", level: int | None = None, more: str = "") -> str:
    """A paragraph of words, or of runs where it is written as such."""
    inner = inner if inner.startswith("<") or not inner else run(inner)
    set_in = f'<w:pStyle w:val="{style}"/>' if style else ""
    ilvl = f'<w:ilvl w:val="{level}"/>' if level is not None else ""
    num_id = f'<w:numId w:val="{num}"/>' if num != "" else ""
    listed = f"<w:numPr>{ilvl}{num_id}</w:numPr>" if ilvl or num_id else ""
    return f"<w:p><w:pPr>{set_in}{listed}{more}</w:pPr>{inner}</w:p>"


def listed(*levels: int, name: int = 1) -> str:
    """A paragraph on each of some levels of a list."""
    return "".join(paragraph("words", num=name, level=one) for one in levels)


def level(index: int, text: str, form: str = "decimal", start: int = 1, more: str = "") -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(name: int, *levels: str, more: str = "") -> str:
    """An abstract list."""
    return f'<w:abstractNum w:abstractNumId="{name}">{more}{"".join(levels)}</w:abstractNum>'


def num(name: int, of: int, overrides: str = "") -> str:
    """A list of an abstract list."""
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def starting(index: int, start: int, inner: str = "") -> str:
    """An override of where a level starts."""
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{start}"/>{inner}</w:lvlOverride>'


def style(
    name: str, inner: str = "", based_on: str = "", called: str = "", kind: str = "paragraph", look: str = ""
) -> str:
    """A style."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{called or name}"/>{base}'
        f"<w:pPr>{inner}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


def listed_in_style(name: int | str, index: int | None = None) -> str:
    """What a style says of the list that its paragraphs belong to."""
    ilvl = f'<w:ilvl w:val="{index}"/>' if index is not None else ""
    return f'<w:numPr>{ilvl}<w:numId w:val="{name}"/></w:numPr>'


def field(instruction: str, result: str | None = None) -> str:
    """A field with what it printed last, if anything."""
    shown = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}' if result is not None else ""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{escape(instruction)}</w:instrText></w:r>{shown}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def cell(inner: str, properties: str = "") -> str:
    """A cell of a table."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def table(*rows: list[str]) -> str:
    """A table of rows of cells."""
    inner = ("".join(cells) for cells in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{one}</w:tr>' for one in inner)}</w:tbl>"
