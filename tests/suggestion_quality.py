"""How good the suggestions of an import are, one council left out at a time: `python -m tests.suggestion_quality`."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from protocolau.importing.suggestions.examples import TaggedWords
from protocolau.importing.suggestions.learning import examples_of
from protocolau.importing.suggestions.suggester import Suggester
from protocolau.language import LANGUAGES
from protocolau.library.library import Library
from protocolau.repository.repository import ProtocolRepository

PROTOCOLS = Path(__file__).parent.parent / "protocols"


@dataclass
class SuggestionQuality:
    """Counts over statements as people have cut them, and over the places at which paragraphs may be cut."""

    statements: int = 0
    topic: int = 0
    """Statements whose suggested topic is one of theirs, or that have none and were given none."""
    among_four: int = 0
    by: int = 0
    to: int = 0
    tagged: int = 0
    cuts: Counter[str] = field(default_factory=Counter)
    """`right`, `wrong` and `missed` cuts within paragraphs."""
    by_sure: dict[int, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    """For each degree of sureness how many suggestions there were and how many were right."""

    def __str__(self) -> str:
        n, tagged, cuts = self.statements, self.tagged, self.cuts
        return (
            f"{n} statements: topic {self.topic / n:.3f}, among the first four {self.among_four / n:.3f}, "
            f"by {self.by / tagged:.3f}, to {self.to / tagged:.3f} (of {tagged} with a topic); "
            f"cuts: {cuts['right']} right, {cuts['wrong']} wrong, {cuts['missed']} missed; sure and right: "
            + ", ".join(f"{sure}%: {right}/{of}" for sure, (of, right) in sorted(self.by_sure.items()))
        )


def suggestion_quality(library: Library, language: str) -> SuggestionQuality:
    """The quality of what is suggested for each council's protocol from those of the others."""
    made = SuggestionQuality()
    for slug in library.councils:
        suggester = Suggester(examples_of(library, language, without=[slug]))
        others = [other for other in library.councils if other != slug]
        own = examples_of(library, language, without=others).statements
        for words in own:
            _count(made, words, suggester)
        for paragraph, ends in _paragraphs(library, slug, language):
            found = _ends([one.text for one in suggester.statements_of(paragraph)])
            made.cuts["right"] += len(found & ends)
            made.cuts["wrong"] += len(found - ends)
            made.cuts["missed"] += len(ends - found)
    return made


def _count(made: SuggestionQuality, words: TaggedWords, suggester: Suggester) -> None:
    found = suggester.suggest(words)
    wanted = set(words.topics)
    right = bool(wanted & set(found.topics)) or not (wanted or found.topics)
    made.statements += 1
    made.topic += right
    made.among_four += right or bool(wanted & {*found.topics, *found.others})
    made.by_sure[found.sure][0] += 1
    made.by_sure[found.sure][1] += right
    if wanted:
        made.tagged += 1
        made.by += set(found.by) == set(words.by)
        made.to += set(found.to) == set(words.to)


def _paragraphs(library: Library, slug: str, language: str) -> Iterator[tuple[TaggedWords, set[int]]]:
    """Each paragraph of the adopted text, with the places at which a person has cut it."""
    version = library.version_shown(slug)
    if version.language != language:
        return
    for provision in version.provisions.values():
        if provision.text:
            above = version.governing[provision.anchor]
            heading = above.headings[-1].heading if above.headings else None
            leads = tuple(one.text for one in above.lead_ins)
            paragraph = TaggedWords(provision.text, leads, heading or "")
            yield paragraph, _ends([one.text for one in provision.statements])


def _ends(texts: list[str]) -> set[int]:
    """Where the parts of a paragraph end, but for the last, counted in letters."""
    lengths = [len(text.replace(" ", "")) for text in texts]
    return {sum(lengths[:n]) for n in range(1, len(lengths))}


if __name__ == "__main__":
    everything = ProtocolRepository(PROTOCOLS).load(date.today())
    for each in LANGUAGES:
        print(each, suggestion_quality(everything, each))
