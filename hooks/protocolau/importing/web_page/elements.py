"""The elements of HTML, by what they do to the words inside them."""

import re
from collections.abc import Mapping

BLOCKS = {
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "blockquote", "pre", "section", "article", "main",
    "body", "ul", "ol", "dl", "hr", "figure", "figcaption", "address", "caption", "fieldset", "legend", "summary",
    "details", "center", "tr", "td", "th", "table",
}  # fmt: skip
"""Elements that stand on lines of their own."""
UNSEEN = {"script", "style", "title", "template", "noscript", "svg", "head", "object", "iframe", "select", "textarea"}
"""Elements whose words nobody sees."""
UNTOLD = {"script", "style", "title", "template", "svg", "head"}
"""Those of them that hold no words of a page, or whose words are told as what they are."""
APART = {"nav", "footer", "header", "aside", "button", "dialog", "menu"}
"""Elements of a page around its text."""
STRUCK = {"del", "s", "strike"}
"""Elements whose words are struck out."""
EMPTY = {"br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr"}
"""Elements that hold nothing."""
_INNER = {"ul", "ol", "table", "div", "section", "article", "main", "body", "td", "th", "blockquote"}
ELEMENTS = BLOCKS | UNSEEN | APART | EMPTY | {
    "form",
    "a", "abbr", "b", "big", "bdi", "bdo", "cite", "code", "colgroup", "del", "dfn", "em", "font", "html", "i", "ins",
    "kbd", "label", "mark", "picture", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tbody",
    "tfoot", "thead", "time", "title", "tt", "u", "var",
}  # fmt: skip
"""The names by which a tag is known from words in angle brackets."""
IMPLIED: dict[str, tuple[tuple[str, set[str]], ...]] = {
    "li": (("li", {"ul", "ol"}),),
    "dt": (("dd", {"dl"}), ("dt", {"dl"})),
    "dd": (("dd", {"dl"}), ("dt", {"dl"})),
    "tr": (("tr", {"table"}),),
    "td": (("td", {"tr", "table"}), ("th", {"tr", "table"})),
    "th": (("td", {"tr", "table"}), ("th", {"tr", "table"})),
} | dict.fromkeys((BLOCKS | APART) - {"td", "th", "tr", "li", "dt", "dd", "body", "button"}, (("p", _INNER),))
"""What an opening tag closes, and where one stops looking for it."""
_ROLES = {
    "navigation", "banner", "contentinfo", "dialog", "alertdialog", "search", "complementary", "menu", "menubar",
}  # fmt: skip
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|(?:bread)?crumbs?|cookies?|consent|pagination|pager|feedback|back-to-top|"
    r"skip-link|site-(?:header|footer)|share|sharing|social|related-(?:pages|links|content|posts)|relatedposts|"
    r"(?<![\w-])sidebar(?!-with)|widget-area|back-link|headerlink|anchorjs-link|warning-text__icon|wp-block-file|"
    r"last-(?:updated|modified|reviewed)|rs_(?:skip|listen)|readspeaker|section-toggle|show-all|entry-meta|"
    r"comments-area|comment-respond|page-rating|mw-editsection|"
    r"mg-(?:[RL]HSMenu|Links|Action-List|Footer))"  # as modern.gov calls them
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_NEVER = {"html", "body", "main", "article", "h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "td", "th", "tr", "table"}


def is_furniture(tag: str, given: Mapping[str, str | None]) -> bool:
    """Whether an element is furniture of the page by its role or by what its authors called it."""
    if tag in _NEVER:
        return False
    if given.get("title") in ("header", "footer"):  # as LibreOffice writes those of its pages
        return True
    names = " ".join(re.sub(r"(?<=[a-z])(?=[A-Z])", "-", given.get(key) or "") for key in ("class", "id"))
    return (given.get("role") or "").lower() in _ROLES or _NAMED.search(names) is not None


_CONTENTS = re.compile(
    r"(?:^|[\s_-])(?:toc|table[ -]of[ -]contents\d*)(?:$|[\s_-])|(?:^|\s)MsoToc(?:\d|Heading)\b", re.IGNORECASE
)


def is_contents(tag: str, given: Mapping[str, str | None]) -> bool:
    """Whether an element is called a list of contents, as a paragraph of one is in Word."""
    if tag not in ("div", "section", "details", "ul", "ol", "table", "p"):  # a heading may be called a place of one
        return False
    return any(_CONTENTS.search(given.get(key) or "") for key in ("class", "id"))


def leads_on(given: Mapping[str, str | None]) -> bool:
    """Whether a link leads to another place of its page, and opens nothing there."""
    opens = {"aria-controls", "aria-expanded", "data-toggle", "data-bs-toggle"} & given.keys()
    return (given.get("href") or "").startswith("#") and not opens


_OPENS = re.compile(r"\b(?:aria-controls|aria-owns|data-(?:bs-)?target|href)\s*=\s*[\"']?#?([\w.:-]+)", re.IGNORECASE)
_NOT_SHOWN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_FOR_READERS_ALONE = re.compile(
    r"(?:^|\s)(?:sr-only|screen-reader-text|element-invisible|(?:[\w-]+-)?visually-?hidden)(?:\s|$)", re.IGNORECASE
)


_HIDDEN_BY_CLASS = re.compile(r"(?:^|\s)(?:hidden|d-none)(?:\s|$)")
_ON_WIDE_SCREENS = re.compile(r"\b(?:sm|md|lg|x{1,3}l|\dxl)[:-](?:block|flex|grid|inline|table)")


def opened_by_others(page: str) -> set[str]:
    """The ids of elements that another one opens, as a button opens the part of a page that is folded away."""
    return set(_OPENS.findall(page))


def is_hidden(tag: str, given: Mapping[str, str | None], style: str, opened: set[str]) -> bool:
    """Whether nobody sees the words of an element, of which `style` is all that styles say.

    What a reader can open is no more hidden than a page is.
    """
    if tag in ("html", "body", "main", "article") or given.get("role") == "tabpanel" or given.get("id") in opened:
        return False
    said = "hidden" in given and (given["hidden"] or "").lower() != "until-found"
    styled = _NOT_SHOWN.search(style) is not None
    names = given.get("class") or ""
    by_class = _HIDDEN_BY_CLASS.search(names) is not None and not _ON_WIDE_SCREENS.search(names)
    drawn = tag == "i" and given.get("aria-hidden") == "true"  # by the name of a picture, as 'chevron_right'
    return said or styled or by_class or drawn or _FOR_READERS_ALONE.search(names) is not None
