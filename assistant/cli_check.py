"""The command ``check``: a claim, an article or a file held against the documents."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.cli_json import dump, verdict_record
from assistant.cli_progress import ProgressLine
from assistant.cli_text import say, verdict_text
from assistant.errors import ReadError, UsageError
from assistant.schema import Filters, Judgement

if TYPE_CHECKING:
    from assistant.assistant import Assistant

__all__ = ["check_one"]

STDIN = Path("-")


def check_one(args: argparse.Namespace, assistant: Assistant, filters: Filters) -> bool:
    """Check the claim or the file that was named, and print the note on it.

    Returns:
        Whether the documents settle any of it.

    Raises:
        ReadError: The file cannot be read.
        UsageError: There is nothing in it to check, or too much.
    """
    claim = _article_text(args.file, assistant) if args.file else " ".join(args.text)
    with ProgressLine(sys.stderr) as progress:
        verdict = assistant.check(claim, filters=filters, language=args.lang, progress=progress)
    if args.claim_review:
        from assistant.answering import Publication, claim_reviews

        publication = Publication(args.review_author, args.review_url, args.article_url)
        reviews = claim_reviews(verdict, publication, args.lang)
        say(json.dumps(reviews, ensure_ascii=False, indent=2))
    elif args.json:
        say(dump(verdict_record(None, claim, verdict), indent=2))
    else:
        say(verdict_text(verdict, args.lang))
    return verdict.judgement is not Judgement.NOT_ENOUGH


def _article_text(path: Path, assistant: Assistant) -> str:
    """Return the text of a file without what surrounds it on a page; ``-`` is standard input.

    Raises:
        ReadError: The file cannot be read.
        UsageError: It holds many documents.
    """
    from assistant.documents import discover, read_file

    if path == STDIN:
        with tempfile.TemporaryDirectory(prefix="chinhsach-check-") as folder:
            typed = Path(folder) / "stdin.txt"
            typed.write_bytes(sys.stdin.buffer.read())
            return _article_text(typed, assistant)
    files, skipped = discover(path)
    if skipped:
        raise ReadError(f"{path}: {skipped[0].reason}")
    if len(files) != 1:
        raise UsageError(f"{path}: --file cần đúng một tệp. Hãy chỉ ra tệp bài viết.")
    documents = read_file(files[0], assistant.reader.config)
    if len(documents) != 1:
        raise UsageError(f"{path}: tệp chứa nhiều tài liệu. Hãy dùng --batch.")
    return documents[0].text
