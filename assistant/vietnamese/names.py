"""Persons, posts and bodies, found by how Vietnamese writes them.

A person is a run of capitalised syllables that begins with a surname or follows a form of
address; a body is a capitalised head (Sở, Bộ, Ủy ban, …) with what belongs to its name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.vietnamese.normalise import LOWER, UPPER, fold, has_marks
from assistant.vietnamese.places import places

__all__ = ["Person", "address_before", "bodies", "head_of_post", "persons"]

_SURNAMES = frozenset(
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý An Âu Bạch Ca Cao "
    "Cát Châu Chu Chử Cù Cung Diệp Doãn Đàm Đào Đậu Đinh Đoàn Đồng Đường Giang Giáp Hà Hạ Hàn "
    "Hứa Khổng Khúc Khuất Kiều Kim La Lã Lạc Lại Lam Lâm Lò Lục Lư Lữ Lương Lưu Ma Mạc Mai Mẫn "
    "Nghiêm Ngụy Nhâm Nhan Ninh Nông Ôn Phí Phùng Phương Quách Quàng Quản Sầm Sùng Tạ Tăng Thạch "
    "Thái Thang Thân Thẩm Thi Thiều Tiêu Tô Tôn Tống Triệu Trịnh Trương Từ Tưởng Ung Ưng Văn Vi "
    "Viên Vừ Vương Xa Yên Cầm Điêu Giàng Hầu Lường Vàng".split()
)
_CAP = rf"[{UPPER}][{LOWER}]+"
_RUN = re.compile(rf"(?<!\w){_CAP}(?:[ ]{_CAP})*(?!\w)")
_ADDRESS = re.compile(
    r"(?:^|(?<=\W))(?:ông|bà|đồng chí|đ/c|anh|chị|GS|PGS|TS|ThS|BS|KS|tiến s[ĩỹ]|thạc s[ĩỹ]|"
    r"giáo sư|bác s[ĩỹ]|kỹ sư|luật sư|nhà báo|nhạc sĩ)\.?\s*$",
    re.IGNORECASE,
)
_ADDRESS_BARE = re.compile(fold(_ADDRESS.pattern.replace("W", "\0")).replace("\0", "W"), re.I)
"""Forms of address in a text typed without marks."""

# “Xã Hồ Thị Kỷ” is named after a person; “Chủ tịch UBND xã Hồ Thị Kỷ” may well be one.
_UNITS = r"(?:xã|phường|thị trấn|đặc khu|thị xã|huyện|quận)"
_NAMED_AFTER = re.compile(
    r"(?:Xã|Phường|Quận|Huyện)(?= )|"
    rf"Đoàn (?:Hội|Thanh|Chủ|Đại|Kiểm|Giám|Luật)(?! [{UPPER}])"
)
_UNIT_BEFORE = re.compile(
    r"(?:^|[^\w\s]\s*|(?<!\w)(?!(?:[uủ][yỷ]|dân|tịch|UBND|HĐND|an|sự|trưởng|thư|phòng|trận|hội|"
    rf"đoàn|quan)\s)\w+\s){_UNITS} $|(?:Thị trấn|Đặc khu|Thị xã) $"
)
_REACH = 30

_FOLDED_SURNAMES = frozenset(map(fold, _SURNAMES))
_SPEECH = (
    r"cho biết|cho rằng|cho hay|chia sẻ|nhấn mạnh|khẳng định|phát biểu|đề nghị|yêu cầu|nhận định|"
    r"nhận xét|đánh giá|nói|nêu|thông tin|bày tỏ|kết luận|đồng chủ trì|chủ trì|trình bày|dự|ký"
)
_POST = (
    r"(?:quyen\s+|nguyen\s+)?(?:pho\s+)?(?:tong bi thu|"
    # “Bị thu hồi” is no “bí thư”.
    r"bi thu(?! (?:hoi|hut|phi|gia|tien|thue|hep))|chu tich nuoc|chu tich|thu tuong|"
    r"bo truong|thu truong|tong giam doc|giam doc|vien truong|cuc truong|vu truong|"
    r"tong cuc truong|chanh van phong|chanh thanh tra|hieu truong|(?<!chi huy )truong ban|"
    r"truong phong|truong doan|chu nhiem|tong thu ky|truong khoa|dai su(?! quan)|thong doc|"
    r"tong bien tap|phat ngon vien|pho van phong)"
)
_POST_HEAD = re.compile(rf"(?<!\w){_POST}(?!\w)")

# Bodies of State and Party whose name is complete, but for the place it belongs to.
_CLOSED = (
    r"Bộ Chính trị|Ban Bí thư|Chính phủ|Thủ tướng Chính phủ|Thủ tướng|Quốc hội|Trung ương|"
    r"[UỦ][yỷ] ban [Nn]hân dân|[UỦ][yỷ] ban Thường vụ Quốc hội|UBND|HĐND|Hội đồng [Nn]hân dân|"
    r"Thành [uủ][yỷ]|Tỉnh [uủ][yỷ]|Huyện [uủ][yỷ]|Đảng [uủ][yỷ]|Mặt trận Tổ quốc(?: Việt Nam)?"
)
_OPEN = (
    r"Ban Thường vụ|Ban Chấp hành|Ban|Bộ|Sở|[UỦ][yỷ] ban|Hội đồng|Tổng cục|Cục|Vụ|Văn phòng|Viện|"
    r"Hiệp hội|Hội|Liên đoàn|Trung tâm|Học viện|Trường|Đại học|Ngân hàng|Tập đoàn|Tổng công ty|"
    r"Công ty|Cổng|Tòa án|Viện kiểm sát|Kho bạc|Bảo hiểm|Công an"
)
# The “UBND” of 12/KH-UBND is a part of a document number.
_HEAD = re.compile(rf"(?<![\w/])(?<!\w-)(?:(?P<closed>{_CLOSED})|(?P<open>{_OPEN}))(?!\w)")
_OF_PLACE = re.compile(
    r"\s+(?:(?:[Tt]hành phố|[Tt]ỉnh|huyện|quận|thị xã|xã|phường|T[Pp])(?!\w)\.?)"
)
_PART = re.compile(rf"\s+(?:(và)\s+)?([{UPPER}{LOWER}]+(?:[&-][{UPPER}]+(?![{LOWER}]))*)")
# “Công an cấp huyện” is a body, “Công an cấp Giấy chứng nhận” says what it does.
_LEVEL = re.compile(r"\s+(?:trung ương|tỉnh|thành phố|huyện|xã|cơ sở|trên|dưới)(?!\w)")
_CLOSING = re.compile(rf"(?:\s+[{LOWER}]+){{1,4}}(?=\s+[{UPPER}][{LOWER}])")
_STOP = frozenset(
    "đã vừa sẽ đang phải cần cho là có được bị trong về tại để với của do theo từ đến tới tổ chủ "
    "phối đề yêu ký phê giao chỉ thực triển tiếp khi nếu này đó sớm trình ra tham cũng còn không "
    "như mà thì nên vào lên trên dưới hoàn ngày năm khai nói nhấn đồng cùng ban thông quyết kiểm "
    "nhận xử tăng giảm đạt giữ mở lập gửi nêu chịu rà bố họp áp mời hướng đánh ước phát dẫn "
    "đứng xếp".split()
)
_LONGEST_TAIL = 4
"""Most small syllables that a name goes on with (“Chỉ đạo chuyển đổi số”)."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in a text.

    Attributes:
        start: First character of the name, without a form of address.
        end: One past the last.
        name: The full name; for “ông Cường” the name it stands for when the text gave it.
        post_start: First character of the post beside the name; ``start`` when there is none.
        post_end: One past the last character of the post.
        speaks: Whether a verb of saying or “Theo” makes the person the speaker.
    """

    start: int
    end: int
    name: str
    post_start: int
    post_end: int
    speaks: bool


def head_of_post(text: str) -> str | None:
    """Return the head of the first post that a text names, folded (``pho chu tich``)."""
    match = _POST_HEAD.search(fold(text))
    return " ".join(match.group().split()) if match else None


def address_before(text: str, start: int) -> int:
    """Return where the form of address before a name (“ông”, “đồng chí”) begins, else ``start``."""
    opening = max(0, start - 24)
    pattern = _ADDRESS if has_marks(text) else _ADDRESS_BARE
    match = pattern.search(text[opening:start])
    return opening + match.start() if match else start


def persons(text: str, start: int = 0, end: int | None = None) -> list[Person]:
    """Find persons in ``text[start:end]``, in order.

    A short form (“ông Cường”) is resolved against full names earlier in the whole text.
    """
    end = len(text) if end is None else end
    found: list[Person] = []
    for match in _RUN.finditer(text, start, end):
        span = _name_in(text, match)
        if span is None:
            continue
        name = text[span[0] : span[1]]
        if " " not in name:
            name = _full_name(text, name, span[0])
            if not name:
                continue
        found.append(_with_post(text, span, name, start, end))
    return found


def _name_in(text: str, match: re.Match[str]) -> tuple[int, int] | None:
    run = match.group()
    called = re.match(r"(?:Ông|Bà)\s+", run)
    if called:
        return (match.start() + called.end(), match.end())
    skip = max((m.end for m in places(run) if m.start == 0), default=0)
    parts = [part for part in re.finditer(r"\S+", run) if part.start() >= skip]
    if _NAMED_AFTER.match(run) or _UNIT_BEFORE.search(text[: match.start()][-_REACH:]):
        return None
    addressed = address_before(text, match.start()) < match.start()
    if not parts:
        return None
    if addressed and skip == 0 and len(parts) <= 5 and parts[0].group() != "Phó":
        return match.start(), match.end()
    # Without marks “Van” and “Ha” are more than surnames: only a full name tells.
    surnames, fewest = (_SURNAMES, 2) if has_marks(text) else (_FOLDED_SURNAMES, 3)
    for index, part in enumerate(parts):
        known = part.group() if surnames is _SURNAMES else fold(part.group())
        if known in surnames and fewest <= len(parts) - index <= 4:
            before = text[max(0, match.start() - 1) : match.start() + part.start()]
            tail = run[part.start() :]
            if "“" in before or '"' in before or any(p.start == 0 for p in places(tail)):
                return None
            return match.start() + part.start(), match.end()
    return None


def _full_name(text: str, given: str, before: int) -> str:
    """Return the latest full name before an offset that ends in a given name, else ''."""
    pattern = re.compile(rf"(?<!\w){_CAP}(?:[ ]{_CAP}){{1,3}}(?!\w)")
    latest = ""
    for match in pattern.finditer(text, 0, before):
        parts = match.group().split()
        if parts[-1] == given:
            while len(parts) > 2 and parts[0] not in _SURNAMES:
                parts = parts[1:]
            if parts[0] in _SURNAMES:
                latest = " ".join(parts)
    return latest


_AFTER = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:,|-|–|—)\s*"
    rf"(?P<post>[^,;:–—]+?)(?=\s*(?:[,;:–—]|\.(?!\w)|\s-\s|$|\s(?:cùng|{_SPEECH})(?!\w)))"
)
_SAYS = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:(?:,|-|–)\s*[^,;:]+?[,\s])?\s*(?:cũng |đã )?"
    rf"(?:{_SPEECH})(?!\w)"
)
_SAYS_BEFORE = re.compile(r"(?:^|(?<=\W))(?:theo|lời của|lời)\s*$", re.IGNORECASE)


def _with_post(text: str, span: tuple[int, int], name: str, start: int, end: int) -> Person:
    left, right = span
    head = re.split(r"[,;:.“”\"()](?!\w)|\s[-–]\s", text[start:left])[-1]
    head_start = left - len(head)
    folded = fold(head)
    heads = list(_POST_HEAD.finditer(folded))
    post = (left, left)
    opening = head_start
    if heads:
        opening = head_start + heads[-1].start()
        post = (opening, left)
    else:
        after = _AFTER.match(text, right, end)
        if after and _POST_HEAD.match(fold(after["post"])):
            post = after.span("post")
        else:
            opening = left
    before = text[start:opening].rstrip()
    before = _ADDRESS.sub("", before)
    before = re.sub(r"(?:ông|bà|phó giáo sư|giáo sư|tiến s[ĩỹ]|[,\s])+$", "", before, flags=re.I)
    speaks = bool(_SAYS.match(text, right, end)) or bool(_SAYS_BEFORE.search(before))
    return Person(left, right, name, *post, speaks)


def bodies(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Find bodies in ``text[start:end]``: spans in order, not overlapping.

    “Sở Khoa học và Công nghệ Hải Phòng” is one span, place included; a person's name that
    follows a body does not belong to it.
    """
    end = len(text) if end is None else end
    names = [person.start for person in persons(text, start, end)]
    found: list[tuple[int, int]] = []
    for match in _HEAD.finditer(text, start, end):
        if found and match.start() < found[-1][1]:
            continue
        limit = min((name for name in names if name > match.start()), default=end)
        right = _end_of_body(text, match, limit)
        if match["closed"] or right > match.end():
            found.append((match.start(), right))
    return found


def _end_of_body(text: str, match: re.Match[str], limit: int) -> int:
    """Return where the body ends whose head was matched."""
    right = match.end()
    if match["open"]:
        right = _end_of_open_name(text, right, limit)
    following = _OF_PLACE.match(text, right, limit)
    if following:
        right = following.end()
    gap = re.compile(r"\s*").match(text, right, limit)
    at = gap.end() if gap else right
    for place in places(text[at : min(limit, at + 40)]):
        if place.start == 0:
            return at + place.end
    return right


def _tail(text: str, at: int, limit: int) -> int:
    """Return how many small syllables after a capital one belong to the name.

    All up to a verb, a place or punctuation; one where those are too many to be a name.
    """
    count = 0
    while (part := _PART.match(text, at, limit)) and not _OF_PLACE.match(text, at, limit):
        joined, word = part.groups()
        if joined or not word.islower() or word in _STOP - {"thông"}:
            break
        count, at = count + 1, part.end()
    return count if count <= _LONGEST_TAIL else 1


def _end_of_open_name(text: str, right: int, limit: int) -> int:
    at, lower_left = right, 0
    while part := _PART.match(text, at, limit):
        joined, word = part.groups()
        if _OF_PLACE.match(text, at, limit):
            return right
        nested = _HEAD.match(text, part.start(2), limit)
        if nested and not joined:
            return _end_of_body(text, nested, limit)
        if any(p.start == 0 for p in places(text[part.start(2) : min(limit, part.start(2) + 40)])):
            return right
        if word[0].isupper():
            lower_left = 0 if word.isupper() and len(word) > 1 else _tail(text, part.end(), limit)
        elif joined or word in _STOP - {"thông"} or text[right:at].strip():
            return right
        elif not lower_left:
            # “công nghệ thông tin Việt Nam”: small letters go on where a capital closes them.
            closed = _CLOSING.match(text, at, limit)
            does = word == "cấp" and not _LEVEL.match(text, part.end(), limit)
            if does or not closed or any(w in _STOP - {"thông"} for w in closed.group().split()):
                return right
        else:
            lower_left -= 1
        right = at = part.end()
    return right
