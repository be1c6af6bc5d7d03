"""Conversation: a question that leans on earlier ones, written out in full.

“Còn cấp xã thì sao?” keeps all of the question before it but one part; “nghị quyết đó” stands
for what was named; “Ai ký?” asks about what was spoken of. What is left out is put back from
the earlier questions, and from their answers where the questions do not name it. A question
that stands by itself inherits nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.answering.leaning import new_subject, spelt_out
from assistant.answering.swapping import (
    THIS,
    counted_again,
    pointed_out,
    said_again_of,
    spelling,
    swapped,
)
from assistant.retrieval.comparisons import compares, sides_of
from assistant.retrieval.parts import (
    Part,
    Slot,
    content_of,
    cut,
    parts_of,
    statement_of,
    subject_at,
    tidy,
    told_apart,
)
from assistant.schema import Answer, AnswerKind, called
from assistant.vietnamese.dates import dates
from assistant.vietnamese.document_numbers import KIND_SIGNS, named_documents
from assistant.vietnamese.names import bodies, persons
from assistant.vietnamese.normalise import fold, has_marks, nfc, strip_marks
from assistant.vietnamese.places import places

__all__ = ["Referent", "complete", "complete_last", "referent_of"]

_REMEMBERED = 6
"""How many earlier questions a new one can lean on."""

_TOPIC = 4
"""From so many content syllables on, a question is about a topic of its own."""

_FEW = 2
"""Up to so many content syllables (“Diện tích bao nhiêu?”), a question that names no place, time
or document is asked of those before it."""


@dataclass(frozen=True, slots=True)
class Referent:
    """What the answer to a question named; empty where it named none.

    Attributes:
        document: Kind and number, or title, of the document that the answer rests on.
        place: Province or city that it speaks of.
        person: The person who was the answer.
        body: The agency that was the answer.
        year: The year that was the answer.
    """

    document: str = ""
    place: str = ""
    person: str = ""
    body: str = ""
    year: str = ""


def referent_of(answer: Answer) -> Referent:
    """Return what an answer named, for the question after it."""
    if not answer.citations:
        return Referent()
    cited = answer.citations[0]
    short = answer.short or ""
    person = next((p.name for p in persons(cited.quote) if not short or p.name in short), "")
    if not person and answer.question.names:
        person = answer.question.names[0]
    body = next((short[start:end] for start, end in bodies(short)), "")
    year = next((short[d.start : d.end] for d in dates(short) if d.year), "")
    place = next((p.name for p in places(short)), "") or cited.document.place or ""
    return Referent(_document_of(answer), place, person, body, year)


def _document_of(answer: Answer) -> str:
    short, document = answer.short or "", answer.citations[0].document
    if named_documents(short):
        return short
    # A question names a paper by kind and number, or else by its title.
    return called(document) if document.kind else f"“{document.title}”"


Answered = Callable[[str], Referent]
"""Answers an earlier question and returns what the answer named."""


def complete_last(text: str, history: Sequence[str], answered: Answered) -> str:
    """Return a question with what it leaves to the conversation written out.

    Args:
        text: The question as typed.
        history: Earlier questions as typed, oldest first.
        answered: Answers an earlier question; called only where the questions themselves do
            not name what is referred to.

    Returns:
        The question in full; the text itself where it leaves nothing out.
    """
    previous = ""
    for earlier in history[-_REMEMBERED:]:
        if any(char.isalnum() for char in earlier):
            previous = complete(earlier, previous, answered)
    return complete(text, previous, answered)


def complete(text: str, previous: str, answered: Answered) -> str:
    """Return a question completed from the one before it, which is complete itself.

    Args:
        text: The question as typed.
        previous: The question before it; empty when there is none.
        answered: Answers ``previous`` where what it names is not enough.
    """
    text = " ".join(nfc(text).split())
    if not previous or not any(char.isalnum() for char in text):
        return text
    said = pointed_out(spelt_out(text, previous), previous)
    full = swapped(said, previous) or _completed(said, previous, answered)
    # Words of asking without marks are only known as such where nothing beside them has any.
    return full if has_marks(text) or not _ASKS.search(fold(text)) else strip_marks(full)


def _completed(text: str, previous: str, answered: Answered) -> str:
    """Return a question that is not empty completed from the one before it."""
    opened = _OPENING.match(fold(text))
    body = text[opened.end() :] if opened else text
    closed = _CLOSING.search(fold(body))
    core = (body[: closed.start()] if closed else body).strip(" ,.?!:")
    leans = bool(opened or (closed and _ONLY_THEN.search(fold(body))))
    pointed = _pointing(core if leans else text, previous, answered)
    if pointed is not None:
        core, whole = pointed
        if whole:
            return _asked(core)
    asks = _ASKS.search(told_apart(core)) is not None
    parts, own = parts_of(core), content_of(core)
    named = any(part.slot is Slot.DOCUMENT for part in parts)
    if not asks and core and (leans or pointed or (parts and not own)):
        return _asked(_swap(core, parts, own, previous))
    other = said_again_of(core, previous, leans=leans) if pointed is None else ""
    if other:
        other = _embedded(other)
        return _asked(_swap(other, parts_of(other), content_of(other), previous))
    fresh = new_subject(core, previous, _HOW_MUCH) if leans and not parts else ""
    if fresh and pointed is None:
        return _asked(_swap(fresh, (), own, previous))
    if (len(own) >= _TOPIC or named) and pointed is None:
        return _asked(core) if leans else text
    much = _HOW_MUCH.search(told_apart(core))
    if parts and much and not content_of(_without_ask(core)):
        core = _without_ask(core)
        return _asked(_swap(core, parts_of(core), (), previous))
    if leans and much and not parts and pointed is None and _HOW_MUCH.search(told_apart(previous)):
        # “Thế nhập khẩu thì bao nhiêu?” asks the same of another thing.
        return _asked(_swap(_without_ask(core), (), own, previous))
    if leans and pointed is None and parts and own:
        said = set(own) - {"moc"}
        again = bool(said) and said <= set(content_of(previous))
        return _asked(_swap(core, parts, (), previous) if again else core)
    if own and not leans and pointed is None:
        return _with_binding(text, parts, own, previous)
    return _asked(_applied(core, parts, previous, answered))


# --- what a question says of itself ---------------------------------------------------------

_OPENING = re.compile(
    r"^(?:(?:da|vang|uh|u|ok|oke|a|cam on(?: ban| anh| chi)?|hay qua|tot)\s*[,.!]?\s+)*"
    r"(?:(?:the|vay|va|nhung|roi)\s+)?(?:con|the(?!\s+nao)|vay|va)(?!\w)\s*(?:thi\s+)?"
    r"(?:voi\s+|doi voi\s+|ve\s+)?"
)
_CLOSING = re.compile(
    r"\s*,?\s*(?:thi\s+)?(?:(?:nhu\s+)?the nao|ra sao|(?<!vi )(?<!tai )sao|thi|"
    r"(?:thi\s+)?nhu nao)\s*(?:a|nhi|vay)?\s*[?.!]*$|\s*[?.!]+$"
)
_ONLY_THEN = re.compile(r"\bthi (?:sao|the nao|nhu the nao|ra sao)\W*$|^[^?]{1,40}\bthi\W*$")
_ASKS = re.compile(
    r"\b(?:bao nhieu|may|nao|gi|ai|dau|khi nao|bao gio|the nao|ra sao|chua|bn|"
    r"khong(?! (?:dung|giay|tien|gian|khi|quan|phai|gap|day))(?! \S+ tien mat))\b"
)
_HOW_MUCH = re.compile(
    r"\s*(?:thi\s+|la\s+|dat\s+|duoc\s+|chiem\s+|phan dau\s+|dat muc tieu\s+|dat ra\s+)*"
    r"(?:bao nhieu|may|con so nao|muc nao)(?:\s+(?:phan tram|%))?|\bphan dau\b|\bdat muc tieu\b"
)


def _without_ask(core: str) -> str:
    return cut(core, [match.span() for match in _HOW_MUCH.finditer(told_apart(core))])


def _asked(text: str) -> str:
    text = tidy(text).rstrip(" ?.,")
    return f"{text[0].upper()}{text[1:]}?" if text else text


# --- “Còn cấp xã thì sao?” -----------------------------------------------------------------

# What joins a part to the end of a question that lacks it.
_JOINED = {
    Slot.PLACE: "của {}",
    Slot.YEAR: "{}",
    Slot.DOCUMENT: "theo {}",
    Slot.PERSON: "của {}",
    Slot.LEVEL: "ở {}",
}
_INDICATOR = re.compile(
    r"(?:t[yi] (?:le|trong)|so luong|tong so|dien tich|dan so|kinh phi|doanh thu|toc do|nang suat|"
    r"thu nhap|chi so)\b"
)
_LINKS = re.compile(r"^(?:cua|o|tai|den|trong|nam|theo|cho|voi|thi|la|doi voi)$")


def _swap(core: str, parts: Sequence[Part], own: Sequence[str], previous: str) -> str:
    """Return the previous question with parts of it replaced by those that are new."""
    if _INDICATOR.match(fold(core)):
        others = [p for p in parts_of(previous) if p.slot not in {q.slot for q in parts}]
        inherited = list({p.slot: p for p in others}.values())
        tail = " ".join(_JOINED[p.slot].format(p.of(previous)) for p in inherited)
        return f"{core} {tail} {_ask_of(previous)}"
    sides = sides_of(previous, AnswerKind.COMPARISON) if compares(fold(previous)) else ()
    # “Còn Huế?” after a comparison asks what was asked of each side.
    result = (sides[0].text if sides else previous).rstrip(" ?.")
    topic = " ".join(
        word
        for word in cut(core, [(p.start, p.end) for p in parts]).split()
        if not _LINKS.match(fold(word))
    )
    if own and content_of(topic):
        begin, end = subject_at(result, topic)
        result = f"{result[:begin]}{topic}{result[end:]}"
    for part in parts:
        there = [p for p in parts_of(result) if p.slot is part.slot]
        words = part.of(core)
        if there:
            inside = there[0].start > 0 and part.slot in (Slot.YEAR, Slot.LEVEL)
            words = words[:1].lower() + words[1:] if inside else words
            result = result[: there[0].start] + words + result[there[-1].end :]
        else:
            result = f"{result} {_JOINED[part.slot].format(words)}"
    return result


def _ask_of(previous: str) -> str:
    """Return the words of asking of a question that a noun phrase can be put before."""
    match = re.search(r"\b(?:la )?(?:bao nhieu(?: phan tram)?|khi nao|ai|co quan nao|gi)\b",
                      fold(previous))  # fmt: skip
    if not match:
        return ""
    words = previous[match.start() : match.end()].strip()
    return words if fold(words).startswith("la ") else f"là {words}"


# --- “nghị quyết đó”, “ông ấy”, “ở đó” -------------------------------------------------------

_POINTERS = tuple(
    (kind, f"(?:{nouns}) (?:{THIS})")
    for kind, nouns in (
        ("document", "nghị quyết|quyết định|kế hoạch|chương trình hành động|chỉ thị|kết luận|"
                     "nghị định|thông tư|văn bản|luật|báo cáo|bài báo|bài viết|tài liệu"),
        ("place", "thành phố|tỉnh|địa phương|nơi|vùng"),
        ("person", "ông|bà|người|vị|đồng chí|vị lãnh đạo"),
        ("body", "cơ quan|đơn vị|tổ chức|sở|bộ|ban|hiệp hội|hội"),
        ("year", "năm|thời điểm|mốc|mốc thời gian"),
    )
)  # fmt: skip
_BARE_POINTERS = (("place", "(?:ở|tại) (?:đó|đây|đấy)"),)
_THINGS = (
    "mục tiêu|chỉ tiêu|tỷ lệ|tỉ lệ|tỷ trọng|con số|số liệu|mức|chỉ số|việc|điều|nội dung|"
    "nhiệm vụ|dự án|đề án|mô hình|hội nghị|hội thảo|diễn đàn|sự kiện|cuộc thi|giải pháp|"
    "tiêu chí|nhóm|lĩnh vực|ngành|khoản tiền|kinh phí|công trình|hệ thống|nền tảng|dịch vụ|"
    "thứ hạng|kết quả|số tiền|thời hạn|đơn vị|chương trình|trung tâm|khu vực|khái niệm|câu"
)


def _pointing(text: str, previous: str, answered: Answered) -> tuple[str, bool] | None:
    """Return a text with its pointers resolved; None when it points to nothing.

    Returns:
        The text, and whether it is a whole question now. It is not where the pointer stood
        for the subject and only what binds it is left: “mục tiêu ấy của Huế”.
    """
    found = False
    for kind, pattern in (*_POINTERS, *_BARE_POINTERS):
        match = spelling(pattern, text).search(text)
        words = _pointed(kind, match.group(), previous, answered) if match else ""
        if match and words:
            lead = "ở " if (kind, pattern) in _BARE_POINTERS else ""
            text, found = f"{text[: match.start()]}{lead}{words}{text[match.end() :]}", True
    if found:
        return text, bool(content_of(text) or _ASKS.search(told_apart(text)))
    counted = counted_again(text, previous)
    match = spelling(rf"(?:{_THINGS}) (?:{THIS})|nó|chúng", counted).search(counted)
    if match is None:
        return (counted, True) if counted != text else None
    text = counted
    rest = cut(text, [match.span()])
    if not content_of(rest):
        return re.sub(r"(?i)^(?:của|cua) ", "", rest), False
    documents = [p.of(previous) for p in parts_of(previous) if p.slot is Slot.DOCUMENT]
    pronoun = " " not in match.group()
    words = documents[-1] if documents and pronoun else _embedded(statement_of(previous))
    return text[: match.start()] + words + text[match.end() :], True


def _of_kind(document: str, pointer: str) -> bool:
    """Tell whether “quyết định đó” can point to a document: not where it is a plan."""
    noun = re.match(r"nghi quyet|quyet dinh|ke hoach|chi thi|ket luan|nghi dinh|thong tu",
                    fold(pointer))  # fmt: skip
    signs = {KIND_SIGNS.get(mention.sign) for mention in named_documents(document)}
    return noun is None or not any(signs) or noun.group() in {fold(kind or "") for kind in signs}


def _pointed(kind: str, pointer: str, previous: str, answered: Answered) -> str:
    """Return what a pointer stands for: named in the previous question, else in its answer."""
    named = [p.of(previous) for p in parts_of(previous) if p.slot == kind]
    if kind == "document":
        named = [words for words in named if _of_kind(words, pointer)]
    if named:
        return named[-1]
    words: str = getattr(answered(previous), kind)
    return words if kind != "document" or _of_kind(words, pointer) else ""


# --- “Ai ký?”, “Văn bản nào quy định?” -----------------------------------------------------

_ACT_ON_DOCUMENT = re.compile(
    r"\b(?:ky|ban hanh|phe duyet|thong qua|hieu luc|so hieu|trich yeu|thay the|het han|"
    r"ap dung|do ai)\b"
)


def _applied(core: str, parts: Sequence[Part], previous: str, answered: Answered) -> str:
    """Return a question that lacks its object with that of the previous one."""
    named = {part.slot for part in parts}
    before = parts_of(previous)
    if _ACT_ON_DOCUMENT.search(fold(core)) and Slot.DOCUMENT not in named:
        documents = [p for p in before if p.slot is Slot.DOCUMENT]
        if documents:
            places = [p.of(previous) for p in before if p.slot is Slot.PLACE]
            of = f" của {places[0]}" if places and Slot.PLACE not in named else ""
            document = f"{documents[-1].of(previous)}{of}"
        else:
            document = answered(previous).document
        if document:
            first = _ASKER_FIRST.match(fold(core))
            return f"{core} {document}" if first else f"{document} {_embedded(core)}"
    kept = cut(previous, [(p.start, p.end) for p in before if p.slot in named])
    object_ = statement_of(kept)
    if _ASKER_FIRST.match(fold(core)):
        return f"{core} {_embedded(object_)}"
    joint = " " if _VERB_FIRST.match(fold(core)) else ", "
    return f"{object_}{joint}{_embedded(core)}"


_ASKER_FIRST = re.compile(
    r"(?:theo )?(?:ai|vi sao|tai sao|(?!truoc |vao |den |tu |khi )(?:[^\W\d_]+ ){1,3}nao)\b"
)
_VERB_FIRST = re.compile(r"(?:co|duoc|bi|do|ban hanh|con|het|dat|chiem|tang|giam)\b")


def _with_binding(text: str, parts: Sequence[Part], own: Sequence[str], previous: str) -> str:
    """Return a short question that names nothing it is asked of with what was named before."""
    meaning = re.search(r"\bla gi\b|nghia la|the nao la|khai niem|viet tat", fold(text))
    if parts or len(own) > _FEW or meaning or not _ASKS.search(told_apart(text)):
        return text
    bound = [p for p in parts_of(previous) if p.slot in (Slot.PLACE, Slot.YEAR, Slot.DOCUMENT)]
    tail = " ".join(_JOINED[part.slot].format(part.of(previous)) for part in bound)
    if tail:
        return _asked(f"{text.rstrip(' ?.!')} {tail}")
    pointing = spelling(THIS, text).search(text)
    return text if pointing else _asked(f"{statement_of(previous)}, {_embedded(text)}")


def _embedded(words: str) -> str:
    """Return words as they are spelt inside a sentence, but for a name or an abbreviation."""
    first = parts_of(words)[:1]
    keep = words[1:2].isupper() or any(p.start == 0 and p.slot is not Slot.YEAR for p in first)
    return words if keep else words[:1].lower() + words[1:]
