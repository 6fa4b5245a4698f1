"""What the parser of YAML says, in a clerk's words, which are the same whichever parser says it."""

import re

import yaml

from protocolau.read.text import line_at

DEEPEST = 40
"""Levels of nesting. The deepest of the five protocols has 16."""
TOO_DEEP = (f"nested more than {DEEPEST} levels deep", "bring the provisions nearer to the top")

_BRACKET = ("a list in brackets that breaks off", "put commas in it and close it: ']'")
_BRACE = ("a brace that nothing closes", "put commas between what it holds and add '}'")
_MARK = ("words that begin with a mark of YAML", "put quotes round them")
_ENDED = "words go on behind the quotation mark that ends them"
_IN_SINGLE = (_ENDED, 'put double quotes round them all, and write each " in them as \\"')
_IN_DOUBLE = (_ENDED, "put single quotes round them all, and write each ' in them twice")
_COLON = (
    "a colon that makes no sense here",
    "put quotes round words with a colon and a space in them, or mend the indentation of this line",
)
CUT_OFF = (
    "what follows '#' is taken for a remark, and not read",
    "put quotes round the words, or a space behind the # of a remark",
)
_PLACE = "check the indentation, the quotes and the colons of this line and the one above"
KINDS = {
    r"expected ',' or '\]'": _BRACKET,
    r"expected ',' or '\}'": _BRACE,
    r"exceeded maximum nesting depth": TOO_DEEP,  # newer parsers look ahead and stop before the reader does
    r"mapping values are not allowed|found unexpected ':'": _COLON,
    r"unknown escape character|expected escape sequence": (
        "a backslash that makes no sense here",
        r"write it twice, '\\', or put the words into single quotes",
    ),
    r"found unexpected (end of stream|document (indicator|separator))": (
        "a quotation mark that nothing closes",
        "close it",
    ),
    r"cannot start any token|expected alphabetic or|comment or (a )?line break|chomping|directive name"
    r"|unexpected non-alphabetical|handle|digits|the node content|expected node content": _MARK,
    r"sequence entries are not allowed": (
        "a dash that makes no sense here",
        "put quotes round the words, or " + _PLACE,
    ),
    r"expected <block end>|expected key|expected '-' indicator|<document start>|could not find expected ':'": (
        "this line does not belong to what stands above it",
        _PLACE,
    ),
}
"""What is wrong and what to do, by what either parser says, of which the first that is found holds."""
_UNKNOWN = ("this is not YAML", _PLACE)
_IN_BRACES = (
    (r"[{\[,:] *'(?:[^'\n]|'')*'[ ]*[^\s#',:}\]]", _IN_SINGLE),
    (r'[{\[,:] *"(?:[^"\\\n]|\\.)*"[ ]*[^\s#",:}\]]', _IN_DOUBLE),
    (r"[{,] *[\w-]+: +[^\s'\"{}\[\],:][^'\"{}\[\],:\n]*: ", _COLON),
    (r"[{\[,:] +[^\s'\"{}\[\],:][^'\"{}\[\],:\n]* #\w", CUT_OFF),
)
"""The same where words stand in brackets or braces."""
_LONGEST = 1_000
"""Letters of a line that are looked at."""
_NO_BREAK = "\xa0\u2000-\u200a\u202f\u3000"
MISTYPED = (
    (
        rf"[ ]*(?:- +)*(?:-|[\w-]+:)?[ ]*[{_NO_BREAK}]",
        ("a no-break space where spaces belong", "indent with ordinary spaces"),
    ),
    (r"[ ]*(?:- +)*[a-z_]+:[^\s:/]", ("a colon without a space behind it", "write a space behind it")),
    (r"[ ]*(?:- +)*-[a-z_]+:[ \n]", ("a dash without a space behind it", "write a space behind it")),
    (r"[ ]*[–—−•·▪●*][ \xa0]*[a-z_]+:[ \n]", ("a dash or a bullet that is no hyphen", "begin the line with '- '")),
    (r"[ ]*(?:- +)*[a-z_]+: +(?:\[[^\]\n]*\]|\{[^}\n]*\})[ ]*[^\s#'\"]", _MARK),
    (r"[ ]*(?:- +)*[a-z_]+: +'(?:[^'\n]|'')*'[ ]*[^\s#']", _IN_SINGLE),
    (r'[ ]*(?:- +)*[a-z_]+: +"(?:[^"\\\n]|\\.)*"[ ]*[^\s#"]', _IN_DOUBLE),
    (r"[ ]*(?:- +)*[a-z_]+：", ("a colon of another script", "write an ordinary one with a space behind it")),
)
"""How lines begin that were typed or pasted otherwise than YAML has them, with what is wrong and what to do."""
LONGEST_BEGINNING = 1_000
"""Letters of a line in which one of these is looked for."""
_MERGED = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)
_TAB = re.compile(r"^[^#\n]*\t", re.MULTILINE)
_OTHER_YAML = re.compile(r"^%YAML\b(?![ \t]+1\.[12][ \t]*\r?$).*", re.MULTILINE)
_INDENTED_STRANGELY = re.compile(rf"^[ \t]*[{_NO_BREAK}]", re.MULTILINE)


def tab(text: str) -> tuple[int, str, str] | None:
    """The first tab outside a remark, which only one of the parsers takes for a space."""
    if "\t" not in text or not (found := _TAB.search(text)):
        return None
    return line_at(text, found.start()), "a tab where spaces belong", "write spaces in its place"


def other_yaml(text: str) -> tuple[int, str, str] | None:
    """A line that says that a file is in another version of YAML, which one of the parsers does not look at."""
    if "%YAML" not in text or not (found := _OTHER_YAML.search(text)):
        return None
    return line_at(text, found.start()), "this names a version of YAML that is not read", "take the line out"


def syntax_fault(error: yaml.YAMLError, text: str) -> tuple[int, str, str]:
    """The line of a fault of syntax, what is wrong and what to do. What is unfinished is told where it begins."""
    mark, begun = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or ""
    fault = next((fault for kind, fault in KINDS.items() if re.search(kind, reason)), _UNKNOWN)
    if begun and (mark is None or fault in (_BRACKET, _BRACE) or not text[mark.index :].strip()):
        mark = begun
    if mark and (stray := _INDENTED_STRANGELY.search(text)) and line_at(text, stray.start()) <= mark.line + 1:
        line = line_at(text, stray.start())
        return line, "a no-break space where spaces belong", "indent with ordinary spaces"
    lines = text.rstrip().splitlines()
    line = min(mark.line + 1 if mark else 1, len(lines) or 1)
    if fault in (_BRACKET, _BRACE):
        words = lines[line - 1][:_LONGEST] if lines else ""
        return line, *next((mistyped for kind, mistyped in _IN_BRACES if re.search(kind, words)), fault)
    for near in (line, line - 1):
        for kind, mistyped in MISTYPED:
            if near and re.match(kind, f"{lines[near - 1][:LONGEST_BEGINNING]}\n"):
                return near, *mistyped
    return line, *fault


def merged(text: str) -> tuple[int, str, str] | None:
    """The first mark with which two people's changes to a file stand in it one above the other."""
    if not (found := _MERGED.search(text)):
        return None
    remedy = "keep one of the two and take out the lines of '<<<<<<<', '=======' and '>>>>>>>'"
    return line_at(text, found.start()), "two people's changes stand here one above the other", remedy
