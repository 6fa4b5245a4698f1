"""What pages that everybody can use are measured by: axe's rules, colours, the languages of texts, small controls."""

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

OPTIONS = {"resultTypes": ["violations"], "reporter": "no-passes", "preload": False}

EVERY_RULE = {**OPTIONS, "rules": {"target-size": {"enabled": True}, "color-contrast": {"enabled": False}}}
"""The rules that axe applies of itself, and the one on the size of targets, which has to be asked for. Contrast, which
takes as long as all the rest together, is measured apart: in the light and in the dark, each look once."""

COLOURS = {**OPTIONS, "runOnly": ["color-contrast", "link-in-text-block"]}
"""Light and dark differ in colours alone, so that in the dark no other rule could find anything new."""

MARK_LOOKS = """(known) => {
    const looks = new Set(), others = new Set(known);
    for (const element of document.querySelectorAll("body *")) {
        delete element.dataset.look;
        if (!element.checkVisibility() || ![...element.childNodes].some(one => one.nodeType === 3 && one.data.trim()))
            continue;
        const own = getComputedStyle(element);
        const beside = getComputedStyle(element.parentElement).color;
        const look = [own.color, own.fontSize, own.fontWeight, own.textDecorationLine, element.localName, beside];
        for (let around = element; around; around = around.parentElement) {
            const { backgroundColor, opacity } = getComputedStyle(around);
            if (backgroundColor !== "rgba(0, 0, 0, 0)" || opacity !== "1") look.push(backgroundColor, opacity);
        }
        const before = looks.size;
        if (before < looks.add(look.join()).size && !others.has(look.join())) element.dataset.look = looks.size;
    }
    return [...looks];
}"""
"""Marks one text of each colour, size and weight on each ground and beside each other colour, but for those of which a
page before has had one: another of the same would have the same contrast."""


def faults(page: Page, options: dict, context: str | None = None) -> list[tuple[str, str, list[str]]]:
    """What axe finds: the rule, the element, and what is wrong with it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found = Axe("").run(page, context, options).response["violations"]  # "", for it is in the page
    return [
        (rule["id"], node["html"], [one["message"] for one in (*node["any"], *node["all"], *node["none"])])
        for rule in found
        for node in rule["nodes"]
    ]


def unmeasured() -> dict[str, set[str]]:
    """The looks of texts, in the light and in the dark, in which axe has found no fault: none yet."""
    return {"light": set(), "dark": set()}


def faults_of_colour(page: Page, measured: dict[str, set[str]]) -> dict[str, list[tuple[str, str, list[str]]]]:
    """What axe finds against the colours of a page in the light and in the dark; what has none is measured no more."""
    found = {}
    for scheme, known in measured.items():
        page.evaluate(f"document.documentElement.dataset.scheme = '{scheme}'")
        looks = set(page.evaluate(MARK_LOOKS, list(known)))
        assert len(looks) > 5
        found[scheme] = [] if looks <= known else faults(page, COLOURS, "[data-look]")
        if not found[scheme]:
            known |= looks
    return {scheme: bad for scheme, bad in found.items() if bad}


WORDS = {
    "en": {"the", "of", "and", "to", "is", "by", "for", "that", "which", "with", "are", "not", "this", "from"},
    "cy": {"yn", "yr", "y", "mae", "ac", "gan", "ar", "wedi", "sydd", "nid", "hwn", "hon", "eu", "ei", "neu", "sy'n"},
}
"""Small words by which a sentence gives its language away. None is a word of the other."""

TEXTS = """() => {
    const texts = [];
    const own = (node) => [...node.childNodes].some(one => one.nodeType === 3 && one.data.trim());
    for (const element of document.querySelectorAll("body *")) {
        if (element.closest("script, style, pre, code") || !own(element)) continue;
        const block = element.closest("p, li, td, th, h1, h2, h3, h4, h5, h6, dt, dd, a, figcaption, summary");
        if (block && block !== element) continue;
        const inner = element.cloneNode(true);
        const language = element.closest("[lang]").lang;
        inner.querySelectorAll("[lang]").forEach(one => one.lang === language || one.remove());
        texts.push([language, inner.textContent.trim()]);
    }
    return texts;
}"""
"""The texts of a page, each with the language in which a screen reader would read it aloud."""


def sounds_like(text: str) -> str | None:
    """The language of a sentence, where its small words tell."""
    words = re.findall(r"[\w']+", text.lower().replace("\u2019", "'"))
    counts = {language: sum(word in small for word in words) for language, small in WORDS.items()}
    likely = max(counts, key=counts.get)
    return likely if counts[likely] >= 2 and counts[likely] > 2 * min(counts.values()) else None


SMALL = """() => [...document.querySelectorAll(
        "button, input, summary, .brand, .tools a, .sections a, .contents a, .colophon a, .own-roles summary")]
    .filter(e => e.checkVisibility({visibilityProperty: true}))
    .map(e => [e.outerHTML.slice(0, 100), e.getBoundingClientRect()])
    .filter(([html, box]) => box.width < 24 || box.height < 24)
    .map(([html, box]) => `${html}: ${box.width} by ${box.height}`)"""
