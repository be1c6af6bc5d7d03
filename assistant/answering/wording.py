"""The frame around the quotes, in Vietnamese and in English."""

from __future__ import annotations

__all__ = ["NOT_FOUND", "WORDING"]

NOT_FOUND = "Không tìm thấy trong tài liệu."
"""How every answer begins that the documents do not give."""

WORDING: dict[str, dict[str, str]] = {
    "vi": {
        "not_found": NOT_FOUND,
        "nothing_about": "không có nội dung này về {}",
        "merged": "từ ngày 01/7/2025, {} thuộc {}",
        "no_document": "không có văn bản {}",
        "no_name": "không nhắc đến {}",
        "no_year": "không có số liệu hoặc nội dung của năm {}",
        "no_words": "không nói đến {}",
        "no_date": "không nêu thời điểm hoặc thời hạn",
        "no_source": "không nêu văn bản quy định",
        "not_vietnamese": "không có từ nào khớp với câu hỏi này, hãy hỏi bằng tiếng Việt",
        "no_sentence": "không có câu nào trả lời đúng điều được hỏi",
        "listed": "Tài liệu nêu: {}.",
        "differ": "Tài liệu nêu nhiều số khác nhau: {}.",
        "premise": "tài liệu không nêu {} như câu hỏi",
        "instead": "Câu hỏi nêu {}, tài liệu nêu {}.",
        "no_side": "không có nội dung này về {}",
        "same": "{} và {} nêu cùng một mức.",
        "same_value": "{} và {} nêu cùng một con số, khác nhau ở mức ràng buộc.",
        "higher": "Mức của {} cao hơn mức của {}.",
        "lower": "Mức của {} thấp hơn mức của {}.",
        "more": "Số của {} lớn hơn số của {}.",
        "less": "Số của {} nhỏ hơn số của {}.",
        "kinds_differ": "Số của {} là chỉ tiêu, số của {} là kết quả: hai số không cùng loại.",
        "years_differ": "Số của {} là của năm {}, số của {} là của năm {}.",
        "yes": "Đúng: tài liệu nêu {}.",
        "no": "Không đúng: tài liệu nêu {}, không phải {}.",
    },
    "en": {
        "not_found": "Not found in these documents.",
        "nothing_about": "nothing on this about {}",
        "merged": "since 1 July 2025 {} is part of {}",
        "no_document": "no document {}",
        "no_name": "no mention of {}",
        "no_year": "nothing for the year {}",
        "no_words": "no mention of {}",
        "no_date": "no date or deadline is given",
        "no_source": "no document is named for it",
        "not_vietnamese": "hardly a word matches this question, please ask in Vietnamese",
        "no_sentence": "no sentence answers what was asked",
        "listed": "The documents state: {}.",
        "differ": "The documents state different numbers: {}.",
        "premise": "the documents do not say {} as the question does",
        "instead": "The question says {}, the documents say {}.",
        "no_side": "nothing on this about {}",
        "same": "{} and {} state the same level.",
        "same_value": "{} and {} state the same number, bound in different ways.",
        "higher": "The level of {} is above that of {}.",
        "lower": "The level of {} is below that of {}.",
        "more": "The number of {} is greater than that of {}.",
        "less": "The number of {} is smaller than that of {}.",
        "kinds_differ": "That of {} is a target, that of {} a result: they differ in kind.",
        "years_differ": "That of {} is of {}, that of {} is of {}.",
        "yes": "Yes: the document says {}.",
        "no": "No: the document says {}, not {}.",
    },
}
