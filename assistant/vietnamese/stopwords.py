"""Words that carry no subject: particles, question words, politeness.

The lists are spelt with tone marks, since folded they would swallow half of many compounds
(“đâu” and “phấn đấu”, “họ” and “hồ sơ”). A text without marks is held against a shorter,
folded list of those that are particles in nearly every reading.
"""

from __future__ import annotations

from assistant.vietnamese.normalise import fold, lower, place_tones

__all__ = ["is_stopword"]

_MARKED = frozenset(
    # words of asking
    "ai gì nào mấy bao nhiêu sao đâu thế hay hỏi xin vui lòng giúp cho mình tôi em anh chị biết ạ "
    "nhỉ nhé vậy thưa ơi không có phải chưa hả rõ liệt kê kể tên nêu hiểu như bạn à ư "
    # particles and prepositions
    "là của và các những một trong trên tại ở với về đến tới từ theo do đã đang sẽ thì mà rằng này "
    "đó kia ấy được bị bởi vì nên để cũng còn chỉ mọi đều rất quá hơn khi sau trước giữa ra vào "
    "lên xuống lại rồi nữa vừa hiện nay giờ hoặc nếu tuy song vẫn cả tất mỗi từng lúc người ta nó "
    "họ chúng cái chiếc cuộc sự việc nhằm thực hiện bằng qua cần phía dưới ngoài nhau cùng luôn "
    "đây đấy khoảng thứ con số chừng cỡ hãy nghĩa mang hiệu tên bài viết nói điều gọi kèm nhiêu "
    "đúng ngày hôm đạt "
    # chat
    "cũ hồi xưa bây ngay luôn chứ đợt vụ kiểu dạng hả há nè thêm bên hóa ra hình như chắc rốt cuộc "
    "nghe thấy bảo đồn vầy rứa mô giùm dùm".split()
)
_FOLDED = frozenset(
    "gi nao may bao nhieu la cua va cac nhung trong tren o voi ve den tu theo do da se ma rang nay "
    "duoc bi cung con moi deu rat hon khi nhu neu cho khong co xin a nhe vay hay hoi biet giup "
    "minh toi em ra vao len de thi the phai ten ai".split()
)


def is_stopword(word: str, *, marked: bool) -> bool:
    """Tell whether a word carries no subject.

    Args:
        word: A syllable as written.
        marked: Whether the text it stands in bears tone marks.
    """
    return place_tones(lower(word)) in _PLACED if marked else fold(word) in _FOLDED


_PLACED = frozenset(map(place_tones, _MARKED))
