"""Pages of words laid out: paragraphs, columns, running heads, footnotes and tables."""

from __future__ import annotations

from page_files import LEFT, PROSE, RIGHT, column, page, ruled, words

from assistant.documents.lines import lay_out
from assistant.documents.pages.drafts import draft_of
from assistant.documents.pages.grids import cell_words, grids
from assistant.documents.pages.nouns import Page, Rule, Word
from assistant.documents.pages.rows import text_lines
from assistant.documents.pages.spelling import spelt
from assistant.schema import Quality


def texts(*pages: Page) -> list[str]:
    lines = draft_of(pages, len(pages), Quality()).lines
    return [" | ".join(line.cells) if line.cells else line.text for line in lines]


ONE = "Điều 1. Quy định về tiếp nhận và trả kết quả tại xã"
TWO = "1. " + PROSE
THREE = "2. Cán bộ tiếp nhận hướng dẫn người dân nộp hồ sơ qua mạng và không thu thêm giấy tờ."


def test_a_paragraph_ends_where_the_next_is_set_in() -> None:
    assert texts(page(column([ONE, TWO, THREE]))) == [ONE, TWO, THREE]


def test_without_space_between_paragraphs_the_indent_alone_parts_them() -> None:
    assert texts(page(column([ONE, TWO, THREE], apart=0))) == [ONE, TWO, THREE]


def test_without_indent_the_space_parts_them() -> None:
    assert texts(page(column([ONE, TWO, THREE], indent=0, apart=10))) == [ONE, TWO, THREE]


def test_a_paragraph_over_a_turn_of_the_page_is_one_and_keeps_the_turn() -> None:
    whole = column([TWO, THREE])
    bases = sorted({word.base for word in whole})
    first = [word for word in whole if word.base <= bases[1]]
    second = [word._replace(base=word.base - 30) for word in whole if word.base > bases[1]]
    draft = draft_of([page(first, 1), page(second, 2)], 2, Quality())
    assert [line.text for line in draft.lines] == [TWO, THREE]
    [(offset, number)] = draft.lines[0].turns
    assert number == 2
    assert lay_out(draft.lines, 2).page_starts == (0, offset)
    assert draft.lines[0].text[offset:] == " ".join(
        w.text for w in second if w.base == second[0].base
    )


def test_a_numbered_list_may_hang() -> None:
    hanging = words("1.", LEFT + 20, 100) + words(
        "Ủy ban nhân dân xã tiếp nhận hồ sơ trong giờ hành chính và trả", LEFT + 40, 100
    )
    hanging += words("kết quả đúng hẹn.", LEFT + 40, 118)
    made = page([*column([PROSE, PROSE], top=200), *hanging])
    assert (
        "1. Ủy ban nhân dân xã tiếp nhận hồ sơ trong giờ hành chính và trả kết quả đúng hẹn."
        in (texts(made))
    )


def test_a_letterhead_written_row_by_row_is_read_by_column() -> None:
    made = [
        *words("ỦY BAN NHÂN DÂN", 90, 60),
        *words("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 240, 60),
        *words("TỈNH SƠN HÀ", 100, 76),
        *words("Độc lập - Tự do - Hạnh phúc", 290, 76),
        *words("Số: 12/KH-UBND", 95, 100),
        *words("Sơn Hà, ngày 05 tháng 3 năm 2024", 280, 100),
        *words("KẾ HOẠCH", 270, 140),
        *column([TWO], top=180),
    ]
    assert texts(page(made)) == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH SƠN HÀ",
        "Số: 12/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Sơn Hà, ngày 05 tháng 3 năm 2024",
        "KẾ HOẠCH",
        TWO,
    ]


def test_recipients_and_signature_are_two_columns() -> None:
    made = [
        *column([TWO]),
        *words("Nơi nhận:", LEFT, 300, 12),
        *words("TM. ỦY BAN NHÂN DÂN", 350, 300),
        *words("- Như Điều 3;", LEFT, 314, 11),
        *words("CHỦ TỊCH", 390, 318),
        *words("- Lưu: VT.", LEFT, 328, 11),
        *words("Trần Văn An", 385, 400),
    ]
    assert texts(page(made))[1:] == [
        "Nơi nhận:",
        "- Như Điều 3;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Trần Văn An",
    ]


def test_running_heads_and_page_numbers_go_by_their_place() -> None:
    ends = ["Sở Y tế chủ trì.", "Giao cho xã.", "Có hiệu lực ngay.", "Báo cáo hằng quý."]
    bodies = [f"{number}. {PROSE} {end}" for number, end in enumerate(ends, start=1)]
    pages = [
        page(
            [
                *words(f"{number} CÔNG BÁO/Số {100 + number}/Ngày 05-3-2024", LEFT, 40),
                *column([body], top=200),
                *words(f"{number}", 300, 810),
            ],
            number,
        )
        for number, body in enumerate(bodies, start=1)
    ]
    assert texts(*pages) == bodies


def test_a_line_that_is_repeated_amid_pages_stays() -> None:
    pages = [
        page(column([f"{n}. Xã {n} có {n} thôn.", "Cộng: như trên."], top=300), n)
        for n in (1, 2, 3)
    ]
    assert texts(*pages).count("Cộng: như trên.") == 3


def test_a_footnote_stands_behind_its_paragraph_and_out_of_its_sentence() -> None:
    body = column([TWO, THREE])
    at = next(i for i, word in enumerate(body) if word.text == "hẹn")
    reference = Word("1", body[at].right, body[at].top, body[at].right + 4, body[at].base - 5,
                     body[at].base - 5, 9.0, "F", True)  # fmt: skip
    note = [
        words("1", LEFT, 758, 6)[0]._replace(base=755.0),
        *words("Theo Quyết định số 45/2019/QĐ-UBND.", LEFT + 6, 758, 10),
    ]
    made = page([*body[: at + 1], reference, *body[at + 1 :], *note])
    assert texts(made) == [TWO, "¹ Theo Quyết định số 45/2019/QĐ-UBND.", THREE]


def test_small_print_that_nothing_refers_to_is_text() -> None:
    small = words("- Lưu: VT, 2 bản.", LEFT, 758, 10)
    assert texts(page([*column([TWO]), *small]))[-1] == "- Lưu: VT, 2 bản."


def test_a_power_is_no_footnote() -> None:
    square = Word("2", 300, 90, 304, 95, 95.0, 9.0, "F", True)
    made = page(
        [*words("Diện tích 25 m", LEFT, 100), square._replace(left=LEFT + 110, right=LEFT + 114)]
    )
    assert texts(made) == ["Diện tích 25 m2"]


COLUMNS = (LEFT, LEFT + 40, LEFT + 250, RIGHT)


def table(number: int, rows: list[tuple[str, str, str]], top: float = 100.0) -> Page:
    edges = [top + 30 * i for i in range(len(rows) + 1)]
    made = [
        word
        for i, row in enumerate(rows)
        for x, cell in zip(COLUMNS, row, strict=False)
        for word in words(cell, x + 3, edges[i] + 20, 12)
    ]
    return page(made, number, ruled(COLUMNS, edges))


HEAD = ("TT", "Chỉ tiêu", "Đơn vị")


def test_a_ruled_table_is_rows_of_cells() -> None:
    draft = draft_of([table(1, [HEAD, ("1", "Hồ sơ trên mạng", "%"), ("2", "Số xã", "xã")])], 1,
                     Quality())  # fmt: skip
    assert [(line.row, line.cells) for line in draft.lines] == [
        (0, HEAD),
        (1, ("1", "Hồ sơ trên mạng", "%")),
        (2, ("2", "Số xã", "xã")),
    ]


def test_a_table_over_pages_is_one_and_its_header_stands_once() -> None:
    draft = draft_of(
        [
            table(1, [HEAD, ("1", "Hồ sơ trên mạng", "%"), ("2", "Số xã có mạng", "xã")]),
            table(2, [HEAD, ("", "tốc độ cao", ""), ("3", "Dân số", "người")], top=60),
        ],
        2,
        Quality(),
    )
    assert [(line.table, line.row, line.page, line.cells) for line in draft.lines] == [
        (1, 0, 1, HEAD),
        (1, 1, 1, ("1", "Hồ sơ trên mạng", "%")),
        (1, 2, 1, ("2", "Số xã có mạng tốc độ cao", "xã")),
        (1, 3, 2, ("3", "Dân số", "người")),
    ]


def test_merged_cells_stand_where_they_begin() -> None:
    rules = [rule for rule in ruled(COLUMNS, (100, 130, 160))
             if not (rule.left == rule.right == COLUMNS[1])]  # fmt: skip
    rules.append(Rule(COLUMNS[1], 130, COLUMNS[1], 160))
    [grid] = grids(rules)
    shown = cell_words(grid, [*words("Mục chung", COLUMNS[0] + 5, 120), *words("1", LEFT + 5, 150)])
    assert [[" ".join(w.text for w in cell) for cell in row] for row in shown] == [
        ["Mục chung", "", ""],
        ["1", "", ""],
    ]
    assert grid.cells[0][1] is None


def test_a_frame_or_an_underline_is_no_table() -> None:
    assert grids(ruled((100, 300), (100, 200))) == []
    assert grids([Rule(100, 90, 200, 90), Rule(300, 90, 400, 90)]) == []


def test_lines_in_pieces_and_doubled_make_one_table() -> None:
    rules = [
        piece
        for rule in ruled(COLUMNS, (100, 130, 160))
        for piece in (
            [
                rule._replace(right=(rule.left + rule.right) / 2),
                rule._replace(left=(rule.left + rule.right) / 2),
            ]
            if rule.level
            else [rule, rule._replace(left=rule.left + 0.7, right=rule.right + 0.7)]
        )
    ]
    [grid] = grids(rules)
    assert [len(row) for row in grid.cells] == [3, 3]


def test_a_hyphen_at_the_end_of_a_line_goes_where_the_word_is_whole_elsewhere() -> None:
    def broken(first: str, second: str, elsewhere: str) -> str:
        made = words(first, LEFT, 100) + words(second, LEFT, 118)
        made += words(elsewhere, LEFT, 200)
        filler = column([PROSE, PROSE], top=300, indent=0)
        [one, *_], _note = spelt([page([*made, *filler])])
        return next(line for line in texts(one) if "cuối" in line)

    start = "Dòng này dài cho hết bề ngang của trang giấy tới cuối cùng"
    assert broken(f"{start} Indo\ufffe", "nesia có mặt.", "Indonesia.").endswith(
        "Indonesia có mặt."
    )
    assert broken(f"{start} NĐ\ufffe", "CP có hiệu lực.", "khác.").endswith("NĐ-CP có hiệu lực.")


def test_letters_that_look_alike_and_marks_by_themselves_are_put_right() -> None:
    made = [
        *words("Ðộc lập", LEFT, 100),
        Word("e", 200, 90, 206, 103, 100, 14, "A"),
        Word("\u0302\u0301", 206, 90, 206, 103, 100, 14, "B", True),
        *words("\ufffd\ue001 -------", 240, 100),
    ]
    [one], note = spelt([page(made)])
    assert [word.text for word in one.words] == ["Độc", "lập", "ế", "-------"]
    assert note is None


def test_text_of_a_legacy_font_is_converted_before_it_is_judged() -> None:
    line = "Uû ban nh©n d©n tØnh c«ng bè kÕ ho¹ch ph¸t triÓn kinh tÕ t\ufffe nh©n"
    made = [word._replace(font=".VnTime") for word in words(line, LEFT, 100)]
    [one], note = spelt([page(made)])
    assert one.text == "Uỷ ban nhân dân tỉnh công bố kế hoạch phát triển kinh tế tư nhân"
    assert note == "chuyển từ TCVN3"


def test_a_page_whose_order_cannot_be_is_read_from_the_top() -> None:
    made = column([ONE, TWO, THREE])
    rows = sorted({word.base for word in made})
    upwards = [word for base in reversed(rows) for word in made if word.base == base]
    assert [line.base for line in text_lines(upwards)] == rows
    aside = [w for base in [*rows[2:], *rows[:2]] for w in made if w.base == base]
    assert [line.base for line in text_lines(aside)] == [*rows[2:], *rows[:2]]
    recognised = [word._replace(confidence=0.9) for word in aside]
    assert [line.base for line in text_lines(recognised)] == rows
