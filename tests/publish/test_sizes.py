"""What a council costs in bytes, what a page asks for, and how little a second build writes: counts, never times."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from protocolau.render.pages.parties import EXAMPLES
from tests.bench import again, peers, sizes
from tests.bench.projects import build, copied_project, files_left_out
from tests.bench.sizes import PAGES, Kind

COUNCILS = 14
CEILINGS = {
    Kind(PAGES, "a council's page"): 114,
    Kind(PAGES, "the page of a version"): 62.5,
    Kind(PAGES, "bilingual/ of a council"): 75.5,
    Kind(PAGES, "topics/"): 158,
    Kind(PAGES, "compare/"): 30.1,
    Kind(sizes.COMPARISON, "comparison.packed"): 12,
    Kind(sizes.EMBEDDED, "index.html"): 44,
    Kind(sizes.EMBEDDED, "html.txt"): 31,
    Kind(sizes.SEARCH, "sitemap"): 2.5,
}
"""Kilobytes a council of about 90 provisions, both languages together. They only ever go down."""
REQUESTS = {"councils/council-0003/": 8, "councils/council-0003/bilingual/": 8, "topics/mutual-respect/": 9}


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    made = copied_project(tmp_path_factory.mktemp("sizes") / "project", COUNCILS)
    build(made)
    return made


@pytest.mark.parametrize("kind", CEILINGS, ids=lambda kind: kind.name)
def test_a_council_costs_no_more_than_is_allowed(project: Path, kind: Kind):
    found = sizes.sizes(project / "site")[kind] / COUNCILS / 1000
    assert 0 < found <= CEILINGS[kind]


def test_every_file_of_a_site_is_of_some_kind(project: Path):
    found = sizes.sizes(project / "site")
    assert sum(found.values()) == sum(one.stat().st_size for one in (project / "site").rglob("*") if one.is_file())
    assert 0 < sizes.counted(found, COUNCILS) * COUNCILS * 1000 < sum(found.values())
    assert len(list(sizes.table(found, COUNCILS))) > len(CEILINGS)


def test_what_is_timed_beside_the_peers_has_every_page_and_nothing_to_take_away(project: Path, tmp_path: Path):
    alone = copied_project(tmp_path / "project", COUNCILS)
    with files_left_out(alone):
        build(alone)
    found, whole = sizes.sizes(alone / "site"), sizes.sizes(project / "site")
    assert {kind for kind in found if kind.group in sizes.COUNTED} == {k for k in whole if k.group in sizes.COUNTED}
    assert sizes.counted(found, COUNCILS) == sizes.counted(whole, COUNCILS)
    left_out = whole.keys() - found.keys()
    assert {"protocol.json", "*.bib", "*.ris", "html.txt", "index.html"} <= {kind.name for kind in left_out}


@pytest.mark.parametrize("address", REQUESTS)
def test_a_page_asks_for_few_files(project: Path, address: str):
    assert 0 < len(asked_for(project / "site", project / "site" / address / "index.html")) <= REQUESTS[address]


def asked_for(site: Path, page: Path) -> set[Path]:
    """The styles, fonts and scripts that a page loads at once, with the scripts that those import."""
    tree = LexborHTMLParser(page.read_text("utf-8"))
    links = [node.attributes["href"] for node in tree.css("link[rel=stylesheet], link[rel=preload]")]
    scripts = [node.attributes["src"] for node in tree.css("script[src]")]
    found, left = set(), [(page.parent / str(one)).resolve() for one in (*links, *scripts)]
    while left:
        file = left.pop()
        if file in found:
            continue
        assert file.is_relative_to(site.resolve()) and file.is_file()
        found.add(file)
        if file.suffix == ".js":
            imported = re.findall(r'^import [^"]*"(\.[^"]+)"', file.read_text("utf-8"), re.MULTILINE)
            left += [(file.parent / one).resolve() for one in imported]
    return found


@pytest.mark.parametrize("prefix", ["", "cy/"])
@pytest.mark.parametrize("address", ["parties/", "policies/"])
def test_a_list_shows_a_bounded_number_of_councils_and_counts_the_others(project: Path, address: str, prefix: str):
    tree = LexborHTMLParser((project / "site" / prefix / address / "index.html").read_text("utf-8"))
    listed = {len(section.css(".citations > li")): section for section in tree.css("section.policy")}
    assert max(listed) == EXAMPLES < COUNCILS
    told = listed[EXAMPLES].css_first(".others")
    assert str(COUNCILS - EXAMPLES) in told.text() and told.css_first("a[href$='.csv']")


def test_a_second_build_keeps_the_pages_of_councils_that_have_not_changed(project: Path):
    _, written, of_all = again.second_build(project)
    kept = of_all - written
    pages_of_a_council = len(list((project / "site").glob("**/council-0005/**/*.*")))
    assert kept > pages_of_a_council * COUNCILS / 2


def test_the_peers_are_given_the_same_councils_and_topics_in_our_frame(project: Path, tmp_path: Path):
    peers.write_hugo(project / "protocols", project / "site", tmp_path / "hugo")
    for language in ("en", "cy"):
        councils = list((tmp_path / "hugo" / "content" / language / "councils").glob("*.md"))
        assert len(councils) == COUNCILS and min(one.stat().st_size for one in councils) > 5_000
    layout = (tmp_path / "hugo" / "layouts" / "_default" / "single.html").read_text("utf-8")
    before, _, after = layout.partition("{{ .Content }}")
    assert "{{ .Title }}" in before and "</footer>" in after and 'class="protocol"' not in layout
