"""What nobody may expect, although a statement is tagged as said to them: "Members cannot expect a reply at night"."""

import re
from functools import lru_cache

from protocolau.comparison.leading_headings import leading_headings
from protocolau.comparison.turning import denies
from protocolau.language.marks import plain
from protocolau.model.governing import sentence_before
from protocolau.model.protocol import Version
from protocolau.model.statements import Statement

_EXPECTING = {
    "en": re.compile(r"\bexpect(?:s|ed|ing)?\b|(?<=\bno )expectations?\b", re.IGNORECASE),
    "cy": re.compile(r"\bdd?isgwyl(?:ir|iwch|ied)?\b|(?<=(?:oes|hyw) )dd?isgwyliad\b", re.IGNORECASE),
}
_VERB = {
    "en": re.compile(r"\b(?:may|can(?:not)?|should|must|shall|will|would|could|might)\b", re.IGNORECASE),
    "cy": re.compile(
        r"(?<!\by )\b(?:g?all(?:ant|ai|ent)?|g?ell(?:ir|id)|[cg]h?(?:aiff|ânt)|dd?yl(?:ai|id|ent))\b", re.IGNORECASE
    ),
}
"""The verb on which expecting hangs: "may expect"."""
_OF_SOME = {
    "en": re.compile(r"\b(?:who|which|that|whose)\b.*", re.IGNORECASE),
    "cy": re.compile(r"\b(?:nad (?:yw|ydynt|ydyn|oes)|na (?:all|allant|allai|chaiff|chânt|ddylai))\b", re.IGNORECASE),
}
"""What tells some people from others: in "members who are not on a committee may expect" nothing is denied."""
_SENTENCE_ENDS = re.compile(r"[.;:!?–—]|\bbut\b|\bond\b", re.IGNORECASE)
_DENIED_OTHERWISE = re.compile(
    r"\b(?:unreasonabl[ey]|nor|avoid(?:ing)?|refrain(?:ing)?|discouraged|lacks?|hardly|scarcely|h?afresymol|h?osgoi"
    r"|h?ymatal|[pb]rin|(?:is|be) (?:\w+ )?(?:wrong|inappropriate|improper|unrealistic|unfair|impossible|too much)"
    r"|afrealistig|annheg|amhosib(?:l|ob)?|yn (?:amhriodol|anghywir|ormod))\b|['’]n (?:amhriodol|anghywir|ormod)\b",
    re.IGNORECASE,
)
"""What denies besides "no" and "not": "nor should members expect it", "members avoid expecting it"."""
_NOT_ALONE = re.compile(r"\b(?:not (?:only|just|merely)|nid yn unig)\b", re.IGNORECASE)
"""What denies nothing: "members can not only expect a reply"."""


def is_expecting_denied(version: Version, statement: Statement) -> bool:
    """Whether a statement, or what leads into it, denies that its people may expect what it says."""
    provision = version.provisions[statement.anchor]
    before = sentence_before(provision.statements, statement.position)
    said = " ".join(plain(part.text) for part in (*before, statement))
    governing = version.governing[statement.anchor]
    above = (*(one.heading or "" for one in leading_headings(governing)), *(one.text for one in governing.lead_ins))
    texts = (said, *map(plain, above))
    return any(_denies_expecting(text, provision.language) for text in texts)


@lru_cache(maxsize=2**12)
def _denies_expecting(text: str, language: str) -> bool:
    """Whether all expecting in a text is denied by what it hangs on. Many councils have the same texts."""
    said = _NOT_ALONE.sub("", text)
    hanging = [_hung_on(said[: one.start()], language) for one in _EXPECTING[language].finditer(said)]
    return bool(hanging) and all(denies(one, language) or _DENIED_OTHERWISE.search(one) for one in hanging)


def _hung_on(before: str, language: str) -> str:
    """What expecting hangs on, of what stands before it: its clause from whom it is said of, without what is put in
    between commas, and without what only tells some people from others."""
    sentence = _SENTENCE_ENDS.split(before)[-1]
    verbs = list(_VERB[language].finditer(sentence))
    if not verbs:
        return sentence.rpartition(",")[2]
    of_some = _OF_SOME[language]
    if language == "cy":  # the verb comes first, and whoever it is said of behind it
        start = verbs[-1].start()
        return sentence[sentence.rfind(",", 0, start) + 1 : start] + of_some.sub("", sentence[start:])
    of_whom, verb = sentence[: verbs[-1].start()], sentence[verbs[-1].start() :]
    own = of_whom.rpartition(",")[2]
    if own.endswith(" and "):
        return verb
    return of_some.sub("", own if own.strip() else of_whom) + verb  # "No member, whatever their party, may expect"
