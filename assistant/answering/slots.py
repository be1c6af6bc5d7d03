"""Where two texts of much the same words part: what fills a slot, and on what condition.

“Sự đồng ý của Hội đồng” and “sự đồng ý của Chủ tọa” share all but what they are about. Words
may stand in another order in a text that says the same; what hangs from “của”, what tells one
law from another, and what something hangs on may not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.vietnamese.normalise import fold, has_marks, lower, place_tones
from assistant.vietnamese.tokens import syllables

__all__ = ["filled_otherwise", "hangs_on_more"]

_LINKS = "của cho bởi do".split()
"""Words behind which stands whose something is, or who does it."""
_HEADS = "luật cấp sở bộ hạng loại thứ".split()
"""Words that stand before what tells things of one kind apart: “luật hình sự”, “cấp xã”."""
_NO_KIND = "này đó khác nào và hoặc có được là theo về với của do quy trong tại mà để thì".split()
"""What behind such a word tells no kind: “luật này”, “bộ và địa phương”."""
_ANY_LAW = "luật pháp".split()
"""How a law calls itself and others; “quy định của luật” says the same everywhere."""
# Without their marks “thu” and “bo” stand for much else, but there is nothing else to go by.
_SPELT = {
    marked: [
        frozenset(words if marked else map(fold, words))
        for words in (_HEADS, _LINKS, _NO_KIND, _ANY_LAW)
    ]
    for marked in (True, False)
}
_CONDITION = re.compile(
    r"(?<!\w)(?:nếu|trừ|với điều kiện|trong trường hợp(?! sau)|khi(?! đó| nào)|"
    r"neu|tru|voi dieu kien|trong truong hop(?! sau)|khi(?! do| nao))(?!\w)"
)


def filled_otherwise(said: str, told: str) -> bool:
    """Tell whether a text fills a slot of another one with something else alone.

    A slot is what follows a link behind one word that both have (“đồng ý của …”), or a word for
    a kind (“luật …”).

    Args:
        said: The text whose slots are looked for.
        told: The other text.
    """
    its = list(_slots(told))
    for slot, filler in _slots(said):
        others = {other for same, other in its if same == slot}
        if others and filler not in others:
            return True
    return False


def _slots(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the slots of a text with the first syllable of what fills each."""
    words = _words(text)
    heads, links, no_kind, any_law = _SPELT[has_marks(text)]
    for place in range(len(words) - 1):
        word, filler = words[place], words[place + 1]
        if word in heads and filler not in no_kind:
            yield (word,), filler
        if word in links and place and filler not in any_law:
            yield (words[place - 1], word), filler


def hangs_on_more(said: str, told: str) -> bool:
    """Tell whether a text says on what something hangs, of which another says nothing."""
    return _CONDITION.search(lower(told)) is not None and _CONDITION.search(lower(said)) is None


def _words(text: str) -> list[str]:
    return [place_tones(lower(token.text)) for token in syllables(text)]
