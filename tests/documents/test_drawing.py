"""Pages as pictures: the quote is boxed where it stands, and nowhere when that is not sure."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from io import BytesIO

import pytest
from page_files import pdf
from PIL import Image

from assistant.documents.drawing.pictures import draw
from assistant.documents.drawing.places import Place, boxes_of_quote, line_places
from assistant.documents.drawing.worker import draw_page
from assistant.errors import ReadError
from assistant.schema import Document, Span, WordBox, pack_boxes

LINES = ("Plant 40 trees in the park.", "Water the trees twice a week.", "Plant 40 trees in May.")


def boxes_of(text: str, page: int = 1) -> list[WordBox]:
    """Return a box a word: a line a tenth of the page high, a character a hundredth wide."""
    boxes = []
    start = 0
    for row, line in enumerate(text.split("\n")):
        column = 0
        for word in line.split(" "):
            at = start + column
            left, right = column / 100, (column + len(word)) / 100
            boxes.append(
                WordBox(at, at + len(word), page, left, row / 10, right, row / 10 + 0.05, 0.9)
            )
            column += len(word) + 1
        start += len(line) + 1
    return boxes


def found(drawn: str, text: str, quote: str, nth: int = 0) -> list[str]:
    """Return the words of a page that are boxed for a quote of the document."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    boxes = boxes_of_quote(drawn, boxes_of(drawn), text, Span(start, start + len(quote)))
    return [drawn[box.start : box.end] for box in boxes]


def test_letters_and_digits_alone_are_compared() -> None:
    page = "Điều 1. Trồng cây xa-\nnh; đạt 65 %."

    assert found(page, "Điều 1. Trồng cây xanh; đạt 65%.", "cây xanh; đạt 65%.") == [
        "cây", "xa-", "nh;", "đạt", "65", "%.",
    ]  # fmt: skip


def test_words_that_stand_twice_are_told_apart_by_their_order_or_not_at_all() -> None:
    text = "Đạt 65%. Nếu không đạt 65%."

    assert boxes_of_quote(text, boxes_of(text), text, Span(19, 26))[0].start == 19
    # A page that says it once more than the document does: a running head, perhaps.
    assert found(f"Đạt 65%\n{text}", text, "đạt 65%") == []
    assert found("Nếu không đạt 65%.", text, "đạt 65%") == ["đạt", "65%."]


def test_a_row_is_found_cell_by_cell_and_a_part_of_it_is_not_enough() -> None:
    text = "1 | Trồng mới cây xanh | Sở Xây dựng chủ trì"
    turned = "Sở Xây dựng chủ trì\n1\nTrồng mới cây xanh"

    assert found(turned, text, text) == [*"Sở Xây dựng chủ trì Trồng mới cây xanh".split()]
    assert found("Trồng mới cây xanh\nUBND xã", text, text) == []
    assert found("Không có ở đây.", text, text) == []
    assert found("...", "; ,", ";") == []


def test_words_of_a_line_share_a_box_and_columns_do_not() -> None:
    boxes = [
        WordBox(0, 2, 1, 0.1, 0.10, 0.2, 0.12, 1.0),
        WordBox(3, 5, 1, 0.21, 0.095, 0.3, 0.125, 1.0),
        WordBox(6, 8, 1, 0.6, 0.10, 0.7, 0.12, 1.0),
        WordBox(9, 11, 1, 0.1, 0.13, 0.2, 0.15, 1.0),
    ]

    assert line_places(boxes) == (
        Place(0.1, 0.095, 0.3, 0.125),
        Place(0.6, 0.10, 0.7, 0.12),
        Place(0.1, 0.13, 0.2, 0.15),
    )
    assert line_places(()) == ()


def printed(lines: Sequence[str] = LINES, turned: str = "") -> bytes:
    return pdf(
        ["".join(f"BT /F1 12 Tf 72 {780 - 16 * row} Td ({line}) Tj ET\n"
                 for row, line in enumerate(lines))] * 2,
        turned,
    )  # fmt: skip


def document(data: bytes, name: str = "x.pdf", **known: object) -> Document:
    text = "\n".join(LINES)
    values: dict[str, object] = {
        "id": "x",
        "path": name,
        "sha256": hashlib.sha256(data).hexdigest(),
        "title": "x",
        "text": f"{text}\n{text}",
        "blocks": (),
        "page_starts": (0, len(text) + 1),
    }
    return Document(**{**values, **known})


def test_a_printed_quote_is_boxed_on_its_own_page() -> None:
    data = printed()
    paper = document(data)
    start = paper.text.index("Water", paper.page_starts[1])
    picture = draw_page(data, paper, 2, Span(start, start + len(LINES[1])))
    image = Image.open(BytesIO(picture.data))

    (place,) = picture.places
    # The base line is 764 points up a page of 842; the type is 12 points high.
    assert place.left == pytest.approx(72 / 595, abs=0.005)
    assert place.top < 1 - 764 / 842 < place.bottom
    assert place.bottom - place.top == pytest.approx(12 / 842, rel=0.4)
    # 130 dots to an inch; JPEG gives colours back to within a few steps.
    assert image.size == (
        pytest.approx(595 * 130 / 72, abs=1),
        pytest.approx(842 * 130 / 72, abs=1),
    )
    inside = (place.left * image.width + 1, (place.top * image.height) + 1)
    assert image.getpixel(tuple(map(int, inside)))[2] < 200
    assert image.getpixel((5, 5)) == (255, 255, 255)

    elsewhere = draw_page(data, paper, 1, Span(start, start + len(LINES[1])))
    assert elsewhere.places == ()


def test_a_quote_over_two_pages_is_boxed_on_both() -> None:
    data = printed()
    paper = document(data)
    quote = Span(paper.text.index("in May"), paper.text.index("Water", paper.page_starts[1]))

    assert [len(draw_page(data, paper, page, quote).places) for page in (1, 2)] == [1, 1]


def test_a_page_that_lies_on_its_side_is_boxed_as_it_is_seen() -> None:
    # Written upwards along the left edge of the sheet, which is then turned clockwise.
    content = f"BT /F1 12 Tf 0 1 -1 0 62 72 Tm ({LINES[0]}) Tj ET"
    data = pdf([content], "/Rotate 90")
    picture = draw_page(data, document(data), 1, Span(0, len(LINES[0])))
    (place,) = picture.places

    wide, high = Image.open(BytesIO(picture.data)).size
    assert wide > high
    assert place.left == pytest.approx(72 / 842, abs=0.005)
    assert place.top < 62 / 595 < place.bottom


def test_a_quote_that_the_page_does_not_hold_is_not_boxed() -> None:
    data = printed(["Something else altogether."])
    plain = draw_page(data, document(data), 1, Span(0, 0))
    sought = draw_page(data, document(data), 1, Span(0, len(LINES[0])))

    assert sought.places == ()
    assert sought.data == plain.data


def test_recognised_words_are_boxed_where_they_were_recognised() -> None:
    scan = BytesIO()
    Image.new("RGB", (600, 800), "white").save(scan, "PNG")
    boxes = pack_boxes(boxes_of("\n".join(LINES)))
    paper = document(scan.getvalue(), "x.png", word_boxes=boxes, page_starts=(0,))
    start = paper.text.index("Water")
    picture = draw_page(scan.getvalue(), paper, 1, Span(start, start + len(LINES[1])))

    (place,) = picture.places
    assert place == pytest.approx((0.0, 0.1, len(LINES[1]) / 100, 0.15), abs=1e-4)
    assert Image.open(BytesIO(picture.data)).getpixel((60, 100))[2] < 200


@pytest.mark.parametrize(
    ("data", "number", "suffix"),
    [
        (printed(), 3, ".pdf"),
        (printed()[:200], 1, ".pdf"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, 1, ".png"),
        (b"Plain text, which has no pages.", 1, ".txt"),
    ],
)
def test_what_cannot_be_drawn_is_told_in_one_line(data: bytes, number: int, suffix: str) -> None:
    with pytest.raises(ReadError) as told:
        draw(data, number, suffix)

    assert "\n" not in str(told.value)
    assert str(told.value).endswith((".", "chinhsach index"))
