"""PDF files: what their pages hold, what is refused, and what no bad file may do."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path

import pytest
from page_files import PROSE, english_page, page, pdf, words

from assistant.config import Config
from assistant.documents import SourceFile, read_file
from assistant.documents.ocr import tesseract
from assistant.documents.pages.nouns import Page
from assistant.documents.pdf import reading, worker
from assistant.documents.pdf.glyphs import read_page
from assistant.documents.pdf.opening import opened
from assistant.documents.pdf.triage import Verdict, triage
from assistant.errors import ReadError

NOTE = "Người ký: CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ Thời gian ký: 05.03.2020"
ENGLISH = "The plan of the city is to plant trees in the parks and to care for it. "
NAMES = "Microsoft Windows Server Enterprise Oracle Database Standard Cisco Catalyst " * 2
BROKEN = "Luqt TO ch*c chinh quyin dia phuang ngay 19 thang 6 nam 2015 da dugc sua d6i, b6 sung "


def read(data: bytes, config: Config | None = None) -> list[str]:
    draft = reading.read_pdf_here(data, config or Config(), 1, lambda *_: None)
    return [" | ".join(line.cells) or line.text for line in draft.lines]


def of(text: str, number: int = 1, *, pictured: bool = False) -> Page:
    made = page(words(text, 80, 100), number)
    return Page(number, made.width, made.height, made.words, pictured=pictured)


@pytest.mark.parametrize(
    ("made", "verdict"),
    [
        (of(PROSE * 2), Verdict.TEXT),
        (of(PROSE * 2, pictured=True), Verdict.TEXT),  # a scanner's own layer, and a good one
        (of(BROKEN * 3, pictured=True), Verdict.BROKEN),
        (of(BROKEN * 3), Verdict.BROKEN),
        (of(NOTE, pictured=True), Verdict.NOTE),
        (Page(1, 595, 842, pictured=True), Verdict.PICTURE),
        (Page(1, 595, 842), Verdict.PICTURE),  # text drawn as outlines
        (Page(1, 595, 842, blank=True), Verdict.BLANK),
        (of(ENGLISH * 3), Verdict.TEXT),
    ],
)  # fmt: skip
def test_a_page_is_judged_by_its_letters(made: Page, verdict: Verdict) -> None:
    assert triage([made]) == (verdict,)


def test_figures_and_foreign_names_are_judged_with_their_document() -> None:
    assert triage([of(PROSE * 5), of("1.250 37,5 2.400", 2), of(NAMES, 3)]) == (Verdict.TEXT,) * 3
    assert triage([of(NAMES)]) == (Verdict.BROKEN,)


def test_words_have_their_places_and_fonts() -> None:
    with opened(pdf(["BT /F1 12 Tf 72 700 Td (Hai Phong) Tj /F1 8 Tf 5 Ts (1) Tj ET"])) as document:
        made = read_page(document[0], 1)
    assert [(w.text, w.size, w.glued, w.font) for w in made.words] == [
        ("Hai", 12.0, False, "Helvetica"),
        ("Phong", 12.0, False, "Helvetica"),
        ("1", 8.0, True, "Helvetica"),
    ]
    first, _, raised = made.words
    assert (round(first.left), round(first.base)) == (72, 842 - 700)
    assert raised.base < first.base
    assert (made.width, made.height, made.blank) == (595, 842, False)


def test_a_turned_page_is_read_upright_and_a_watermark_is_not_read() -> None:
    turned = "BT /F1 12 Tf 0 1 -1 0 100 72 Tm (Hai Phong) Tj ET"
    watermark = "BT /F1 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm (DRAFT) Tj ET"
    data = pdf([turned + watermark]).replace(
        b"/MediaBox [0 0 595 842]", b"/Rotate 90 /MediaBox [0 0 595 842]"
    )
    with opened(data) as document:
        made = read_page(document[0], 1)
    assert [word.text for word in made.words] == ["Hai", "Phong"]
    assert (made.width, made.height) == (842, 595)
    assert made.words[0].right < made.words[1].left
    assert abs(made.words[0].base - made.words[1].base) < 0.1


def test_ruling_lines_are_found_as_strokes_and_as_thin_rectangles() -> None:
    lines = "100 700 m 300 700 l S 100 600 200 0.5 re f 100 500 50 40 re S 10 10 m 40 90 l S"
    with opened(pdf([lines])) as document:
        rules = read_page(document[0], 1).rules
    level = sorted((r.top, r.left, r.right) for r in rules if r.level)
    expected = [(142, 100, 300), (242, 100, 300), (302, 100, 150), (342, 100, 150)]
    assert [pytest.approx(one, abs=1.01) for one in expected] == level
    assert sorted(round(r.left) for r in rules if not r.level) == [100, 150]


def test_a_born_digital_file_is_read_with_its_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(
        pdf(
            [
                english_page(),
                english_page("A second page of the plan is for the care of the trees."),
            ]
        )
    )
    document = read_file(SourceFile(tmp_path, "a.pdf", path), Config())[0]
    assert len(document.page_starts) == 2
    assert document.text[document.page_starts[1] :].startswith("A second page")
    assert (document.quality.origin, document.word_boxes) == ("born_digital", b"")


# --- scans without Tesseract --------------------------------------------------------------


PICTURE = "q 595 0 0 842 0 0 cm BI /W 8 /H 8 /CS /G /BPC 8 /F /AHx ID " + "00" * 64 + "> EI Q"


def scan() -> bytes:
    """Return a page that is one black picture."""
    return pdf([PICTURE])


@pytest.fixture
def no_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "find_tesseract", lambda: None)


@pytest.mark.usefixtures("no_tesseract")
def test_a_scan_without_tesseract_is_reported_with_what_to_install() -> None:
    with pytest.raises(ReadError, match=r"^bản quét, cần OCR: cài ") as caught:
        read(scan())
    assert str(caught.value) == f"bản quét, cần OCR: {tesseract.how_to_install()}"
    assert "\n" not in str(caught.value)


@pytest.mark.usefixtures("no_tesseract")
def test_a_picture_file_without_tesseract_is_reported_too() -> None:
    with pytest.raises(ReadError, match=r"^bản quét, cần OCR: cài "):
        reading.read_images_here(b"\x89PNG\r\n\x1a\n", Config(), 1, lambda *_: None)


@pytest.mark.usefixtures("no_tesseract")
def test_one_scanned_page_among_many_is_named_and_loses_no_other() -> None:
    data = pdf([english_page(), PICTURE, english_page()])
    draft = reading.read_pdf_here(data, Config(), 1, lambda *_: None)
    assert {line.page for line in draft.lines} == {1, 3}
    assert draft.quality.note == "trang 2 là bản quét, chưa nhận dạng chữ"


# --- files made to harm ------------------------------------------------------------------


def _encrypted() -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf([english_page()]))))
    writer.encrypt("mat-khau")
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _forms_in_forms() -> bytes:
    """Return a page whose forms call the next one ten times each, 10^12 in all."""
    depth, calls = 12, 10
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        " /Resources << /XObject << /X 5 0 R >> >> >>",
    ]
    streams = ["/X Do"]
    streams += ["/X Do " * calls] * (depth - 1) + ["0 0 m 9 9 l S"]
    body = b"%PDF-1.7\n" + b"".join(
        f"{i} 0 obj\n{text}\nendobj\n".encode() for i, text in enumerate(objects, start=1)
    )
    for level, content in enumerate(streams):
        head = (
            ""
            if level == 0
            else (
                "/Type /XObject /Subtype /Form /BBox [0 0 595 842]"
                f" /Resources << /XObject << /X {5 + level} 0 R >> >> "
            )
        )
        body += (f"{4 + level} 0 obj\n<< {head}/Length {len(content)} >>\nstream\n{content}\n"
                 "endstream\nendobj\n").encode()  # fmt: skip
    return body + b"trailer << /Root 1 0 R >>\n%%EOF"


def _bomb() -> bytes:
    """Return a page whose content unpacks to 300 MB of strokes."""
    content = b"0 0 m 9 9 l S " * 22_000_000
    packed = zlib.compress(content, 1)
    data = pdf([""])
    at = data.index(b"5 0 obj")
    return (
        data[:at]
        + b"5 0 obj\n<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed)
        + packed
        + b"\nendstream\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF"
    )


def test_a_file_that_needs_a_password_is_told_so() -> None:
    with pytest.raises(ReadError, match="mật khẩu"):
        read(_encrypted())


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(ReadError, match=r"3 trang, quá mức 2.*max_pages"):
        read(pdf([english_page()] * 3), Config(max_pages=2))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_cut_file_is_read_or_refused_in_one_line(share: float) -> None:
    data = pdf([english_page()] * 3)
    _read_or_refuse(data[: int(len(data) * share)])


@pytest.mark.parametrize("seed", range(12))
def test_flipped_bits_are_read_or_refused_in_one_line(seed: int) -> None:
    import random

    chooser = random.Random(seed)  # noqa: S311 - a repeatable choice, not a secret
    data = bytearray(pdf([english_page()] * 2))
    for _ in range(40):
        data[chooser.randrange(len(data))] ^= 1 << chooser.randrange(8)
    _read_or_refuse(bytes(data))


@pytest.mark.parametrize("make", [_forms_in_forms, _bomb], ids=["forms in forms", "bomb"])
def test_an_endless_file_ends_in_one_line_and_the_next_is_read(make, request) -> None:
    harsh = Config(page_seconds=2, file_seconds=6, reader_bytes=1_500_000_000)
    _read_or_refuse(make(), harsh)
    assert len(worker.read_pdf(pdf([english_page()]), Config()).lines) > 0


def _read_or_refuse(data: bytes, config: Config | None = None) -> None:
    said = ""
    try:
        worker.read_pdf(data, config or Config())
    except ReadError as error:
        said = str(error)
    assert "\n" not in said
    assert not said or "Hãy " in said or "cần OCR" in said


def test_the_reader_apart_says_what_the_reader_here_does() -> None:
    data = pdf([english_page()] * 2)
    here = reading.read_pdf_here(data, Config(), 1, lambda *_: None)
    told: list[tuple[str, int, int]] = []
    apart = worker.read_pdf(data, Config(), progress=lambda *step: told.append(step))
    assert apart == here
    assert told == [("Đọc trang", 1, 2), ("Đọc trang", 2, 2)]
