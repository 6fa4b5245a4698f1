"""From lines to provisions: what is a number, a heading, an item, and what stands inside what.

The data flows one way, and `build` is the whole of it: tables that only arrange a text become lines
(`tables`), furniture is set aside (`furniture`), lines are joined to paragraphs (`paragraphs`) and cut
where numbers are glued into them (`glued`), each is seen for what it is (`entries`, `markers`), one is
put inside the other (`gather`, `room`), and what has a kind of its own is named (`special`).
"""
