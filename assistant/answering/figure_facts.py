"""Figures as statements: a value, how it binds, and the words that say what it measures."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant.answering.local import segment
from assistant.schema import Comparator
from assistant.vietnamese.abbreviations import expand
from assistant.vietnamese.dates import years
from assistant.vietnamese.normalise import fold, lower
from assistant.vietnamese.places import places
from assistant.vietnamese.quantities import Quantity, quantities
from assistant.vietnamese.sentences import sentences
from assistant.vietnamese.stopwords import is_stopword
from assistant.vietnamese.tokens import syllables

__all__ = [
    "DENIAL",
    "Fact",
    "bound_of",
    "content_words",
    "facts_in",
    "fits_better",
    "is_elsewhere",
    "nearest",
    "same_value",
]

_FROM_UP = re.compile(r"\s*trở (?P<way>lên|xuống)(?!\w)")
_FILLERS = re.compile(r"(?:(?<!\w)(?:phải|đạt|là|mức|chiếm|có|được|tỷ lệ|tỉ lệ)\s+)+$")
# "không gian", "hàng không", "không chỉ" deny nothing, nor does "không dưới 60%".
DENIAL = re.compile(
    r"(?<!\w)(?<!hàng )"
    r"(?:không(?! gian| khí| chỉ| ngừng| dưới| quá| thấp hơn| vượt)|chưa|chẳng)(?!\w)"
)


@dataclass(frozen=True)
class Fact:
    """A quantity with what the sentence says of it.

    Attributes:
        quantity: The quantity, its offsets in ``sentence``.
        bound: How it binds, also by words that stand apart from it.
        written: The quantity as written.
        words: Content words around it that say what it is the value of.
        lead: Content words before the first quantity of the sentence, which later ones share.
        years: Years among the words around it.
        places: Provinces among the words around it.
        sentence: The whole sentence.
        denied: Whether the words around it deny it.
    """

    quantity: Quantity
    bound: Comparator
    written: str
    words: frozenset[str]
    lead: frozenset[str]
    years: frozenset[int]
    places: frozenset[str]
    sentence: str
    denied: bool


def content_words(text: str) -> frozenset[str]:
    """Return the folded syllables that carry the subject, abbreviations written out."""
    tokens = syllables(expand(text))
    return frozenset(fold(t.text) for t in tokens if not is_stopword(t.text, marked=True))


def facts_in(text: str) -> list[Fact]:
    """Return the quantities of a text, each with the words around it."""
    found: list[Fact] = []
    for span in sentences(text):
        sentence = span.of(text)
        inside = quantities(sentence)
        values = [(q.start, q.end) for q in inside]
        lead = content_words(sentence[: inside[0].start]) if inside else frozenset()
        for quantity in inside:
            around = segment(sentence, quantity.start, quantity.end, values)
            written = sentence[quantity.start : quantity.end]
            found.append(
                Fact(
                    quantity,
                    bound_of(sentence, quantity),
                    written,
                    content_words(around) - content_words(written),
                    lead,
                    frozenset(years(around)),
                    frozenset(place.name for place in places(around)),
                    sentence,
                    DENIAL.search(lower(around)) is not None,
                )
            )
    return found


def bound_of(sentence: str, quantity: Quantity) -> Comparator:
    """Return how a value binds: “80% trở lên” and “tối thiểu phải đạt 80%” are bounds too."""
    if quantity.comparator is not Comparator.EQUAL:
        return quantity.comparator
    after = _FROM_UP.match(lower(sentence), quantity.end)
    if after:
        return Comparator.AT_LEAST if after["way"] == "lên" else Comparator.AT_MOST
    head = sentence[max(0, quantity.value_start - 40) : quantity.value_start]
    bare = _FILLERS.sub("", lower(head))
    if bare == lower(head):
        return quantity.comparator
    again = quantities(bare + sentence[quantity.value_start : quantity.end])
    return again[-1].comparator if again else quantity.comparator


def nearest(said: Fact, known_facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts of the same value that share most words with what was said."""
    same = [known for known in known_facts if same_value(said, known)]
    most = max((len(said.words & known.words) for known in same), default=0)
    return [known for known in same if len(said.words & known.words) == most]


def same_value(said: Fact, known: Fact) -> bool:
    """Tell whether two values are one, however they bind.

    A part of a ratio may be told without the other.
    """
    one, other = said.quantity, known.quantity
    if one.unit != other.unit or one.rank != other.rank:
        return False
    if one.of is None and one.upper is None and other.of is not None and not one.rank:
        return any(math.isclose(one.value, value) for value in (other.value, other.of))
    whole = one.of == other.of or (one.rank and one.of is None)
    return math.isclose(one.value, other.value) and one.upper == other.upper and whole


def is_elsewhere(said: Fact, known: Fact, seats: Collection[str]) -> bool:
    """Tell whether a figure is told of a year or place that its known sentence does not name.

    A sentence that names none leaves it to its heading or title. ``seats`` are the places
    that the documents govern, which need no naming.
    """
    its_years = set(years(known.sentence))
    its_places = {place.name for place in places(known.sentence)}
    strange = said.places - its_places - set(seats)
    return bool((its_years and said.years - its_years) or (its_places and strange))


def fits_better(said: Fact, other: Fact, right: Fact) -> bool:
    """Tell whether another value fits the words around a figure better than its own.

    “Phủ xanh 42,5% năm 2025 và 50% năm 2030” says “phủ xanh” of both values, “cấp tỉnh đạt
    90%, cấp xã 60%” says “cấp tỉnh” of the first alone: the beginning is shared where all
    that the later value says of itself was said too.
    """
    its_words = right.words
    if its_words <= content_words(said.sentence):
        its_words |= right.lead
    if said.words & its_words < said.words & other.words:
        return True
    year = said.years & other.years - right.years and not said.years & right.years
    place = said.places & other.places - right.places and not said.places & right.places
    return bool(year or place)
