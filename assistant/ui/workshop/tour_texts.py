"""The tour in eight steps, in Vietnamese and in English."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["FIRST_WITH_SIGN_IN", "TOURS", "TourStep"]


@dataclass(frozen=True, slots=True)
class TourStep:
    """One step of the tour.

    Attributes:
        title: What it shows.
        do: What the trainer does.
        say: What the trainer says.
        leads: Where its button leads: a part of the page, or a theme of questions after ``?``.
    """

    title: str
    do: str
    say: str
    leads: str


_VI = (
    TourStep(
        "Mở máy, kiểm tra",
        "Rút dây mạng trước mặt lớp, rồi mở bảng kiểm. Đọc to điều gì bật, điều gì tắt.",
        "Chương trình chạy hoàn toàn trên máy này. Không câu hỏi nào được gửi đi đâu.",
        "checks",
    ),
    TourStep(
        "Hỏi một con số",
        "Bấm nút để hỏi câu mẫu. Chỉ vào con số lớn và câu chứa nó.",
        "Con số không do máy nghĩ ra: nó được chép nguyên văn từ một văn bản.",
        "?figures",
    ),
    TourStep(
        "Mở nguồn",
        "Vẫn ở câu vừa hỏi, bấm [1] để tới thẻ nguồn. Đọc tên văn bản, số ký hiệu, ngày, vị trí.",
        "Câu nào cũng dẫn nguồn. Trước khi trích dẫn, hãy đối chiếu với văn bản gốc.",
        "?figures",
    ),
    TourStep(
        "Gõ không dấu",
        "Hỏi một câu không dấu, rồi hỏi tiếp một câu ngắn như “còn năm 2030 thì sao”.",
        "Gõ vội cũng được. Trợ lý nói rõ đã hiểu câu hỏi thế nào, và sửa được cách hiểu đó.",
        "?unmarked",
    ),
    TourStep(
        "So sánh hai nơi",
        "Hỏi một câu so sánh. Chỉ vào nơi có số liệu và nơi để trống.",
        "Nơi nào tài liệu không nói thì bảng để trống, không điền thay.",
        "?compared",
    ),
    TourStep(
        "Từ chối và bác bỏ",
        "Hỏi câu ngoài tài liệu; rồi kiểm chứng một câu đã bị sửa số.",
        "Một công cụ đáng tin phải biết nói “không tìm thấy” và phải bắt được số sai.",
        "limits",
    ),
    TourStep(
        "Xem hệ thống làm việc",
        "Đi từ trên xuống: câu hỏi được hiểu thế nào, tìm ra đoạn nào, vì sao chọn câu này.",
        "Không có hộp đen: mỗi bước đều xem được và lặp lại được.",
        "watch",
    ),
    TourStep(
        "Đố cả lớp",
        "Chiếu câu đố, cho lớp giơ tay chọn, rồi mở đáp án và nguồn. Hết giờ thì mời lớp tự hỏi.",
        "Trí nhớ hay nhầm con số. Mở nguồn mất vài giây.",
        "quiz",
    ),
)

_EN = (
    TourStep(
        "Start and check",
        "Unplug the network before the room. Open the check list and read out what is on and off.",
        "The program runs on this computer alone. No question is sent anywhere.",
        "checks",
    ),
    TourStep(
        "Ask for a figure",
        "Use the button to ask a sample question. Point at the large figure and its sentence.",
        "The number was not made up: it is copied word for word from a document.",
        "?figures",
    ),
    TourStep(
        "Open the source",
        "At the same answer, choose [1] to reach its card. Read title, number, date and place.",
        "Every sentence cites its source. Check the original before you quote it.",
        "?figures",
    ),
    TourStep(
        "Type without tone marks",
        "Ask without marks, then follow up with something short such as “con nam 2030 thi sao”.",
        "Typing in haste is fine. The assistant says how it read you, and you can mend that.",
        "?unmarked",
    ),
    TourStep(
        "Compare two places",
        "Ask for a comparison. Point at the place with a figure and the one left empty.",
        "Where the documents say nothing the table stays empty; nothing is filled in.",
        "?compared",
    ),
    TourStep(
        "Refuse and refute",
        "Ask something outside the documents; then check a sentence whose number was changed.",
        "A tool worth trusting can say “not found”, and catches a wrong number.",
        "limits",
    ),
    TourStep(
        "Watch it work",
        "Go from top to bottom: how the question was read, what was found, why this sentence won.",
        "There is no black box: each step can be seen and repeated.",
        "watch",
    ),
    TourStep(
        "Quiz the room",
        "Show a riddle, let hands go up, then open the answer and its source. Then let them ask.",
        "Memory mixes up numbers. Opening the source takes seconds.",
        "quiz",
    ),
)

TOURS = {"vi": _VI, "en": _EN}

FIRST_WITH_SIGN_IN = {
    "vi": TourStep(
        "Mở máy, kiểm tra",
        "Mở bảng kiểm, đọc to điều gì bật, điều gì tắt. Không rút mạng: đăng nhập cần mạng.",
        "Câu trả lời được tìm ngay trên máy chạy chương trình; chỉ việc đăng nhập dùng mạng."
        " Không câu hỏi nào được gửi đi nơi khác.",
        "checks",
    ),
    "en": TourStep(
        "Start and check",
        "Open the check list, read out what is on and off. Stay online: signing in needs it.",
        "Answers are found on the computer that runs the program; signing in alone uses the"
        " network. No question is sent anywhere else.",
        "checks",
    ),
}
"""The first step where people sign in: nobody gets in again once the network is unplugged."""
