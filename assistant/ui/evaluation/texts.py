"""All words of the page “Đánh giá”, in Vietnamese and in English."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["EVALUATION_TEXTS", "EvaluationTexts"]


@dataclass(frozen=True, slots=True)
class EvaluationTexts:
    """The words of one language; ``{…}`` are filled in by whoever shows them."""

    title: str
    intro: str
    written: str
    none: str
    none_no_evals: str
    none_reader: str
    damaged: str
    damaged_reader: str
    # Running.
    run: str
    run_again: str
    run_detail: str
    starting: str
    running: str
    steps: str
    background: str
    failed: str
    stopped: str
    done: str
    stages: dict[str, str]
    # What is shown.
    corpus: str
    corpora: dict[str, str]
    split: str
    splits: dict[str, str]
    everything: str
    right: str
    right_help: str
    evidence: str
    refused_rightly: str
    refused_wrongly: str
    seconds: str
    interval: str
    share: str
    counted: str
    as_table: str
    by_category: str
    by_category_detail: str
    category: str
    categories: dict[str, str]
    # What failed.
    failures: str
    failures_none: str
    failures_sealed: str
    failures_more: str
    expected: str
    expected_refusal: str
    given: str
    given_refusal: str
    after: str
    ask_again: str
    ask_again_detail: str


_VI = EvaluationTexts(
    title="Đánh giá",
    intro=(
        "Trợ lý trả lời đúng tới đâu, đo trên các câu hỏi đã biết trước đáp án. Đáp án được so"
        " bằng con số, ngày, tên và trích dẫn; không mô hình nào chấm điểm."
    ),
    written="Đo lúc {}, {} câu hỏi.",
    none="Chưa có lần đánh giá nào trên máy này. Bấm “Chạy đánh giá” để đo, mất vài phút.",
    none_no_evals=(
        "Chưa có kết quả đánh giá. Bản cài này không kèm bộ câu hỏi đánh giá; hãy chạy lệnh"
        " “make eval” trong thư mục mã nguồn."
    ),
    none_reader="Chưa có lần đánh giá nào trên máy này. Hãy nhờ người biên tập chạy đánh giá.",
    damaged="Kết quả đánh giá không đọc được, có thể do lần chạy trước bị ngắt. Hãy chạy lại.",
    damaged_reader="Kết quả đánh giá không đọc được. Hãy nhờ người biên tập chạy lại.",
    run="Chạy đánh giá",
    run_again="Chạy lại",
    run_detail="Mất vài phút. Hỏi đáp vẫn dùng được trong lúc chạy.",
    starting="Đang bắt đầu đánh giá…",
    running="Đang đánh giá: {}",
    steps="{}: {} / {}",
    background="Có thể rời trang này; kết quả hiện ra khi chạy xong.",
    failed="Lần đánh giá vừa rồi gặp lỗi nên không có kết quả mới. Hãy chạy lại.",
    stopped="Lần đánh giá trước dừng giữa chừng. Kết quả dưới đây là của lần trước đó.",
    done="Đã đánh giá xong.",
    stages={
        "Hỏi": "hỏi",
        "Tìm": "tìm kiếm",
        "Đọc tệp": "đọc tệp",
        "Chỉ mục có dấu": "lập chỉ mục có dấu",
        "Chỉ mục không dấu": "lập chỉ mục không dấu",
        "Tìm trục nghĩa": "tính trục nghĩa",
        "Ghi chỉ mục": "ghi chỉ mục",
    },
    corpus="Bộ tài liệu",
    corpora={
        "starter": "Bộ văn bản mẫu",
        "seeds": "Năm bài báo gốc",
        "documents": "Văn bản thật",
    },
    split="Nhóm câu hỏi",
    splits={"dev": "Phát triển", "hard": "Khó", "unread": "Chưa đọc", "test": "Kiểm tra"},
    everything="Tất cả",
    right="Trả lời đúng",
    right_help="Trả lời đúng câu có đáp án, hoặc từ chối đúng câu không có đáp án.",
    evidence="Dẫn đúng chỗ",
    refused_rightly="Từ chối đúng",
    refused_wrongly="Từ chối oan",
    seconds="Thời gian trả lời một câu: {} ms (trung vị).",
    interval="khoảng tin cậy 95%: {:.0%} – {:.0%}",
    share="Tỷ lệ đúng",
    counted="Số câu",
    as_table="Xem dạng bảng",
    by_category="Theo loại câu hỏi",
    by_category_detail=(
        "Vạch mảnh là khoảng tin cậy 95%: loại nào ít câu thì khoảng rộng, đừng vội kết luận."
    ),
    category="Loại câu hỏi",
    categories={
        "figure": "Số liệu",
        "target": "Chỉ tiêu",
        "result": "Kết quả",
        "money": "Kinh phí",
        "rank": "Thứ hạng",
        "date": "Ngày tháng",
        "deadline": "Thời hạn",
        "person": "Người",
        "agency": "Cơ quan",
        "document": "Văn bản",
        "list": "Liệt kê",
        "definition": "Định nghĩa",
        "comparison": "So sánh",
        "yesno": "Đúng hay sai",
        "tablerow": "Dòng của bảng",
        "several": "Nhiều văn bản",
        "followup": "Câu hỏi nối tiếp",
        "unmarked": "Không dấu",
        "abbreviation": "Viết tắt",
        "typo": "Gõ sai",
        "oldplace": "Địa danh cũ",
        "falsepremise": "Tiền đề sai",
        "unanswerable": "Không có trong tài liệu",
    },
    failures="Câu trả lời sai ({})",
    failures_none="Không có câu nào sai trong phần đang xem.",
    failures_sealed=(
        "{} câu thuộc nhóm Kiểm tra được giữ kín, chỉ tính vào tỷ lệ chung: ai chỉnh trợ lý theo"
        " những câu này thì phép đo không còn đáng tin."
    ),
    failures_more="và {} câu khác; hãy chọn một loại câu hỏi để xem tiếp.",
    expected="Đáp án: {}",
    expected_refusal="Đáp án: tài liệu không nói, phải từ chối",
    given="Trợ lý trả lời: {}",
    given_refusal="Trợ lý báo không tìm thấy",
    after="Hỏi tiếp sau: {}",
    ask_again="Hỏi lại",
    ask_again_detail="Hỏi câu này ở trang Hỏi đáp, trên kho tài liệu đang mở",
)

_EN = EvaluationTexts(
    title="Evaluation",
    intro=(
        "How well the assistant answers questions whose answers are known. Answers are compared"
        " as figures, dates, names and citations; no model judges another."
    ),
    written="Measured on {}; questions: {}.",
    none="Nothing was measured on this computer yet. Choose “Run”; it takes some minutes.",
    none_no_evals=(
        "There are no results. The questions are no part of this installation; run “make eval”"
        " in the folder of the sources."
    ),
    none_reader="Nothing was measured on this computer yet. Ask an editor to run the evaluation.",
    damaged="The results cannot be read; the last run may have been cut short. Run it again.",
    damaged_reader="The results cannot be read. Ask an editor to run the evaluation again.",
    run="Run",
    run_again="Run again",
    run_detail="It takes some minutes. Questions are answered meanwhile.",
    starting="Starting the evaluation…",
    running="Measuring: {}",
    steps="{}: {} of {}",
    background="You may leave this page; results appear when it is done.",
    failed="The last run failed, so there are no new results. Run it again.",
    stopped="The last run stopped half way. The results below are those before it.",
    done="The evaluation is done.",
    stages={
        "Hỏi": "asking",
        "Tìm": "searching",
        "Đọc tệp": "reading files",
        "Chỉ mục có dấu": "index of words with tone marks",
        "Chỉ mục không dấu": "index of words without tone marks",
        "Tìm trục nghĩa": "computing meaning",
        "Ghi chỉ mục": "writing the index",
    },
    corpus="Documents",
    corpora={
        "starter": "Starter corpus",
        "seeds": "Five seed articles",
        "documents": "Real documents",
    },
    split="Part of the questions",
    splits={"dev": "Development", "hard": "Hard", "unread": "Unread", "test": "Test"},
    everything="All",
    right="Right answers",
    right_help="Answered rightly where there is an answer, or refused where there is none.",
    evidence="Cited the right place",
    refused_rightly="Rightly refused",
    refused_wrongly="Wrongly refused",
    seconds="Time of an answer: {} ms (median).",
    interval="95% interval: {:.0%} – {:.0%}",
    share="Share right",
    counted="Questions",
    as_table="As a table",
    by_category="By category",
    by_category_detail=(
        "Thin lines are 95% intervals: where there are few questions they are wide, so take care."
    ),
    category="Category",
    categories={
        "figure": "Figure",
        "target": "Target",
        "result": "Result",
        "money": "Money",
        "rank": "Rank",
        "date": "Date",
        "deadline": "Deadline",
        "person": "Person",
        "agency": "Agency",
        "document": "Document",
        "list": "List",
        "definition": "Definition",
        "comparison": "Comparison",
        "yesno": "Yes or no",
        "tablerow": "Table row",
        "several": "Several documents",
        "followup": "Follow-up",
        "unmarked": "Without tone marks",
        "abbreviation": "Abbreviation",
        "typo": "Typing slip",
        "oldplace": "Old place name",
        "falsepremise": "False premise",
        "unanswerable": "Not in the documents",
    },
    failures="Wrong answers ({})",
    failures_none="No answer is wrong in what is shown.",
    failures_sealed=(
        "Test questions among them: {}. They are kept sealed and count in the totals alone: a"
        " measure that somebody tunes to is no measure."
    ),
    failures_more="and {} more; choose a category to see them.",
    expected="Expected: {}",
    expected_refusal="Expected: the documents do not say, so it must refuse",
    given="Answered: {}",
    given_refusal="Answered: not found",
    after="Asked after: {}",
    ask_again="Ask again",
    ask_again_detail="Ask this on the page Ask, of the documents that are open",
)

EVALUATION_TEXTS = {"vi": _VI, "en": _EN}
