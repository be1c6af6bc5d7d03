"""Persons, bodies and places as answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answering.candidates.units_formed import FORMED, MADE
from assistant.answering.evidence import Evidence, documents_named
from assistant.answering.local import Candidate, whole
from assistant.answering.terms import Haystack
from assistant.schema import PassageRole, Question, Span
from assistant.vietnamese.document_numbers import any_match, named_documents
from assistant.vietnamese.names import bodies, head_of_post, persons
from assistant.vietnamese.normalise import UPPER, fold
from assistant.vietnamese.places import places
from assistant.vietnamese.sentences import sentences

__all__ = ["acting_candidates", "body_candidates", "person_candidates", "place_candidates"]


def person_candidates(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    """Yield the persons of a sentence, and who spoke in the sentence before it."""
    text = evidence.document.text
    asked = fold(question.query)
    speech = bool(
        re.search(r"\b(?:noi|cho biet|cho rang|cho hay|phat bieu|nhac|bao|neu|chia se|khang dinh|"
                  r"than phien|nhan xet|danh gia|de nghi|yeu cau|nhan manh)\b", asked)
    )  # fmt: skip
    signs = re.search(r"\b(?:ky|phe duyet)\b", asked)
    if signs and not _signs_it(question, evidence):
        return
    if question.focus:
        yield from _in_charge(question.focus, evidence)
    begin = evidence.span.start
    around = sentences(text, evidence.hit.passage.start, evidence.span.start)
    previous = around[-1] if around else None
    for person in persons(text, previous.start if previous else begin, evidence.span.end):
        if fold(person.name) in asked:
            # “Ông X là ai?”, “giữ chức gì?”: the post is what is asked for.
            if person.post_end > person.post_start and not question.focus:
                held = Span(person.post_start, person.post_end)
                before = previous if person.post_start < begin else None
                yield Candidate(evidence, held, evidence.text, _POST_OF, before)
            continue
        here = person.start >= begin
        if not here and not person.speaks:
            continue
        post = text[person.post_start : person.post_end]
        if question.focus and not _holds_post(question.focus, post, person.name, evidence):
            continue
        if question.focus and _of_another_body(question.query, post):
            continue
        bonus = (0.12 if speech and person.speaks else 0.0) - (0.0 if here else 0.12)
        if signs and _is_signature(evidence):
            bonus += _SIGNATURE_OF_IT if question.numbers else _SIGNATURE
        near = f"{post} {person.name}" if question.focus and post else ""
        span, governor = Span(person.start, person.end), None if here else previous
        if text[person.start : person.end] != person.name:
            # “Ông Cường” answers by the full name, where the text gives it.
            at = text.rfind(person.name, 0, person.start)
            span = Span(at, at + len(person.name))
            governor = evidence.sentence_at(at)
        yield Candidate(evidence, span, near or evidence.text, bonus, governor)


_IN_CHARGE = 0.5
"""Bonus of whoever a sentence makes the holder of the post asked for."""


_BY_WHOM = re.compile(r"(?:do|phân công|giao|cử)\s", re.IGNORECASE)  # and not “đó”


def _in_charge(focus: str, evidence: Evidence) -> Iterator[Candidate]:
    """Yield who is said to hold a post: “do đồng chí Tổng Bí thư làm Trưởng Ban”."""
    text, focus = evidence.text, re.escape(focus)
    said = re.search(
        rf"\b(?:do|phan cong|giao|cu) (?:dong chi |ong |ba )?(?P<who>[^,;:.]{{3,120}}?) "
        rf"(?:lam|la|giu|dam nhiem|kiem)(?: nhiem)?(?: chuc)?(?: vu)? {focus}\b|"
        rf"(?:^\W*(?:[a-z0-9]{{1,2}}[.)] )?){focus}(?: la|:) (?:dong chi |ong |ba )?"
        r"(?P<named>[^,;:.]{3,120})",
        fold(text),
    )
    if said is None or (said["who"] and not _BY_WHOM.match(text, said.start())):
        return
    start, end = said.span("who" if said["who"] else "named")
    who = text[start:end]
    if head_of_post(who) or persons(who):
        yield whole(evidence, start, end, _IN_CHARGE)


_SIGNATURE = 0.3
"""Bonus of the name in a signature block, which holds no word of the question."""
_SIGNATURE_OF_IT = 0.6
"""The same where the block is that of the very document that the question names."""
_SIGNED = re.compile(r"\(\s*đã ký\s*\)|^\W*(?:T/?M|KT|TL|TUQ)[./ ]", re.IGNORECASE)

_OBJECT = 24
"""How far behind “ký” the number of what is signed may stand, in characters."""

_SIGNING = re.compile(r"(?<!chữ )\bký(?! kết)\b|\bphê duyệt\b")


def _is_signature(evidence: Evidence) -> bool:
    """Tell whether a sentence is of a signature block: “T/M BỘ CHÍNH TRỊ (Đã ký) …”."""
    signature = evidence.hit.passage.role is PassageRole.SIGNATURE
    return signature or _SIGNED.search(evidence.text) is not None


def _signs_it(question: Question, evidence: Evidence) -> bool:
    """Tell whether a sentence tells of the signing asked about.

    “Ký Kế hoạch 239 thực hiện Nghị quyết 18” is the signing of the plan.
    """
    if _is_signature(evidence):
        numbers = documents_named(question.numbers)
        return evidence.is_of(numbers) if numbers else True
    signing = _SIGNING.search(evidence.text)
    if signing is None:
        return False
    asked = documents_named(question.numbers)
    named = named_documents(evidence.text)
    behind = [n for n in named if signing.end() <= n.start <= signing.end() + _OBJECT]
    before = [n for n in named if n.end <= signing.start()]
    signed = (behind or before[-1:])[:1]
    return not asked or not signed or any_match(signed, asked)


def _holds_post(focus: str, post: str, name: str, evidence: Evidence) -> bool:
    """Tell whether a person holds the post asked for: “Phó Chủ tịch” is no “Chủ tịch”."""
    if post:
        return head_of_post(post) == focus
    passage = evidence.hit.passage
    for other in persons(evidence.document.text, 0, passage.end):
        if other.name == name and other.post_end > other.post_start:
            return head_of_post(evidence.document.text[other.post_start : other.post_end]) == focus
    return False


_TITLES = re.compile(r"\b(?:tinh|thanh pho|tp)\b\.? ?")


def _of_another_body(query: str, post: str) -> bool:
    """Tell whether a post is one in another body: “Giám đốc Sở Y tế” is not of “Sở Xây dựng”."""
    at = fold(query).find(head_of_post(query) or "")
    asked = [query[start:end] for start, end in bodies(query) if start >= at][:1]
    for one in asked:
        name = _TITLES.sub("", fold(one))
        alike = [
            other
            for start, end in bodies(post)
            if (other := _TITLES.sub("", fold(post[start:end]))).split()[0] == name.split()[0]
        ]
        if alike and name.split()[0] in _MANY_OF_A_KIND:
            return not any(name.startswith(o) or o.startswith(name) for o in alike)
    return False


_MANY_OF_A_KIND = frozenset(("so", "bo", "cuc", "vu", "vien", "hiep", "hoi", "trung", "truong"))


_POST_OF = 0.5
"""Bonus of the post beside a name that the question gives."""

_VERB = re.compile(
    r"\b(ban hanh|to chuc|chu tri|phe duyet|thong qua|phoi hop|giao|hoan thien|trien khai|"
    r"xay dung|quan ly|cong bo|thuc hien|cung cap|khai truong|ky|quyet dinh|giai quyet|thu hoi|"
    r"xu ly|kiem tra|thanh tra|huong dan|tham dinh|xac nhan|tiep nhan|cong nhan|cho phep|giam sat|"
    r"xem xet|tong hop|chi dao|theo doi|"
    r"cap(?! nao| tinh| huyen| xa| tren| duoi| uy| co| trung uong))\b"
)
# “Công an cấp huyện”: the level belongs to the name.
_LEVEL = re.compile(r"\s+(?:các cấp|cùng cấp|cấp (?:trung ương|tỉnh|huyện|xã))(?!\w)")
_HEAD_OF = re.compile(
    r"(?:Chủ tịch|Bộ trưởng|Giám đốc|Chánh án|Viện trưởng|Cục trưởng|Tổng cục trưởng|Trưởng|"
    r"Thủ trưởng|Người đứng đầu|Thống đốc)\s+$",
    re.IGNORECASE,
)
_WHO = re.compile(r"\bai\b|\bnguoi nao\b")
# “Giao Công an tỉnh tham mưu Ủy ban nhân dân tỉnh”: one acts, the other is advised.
_BIDDEN = re.compile(r"\b(?:do|giao|boi)\s+$")
_ADVISED = re.compile(r"\b(?:tham muu|trinh|bao cao|xin y kien|de nghi|giup|gui|phoi hop voi)\s+$")
_OTHERS_PART = 0.3
"""What a body counts less to which another reports or which it advises."""

_DIRECT = 0.1
"""Bonus of a body right before the verb of the question."""

# Laws name offices in small letters: “tổ chức đăng ký đất đai thực hiện …”.
_OFFICE = re.compile(
    r"(?<!\w)(?:[Tt]òa án|"
    r"(?:[Cc]ơ quan|[Tt]ổ chức|[Đđ]ơn vị|[Cc]hi nhánh|[Hh]ội đồng|[Tt]rung tâm)"
    r"(?:\s(?!người|đã|được|bị|mà)[^\W\d_]+){1,12}?)"
    r"(?=\s(?:có trách nhiệm|chịu trách nhiệm|có thẩm quyền|thực hiện|quyết định|"
    r"cấp(?! (?:tỉnh|huyện|xã|có))|giải quyết|thu hồi|xem xét|tiếp nhận|xác nhận|thẩm định|"
    r"chủ trì|phê duyệt|ban hành)(?!\w))"
)


_KIND_OF_BODY = re.compile(r"\b(?P<kind>bo|so|cuc|vu|uy ban|hoi dong|hiep hoi|vien) nao\b")
_OTHER_KIND = 0.5
"""What a body of another kind counts less: “bộ nào?” asks for no prime minister."""


_ACTED_ON = 60
"""How far behind a body the number of the document that it acts on may stand, in characters."""


def body_candidates(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    """Yield the bodies of a sentence, those that do what is asked first."""
    text, asked = evidence.text, fold(question.query)
    verbs = {match.group(1) for match in _VERB.finditer(asked)}
    role = re.search(r"\bnao la (?P<role>\S+ \S+)", asked)
    if role and role["role"] not in fold(text):
        return
    kind = _KIND_OF_BODY.search(asked)
    documents = named_documents(text)
    wanted = documents_named(question.numbers)
    named = Haystack(question.query)
    who = _WHO.search(asked) is not None
    for order, (start, end) in enumerate(_offices(text, who=who)):
        if named.holds(Haystack(text[start:end]).padded.strip()):
            continue
        object_of = next((n for n in documents if end <= n.start <= end + _ACTED_ON), None)
        if object_of and wanted and not any_match([object_of], wanted):
            continue
        after = _VERB.search(fold(text[end : end + 40]))
        before = fold(text[:start])
        agent = _BIDDEN.search(before) is not None
        acts = bool(after and (not verbs or after.group(1) in verbs))
        bonus = 0.15 * acts + 0.1 * (acts and agent) + 0.04 * (order == 0)
        # “Đề nghị cấp huyện quyết định”: whoever stands right before the verb does it.
        direct = bool(acts and after and after.start() <= 1 and verbs)
        bonus += _DIRECT * direct
        bonus -= _OTHERS_PART * (not direct and _ADVISED.search(before) is not None)
        proposer = _PROPOSED_BY.search(before) is not None
        bonus += _PROPOSES * (proposer and _PROPOSES_ASKED.search(asked) is not None)
        told = kind and (question.marked or kind["kind"] != "so")
        if kind and told and not fold(text[start:end]).startswith(kind["kind"]):
            bonus -= _OTHER_KIND
        yield whole(evidence, start, end, bonus)


# “Theo đề nghị của Bộ trưởng Bộ Công an” tells who proposed what was issued.
_PROPOSES_ASKED = re.compile(r"\b(?:de xuat|de nghi|kien nghi|trinh(?! (?:tu|do|bay|dien)\b))\b")
_PROPOSED_BY = re.compile(
    r"\btheo (?:de nghi|de xuat|kien nghi|to trinh)(?: so \S+)? cua\s+$|"
    r"\b(?:co quan|don vi|noi) (?:de nghi|de xuat|trinh)(?: la)?:?\s+$"
)
_PROPOSES = 0.5
"""Bonus of the body that proposed, where it is asked who did."""

_ACTS = r"(?:,[^,;.]{1,80},)?\s*(?:(?:da|se|cung|truc tiep) )*"
_DOES_IT = 0.4
"""Bonus of a person who does what is asked: “Thủ tướng …, Chủ tịch Ủy ban, chủ trì phiên họp”."""


def acting_candidates(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    """Yield the persons of a sentence who do what a question asks, for “Ai chủ trì …?”.

    Who holds a post is named with the body whose post it is, which does not act itself.
    """
    asked = fold(question.query)
    verbs = "|".join(dict.fromkeys(match.group(1) for match in _VERB.finditer(asked)))
    if not verbs or not _WHO.search(asked):
        return
    text = evidence.document.text
    for person in persons(text, evidence.span.start, evidence.span.end):
        after = fold(text[person.end : evidence.span.end]).lstrip()
        if re.match(rf"{_ACTS}(?:{verbs})\b", after) and person.name not in question.names:
            yield Candidate(evidence, Span(person.start, person.end), evidence.text, _DOES_IT)


def _offices(text: str, *, who: bool) -> list[tuple[int, int]]:
    """Return the bodies of a sentence, with levels, and offices named by what they do.

    Args:
        text: The sentence.
        who: Whether it is asked who: whoever heads a body is taken with it.
    """
    found: list[tuple[int, int]] = []
    for start, end in bodies(text):
        level = _LEVEL.match(text, end)
        head = _HEAD_OF.search(text[:start]) if who else None
        found.append((head.start() if head else start, level.end() if level else end))
    for match in _OFFICE.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in found):
            found.append(match.span())
    return sorted(found)


_AT = re.compile(
    r"(?<!\w)(?:tại|ở)\s+(?!Điều|Khoản|Điểm|Luật|Nghị|Mục|Chương|Phụ lục|Quyết|Thông)"
    r"(?P<place>(?:trụ sở|hội trường|nhà|khách sạn|trung tâm|thành phố|tỉnh|"
    rf"địa bàn|số \d+|[{UPPER}])[^,.;:()“”]{{2,80}}?)(?=\s+(?:đã|vào|diễn|do|và)\s|[,.;:()]|$)"
)


_UNIT = re.compile(
    r"^(?:xa|phuong|thi tran|huyen(?: dao)?|thi xa|dac khu) (?P<name>.+?) duoc lap thanh\b"
)
_FORMED_OF = 0.7
"""Bonus of a unit that was formed of the one asked about."""

_INTO = re.compile(r"\b(?:vao|thuoc|thanh)\s+(?P<title>(?:thanh pho |tinh )?)$")


def place_candidates(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    """Yield the places of a sentence: what stands behind “tại”, then provinces and cities."""
    text = evidence.text
    asked = set(question.places)
    formed = FORMED.match(text)
    unit = _UNIT.match(fold(question.query))
    if unit:
        made = MADE.search(text)
        if formed and Haystack(text[formed.end() :]).holds(unit["name"]):
            yield whole(evidence, *formed.span("unit"), _FORMED_OF)
        elif made and Haystack(text[: made.start()]).holds(unit["name"]):
            yield whole(evidence, *made.span("unit"), _FORMED_OF)
        return
    for match in _AT.finditer(text):
        known = {place.name for place in places(match["place"])}
        if not known & asked or len(match["place"]) > 20:
            yield whole(evidence, match.start("place"), match.end("place"), 0.05)
    for place in places(text):
        if place.name not in asked:
            into = _INTO.search(fold(text[: place.start]))
            start = place.start - (len(into["title"]) if into else 0)
            yield whole(evidence, start, place.end, 0.1 if into else 0.0)
