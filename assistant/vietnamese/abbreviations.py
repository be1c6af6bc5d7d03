"""Abbreviations of policy Vietnamese, both ways: a table, and those that a text defines."""

from __future__ import annotations

import re

from assistant.vietnamese.normalise import fold, has_marks

__all__ = ["ABBREVIATIONS", "defined_abbreviations", "expand", "is_syllable"]

ABBREVIATIONS = {
    "AI": "trí tuệ nhân tạo",
    "ATTT": "an toàn thông tin",
    "ANTT": "an ninh trật tự",
    "BCĐ": "ban chỉ đạo",
    "BCT": "Bộ Chính trị",
    "BHXH": "bảo hiểm xã hội",
    "BHYT": "bảo hiểm y tế",
    "CBCC": "cán bộ, công chức",
    "CCHC": "cải cách hành chính",
    "CĐS": "chuyển đổi số",
    "CNTT": "công nghệ thông tin",
    "CNTT-TT": "công nghệ thông tin và truyền thông",
    "CP": "Chính phủ",
    "CQĐT": "chính quyền điện tử",
    "CQNN": "cơ quan nhà nước",
    "CQS": "chính quyền số",
    "CPĐT": "chính phủ điện tử",
    "CSDL": "cơ sở dữ liệu",
    "CTMTQG": "chương trình mục tiêu quốc gia",
    "DN": "doanh nghiệp",
    "DNNVV": "doanh nghiệp nhỏ và vừa",
    "DVC": "dịch vụ công",
    "DVCTT": "dịch vụ công trực tuyến",
    "ĐMST": "đổi mới sáng tạo",
    "ĐTTM": "đô thị thông minh",
    "GD": "giáo dục",
    "GĐ": "giám đốc",
    "PBT": "phó bí thư",
    "PCT": "phó chủ tịch",
    "PGĐ": "phó giám đốc",
    "TGĐ": "tổng giám đốc",
    "GD&ĐT": "giáo dục và đào tạo",
    "GCN": "giấy chứng nhận",
    "GPLX": "giấy phép lái xe",
    "GPMB": "giải phóng mặt bằng",
    "GPXD": "giấy phép xây dựng",
    "HĐLĐ": "hợp đồng lao động",
    "HĐND": "Hội đồng nhân dân",
    "HTX": "hợp tác xã",
    "KCN": "khu công nghiệp",
    "KH-CN": "khoa học và công nghệ",
    "KH&CN": "khoa học và công nghệ",
    "KHCN": "khoa học công nghệ",
    "KH&ĐT": "kế hoạch và đầu tư",
    "KPI": "chỉ tiêu",
    "KTS": "kinh tế số",
    "KTXH": "kinh tế - xã hội",
    "KT-XH": "kinh tế - xã hội",
    "LĐ": "lao động",
    "MTTQ": "Mặt trận Tổ quốc",
    "NĐ": "nghị định",
    "NQ": "nghị quyết",
    "NLĐ": "người lao động",
    "NSDLĐ": "người sử dụng lao động",
    "NSLĐ": "năng suất lao động",
    "NSNN": "ngân sách nhà nước",
    "NTM": "nông thôn mới",
    "QĐ": "quyết định",
    "QH": "Quốc hội",
    "QSDĐ": "quyền sử dụng đất",
    "SHTT": "sở hữu trí tuệ",
    "TAND": "tòa án nhân dân",
    "TĐC": "tái định cư",
    "TG": "thế giới",
    "TMĐT": "thương mại điện tử",
    "TN&MT": "tài nguyên và môi trường",
    "TP": "thành phố",
    "TTHC": "thủ tục hành chính",
    "TT&TT": "Thông tin và Truyền thông",
    "TTTT": "Thông tin và Truyền thông",
    "TT-TT": "Thông tin và Truyền thông",
    "TW": "trung ương",
    "UBND": "Ủy ban nhân dân",
    "VN": "Việt Nam",
    "VPHC": "vi phạm hành chính",
    "VBQPPL": "văn bản quy phạm pháp luật",
    "XHS": "xã hội số",
}
"""Common abbreviations of State and Party papers, in official use."""

# Chat spelling of question words; read only as whole words.
_CHAT = {"bn": "bao nhiêu", "bnhiêu": "bao nhiêu", "nhiu": "nhiêu", "ko": "không",
         "k": "không", "đc": "được", "dc": "được", "vs": "với", "ntn": "như thế nào",
         "j": "gì"}  # fmt: skip

_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
_BY_FOLDED = {fold(short): long for short, long in ABBREVIATIONS.items()}
_WORD = re.compile(r"(?<![\w/-])[^\W\d_]+(?:[&-][^\W\d_]+)*(?![\w/-])")
_DEFINED = re.compile(
    r"\((?:sau đây (?:gọi|viết) tắt là\s*:?\s*)?[“\"]?([A-ZĐ][A-ZĐ&-]{1,9})[”\"]?\)"
)


def expand(text: str, extra: dict[str, str] | None = None) -> str:
    """Return text with each known abbreviation written out.

    Capitals decide in a text that has lower case (``DN`` but not ``dn``); in a text typed
    without marks, abbreviations of three letters and more are also known in lower case, and
    are written out without marks.

    Args:
        text: NFC text.
        extra: Further abbreviations, such as those that the corpus defines; capitals to words.
    """
    table = {**(extra or {}), **ABBREVIATIONS}
    marked = has_marks(text)

    def replace(match: re.Match[str]) -> str:
        word = match.group()
        words = table.get(word) or _CHAT.get(word) or _national(word, table)
        if not words and len(word) >= 3 and word.islower() and not is_syllable(word):
            words = _BY_FOLDED.get(fold(word))
        if not words and not marked and len(word) >= 2 and word.isupper():
            words = _BY_FOLDED.get(fold(word))  # “QD” of a text without marks is QĐ
        if not words:
            return word
        return words if marked else fold(words)

    return _WORD.sub(replace, text)


def _national(word: str, table: dict[str, str]) -> str | None:
    """Return the words of a known abbreviation of what is “quốc gia”: CSDLQG, CDVCQG."""
    words = table.get(word.removesuffix("QG")) if word.endswith("QG") else None
    return f"{words} quốc gia" if words else None


def is_syllable(word: str) -> bool:
    """Tell whether a word has the form of a Vietnamese syllable: onset, vowels, coda."""
    return _SYLLABLE.fullmatch(fold(word)) is not None


def defined_abbreviations(text: str) -> dict[str, str]:
    """Return the abbreviations that a text defines, as in “cải cách hành chính (CCHC)”.

    The words are those right before the bracket whose initials spell the abbreviation.
    """
    found: dict[str, str] = {}
    for match in _DEFINED.finditer(text):
        short = match.group(1)
        words = list(re.finditer(r"[^\W\d_]+", text[max(0, match.start() - 120) : match.start()]))
        letters = [char for char in fold(short) if char.isalpha()]
        tail = words[-len(letters) :]
        if len(tail) == len(letters) and all(
            fold(word.group())[0] == letter for word, letter in zip(tail, letters, strict=True)
        ):
            window = text[max(0, match.start() - 120) : match.start()]
            found.setdefault(short, window[tail[0].start() : tail[-1].end()])
    return found
