"""English questions: the words of policy English, and what Vietnamese documents call them.

A question in English is answered from Vietnamese text, so its words are put into Vietnamese
before it is read; names, numbers and document signs stay as they are. The table is general
vocabulary of policy, offices and figures. A word it does not know is left out of the search
unless it is written with a capital, as a name is.
"""

from __future__ import annotations

import re
from functools import cache

from assistant.vietnamese.abbreviations import is_syllable
from assistant.vietnamese.normalise import has_marks
from assistant.vietnamese.places import places

__all__ = ["in_vietnamese", "is_english"]

_FUNCTION = frozenset(
    "the of is are was were be been what which who whom whose when where how why does do did has "
    "have had will would should must can could in on at by for from to with and or not there "
    "this that these those its it their his her they many much long any all under according "
    "after before between into than please tell me give name list set sets only also".split()
)


def is_english(text: str) -> bool:
    """Tell whether a question is written in English.

    It has English function words, and half of its words or more could be no Vietnamese
    syllable; one typed without tone marks has hardly any such word.
    """
    # Names and signs of documents are spelt one way in both languages.
    plain = re.sub(r"\S*\d\S*", " ", text)
    if has_marks(plain):
        return False
    words = re.findall(r"[A-Za-z]{2,}", plain)
    # Names count for neither language, unless all is in capitals.
    own = [w.lower() for w in words if plain.isupper() or w[0].islower() or w is words[0]]
    foreign = sum(not is_syllable(word) for word in own)
    return any(word in _FUNCTION for word in own) and foreign * 2 >= len(own) > 1


# Longer phrases come before the words in them; what stands for nothing is left out.
_PHRASES: tuple[tuple[str, str], ...] = (
    # asking
    (r"how many people(?: live)?", "dân số bao nhiêu"),
    (r"how (?:large|big) (?:is|was)|what is the (?:area|size) of", "diện tích bao nhiêu"),
    (r"how much money|how much does .{0,20}? cost", "kinh phí bao nhiêu"),
    (r"how many", "bao nhiêu"),
    (r"how much|what (?:is|was) the (?:figure|value|number|level) (?:of|for)", "bao nhiêu"),
    (r"what (?:percentage|share|proportion|per ?cent)(?: of)?", "bao nhiêu phần trăm"),
    (r"what rank|which (?:rank|place|position)|where does .{0,30}? rank", "xếp thứ mấy"),
    (r"on what date|what date|when (?:was|were|is|are|did|does|do|will)|when", "ngày nào"),
    (r"by when|until when|by what (?:date|deadline)", "thời hạn đến khi nào"),
    (r"(?:in )?which year|what year", "năm nào"),
    (r"who signed", "ai ký"),
    (r"who issued|which (?:body|agency|authority) issued", "cơ quan nào ban hành"),
    (r"which (?:ministry|agency|body|department|authority)|who (?:leads|chairs)",
     "cơ quan nào chủ trì"),
    (r"who (?:is|was|are|were)|who", "ai"),
    (r"which (?:document|documents|resolution|decision|plan)", "văn bản nào"),
    (r"which (?:province|city|provinces|cities)", "tỉnh, thành phố nào"),
    (r"what does (?P<x>\w+) (?:mean|stand for)", r"\g<x> là gì"),
    (r"what (?:is|are)|what", ""),
    (r"compare|comparison of", "so sánh"),
    # documents and bodies
    (r"resolution", "nghị quyết"), (r"decision", "quyết định"), (r"decree", "nghị định"),
    (r"directive", "chỉ thị"), (r"circular", "thông tư"), (r"(?:action )?plan", "kế hoạch"),
    (r"programme|program", "chương trình"), (r"strategy", "chiến lược"), (r"report", "báo cáo"),
    (r"law", "luật"), (r"politburo", "Bộ Chính trị"), (r"national assembly", "Quốc hội"),
    (r"prime minister", "Thủ tướng Chính phủ"), (r"people'?s committee", "Ủy ban nhân dân"),
    (r"party committee", "Thành ủy"), (r"ministry of finance", "Bộ Tài chính"),
    (r"ministry of science and technology", "Bộ Khoa học và Công nghệ"),
    (r"ministry of information and communications", "Bộ Thông tin và Truyền thông"),
    (r"chair(?:man|person|woman)", "chủ tịch"), (r"director", "giám đốc"),
    (r"secretary", "bí thư"), (r"agency|authority|body", "cơ quan"),
    # setting and reaching
    (r"targets?|goals?|aims?(?: for)?|objectives?|set out", "mục tiêu"),
    (r"results?|achieved|reached|reach|attain(?:ed)?", "đạt"), (r"account(?:s|ed)? for", "chiếm"),
    (r"at least|minimum", "tối thiểu"), (r"more than|over", "trên"), (r"about", "về"),
    (r"increase[ds]?|grow(?:th|s)?|rise|rose", "tăng"), (r"decrease[ds]?|fell|drop", "giảm"),
    (r"issued|promulgated|published", "ban hành"), (r"signed", "ký"), (r"approved", "phê duyệt"),
    (r"replaced?|replaces", "thay thế"), (r"take effect|in force|effective", "hiệu lực"),
    (r"merged? (?:into|with)|after (?:the )?merg(?:er|ing)(?: with)?", "sau sắp xếp nhập"),
    (r"merged?|merging|merger", "sáp nhập"), (r"deadline", "thời hạn"),
    (r"rank(?:ed|ing)?", "xếp thứ"),
    # digital transformation
    (r"digital transformation", "chuyển đổi số"), (r"digital economy", "kinh tế số"),
    (r"digital society", "xã hội số"), (r"digital government", "chính quyền số"),
    (r"e-?government", "chính phủ điện tử"), (r"digital signatures?", "chữ ký số"),
    (r"digital skills?", "kỹ năng số"),
    (r"digital (?:technology )?(?:firms?|enterprises?|companies)", "doanh nghiệp công nghệ số"),
    (r"(?:digital )?data ?cent(?:er|re)s?", "trung tâm dữ liệu"),
    (r"shared data(?:base)?", "dữ liệu dùng chung"), (r"databases?", "cơ sở dữ liệu"),
    (r"online public services?", "dịch vụ công trực tuyến"), (r"public services?", "dịch vụ công"),
    (r"administrative procedures?", "thủ tục hành chính"),
    (r"administrative reform", "cải cách hành chính"), (r"broadband", "băng rộng"),
    (r"fib(?:er|re)(?: ?optic)?", "cáp quang"),
    (r"artificial intelligence", "trí tuệ nhân tạo"), (r"e-?commerce", "thương mại điện tử"),
    (r"retail(?: sales)?", "bán lẻ"), (r"cashless(?: payments?)?", "không dùng tiền mặt"),
    (r"payment accounts?", "tài khoản thanh toán"), (r"smart ?phones?", "điện thoại thông minh"),
    (r"coverage|covered?|covers", "phủ sóng"), (r"online", "trực tuyến"), (r"digital", "số"),
    # the rest of the field
    (r"gross regional domestic product", "GRDP"), (r"per capita", "bình quân đầu người"),
    (r"population", "dân số"), (r"area", "diện tích"), (r"square kilomet(?:re|er)s?", "km²"),
    (r"labou?r productivity", "năng suất lao động"), (r"income", "thu nhập"),
    (r"households?", "hộ gia đình"), (r"people|citizens?|residents?", "người dân"),
    (r"adults?", "người trưởng thành"), (r"workers?", "lao động"), (r"students?", "học sinh"),
    (r"enterprises?|companies|firms?|business(?:es)?", "doanh nghiệp"),
    (r"startups?", "khởi nghiệp"),
    (r"scientific (?:papers?|articles?)", "bài báo khoa học"), (r"international", "quốc tế"),
    (r"research", "nghiên cứu"), (r"innovation", "đổi mới sáng tạo"), (r"projects?", "dự án"),
    (r"budget", "ngân sách"), (r"expenditure|spending", "chi"), (r"funding|cost", "kinh phí"),
    (r"revenue", "doanh thu"), (r"exports?", "xuất khẩu"), (r"tourism", "du lịch"),
    (r"industry|sector", "ngành, lĩnh vực"), (r"industrial (?:parks?|zones?)", "khu công nghiệp"),
    (r"agriculture", "nông nghiệp"), (r"health(?:care)?", "y tế"), (r"education", "giáo dục"),
    (r"schools?", "trường học"), (r"hospitals?", "bệnh viện"), (r"ports?", "cảng"),
    (r"commune level", "cấp xã"), (r"district level", "cấp huyện"),
    (r"communes?", "xã"), (r"wards?", "phường"), (r"districts?", "huyện"),
    (r"provinces?|provincial", "tỉnh"), (r"city|cities", "thành phố"),
    (r"country|nation(?:al)?", "cả nước"),
    (r"level", "cấp"),
    (r"files?|dossiers?|records?|documents?", "hồ sơ"), (r"percentage|share|proportion", "tỷ lệ"),
    (r"per ?cent", "phần trăm"), (r"a year|per year|every year|annual(?:ly)?|each year", "mỗi năm"),
    (r"pillars?", "trụ cột"), (r"tasks?", "nhiệm vụ"), (r"solutions?", "giải pháp"),
    (r"index", "chỉ số"), (r"score", "điểm"), (r"total", "tổng số"), (r"average", "bình quân"),
    (r"the end of", "cuối"), (r"and", "và"),
)  # fmt: skip


@cache
def _table() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {f"p{place}": words for place, (_, words) in enumerate(_PHRASES)}
    parts = [f"(?P<p{place}>{_unnamed(form)})" for place, (form, _) in enumerate(_PHRASES)]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])", re.IGNORECASE), names


def _unnamed(form: str) -> str:
    return form.replace("(?P<x>", "(")


def in_vietnamese(text: str) -> str:
    """Return an English question in the words of Vietnamese documents, in its own order.

    What the table does not know is dropped, but for names, numbers and signs of documents.
    """
    meaning = re.search(r"what does (?P<x>\w+) (?:mean|stand for)", text, re.IGNORECASE)
    if meaning:
        return f"{meaning['x']} là gì?"
    for named in reversed(places(text)):
        # Capitals keep the name through the table, whatever its marks.
        text = f"{text[: named.start]}{named.name}{text[named.end :]}"
    pattern, words = _table()
    said: list[str] = []
    asked: list[str] = []
    held: list[str] = []
    place = 0
    for match in pattern.finditer(text):
        said += _kept(text[place : match.start()])
        name = match.lastgroup or ""
        group = next(key for key, value in match.groupdict().items() if value and key in words)
        put = words[group or name]
        # “Bao nhiêu” counts what follows it; other words of asking close a question.
        if put in _AFTER_NOUN:
            held.append(put)
        elif _ASKS.search(put) and put != "bao nhiêu":
            asked.append(put)
        else:
            said += [put, *(held if put != "bao nhiêu" else [])]
            held = [] if put != "bao nhiêu" else held
        place = match.end()
    said += _kept(text[place:])
    said += held
    if not asked and _MEASURES.search(" ".join(said)):
        asked = ["là bao nhiêu"]
    return f"{' '.join(' '.join([*said, *asked]).split())}?"


_AFTER_NOUN = frozenset({"quốc tế", "trực tuyến", "số", "cả nước"})
"""What English puts before its noun and Vietnamese behind it."""

_MEASURES = re.compile(r"^(?!.*bao nhiêu).*(?:dân số|diện tích|tỷ lệ|mục tiêu|số lượng)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ASKS = re.compile(r"\b(?:bao nhiêu|nào|ai|mấy)\b")


def _kept(text: str) -> list[str]:
    """Return the names, numbers and signs among words that the table does not know."""
    words = re.findall(r"[\w./%-]*\w%?", text.replace("'s", ""))
    return [
        f"năm {word}" if _YEAR.fullmatch(word) else word
        for word in words
        if word[:1].isdigit() or (word[:1].isupper() and word.lower() not in _FUNCTION)
    ]
