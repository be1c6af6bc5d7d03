"""Spelling: which strings of letters can be a Vietnamese syllable, marks and all.

An encoding is believed where what it makes is spelt like Vietnamese. A syllable is an onset,
a rime and a tone, and each is one of a short list (Đoàn Thiện Thuật 1977, *Ngữ âm tiếng
Việt*), so that of the strings which a wrong table makes hardly one in ten passes.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["is_spelt"]

_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split()
_RIMES = """
a ai ao au ay ac ach am an ang anh ap at ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e eo ec em en eng ep et ê êu êch êm ên ênh êp êt
i ia iu ich im in inh ip it iêc iêm iên iêng iêp iêt iêu
o oi oc om on ong op ot oa oai oao oac oach oam oan oang oanh oap oat oay oăc oăm oăn oăng oăt
oe oen oeo oet oong ooc ô ôi ôc ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua ui uc um un ung up ut uân uâng uât uây uê uêch uênh uơ uy uya uych uyn uynh uyt uyu
uyên uyêt uôc uôi uôm uôn uông uôt
ư ưa ưi ưu ưc ưm ưn ưng ưt ươc ươi ươm ươn ương ươp ươt ươu
y yêm yên yêng yêt yêu
""".split()
_AFTER_QU = """
a ai ao au ay ac ach an ang anh at ăc ăm ăn ăng ăp ăt ân âng ât âu ây e en eo et ê ên êch ênh êt
y ych yên yêt ynh yt yu ơ ơi ơn it i in ôc
""".split()
_STOPPED = re.compile(r"(?:c|ch|p|t)$")
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_TONES_OF_STOPPED = {"\u0301", "\u0323"}


@lru_cache(maxsize=1)
def _syllables() -> frozenset[str]:
    """Return every onset with every rime, without tones."""
    plain = {onset + rime for onset in ["", *_ONSETS] if onset != "qu" for rime in _RIMES}
    return frozenset(plain | {"qu" + rime for rime in _AFTER_QU} | {"gi", "gin", "giêng", "giêt"})


@lru_cache(maxsize=50_000)
def is_spelt(word: str) -> bool:
    """Tell whether a lower-case NFC word is spelt as a Vietnamese syllable is.

    A tone may stand on either vowel of a rime, as both spellings are in use; a syllable that
    ends in c, ch, p or t bears sắc or nặng.
    """
    tone = ""
    letters: list[str] = []
    for char in unicodedata.normalize("NFD", word):
        if char in _TONES:
            if tone:
                return False
            tone = char
        else:
            letters.append(char)
    plain = unicodedata.normalize("NFC", "".join(letters))
    if plain not in _syllables():
        return False
    return tone in _TONES_OF_STOPPED if _STOPPED.search(plain) else True
