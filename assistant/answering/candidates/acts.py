"""The act that a question of yes or no asks about: of whom, in which mode, and what.

“Hộ nghèo có được miễn tiền thuê đất không?” asks of “hộ nghèo” whether they may; what answers
states that very act, near the word that allows, bids or denies it. Words of the act strewn over
a long sentence of a law say nothing of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from assistant.vietnamese.compounds import is_compound
from assistant.vietnamese.normalise import fold, has_marks, lower, place_tones
from assistant.vietnamese.stopwords import is_stopword
from assistant.vietnamese.synonyms import synonyms
from assistant.vietnamese.tokens import syllables

__all__ = ["OR_ELSE", "Act", "Mode", "Said", "act_asked", "met", "said_of"]

OR_ELSE = re.compile(r"(?<=\s)(?P<not>không|khong|chưa|chua),?\s+(?:hay|theo)\s.*$", re.IGNORECASE)
"""What may follow a question: “… có phải nộp bản sao không, hay cán bộ tự tra?”"""


class Mode(StrEnum):
    """How an act is asked about."""

    LEAVE = "may"
    NEED = "must"
    BE = "must or does"
    PASSIVE = "suffers"
    PLAIN = "does"


_END = r"\s(?:khong|chua)\W*$"
_FORMS = tuple(
    (re.compile(pattern + _END), mode)
    for pattern, mode in (
        (
            r"^(?P<who>.*?)\bco (?:can|bat buoc|buoc|nhat thiet|nghia vu|trach nhiem)\b"
            r"(?P<act>.+?)",
            Mode.NEED,
        ),
        # “Có phải nối với ASEAN không?” asks of a duty, or whether it is so.
        (r"^(?P<who>.*?)\bco phai\b(?P<act>.+?)", Mode.BE),
        (r"^(?P<who>.*?)\bco (?:duoc|the|quyen)\b(?P<act>.+?)", Mode.LEAVE),
        (r"^(?P<who>.*?)\bco bi\b(?P<act>.+?)", Mode.PASSIVE),
        (r"^(?P<who>.+ (?:thi|ma)) (?P<act>.+?)\s(?:co )?duoc(?: phep)?", Mode.LEAVE),
        (r"^(?P<act>.+?)\s(?:co )?duoc(?: phep)?", Mode.LEAVE),
        (r"^(?P<who>.*\b)co\b(?P<act>.+?)", Mode.PLAIN),
    )
)
_BEFORE = {
    Mode.LEAVE: re.compile(r"duoc|quyen|phep|the"),
    Mode.NEED: re.compile(r"phai|buoc|can|vu|cau"),
    Mode.PASSIVE: re.compile(r"bi|buoc"),
}
"""The last syllable of a word that says of an act what is asked: “có quyền”, “nghĩa vụ”."""

_BIDDING = frozenset("phai can bat buoc duoc phep the quyen bi nhat thiet yeu cau".split())
_DENIES = frozenset(("khong", "chua", "cam"))
_BETWEEN = _BIDDING | frozenset("co con cac hanh vi viec thuc hien tu y cap".split())
"""What may stand between a denial and the act that it is of: “không được tự ý …”."""
# “Tỉnh nào” of a question of yes or no is any.
_ANY = re.compile(
    r"(?<!\w)(?:(?:với|vào|cho|ở|tại|của) )?(?:\w+ )?(?:nào|gì|ai)(?!\w)", re.IGNORECASE
)
# “Đi cưỡng chế” is the act itself, “đi bộ” no other than that.
_GOES = re.compile(r"^\s*(?:đi|tự ý|tự)\s+(?=\w+\s\w)", re.IGNORECASE)
# “Không quá 03 lần”, “không kể” and “không chỉ” deny nothing of the act.
_NO_DENIAL = re.compile(r"(?:qua|ke|chi|nhung|phan biet|duoi|it hon|vuot)\b")
_SOURCE = re.compile(r"\btheo\b.*$", re.IGNORECASE)
_REACH = 5
"""How many syllables before an act the word stands that allows or denies it."""
_STATED = {
    Mode.LEAVE: 0.8, Mode.NEED: 0.65, Mode.BE: 0.65, Mode.PASSIVE: 0.85, Mode.PLAIN: 0.8,
}  # fmt: skip
"""Least share of the words of an act that a clause must hold to state it, by its mode."""
_STATED_WHOLE = 0.6
"""The same where the act is told with whom it is of (“Bán đất của hộ nghèo được không?”)."""
_OBJECTS = 2
"""More words than these are a verb and its objects."""
_SPREAD, _FEW = 2, 6
"""A statement takes at most so many syllables for each word of its act, and so many more."""

_CONDITION = re.compile(
    r"(?<!\w)(?:nếu|(?<!sau )(?<!trước )(?<!trong )khi|trường hợp|đủ điều kiện|đáp ứng|"
    r"với điều kiện|(?<!miễn )trừ)(?!\w)"
    r"(?P<what>[^,;.]*?)(?=[,;.]|\sthì\s|$)",
    re.IGNORECASE,
)
_MET = 0.5
"""Least share of the words of a condition in a question that takes it as met."""


@dataclass(frozen=True, slots=True)
class Act:
    """What a question asks whether somebody may, must, suffers or does.

    Attributes:
        who: Words of content before the act, of whom and when it is asked, as spelt.
        words: Words of content of the act, as spelt; “sổ đỏ”, which has other names, is one.
        mode: How it is asked about.
        begins: Offset in the question from which the act is told.
    """

    who: tuple[str, ...]
    words: tuple[str, ...]
    mode: Mode
    begins: int

    def is_stated(self, held: Sequence[bool]) -> bool:
        """Tell whether a clause states the act, by which of its words it holds.

        What is plainly asked of (“có đụng tới cáp quang biển không?”) may be told by its
        objects alone; a verb of speech is seldom that of the text.
        """
        if self.mode is Mode.LEAVE and not self.begins:
            return held[0] and sum(held) >= _STATED_WHOLE * len(held)
        enough = _STATED[self.mode]
        objects = held[1:] if self.mode is Mode.PLAIN and len(held) > _OBJECTS else held
        return sum(held) >= enough * len(held) or sum(objects) >= enough * len(objects)


@dataclass(frozen=True, slots=True)
class Said:
    """Where a text states an act.

    Attributes:
        start: Offset of the word of mode or denial, or of the act.
        end: One past the act.
        denied: Whether it is denied.
        in_mode: Whether a word of the mode asked about stands before it.
    """

    start: int
    end: int
    denied: bool
    in_mode: bool


# A question is held against hundreds of sentences: what it asks is found once.
@lru_cache(maxsize=64)
def act_asked(query: str) -> Act | None:
    """Return the act that a question asks about, None where it has another form.

    Args:
        query: The question, NFC.
    """
    said = OR_ELSE.sub(r"\g<not>", query).strip()
    folded = fold(said)
    for form, mode in _FORMS:
        match = form.match(folded)
        if match is None:
            continue
        who = match.groupdict().get("who") or ""
        if not who.strip() and mode is Mode.BE:
            mode = Mode.PLAIN  # “Có phải Bộ X trình …?” holds a claim against the text
        marked = has_marks(query)
        act = _SOURCE.sub("", said[slice(*match.span("act"))])
        words = _content(act, marked=marked)
        own = _content(said[: len(who)], marked=marked)
        return Act(own, words, mode, match.start("act")) if words else None
    return None


def said_of(act: Act, text: str) -> Iterator[Said]:
    """Yield where a sentence states an act, nearly in full and in one clause.

    Args:
        act: The act.
        text: A sentence.
    """
    tokens = list(syllables(text))
    spelt = [_spell(token.text) for token in tokens]
    folded = [fold(token.text) for token in tokens]
    places = [_places(word, spelt, folded) for word in act.words]
    for first in dict.fromkeys([*places[0], *(places[1] if len(places) > 1 else [])]):
        reach = first + _SPREAD * len(act.words) + _FEW
        near = [[at for at in found if first - _FEW <= at <= reach] for found in places]
        held = [min(found, key=lambda at: abs(at - first)) for found in near if found]
        if not act.is_stated([bool(found) for found in near]):
            continue
        last = max(held)
        if re.search(r"[;:.]\s", text[tokens[min(held)].start : tokens[last].end]):
            continue
        before = [
            at
            for at in range(max(0, first - _REACH), first)
            if not re.search(r"[,;:.]", text[tokens[at].end : tokens[first].start])
        ]
        denial = [
            at
            for at in before
            if folded[at] in _DENIES
            and not _NO_DENIAL.match(" ".join(folded[at + 1 : at + 3]))
            and _BETWEEN.issuperset(folded[at + 1 : first])
        ]
        sign = _BEFORE.get(act.mode)
        listed = [] if denial else _listed(text, tokens[first].start, [t.start for t in tokens])
        # “Phải được sửa đổi” bids, and gives no leave.
        modal = [
            at
            for at in before
            if sign
            and sign.fullmatch(folded[at])
            and not (act.mode is Mode.LEAVE and folded[max(0, at - 1)] == "phai")
        ]
        start = (denial or listed or modal or [first])[0]
        yield Said(
            tokens[start].start,
            tokens[last].end,
            denied=bool(denial or listed),
            in_mode=bool(modal or listed) or sign is None,
        )


# “Không có quyền chuyển đổi, chuyển nhượng, thế chấp”: the denial is of each act of the list.
_OF_A_LIST = re.compile(
    r"(?<!\w)(?:không (?:được|có quyền)|nghiêm cấm)(?!\w)"
    r"(?:(?!(?<!\w)(?:thì|nhưng|mà|được|phải|có|là|nếu|khi)(?!\w))[^;:.])*(?:,|\svà|\shoặc)(?:\s[^\W\d_]+)?\s*$"
)


def _listed(text: str, start: int, tokens: Sequence[int]) -> list[int]:
    """Return the syllable of the denial of a list of acts, of which one begins at an offset."""
    match = _OF_A_LIST.search(text, 0, start)
    return [tokens.index(match.start())] if match and match.start() in tokens else []


def met(text: str, query: str) -> bool:
    """Tell whether a question itself states the conditions under which a sentence holds."""
    asked = {_spell(token.text) for token in syllables(query)}
    for match in _CONDITION.finditer(text):
        words = _content(match["what"], marked=True)
        if words and sum(word in asked for word in words) < _MET * len(words):
            return False
    return True


def _places(word: str, spelt: Sequence[str], folded: Sequence[str]) -> list[int]:
    """Return where a word stands among syllables, or what stands for it."""
    found = _run(word.split(), spelt if has_marks(word) else folded)
    for form in synonyms(fold(word)):
        found += _run(form.split(), folded)
    return sorted(set(found))


def _run(parts: list[str], words: Sequence[str]) -> list[int]:
    return [at for at in range(len(words)) if list(words[at : at + len(parts)]) == parts]


def _content(text: str, *, marked: bool) -> tuple[str, ...]:
    """Return the words of content of a text, as spelt; those of mode are none."""
    said = [_spell(token.text) for token in syllables(_GOES.sub("", _ANY.sub(" ", text)))]
    kept: list[str] = []
    at = 0
    while at < len(said):
        pair = " ".join(said[at : at + 2])
        # “Cấp sổ đỏ” is “cấp” and “sổ đỏ”, though “cấp sổ” is said too.
        later = " ".join(said[at + 1 : at + 3])
        whole = [" " in two and is_compound(two, marked=marked) for two in (pair, later)]
        if whole == [True, False]:
            kept.append(pair)
            at += 2
            continue
        if not is_stopword(said[at], marked=marked) and fold(said[at]) not in _BIDDING:
            kept.append(said[at])
        at += 1
    return tuple(dict.fromkeys(kept))


def _spell(word: str) -> str:
    return place_tones(lower(word))
