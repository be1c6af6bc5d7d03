"""Typing slips of one letter, mended where the corpus leaves no doubt.

A syllable that no passage holds is replaced by one letter's difference when the result makes
a known pair with a neighbour (“công việt xử lý” stays, since “việt” is a word; “doang nghiệp”
becomes “doanh nghiệp”, since that pair is in the corpus). Of proper names only those of
provinces and cities are touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from assistant.retrieval.questions import analyse
from assistant.schema import Question
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.places import places
from assistant.vietnamese.stopwords import is_stopword
from assistant.vietnamese.tokens import syllables

__all__ = ["mend"]

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LONG = 5
"""A shorter syllable is mended only where it makes a known pair with both its neighbours."""

_SHORTEST = 3
"""Syllables shorter than this have too many neighbours of one letter's difference."""


def mend(question: Question, frequency: Callable[[str], int]) -> Question:
    """Return the question with its typing slips mended in what is searched and compared.

    Args:
        question: The question as understood.
        frequency: Number of passages that hold a folded sparse token.
    """
    tokens = syllables(question.query)
    forms = [fold(token.text) for token in tokens]
    query = question.query
    for place in range(len(tokens) - 1, -1, -1):
        token, form = tokens[place], forms[place]
        known = frequency(form) or is_stopword(token.text, marked=question.marked)
        if len(form) < _SHORTEST or not form.isalpha() or known:
            continue
        asked = _asking(forms, place) or _swapped(form)
        better = asked or _nearest(forms, place, frequency)
        proper = place > 0 and token.text[0].isupper()
        if not better or (proper and not _place_of(forms, place, better)):
            continue
        name = _place_of(forms, place, better)
        forms[place] = fold(better)
        start, written = token.start, better if question.marked else fold(better)
        if name and (proper or not question.marked):
            start, written = tokens[place - 1].start, name if question.marked else fold(name)
        query = query[:start] + written + query[token.end :]
    if query == question.query:
        return question
    return analyse(query, typed=question.text, history=question.history)


# Words of asking that documents hardly hold, so that no pair in them tells what was meant.
_ASKED = (
    "bao nhiêu, phần trăm, khi nào, bao giờ, thế nào, như thế, ra sao, ngày nào, năm nào, "
    "tháng nào, văn bản, cơ quan, đơn vị, nghị quyết, quyết định, kế hoạch, mục tiêu, chỉ tiêu, "
    "ban hành, hiệu lực, tỷ lệ, kinh phí, tối thiểu, gồm những, những gì, so sánh, khác nhau, "
    "cao hơn, thấp hơn, nhiều hơn, đứng thứ, xếp thứ, thứ mấy, hạng mấy, có phải, đúng không, "
    "phải không, định nghĩa, nghĩa là, liệt kê, chủ trì, phối hợp, hoàn thành, thời hạn, "
    "trước ngày, đến năm, vào năm, cho biết, ngày tháng"
)
_PAIRS = tuple(tuple(pair.split()) for pair in _ASKED.split(", "))


def _asking(forms: list[str], place: int) -> str | None:
    """Return the word of asking that a syllable slipped from, by its neighbour, with marks."""
    before = forms[place - 1] if place else ""
    after = forms[place + 1] if place + 1 < len(forms) else ""
    near: set[str] | None = None
    for one, two in _PAIRS:
        word = two if before == fold(one) else one if after == fold(two) else ""
        if fold(word) == forms[place]:
            return None
        if word:
            near = set(_edits(forms[place])) if near is None else near
            if fold(word) in near:
                return word
    return None


_ALONE = ("nào", "mấy", "không", "nhiêu", "được", "phải", "thuộc", "theo")


def _swapped(form: str) -> str | None:
    """Return the word of asking of which a syllable swaps two letters: “noà” is “nào”."""
    return next(
        (word for word in _ALONE if len(word) == len(form) and fold(word) in _swaps(form)), None
    )


def _place_of(forms: list[str], place: int, form: str) -> str:
    """Return the province or city that a syllable makes with the one before it, else ''."""
    found = places(f"{forms[place - 1]} {fold(form)}") if place else []
    return found[0].name if found and len(found[0].name.split()) == 2 else ""


def _nearest(forms: list[str], place: int, frequency: Callable[[str], int]) -> str | None:
    """Return the syllable of one letter's difference that pairs best with a neighbour."""
    before = forms[place - 1] if place else ""
    after = forms[place + 1] if place + 1 < len(forms) else ""
    best: tuple[int, str] | None = None
    for candidate in _edits(forms[place]):
        if not frequency(candidate):
            continue
        left, right = frequency(f"{before}_{candidate}"), frequency(f"{candidate}_{after}")
        pairs = left + right if len(forms[place]) >= _LONG else min(left, right)
        if pairs and (best is None or (-pairs, candidate) < best):
            best = (-pairs, candidate)
    return best[1] if best else None


def _swaps(word: str) -> Iterator[str]:
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


_HEARD_ALIKE = (("ch", "tr"), ("gi", "d"), ("gi", "r"), ("ngh", "ng"), ("gh", "g"), ("qu", "c"))
"""Onsets that are said alike somewhere in the country, and so mixed up in writing."""


def _edits(word: str) -> Iterator[str]:
    """Yield the words at one slip's distance: a letter swapped, dropped, changed or added.

    An onset written for another that sounds like it is one slip too: “tiêu truẩn”.
    """
    yield from _swaps(word)
    for pair in _HEARD_ALIKE:
        for wrong, right in (pair, pair[::-1]):
            if word.startswith(wrong):
                yield right + word[len(wrong) :]
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
        for letter in _LETTERS:
            yield word[:at] + letter + word[at + 1 :]
    for at in range(len(word) + 1):
        for letter in _LETTERS:
            yield word[:at] + letter + word[at:]
