"""Deputies: whoever stands in for somebody is not made that other one."""

from collections.abc import Iterator

from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.patterns import compiled, data
from protocolau.translation.checks.sentences import sentence_pairs

_DATA = data("deputies.yml")


def deputies(pair: CheckedUnit) -> Iterator[Finding]:
    """The deputy of one language is not the holder of the office in the other, sentence by sentence.

    Told where nothing in the other sentence says that somebody is a deputy, and it has the bare office more often.
    """
    for sentence in sentence_pairs(pair.en, pair.cy) if pair.is_translated else ():
        texts = {"en": sentence.en, "cy": sentence.cy}
        for here, there in (("en", "cy"), ("cy", "en")):
            if not compiled(_DATA["any"][there]).search(texts[there]):
                yield from _promoted(texts, here, there)


def _promoted(texts: dict[str, str], here: str, there: str) -> Iterator[Finding]:
    for office in _DATA["offices"]:
        deputy = compiled(f"{_DATA['before'][here]}(?:{office[here]})")
        found = deputy.search(texts[here])
        if not found:
            continue
        bare = {language: compiled(office[language]).findall(deputy.sub("", texts[language])) for language in texts}
        if len(bare[there]) > len(bare[here]):
            told = {here: found[0], there: bare[there][-1]}
            yield f"the English has “{told['en']}” where the Welsh has “{told['cy']}”", "correct the one that is wrong"
