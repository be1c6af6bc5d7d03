"""Questions of yes or no: the words that settle them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.answering.candidates.acts import OR_ELSE, Act, Mode, Said, act_asked, met, said_of
from assistant.answering.candidates.dates_asked import date_candidates
from assistant.answering.candidates.figures_asked import figure_candidates
from assistant.answering.candidates.permissions import asks_leave, forbidden, grants
from assistant.answering.evidence import Evidence
from assistant.answering.local import Candidate, whole
from assistant.answering.terms import Haystack
from assistant.answering.verdicts import asks_of_a_figure, claims_day
from assistant.schema import AnswerKind, Question, Span
from assistant.vietnamese.dates import dates
from assistant.vietnamese.names import bodies, persons
from assistant.vietnamese.normalise import LOWER, UPPER, fold
from assistant.vietnamese.places import places
from assistant.vietnamese.quantities import quantities
from assistant.vietnamese.synonyms import synonyms
from assistant.vietnamese.tokens import syllables

__all__ = ["yes_no_candidates"]


def _denied(question: Question, text: str) -> tuple[int, int] | None:
    """Return the words that deny what is asked: “chưa có mô hình”, “không sáp nhập”."""
    asked = {fold(token.text) for token in syllables(question.query)}
    claimed = _claimed(question.query)
    act = act_asked(question.query)
    bidding = _BIDDING if act and act.mode is not Mode.PLAIN else frozenset[str]()
    for match in re.finditer(r"(?<!\w)(?:không|chưa)(?=\s)", text):
        if _taken_as_known(question.query, text, match.start()) or _on_condition(
            text, match.start()
        ):
            continue
        end = 0
        for token in syllables(text[match.end() :]):
            gap = text[match.end() + end : match.end() + token.start]
            word = fold(token.text)
            told = word in asked or word in bidding
            if gap.strip() or not told or word in ("theo", "cua", "ve"):
                break
            end = token.end
        denied = fold(text[match.end() : match.end() + end]).split()
        of_it = not claimed or claimed & set(denied)
        if len(denied) >= 2 and of_it and set(denied) - bidding:
            return match.start(), match.end() + end
    return None


_BIDDING = frozenset("phai can bat buoc duoc bi".split())
_CLAIM = re.compile(
    r"\b(?:co|con) (?:phai|duoc|can|bi|the|bat buoc)\b(?P<claim>.+?)\s(?:khong|chua)\W*$"
)
_EMPTY = frozenset("phai duoc can bi the la co cho va hoac cua theo".split())


def _claimed(query: str) -> set[str]:
    """Return the folded words of what is asked after “có phải”, “có được”; none without such."""
    match = _CLAIM.search(fold(OR_ELSE.sub(r"\g<not>", query)))
    return set(re.findall(r"\w+", match["claim"])) - _EMPTY if match else set()


_CLAUSE = re.compile(r"[,;:.]\s|(?<!\w)thì(?!\w)")
_CONDITION = re.compile(r"(?<!\w)(?:mà|khi|nếu|vì|do|trường hợp)(?!\w)", re.IGNORECASE)
_THEN = re.compile(r"[^;:.]*(?<!\w)thì(?!\w)")


def _on_condition(text: str, start: int) -> bool:
    """Tell whether a denial only says when something else holds.

    “Hộ mà chưa được giao đất”, “không có tranh chấp thì được cấp” deny nothing of what is so.
    """
    begins = max((match.end() for match in _CLAUSE.finditer(text, 0, start)), default=0)
    return (
        _CONDITION.search(text, begins, start) is not None or _THEN.match(text, start) is not None
    )


_CIRCUMSTANCE = re.compile(r"(?<=\w) (?:khi|neu|truoc khi|sau khi|trong truong hop|de)\b.*$")


def _of_the_asked(question: Question, evidence: Evidence) -> bool:
    """Tell whether a text speaks of both sides of “có phải”, “có cần”: who, and what."""
    match = _CLAIM.search(fold(OR_ELSE.sub(r"\g<not>", question.query)))
    if match is None:
        return True
    core = Haystack(_CIRCUMSTANCE.sub("", match["claim"]))
    asked = [term for term in question.terms if "_" not in term and core.holds(term)]
    if sum(_holds(evidence, word) for word in asked) < _TOLD * len(asked):
        return False
    before = Haystack(question.query[: match.start()])
    words = [term for term in question.terms if "_" not in term and before.holds(term)]
    near = (evidence.sentence, evidence.passage, evidence.frame)
    held = sum(
        any(part.holds(one) for part in near for one in (word, *synonyms(word))) for word in words
    )
    return held >= len(words) / 2


def _taken_as_known(query: str, text: str, start: int) -> bool:
    """Tell whether a question itself says the denial that begins at an offset of a text.

    “Khách không có giấy tờ thì có phải báo không?” is not denied by “khách không có giấy tờ”.
    """
    folded, asked = fold(text[start:]), fold(query)
    run = " ".join(folded.split()[:3])
    if len(run.split()) == 3 and re.search(rf"\b{re.escape(run)}\b", asked):
        return True
    # “Không ai tranh chấp” says as much as “không có tranh chấp”.
    here = _DENIED.match(folded)
    return here is not None and any(
        here["what"] == there["what"] for there in _DENIED.finditer(asked) if there["what"]
    )


_DENIED = re.compile(r"(?:khong|chua)(?: (?:co|ai|con|he|bi|xay ra|phat sinh))* (?P<what>\w+ \w+)")


def _without_dates(query: str) -> str:
    for mention in reversed(dates(query)):
        query = query[: mention.start] + query[mention.end :]
    return query


# “Sau khi … ngày 16/6/2025, …” says when; it claims nothing of the day.
_SET_OFF = re.compile(
    r"^\s*(?:sau khi|khi|từ khi|trước khi|sau|từ|sau khi|khi|tu khi)\s[^?]*?,", re.I
)
_ANY = re.compile(r"\bco (?:\S+ ){1,5}?nao (?:\S+ ){0,3}?khong\b")
_WHOLE = re.compile(
    r"\b(?:moi |toan bo|tat ca|het(?! han\b| hieu luc)|deu|du(?! dieu kien| \d)|vuot|day du|"
    r"qua nua|hoan thanh)\b"
)


def yes_no_candidates(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    """Yield what settles a question of yes or no: a figure, a post, a denial, a superlative."""
    act = act_asked(question.query)
    if _claims_a_figure(question, act):
        yield from figure_candidates(question, evidence)
        return
    said = _SET_OFF.sub("", question.query)
    if any(claims_day(said[: mention.start]) for mention in dates(said)):
        asked = replace(question, kind=AnswerKind.DATE, query=_without_dates(question.query))
        yield from date_candidates(asked, evidence)
    text = evidence.document.text
    for person in persons(text, evidence.span.start, evidence.span.end):
        if person.name in question.names and person.post_end > person.post_start:
            yield Candidate(evidence, Span(person.post_start, person.post_end), evidence.text, 0.1)
    if _WHOLE.search(fold(question.query)):
        for settled in figure_candidates(replace(question, kind=AnswerKind.FIGURE), evidence):
            ratio = settled.short is not None and "/" in settled.short.of(evidence.document.text)
            yield replace(settled, bonus=settled.bonus + (0.3 if ratio else 0.15))
    if _ANY.search(fold(question.query)):
        counted = replace(question, kind=AnswerKind.FIGURE)
        for settled in figure_candidates(counted, evidence):
            if settled.bonus > 0 and settled.values and settled.values[0].value >= 1:
                yield replace(settled, settles=True)
    denial = _denied(question, evidence.text)
    if denial and act and act.mode is not Mode.PLAIN and not _said_whole(act, evidence, denial):
        # Whether one may or must is answered by “Không”, and the whole sentence beside it.
        yield Candidate(evidence, None, evidence.text, 0.1, settles=False)
        return
    if denial:
        yield replace(whole(evidence, *denial, 0.1), settles=False)
    best = re.search(
        r"(?:[^\W\d_]+\s)nhất(?:\s(?:cả nước|toàn quốc|thế giới|khu vực))?", evidence.text
    )
    if best and re.search(r"\bnhat\b", fold(question.query)):
        yield whole(evidence, best.start(), best.end(), 0.1)
    told = _affirmed_or_not(question, evidence)
    # What the words of the question deny is shorter than the whole clause.
    if not denial or told.settles is not False:
        yield told


def _said_whole(act: Act, evidence: Evidence, denial: tuple[int, int]) -> bool:
    """Tell whether the words that deny an act name all of it: “không sáp nhập”."""
    said = Haystack(evidence.text[slice(*denial)])
    return all(said.holds(fold(word)) for word in act.words)


def _claims_a_figure(question: Question, act: Act | None) -> bool:
    """Tell whether a question states a figure to be held against that of a text.

    “Người chưa đủ 18 tuổi có được làm bảo vệ không?” states one of whom it asks.
    """
    found = [q for q in quantities(question.query) if not q.written]
    if not found or asks_of_a_figure(question):
        return False
    of_whom = act is not None and act.mode is not Mode.PLAIN and act.begins > 0
    return not (of_whom and act and all(q.end <= act.begins for q in found))


_EXCLUDES = re.compile(
    r"(?<!\w)(?:(?:ngoại |(?<!miễn )(?<!khấu )(?<!loại )(?<!bài )(?<!phòng ))trừ|không tính|"
    r"không (?:bao )?gồm|chưa (?:bao )?gồm|không thuộc|không kể|không áp dụng|không còn|"
    r"không sắp xếp|không sáp nhập|không phải|chưa có|không có)(?!\w)"
)
# “Còn hiệu lực không?” is denied by what took its place.
_STILL = re.compile(r"\bcon\b.*\b(?:ap dung|hieu luc|dung|gia tri|ton tai|hoat dong)\b")
_ENDED = re.compile(
    r"(?:đã )?(?:được|bị) (?:thay thế|bãi bỏ|thay)(?: bằng [^,;.()]+)?|hết hiệu lực"
)
_HAS_NOT = re.compile(r"(?:không|chưa) có")
_CLAUSE_END = re.compile(r"[,;.)]|$")
_OF_WHOM = 0.5
"""Least share of the words on whom an act is asked of in a sentence, or its headings."""
_TOLD = 0.75
"""Least share of a question's words in a sentence that is taken to affirm it."""


_REACH = 8
"""How many words behind a denial it is of."""
_DENIES = re.compile(r"(?<!\w)(?:không|chưa|chấm dứt|bãi bỏ|dừng|thay thế)(?!\w)")
_ASKED_SO = re.compile(r"\b(?:khong|chua|con)\b(?!\W*$)")
_ONLY = re.compile(r"\b(?:chi (?:la|co|can|mot)|duy nhat|la mot)\b")


def _affirmed_or_not(question: Question, evidence: Evidence) -> Candidate:
    """Return the sentence, and whether it affirms or excludes what is asked.

    It affirms only where it holds nearly all words of the question and denies none: “Có” is
    never guessed from a sentence on the same subject, nor where a time is asked about.
    """
    query = OR_ELSE.sub(r"\g<not>", question.query)
    asked, text = fold(query), evidence.text
    ended = _ENDED.search(text) if _STILL.search(asked) else None
    if ended:
        return _denied_by(evidence, *ended.span())
    claim, claimed = Haystack(query), _claimed(query)
    words = [term for term in question.terms if "_" not in term and claim.holds(term)]
    held = [w for w in words if _holds(evidence, w)]
    told = bool(words) and len(held) >= _TOLD * len(words)
    told = told and _of_the_subject(question, evidence)
    leave = asks_leave(question)
    denial = forbidden(Candidate(evidence, None, text, 0.0), leave) if told else None
    if denial:
        return denial
    act = act_asked(question.query)
    stated = _stated(question, evidence, act) if act else []
    if any(one.denied for one in stated):
        return Candidate(evidence, None, text, 0.1, settles=False)
    excluded = _EXCLUDES.search(text)
    known = excluded and (
        _taken_as_known(query, text, excluded.start()) or _on_condition(text, excluded.start())
    )
    if excluded and _HAS_NOT.fullmatch(excluded.group()):
        # “Không có thời hạn giấy phép” denies the term, not the permit.
        lacking = fold(text[excluded.end() :]).split()[:1]
        known = known or not any(claim.holds(word) for word in lacking)
    if excluded and told and not known:
        end = _CLAUSE_END.search(text, excluded.end())
        stop = end.start() if end else len(text)
        about = Haystack(text[excluded.start() : stop])
        pairs = [term.replace("_", " ") for term in question.terms if "_" in term]
        of_it = sum(about.holds(word) for word in claimed) >= len(claimed) / 2
        if of_it and any(about.holds(pair) for pair in pairs or words):
            return _denied_by(evidence, excluded.start(), stop)
        begin = max(text.rfind(mark, 0, excluded.start()) for mark in ",;:(") + 1
        before = re.sub(r"^\s*(?:và|nhưng)?\s*", "", text[begin : excluded.start()])
        if stop - excluded.end() <= 1 and any(Haystack(before).holds(word) for word in words):
            return _denied_by(evidence, excluded.start() - len(before), stop)
    denies = any(
        not _taken_as_known(query, text, match.start())
        and (not claimed or claimed & set(fold(text[match.end() :]).split()[:_REACH]))
        for match in _DENIES.finditer(text)
    )
    asked_so = any(
        not _taken_as_known(text, query, match.start()) for match in _ASKED_SO.finditer(asked)
    )
    only = _ONLY.search(asked) is not None and _ONLY.search(fold(text)) is None
    told = told and not denies and not asked_so and not only and not dates(question.query)
    told = told and grants(evidence, leave) and _of_the_asked(question, evidence)
    if act and told:
        listed = act.mode is Mode.LEAVE and evidence.in_list
        told = any(one.in_mode or listed for one in stated)
    conditional = told and not met(text, query)
    return Candidate(
        evidence,
        None,
        text,
        0.05 * told,
        settles=True if told else None,
        conditional=conditional,
    )


def _stated(question: Question, evidence: Evidence, act: Act) -> list[Said]:
    """Return where a sentence states an act, if it speaks of whom it is asked of."""
    near = (evidence.sentence, evidence.frame)
    if not act.is_stated([_holds(evidence, fold(word)) for word in act.words]):
        return []
    told = sum(
        any(part.holds(one) for part in near for one in (word, *synonyms(word)))
        for word in map(fold, act.who)
    )
    if told < _OF_WHOM * len(act.who):
        return []
    query, text = question.query, evidence.text
    return [
        one
        for one in said_of(act, text)
        if not one.denied
        or not (_taken_as_known(query, text, one.start) or _on_condition(text, one.start))
    ]


def _of_the_subject(question: Question, evidence: Evidence) -> bool:
    """Tell whether a sentence names the bodies and proper names that a question is about.

    What Sở Xây dựng does is no “Có” for Sở Y tế, however alike the rest.
    """
    query = question.query
    named = [query[start:end] for start, end in bodies(query)]
    named += [match.group() for match in _PROPER.finditer(query) if match.start() > 0]
    first = re.match(rf"{_CAP}(?: {_CAP})+", query)
    named += [first.group()] if first else []
    said = fold(evidence.text)
    return all(fold(name) in said for name in named if not places(name))


_CAP = rf"[{UPPER}][{LOWER}]+"
_PROPER = re.compile(rf"(?<!\w){_CAP}(?: {_CAP})+(?!\w)")


def _denied_by(evidence: Evidence, start: int, end: int) -> Candidate:
    """Return a range of a sentence that denies what is asked."""
    return replace(whole(evidence, start, end, 0.1), settles=False)


def _holds(evidence: Evidence, word: str) -> bool:
    return evidence.sentence.holds(word) or any(
        evidence.sentence.holds(other) for other in synonyms(word)
    )
