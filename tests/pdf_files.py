"""Small PDFs, made by hand, for the tests of the import."""


def pdf(*pages: list[tuple[int, int, str] | str], font: str = "Helvetica", drawn: str = "") -> bytes:
    """A PDF of words at places, in letters of 10 points, and of what is drawn on a page, or on every one."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "", f"<</Type/Font/Subtype/Type1/BaseFont/{font}>>"]
    kids = []
    for words in pages:
        stream = drawn + "".join(
            f"{one}\n" if isinstance(one, str) else f"BT /F1 10 Tf {one[0]} {one[1]} Td ({one[2]}) Tj ET\n"
            for one in words
        )
        objects.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {len(objects)} 0 R"
            "/Resources<</Font<</F1 3 0 R>>>>>>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>"
    data, places = b"%PDF-1.4\n", []
    for index, one in enumerate(objects, 1):
        places.append(len(data))
        data += f"{index} 0 obj{one}endobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(data)
    return (
        data
        + (
            f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(objects) + 1}/Root 1 0 R>>\n"
            f"startxref\n{start}\n%%EOF"
        ).encode()
    )


def ruled(lefts: list[int], tops: list[int], without: tuple[str, ...] = ()) -> str:
    """A grid of lines, without some of its pieces: each is drawn by itself."""
    down = [f"{x} {y} m {x} {below} l S\n" for x in lefts for y, below in zip(tops, tops[1:], strict=False)]
    across = [f"{x} {y} m {right} {y} l S\n" for y in tops for x, right in zip(lefts, lefts[1:], strict=False)]
    return "".join(one for one in (*down, *across) if one.strip() not in without)
