"""What governs a statement is found with it: headings, lead-ins, heads of columns, the beginning of its sentence."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from protocolau.comparison.compared_statements import compared_statement
from protocolau.comparison.edition import Collation, edition
from protocolau.comparison.topic_wordings import grouping_key
from protocolau.comparison.turning import are_led_apart, turns_below
from protocolau.language.tokens import NO_PARTY_NAMES
from protocolau.library.library import Library
from protocolau.model.governing import governing
from protocolau.model.protocol import Version
from protocolau.model.provision import Provision, Table
from protocolau.model.statements import Statement
from protocolau.render import comparison_file
from protocolau.render.pages import protocol, roles, topics
from protocolau.render.version_step import version_step
from protocolau.repository.repository import ProtocolRepository
from tests.assembled import COUNCIL, version_of
from tests.conftest import ROOT
from tests.rendering import render_context

CASES = [
    # council, anchor, position, language, the ends of its lead-ins, the nearest heading
    ("conwy", "9.1.a", 0, "en", ["is of a confidential nature, except where:"], "Confidentiality"),
    ("conwy", "9.1.d.ii", 0, "en", ["nature, except where:", "the disclosure is:"], "Confidentiality"),
    ("conwy", "9.1.d.ii", 0, "cy", ["o natur gyfrinachol, ac eithrio:", "pan fo'r datgeliad:"], "Cyfrinachedd"),
    (
        "conwy",
        "appendix.1.5.table1.r4c2",
        0,
        "en",
        ["is as follows:", "What all Officers can expect from Members"],
        "SECTION 22 – APPENDIX: MEMBER/OFFICER RELATIONS",
    ),
    ("conwy", "appendix.1.3.table1.r6c1", 0, "en", [], "A Quick Guide to some of the distinct roles"),
    (
        "conwy",
        "appendix.1.7.b",
        0,
        "en",
        ["activity led by Officers"],
        "SECTION 22 – APPENDIX: MEMBER/OFFICER RELATIONS",
    ),
    (
        "bursledon",
        "2.2.a",
        0,
        "en",
        ["Councillors have three main areas of responsibility"],
        "ROLES OF COUNCILLORS AND OFFICERS",
    ),
    ("bursledon", "2.2.para1", 0, "en", [], "ROLES OF COUNCILLORS AND OFFICERS"),
    ("bursledon", "3.2.f.para1", 0, "en", [], "EXPECTATIONS"),
    ("bursledon", "reports.a", 0, "en", [], "Reports"),
    ("bursledon", "control.table1.r10c2", 0, "en", ["Sponsor"], None),
    ("halewood", "3.2.a", 1, "en", ["Officers can expect from Councillors:", "A working partnership"], "Expectations"),
    ("barrow", "roles-and-responsibilities.para1", 1, "en", ["In summary:"], "Roles and Responsibilities"),
    ("barrow", "councillors.para1", 0, "en", [], "Councillors"),
    (
        "taffs-well-and-nantgarw",
        "2.4.para1",
        2,
        "en",
        ["contrary to the officer's professional view,"],
        "Officers",
    ),
]


@pytest.mark.parametrize(("council", "anchor", "position", "language", "lead_ins", "heading"), CASES)
def test_a_statement_is_quoted_with_what_governs_it(library, council, anchor, position, language, lead_ins, heading):
    version = library.version_shown(council)
    view = render_context(library, language).view_of(version)
    quoted = view.quoted(version.provisions[anchor].statements[position])
    assert len(quoted.lead_ins) == len(lead_ins), quoted.lead_ins
    for led, end in zip(quoted.lead_ins, lead_ins, strict=True):
        assert led.text.endswith(end)
    assert (quoted.headings[-1].text if quoted.headings else None) == heading


def test_every_item_and_cell_is_quoted_with_its_lead_in(library: Library):
    for version in library.relations.versions:
        for provision in version.provisions.values():
            for item in provision.items:
                lead_ins = [statement.anchor for statement in version.governing[item.anchor].lead_ins]
                assert (provision.anchor in lead_ins) == bool(provision.statements), item.anchor


def test_a_sentence_is_quoted_from_its_last_beginning(library: Library):
    version = library.version_shown("bursledon")
    view = render_context(library, "en").view_of(version)
    quoted = view.quoted(version.provisions["2.5.para1"].statements[1])
    assert quoted.lead_ins[0].text == "Whilst an officer may report the views of individual councillors on an issue,"


def test_a_sentence_that_goes_on_says_so(library: Library):
    version = library.version_shown("conwy")
    view = render_context(library, "en").view_of(version)
    said = [view.quoted(statement).goes_on for statement in version.provisions["12.4"].statements]
    assert said == [False, True, False]


def test_the_line_of_what_stands_above_has_the_nearest_headings_and_every_lead_in(library: Library):
    version = library.version_shown("halewood")
    contexts = render_context(library, "en").view_of(version).contexts
    assert contexts["3.2.e"] == "Expectations › Officers can expect from Councillors:"
    assert contexts["2.3"] == "Roles of Councillors and Town Council Officers/Staff"
    assert contexts["1"] == ""


def said(anchor: str, *texts: str) -> tuple[Statement, ...]:
    return tuple(Statement(anchor, position, text) for position, text in enumerate(texts))


def provision(anchor: str, *texts: str, **values) -> Provision:
    return Provision(**{"anchor": anchor, "kind": "clause", "line": 1, "statements": said(anchor, *texts), **values})


def lead_ins(body: Provision, anchor: str) -> list[str]:
    return [statement.text for statement in governing([body])[anchor].lead_ins]


def test_a_numbered_clause_is_led_in_where_the_words_above_it_lead_on():
    disclose = provision("5.a", "disclose confidential information given to you in confidence;")
    assert lead_ins(provision("5", "You must not—", provisions=(disclose,)), "5.a") == ["You must not—"]
    assert lead_ins(provision("5", "You must be careful.", provisions=(disclose,)), "5.a") == []


def test_what_follows_a_list_is_not_led_in_by_what_leads_into_the_list():
    item, after = provision("5.a", "shout;", kind="item"), provision("5.para1", "You may sing.", kind="paragraph")
    body = provision("5", "You must not:", items=(item,), provisions=(after,))
    assert (lead_ins(body, "5.a"), lead_ins(body, "5.para1")) == (["You must not:"], [])


def test_a_section_inside_is_not_led_in():
    inner = provision("6", "You may sing.", heading="Singing", kind="section")
    assert lead_ins(provision("5", "In summary:", provisions=(inner,)), "6") == []


def test_of_several_statements_the_last_sentence_leads_in():
    item = provision("5.a", "shout;", kind="item")
    body = provision("5", "Courtesy matters.", "You may speak,", "but you must not", items=(item,))
    assert lead_ins(body, "5.a") == ["You may speak,", "but you must not"]


def test_a_cell_has_the_heads_of_its_column_and_of_its_row():
    def cell(anchor, text, span=1):
        return provision(anchor, text, kind="cell", span=span)

    table = Table(
        columns=(cell("h1", "Stage"), cell("h2", "Members"), cell("h3", "Officers")),
        rows=(
            (cell("r1c1", "First"), cell("r1c2", "Both meet.", span=2)),
            (cell("r2c1", "Then"), cell("r2c2", "Decide.")),
        ),
        row_headers=True,
    )
    body = provision("7", "The steps are:", table=table)
    assert lead_ins(body, "r1c2") == ["The steps are:", "First"]
    assert lead_ins(body, "r2c2") == ["The steps are:", "Members", "Then"]
    assert lead_ins(body, "r2c1") == ["The steps are:", "Stage"]


def test_a_number_of_days_is_the_same_only_of_the_same_thing(tmp_path: Path):
    def of(name: str, heads: list[str], days: list[str]) -> Version:
        cells = [{"text": one, "topic": "process-timescale"} for one in days]
        table = {"columns": ["Step", *heads], "row_headers": True, "rows": [["A complaint", *cells]]}
        return version_of(tmp_path / f"{name}.yml", [{"number": "1", "text": "Time limits", "table": table}])

    heads, days = ["Acknowledge within", "Decide within"], ["5 days", "28 days"]
    one, same, turned = of("one", heads, days), of("same", heads, days), of("turned", heads[::-1], days)
    keys = [grouping_key(version, "process-timescale") for version in (one, same, turned)]
    assert keys[0] == keys[1] != keys[2]
    assert [
        compared_statement(turned, said, "en").compared_text("en") for said in turned.statements if said.topics
    ] == [
        "Decide within A complaint 5 days",
        "Acknowledge within A complaint 28 days",
    ]


def test_what_a_row_begins_with_names_it_where_its_other_cells_alone_are_on_topics(tmp_path: Path):
    def of(name: str, days: list[str], **of_first: str) -> Version:
        rows = [
            [{"text": matter, **of_first}, {"text": within, "topic": "process-timescale"}]
            for matter, within in zip(["Letters", "Complaints"], days, strict=True)
        ]
        table = {"columns": ["Matter", "Reply within"], "rows": rows}
        return version_of(tmp_path / f"{name}.yml", [{"number": "1", "text": "Time limits", "table": table}])

    def compared(version: Version) -> list[str | None]:
        said = (one for one in version.statements if one.topic == "process-timescale")
        return [compared_statement(version, one, "en").compared_text("en") for one in said]

    one, turned = of("one", ["5 days", "28 days"]), of("turned", ["28 days", "5 days"])
    assert compared(one) == ["Reply within Letters 5 days", "Reply within Complaints 28 days"]
    assert compared(turned) == ["Reply within Letters 28 days", "Reply within Complaints 5 days"]
    assert grouping_key(one, "process-timescale") != grouping_key(turned, "process-timescale")
    beside = of("beside", ["5 days", "28 days"], topic="complaints-procedure")
    assert compared(beside) == ["5 days", "28 days"], "cells that stand beside each other name nothing"


def test_the_same_words_below_the_name_of_others_are_another_wording(tmp_path: Path):
    def of(party: str) -> Version:
        item = {"text": "show respect at every meeting", "topic": "respect-and-courtesy", "by": party}
        return version_of(tmp_path / f"{party}.yml", [{"heading": party.title(), "items": [item]}])

    members, again, officers = (
        grouping_key(of(party), "respect-and-courtesy") for party in ("members", "members", "officers")
    )
    assert members == again != officers


REST = {"says": "or ask them to work outside their hours.", "topic": "contact-and-hours", "by": "members"}


def test_the_rest_of_a_sentence_is_turned_by_its_beginning(tmp_path: Path):
    def of(name: str, begins: str, rest: dict = REST) -> Version:
        text = [{"says": begins, "topic": "undue-pressure", "by": "members"}, rest]
        return version_of(tmp_path / f"{name}.yml", [{"number": "1", "text": text}])

    one = of("one", "Officers do their best. Members must not put pressure on officers,")
    same, turned = of("same", "Members must not bully officers,"), of("turned", "Members may put pressure on officers,")
    keys = [grouping_key(version, "contact-and-hours") for version in (one, same, turned)]
    assert keys[0] == keys[1] != keys[2]
    led = [compared_statement(version, version.statements[1], "en").led_in("en") for version in (one, turned)]
    assert led == ["Members must not put pressure on officers,", "Members may put pressure on officers,"]
    own = of("own", "Members must not bully officers,", {**REST, "says": "and officers may not be idle."})
    assert compared_statement(own, own.statements[1], "en").led_in("en") == "", "it says itself what is denied"


@pytest.mark.parametrize(
    ("language", "begins", "turned", "rest"),
    [
        (
            "en",
            "Where a complaint is upheld the member must apologise",
            "Where a complaint is dismissed",
            "and must go.",
        ),
        (
            "en",
            "Unless the Chair agrees, members must leave",
            "If the Chair agrees, members must leave",
            "and must go.",
        ),
        ("cy", "Oni bai bod y Cadeirydd yn cytuno,", "Os yw'r Cadeirydd yn cytuno,", "rhaid i aelodau adael."),
    ],
)
def test_the_rest_of_a_sentence_stands_on_its_condition_whatever_it_says_itself(
    tmp_path: Path, language: str, begins: str, turned: str, rest: str
):
    def of(name: str, begins: str) -> Version:
        told = {"says": rest, "topic": "contact-and-hours", "by": "members"}
        text = [{"says": f"Members do their best. {begins}", "topic": "undue-pressure", "by": "members"}, told]
        return version_of(tmp_path / f"{name}.yml", [{"number": "1", "text": text}], language=language)

    one, other = of("one", begins), of("turned", turned)
    led = [compared_statement(version, version.statements[1], language).led_in(language) for version in (one, other)]
    assert led == [begins, turned] and are_led_apart(*led, NO_PARTY_NAMES, language)
    assert grouping_key(one, "contact-and-hours") != grouping_key(other, "contact-and-hours")


# ---- headings that lead in ----

HEADED = """\
title: A Protocol
language: en
adopted: {date}
body:
  - heading: {heading}
    items:
      - {{text: speak to the press about decisions of the Council, topic: media, by: members}}
"""


@pytest.fixture
def headed(tmp_path: Path) -> Library:
    """Two councils that say the same in the same words under headings that turn it, one of them in turn."""
    protocols = tmp_path / "protocols"
    shutil.copytree(ROOT / "protocols/vocabulary", protocols / "vocabulary")
    said = (
        ("eos", "2020-01-01", "Members may"),
        ("fon", "2020-01-01", "Members may"),
        ("fon", "2022-01-01", "Members must not"),
    )
    for slug, day, heading in said:
        (protocols / slug).mkdir(exist_ok=True)
        (protocols / slug / "council.yml").write_text(COUNCIL, "utf-8")
        (protocols / slug / f"{day}.yml").write_text(HEADED.format(date=day, heading=heading), "utf-8")
    return ProtocolRepository(protocols).load(date(2026, 1, 1))


def test_a_heading_that_denies_or_forces_leads_in(headed: Library):
    rendering = render_context(headed, "en")
    names, versions = rendering.comparison.party_names, list(headed.relations.versions)
    whole = edition(versions, "media", "en", names)
    assert len(whole.others) == 1, "what members must not do is no wording of what they may"
    (judged,) = Collation("media", whole.leading, headed.vocabulary, names).variant(whole.others[0]).statements
    assert judged.verdict == "led_same"
    (of_topic,) = topics.topic_pages(rendering, headed.vocabulary.topics["media"])
    assert (
        "Some say it in the same words, but of others, or under words that may turn what is said." in of_topic.content
    )
    step = version_step(rendering, *headed.councils["fon"].documents["relations"].versions)
    assert [row.change.verdict for run in step.runs for row in run.rows] == ["replaced", "led"]
    fon = headed.version_shown("fon")
    (statement,) = fon.statements
    assert [led.text for led in rendering.view_of(fon).quoted(statement).lead_ins] == ["Members must not"]
    of_browser = comparison_file.of_version(rendering, headed.councils["fon"], fon, "")
    assert of_browser["leadAnchors"] == ["members-must-not"] and of_browser["lines"] == ["Members must not"]


def test_what_some_members_must_not_do_is_no_wording_of_what_all_must_not(tmp_path: Path):
    def key(lead_in: str, language: str = "en"):
        below = {"by": "members"}
        items = [{"text": "accept gifts;", "topic": "gifts"}]
        path = tmp_path / "exampleton" / "2020-01-01.yml"
        path.parent.mkdir(exist_ok=True)
        body = [{"text": lead_in, "below": below, "items": items}]
        return grouping_key(version_of(path, body, language=language), "gifts")

    assert key("Members must not:") == key("Councillors must not:") == key("All members of the Council must not:")
    assert key("Members must not:") != key("Members of the Planning Committee must not:")
    assert key("Members can expect:") == key("All councillors can expect:") != key("Some councillors can expect:")
    assert key("Directors must not:") != key("Heads of Service must not:")
    assert key("Members may offer:") != key("Members may accept:")
    assert key("Members' rights are:") == key("Rights of councillors:") != key("Responsibilities of members:")
    assert key("Members have the following rights:") != key("Members have the following duties:")
    assert key("Complaints about members:") == key("Complaints about councillors:") != key("Complaints about officers:")
    assert key("Members should ask the Clerk about:") != key("Members should ask the Chair about:")
    assert key("Members should try to") != key("Members should") == key("Councillors should")
    assert key("Cwynion am aelodau:", "cy") != key("Cwynion am swyddogion:", "cy")
    assert key("Stage 1 – informal") == key("Stage one: informal") != key("Stage 2 – informal")
    assert key("Members have three areas of work:") == key("Members have four areas of work:")
    assert key("Dylai aelodau:", "cy") == key("Dylai'r holl gynghorwyr:", "cy") != key("Dylai rhai aelodau:", "cy")
    assert key("Dylai aelodau:", "cy") != key("Dylai aelodau'r pwyllgor:", "cy")


@pytest.mark.parametrize(
    ("language", "heading", "leads"),
    [
        ("en", "Don'ts", True),
        ("en", "DON’T", True),
        ("en", "Unacceptable behaviour", True),
        ("en", "Things to avoid", True),
        ("cy", "Peidiwch", True),
        ("cy", "Ymddygiad amhriodol", True),
        ("en", "Dos", False),
        ("en", "Conduct in meetings", False),
        ("en", "Right to information", False),
        ("en", "Rights of members", True),
        ("en", "Responsibilities", True),
        ("en", "Roles and responsibilities", False),
        ("en", "Human rights", False),
        ("en", "Exceptions", True),
        ("en", "During election periods", True),
        ("en", "IN AN EMERGENCY", True),
        ("en", "Where the Clerk agrees", True),
        ("en", "Subject to the Chair's consent", True),
        ("en", "When things go wrong", False),
        ("en", "Where to find help", False),
        ("en", "Emergency planning", False),
        ("en", "In brief", False),
        ("en", "Stage 1 – informal resolution", True),
        ("en", "Stage Two", True),
        ("en", "Part 1", False),
        ("en", "Stages of a complaint", False),
        ("cy", "Cam 1", True),
        ("cy", "Yn ystod cyfnod etholiad", True),
        ("cy", "Mewn argyfwng", True),
        ("cy", "Gyda chydsyniad y Cadeirydd", True),
        ("cy", "Pan fydd pethau'n mynd o chwith", False),
        ("cy", "Ble i gael cymorth", False),
        ("cy", "Eithriadau", True),
        ("cy", "Ymddygiad", False),
        ("cy", "Hawl i wybodaeth", False),
        ("cy", "Hawliau aelodau", True),
        ("cy", "Rolau a chyfrifoldebau", False),
    ],
)
def test_a_heading_that_says_what_not_to_do_or_what_is_bad_leads_in(language, heading, leads):
    assert turns_below(heading, language) == leads


def test_what_stands_under_such_a_heading_is_never_shown_without_it(headed: Library):
    rendering = render_context(headed, "en")
    (of_all,) = roles.pages(rendering)
    assert "<span class=lead-in>Members must not</span> " in of_all.content
    own = {
        made.address: made.content for made in protocol.pages(rendering, headed.councils["fon"].documents["relations"])
    }
    assert "<section id=members-must-not data-leads>" in own["councils/fon/"]
