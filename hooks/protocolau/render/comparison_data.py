"""What a browser fetches to compare: a file for each version of each council, and the list of councils."""

from collections.abc import Iterable
from os.path import commonprefix

from protocolau.comparison import alignment, verdicts
from protocolau.comparison.turning_words import turning_words
from protocolau.language import LANGUAGES
from protocolau.language.dates import MONTHS_IN
from protocolau.library.library import RELATIONS, Library
from protocolau.model.protocol import Council, Version
from protocolau.render import comparison_file
from protocolau.render.context import RenderContext
from protocolau.render.packing import packed
from protocolau.render.standing import version_date
from protocolau.runtime.compact_json import compact

FILE = "comparison.packed"
OF_PAGE = {
    "title", "description", "lede", "own", "choose", "add", "type", "noscript", "on_paper", "jump", "show.differences",
    "lacks", "group", "group.all", "party", "party.all", "csv", "key", "key.deleted", "key.inserted", "key.renamed",
    "key.quiet",
}  # fmt: skip
"""The words on comparing that templates say and no script does."""


def of_version(rendering: RenderContext, council: Council, version: Version) -> bytes:
    """A version as it is compared, packed: its statements on topics, in the order of the document.

    That which is compared unless another is chosen says which others there are.
    """
    made = comparison_file.of_version(rendering, council, version, version_date(rendering, version))
    if rendering.library.is_shown(version) and len(offered := _versions_offered(rendering, version)) > 1:
        made["versions"] = offered
    return packed(compact(made))


def _versions_offered(rendering: RenderContext, shown: Version) -> list[tuple[str, str]]:
    """The versions that can be compared in place of the one that is, each by its name in addresses and what to call it.

    That one comes first, and is not always the newest: one may be coming. None of what awaits review is to be compared.
    """
    versions = rendering.library.councils[shown.council].documents[shown.kind].versions
    confirmed = [one for one in reversed(versions) if not one.awaiting_review]
    confirmed.sort(key=lambda one: one is not shown)
    return [(version.slug, version_date(rendering, version)) for version in confirmed]


def of_councils(rendering: RenderContext) -> bytes:
    """Every council with a relations protocol by its names; none whose version to be shown awaits review."""
    library = rendering.library
    councils = rendering.in_order(
        council
        for council, _ in library.documents(RELATIONS)
        if not library.version_shown(council.slug).awaiting_review
    )
    language = rendering.language
    return compact([[one.slug, one.name[language], one.short_name[language]] for one in councils])


def of_page(rendering: RenderContext) -> dict[str, object]:
    """What the script of the page needs before any council is chosen, in the order that packs best."""
    vocabulary, language = rendering.library.vocabulary, rendering.language
    spoken_of = _ever_spoken_of(rendering.library)
    groups = [group for group in vocabulary.groups if any(topic.slug in spoken_of for topic in group.topics)]
    return {
        "language": language,
        "words": _words_of_script(rendering),
        "turning": {one: turning_words(one) for one in _languages_judged(rendering)},
        "thresholds": thresholds(_languages_judged(rendering)),
        "groups": [
            {
                "slug": group.slug,
                "name": group.name[language],
                "topics": [
                    [topic.slug, topic.name[language], int(is_expected(rendering, topic.slug))]
                    for topic in group.topics
                    if topic.slug in spoken_of
                ],
            }
            for group in groups
        ],
        "parties": {slug: party.name[language] for slug, party in vocabulary.parties.items()},
        "names": {one: _names(rendering, one) for one in _languages_compared(rendering)},
    }


def _words_of_script(rendering: RenderContext) -> dict[str, object]:
    """The words that scripts say; those that the page itself says stand in it already."""
    words = rendering.messages.entries("compare.", "deleted", "inserted", "renamed")
    return {key: said for key, said in words.items() if key.removeprefix("compare.") not in OF_PAGE}


def _languages_compared(rendering: RenderContext) -> list[str]:
    """Those in whose words statements are aligned or marked on the pages of a language: its own, English, and any in
    which a version was adopted that may be compared by it, or shown for want of a translation."""
    judged = _languages_judged(rendering)
    return [one for one in LANGUAGES if one in judged or one == rendering.language]


def _languages_judged(rendering: RenderContext) -> list[str]:
    """Those by whose words statements are aligned and judged: English, and any in which a version was adopted."""
    adopted = {
        version.language for _, document in rendering.library.documents(RELATIONS) for version in document.versions
    }
    return [one for one in LANGUAGES if one in {LANGUAGES[0], *adopted}]


def _names(rendering: RenderContext, language: str) -> dict[str, str]:
    """The names of each party in one number, each unmutated with its forms, parted by semicolons; under an empty key
    what means somebody else."""
    names: dict[str, dict[str, list[str]]] = {}
    for phrase, name in rendering.comparison.party_names[language].phrases.items():
        names.setdefault(name.party, {}).setdefault(name.radical, []).append(phrase)
    return {party: ";".join(_forms(radical, forms) for radical, forms in of.items()) for party, of in names.items()}


def _forms(radical: str, forms: list[str]) -> str:
    """A name by what its forms begin with, first as it is unmutated: `c|c|ch|g|ngh|ynghorydd`; alone if it has none."""
    if forms == [radical]:
        return radical
    rest = commonprefix([form[::-1] for form in (radical, *forms)])[::-1]
    return "|".join([*(form.removesuffix(rest) for form in (radical, *forms)), rest])


def thresholds(languages: Iterable[str] = LANGUAGES) -> dict[str, float | list[str]]:
    """The figures by which the browser aligns and judges as the build does, and the months by which it knows a date in
    the languages by whose words it aligns."""
    return {
        "alike": alignment.PAIR_LIKENESS,
        "certain": alignment.CERTAIN_LIKENESS,
        "pairing": alignment.PAIRING_LIKENESS,
        "joining": alignment.JOINING_LIKENESS,
        "mostAsked": alignment.MOST_ASKED,
        "answered": alignment.ANSWERED_LIKENESS,
        "fewPairs": alignment.FEW_PAIRS,
        "passingWords": alignment.PASSING_WORDS,
        "passingContent": alignment.PASSING_CONTENT,
        "passingJoining": alignment.PASSING_JOINING,
        "otherSide": alignment.OTHER_SIDE,
        "months": sorted(month for language in languages for month in MONTHS_IN[language]),
        "principalWeight": alignment.PRINCIPAL_WEIGHT,
        "lastWeight": alignment.LAST_WEIGHT,
        "nearlyAll": alignment.NEARLY_ALL,
        "fewestStems": alignment.FEWEST_TELLING_STEMS,
        "stem": alignment.STEM_LETTERS,
        "shortest": alignment.SHORTEST_STEM,
        "marked": alignment.MARKING_LIKENESS,
        "fewWords": verdicts.FEW_WORDS,
    }


def is_expected(rendering: RenderContext, topic: str) -> bool:
    """Whether a relations protocol that does not speak of a topic is called silent on it."""
    relations = rendering.library.relations
    return topic in relations.kind.expects and bool(relations.speakers[topic])


def _ever_spoken_of(library: Library) -> frozenset[str]:
    """The topics of which any version of a relations protocol speaks, whether it applies today or not."""
    versions = (version for _, document in library.documents(RELATIONS) for version in document.versions)
    return frozenset(topic for version in versions for topic in version.spoken)
