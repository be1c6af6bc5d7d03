"""Questions: what is asked for, of which place, year, document and person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.errors import UsageError
from assistant.retrieval.asides import aside_spans
from assistant.retrieval.comparisons import compares, sides_of
from assistant.retrieval.focus import PERCENT, focus_of
from assistant.retrieval.kinds import asked_in_turn, asking, kind_of
from assistant.retrieval.offers import offered
from assistant.retrieval.penalties import as_penalty
from assistant.retrieval.rephrasing import rephrase
from assistant.retrieval.subjects import subject_of
from assistant.schema import AnswerKind, Question, Role
from assistant.vietnamese.abbreviations import expand
from assistant.vietnamese.compounds import is_compound
from assistant.vietnamese.dates import dates
from assistant.vietnamese.document_numbers import named_documents
from assistant.vietnamese.english import in_vietnamese, is_english
from assistant.vietnamese.names import Person, address_before, persons
from assistant.vietnamese.normalise import (
    fold,
    has_marks,
    is_marked,
    lower,
    nfc,
    strip_marks,
)
from assistant.vietnamese.places import new_or_old, places
from assistant.vietnamese.quantities import quantities
from assistant.vietnamese.stopwords import is_stopword
from assistant.vietnamese.tokens import Token, syllables
from assistant.vietnamese.units import DURATION

__all__ = ["MAX_QUESTION_CHARS", "analyse"]

MAX_QUESTION_CHARS = 2_000
"""A question longer than this is a pasted document, not a question."""

# “Cứ 100 hộ thì mấy hộ có đồng hồ nước?” asks for a share, “1.000 dân có mấy bác sĩ” does not.
_OF_A_HUNDRED = re.compile(
    r"\b(?:10|100|muoi|mot tram|tram|chuc) (?P<noun>\w+)\b.*\b(?:bao nhieu|may) (?P=noun)\b"
)
_UNIT = re.compile(
    r"(?:bao nhieu|\bmay) "
    r"(ha|hec ta|km2|m2|km²|m²|km|cm|mm|pt|lan|nam|thang|ngay|gio|phut|tuoi|diem|kwh|tan)"
    r"(?!\w)|\b(dien tich|"
    r"(?<!le )(?<!tram )dan so(?= (?:\w+ ){0,8}(?:la |co |duoc )?bao nhieu))\b|"
    r"\b(gap) (?:may|bao nhieu)\b"
)
_UNITS = {"ha": "ha", "hec ta": "ha", "km": "km", "km2": "km2", "m2": "m2", "lan": "lần",
          "nam": "năm", "thang": "tháng", "ngay": "ngày", "gio": "giờ", "phut": "phút",
          "tuoi": "tuổi", "diem": "điểm", "kwh": "kWh", "tan": "tấn", "dien tich": "ha",
          "km²": "km2", "m²": "m2", "cm": "cm", "mm": "mm", "pt": "pt",
          "dan so": "người", "gap": "lần"}  # fmt: skip
_ASKS = re.compile(
    r"\b(?:gi|nao|ai|dau|sao|may|khong|chua|bao (?:nhieu|gio|lau)|hay|neu|ke|cho|liet ke|tom tat|"
    r"so sanh|giai thich)\b"
)
_NO_MEASURE = re.compile(
    r"^(?:chu de|ten|noi dung|thong diep|khau hieu|dia diem|noi|thanh phan|danh sach|nguoi|ong|ba|"
    r"van ban|nghi quyet|quyet dinh|ke hoach|chuong trinh|chien luoc|de an|hoi nghi|hoi thao|"
    r"dien dan|nhiem vu|giai phap|y nghia|khai niem|quan diem|ket luan|bai|bao cao)\b"
)
_BARE_YEAR = re.compile(r"(?<![\w/])(?:19|20)\d\d\W*$")
_HOW_LONG = re.compile(r"\bbao lau\b(?! nay)")
_DOLLARS = re.compile(r"\b(?:usd|do la)\b")
_SHORT_NAME = 6
"""Names of places up to this many characters (HP, TP HCM) are written out for the search."""

_FRAME = re.compile(
    r"(?:hãy |xin |vui lòng )?(?:giải thích|kể tên|liệt kê|cho (?:tôi|mình|em) (?:biết|hỏi)|"
    r"kể ra|kể hết|kể đủ|nêu rõ|nêu)(?: ngắn gọn| vắn tắt| rõ)?(?= )|"
    r"(?:kể tên|liệt kê|giải thích)(?: giúp tôi| ra)?(?=[.?]|$)|"
    r"bài (?:viết|báo)(?: này)? (?:nói|viết|nêu)|(?:hiểu )?một cách nôm na|nôm na|kèm tỷ lệ|"
    r"ngắn gọn|giúp tôi|phần trăm|phan tram|theo bài(?: viết| báo)?(?: này)?",
    re.IGNORECASE,
)
# “Theo bài …, X?” names where to look, not what to look for; the anchors in it still bind.
_SOURCE = re.compile(
    r",\s*theo [^,?]{3,60}(?=\?|$)|^\s*theo\s[^,?]{3,60}\sthì\s|"
    r"^\s*(?:theo|tại (?:hội thảo|hội nghị|diễn đàn|buổi|cuộc|bài)|trong bài)\s[^,?]{3,90}"
    r"(?:“[^”]*”|\"[^\"]*\")?,\s+(?=\S+\s\S+\s\S+)",
    re.I,
)
_EVENT = re.compile(r"\b(?:bai|bao|hoi thao|hoi nghi|dien dan|doi thoai|toa dam|ban tron|buoi)\b")
_RANK_FRAME = re.compile(
    _FRAME.pattern + r"|(?:(?:ở|đứng|xếp|giữ|o|dung|xep|giu)\s+)?"
    r"(?:vị trí|thứ hạng|hạng|thứ|vi tri|thu hang|hang|thu)(?!\w)",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"^\s*(?:(?:kính\s+)?(?:thưa|chào|dạ)\b[^,?.]{0,25},\s*)?"
    r"(?:(?:thưa|dạ|xin|cho|vui lòng|làm ơn|nhờ|chào)\b[^,?.]{0,25}?"
    r"(?:hỏi|biết|giúp)(?: là)?[,:]?\s+)?",
    re.IGNORECASE,
)

_POST_FRAME = re.compile(
    _FRAME.pattern + r"|(?:(?:giữ|đảm nhiệm|làm|giu|dam nhiem|lam)\s+)?"
    r"(?:chức vụ|chức danh|chức|chuc vu|chuc danh|chuc)(?!\w)",
    re.IGNORECASE,
)


def analyse(text: str, *, typed: str | None = None, history: Sequence[str] = ()) -> Question:
    """Understand a question.

    Args:
        text: The question in full.
        typed: The question as typed, where it left to the conversation what ``text`` says.
        history: Earlier questions of the conversation, oldest first.

    Raises:
        UsageError: The question is empty or longer than ``MAX_QUESTION_CHARS``.
    """
    text = " ".join(nfc(text).split())
    if not any(char.isalnum() for char in text):
        raise UsageError("Câu hỏi trống. Hãy gõ một câu hỏi.")
    if len(text) > MAX_QUESTION_CHARS:
        raise UsageError(
            f"Câu hỏi dài {len(text)} ký tự, quá {MAX_QUESTION_CHARS}. Hãy hỏi ngắn hơn."
        )
    typed = text if typed is None else " ".join(nfc(typed).split())
    if is_english(text):
        text = in_vietnamese(text)
    if text.isupper() and " " in text:
        # What is shouted has no capitals that tell a name or an abbreviation from a word.
        text = lower(text)
    query = rephrase(expand(_name_places(_GREETING.sub("", text) or text)))
    folded = asking(query)
    kind = kind_of(folded, text)
    sides = sides_of(query, AnswerKind.COMPARISON) if compares(folded) else ()
    if sides:
        kind = AnswerKind.COMPARISON
    else:
        sides = sides_of(query, kind)
    bare = not _ASKS.search(folded) and not _NO_MEASURE.match(folded)
    if kind is AnswerKind.TEXT and bare and _BARE_YEAR.search(query):
        # “Kinh tế số Hải Phòng 2030”: a thing and a year ask how much of it.
        kind = AnswerKind.FIGURE
    unit, role = _unit(folded, kind, query), _role(folded)
    focus = subject_of(query) if kind is AnswerKind.DEFINITION else focus_of(query, kind)
    # Only now, since “người nào” would ask for a person.
    query = as_penalty(query)
    numbers = tuple(dict.fromkeys(mention.text for mention in named_documents(query)))
    return Question(
        text=typed,
        query=query,
        kind=kind,
        marked=is_marked(text),
        also=tuple(other for other in asked_in_turn(folded) if other is not kind),
        unit=unit,
        role=role,
        focus=focus,
        places=tuple(dict.fromkeys(place.name for place in places(query))),
        years=_years(query, kind),
        numbers=numbers,
        names=_names(query, kind),
        terms=_terms(_SOURCE.sub("", _frame_of(kind).sub(" ", query)), kind, unit, role),
        sides=sides,
        history=tuple(history),
    )


def _names(query: str, kind: AnswerKind) -> tuple[str, ...]:
    """Return the persons that a question names, none of whom is one of two answers offered."""
    offers = offered(query) if kind is AnswerKind.TEXT else None
    open_ = [span.start for offer in offers or () for span in offer.spans]
    named = [p for p in _persons(query, kind) if not any(p.start <= at < p.end for at in open_)]
    return tuple(dict.fromkeys(person.name for person in named))


# “Bạch Long Vĩ thuộc thành phố nào?” asks after a place that is spelt as a person may be.
_LIES_IN = re.compile(r"\W*(?:(?:hien|nay|gio|bay gio|hien nay) )*(?:truc )?thuoc\b")


def _persons(query: str, kind: AnswerKind) -> list[Person]:
    found = persons(query)
    if kind is not AnswerKind.PLACE:
        return found
    return [person for person in found if not _LIES_IN.match(fold(query[person.end :]))]


_TARGET = re.compile(
    r"\bmuc tieu\b|\bchi tieu\b|\bphan dau\b|\bdat (?:ra )?muc\b|\bke hoach\b|\byeu cau\b|"
    r"\bphai (?:dat|xu ly|hoan thanh)\b|\bhuong toi\b|\bdu kien\b|\bnghi quyet\b"
)
_SETS = re.compile(r"\b(?:nghi quyet|ke hoach)\b")
"""Papers that set targets; what came of one is asked with its name too."""
_RESULT = re.compile(
    r"\bthuc te\b|\bket qua\b|\bda (?:dat|chiem|dong gop|len|co|cung cap)\b|\buoc dat\b|"
    r"\brot cuoc\b|\b(?:den|toi) nay\b|\bduoc (?:bao nhieu|may)\b|"
    r"\bsau_? \w+ nam (?:lam|thuc hien|trien khai)\b|\bdat duoc\b|"
    r"\bhien (?:nay|co|dang|chiem|dat)\b|\bcong bo\b|\bdo duoc\b|\bthong ke\b"
)
_CAME_OF_IT = re.compile(r"\bthuc te\b|\brot cuoc\b|\bsau_? \w+ nam (?:lam|thuc hien|trien khai)\b")


def _role(folded: str) -> Role | None:
    """Return which figure a question asks for: one that was set, or one that was reached."""
    result = _RESULT.search(folded)
    target = _TARGET.search(_SETS.sub("", folded) if _CAME_OF_IT.search(folded) else folded)
    if bool(target) == bool(result):
        return None
    return Role.TARGET if target else Role.RESULT


def _name_places(query: str) -> str:
    """Return the question with short names of places written out (“ĐN” as “Đà Nẵng”)."""
    for place in reversed(places(query)):
        written = query[place.start : place.end]
        if fold(written) not in fold(place.name) and len(written) <= _SHORT_NAME:
            name = place.name if has_marks(query) else strip_marks(place.name)
            query = query[: place.start] + name + query[place.end :]
    return query


def _unit(folded: str, kind: AnswerKind, query: str) -> str:
    if kind is AnswerKind.MONEY:
        return "USD" if _DOLLARS.search(folded) else "đồng"
    if kind is AnswerKind.YES_NO:
        asked = [q for q in quantities(query) if not q.written]
        return asked[0].unit if asked else ""
    if kind is not AnswerKind.FIGURE:
        return ""
    match = _UNIT.search(folded)
    if _HOW_LONG.search(folded):
        return DURATION
    if match and not re.search(r"bao nhieu (?:phan tram|%)|\bmay (?:phan tram|%)", folded):
        return _UNITS[next(group for group in match.groups() if group)]
    return "%" if PERCENT.search(folded) or _OF_A_HUNDRED.search(folded) else ""


def _years(query: str, kind: AnswerKind) -> tuple[int, ...]:
    """Return the years that bind the answer; in a claim about a date they are the claim."""
    if kind is AnswerKind.YES_NO and not any(not q.written for q in quantities(query)):
        return ()
    source = _SOURCE.search(query)
    if source and _EVENT.search(fold(source.group())):
        # “Theo bài viết về Diễn đàn 2024” says where to look; the answer may be of any year.
        query = _SOURCE.sub("", query)
    if kind in _NAMED_NOT_MEASURED:
        query = _PROGRAMME.sub(lambda named: named["name"], query)
    return tuple(dict.fromkeys(d.year for d in dates(query) if d.year is not None))


# “Chiến lược giáo dục đến 2030 bám vào nghị quyết nào?”: the year is part of what it is called.
_PROGRAMME = re.compile(
    r"(?P<name>\b(?:chiến lược|chương trình|kế hoạch|đề án|quy hoạch)(?: (?!số \d)[^\W\d_]+){1,8})"
    r" (?:đến|tới|giai đoạn)(?: hết)?(?: năm)? (?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?",
    re.IGNORECASE,
)
_NAMED_NOT_MEASURED = (AnswerKind.DOCUMENT, AnswerKind.AGENCY, AnswerKind.PERSON)


def _frame_of(kind: AnswerKind) -> re.Pattern[str]:
    """Return the words that ask, and that no sentence has to hold."""
    frames = {AnswerKind.RANK: _RANK_FRAME, AnswerKind.PERSON: _POST_FRAME}
    return frames.get(kind, _FRAME)


def _words(query: str, tokens: Sequence[Token], *, marked: bool) -> set[int]:
    """Return the places of syllables that make a word of the lexicon with a neighbour.

    “Chỉ” and “điều” are particles, but not in “chỉ đạo” and “điều chỉnh”.
    """
    found: set[int] = set()
    for place, (one, other) in enumerate(pairwise(tokens)):
        beside = not query[one.end : other.start].strip()
        if beside and is_compound(f"{one.text} {other.text}", marked=marked):
            found |= {place, place + 1}
    return found


_ROLE_WORDS = re.compile(
    r"(?<!bao nhieu )(?<!\bmay )\b(?:dat (?:ra )?)?(?:muc|chi) tieu\b(?! (?:quoc gia|kep))|"
    r"\bphan dau\b|\bdat ra\b"
)
_BOUND = re.compile(r"\b(?:toi thieu|toi da|it nhat|nhieu nhat(?! ca nuoc))\b")
_SHARE = re.compile(r"\b(?:ty|ti) (?:le|trong)\b")
_BESIDES = re.compile(
    r"^\W*ngo(?:ài|ai) (?!ra\b|giờ\b|nước\b|gio\b|nuoc\b)[^,?]{3,60}?(?:,| thì| thi)"
    r"(?=.*\b(?:còn|thêm|nữa|khác|con|them|nua|khac)\b)",
    re.IGNORECASE,
)
_DIGITAL = ("số", "so")
_COUNTING = frozenset("con tong chi mot bao nhieu dan".split())
"""What stands before “số” where it is a number: “con số”, “tổng số”, “chỉ số”, “dân số”."""


def _terms(query: str, kind: AnswerKind, unit: str, role: Role | None) -> tuple[str, ...]:
    """Return the content syllables, folded, in order, then the bigrams of neighbours.

    No question words, no particles, no anchors: places, years, persons and document numbers
    are held apart, since they bind and do not just count.
    """
    taken = [(p.start, new_or_old(query, p.end)) for p in places(query)]
    taken += [(d.start, d.end) for d in dates(query)]
    taken += [(n.start, n.end) for n in named_documents(query)]
    # “Tối thiểu bao nhiêu?” says how the value binds, as a sign may say it too.
    taken += [match.span() for match in _BOUND.finditer(fold(query))]
    taken += aside_spans(query, kind)
    besides = _BESIDES.match(query)
    # “Ngoài tiền đền bù, còn được hỗ trợ gì?” asks for what is told elsewhere.
    taken += [besides.span()] if besides else []
    if role is Role.TARGET and kind.measured:
        # Whatever sets a target is one; few say so beside it.
        taken += [match.span() for match in _ROLE_WORDS.finditer(fold(query))]
    if unit == "%":
        # The value itself is the share.
        taken += [match.span() for match in _SHARE.finditer(fold(query))]
    taken += [(address_before(query, p.start), p.end) for p in _persons(query, kind)]
    if kind is AnswerKind.YES_NO:
        taken += [(q.start, q.end) for q in quantities(query) if not q.written]
    if kind is AnswerKind.TEXT:
        taken += [(span.start, span.end) for offer in offered(query) or () for span in offer.spans]
    marked = has_marks(query)
    kept: list[str] = []
    pairs: list[str] = []
    previous: tuple[int, str] | None = None
    tokens = syllables(query)
    words = _words(query, tokens, marked=marked)
    for place, token in enumerate(tokens):
        form = fold(token.text)
        # “Số” counts, but for the second half of “kinh tế số”, “chữ ký số”.
        joined = previous is not None and not query[previous[0] : token.start].strip()
        digital = (
            lower(token.text) in _DIGITAL
            and joined
            and previous is not None
            and previous[1] not in _COUNTING
        )
        if (
            (token.text.lower() in ("phần", "trăm") and place not in words)
            or (is_stopword(token.text, marked=marked) and not digital and place not in words)
            or any(a <= token.start < b for a, b in taken)
        ):
            previous = None
            continue
        if previous and query[previous[0] : token.start].strip(" -–\"'“”") == "":
            pairs.append(f"{previous[1]}_{form}")
        kept += [] if digital or is_stopword(token.text, marked=marked) else [form]
        previous = (token.end, form)
    if not kept and role:
        # “Mục tiêu của Huế năm 2025?” asks for the targets themselves.
        return _terms(query, kind, unit, None)
    return tuple(dict.fromkeys(kept + pairs))
