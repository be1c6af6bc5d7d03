"""Words about the build in the background, in Vietnamese and in English."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["BUILDING_TEXTS", "BuildingTexts"]


@dataclass(frozen=True, slots=True)
class BuildingTexts:
    """The words of one language; ``{…}`` are filled in by whoever shows them."""

    waiting: str
    start: str
    starting: str
    running: str
    steps: str
    background: str
    done: str
    counts: str
    failed: dict[str, str]
    stopped: str
    again: str
    sources_gone: str
    stages: dict[str, str]


_VI = BuildingTexts(
    waiting="{} thay đổi chưa vào chỉ mục.",
    start="Lập chỉ mục ngay",
    starting="Đang bắt đầu lập chỉ mục…",
    running="Đang lập chỉ mục: {}",
    steps="{}: {} / {}",
    background="Hỏi đáp vẫn chạy trên chỉ mục cũ. Có thể rời trang này.",
    done="Chỉ mục đã cập nhật, hỏi được ngay ở trang Hỏi đáp.",
    counts="Tệp: thêm {}, đổi {}, bớt {}, giữ nguyên {}.",
    failed={
        "UsageError": (
            "Chưa lập được chỉ mục: không còn tài liệu nào đọc được, thư mục nguồn không ở chỗ"
            " cũ, hoặc một lần lập khác đang chạy. Chỉ mục cũ vẫn dùng được. Hãy kiểm tra rồi"
            " lập lại."
        ),
        "MissingDependencyError": (
            "Chưa lập được chỉ mục vì thiếu thư viện của mô hình tìm kiếm. Chỉ mục cũ vẫn dùng"
            " được. Hãy nhờ người cài đặt chương trình."
        ),
        "ModelError": (
            "Chưa lập được chỉ mục vì mô hình tìm kiếm không chạy. Chỉ mục cũ vẫn dùng được. Hãy"
            " nhờ người cài đặt chương trình."
        ),
        "defect": (
            "Việc lập chỉ mục gặp lỗi. Chỉ mục cũ và các tệp tải lên vẫn còn nguyên. Hãy lập lại."
        ),
    },
    stopped=(
        "Lần lập chỉ mục trước dừng giữa chừng. Chỉ mục cũ và các tệp tải lên vẫn còn nguyên. Hãy"
        " lập lại."
    ),
    again="Lập lại",
    sources_gone=(
        "Thư mục nguồn của chỉ mục không còn ở chỗ cũ nên chưa lập lại được. Hãy chạy lệnh"
        " “chinhsach index” với thư mục tài liệu."
    ),
    stages={
        "Đọc tệp": "đọc tệp",
        "Đọc trang": "đọc trang",
        "Nhận dạng chữ": "nhận dạng chữ trong bản quét",
        "Tách từ": "tách từ",
        "Chỉ mục có dấu": "lập chỉ mục có dấu",
        "Chỉ mục không dấu": "lập chỉ mục không dấu",
        "Mã hoá": "mã hóa",
        "Tìm trục nghĩa": "tính trục nghĩa",
        "Ghi chỉ mục": "ghi chỉ mục",
    },
)

_EN = BuildingTexts(
    waiting="Changes not yet in the index: {}.",
    start="Build the index now",
    starting="Starting to build the index…",
    running="Building the index: {}",
    steps="{}: {} of {}",
    background="Questions are still answered from the old index. You may leave this page.",
    done="The index is up to date; ask of it on the page Ask.",
    counts="Files: added {}, changed {}, removed {}, kept {}.",
    failed={
        "UsageError": (
            "The index could not be built: no document can be read, a source folder has moved,"
            " or another build is running. The old index still works. Check, then try again."
        ),
        "MissingDependencyError": (
            "The index could not be built: a library of the search model is missing. The old"
            " index still works. Ask whoever installed the program."
        ),
        "ModelError": (
            "The index could not be built: the search model does not run. The old index still"
            " works. Ask whoever installed the program."
        ),
        "defect": (
            "Building the index failed. The old index and all uploads are intact. Try again."
        ),
    },
    stopped=(
        "The last build stopped half way. The old index and all uploads are intact. Build it again."
    ),
    again="Build again",
    sources_gone=(
        "A source folder of the index has moved, so it cannot be built again. Run “chinhsach"
        " index” with the folder of the documents."
    ),
    stages={
        "Đọc tệp": "reading files",
        "Đọc trang": "reading pages",
        "Nhận dạng chữ": "recognising scanned pages",
        "Tách từ": "finding words",
        "Chỉ mục có dấu": "index of words with tone marks",
        "Chỉ mục không dấu": "index of words without tone marks",
        "Mã hoá": "encoding",
        "Tìm trục nghĩa": "computing meaning",
        "Ghi chỉ mục": "writing the index",
    },
)

BUILDING_TEXTS = {"vi": _VI, "en": _EN}
