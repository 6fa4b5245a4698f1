"""Texts that were sent as a mail, without what stands round them there."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from protocolau.importing.lines import Aside, Block, Line
from protocolau.read.text import line_at

_HEAD_OF_MAIL = re.compile(
    r"(?:^[ \t>]{0,9}(?i:-{2,} ?(?:Forwarded message|Original message|Neges wreiddiol|Neges a anfonwyd ymlaen) ?-{2,}|"
    r"Begin forwarded message:|_{20,})[ \t]*\n(?:[ \t>]*\n)?)?"
    r"(?:^[ \t>*]{0,9}(?:From|Sent|To|Cc|Bcc|Subject|Date|Attachments|Importance|Reply-To|Oddi wrth|Anfonwyd|At|Copi|"
    r"Pwnc|Dyddiad|Atodiadau)[ \t]*:.*(?:\n|\Z)){3,}",
    re.MULTILINE,
)
_SENDER, _SUBJECT = {"from", "oddi wrth"}, {"subject", "pwnc"}
_GREETING = re.compile(
    r"(?:Dear|Hi|Hello|Good (?:morning|afternoon|evening)|Annwyl|Helo|Bore da|P(?:ry)?nawn da)\b[^.:;]{0,60}|"
    r"(?:All|Both|Everyone|Colleagues|Bawb),",
    re.IGNORECASE,
)
_HANDS_OVER = re.compile(
    r"(?:please (?:find|see)|as (?:requested|agreed|discussed|promised)|here is|gweler|dyma)\b.{0,160}"
    r"\b(?:below|attached|isod|ynghlwm|atodedig|amgaeedig)\b.{0,60}",
    re.IGNORECASE,
)
"""What may stand between that and the text that is sent."""
_SIGNS_OFF = re.compile(
    r"(?:(?:kind(?:est)?|best|warm(?:est)?|with|many thanks and(?: kind)?) )*(?:regards|wishes)[,.!]?|"
    r"(?:many )?thanks[,.!]?|yours (?:sincerely|faithfully|truly)[,.]?|"
    r"(?:cofion|dymuniadau)(?: (?:gorau|cynnes|caredig))?[,.!]?|"
    r"yn gywir(?: iawn)?[,.]?|yr eiddoch yn (?:gywir|ddiffuant)[,.]?|diolch(?: yn fawr)?[,.!]?",
    re.IGNORECASE,
)
_DISCLAIMS = re.compile(
    r"(?:disclaimer[:.]? |ymwadiad[:.]? )?"
    r"(?:this (?:e-?mail|message)(?:,| \(| (?:message|and|is|may|contains?|has|was)\b)"
    r".*(?:confidential|virus|intended (?:only|solely|exclusively|for)\b)|"
    r"(?:(?:mae|gall|bwriedir)(?:'r| yr?)? |yr? )?(?:(?:e-?bost|neges) hwn|neges hon)\b"
    r".*(?:cyfrinachol|gyfrinachol|firws|feirws|yn unig))",
    re.IGNORECASE,
)
"""How a paragraph begins below a mail that says for whom it is meant."""
_INVITES = re.compile(
    r"(?:please )?(?:consider|think (?:about|of)) (?:the|our) environment\b|"
    r"(?:we welcome|you (?:are|'re) welcome to)\b.*\b(?:welsh|english)\b|"
    r"(?:(?:rydym|rydyn ni) yn croesawu|croesaw(?:n|ir)|croesewir|mae croeso i (?:chi|ti))\b.*\bgymraeg",
    re.IGNORECASE,
)
"""How a paragraph begins below the name of who has signed a mail that says in which language to answer, or not to
print it."""
_QUOTES = re.compile(r"[ \t]*(?:>[ \t]?)+")
_MOST_BELOW = 10
_LONGEST_BELOW = 80
"""Lines of the name, the post and the numbers of who has signed a mail, with its last words, and characters of each."""


def without_heads_of_mails(text: str) -> tuple[str, list[Aside]]:
    """A text without the lines that say who sent it as a mail, to whom and when, and these; each keeps its place."""
    asides: list[Aside] = []

    def kept(head: re.Match[str]) -> str:
        named = {line.partition(":")[0].strip(" \t>*").lower() for line in head[0].splitlines()}
        if not (named & _SENDER and named & _SUBJECT):
            return head[0]
        place = line_at(text, head.start())
        asides.extend(Aside("furniture", line.strip(), at) for at, line in enumerate(head[0].splitlines(), place))
        return "\n" * head[0].count("\n")

    text = _HEAD_OF_MAIL.sub(kept, text)
    return _without_manners(text, asides) if asides else (text, asides)


def without_mails(blocks: list[Block]) -> tuple[list[Block], list[Aside]]:
    """Blocks without the paragraphs that are nothing but what a mail says round its text, and these."""
    texts = [one.text.strip() if isinstance(one, Line) and not one.number else "…" for one in blocks]
    left = iter(without_heads_of_mails("\n\n".join(texts))[0].split("\n"))
    spoken = [any(list(islice(left, text.count("\n") + 2))) for text in texts]
    lines = [one for one, speaks in zip(blocks, spoken, strict=True) if not speaks and isinstance(one, Line)]
    kept = [one for one, speaks in zip(blocks, spoken, strict=True) if speaks]
    return kept, [Aside("furniture", " ".join(one.text.split())) for one in lines]


def _without_manners(text: str, heads: list[Aside]) -> tuple[str, list[Aside]]:
    """A text below heads of mails without how these greet, sign off with a name below, and say for whom they are."""
    lines = text.split("\n")
    places = {one.place for one in heads}
    begins = sorted(place for place in places if place + 1 not in places)
    apart: set[int] = set()
    for begin, end in zip(begins, [*begins[1:], len(lines)], strict=True):
        apart |= {begin + at for at in _manners([line.strip(" \t>*_") for line in lines[begin:end]])}
    asides = [*heads, *(Aside("furniture", lines[at].strip(), at + 1) for at in sorted(apart))]
    return "\n".join("" if at in apart else _QUOTES.sub("", line, 1) for at, line in enumerate(lines)), asides


def _manners(lines: list[str]) -> Iterator[int]:
    """The places of the lines of one mail that greet, sign off or say for whom it is."""
    spoken = [at for at, words in enumerate(lines) if words]
    ends = [at for at, words in enumerate([*lines, ""]) if not words]
    parts = list(zip([0, *(at + 1 for at in ends)], ends, strict=False))
    if spoken and _GREETING.fullmatch(lines[spoken[0]]):
        yield spoken[0]
        after = next((part for part in parts if part[0] > spoken[0] and part[0] < part[1]), (0, 0))
        yield from range(*after) if _HANDS_OVER.fullmatch(_words(lines, after)) else ()
    said = {at for part in parts if _DISCLAIMS.match(_words(lines, part)) for at in range(*part)}
    yield from said
    more = {at for part in parts if _INVITES.match(_words(lines, part)) for at in range(*part)}
    known = said | more
    own = [at for at in spoken if at not in known]
    for begin, end in parts:
        signed = next((at for at in range(begin, end) if at not in said and _SIGNS_OFF.fullmatch(lines[at])), None)
        if signed is None:
            continue
        below = own[(first := bisect_left(own, signed)) : first + _MOST_BELOW + 1]
        if len(below) <= _MOST_BELOW and all(len(lines[at]) <= _LONGEST_BELOW for at in below):
            yield from (at for at in spoken if at >= signed)
        elif end > signed + 1 or not lines[signed][-1].isalpha():  # else it may be a heading
            yield from range(signed, min(end, signed + _MOST_BELOW))
            yield from _named_again(lines, parts, end)


def _named_again(lines: list[str], parts: list[tuple[int, int]], end: int) -> Iterator[int]:
    """The lines behind the name of who has signed that begin with it, as a mail program puts them: "Jane Pugh"."""
    below = next((part for part in parts if part[0] >= end and part[0] < part[1]), (end, end))
    name = re.compile(rf"{re.escape(lines[end - 1].rstrip(',.'))}\b")
    if below[1] - below[0] <= _MOST_BELOW and name.match(lines[below[0]] if below[0] < below[1] else ""):
        yield from range(*below)


def _words(lines: list[str], part: tuple[int, int]) -> str:
    return " ".join(lines[slice(*part)])
