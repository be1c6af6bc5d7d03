"""Holding a search to kinds of document, places, years and a day."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.library import Card
from assistant.schema import Filters
from assistant.vietnamese.normalise import lower, nfc
from assistant.vietnamese.places import same_place

__all__ = ["admits", "passage_mask"]


def admits(filters: Filters, card: Card) -> bool:
    """Tell whether a document is within the filters.

    What a document does not say, it is not found by: one without a date of issue is within
    no year and not known to be issued on or before any day.

    Args:
        filters: The filters; an empty field admits everything.
        card: What is known of the document.
    """
    if filters.documents and card.id not in filters.documents:
        return False
    if filters.kinds and _plain(card.kind) not in map(_plain, filters.kinds):
        return False
    if filters.places and not any(same_place(card.place or "", name) for name in filters.places):
        return False
    if filters.years and (not card.issued or int(card.issued[:4]) not in filters.years):
        return False
    # Dates in ISO form are in order as texts.
    return filters.as_of is None or (
        card.issued is not None and card.issued <= filters.as_of.isoformat()
    )


def passage_mask(filters: Filters, cards: Sequence[Card]) -> NDArray[np.bool_] | None:
    """Return which passages are within the filters.

    Args:
        filters: The filters.
        cards: All documents of the index, in order.

    Returns:
        A mask, (passages,), or None when the filters admit everything.
    """
    if filters == Filters():
        return None
    admitted = np.array([admits(filters, card) for card in cards], dtype=np.bool_)
    return np.repeat(admitted, [card.passages for card in cards])


def _plain(text: str | None) -> str:
    return lower(nfc(text or "")).strip()
