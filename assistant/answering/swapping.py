"""Follow-ups that put one thing in another's place: a commune, the other end of a ranking.

“Thế Hội An Tây thì sao?” after a question on phường Hội An, “Còn chỗ bét bảng?” after who leads,
“So với Đà Nẵng thì sao?”: each keeps all the rest of the question before it.
"""

from __future__ import annotations

import re

from assistant.retrieval.parts import Slot, content_of, cut, parts_of, statement_of, told_apart
from assistant.vietnamese.normalise import LOWER, UPPER, fold, has_marks
from assistant.vietnamese.places import places

__all__ = ["THIS", "counted_again", "pointed_out", "said_again_of", "spelling", "swapped"]

THIS = "nói trên|vừa nêu|trên đây|vừa rồi|đó|này|ấy|kia"
"""Words that point back to what was named."""

_NAME = rf"[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+)*"
_KIND = r"(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu|[Hh]uyện|[Qq]uận|[Tt]hị xã)"
_UNIT = re.compile(rf"(?<!\w)(?P<kind>{_KIND}) (?P<name>{_NAME})(?: (?:mới|cũ))?(?!\w)")
_LEAD = re.compile(r"^(?:(?:thế|vậy|còn|và|nhưng)\s+)*(?:(?:đối )?với |về |ở )?", re.IGNORECASE)
_TAIL = re.compile(r"[\s,]*(?:thì)?[\s,]*(?:sao|thế nào|như thế nào|ra sao)?\s*[?.!]*$", re.I)
_OTHER_UNIT = re.compile(rf"^(?:(?P<kind>{_KIND}) )?(?P<name>{_NAME})$")
_THIS_UNIT = re.compile(rf"(?<!\w){_KIND} (?:này|đó|ấy|kia|nói trên|vừa nêu)(?!\w)")

_FIRST = r"(?:dung dau|dan dau|dau bang|cao nhat|xep dau|hang nhat|thu nhat|quan quan)"
_LAST = (
    r"(?:dung cuoi|cuoi bang|xep cuoi|doi so|thap nhat|bet bang|bet|chot bang|chot|cuoi cung|cuoi)"
)
_MOST = {"nhieu nhat": "ít nhất", "it nhat": "nhiều nhất", "lon nhat": "nhỏ nhất",
         "nho nhat": "lớn nhất", "som nhat": "muộn nhất"}  # fmt: skip
_END = re.compile(
    rf"^(?:(?:cho|noi|tinh|dia phuong|bo|don vi|thanh pho|ai|cai)(?: nao)?(?: la)? )?"
    r"(?:dung |xep )?"
    rf"(?P<end>{_FIRST}|{_LAST}|{'|'.join(_MOST)})(?: (?:la )?(?:ai|dau|noi nao|tinh nao))?$"
)
_HELD_AGAINST = re.compile(r"^(?:so|neu so|dem so) (?:voi )?(?=\S)")
_ONLY_RESULT = frozenset("ket qua thuc te dat duoc con so muc".split())
_SET = re.compile(r"\b(?:(?:muc|chi) tieu(?: ve)?|dat ra|de ra|dat(?= bao nhieu)|phan dau)\b")
_AGAIN = re.compile(
    r"^(?P<about>.+?) (?:thi|phai|duoc|se) "
    r"(?P<act>.+?\b(?:bao nhieu|may|bao lau|khi nao|ai|nao|gi)\b.*)$"
)
_THAT_PAPER = re.compile(
    r"(?<!\w)(?P<paper>văn bản|nghị quyết|quyết định|kế hoạch|tài liệu|giấy tờ) (?:đã |mà )?"
    r"(?:đặt ra|đặt|đề ra|nêu|nêu ra|quy định|ghi|có|nói) (?:mục tiêu|chỉ tiêu|con số|số|mức|"
    r"điều|nội dung|việc|tỷ lệ|tỉ lệ) (?:đó|này|ấy|trên)(?!\w)",
    re.IGNORECASE,
)
_THAT_NUMBER = re.compile(r"^(?P<number>[Ss]ố|[Mm]ức) (?P<this>đó|này|ấy)(?!\w)")


def pointed_out(text: str, previous: str) -> str:
    """Return a follow-up with what it points to named, or put into words that are known to point.

    Args:
        text: The question as typed.
        previous: The question before it, which is complete itself.
    """
    text = _THAT_PAPER.sub(lambda paper: f"{paper['paper']} đó", text)
    text = _THAT_NUMBER.sub(lambda said: f"Con số {said['this']}", text)
    unit = _UNIT.search(previous)
    pointer = _THIS_UNIT.search(text)
    if unit and pointer:
        named = f"{unit['kind'].lower() if pointer.start() else unit['kind']} {unit['name']}"
        text = f"{text[: pointer.start()]}{named}{text[pointer.end() :]}"
    return text


def swapped(text: str, previous: str) -> str | None:
    """Return the previous question with what a follow-up names in its place, None if it does not.

    Args:
        text: The question as typed.
        previous: The question before it, which is complete itself.
    """
    core = _TAIL.sub("", _LEAD.sub("", text)).strip(" ,.?!:")
    if not core:
        return None
    for form in (_other_unit, _other_end, _held_against, _result):
        full = form(core, previous)
        if full:
            return f"{full[0].upper()}{full[1:]}"
    return None


def _other_unit(core: str, previous: str) -> str | None:
    unit, other = _UNIT.search(previous), _OTHER_UNIT.match(core)
    if unit is None or other is None or (places(core) and not other["kind"]):
        return None
    kind = other["kind"] or unit["kind"]
    return f"{previous[: unit.start()]}{kind} {other['name']}{previous[unit.end() :]}"


def _other_end(core: str, previous: str) -> str | None:
    """Return the question after the other end of a ranking."""
    asked, before = _END.match(fold(core)), fold(previous)
    if asked is None:
        return None
    for said, other in _MOST.items():
        there = re.search(rf"\b{said}\b", before)
        if there and fold(other) == asked["end"]:
            return _put(previous, there, other)
    last = re.fullmatch(_LAST, asked["end"]) is not None
    there = re.search(rf"\b{_FIRST if last else _LAST}\b", before)
    if there is None:
        return None
    high, low = ("cao nhất", "thấp nhất") if "nhat" in there.group() else ("đứng đầu", "đứng cuối")
    return _put(previous, there, low if last else high)


def _held_against(core: str, previous: str) -> str | None:
    """Return the question how what was asked about stands to something else."""
    against = _HELD_AGAINST.match(fold(core))
    if against is None or not parts_of(core[against.end() :]) or content_of(core[against.end() :]):
        return None
    said = f"{statement_of(previous)} so với {core[against.end() :]} khác nhau thế nào?"
    return said if has_marks(previous) else fold(said)


def _result(core: str, previous: str) -> str | None:
    """Return the question for what was reached, be it in another year, after one for a target."""
    parts, own = parts_of(core), content_of(core)
    if len(parts) > 1 or any(part.slot is not Slot.YEAR for part in parts):
        return None
    if not own or not set(own) <= _ONLY_RESULT or not _SET.search(fold(previous)):
        return None
    for part in parts:
        years = [one for one in parts_of(previous) if one.slot is Slot.YEAR]
        end = (years[0].start, years[-1].end) if years else (len(previous.rstrip(" ?.")),) * 2
        previous = f"{previous[: end[0]].rstrip()} {part.of(core)}{previous[end[1] :]}"
    previous = cut(previous, [match.span() for match in _SET.finditer(fold(previous))])
    said = "kết quả thực tế của" if has_marks(previous) else "ket qua thuc te cua"
    return f"{said} {previous[:1].lower() + previous[1:]}"


def said_again_of(core: str, previous: str, *, leans: bool = True) -> str:
    """Return what “đất ở thì báo trước mấy ngày” asks the previous question of; empty if another.

    Args:
        core: The follow-up without its opening words.
        previous: The question before it, which is complete itself.
        leans: Whether it opened with such words; without them it must name a thing of the sort
            that the previous question did.
    """
    again = _AGAIN.match(told_apart(core))
    if again is None:
        return ""
    act = content_of(core[again.start("act") : again.end("act")])
    known = set(content_of(previous))
    about = core[: again.end("about")]
    named = set(content_of(about)) - {"moc"}
    alike = leans or len(named & known) * 2 > len(named)
    return about if act and named and alike and set(act) <= known else ""


def spelling(pattern: str, text: str) -> re.Pattern[str]:
    """Return a pattern for a text with marks as it stands, for one without them folded."""
    marked = has_marks(text)
    spelt = pattern if marked else fold(pattern.replace("\\W", "\0")).replace("\0", "\\W")
    return re.compile(rf"(?<!\w)(?:{spelt})(?!\w)", re.IGNORECASE)


def counted_again(text: str, previous: str) -> str:
    """Return a text in which “bao nhiêu cái” counts what the previous question counted."""
    some = spelling("(bao nhiêu|mấy) (?:cái|thứ)", text).search(text)
    counted = re.search(r"\b(?:bao nhieu|may) ((?:[^\W\d_]+ ){0,1}[^\W\d_]+)", fold(previous))
    if some is None or counted is None:
        return text
    noun = previous[counted.start(1) : counted.end(1)]
    text = f"{text[: some.end(1)]} {noun}{text[some.end() :]}"
    of_these = spelling(f"trong số (?:{THIS})", text).search(text)
    documents = [p.of(previous) for p in parts_of(previous) if p.slot is Slot.DOCUMENT]
    if of_these and documents:
        text = f"{text[: of_these.start()]}của {documents[-1]}{text[of_these.end() :]}"
    return text


def _put(previous: str, there: re.Match[str], words: str) -> str:
    words = words if has_marks(previous) else fold(words)
    return f"{previous[: there.start()]}{words}{previous[there.end() :]}"
