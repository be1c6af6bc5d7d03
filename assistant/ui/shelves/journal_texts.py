"""Words about the log of changes, in Vietnamese and in English."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["JOURNAL_TEXTS", "JournalTexts"]


@dataclass(frozen=True, slots=True)
class JournalTexts:
    """The words of one language; ``{…}`` are filled in by whoever shows them."""

    tab: str
    intro: str
    none: str
    columns: dict[str, str]
    acts: dict[str, str]
    changed: str
    empty: str
    read_again: str
    renamed: str
    shown: str
    csv: str


_VI = JournalTexts(
    tab="Nhật ký",
    intro=(
        "Ai đã tải lên, thay, xóa tệp hoặc sửa thông tin, mới nhất ở trên. Nhật ký chỉ ghi thêm,"
        " không sửa được ở đây, và còn nguyên khi lập lại chỉ mục."
    ),
    none="Chưa có thay đổi nào được ghi.",
    columns={
        "at": "Thời điểm (giờ Việt Nam)",
        "who": "Người sửa",
        "act": "Việc",
        "document": "Tài liệu",
        "changes": "Thay đổi",
    },
    acts={
        "upload": "Tải lên",
        "replace": "Thay tệp",
        "remove": "Xóa",
        "correct": "Sửa thông tin",
    },
    changed="{}: {} → {}",
    empty="để trống",
    read_again="đọc lại từ tệp",
    renamed="{} → {}",
    shown="{} thay đổi mới nhất trong {}; tệp CSV có đủ.",
    csv="Tải nhật ký (CSV)",
)

_EN = JournalTexts(
    tab="Log",
    intro=(
        "Who uploaded, replaced or removed a file or corrected its details, newest first. The log"
        " is only added to, cannot be changed here, and outlives the index."
    ),
    none="No change has been logged.",
    columns={
        "at": "When (Vietnam time)",
        "who": "Who",
        "act": "What",
        "document": "Document",
        "changes": "Changes",
    },
    acts={
        "upload": "Uploaded",
        "replace": "Replaced",
        "remove": "Removed",
        "correct": "Corrected",
    },
    changed="{}: {} → {}",
    empty="empty",
    read_again="read from the file again",
    renamed="{} → {}",
    shown="The newest {} of {} changes; the CSV file has all.",
    csv="Download the log (CSV)",
)

JOURNAL_TEXTS = {"vi": _VI, "en": _EN}
