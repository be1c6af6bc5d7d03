"""The note on a claim, ready to paste: verdict, each part beside what was found, and where."""

from __future__ import annotations

from collections import Counter

from assistant.answering.claims.words import ARTICLE
from assistant.schema import (
    Beside,
    CheckedPart,
    CheckedSentence,
    Difference,
    Judgement,
    Verdict,
    written_day,
)

__all__ = ["DIFFERENCES", "note_lines", "note_on", "summary", "told"]

_JUDGEMENTS = {
    "vi": {
        Judgement.SUPPORTED: "Đúng với tài liệu",
        Judgement.REFUTED: "Không đúng với tài liệu",
        Judgement.NOT_ENOUGH: "Chưa đủ căn cứ trong tài liệu",
    },
    "en": {
        Judgement.SUPPORTED: "Supported by the documents",
        Judgement.REFUTED: "Refuted by the documents",
        Judgement.NOT_ENOUGH: "Not enough in the documents",
    },
}
DIFFERENCES = {
    "vi": {
        Difference.VALUE: "giá trị",
        Difference.UNIT: "đơn vị",
        Difference.COMPARATOR: "mức ràng buộc (trên, tối thiểu, …)",
        Difference.TREND: "chiều tăng giảm",
        Difference.YEAR: "năm",
        Difference.PLACE: "địa phương",
        Difference.SUBJECT: "đối tượng được nói đến",
        Difference.ROLE: "mục tiêu hay kết quả",
        Difference.DOCUMENT: "văn bản",
        Difference.DATE: "ngày",
        Difference.NAME: "người",
        Difference.IN_FORCE: "hiệu lực (số cũ, đã có số thay)",
    },
    "en": {
        Difference.VALUE: "value",
        Difference.UNIT: "unit",
        Difference.COMPARATOR: "bound (above, at least, …)",
        Difference.TREND: "rise or fall",
        Difference.YEAR: "year",
        Difference.PLACE: "place",
        Difference.SUBJECT: "what it is said of",
        Difference.ROLE: "target or result",
        Difference.DOCUMENT: "document",
        Difference.DATE: "date",
        Difference.NAME: "person",
        Difference.IN_FORCE: "what is in force (an old figure, since replaced)",
    },
}
_WORDS = {
    "vi": {
        "supported": "“{said}” đúng: tài liệu nêu “{found}”",
        "rounded": "“{said}” là số làm tròn: tài liệu nêu “{found}”",
        "refuted": "“{said}” không đúng: tài liệu nêu “{found}”",
        "not_enough": "“{said}”: không có căn cứ",
        "nearest": "“{said}”: không có căn cứ; gần nhất là “{found}”",
        "outdated": "“{said}” không còn đúng: tài liệu cũ nêu “{found}”",
        "differs": ", khác về {}",
        "of": " ({})",
        "year": "năm {}",
        "now": "; số này đã được thay, nay là “{words}” theo {by}",
        "mixed": "Có phần không đúng với tài liệu",
        "summary": "Đã kiểm tra {checked} câu: {supported} đúng, {refuted} có phần không đúng, "
        "{not_enough} chưa đủ căn cứ; {unchecked} câu không có gì để kiểm tra.",
        "gone": "; văn bản này đã được thay bằng {by}",
        "against": "; nguồn khác nêu “{words}”: {by}",
        "beside": ", bên cạnh “{words}” ({by})",
    },
    "en": {
        "supported": "“{said}” holds: the document says “{found}”",
        "rounded": "“{said}” is rounded: the document says “{found}”",
        "refuted": "“{said}” is wrong: the document says “{found}”",
        "not_enough": "“{said}”: nothing to go by",
        "nearest": "“{said}”: nothing to go by; nearest is “{found}”",
        "outdated": "“{said}” no longer holds: an older document says “{found}”",
        "differs": ", it differs in {}",
        "of": " ({})",
        "year": "year {}",
        "now": "; it was replaced, now “{words}” by {by}",
        "mixed": "Refuted in part by the documents",
        "summary": "{checked} sentences checked: {supported} supported, {refuted} refuted, "
        "{not_enough} not enough; {unchecked} with nothing to check.",
        "gone": "; this document was replaced by {by}",
        "against": "; another source says “{words}”: {by}",
        "beside": ", beside “{words}” ({by})",
    },
}


def note_on(verdict: Verdict, language: str) -> str:
    """Return the note on a claim in words; that on an article says first how it went.

    Args:
        verdict: The verdict.
        language: ``vi`` or ``en``.
    """
    sentences = verdict.sentences
    if len(sentences) + len(verdict.unchecked) < ARTICLE:
        lines = [f"{_JUDGEMENTS[language][verdict.judgement]}."]
        return "\n".join([*lines, *(_line(part, language) for part in verdict.parts)])
    lines = [summary(verdict, language)]
    for number, one in enumerate(sentences, 1):
        said = " ".join(one.span.of(verdict.claim).split())
        lines += ["", f"{number}. “{said}”", f"{told(one, language)}."]
        lines += note_lines(one, language)
    return "\n".join(lines)


def note_lines(sentence: CheckedSentence, language: str) -> list[str]:
    """Return a line for each part of a sentence: what was said, found, and where."""
    return [_line(part, language) for part in sentence.parts]


def told(sentence: CheckedSentence, language: str) -> str:
    """Return the verdict on a sentence in words."""
    return (
        _WORDS[language]["mixed"] if sentence.mixed else _JUDGEMENTS[language][sentence.judgement]
    )


def summary(verdict: Verdict, language: str) -> str:
    """Return in one line how many sentences were checked, and what became of them."""
    counts = Counter(sentence.judgement for sentence in verdict.sentences)
    return _WORDS[language]["summary"].format(
        checked=len(verdict.sentences),
        supported=counts[Judgement.SUPPORTED],
        refuted=counts[Judgement.REFUTED],
        not_enough=counts[Judgement.NOT_ENOUGH],
        unchecked=len(verdict.unchecked),
    )


def _line(part: CheckedPart, language: str) -> str:
    words = _WORDS[language]
    name = part.judgement.value
    if part.judgement is Judgement.SUPPORTED and part.rounded:
        name = "rounded"
    elif part.judgement is Judgement.NOT_ENOUGH and part.found:
        name = "nearest"
    elif Difference.IN_FORCE in part.differs:
        name = "outdated"
    found = " ".join((part.found or "").split())
    line = words[name].format(said=" ".join(part.part.text.split()), found=found)
    if part.found:
        where = [part.found_place] if part.found_place else []
        if part.found_years:
            where.append(words["year"].format(", ".join(map(str, part.found_years))))
        line += words["of"].format("; ".join(where)) if where else ""
    if part.differs and name != "outdated":
        told = ", ".join(DIFFERENCES[language][difference] for difference in part.differs)
        line += words["differs"].format(told)
    line += f" [{part.marker}]" if part.marker else ""
    line += _beside("beside", part.beside, words)
    line += _beside("now" if part.now and part.now.words else "gone", part.now, words)
    line += _beside("against", part.against, words)
    return f"- {line}."


def _beside(name: str, beside: Beside | None, words: dict[str, str]) -> str:
    """Return what is told of another figure; nothing where there is none."""
    if beside is None:
        return ""
    by = ", ".join(filter(None, [beside.document, written_day(beside.issued)]))
    told = words[name].format(words=beside.words or "", by=by)
    return told + (f" [{beside.marker}]" if beside.marker else "")
