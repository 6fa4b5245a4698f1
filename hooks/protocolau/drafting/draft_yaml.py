"""A draft from other councils' words as YAML, with what is still to be decided."""

import re
from collections.abc import Iterator, Sequence
from json import dumps

from protocolau.drafting.commonest import DraftClause, DraftParagraph, GroupDraft, StatementWords
from protocolau.drafting.questions import Questions, together
from protocolau.library.library import RELATIONS
from protocolau.model.protocol import Version
from protocolau.runtime.yaml_scalars import scalar

_REMARKS = """\
# A DRAFT, which no council has adopted: it is never published nor compared. Its words are other councils', as
# `taken_from` says; a topic's are those that most councils use, or else those most like all of them. Decide what
# `to_decide` asks, change what you like, take out what you do not want; then: protocolau adopt {slug} DATE
# DRAFFT nad yw'r un cyngor wedi'i fabwysiadu: ni chaiff byth ei gyhoeddi na'i gymharu. Geiriau cynghorau eraill sydd
# ynddo, fel y dywed `taken_from`: ar bob pwnc, y rhai y mae'r rhan fwyaf o gynghorau'n eu defnyddio, neu fel arall y
# rhai tebycaf i'r cyfan. Penderfynwch yr hyn y mae `to_decide` yn ei ofyn, newidiwch y geiriau fel y mynnwch, tynnwch
# yr hyn nad ydych am ei gynnwys; yna: protocolau adopt {slug} DYDDIAD
"""
"""What a draft remarks on itself, which holds until it is adopted."""
_HEAD = """\
# yaml-language-server: $schema={up}schema/protocol.json
{remarks}title: {title} # {source}
language: {language}
body:
"""
_OF_TOPIC = re.compile(
    r" *# .*: (?:the words of \d+ of \d+ council|geiriau \d+ o'r \d+ o gyngho)\w+, \w+ (?:cy/)?topics/\S+/\s*$"
)
_OF_TITLE = re.compile(r"^(title: .*) # (?:as )?[a-z0-9-]+/\S+$", re.MULTILINE)


def draft_yaml(
    slug: str, kind: str, language: str, title: tuple[str, Version], groups: Sequence[GroupDraft], questions: Questions
) -> str:
    """The file of a draft."""
    up = "../" if kind == RELATIONS else "../../"
    words, version = title
    remarks, source = _REMARKS.format(slug=slug), _place(version, "")
    head = _HEAD.format(up=up, remarks=remarks, title=scalar(words), source=source, language=language)
    lines = (line for number, group in enumerate(groups, 1) for line in _group(number, group, language, questions))
    return head + "\n".join(lines) + "\n"


def without_remarks(text: str, slug: str) -> str:
    """The file of a council's draft without what that remarks on itself and on its topics. What others remark stays."""
    own = _REMARKS.format(slug=slug).splitlines()
    kept = (line for line in text.splitlines(keepends=True) if line.rstrip() not in own and not _OF_TOPIC.match(line))
    return _OF_TITLE.sub(r"\1", "".join(kept), count=1)


def translations(groups: Sequence[GroupDraft]) -> dict[str, str]:
    """By words of a draft what is known of them in the other language."""
    clauses = (clause for group in groups for topic in group.topics for clause in topic.clauses)
    return {one.text: one.other for clause in clauses for one in clause.words if one.other}


def _group(number: int, draft: GroupDraft, language: str, questions: Questions) -> Iterator[str]:
    yield f'  - number: "{number}."'
    yield f"    heading: {scalar(draft.group.name[language])}"
    yield "    provisions:"
    place = 0
    for topic in draft.topics:
        name, page = topic.topic.name, f"topics/{topic.topic.slug}/"
        yield f"      # {name.en}: the words of {topic.saying} of {topic.speaking} councils, see {page}"
        yield f"      # {name.cy}: geiriau {topic.saying} o'r {topic.speaking} o gynghorau, gweler cy/{page}"
        for clause in topic.clauses:
            place += 1
            yield from _clause(f"{number}.{place}", clause, questions)


def _clause(number: str, clause: DraftClause, questions: Questions) -> Iterator[str]:
    first = clause.lead_in or clause.paragraphs[0]
    yield f'      - number: "{number}"'
    yield from (f"        {line}" for line in _text(first.words))
    if clause.lead_in:
        yield "        items:"
        for item in clause.paragraphs:
            lines = (*_text(item.words), *_about(clause.version, item, questions))
            yield from (f"          {'  ' if place else '- '}{line}" for place, line in enumerate(lines))
    yield from (f"        {line}" for line in _about(clause.version, first, questions))


def _text(words: Sequence[StatementWords]) -> Iterator[str]:
    if len(words) == 1:
        yield f"text: {scalar(words[0].text)}"
        yield from _tags(words[0])
        return
    yield "text:"
    for one in words:
        yield f"  - says: {scalar(one.text)}"
        yield from (f"    {line}" for line in _tags(one))


def _tags(words: StatementWords) -> Iterator[str]:
    one = words.statement
    tags = {"topic": one.topics, "by": one.by, "to": one.to, "about": one.about, "policies": one.policies}
    for name, values in tags.items():
        if values:
            yield f"{name}: {values[0] if len(values) == 1 else '[' + ', '.join(values) + ']'}"


def _about(version: Version, paragraph: DraftParagraph, questions: Questions) -> Iterator[str]:
    """Where words come from, and what is to be decided about them."""
    yield f"taken_from: {_place(version, paragraph.words[0].statement.anchor)}"
    if question := together(list(questions.about(paragraph))):
        english, welsh = (dumps(words, ensure_ascii=False) for words in (question.en, question.cy))
        yield f"to_decide: {{en: {english}, cy: {welsh}}}"


def _place(version: Version, anchor: str) -> str:
    kind = "" if version.kind == RELATIONS else f"{version.kind}/"
    return f"{version.council}/{kind}{version.slug}" + (f"#{anchor}" if anchor else "")
