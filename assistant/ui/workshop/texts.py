"""All words of the page “Lớp học”, in Vietnamese and in English."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.ui.workshop.tour_texts import TOURS, TourStep
from assistant.ui.workshop.watching_texts import WATCHING_TEXTS, WatchingTexts

__all__ = ["WORKSHOP_TEXTS", "WorkshopTexts"]


@dataclass(frozen=True, slots=True)
class WorkshopTexts:
    """The words of one language; ``{…}`` are filled in by whoever shows them."""

    title: str
    intro: str
    parts: dict[str, str]
    # The tour.
    tour: tuple[TourStep, ...]
    step_of: str
    do: str
    say: str
    before: str
    after: str
    go: dict[str, str]
    ask_this: str
    # Questions.
    questions_intro: str
    themes: dict[str, str]
    questions_none: str
    # How it works.
    watching: WatchingTexts
    # What it refuses and refutes.
    refuse: str
    refuse_intro: str
    refuse_try: str
    refused: str
    refused_why: str
    not_refused: str
    refuse_none: str
    refute: str
    refute_intro: str
    refute_original: str
    refute_changed: str
    refute_try: str
    refuted: str
    not_refuted: str
    refute_note: str
    refute_none: str
    nearest: str
    # The quiz.
    quiz_intro: str
    quiz_seed: str
    quiz_seed_help: str
    quiz_number: str
    quiz_source: str
    quiz_ask: str
    quiz_reveal: str
    quiz_right: str
    quiz_wrong: str
    quiz_unguessed: str
    quiz_next: str
    quiz_previous: str
    quiz_score: str
    quiz_none: str
    # The check list.
    checks_intro: str
    checks: dict[str, str]
    checked: dict[str, str]
    states: dict[str, str]
    check_again: str


_VI = WorkshopTexts(
    title="Lớp học",
    intro=(
        "Dành cho người hướng dẫn: mọi ví dụ dưới đây lấy từ chính kho tài liệu trên máy này,"
        " chạy ngay trước mắt lớp, không dàn dựng."
    ),
    parts={
        "tour": "Tám bước",
        "questions": "Câu hỏi mẫu",
        "watch": "Xem hệ thống làm việc",
        "limits": "Từ chối và bác bỏ",
        "quiz": "Đố cả lớp",
        "checks": "Trước giờ lên lớp",
    },
    tour=TOURS["vi"],
    step_of="Bước {} / {}",
    do="Làm gì",
    say="Nói gì với lớp",
    before="Bước trước",
    after="Bước sau",
    go={
        "checks": "Mở bảng kiểm",
        "watch": "Xem hệ thống làm việc",
        "limits": "Mở phần từ chối và bác bỏ",
        "quiz": "Mở phần đố cả lớp",
        "questions": "Mở câu hỏi mẫu",
    },
    ask_this="Hỏi câu này ở trang Hỏi đáp",
    questions_intro=(
        "Câu nào ở đây cũng đã được hỏi thử trên kho tài liệu này và có câu trả lời. Bấm một câu"
        " để hỏi ở trang Hỏi đáp."
    ),
    themes={
        "figures": "Con số",
        "unmarked": "Gõ không dấu",
        "compared": "So sánh",
        "dates": "Ngày ban hành",
        "issuers": "Cơ quan ban hành",
        "words": "Định nghĩa và danh sách",
        "refused": "Câu phải từ chối",
    },
    questions_none="Kho tài liệu này chưa trả lời được câu mẫu nào. Hãy thêm tài liệu.",
    watching=WATCHING_TEXTS["vi"],
    refuse="Một câu phải từ chối",
    refuse_intro=(
        "Trợ lý chỉ nói điều tài liệu nói. Câu dưới đây nằm ngoài kho tài liệu, nên câu trả lời"
        " đúng là “không tìm thấy”."
    ),
    refuse_try="Hỏi câu này",
    refused="Từ chối: không tìm thấy trong tài liệu.",
    refused_why="Tài liệu {}.",
    not_refused="Câu này lại có câu trả lời trong tài liệu. Hãy chọn câu khác để minh họa.",
    refuse_none="Chưa có câu nào phù hợp để minh họa. Hãy tự gõ một câu ngoài tài liệu.",
    refute="Một con số phải bác bỏ",
    refute_intro=(
        "Lấy một câu trong tài liệu, sửa con số thành số khác rồi đưa đi kiểm chứng. Trợ lý phải"
        " bác bỏ và chỉ ra con số đúng."
    ),
    refute_original="Câu trong tài liệu",
    refute_changed="Câu đã bị sửa số",
    refute_try="Kiểm chứng câu đã sửa",
    refuted="Bác bỏ.",
    not_refuted="Chưa bác bỏ được câu này. Hãy xem ghi chú bên dưới.",
    refute_note="Ghi chú kiểm chứng",
    refute_none="Kho tài liệu này chưa có câu số liệu nào phù hợp để minh họa.",
    nearest="Đoạn gần nhất (không phải câu trả lời)",
    quiz_intro="Cả lớp đoán trước, xem nguồn sau. Câu đố lấy từ số liệu trong tài liệu.",
    quiz_seed="Mã bộ câu đố",
    quiz_seed_help="Cùng một mã thì máy nào có cùng kho tài liệu cũng ra cùng bộ câu đố.",
    quiz_number="Câu {} / {}",
    quiz_source="Theo: {}",
    quiz_ask="Con số còn thiếu là bao nhiêu?",
    quiz_reveal="Xem đáp án và nguồn",
    quiz_right="Đúng: {}.",
    quiz_wrong="Chưa đúng. Tài liệu ghi: {}.",
    quiz_unguessed="Tài liệu ghi: {}.",
    quiz_next="Câu sau",
    quiz_previous="Câu trước",
    quiz_score="Lớp đoán đúng {} / {} câu đã mở.",
    quiz_none="Kho tài liệu này chưa đủ số liệu để ra câu đố. Hãy thêm tài liệu có số liệu.",
    checks_intro="Máy tự kiểm tra lúc mở phần này. Điều gì tắt thì nói là tắt.",
    checks={
        "offline": "Ngoại tuyến",
        "address": "Ai mở được trang",
        "corpus": "Kho tài liệu",
        "skipped": "Tệp chưa đọc được",
        "ocr": "Nhận dạng bản quét",
        "language_model": "Mô hình ngôn ngữ",
        "encoder": "Tìm theo nghĩa",
        "speed": "Tốc độ trả lời",
    },
    checked={
        "offline": "Không gọi mạng, không dùng mô hình bên ngoài. Rút dây mạng vẫn chạy.",
        "offline_model": (
            "Có mô hình tìm kiếm bên ngoài đã cài sẵn. Hãy rút mạng và hỏi thử một câu trước giờ"
            " lên lớp."
        ),
        "offline_sign_in": (
            "Hỏi đáp không gọi mạng, nhưng đăng nhập thì cần máy chủ đăng nhập. Hãy đăng nhập trước"
            " rồi mới rút mạng."
        ),
        "address": "Chỉ máy này.",
        "address_sign_in": (
            "Người đăng nhập được và có tên trong danh sách, kể cả từ máy khác. Hãy xem lại danh"
            " sách trước giờ lên lớp."
        ),
        "address_open": "Máy khác trong mạng cũng mở được. Hãy chắc rằng đó là điều mong muốn.",
        "corpus": "{} tài liệu, {} đoạn; lập chỉ mục ngày {}.",
        "skipped": "{} tệp. Lý do có ở trang Thư viện.",
        "skipped_none": "Không có.",
        "ocr": "Có trên máy này: bản quét tải lên sẽ được nhận dạng.",
        "ocr_none": "Chưa cài: bản quét tải lên sẽ không đọc được; tài liệu khác không ảnh hưởng.",
        "language_model": "Tắt. Câu trả lời chép nguyên văn từ tài liệu.",
        "encoder_own": "Bật, bằng mô hình nhỏ trên máy này.",
        "encoder_model": "Bật, dùng mô hình {}.",
        "encoder_none": "Tắt: chỉ tìm theo từ khóa.",
        "speed": "Câu thử trả lời trong {} giây.",
        "speed_none": "Chưa có câu nào để thử.",
        "decimal": ",",
    },
    states={"on": "Bật", "off": "Tắt", "look": "Cần xem"},
    check_again="Kiểm tra lại",
)

_EN = WorkshopTexts(
    title="Workshop",
    intro=(
        "For trainers: every example below comes from the documents on this computer and runs"
        " before the eyes of the room. Nothing is staged."
    ),
    parts={
        "tour": "Eight steps",
        "questions": "Sample questions",
        "watch": "Watch it work",
        "limits": "Refuse and refute",
        "quiz": "Quiz the room",
        "checks": "Before class",
    },
    tour=TOURS["en"],
    step_of="Step {} of {}",
    do="What to do",
    say="What to say",
    before="Previous step",
    after="Next step",
    go={
        "checks": "Open the check list",
        "watch": "Watch it work",
        "limits": "Open refuse and refute",
        "quiz": "Open the quiz",
        "questions": "Open the sample questions",
    },
    ask_this="Ask this on the page Ask",
    questions_intro=(
        "Each question here was tried on these documents and has an answer. Choose one to ask it"
        " on the page Ask."
    ),
    themes={
        "figures": "Figures",
        "unmarked": "Typed without tone marks",
        "compared": "Comparisons",
        "dates": "Dates of issue",
        "issuers": "Issuers",
        "words": "Definitions and lists",
        "refused": "To be refused",
    },
    questions_none="These documents answer none of the sample questions yet. Add documents.",
    watching=WATCHING_TEXTS["en"],
    refuse="A question it must refuse",
    refuse_intro=(
        "The assistant says only what the documents say. The question below lies outside them,"
        " so that the right answer is “not found”."
    ),
    refuse_try="Ask this",
    refused="Refused: not found in the documents.",
    refused_why="In the documents: {}.",
    not_refused="The documents do answer this one. Choose another to show a refusal.",
    refuse_none="No question fits yet. Type one that lies outside the documents.",
    refute="A figure it must refute",
    refute_intro=(
        "Take a sentence of a document, change its number, and have it checked. The assistant"
        " must refute it and show the right number."
    ),
    refute_original="The sentence in the document",
    refute_changed="The sentence with its number changed",
    refute_try="Check the changed sentence",
    refuted="Refuted.",
    not_refuted="This one was not refuted. See the note below.",
    refute_note="Note on the check",
    refute_none="These documents hold no figure that fits yet.",
    nearest="Nearest passages (not an answer)",
    quiz_intro="The room guesses first and sees the source after. Riddles come from the figures.",
    quiz_seed="Number of the quiz",
    quiz_seed_help="The same number gives the same quiz wherever the documents are the same.",
    quiz_number="Question {} of {}",
    quiz_source="From: {}",
    quiz_ask="Which number is missing?",
    quiz_reveal="Show the answer and its source",
    quiz_right="Right: {}.",
    quiz_wrong="Not quite. The document says: {}.",
    quiz_unguessed="The document says: {}.",
    quiz_next="Next question",
    quiz_previous="Previous question",
    quiz_score="The room was right in {} of {} opened.",
    quiz_none="These documents hold too few figures for a quiz. Add documents with figures.",
    checks_intro="Looked up as this part opens. What is off is said to be off.",
    checks={
        "offline": "Offline",
        "address": "Who can open the page",
        "corpus": "Documents",
        "skipped": "Files not read",
        "ocr": "Recognition of scans",
        "language_model": "Language model",
        "encoder": "Search by meaning",
        "speed": "Speed of answers",
    },
    checked={
        "offline": "No network, no outside model. It runs with the cable unplugged.",
        "offline_model": (
            "An outside search model is installed. Unplug the network and try a question before"
            " class."
        ),
        "offline_sign_in": (
            "Answers use no network, but signing in needs the provider. Sign in before you unplug"
            " the network."
        ),
        "address": "This computer alone.",
        "address_sign_in": (
            "Whoever signs in and is on the list, from other computers too. Look at the list before"
            " class."
        ),
        "address_open": "Other computers on the network too. Make sure that is what you want.",
        "corpus": "Documents: {}; passages: {}; indexed on {}.",
        "skipped": "Files: {}. The page Library says why.",
        "skipped_none": "None.",
        "ocr": "Installed: scans that are uploaded will be recognised.",
        "ocr_none": "Not installed: uploaded scans cannot be read; other documents are fine.",
        "language_model": "Off. Answers quote the documents word for word.",
        "encoder_own": "On, by a small model on this machine.",
        "encoder_model": "On, with the model {}.",
        "encoder_none": "Off: search by words alone.",
        "speed": "A trial question was answered in {} seconds.",
        "speed_none": "There is no question to try.",
        "decimal": ".",
    },
    states={"on": "On", "off": "Off", "look": "Look at this"},
    check_again="Check again",
)

WORKSHOP_TEXTS = {"vi": _VI, "en": _EN}
