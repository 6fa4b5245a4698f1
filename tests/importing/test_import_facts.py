"""What an import finds a document to say of itself: its title, its dates, whose it is, and what is doubtful of that."""

import pytest

from protocolau.read.written_dates import date_in
from tests.imported import COUNCIL, draft, run_import, structure


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("Adopted on 16th July 2019", "2019-07-16"), ("27 April 2016", "2016-04-27"), ("March 2018", "2018-03"),
        ("May 3rd, 2022", "2022-05-03"), ("12/07/2022", "2022-07-12"), ("2022-07-12", "2022-07-12"),
        ("Mabwysiadwyd ar 3 Mai 2022", "2022-05-03"), ("1af o Fedi", None),
        ("the 8th day of July 2024", "2024-07-08"), ("yr 8fed dydd o Orffennaf 2024", "2024-07-08"),
        ("ar 12 o Fehefin 2023", "2023-06-12"), ("Ragfyr 2022", "2022-12"),
        ("31 February 2020", None),
        ("no date", None),
    ],
)  # fmt: skip
def test_dates_in_either_language(words, date):
    assert (str(found) if (found := date_in(words)) else None) == date


@pytest.mark.parametrize(
    ("line", "adopted", "reviewed"),
    [
        ("It was adopted on 9 January 2024 and will be reviewed annually.", "2024-01-09", "None"),
        ("Adopted on 9 January 2024, to be reviewed every year.", "2024-01-09", "None"),
        ("Last reviewed: 9 January 2024", "None", "2024-01-09"),
    ],
)
def test_what_will_be_reviewed_has_not_been(line, adopted, reviewed):
    facts = structure(f"1. The aim is this.\n\n2. The roles are these.\n\n{line}").facts
    assert (str(facts.adopted), str(facts.reviewed)) == (adopted, reviewed)


@pytest.mark.parametrize(
    "line",
    [
        "Version 3 | Approved 12 July 2021 | Review date: July 2024",
        "Next review: July 2024. Approved by the Council on 12 July 2021",
        "12 July 2021: approved; July 2024: next review",
        "Mabwysiadwyd 12 Gorffennaf 2021 – Adolygiad nesaf Gorffennaf 2024",
    ],
)
def test_each_date_of_a_line_is_what_stands_beside_it(line):
    facts = structure(f"1. The aim is this.\n\n2. The roles are these.\n\n{line}").facts
    assert (str(facts.adopted), str(facts.review_due)) == ("2021-07-12", "2024-07")


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("Review in May 2026", "2026-05"),
        ("Review by 1 May 2026.", "2026-05-01"),
        ("For review: May 2026", "2026-05"),
        ("This protocol will be reviewed again in May 2026.", "2026-05"),
        ("To be reviewed: May 2026", "2026-05"),
        ("Adopted on 3 May 2024. For review: May 2026", "2026-05"),
        ("Adolygu erbyn: Mai 2026", "2026-05"),
        ("Bydd y protocol hwn yn cael ei adolygu eto ym mis Mai 2026.", "2026-05"),
        ("Adolygir y protocol hwn ym mis Mai 2026.", "2026-05"),
        ("Caiff y protocol hwn ei adolygu ym mis Mai 2026.", "2026-05"),
        ("Review May 2026 Clerk no changes", "None"),
        ("Review: May 2026", "None"),
        ("Adolygiad: Mai 2026", "None"),
        ("Review of May 2026", "None"),
        ("It will be reviewed by the committee that was set up on 3 May 2024.", "None"),
    ],
)
def test_when_a_review_is_to_come(line, due):
    facts = structure(f"1. The aim is this.\n\n2. The roles are these.\n\n{line}").facts
    assert str(facts.review_due) == due


@pytest.mark.parametrize(
    ("title", "line", "adopted"),
    [
        ("Standing Orders", "These Standing Orders were adopted by the Council on 3 June 2021.", "2021-06-03"),
        ("Standing Orders", "These Financial Regulations were adopted by the Council on 3 June 2021.", "None"),
        ("Financial Regulations", "These Financial Regulations were adopted on 3 June 2021.", "2021-06-03"),
        ("Rheolau Sefydlog", "Mabwysiadwyd y Rheolau Sefydlog hyn gan y Cyngor ar 3 Mehefin 2021.", "2021-06-03"),
        ("Code of Conduct", "These principles were adopted on 1 May 1995.", "None"),
    ],
)
def test_orders_and_regulations_say_of_themselves_when_they_were_adopted(title, line, adopted):
    facts = structure(f"{title}\n\n1. The aim is this.\n\n2. The roles are these.\n\n{line}").facts
    assert str(facts.adopted) == adopted


@pytest.mark.parametrize(
    ("label", "date"), [("Review", "May 2026"), ("Review date", "05/2026"), ("Next review", "2026")]
)
def test_a_review_beside_a_date_is_named_as_one_that_was_not_taken(label, date):
    rows = f"<tr><td>Adopted<td>3 May 2024<tr><td>{label}<td>{date}<tr><td>Owner<td>Clerk"
    facts = structure(f"<h1>Protocol</h1><p>Words.<table>{rows}</table>", "a.html").facts
    assert (str(facts.adopted), facts.review_due) == ("2024-05-03", None)
    assert [words for *_, words in facts.doubtful] == [f"{label} {date}"]


@pytest.mark.parametrize(
    ("line", "adopted"),
    [
        ("This Protocol replaces the Protocol adopted by the Council on 12 March 2015.", "None"),
        ("The Members' Code of Conduct, adopted on 7 May 2018, applies.", "None"),
        ("Members signed the undertaking approved by the Welsh Ministers on 1 April 2008.", "None"),
        ("The Council adopted the General Power of Competence on 5 May 2022.", "None"),
        ("It was not adopted on 4 May 2020 but deferred.", "None"),
        ("To be adopted at the Annual Meeting on 14 May 2030.", "None"),
        ("Nolan's principles were adopted on 1 May 1995.", "None"),
        ("Mae'r protocol hwn yn disodli'r un a fabwysiadwyd ar 3 Mai 2010.", "None"),
        ("I'w fabwysiadu ar 3 Mai 2030.", "None"),
        ("It was approved on 3rd June 2021 and supersedes the version adopted on 1 May 2012.", "2021-06-03"),
        ("The protocol was formally adopted by Full Council on 3 June 2021.", "2021-06-03"),
        ("Anytown Town Council adopted this protocol on 3 June 2021.", "2021-06-03"),
        ("Anytown Town Council: protocol. Approved on 3 June 2021.", "2021-06-03"),
        ("Full Council approved on 3 June 2021.", "2021-06-03"),
        ("Protocol adopted by Anytown Town Council on 3 June 2021.", "2021-06-03"),
        ("Date approved by Anytown Town Council: 3 June 2021.", "2021-06-03"),
        ("Members will follow the Code adopted on 3 June 2021.", "None"),
        ("This Protocol is read with the Code of Conduct, which the Council adopted on 3 June 2021.", "None"),
        ("This Protocol forms part of the Constitution approved on 3 June 2021.", "None"),
        ("Dylid darllen y protocol hwn gyda'r Cod Ymddygiad a fabwysiadwyd ar 3 Mehefin 2021.", "None"),
        ("This Protocol, which supplements the Code of Conduct, was adopted on 3 June 2021.", "2021-06-03"),
        ("This Protocol went to the Policy and Staffing Committee and was adopted on 3 June 2021.", "2021-06-03"),
        ("On 3 June 2021 the Council adopted this protocol.", "2021-06-03"),
        ("It was approved by Cabinet on 3 June 2021 and by Council on 19 July 2021.", "2021-07-19"),
        ("Approved: Planning Committee 3 June 2021; Full Council 19 July 2021", "2021-07-19"),
        ("Cymeradwywyd: Y Cabinet 3 Mehefin 2021; Y Cyngor 19 Gorffennaf 2021", "2021-07-19"),
        ("Cymeradwywyd gan y Cabinet ar 3 Mehefin 2021 a chan y Cyngor ar 19 Gorffennaf 2021.", "2021-07-19"),
        (
            "This protocol was recommended by the Committee on 3 March 2021 and adopted by Council on 3 June 2021.",
            "2021-06-03",
        ),
        ("Endorsed by Cabinet on 3 March 2021, and formally approved by Council on 3 June 2021.", "2021-06-03"),
        ("Argymhellwyd gan y Pwyllgor ar 3 Mawrth 2021 a’i fabwysiadu gan y Cyngor ar 3 Mehefin 2021.", "2021-06-03"),
        ("The motion was considered by Cabinet on 3 March 2021 and approved by Council on 3 June 2021.", "None"),
        ("This protocol was considered on 3 March 2021 and approved by NALC on 3 June 2021.", "None"),
        ("Member/Officer Protocol (adopted 3 June 2021)", "2021-06-03"),
        ("Mabwysiadwyd y protocol hwn gan y Cyngor ar 3 Mehefin 2021.", "2021-06-03"),
        ("Cafodd y protocol hwn ei fabwysiadu ar 3 Mehefin 2021.", "2021-06-03"),
        ("Date of adoption: 3 June 2021", "2021-06-03"),
        ("Adoption date 3 June 2021", "2021-06-03"),
        ("Date of approval by Full Council: 3/6/2021", "2021-06-03"),
        ("Date of adoption of this protocol: 3 June 2021", "2021-06-03"),
        ("Date of adoption of the Code of Conduct: 7 May 2018", "None"),
        ("Originally adopted May 2015; amended and readopted 3 June 2021", "2021-06-03"),
        ("First adopted: 7 May 2015", "None"),
        ("Adopted: 7 May 2015; revised and adopted 3 June 2021", "2021-06-03"),
        ("Mabwysiadwyd gyntaf 7 Mai 2015; mabwysiadwyd eto 3 Mehefin 2021", "2021-06-03"),
    ],
)
@pytest.mark.parametrize("number", ["", "2.1 "])
def test_when_another_document_was_adopted_is_not_when_this_one_was(line, adopted, number):
    facts = structure(f"1. The aim is this.\n\n2. The roles are these.\n\n{number}{line}\n\n3. It ends here.").facts
    assert str(facts.adopted) == adopted


AT_LENGTH = {
    "This Protocol was adopted by the Council at its Annual Meeting held on 3 June 2021 (minute AM21/12).": "en",
    "This Protocol was adopted by the Council at its Annual Meeting held in the Council Chamber on 3 June 2021 (minute "
    "reference AM21/12, proposed by the Chair), and all of it applies from then": "en",
    "Mabwysiadwyd y protocol hwn gan y Cyngor yn ei gyfarfod blynyddol ar 3 Mehefin 2021.": "cy",
}


@pytest.mark.parametrize("sentence", AT_LENGTH)
def test_a_paragraph_may_say_at_length_when_the_document_was_adopted(sentence):
    more = {
        "en": "The Council looks at it again every two years, or sooner if the law changes or the Standards Committee "
        "asks for it. The Code of Conduct was adopted on 7 May 2018.",
        "cy": "Bydd y Cyngor yn ei adolygu bob dwy flynedd, neu’n gynt os bydd y gyfraith yn newid neu os bydd y "
        "Pwyllgor Safonau yn gofyn. Mabwysiadwyd y Cod Ymddygiad ar 7 Mai 2018.",
    }[AT_LENGTH[sentence]]
    text = f"1. Review\n\n1.1 {sentence.rstrip('.')}. {more}\n\n2. Roles\n\n2.1 Members decide.\n"
    assert str(structure(f"Protocol for Members and Officers\n\n{text}").facts.adopted) == "2021-06-03"


@pytest.mark.parametrize(
    ("line", "issued", "reviewed"),
    [
        ("Guidance issued by the Ombudsman in May 2021 applies.", "None", "None"),
        ("See the Ombudsman's guidance issued May 2021", "None", "None"),
        ("Badges were issued to staff on 1 May 2021.", "None", "None"),
        ("The register of interests was last reviewed on 5 May 2023.", "None", "None"),
        ("This protocol was last reviewed on 5 May 2023.", "None", "2023-05-05"),
        ("Date of issue: May 2021", "2021-05", "None"),
        ("Issued by the Clerk in May 2021.", "2021-05", "None"),
    ],
)
def test_when_something_else_was_issued_or_reviewed_is_not_when_this_was(line, issued, reviewed):
    facts = structure(f"1. The aim is this.\n\n2. The roles are these.\n\n2.1 {line}\n\n3. It ends here.").facts
    assert (str(facts.issued), str(facts.reviewed)) == (issued, reviewed)


NAMED = """ANYTOWN TOWN COUNCIL

MEMBER/OFFICER PROTOCOL

1. Aims

1.1 The aim is this.

{}

2. Roles

2.1 The roles are these.
"""


@pytest.mark.parametrize(
    ("lines", "adopted"),
    [
        ("Related policies\n\n- Dignity at Work (adopted 2 May 2021)", "None"),
        ("See also:\n\n- Code of Conduct – adopted 12 May 2021\n\n- Standing Orders, approved May 2022", "None"),
        ("Local Resolution Protocol: adopted 3 June 2020", "None"),
        ("Cod Ymddygiad: mabwysiadwyd 3 Mehefin 2020", "None"),
        ("Code of Conduct: adopted 7 May 2018; Members' Protocol: adopted 3 June 2021", "2021-06-03"),
        ("Based on the model protocol adopted by One Voice Wales, May 2015", "None"),
        ("Approved by NALC 3 June 2015", "None"),
        ("Draft approved by the Policy Committee on 3 March 2024", "None"),
        ("The Council adopted its Plan on 5 May 2022 and the Code of Conduct on 3 June 2020.", "None"),
        ("The Council considered the Code of Conduct on 5 May 2022 and adopted it on 3 June 2022.", "None"),
        ("This Council’s Standing Orders were adopted on 5 May 2022.", "None"),
        ("Mabwysiadwyd Rheolau Sefydlog y Cyngor hwn ar 5 Mai 2022.", "None"),
        ("Mabwysiadwyd y Cod Ymddygiad ar 7 Mai 2018", "None"),
        ("Mabwysiadwyd y Protocol gan Gyngor Tref Aber yn ei gyfarfod blynyddol ar 3 Mehefin 2021", "2021-06-03"),
        ("Policy Committee approved 3 June 2021", "2021-06-03"),
        ("Anytown Town Council – Protocol for Members and Officers – approved 3 June 2021", "2021-06-03"),
    ],
)
def test_a_document_that_is_named_beside_a_date_is_another_one(lines, adopted):
    assert str(structure(NAMED.format(lines)).facts.adopted) == adopted


TABLE_OF_DATES = "Version\tDate\tChange\n1\t7 May 2015\tFirst adopted\n2\t9 May 2017\t{}\n3\t8 May 2021\t{}\n"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("Adopted 7 May 2015, reviewed 2017 and 2021", "adopted 2015-05-07"),
        ("Adopted 7 May 2015. Reviewed 9 May 2017, 8 May 2021.", "adopted 2015-05-07, reviewed 2021-05-08"),
        ("Reviewed and re-adopted 8 May 2021", "adopted 2021-05-08, reviewed 2021-05-08"),
        ("Original policy adopted 7 May 2015. Reviewed and adopted 8 May 2021.",
         "adopted 2021-05-08, reviewed 2021-05-08"),
        ("Approved 7 May 2015 and re-approved without amendment 9 May 2017 and 8 May 2021", "adopted 2021-05-08"),
        ("Last reviewed and updated: 8 May 2021", "reviewed 2021-05-08, amended 2021-05-08"),
        ("Date adopted:\n8 May 2021\n\nReview date:\nMay 2027", "adopted 2021-05-08, review_due 2027-05"),
        ("1.0 7 May 2015 Clerk Adopted\n\n2.0 8 May 2021 Clerk Re-adopted, no change", "adopted 2021-05-08"),
        ("Adopted: 7 May 2015\n\nRe-adopted: 8 May 2021", "adopted 2021-05-08"),
        ("Adolygwyd 9 Mai 2017 ac 8 Mai 2021", "reviewed 2021-05-08"),
        ("Last review date: May 2021", "reviewed 2021-05"),
        ("Dyddiad adolygu diwethaf: Mai 2021", "reviewed 2021-05"),
        ("Adopted by Council on 7 May 2015, to be reviewed in May 2027", "adopted 2015-05-07, review_due 2027-05"),
        ("This protocol will be reviewed in May 2027.", "review_due 2027-05"),
        ("Caiff ei adolygu ym mis Mai 2027", "review_due 2027-05"),
        ("The Standing Orders are due for review in May 2027.", ""),
        ("The Code of Conduct was adopted on 7 May 2015 and reviewed 8 May 2021", ""),
        ("This protocol was adopted on 7 May 2015 and was last reviewed on 8 May 2021.",
         "adopted 2015-05-07, reviewed 2021-05-08"),
        ("This protocol was reviewed on 6 May 2021 and re-adopted by Council on 8 May 2021.",
         "adopted 2021-05-08, reviewed 2021-05-06"),
        ("Staff salaries are due for review in May 2027.", ""),
        (TABLE_OF_DATES.format("Reviewed", "Reviewed, no change"), "reviewed 2021-05-08"),
        (TABLE_OF_DATES.format("Reviewed and adopted", "Minor amendments"),
         "adopted 2017-05-09, reviewed 2017-05-09, amended 2021-05-08"),
        ("|Date adopted|Review date|\n|-|-|\n|7 May 2015|May 2027|", "adopted 2015-05-07, review_due 2027-05"),
        ("|Policy|Date adopted|\n|-|-|\n|Code of Conduct|7 May 2015|", ""),
    ],
)  # fmt: skip
def test_a_date_is_what_the_words_beside_it_say_and_of_several_the_last(lines, said):
    facts = structure(NAMED.format(lines), "a.md" if "|-" in lines else "a.txt").facts
    names = ("adopted", "reviewed", "review_due", "amended")
    assert ", ".join(f"{name} {date}" for name in names if (date := getattr(facts, name))) == said


def test_dates_that_cannot_be_right_are_left_out(tmp_path):
    text = "1. A clause is a sentence.\n\nAdopted on 3 May 2022\n\nLast reviewed on 2 May 2021"
    assert draft("a.txt", text.encode(), tmp_path).facts.reviewed is None


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Adopted 7 May 2015. Amended 3 June 2021.", "are of that day: 2021-06-03\n"),
        ("Adopted by Council 7 May 2015 (revised May 2019)", "are of that day: 2019-05\n"),
        ("Mabwysiadwyd 7 Mai 2015. Diwygiwyd 3 Mehefin 2021.", "are of that day: 2021-06-03\n"),
        ("Amended 3 June 2012. Adopted 7 May 2015.", "nothing stands out\n"),
        ("Adopted 7 May 2015 and reviewed 3 June 2021.", "nothing stands out\n"),
    ],
)
def test_that_a_document_was_changed_after_it_was_adopted_is_to_be_looked_at(tmp_path, line, said):
    """Else its words would be said to be in force from the day on which others were."""
    source = tmp_path / "a.txt"
    source.write_text(f"Protocol\n\n{line}\n\n1. Aims\n\n1.1 Members must respect officers.\n", "utf-8")
    done = run_import(source, *COUNCIL, "--output", tmp_path / "out")
    assert "dates in it: adopted 2015-05-07" in done.output and said in done.output


@pytest.mark.parametrize(
    "line",
    [
        "Review: May 2026",
        "Next review due Spring 2027",
        "Due for review 05/2027",
        "Adopted: 14/05/24",
        "Adopted May ’24",
        "Agreed by Full Council 14 May 2024",
        "Cytunwyd arno gan y Cyngor ar 14 Mai 2024.",
        "In force from 1 April 2022",
        "Anytown Code of Conduct, adopted 12 May 2021",
        "Version 3 – May 2024",
        "May 2024",
    ],
)
def test_a_date_that_may_be_the_documents_and_is_not_surely_so_is_named(tmp_path, line):
    said = "a date in it may be the document's own, and was not taken; write it into the draft if it is"
    assert f"  line 3: {said}: {line}\n" in _reported(tmp_path, line)


@pytest.mark.parametrize(
    "line",
    [
        "Adopted by Council (Minute 123/24) on 14 May 2024, to be reviewed in May 2027",
        "Recommended by the Standards Committee on 3 March 2024 and approved by Council on 14 May 2024",
        "Review under section 5 of the Localism Act 2011",
        "This protocol replaces the one that was adopted on 3 June 2015.",
        "Minute 123/24",
        "https://anytown.example/2024/review",
    ],
)
def test_a_date_that_is_taken_or_another_matters_is_not_looked_at(tmp_path, line):
    assert "may be the document's own" not in _reported(tmp_path, line)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("OTHERVILLE TOWN COUNCIL", "it names another council, and not this one; check --council: OTHERVILLE"),
        ("Cyngor Cymuned Arall", "it names another council, and not this one; check --council: Cyngor Cymuned Arall"),
        ("Code of Conduct for Members", "another kind of document; import again with --document if it is one: Code"),
        ("Cod Ymddygiad", "another kind of document; import again with --document if it is one: Cod"),
    ],
)
def test_a_document_that_seems_to_be_imported_into_the_wrong_place_is_to_be_looked_at(tmp_path, title, said):
    assert said in _reported(tmp_path, "Adopted 12 May 2021.", title)


@pytest.mark.parametrize("title", ["ANYTOWN TOWN COUNCIL", "Protocol for Town Councils", "Relations Protocol"])
def test_a_document_of_this_council_is_in_its_place(tmp_path, title):
    assert "look at first: nothing stands out\n" in _reported(tmp_path, "Adopted 12 May 2021.", title)
    again = _reported(tmp_path, "Adopted 12 May 2022.", title)  # now the council has a folder
    assert "look at first: nothing stands out\n" in again
    wrong = _reported(tmp_path, "Adopted 12 May 2023.", "Otherville Town Council")
    assert "it names another council, and not this one; check --council: Otherville Town Council\n" in wrong


def test_a_date_that_cannot_be_right_is_named(tmp_path):
    said = "this date is earlier than one that it should follow, and was left out: 2019-05\n"
    assert said in _reported(tmp_path, "Adopted 12 May 2021. Next review: May 2019.")


def _reported(tmp_path, line, title="Protocol"):
    """What the import of a document with a title and a line reports."""
    source = tmp_path / "a.txt"
    source.write_text(f"{title}\n\n{line}\n\n1. Aims\n\n1.1 Members must respect officers.\n", "utf-8")
    return run_import(source, *COUNCIL, "--output", tmp_path / "out").output
