"""The styles of a Word file: what each kind of line looks like, and nothing that no line has."""

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from protocolau.importing import own_styles

STEP = Cm(1.25)
"""How far a provision is set in from the one that it stands in, and its words from its number."""
LEVELS = 8
"""Levels to which provisions are set in. Deeper ones stand as far in as the last of these."""
_FONT = "Calibri"
_GREY = RGBColor(0x55, 0x55, 0x55)
_TABLES = {"TableNormal", "TableGrid"}


def set_styles(word: WordDocument, language: str) -> None:
    """Give a new file of the usual template the styles of a protocol in a language (`en-GB`, `cy-GB`)."""
    _drop_styles_of_tables(word)
    _set_defaults(word, language)
    for level in range(1, LEVELS + 1):
        _add_level(word, level)
    for level in range(1, 6):
        _set_heading(word.styles[f"Heading {level}"], level)
    for level in range(LEVELS):
        _set_bullet(word, level)
    _style(word, own_styles.NOTICE, "Normal").font.bold = True
    _style(word, own_styles.CAPTION, "Normal").font.bold = True
    word.styles[own_styles.CAPTION].paragraph_format.keep_with_next = True
    _style(word, own_styles.CELL, "Normal").paragraph_format.space_after = Pt(2)
    _style(word, own_styles.CELL_HEAD, own_styles.CELL).font.bold = True
    _set_titles(word)
    _add_comment_styles(word)


def _drop_styles_of_tables(word: WordDocument) -> None:
    """Drop the many looks of tables that the usual template brings and no table has."""
    for style in list(word.styles.element.iterfind(qn("w:style"))):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in _TABLES:
            word.styles.element.remove(style)


def _set_defaults(word: WordDocument, language: str) -> None:
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(11)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(6), 1.15
    defaults = word.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    defaults.find(qn("w:lang")).set(qn("w:val"), language)


def _add_level(word: WordDocument, level: int) -> None:
    """The styles of clauses, whose numbers hang, and of paragraphs without a number."""
    numbered = _style(word, f"{own_styles.CLAUSE} {level}", "Normal").paragraph_format
    numbered.left_indent, numbered.first_line_indent = STEP * level, -STEP
    numbered.tab_stops.add_tab_stop(STEP * level)
    _style(word, f"{own_styles.PARAGRAPH} {level}", "Normal").paragraph_format.left_indent = STEP * (level - 1)


def bullet(level: int) -> str:
    """The style of a bullet at a level, from 0."""
    return f"List Bullet {level + 1}" if level else "List Bullet"


def _set_bullet(word: WordDocument, level: int) -> None:
    """The style of a bullet. The usual template has three, and those of deeper levels have the sign of the third."""
    name = bullet(level)
    style = word.styles[name] if level < 3 else _style(word, name, bullet(2))
    style.paragraph_format.left_indent = STEP * level + Cm(0.75)
    style.paragraph_format.first_line_indent = -Cm(0.75)


def _add_comment_styles(word: WordDocument) -> None:
    """The styles to which comments refer, and which the usual template leaves out."""
    mark = word.styles.add_style("CommentReference", WD_STYLE_TYPE.CHARACTER)
    mark.font.size = Pt(8)
    text = _style(word, "CommentText", "Normal")
    text.font.size = Pt(10)
    for style, name in ((mark, "annotation reference"), (text, "annotation text")):
        style.element.name_val = name  # what Word calls its own style, which the library refers to by its id


def _set_titles(word: WordDocument) -> None:
    title = word.styles["Title"]
    _set_font(title, 20)
    title.paragraph_format.space_before, title.paragraph_format.space_after = Pt(6), Pt(6)
    for border in title.element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
    editorial = _style(word, "Editorial", "Normal")
    editorial.font.size, editorial.font.color.rgb = Pt(9), _GREY
    editorial.paragraph_format.space_after = Pt(2)
    for name, size in (("Council", 11), ("Document Title", 14)):
        style = _style(word, name, "Editorial")
        style.font.size, style.font.bold = Pt(size), True


def _style(word: WordDocument, name: str, base: str) -> ParagraphStyle:
    style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = word.styles[base]
    return style


def _set_heading(style: ParagraphStyle, level: int) -> None:
    _set_font(style, (15, 13, 12, 11, 11)[level - 1])
    style.font.bold = True
    style.paragraph_format.keep_with_next = True
    style.paragraph_format.space_before = Pt(14 if level == 1 else 10)
    style.paragraph_format.tab_stops.add_tab_stop(STEP)


def _set_font(style: ParagraphStyle, size: int) -> None:
    """Plain black letters of a size, in the place of the colours and fonts of the usual template."""
    style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), RGBColor(0, 0, 0)
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
