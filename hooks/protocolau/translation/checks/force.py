"""Force: what one language requires, advises, allows or forbids the other does too."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from protocolau.language import LANGUAGE_NAMES
from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.patterns import compiled, data
from protocolau.translation.checks.sentences import SentencePair, sentence_pairs

_DATA = data("force.yml")
_ALSO = {force: (force, *_DATA["also"].get(force, ())) for force in _DATA["forces"]}


@dataclass(frozen=True, slots=True)
class Forces:
    """What a sentence has of each force: the words that surely mean it, and how often others may."""

    sure: dict[str, list[str]]
    perhaps: Counter[str]

    def number(self, force: str) -> int:
        """How often it is surely meant."""
        return len(self.sure.get(force, ()))

    def answers(self, force: str) -> int:
        """How often something stands there that may answer it."""
        return sum(self.number(one) + self.perhaps[one] for one in _ALSO[force])


@cache
def _surely(language: str) -> re.Pattern[str]:
    """Every word that surely has a force, each in a group that says which: need_not."""
    patterns = {force: "|".join(languages[language]["sure"]) for force, languages in _DATA["forces"].items()}
    return compiled("|".join(f"(?P<{force.replace('-', '_')}>{one})" for force, one in patterns.items() if one))


@cache
def _perhaps(language: str) -> dict[str, re.Pattern[str]]:
    """By force the words that may have it."""
    patterns = {force: "|".join(languages[language]["perhaps"]) for force, languages in _DATA["forces"].items()}
    return {force: compiled(one) for force, one in patterns.items() if one}


@cache
def _unreal(sort: str) -> re.Pattern[str]:
    """Where an English "should" advises nothing: as a `condition`, or as a `thought`."""
    return re.compile("|".join(_DATA[sort]), re.IGNORECASE)


@lru_cache(maxsize=2048)
def forces(sentence: str, language: str) -> Forces:
    """The force of a sentence."""
    sure: dict[str, list[str]] = {}
    real, thoughts = sentence, 0
    if language == "en":
        real, thoughts = _unreal("thought").subn(" – ", _unreal("condition").sub(" – ", sentence))
    for match in _surely(language).finditer(real):
        sure.setdefault((match.lastgroup or "").replace("_", "-"), []).append(match[0])
    perhaps = Counter({force: len(one.findall(sentence)) for force, one in _perhaps(language).items()})
    perhaps.update({"should": thoughts, "should-not": thoughts})
    return Forces(sure, perhaps)


def force(pair: CheckedUnit) -> Iterator[Finding]:
    """Must, should, may, must not, should not and need not of one language have their like in the other.

    Told sentence by sentence: where one language has a force and the other nothing that could stand for it; and
    where it has more of one force and less of another, which is how "rhaid" made "gellir" shows itself. Words of
    several meanings ("angen", "will") may answer, and call for nothing.
    """
    for sentence in sentence_pairs(pair.en, pair.cy) if pair.is_translated else ():
        if finding := _finding(sentence):
            yield finding


def _finding(sentence: SentencePair) -> Finding | None:
    """The first difference of force in a sentence."""
    found = {"en": forces(sentence.en, "en"), "cy": forces(sentence.cy, "cy")}
    lacking = {here: _lacking(found[here], found[there]) for here, there in (("en", "cy"), ("cy", "en"))}
    if not (sentence.en and sentence.cy):
        return None
    for here, there in (("en", "cy"), ("cy", "en")):
        for one in lacking[here]:
            others = [other for other in lacking[there] if other not in _ALSO[one]]
            if others or (one not in _DATA["weak"] and not found[there].answers(one)):
                return _told(here, there, found[here].sure[one][-1], others, found[there])
    return None


def _lacking(has: Forces, answers: Forces) -> list[str]:
    """The forces of which a sentence has more than the other one may have."""
    return [one for one in has.sure if has.number(one) > answers.answers(one)]


def _told(here: str, there: str, word: str, others: list[str], found: Forces) -> Finding:
    what = f"the {LANGUAGE_NAMES[here]} has “{word}”"
    if others:
        what += f" where the {LANGUAGE_NAMES[there]} has “{found.sure[others[-1]][-1]}”"
    else:
        what += f" and the {LANGUAGE_NAMES[there]} nothing of the same force"
    return what, "say as strongly in one language as in the other what must, should or may be done"
