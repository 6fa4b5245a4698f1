"""The glossary for translators' programs: every term, each word with whether to use it."""

import csv
import io

import pytest
from click.testing import CliRunner
from lxml import etree

from protocolau.cli.main import main
from protocolau.language import LANGUAGES
from protocolau.repository.vocabulary_files import load_vocabulary
from tests.conftest import ROOT

TERMS = load_vocabulary(ROOT / "protocols" / "vocabulary").terms
TBX = {"t": "urn:iso:std:iso:30042:ed-2"}


@pytest.fixture(scope="module")
def written():
    """The glossary by format, as the command writes it."""
    command = ["--project", str(ROOT), "translation", "glossary", "--output", "-", "--format"]
    return {format: CliRunner().invoke(main, [*command, format]).stdout_bytes for format in ("tbx", "csv")}


def test_tbx_says_of_every_word_whether_to_use_it(written):
    root = etree.fromstring(written["tbx"])
    assert root.get("type") == "TBX-Basic"
    concepts = root.findall(".//t:conceptEntry", TBX)
    assert [concept.get("id") for concept in concepts] == list(TERMS)
    for concept, term in zip(concepts, TERMS.values(), strict=True):
        for section in concept.findall("t:langSec", TBX):
            language = section.get("{http://www.w3.org/XML/1998/namespace}lang")
            said = {
                one.findtext("t:term", None, TBX): one.findtext("t:termNote", None, TBX)
                for one in section.findall("t:termSec", TBX)
            }
            assert said[term.name[language]] == "preferredTerm-admn-sts"
            assert {said[word] for word in term.avoid.get(language, ())} <= {"deprecatedTerm-admn-sts"}
            assert set(term.phrases(language)) <= set(said)


def test_csv_has_a_row_for_every_term(written):
    rows = list(csv.DictReader(io.StringIO(written["csv"].decode("utf-8-sig"))))
    assert [row["term"] for row in rows] == list(TERMS)
    for row, term in zip(rows, TERMS.values(), strict=True):
        assert all(row[language] == term.name[language] for language in LANGUAGES)
        assert row["cy_avoid"] == " | ".join(term.avoid.get("cy", ()))
