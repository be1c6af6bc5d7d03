from __future__ import annotations

from assistant.indexing.contexts import Place, number_contexts


def place(document: str, start: int, *steps: str) -> Place:
    return Place(document, start, start + 100, steps)


def test_a_short_document_is_one_context() -> None:
    places = [place("a", 0, "điều 1"), place("a", 100, "điều 2"), place("b", 0)]
    assert number_contexts(places, 1_000) == [0, 0, 1]


def test_a_long_document_is_divided_along_its_structure() -> None:
    places = [
        place("a", 0, "chương I", "điều 1"),
        place("a", 100, "chương I", "điều 2", "khoản 1"),
        place("a", 200, "chương I", "điều 2", "khoản 2"),
        place("a", 300, "chương II", "điều 3"),
        place("a", 400, "chương II", "điều 4"),
    ]
    assert number_contexts(places, 500) == [0] * 5
    assert number_contexts(places, 300) == [0, 0, 0, 1, 1]
    assert number_contexts(places, 200) == [0, 1, 1, 2, 2]
    assert number_contexts(places, 50) == [0, 1, 2, 3, 4]


def test_a_long_part_without_structure_is_cut_between_passages() -> None:
    places = [place("a", 100 * i) for i in range(5)]
    assert number_contexts(places, 200) == [0, 0, 1, 1, 2]


def test_equal_headings_apart_are_two_contexts() -> None:
    places = [place("a", 0, "x"), place("a", 100, "y"), place("a", 200, "x")]
    assert number_contexts(places, 150) == [0, 1, 2]


def test_no_passages_no_contexts() -> None:
    assert number_contexts([], 100) == []
