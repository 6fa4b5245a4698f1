"""An imported draft reviewed on the page until nothing is left to look at, by keyboard; refused to everybody else."""

import json
import re
import urllib.error
import urllib.request
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from playwright.sync_api import expect

from protocolau.cli.main import main
from protocolau.editor.request_guard import Refusal
from protocolau.editor.review.desk import ReviewDesk
from protocolau.render.policy import EVERYWHERE, NAME
from protocolau.repository.check import examine
from protocolau.repository.repository import ProtocolRepository
from tests.browsing import SPILT
from tests.conftest import ROOT, copy_project
from tests.editor_preview import press_until, served
from tests.rendering import THEME
from tests.running_preview import PATIENCE
from tests.site.test_policy import WATCH

EN, CY = THEME.messages["en"], THEME.messages["cy"]
UNSEEN = ROOT / "tests/statements/documents/local-resolution/2017-12-13.txt"
COUNCIL = ["--name", "Anytown Town Council", "--name-cy", "Cyngor Tref Unlle", "--kind", "town", "--nation", "wales"]
VERSION = "protocols/anytown/local-resolution/2017-12-13.yml"
REMARK = "# Kept: a remark of the clerk's."


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    """A preview of a project into which a document that is none of the five has been imported."""
    project = copy_project(tmp_path_factory.mktemp("review") / "project")
    arguments = ["import", str(UNSEEN), "--council", "anytown", *COUNCIL, "--document", "local-resolution"]
    done = CliRunner().invoke(main, ["--project", str(project), *arguments])
    assert done.exit_code == 0, done.output
    path = project / VERSION
    path.write_text(path.read_text("utf-8").replace("body:\n", f"{REMARK}\nbody:\n"), "utf-8")
    with served(project) as preview:
        yield preview


def written(preview) -> dict:
    return yaml.safe_load((preview.project / VERSION).read_text("utf-8"))


def marks(part) -> int:
    if isinstance(part, list):
        return sum(map(marks, part))
    return sum(map(marks, part.values())) + ("look_at" in part) if isinstance(part, dict) else 0


def opened(page, preview, language: str) -> None:
    """The review, by keyboard from the page of the document."""
    prefix = "" if language == "en" else f"{language}/"
    page.goto(f"{preview.url}{prefix}councils/anytown/local-resolution/")
    page.get_by_role("link", name=THEME.messages[language]("review.open")).press("Enter")
    expect(page.locator("h1")).to_have_text(
        THEME.messages[language]("review.title", council={"en": "Anytown", "cy": "Unlle"}[language])
    )
    page.wait_for_load_state()  # a key before the page's script is there does nothing


def open_next(page) -> None:
    press_until(page, "Tab", "[data-next]")
    page.keyboard.press("Enter")
    expect(page.locator(".review-form .confirm")).to_be_focused()


def test_a_topic_a_party_and_a_cut_are_changed_and_undone_in_welsh(preview, page):
    before = (preview.project / VERSION).read_text("utf-8")
    count = marks(written(preview))
    opened(page, preview, "cy")
    expect(page.locator(".left")).to_have_text(CY("review.left", count))
    page.get_by_role("link", name=CY("review.first.document")).press("Enter")
    expect(page.locator(".first h2")).to_have_text(CY("review.first.document"))
    page.wait_for_load_state()
    page.locator('[data-at="body/2"] > .look').press("Enter")
    expect(page.locator(".source .here")).not_to_have_count(0)
    words = page.locator(".review-form textarea")
    text = words.input_value().replace("\n", " ")
    first, rest = text.split(". ", 1)
    words.fill(f"{first}.\n{rest}")
    expect(page.locator(".review-form fieldset[data-place]")).to_have_count(2)
    page.locator('[name="topic-0"]').fill("diben y protocol")
    page.locator('[name="topic-1"]').fill("Cwyno am gynghorwr")
    page.locator('[name="by-1"]').fill("clerk; Aelodau")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".review-form .message")).to_contain_text("Nid oes “Cwyno am gynghorwr”.")
    page.locator('[name="topic-1"]').fill("Yr hyn y mae'r ddogfen yn ei gwmpasu")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".left")).to_have_text(CY("review.left", count - 1))
    clause = written(preview)["body"][2]
    assert [(one["topic"], one.get("by")) for one in clause["text"]][1] == ("scope", ["clerk", "members"])
    assert (clause["text"][0]["topic"], "look_at" in clause) == ("purpose", False)
    assert REMARK in (preview.project / VERSION).read_text("utf-8")
    expect(page.locator(".review-form .confirm")).to_be_focused()  # that of what is looked at next
    press_until(page, "Shift+Tab", '[data-do="undo"]')
    page.keyboard.press("Enter")
    expect(page.locator(".left")).to_have_text(CY("review.left", count))
    assert (preview.project / VERSION).read_text("utf-8") == before


def test_what_is_likeliest_wrong_comes_first_and_one_may_go_to_any_of_it(preview, page):
    opened(page, preview, "en")
    listed = page.locator(".first li")
    sure = [int(re.search(r"(\d+)%", words)[1]) for words in listed.locator(".why").all_inner_texts() if "%" in words]
    assert len(sure) > 5 and sure == sorted(sure)
    third = listed.nth(2).locator("button")
    at = third.get_attribute("data-jump")
    third.press("Enter")
    expect(page.locator(f'[data-at="{at}"] .confirm')).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(f'[data-at="{at}"].open')).to_have_count(0)
    expect(page.locator("li:has(> .review-form)")).to_have_attribute("data-rank", "2")
    page.keyboard.press("Escape")
    page.locator('[data-do="undo"]').press("Enter")
    expect(page.locator(f'[data-at="{at}"].open')).to_have_count(1)


def test_a_provision_is_moved_and_what_cannot_be_done_is_said(preview, page):
    opened(page, preview, "en")
    body = len(written(preview)["body"])
    page.locator('[data-at="body/3"] > .look').press("Enter")
    page.locator(".review-form summary").press("Enter")
    page.locator('[data-do="into-provisions"]').press("Enter")
    last = page.locator(f'[data-at="body/{body - 1}"]')
    expect(last).to_have_count(0)
    assert len(written(preview)["body"]) == body - 1
    page.locator('[data-do="undo"]').press("Enter")
    expect(last).to_have_count(1)
    assert len(written(preview)["body"]) == body
    page.locator('[data-at="body/2"] > .look').press("Enter")
    page.locator(".review-form textarea").fill("Other words.")
    page.locator(".confirm").press("Enter")
    expect(page.locator(".review-form .message")).to_have_text(EN("edit.error.review.words"))


def test_a_draft_is_reviewed_by_keyboard_until_nothing_is_left_and_then_counts(preview, page):
    count = marks(written(preview))
    assert count > 5
    opened(page, preview, "en")
    open_next(page)
    for left in range(count - 1, -1, -1):
        page.keyboard.press("Enter")
        done = EN("review.left", left) if left else EN("review.none_left")
        expect(page.locator(".left")).to_have_text(done)
        if left:
            expect(page.locator(".review-form .confirm")).to_be_focused()
    expect(page.locator('[data-do="publish"]')).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".left")).to_have_text(EN("review.confirmed"))
    assert "awaiting_review" not in written(preview)
    assert examine(preview.project / VERSION, preview.project / "protocols/vocabulary", date(2026, 1, 1)).problems == []
    library = ProtocolRepository(preview.project / "protocols").load(date(2026, 1, 1))
    assert library.by_kind["local-resolution"].by_council["anytown"].by_topic


UNTAGGED = """title: Code of Conduct
language: en
awaiting_review: true
body:
  - text: Members must treat others with respect.
    by: members
"""


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("mark", ["awaiting_review: true\n", ""], ids=["awaiting review", "of the clerk's own writing"])
def test_of_a_document_without_topics_nothing_is_said_to_be_confirmed(mark, language, tmp_path):
    project = copy_project(tmp_path / "project")
    path = project / "protocols/barrow/conduct/undated.yml"
    path.parent.mkdir()
    path.write_text(UNTAGGED.replace("awaiting_review: true\n", mark), "utf-8")
    library = ProtocolRepository(project / "protocols").load(date(2026, 1, 1))
    desk, messages = ReviewDesk(lambda: library, THEME, "token", "/-edit/"), THEME.messages[language]
    asked_for = {"council": "barrow", "version": "conduct/undated"}
    page = desk.page(asked_for, messages)
    assert f'<p class="left">{messages("edit.error.review.no_topics")}</p>' in page
    assert 'data-do="publish"' not in page
    opened = sha256(path.read_bytes()).hexdigest()
    with pytest.raises(Refusal, match="no_topics"):
        desk.change(asked_for, json.dumps({"do": "publish", "opened": opened}).encode(), messages)


JOINED = """title: Code of Conduct
language: en
body:
  - text:
      - says: Members and/
      - says: or officers sign. They do so twice.
        joined_by: ""
"""


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        (
            "Members and/\nor officers sign.\nThey do so twice.",
            ["Members and/", "or officers sign.", "They do so twice."],
        ),
        ("Members  and/or\nofficers sign. Theydo so twice.", ["Members and/or", "officers sign. They do so twice."]),
        ("Members and/\nor offi\ncers sign. They do so twice.", None),
        ("Mem\nbers and/or officers sign. They do so twice.", None),
    ],
    ids=["between words", "elsewhere than before", "within a word", "within the first word"],
)
def test_words_are_cut_between_words_alone_and_stay_to_the_letter(typed, texts, tmp_path):
    project = copy_project(tmp_path / "project")
    path = project / "protocols/barrow/conduct/undated.yml"
    path.parent.mkdir()
    path.write_text(JOINED, "utf-8")

    def library():
        return ProtocolRepository(project / "protocols").load(date(2026, 1, 1))

    desk = ReviewDesk(library, THEME, "token", "/-edit/")
    asked_for = {"council": "barrow", "version": "conduct/undated", "at": "body/0"}
    body = json.dumps({"do": "confirm", "opened": sha256(path.read_bytes()).hexdigest(), "words": typed}).encode()
    if texts is None:
        with pytest.raises(Refusal, match="words"):
            desk.change(asked_for, body, EN)
        return
    desk.change(asked_for, body, EN)
    clause = next(iter(library().councils["barrow"].documents["conduct"].versions[0].provisions.values()))
    assert clause.text == "Members and/or officers sign. They do so twice."
    assert [statement.text for statement in clause.statements] == texts


def test_tags_of_an_adopted_protocol_are_changed_in_the_same_way(preview, page):
    page.goto(f"{preview.url}-edit/review?council=bursledon&version=2016-04-27&language=en")
    before = (preview.project / "protocols/bursledon/2016-04-27.yml").read_text("utf-8")
    page.locator('[data-anchor="2.2"] > .look').press("Enter")
    page.locator(".confirm").press("Enter")
    expect(page.locator("#-status")).to_have_text(EN("edit.saved"))
    assert (preview.project / "protocols/bursledon/2016-04-27.yml").read_text("utf-8") == before


@pytest.mark.parametrize("language", ["en", "cy"])
def test_it_can_be_read_on_a_phone(preview, page, language):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{preview.url}-edit/review?council=conwy&version=undated&language={language}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.locator("html").get_attribute("lang") == language


def test_the_document_beside_a_draft_is_scrolled_by_keyboard_and_holds_words_of_any_length(preview, page):
    page.goto(f"{preview.url}-edit/review?council=conwy&version=undated&language=en")
    assert Axe().run(page).response["violations"] == []
    page.evaluate("document.querySelector('.draft span[lang]').textContent = 'goesonandon'.repeat(30)")
    assert page.evaluate(SPILT) == []
    page.locator("main > section").first.focus()
    page.keyboard.press("End")
    page.wait_for_function("document.querySelector('main > section').scrollTop > 500")


def asked(preview, path: str, body: dict | None = None, **headers: str) -> int:
    data = json.dumps(body).encode() if body is not None else None
    request = urllib.request.Request(f"{preview.url}-edit/{path}", data, headers)
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return answer.status
    except urllib.error.HTTPError as refusal:
        return refusal.code


QUERY = "council=conwy&version=undated&language=en&at=body/0"


def test_others_may_neither_read_nor_write(preview):
    before = {path: path.read_bytes() for path in Path(preview.project, "protocols").rglob("*.yml")}
    assert asked(preview, f"review?{QUERY}", Host="example.org") == 403
    assert asked(preview, f"provision?{QUERY}") == 403
    assert asked(preview, f"provision?{QUERY}", {"do": "publish"}) == 403
    assert asked(preview, f"provision?{QUERY}", {"do": "publish"}, Origin="http://example.org") == 403
    assert asked(preview, "review?council=../../etc&version=passwd&language=en") == 404
    assert {path: path.read_bytes() for path in before} == before


def test_half_of_a_form_changes_nothing(preview, page):
    """What leads into a list is said of two parties; a request that has one of them is none of the page's own."""

    def halved(route):
        fields = json.loads(route.request.post_data)
        route.continue_(post_data=json.dumps({name: value for name, value in fields.items() if name != "below-to"}))

    page.goto(f"{preview.url}-edit/review?council=halewood&version=2022-07-12&language=en")
    before = (preview.project / "protocols/halewood/2022-07-12.yml").read_bytes()
    page.route(
        re.compile(r".*/provision\?.*"), lambda route: halved(route) if route.request.post_data else route.continue_()
    )
    page.locator('[data-anchor="3.1"] > .look').press("Enter")
    page.locator('[name="below-by"]').fill("Members")
    page.locator(".confirm").press("Enter")
    expect(page.locator("#-status")).to_have_text(EN("edit.saved"))
    assert (preview.project / "protocols/halewood/2022-07-12.yml").read_bytes() == before


def test_the_review_is_framed_by_nobody_and_offends_against_no_line_of_its_policy(preview, emptied):
    page = emptied(bypass_csp=False, before=WATCH)
    answer = page.goto(f"{preview.url}-edit/review?council=bursledon&version=2016-04-27&language=en")
    assert answer.headers["content-security-policy"] == EVERYWHERE[NAME]
    page.locator('[data-anchor="2.2"] > .look').press("Enter")
    expect(page.locator(".review-form")).to_be_visible()
    assert page.evaluate("window.offences") == []


def test_what_is_no_number_of_the_document_is_refused_in_the_language_of_the_page(preview, page):
    page.goto(f"{preview.url}-edit/review?council=barrow&version=2019-07-16&language=cy")
    page.locator('[data-at="body/2"] > .look').press("Enter")
    empty = "mae 'number' yn wag; ysgrifennwch ef neu tynnwch yr allwedd allan"
    long = "mae gan 'number' fwy na 100 o nodau; ysgrifennwch un byrrach; o dan 'heading' neu 'text' y mae lle geiriau"
    for typed, said in ((" ", empty), ("1. " * 40, long)):
        page.locator('[name="number"]').fill(typed)
        page.keyboard.press("Control+Enter")
        expect(page.locator(".review-form .message")).to_have_text(CY("edit.error.rule", what=said))
    page.keyboard.press("Escape")


def test_what_is_typed_outlives_a_refusal_and_a_reload_until_its_form_is_closed(preview, page):
    page.goto(f"{preview.url}-edit/review?council=halewood&version=2022-07-12&language=cy")
    look, status = page.locator('[data-anchor="1.1"] > .look'), page.locator("#-status")
    message, unknown = ".review-form .message", CY("edit.error.review.unknown.topic", name="Qqq")
    for named, said in (("Qqq", unknown), ("", CY("edit.error.review.changed"))):
        look.press("Enter")
        before = page.locator('[name="topic-1"]').input_value()
        page.locator(".confirm").press("Enter")
        expect(status).to_have_text(CY("edit.saved"))
        look.press("Enter")
        words = page.locator(".review-form textarea")
        words.fill(words.input_value().replace(". This", ".\nThis", 1))
        page.locator('[name="topic-3"]').fill(named)
        if not named:
            preview.change("protocols/halewood/2022-07-12.yml", "body:\n", "# Another's.\nbody:\n")
        page.locator(".confirm").press("Enter")
        expect(page.locator(message)).to_have_text(said)
        expect(status).to_have_text("")
        page.reload()
        look.press("Enter")
        expect(page.locator(message)).to_have_text(CY("edit.restored"))
        expect(page.locator('[name="topic-3"]')).to_have_value(named)
        page.keyboard.press("Escape")
        look.press("Enter")
        expect(page.locator('[name="topic-1"]')).to_have_value(before)
        expect(page.locator(message)).to_have_text("")
        page.keyboard.press("Escape")


def held(page) -> list:
    """Holds back what is sent to be changed, until it is let go."""
    sent = []
    page.route("**/-edit/provision?*", lambda to: sent.append(to) if to.request.method == "POST" else to.continue_())
    return sent


def test_what_is_typed_while_a_change_is_made_stays_and_no_second_is_asked_for(preview, page):
    page.goto(f"{preview.url}-edit/review?council=halewood&version=2022-07-12&language=cy")
    page.locator('[data-anchor="2.1"] > .look').press("Enter")
    page.locator('[name="to-0"]').fill("clerk")
    sent = held(page)
    with page.expect_request("**/-edit/provision?*"):
        page.keyboard.press("Control+Enter")
    page.locator('[name="about-0"]').fill("chair")
    page.keyboard.press("Control+Enter")
    sent[0].continue_()
    expect(page.locator(".review-form .message")).to_have_text(CY("edit.restored"))
    expect(page.locator('[name="about-0"]')).to_have_value("chair")
    expect(page.locator(".confirm")).to_be_focused()
    assert len(sent) == 1
    page.locator('[data-do="undo"]').press("Enter")
    with page.expect_response("**/-edit/review?*"):
        sent[1].continue_()
    expect(page.locator('[name="about-0"]')).to_have_value("chair")
    page.keyboard.press("Escape")


def test_a_preview_that_stops_after_a_change_is_told_of(preview, page):
    errors = []
    page.on("pageerror", lambda error: errors.append(error))
    page.goto(f"{preview.url}-edit/review?council=halewood&version=2022-07-12&language=cy")
    page.locator('[data-anchor="2.2"] > .look').press("Enter")
    page.route("**/-edit/review?*", lambda route: route.abort())
    page.locator(".confirm").press("Enter")
    expect(page.locator(".review-form .message")).to_have_text(CY("edit.silent"))
    assert errors == []


def test_what_is_typed_of_a_provision_that_another_tab_has_changed_is_put_back(preview, page):
    other = page.context.new_page()
    for tab in (page, other):
        tab.goto(f"{preview.url}-edit/review?council=barrow&version=2019-07-16&language=cy")
        tab.locator('[data-at="body/1"] > .look').press("Enter")
    for tab, name, slug in ((other, "by-0", "clerk"), (page, "to-0", "chair")):
        tab.locator(f'[name="{name}"]').fill(slug)
        tab.locator(".confirm").press("Enter")
    expect(other.locator("#-status")).to_have_text(CY("edit.saved"))
    expect(page.locator(".review-form .message")).to_have_text(CY("edit.error.review.changed"))
    page.reload()
    page.locator('[data-at="body/1"] > .look').press("Enter")
    expect(page.locator(".review-form .message")).to_have_text(CY("edit.changed"))
    expect(page.locator('[name="to-0"]')).to_have_value("chair")
    expect(page.locator('[name="by-0"]')).not_to_have_value("")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#-status")).to_have_text(CY("edit.saved"))
    clause = yaml.safe_load((preview.project / "protocols/barrow/2019-07-16.yml").read_text("utf-8"))["body"][1]
    assert (clause["by"], clause["to"]) == ("clerk", "chair")
    page.locator('[data-at="body/1"] > .look').press("Enter")
    expect(page.locator('[name="to-0"]')).to_have_value("Cadeiryddion ac is-gadeiryddion")
    assert page.evaluate("sessionStorage.length") == 0, "what has been saved is kept as if it were not"


def test_undo_takes_back_nothing_that_somebody_else_has_changed_since(preview, page):
    path = preview.project / "protocols/bursledon/2016-04-27.yml"
    page.goto(f"{preview.url}-edit/review?council=bursledon&version=2016-04-27&language=en")
    page.locator('[data-anchor="2.2"] > .look').press("Enter")
    page.locator(".confirm").press("Enter")
    expect(page.locator("#-status")).to_have_text(EN("edit.saved"))
    preview.change("protocols/bursledon/2016-04-27.yml", "body:\n", "# Another's.\nbody:\n")
    page.reload()
    page.locator('[data-do="undo"]').press("Enter")
    expect(page.locator("#-status")).to_have_text(EN("edit.error.review.nothing_to_undo"))
    assert "# Another's." in path.read_text("utf-8")
