"""Terms: the glossary's word in one language answers the glossary's word in the other."""

import re
from collections.abc import Iterator

from protocolau.language import LANGUAGE_NAMES
from protocolau.language.addresses import without_addresses
from protocolau.language.phrases import Phrase, WrittenWord, written_words
from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.terminology import TermForms, occurs

_UNSAID = re.compile(r"(?:not |never )?to \w", re.IGNORECASE)
_FORMER = re.compile(r"\b(cyn|gyn|chyn|nghyn|ex)-(?!etholiad)(?=\w)", re.IGNORECASE)
"""What joins itself to somebody who is one no more, and is otherwise called the same: cyn-faer; not cyn-etholiadol."""


def avoided_renderings(pair: CheckedUnit) -> Iterator[Finding]:
    """A rendering that the glossary warns against is not used.

    One of several words is wrong anywhere; a single word only for the term it is wrong for, and not
    where another term of the English is rightly rendered so ("cwyn" beside "grievance or complaint"). Adopted Welsh
    renders nothing.
    """
    for entry, wrong, _ in _avoided(pair) if pair.language == "cy" else ():
        yield f"“{wrong}” is no rendering of '{entry.name['en']}'", f"write '{entry.name['cy']}'"


def terms(pair: CheckedUnit) -> Iterator[Finding]:
    """Where one language has a term of the glossary the other has it too, by one of its names there.

    The longest term counts: "code of conduct" does not call for "conduct". Where two terms are called
    the same ("etholwyr": constituents, the electorate), either answers. A name that both languages have
    calls for nothing, nor do words left untranslated, nor an avoided rendering and what it stands for.
    Of a part of a clause the rest may answer: where one language has the noun the other has the pronoun. English that
    begins with an infinitive ("to comply") does not say who does it; the Welsh may.
    """
    if pair.foreign_sentence:
        return
    texts, avoided = _without_names(pair), _avoided(pair)
    wrong = {entry for entry, _, _ in avoided} | {
        entry for entry in pair.context.terms.entries for _, _, phrase in avoided if phrase in entry.calls["cy"]
    }
    for here, there in (("en", "cy"), ("cy", "en")):
        answer = written_words(_FORMER.sub(r"\1 ", pair.clause.texts[there]) if pair.clause else texts[there], there)
        for entries, words in pair.context.terms.called(texts[here], here):
            if there == "en" and _UNSAID.match(pair.en) and words.casefold() in pair.context.parties["cy"].phrases:
                continue
            if wrong.isdisjoint(entries) and not any(_answered(entry, answer, there) for entry in entries):
                has, lacks = LANGUAGE_NAMES[here], LANGUAGE_NAMES[there]
                what = f"the {has} has “{words}” but the {lacks} does not have the term for it"
                wanted = "' or '".join(dict.fromkeys(entry.name[there] for entry in entries))
                yield what, f"write '{wanted}', or change the other language, or waive this with a reason"


def _without_names(pair: CheckedUnit) -> dict[str, str]:
    """The texts without addresses, without the proper names that stand in both and what was left untranslated, and with
    "former" as a word of its own."""
    texts = {"en": without_addresses(pair.en), "cy": without_addresses(pair.cy)}
    texts = {language: _FORMER.sub(r"\1 ", text) for language, text in texts.items()}
    for name in pair.names_of_both:
        written = _whole(name, re.IGNORECASE)
        if all(map(written.search, texts.values())):  # a longer one may have been all that had it
            texts = _without(written, texts)
    for phrase in pair.untranslated:
        texts = _without(_whole(phrase, re.IGNORECASE if " " in phrase else 0), texts)
    return texts


def _whole(phrase: str, flags: int) -> re.Pattern[str]:
    """The phrase where it stands as words of its own, not inside another."""
    return re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)", flags)


def _without(pattern: re.Pattern[str], texts: dict[str, str]) -> dict[str, str]:
    return {language: pattern.sub(" – ", text) for language, text in texts.items()}


def _answered(entry: TermForms, text: tuple[WrittenWord, ...], language: str) -> bool:
    return any(occurs(phrase, text) for phrase in entry.answers[language])


def _avoided(pair: CheckedUnit) -> list[tuple[TermForms, str, Phrase]]:
    """The terms that the Welsh has in a rendering to be avoided, the first of them for each."""
    first: dict[TermForms, tuple[TermForms, str, Phrase]] = {}
    for _, entry, wrong, phrase in pair.context.terms.avoided_in(pair.cy):
        if entry not in first and _is_wrong(pair, entry, phrase):
            first[entry] = (entry, wrong, phrase)
    return list(first.values())


def _is_wrong(pair: CheckedUnit, entry: TermForms, phrase: Phrase) -> bool:
    called = [term for entries, _ in pair.context.terms.called(pair.en, "en") for term in entries]
    wrong_here = len(phrase.words) > 1 or entry in called
    return wrong_here and not any(phrase in other.calls["cy"] for other in called)
