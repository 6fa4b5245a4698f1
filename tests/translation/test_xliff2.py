"""XLIFF 2: what is written has the shape of the standard, and what other programs make of it is read."""

import re

import pytest
from lxml import etree

from tests.exchange_files import UNCHANGED, exported, rewrite, run, translate, version_of

SHAPE = etree.RelaxNG(
    etree.fromstring(b"""\
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="urn:oasis:names:tc:xliff:document:2.0"
 datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
 <start><element name="xliff">
  <attribute name="version"><value>2.0</value></attribute>
  <attribute name="srcLang"/><attribute name="trgLang"/>
  <oneOrMore><element name="file">
   <attribute name="id"><data type="NMTOKEN"/></attribute><attribute name="original"/>
   <attribute name="canResegment"><value>no</value></attribute>
   <attribute ns="http://www.w3.org/XML/1998/namespace" name="space"><value>preserve</value></attribute>
   <ref name="notes"/>
   <oneOrMore><element name="unit">
    <attribute name="id"><data type="NMTOKEN"/></attribute><attribute name="name"/>
    <optional><element name="matches" ns="urn:oasis:names:tc:xliff:matches:2.0">
     <oneOrMore><element name="match">
      <attribute name="ref"><data type="anyURI"/></attribute>
      <attribute name="type"><choice><value>tm</value><value>other</value></choice></attribute>
      <optional><attribute name="subType">
       <data type="string"><param name="pattern">[^\\s:]+:[^\\s:]+</param></data>
      </attribute></optional>
      <optional><attribute name="matchQuality">
       <data type="decimal"><param name="maxInclusive">100</param></data>
      </attribute></optional>
      <optional><attribute name="origin"/></optional>
      <ref name="both"/>
     </element></oneOrMore>
    </element></optional>
    <element name="metadata" ns="urn:oasis:names:tc:xliff:metadata:2.0"><element name="metaGroup">
     <attribute name="category"/><element name="meta"><attribute name="type"/><text/></element>
    </element></element>
    <optional><ref name="notes"/></optional>
    <element name="segment">
     <attribute name="id"><data type="NMTOKEN"/></attribute>
     <attribute name="state"><choice>
      <value>initial</value><value>translated</value><value>reviewed</value><value>final</value>
     </choice></attribute>
     <optional><attribute name="subState"/></optional>
     <ref name="both"/>
    </element>
   </element></oneOrMore>
  </element></oneOrMore>
 </element></start>
 <define name="both"><element name="source" ns="urn:oasis:names:tc:xliff:document:2.0"><text/></element>
  <element name="target" ns="urn:oasis:names:tc:xliff:document:2.0"><text/></element></define>
 <define name="notes"><element name="notes"><oneOrMore><element name="note">
  <optional><attribute name="category"/></optional>
  <optional><attribute name="appliesTo"><value>source</value></attribute></optional>
  <text/></element></oneOrMore></element></define>
</grammar>""")
)
"""What of the schema of XLIFF 2.0 and of its modules for matches and metadata is used here."""


def segments(protocols) -> dict[str, etree._Element]:
    """The segment of each unit of an export, by the unit's name."""
    root = etree.parse(str(exported(protocols, "xliff2"))).getroot()
    return {unit.get("name"): unit.find("{*}segment") for unit in root.iter("{*}unit")}


def test_a_file_has_the_shape_of_the_standard(protocols):
    SHAPE.assertValid(etree.parse(str(exported(protocols, "xliff2"))))


def test_each_state_has_its_like(protocols):
    found = {name: (one.get("state"), one.get("subState")) for name, one in segments(protocols).items()}
    assert found["document title"] == ("final", None)
    assert found["1.1"] == ("translated", None)
    assert found["1.2"] == ("initial", "protocolau:stale")
    assert found["1.3"] == ("initial", None)


def test_the_memory_is_offered_with_its_likeness(protocols):
    text = exported(protocols, "xliff2").read_text("utf-8")
    assert re.search(r'<mtc:match ref="#s1" type="tm" matchQuality="100" origin="bryn undated 7, reviewed">', text)
    assert re.search(r'<mtc:match ref="#s1" type="other" subType="protocolau:previous-version">', text)


@pytest.mark.parametrize("version", ["2.0", "2.1"])
def test_a_file_is_known_by_its_version_whatever_it_is_called(protocols, version):
    path = exported(protocols, "xliff2").rename(protocols.parent / "back.xlf")
    rewrite(path, 'version="2.0"', f'version="{version}"')
    assert run(protocols, "import", path) == (0, UNCHANGED)
    rewrite(path, "<target>Cyntaf.</target>", "<target>Y cyntaf.</target>")
    assert run(protocols, "import", path)[0] == 0
    assert version_of(protocols).translations["cy"].units["1.1"].target == "Y cyntaf."


INLINE = {
    'Y <pc id="1">cyntaf</pc>.': "Y cyntaf.",
    'Y <sc id="1"/>cyntaf<ec startRef="1"/>.': "Y cyntaf.",
    'Y cyntaf<ph id="1" equiv="{1}"/>.': "Y cyntaf.",
    'Y <mrk id="m1" type="term">cyntaf</mrk>.': "Y cyntaf.",
    'Y cyntaf<cp hex="001A"/>.': "Y cyntaf.",
    'Y<ph id="1" type="fmt" subType="xlf:lb"/>cyntaf.': "Y cyntaf.",
    "Y cyntaf.</target></segment><segment><source></source><target>Yr ail.": "Y cyntaf. Yr ail.",
}


@pytest.mark.parametrize("inside", INLINE)
def test_inline_codes_are_no_words(protocols, inside):
    path = exported(protocols, "xliff2")
    rewrite(path, "<target>Cyntaf.</target>", f"<target>{inside}</target>")
    assert run(protocols, "import", path)[0] == 0
    assert version_of(protocols).translations["cy"].units["1.1"].target == INLINE[inside]


KEPT_APART = """<originalData><data id="d1">**</data><data id="d2">&lt;i&gt;</data></originalData>
<segment id="s1" state="translated"><source>First.</source><target>{target}</target></segment>"""
STARRED = {
    'Y <pc id="1" dataRefStart="d1" dataRefEnd="d1">cyntaf</pc>.': "Y **cyntaf**.",
    'Y <pc id="1" dataRefStart="d1" dataRefEnd="d1"><mrk id="m1">cyn</mrk>taf</pc> oll.': "Y **cyntaf** oll.",
    'Y <sc id="1" dataRef="d1"/>cyntaf<ec startRef="1" dataRef="d1"/>.': "Y **cyntaf**.",
    'Y <ph id="1" dataRef="d1"/>cyntaf<ph id="2" dataRef="d1"/>.': "Y **cyntaf**.",
    'Y <pc id="1" dataRefStart="d2" dataRefEnd="d2">cyntaf</pc>.': "Y cyntaf.",
}


@pytest.mark.parametrize("inside", STARRED)
def test_stars_that_a_program_keeps_apart_from_the_words_are_put_back(protocols, inside):
    path = exported(protocols, "xliff2")
    text = path.read_text("utf-8")
    segment = r"(?s)<segment (?:(?!</segment>).)*<target>Cyntaf\.</target>\s*</segment>"
    source = re.search(segment, text)[0].partition("<source>")[2].partition("</source>")[0]
    moved = re.sub(segment, KEPT_APART.format(target=inside).replace("First.", source), text)
    path.write_text(moved, "utf-8")
    assert run(protocols, "import", path)[0] == 0
    assert version_of(protocols).translations["cy"].units["1.1"].target == STARRED[inside]


CUT = """<segment state="translated"><source>Second, as </source><target>Ail, fel </target></segment>
<ignorable><source>it </source></ignorable>
<segment state="{state}"><source>is today.</source><target>y mae heddiw.</target></segment>"""


@pytest.mark.parametrize(("state", "kept"), [("reviewed", "draft"), ("translated", "draft")])
def test_a_segment_that_a_program_has_cut_is_one(protocols, state, kept):
    path = exported(protocols, "xliff2")
    text = path.read_text("utf-8")
    cut = re.sub(r'(?s)<segment id="s1" state="initial" subState.*?</segment>', CUT.format(state=state), text)
    assert cut != text
    path.write_text(cut, "utf-8")
    assert run(protocols, "import", path)[0] == 0
    unit = version_of(protocols).translations["cy"].units["1.2"]
    assert (unit.source, unit.target, unit.state) == (
        "Second, as it is today.",
        "Ail, fel it y mae heddiw.",
        kept,
    )


def test_final_makes_no_translation_the_councils_own(protocols):
    path = exported(protocols, "xliff2")
    translate(path, "1.1", state="final")
    run(protocols, "import", path)
    assert version_of(protocols).translations["cy"].units["1.1"].state == "reviewed"


def test_another_version_of_xliff_is_told(protocols):
    path = exported(protocols, "xliff2")
    rewrite(path, 'version="2.0"', 'version="3.0"')
    code, said = run(protocols, "import", path)
    assert code == 1 and "this is XLIFF 3.0; XLIFF 1.2, 2.0 and 2.1 can be read; save it as one of these" in said
