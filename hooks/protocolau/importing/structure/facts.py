"""What a document says of itself: its title, and when it was adopted, issued, reviewed, changed, is to be reviewed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from protocolau.importing.structure import date_words
from protocolau.importing.structure.draft import Draft
from protocolau.importing.structure.own_name import OwnName
from protocolau.language.marks import plain
from protocolau.read.dates import PartialDate
from protocolau.read.written_dates import DATE, date_in

A_DATE_ALONE = 40
"""Characters of a line that has hardly more than a date."""
SHORT = 160
"""Characters that a line has at most that says so."""
_LONGEST_ROW, _SHORT_ROW = 400, 120
"""Characters of a row of a table at most, and of one that says when the document was adopted though its table does not
say what this is."""
_LONGEST_SENTENCE = 300
_BETWEEN_SENTENCES = re.compile(r"(?<=[^.\s]{2}[.!?])\s+(?=[^\W\d_])")


@dataclass(frozen=True)
class DocumentFacts:
    """What the document says of itself."""

    title: str = ""
    adopted: PartialDate | None = None
    issued: PartialDate | None = None
    reviewed: PartialDate | None = None
    review_due: PartialDate | None = None
    amended: PartialDate | None = None
    """When it was last changed without being adopted anew, as far as it says."""
    language: str | None = None
    doubtful: tuple[tuple[int, int | None, str], ...] = ()
    """Lines that may say one of these dates, which was not taken from them, each with its place and its page."""

    def without(self, name: str) -> "DocumentFacts":
        """The same, where one of its dates is not believed."""
        return replace(self, **{name: None})  # type: ignore[arg-type]


def is_dated(one: Draft, own: OwnName) -> bool:
    """Whether a provision is a line that says when the document was adopted or is to be reviewed, or hardly more than
    when it was issued, reviewed or changed.
    """
    words = plain(one.text or one.heading)
    if len(words) > SHORT or not DATE.search(words):
        return False
    alone = len(DATE.sub("", words)) < A_DATE_ALONE
    said = (said for part, _ in _each_date(words) if _is_of_this(said := _said(part), part, one, own, words))
    return any(
        name == "adopted" or (name == "review_due" or alone) and (_begins(verb) or date_words.REVIEWS.match(words))
        for names in said
        for name, verb in names
    )


def _begins(found: re.Match[str]) -> bool:
    """Whether no word stands before what was found, but one that says of what there is a date."""
    return date_words.OF_A_DATE.fullmatch(found.string, 0, found.start()) is not None


def with_dates(facts: DocumentFacts, one: Draft, own: OwnName) -> DocumentFacts:
    """The facts with the dates that a provision says of its document."""
    for whole in filter(re.compile(r"\d").search, _statements(one)):
        adopted: list[PartialDate] = []
        doubtful = False
        for words, names in _parts(whole, one, own):
            date = date_in(words)
            doubtful |= _may_say_a_date(DATE.sub("", words) if date and names else words, whole)
            if not date:
                continue
            if "adopted" in names and (not one.rows or _tells_dates(one) or len(words) < _SHORT_ROW):
                adopted.append(date)
            for name in names:
                facts = _with_date(facts, name, date)
        if adopted:  # what was adopted again is in force from then
            telling = _tells_dates(one) or not whole.endswith(".")
            earlier = [facts.adopted] if facts.adopted and telling else []
            latest = max([*earlier, *adopted], key=lambda date: date.last_day)
            facts = replace(facts, adopted=latest if earlier else facts.adopted or latest)
        reviews = date_words.REVIEW_ALONE.match(whole) or not facts.review_due and date_words.DUE.match(whole)
        if doubtful and not (one.rows and facts.adopted and not reviews):
            facts = replace(facts, doubtful=(*facts.doubtful, (one.place, one.page, whole)))
    return facts


def labelled(provisions: Iterable[Draft]) -> Iterator[Draft]:
    """Provisions, of which a date alone stands behind the words of the line above it that say of what it is one."""
    label = ""
    for one in provisions:
        words = plain(one.text).strip()
        if label and DATE.fullmatch(words):
            yield Draft(text=f"{label} {words}", kind="adoption", place=one.place)
        else:
            yield one
        label = words if words.endswith(":") and len(words) < A_DATE_ALONE else ""


def _parts(whole: str, one: Draft, own: OwnName) -> Iterator[tuple[str, list[str]]]:
    """The parts of a line, each with one date at most, and the facts of this document that each says."""
    before: list[str] = []
    of_this: bool | None = None
    for words, gap in _each_date(whole):
        said = _said(words)
        names = [name for name, _ in said] if _is_of_this(said, words, one, own, whole) else []
        if before and not said and date_words.GOES_ON.fullmatch(gap):
            names = before
        elif of_this is not None and said and date_words.AND.fullmatch(words[: said[-1][1].start()]):
            names = [name for name, _ in said] if of_this and not _names_what(said[0][1]) else []
        before = names
        of_this = bool(names) if said or names else _speaks_of_this(words, own)
        yield words, names


def _names_what(verb: re.Match[str]) -> bool:
    """Whether a word that says that something was adopted has an object, or a body behind it that adopts none here."""
    after = verb.string[verb.end() :]
    return any(one.match(after) for one in (date_words.OBJECT, date_words.BY_ANOTHER))


def _speaks_of_this(words: str, own: OwnName) -> bool | None:
    """Whether words say what was done with this document before it was adopted, or with another: None if neither."""
    found = date_words.BEFORE_IT.search(words)
    if not found:
        return None
    before, after = words[: found.start()], DATE.split(words[found.end() :])[0]
    if date_words.OBJECT.match(after):
        return False if own.names_another(after) else None
    return True if date_words.IT_WAS.fullmatch(before) and not own.others(before) else None


def _may_say_a_date(words: str, whole: str) -> bool:
    """Whether a part of a line may say one of the document's dates: of no sentence, unless that begins with it."""
    if date_words.AT_FIRST.search(words) or whole.endswith(".") and not date_words.TELLS.match(whole):
        return False
    words = date_words.NO_DATE.sub("", words)
    told = date_words.LIKE_A_DATE.search(words) and date_words.TELLS.search(words)
    return bool(told or DATE.search(words) and len(words) < A_DATE_ALONE)


def _with_date(facts: DocumentFacts, name: str, date: PartialDate) -> DocumentFacts:
    """The facts with a date of a name: it was last reviewed and changed on the last, and is next due on the first."""
    known: PartialDate | None = getattr(facts, name)
    if name == "adopted" or name in ("issued", "review_due") and known:
        return facts
    if known and name == "reviewed":
        date = max(known, date, key=lambda one: one.last_day)
    return replace(facts, **{name: date})  # type: ignore[arg-type]


def _tells_dates(one: Draft) -> bool:
    return one.kind in ("adoption", "control", "review")


def _said(words: str) -> list[tuple[str, re.Match[str]]]:
    """What words say of the date in them: by the last word before it that says any of it, or the first behind it."""
    date = DATE.search(words)
    found = sorted(
        ((name, verb) for name, done in date_words.SAYS.items() for verb in done.finditer(words)),
        key=lambda one: one[1].start(),
    )
    if not found and date and (alone := date_words.REVIEW.fullmatch(words, 0, date.start())):
        return [] if any(map(str.isalnum, words[date.end() :])) else [("review_due", alone)]
    before = [one for one in found if date and one[1].end() <= date.start()]
    nearest_first = before[::-1] or found
    said = nearest_first[:1]
    for one in nearest_first[1:]:
        earlier, later = sorted((said[-1][1].span(), one[1].span()))
        if earlier[1] > later[0] or not date_words.JOINED.fullmatch(words[earlier[1] : later[0]]):
            break
        said.append(one)
    return said


def _is_of_this(said: list[tuple[str, re.Match[str]]], words: str, one: Draft, own: OwnName, whole: str) -> bool:
    """Whether words say when this document was adopted, reviewed or issued: not that another was, which it names."""
    if not said:
        return False
    name, verb = min(said, key=lambda one: one[1].start())
    before, after = words[: verb.start()], words[verb.end() :]
    clause, named = re.split(r"[.;:|–—]\s", before)[-1], re.split(r"[.;|]\s", before)[-1]
    sentence = whole.rstrip().endswith(".")
    object_after = DATE.split(after)[0] if date_words.WELSH_VERB.match(verb[0]) else ""
    if date_words.OF_A_PAGE.search(f"{before}#{after}"):
        return False
    if (
        any(map(own.names_another, (named, object_after)))
        or own.leads_to_another(named)
        or date_words.BY_ANOTHER.match(after)
    ):
        return False
    if name == "review_due":
        return not (sentence and own.others(clause)) and not re.search(r"\bprevious\b", clause, re.IGNORECASE)
    if date_words.AT_FIRST.search(before) or name == "issued" and date_words.GUIDANCE.search(words):
        return False
    if one.kind in ("control", "review"):
        return not date_words.FIRST_AFTER.match(after)
    if date_words.NOT_YET.search(clause) or date_words.FIRST_AFTER.match(after):
        return False
    if not any(map(str.isalnum, clause)) or date_words.OF_THIS.match(after):
        return True
    return not sentence or date_words.THIS.search(clause) is not None and not date_words.OBJECT.match(after)


def _statements(one: Draft) -> Iterator[str]:
    rows = [[plain(cell.text) for cell in row] for row in one.rows]
    if len(rows) == 2 and len(rows[0]) == len(rows[1]) and all(date_words.CONTROL.search(head) for head in rows[0]):
        yield from (f"{head}: {said}" for head, said in zip(*rows, strict=True) if len(head + said) <= SHORT)
    else:
        yield from (words for row in rows if len(words := " ".join(row)) <= _LONGEST_ROW)
    for words in (one.heading, one.text):
        if 0 < len(words) <= SHORT:
            yield plain(words)
        elif words:
            sentences = _BETWEEN_SENTENCES.split(plain(words))
            yield from (
                said for said in sentences if len(said) <= _LONGEST_SENTENCE and date_words.SAYS_THIS.match(said)
            )


def _each_date(words: str) -> Iterator[tuple[str, str]]:
    """Words that have several dates, cut so that each has one, with what stands before it, or after the first.

    With each stands what parts its date from the one before.
    """
    dates = list(DATE.finditer(words))
    if len(dates) < 2:
        yield words, "."
        return
    leads = any(character.isalnum() for character in words[: dates[0].start()])
    cuts = [one.end() if leads else one.start() for one in dates]
    edges = [0, *cuts[:-1], len(words)] if leads else [*cuts, len(words)]
    gaps = [".", *(words[one.end() : other.start()] for one, other in zip(dates, dates[1:], strict=False))]
    for start, end, gap in zip(edges, edges[1:], gaps, strict=False):
        yield words[start:end], gap
