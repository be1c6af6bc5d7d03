"""One corpus, measured: asked, searched, and asked again under other conditions."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.corpora import opened, settings, shared_folder
from evals.questions import Gold
from evals.reports import Documents, Measured
from evals.robustness import SPELLINGS, Variation, put_otherwise, write_foreign
from evals.running import Asked, Progress, ask_all, silent
from evals.trivial import trivial_rows

__all__ = ["ARTICLES", "Conditions", "measure"]

ARTICLES = "training/law-articles.jsonl.xz"
"""Where the foreign documents lie in the shared data."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """How a corpus is measured.

    Attributes:
        config: A file of settings; the defaults when None.
        robustness: Whether the questions are asked again in other spellings.
        foreign: With ``robustness``, how many foreign passages are added, each time anew.
    """

    config: Path | None = None
    robustness: bool = False
    foreign: Sequence[int] = ()


def measure(
    corpus: str,
    asked: Sequence[Gold],
    folder: Path,
    conditions: Conditions,
    progress: Progress = silent,
    say: Callable[[str], None] = lambda line: None,
) -> Measured:
    """Index a corpus, ask its questions, and say what was right.

    Args:
        corpus: Its name.
        asked: Its questions.
        folder: Its documents.
        conditions: How to measure.
        progress: Told the stage, the steps done and all its steps.
        say: Told in one line what is left out.
    """
    with opened([folder], conditions.config, progress) as assistant:
        results = ask_all(asked, assistant, progress)
        trivial = trivial_rows(results, assistant, assistant.documents())
        documents = Documents.of(assistant)
        variations = list(_spellings(asked, assistant, progress)) if conditions.robustness else []
    if conditions.robustness:
        variations += _foreign(asked, folder, conditions, progress, say)
    return Measured(corpus, documents, results, trivial, variations)


def _spellings(asked: Sequence[Gold], assistant: Asked, progress: Progress) -> Iterator[Variation]:
    for name, spell in SPELLINGS.items():
        yield Variation(name, ask_all(put_otherwise(asked, spell), assistant, progress))


def _foreign(
    asked: Sequence[Gold],
    folder: Path,
    conditions: Conditions,
    progress: Progress,
    say: Callable[[str], None],
) -> Iterator[Variation]:
    articles = shared_folder() / ARTICLES
    if not articles.is_file():
        say(
            f"Bỏ qua phép thử với tài liệu lạ: không có {articles}. "
            "Hãy đặt CHINHSACH_SHARED tới thư mục dữ liệu."
        )
        return
    chars = settings(conditions.config).passage_chars
    for count in conditions.foreign:
        with tempfile.TemporaryDirectory(prefix="chinhsach-eval-") as made:
            added = write_foreign(articles, count, chars, Path(made))
            with opened([folder, added], conditions.config, progress) as assistant:
                yield Variation(f"+{count} foreign", ask_all(asked, assistant, progress))
