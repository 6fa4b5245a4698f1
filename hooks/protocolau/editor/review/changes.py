"""What a form of the review asks for, as a change of the file; checked as a build would before it is written."""

from codecs import BOM_UTF8 as _BOM
from collections.abc import Callable, Iterable, Mapping
from http import HTTPStatus
from itertools import accumulate, pairwise

from protocolau.editor.request_guard import Refusal
from protocolau.editor.review.party_and_topic_names import slugs_of
from protocolau.editor.review.reviewed_version import ReviewedProvision, ReviewedVersion
from protocolau.model.protocol import Version
from protocolau.model.statements import Statement, joined
from protocolau.model.vocabulary import Vocabulary
from protocolau.read.document import parse_yaml
from protocolau.read.text import unwanted_characters
from protocolau.repository.council_files import judged_version
from protocolau.repository.editing import provisions as edits
from protocolau.repository.editing.version_text import NotEditable, VersionText
from protocolau.runtime.files import folder_held, refusal, write_whole
from protocolau.schema.shape_faults import validate
from protocolau.schema.shapes import ProtocolShape

TAGS = ("topic", "by", "to", "about")
MOVES: Mapping[str, Callable[[VersionText, tuple[str | int, ...]], VersionText]] = {
    "out": edits.moved_out,
    "into-items": lambda file, at: edits.moved_in(file, at, "items"),
    "into-provisions": lambda file, at: edits.moved_in(file, at, "provisions"),
    "join": edits.joined_to_previous,
    "as-heading": edits.text_as_heading,
    "as-text": edits.heading_as_text,
}
"""What may be done to the place of a provision, by the names of the buttons."""


def confirmed(
    reviewed: ReviewedVersion, one: ReviewedProvision, fields: Mapping[str, str], vocabulary: Vocabulary, language: str
) -> VersionText:
    """The file with what a form says of a provision, which has then been looked at. Raises Refusal."""
    file = VersionText(reviewed.document.text)
    provision, at = one.provision, one.at
    try:
        if provision.statements:
            file = edits.with_statements(file, at, _said(one, fields, vocabulary, language))
        if (number := fields.get("number")) is not None and number != (provision.number or ""):
            file = edits.with_number(file, at, number)
        if (heading := fields.get("heading")) is not None and heading != (provision.heading or ""):
            file = edits.with_heading(file, at, heading)
        if fields.keys() >= {"below-by", "below-to"}:
            below = {tag: slugs_of(fields[f"below-{tag}"], vocabulary, tag, language) for tag in ("by", "to")}
            file = edits.with_below(file, at, below)
        return edits.with_looked_at(file, at) if one.looks or one.sure is not None else file
    except NotEditable as reason:
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, f"review.{reason.word}") from None


def moved(reviewed: ReviewedVersion, one: ReviewedProvision, how: str) -> VersionText:
    """The file with a provision at another place. Raises Refusal."""
    try:
        return MOVES[how](VersionText(reviewed.document.text), one.at)
    except KeyError:
        raise Refusal(HTTPStatus.BAD_REQUEST, "refused") from None
    except NotEditable as reason:
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, f"review.{reason.word}") from None


def published(reviewed: ReviewedVersion, vocabulary: Vocabulary) -> VersionText:
    """The file of a version that has topics, and nothing left to look at. Raises Refusal for any other."""
    if reviewed.left:
        raise Refusal(HTTPStatus.CONFLICT, "review.left", n=reviewed.left)
    if reviewed.version.lacks_topics(vocabulary.documents[reviewed.version.kind]):
        raise Refusal(HTTPStatus.CONFLICT, "review.no_topics")
    return edits.without_awaiting_review(VersionText(reviewed.document.text))


def write(reviewed: ReviewedVersion, file: VersionText, vocabulary: Vocabulary) -> None:
    """Puts a changed file in the place of the old one, if it is whole and no word is lost. Raises Refusal."""
    path = reviewed.version.path
    _check(file, reviewed.version, vocabulary)
    try:
        with folder_held(path.parent):
            content = path.read_bytes()
            mark = _BOM if content.startswith(_BOM) else b""
            if content != mark + reviewed.document.text.encode():
                raise Refusal(HTTPStatus.CONFLICT, "review.changed")
            write_whole(path, mark + file.text.encode())
    except OSError as error:
        raise Refusal(HTTPStatus.INTERNAL_SERVER_ERROR, "rule", what=refusal(error)) from None


def _check(file: VersionText, before: Version, vocabulary: Vocabulary) -> None:
    """Judges the new text as a build would. Raises Refusal where it has a fault, or its words are not those of old."""
    problems = list(unwanted_characters(before.path, file.text))
    document, problems = parse_yaml(before.path, file.text, problems)
    shape, faults_of_shape = validate(document, ProtocolShape) if document else (None, [])
    problems += faults_of_shape
    version, problems = judged_version(document, shape, problems, before.council, before.kind, vocabulary)
    if problems:
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "rule", what=(problems[0].what, problems[0].remedy))
    if version is None or _printed(version) != _printed(before):
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "review.layout")


def _printed(version: Version) -> str:
    """All that a version prints, without white space: it may be divided anew, and no more."""
    texts = ((one.number or "", one.heading or "", one.text or "") for one in version.provisions.values())
    return "".join("".join("".join(words).split()) for words in texts)


def _said(
    one: ReviewedProvision, fields: Mapping[str, str], vocabulary: Vocabulary, language: str
) -> list[edits.SaidAnew]:
    """The statements as a form has them: a line of its words for each, with their tags numbered from 0.

    A line may begin where a word or a statement does; the words are those of the file, whatever spaces are typed.
    """
    statements = one.provision.statements
    words = joined(statements)
    lines = [line for line in fields.get("words", words).splitlines() if line.strip()]
    starts, printed = _starts(lines), [place for place, letter in enumerate(words) if not letter.isspace()]
    begun = dict(zip(_starts(statement.text for statement in statements), statements, strict=True))
    is_same = "".join("".join(lines).split()) == "".join(words.split())
    if not is_same or not {*_starts(words.split()), *begun}.issuperset(starts):
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "review.words")
    said = []
    for place, (start, end) in enumerate(pairwise([*starts, len(printed)])):
        within = _within(begun, start, end)
        given = {tag: slugs_of(fields.get(f"{tag}-{place}", ""), vocabulary, tag, language) for tag in TAGS}
        first = within[0]
        said.append(
            edits.SaidAnew(
                words[printed[start] : printed[end - 1] + 1],
                topics=given["topic"],
                by=_own(given["by"], first.by, one.says(first, "by")),
                to=_own(given["to"], first.to, one.says(first, "to")),
                about=_own(given["about"], first.about, one.says(first, "about")),
                policies=tuple(dict.fromkeys(policy for statement in within for policy in statement.policies)),
                refers_to=tuple(dict.fromkeys(anchor for statement in within for anchor in statement.refers_to)),
                joined_by=begun[start].joined_by if place and start in begun else " ",
            )
        )
    return said


def _starts(texts: Iterable[str]) -> list[int]:
    """How many letters stand before each of some texts, white space left out."""
    return list(accumulate((len("".join(text.split())) for text in texts), initial=0))[:-1]


def _own(given: tuple[str, ...], before: tuple[str, ...], written: bool) -> tuple[str, ...] | None:
    """What is to be written of parties: nothing where the words above say as much, nobody where they say too much."""
    if not written and given == before:
        return None
    return given if given or (before and not written) else None


def _within(begun: Mapping[int, Statement], start: int, end: int) -> list[Statement]:
    """The statements that begin in a line, or the one that goes on in it."""
    within = [statement for at, statement in begun.items() if start <= at < end]
    return within or [[statement for at, statement in begun.items() if at <= start][-1]]
