"""A person at a keyboard, who knows of every stop whether it is seen, covered, and in the order of reading.

A step of a task is one of these (a word may be given in both languages, as `{en: …, cy: …}`):

    tab: SELECTOR      Tab, until what fits has the focus; every stop on the way is judged
    back: SELECTOR     the same with Shift and Tab
    opens: SELECTOR    Tab to the head of what can be unfolded, and unfold it where it is not so yet
    keys: Enter        keys, one after the other
    type: words        what is typed
    focus: SELECTOR    what has the focus now
    hears: button "…"  the role, name and state of what has the focus, as a screen reader is told
    says: [SELECTOR, words]  what a status says now
    sees: SELECTOR     what is to be seen; `hides` what is not
    goes: address      the page that is reached, with an asterisk for whatever follows

An address stands below the root of the language, or, with a slash before it, below that of the site.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

from playwright.sync_api import Page, expect

MOST_STOPS = 120
"""Stops after which a way by Tab is too long for anybody."""

JUDGE = """
    const focused = [];
    document.addEventListener("focusin", ({ target }) => focused.push(target));
    window.stop = (wanted, backwards) => {
        const one = document.activeElement, before = focused.at(-2);
        if (!one || one === document.body) return { faults: [] };
        const { outlineStyle, outlineWidth } = getComputedStyle(one), faults = [];
        const what = `${one.outerHTML.slice(0, 90)}`;
        if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) faults.push(`has no outline: ${what}`);
        const box = one.getClientRects()[0];
        const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
        const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
        if (right <= left || bottom <= top) faults.push(`is off the screen: ${what}`);
        else {
            const on = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
            if (on && !one.contains(on) && !on.contains(one) && !one.labels?.[0]?.contains(on))
                faults.push(`is covered by ${on.outerHTML.slice(0, 60)}: ${what}`);
        }
        if (before?.checkVisibility() && before !== one) {
            const follows = before.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING;
            const [is, was] = [one, before].map((e) => e.getBoundingClientRect());
            const isAbove = is.top < was.top - 4 && is.bottom < was.bottom - 4;
            const there = document.elementFromPoint(was.left + was.width / 2, was.top + was.height / 2);
            const isSeen = !there || before.contains(there);
            const together = isSeen && before.closest("main") && one.closest("main") && innerWidth < 500;
            if (backwards ? follows : !follows) faults.push(`is out of order: ${what}`);
            else if (together && !backwards && isAbove)
                faults.push(`stands above what comes before it: ${what}`);
        }
        return { found: one.matches(wanted), faults };
    };
"""
"""Judges what has the focus: its outline, whether it is on the screen and nothing lies on it, and its order."""

Step = dict[str, Any]


class Person:
    """Somebody who uses a window by keyboard alone, in one language."""

    def __init__(self, page: Page, site: str, language: str):
        self.page, self.site, self.language = page, site, language
        self.faults: list[str] = []

    def does(self, address: str, steps: Sequence[Step]) -> list[str]:
        """Opens a page, takes the steps, and gives what was wrong with any stop. A step that fails raises."""
        self.faults = []
        self.page.goto("about:blank")
        self.page.goto(self._url(self._said(address)), wait_until="load")
        for step in steps:
            ((name, value),) = step.items()
            verb: Callable[[Any], None] = getattr(self, name)
            try:
                verb(value if name == "says" else self._said(value))
            except AssertionError as fault:
                raise AssertionError(f"{address}: {name}: {value}: {fault}; {self.faults}") from fault
        return self.faults

    def _said(self, words: str | dict[str, str]) -> str:
        return words[self.language] if isinstance(words, dict) else words

    def _url(self, address: str) -> str:
        root = "" if self.language == "en" or address.startswith("/") else f"{self.language}/"
        return self.site + root + address.removeprefix("/")

    def tab(self, wanted: str, key: str = "Tab") -> None:
        for _ in range(MOST_STOPS):
            if self._stops(key, wanted):
                return
        raise AssertionError(f"{key} does not lead there")

    def back(self, wanted: str) -> None:
        self.tab(wanted, "Shift+Tab")

    def _stops(self, key: str, wanted: str) -> bool:
        """Presses Tab, in either direction, and judges the stop. Whether it is the one that is wanted."""
        self.page.keyboard.press(key)
        told = self.page.evaluate("([wanted, backwards]) => stop(wanted, backwards)", [wanted, key != "Tab"])
        self.faults += [fault for fault in told["faults"] if fault not in self.faults]
        return told.get("found", False)

    def opens(self, fold: str) -> None:
        self.tab(f":is({fold}) > summary")
        details = self.page.locator("details:has(> summary:focus)")
        if not details.evaluate("e => e.open"):
            self.page.keyboard.press("Enter")
        expect(details).to_have_attribute("open", "")

    def keys(self, keys: str) -> None:
        for key in keys.split():
            if key.endswith("Tab"):
                self._stops(key, "*")
            else:
                self.page.keyboard.press(key)

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)

    def focus(self, place: str) -> None:
        expect(self.page.locator(f":is({place}):focus")).to_have_count(1)

    def hears(self, words: str) -> None:
        expect(self.page.locator("*:focus")).to_match_aria_snapshot(f"- {words}")

    def says(self, told: tuple[str, str | dict[str, str]]) -> None:
        place, words = told
        expect(self.page.locator(place).first).to_have_text(re.compile(re.escape(self._said(words))))

    def sees(self, place: str) -> None:
        expect(self.page.locator(place).first).to_be_visible()

    def hides(self, place: str) -> None:
        expect(self.page.locator(place).first).to_be_hidden()

    def goes(self, address: str) -> None:
        pattern = re.escape(self._url(address)).replace(r"\*", ".*")
        expect(self.page).to_have_url(re.compile(f"{pattern}$"))
        self.page.wait_for_load_state("load")
