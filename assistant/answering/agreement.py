"""Whether a sentence says what a statement says, or denies it.

To hold the words of a statement is not to say it: “Luật hình sự” for “luật dân sự”, “luôn” where
the law excepts, a “không” more or less turn it round and leave all other words in place. So both
are laid word against word, and what is left over on either side decides. Nothing is taken for
said or denied but what is nearly the same words in the same order; the rest stays open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from enum import Enum
from functools import cached_property

from assistant.answering.scopes import DUTY, URGED, Scope, scope_spans, scopes_of
from assistant.vietnamese.abbreviations import expand
from assistant.vietnamese.normalise import fold, has_marks, lower, place_tones
from assistant.vietnamese.stopwords import is_stopword
from assistant.vietnamese.synonyms import synonyms
from assistant.vietnamese.tokens import syllables

__all__ = ["Stance", "stance"]


class Stance(Enum):
    """What a sentence makes of a statement."""

    SAID = "said"
    DENIED = "denied"
    OPEN = "open"
    """It has nearly the same words, but something is left over that may matter."""
    FAR = "far"
    """It has other words."""


_LEAST = 0.8
"""Share of the content words of a statement that stand in their order; of fewer nothing is told."""
_REACH = 15
"""Most words that a denial governs before the one that the statement shares."""

_NOT = frozenset({"không", "chưa", "chẳng", "khong", "chua", "chang"})
_MODAL = frozenset(
    "phải buộc bắt cần được có thể phép sẽ quyền thiết phai buoc bat can duoc co the phep se quyen "
    "thiet".split()
)
_DUTY = frozenset({*DUTY.split("|"), *fold(DUTY).split("|")})
_TURNS = frozenset("thì mà nhưng nếu trừ khi thi ma nhung neu tru".split())
"""Words behind which a sentence says something else than what a denial before them governs."""
_KIND = frozenset("cấp sở bộ ngành tỉnh huyện thứ loại hạng cap so bo nganh tinh huyen thu".split())
"""What stands before words that tell things of one kind apart: “cấp xã”, “Bộ Công an”."""
_KIND_BEHIND = frozenset({"sự", "su"})
"""The same behind them: “hình sự”, “dân sự”."""

_EXCEPT = re.compile(r"(?<!miễn )(?<!mien )(?<!\w)(?:trừ|tru)(?!\w)")
_BUT = re.compile(r"(?:nhưng|nhung) (?:không|khong|phải|phai|chỉ|chi)(?!\w)|(?:trừ|tru)(?!\w)")
_URGED = re.compile(rf"(?<!\w)(?:{URGED}|{fold(URGED)})(?!\w)")
_LEADING_ZERO = re.compile(r"(?<!\d)0(?=\d/)")
_IF = re.compile(r";|(?<!\w)(?:nếu|neu)(?!\w)")


def stance(statement: str, text: str) -> Stance:
    """Tell what a sentence makes of a statement.

    Args:
        statement: The statement, no question.
        text: The sentence, behind the lead-in that it hangs from, if any.
    """
    statement, text = expand(statement), expand(text)
    if not has_marks(statement):
        text = fold(text)
    laid = _Laid(statement, text)
    if not laid.blocks or laid.share < _LEAST:
        return Stance.FAR
    for told in _RULES:
        found = told(laid)
        if found is not None:
            return found
    return Stance.SAID


@dataclass(frozen=True)
class _Laid:
    """A statement laid word against word on a sentence.

    Attributes:
        statement: The statement.
        text: The sentence.
    """

    statement: str
    text: str

    @cached_property
    def said(self) -> list[str]:
        """The words of the statement, in lower case."""
        return _words(self.statement)

    @cached_property
    def told(self) -> list[str]:
        """The words of the sentence, in lower case."""
        return _words(self.text)

    @cached_property
    def _matcher(self) -> SequenceMatcher[str]:
        return SequenceMatcher(None, self.said, self.told, autojunk=False)

    @cached_property
    def steps(self) -> Sequence[tuple[str, int, int, int, int]]:
        """What turns the statement into the sentence: kind, range of the one, of the other."""
        return self._matcher.get_opcodes()

    @cached_property
    def blocks(self) -> list[Match]:
        """Runs of words that both share in their order; a mere particle alone is none."""
        found = self._matcher.get_matching_blocks()
        return [b for b in found if b.size > 1 or (b.size and _counts(self.said[b.a]))]

    @cached_property
    def held(self) -> frozenset[int]:
        """Places in the statement of the words that both share."""
        return frozenset(b.a + k for b in self.blocks for k in range(b.size))

    @cached_property
    def matched(self) -> frozenset[int]:
        """Their places in the sentence."""
        return frozenset(b.b + k for b in self.blocks for k in range(b.size))

    @cached_property
    def _content(self) -> list[int]:
        return [i for i, word in enumerate(self.said) if _counts(word)]

    @property
    def share(self) -> float:
        """Share of the content words of the statement that the sentence has in their order."""
        return sum(i in self.held for i in self._content) / max(1, len(self._content))

    @cached_property
    def moved(self) -> list[int]:
        """Places of content words that the sentence has elsewhere."""
        return [i for i in self._content if i not in self.held and self.said[i] in self.told]

    @cached_property
    def absent(self) -> frozenset[int]:
        """Places of words that the sentence has not, nor a word that stands for them."""
        known = set(self.told)
        lost = {i for i in self._content if self.said[i] not in known and not self._spelt_else(i)}
        for tag, start, end, begin, stop in self.steps:
            instead = [w for w in self.told[begin:stop] if _counts(w) and w not in self.said]
            if tag == "replace" and instead:
                # “Hình” of “hình sự” means nothing elsewhere; what stands in its place tells.
                lost |= {
                    i for i in range(start, end) if self._means(i) and self.said[i] not in known
                }
        return frozenset(lost)

    def _means(self, place: int) -> bool:
        word = self.said[place]
        return len(word) > 2 and word not in _NOT | _MODAL and place not in self.scope

    def _spelt_else(self, place: int) -> bool:
        """Tell whether the sentence has a word for one of the statement, or for a pair with it."""
        folded = [fold(word) for word in self.said]
        pairs = (" ".join(folded[max(0, place - k) : place - k + 2]) for k in (0, 1))
        padded = f" {' '.join(map(fold, self.told))} "
        return any(f" {other} " in padded for pair in pairs for other in synonyms(pair))

    @cached_property
    def scope(self) -> dict[int, Scope]:
        """Words of the statement alone that say of how many it holds: “luôn”, “chỉ”, “một số”."""
        starts = _starts(self.said)
        spans = scope_spans(" ".join(self.said))
        found = {starts[start]: scope for scope, start, _ in spans}
        return {place: scope for place, scope in found.items() if place not in self.held}

    @property
    def first(self) -> int:
        """Place in the sentence of the first word that both share."""
        return self.blocks[0].b

    @property
    def last(self) -> int:
        """One past the last."""
        return self.blocks[-1].b + self.blocks[-1].size

    def between(self, start: int, end: int) -> str:
        """Return the text of the sentence from behind one word to before another."""
        tokens = syllables(self.text)
        stop = tokens[end].start if end < len(tokens) else len(self.text)
        return lower(self.text[tokens[start].end : stop])

    def exception(self) -> int | None:
        """Return the place of the word in the sentence that begins an exception."""
        match = _EXCEPT.search(" ".join(self.told))
        return _starts(self.told)[match.start()] if match else None


def _words(text: str) -> list[str]:
    """Return the words of a text; a day is one whether it is written 8/1/2025 or 08/01/2025."""
    found = (place_tones(lower(token.text)) for token in syllables(text))
    return [_LEADING_ZERO.sub("", word) if "/" in word else word for word in found]


def _starts(words: list[str]) -> dict[int, int]:
    """Return the place of each word by where it begins in the words joined by single spaces."""
    found, at = {}, 0
    for place, word in enumerate(words):
        found[at] = place
        at += len(word) + 1
    return found


def _counts(word: str) -> bool:
    small = word in _NOT or word in _MODAL or bool(scopes_of(word))
    return not small and not is_stopword(word, marked=has_marks(word))


# --- what is left over decides; None leaves it to the next rule ---------------------------------


def _by_negation(laid: _Laid) -> Stance | None:
    """A “không” that one has and the other has not."""
    more = sum(word in _NOT and i not in laid.held for i, word in enumerate(laid.said))
    for place in range(max(0, laid.first - 2), laid.last):
        more += laid.told[place] in _NOT and place not in laid.matched and _governs(laid, place)
    if not more:
        return None
    return Stance.DENIED if more % 2 and not laid.absent else Stance.OPEN


def _governs(laid: _Laid, place: int) -> bool:
    """Tell whether a denial reaches the next word that both share."""
    shared = next((j for j in range(place + 1, len(laid.told)) if j in laid.matched), None)
    if shared is None or shared - place > _REACH:
        return False
    between = laid.told[place + 1 : shared]
    return not _TURNS.intersection(between) and ";" not in laid.between(place, shared)


def _by_exception(laid: _Laid) -> Stance | None:
    """What the sentence excepts, where the statement excepts nothing."""
    start = laid.exception()
    every = Scope.EVERY in laid.scope.values()
    if start is not None and not _EXCEPT.search(" ".join(laid.said)):
        behind = sum(
            _counts(word)
            for b in laid.blocks
            if b.b > start
            for word in laid.said[b.a : b.a + b.size]
        )
        if behind >= 2 or every:
            return Stance.DENIED
        if any(laid.said[i] not in laid.told[:start] for i in laid.moved):
            return Stance.DENIED
    if _BUT.match(" ".join(laid.told[laid.last : laid.last + 3])):
        return Stance.DENIED if Scope.EVERY in scopes_of(laid.statement) else Stance.OPEN
    return None


def _by_scope(laid: _Laid) -> Stance | None:
    """“Luôn”, “chỉ”, “một số” of the statement alone."""
    if not laid.scope:
        return None
    goes_on = any(_counts(word) for word in laid.told[laid.last : laid.last + 4])
    return Stance.DENIED if set(laid.scope.values()) == {Scope.ONLY} and goes_on else Stance.OPEN


def _by_duty(laid: _Laid) -> Stance | None:
    """“Phải” of the statement alone."""
    if not any(word in _DUTY and i not in laid.held for i, word in enumerate(laid.said)):
        return None
    return Stance.DENIED if _URGED.search(" ".join(laid.told)) else Stance.OPEN


def _by_other_words(laid: _Laid) -> Stance | None:
    """Another word of the same kind in the place of one: “cấp huyện”, where it says “cấp xã”."""
    if not laid.absent:
        return None
    for number, (tag, start, end, begin, stop) in enumerate(laid.steps):
        if tag != "replace" or not laid.absent <= set(range(start, end)):
            continue
        beside = laid.steps[number - 1 : number + 2 : 2]
        framed = number > 0 and all(step[0] == "equal" for step in beside)
        if not framed or end - start > 3 or stop - begin > 3:
            return Stance.OPEN
        said, told = laid.said[start:end], laid.told[begin:stop]
        numbers = all(any(word.isdigit() for word in words) for words in (said, told))
        of_a_kind = laid.said[start - 1] in _KIND or _KIND_BEHIND & {*laid.said[end : end + 1]}
        return Stance.DENIED if numbers or of_a_kind or set(said) & set(told) else Stance.OPEN
    return Stance.OPEN


def _by_order(laid: _Laid) -> Stance | None:
    """Words that stand elsewhere, and parts that are pieced together over another sentence."""
    if laid.moved:
        return Stance.OPEN
    for one, other in zip(laid.blocks, laid.blocks[1:], strict=False):
        if one.a + one.size != other.a:
            continue
        gap = laid.told[one.b + one.size : other.b]
        if gap and _IF.search(laid.between(one.b + one.size - 1, other.b)):
            return Stance.OPEN
        if laid.said[other.a] in ("là", "la") and any(map(_counts, gap)):
            return Stance.OPEN  # “Ly hôn giả tạo là …” is not what “ly hôn” is
    return None


_RULES: tuple[Callable[[_Laid], Stance | None], ...] = (
    _by_negation,
    _by_exception,
    _by_scope,
    _by_duty,
    _by_other_words,
    _by_order,
)
