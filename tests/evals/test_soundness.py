"""Citations and markers of answers made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from eval_fakes import TARGET, TEXT, answer, citation, document

from assistant.schema import Citation, Document
from evals.soundness import faults, statements


def stored(_: str) -> Document:
    return document()


def cited(text: str, *citations: Citation) -> tuple[str, ...]:
    return faults(answer(text, citations=citations), stored)


@pytest.mark.parametrize(
    "text",
    [
        "Xã phấn đấu 60% [1].",
        "Xã phấn đấu 60%. [1]",
        "Xã phấn đấu 60%. [1] Xã có 14 khu phố. [1]",
        "Xã phấn đấu 60% [1]. Xã có 14 khu phố [1].",
        "Xã phấn đấu 60%. [1] 3. Xã có 14 khu phố. [1]",
        "Xã “phấn đấu 60%.”. [1]",
        "Xã gồm:\n- 14 khu phố [1]",
    ],
)
def test_sound_markers(text: str) -> None:
    assert cited(text, citation(TARGET)) == ()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Xã phấn đấu 60% [1]. Xã có 14 khu phố.", "no marker: Xã có 14 khu phố."),
        ("Xã có 14 khu phố. Xã phấn đấu 60% [1].", "no marker: Xã có 14 khu phố."),
        ("Xã có 14 khu phố. Xã phấn đấu 60%. [1]", "no marker: Xã có 14 khu phố."),
        ("Xã phấn đấu 60% [1][2].", "[2] has no citation"),
    ],
)
def test_unsound_markers(text: str, fault: str) -> None:
    assert cited(text, citation(TARGET)) == (fault,)


def test_citation_without_marker_is_a_fault() -> None:
    found = cited("Xã phấn đấu 60% [1].", citation(TARGET), citation("14 khu phố", marker=2))
    assert found == ("citation 2 has no marker",)


def test_citation_must_be_words_of_the_stored_document() -> None:
    changed = document(TEXT.replace("60%", "80%"))
    found = cited("Xã phấn đấu 80% [1].", citation("80% hồ sơ", doc=changed))
    assert found == ("[1]: quote differs from the stored document",)


def test_citation_must_lie_in_its_document_and_passage() -> None:
    sound = citation(TARGET)
    outside = replace(sound, end=len(TEXT) + 1)
    empty = replace(sound, end=sound.start)
    narrow = replace(sound, passage=replace(sound.passage, end=sound.end - 1))
    for broken, fault in (
        (outside, "empty or outside its document"),
        (empty, "empty or outside its document"),
        (narrow, "quote reaches outside its passage"),
    ):
        assert cited("Xã phấn đấu 60% [1].", broken) == (f"[1]: {fault}",)


def test_statements_keep_their_markers() -> None:
    assert statements("Xã có 14 khu phố. [1] Xã phấn đấu 60% [2].") == [
        "Xã có 14 khu phố [1].",
        "Xã phấn đấu 60% [2].",
    ]
