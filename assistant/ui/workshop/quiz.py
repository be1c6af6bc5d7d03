"""A quiz made from the figures of the documents: a sentence with its number left out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.schema import CitedFigure, Role
from assistant.vietnamese.normalise import fold

__all__ = ["BLANK", "Riddle", "altered_claims", "riddles_of", "tidy"]

BLANK = "……"
_CHOICES = 4
_SHORTEST, _LONGEST = 50, 260
"""Characters of a sentence that a room reads in a breath."""
_ROLES = (Role.TARGET, Role.RESULT)
_ENUMERATOR = re.compile(r"^(?:[-–•+*]|\d+[.)]|[a-zđ][.)])\s+")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)*\s?\D*")
_CLAIMS = 30
_NEIGHBOURS = 12
"""Values near the right one that wrong choices are drawn from."""


@dataclass(frozen=True, slots=True)
class Riddle:
    """A sentence with its number left out.

    Attributes:
        cited: The figure, with its source.
        text: The sentence, ``BLANK`` where the number stood.
        choices: What the room guesses among, in the order shown.
    """

    cited: CitedFigure
    text: str
    choices: tuple[str, ...]

    @property
    def right(self) -> str:
        """The number that the document has, as written."""
        return tidy(self.cited.written)


def riddles_of(figures: Sequence[CitedFigure], seed: int, count: int) -> list[Riddle]:
    """Return riddles drawn from figures: the same for the same figures and seed, anywhere.

    Args:
        figures: Figures of the open index.
        seed: Number by which they are drawn.
        count: How many to return at most; each from a sentence of its own, and from as many
            documents as there are.
    """
    fit = [cited for cited in figures if _is_fit(cited)]
    pools: dict[str, list[CitedFigure]] = {}
    for cited in fit:
        pools.setdefault(cited.figure.unit, []).append(cited)
    order = sorted(fit, key=lambda cited: _draw(seed, cited))
    found: list[Riddle] = []
    seen: dict[str, int] = {}
    for rounds in range(count):  # one more of each document a round
        for cited in order:
            if len(found) == count:
                return found
            document = cited.source.id
            if seen.get(document, 0) > rounds or any(r.cited.quote == cited.quote for r in found):
                continue
            wrong = _wrong_choices(cited, pools[cited.figure.unit], seed)
            if len(wrong) < _CHOICES - 1:
                continue
            seen[document] = seen.get(document, 0) + 1
            found.append(_riddle(cited, wrong, seed))
    return found


def altered_claims(figures: Sequence[CitedFigure], seed: int) -> Iterator[tuple[str, Riddle]]:
    """Yield sentences of documents with a number of another in the place of their own.

    Args:
        figures: Figures of the open index.
        seed: Number by which they are drawn.
    """
    for riddle in riddles_of(figures, seed, _CLAIMS):
        wrong = next(choice for choice in riddle.choices if choice != riddle.right)
        yield riddle.text.replace(BLANK, wrong), riddle


def tidy(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def _is_fit(cited: CitedFigure) -> bool:
    """Tell whether a sentence still says what is asked once its number is left out."""
    figure, quote = cited.figure, tidy(cited.quote)
    written = tidy(cited.written)
    return (
        figure.role in _ROLES
        and figure.upper is None
        and bool(figure.unit)
        and _SHORTEST <= len(quote) <= _LONGEST
        and " | " not in quote
        and quote.count(written) == 1
        and _PLAIN.fullmatch(written) is not None
        and (figure.unit == "%" or fold(figure.unit) in fold(written))
    )


def _wrong_choices(cited: CitedFigure, pool: Sequence[CitedFigure], seed: int) -> list[str]:
    """Return other numbers of the same unit, as some document writes them, near the right one."""
    right = cited.figure
    near: dict[float, str] = {}
    for other in pool:
        stated = other.quote == cited.quote or tidy(other.written) in cited.quote
        if other.figure.value != right.value and not stated:
            near.setdefault(other.figure.value, tidy(other.written))
    values = sorted(near, key=lambda value: (abs(value - right.value), value))[:_NEIGHBOURS]
    drawn = sorted(values, key=lambda value: _digest(seed, cited.passage_id, repr(value)))
    return [near[value] for value in drawn[: _CHOICES - 1]]


def _riddle(cited: CitedFigure, wrong: Sequence[str], seed: int) -> Riddle:
    quote, written = tidy(cited.quote), tidy(cited.written)
    choices = sorted([written, *wrong], key=lambda choice: _digest(seed, cited.passage_id, choice))
    text = _ENUMERATOR.sub("", quote.replace(written, BLANK))
    return Riddle(cited, text, tuple(choices))


def _draw(seed: int, cited: CitedFigure) -> tuple[str, str, int]:
    key = _digest(seed, cited.passage_id, cited.written)
    return key, cited.passage_id, cited.figure.value_span.start


def _digest(*values: object) -> str:
    return hashlib.sha256("\0".join(map(str, values)).encode()).hexdigest()
