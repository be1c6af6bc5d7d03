"""Words of two syllables one of which is a particle by itself: “bảo vệ”, “nhãn hiệu”, “hình sự”.

Torn apart they would lose half of what a question asks: “bảo” says that one was told, “hiệu” what
a thing is called. The list is of the language of laws and offices; what has a stand-in in the
tables of synonyms is known as a word by that. Marks tell “đất ở” from “đặt ở”.
"""

from __future__ import annotations

from assistant.vietnamese.normalise import fold, lower, place_tones
from assistant.vietnamese.spoken import SPOKEN
from assistant.vietnamese.synonym_groups import GROUPS
from assistant.vietnamese.synonym_topics import TOPICS

__all__ = ["is_compound"]

_COMPOUNDS = (
    # bảo, hiệu, điều
    "bảo vệ, bảo hộ, bảo hiểm, bảo mật, bảo quản, bảo lãnh, bảo tồn, bảo trì, bảo hành, bảo trợ, "
    "bảo lưu, bảo dưỡng, nhãn hiệu, thương hiệu, dấu hiệu, tín hiệu, vô hiệu, biển hiệu, "
    "danh hiệu, nhạc hiệu, hiệu trưởng, hiệu quả, điều kiện, điều tra, điều ước, điều khoản, "
    "điều khiển, điều dưỡng, điều trị, điều tiết, "
    # sự, vụ, việc, nghĩa
    "dân sự, hình sự, quân sự, lãnh sự, sự cố, sự nghiệp, sự kiện, nghĩa vụ, nghĩa trang, vụ án, "
    "vụ việc, vụ kiện, thời vụ, nghiệp vụ, công vụ, chức vụ, phục vụ, nghỉ việc, thôi việc, "
    "thử việc, giúp việc, "
    # cho, từ, con, chỉ, bị
    "cho thuê, cho vay, cho mượn, tặng cho, từ chối, từ thiện, từ bỏ, con dấu, con nuôi, con đẻ, "
    "sinh con, nuôi con, chỉ định, chỉ dẫn, địa chỉ, bị cáo, bị can, bị đơn, chuẩn bị, "
    # hiện, hình, hóa, kê
    "hiện trạng, hiện vật, hiện hành, phát hiện, hình thức, hình phạt, hình ảnh, loại hình, "
    "truyền hình, hàng hóa, văn hóa, hóa đơn, hóa chất, kê khai, kê biên, thống kê, "
    # thế, quá, khoảng, thứ, kiểu, không
    "thế chấp, quá trình, quá cảnh, khoảng cách, thứ tự, kiểu dáng, không gian, hàng không, "
    # bằng, tên, viết, lời
    "văn bằng, bằng cấp, bằng chứng, bằng khen, tên miền, viết tay, lời nói, "
    # trước, lại, ngoài, giờ, ngày, thêm
    "báo trước, đặt trước, trả trước, cấp lại, nộp lại, trả lại, lấy lại, thu lại, thuê lại, "
    "mua lại, bán lại, ngoài giờ, làm thêm, thêm giờ, ngày nghỉ, ngày lễ, "
    # phần
    "phần mềm, phần cứng, cổ phần, thành phần, học phần"
)


def _placed(words: str) -> str:
    return " ".join(place_tones(lower(word)) for word in words.split())


_LISTED = ",".join((_COMPOUNDS, *GROUPS, *TOPICS, *(line.split(">")[0] for line in SPOKEN)))
_SPELT = frozenset(map(_placed, _LISTED.split(","))) - {"phần trăm"}
_FOLDED = frozenset(map(fold, _SPELT))


def is_compound(words: str, *, marked: bool) -> bool:
    """Tell whether two syllables make a word that a particle is part of.

    Args:
        words: The syllables as written, with a space between.
        marked: Whether the text they stand in bears tone marks.
    """
    return _placed(words) in _SPELT if marked else fold(words) in _FOLDED
