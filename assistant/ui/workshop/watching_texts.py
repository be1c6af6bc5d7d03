"""Words of “Xem hệ thống làm việc”, in Vietnamese and in English."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["WATCHING_TEXTS", "WatchingTexts"]


@dataclass(frozen=True, slots=True)
class WatchingTexts:
    """The words of one language; ``{…}`` are filled in by whoever shows them."""

    intro: str
    label: str
    run: str
    empty: str
    side: str
    steps: tuple[str, ...]
    # 1. The question.
    read_as: str
    read_rows: dict[str, str]
    kinds: dict[str, str]
    roles: dict[str, str]
    with_marks: str
    without_marks: str
    none: str
    # 2. Tokens.
    tokens_intro: str
    tokens_marked: str
    tokens_folded: str
    terms: str
    # 3. Retrieval and fusion.
    hits_intro: str
    hit_columns: dict[str, str]
    weights: str
    score_note: str
    hits_none: str
    # 4. Candidates.
    candidates_intro: str
    chosen: str
    not_chosen: str
    why: str
    lacked: str
    candidates_none: str
    aside: str
    broken: dict[str, str]
    # 5. Answer and receipt.
    answer: str
    statuses: dict[str, str]
    receipt_intro: str
    receipt: dict[str, str]


_VI = WatchingTexts(
    intro="Gõ một câu hỏi để xem từng bước từ câu hỏi tới câu trả lời.",
    label="Câu hỏi để xem",
    run="Xem",
    empty="Hãy gõ một câu hỏi.",
    side="Câu hỏi so sánh được tách ra; xem từng vế",
    steps=(
        "1. Hiểu câu hỏi",
        "2. Tách từ",
        "3. Tìm và xếp hạng",
        "4. Chọn câu",
        "5. Trả lời và biên nhận",
    ),
    read_as="Hiểu là",
    read_rows={
        "kind": "Hỏi về",
        "places": "Địa phương",
        "years": "Năm",
        "numbers": "Văn bản",
        "names": "Tên riêng",
        "unit": "Đơn vị",
        "role": "Mục tiêu hay kết quả",
        "marks": "Cách gõ",
    },
    kinds={
        "figure": "con số",
        "money": "số tiền",
        "rank": "thứ hạng",
        "date": "ngày, thời hạn",
        "person": "người",
        "agency": "cơ quan",
        "document": "văn bản",
        "place": "nơi chốn",
        "list": "danh sách",
        "definition": "định nghĩa",
        "yes_no": "có hay không",
        "comparison": "so sánh",
        "text": "nội dung",
    },
    roles={
        "target": "mục tiêu",
        "result": "kết quả",
        "baseline": "mốc ban đầu",
        "rank": "thứ hạng",
        "count": "số lượng",
        "budget": "kinh phí",
    },
    with_marks="có dấu",
    without_marks="không dấu",
    none="không nêu",
    tokens_intro="Máy tìm theo từng tiếng và từng cặp tiếng đứng cạnh nhau.",
    tokens_marked="Có dấu",
    tokens_folded="Không dấu",
    terms="Từ nặng nhất (càng hiếm trong kho càng nặng)",
    hits_intro="Mỗi cách tìm xếp hạng riêng, rồi các thứ hạng được hợp lại theo trọng số.",
    hit_columns={
        "rank": "Hạng",
        "document": "Tài liệu",
        "label": "Vị trí",
        "marked": "Từ khóa có dấu",
        "folded": "Từ khóa không dấu",
        "dense": "Ngữ nghĩa",
        "score": "Điểm hợp",
    },
    weights="Trọng số: {}.",
    score_note="Điểm hợp chỉ để xếp thứ tự, không phải độ chắc chắn.",
    hits_none="Không đoạn nào có từ của câu hỏi.",
    candidates_intro=(
        "Trong các đoạn tìm được, câu nào nói về điều được hỏi thì thành ứng viên. Câu phủ được"
        " nhiều từ nặng của câu hỏi nhất sẽ thắng."
    ),
    chosen="Được chọn",
    not_chosen="Ứng viên",
    why="Phủ {:.0%} câu hỏi; đoạn xếp hạng {}",
    lacked="thiếu: {}",
    candidates_none="Không câu nào đủ sát câu hỏi, nên trợ lý từ chối.",
    aside="Bị gạt ra vì nói về điều khác",
    broken={
        "place": "khác địa phương",
        "year": "khác năm",
        "document": "khác văn bản",
        "name": "khác người hoặc tên",
    },
    answer="Câu trả lời",
    statuses={
        "full": "Trả lời đủ",
        "partial": "Trả lời một phần",
        "not_found": "Không tìm thấy trong tài liệu",
    },
    receipt_intro="Cùng chỉ mục, cùng thiết lập, cùng câu hỏi thì luôn ra cùng câu trả lời này.",
    receipt={"index": "Dấu vân chỉ mục", "config": "Dấu vân thiết lập", "passages": "Mã đoạn"},
)

_EN = WatchingTexts(
    intro="Type a question to see each step from question to answer.",
    label="Question to watch",
    run="Watch",
    empty="Please type a question.",
    side="A comparison is taken apart; look at one side",
    steps=(
        "1. Reading the question",
        "2. Finding words",
        "3. Searching and ranking",
        "4. Choosing a sentence",
        "5. Answer and receipt",
    ),
    read_as="Read as",
    read_rows={
        "kind": "Asks for",
        "places": "Places",
        "years": "Years",
        "numbers": "Documents",
        "names": "Names",
        "unit": "Unit",
        "role": "Target or result",
        "marks": "Typed",
    },
    kinds={
        "figure": "a figure",
        "money": "an amount of money",
        "rank": "a rank",
        "date": "a date or deadline",
        "person": "a person",
        "agency": "a body",
        "document": "a document",
        "place": "a place",
        "list": "a list",
        "definition": "a definition",
        "yes_no": "yes or no",
        "comparison": "a comparison",
        "text": "what is said",
    },
    roles={
        "target": "target",
        "result": "result",
        "baseline": "baseline",
        "rank": "rank",
        "count": "count",
        "budget": "budget",
    },
    with_marks="with tone marks",
    without_marks="without tone marks",
    none="not named",
    tokens_intro="Search goes by syllables and by pairs of neighbouring syllables.",
    tokens_marked="With marks",
    tokens_folded="Without marks",
    terms="Heaviest words (the rarer in the documents, the heavier)",
    hits_intro="Each way of searching ranks by itself; the ranks are then combined by weight.",
    hit_columns={
        "rank": "Rank",
        "document": "Document",
        "label": "Place",
        "marked": "Words with marks",
        "folded": "Words without marks",
        "dense": "Meaning",
        "score": "Combined score",
    },
    weights="Weights: {}.",
    score_note="The combined score orders passages; it is not a certainty.",
    hits_none="No passage holds a word of the question.",
    candidates_intro=(
        "In the passages found, each sentence that speaks of what is asked becomes a candidate."
        " The one that covers most of the heavy words wins."
    ),
    chosen="Chosen",
    not_chosen="Candidate",
    why="Covers {:.0%} of the question; passage ranked {}",
    lacked="lacks: {}",
    candidates_none="No sentence comes near enough, so the assistant refuses.",
    aside="Set aside, as they speak of something else",
    broken={
        "place": "another place",
        "year": "another year",
        "document": "another document",
        "name": "another person or name",
    },
    answer="The answer",
    statuses={
        "full": "Answered in full",
        "partial": "Answered in part",
        "not_found": "Not found in the documents",
    },
    receipt_intro="The same index, settings and question always give this same answer.",
    receipt={
        "index": "Digest of the index",
        "config": "Digest of settings",
        "passages": "Passages",
    },
)

WATCHING_TEXTS = {"vi": _VI, "en": _EN}
