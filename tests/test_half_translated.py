"""Of what is translated in part, or not at all, each word is read aloud in its own language, and says how it stands."""

from pathlib import Path

import pypdfium2

from protocolau.exporting.formats import formats
from protocolau.exporting.outgoing_document import OutgoingDocument, outgoing_document
from protocolau.library.library import Library
from tests.hostile.judging import VOCABULARY, loaded
from tests.hostile.protocols import TODAY, HostileCouncil
from tests.test_exporting import ADDRESSES, LANGUAGES, THEME, WORDS
from tests.test_hostile_protocols import FACTS

NOTE = {"en": "As it was printed.", "cy": "Fel yr argraffwyd ef."}
ENGLISH = {
    "title": "A Protocol",
    "language": "en",
    "body": [
        {
            "number": "1",
            "heading": "Respect",
            "provisions": [
                {"number": "1.1", "text": "Members are fair.", "topic": "purpose"},
                {"number": "1.2", "heading": "Advice", "text": "Officers advise the members.", "notes": [NOTE]},
                {
                    "number": "1.3",
                    "text": "Members may:",
                    "items": [{"number": "(a)", "text": "ask;", "topic": "giving-advice"}, {"text": "agree."}],
                },
                {
                    "heading": "Who does what",
                    "table": {
                        "columns": ["Members", "Officers"],
                        "rows": [[{"text": "decide", "topic": "purpose", "notes": [NOTE]}, "advise"]],
                    },
                },
                {"diagram": {"missing": True}},
            ],
        }
    ],
}


def library_of(folder: Path, *targets: tuple[str, str]) -> Library:
    """One protocol, of whose units the first are translated, each into words in a state; `""` leaves one out."""
    council, problems = loaded(HostileCouncil(FACTS, ENGLISH, list(targets)), folder / "example")
    assert council and problems == []
    return Library(VOCABULARY, {"example": council}, TODAY)


def units(**welsh: tuple[str, str]) -> list[tuple[str, str]]:
    """A target for each unit of the protocol, by a name for it."""
    names = (
        "title",
        "respect",
        "fair",
        "advice",
        "officers",
        "may",
        "ask",
        "agree",
        "table",
        "head",
        "head2",
        "decide",
    )
    return [welsh.get(name, ("", "")) for name in names]


def going_out(library: Library, language: str) -> OutgoingDocument:
    return outgoing_document(library, library.version_shown("example"), ADDRESSES, WORDS[language])


def words_of_pdf(folder: Path, *documents: OutgoingDocument) -> str:
    (folder / "a.pdf").write_bytes(formats(THEME)["pdf"].write(*documents))
    return " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(folder / "a.pdf"))


def test_both_languages_in_one_pdf_say_of_each_what_is_said_of_it_alone(tmp_path: Path):
    library = library_of(tmp_path, *units(title=("Protocol", "draft"), fair=("Nid yw aelodau'n deg.", "stale")))
    documents = [going_out(library, language) for language in LANGUAGES]
    alone, together = words_of_pdf(tmp_path, documents[1]), words_of_pdf(tmp_path, *documents)
    for words in ("wedi dyddio. Y testun a fabwysiadwyd: Members are fair.", WORDS["cy"]("missing.unit")):
        assert 0 < alone.count(words) == together.count(words)
