"""How much of a line of a web page leads elsewhere."""

from collections import Counter
from dataclasses import replace

from protocolau.importing.lines import Line
from protocolau.importing.web_page.menus import leads_away


class PageLinks:
    """The link that is open, if one is, and what lines lead by theirs."""

    def __init__(self) -> None:
        self.away: dict[int, Line] = {}
        """The lines that only lead to other pages, by their identity."""
        self._depth, self._leads = 0, ""
        """How many elements are open where a link is, and whether it leads to a place of the page or away from it."""
        self._letters: Counter[str] = Counter()
        """How many letters of the line stand in links of either kind."""

    def open(self, depth: int, leads: str) -> None:
        """A link begins where so many elements are open; `leads` says where to, "here" or "away"."""
        self._depth, self._leads = depth, leads

    def close(self, depth: int) -> None:
        """An element ends, and so many are still open: the link is over where it was opened further in."""
        self._depth = 0 if depth < self._depth else self._depth

    def count(self, text: str) -> None:
        """Words are added to the line."""
        self._letters[self._leads if self._depth else ""] += len(text.strip())

    def taken(self) -> Counter[str]:
        """The letters of the line by where they lead. Those of the next are counted from nothing."""
        letters, self._letters = self._letters, Counter()
        return letters

    def told(self, line: Line, letters: Counter[str]) -> Line:
        """A line that says whether it leads to a place of the page alone; one that leads away is kept in mind."""
        line = replace(line, leads=letters["here"] >= sum(len(run.text.strip()) for run in line.runs))
        if leads_away(line, letters["away"]):
            self.away[id(line)] = line
        return line
