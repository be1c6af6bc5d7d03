"""All words of the page “Thư viện”, in Vietnamese and in English."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.ui.shelves.building_texts import BUILDING_TEXTS, BuildingTexts
from assistant.ui.shelves.journal_texts import JOURNAL_TEXTS, JournalTexts

__all__ = ["SHELF_TEXTS", "ShelfTexts"]


@dataclass(frozen=True, slots=True)
class ShelfTexts:
    """The words of one language; ``{…}`` are filled in by whoever shows them."""

    code: str
    title: str
    intro: str
    intro_empty: str
    intro_empty_reader: str
    # Counts above the list.
    documents: str
    scans: str
    converted: str
    unread: str
    unread_help: str
    # Parts of the page.
    tab_documents: str
    tab_unread: str
    tab_uploads: str
    # The list.
    search: str
    search_hint: str
    quality_filter: str
    qualities: dict[str, str]
    columns: dict[str, str]
    shown: str
    nothing_found: str
    list_hint: str
    choose: str
    choose_hint: str
    # One document.
    fields: dict[str, str]
    relations: dict[str, str]
    no_value: str
    ocr: str
    ocr_plain: str
    converted_from: str
    born_digital: str
    note: str
    pages: str
    passages: str
    uploaded: str
    not_uploaded: str
    corrected: str
    correct: str
    correct_none: str
    replace: str
    remove: str
    read: str
    # Its text.
    contents: str
    contents_none: str
    text_of: str
    part: str
    part_of: str
    page: str
    # Dialogs.
    correct_title: str
    correct_intro: str
    day_hint: str
    numbers_hint: str
    bad_day: str
    need_title: str
    save: str
    take_back: str
    saved: str
    saved_nothing: str
    taken_back: str
    replace_title: str
    replace_intro: str
    replace_file: str
    replaced: str
    remove_title: str
    remove_intro: str
    remove_sure: str
    cancel: str
    removed: str
    # Files not read.
    unread_intro: str
    unread_none: str
    unread_file: str
    # Uploading.
    upload: str
    upload_intro: str
    upload_help: str
    browse: str
    drop: str
    uploading: str
    upload_done: str
    upload_refused: str
    uploads_list: str
    uploads_none: str
    upload_status: str
    upload_state: dict[str, str]
    upload_choose: str
    upload_read: str
    no_write: str
    not_allowed: str
    building: BuildingTexts
    journal: JournalTexts


_VI = ShelfTexts(
    code="vi",
    title="Thư viện",
    intro=(
        "Mọi tài liệu mà trợ lý dùng để trả lời: biết gì về chúng, chữ được đọc ra sao, và tệp"
        " nào chưa đọc được."
    ),
    intro_empty=(
        "Chưa có tài liệu nào. Hãy tải lên tệp đầu tiên; khi lập chỉ mục xong là hỏi được ngay."
    ),
    intro_empty_reader="Chưa có tài liệu nào. Hãy nhờ người biên tập tải lên.",
    documents="Tài liệu",
    scans="Bản quét",
    converted="Chuyển bảng mã",
    unread="Chưa đọc được",
    unread_help="Tệp bị bỏ qua và lý do: xem thẻ “Chưa đọc được”.",
    tab_documents="Tài liệu",
    tab_unread="Chưa đọc được ({})",
    tab_uploads="Tải lên",
    search="Tìm trong danh sách",
    search_hint="Tên, số ký hiệu, cơ quan, địa phương; có dấu hay không dấu",
    quality_filter="Cách đọc chữ",
    qualities={"born_digital": "Chữ gốc", "ocr": "Bản quét", "converted": "Chuyển bảng mã"},
    columns={
        "title": "Tên tài liệu",
        "kind": "Loại",
        "number": "Số, ký hiệu",
        "issued": "Ngày ban hành",
        "issuer": "Cơ quan ban hành",
        "place": "Địa phương",
        "relations": "Quan hệ",
        "quality": "Cách đọc chữ",
        "confidence": "Độ tin cậy nhận dạng",
        "passages": "Số đoạn",
    },
    shown="{} / {} tài liệu",
    nothing_found="Không tài liệu nào khớp. Hãy bớt từ hoặc chọn lại cách đọc chữ.",
    list_hint="Chọn một dòng để đọc, hoặc chọn tên ở ô bên dưới.",
    choose="Tài liệu để đọc",
    choose_hint="Chọn hoặc gõ tên tài liệu",
    fields={
        "title": "Tên tài liệu",
        "kind": "Loại văn bản",
        "number": "Số, ký hiệu",
        "issuer": "Cơ quan ban hành",
        "issued": "Ngày ban hành",
        "effective": "Ngày có hiệu lực",
        "place": "Địa phương",
        "replaces": "Thay thế",
        "amends": "Sửa đổi, bổ sung",
        "based_on": "Căn cứ",
        "quality": "Cách đọc chữ",
        "extent": "Độ dài",
    },
    relations={"thay thế": "thay thế", "sửa đổi, bổ sung": "sửa đổi", "căn cứ": "căn cứ"},
    no_value="chưa rõ",
    ocr="Nhận dạng từ bản quét, độ tin cậy {:.0%}; cần đối chiếu với bản gốc",
    ocr_plain="Nhận dạng từ bản quét; cần đối chiếu với bản gốc",
    converted_from="Chữ chuyển từ bảng mã cũ",
    born_digital="Chữ gốc của tệp",
    note="Ghi chú: {}",
    pages="{} trang",
    passages="{} đoạn",
    uploaded="Tệp tải lên: {}",
    not_uploaded=(
        "Tệp này nằm trong thư mục nguồn của chỉ mục. Muốn thay hoặc bỏ tệp, hãy làm ở thư mục"
        " đó; thông tin thì sửa được ở đây."
    ),
    corrected="Đã sửa tay: {}",
    correct="Sửa thông tin",
    correct_none=(
        "Tài liệu này là một dòng của kho dữ liệu nhiều tài liệu nên không sửa riêng được."
    ),
    replace="Thay tệp",
    remove="Xóa",
    read="Toàn văn",
    contents="Mục lục",
    contents_none="Tài liệu không chia mục.",
    text_of="Toàn văn: {}",
    part="Phần",
    part_of="Phần {} / {}",
    page="Trang {}",
    correct_title="Sửa thông tin tài liệu",
    correct_intro=(
        "Điều ghi ở đây thay cho điều máy đọc được, cả khi lập lại chỉ mục. Để trống là “chưa"
        " rõ”. Tệp gốc không bị sửa."
    ),
    day_hint="ngày/tháng/năm, ví dụ 17/05/2024",
    numbers_hint="Số, ký hiệu văn bản; nhiều số thì cách nhau bằng dấu chấm phẩy",
    bad_day="“{}” không phải một ngày. Hãy ghi như 17/05/2024.",
    need_title="Tên tài liệu không được để trống.",
    save="Lưu",
    take_back="Bỏ mọi sửa đổi",
    saved="Đã lưu. Thông tin mới có hiệu lực khi lập chỉ mục xong.",
    saved_nothing="Không có gì thay đổi.",
    taken_back="Đã bỏ các sửa đổi. Sẽ dùng lại thông tin máy đọc được.",
    replace_title="Thay tệp",
    replace_intro=(
        "Tệp mới thay cho “{}”. Thông tin sửa tay của tệp cũ không áp cho tệp mới. Bản cũ vẫn trả"
        " lời cho tới khi lập chỉ mục xong."
    ),
    replace_file="Tệp mới",
    replaced="Đã thay tệp “{}”.",
    remove_title="Xóa tài liệu",
    remove_intro="Xóa hẳn tệp “{}” khỏi máy này? Việc này không lấy lại được.",
    remove_sure="Xóa hẳn",
    cancel="Thôi",
    removed="Đã xóa tệp “{}”.",
    unread_intro="Các tệp dưới đây không có trong câu trả lời nào.",
    unread_none="Mọi tệp đều đọc được.",
    unread_file="Tệp",
    upload="Chọn tệp để tải lên",
    upload_intro=(
        "Tệp được lưu trên máy này, không gửi đi đâu. Lưu xong là chắc chắn còn, kể cả khi tắt"
        " chương trình giữa chừng; chỉ mục cũ vẫn trả lời cho tới khi chỉ mục mới xong."
    ),
    upload_help="Mỗi tệp tối đa {} MB; đọc được {}.",
    browse="Chọn tệp",
    drop="hoặc kéo thả vào đây",
    uploading="Đang lưu tệp…",
    upload_done="Đã lưu “{}”.",
    upload_refused="“{}”: {}",
    uploads_list="Tệp đã tải lên",
    uploads_none="Chưa có tệp nào được tải lên.",
    upload_status="Tình trạng",
    upload_state={
        "read": "Đã vào chỉ mục",
        "waiting": "Chờ lập chỉ mục",
        "unread": "Chưa đọc được",
    },
    upload_choose="Tệp để xem, thay hoặc xóa",
    upload_read="Xem tài liệu",
    no_write="Không lưu được trên máy này. Hãy kiểm tra chỗ trống của ổ đĩa rồi thử lại.",
    not_allowed="Tài khoản này chỉ được đọc, hoặc đã đăng xuất. Hãy tải lại trang.",
    building=BUILDING_TEXTS["vi"],
    journal=JOURNAL_TEXTS["vi"],
)

_EN = ShelfTexts(
    code="en",
    title="Library",
    intro=(
        "Every document that answers come from: what is known of it, how its characters were"
        " read, and which files could not be read."
    ),
    intro_empty=(
        "There are no documents yet. Upload the first file; once it is indexed you can ask."
    ),
    intro_empty_reader="There are no documents yet. Ask an editor to upload some.",
    documents="Documents",
    scans="Scans",
    converted="Converted",
    unread="Not read",
    unread_help="Skipped files and why: see “Not read”.",
    tab_documents="Documents",
    tab_unread="Not read ({})",
    tab_uploads="Upload",
    search="Search the list",
    search_hint="Title, number, issuer or place, with or without tone marks",
    quality_filter="How it was read",
    qualities={"born_digital": "Original text", "ocr": "Scan", "converted": "Converted"},
    columns={
        "title": "Title",
        "kind": "Kind",
        "number": "Number",
        "issued": "Issued",
        "issuer": "Issuer",
        "place": "Place",
        "relations": "Relations",
        "quality": "How it was read",
        "confidence": "Recognition confidence",
        "passages": "Passages",
    },
    shown="{} of {} documents",
    nothing_found="No document matches. Use fewer words, or choose another way of reading.",
    list_hint="Select a row to read it, or choose a title below.",
    choose="Document to read",
    choose_hint="Choose or type a title",
    fields={
        "title": "Title",
        "kind": "Kind",
        "number": "Number",
        "issuer": "Issuer",
        "issued": "Date of issue",
        "effective": "Takes effect",
        "place": "Place",
        "replaces": "Replaces",
        "amends": "Amends",
        "based_on": "Based on",
        "quality": "How it was read",
        "extent": "Length",
    },
    relations={"thay thế": "replaces", "sửa đổi, bổ sung": "amends", "căn cứ": "based on"},
    no_value="not known",
    ocr="Recognised from a scan with {:.0%} confidence; check it against the original",
    ocr_plain="Recognised from a scan; check it against the original",
    converted_from="Converted from a legacy encoding",
    born_digital="The file's own text",
    note="Note: {}",
    pages="pages: {}",
    passages="passages: {}",
    uploaded="Uploaded file: {}",
    not_uploaded=(
        "This file lies in a source folder of the index. To replace or remove it, do so in that"
        " folder; its details can be corrected here."
    ),
    corrected="Corrected by hand: {}",
    correct="Correct details",
    correct_none="This document is one line of a larger data set and cannot be corrected alone.",
    replace="Replace file",
    remove="Remove",
    read="Full text",
    contents="Contents",
    contents_none="The document has no sections.",
    text_of="Full text: {}",
    part="Part",
    part_of="Part {} of {}",
    page="Page {}",
    correct_title="Correct the details",
    correct_intro=(
        "What you write here stands in place of what was read, also when the index is built"
        " again. Leave a field empty for “not known”. The file itself is not changed."
    ),
    day_hint="day/month/year, such as 17/05/2024",
    numbers_hint="Document numbers, separated by semicolons",
    bad_day="“{}” is not a date. Write it like 17/05/2024.",
    need_title="The title must not be empty.",
    save="Save",
    take_back="Undo all corrections",
    saved="Saved. The new details take effect once the index is built.",
    saved_nothing="Nothing was changed.",
    taken_back="Corrections undone. What was read will be used again.",
    replace_title="Replace the file",
    replace_intro=(
        "The new file takes the place of “{}”. Corrections of the old file do not apply to it."
        " The old one answers until the index is built."
    ),
    replace_file="New file",
    replaced="“{}” was replaced.",
    remove_title="Remove the document",
    remove_intro="Delete “{}” from this computer for good? This cannot be undone.",
    remove_sure="Delete",
    cancel="Cancel",
    removed="“{}” was deleted.",
    unread_intro="No answer draws on the files below.",
    unread_none="Every file was read.",
    unread_file="File",
    upload="Choose files to upload",
    upload_intro=(
        "Files stay on this computer and are sent nowhere. Once saved they are safe, even if the"
        " program is stopped half way; the old index answers until the new one is ready."
    ),
    upload_help="At most {} MB a file; readable: {}.",
    browse="Choose files",
    drop="or drop them here",
    uploading="Saving…",
    upload_done="“{}” was saved.",
    upload_refused="“{}”: {}",
    uploads_list="Uploaded files",
    uploads_none="No file has been uploaded.",
    upload_status="Status",
    upload_state={
        "read": "In the index",
        "waiting": "Waiting to be indexed",
        "unread": "Not read",
    },
    upload_choose="File to read, replace or remove",
    upload_read="Read it",
    no_write="It cannot be saved on this computer. Check the free space and try again.",
    not_allowed="This account may only read, or has signed out. Please reload the page.",
    building=BUILDING_TEXTS["en"],
    journal=JOURNAL_TEXTS["en"],
)

SHELF_TEXTS = {"vi": _VI, "en": _EN}
