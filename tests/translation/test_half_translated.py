"""Of what is translated in part, or not at all, each word is read aloud in its own language, and says how it stands."""

import json
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from protocolau.exporting import pdf
from protocolau.exporting.formats import formats
from protocolau.exporting.outgoing_document import OutgoingDocument, outgoing_document
from protocolau.exporting.record import record
from protocolau.language import LANGUAGES
from protocolau.library.library import Library
from protocolau.render.citing import citation_files, cited
from protocolau.render.pages import embed, home, protocol, topics, translation
from protocolau.repository.council_files import load_council
from protocolau.translation.notices import translation_notice
from tests.going_out import ADDRESSES, THEME, WORDS
from tests.hostile.judging import VOCABULARY, loaded
from tests.hostile.protocols import FACTS, TODAY, HostileCouncil
from tests.rendering import render_context

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


ADVICE, DECIDE = "Officers advise.", "Members decide."
TWO = [{"says": ADVICE, "by": "officers"}, {"says": DECIDE, "by": "members"}]
OLD = {"en": "Words of another day.", "cy": "Geiriau gynt."}
STALE = {
    "a heading": ({"heading": "Advice"}, {"1 heading": OLD}, "Advice"),
    "a heading of words": ({"heading": "Advice", "text": ADVICE}, {"1 heading": OLD}, "Advice"),
    "words below a heading": ({"heading": "Advice", "text": ADVICE}, {"1": OLD}, ADVICE),
    "both": ({"heading": "Advice", "text": ADVICE}, {"1 heading": OLD, "1": {**OLD}}, f"Advice {ADVICE}"),
    "one of two statements": ({"text": TWO}, {"1": [OLD, {"en": DECIDE, "cy": "Aelodau."}]}, f"{ADVICE} {DECIDE}"),
    "one of three, one not translated": (
        {"text": [*TWO, {"says": "They meet.", "by": "both"}]},
        {"1": [OLD, {"en": DECIDE, "cy": "Aelodau."}]},
        f"{ADVICE} {DECIDE} They meet.",
    ),
}
"""A clause, what of it is translated from words of another day, and the adopted words that are said beside it."""


def translated(folder: Path, clause: dict, welsh: dict) -> Library:
    """A protocol with a clause, of which some is translated, and another one."""
    whole = {
        "title": "A Protocol",
        "language": "en",
        "body": [{"number": "1", **clause}, {"number": "2", "text": "So."}],
    }
    loaded(HostileCouncil(FACTS, whole, []), folder / "example")
    translation = {"language": "cy", "state": "draft", "units": {"2": {"en": "So.", "cy": "Felly."}, **welsh}}
    (folder / "example" / "undated.cy.yml").write_text(yaml.safe_dump(translation), "utf-8")
    council, problems = load_council(folder / "example", VOCABULARY)
    assert council and problems == []
    return Library(VOCABULARY, {"example": council}, TODAY)


@pytest.mark.parametrize("name", STALE)
def test_what_is_out_of_date_says_so_wherever_it_stands_in_a_provision(name: str, tmp_path: Path):
    clause, welsh, adopted = STALE[name]
    library = translated(tmp_path, clause, welsh)
    notes = [note for one in going_out(library, "cy").walk() for note in one.notes]
    assert notes == [WORDS["cy"]("export.stale", text=adopted)]
    rendering, document = render_context(library, "cy"), library.councils["example"].documents["relations"]
    framed, pasted = embed.files(rendering, document)
    assert framed.content.decode().count(WORDS["cy"]("unit.stale")) == 1
    footer = LexborHTMLParser(pasted.content).css_first("footer").text()
    assert WORDS["cy"]("embed.stale", clauses="1") in footer
    for page in protocol.pages(rendering, document):
        assert [one.text() for one in LexborHTMLParser(page.content).css("details.stale > p")] == [adopted]


def test_what_is_not_translated_says_so_in_a_frame_and_what_is_says_nothing(tmp_path: Path):
    said = {}
    whole = {"document title": {"en": "A Protocol", "cy": "Protocol"}, "1": {"en": ADVICE, "cy": "Cyngor."}}
    for name, clause in {"missing": {}, "translated": whole}.items():
        library = translated(tmp_path / name, {"text": ADVICE}, clause)
        rendering, document = render_context(library, "cy"), library.councils["example"].documents["relations"]
        framed, pasted = embed.files(rendering, document)
        said[name] = [one.text().strip() for one in LexborHTMLParser(framed.content).css("article .remarks")]
        assert not LexborHTMLParser(pasted.content).css("[class]") and "Wedi dyddio:" not in pasted.content.decode()
        footer = LexborHTMLParser(pasted.content).css_first("footer").text()
        assert (WORDS["cy"]("embed.rest.en") in footer) == (name == "missing")
        _, english = embed.files(render_context(library, "en"), document)
        assert "translated" not in english.content.decode()
    assert said == {"missing": [WORDS["cy"]("missing.unit")], "translated": []}


def test_what_is_said_of_words_that_lead_to_a_list_stands_with_them(tmp_path: Path):
    """After the items it was taken for something that is said of the last of them."""
    items = [{"number": "(a)", "text": "in writing; or"}, {"number": "(b)", "text": "by telephone."}]
    clause = {"text": "Members may ask:", "topic": "giving-advice", "items": items, "notes": [NOTE]}
    library = translated(tmp_path, clause, {})
    rendering, document = render_context(library, "en"), library.councils["example"].documents["relations"]
    going = going_out(library, "en")
    (tmp_path / "one.pdf").write_bytes(formats(THEME)["pdf"].write(going))
    both = pdf.write(THEME, going, going_out(library, "cy"))
    (tmp_path / "both.pdf").write_bytes(both)
    said = {
        "page": LexborHTMLParser(next(protocol.pages(rendering, document)).content).css_first("article").text(),
        "frame": LexborHTMLParser(next(embed.files(rendering, document)).content).css_first("article").text(),
        "text": formats(THEME)["txt"].write(going).decode(),
        **{f: pypdfium2.PdfDocument(tmp_path / f)[0].get_textpage().get_text_range() for f in ("one.pdf", "both.pdf")},
    }
    for words in said.values():
        assert words.index("Members may ask:") < words.index(NOTE["en"]) < words.index("in writing; or")


def test_a_heading_that_is_not_translated_says_so_in_a_file(tmp_path: Path):
    library = translated(tmp_path, {"heading": "Advice", "text": ADVICE}, {"1": {"en": ADVICE, "cy": "Cyngor."}})
    assert [one.notes for one in going_out(library, "cy").body] == [(WORDS["cy"]("missing.unit"),), ()]


HALF = {
    "nothing": units(),
    "headings": units(title=("Protocol", "draft"), respect=("Parch", "draft"), advice=("Cyngor", "draft")),
    "what stands below headings": units(
        fair=("Teg", "draft"), officers=("Cynghorant", "draft"), ask=("gofyn", "draft")
    ),
    "items and cells": units(agree=("cytuno", "draft"), head2=("Swyddogion", "draft"), decide=("penderfynu", "draft")),
    "what leads in": units(may=("Gall aelodau:", "draft"), table=("Pwy", "draft"), head=("Aelodau", "draft")),
}


def test_what_alone_is_not_translated_of_a_clause_says_its_language(tmp_path: Path):
    clause = {"text": [*TWO, {"says": "See *the* Chair, and clause 2.", "by": "both", "refers_to": ["2"]}]}
    library = translated(tmp_path, clause, {"1": [{"en": ADVICE, "cy": "Cyngor."}, {"en": DECIDE, "cy": "Aelodau."}]})
    rendering, document = render_context(library, "cy"), library.councils["example"].documents["relations"]
    for html in (one.content for one in (*embed.files(rendering, document), *protocol.pages(rendering, document))):
        shown = next(p for p in LexborHTMLParser(html).css("p") if "Cyngor." in p.text())
        foreign = [one.text() for one in shown.css("[lang=en]")]
        assert _spoken(shown, "cy") == "cy" and "".join(foreign) == " See the Chair, and clause 2."


def test_a_record_has_under_a_language_no_words_of_another(tmp_path: Path):
    library = translated(tmp_path, {"text": TWO}, {"1": [{"en": ADVICE, "cy": "Cyngor."}]})
    half, whole = json.loads(record(library, library.version_shown("example"), ADDRESSES))["body"]
    assert half["text"] == {"state": "missing", "en": f"{ADVICE} {DECIDE}"}
    assert half["units"] == [
        {"statements": [0], "state": "draft", "says": "Cyngor."},
        {"statements": [1], "state": "missing"},
    ]
    assert whole["text"] == {"state": "draft", "en": "So.", "cy": "Felly."}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", HALF)
def test_every_word_of_a_page_and_a_frame_is_read_aloud_in_its_own_language(name: str, language: str, tmp_path: Path):
    welsh, library = {target for target, _ in HALF[name]}, library_of(tmp_path, *HALF[name])
    rendering, document = render_context(library, language), library.councils["example"].documents["relations"]
    framed, *_ = embed.files(rendering, document)
    for html in (framed.content, *(page.content for page in protocol.pages(rendering, document))):
        said = list(_said(LexborHTMLParser(html), language))
        assert len(said) >= 15
        for words, spoken, is_ours in said:
            expected = language if is_ours else "cy" if language == "cy" and words in welsh else "en"
            assert spoken == expected, words


def _said(page: LexborHTMLParser, language: str) -> Iterator[tuple[str, str, bool]]:
    """Words of an article and its contents, each with the language that is said of it, and whether editors say it."""
    ours = page.css("article .editorial")
    yield from ((one.text(), _spoken(one, language), True) for one in ours)
    for one in ours:
        one.decompose()
    for number in page.css(".number, .contents b, .contents .made"):
        number.decompose()
    for one in page.css("article :is(h2, h3, h4, p, th, td, caption), nav.contents li > a"):
        yield one.text().strip(), _spoken(one, language), False


def _spoken(node: LexborNode | None, language: str) -> str:
    """The language in which a node is read aloud on a page in a language."""
    while node and not node.attributes.get("lang"):
        node = node.parent
    return (node.attributes["lang"] if node else None) or language


ABOVE = {
    "nothing": (units(), [("Respect", "en"), ("Members may:", "en")]),
    "the heading": (units(respect=("Parch", "draft")), [("Parch", "cy"), ("Members may:", "en")]),
    "what leads in": (units(may=("Gall aelodau:", "draft")), [("Respect", "en"), ("Gall aelodau:", "cy")]),
    "both": (
        units(respect=("Parch", "draft"), may=("Gall aelodau:", "draft")),
        [("Parch", "cy"), ("Gall aelodau:", "cy")],
    ),
}
"""What is translated of what stands above an item, and its words with the language of each."""


@pytest.mark.parametrize(("targets", "expected"), ABOVE.values(), ids=ABOVE)
def test_what_stands_above_a_quote_is_read_aloud_part_by_part_in_its_own_language(targets, expected, tmp_path: Path):
    library = library_of(tmp_path, *targets)
    made = topics.topic_pages(render_context(library, "cy"), library.vocabulary.topics["giving-advice"])
    (line,) = [one for page in made for one in LexborHTMLParser(page.content).css("p.context")]
    said = [node for node in line.traverse(include_text=True) if node.tag == "-text"]
    parts = [(part, _spoken(one.parent, "cy")) for one in said for part in one.text_content.split(" › ") if part]
    assert parts == expected
    assert line.text() == " › ".join(words for words, _ in expected)


CITED = {
    "missing": (units(), "en", "Protocol cysylltiadau"),
    "draft": (units(fair=("Teg", "draft")), "cy", "Protocol cysylltiadau (cyfieithiad drafft answyddogol)"),
    "stale": (
        units(fair=("Teg", "stale")),
        "cy",
        "Protocol cysylltiadau (cyfieithiad answyddogol wedi dyddio’n rhannol)",
    ),
    "reviewed": (
        [("Gair", "reviewed")] * 40,
        "cy",
        "Protocol cysylltiadau (cyfieithiad answyddogol wedi’i adolygu gan gyfieithydd)",
    ),
}
"""Units, with the language of the words at the Welsh address and the kind of the document in a citation in Welsh."""


@pytest.mark.parametrize(("targets", "spoken", "kind"), CITED.values(), ids=CITED)
def test_a_citation_says_in_which_language_its_words_are_and_whose(targets, spoken: str, kind: str, tmp_path: Path):
    library = library_of(tmp_path, *targets)
    version, rendering = library.version_shown("example"), render_context(library, "cy")
    found = {one.path.rpartition(".")[2]: one.content.decode() for one in citation_files(rendering, version)}
    (reference,) = json.loads(found["json"])
    assert (reference["language"], reference["genre"]) == (spoken, kind)
    assert f"type = {{{kind}}}" in found["bib"] and f"M3  - {kind}\r\n" in found["ris"]
    whose = kind.partition(" (")[2].rstrip(")")
    assert cited(rendering, version, "cy").after == (f" (heb ddyddiad; {whose})" if whose else " (heb ddyddiad)")
    assert cited(rendering, version, "en").after == " (undated)"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("targets", "key"), [(units(), "one.home"), (units(fair=("Teg", "draft")), "one.home.both")])
def test_the_home_page_of_one_council_speaks_of_two_languages_where_it_has_two(targets, key, language, tmp_path: Path):
    library = library_of(tmp_path, *targets)
    made = home.page_of_one(render_context(library, language), library.councils["example"])
    assert made.description == WORDS[language](key) and made.description in made.content
    assert ("in English and in Welsh" in made.description) == (language == "en" and key == "one.home.both")


@pytest.mark.parametrize(("targets", "is_ours_here"), [(units(), False), (units(fair=("Teg", "draft")), True)])
def test_no_translation_of_ours_is_spoken_of_where_a_council_has_a_text_in_the_other_language_and_none_is_here(
    targets, is_ours_here: bool, tmp_path: Path
):
    facts = {**ENGLISH, "other_language": "exists"}
    council, problems = loaded(HostileCouncil(FACTS, facts, targets), tmp_path / "example")
    assert council and problems == []
    said = [translation_notice(WORDS[one], council.versions[0], "en") for one in LANGUAGES]
    assert ["Welsh text of this document is" in said[0], "Ni chedwir testun Cymraeg" in said[1]] == [True, True]
    assert ["our own" in said[0], "ein cyfieithiad ni" in said[1]] == [is_ours_here] * 2
    library = Library(VOCABULARY, {"example": council}, TODAY)
    made = next(protocol.pages(render_context(library, "en"), council.documents["relations"]))
    key = "also.cy" if is_ours_here else "also_page.cy.exists"
    assert LexborHTMLParser(made.content).css_first(".also").text() == WORDS["cy"](key)


@pytest.mark.parametrize(("targets", "language"), [(units(), "en"), (units(title=("Protocol", "draft")), "cy")])
def test_the_lines_of_a_frame_say_in_which_language_its_title_is(targets, language: str, tmp_path: Path):
    library = library_of(tmp_path, *targets)
    lines = embed.frame_lines(render_context(library, "cy"), library.councils["example"].documents["relations"])
    assert f' lang="{language}"' in lines


@pytest.mark.parametrize(("targets", "files"), [((), []), (units(fair=("Teg", "draft")), ["undated.cy.yml"])])
def test_the_page_with_both_languages_names_the_file_of_a_translation_where_there_is_one(
    targets, files, tmp_path: Path
):
    library = library_of(tmp_path, *targets)
    rendering, document = render_context(library, "en"), library.councils["example"].documents["relations"]
    (made,) = translation.bilingual_pages(rendering, document)
    named = [one.text() for one in LexborHTMLParser(made.content).css(".about-state code")]
    assert named == [f"example/{file}" for file in files]
    assert ("Its file" in made.content) == bool(files)
