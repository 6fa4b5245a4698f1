"""Signs of the fonts Symbol and Wingdings, whose characters have no meaning of their own."""

_SYMBOL = dict(
    zip(
        map(ord, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"),
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ",
        strict=True,
    )
) | {
    0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″",
    0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™",
    0xD7: "⋅", 0xDE: "⇒", 0x2D: "−",
}  # fmt: skip
_WINGDINGS = {
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖",
    0x77: "⬥", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDC: "➲", 0xE0: "→", 0xE8: "➔",
    0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x4A: "☺", 0x28: "☎", 0x2A: "✉", 0x46: "☞",
} | dict(enumerate("⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿", 0x80))  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA2: "■", 0xA3: "□",
} | dict(enumerate("⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿", 0x69))  # fmt: skip
_WEBDINGS = {0x61: "✓", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗"}
_OF_SIGNS = {"Wingdings2": _WINGDINGS_2, "Wingdings3": {}, "Wingdings": _WINGDINGS, "Webdings": _WEBDINGS}
"""Fonts by how their names begin, without spaces and hyphens: a tick of one is a letter or a box of another."""
_UNKNOWN = "▪"


def sign(code: int, font: str) -> str:
    """The character meant by a code of a font, the codes of the private use area among them."""
    code = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    if font.startswith("Symbol"):
        return _SYMBOL.get(code) or _plain(code)
    name = font.replace(" ", "").replace("-", "")
    for start, signs in _OF_SIGNS.items():
        if name.startswith(start):
            return signs.get(code, _UNKNOWN)
    return _plain(code)


def readable(text: str, font: str) -> str:
    """A text with every character of the private use area, and every one of a font of signs, made readable."""
    if is_of_signs(font):
        return "".join(character if character.isspace() else sign(ord(character), font) for character in text)
    if not any("\uf000" <= character <= "\uf0ff" for character in text):
        return text
    return "".join(
        sign(ord(character), font or "Symbol") if "\uf000" <= character <= "\uf0ff" else character for character in text
    )


def is_of_signs(font: str) -> bool:
    """Whether a font has signs in place of letters."""
    return font == "Symbol" or font.startswith(("Wingdings", "Webdings"))


def _plain(code: int) -> str:
    return chr(code) if 0x20 <= code < 0x7F or 0xA0 <= code < 0xD800 or 0xE100 <= code < 0x110000 else _UNKNOWN
