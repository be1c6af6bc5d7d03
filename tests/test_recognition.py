"""Boxes of recognised words, packed and unpacked, and how sure a span is."""

from __future__ import annotations

import pytest
from factories import make_document
from hypothesis import given
from hypothesis import strategies as st

from assistant.schema import Quality, Span, WordBox, confidence_of, pack_boxes, unpack_boxes

shares = st.floats(0, 1)
boxes = st.lists(
    st.builds(
        lambda start, length, page, edges, sure: WordBox(start, start + length, page, *edges, sure),
        st.integers(0, 2**32 - 1), st.integers(1, 500), st.integers(1, 5_000),
        st.tuples(shares, shares, shares, shares), shares,
    )
)  # fmt: skip


@given(boxes)
def test_what_is_packed_comes_out_to_a_twentieth_of_a_point(given: list[WordBox]) -> None:
    found = unpack_boxes(pack_boxes(given))
    assert [box[:3] for box in found] == [box[:3] for box in given]
    for one, other in zip(found, given, strict=True):
        assert one[3:7] == pytest.approx(other[3:7], abs=0.5 / 65_535)
        assert one.confidence == pytest.approx(other.confidence, abs=0.005)


WORDS = (
    WordBox(0, 2, 1, 0.1, 0.1, 0.2, 0.2, 0.5),
    WordBox(3, 9, 1, 0.3, 0.1, 0.4, 0.2, 0.9),
    WordBox(10, 12, 2, 0.1, 0.1, 0.2, 0.2, 1.0),
)


@pytest.mark.parametrize(
    ("span", "starts"),
    [((0, 12), [0, 3, 10]), ((2, 3), []), ((1, 4), [0, 3]), ((9, 11), [10]), ((5, 6), [3])],
)
def test_words_of_a_span_are_those_that_share_a_character(
    span: tuple[int, int], starts: list[int]
) -> None:
    found = unpack_boxes(pack_boxes(WORDS), Span(*span))
    assert [box.start for box in found] == starts


def test_nothing_is_packed_as_nothing() -> None:
    assert pack_boxes([]) == b""
    assert unpack_boxes(b"") == ()
    assert confidence_of(()) is None


def test_a_span_is_as_sure_as_its_words() -> None:
    document = make_document("a.pdf", ["Đà chín mơ"])
    assert document.confidence(Span(0, 4)) is None
    scanned = make_document("a.pdf", ["Đà chínmơ xa"], quality=Quality("ocr", 0.87))
    assert scanned.confidence(Span(0, 4)) == 0.87
    boxed = make_document(
        "a.pdf", ["Đà chínmơ xa"], quality=Quality("ocr", 0.87), word_boxes=pack_boxes(WORDS)
    )
    assert boxed.confidence(Span(0, 9)) == pytest.approx((2 * 0.5 + 6 * 0.9) / 8)
    assert boxed.confidence(Span(2, 3)) is None
    assert [box.page for box in boxed.boxes(Span(4, 12))] == [1, 2]
