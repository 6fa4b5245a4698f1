"""References: found as they are printed, the whole of each linked, and only to the right place."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from protocolau.library.references import find_references
from protocolau.model import assemble
from protocolau.model.protocol import Version
from protocolau.read.document import read_yaml
from protocolau.schema.shape_faults import validate
from protocolau.schema.shapes import ProtocolShape
from tests.conftest import ROOT

CASES = yaml.safe_load((ROOT / "tests" / "statements" / "references.yml").read_text("utf-8"))
LINK = re.compile(r"«([^»]*)»((?:[\w-]|\.(?=\w))+)")


def read_version(path: Path) -> Version:
    document, problems = read_yaml(path)
    assert document and not problems
    shape, problems = validate(document, ProtocolShape)
    assert shape and not problems
    return assemble.version(document, shape, "llanffug", "conduct")[0]


@pytest.fixture(scope="module")
def code() -> Version:
    return read_version(ROOT / "tests" / "statements" / "documents" / "conduct" / "2016-05-11.yml")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['in']} {case['at']}")
def test_the_words_that_refer_to_a_clause_become_its_link_and_no_others(case: dict, code: Version, library):
    version = code if case["in"] == "code" else library.version_shown(case["in"])
    provision = version.provisions[case["at"]]
    if "refers_to" in case:
        statement = replace(provision.statements[0], refers_to=tuple(case["refers_to"]))
        provision = replace(provision, statements=(statement,))
    text = LINK.sub(r"\1", case["text"])
    found = find_references(text, provision, version, case.get("language", "en"))
    assert [(text[one.start : one.end], one.anchor) for one in found] == LINK.findall(case["text"])


def test_a_reference_of_the_code_of_conduct_names_provisions_that_there_are(code: Version):
    for provision in code.provisions.values():
        assert set(provision.refers_to) <= code.provisions.keys(), provision.anchor


def test_every_reference_of_the_code_of_conduct_is_found_in_its_words(code: Version):
    for provision in code.provisions.values():
        found = {one.anchor for one in find_references(provision.text or "", provision, code, "en")}
        assert found == set(provision.refers_to), provision.anchor
