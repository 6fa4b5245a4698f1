"""Tables of a PDF that no lines are drawn round, and what looks like one and is none."""

import pytest

from protocolau.importing.both_languages import parted
from protocolau.importing.lines import Line, Table, lines_of
from protocolau.importing.reading import read_document
from protocolau.importing.structure.build import structured
from tests.pdf_files import pdf, ruled
from tests.read_lines import cells_of


def columns(top: int, *rows: tuple[str, ...], lefts: tuple[int, ...] = (60, 220, 400)) -> list[tuple[int, int, str]]:
    """Lines of a table without lines: the words of each in columns; no words where a cell has none on that line."""
    return [
        (left, top - 12 * place, words)
        for place, row in enumerate(rows)
        for left, words in zip(lefts, row, strict=False)
        if words
    ]


ROLES = (
    ("Members", "Officers"),
    ("They decide the policies of the", "They give advice, carry out what has been"),
    ("Council.", "decided, and report on it to the Finance"),
    ("", "Committee."),
    ("They speak to the press in their", "They speak to the press where the Clerk asks."),
    ("own name.", ""),
    ("They respect officers.", "They respect members."),
)
MATTERS = (
    ("Matter", "Who decides", "Who is told"),
    ("Press releases on behalf of", "The Clerk, after consulting the", "All members, in"),
    ("the Council", "Chair", "one day"),
    ("Spending", "The Clerk", "The Finance"),
    ("", "", "Committee"),
    ("Complaints", "The Chair", "The Council"),
)


def cells(block: object) -> list[list[str]]:
    assert isinstance(block, Table), block
    return [[" ".join(line.text.strip() for line in lines_of(cell.blocks)) for cell in row] for row in block.rows]


def test_tables_without_lines_are_tables():
    prose = [(60, 740, "1. The table says who does what for the Council and what each may expect of the other.")]
    after = [(60, 500, "2. After"), (60, 480, "The table binds nobody beyond what the law requires of either of them.")]
    first, table, second, _ = read_document("a.pdf", pdf([*prose, *columns(700, *ROLES), *after])).blocks
    assert (first.text, second.text) == (prose[0][2], "2. After")
    assert cells(table) == [
        ["Members", "Officers"],
        [
            "They decide the policies of the Council.",
            "They give advice, carry out what has been decided, and report on it to the Finance Committee.",
        ],
        ["They speak to the press in their own name.", "They speak to the press where the Clerk asks."],
        ["They respect officers.", "They respect members."],
    ]
    _, table, *_ = read_document("a.pdf", pdf([*prose, *columns(700, *MATTERS), *after])).blocks
    assert cells(table) == [
        ["Matter", "Who decides", "Who is told"],
        ["Press releases on behalf of the Council", "The Clerk, after consulting the Chair", "All members, in one day"],
        ["Spending", "The Clerk", "The Finance Committee"],
        ["Complaints", "The Chair", "The Council"],
    ]


def test_a_clause_is_no_row_of_a_table_without_lines_below_it():
    clause = [(36, 712, "2.1"), (60, 712, "The roles are these.")]
    first, table = read_document("a.pdf", pdf([*clause, *columns(700, *ROLES)])).blocks
    assert first.text.split() == ["2.1", "The", "roles", "are", "these."]
    assert cells(table)[0] == ["Members", "Officers"]


def test_a_table_without_lines_goes_on_over_the_edge_of_a_page():
    heads, *rows = ROLES
    _, table, after, _ = read_document(
        "a.pdf",
        pdf(
            [(60, 740, "The table says who does what."), *columns(140, heads, *rows[:2])],
            [*columns(740, *rows[2:4]), (60, 690, "2. After"), (60, 670, "It binds nobody beyond what the law says.")],
        ),
    ).blocks
    assert cells(table)[1:] == [
        [
            "They decide the policies of the Council.",
            "They give advice, carry out what has been decided, and report on it to the Finance Committee.",
        ],
        ["They speak to the press in their", "They speak to the press where the Clerk asks."],
    ]
    assert after.text == "2. After"


def test_heads_and_feet_of_pages_are_no_rows_of_a_table_without_lines():
    head, foot = [(60, 765, "Anytown Council"), (400, 765, "Protocol on roles")], [(60, 45, "Version 2")]
    foot.append((220, 45, "Page 2 of 3"))
    rows = columns(720, *ROLES[1:], *ROLES[1:])
    pages = [[*head, (60, 740, "The table says who does what."), *columns(700, *ROLES, *ROLES[1:5]), *foot]]
    pages += [[*head, *columns(740, ("own name.", "")), *columns(720, *ROLES[6:], *ROLES[1:]), *foot]]
    pages += [[*head, *rows, *foot]]
    reading = read_document("a.pdf", pdf(*pages))
    _, table = reading.blocks
    said = cells(table)
    assert not {"Anytown Council", "Version 2"} & {one for row in said for one in row}
    assert (
        said.count(["They speak to the press in their own name.", "They speak to the press where the Clerk asks."]) == 5
    )
    assert said.count(["They respect officers.", "They respect members."]) == 5
    assert {one.what for one in reading.asides} == {"header", "footer"}


def test_wide_gaps_between_words_of_lines_set_to_both_edges_part_no_columns():
    said = [(66, 700, "(2) Yn"), (105, 700, "yr"), (125, 700, "erthygl"), (163, 700, "hon"), (194, 700, "ystyr"),
            (226, 700, "Gorchmynion"), (57, 688, "blaenorol"), (108, 688, "yw"), (127, 688, "Gorchymyn"),
            (186, 688, "Cyflogau"), (239, 688, "Amaethyddol"), (57, 676, "Cymru"), (98, 676, "2024,"),
            (127, 676, "Gorchymyn"), (186, 676, "Cyflogau Amaeth.")]  # fmt: skip
    assert not any(isinstance(block, Table) for block in read_document("a.pdf", pdf(said)).blocks)


def test_short_lines_set_to_both_edges_of_a_narrow_column_are_no_table():
    said = [(392, 700, "section"), (432, 700, "28B"), (461, 700, "of"), (480, 700, "the"), (504, 700, "Political"),
            (392, 688, "Parties,"), (454, 688, "Elections"), (524, 688, "and"), (392, 676, "Referendum"),
            (454, 676, "Act"), (476, 676, "2000"), (516, 676, "\\(Wal\\)"), (392, 664, "and no other one of it."),
            (392, 620, "2. The end.")]  # fmt: skip
    assert not any(isinstance(block, Table) for block in read_document("a.pdf", pdf(said)).blocks)


def test_a_word_alone_may_be_the_head_of_a_column_though_no_sentence_ends_with_it():
    rows = (("For", "Ask", "Telephone"), ("Meetings and minutes", "The Clerk", "01792 555 010"),
            ("Allotments", "The Warden", "01792 555 011"))  # fmt: skip
    (table, _) = read_document("a.pdf", pdf([*columns(700, *rows), (60, 600, "2. After it, there is no more.")])).blocks
    assert cells(table) == [list(row) for row in rows]


def test_rows_without_lines_between_columns_keep_to_them():
    lefts, tops = [50, 210, 390], [720, 700, 670, 640, 610]
    without = [f"210 {top} m 210 {below} l S" for top, below in ((670, 640), (640, 610))]
    said = columns(
        708, ("Members", "Officers"), (), ("lead and", "advise and"), ("decide", "act"), (), ("respect", "respect")
    )
    said = [(left + 2, top, words) for left, top, words in said]
    (table,) = read_document(
        "a.pdf", pdf([ruled(lefts, tops, tuple(without)), *said, (60, 620, "Both are courteous to each other.")])
    ).blocks
    assert cells(table) == [
        ["Members", "Officers"],
        ["lead and decide", "advise and act"],
        ["respect", "respect"],
        ["Both are courteous to each other."],
    ]


def test_a_word_for_which_a_column_is_too_narrow_is_one_word():
    prose = [(60, 760, "Monitoring is for officers of the law."), (60, 746, "Officers need no monitoring.")]
    said = [(64, 708, "Acknowledgeme"), (64, 696, "nt in three"), (64, 684, "days"), (150, 708, "Monitoring")]
    said += [(150, 696, "officers"), (205, 708, "clerk@anyt"), (205, 696, "own.test"), (205, 684, "Mair Price-")]
    said += [(205, 672, "Evans"), (205, 660, "co-"), (205, 648, "opted")]
    said += [(64, 724, "What"), (150, 724, "Who"), (205, 724, "Contact")]
    body = structured(read_document("a.pdf", pdf([ruled([60, 144, 201, 264], [735, 720, 640]), *prose, *said]))).body
    (rows,) = [one.rows for outer in body for one in outer.walk() if one.rows]
    assert [cell.text for cell in rows[1]] == [
        "Acknowledgement in three days",
        "Monitoring officers",
        "clerk@anytown.test Mair Price-Evans co-opted",
    ]


def test_a_line_of_a_cell_is_full_where_the_next_word_nearly_found_room():
    lines = [
        (66, 700, "Members of the whole"),
        (66, 688, "Council listen."),
        (66, 676, "So do"),
        (66, 664, "officers."),
    ]
    said = [(66, 724, "Members"), (211, 724, "Officers"), (211, 700, "Officers advise them.")]
    (table,) = read_document("a.pdf", pdf([ruled([60, 203, 350], [735, 715, 655]), *said, *lines])).blocks
    cell = table.rows[1][0]  # type: ignore[union-attr]
    assert [line.full for line in lines_of(cell.blocks)] == [True, False, False, False]


def test_paragraphs_of_long_cells_need_not_begin_on_one_line():
    left = {0: "Members", 12: "They decide.", 29: "They do so", 41: "in public.", 72: "Trust", 84: "They trust"}
    left |= {96: "officers.", 120: "Help"}
    right = {0: "Officers", 12: "They advise members", 24: "on what they may do.", 36: "They act.", 72: "Trust"}
    right |= {84: "They trust members.", 96: "They say so.", 120: "Aid"}
    said = [(x, 700 - y, words) for x, column in ((60, left), (220, right)) for y, words in column.items()]
    (table,) = read_document("a.pdf", pdf(said)).blocks
    assert cells(table)[1] == [
        "They decide. They do so in public.",
        "They advise members on what they may do. They act.",
    ]


def test_sentences_of_two_columns_go_on_from_line_to_line_and_to_the_next_column():
    left = ["1.1 Members respect officers", "Given that both serve the", "town.", "", "1.2 Officers respect members",
            "in all that they say and do,", "and tell them what they need"]  # fmt: skip
    right = [
        "to know.",
        "",
        "1.3 The Clerk speaks for the",
        "Council, and nobody else",
        "unless asked.",
        "",
        "1.4 It is so.",
    ]
    drawn = [(60, 700 - 13 * place, words) for place, words in enumerate(left)]
    drawn += [(330, 695 - 13 * place, words) for place, words in enumerate(right)]
    body = structured(read_document("a.pdf", pdf([one for one in drawn if one[2]]))).body
    assert [f"{one.number} {one.text}" for one in body] == [
        "1.1 Members respect officers Given that both serve the town.",
        "1.2 Officers respect members in all that they say and do, and tell them what they need to know.",
        "1.3 The Clerk speaks for the Council, and nobody else unless asked.",
        "1.4 It is so.",
    ]


def test_a_title_over_two_columns_makes_neither_wider():
    left = [
        "1.1 Members speak openly;",
        "they also listen.",
        "",
        "1.2 The Clerk acts under the",
        "Act and",
        "the Audit (Wales)",
    ]
    right = [
        "Regulations 2014; and others.",
        "",
        "1.3 The Clerk speaks for the",
        "Council, and nobody else",
        "if asked.",
    ]
    drawn = [(200, 740, "Protocol of Members and Officers")]
    drawn += [(60, 700 - 13 * place, words) for place, words in enumerate(left) if words]
    drawn += [(330, 695 - 13 * place, words) for place, words in enumerate(right) if words]
    body = structured(read_document("a.pdf", pdf(drawn))).body
    assert [f"{one.number} {one.heading}{one.text}".strip() for outer in body for one in outer.walk()] == [
        "Protocol of Members and Officers",
        "1.1 Members speak openly; they also listen.",
        "1.2 The Clerk acts under the Act and the Audit (Wales) Regulations 2014; and others.",
        "1.3 The Clerk speaks for the Council, and nobody else if asked.",
    ]


def test_numbers_before_clauses_and_places_to_sign_are_no_columns():
    clauses = columns(
        700,
        ("1.1", "Members decide, and"),
        ("", "officers advise."),
        ("1.2", "Members respect officers."),
        ("1.3", "Officers respect members."),
        ("Signed .........", "Date ........."),
        ("Signed .........", "Date ........."),
        ("Signed .........", "Date ........."),
        lefts=(60, 200),
    )
    page = pdf(clauses[:4]), pdf([*clauses[:4], *clauses[7:]])
    assert not any(isinstance(block, Table) for one in page for block in read_document("a.pdf", one).blocks)


@pytest.mark.parametrize("sign", ["\\240", "\\034", "\\035\\240"])
def test_signs_that_show_nothing_are_no_words(sign):
    first, *rows, last = columns(700, *ROLES)
    data = pdf([(60, 740, "Whose\\240duty"), first, *rows, (60, last[1] - 12, sign), last])
    assert cells(read_document("a.pdf", data).blocks[1]) == cells(
        read_document("a.pdf", pdf([first, *rows, last])).blocks[0]
    )
    assert next(lines_of(read_document("a.pdf", data).blocks)).text == "Whose duty"


def test_a_row_goes_on_over_the_edge_of_a_page_where_a_sentence_ended_in_one_cell():
    drawn = ruled([40, 140, 300, 500], [760, 730, 40])
    heads = [(50, 740, "Matter"), (150, 740, "Member"), (310, 740, "Officer")]
    first = [(50, 60, "Gifts that"), (150, 60, "They declare."), (310, 60, "They keep a list"), *heads]
    for matter, whole in (("are large", 2), ("Trips", 3)):
        second = [(50, 710, matter), (150, 710, "They ask."), (310, 710, "of what is said."), *heads]
        (table,) = read_document("a.pdf", pdf(first, second, drawn=drawn)).blocks
        assert len(cells(table)) == whole, cells(table)


@pytest.mark.parametrize("named", ["Gifts", ""])
def test_a_row_goes_on_over_the_edge_of_a_page_that_cut_it_between_two_sentences(named):
    heads = [(50, 740, "Matter"), (210, 740, "What is done")]
    first = [
        *heads,
        (50, 700, named),
        (210, 700, "They are declared."),
        (50, 60, "Trips"),
        (210, 60, "They are asked for."),
    ]
    second = [(210, 750, "The Clerk keeps a list."), (50, 700, "Meals"), (210, 700, "They are paid.")]
    drawn = [ruled([40, 200, 500], tops) for tops in ([760, 730, 680, 40], [770, 730, 680])]
    (table,) = read_document("a.pdf", pdf([drawn[0], *first], [drawn[1], *second])).blocks
    whole = (
        ["They are asked for. The Clerk keeps a list."] if named else ["They are asked for.", "The Clerk keeps a list."]
    )
    assert [row[1] for row in cells(table)] == ["What is done", "They are declared.", *whole, "They are paid."]


@pytest.mark.parametrize("first_rows", [1, 2])
def test_a_row_that_stands_alone_on_a_page_belongs_to_the_table_beside_it(first_rows):
    rows = [("Who", "May speak"), ("Applicant", "No"), ("Local member", "Yes")]
    tops = (160, 130, 100) if first_rows == 2 else (130, 100)
    below = (700, 670) if first_rows == 2 else (700, 670, 640)
    drawn = [
        [(left, top - 20, row[left > 50]) for top, row in zip(at, said, strict=False) for left in (50, 210)]
        for at, said in ((tops, rows[:first_rows]), (below, rows[first_rows:]))
    ]  # fmt: skip
    first = [(40, 740, "1. Those who come may speak as this says:"), ruled([40, 200, 500], [*tops]), *drawn[0]]
    box = [ruled([40, 300, 500], [500, 470]), (50, 480, "In a box"), (310, 480, "beside another")]
    second = [ruled([40, 200, 500], [*below]), *drawn[1], (40, 600, "2. Visits are recorded."), *box]
    lead, table, *rest = read_document("a.pdf", pdf(first, second)).blocks
    assert isinstance(lead, Line) and cells(table) == [list(row) for row in rows]
    assert all(isinstance(one, Line) for one in rest)


def test_words_that_narrow_cells_break_are_whole():
    narrow = ("Repre-", "sentat-", "ive of", "the public", "and re-", "sponsible")
    cells_ = [
        *columns(690, ("Role", "Notes"), lefts=(65, 125)),
        *columns(660, *((one,) for one in narrow), lefts=(65,)),
    ]
    drawn = ruled([60, 120, 340], [705, 680, 580])
    page = pdf([(60, 740, "1. All are responsible."), drawn, *cells_, (125, 660, "Each of them.")])
    (_, table) = structured(read_document("a.pdf", page)).body[0].walk()
    assert table.rows[1][0].text == "Representative of the public and responsible"


def test_the_name_of_a_schedule_may_stand_above_a_table():
    words = [(60, 740, "1. The register of what members have is kept"), (60, 728, "by the Clerk as the schedule says.")]
    words += [(250, 700, "SCHEDULE 1"), (240, 670, "Register of interests")]
    rows = [(70, 630, "Interest"), (210, 630, "What"), (70, 600, "Land"), (210, 600, "Its address")]
    page = pdf([*words, ruled([60, 200, 400], [650, 620, 590]), *rows])
    *_, schedule = structured(read_document("a.pdf", page)).body
    assert (schedule.number, schedule.heading) == ("SCHEDULE 1", "Register of interests")


def test_titles_in_two_languages_above_a_table_of_both_are_a_line_each():
    rows = [(f"{at}. Officers and members are fair in rule {at}.", f"{at}. Mae swyddogion, aelodau yn deg: rheol {at}.")
            for at in range(1, 8)]  # fmt: skip
    titles = [(150, 760, "Member/Officer Protocol"), (138, 746, "Protocol Aelodau a Swyddogion")]
    drawn = ruled([50, 310, 580], [712 - 12 * at for at in range(8)])
    both = parted(read_document("a.pdf", pdf([drawn, *titles, *columns(703, *rows, lefts=(60, 320))])))
    assert [structured(both[language]).facts.title for language in ("en", "cy")] == [title for *_, title in titles]


@pytest.mark.parametrize("lines", ["", ruled([50, 210, 390, 560], [752, 720, 690])])
def test_the_heads_of_a_table_stay_with_it_where_the_page_before_ends_with_them(lines):
    head, *rows = (("Matter", "Who decides", "Who is told"), ("Spending", "The Clerk", "The Council"),
                   ("Complaints", "The Chair", "Whoever complains"), ("Letters", "The Clerk", "The Chair"))  # fmt: skip
    rows = rows[: 2 if lines else 3]
    before = [(60, 700, "1.1 These are the matters and who decides them, each"), (60, 686, "of them for the Council.")]
    pages = (
        [*before, *columns(60, head)],
        [lines, *(one for at, row in enumerate(rows) for one in columns(735 - 30 * at, row))],
    )
    *text, table = read_document("a.pdf", pdf(*pages)).blocks
    assert isinstance(table, Table) and cells_of(table) == [list(row) for row in (head, *rows)]
    assert [one.text for one in text if isinstance(one, Line)] == [words for _, _, words in before]
