"""The site under the headers of its own file: nothing on any page offends against them, and only one page is framed."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from selectolax.lexbor import LexborHTMLParser

from protocolau.render.policy import EVERYWHERE, IN_FRAMES
from tests.browsing import KINDS, PREFIX, both_languages, whole_comparison
from tests.conftest import ROOT, Quiet, served
from tests.pages import every_page, page

POLICY = "Content-Security-Policy"

WATCH = """
    window.offences = [];
    document.addEventListener("securitypolicyviolation", (event) =>
        offences.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
"""


def sent(rules: str, path: str) -> dict[str, str]:
    """The headers that Cloudflare Pages sends with a path: of every rule that fits it, in their order."""
    headers: dict[str, str] = {}
    for block in re.split(r"\n(?=/)", rules):
        pattern, *lines = block.splitlines()
        if not pattern.startswith("/") or not re.fullmatch(as_expression(pattern), path):
            continue
        for line in map(str.strip, lines):
            if line.startswith("! "):
                del headers[line[2:]]
                continue
            name, _, value = line.partition(": ")
            headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def as_expression(pattern: str) -> str:
    """A path with `:name` for a folder and `*` for whatever follows, as a regular expression."""
    return re.sub(r":\w+", "[^/]+", re.escape(pattern).replace(r"\*", ".*"))


class Strict(Quiet):
    """A static host that sends the headers which the site asks for."""

    def end_headers(self) -> None:
        rules = (Path(self.directory) / "_headers").read_text("utf-8")
        for name, value in sent(rules, urlsplit(self.path).path).items():
            self.send_header(name, value)
        super().end_headers()


@pytest.fixture(scope="module")
def strict(site: Path) -> Iterator[str]:
    with served(site, Strict) as address:
        yield address


@pytest.fixture
def window(emptied) -> Page:
    """A window that counts what offends against the policy."""
    return emptied(before=WATCH, bypass_csp=False)


@pytest.fixture
def watched(window) -> Iterator[Page]:
    """A page that fails its test if anything on the last document in it offended, or any script reported an error."""
    said: list[str] = []
    heard = {
        "console": lambda message: said.append(message.text) if message.type == "error" else None,
        "pageerror": lambda fault: said.append(str(fault)),
    }
    for event, hear in heard.items():
        window.on(event, hear)
    yield window
    assert offences(window) == []
    for event, hear in heard.items():
        window.remove_listener(event, hear)
    assert [text for text in said if "404" not in text] == []


def offences(page: Page) -> list[str]:
    return page.evaluate("window.offences")


def test_every_answer_has_the_headers_and_a_frame_those_of_its_own(site: Path):
    rules = (site / "_headers").read_text("utf-8")
    for path in ("/", "/cy/404.html", "/councils/halewood/", "/cy/councils/conwy/undated/protocol.pdf"):
        assert sent(rules, path) == EVERYWHERE, path
    for path in ("/councils/halewood/embed/", "/cy/councils/halewood/conduct/embed/index.html"):
        assert sent(rules, path) == {**EVERYWHERE, POLICY: IN_FRAMES}, path


def test_a_policy_that_two_rules_send_would_be_two_policies():
    rules = "/*\n  A: 1\n/b/*\n  A: 2\n/c/:d/*\n  ! A\n  A: 3"
    assert [sent(rules, path)["A"] for path in ("/", "/b/", "/c/x/y")] == ["1", "1, 2", "3"]


def test_no_page_has_a_script_or_a_style_of_its_own_within_it(any_site: Path):
    for file in every_page(any_site):
        tree = LexborHTMLParser(file.read_text("utf-8"))
        assert not tree.css("style, [style], [onclick], [onload], [onerror], [href^='javascript:']"), file
        inside = [node for node in tree.css("script") if "src" not in node.attributes]
        assert all(node.attributes.get("type", "").endswith("json") for node in inside), file


def test_every_page_says_the_policy_itself_for_hosts_that_send_no_headers(any_site: Path):
    for file in every_page(any_site):
        (said,) = LexborHTMLParser(file.read_text("utf-8")).css(f"meta[http-equiv='{POLICY}']")
        assert EVERYWHERE[POLICY] == f"{said.attributes['content']}; frame-ancestors 'none'", file


@both_languages
def test_no_kind_of_page_offends_against_the_policy(watched, strict, language):
    for kind, path in KINDS.items():
        answer = watched.goto(strict + PREFIX[language] + path, wait_until="networkidle")
        assert POLICY.lower() in answer.headers, kind
        assert offences(watched) == [], kind


def test_an_offence_is_seen(window, strict):
    window.goto(strict)
    window.evaluate(
        """() => new Promise((seen) => {
            document.addEventListener("securitypolicyviolation", seen, { once: true });
            document.body.append(Object.assign(document.createElement("style"), { textContent: "a {}" }));
        })"""
    )
    assert {text.partition(":")[0] for text in offences(window)} == {"style-src-elem"}


@both_languages
def test_searching_does_not(watched, strict, language):
    watched.goto(f"{strict}{PREFIX[language]}councils/halewood/")
    watched.locator(".search-open").click()
    watched.get_by_role("combobox").fill({"en": "bullying", "cy": "bwlio"}[language])
    expect(watched.get_by_role("option").first).to_be_visible()
    assert offences(watched) == []
    watched.keyboard.press("Enter")
    watched.wait_for_url("**/search/?q=*")
    expect(watched.locator(".result-item").first).to_be_visible()


@both_languages
def test_comparing_does_not(watched, strict, language):
    watched.goto(f"{strict}{PREFIX[language]}compare/?councils=bursledon,halewood")
    whole_comparison(watched)
    watched.locator("[data-scheme-toggle]").click()


@both_languages
def test_citing_a_clause_and_asking_for_a_word_do_not(watched, strict, language):
    watched.goto(f"{strict}{PREFIX[language]}councils/halewood/#5.2")
    watched.locator("[id='5.2'] .number").first.click()
    expect(watched.locator(":popover-open")).to_be_visible()
    watched.keyboard.press("Escape")
    watched.locator("article a.term").first.click()
    watched.locator("[data-scheme-toggle]").click()


# ---- in the preview ----


def test_the_form_of_a_translation_and_the_queue_obey_it_too(watched, edited):
    answer = watched.goto(f"{edited.url}councils/conwy/#8.7")
    assert answer.headers[POLICY.lower()].startswith("default-src 'none'; script-src 'self' 'sha256-")
    assert answer.headers[POLICY.lower()].endswith("frame-ancestors 'none'")
    watched.locator("[id='8.7'] .edit-button").press("Enter")
    watched.locator("#-edit-target").press_sequentially("x")
    watched.locator("#-edit-lookup").fill("information")
    watched.keyboard.press("Enter")
    expect(watched.locator(".edit-found")).not_to_be_empty()
    assert offences(watched) == []
    answer = watched.goto(f"{edited.url}-edit/desk?language=cy")
    assert answer.headers[POLICY.lower()] == EVERYWHERE[POLICY]
    watched.locator(".queue .edit-button").first.press("Enter")
    expect(watched.locator(".edit-form")).to_be_visible()


def test_in_the_preview_no_script_within_a_page_runs_but_the_one_by_which_changes_show(window, edited):
    window.goto(f"{edited.url}councils/conwy/")
    assert window.evaluate("typeof livereload") == "function"
    window.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = 1' }))"
    )
    assert window.evaluate("window.ran") is None
    assert {text.partition(":")[0] for text in offences(window)} == {"script-src-elem"}


@both_languages
def test_another_site_may_frame_the_page_that_is_made_for_it_and_no_other(window, strict, tmp_path, language):
    council = f"{strict}{PREFIX[language]}councils/halewood/"
    (tmp_path / "index.html").write_text(
        f"<!doctype html><title>Frames</title><iframe src='{council}embed/'></iframe><iframe src='{council}'></iframe>"
    )
    with served(tmp_path) as elsewhere:
        with window.expect_console_message(lambda message: "frame-ancestors" in message.text):
            window.goto(elsewhere)
        framed, refused = window.frame_locator("iframe >> nth=0"), window.frame_locator("iframe >> nth=1")
        expect(framed.locator("article.protocol")).to_be_visible()
        expect(refused.locator("article.protocol")).to_have_count(0)
        assert window.frames[1].evaluate("window.offences") == []


@pytest.mark.parametrize("guide", ["docs/publish.md", "docs/cy/publish.md"])
def test_the_guide_for_clerks_has_the_very_headers(guide):
    words = (ROOT / guide).read_text("utf-8")
    for name, value in EVERYWHERE.items():
        assert f'Header always set {name} "{value}"' in words, name
        by_path = value.replace("frame-ancestors 'none'", "frame-ancestors $framed")
        assert f'add_header {name} "{by_path}" always;' in words, name
    assert f'Header always set {POLICY} "{IN_FRAMES}"' in words


STORES = r"localStorage|sessionStorage|indexedDB|\bcaches\b|cookie|serviceWorker|navigator\.storage"
KEPT = r"""localStorage\.(?:get|set)Item\("scheme"[^)]*\)"""


def test_only_one_thing_is_stored_and_a_page_explains_it(site: Path):
    scripts = {file: file.read_text("utf-8") for file in site.rglob("*.js")}
    assert re.findall(KEPT, "".join(scripts.values()))
    assert [str(file) for file, text in scripts.items() if re.search(STORES, re.sub(KEPT, "", text))] == []
    assert "kept in your own browser" in page(site, "about/").css_first("main").text()
