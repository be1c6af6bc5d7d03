"""What each command does, by the command's name; all take the parsed arguments.

Each returns the exit code: 0 when there is a result, 1 when nothing was found.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.batch import answer_line, claim_line, run_batch, search_line
from assistant.cli_check import check_one
from assistant.cli_figures import run_figures
from assistant.cli_json import (
    answer_record,
    dump,
    passage_record,
    search_record,
)
from assistant.cli_progress import ProgressLine
from assistant.cli_servers import run_evals, serve_app
from assistant.cli_text import (
    answer_text,
    change_text,
    converted_text,
    hits_text,
    passage_text,
    say,
    skipped_text,
)
from assistant.errors import UsageError
from assistant.schema import Answer, Document, Filters, Hit, Status

if TYPE_CHECKING:
    from assistant.answering import ChatModel
    from assistant.assistant import Assistant

__all__ = ["app", "ask", "check", "eval", "figures", "index", "search", "show", "status"]

FOUND = 0
NOT_FOUND = 1
BAD_LINES = 2


def index(args: argparse.Namespace) -> int:
    """Build the index, or bring it up to date, and say what was read and what was not."""
    from assistant.config import load_config
    from assistant.indexing.build import build_index
    from assistant.indexing.jobs import JobWriter
    from assistant.indexing.reader import IndexReader
    from assistant.indexing.uploads import Uploads

    uploads = Uploads.of(args.index)
    with ProgressLine(sys.stderr) as shown, JobWriter(args.index) as job:

        def progress(stage: str, done: int, total: int) -> None:
            shown(stage, done, total)
            job(stage, done, total)

        reports = []
        signature = None
        while signature != uploads.signature():  # what is uploaded meanwhile is not left waiting
            signature = uploads.signature()
            report = build_index(
                [*args.paths, *uploads.sources()],
                args.index,
                load_config(),
                jobs=args.jobs,
                progress=progress,
                corrections=uploads.corrections(),
            )
            reports.append(report)
        added, changed, removed = (
            sum(getattr(one, name) for one in reports) for name in ("added", "changed", "removed")
        )
        counts = (added, changed, removed, reports[0].unchanged)
        job.finish(counts, args.paths)
    say(
        f"Chỉ mục {args.index}: {report.documents} tài liệu, {report.passages} đoạn"
        f" ({sum(one.seconds for one in reports):.1f} giây)"
    )
    say("Thêm {}, đổi {}, bớt {}, giữ nguyên {}".format(*counts))
    library = IndexReader.open(args.index).library
    for line in converted_text(library.converted()):
        say(line)
    skipped = library.skipped()
    if skipped:
        say(f"Bỏ qua {len(skipped)}:")
        say("\n".join(skipped_text(skipped)))
    return FOUND


def ask(args: argparse.Namespace) -> int:
    """Answer one question, or each of a batch."""
    _check_inputs(args)
    if args.batch and args.history:
        raise UsageError(
            "--history không đi cùng --batch."
            ' Hãy ghi câu hỏi trước vào trường "history" của từng dòng.'
        )
    assistant = _open(args)
    filters, model = _filters(args, assistant), _chat_model(args.llm)

    def answer(question: str, history: list[str]) -> Answer:
        return assistant.ask(
            question,
            history=history,
            filters=filters,
            language=args.lang,
            model=model,
            notice=_tell,
        )

    if args.batch:
        return _run_batch(args, lambda given: answer_line(given, answer))
    question = " ".join(args.text)
    found = answer(question, args.history)
    if args.json:
        say(dump(answer_record(None, question, found), indent=2))
    else:
        say(answer_text(found, _with_documents(assistant, found.nearest), args.lang))
    return NOT_FOUND if found.status is Status.NOT_FOUND else FOUND


def check(args: argparse.Namespace) -> int:
    """Check one claim, an article in a file, or each claim of a batch."""
    _check_inputs(args)
    assistant = _open(args)
    filters = _filters(args, assistant)
    if args.batch:
        return _run_batch(
            args,
            lambda given: claim_line(
                given, lambda claim: assistant.check(claim, filters=filters, language=args.lang)
            ),
        )
    return FOUND if check_one(args, assistant, filters) else NOT_FOUND


def search(args: argparse.Namespace) -> int:
    """Find passages for one query, or for each of a batch."""
    _check_inputs(args)
    assistant = _open(args)
    filters = _filters(args, assistant)

    def find(query: str) -> list[tuple[Hit, Document]]:
        return _with_documents(assistant, assistant.search(query, k=args.k, filters=filters))

    if args.batch:
        return _run_batch(args, lambda given: search_line(given, find))
    query = " ".join(args.text)
    found = find(query)
    if args.json:
        say(dump(search_record(None, query, found), indent=2))
    elif found:
        say(hits_text(found))
    else:
        say("Không có đoạn nào. Hãy bớt từ khoá hoặc bớt giới hạn tài liệu.")
    return FOUND if found else NOT_FOUND


def figures(args: argparse.Namespace) -> int:
    """Print the table of figures or of tasks, or write it to files."""
    return FOUND if run_figures(args) else NOT_FOUND


def show(args: argparse.Namespace) -> int:
    """Print one passage in full."""
    document, passage = _open(args).passage(args.passage_id)
    if args.json:
        say(dump(passage_record(document, passage), indent=2))
    else:
        say(passage_text(document, passage))
    return FOUND


def status(args: argparse.Namespace) -> int:
    """Say what the index holds, how it was built, and what it skipped."""
    from assistant.indexing.reader import IndexReader

    if args.changes:
        return _changes(args)
    reader = IndexReader.open(args.index)
    manifest, skipped = reader.manifest, reader.library.skipped()
    kinds: dict[str, int] = {}
    for card in reader.library.cards():
        kinds[card.kind or "không rõ"] = kinds.get(card.kind or "không rõ", 0) + 1
    kinds = dict(sorted(kinds.items(), key=lambda item: (-item[1], item[0])))
    if args.json:
        record = {
            "index": str(args.index),
            "digest": manifest.digest,
            "config": reader.config.digest(),
            "encoder": manifest.encoder,
            "created": manifest.created,
            "documents": manifest.documents,
            "passages": manifest.passages,
            "kinds": kinds,
            "skipped": [{"path": one.path, "reason": one.reason} for one in skipped],
        }
        say(dump(record, indent=2))
        return FOUND
    say(f"Chỉ mục {args.index}: {manifest.documents} tài liệu, {manifest.passages} đoạn")
    say(f"Loại: {', '.join(f'{kind} {count}' for kind, count in kinds.items())}")
    say(f"Bộ mã hoá: {manifest.encoder or 'không dùng'}; lập lúc {manifest.created}")
    for line in converted_text(reader.library.converted()):
        say(line)
    say(f"Dấu vân: {manifest.digest}")
    say(f"Bỏ qua {len(skipped)}" + (":" if skipped else ""))
    if skipped:
        say("\n".join(skipped_text(skipped)))
    return FOUND


def _changes(args: argparse.Namespace) -> int:
    """Print the log of changes of a shared machine."""
    from dataclasses import asdict

    from assistant.indexing.change_log import ChangeLog, changes_file

    changes = ChangeLog(changes_file(args.index)).all()
    for change in changes:
        say(dump(asdict(change)) if args.json else change_text(change))
    if not changes and not args.json:
        say("Chưa có thay đổi nào được ghi.")
    return FOUND


def eval(args: argparse.Namespace) -> int:
    """Measure on the questions of the source checkout."""
    return run_evals(args.rest)


def app(args: argparse.Namespace) -> int:
    """Serve the pages to this machine alone."""
    from assistant.indexing.reader import IndexReader

    IndexReader.open(args.index)  # whatever is wrong with it is told here, not in the page
    return serve_app(args.index, args.port, say)


def _open(args: argparse.Namespace) -> Assistant:
    from assistant.assistant import Assistant

    return Assistant.open(args.index)


def _check_inputs(args: argparse.Namespace) -> None:
    """Check that there is one thing to do, before the index is opened for it."""
    if args.batch and args.text:
        raise UsageError("--batch không đi cùng câu hỏi trên dòng lệnh. Hãy bỏ một trong hai.")
    article = getattr(args, "file", None)
    if article and (args.batch or args.text):
        raise UsageError("--file không đi cùng --batch hay nhận định gõ sẵn. Hãy bỏ một trong hai.")
    if args.batch and getattr(args, "claim_review", False):
        raise UsageError("--claim-review không đi cùng --batch. Hãy bỏ một trong hai.")
    if not args.batch and not args.text and not article:
        raise UsageError(f'thiếu nội dung. Hãy gõ: chinhsach {args.command} "…" hoặc dùng --batch.')
    if args.out and not args.batch:
        raise UsageError("--out chỉ đi cùng --batch. Hãy thêm --batch hoặc bỏ --out.")


def _filters(args: argparse.Namespace, assistant: Assistant) -> Filters:
    return Filters(
        kinds=_known_kinds(args.kind, assistant) if args.kind else (),
        places=tuple(args.place),
        years=tuple(args.year),
        as_of=args.as_of,
    )


def _known_kinds(given: list[str], assistant: Assistant) -> tuple[str, ...]:
    """Return kinds as the index spells them, so that “nghi quyet” is good enough.

    Raises:
        UsageError: No document is of such a kind.
    """
    from assistant.vietnamese.normalise import fold

    kinds = sorted({card.kind for card in assistant.reader.library.cards() if card.kind})
    by_folded = {fold(kind): kind for kind in kinds}
    for kind in given:
        if fold(kind.strip()) not in by_folded:
            raise UsageError(
                f"--kind {kind}: không có tài liệu loại này."
                f" Hãy chọn trong: {', '.join(kinds) or 'không có loại nào'}."
            )
    return tuple(by_folded[fold(kind.strip())] for kind in given)


def _chat_model(spec: str | None) -> ChatModel | None:
    if spec is None:
        return None
    from assistant.langchain_adapters import chat_model

    return chat_model(spec)


def _with_documents(
    assistant: Assistant, hits: list[Hit] | tuple[Hit, ...]
) -> list[tuple[Hit, Document]]:
    return [(hit, assistant.document(hit.passage.document_id)) for hit in hits]


def _run_batch(args: argparse.Namespace, handle: Callable[[dict[str, Any]], dict[str, Any]]) -> int:
    content = _read_batch(args.batch)
    with ProgressLine(sys.stderr) as progress:
        if args.out is None:
            report = run_batch(content, handle, sys.stdout.write, progress)
        else:
            if args.out.exists() and args.batch.exists() and args.out.samefile(args.batch):
                raise UsageError(f"{args.out}: vừa là đầu vào vừa là đầu ra. Hãy đổi --out.")
            with args.out.open("w", encoding="utf-8", newline="\n") as sink:
                report = run_batch(content, handle, sink.write, progress)
    if report.bad:
        sys.stderr.write(
            f"chinhsach: {report.bad}/{report.lines} dòng lỗi."
            ' Hãy xem trường "error" trong kết quả.\n'
        )
    return BAD_LINES if report.bad else FOUND


def _read_batch(path: Path) -> bytes:
    return sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()


def _tell(text: str) -> None:
    sys.stderr.write(f"chinhsach: {text}\n")
