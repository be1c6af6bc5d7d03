"""All words of the page “Kiểm chứng”, in Vietnamese and in English."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["CHECK_TEXTS", "CheckTexts"]


@dataclass(frozen=True, slots=True)
class CheckTexts:
    """The words of one language; ``{…}`` are filled in by whoever shows them."""

    title: str
    intro: str
    # What is to be checked.
    claim: str
    claim_hint: str
    file: str
    file_detail: str
    drop_limit: str
    browse: str
    read: str
    cut: str
    reading: str
    check: str
    checking: str
    checking_step: str
    clear: str
    examples: str
    # What came of it.
    marks: dict[str, str]
    tally: dict[str, str]
    summary: str
    whole: str
    legend: str
    claims: str
    claim_number: str
    show_only: str
    all_marks: str
    unchecked: str
    unchecked_detail: str
    none_checked: str
    said: str
    found: str
    differs: str
    source: str
    nothing: str
    nearest: str
    rounded: str
    partly: str
    replaced: str
    now: str
    gone: str
    against: str
    beside: str
    year: str
    speaker: str
    source_number: str
    sources: str
    note: str
    note_detail: str
    note_copy: str
    download: str
    note_title: str
    note_claim: str
    note_article: str
    note_sources: str
    note_day: str
    note_issuer: str
    note_page: str
    note_end: str
    unchanged: str
    # What went wrong.
    empty: str
    too_long: str
    too_large: str
    unread: str
    defect: str


_VI = CheckTexts(
    title="Kiểm chứng",
    intro=(
        "Dán một câu hoặc cả bài viết, hoặc tải tệp lên. Từng con số, ngày, tên văn bản, tên"
        " người trong bài được đối chiếu với {} tài liệu trên máy này. Không có gì được gửi đi"
        " đâu, tệp tải lên không được lưu lại."
    ),
    claim="Câu hoặc bài viết cần kiểm chứng",
    claim_hint="Ví dụ: Hải Phòng đặt mục tiêu kinh tế số chiếm 30% GRDP vào năm 2025.",
    file="Hoặc lấy chữ từ tệp",
    file_detail="Word, PDF, trang web, văn bản thuần hoặc ảnh chụp; tối đa {} MB.",
    drop_limit="hoặc kéo thả vào đây, tối đa {} MB",
    browse="Chọn tệp",
    read="Đã lấy {} ký tự từ tệp “{}”. Hãy xem lại chữ bên trên rồi bấm Kiểm chứng.",
    cut=(
        "Tệp “{}” dài {} ký tự, chỉ lấy {} ký tự đầu. Hãy dán riêng phần còn lại để kiểm chứng"
        " tiếp."
    ),
    reading="Đang đọc tệp… Bản chụp cần nhận dạng chữ, mất khoảng 2 giây mỗi trang.",
    check="Kiểm chứng",
    checking="Đang đối chiếu từng câu với tài liệu…",
    checking_step="Đang đối chiếu với tài liệu: câu {} / {}",
    clear="Làm lại",
    examples="Thử với",
    marks={
        "supported": "Đúng",
        "refuted": "Sai",
        "not_enough": "Chưa đủ căn cứ",
        "nothing": "Không có gì để kiểm",
    },
    tally={
        "supported": "đúng",
        "refuted": "sai",
        "not_enough": "chưa đủ căn cứ",
        "nothing": "không có gì để kiểm",
    },
    summary="Kết quả kiểm chứng",
    whole="Toàn văn, đánh dấu theo kết quả",
    legend="Bấm vào một câu để xem căn cứ.",
    claims="Từng nhận định",
    claim_number="Nhận định {}: {}",
    show_only="Chỉ xem",
    all_marks="Tất cả",
    unchecked="Câu không có gì để kiểm ({})",
    unchecked_detail=(
        "Những câu này không nêu số liệu, ngày, văn bản hay tên người nên không được đối chiếu."
        " Đừng hiểu là đúng."
    ),
    none_checked=(
        "Không câu nào nêu số liệu, ngày, văn bản hay tên người mà tài liệu có thể xác nhận. Hãy"
        " dán câu có nêu con số."
    ),
    said="Nhận định nêu",
    found="Tài liệu nêu",
    differs="Khác về",
    source="Nguồn",
    nothing="không có trong tài liệu",
    nearest="gần nhất",
    rounded="số làm tròn",
    partly="Có phần sai",
    replaced="Đúng khi ban hành, nay đã được thay",
    now="Nay là {} theo {}",
    gone="Văn bản đã được thay bằng {}",
    against="Nguồn khác nêu {} ({})",
    beside="Bên cạnh {} ({})",
    year="năm {}",
    speaker="Người nói: {}",
    source_number="Nguồn {}",
    sources="Nguồn",
    note="Ghi chú để sao chép",
    note_detail="Đủ kết luận và nguồn để dán vào thư, vào bài.",
    note_copy="Chép ghi chú",
    download="Tải ghi chú",
    note_title="KẾT QUẢ KIỂM CHỨNG ngày {}",
    note_claim="Nhận định: “{}”",
    note_article="Bài viết ({} câu), mở đầu: “{}”",
    note_sources="Nguồn:",
    note_day="ngày {}",
    note_issuer="của {}",
    note_page="trang {}",
    note_end=(
        "Đối chiếu tự động với {} tài liệu trong kho (mã chỉ mục {}). Hãy đọc lại văn bản gốc"
        " trước khi công bố."
    ),
    unchanged="Chữ đã được sửa sau khi kiểm chứng. Bấm Kiểm chứng để có kết quả mới.",
    empty="Chưa có chữ nào để kiểm chứng. Hãy dán một câu, hoặc tải tệp lên.",
    too_long="Văn bản dài {} ký tự, quá mức {}. Hãy chia nhỏ rồi kiểm chứng từng phần.",
    too_large="Tệp “{}” lớn {} MB, quá mức {} MB. Hãy tách tệp hoặc dán phần cần kiểm chứng.",
    unread="Không đọc được tệp “{}”: {}",
    defect="Chương trình gặp lỗi khi kiểm chứng. Hãy thử với đoạn ngắn hơn hoặc tải lại trang.",
)

_EN = CheckTexts(
    title="Check a claim",
    intro=(
        "Paste a sentence or a whole article in Vietnamese, or upload a file. Every figure, date,"
        " document and person in it is held against the {} documents on this computer. Nothing"
        " is sent anywhere, and uploaded files are not kept."
    ),
    claim="Sentence or article to check",
    claim_hint="Ví dụ: Hải Phòng đặt mục tiêu kinh tế số chiếm 30% GRDP vào năm 2025.",
    file="Or take the text from a file",
    file_detail="Word, PDF, web page, plain text or picture; at most {} MB.",
    drop_limit="or drop one here, at most {} MB",
    browse="Choose a file",
    read="Took {} characters from the file “{}”. Look them over above, then choose Check.",
    cut=(
        "The file “{}” has {} characters; only the first {} were taken. Paste the rest on its own"
        " to check it."
    ),
    reading="Reading the file… A scan must be recognised, about 2 seconds a page.",
    check="Check",
    checking="Holding each sentence against the documents…",
    checking_step="Holding the text against the documents: sentence {} of {}",
    clear="Start over",
    examples="Try with",
    marks={
        "supported": "Supported",
        "refuted": "Refuted",
        "not_enough": "Not enough evidence",
        "nothing": "Nothing to check",
    },
    tally={
        "supported": "supported",
        "refuted": "refuted",
        "not_enough": "not enough evidence",
        "nothing": "nothing to check",
    },
    summary="Result of the check",
    whole="The text, marked by result",
    legend="Choose a sentence to see its evidence.",
    claims="Each claim",
    claim_number="Claim {}: {}",
    show_only="Show only",
    all_marks="All",
    unchecked="Sentences with nothing to check ({})",
    unchecked_detail=(
        "These sentences state no figure, date, document or person, so they were not checked. Do"
        " not take them as right."
    ),
    none_checked=(
        "No sentence states a figure, date, document or person that documents could confirm."
        " Paste a sentence with a figure."
    ),
    said="The claim says",
    found="The documents say",
    differs="Differs in",
    source="Source",
    nothing="not in the documents",
    nearest="nearest",
    rounded="rounded",
    partly="Refuted in part",
    replaced="Right when issued, since replaced",
    now="Now {} by {}",
    gone="The document was replaced by {}",
    against="Another source says {} ({})",
    beside="Beside {} ({})",
    year="year {}",
    speaker="Said by: {}",
    source_number="Source {}",
    sources="Sources",
    note="Note ready to copy",
    note_detail="All verdicts with their sources, to paste into a letter or an article.",
    note_copy="Copy the note",
    download="Download the note",
    note_title="RESULT OF A CHECK, {}",
    note_claim="Claim: “{}”",
    note_article="Article (sentences: {}), beginning: “{}”",
    note_sources="Sources:",
    note_day="of {}",
    note_issuer="by {}",
    note_page="page {}",
    note_end=(
        "Checked automatically against {} documents (index {}). Read the originals before you"
        " publish."
    ),
    unchanged="The text was edited after it was checked. Choose Check for a new result.",
    empty="There is no text to check. Paste a sentence, or upload a file.",
    too_long="The text has {} characters; the limit is {}. Check it in parts.",
    too_large="The file “{}” has {} MB; the limit is {} MB. Split it, or paste the part to check.",
    unread="The file “{}” could not be read: {}",
    defect="The program failed on this check. Try a shorter text, or reload the page.",
)

CHECK_TEXTS = {"vi": _VI, "en": _EN}
"""By language, as ``TEXTS`` has them."""
