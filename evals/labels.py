"""What the report calls things: Vietnamese first, an English gloss beside it."""

from __future__ import annotations

__all__ = [
    "CATEGORY_LABELS",
    "CONDITION_LABELS",
    "CORPUS_LABELS",
    "SPLIT_LABELS",
    "Labels",
    "label_of",
]

Labels = dict[str, tuple[str, str]]
"""Label and gloss by name."""

CATEGORY_LABELS: Labels = {
    "figure": ("Số liệu", "figure"),
    "target": ("Chỉ tiêu", "target"),
    "result": ("Kết quả", "result"),
    "money": ("Kinh phí", "money"),
    "rank": ("Thứ hạng", "rank"),
    "date": ("Ngày tháng", "date"),
    "deadline": ("Thời hạn", "deadline"),
    "person": ("Người", "person"),
    "agency": ("Cơ quan", "agency"),
    "document": ("Văn bản", "document"),
    "list": ("Liệt kê", "list"),
    "definition": ("Định nghĩa", "definition"),
    "comparison": ("So sánh", "comparison"),
    "yesno": ("Đúng hay sai", "yes/no"),
    "tablerow": ("Dòng của bảng", "table row"),
    "several": ("Nhiều văn bản", "several documents"),
    "followup": ("Câu hỏi nối tiếp", "follow-up"),
    "unmarked": ("Không dấu", "without marks"),
    "abbreviation": ("Viết tắt", "abbreviation"),
    "typo": ("Gõ sai", "typing slip"),
    "oldplace": ("Địa danh cũ", "old place name"),
    "falsepremise": ("Tiền đề sai", "false premise"),
    "unanswerable": ("Không có trong tài liệu", "not in the corpus"),
}
"""Categories of questions."""

SPLIT_LABELS: Labels = {
    "all": ("Tất cả", "all"),
    "dev": ("Phát triển", "dev"),
    "hard": ("Khó", "hard"),
    "unread": ("Chưa đọc", "unread"),
    "test": ("Kiểm tra", "test"),
}
"""Splits of the questions."""

CORPUS_LABELS: Labels = {
    "starter": ("Bộ văn bản mẫu", "starter corpus"),
    "seeds": ("Năm bài báo gốc", "seed articles"),
    "documents": ("Văn bản thật", "real documents"),
}
"""Corpora that are asked of."""

CONDITION_LABELS: Labels = {
    "assistant": ("Trợ lý", "the assistant"),
    "refuse": ("Luôn từ chối", "always refuse"),
    "first passage": ("Đoạn đầu tiên tìm thấy", "first passage"),
    "best tf-idf": ("Câu gần nhất theo TF-IDF", "best TF-IDF sentence"),
    "no marks": ("Bỏ dấu", "marks removed"),
    "NFD": ("Unicode tách dấu", "NFD"),
    "tone placement": ("Đặt dấu kiểu kia (hòa, hoà)", "other tone placement"),
    "upper case": ("Chữ hoa", "upper case"),
    "typing slip": ("Gõ đảo hai chữ cái", "typing slip"),
}
"""Trivial rows, and conditions under which the questions are asked again."""


def label_of(labels: Labels, name: str) -> tuple[str, str]:
    """Return the label and the gloss of a name; the name itself where it has none."""
    return labels.get(name, (name, ""))
