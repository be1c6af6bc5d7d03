"""What a value measures: the words around it, and their normal form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.figures.owners import places_in
from assistant.figures.phrases import MEASURE, behind, in_front, trimmed
from assistant.figures.sources import reports
from assistant.schema import Span
from assistant.vietnamese.abbreviations import expand
from assistant.vietnamese.normalise import fold, lower
from assistant.vietnamese.quantities import Quantity

__all__ = ["indicator_spans", "key_of"]

_ASIDE = re.compile(
    r"\((?!theo\b|trừ\b|chưa\b|không\b|gồm\b|bao gồm\b|nguồn\b|tính\b|đăng\b|trước\b|sau\b)"
    r"[^()\d]{0,60}\)"
)
_BARE = frozenset(
    "muc yeu cau chi tieu toan quoc ty le ti nghi quyet cua la trong khi cao hon thap tinh con "
    "so ca nuoc dat va nhat dan dau dung thuoc nhom xep hang thu the gioi khu vuc ke hoach voi "
    "o ghi bang ve duoc chua sau van hoan bao dam thuc hien bai viet nam den khoang lan luot nay uoc cac thi cung deu vao lai moi khac".split()
)
"""Words that point at an indicator told before: “mức yêu cầu là 85%”, “đứng thứ 2 cả nước”."""
_CHANGES = frozenset(("tăng", "giảm", "tăng thêm", "giảm còn", "tăng trưởng", "lệch", "cao hơn",
                      "thấp hơn", "vượt", "tăng khoảng", "giảm khoảng", "gấp"))  # fmt: skip
"""All that stands before a value that says how another one moved: “đạt 25%, tăng 3%”."""
_OF_WHOLE = frozenset(("gdp", "grdp"))
"""What a share is of, behind a value whose indicator was told before: “ghi 18,3% GDP”."""
_SHORT_HEAD = 3
"""Words before a count that leave it to those behind to say what is counted."""
_FURTHEST = 20
"""Values in one sentence; a longer run of bare values is left without an indicator."""

_FILLERS = re.compile(
    r"(?<!\w)(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|số lượng|tổng số|quy mô|chỉ tiêu|mục tiêu|kết quả|"
    r"thành phố|tỉnh|trên địa bàn|toàn tỉnh|toàn thành phố|của|và|các|những|trong|tại|ở|có|được|"
    r"đạt|chiếm|đóng góp|khoảng|là|cho|với|đã|sẽ|phấn đấu|hoàn thành|dân số|người dân|mức|hiện|"
    r"từ 15 tuổi trở lên|ước|thứ hạng|xếp hạng|trở lên|cơ cấu|năm|thêm|mới)(?!\w)"
)
_ALIKE = (
    (re.compile(r"\btổng sản phẩm (?:trên địa bàn|của địa phương|địa phương)\b"), "grdp"),
    (re.compile(r"\btổng sản phẩm quốc nội\b"), "gdp"),
    (re.compile(r"\bchữ ký số hoặc (?:chữ ký )?(?:điện tử )?cá nhân\b"), "chữ ký số"),
    (re.compile(r"\bchữ ký hoặc chữ ký điện tử cá nhân\b"), "chữ ký số"),
    (re.compile(r"\bxếp (?:hạng|thứ)\b|\bthứ hạng\b"), "hạng"),
)  # fmt: skip


def indicator_spans(text: str, quantity: Quantity, values: Sequence[Quantity]) -> list[Span]:
    """Return the words of a sentence that say what a value measures, in order.

    They stand before the value (“kinh tế số chiếm 25%”), behind it (“100% hồ sơ …”) or on both
    sides (“kinh tế số chiếm 25% GRDP”), up to the next edge or value. A value that says nothing
    of itself (“…, đạt 81,5%”; “…; Báo A ghi 80%”) measures what the value before it does, or
    what the sentence is about (“Về thứ hạng, …”); one that says how that moved (“…, tăng 3%”)
    its change.

    Args:
        text: The sentence.
        quantity: The value.
        values: All values of the sentence, in order.
    """
    place = next(n for n, value in enumerate(values) if value is quantity)
    measured, change = _measured(text, _plain(text), place, values)
    return [*_respective(text, place, measured, values), *change]


def _respective(text: str, place: int, spans: list[Span], values: Sequence[Quantity]) -> list[Span]:
    """Return the part of a coordination that is of a value: “A và B lần lượt đạt 1% và 2%”."""
    match = _RESPECTIVELY.search(text)
    if match is None or not spans or spans[0].end > match.start():
        return spans
    listed = [n for n, v in enumerate(values) if v.start >= match.end() and not v.rank]
    cuts = [cut.span() for cut in _COORDINATES.finditer(text, spans[0].start, spans[0].end)]
    if place not in listed or len(listed) != len(cuts) + 1:
        return spans
    starts = [spans[0].start, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), spans[0].end]
    number = listed.index(place)
    return [Span(starts[number], ends[number]), *spans[1:]]


_RESPECTIVELY = re.compile(r"(?<!\w)lần lượt(?!\w)", re.IGNORECASE)
_COORDINATES = re.compile(r"\s*(?:,|\bvà)\s+")


def _measured(
    text: str, plain: str, place: int, values: Sequence[Quantity]
) -> tuple[list[Span], list[Span]]:
    """Return what a value measures, and the words that make it a change of that."""
    quantity = values[place]
    earlier = values[:place]
    bound = [v for v in earlier if not _is_inside(plain, v, quantity)]
    left = max((v.end for v in bound), default=0)
    right = min([len(text), *(v.start for v in values if v.start >= quantity.end)])
    between = text[max((v.end for v in earlier), default=0) : quantity.start]
    before = in_front(plain, left, quantity.start, shared=left > 0)
    joined = left > 0 and _JOINS.search(between) is not None
    counted = not quantity.unit and not quantity.rank
    told_apart = counted or quantity.rank
    own = before.of(text)
    change = [before] if own.lower() in _CHANGES else []
    if joined and not own and quantity.unit != earlier[-1].unit and place:
        # “tăng 3,46 điểm và 15 bậc”: the second moved as the first did.
        change = _measured(text, plain, place - 1, values)[1]
    of_another = left > 0 and counted and "," not in between
    inside = counted and _LEADS_IN.search(text[: quantity.start]) is not None
    if change or joined or of_another or inside or _is_bare(own) or (counted and _DOES.search(own)):
        before = Span(quantity.start, quantity.start)
    if quantity.rank and _AMONG.search(text[: quantity.start]):
        # “3 năm liền trong tốp 10 PCI”: the ranking stands behind.
        ranking = behind(plain, quantity.end, right, alone=True)
        before = before if _is_bare(ranking.of(text)) else Span(quantity.start, quantity.start)
    words = len(before.of(text).split())
    alone = words == 0 or (counted and words <= _SHORT_HEAD)
    after = behind(plain, quantity.end, right, alone=alone, counted=told_apart)
    if quantity.rank and (on := _ON.search(after.of(text))):
        after = Span(after.start + on.end(), after.end)
    if (
        quantity.of is not None
        and right < len(text)
        and _PART_OF.fullmatch(text[quantity.end : right])
    ):
        # “1/3 trong gần 5.500 doanh nghiệp còn mơ hồ”: the share is of what is counted next.
        following = values[place + 1]
        further = values[place + 2].start if place + 2 < len(values) else len(text)
        return [behind(plain, following.end, further, alone=True, counted=True)], []
    whole = fold(after.of(text)) in _OF_WHOLE
    spans = [span for span in (before, after) if span.start < span.end]
    if (frame := _FRAME.search(text, 0, values[0].start)) and any(
        text[: span.start].endswith("về ") for span in spans
    ):
        # “trong DTI năm 2023, tỉnh xếp thứ 9 về kinh tế số”.
        spans.insert(0, Span(*frame.span("index")))
    compares = _COMPARES.search(between)
    compared = compares is not None
    if compares and "(" not in between:
        before = in_front(
            plain, quantity.start - len(between) + compares.start(), quantity.start, shared=False
        )
    pointing = [s for s in spans if not (counted and s is after) and _is_bare(s.of(text))]
    bare = bool(change) or (whole and not words) or compared or len(pointing) == len(spans)
    if counted and not words and _classifies(after.of(text)) and reports(between):
        # “…: Báo A ghi 400 nghìn lượt, Báo B ghi 450 nghìn lượt”.
        told = _topic(text, min(v.start for v in values))
        return ([told, after] if told else spans), []
    if bare and len(earlier) < _FURTHEST:
        rest = [after] if whole else []
        about = _topic(text, values[0].start)
        if about is None and not earlier and (frame := _FRAME.search(text, 0, values[0].start)):
            about = Span(*frame.span("index"))
        if earlier:
            told = _measured(text, plain, place - 1, values)[0]
            if told and not all(_is_bare(span.of(text)) for span in told):
                if places_in(between):
                    told = [*told[:-1], _without_owner(text, told[-1])]
                if compared and not _is_bare(before.of(text)):
                    # “… đạt 95%, trong khi trung bình các tỉnh là 55%”.
                    rest = [before]
                known = " ".join(span.of(text) for span in told).split()
                return [*told, *(span for span in rest if span.of(text) not in known)], change
        if about:
            return [about, *rest], change
        return [span for span in spans if span not in pointing], []
    if earlier and joined and quantity.unit and not change and _ends_behind(plain, place, values):
        # “phủ tới 90% hộ gia đình và 100% xã” says the subject before the first value alone.
        floor = earlier[-2].end if len(earlier) > 1 else 0
        head = in_front(plain, floor, earlier[-1].start, shared=floor > 0)
        spans = [span for span in (head, after) if span.start < span.end]
    elif quantity.unit and not words and (shared := _shared_verb(plain, place, after, values)):
        spans.append(shared)
    return spans, []


def _ends_behind(text: str, place: int, values: Sequence[Quantity]) -> bool:
    """Tell whether what the value before measures ends behind it: “phủ 90% hộ và …”."""
    return (
        behind(text, values[place - 1].end, values[place].start, alone=True).start
        < behind(text, values[place - 1].end, values[place].start, alone=True).end
    )


def _shared_verb(text: str, place: int, after: Span, values: Sequence[Quantity]) -> Span | None:
    """Return what the last of several subjects says of all of them.

    “90% hồ sơ cấp tỉnh, 80% hồ sơ cấp huyện và 60% hồ sơ cấp xã được xử lý trên mạng”.
    """
    if after.start >= after.end or _PASSIVE.search(after.of(text)):
        return None
    end = after.end
    for number, value in enumerate(values[place + 1 :], place + 1):
        if value.unit != values[place].unit or not _JOINS.fullmatch(
            text[end : value.start].strip()
        ):
            return None
        right = values[number + 1].start if number + 1 < len(values) else len(text)
        after = behind(text, value.end, right, alone=True)
        if verb := _PASSIVE.search(after.of(text)):
            return Span(after.start + verb.start(), after.end)
        end = after.end
    return None


def _without_owner(text: str, span: Span) -> Span:
    """Return a span without whose value it is: “chỉ số hài lòng năm 2023 của cả nước”."""
    owner = _OWNER.search(span.of(text))
    return Span(span.start, span.start + owner.start()) if owner else span


_OWNER = re.compile(r"(?<=\w)(?:\s+năm\s+\d{4})?\s+của\s+(?:cả nước|toàn quốc|[A-ZĐ].*)$")


def _classifies(words: str) -> bool:
    return 0 < len(words.split()) <= _CLASSIFIER


_CLASSIFIER = 2
"""Words that a count is counted in: “lượt”, “lượt người”."""


def _plain(text: str) -> str:
    """Return a text of the same length without the marks that are no edges.

    These are asides without a figure, such as an abbreviation, and the commas of set phrases:
    “tỉnh, thành phố”, “cơ quan, đơn vị, địa phương”.
    """
    hidden = _ASIDE.sub(lambda match: "_" * len(match.group()), text)
    return _SET_PHRASE.sub(lambda match: f"{match.group()[:-1]}_", hidden)


_BODIES = (
    r"(?:tỉnh|thành phố|xã|phường|thị trấn|thị xã|huyện|quận|đặc khu|sở|ban|bộ|ngành|đoàn thể"
    r"|cơ quan|đơn vị|địa phương|tổ chức|doanh nghiệp|người dân|cá nhân|cán bộ|công chức"
    r"|viên chức|nhiệm vụ|chỉ tiêu|mục tiêu|khám|chữa bệnh|lĩnh vực|phản ánh|kiến nghị)"
)
_SET_PHRASE = re.compile(rf"(?i:\b{_BODIES},(?=\s{_BODIES}(?!\w)))")


def _is_bare(words: str) -> bool:
    """Tell whether words name nothing that could be measured, but for a place or a day."""
    kept = fold(words).split()
    if all(word.strip(".,:;") in _BARE or word[0].isdigit() for word in kept):
        return True
    if len(kept) > _LONGEST_BARE:
        return False
    for named in reversed(places_in(words)):
        words = f"{words[: named.start]} {words[named.end :]}"
    left = (word.strip(".,:;") for word in fold(words).split())
    return all(word in _BARE or word in _UNITS_OF_PLACE or word[:1].isdigit() for word in left)


_LONGEST_BARE = 12
_UNITS_OF_PLACE = frozenset(("thanh", "pho", "tinh", "dia", "phuong", "viet", "nam"))


def _is_inside(text: str, count: Quantity, quantity: Quantity) -> bool:
    """Tell whether a count belongs to the name of what a later value measures.

    “Trung bình của 17 bộ, cơ quan ngang bộ là 84,38%” measures one thing.
    """
    if count.unit not in ("", "người") or count.rank or count.of is not None or not quantity.unit:
        return False
    between = text[count.end : quantity.start]
    return (
        _LEADS_IN.search(text[: count.start]) is not None
        and _VERB.search(between) is not None
        and re.search(r"[;:.()](?=\s|$)|,\s+(?:trong đó|đạt|chiếm)", between) is None
    )


_LEADS_IN = re.compile(r"(?<!\w)(?:của|tại|cả|ở)\s+$")
_VERB = re.compile(r"(?<!\w)(?:là|đạt|chiếm|còn|bằng)(?!\w)")


def _topic(text: str, first: int) -> Span | None:
    """Return what a sentence says that it is about, before its first value.

    “Về PAR Index năm 2023, Báo A ghi …”, “Các nguồn nêu khác nhau về thứ hạng: …”, “Kim ngạch
    xuất khẩu cũng lệch giữa các báo: …”.
    """
    if match := _ABOUT.match(text[:first]):
        return trimmed(text, match.start("topic"), match.end("topic"))
    colon = text.rfind(":", 0, first)
    if colon < 0:
        return None
    lead = text[:colon]
    if match := _DIFFERS_ON.search(lead) or _DIFFERS.match(lead) or _NAMED.search(lead):
        return trimmed(text, match.start("topic"), match.end("topic"))
    return None


_ABOUT = re.compile(r"\W*(?:\d+\.\s+)?Về\s+(?P<topic>(?!năm\s|\d)[^,;:]{4,120}),")
_DIFFERS_ON = re.compile(r"khác nhau(?: ít nhiều)? về\s+(?P<topic>[^,;:]{4,120})$")
_DIFFERS = re.compile(
    r"\W*(?:\d+\.\s+)?(?:(?:[Hh]ai|[Cc]ác|[Mm]ột số) (?:nguồn|báo)(?: (?:đo|nêu|ghi|tính))?\s+)?"
    r"(?P<topic>[^,;:]{4,120}?)\s+(?:(?:được|cũng|còn|vẫn|có|bị)\s+)*"
    r"(?:(?:nêu|ghi|tính|công bố)\s+)?(?:khác|lệch|chênh|không (?:thống nhất|giống))(?!\w)"
)
_NAMED = re.compile(rf"(?:^|\s)(?P<topic>{MEASURE}[^,;:]{{0,100}})$", re.IGNORECASE)
_ON = re.compile(r"(?:^|\s)về\s+")
_FRAME = re.compile(
    r"(?<!\w)(?:[Tt]rong|[Tt]ại|[Ởở])\s+(?:bảng\s|bộ\s|xếp hạng\s)*"
    r"(?P<index>[Cc]hỉ số[^,;:]{0,60}?|[A-Z]{3,}\w*(?: [A-Z][a-z]+)*"
    r"|(?<=bảng )[A-Z][\w-]*(?: [A-Z][\w-]*)*)(?=\s+(?:năm\s|(?:19|20)\d\d)|,)"
)
"""The index that facets belong to."""
_PART_OF = re.compile(r"\s*(?:trong|của)(?:\s(?:tổng\s)?số)?\s*")
_PASSIVE = re.compile(r"(?<!\w)(?:được|phải|đã|bị)\s")
_AMONG = re.compile(r"(?<!\w)(?:trong|vào|thuộc|ở|lọt)\s+$")
_JOINS = re.compile(r"(?:,|\bvà)\s*(?:tối thiểu\s|ít nhất\s)?$")
_COMPARES = re.compile(
    r"(?:,\s|^\W*)(?:trong khi|cao hơn|thấp hơn|vượt|khác)\s[^)]*$|so với(?: mức| con số)?\s*$"
)
_DOES = re.compile(
    r"(?<!\w)(?:đề ra|thực hiện|cung cấp|giao|ghi|nói|quy hoạch|khởi tạo|hình thành|xây dựng|hiện"
    r"|triển khai|dành|hoàn thành|tích hợp|xác định|kết nối trực tuyến(?: tới)?|đón|khai thác thử nghiệm|ưu tiên|chọn)\s*$",
    re.IGNORECASE,
)
"""Verbs before a count, whose object behind it is what is counted."""


@lru_cache(maxsize=4096)
def key_of(indicator: str, base: str = "") -> str:
    """Return an indicator in normal form: folded content syllables, each once, in order.

    Places, years, verbs and words of measure (“tỷ lệ”, “đạt”) are left out, since documents
    put them as they like.

    Args:
        indicator: The indicator in a document's words.
        base: What a share is taken of, where it stands beside the unit.
    """
    words = f"{indicator} {base}"
    for place in reversed(places_in(words)):
        words = f"{words[: place.start]} {words[place.end :]}"
    words = lower(expand(words))
    for pattern, word in _ALIKE:
        words = pattern.sub(word, words)
    words = _FILLERS.sub(" ", words)
    kept = (word for word in re.findall(r"[\w%]+", fold(words)) if not _YEAR.fullmatch(word))
    return " ".join(dict.fromkeys(kept))


_YEAR = re.compile(r"(?:19|20)\d\d")
