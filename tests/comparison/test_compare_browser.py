"""Comparing in Chromium: the ways of readers, in both languages."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browsing import PHONE, PREFIX, both_languages
from tests.browsing import whole_comparison as rows

# ---- how does ours differ from theirs? ----


def choose(page: Page, typed: str) -> None:
    page.keyboard.type(typed)
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


@both_languages
def test_a_clerk_compares_two_councils_by_keyboard_alone(opened, address, library, language):
    page = opened(PREFIX[language])
    page.get_by_role("link", name={"en": "Compare", "cy": "Cymharu"}[language], exact=True).first.press("Enter")
    page.wait_for_url(f"{address}{PREFIX[language]}compare/")
    box = page.get_by_role("combobox", name={"en": "Add a council", "cy": "Ychwanegu cyngor"}[language])
    box.focus()
    expect(page.get_by_role("option")).to_have_count(5)
    choose(page, "bursl")
    expect(page.locator(".hint")).to_be_visible()
    expect(box).to_be_focused()
    choose(page, "halewood")
    expect(page).to_have_url(f"{address}{PREFIX[language]}compare/?councils=bursledon,halewood")
    here, there = (library.version_shown(slug).by_topic.keys() for slug in ("bursledon", "halewood"))
    total, both = len(library.relations.topics), len(here & there)
    sentence = {"en": f"Of {total} topics, both speak of {both}.", "cy": f"mae’r ddau’n sôn am {both}."}[language]
    expect(page.locator(".sum")).to_contain_text(sentence)
    first = page.locator("tbody[data-topic=good-relations]")
    expect(first.locator("ins:not(.renamed, .quiet)").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_differs_is_marked_and_said_in_words(opened):
    page = opened("compare/?councils=bursledon,halewood")
    rows(page)
    relations = page.locator("tbody[data-topic=good-relations]")
    expect(relations.locator(".verdict")).to_have_text("The same but for names or a word or two")
    inserted = relations.locator("ins:not(.renamed)").first
    assert inserted.text_content() == "[put in:] organisation"
    assert relations.locator("del").first.text_content() == "[taken out:] council"
    renamed = relations.locator("ins.renamed").first
    assert renamed.text_content() == "Town Council staff"
    assert renamed.get_attribute("title") == "[called there: officers]"
    said = set(page.locator("tbody tr > .verdict").all_text_contents())
    assert {"The same", "Differs", "Only in Bursledon", "Only in Halewood", "Also in Bursledon"} <= said
    assert any(words.startswith("See under: ") for words in said)
    silent = page.locator("tr.only td.silent", has_text="Silent").first
    expect(silent).to_have_text("Silent: says nothing on this topic.")


@both_languages
def test_a_reader_jumps_to_a_group_of_topics_and_the_councils_stay_named(opened, language):
    page = opened(f"{PREFIX[language]}compare/?councils=conwy,barrow")
    links = page.locator("[data-part=jump] a")
    rows(page)
    assert links.count() == page.locator("table.comparison tr.group").count()
    links.last.click()
    expect(page.locator("table.comparison tr.group").last).to_be_in_viewport()
    expect(page.locator("table.comparison thead").get_by_role("link", name="Barrow", exact=True)).to_be_in_viewport()


def test_what_is_answered_under_another_topic_leads_there(opened):
    page = opened("compare/?councils=bursledon,halewood")
    rows(page)
    row = page.locator("tr.elsewhere").first
    link = row.locator("th a")
    expect(link).to_be_visible()
    slug = link.get_attribute("href").removeprefix("#")
    number = row.locator("td a.number").first.text_content()
    link.click()
    answered = page.locator(
        f"tbody[data-topic={slug}] tr:not(.topic-row, .group)", has=page.get_by_text(number, exact=True)
    )
    expect(answered.first).to_be_in_viewport()
    expect(page).to_have_url(re.compile(f"councils=bursledon,halewood#{slug}$"))


def lacking(shown: Locator, council: str) -> bool:
    """Whether a council says nothing in any of the rows."""
    cells = shown.locator(f'td[data-label="{council}"]')
    return cells.count() == shown.count() == cells.and_(shown.page.locator(".silent")).count()


@both_languages
def test_filters_stay_in_the_address_and_back_undoes_them(opened, address, language):
    page = opened(f"{PREFIX[language]}compare/?councils=conwy,barrow")
    every = page.locator("tbody[data-topic]")
    rows(page)
    whole = every.count()
    page.locator("#compare-lacks").select_option("barrow")
    expect(page).to_have_url(re.compile(r"lacks=barrow"))
    assert lacking(rows(page), "Barrow")
    page.locator("#compare-group").select_option("roles")
    page.get_by_role("checkbox").check()
    expect(page).to_have_url(
        f"{address}{PREFIX[language]}compare/?councils=conwy,barrow&show=differences&lacks=barrow&group=roles"
    )
    rows(page)
    few = every.count()
    assert 0 < few < whole
    page.reload()
    rows(page)
    expect(every).to_have_count(few)
    expect(page.locator("#compare-lacks")).to_have_value("barrow")
    for _ in range(3):
        page.go_back()
    expect(every).to_have_count(whole)
    expect(page.locator("#compare-lacks")).to_have_value("")


def test_the_switch_of_language_keeps_the_comparison(opened, address):
    page = opened("compare/?councils=conwy,barrow&group=roles")
    rows(page)
    page.locator(".masthead [data-language-switch]").click()
    page.wait_for_url(f"{address}cy/compare/?councils=conwy,barrow&group=roles")
    expect(page.locator(".notice")).to_contain_text("cyfieithiad answyddogol")


@both_languages
def test_a_newcomer_compares_two_councils_without_typing_and_prints_the_address(opened, address, language):
    page = opened(f"{PREFIX[language]}compare/")
    page.get_by_role("button", name="Conwy").click()
    expect(page.get_by_role("button", name="Conwy", exact=True)).to_be_hidden()
    page.get_by_role("button", name="Barrow").click()
    expect(page.locator("table.comparison thead th")).to_have_count(3)
    expect(page).to_have_title(re.compile("^Conwy, Barrow · "))
    expect(page.locator("[data-part=address]")).to_have_text(
        f"{address}{PREFIX[language]}compare/?councils=conwy,barrow"
    )


def test_four_councils_stand_side_by_side_and_a_fifth_is_refused_in_words(opened):
    page = opened("compare/?councils=conwy,barrow,halewood,bursledon,taffs-well-and-nantgarw")
    expect(page.locator("table.comparison thead th")).to_have_count(5)
    expect(page.locator(".trouble")).to_contain_text("No more than 4 councils")
    expect(page.locator("[data-part=chooser]")).to_be_hidden()
    page.get_by_role("button", name="Put Bursledon first").click()
    expect(page.locator(".chosen .chip-name").first).to_be_focused()
    expect(page.locator("table.comparison thead th").nth(1)).to_have_text("Bursledon")
    page.get_by_role("button", name="Take out Conwy").click()
    expect(page.locator("table.comparison thead th")).to_have_count(4)


@both_languages
def test_a_council_that_is_not_here_is_named_and_the_others_are_shown(opened, language):
    page = opened(f"{PREFIX[language]}compare/?councils=conwy,atlantis,../barrow,barrow")
    expect(page.locator(".trouble")).to_contain_text("atlantis, ../barrow")
    expect(page.locator("table.comparison thead th")).to_have_count(3)


def test_a_filter_that_nothing_answers_to_says_so(opened):
    page = opened("compare/?councils=conwy,barrow&group=nothing-of-the-kind")
    expect(page.locator("[data-part=table]")).to_have_text("Nothing answers to these filters.")


@both_languages
def test_on_a_phone_each_text_stands_under_its_council_s_name(opened, language):
    page = opened(f"{PREFIX[language]}compare/?councils=bursledon,halewood", viewport=PHONE)
    cell = page.locator("tbody[data-topic=purpose] td").first
    expect(cell).to_be_hidden()
    page.locator("tbody[data-topic=purpose] button").click()
    expect(cell).to_be_visible()
    assert cell.evaluate("e => getComputedStyle(e, '::before').content") == '"Bursledon"'
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@both_languages
def test_without_scripts_the_table_of_coverage_leads_to_clauses_and_topics(opened, library, language):
    page = opened(f"{PREFIX[language]}compare/", java_script_enabled=False)
    expect(page.locator("[data-compare]")).to_be_hidden()
    page.locator("noscript + .notice a, noscript .notice a").click()
    matrix = page.locator("table.matrix")
    relations = library.relations
    expect(matrix.locator("tbody tr:not(.group)")).to_have_count(len(relations.topics))
    silences = sum(len(list(relations.silences(version))) for version in relations.versions)
    assert matrix.locator("td a.silent").count() == silences
    assert matrix.locator("td a:not(.silent)").count() == sum(len(version.by_topic) for version in relations.versions)
    name = library.vocabulary.topics["chairs"].name[language]
    row = matrix.locator("tr", has=page.get_by_role("link", name=name, exact=True))
    row.locator("td a:not(.silent)").first.click()
    expect(page.locator("article.protocol :target")).to_have_count(1)
    page.go_back()
    row.locator("th a").click()
    expect(page.locator("h1")).to_have_text(name)


def test_a_council_s_page_leads_to_its_comparison(opened, address):
    page = opened("councils/conwy/")
    page.get_by_role("link", name="Compare with another council").click()
    page.wait_for_url(f"{address}compare/?councils=conwy")
    expect(page.locator(".hint")).to_have_text("Now choose another council to compare it with.")
