"""Questions of yes or no: the words that settle them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from assistant.answering.candidates.acts import OR_ELSE, Act, Mode, Said, act_asked, met, said_of
from assistant.answering.candidates.dates_asked import date_candidates
from assistant.answering.candidates.denials import (
    CLAIM,
    EXCLUDES,
    claimed_words,
    clause_end,
    denied_words,
    has_not,
    leaves_out,
    on_condition,
    opposed,
    said_whole,
    stays_apart,
    taken_as_known,
)
from assistant.answering.candidates.figures_asked import figure_candidates
from assistant.answering.candidates.permissions import asks_leave, forbidden, grants
from assistant.answering.candidates.statements import settled_by, statement_in
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

__all__ = ["yes_no_candidates"]


_CIRCUMSTANCE = re.compile(r"(?<=\w) (?:khi|neu|truoc khi|sau khi|trong truong hop|de)\b.*$")


def _of_the_asked(question: Question, evidence: Evidence) -> bool:
    """Tell whether a text speaks of both sides of “có phải”, “có cần”: who, and what."""
    match = CLAIM.search(fold(OR_ELSE.sub(r"\g<not>", question.query)))
    if match is None:
        return True
    core = Haystack(_CIRCUMSTANCE.sub("", match["claim"]))
    asked = [term for term in question.terms if "_" not in term and core.holds(term)]
    said = {
        word
        for pair in question.terms
        if "_" in pair and core.holds(" ".join(pair.split("_")))
        if _holds(evidence, " ".join(pair.split("_")))
        for word in pair.split("_")
    }  # “Đứng đầu” is said by “làm trưởng ban”, neither of its syllables by itself.
    if sum(word in said or _holds(evidence, word) for word in asked) < _TOLD * len(asked):
        return False
    before = Haystack(question.query[: match.start()])
    words = [term for term in question.terms if "_" not in term and before.holds(term)]
    near = (evidence.sentence, evidence.passage, evidence.frame)
    held = sum(
        any(part.holds(one) for part in near for one in (word, *synonyms(word))) for word in words
    )
    return held >= len(words) / 2


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
    """Yield what settles a question of yes or no: a figure, a post, a denial, a superlative.

    What is put as a statement (“…, đúng hay sai?”) is affirmed by nothing less than the same
    words.
    """
    act = act_asked(question.query)
    if _claims_a_figure(question, act):
        yield from figure_candidates(question, evidence)
        return
    settled = settled_by(question, evidence)
    if settled:
        yield settled
        return
    judged = statement_in(question.query) is not None
    for candidate in _nearly_settled(question, evidence, act):
        yield replace(candidate, settles=None) if judged and candidate.settles else candidate


def _nearly_settled(question: Question, evidence: Evidence, act: Act | None) -> Iterator[Candidate]:
    """Yield what settles a question of yes or no that is said in other words."""
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
    denial = denied_words(question, evidence.text)
    if denial and act and act.mode is not Mode.PLAIN and not said_whole(act, evidence, denial):
        # Whether one may or must is answered by “Không”, and the whole sentence beside it.
        yield Candidate(evidence, None, evidence.text, 0.1, settles=False)
        return
    if denial:
        yield replace(whole(evidence, *denial, 0.1), settles=False)
    elif contrary := opposed(question, evidence):
        yield replace(whole(evidence, *contrary, _CONTRARY), settles=False)
        return
    elif apart := stays_apart(question, evidence):
        heading = evidence.leads()[-1:]
        governor = heading[0] if heading else None
        yield Candidate(evidence, None, evidence.text, apart, governor, settles=False)
        return
    best = _SUPERLATIVE.search(evidence.text)
    if best and _MOST.search(fold(question.query)):
        yield whole(evidence, best.start(), best.end(), 0.1)
    told = _affirmed_or_not(question, evidence)
    # What the words of the question deny is shorter than the whole clause.
    if not denial or told.settles is not False:
        yield told


def _claims_a_figure(question: Question, act: Act | None) -> bool:
    """Tell whether a question states a figure to be held against that of a text.

    “Người chưa đủ 18 tuổi có được làm bảo vệ không?” states one of whom it asks.
    """
    ends = _figures_end(question.query)
    if not ends or asks_of_a_figure(question):
        return False
    of_whom = act is not None and act.mode is not Mode.PLAIN and act.begins > 0
    return not (of_whom and act and max(ends) <= act.begins)


# A question is held against hundreds of sentences: its figures are found once.
@lru_cache(maxsize=64)
def _figures_end(query: str) -> tuple[int, ...]:
    return tuple(q.end for q in quantities(query) if not q.written)


# “Còn hiệu lực không?” is denied by what took its place.
_STILL = re.compile(r"\bcon\b.*\b(?:ap dung|hieu luc|dung|gia tri|ton tai|hoat dong)\b")
_ENDED = re.compile(
    r"(?:đã )?(?:được|bị) (?:thay thế|bãi bỏ|thay)(?: bằng [^,;.()]+)?|hết hiệu lực"
)
# “Cho thuê giấy phép có bị cấm không?” is affirmed by what forbids it.
_BANNED = re.compile(r"(?P<act>.+?) (?:co )?bi (?:nghiem )?cam (?:khong|chua)\W*$")
_SUPERLATIVE = re.compile(
    r"(?<!\w)(?!(?:chậm|muộn|sớm|thống|hợp|duy|đồng|thứ) nhất)[^\W\d_]+\snhất(?! là| định)"
    r"(?:\s(?:cả nước|toàn quốc|thế giới|khu vực))?"
)
_MOST = re.compile(r"\bnhat\b(?! dinh| thiet| tri| la)")
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
    claim, claimed = Haystack(query), claimed_words(query)
    words = [term for term in question.terms if "_" not in term and claim.holds(term)]
    held = [w for w in words if _holds(evidence, w)]
    told = bool(words) and len(held) >= _TOLD * len(words)
    told = told and _of_the_subject(question, evidence)
    leave, ban = asks_leave(question), _BANNED.match(asked)
    acts = re.findall(r"\w+", ban["act"]) if ban else leave
    denial = forbidden(Candidate(evidence, None, text, 0.0), acts) if told else None
    if denial:
        return replace(denial, settles=True) if ban and denial.settles is False else denial
    act = act_asked(question.query)
    stated = _stated(question, evidence, act) if act else []
    if any(one.denied for one in stated):
        return Candidate(evidence, None, text, 0.1, settles=False)
    excluded = EXCLUDES.search(text)
    left_out = excluded and act and leaves_out(evidence, act, excluded.start())
    if left_out and act and act.mode is not Mode.PLAIN:
        return Candidate(evidence, None, text, _LEFT_OUT, settles=False)
    if left_out and excluded:
        return _denied_by(evidence, excluded.start(), clause_end(text, excluded.end()))
    known = excluded and (
        taken_as_known(query, text, excluded.start()) or on_condition(text, excluded.start())
    )
    if excluded and has_not(excluded.group()):
        # “Không có thời hạn giấy phép” denies the term, not the permit.
        lacking = fold(text[excluded.end() :]).split()[:1]
        known = known or not any(claim.holds(word) for word in lacking)
    if excluded and told and not known:
        stop = clause_end(text, excluded.end())
        about = Haystack(text[excluded.start() : stop])
        pairs = [term.replace("_", " ") for term in question.terms if "_" in term]
        of_it = sum(about.holds(word) for word in claimed) >= _TOLD * len(claimed)
        if of_it and any(about.holds(pair) for pair in pairs or words):
            return _denied_by(evidence, excluded.start(), stop)
        begin = max(text.rfind(mark, 0, excluded.start()) for mark in ",;:(") + 1
        before = re.sub(r"^\s*(?:và|nhưng)?\s*", "", text[begin : excluded.start()])
        if stop - excluded.end() <= 1 and any(Haystack(before).holds(word) for word in words):
            return _denied_by(evidence, excluded.start() - len(before), stop)
    denied = claimed or (_words_of(act) if act and act.mode is Mode.LEAVE else frozenset())
    denies = any(
        not taken_as_known(query, text, match.start())
        and (not denied or denied & set(fold(text[match.end() :]).split()[:_REACH]))
        for match in _DENIES.finditer(text)
    )
    asked_so = any(
        not taken_as_known(text, query, match.start()) for match in _ASKED_SO.finditer(asked)
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


def _words_of(act: Act) -> frozenset[str]:
    return frozenset(part for word in act.words for part in fold(word).split())


_CONTRARY = 0.3
"""Bonus of a sentence that says the contrary: “tiếp tục hoạt động”, of what might end."""
_LEFT_OUT = 0.2
"""Bonus of a sentence that leaves out just what is asked about."""


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
        or not (taken_as_known(query, text, one.start) or on_condition(text, one.start))
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
