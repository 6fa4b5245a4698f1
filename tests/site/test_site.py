"""The built site as a whole: addresses, links, heads, languages, records, and that a build can be repeated."""

import re
import shutil
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from protocolau.model.protocol import Council
from protocolau.publish.scripts import is_part
from protocolau.render.frame import relative_addresses
from tests.conftest import FIVE, ROOT, BuiltProject, build
from tests.pages import CLAUSE_LINKS, every_page, page
from tests.rendering import THEME

BASE = "https://council-protocols.example/"
PROSE = ("", "about/", "comparison/", "publish/", "translate/", "accessibility/")
LISTS = (
    "councils/",
    "topics/",
    "compare/",
    "compare/coverage/",
    "compare/likeness/",
    "roles/",
    "policies/",
    "parties/",
    "glossary/",
    "translation/",
    "reviews/",
    "search/",
)


def address_of(site: Path, file: Path) -> str:
    return file.relative_to(site).as_posix().removesuffix("index.html")


def addresses_of(council: Council) -> set[str]:
    """Every page that a council has, in one language."""
    base = f"councils/{council.slug}/"
    found = {base}
    for kind, document in council.documents.items():
        own = base if kind == "relations" else f"{base}{kind}/"
        changes = {f"{own}changes/"} if len(document.versions) > 1 else set()
        found |= {
            own,
            f"{own}bilingual/",
            f"{own}embed/",
            *changes,
            *(f"{own}{version.slug}/" for version in document.versions),
        }
    return found


def test_every_promised_page_stands_at_the_same_address_in_both_languages(built: BuiltProject):
    councils = [address for council in built.library.councils.values() for address in addresses_of(council)]
    topics = [f"topics/{topic}/" for topic in built.library.vocabulary.topics]
    expected = {*PROSE, *LISTS, *councils, *topics}
    standing = {address_of(built.site, file) for file in built.site.rglob("index.html")}
    further = {
        one
        for one in standing
        if re.fullmatch(r"(cy/)?(topics/[^/]+|compare/coverage|councils/.+/(changes|bilingual))/\d+/", one)
    }
    assert standing - further == expected | {f"cy/{one}" for one in expected}
    english = {one.removeprefix("cy/") for one in further}
    assert further == english | {f"cy/{one}" for one in english}


def broken_links(site: Path) -> list[tuple[str, str, str]]:
    """Links that lead nowhere: the address of their page, the link, and why."""
    trees = {file: LexborHTMLParser(file.read_text("utf-8")) for file in every_page(site)}
    ids = {file: {node.attributes["id"] for node in tree.css("[id]")} for file, tree in trees.items()}
    broken = []
    for file, tree in trees.items():
        here = urljoin("http://site/", address_of(site, file))
        for node in tree.css("a[href], link[href], script[src], img[src], form[action], meta[property='og:url']"):
            names = ("href", "src", "action", "content")
            link = next(node.attributes[name] for name in names if name in node.attributes)
            if not link:
                continue
            target = urlsplit(urljoin(here, link.replace(BASE, "http://site/")))
            if target.netloc != "site":
                if node.tag != "a":
                    broken.append((address_of(site, file), link, "is loaded from another host"))
                continue
            path = site / unquote(target.path.lstrip("/"))
            path = path / "index.html" if path.is_dir() else path
            if not path.is_file():
                broken.append((address_of(site, file), link, "no such file"))
            elif target.fragment and unquote(target.fragment) not in ids.get(path, set()):
                broken.append((address_of(site, file), link, "no such anchor"))
    return broken


def test_every_link_and_every_anchor_leads_somewhere(any_site: Path):
    assert broken_links(any_site) == []


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("<a href='no/such/'>x</a>", "no such file"),
        ("<a href='#no'>x</a>", "no such anchor"),
        (f"<link rel=canonical href='{BASE}no/'>", "no such file"),
        (f"<meta property='og:url' content='{BASE}no/'>", "no such file"),
        ("<script src='https://elsewhere.example/x.js'></script>", "is loaded from another host"),
    ],
)
def test_a_link_that_leads_nowhere_is_seen(tmp_path: Path, words: str, why: str):
    (tmp_path / "index.html").write_text(f"<!doctype html><title>x</title>{words}")
    assert [found[2] for found in broken_links(tmp_path)] == [why]


def test_every_page_has_one_link_past_the_masthead_and_it_is_the_first(any_site: Path):
    for file in every_page(any_site):
        tree = LexborHTMLParser(file.read_text("utf-8"))
        if not tree.css_first(".masthead"):
            continue  # a page for a frame has nothing to skip
        (skip,) = tree.css("a.skip")
        assert tree.css_first("body a").attributes == skip.attributes, file
        assert tree.css_first("main").attributes["id"] == skip.attributes["href"][1:] == "-main", file


def test_nothing_of_the_theme_s_is_left_on_a_page_or_beside_it(any_site: Path):
    kept = {file.relative_to(any_site).parts[1] for file in any_site.glob("assets/*")}
    own = {file.name for file in (ROOT / "hooks/theme/assets").iterdir()}
    assert kept == {name for name in own if not is_part(f"assets/{name}") and name != "styles"}
    for file in every_page(any_site):
        words = file.read_text("utf-8")
        assert not re.search(r'class="[^"]*\bmd-|data-md-|__md_|id="__', words), file


def test_every_style_font_and_script_is_asked_for(any_site: Path):
    kinds = (*any_site.rglob("*.html"), *any_site.rglob("*.css"), *any_site.rglob("*.js"))
    words = "".join(file.read_text("utf-8") for file in kinds)
    own = any_site.glob("assets/**/*.*")
    # the licence is for people, and a page that has moved is not on every site
    assert {file.name for file in own if file.name not in words} <= {"OFL.txt", "moved.js"}


def test_no_page_loads_anything_from_another_host(any_site: Path):
    loads = re.compile(r"""(?:src|srcset)\s*=\s*["']?(?:https?:)?//|@import|url\(\s*["']?(?:https?:)?//""")
    own = [*every_page(any_site), *any_site.rglob("*.css"), *any_site.rglob("*.js")]
    assert [str(file) for file in own if loads.search(file.read_text("utf-8"))] == []


def test_ids_are_unique_on_every_page(any_site: Path):
    for file in every_page(any_site):
        ids = [node.attributes["id"] for node in LexborHTMLParser(file.read_text("utf-8")).css("[id]")]
        assert len(ids) == len(set(ids)), f"{file}: {[one for one in set(ids) if ids.count(one) > 1]}"


def test_every_page_has_one_heading_of_the_first_level_and_skips_none(any_site: Path):
    for file in every_page(any_site):
        tree = LexborHTMLParser(file.read_text("utf-8"))
        levels = [int(node.tag[1]) for node in tree.css("h1, h2, h3, h4, h5, h6")]
        assert levels.count(1) == 1, file
        assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False)), (file, levels)


def test_every_page_says_its_language_and_has_a_title_and_a_description_of_its_own(any_site: Path):
    seen: dict[tuple[str, str], str] = {}
    for file in any_site.rglob("index.html"):
        address = address_of(any_site, file)
        tree = LexborHTMLParser(file.read_text("utf-8"))
        language = "cy" if address.startswith("cy/") else "en"
        assert tree.css_first("html").attributes["lang"] == language
        assert len(tree.css("head > title")) == len(tree.css("meta[name=description]")) == 1, address
        title = tree.css_first("head > title").text()
        description = tree.css_first("meta[name=description]").attributes["content"]
        assert title and 20 <= len(description) <= 320, (address, description)
        canonical = tree.css_first("link[rel=canonical]").attributes["href"]
        for kind, words in (("title", title), ("description", description)):
            assert seen.setdefault((kind, words), canonical) == canonical, f"{address} repeats a {kind}: {words}"


def test_languages_point_at_each_other_absolutely(any_site: Path):
    for file in any_site.rglob("index.html"):
        address = address_of(any_site, file)
        tree = LexborHTMLParser(file.read_text("utf-8"))
        if tree.css_first("meta[name=robots]"):
            continue
        found = {
            node.attributes["hreflang"]: node.attributes["href"] for node in tree.css("link[rel=alternate][hreflang]")
        }
        canonical = tree.css_first("link[rel=canonical]").attributes["href"]
        plain = canonical.removeprefix(BASE).removeprefix("cy/")
        assert found == {"en": BASE + plain, "cy": f"{BASE}cy/{plain}", "x-default": BASE + plain}, address
        assert canonical in found.values()


def test_a_version_in_force_gives_the_council_s_page_as_its_canonical_address(site: Path):
    link = page(site, "councils/conwy/undated/").css_first("link[rel=canonical]")
    assert link.attributes["href"] == f"{BASE}councils/conwy/"


def test_the_switch_leads_to_the_same_page_in_the_other_language(any_site: Path):
    for file in any_site.rglob("index.html"):
        address = address_of(any_site, file)
        switch = LexborHTMLParser(file.read_text("utf-8")).css_first("header a[data-language-switch]")
        welsh = address.startswith("cy/")
        assert (switch.text(), switch.attributes["lang"]) == (("English", "en") if welsh else ("Cymraeg", "cy"))
        target = urlsplit(urljoin(f"http://site/{address}", switch.attributes["href"])).path
        assert target == (f"/{address.removeprefix('cy/')}" if welsh else f"/cy/{address}")


@pytest.mark.parametrize("council", FIVE)
def test_each_protocol_announces_its_other_language_in_that_language(site: Path, council: str):
    english = page(site, f"councils/{council}/").css_first(".also a")
    welsh = page(site, f"cy/councils/{council}/").css_first(".also a")
    assert (english.text(), english.attributes["lang"]) == ("Mae’r ddogfen hon ar gael yn Gymraeg hefyd", "cy")
    assert (welsh.text(), welsh.attributes["lang"]) == ("This document is also available in English", "en")


def test_each_protocol_announces_its_other_language_whatever_its_state(built: BuiltProject):
    for council in built.library.councils.values():
        for prefix, there in (("", "cy"), ("cy/", "en")):
            link = page(built.site, f"{prefix}councils/{council.slug}/").css_first(".also a")
            words = THEME.messages[there]
            assert link.attributes["lang"] == there
            assert link.text() in {words(f"also.{there}"), words(f"also_page.{there}")}


def test_no_two_pages_have_the_same_heading_but_versions_and_parts_of_one(any_site: Path):
    seen: dict[tuple[bool, str], str] = {}
    for file in any_site.rglob("index.html"):
        tree = LexborHTMLParser(file.read_text("utf-8"))
        key = (address_of(any_site, file).startswith("cy/"), tree.css_first("h1").text(strip=True, separator=" "))
        of_document = re.sub(r"(undated|\d[\d-]*)/$", "", tree.css_first("link[rel=canonical]").attributes["href"])
        assert seen.setdefault(key, of_document) == of_document, (file, key[1])


def test_the_missing_page_below_cy_speaks_welsh_first(site: Path):
    tree = LexborHTMLParser((site / "cy/404.html").read_text("utf-8"))
    assert tree.root.attributes["lang"] == "cy"
    assert [node.attributes["lang"] for node in tree.css(".page section[lang]")] == ["cy", "en"]
    assert tree.css_first("h1").text() == "Nid oes tudalen o’r fath"
    assert tree.css_first("title").text().startswith("Nid oes tudalen o’r fath · There is no such page")


def test_the_missing_page_speaks_both_languages(site: Path):
    tree = LexborHTMLParser((site / "404.html").read_text("utf-8"))
    sections = {node.attributes["lang"]: node.text() for node in tree.css(".page section[lang]")}
    assert "There is no such page" in sections["en"]
    assert "Nid oes tudalen o’r fath" in sections["cy"]


def test_facts_are_known_to_their_precision_and_overdue_reviews_are_said_in_words(tmp_path: Path):
    done = build(ROOT, tmp_path / "site", SOURCE_DATE_EPOCH="1794787200")  # 2026-11-16
    assert done.returncode == 0, done.stderr
    rows = {
        row.css_first("th a").text(): [cell.text(strip=True, separator=" ") for cell in row.css("td")]
        for row in page(tmp_path / "site", "councils/").css("#councils tbody tr")
    }
    assert rows["Bursledon Parish Council"][2:4] == ["27 April 2016", "March 2018 (overdue)"]
    assert rows["Halewood Town Council"][2:4] == ["12 July 2022", "July 2024 (overdue)"]
    assert rows["Conwy County Borough Council"][2:4] == ["Not stated", "No date known"]
    welsh = page(tmp_path / "site", "cy/councils/").css_first("#councils").text(separator=" ")
    assert "25 Medi 2019" in welsh
    assert "Mawrth 2018 (yn hwyr)" in re.sub(r"\s+", " ", welsh)
    assert "16 Tachwedd 2026" in page(tmp_path / "site", "cy/reviews/").css_first(".as-at").text()


HERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "2"}


def test_the_same_input_builds_the_same_bytes_wherever_and_by_whomever_it_is_built(
    project_with_a_sixth: Path, tmp_path: Path
):
    noon = "1794830400"  # so that the day is the same everywhere but on that island
    first, second, copy = tmp_path / "first", tmp_path / "second", tmp_path / "a folder, elsewhere" / "project"
    done = build(project_with_a_sixth, first, SOURCE_DATE_EPOCH=noon, **HERE)
    assert done.returncode == 0, done.stderr
    ignored = shutil.ignore_patterns("site", ".exports")
    shutil.copytree(project_with_a_sixth, copy, ignore=ignored)
    done = build(copy, second, umask=0o077, SOURCE_DATE_EPOCH=noon, **ELSEWHERE)
    assert done.returncode == 0, done.stderr
    assert differing(first, second) == []


def differing(first: Path, second: Path) -> list[str]:
    """The files that two folders do not have alike."""
    sets = [{file.relative_to(one) for file in one.rglob("*") if file.is_file()} for one in (first, second)]
    unlike = {file for file in sets[0] & sets[1] if (first / file).read_bytes() != (second / file).read_bytes()}
    return sorted(map(str, unlike | (sets[0] ^ sets[1])))


def test_a_topic_page_quotes_every_tagged_provision_and_names_the_silent(built: BuiltProject):
    library = built.library
    relations = library.relations
    for topic in library.vocabulary.topics:
        tree = page(built.site, f"topics/{topic}/")
        quoted = {node.attributes["href"].rpartition("councils/")[2] for node in tree.css(CLAUSE_LINKS)}
        expected = {f"{v.council}/#{one.anchor}" for v in relations.speakers[topic] for one in v.by_topic[topic]}
        assert quoted == expected, topic
        silent = {node.attributes["href"].rstrip("/").rpartition("/")[2] for node in tree.css(".silences a")}
        assert silent == {version.council for version in relations.silent(topic)}, topic


@pytest.mark.parametrize("prefix", ["", "cy/"])
def test_no_term_ends_with_two_full_stops(site: Path, prefix: str):
    said = [node.text() for node in page(site, f"{prefix}glossary/").css(".also-called, .avoid, .seen")]
    assert said and not [one for one in said if one.endswith("..")]


def test_a_policy_lists_every_clause_that_cites_it(built: BuiltProject):
    tree = page(built.site, "policies/")
    for policy in built.library.vocabulary.policies:
        section = tree.css_first(f"#{policy}")
        listed = {node.attributes["href"].rpartition("councils/")[2] for node in section.css("a.where")}
        expected = {
            f"{version.council}/#{one.anchor}"
            for version in built.library.relations.versions
            for one in version.provisions.values()
            if policy in one.policies
        }
        assert listed == expected, policy


def test_references_are_links_and_their_targets_say_what_refers_to_them(site: Path):
    tree = page(site, "councils/halewood/")
    clause = tree.css_first("[id='5.4-2']")
    assert [link.attributes["href"] for link in clause.css("a.cite")] == ["#5.2"]
    assert "#5.4-2" in [link.attributes["href"] for link in tree.css_first("[id='5.2']").css(".remarks a")]
    welsh = page(site, "cy/councils/halewood/")
    cited = welsh.css_first("[id='5.3']").css_first("a.cite")
    assert cited.attributes["href"].endswith("policies/#disciplinary-procedure")
    assert "Ddisgyblu" in cited.text()


@pytest.mark.parametrize(
    ("language", "page_address", "expected"),
    [
        ("en", "", ("./", "./", "./cy/")),
        ("cy", "", ("./", "../", "../")),
        ("en", "councils/conwy/", ("../../", "../../", "../../cy/councils/conwy/")),
        ("cy", "councils/conwy/", ("../../", "../../../", "../../../councils/conwy/")),
    ],
)
def test_ways_lead_from_a_page_to_the_roots_and_to_the_other_language(language, page_address, expected):
    way = relative_addresses(language, page_address)
    assert (way.root, way.site.lstrip() or "./", way.switch) == expected


def test_today_is_taken_from_the_environment_where_it_is_given():
    from protocolau.host.site_settings import today

    assert today({"SOURCE_DATE_EPOCH": "0"}) == date(1970, 1, 1)
