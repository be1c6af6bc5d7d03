"""What may be typed on the command line.

Nothing heavy is imported here, so that ``--help`` answers at once.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from assistant.errors import UsageError

__all__ = ["build_parser", "parse"]

INDEX_VARIABLE = "CHINHSACH_INDEX"

_EPILOG = """\
mã thoát: 0 có kết quả, 1 không tìm thấy, 2 dùng sai hoặc dữ liệu vào sai, 3 lỗi của chương trình
biến môi trường: CHINHSACH_INDEX là thư mục chỉ mục mặc định

An offline assistant over Vietnamese policy documents: every sentence of an answer is cited.
Start with `chinhsach index`, then `chinhsach ask "câu hỏi"` or `chinhsach app`."""

ROLES = ("target", "result", "baseline", "rank", "count", "budget")
"""What a figure is for, as in ``schema.Role``, which is not imported for the sake of help."""

# argparse speaks English; these are the messages a user meets.
_MESSAGES = (
    (r"the following arguments are required: (.+)", r"thiếu tham số {}"),
    (r"unrecognized arguments: (.+)", r"không có tham số {}"),
    (r"argument (\S+): invalid choice: (.+?) \(choose from (.+)\)", "{0}: không có {1}, chọn {2}"),
    (r"argument (\S+): expected one argument", "{}: thiếu giá trị"),
    (r"argument (\S+): invalid int value: (.+)", "{}: {} không phải số nguyên"),
    (r"argument (\S+): (.+)", "{}: {}"),
)


def parse(argv: Sequence[str] | None) -> argparse.Namespace:
    """Return what was typed; ``eval`` keeps what it does not know in ``rest``.

    Args:
        argv: Arguments without the program's name; those of the process when None.

    Raises:
        UsageError: They make no sense.
        SystemExit: Help or the version was asked for, and has been printed.
    """
    parser = build_parser()
    args, rest = parser.parse_known_args(argv)
    if rest and args.command != "eval":
        parser.prog = f"chinhsach {args.command}"
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    args.rest = rest
    return args


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = _Parser(
        prog="chinhsach",
        description="Trợ lý Chính sách: hỏi đáp ngoại tuyến trên văn bản chính sách, câu nào cũng "
        "có trích dẫn.",
        epilog=_EPILOG,
    )
    parser.add_argument("--version", action=_Version, help="in phiên bản rồi thoát")
    commands = parser.add_subparsers(
        dest="command", required=True, metavar="LỆNH", title="các lệnh", parser_class=_Parser
    )
    _add_index(commands)
    _add_ask(commands)
    _add_check(commands)
    _add_search(commands)
    _add_figures(commands)
    _add_show(commands)
    _add_status(commands)
    _add_eval(commands)
    _add_app(commands)
    return parser


def _add_command(commands: Any, name: str, summary: str, note: str = "") -> argparse.ArgumentParser:
    description = f"{summary}\n{note}" if note else summary
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=summary, description=description
    )
    return parser


def _add_index(commands: Any) -> None:
    parser = _add_command(
        commands, "index", "lập hoặc cập nhật chỉ mục | build the index, or bring it up to date"
    )
    parser.add_argument(
        "paths", nargs="*", type=Path, default=[Path("corpus")], metavar="ĐƯỜNG_DẪN",
        help="tệp hoặc thư mục tài liệu (mặc định: corpus)",
    )  # fmt: skip
    parser.add_argument(
        "--jobs", type=_positive, default=1, metavar="N", help="số tiến trình đọc tệp (mặc định: 1)"
    )
    _add_index_option(parser)


def _add_ask(commands: Any) -> None:
    parser = _add_command(
        commands, "ask", "hỏi, nhận câu trả lời có trích dẫn | ask, and get a cited answer"
    )
    parser.add_argument("text", nargs="*", metavar="CÂU_HỎI", help="câu hỏi, có dấu hoặc không dấu")
    parser.add_argument(
        "--history", action="append", default=[], metavar="CÂU_HỎI",
        help="câu đã hỏi trước đó; lặp lại được, cũ trước mới sau",
    )  # fmt: skip
    _add_lang(parser)
    parser.add_argument(
        "--llm", metavar="NHÀ_CUNG_CẤP:MÔ_HÌNH",
        help="mô hình viết lại câu trả lời; chỉ hiện khi mọi số liệu đều có trong trích dẫn",
    )  # fmt: skip
    _add_filters(parser)
    _add_outputs(parser, "id, question, history là danh sách câu đã hỏi trước, có thể bỏ")
    _add_index_option(parser)


def _add_check(commands: Any) -> None:
    parser = _add_command(
        commands, "check", "kiểm tra một nhận định, từng số liệu | check a claim, figure by figure"
    )
    parser.add_argument("text", nargs="*", metavar="NHẬN_ĐỊNH", help="một câu, hoặc cả bài viết")
    parser.add_argument(
        "--file", type=Path, metavar="TỆP",
        help="bài viết cần kiểm tra: .txt, .md, .html, .docx, .pdf …; - là đầu vào chuẩn",
    )  # fmt: skip
    _add_lang(parser)
    parser.add_argument(
        "--claim-review", action="store_true",
        help="in JSON-LD ClaimReview của schema.org, mỗi câu một mục",
    )  # fmt: skip
    parser.add_argument(
        "--review-author", default="", metavar="TÊN", help="ai công bố bản kiểm chứng (ClaimReview)"
    )
    parser.add_argument(
        "--review-url", default="", metavar="URL", help="địa chỉ bản kiểm chứng (ClaimReview)"
    )
    parser.add_argument(
        "--article-url", default="", metavar="URL", help="địa chỉ bài viết (ClaimReview)"
    )
    _add_filters(parser)
    _add_outputs(parser, "id, claim")
    _add_index_option(parser)


def _add_search(commands: Any) -> None:
    parser = _add_command(commands, "search", "tìm các đoạn gần nhất | find the nearest passages")
    parser.add_argument("text", nargs="*", metavar="TỪ_KHOÁ", help="điều cần tìm")
    parser.add_argument(
        "--k", type=_positive, default=10, metavar="N", help="số đoạn (mặc định: 10)"
    )
    _add_filters(parser)
    _add_outputs(parser, "id, query")
    _add_index_option(parser)


def _add_figures(commands: Any) -> None:
    parser = _add_command(
        commands,
        "figures",
        "bảng số liệu: chỉ tiêu, kết quả, còn hiệu lực không | the table of figures",
        "Mỗi số liệu kèm câu gốc; số đã được văn bản sau thay thì ghi rõ thay bằng gì.",
    )
    parser.add_argument(
        "--place", action="append", default=[], metavar="NƠI", help="tỉnh, thành phố hoặc Việt Nam"
    )
    parser.add_argument(
        "--year", action="append", default=[], type=_positive, metavar="NĂM",
        help="năm mà số liệu nói tới",
    )  # fmt: skip
    parser.add_argument(
        "--role", action="append", default=[], choices=ROLES, metavar="VAI_TRÒ",
        help=f"một trong: {', '.join(ROLES)}",
    )  # fmt: skip
    parser.add_argument("--indicator", default="", metavar="TỪ_NGỮ", help="từ ngữ của chỉ tiêu")
    parser.add_argument(
        "--in-force", action="store_true", help="chỉ mục tiêu chưa bị văn bản sau thay"
    )
    parser.add_argument(
        "--as-of", type=_day, metavar="NGÀY",
        help="như vào ngày này (2025-06-30 hoặc 30/06/2025)",
    )  # fmt: skip
    parser.add_argument(
        "--tasks", action="store_true", help="thay vào đó: nhiệm vụ, thời hạn, cơ quan chủ trì"
    )
    _add_lang(parser)
    parser.add_argument("--json", action="store_true", help="in một đối tượng JSON")
    parser.add_argument("--csv", type=Path, metavar="TỆP", help="ghi bảng vào tệp CSV")
    parser.add_argument("--xlsx", type=Path, metavar="TỆP", help="ghi bảng vào tệp Excel")
    _add_index_option(parser)


def _add_show(commands: Any) -> None:
    parser = _add_command(commands, "show", "in trọn một đoạn | print one passage in full")
    parser.add_argument("passage_id", metavar="MÃ_ĐOẠN", help="mã đoạn như lệnh search in ra")
    parser.add_argument("--json", action="store_true", help="in một đối tượng JSON")
    _add_index_option(parser)


def _add_status(commands: Any) -> None:
    parser = _add_command(
        commands,
        "status",
        "chỉ mục có gì, bỏ qua tệp nào | what the index holds and what it skipped",
    )
    parser.add_argument(
        "--changes",
        action="store_true",
        help="chỉ in nhật ký sửa thư viện của máy dùng chung, mới nhất trước, giờ UTC;"
        " với --json mỗi thay đổi một dòng",
    )
    parser.add_argument("--json", action="store_true", help="in một đối tượng JSON")
    _add_index_option(parser)


def _add_eval(commands: Any) -> None:
    _add_command(
        commands,
        "eval",
        "đo chất lượng trên bộ câu hỏi | measure on the questions of evals/",
        "Chạy `python -m evals` của thư mục mã nguồn, với mọi tham số khác như đã gõ, ví dụ\n"
        "  chinhsach eval --html bao-cao.html     mọi câu hỏi, và một trang để xem\n"
        "  chinhsach eval --beir THƯ_MỤC          riêng tìm kiếm, trên bộ dữ liệu dạng BEIR\n"
        "Mọi tham số: python -m evals --help",
    )


def _add_app(commands: Any) -> None:
    parser = _add_command(
        commands,
        "app",
        "mở các trang hỏi đáp, chỉ tiêu, kiểm chứng, thư viện … trên máy này | open the pages",
    )
    parser.add_argument(
        "--port", type=_port, metavar="CỔNG", help="cổng (mặc định: cổng trống đầu tiên từ 8501)"
    )
    _add_index_option(parser)


def _add_index_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--index", type=Path, default=Path(os.environ.get(INDEX_VARIABLE) or "index"),
        metavar="THƯ_MỤC", help=f"thư mục chỉ mục (mặc định: ${INDEX_VARIABLE} hoặc index)",
    )  # fmt: skip


def _add_lang(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--lang", choices=("vi", "en"), default="vi", help="ngôn ngữ của lời dẫn (mặc định: vi)"
    )


def _add_filters(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("giới hạn tài liệu (mỗi lựa chọn lặp lại được)")
    group.add_argument(
        "--kind", action="append", default=[], metavar="LOẠI", help="loại, như “nghị quyết”"
    )
    group.add_argument(
        "--place", action="append", default=[], metavar="NƠI", help="tỉnh hoặc thành phố"
    )
    group.add_argument(
        "--year", action="append", default=[], type=_positive, metavar="NĂM", help="năm ban hành"
    )
    group.add_argument(
        "--as-of", type=_day, metavar="NGÀY",
        help="chỉ lấy tài liệu ban hành đến hết ngày này (2025-06-30 hoặc 30/06/2025)",
    )  # fmt: skip


def _add_outputs(parser: argparse.ArgumentParser, fields: str) -> None:
    parser.add_argument("--json", action="store_true", help="in một đối tượng JSON")
    parser.add_argument(
        "--batch", type=Path, metavar="VÀO.jsonl",
        help=f"mỗi dòng một đối tượng JSON ({fields}); - là đầu vào chuẩn",
    )  # fmt: skip
    parser.add_argument(
        "--out", type=Path, metavar="RA.jsonl", help="nơi ghi kết quả (mặc định: đầu ra chuẩn)"
    )


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help with a Vietnamese usage line."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "cách dùng: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one Vietnamese line."""

    def __init__(self, **options: Any) -> None:
        options.update(add_help=False, allow_abbrev=False, formatter_class=_Formatter)
        super().__init__(**options)
        self._positionals.title = "tham số"
        self._optionals.title = "lựa chọn"
        self.add_argument("-h", "--help", action="help", help="in trợ giúp này rồi thoát")

    def error(self, message: str) -> NoReturn:
        for pattern, template in _MESSAGES:
            if match := re.fullmatch(pattern, message):
                message = template.format(*match.groups())
                break
        raise UsageError(f"{message}. Xem: {self.prog} --help")


class _Version(argparse.Action):
    def __init__(self, option_strings: Sequence[str], dest: str, help: str | None = None) -> None:
        super().__init__(option_strings, dest, nargs=0, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import PackageNotFoundError, version

        try:
            found = version("tro-ly-chinh-sach")
        except PackageNotFoundError:  # run from the sources without installing
            found = "chưa cài đặt"
        sys.stdout.write(f"chinhsach {found}\n")
        parser.exit()


def _positive(text: str) -> int:
    value = int(text) if text.isascii() and text.isdecimal() else 0
    if not value:
        raise argparse.ArgumentTypeError(f"“{text}” không phải số nguyên dương")
    return value


def _port(text: str) -> int:
    value = _positive(text)
    if value > 65_535:
        raise argparse.ArgumentTypeError(f"“{text}” không phải cổng từ 1 đến 65535")
    return value


def _day(text: str) -> date:
    """Return the day of ``2025-06-30`` or ``30/06/2025``."""
    iso = re.fullmatch(r"(\d{4})-(\d\d?)-(\d\d?)", text.strip(), re.ASCII)
    local = re.fullmatch(r"(\d\d?)[/.-](\d\d?)[/.-](\d{4})", text.strip(), re.ASCII)
    parts = iso.groups() if iso else local.groups()[::-1] if local else None
    try:
        if parts:
            return date(*map(int, parts))
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"“{text}” không phải ngày, như 2025-06-30 hoặc 30/06/2025")
