"""``python -m evals legacy [DIR]``: text of legacy fonts against transcripts.

The folder holds ``files/`` and ``truth/`` (a .txt for each file, by name without its ending) and
``PROVENANCE.md`` with the encoding of each file, as the corpus of TrizenX/viparse-corpus does,
whose ``METRIC.md`` defines the measures: of the letters that bear a mark in the transcript, the
share that comes out exactly (the headline), the share of characters, and that of syllables.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path

from assistant.cli_progress import ProgressLine
from assistant.config import Config
from assistant.documents import SourceFile, read_file
from assistant.errors import UsageError
from evals.corpora import shared_folder

__all__ = ["Score", "main", "measure", "score"]

Reader = Callable[[Path], str]

_ROW = re.compile(r"\|\s*`([^`]+)`\s*\|(?:[^|]*\|){4}\s*([^|]*?)\s*\|")


@dataclass(frozen=True, slots=True)
class Score:
    """How much of one transcript a reader gave, in counts.

    Attributes:
        marked: Letters with a mark in the transcript.
        exact: Those that came out exactly.
        any_case: Those that came out in either case: transcripts made with a table have small
            letters where a font of capitals (.VnTimeH) shows capitals.
        characters: Characters of the transcript.
        matched: Those that came out exactly.
        syllables: Words of the transcript.
        whole: Those that came out exactly.
        failed: Whether the file could not be read at all.
    """

    marked: int
    exact: int = 0
    any_case: int = 0
    characters: int = 0
    matched: int = 0
    syllables: int = 0
    whole: int = 0
    failed: bool = False


@dataclass(frozen=True, slots=True)
class _Measured:
    name: str
    encoding: str
    score: Score
    seconds: float
    reason: str


def main(arguments: Sequence[str]) -> int:
    """Read all files of a folder, and print the table; 1 where a file could not be read.

    Raises:
        UsageError: The folder is not of that form.
    """
    parser = argparse.ArgumentParser(prog="python -m evals legacy", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, metavar="DIR")
    parser.add_argument("--files", action="store_true", help="print each file as well")
    parser.add_argument("--no-peer", action="store_true", help="do not run viparse beside")
    options = parser.parse_args(list(arguments))
    folder = options.folder or shared_folder() / "documents" / "legacy"
    measured = measure(folder, _read_with_ours)
    sys.stdout.write(_table("chinhsach", measured, files=options.files))
    peer = None if options.no_peer else _peer()
    if peer:
        sys.stdout.write("\n" + _table(peer[0], measure(folder, peer[1]), files=options.files))
    return int(any(one.score.failed for one in measured))


def measure(folder: Path, reader: Reader) -> list[_Measured]:
    """Read every file of a folder and compare it with its transcript.

    Args:
        folder: Folder with ``files/`` and ``truth/``.
        reader: Returns the text of a file; whatever it raises is counted as a failure.

    Raises:
        UsageError: The folder is not of that form.
    """
    files = sorted((folder / "files").glob("*")) if (folder / "truth").is_dir() else []
    if not files:
        raise UsageError(f"{folder}: cần thư mục files/ và truth/. Hãy chỉ thư mục khác.")
    encodings = _encodings(folder)
    measured: list[_Measured] = []
    with ProgressLine(sys.stderr) as progress:
        for done, file in enumerate(files):
            progress("đọc", done, len(files))
            truth = (folder / "truth" / f"{file.stem}.txt").read_text(encoding="utf-8")
            begin, reason = time.perf_counter(), ""
            try:
                made = score(reader(file), truth)
            except Exception as error:  # a reader that fails on a file is what is measured
                made, reason = _failure(truth), f"{type(error).__name__}: {error}"
            seconds = time.perf_counter() - begin
            encoding = encodings.get(file.name, "?")
            measured.append(_Measured(file.name, encoding, made, seconds, reason))
    return measured


def score(text: str, truth: str) -> Score:
    """Compare what a reader gave with a transcript.

    Both are put into NFC with white space collapsed, and aligned by their base letters: first
    by words, then by characters where the words differ.
    """
    text, truth = _plain(text), _plain(truth)
    pairs = list(_aligned(truth, text))
    same = [(a, b) for a, b in pairs if a == b]
    marked = [(a, b) for a, b in pairs if _is_marked(a)]
    given = SequenceMatcher(None, truth.split(), text.split(), autojunk=False)
    return Score(
        marked=sum(map(_is_marked, truth)),
        exact=sum(a == b for a, b in marked),
        any_case=sum(a.lower() == b.lower() for a, b in marked),
        characters=len(truth),
        matched=len(same),
        syllables=len(truth.split()),
        whole=sum(block.size for block in given.get_matching_blocks()),
    )


def _failure(truth: str) -> Score:
    plain = _plain(truth)
    return Score(
        marked=sum(map(_is_marked, plain)),
        characters=len(plain),
        syllables=len(plain.split()),
        failed=True,
    )


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


@lru_cache(maxsize=4096)
def _base(char: str) -> str:
    if char in "đĐ":
        return "d"
    decomposed = unicodedata.normalize("NFD", char)
    letters = [part for part in decomposed if unicodedata.category(part) != "Mn"]
    return (letters[0] if letters else char).lower()


@lru_cache(maxsize=4096)
def _is_marked(char: str) -> bool:
    decomposed = unicodedata.normalize("NFD", char)
    return char in "đĐ" or any(unicodedata.category(part) == "Mn" for part in decomposed)


def _aligned(truth: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield the pairs of characters that stand at the same place of both."""
    first, second = _words(truth), _words(text)
    keys = [["".join(map(_base, word)) for word in words] for words in (first, second)]
    matcher = SequenceMatcher(None, keys[0], keys[1], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        left, right = "".join(first[a:b]), "".join(second[c:d])
        if kind == "equal":
            yield from zip(left, right, strict=True)
        elif left and right:
            bases = ["".join(map(_base, side)) for side in (left, right)]
            inner = SequenceMatcher(None, bases[0], bases[1], autojunk=False)
            for block in inner.get_matching_blocks():
                yield from zip(
                    left[block.a : block.a + block.size],
                    right[block.b : block.b + block.size],
                    strict=True,
                )


def _words(text: str) -> list[str]:
    return re.findall(r"\S+ ?", text)


def _encodings(folder: Path) -> dict[str, str]:
    provenance = folder / "PROVENANCE.md"
    if not provenance.is_file():
        return {}
    rows = (_ROW.match(line) for line in provenance.read_text(encoding="utf-8").splitlines())
    return {row.group(1): row.group(2) for row in rows if row}


def _read_with_ours(file: Path) -> str:
    (document,) = read_file(SourceFile(file.parent, file.name, file), Config())
    return document.text


def _peer() -> tuple[str, Reader] | None:
    """Return name and reader of viparse, the best published tool; None where it is missing."""
    try:
        import viparse
    except ImportError:
        return None

    def read(file: Path) -> str:
        return "\n".join(str(part.text) for part in viparse.load(file, encoding="auto"))

    return f"viparse {viparse.__version__}", read


def _table(name: str, measured: Sequence[_Measured], *, files: bool) -> str:
    groups: dict[str, list[_Measured]] = {}
    for one in measured:
        groups.setdefault(Path(one.name).suffix, []).append(one)
    for encoding in sorted({one.encoding for one in measured}):
        groups[encoding] = [one for one in measured if one.encoding == encoding]
    groups["all"] = list(measured)
    head = ("marks", "any case", "characters", "syllables")
    lines = [f"{name:24}{'files':>6}{'failed':>8}" + "".join(f"{word:>12}" for word in head)]
    if files:
        lines += [_line(one.name[:23], [one]) + f"  {one.reason}" for one in measured]
    lines += [_line(key, some) for key, some in groups.items()]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _line(name: str, some: Sequence[_Measured]) -> str:
    scores = [one.score for one in some]
    shares = (
        (sum(one.exact for one in scores), sum(one.marked for one in scores)),
        (sum(one.any_case for one in scores), sum(one.marked for one in scores)),
        (sum(one.matched for one in scores), sum(one.characters for one in scores)),
        (sum(one.whole for one in scores), sum(one.syllables for one in scores)),
    )
    cells = "".join(f"{part / max(1, whole):12.4f}" for part, whole in shares)
    return f"{name:24}{len(some):6}{sum(one.failed for one in scores):8}{cells}"
