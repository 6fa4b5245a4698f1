"""What a document says of itself: its title, and when it was adopted, issued, reviewed, changed, is to be reviewed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from protocolau.importing.structure.draft import Draft
from protocolau.importing.structure.own_name import OwnName
from protocolau.language.marks import plain
from protocolau.language.months import ABBREVIATED, ENGLISH, WELSH
from protocolau.read.dates import PartialDate
from protocolau.read.written_dates import DATE, date_in

_ADOPTED = re.compile(
    r"adopted|approved|ratified|date of (?:adoption|approval|ratification)(?! of (?!this))|(?:adoption|approval) date|"
    r"mabwysiad|cymeradwy|fabwysi",
    re.IGNORECASE,
)
_AT_FIRST = re.compile(
    r"\b(?:original(?:ly)?|first|initial(?:ly)?|gwreiddiol|wreiddiol|cyntaf|gyntaf)\b", re.IGNORECASE
)
"""Before such a word: it is of the first version, and not of this one, that the date is said."""
_FIRST_AFTER = re.compile(r"\w*\W+(?:(?:am y tro|yn) )?(?:cyntaf|gyntaf|wreiddiol)\b", re.IGNORECASE)
"""Behind it, as Welsh has it: "mabwysiadwyd gyntaf"."""
_NOT_YET = re.compile(
    r"\b(?:not|never|to be|will be|shall be|would be|previous(?:ly)?|former(?:ly)?|earlier|draft|heb|i'w|blaenorol)\b|"
    r"\b(?:replac|supersed|disodl|ddisodl)",
    re.IGNORECASE,
)
"""Before the word that says that something was adopted: it was not, or another document was."""
_THIS = re.compile(
    r"\b(?:this|it|date|version|hwn|hon|fe['’]i|ei|dyddiad|fersiwn)\b|"
    r"\b(?:the|y|yr) (?:protocol|code|policy|procedure|document|cod|polisi|ddogfen) (?:was|is|has been)\b|"
    r"\bthese (?:\w+ )?(?:orders|regulations|rules|procedures|guidelines) (?:were|are|have been)\b|"
    r"^\W*(?:the )?(?:[\w'’-]+ )?(?:[\w'’-]+ )?council\W*$|"
    r"^\W*(?:the )?(?:protocol|code|policy|procedure|document)\W*$",
    re.IGNORECASE,
)
_OF_THIS = re.compile(r"\W*(?:this|it|yr? (?:\w+ ){1,3}h[wyo]n)\b", re.IGNORECASE)
_BY_ANOTHER = re.compile(
    r"\W*(?:by|gan)\s+(?:the\s+|y\s+|yr\s+)?(?:NALC|SLCC|LGA|WLGA|CLlLC|NJC|ACAS|One Voice Wales|Un Llais Cymru|"
    r"Local Government Association|National Association|Society of Local|"
    r"(?:Welsh|UK|Scottish) (?:Government|Ministers|Assembly|Parliament)|Parliament|Senedd|L?lywodraeth)\b",
    re.IGNORECASE,
)
"""Behind it: a body that adopts no council's document, but models of them, guidance and laws."""
_GUIDANCE = re.compile(r"\b(?:guidance|circular|advice|letter|canllawiau|cylchlythyr)\b", re.IGNORECASE)
_OBJECT = re.compile(r"\W*(?:the|a|an|its|y|yr)\b", re.IGNORECASE)
_DUE = re.compile(
    r"next review|review due|(?<!last )review date|due for review|date for review|to be reviewed by|"
    r"be (?:next )?reviewed(?! (?:annually|every|each|yearly|regularly|by (?:the|a|an|our|its)\b))|"
    r"adolygiad nesaf|dyddiad adolygu(?! diwethaf)|i'w adolygu|\badolygir\b|"
    r"(?:caiff|bydd|yn cael)(?: yr? (?:\w+ ){1,3}h[wo]n)? ei adolygu",
    re.IGNORECASE,
)
_REVIEW = re.compile(r"\W*(?:(?:date )?for review|review (?:by|in)|adolygu (?:erbyn|yn|ym(?: mis)?))\W*", re.IGNORECASE)
"""What stands before the date of a review that is to come where there is nothing more. "Review: May 2026" may be of
one that was."""
_REVIEW_ALONE = re.compile(rf"(?:review|adolygiad|adolygu)[\W_]+(?:{DATE.pattern})\W*$", re.IGNORECASE)
_REVIEWED = re.compile(
    r"last review(?:ed)?|(?<!be )(?<!next )reviewed(?! (?:annually|every|each|yearly|regularly))|adolygwyd|"
    r"adolygiad diwethaf|adolygu diwethaf",
    re.IGNORECASE,
)
_AMENDED = re.compile(
    r"\b(?:re-?)?(?:amended|revised|updated)\b|(?<!without )(?<!no )\bamendments?\b|"
    r"\b(?:diwygiwyd|diweddarwyd|[dn]?diwygio|ddiweddaru)\b",
    re.IGNORECASE,
)
_ISSUED = re.compile(r"date of issue|issued|issue date|dyddiad cyhoeddi", re.IGNORECASE)
_SAYS = {"review_due": _DUE, "reviewed": _REVIEWED, "issued": _ISSUED, "adopted": _ADOPTED, "amended": _AMENDED}
"""The facts that are dates, each with the words that say it."""
_WELSH = re.compile(r"[mf]abwysi|cymeradwy|adolyg|diwyg", re.IGNORECASE)
"""Words behind which Welsh names what was adopted: "mabwysiadwyd y Cod Ymddygiad"."""
_JOINED = re.compile(r"\W*(?:and|a|ac)?\W*(?:re-?)?", re.IGNORECASE)
"""What stands between two words that say one date: "reviewed and re-adopted"."""
_GOES_ON = re.compile(
    r"(?:[\s,;&]|\b(?:and|on|in|a|ac|ar|ym|"
    r"(?:(?:(?:then )?by|at|[cg]h?an|yn) )?(?:the |y )?(?:full council|council|n?[cg]h?yngor(?: llawn)?))\b)*",
    re.IGNORECASE,
)
"""What stands between two dates that one word says: "reviewed 10 May 2017, 9 May 2019 and 8 May 2021", "approved by
Cabinet on 3 July 2023 and by Council on 19 July 2023"."""
_AND = re.compile(
    r"[\s,;]*(?:(?:and|ac|a)\s+(?:(?:was|last|then|formally|finally|subsequently) )*|a['’]i\s+)(?:re-?)?", re.IGNORECASE
)
"""What stands before a word that is said of what the last date was said of: "adopted on 7 May and was reviewed"."""
_BEFORE_IT = re.compile(
    r"\b(?:recommended|considered|endorsed|agreed|supported|scrutinised|discussed|"
    r"argymhellwyd|ystyriwyd|cytunwyd|cefnogwyd|trafodwyd)\b",
    re.IGNORECASE,
)
"""What is done with a document before it is adopted: "recommended on 3 March and adopted on 14 May"."""
_IT_WAS = re.compile(
    r"\W*(?:(?:(?:this|the|these) [\w'’ -]{1,60}|it) (?:was|were|(?:has|have) been) (?:first )?)?", re.IGNORECASE
)
"""The document itself, or nothing at all, before that."""
CONTROL = re.compile(
    r"version|author|sponsor|audience|document (?:owner|control|reference)|owner|review|approved|adopt|issue|fersiwn|"
    r"awdur|cynulleidfa|perchennog|adolyg|cymeradwy|mabwysi|dyddiad|date|status|reference|minute",
    re.IGNORECASE,
)
"""The words of a table that says what a document is, and of which day."""
_TELLS = re.compile(
    r"adopt|approv|ratif|agreed|review|effective|commenc|in force|version|\bv\.? ?\d|"
    r"[mf]abwysi|cymeradwy|cytun|adolyg|i rym|mewn grym|fersiwn",
    re.IGNORECASE,
)
"""What stands beside a date that may be one of the document's."""
_OF_A_DATE = re.compile(r"\W*(?:(?:date|dyddiad)\W+)?(?:(?:of|when)\W+)?(?:last\W+|y\W+)?", re.IGNORECASE)
_LIKE_A_DATE = re.compile(
    rf"{DATE.pattern}|(?<![\d/.-])\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{4}}|\d\d)(?![\d/.-])"
    r"|(?<![\d/])(?:\d{1,2}/)?(?:19|20)\d\d(?![\d/–-])"
    rf"|\b(?:{'|'.join((*ENGLISH, *WELSH, *ABBREVIATED))})\s+['’‘]?\d\d(?!\d)",
    re.IGNORECASE,
)
_OF_A_PAGE = re.compile(
    r"\b(?:web ?)?page(?: was)?(?: last)?\W*#|#\W*(?:y|'r|’r) dudalen\b|\btudalen\W*#", re.IGNORECASE
)
"""A word that says of the page on which a document stands that it was changed."""
_NO_DATE = re.compile(
    r"\b(?:Acts?|Order|Regulations|Rules|Measure|Deddf|Gorchymyn|Rheoliadau|Mesur)\b[^.;\d]{0,60}(?:19|20)\d\d|\S*//\S*"
)
"""A law with its year, and the address of a page."""
_A_DATE_ALONE = 40
"""Characters of a line that has hardly more than a date."""
SHORT = 160
"""Characters that a line has at most that says so."""
_LONGEST_ROW, _SHORT_ROW = 400, 120
"""Characters of a row of a table at most, and of one that says when the document was adopted though its table does not
say what this is."""
_LONGEST_SENTENCE = 300
_BETWEEN_SENTENCES = re.compile(r"(?<=[^.\s]{2}[.!?])\s+(?=[^\W\d_])")
_SAYS_THIS = re.compile(
    r"\W*(?:this|these)\b|\W*\w+ (?:y|yr) (?:\w+ ){1,3}h[wyo]n\b|\W*(?:mae['’]r|y|yr) (?:\w+ ){1,3}h[wyo]n\b",
    re.IGNORECASE,
)
"""How a sentence of a longer text begins that speaks of the document itself."""


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
    alone = len(DATE.sub("", words)) < _A_DATE_ALONE
    said = (said for part, _ in _each_date(words) if _is_of_this(said := _said(part), part, one, own, words))
    return any(
        name == "adopted" or (name == "review_due" or alone) and _begins(verb) for names in said for name, verb in names
    )


def _begins(found: re.Match[str]) -> bool:
    """Whether no word stands before what was found, but one that says of what there is a date."""
    return _OF_A_DATE.fullmatch(found.string, 0, found.start()) is not None


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
        reviews = _REVIEW_ALONE.match(whole) or not facts.review_due and _DUE.match(whole)
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
        label = words if words.endswith(":") and len(words) < _A_DATE_ALONE else ""


def _parts(whole: str, one: Draft, own: OwnName) -> Iterator[tuple[str, list[str]]]:
    """The parts of a line, each with one date at most, and the facts of this document that each says."""
    before: list[str] = []
    of_this: bool | None = None
    for words, gap in _each_date(whole):
        said = _said(words)
        names = [name for name, _ in said] if _is_of_this(said, words, one, own, whole) else []
        if before and not said and _GOES_ON.fullmatch(gap):
            names = before
        elif of_this is not None and said and _AND.fullmatch(words[: said[-1][1].start()]):
            names = [name for name, _ in said] if of_this and not _names_what(said[0][1]) else []
        before = names
        of_this = bool(names) if said or names else _speaks_of_this(words, own)
        yield words, names


def _names_what(verb: re.Match[str]) -> bool:
    """Whether a word that says that something was adopted has an object, or a body behind it that adopts none here."""
    after = verb.string[verb.end() :]
    return any(one.match(after) for one in (_OBJECT, _BY_ANOTHER))


def _speaks_of_this(words: str, own: OwnName) -> bool | None:
    """Whether words say what was done with this document before it was adopted, or with another: None if neither."""
    found = _BEFORE_IT.search(words)
    if not found:
        return None
    before, after = words[: found.start()], DATE.split(words[found.end() :])[0]
    if _OBJECT.match(after):
        return False if own.names_another(after) else None
    return True if _IT_WAS.fullmatch(before) and not own.others(before) else None


def _may_say_a_date(words: str, whole: str) -> bool:
    """Whether a part of a line may say one of the document's dates: of no sentence, unless that begins with it."""
    if _AT_FIRST.search(words) or whole.endswith(".") and not _TELLS.match(whole):
        return False
    words = _NO_DATE.sub("", words)
    told = _LIKE_A_DATE.search(words) and _TELLS.search(words)
    return bool(told or DATE.search(words) and len(words) < _A_DATE_ALONE)


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
        ((name, verb) for name, done in _SAYS.items() for verb in done.finditer(words)), key=lambda one: one[1].start()
    )
    if not found and date and (alone := _REVIEW.fullmatch(words, 0, date.start())):
        return [] if any(map(str.isalnum, words[date.end() :])) else [("review_due", alone)]
    before = [one for one in found if date and one[1].end() <= date.start()]
    nearest_first = before[::-1] or found
    said = nearest_first[:1]
    for one in nearest_first[1:]:
        earlier, later = sorted((said[-1][1].span(), one[1].span()))
        if earlier[1] > later[0] or not _JOINED.fullmatch(words[earlier[1] : later[0]]):
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
    object_after = DATE.split(after)[0] if _WELSH.match(verb[0]) else ""
    if _OF_A_PAGE.search(f"{before}#{after}"):
        return False
    if any(map(own.names_another, (named, object_after))) or own.leads_to_another(named) or _BY_ANOTHER.match(after):
        return False
    if name == "review_due":
        return not (sentence and own.others(clause)) and not re.search(r"\bprevious\b", clause, re.IGNORECASE)
    if _AT_FIRST.search(before) or name == "issued" and _GUIDANCE.search(words):
        return False
    if one.kind in ("control", "review"):
        return not _FIRST_AFTER.match(after)
    if _NOT_YET.search(clause) or _FIRST_AFTER.match(after):
        return False
    if not any(map(str.isalnum, clause)) or _OF_THIS.match(after):
        return True
    return not sentence or _THIS.search(clause) is not None and not _OBJECT.match(after)


def _statements(one: Draft) -> Iterator[str]:
    rows = [[plain(cell.text) for cell in row] for row in one.rows]
    if len(rows) == 2 and len(rows[0]) == len(rows[1]) and all(CONTROL.search(head) for head in rows[0]):
        yield from (f"{head}: {said}" for head, said in zip(*rows, strict=True) if len(head + said) <= SHORT)
    else:
        yield from (words for row in rows if len(words := " ".join(row)) <= _LONGEST_ROW)
    for words in (one.heading, one.text):
        if 0 < len(words) <= SHORT:
            yield plain(words)
        elif words:
            sentences = _BETWEEN_SENTENCES.split(plain(words))
            yield from (said for said in sentences if len(said) <= _LONGEST_SENTENCE and _SAYS_THIS.match(said))


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
