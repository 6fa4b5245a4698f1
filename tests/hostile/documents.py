"""Sound documents of every format that the import reads: small, and each with as much of its format as may be."""

from collections.abc import Iterator
from html import escape

from tests.conftest import FIVE, ROOT
from tests.importing.test_import_markdown import MARKDOWN
from tests.importing.test_import_open_document import ODT
from tests.pdf_files import pdf
from tests.word_files import abstract, cell, docx, field, level, num, packed, paragraph, run, style, table

LINES = 60
"""Lines of a real protocol that a document has."""


def sound_documents() -> list[tuple[str, bytes]]:
    """Each with its name."""
    return [*_real(), ("rich.docx", _rich()), ("rich.odt", _open_document()), ("rich.md", MARKDOWN.encode())]


def _real() -> Iterator[tuple[str, bytes]]:
    """The beginning of each real protocol, in every format."""
    for slug in FIVE:
        (source,) = (ROOT / "protocols" / slug).glob("*.txt")
        text = source.read_text("utf-8")
        lines = [line for line in text.splitlines() if line.strip()][:LINES]
        yield f"{slug}.txt", text.encode()
        yield f"{slug}.md", "\n\n".join(lines).encode()
        yield f"{slug}.html", _html(lines)
        yield f"{slug}.docx", docx("".join(map(paragraph, lines)))
        yield f"{slug}.pdf", pdf(*[_sheet(lines[start : start + 20]) for start in range(0, len(lines), 20)])


def _html(lines: list[str]) -> bytes:
    head, *others = (escape(line) for line in lines)
    words = "".join(f"<p>{line}</p><ol><li>{line}<ul><li>x</ul></ol>" for line in others)
    return f"<!doctype html><meta charset=utf-8><title>x</title><h1>{head}</h1>{words}<table><tr><td>y</table>".encode()


def _sheet(lines: list[str]) -> list[tuple[int, int, str]]:
    plain = (line.encode("ascii", "ignore").decode().translate({ord(sign): None for sign in "()\\"}) for line in lines)
    return [(50, 770 - 30 * place, line[:90]) for place, line in enumerate(plain)]


def _rich() -> bytes:
    """Lists, styles, fields, tables, tracked changes, notes, and what stands at the head and foot of pages."""
    body = [
        paragraph("Protocol", style="Title"),
        paragraph("Conduct", num=1, level=0),
        *(paragraph(f"Members shall respect officers {place}.", num=1, level=1) for place in range(4)),
        paragraph("in every matter;", num=1, level=2),
        paragraph(field(' TOC \\o "1-3" ', "Conduct\t1") + field(" SEQ x ", "1")),
        paragraph(f'<w:ins w:author="x">{run("put in")}</w:ins><w:del><w:r><w:delText>out</w:delText></w:r></w:del>'),
        paragraph(run("bold", "<w:b/>") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run("hidden", "<w:vanish/>")),
        table([cell(paragraph("a"), '<w:gridSpan w:val="2"/>')], [cell(paragraph("b")), cell(paragraph("c"))]),
    ]
    levels = (level(0, "%1.", "upperRoman"), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"))
    note = f'<w:footnote w:id="2">{paragraph("a note")}</w:footnote>'
    return docx(
        "".join(body),
        numbering=abstract(0, *levels) + num(1, 0),
        styles=style("Title", called="Title") + style("Other", based_on="Title"),
        footnotes=note,
        header=paragraph("Anytown Council"),
        footer=paragraph(field(" PAGE ", "1")),
    )


def _open_document() -> bytes:
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ODT, "styles.xml": ODT})
