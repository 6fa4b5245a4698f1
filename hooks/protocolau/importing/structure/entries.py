"""Each line as what it is: a heading, a numbered provision, an item or a paragraph."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from math import inf

from protocolau.importing.characters import SIGNS_OF_NOTES
from protocolau.importing.lines import Block, Line, Table, lines_of
from protocolau.importing.own_styles import TITLE, says_no_heading
from protocolau.importing.structure.facts import A_DATE_ALONE
from protocolau.importing.structure.markers import DIVISIONS, Marker, follows
from protocolau.importing.structure.paragraphs import AN_END, marked, sizes_differ
from protocolau.read.written_dates import DATE

_SENTENCE_ENDS = re.compile(r"[.:]$")
_STOP = re.compile(rf"(?:[.;,?!…]|[—–]|:-)[{SIGNS_OF_NOTES}]*$")
"""How a line ends that is no heading, with the sign of a note behind it or without."""
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|can|will|shall|should|must|may|do|does|mae|yw|ydyw|caiff|rhaid|dylai|bydd|gall|oes)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"(?:what|who|when|where|why|how|beth|pwy|pryd|ble|pam|sut)\b", re.IGNORECASE)
"""How a heading begins that has a verb: "What we will do"."""
_LEADS_IN = re.compile(r"\b(?:follow\w*|below|canlynol|isod)\b", re.IGNORECASE)
"""What words say that lead into a table or a list."""
_HEADING_STYLE = re.compile(r"heading|title|pennawd|teitl|head\b|subtitle", re.IGNORECASE)
_STYLED = re.compile(r"title|teitl", re.IGNORECASE)
_TELLING = re.compile(
    r"protocol|\bcode\b|\bpolicy|procedure|relations|council\b|constitution\b|\bcod\b|polisi|cyngor\b|gweithdrefn|"
    r"perthynas|cyfansoddiad\b|scheme of delegation|standing orders|terms of reference|cynllun dirprwyo|"
    r"rheolau sefydlog|cylch gorchwyl",
    re.IGNORECASE,
)
OPENING = re.compile(
    r"(?:introduct|purpose|preamble|background|scope\b|definition|foreword|aims?\b|objective|principle|summary|"
    r"overview(?! (?:and|&) scrutiny)|cyflwyniad|rhagarweiniad|rhagair|diben|pwrpas|cefndir|cwmpas|diffiniad|"
    r"nod(?:au)?\b|amcan|egwyddor|crynodeb)",
    re.IGNORECASE,
)
"""How the heading of a first section begins."""
OF_A_FORM = re.compile(
    r"(?:document|version|revision|policy|change|amendment|review) (?:control|history|information|record|log)"
    r"(?: (?:sheet|table))?|(?:record|history|schedule) of (?:changes|amendments|revisions|versions|reviews)|"
    r"(?:table of )?contents|cynnwys|rheoli(?:'r)? (?:dogfen|fersiynau?)|hanes (?:y )?(?:ddogfen|fersiynau)|"
    r"cofnod (?:o )?(?:newidiadau|ddiwygiadau|diwygiadau)",
    re.IGNORECASE,
)
"""What stands over the table that says what a document is, and over its contents: no title of any, and no section."""
_OF_AN_END = re.compile(r"adopt|approv|review|sign|[mf]abwys|cymeradwy|adolyg|llofnod", re.IGNORECASE)
"""What the heading says over a line that says when the document was adopted, or is to be reviewed."""
_CAPTION = re.compile(r"(?:table|figure|tabl|ffigur) \d", re.IGNORECASE)
"""What a table is called, below it."""
TO_FILL_IN = re.compile(r"[.…_]{8,}")
"""In a line to be signed, which is no heading, nor a heading's text."""
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\W?")
_QUOTES = "\"'“‘"
_CLOSES = re.compile(r"^[^“]*”|^[^\"]*\"[.;,]?$")
_LONGEST_QUOTATION = 12
"""Lines after the first that a quotation may have."""
_LARGER = 1.15
"""How many times larger than most are letters that stand out by their size."""
_MARKED = 3
"""Headings of which the document says that they are some, from which on it is taken to say so of each."""
_TITLES = 8
_LONGEST = 90
_SENTENCE = 60
_MOST_WORDS = 14
CAPITALS, BOLD, UNDERLINED, ITALIC, PLAIN = range(5)
"""How much a heading stands out, the most first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line, or a table, with what it is."""

    line: Line | None
    table: Table | None = None
    marker: Marker | None = None
    text: str = ""
    """The words without the number."""
    heading: bool = False
    rank: int = PLAIN
    """How much it stands out as a heading, by its look."""
    size: float = 0.0
    """How large its letters are, in points; 0 where that is not known."""
    outline: int | None = None
    quoted: bool = False
    """Whether it stands in a quotation that was opened before it."""
    title: bool = False
    """Whether it is a title of the document, which holds nothing."""


def stands_over(one: Entry, other: Entry) -> bool:
    """Whether a heading stands out more than another: surely, or by its look where nothing tells them apart surely."""
    return surely_over(one, other) or not surely_over(other, one) and one.rank < other.rank


def surely_over(one: Entry, other: Entry) -> bool:
    """Whether a heading is larger than another or, where sizes are not known, is one as the document says, and the
    other only looks like one.
    """
    if one.size and other.size:
        return sizes_differ(one.size, other.size) and one.size > other.size
    return one.outline is not None and other.outline is None


def stands_beside(one: Entry, other: Entry) -> bool:
    """Whether headings stand out alike."""
    return not stands_over(one, other) and not stands_over(other, one)


def entries(blocks: tuple[Block, ...]) -> list[Entry]:
    """Every block as what it is."""
    large = _LARGER * _usual_size(blocks)
    found = _quoted([_entry(block, large) for block in blocks])
    outlined = [index for index, one in enumerate(found) if one.outline is not None]
    marked_from = outlined[0] if len(outlined) >= _MARKED else len(found)
    made: list[Entry] = []
    for index, one in enumerate(found):
        after = found[index + 1] if index + 1 < len(found) else None
        later = found[index + 2] if index + 2 < len(found) else None
        no_heading = index > marked_from and _looks_like_none(one)
        made.append(one if no_heading else _headed(one, after, later, made[-1] if made else None))
    return _titled(made)


def _looks_like_none(one: Entry) -> bool:
    """Whether a line has nothing of a heading but that it is short: it is none where the document marks its own."""
    styled = one.line is not None and _HEADING_STYLE.search(one.line.style) is not None
    return one.rank == PLAIN and one.outline is None and one.marker is None and not styled


def _quoted(found: list[Entry]) -> list[Entry]:
    """Numbers inside a quotation that was opened on a line above belong to its words."""
    made = list(found)
    for index, one in enumerate(found):
        if not _opens(one.text):
            continue
        within = found[index + 1 : index + 1 + _LONGEST_QUOTATION]
        closed = next((place for place, other in enumerate(within, index + 1) if _CLOSES.search(other.text)), index)
        for place in range(index + 1, closed + 1):
            line = found[place].line
            if line and not line.number and (found[place].marker or _NO_NUMBER).kind not in ("bullet", *DIVISIONS):
                made[place] = replace(found[place], marker=None, text=line.text.strip(), quoted=True)
    return made


def _opens(text: str) -> bool:
    """Whether a quotation begins in a line and does not end in it."""
    curly = text.count("“") - text.count("”")
    return curly > 0 or not curly and text.startswith('"') and text.count('"') == 1


def _titled(found: list[Entry]) -> list[Entry]:
    """Headings at the very start are titles: those that say what the document is, and all where number 1 comes next.

    None is what heads a first section, nor, below the line that says when the document was adopted, what does not say
    what it is.
    """
    start = 0
    while start < len(found) and start < _TITLES and _may_be_title(found[start]):
        start += 1
    begins = start < len(found) and (found[start].marker or _NO_NUMBER).kind != "bullet"
    made, dated, known = list(found), False, False
    for index in range(start):
        one = found[index]
        largest = (index == 0 or made[index - 1].title) and _is_larger_than(one, found[index + 1 :])
        if known and not largest and _is_first_of(one, found[start:], found[index - 1]):
            break
        dated = dated or _says_when(one.text)
        named = bool(_TELLING.search(one.text)) or _STYLED.match(one.line.style if one.line else "") is not None
        followed = index + 1 < start and found[index + 1].heading
        below = index > 0 and made[index - 1].title and _names_only(one, found[index + 1 :])
        stands_out = one.heading or named and one.line is not None and (one.rank <= BOLD or below)
        over_table = index + 1 < len(found) and found[index + 1].table is not None
        of_a_form = over_table and OF_A_FORM.fullmatch(one.text.strip(" :")) is not None
        asks = known and _ASKS.match(one.text) is not None
        is_section = OPENING.match(one.text) is not None or of_a_form or (dated or asks) and not named
        alone = begins or named or largest or followed and index == 0
        if stands_out and not is_section and not _says_when(one.text) and alone:
            made[index] = replace(one, title=True)
            known = known or named
    return made


def _is_larger_than(one: Entry, rest: list[Entry]) -> bool:
    """Whether the letters of a heading are larger than all that follow, as those of a title are."""
    return (
        one.heading
        and bool(rest)
        and all(sizes_differ(one.size, other.size) and one.size > other.size for other in rest if other.line)
    )


def _is_first_of(one: Entry, rest: list[Entry], before: Entry) -> bool:
    """Whether a heading below the title is that of the first section: it looks as later ones do.

    Below a line in the style of titles, any that has the style of headings is one. What says what the document is, is
    always a title.
    """
    if not one.heading or one.line is None or _TELLING.search(one.text) or _STYLED.match(one.line.style):
        return False
    if one.outline is not None and before.line is not None and _STYLED.match(before.line.style):
        return True
    return any(
        other.heading and other.marker is None and other.outline == one.outline and stands_beside(one, other)
        for other in rest
    )


def _tells_a_date(text: str) -> bool:
    """Whether a line has hardly more than a date."""
    return DATE.search(text) is not None and len(DATE.sub("", text)) < A_DATE_ALONE


def _names_only(one: Entry, rest: list[Entry]) -> bool:
    """Whether a line below a title says nothing of its own: no sentence, and before a heading, a number or a table."""
    after = rest[0] if rest else None
    says = _STOP.search(one.text) or one.text.endswith(":") or _VERB.search(one.text)
    if says or after is None:
        return False
    return after.heading or after.marker is not None or after.line is None or _tells_a_date(after.text)


_NO_NUMBER = Marker("", "bullet")


def _may_be_title(one: Entry) -> bool:
    short = len(one.text) < _LONGEST and not (_SENTENCE_ENDS.search(one.text) and _VERB.search(one.text))
    return one.table is not None or one.marker is None and (one.heading or short)


def _says_when(text: str) -> bool:
    """Whether a line says when, or by whom, the document was adopted: no title does."""
    return AN_END.match(text) is not None and re.search(r"\d", text) is not None


def _usual_size(blocks: tuple[Block, ...]) -> float:
    """How large most letters are; without end where that is not known."""
    sizes: Counter[float] = Counter()
    for line in lines_of(blocks):
        sizes[line.size] += len(line.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0) or inf


def _entry(block: Block, large: float) -> Entry:
    if isinstance(block, Table):
        return Entry(None, table=block)
    marker, text = marked(block)
    rank = min(_rank(block, text), BOLD if block.size >= large else PLAIN)
    return Entry(block, None, marker, text, rank=rank, size=block.size, outline=block.outline)


def _rank(line: Line, text: str) -> int:
    letters = [character for character in text if character.isalpha()]
    if len(letters) > 2 and all(letter.isupper() for letter in letters):
        return CAPITALS
    if line.runs and all(run.capitals for run in line.runs if run.text.strip()):
        return CAPITALS
    return BOLD if line.bold else UNDERLINED if line.underlined else ITALIC if line.italic else PLAIN


def _headed(one: Entry, after: Entry | None, later: Entry | None, before: Entry | None) -> Entry:
    return replace(one, heading=True) if one.line and _is_heading(one, after, later, before) else one


def _is_heading(one: Entry, after: Entry | None, later: Entry | None, before: Entry | None) -> bool:
    line, text, marker = one.line, one.text, one.marker
    assert line is not None
    if one.quoted or says_no_heading(line):
        return False
    if marker and marker.kind in DIVISIONS:
        ends = text.endswith(".") or len(text) > _SENTENCE and _SENTENCE_ENDS.search(text)
        return not (ends and _VERB.search(text))
    if line.style == TITLE and text and len(text) <= 2 * _LONGEST:
        return True
    sentence = len(text) > _SENTENCE and _STOP.search(text) is not None  # a clause set in the style of a heading
    if line.outline is not None and len(text) <= 2 * _LONGEST and not sentence:
        return bool(text) or marker is not None
    if marker is None and (_says_when(text) or _POSTCODE.fullmatch(text) or TO_FILL_IN.search(text)):
        return False
    if not text or len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or after is None:
        return False
    if before is not None and before.table is not None and after.table is None and _CAPTION.match(text):
        return False
    if text[0].islower() or "\t" in text or _STOP.search(text) and not text.endswith("?"):
        return False
    if marker and marker.kind in ("letter", "roman") and one.rank == CAPITALS and marker.capital:
        return after.rank > CAPITALS and (after.marker is None or not follows(marker, after.marker))
    if marker and marker.kind in ("letter", "roman", "bullet"):
        over = _speaks(after) or marker.capital and one.rank < after.rank
        return one.rank < UNDERLINED and marker.kind != "bullet" and over and marker.form.endswith(".")
    if _HEADING_STYLE.search(line.style) and one.rank < PLAIN:
        return True
    if marker:
        return not _ends_list(one, after, before) and _numbered_heading(one, after, later)
    if text.endswith(":"):
        return one.rank <= BOLD and not _begins_list(after)
    if one.rank < ITALIC:
        return (
            after.heading
            or after.line is None
            or not stands_beside(one, after)
            or after.marker is not None
            or len(after.text) > len(text)
        )
    return _plain_heading(one, after, later, before)


def _ends_list(one: Entry, after: Entry, before: Entry | None) -> bool:
    """Whether a short number is the last of a list, below which the document says when it was adopted, or is signed."""
    if one.marker is None or before is None or before.marker is None or before.heading or _OF_AN_END.search(one.text):
        return False
    goes_on = one.rank == PLAIN and follows(before.marker, one.marker)
    return goes_on and after.marker is None and AN_END.match(after.text) is not None


def _numbered_heading(one: Entry, after: Entry, later: Entry | None) -> bool:
    """A short number's words are a heading where something other than the next number of its kind comes."""
    if one.marker is None or after.line is None:
        leads_in = one.text.endswith(":") and one.rank > BOLD and (_VERB.search(one.text) or _LEADS_IN.search(one.text))
        return after.line is None and not leads_in
    if one.rank <= BOLD:
        return True
    other = after.marker
    if other and other.value == one.marker.value == (1,) and other.form == one.marker.form:
        line = one.line
        level = line is not None and line.apart and not after.line.apart and line.indent >= after.line.indent
        return level and not _STOP.search(one.text)
    if _VERB.search(one.text) or one.text.endswith(":") and (other is not None or len(one.text.split()) > 5):
        return False
    if other is None and one.rank == PLAIN and (after.outline is not None or surely_over(after, one)):
        return False  # the last item above a heading that the document marks, or that is larger
    if other is None:
        longer = len(after.text) > len(one.text) or after.rank < PLAIN or _inner(after, later)
        return after.text.lstrip(_QUOTES)[:1].isupper() and longer
    deeper = len(other.value) > len(one.marker.value) and other.value[: len(one.marker.value)] == one.marker.value
    begins = (
        other.kind in ("letter", "roman", "figure")
        and (other.value == (1,) or other.other == 1)
        and len(one.text.split()) < 9
    )
    return deeper or (begins and other.form != one.marker.form)


def _plain_heading(one: Entry, after: Entry, later: Entry | None, before: Entry | None) -> bool:
    """Nothing but short: between sentences that have ended and words that are longer."""
    asks = one.line is not None and one.line.apart and _ASKS.match(one.text)
    if len(one.text.split()) > 9 or not one.text[0].isupper() or _VERB.search(one.text) and not asks:
        return False
    ended = (
        before is None
        or before.heading
        or before.table is not None
        or bool(re.search(r"[.:;!?”’\")\d]$", before.text))
        or (before.marker is not None)
        or _says_when(before.text)
    )
    if before is not None and before.text.endswith(":"):
        return False
    divided = before is not None and before.marker is not None and before.marker.kind in DIVISIONS and not before.text
    follows = divided and after.table is not None
    if after.line is not None:
        follows = (
            after.marker is not None
            or len(after.text) > 1.5 * len(one.text)
            or after.text.endswith(":")
            or _inner(after, later)
        )
    return ended and follows and not re.search(r"\d{4}$|:", one.text)


def _inner(after: Entry, later: Entry | None) -> bool:
    """Whether what follows a heading is a heading itself, as short and with words after it."""
    short = len(after.text.split()) < 9 and after.text[:1].isupper() and not _STOP.search(after.text)
    return short and after.marker is None and later is not None and len(later.text) > 2 * len(after.text)


def _begins_list(after: Entry) -> bool:
    """Whether a list begins: a figure but 1 only goes on with a count."""
    marker = after.marker
    if marker is None or marker.kind == "figure" and marker.value != (1,):
        return False
    return marker.kind in ("bullet", "letter", "roman", "figure")


def _speaks(after: Entry) -> bool:
    return after.table is not None or len(after.text) > 40 or after.marker is not None
