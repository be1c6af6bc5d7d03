"""Dates as answers: the day, year or period that belongs to what was asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.answering.anchors import carried_out
from assistant.answering.candidates.paper_dates import (
    is_in_a_name,
    is_of_another_paper,
    paper_asked,
    paper_of,
)
from assistant.answering.evidence import Evidence, documents_named
from assistant.answering.local import Candidate, segment, whole
from assistant.schema import Question, Span
from assistant.vietnamese.dates import DateMention, dates
from assistant.vietnamese.document_numbers import any_match, named_documents
from assistant.vietnamese.normalise import fold

__all__ = ["date_candidates"]

_ISSUED = re.compile(
    r"\b(?:ban hanh|ky|phe duyet|thong qua)(?: \w+){0,3} (?:ngay )?$|"
    r"^\W*(?:ngay )?[\d/. ]+,? .*\b(?:ban hanh|ky|thong qua)\b"
)
_ISSUE = re.compile(r"\b(?:ban hanh|ky|phe duyet|thong qua|ra doi)\b")
_DAY_OF = 3
"""Up to so many content syllables beside its number, “ngày nào” asks when a document was issued."""

_TERM = re.compile(
    r"(?:den(?: het)?|dinh huong(?: den)?|tam nhin(?: den)?|giai doan)\s*(?:nam\s*)?$"
)

_LIMIT = re.compile(
    r"\b(?:den|truoc|trong|cham nhat|muon nhat)\s+(?:la\s+)?(?:het\s+)?(?:ngay\s+)?$"
)

_EFFECT = re.compile(r"\b(?:hieu luc|thi hanh|ap dung tu)\b")
_DATED = re.compile(r"\s*,?\s*ngay\s*")
_OPENING = re.compile(r"\W*(?:truoc do,? |sau do,? )?(?:vao )?(?:sang |chieu |toi )?(?:ngay )?$")
_OPENS = 0.08
_SINCE_ASKED = re.compile(r"\btu (?:ngay|hom|khi|bao gio|nam|thang|luc|bua)\b")
# “Có hiệu lực đến bao giờ?”, “bao giờ hết hạn?” are not answered by the day that it begins.
_ENDS_ASKED = re.compile(
    r"\b(?:hieu luc|keo dai|ap dung|thuc hien|dung|gia tri|han)(?: \w+)? (?:den|toi) "
    r"(?:het )?(?:bao gio|khi nao|ngay|nam|thang|luc)\b|\bhet (?:hieu luc|han|thoi han)\b"
)
_SINCE = re.compile(r"\btu (?:ngay )?$")
_BEGINS = 0.08
"""How much a date from which something holds counts more, where such a one is asked for."""
_PAPER_OF_THE_KIND = 0.1
"""How much the date beside a number of the kind of paper asked for counts more."""
_CLOSES = re.compile(r"\s*(?:[,;]|(?:va|con)\b)")
_OWN_WORDS = 4
"""From so many words before it on, a date in the middle of a sentence closes its clause."""
# “Từ hôm nào tới hôm nào?”, “trong những ngày nào?” ask for both ends.
_FROM_TO_ASKED = re.compile(
    r"\btu (?:ngay|hom|khi|luc|thang|nam|bao gio|bua)(?: nao| may)? (?:den|toi) "
    r"(?:ngay|hom|khi|luc|thang|nam|bao gio|bua)\b|"
    r"\b(?:nhung|cac) (?:ngay|thang|nam) nao\b|\bkhoang thoi gian nao\b"
)
_TO = re.compile(r"\s*(?:,?\s*(?:đến|tới)|-|–)\s+(?:hết\s+)?(?:ngày\s+)?")
_FROM = re.compile(r"(?<!\w)từ(?:\s+ngày)?\s+$", re.IGNORECASE)
_BOTH_ENDS = 0.3
"""How much both ends of a period count more, where both are asked for."""
_BORN = re.compile(r"\bsinh (?:nam|ngay|vao|thang|\d)")


def date_candidates(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    """Yield the dates of a sentence, and the year that its lead-in sets for it."""
    asked = fold(question.query)
    day_wanted = bool(re.search(r"\bngay\b|\bhom\b|\bbuoi\b", asked))
    year_wanted = bool(re.search(r"\bnam (?:nao|may|bao nhieu)", asked))
    until = bool(re.search(r"\b(?:den|toi|keo dai|han|cham nhat|truoc|tam nhin)\b", asked))
    ends = _ENDS_ASKED.search(asked) is not None
    since = _SINCE_ASKED.search(asked) is not None
    few = sum("_" not in term for term in question.terms) <= _DAY_OF
    issue = bool(_ISSUE.search(asked)) or (few and "ngay" in asked.split())
    wanted = documents_named(question.numbers)
    # “Ký kế hoạch triển khai Nghị quyết 18” is the signing of the plan.
    carrying = bool(wanted) and carried_out(question.query, wanted)
    issue = issue and bool(question.numbers) and not until and not carrying
    kind = paper_asked(question.query).kind
    text = evidence.text
    folded = fold(text)
    if re.search("hieu luc", asked) and "hieu luc" not in folded:
        return
    born = bool(question.names) and re.search(r"\bsinh (?:nam|ngay)\b", asked)
    if born and not _BORN.search(folded):
        return
    from_signing = _FROM_SIGNING.search(text) if "hieu luc" in asked and not ends else None
    if from_signing:
        yield whole(evidence, *from_signing.span("since"), 0.1)
    known = {(d.year, d.month, d.day) for d in dates(question.query)}
    found, named = dates(text), named_documents(text)
    if _FROM_TO_ASKED.search(asked):
        yield from (whole(evidence, *period, _BOTH_ENDS) for period in _periods(text, found))
    # “Thay thế Quyết định số 44/2022/QĐ-UBND ngày 20/12/2022” dates that paper and no event.
    papers = [n.end for n in named] if _EFFECT.search(asked) else []
    spans = [(d.start, d.end) for d in found]
    if not day_wanted and not issue:
        yield from _dates_above(question, evidence)
    for mention in found:
        if (mention.year, mention.month, mention.day) in known or not _grained(
            mention, day_wanted, year_wanted
        ):
            continue
        if any(_DATED.fullmatch(folded[end : mention.start]) for end in papers):
            continue
        paper = paper_of(mention, named)
        if paper and is_of_another_paper(question, folded, mention, paper):
            continue
        if is_in_a_name(folded, mention, named):
            continue
        lead = folded[: mention.start]
        limit = bool(_TERM.search(lead) or _LIMIT.search(lead))
        if issue and (limit or not _beside_document(question, evidence, mention)):
            continue
        bonus = 0.05 * bool(mention.day and not year_wanted) + 0.1 * (until and limit)
        bonus -= 0.1 * (until and not limit)
        bonus += 0.3 * any(word in asked and word in lead[-24:] for word in _HORIZONS)
        # “Ngày 31/7/2020, Quyết định … phê duyệt …”: what opens a sentence dates its event.
        opens = mention.day is not None and _OPENING.fullmatch(lead)
        bonus += _OPENS * bool(opens)
        bonus += _PAPER_OF_THE_KIND * bool(kind and paper)
        bonus += _BEGINS * bool(since and _SINCE.search(lead))
        if ends and _SINCE.search(lead):
            continue
        start, end = _period(text, mention)
        offset = evidence.span.start
        near = _clause(text, mention, spans) if len(found) > 1 else text
        yield Candidate(evidence, Span(offset + start, offset + end), near, bonus)


def _periods(text: str, found: Sequence[DateMention]) -> Iterator[tuple[int, int]]:
    """Yield where a text tells both ends of a period: “từ ngày 15/7 đến ngày 25/10/2025”."""
    for one, other in pairwise(found):
        if _TO.fullmatch(text, one.end, other.start):
            since = _FROM.search(text[: one.start])
            yield since.start() if since else one.start, other.end


def _clause(text: str, mention: DateMention, spans: list[tuple[int, int]]) -> str:
    """Return the words that a date belongs to, in a sentence of several.

    “Hoàn thành A trong năm 2021 và hình thành B vào năm 2025” says nothing of B in 2021.
    """
    near = segment(text, mention.start, mention.end, spans)
    behind = text[mention.end :]
    lead = near[: near.find(text[mention.start : mention.end])]
    if _CLOSES.match(fold(behind)) and len(lead.split()) >= _OWN_WORDS:
        before = [span for span in spans if span[1] <= mention.end]
        return segment(text[: mention.end], mention.start, mention.end, before)
    return near


def _dates_above(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    """Yield the year that the lead-in or heading of an item sets for it."""
    governor = evidence.governor() if evidence.in_list else None
    if governor is None or evidence.own_years():
        return
    lead = governor.of(evidence.document.text)
    folded, named = fold(lead), named_documents(lead)
    for mention in dates(lead):
        paper = paper_of(mention, named)
        if is_in_a_name(folded, mention, named) or (
            paper and is_of_another_paper(question, folded, mention, paper)
        ):
            continue
        if mention.year is not None and mention.year not in question.years:
            span = Span(governor.start + mention.start, governor.start + mention.end)
            yield Candidate(evidence, span, evidence.text, 0.0, governor)


_FROM_SIGNING = re.compile(
    r"hiệu lực[^.;]{0,40}?(?P<since>(?:kể )?từ ngày (?:ký|ban hành|công bố|được thông qua))"
)
_HORIZONS = ("tam nhin", "dinh huong")
_PERIOD = re.compile(r"(?:giai đoạn\s+)?(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d", re.IGNORECASE)


_PART_OF_IT = re.compile(r"(?<!\w)(?:đầu|giữa|cuối)\s+$", re.IGNORECASE)


def _period(text: str, mention: DateMention) -> tuple[int, int]:
    """Return a mention's range, or that of the whole period (2021-2025) it is an end of."""
    for match in _PERIOD.finditer(text):
        if match.start() <= mention.start and mention.end <= match.end():
            return match.span()
    part = _PART_OF_IT.search(text[: mention.start]) if mention.day is None else None
    return part.start() if part else mention.start, mention.end


def _grained(mention: DateMention, day_wanted: bool, year_wanted: bool) -> bool:
    if day_wanted:
        return mention.day is not None
    return not year_wanted or mention.year is not None


def _beside_document(question: Question, evidence: Evidence, mention: DateMention) -> bool:
    """Tell whether a date belongs to the document asked about, by what stands between them."""
    asked = named_documents(question.query)
    named = named_documents(evidence.text)
    if not named:
        before = fold(evidence.text[: mention.start])
        issued = (
            _ISSUED.search(before) if mention.start > 12 else _ISSUED.search(fold(evidence.text))
        )
        return bool(issued) and evidence.is_of(asked)
    nearest = min(named, key=lambda n: min(abs(mention.start - n.end), abs(n.start - mention.end)))
    named = [nearest] if any_match([nearest], asked) else []
    return any(min(abs(mention.start - n.end), abs(n.start - mention.end)) < 110 for n in named)
