"""The forms in which a document goes out: what each file is called, what it is, and who writes it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from protocolau.exporting import akoma_ntoso, card, pdf, text, word


@dataclass(frozen=True, slots=True)
class Format:
    """A form of a document in one language."""

    name: str
    extension: str
    media_type: str
    write: Callable[..., bytes]
    """Given a document; of the PDF, one in each language where both are to stand side by side."""

    @property
    def file(self) -> str:
        """What its file is called beside a page."""
        return f"protocol.{self.extension}"


def formats(theme: Path) -> Mapping[str, Format]:
    """The forms by their names on the command line, in the order in which pages offer them, and the picture.

    How a PDF and the picture look is the theme's.
    """
    found = (
        Format("pdf", "pdf", "application/pdf", partial(pdf.write, theme)),
        Format("docx", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", word.write),
        Format("txt", "txt", "text/plain", text.write),
        Format("akn", "xml", "application/akn+xml", akoma_ntoso.write),
        Format("card", "png", "image/png", partial(card.write, theme)),
    )
    return {one.name: one for one in found}
