"""The elements of HTML, by what they do to the words inside them."""

BLOCKS = {
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "blockquote", "pre", "section", "article", "main",
    "body", "ul", "ol", "dl", "hr", "figure", "figcaption", "address", "caption", "fieldset", "legend", "summary",
    "details", "center", "tr", "td", "th", "table",
}  # fmt: skip
"""Elements that stand on lines of their own."""
UNSEEN = {"script", "style", "template", "noscript", "svg", "head", "object", "iframe", "select", "textarea"}
"""Elements whose words nobody sees."""
APART = {"nav", "footer", "header", "aside", "form", "button", "dialog", "menu"}
"""Elements of a page around its text."""
EMPTY = {"br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr"}
"""Elements that hold nothing."""
_INNER = {"ul", "ol", "table", "div", "section", "article", "main", "body", "td", "th", "blockquote"}
ELEMENTS = BLOCKS | UNSEEN | APART | EMPTY | {
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
} | dict.fromkeys(BLOCKS - {"td", "th", "tr", "li", "dt", "dd", "body"}, (("p", _INNER),))
"""What an opening tag closes, and where one stops looking for it."""
