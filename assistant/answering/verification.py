"""Whether words that a model wrote stand in the passages that they cite.

Each figure must be there with its unit and comparator, each date with its “before” or
“after”, each document number and name, and most of the words. Doubt counts against the
model: the extracted answer is always there in its place, so a good sentence refused costs
little, and a bad one shown costs the reader's trust.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from assistant.answering.figure_facts import (
    DENIAL,
    Fact,
    content_words,
    facts_in,
    fits_better,
    is_elsewhere,
    nearest,
    same_value,
)
from assistant.schema import Citation
from assistant.vietnamese.abbreviations import expand
from assistant.vietnamese.dates import DateMention, dates
from assistant.vietnamese.document_numbers import DocumentNumber, named_documents
from assistant.vietnamese.names import bodies, persons
from assistant.vietnamese.normalise import UPPER, fold, lower, place_tones
from assistant.vietnamese.places import places, same_place
from assistant.vietnamese.quantities import quantities
from assistant.vietnamese.sentences import sentences
from assistant.vietnamese.tokens import syllables

__all__ = ["Grounding", "stands_in", "unsupported"]

_LEAST_COVERED = 0.6
"""Least share of a sentence's content words that its evidence must hold. A rewriting of one
sentence keeps nearly all of its nouns and may change its verbs."""

_LIST_MARK = re.compile(r"^[ \t]*(?:[-–*•+][ \t]+)?(?:\d{1,2}[.)][ \t]+)?", re.MULTILINE)
_FIGURE_TOKEN = re.compile(r"(?<!\w)(?:[^\W_]*\d[^\W_]*(?:[.,/:&-]\w+)*%?|[IVX]+(?!\w))")
# Amounts without a digit. They count where they are no part of a quantity ("11.000 tỷ").
_AMOUNT_WORD = re.compile(
    r"(?<!\w)(?:mươi|rưỡi|nửa|đôi|chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|phần trăm)(?!\w)"
)
# "năm" is five where no word before it makes it a year and no number follows.
_FIVE = re.compile(
    r"(?P<before>[^\W\d_]+\s+|^)(?<!\w)năm(?=\s+[^\W\d_])(?!\s+(?:nay|sau|trước|qua|tới|học|đó|này))"
)
_BEFORE_YEAR = frozenset(
    "hằng hàng mỗi trong một cả nhiều các những từng vào cuối đầu giữa qua theo vài mấy từ đến "
    "sau trước hết thường".split()
)
_WAY_OF_DATE = re.compile(
    r"(?<!\w)(?:(?P<before>trước|(?:chậm|muộn) nhất(?: là| đến| vào)*)|(?P<after>sau|từ))\s+"
    r"(?:(?:ngày|tháng|năm|quý|cuối|đầu|giữa|hết|khi|là|vào)\s+)*$"
)
_ORDER = re.compile(r"(?<!\w)(?:trước|sau)(?= khi(?!\w))")
_TURN = re.compile(
    r"(?<!\w)(?:tăng|giảm|cấm|trừ|ngoại trừ|hủy|huỷ|bãi bỏ|dừng|ngừng|đúng|sai)(?!\w)"
    r"|^(?:có|phải|vâng|dạ)(?=\s*[,.:])"
)
_LEVEL = re.compile(r"(?<!\w)cấp (?:xã|huyện|tỉnh|thành phố|quận|phường|trung ương)(?!\w)")
_CAPITALS = re.compile(rf"(?<![\w/-])[{UPPER}][\w&-]*(?: [{UPPER}][\w&-]*)*")


class Grounding:
    """The passages that a sentence cites, made ready to be looked into.

    Args:
        citations: What the markers of the sentence stand for; their quotes and the whole
            passages around them are the evidence.
    """

    def __init__(self, citations: Sequence[Citation]) -> None:
        texts: dict[str, None] = {}
        for citation in citations:
            texts[citation.passage_text] = None
            if citation.quote not in citation.passage_text:
                texts[citation.quote] = None
        self.text = _plain("\n".join(texts))
        self.titles = "\n".join(dict.fromkeys(c.document.title for c in citations))
        self.seats = [c.document.place for c in citations if c.document.place]

    @classmethod
    def of(cls, text: str) -> Grounding:
        """Return evidence that is one text."""
        evidence = cls(())
        evidence.text = _plain(text)
        return evidence

    @cached_property
    def facts(self) -> list[Fact]:
        """The quantities of the evidence."""
        return facts_in(self.text)

    @cached_property
    def dates(self) -> list[tuple[DateMention, str, str]]:
        """Dates with their quarter and their way (before, after or neither)."""
        return [(one, _quarter(self.text, one), _way(self.text, one)) for one in dates(self.text)]

    @cached_property
    def numbers(self) -> list[DocumentNumber]:
        """Documents that the evidence names."""
        return named_documents(self.text)

    @cached_property
    def tokens(self) -> frozenset[str]:
        """Whatever holds a digit, and Roman numerals, as written."""
        return frozenset(fold(m.group()) for m in _FIGURE_TOKEN.finditer(self.text))

    @cached_property
    def spelt(self) -> str:
        """Syllables with their marks, also with abbreviations written out; for ``holds``."""
        return _spelt(f"{self.text}\n{expand(self.text)}")

    @cached_property
    def places(self) -> tuple[str, ...]:
        """Provinces that the evidence names, and those its documents govern or speak of."""
        return (*(p.name for p in places(f"{self.text}\n{self.titles}")), *self.seats)

    @cached_property
    def words(self) -> frozenset[str]:
        """Content words of the evidence and of its documents' titles."""
        return content_words(f"{self.text}\n{self.titles}")

    def holds(self, words: str) -> bool:
        """Tell whether words stand in the evidence, side by side and whole."""
        return _spelt(words) in self.spelt or _spelt(expand(words)) in self.spelt


def _plain(text: str) -> str:
    """Return text without the dashes and numbers that open its list items."""
    return _LIST_MARK.sub("", text)


def stands_in(words: str, text: str) -> bool:
    """Tell whether an answer in a few words stands in a text, letter by letter or by value."""
    evidence = Grounding.of(text)
    if evidence.holds(words):
        return True
    by_value = bool(quantities(words) or dates(words) or named_documents(words))
    return by_value and not list(_wrong_values(words, evidence))


def unsupported(sentence: str, evidence: Grounding, asked: str) -> list[str]:
    """Say what in a sentence does not stand in its evidence.

    Args:
        sentence: NFC text without markers.
        evidence: The passages that it cites.
        asked: The question, whose words may be taken up but whose figures prove nothing.

    Returns:
        One line for each fault, in Vietnamese; empty when the sentence stands.
    """
    sentence = _plain(sentence).strip()
    problems = [*_wrong_values(sentence, evidence), *_misbound(sentence, evidence)]
    problems += _unknown_names(sentence, evidence)
    problems += _turned(sentence, evidence)
    words = content_words(sentence)
    known = words & (evidence.words | content_words(asked))
    if words and len(known) / len(words) < _LEAST_COVERED:
        problems.append(f"phần lớn câu “{_short(sentence)}” không có trong trích dẫn")
    return list(dict.fromkeys(problems))


def _wrong_values(sentence: str, evidence: Grounding) -> Iterator[str]:
    """Yield the figures, dates and document numbers that the evidence does not state."""
    taken: list[tuple[int, int]] = []
    for number in named_documents(sentence):
        taken.append((number.start, number.end))
        if not any(_states(known, number) for known in evidence.numbers):
            yield f"số văn bản “{number.text}” không có trong trích dẫn"
    for mention in dates(sentence):
        taken.append((mention.start, mention.end))
        quarter, way = _quarter(sentence, mention), _way(sentence, mention)
        if not any(_same_date((mention, quarter, way), known) for known in evidence.dates):
            shown = sentence[mention.start : mention.end]
            yield f"mốc thời gian “{shown}” không có trong trích dẫn hoặc khác “trước”, “sau”"
    for fact in facts_in(sentence):
        near = nearest(fact, evidence.facts)
        if not any(fact.bound == known.bound for known in near):
            source = f"; tài liệu ghi “{near[0].written}”" if near else ""
            yield f"số liệu “{fact.written}” không có trong trích dẫn{source}"
    taken += [(quantity.start, quantity.end) for quantity in quantities(sentence)]
    yield from _loose_figures(sentence, evidence, taken)


def _loose_figures(
    sentence: str, evidence: Grounding, taken: Sequence[tuple[int, int]]
) -> Iterator[str]:
    """Yield what bears a digit or means a number and is no quantity, date or document."""

    def free(match: re.Match[str]) -> bool:
        return not any(left < match.end() and match.start() < right for left, right in taken)

    for match in filter(free, _FIGURE_TOKEN.finditer(sentence)):
        if fold(match.group()) not in evidence.tokens:
            yield f"số liệu “{match.group()}” không có trong trích dẫn"
    low = lower(sentence)
    for match in filter(free, _AMOUNT_WORD.finditer(low)):
        if not evidence.holds(match.group()):
            yield f"số lượng “{match.group()}” không có trong trích dẫn"
    for match in filter(free, _FIVE.finditer(low)):
        counted = match["before"].strip() not in _BEFORE_YEAR
        noun = " ".join(low[match.end() :].split()[:1])
        five = any(fact.quantity.value == 5 for fact in evidence.facts)
        if counted and not five and not evidence.holds(f"năm {noun}"):
            yield f"số lượng “năm {noun}” không có trong trích dẫn"


def _misbound(sentence: str, evidence: Grounding) -> Iterator[str]:
    """Yield the figures that the evidence states of something else.

    A figure is misplaced when its own sentence names other years or places, or when another
    value of its unit fits the words around it better: it shares all of them that the right
    value shares, and more, or it alone names their year or place. “90% hồ sơ cấp xã” is
    refused where 90% is said of the city and 60% of the communes.
    """
    for fact in facts_in(sentence):
        right = nearest(fact, evidence.facts)
        if not right:
            continue
        if all(fact.denied != known.denied for known in right):
            yield f"“{fact.written}” được khẳng định hoặc phủ định khác với trích dẫn"
        if all(is_elsewhere(fact, known, evidence.seats) for known in right):
            yield f"số liệu “{fact.written}” bị gán sang năm hoặc nơi khác với trích dẫn"
        kind = (fact.quantity.unit, fact.quantity.rank)
        for other in evidence.facts:
            if kind != (other.quantity.unit, other.quantity.rank) or same_value(fact, other):
                continue
            if all(fits_better(fact, other, known) for known in right):
                yield f"số liệu “{fact.written}” bị gán sai; tài liệu ghi “{other.written}”"
                break


def _states(known: DocumentNumber, said: DocumentNumber) -> bool:
    """Tell whether a known number states all that was said of it."""
    return (
        said.matches(known)
        and (not said.sign or bool(known.sign))
        and (not said.body or bool(known.body))
        and (not said.year or bool(known.year))
    )


_Dated = tuple[DateMention, str, str]


def _same_date(said: _Dated, known: _Dated) -> bool:
    """Tell whether a date is a known one, or the month or year of it."""
    (one, quarter, way), (other, its_quarter, its_way) = said, known
    pairs = (
        (one.year, other.year),
        (one.month, other.month),
        (one.day, other.day),
        (quarter or None, its_quarter or None),
    )
    if any(mine is not None and mine != its for mine, its in pairs):
        return False
    coarser = any(mine is None and its is not None for mine, its in pairs)
    return way == its_way or (coarser and not way)


def _quarter(text: str, mention: DateMention) -> str:
    words = fold(text[mention.start : mention.end]).split()
    return words[1].split("/")[0] if words[0] == "quy" else ""


def _way(text: str, mention: DateMention) -> str:
    match = _WAY_OF_DATE.search(lower(text[max(0, mention.start - 40) : mention.start]))
    return (match.lastgroup or "") if match else ""


def _unknown_names(sentence: str, evidence: Grounding) -> Iterator[str]:
    """Yield persons, bodies, places and other proper names that the evidence does not name."""
    for place in places(sentence):
        if not any(same_place(place.name, known) for known in evidence.places):
            yield f"địa danh “{place.name}” không có trong trích dẫn"
    for number in named_documents(sentence):  # looked up as a number, UBND in it is no name
        gap = " " * (number.end - number.start)
        sentence = sentence[: number.start] + gap + sentence[number.end :]
    named = [match.group() for match in _LEVEL.finditer(sentence)]
    named += [sentence[p.start : p.end] for p in persons(sentence)]
    named += [sentence[start:end] for start, end in bodies(sentence)]
    for span in sentences(sentence):
        for match in _CAPITALS.finditer(sentence, span.start, span.end):
            # The first word of a sentence bears a capital whatever it is.
            name = match.group() if match.start() > span.start else match.group().partition(" ")[2]
            named.append(name)
    frame = Grounding.of(evidence.titles)
    seats = {fold(syllable) for place in evidence.places for syllable in place.split()}
    for name in dict.fromkeys(filter(None, named)):
        if evidence.holds(name) or frame.holds(name) or set(fold(name).split()) <= seats:
            continue
        yield f"tên “{name}” không có trong trích dẫn"


def _turned(sentence: str, evidence: Grounding) -> Iterator[str]:
    """Yield the words that turn a sentence round and stand otherwise in the evidence.

    A denial, “trước khi” and “sau khi” need the same neighbours as in the evidence, “tăng”
    and its like one of them; and no denial of the evidence may be left out between its own
    neighbours.
    """
    low, source = lower(sentence), lower(evidence.text)
    for pattern, fewest in ((DENIAL, 2), (_ORDER, 2), (_TURN, 1)):
        for match in pattern.finditer(low):
            before, after = _neighbours(low, match)
            pairs = [f"{before} {match.group()}"] if before else []
            pairs += [f"{match.group()} {after}"] if after else []
            held = sum(evidence.holds(pair) for pair in pairs)
            if held < min(fewest, len(pairs)) or not evidence.holds(match.group()):
                yield f"từ “{match.group()}” đổi nghĩa câu và không có trong trích dẫn"
    spelt = _spelt(sentence)
    for match in DENIAL.finditer(source):
        pair = " ".join(_neighbours(source, match))
        if " " in pair.strip() and _spelt(pair) in spelt and not evidence.holds(pair):
            yield f"câu bỏ mất từ “{match.group()}” của trích dẫn"


def _neighbours(text: str, match: re.Match[str]) -> tuple[str, str]:
    """Return the syllables right before and after a word of its sentence, or ''."""
    before = re.search(r"([^\W_]+) $", text[: match.start()])
    after = re.match(r" ([^\W_]+)", text[match.end() :])
    return (before[1] if before else "", after[1] if after else "")


def _spelt(text: str) -> str:
    return f" {' '.join(place_tones(lower(token.text)) for token in syllables(text))} "


def _short(text: str, longest: int = 60) -> str:
    return text if len(text) <= longest else f"{text[:longest].rsplit(' ', 1)[0]} …"
