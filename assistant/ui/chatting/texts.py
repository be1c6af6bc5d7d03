"""Words of what stands around an answer, in Vietnamese and in English."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["CHAT_TEXTS", "ChatTexts"]


@dataclass(frozen=True, slots=True)
class ChatTexts:
    """The words of one language; ``{…}`` are filled in by whoever shows them."""

    # The original of a source.
    open_original: str
    open_original_detail: str
    original: str
    page_of: str
    part_of: str
    page_before: str
    page_after: str
    part_before: str
    part_after: str
    to_quote: str
    drawing: str
    picture: str
    boxed: str
    not_boxed: str
    no_quote_here: str
    as_read: str
    gone: str
    changed: str
    not_drawn: str
    download: str
    # What is copied.
    copy_quote: str
    copy_link: str
    copied: str
    not_copied: str
    # What is on and off.
    facts: str
    network: str
    network_off: str
    network_maybe: str
    network_open: str
    network_shared: str
    meaning: str
    meaning_built_in: str
    meaning_model: str
    meaning_off: str
    scans: str
    scans_on: str
    scans_off: str
    language_model: str
    language_model_off: str
    ask_next: str
    # What people say of an answer.
    rate: str
    what_is_wrong: str
    wrong_answer: str
    wrong_source: str
    expected: str
    thanks: str
    kept_where: str
    not_kept: str
    ratings: str
    ratings_detail: str
    questions_complete: str
    questions_open: str
    # A conversation to take along.
    export: str
    export_detail: str
    as_word: str
    as_markdown: str
    as_print: str
    file_name: str
    record: str
    exported: str
    caution: str
    question: str
    full: str
    receipt: str
    index_code: str
    settings_code: str
    passages_used: str


_VI = ChatTexts(
    open_original="Mở trang gốc",
    open_original_detail="Xem chỗ trích trong tài liệu gốc",
    original="Trang gốc",
    page_of="Trang {} / {}",
    part_of="Phần {} / {}",
    page_before="Trang trước",
    page_after="Trang sau",
    part_before="Phần trước",
    part_after="Phần sau",
    to_quote="Về chỗ trích",
    drawing="Đang vẽ trang…",
    picture="Hình trang {} của tài liệu “{}”",
    boxed="Chỗ trích được tô vàng và đóng khung.",
    not_boxed=(
        "Không xác định chắc chắn được chỗ trích trên hình trang này nên không đóng khung. Câu"
        " được trích: “{}”"
    ),
    no_quote_here="Trang này không có chỗ trích.",
    as_read="Chữ của tài liệu như đã đọc khi lập chỉ mục. Chỗ trích được tô vàng.",
    gone=(
        "Tệp gốc không còn ở chỗ cũ nên không mở được. Dưới đây là chữ đã đọc khi lập chỉ mục."
        " Hãy đưa tệp về chỗ cũ hoặc lập lại chỉ mục."
    ),
    changed=(
        "Tệp gốc đã bị sửa sau khi lập chỉ mục nên không dùng để đối chiếu được. Dưới đây là chữ"
        " đã đọc khi đó. Hãy lập lại chỉ mục."
    ),
    not_drawn=(
        "Không vẽ được hình trang này. Dưới đây là chữ đã đọc khi lập chỉ mục. Hãy tải tệp gốc"
        " về để xem."
    ),
    download="Tải tệp gốc",
    copy_quote="Chép trích dẫn",
    copy_link="Chép liên kết tới câu hỏi",
    copied="Đã chép",
    not_copied="Không chép được. Hãy bôi đen rồi chép.",
    facts="Đang bật và tắt",
    network="Mạng",
    network_off="tắt; câu hỏi không rời khỏi máy này",
    network_maybe="chỉ dùng khi mô hình tìm theo nghĩa chưa có trên máy",
    network_open="không gọi ra ngoài, nhưng máy khác trong mạng mở được trang này",
    network_shared="chỉ để đăng nhập và mở trang này; câu hỏi không rời khỏi máy dùng chung",
    meaning="Tìm theo nghĩa",
    meaning_built_in="bật, bằng mô hình nhỏ trên máy này",
    meaning_model="bật, mô hình {}",
    meaning_off="tắt, chỉ tìm theo từ khóa",
    scans="Nhận dạng bản quét (OCR)",
    scans_on="bật",
    scans_off="tắt vì chưa cài Tesseract tiếng Việt; bản quét mới sẽ bị bỏ qua",
    language_model="Mô hình ngôn ngữ",
    language_model_off="tắt; câu trả lời chép nguyên văn",
    ask_next="Hỏi tiếp",
    rate="Câu trả lời này có đúng không?",
    what_is_wrong="Sai ở đâu?",
    wrong_answer="Câu trả lời sai",
    wrong_source="Nguồn sai",
    expected="Câu trả lời đúng, nếu biết",
    thanks="Đã ghi, cảm ơn.",
    kept_where="Chỉ lưu trên máy này: câu hỏi, câu trả lời và ý kiến, không lưu tên người dùng.",
    not_kept="Chưa ghi được đánh giá. Hãy kiểm tra quyền ghi vào thư mục của chương trình.",
    ratings="Đánh giá đã ghi: {}",
    ratings_detail="Tải về để làm câu hỏi kiểm tra chất lượng, mỗi dòng một câu hỏi.",
    questions_complete="Câu hỏi đã rõ đáp án ({})",
    questions_open="Câu hỏi cần bổ sung đáp án ({})",
    export="Xuất cuộc trò chuyện",
    export_detail="Kèm nguồn của từng câu trả lời và mã đối chiếu.",
    as_word="Word (.docx)",
    as_markdown="Markdown (.md)",
    as_print="Bản để in (.html)",
    file_name="hoi-dap",
    record="Bản ghi hỏi đáp",
    exported="Trợ lý Chính sách, xuất lúc {}.",
    caution=(
        "Câu trả lời chép nguyên văn từ tài liệu đã lập chỉ mục. Hãy đối chiếu với văn bản gốc"
        " trước khi trích dẫn hoặc sử dụng."
    ),
    question="Câu hỏi {}",
    full="Trả lời đủ.",
    receipt="Mã đối chiếu",
    index_code="Chỉ mục: {}",
    settings_code="Thiết lập: {}",
    passages_used="Đoạn đã dùng: {}",
)

_EN = ChatTexts(
    open_original="Open the original page",
    open_original_detail="See the quote in the original document",
    original="Original page",
    page_of="Page {} of {}",
    part_of="Part {} of {}",
    page_before="Previous page",
    page_after="Next page",
    part_before="Previous part",
    part_after="Next part",
    to_quote="Back to the quote",
    drawing="Drawing the page…",
    picture="Picture of page {} of the document “{}”",
    boxed="The quote is highlighted and boxed.",
    not_boxed=(
        "The quote could not be located for certain in the picture of this page, so nothing is"
        " boxed. The words quoted: “{}”"
    ),
    no_quote_here="The quote is not on this page.",
    as_read="The text of the document as it was read for the index. The quote is highlighted.",
    gone=(
        "The original file is no longer where it was and cannot be opened. Below is the text as"
        " it was read for the index. Put the file back, or build the index again."
    ),
    changed=(
        "The original file was changed after the index was built and cannot be compared with."
        " Below is the text as it was read then. Build the index again."
    ),
    not_drawn=(
        "This page could not be drawn. Below is the text as it was read for the index. Download"
        " the original file to see it."
    ),
    download="Download the original file",
    copy_quote="Copy citation",
    copy_link="Copy a link to this question",
    copied="Copied",
    not_copied="Could not copy. Select the text and copy it.",
    facts="On and off",
    network="Network",
    network_off="off; questions do not leave this computer",
    network_maybe="used only if the model for search by meaning is not yet on this computer",
    network_open="nothing is sent out, but other computers on the network can open this page",
    network_shared="used to sign in and to open this page; questions stay on the shared machine",
    meaning="Search by meaning",
    meaning_built_in="on, by a small model on this machine",
    meaning_model="on, model {}",
    meaning_off="off, keywords alone",
    scans="Reading of scans (OCR)",
    scans_on="on",
    scans_off="off: Tesseract for Vietnamese is not installed; new scans will be skipped",
    language_model="Language model",
    language_model_off="off; answers are quoted word for word",
    ask_next="Ask next",
    rate="Is this answer right?",
    what_is_wrong="What is wrong?",
    wrong_answer="The answer is wrong",
    wrong_source="The source is wrong",
    expected="The right answer, if you know it",
    thanks="Noted, thank you.",
    kept_where="Kept on this computer alone: question, answer and verdict, but no user's name.",
    not_kept="The rating could not be kept. Check that the program's folder can be written to.",
    ratings="Ratings kept: {}",
    ratings_detail="Download them as questions for the evaluation, one a line.",
    questions_complete="Questions with answers ({})",
    questions_open="Questions that need an answer ({})",
    export="Export the conversation",
    export_detail="With the sources of every answer and its receipt.",
    as_word="Word (.docx)",
    as_markdown="Markdown (.md)",
    as_print="To print (.html)",
    file_name="questions-and-answers",
    record="Record of questions and answers",
    exported="Trợ lý Chính sách, exported {}.",
    caution=(
        "Answers quote the indexed documents word for word. Check the original document before"
        " you quote or rely on an answer."
    ),
    question="Question {}",
    full="Answered in full.",
    receipt="Receipt",
    index_code="Index: {}",
    settings_code="Settings: {}",
    passages_used="Passages used: {}",
)

CHAT_TEXTS = {"vi": _VI, "en": _EN}
