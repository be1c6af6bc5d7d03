"""All words of the page, in Vietnamese and in English."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["LANGUAGES", "TEXTS", "Texts"]

LANGUAGES = {"vi": "Tiếng Việt", "en": "English"}
"""Languages of the frame, by the value of ``?lang=``; the first is the default."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The words of one language; ``{…}`` are filled in by whoever shows them.

    The name of a field says where it stands. Words of documents are never translated.
    """

    code: str
    title: str
    pages: dict[str, str]
    menu: str
    intro: str
    caution: str
    examples: str
    refused_example: str
    placeholder: str
    searching: str
    opening: str
    # An answer and its sources.
    sources: str
    source_number: str
    page: str
    no_date: str
    published_by: str
    open_source: str
    whole_passage: str
    why: str
    rank: str
    retrievers: dict[str, str]
    compared: str
    side: str
    side_answer: str
    no_side: str
    in_words: str
    note: str
    # How a question was read.
    understood: str
    edit: str
    edit_detail: str
    edit_label: str
    edit_send: str
    asked_within: str
    until: str
    partial: str
    ocr: str
    recognised: str
    converted: str
    # What is not in the documents.
    not_found: str
    missing: str
    nearest: str
    not_an_answer: str
    nearest_number: str
    # The sidebar.
    language: str
    offline: str
    not_offline: str
    scope: str
    scope_detail: str
    kinds: str
    places: str
    years: str
    as_of: str
    as_of_detail: str
    any_value: str
    scope_count: str
    corpus: str
    corpus_count: str
    documents: str
    more_documents: str
    skipped: str
    skipped_none: str
    passages: str
    clear: str
    # What went wrong.
    no_index: str
    damaged: str
    empty_corpus: str
    empty: str
    too_long: str
    defect: str
    page_defect: str
    retry: str
    upload_first: str


_VI = Texts(
    code="vi",
    title="Trợ lý Chính sách",
    pages={
        "": "Hỏi đáp",
        "chi-tieu": "Chỉ tiêu",
        "kiem-chung": "Kiểm chứng",
        "thu-vien": "Thư viện",
        "danh-gia": "Đánh giá",
        "lop-hoc": "Lớp học",
    },
    menu="Các trang",
    intro=(
        "Hỏi bằng tiếng Việt, gõ có dấu hay không dấu đều được. Câu trả lời chép nguyên văn từ"
        " {documents} tài liệu trên máy này và câu nào cũng dẫn nguồn. Điều gì tài liệu không"
        " nói thì trợ lý báo là không tìm thấy, không đoán."
    ),
    caution="Hãy đối chiếu với văn bản gốc trước khi trích dẫn hoặc sử dụng.",
    examples="Thử hỏi",
    refused_example="Và một câu mà tài liệu không trả lời được",
    placeholder="Đặt câu hỏi về các tài liệu…",
    searching="Đang tìm trong tài liệu…",
    opening="Đang mở chỉ mục…",
    sources="Nguồn",
    source_number="Nguồn {}",
    page="trang {}",
    no_date="không rõ ngày",
    published_by="Đăng tại",
    open_source="Mở nơi đăng",
    whole_passage="Xem cả đoạn",
    why="Vì sao tìm thấy",
    rank="{}: thứ {}",
    retrievers={"marked": "từ khóa có dấu", "folded": "từ khóa không dấu", "dense": "ngữ nghĩa"},
    compared="So sánh",
    side="So sánh",
    side_answer="Tài liệu nêu",
    no_side="không có trong tài liệu",
    in_words="xem trích dẫn",
    note="Lưu ý",
    understood="Hiểu là: {}",
    edit="Sửa",
    edit_detail="Sửa rồi hỏi lại",
    edit_label="Câu hỏi đầy đủ",
    edit_send="Hỏi câu này",
    asked_within="Chỉ tìm trong: {}",
    until="ban hành đến hết ngày {}",
    partial="Mới trả lời được một phần: {}.",
    ocr="Chữ nhận dạng từ ảnh chụp, cần đối chiếu với bản gốc",
    recognised="Bản quét, độ tin cậy nhận dạng {:.0%}, cần đối chiếu với bản gốc",
    converted="Chữ chuyển từ bảng mã cũ",
    not_found="Không tìm thấy trong tài liệu",
    missing="Tài liệu {}.",
    nearest="Đoạn gần nhất (không phải câu trả lời)",
    not_an_answer=(
        "Những đoạn dưới đây gần với câu hỏi nhất nhưng không trả lời câu hỏi. Đừng trích dẫn"
        " như một câu trả lời."
    ),
    nearest_number="Đoạn gần nhất thứ {}",
    language="Ngôn ngữ",
    offline="Không dùng mạng, không dùng mô hình ngôn ngữ",
    not_offline="Không dùng mô hình ngôn ngữ",
    scope="Phạm vi tìm kiếm",
    scope_detail="Áp dụng cho câu hỏi tiếp theo.",
    kinds="Loại văn bản",
    places="Địa phương",
    years="Năm ban hành",
    as_of="Ban hành đến hết ngày",
    as_of_detail="Bỏ qua văn bản ban hành sau ngày này và văn bản không rõ ngày.",
    any_value="Tất cả",
    scope_count="Tìm trong {} / {} tài liệu",
    corpus="Kho tài liệu",
    corpus_count="{} tài liệu, {} đoạn",
    documents="Danh sách tài liệu",
    more_documents="và {} tài liệu khác",
    skipped="Tệp bị bỏ qua: {}",
    skipped_none="Không tệp nào bị bỏ qua.",
    passages="{} đoạn",
    clear="Xóa cuộc trò chuyện",
    no_index=(
        "Chưa có chỉ mục nên chưa trả lời được. Hãy tải tài liệu lên ở trang Thư viện, hoặc chạy"
        " lệnh “chinhsach index” trong thư mục của chương trình rồi bấm Thử lại."
    ),
    damaged=(
        "Chỉ mục bị thiếu hoặc hỏng nên không dùng được. Hãy chạy lại lệnh “chinhsach index”,"
        " rồi bấm Thử lại."
    ),
    empty_corpus=(
        "Chỉ mục chưa có tài liệu nào. Hãy tải tài liệu lên ở trang Thư viện, hoặc thêm tài liệu"
        " rồi chạy lệnh “chinhsach index” và bấm Thử lại."
    ),
    empty="Câu hỏi trống. Hãy gõ một câu hỏi.",
    too_long="Câu hỏi dài {} ký tự, quá {}. Hãy hỏi ngắn hơn.",
    defect="Chương trình gặp lỗi với câu hỏi này. Hãy thử hỏi cách khác hoặc tải lại trang.",
    page_defect="Trang này gặp lỗi. Hãy tải lại trang; nếu vẫn lỗi, hãy báo người quản trị.",
    retry="Thử lại",
    upload_first="Tải tài liệu lên",
)

_EN = Texts(
    code="en",
    title="Trợ lý Chính sách",
    pages={
        "": "Ask",
        "chi-tieu": "Targets",
        "kiem-chung": "Check a claim",
        "thu-vien": "Library",
        "danh-gia": "Evaluation",
        "lop-hoc": "Workshop",
    },
    menu="Pages",
    intro=(
        "A policy assistant for Vietnamese documents. Ask in English, or in Vietnamese with or"
        " without tone marks. Answers quote the Vietnamese text word for word from the"
        " {documents} documents on this computer, and every sentence cites its source. What the"
        " documents do not say is reported as not found, never guessed."
    ),
    caution="Check the original document before you quote or rely on an answer.",
    examples="Try asking",
    refused_example="And one that the documents cannot answer",
    placeholder="Ask in Vietnamese or English…",
    searching="Searching the documents…",
    opening="Opening the index…",
    sources="Sources",
    source_number="Source {}",
    page="page {}",
    no_date="no date known",
    published_by="Published by",
    open_source="Open where it was published",
    whole_passage="Show the whole passage",
    why="Why it was found",
    rank="{}: no. {}",
    retrievers={
        "marked": "words with tone marks",
        "folded": "words without tone marks",
        "dense": "meaning",
    },
    compared="Comparison",
    side="Compared",
    side_answer="The documents state",
    no_side="not in the documents",
    in_words="see the quote",
    note="Note",
    understood="Understood as: {}",
    edit="Edit",
    edit_detail="Edit and ask again",
    edit_label="The question in full",
    edit_send="Ask this",
    asked_within="Searched only in: {}",
    until="issued up to {}",
    partial="Answered in part: {}.",
    ocr="Text recognised from an image; check it against the original",
    recognised="Scan, recognised with {:.0%} confidence; check it against the original",
    converted="Text converted from a legacy encoding",
    not_found="Not found in the documents",
    missing="In the documents: {}.",
    nearest="Nearest passages (not an answer)",
    not_an_answer=(
        "These passages come nearest to the question, but they do not answer it. Do not quote"
        " them as an answer."
    ),
    nearest_number="Nearest passage {}",
    language="Language",
    offline="No network, no language model",
    not_offline="No language model",
    scope="Search scope",
    scope_detail="Applies to the next question.",
    kinds="Kind of document",
    places="Place",
    years="Year of issue",
    as_of="Issued up to",
    as_of_detail="Leaves out documents issued after this day and those without a known date.",
    any_value="All",
    scope_count="Searching {} of {} documents",
    corpus="Documents",
    corpus_count="Documents: {}; passages: {}",
    documents="List of documents",
    more_documents="and {} more",
    skipped="Skipped files: {}",
    skipped_none="No file was skipped.",
    passages="passages: {}",
    clear="Clear the conversation",
    no_index=(
        "There is no index yet, so nothing can be answered. Upload documents on the page Library,"
        " or run “chinhsach index” in the program's folder and choose Try again."
    ),
    damaged=(
        "The index is incomplete or damaged and cannot be used. Run “chinhsach index” again,"
        " then choose Try again."
    ),
    empty_corpus=(
        "The index holds no documents. Upload some on the page Library, or add documents, run"
        " “chinhsach index” and choose Try again."
    ),
    empty="The question is empty. Please type a question.",
    too_long="The question is {} characters long; the limit is {}. Please ask something shorter.",
    defect="The program failed on this question. Try other words, or reload the page.",
    page_defect="This page failed. Reload it; if it fails again, tell whoever runs the program.",
    retry="Try again",
    upload_first="Upload documents",
)

TEXTS = {"vi": _VI, "en": _EN}
