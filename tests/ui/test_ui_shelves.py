"""The page “Thư viện” without a browser, and the parts of it that are plain functions."""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest
from page_texts import assert_alike
from pages import DOCUMENTS, build
from streamlit.testing.v1 import AppTest

from assistant.documents.corrections import stated_of
from assistant.indexing.catalogue import Entry
from assistant.indexing.jobs import Job, JobState, read_job
from assistant.indexing.reader import IndexReader
from assistant.indexing.uploads import Uploads
from assistant.schema import Block, BlockKind, Document, Quality, Relation, RelationKind, Span
from assistant.structure import sections
from assistant.ui.opening import open_shelf
from assistant.ui.shelves.building import progress_words
from assistant.ui.shelves.changes import count_changes, uploads_of
from assistant.ui.shelves.editing import changed_fields, day_of, fields_of
from assistant.ui.shelves.listing import about_html, entry_name, find_entries, row_of
from assistant.ui.shelves.reader import contents, parts_of, text_html
from assistant.ui.shelves.shelving import shelves_of
from assistant.ui.shelves.texts import SHELF_TEXTS

VI = SHELF_TEXTS["vi"]
EVIL = "<img src=x onerror=alert(1)> [x](javascript:alert(1)) $a$ \u202egpj"


def entry(**known: object) -> Entry:
    values: dict[str, object] = {
        "id": "a", "path": "a.md", "sha256": "ab", "title": "Kế hoạch trồng cây xanh",
        "kind": "kế hoạch", "number": "12/KH-UBND", "issuer": None, "issued": date(2024, 5, 17),
        "effective": None, "place": "Hải Phòng",
        "relations": (Relation(RelationKind.CAN_CU, "1/NQ-TU"),), "quality": Quality(),
        "file": "/kho/a.md", "pages": 0, "passages": 3,
    }  # fmt: skip
    return Entry(**values | known)


def page_over(index: Path, language: str = "vi") -> AppTest:
    os.environ["CHINHSACH_INDEX"] = str(index)

    def draw(language: str) -> None:
        from assistant.errors import IndexMissingError
        from assistant.ui.opening import index_folder, open_shelf
        from assistant.ui.shelves.page import show

        try:
            shelf = open_shelf(index_folder())
        except IndexMissingError:
            shelf = None
        show(shelf, language)

    return AppTest.from_function(draw, default_timeout=300, args=(language,)).run()


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CHINHSACH_INDEX", str(tmp_path / "index"))  # is set back afterwards
    return build(tmp_path, {**DOCUMENTS, "hỏng.pdf": "%PDF-0 hỏng"})


def bodies(page: AppTest) -> list[str]:
    return [element.proto.body for element in page.get("html")]


def pick(page: AppTest, value: str) -> AppTest:
    return page.selectbox(key="shelves document").set_value(value).run()


def wait(ready: Callable[[], object]) -> None:
    deadline = time.monotonic() + 300
    while not ready():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_both_languages_say_everything() -> None:
    assert_alike(SHELF_TEXTS)


def test_the_list_is_searched_with_or_without_marks() -> None:
    one, other = entry(), entry(id="b", title="Báo cáo", number=None, quality=Quality("ocr", 0.9))
    assert find_entries([one, other], "ke hoach xanh", None) == [one]
    assert find_entries([one, other], "12/kh-ubnd", None) == [one]
    assert find_entries([one, other], "17/05/2024", "ocr") == [other]
    assert find_entries([one, other], "xe buýt", None) == []


def test_a_row_and_a_name_show_what_is_known_and_no_path() -> None:
    row = row_of(entry(title=f"Tên {EVIL}"), VI)
    assert row["relations"] == "căn cứ 1/NQ-TU"
    assert "\u202e" not in str(row["title"])
    assert "/kho" not in str(row)
    assert entry_name(entry()) == "Kế hoạch 12/KH-UBND: Kế hoạch trồng cây xanh"


def test_what_is_known_is_escaped_and_what_is_not_is_said() -> None:
    scan = entry(place=EVIL, quality=Quality("ocr", 0.874, "3 trang mờ"), pages=3)
    shown = about_html(scan, VI)
    assert "<img" not in shown
    assert "độ tin cậy 87%" in shown
    assert "Ghi chú: 3 trang mờ" in shown
    assert '<dt>Cơ quan ban hành</dt><dd class="cs-none">chưa rõ</dd>' in shown
    assert "Ngày có hiệu lực" not in shown


def test_a_document_of_an_index_knows_its_file_and_can_be_corrected(index: Path) -> None:
    shelf = open_shelf(index)
    shelves = shelves_of(shelf, index)
    assert {one.file for one in shelves.entries} <= set(shelves.files)
    assert all(shelves.can_correct(one) for one in shelves.entries)


def test_the_side_tree_names_the_sections(index: Path) -> None:
    library = IndexReader.open(index).library
    document = library.document("xe-buyt")
    tree = contents(document, sections(document))
    assert [(depth, name) for depth, _, name in tree] == [(0, "Điều 1. Chỉ tiêu")]
    shown = text_html(document, parts_of(document)[0], tree, VI)
    start = tree[0][1]
    assert f'href="#doc-{start}"' in shown
    assert re.search(rf'<h\d id="doc-{start}">Điều 1. Chỉ tiêu</h\d>', shown)


def test_the_text_of_a_document_is_shown_and_does_nothing() -> None:
    text = f"{EVIL}\n| {EVIL}"
    cut = len(EVIL)
    row = Block(BlockKind.ROW, cut + 1, len(text), 0, 1, 1, (Span(cut + 3, len(text)),))
    document = Document("a", "a", "", EVIL, text, (Block(BlockKind.PARAGRAPH, 0, cut), row))
    shown = text_html(document, Span(0, len(text)), [(0, 0, EVIL)], VI)
    assert "<img" not in shown
    assert 'href="javascript' not in shown
    assert "\u202e" not in shown


def test_a_long_document_is_cut_between_its_blocks() -> None:
    blocks = tuple(Block(BlockKind.PARAGRAPH, n * 25_000, n * 25_000 + 24_999) for n in range(5))
    document = Document("a", "a", "", "a", "x" * 125_000, blocks)
    parts = parts_of(document)
    assert [part.start for part in parts] == [0, 50_000, 100_000]
    assert [part.end for part in parts] == [50_000, 100_000, 125_000]


def test_only_what_was_changed_is_stated() -> None:
    before = fields_of(entry())
    assert before["issued"] == "17/05/2024"
    assert before["based_on"] == "1/NQ-TU"
    given = before | {"issued": "18/5/2024", "number": " 12/KH-UBND ", "place": ""}
    assert changed_fields(before, given, {}) == {"issued": "2024-05-18", "place": ""}
    assert changed_fields(before, before, {"kind": "x"}) == {"kind": "x"}


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("17/5/2024", "2024-05-17"),
        ("2024-05-17", "2024-05-17"),
        ("ngày 02 tháng 3 năm 2023", "2023-03-02"),
        ("", ""),
    ],
)
def test_a_day_is_read_as_it_is_written_in_vietnam(typed: str, day: str) -> None:
    assert day_of(typed) == day


@pytest.mark.parametrize("typed", ["30/2/2024", "hôm qua", "5/2024", "1/1/2024 và 2/1/2024"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=re.escape(typed)):
        day_of(typed)


def test_what_waits_for_a_build_is_counted(index: Path) -> None:
    library = IndexReader.open(index).library
    uploads, files = Uploads.of(index), library.files()
    assert count_changes(uploads, uploads_of(uploads, files), files, {}) == 0
    uploads.add("mới.txt", "Tin mới.".encode(), 1_000)
    sha = next(one.sha256 for one in library.entries() if one.id == "xe-buyt")
    found = uploads_of(uploads, files)
    assert [(one.path.name, one.state) for one in found] == [("mới.txt", "waiting")]
    stated = {sha: stated_of({"number": "86/QĐ-UBND"}), "other": stated_of({"number": "1"})}
    assert count_changes(uploads, found, files, stated) == 2


def test_progress_is_told_in_words() -> None:
    assert progress_words(Job(JobState.STARTING), VI) == (0.0, VI.building.starting)
    job = Job(JobState.RUNNING, "Đọc tệp", 3, 12)
    assert progress_words(job, VI) == (0.25, "Đang lập chỉ mục: đọc tệp: 3 / 12")
    assert progress_words(Job(JobState.RUNNING, "Ghi chỉ mục", 0, 1), VI)[0] == 0.0


def test_the_page_lists_reads_and_names_what_it_could_not_read(index: Path) -> None:
    page = page_over(index)
    assert not page.exception
    assert (page.metric[0].label, page.metric[0].value) == ("Tài liệu", "2")
    assert page.metric[-1].value == "1"
    pick(page, "cay-xanh")
    shown = "\n".join(bodies(page))
    assert not page.exception
    assert "40.000 cây xanh" in shown
    assert '<dd lang="vi">12/KH-UBND</dd>' in shown
    assert page.query_params["doc"] == "cay-xanh"
    page.segmented_control(key="shelves shown").set_value("unread").run()
    shown = "\n".join(bodies(page))
    assert "hỏng.pdf" in shown
    assert str(index.parent) not in shown


def test_a_link_opens_a_document_and_a_document_that_is_gone_is_none(index: Path) -> None:
    os.environ["CHINHSACH_INDEX"] = str(index)
    page = page_over(index)
    page.query_params["doc"] = "xe-buyt"
    page.run()
    assert "85/QĐ-UBND" in "\n".join(bodies(page))
    page = page_over(index)
    page.query_params["doc"] = "../etc"
    page.run()
    assert not page.exception
    assert page.selectbox(key="shelves document").value is None


def test_without_an_index_a_first_file_can_be_uploaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHINHSACH_INDEX", "")
    page = page_over(tmp_path / "index")
    assert not page.exception
    assert VI.intro_empty in [one.value for one in page.markdown]
    assert page.get("file_uploader")


def test_what_was_uploaded_before_a_stop_waits_and_is_built_by_a_click(index: Path) -> None:
    Uploads.of(index).add(
        "mới.md", "# Kế hoạch 9/KH-UBND\n\nNăm 2026 mở 77 thư viện xã.".encode(), 1_000
    )
    page = page_over(index)
    assert VI.building.waiting.format(1) in [one.value for one in page.info]
    page.button(key="shelves build").click().run()
    assert not page.exception
    wait(lambda: not read_job(index).runs)
    assert read_job(index).state is JobState.DONE
    page.run()
    assert page.metric[0].value == "3"
    assert not page.info


@pytest.mark.parametrize("state", ["failed", "stopped"])
def test_a_build_that_ended_badly_is_said_and_can_be_run_again(index: Path, state: str) -> None:
    (index / ".job.json").write_text(json.dumps(asdict(Job(JobState(state), error="defect"))))
    page = page_over(index)
    told = [one.value for one in (*page.error, *page.warning)]
    assert told == [VI.building.failed["defect"] if state == "failed" else VI.building.stopped]
    assert page.button(key="shelves build").label == VI.building.again


def test_hostile_metadata_is_shown_and_does_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHINHSACH_INDEX", "")
    text = (
        f"---\ntitle: 'Kế hoạch {EVIL}'\nnumber: 12/KH-UBND\n---\n# Kế hoạch\n\nTrồng cây {EVIL}.\n"
    )
    page = page_over(build(tmp_path, {"x.md": text.replace("\u202e", "")}))
    pick(page, "x")
    assert not page.exception
    assert not any("<img" in body for body in bodies(page))
    labels = [one.value for kind in (page.caption, page.header) for one in kind]
    assert not any(re.search(r"(?<!\\)[<$]", label) for label in labels)
