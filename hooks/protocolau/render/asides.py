"""What stands on a document's own page alone, though the article is made once for it and for the page of its date.

Topics and words explained are the editors', and change; the page of a date keeps the text, and what is said of it.
"""

import re

from markupsafe import Markup

BEGINS, ENDS = "\x0e", "\x0f"
"""Stand in made HTML around it. No text can hold them: readers refuse them. Templates in `parts/` write them."""
_ASIDE = re.compile(f"{BEGINS}[^{ENDS}]*{ENDS}")


def with_asides(html: str) -> Markup:
    """The HTML of the document's own page."""
    return Markup(str(html).replace(BEGINS, "").replace(ENDS, ""))


def without_asides(html: str) -> Markup:
    """The HTML of the page of a date whose text stands at the document's address too."""
    return Markup(_ASIDE.sub("", html))
