"""Rules beyond shape. Each is a small generator of faults, with its law as its docstring.

A rule gets a `RuleContext` and yields a `Fault` for each place that breaks the law. `RULES` is the whole list.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, product
from typing import Any

from protocolau.model.assemble import Located
from protocolau.model.protocol import DRAFT, Version
from protocolau.model.provision import Provision
from protocolau.model.statements import Statement
from protocolau.model.vocabulary import Bilingual, Party, Policy, Topic, Vocabulary
from protocolau.read.document import Location, PlainValue, YamlDocument
from protocolau.read.problem import Problem, did_you_mean, first_faults
from protocolau.rules.fault import Fault
from protocolau.rules.provenance import adopted_texts
from protocolau.rules.sources import difference_from_source, parted, source_file_faults
from protocolau.schema.fields import SLUG
from protocolau.schema.leaving_out import value_at
from protocolau.schema.shapes import ProtocolShape, ProvisionShape

ONLY_IN_DRAFTS = ("taken_from", "to_decide")
"""Keys that say where a draft's words come from, and what is still to be decided."""
_OF_PARTIES = ("by", "to", "about")
_LOOKED_FOR = frozenset({"id", "look_at", *ONLY_IN_DRAFTS, *_OF_PARTIES})
"""Keys of which rules ask whether they stand anywhere."""


def _written_under(keys: frozenset[str], data: PlainValue) -> dict[str, list[PlainValue]]:
    """What stands under each of some keys, wherever in the data; for a key that nowhere stands nothing."""
    found: dict[str, list[PlainValue]] = {}
    rest = [data]
    while rest:
        part = rest.pop()
        if isinstance(part, dict):
            for key, value in part.items():
                if key in keys:
                    found.setdefault(key, []).append(value)
                if type(value) is not str:
                    rest.append(value)
        elif isinstance(part, list):
            rest += [value for value in part if type(value) is not str]
    return found


@dataclass(frozen=True)
class RuleContext:
    """A version as a rule sees it: as written, as assembled, and what it may refer to."""

    document: YamlDocument
    shape: ProtocolShape
    version: Version
    located: Located
    vocabulary: Vocabulary
    whole: bool
    """Whether nothing had to be left out because of its shape."""

    @cached_property
    def statements(self) -> list[tuple[Location, Statement]]:
        """Every statement with the place of its provision."""
        return [(at, statement) for at, provision in self.located for statement in provision.statements]

    @cached_property
    def written(self) -> Mapping[str, list[PlainValue]]:
        """What stands under each of a few keys, wherever in the file: where it does is looked for only in a fault."""
        return _written_under(_LOOKED_FOR, self.document.data)


_CURLY_MARKS = frozenset("“”„‟")
_REMARK = re.compile(r"(?<=\w) #\S*")
"""A word behind which YAML takes the rest of a line for a remark."""

Rule = Callable[[RuleContext], Iterator[Fault]]
Named = Bilingual | Party | Policy | Topic


def faults(case: RuleContext) -> list[Problem]:
    """Every fault that any rule finds."""
    rules = RULES if case.whole else RULES_OF_PARTS
    return first_faults(fault.in_document(case.document) for rule in rules for fault in rule(case))


def unknown(word: str, what: str, known: Mapping[str, Named], file: str) -> tuple[str, str]:
    """What is wrong and what to do where a list of the vocabulary, kept in a file, does not know a word."""
    several = [one.strip() for one in re.split(r"[,;]", word)]
    if len(several) > 1 and set(several) <= set(known):
        return f"unknown {what} '{word}'", f"several stand in brackets: [{', '.join(several)}]"
    called = (slug for slug, one in known.items() if word.casefold() in map(str.casefold, _names(one)))
    otherwise = f"choose one of those in {file}"
    return f"unknown {what} '{word}'", did_you_mean(next(called, word), known, otherwise)


def _names(one: Named) -> Iterator[str]:
    """What an entry of the vocabulary is called, in both languages."""
    name = one if isinstance(one, Bilingual) else one.name
    yield from (name.en, name.cy)
    if isinstance(one, Party):
        for of in (one.called, one.called_together, one.named_as):
            yield from (words for names in of.values() for words in names)


def _place(case: RuleContext, at: Location, statement: Statement) -> Location:
    """The place of a statement: that of its provision, where it is the only one and written as plain text."""
    is_listed = isinstance(value_at(case.document.data, (*at, "text")), list)
    return (*at, "text", statement.position) if is_listed else at


def topics_are_known(case: RuleContext) -> Iterator[Fault]:
    """Every topic is one of the vocabulary's."""
    known = case.vocabulary.topics
    for at, statement in case.statements:
        for topic in statement.topics:
            if topic not in known:
                place = (*_place(case, at, statement), "topic")
                yield Fault(place, *unknown(topic, "topic", known, "vocabulary/topics.yml"))


class SamePlace:
    """Finds the anchor that differs from another in punctuation alone: another number is another clause.

    They are gone through once, when one is first asked for.
    """

    def __init__(self, anchors: Iterable[str]):
        self._anchors = anchors

    def of(self, anchor: str) -> str | None:
        """The first anchor that is meant, if there is one."""
        return self._by_letters_and_digits.get(_letters_and_digits(anchor))

    @cached_property
    def _by_letters_and_digits(self) -> dict[tuple[str, ...], str]:
        return {_letters_and_digits(one): one for one in reversed(list(self._anchors))}


def _letters_and_digits(anchor: str) -> tuple[str, ...]:
    """The numbers and words of an anchor: of `6 (1)(a)`, `6.1.a` and `6.1a` the same."""
    return tuple(re.findall(r"\d+|[^\W\d_]+", anchor.casefold()))


def parties_are_known(case: RuleContext) -> Iterator[Fault]:
    """Every party is one of the vocabulary's, each told of where it is written."""
    known = case.vocabulary.parties
    written = (part for key in _OF_PARTIES for part in case.written.get(key, ()))
    if known.keys() >= {party for part in written for party in _parties(part)}:
        return
    for at, party in _parties_written(case.document.data, ()):
        if party not in known:
            yield Fault(at, *unknown(party, "party", known, "vocabulary/parties.yml"))


def _parties_written(data: PlainValue, at: Location) -> Iterator[tuple[Location, str]]:
    """Every party that is named by `by`, `to` or `about`, with its place."""
    if isinstance(data, list):
        for index, entry in enumerate(data):
            yield from _parties_written(entry, (*at, index))
    elif isinstance(data, Mapping):
        for key, value in data.items():
            if key in _OF_PARTIES:
                yield from (((*at, key), party) for party in _parties(value))
            else:
                yield from _parties_written(value, (*at, key))


def _parties(written: PlainValue) -> Iterable[str]:
    """The parties that stand under a key."""
    if isinstance(written, str):
        return (written,)
    return [party for party in written if isinstance(party, str)] if isinstance(written, list) else ()


def nothing_is_left_to_look_at(case: RuleContext) -> Iterator[Fault]:
    """Only a version that awaits review says what a person has still to look at."""
    if case.shape.awaiting_review or "look_at" not in case.written:
        return
    remedy = "look at it and take the line out, or write 'awaiting_review: true'"
    for at in places_to_look_at(case.document.data):
        yield Fault((*at, "look_at"), "'look_at' in a version that does not await review", remedy)


def places_to_look_at(data: PlainValue, at: Location = ()) -> Iterator[Location]:
    """Where a version's file says that a person has still to look at something."""
    if isinstance(data, list):
        for index, entry in enumerate(data):
            yield from places_to_look_at(entry, (*at, index))
    elif isinstance(data, Mapping):
        if "look_at" in data:
            yield at
        for key, value in data.items():
            yield from places_to_look_at(value, (*at, key))


def policies_are_known(case: RuleContext) -> Iterator[Fault]:
    """Every policy cited is one of the vocabulary's."""
    known = case.vocabulary.policies
    for at, statement in case.statements:
        for policy in statement.policies:
            if policy not in known:
                place = (*_place(case, at, statement), "policies")
                yield Fault(place, *unknown(policy, "policy", known, "vocabulary/policies.yml"))


def numbers_have_no_quotes(case: RuleContext) -> Iterator[Fault]:
    """A number is not written in curly quotation marks, which YAML takes for words."""
    for at, provision in case.located:
        if provision.number and not _CURLY_MARKS.isdisjoint(provision.number):
            what = f"the number {provision.number} has curly quotation marks, which are taken for words"
            yield Fault((*at, "number"), what, 'write straight ones: "1."')


def dates_agree(case: RuleContext) -> Iterator[Fault]:
    """A protocol is adopted before it is issued, and issued before it is reviewed, due for review or withdrawn.

    A review may come after the day on which it was due, and then it is done.
    """
    version = case.version
    begun = [(key, date) for key, date in (("adopted", version.adopted), ("issued", version.issued)) if date]
    after = (("reviewed", version.reviewed), ("review_due", version.review_due), ("withdrawn", version.withdrawn))
    later = [(key, date) for key, date in after if date]
    for (early, first), (late, second) in (*pairwise(begun), *product(begun[-1:], later)):
        if second.last_day < first.first_day:
            what = f"'{late}' ({second}) is before '{early}' ({first})"
            yield Fault((late,), what, "correct the one that is wrong")


def file_is_named_for_adoption(case: RuleContext) -> Iterator[Fault]:
    """A version's file is named for the date of its adoption, or `undated`, and a word behind `_` if there are two."""
    if case.version.adopted is None and value_at(case.document.data, ("adopted",)):
        return  # there is a date, but one that nobody can read
    if case.version.slug == DRAFT:
        return
    expected = str(case.version.adopted or "undated")
    named, _, word = case.version.slug.partition("_")
    if named != expected:
        remedy = f"rename it to {expected}.yml or correct 'adopted'"
        if case.document.path.with_name(f"{expected}.yml").exists():
            remedy = f"{expected}.yml is there already: correct 'adopted', or keep one of the two and delete the other"
        what = f"the file is named {case.version.slug}.yml but 'adopted' says {expected}"
        yield Fault(("adopted",), what, remedy)
    elif "_" in case.version.slug and not SLUG.fullmatch(word):
        yield Fault(("adopted",), f"the file's name has '{word}' behind its date", "use a to z, 0 to 9 and hyphens")


def drafts_are_drafts(case: RuleContext) -> Iterator[Fault]:
    """A draft has no date of adoption; nothing but a draft says what is to be decided and whose words it took."""
    if case.version.slug == DRAFT:
        if case.shape.adopted:
            remedy = "take 'adopted' out, and write 'protocolau adopt' when it is"
            yield Fault(("adopted",), "a draft has not been adopted", remedy)
        return
    if case.written.keys().isdisjoint(ONLY_IN_DRAFTS):
        return
    for at, _ in case.located:
        written = value_at(case.document.data, at)
        for key in ONLY_IN_DRAFTS:
            if isinstance(written, dict) and key in written:
                yield Fault((*at, key), f"'{key}' belongs to a draft alone", "take it out")


def fixed_ids_are_unique(case: RuleContext) -> Iterator[Fault]:
    """An id fixed by hand is the id of one provision alone."""
    if "id" not in case.written:
        return
    for at, provision in case.located:
        shape = _shape_at(case.shape, at)
        fixed = shape.id if isinstance(shape, ProvisionShape) else None
        if fixed and provision.anchor != fixed:
            what = f"the id '{fixed}' is taken by another provision"
            yield Fault((*at, "id"), what, "give it an id of its own")


def references_exist(case: RuleContext) -> Iterator[Fault]:
    """A statement refers to provisions that exist."""
    known = case.version.provisions
    places = SamePlace(known)
    for at, statement in case.statements:
        for anchor in statement.refers_to:
            if anchor not in known:
                meant = places.of(anchor)
                remedy = f"did you mean '{meant}'?" if meant else "write the anchor of a provision of this document"
                what = f"refers to '{anchor}', which does not exist" + ("" if meant else ", nor anything like it")
                yield Fault((*_place(case, at, statement), "refers_to"), what, remedy)


def rows_fit_columns(case: RuleContext) -> Iterator[Fault]:
    """Every row of a table is as wide as the table."""
    for at, provision in case.located:
        if not (table := provision.table):
            continue
        width = _width(table.columns or table.rows[0])
        for index, row in enumerate(table.rows):
            if (filled := _width(row)) != width:
                what = f"the cells of this row fill {filled} of the table's {width} columns"
                remedy = "add the cells that are missing, or a span" if filled < width else "take out a cell or a span"
                yield Fault((*at, "table", "rows", index), what, remedy)


def words_are_those_of_the_source(case: RuleContext) -> Iterator[Fault]:
    """The words are those of the source document, where it is a text file, all of them and in order."""
    source, folder = case.shape.source, case.document.path.parent
    if source is None:
        return
    yield from source_file_faults(folder, source)
    if difference := difference_from_source(folder, source, adopted_texts(case.version)):
        what, remedy = parted(difference, source.file)
        at = next((at for at, provision in case.located if provision.anchor == difference.anchor), ("body",))
        if cut := _cut_by_remark(case, at):
            at, remark = cut
            remedy = f"put quotes round the words: what follows '{remark}' is taken for a remark"
        yield Fault(at, what, remedy)


def _cut_by_remark(case: RuleContext, at: Location) -> tuple[Location, str] | None:
    """A provision, or the one before it, of whose text YAML takes the end for a remark; with what begins that."""
    places = [place for place, _ in sorted(case.located, key=lambda one: case.document.line(one[0]))]
    if at not in places:
        return None
    lines, number = case.document.text.splitlines(), places.index(at)
    for place in (at, *places[number - 1 : number]):
        if remark := _REMARK.search(lines[case.document.line((*place, "text")) - 1]):
            return place, remark[0].strip()
    return None


def _width(row: tuple[Provision, ...]) -> int:
    return sum(cell.span for cell in row)


def _shape_at(shape: ProtocolShape, at: Location) -> object:
    """What stands in a protocol's shape at a location of its document."""
    part: Any = shape
    for step in at:
        part = getattr(part, step) if isinstance(step, str) else part[step]
    return part


RULES_OF_PARTS: tuple[Rule, ...] = (
    topics_are_known,
    parties_are_known,
    nothing_is_left_to_look_at,
    numbers_have_no_quotes,
    policies_are_known,
    dates_agree,
    file_is_named_for_adoption,
    drafts_are_drafts,
    fixed_ids_are_unique,
    rows_fit_columns,
)
"""Rules that judge each part by itself, and so hold although other parts are out of shape."""

RULES: tuple[Rule, ...] = (
    *RULES_OF_PARTS,
    references_exist,
    words_are_those_of_the_source,
)
