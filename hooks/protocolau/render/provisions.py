"""Provisions as a template shows them: words with their links, and beside them what editors add."""

import sys
from dataclasses import dataclass, field, replace
from functools import cached_property

from protocolau.language.marks import plain
from protocolau.library.links import LinkTarget, TextRun, explained, runs, targets
from protocolau.library.term_finder import term_finder
from protocolau.model.labels import labels
from protocolau.model.protocol import Diagram, Provision, Version
from protocolau.model.vocabulary import Bilingual, Policy
from protocolau.render.messages import Messages
from protocolau.render.page import RenderContext
from protocolau.translation.reading import DisplayedText, Reading


@dataclass(slots=True)
class ProvisionView:
    """A provision ready for a template."""

    anchor: str
    kind: str
    level: int
    """The level of its heading, 2 to 6."""
    number: str | None
    heading: tuple[TextRun, ...]
    text: tuple[TextRun, ...]
    plain: str | None
    """The whole text, where it is one run without look or link."""
    language: str | None
    """The language of its words, where it is not that of the article."""
    state: str
    today: str | None
    """The adopted text, where its translation is out of date."""
    untranslated: bool
    """Whether it alone stands in the source's language, others being translated."""
    topics: list[tuple[str, str, str]]
    """Its topics: slug, name, and in words how many other councils speak of it."""
    again: bool
    """Whether the provision above has the same topics."""
    party: str | None
    span: int
    cites: list[Policy]
    """Policies that it cites in words that could not be found."""
    see: list["Provision"]
    """Provisions that it refers to in words that could not be found."""
    cited_by: tuple[Provision, ...]
    notes: tuple[Bilingual, ...]
    has_remarks: bool
    """Whether editors have anything to say below its words."""
    diagram: Diagram | None
    columns: list["ProvisionView"] = field(default_factory=list)
    rows: list[list["ProvisionView"]] = field(default_factory=list)
    row_headers: bool = False
    has_table: bool = False
    items: list["ProvisionView"] = field(default_factory=list)
    provisions: list["ProvisionView"] = field(default_factory=list)

    def face(self) -> tuple:
        """All that its number and words look like: equal for provisions that look alike."""
        return (
            self.anchor,
            self.kind,
            self.level,
            self.number,
            self.heading,
            self.text,
            self.language,
            self.has_table,
            self.again,
            *self.topics,
        )


def version_view_of(rendering: RenderContext, version: Version) -> "VersionView":
    """The view of a version, made once for all pages of a language."""
    if version not in rendering.made:
        rendering.made[version] = VersionView(rendering, version)
    return rendering.made[version]


class VersionView:
    """Shows the provisions of one version in one language."""

    def __init__(self, rendering: RenderContext, version: Version):
        self.library, self.version, self.interface = rendering.library, version, rendering.messages
        self.reading = Reading(version, rendering.language)
        self._made = rendering.made
        self._above: tuple[str, ...] = ()
        self.explained: set[str] = set()
        """The terms of the glossary that its words hold, each linked where it stands first."""
        self.language = rendering.language if self.reading.state != "missing" else version.language

    def body(self) -> list[ProvisionView]:
        """The whole body, in the order of the document."""
        self._above, self.explained = (), set()
        return [self.show(provision, 2) for provision in self.version.body]

    def show(self, provision: Provision, level: int = 2) -> ProvisionView:
        """One provision with everything inside it."""
        shown = self.alone(provision, level)
        inner = min(level + 1, 6) if provision.heading else level
        shown.items = [self.show(item, inner) for item in provision.items]
        shown.provisions = [self.show(child, inner) for child in provision.provisions]
        if table := provision.table:
            shown.has_table, shown.row_headers = True, table.row_headers
            shown.columns = [self.alone(cell, inner) for cell in table.columns]
            shown.rows = [[self.alone(cell, inner) for cell in row] for row in table.rows]
        return shown

    def alone(self, provision: Provision, level: int = 2) -> ProvisionView:
        """One provision without what is inside it."""
        said = self.reading.say(provision.anchor, provision.text, provision.language) if provision.text else None
        heading = (
            self.reading.say(f"{provision.anchor} heading", provision.heading, provision.language)
            if provision.heading
            else None
        )
        words = said or heading
        patterns = self._patterns(provision, words.language) if words else ()
        text = runs(said.text, patterns) if said else ()
        linked = {run.target for run in text if run.target} if patterns else ()
        if said and words:
            text = explained(text, term_finder(self.library.vocabulary, said.language), self.explained)
        cites = [
            self.library.vocabulary.policies[slug] for slug in provision.policies if LinkTarget(slug) not in linked
        ]
        see = [self.version.provisions[one] for one in provision.refers_to if LinkTarget(anchor=one) not in linked]
        cited_by = self.version.cited_by.get(provision.anchor, ())
        state = words.state if words else "adopted"
        untranslated = state == "missing" and self.reading.state != "missing"
        return ProvisionView(
            anchor=provision.anchor,
            kind=provision.kind,
            level=level,
            number=provision.number,
            heading=runs(heading.text, ()) if heading else (),
            text=text,
            plain=text[0].text if len(text) == 1 and text[0] == TextRun(text[0].text) else None,
            language=words.language if words and words.language != self.language else None,
            state=state,
            today=plain(provision.text or provision.heading or "") if state == "stale" else None,
            untranslated=untranslated,
            topics=[self._topic(slug) for slug in provision.topics],
            again=self._is_again(provision),
            party=provision.party,
            span=provision.span,
            cites=cites,
            see=see,
            cited_by=cited_by,
            notes=provision.notes,
            has_remarks=bool(cites or see or cited_by or provision.notes or state == "stale" or untranslated),
            diagram=provision.diagram,
        )

    def said(self, provision: Provision) -> DisplayedText:
        """The plain words of a provision, or its heading where it has no others."""
        unit = provision.anchor if provision.text else f"{provision.anchor} heading"
        said = self.reading.say(unit, provision.text or provision.heading or "", provision.language)
        return replace(said, text=plain(said.text)) if "*" in said.text else said

    def words(self, source: str, unit: str, language: str) -> str:
        """The plain words of a unit as they are shown."""
        return plain(self.reading.say(unit, source, language).text)

    def _patterns(self, provision: Provision, language: str) -> tuple:
        if not provision.policies and not provision.refers_to:
            return ()
        return targets(provision, self.version, self.library.vocabulary, language)

    def _topic(self, slug: str) -> tuple[str, str, str]:
        """What a topic's link says; the same for every council that speaks of it."""
        own = slug in self.library.councils[self.version.council].in_force.by_topic
        key = (slug, own)
        if key not in self._made:
            topic = self.library.vocabulary.topics[slug]
            others = len(self.library.speakers[slug]) - own
            self._made[key] = (slug, topic.name[self.interface.language], self.interface("others", n=others))
        return self._made[key]

    def _is_again(self, provision: Provision) -> bool:
        above, self._above = self._above, provision.topics
        return bool(provision.topics) and provision.topics == above

    @cached_property
    def contexts(self) -> dict[str, str]:
        """For each provision the headings and the lead-in above it, in words."""
        found: dict[str, str] = {}
        for part in self.version.body:
            self._place(part, (), found)
        return found

    def _place(self, provision: Provision, above: tuple[str, ...], found: dict[str, str]) -> None:
        found[provision.anchor] = sys.intern(" › ".join(above[-2:]))  # the same for many councils
        lead = self._lead(provision)
        for child in provision.children():
            self._place(child, (*above, lead) if lead else above, found)

    def _lead(self, provision: Provision) -> str:
        """The heading of a provision, or the words that lead into the list inside it."""
        if provision.heading and provision.kind != "table":
            return self.words(provision.heading, f"{provision.anchor} heading", provision.language)
        leads = provision.text and provision.text.rstrip().endswith((":", "-"))
        return self.words(provision.text, provision.anchor, provision.language) if leads else ""


def outline(shown: list[ProvisionView], deepest: int = 3) -> list[tuple[ProvisionView, list]]:
    """The headings of a body, nested, for its contents."""
    found: list[tuple[ProvisionView, list]] = []
    for one in shown:
        inner = outline(one.provisions, deepest - 1) if deepest > 1 else []
        if one.heading and one.kind not in ("table",):
            found.append((one, inner))
        else:
            found.extend(inner)
    return found


def citation(words: Messages, reading: Reading, anchor: str) -> str:
    """What to call a provision in a reference to it: `appendix 1.3, table`, `9.1(d)(i)`, `1.1 (2)`, a heading."""
    label = labels(reading.version)[anchor]
    name = label.number or ""
    if label.occurrence > 1:
        name = f"{name} ({label.occurrence})"
    if not name and label.heading:
        heading = label.heading
        name = plain(reading.say(f"{heading.anchor} heading", heading.heading, heading.language).text).rstrip(":")
    elif label.scope:
        name = f"{words(f'scope.{label.scope}')} {name}".strip()
    if label.cell:
        return words("in_table", label=name) if name else words("table")
    return name or anchor


def excerpt(text: str, longest: int = 160) -> str:
    """The beginning of a text, cut at a word, with an ellipsis where it is cut."""
    words = plain(text)
    if len(words) <= longest:
        return words
    return words[:longest].rsplit(" ", 1)[0].rstrip(",;:.") + " …"
