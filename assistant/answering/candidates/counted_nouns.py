"""The noun that a number counts: where it ends in a text, and whether it is the one asked for."""

from __future__ import annotations

import re

from assistant.answering.candidates.value_forms import pay_after
from assistant.schema import Question
from assistant.vietnamese.abbreviations import ABBREVIATIONS
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.quantities import Quantity
from assistant.vietnamese.stopwords import is_stopword
from assistant.vietnamese.synonyms import synonyms
from assistant.vietnamese.tokens import Token, syllables

__all__ = ["continued", "counted_in_full", "end_of_value", "noun_end", "speaks_of"]

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*(?:\s?[-–/]\s?\d+(?:[.,]\d+)*)?|[^\W\d_]+")
_CLASSIFIER = re.compile(
    r"\s*(?:trường hợp|lượt|bộ|bản|loại|nhóm|cặp|đầu|tập|gói|điểm|mã)\s+(?=\w)", re.IGNORECASE
)
_PER = re.compile(r"\s?/\s?(?:năm|tháng|ngày|người|ha|km2)(?!\w)")
_LONG_NOUN = 3


def end_of_value(question: Question, text: str, quantity: Quantity) -> tuple[int, bool]:
    """Return where the short answer ends, and whether the noun asked for follows the value."""
    number = _NUMBER.match(text, quantity.value_start)
    at = number.end() if number and quantity.of is None else quantity.end
    focus = question.focus.split()
    if focus and question.unit in ("", "điểm"):
        matched = _follow(text, at, focus)
        if matched:
            matched += 0 if question.marked else _rest(question, text[matched:])
            return max(matched, quantity.end if not quantity.unit else 0), True
    pay = pay_after(text, quantity)
    if pay:
        return pay, False
    per = _PER.match(text, quantity.end)
    if per:
        return per.end(), False
    if not quantity.unit and not quantity.rank and not quantity.of:
        return noun_end(text, quantity.end), False
    return quantity.end, False


def _rest(question: Question, after: str) -> int:
    """Return the length of the syllable by which a noun goes on, in question and text alike.

    Without marks “giải thể” could end at “thế”; the text tells.
    """
    following = syllables(after[:20])[:1]
    if not following or is_stopword(following[0].text, marked=True):
        return 0
    goes_on = continued(question, after) and not after[: following[0].start].strip()
    return following[0].end if goes_on else 0


def _follow(text: str, at: int, focus: list[str]) -> int:
    """Return the end of the noun after a value when it is the one asked for, else 0."""
    classifier = _CLASSIFIER.match(text, at)
    if classifier:
        behind = _follow(text, classifier.end(), focus)
        if behind:
            return behind
    tokens = syllables(text[at : at + 80])
    if not tokens or "," in text[at : at + tokens[0].start]:
        return 0
    words = [fold(token.text) for token in tokens]
    spelt_out = ABBREVIATIONS.get(tokens[0].text)
    if spelt_out and fold(spelt_out).split()[: len(focus)] == focus[: len(fold(spelt_out).split())]:
        return at + tokens[0].end
    count = max(_shared(words, focus), _any_order(words, focus))
    if count and (count == len(focus) or count >= 2):
        return at + tokens[count - 1].end
    for size in range(min(3, len(focus)), 0, -1):
        for other in synonyms(" ".join(focus[:size])):
            length = len(other.split())
            if words[:length] == other.split():
                return at + tokens[length - 1].end
    return 0


def _any_order(words: list[str], focus: list[str]) -> int:
    """Return how many words on end are of the focus, in whatever order (“xã, phường”)."""
    count = 0
    while count < len(words) and words[count] in focus:
        count += 1
    return count if count >= 2 else 0


def _shared(words: list[str], focus: list[str]) -> int:
    count = 0
    for word, wanted in zip(words, focus, strict=False):
        if word != wanted:
            break
        count += 1
    return count


_NOUN_STOP = frozenset(
    "o tai cua duoc da dang se phai co la thi trong tren theo vao den tu voi bi cho de va hoac so "
    "tren duoi bang khi do len cung dat lien sau truoc".split()
)


_BEGINS_A_VERB = re.compile(r"(?:hinh thanh|thuc hien|thanh lap|hoan thanh|ban hanh)\b")


def noun_end(text: str, at: int) -> int:
    """Return the end of the noun that follows a bare count: at most three syllables.

    Of a longer one the first two: “10 doanh nghiệp công nghệ số” counts firms, and to stop at
    the third syllable would cut a word in half.
    """
    ends: list[int] = []
    previous = at
    tokens: list[Token] = syllables(text[at : at + 60])
    for token in tokens[:4]:
        if text[previous : at + token.start].strip() or fold(token.text) in _NOUN_STOP:
            break
        if token.text[0].isdigit():
            break
        if _BEGINS_A_VERB.match(fold(text[at + token.start :][:12])):
            break
        previous = at + token.end
        ends.append(previous)
    return (ends[1] if len(ends) > 3 else ends[-1]) if ends else at


def speaks_of(focus: str, text: str) -> bool:
    """Tell whether a sentence holds most words of the noun asked for, or a word for it."""
    words = [fold(token.text) for token in syllables(text)]
    wanted = focus.split()
    held = sum(word in words for word in wanted)
    padded = f" {' '.join(words)} "
    return held * 3 > len(wanted) * 2 or any(f" {o} " in padded for o in synonyms(focus))


def continued(question: Question, after: str) -> int:
    """Return how many words on end follow the noun both in the question and in the text.

    “Bao nhiêu doanh nghiệp đang hoạt động” is not “doanh nghiệp tạm ngừng hoạt động”.
    """
    asked = fold(question.query)
    at = asked.find(question.focus)
    wanted = re.findall(r"\w+", asked[at + len(question.focus) :]) if at >= 0 else []
    return _shared(re.findall(r"\w+", fold(after[:60])), wanted)


def counted_in_full(question: Question, text: str, found: list[Quantity]) -> set[tuple[int, int]]:
    """Return the counts of all of a long noun, “95 tiêu chí thành phần” beside “43 tiêu chí”."""
    if len(question.focus.split()) < _LONG_NOUN or question.unit not in ("", "điểm"):
        return set()
    ends = [(quantity, end_of_value(question, text, quantity)[0]) for quantity in found]
    return {
        (quantity.start, end)
        for quantity, end in ends
        if fold(text[quantity.end : end]).strip() == question.focus
    }
