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
from collections.abc import Callable, Sequence
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

_ROUNDS = 3
_SLIP = 30
"""Words; stretches that differ more in length are other text, not the same spelt otherwise."""
_KEEPS_DELETED = "2004-1ED4D_Francois_Godement-Thoikyquado.doc"
"""Its transcript holds what its author had deleted, with changes tracked, beside what stands."""
_ROW = re.compile(r"\|\s*`([^`]+)`\s*\|(?:[^|]*\|){4}\s*([^|]*?)\s*\|")


@dataclass(frozen=True, slots=True)
class Score:
    """How much of one transcript a reader gave, in counts.

    Attributes:
        marked: Letters with a mark in the transcript.
        exact: Those that came out exactly.
        any_case: Those that came out in either case: transcripts made with a table have small
            letters where a font of capitals (.VnTimeH) shows capitals.
        moved: Those that came out in either case and anywhere: footnotes, text boxes and heads
            of columns stand elsewhere in a transcript that only follows the bytes.
        characters: Characters of the transcript.
        matched: Those that came out exactly.
        syllables: Words of the transcript.
        whole: Those that came out exactly.
        failed: Whether the file could not be read at all.
    """

    marked: int
    exact: int = 0
    any_case: int = 0
    moved: int = 0
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
    first, second = _words(truth), _words(text)
    pairs, first, second = _aligned(first, second)
    marked = [(a, b) for a, b in pairs if _is_marked(a)]
    any_case = sum(a.lower() == b.lower() for a, b in marked)
    moved = any_case
    for _ in range(_ROUNDS):  # what is left of both may be the same text at another place
        more, first, second = _aligned(first, second)
        moved += sum(a.lower() == b.lower() for a, b in more if _is_marked(a))
    given = SequenceMatcher(None, truth.split(), text.split(), autojunk=False)
    return Score(
        marked=sum(map(_is_marked, truth)),
        exact=sum(a == b for a, b in marked),
        any_case=any_case,
        moved=moved,
        characters=len(truth),
        matched=sum(a == b for a, b in pairs),
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


def _aligned(
    truth: list[str], text: list[str]
) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    """Align the words of both, and their letters where words differ.

    Returns:
        Pairs of characters that stand at the same place, and the words of each that have none.
    """
    pairs: list[tuple[str, str]] = []
    left: list[str] = []
    right: list[str] = []
    keys = [["".join(map(_base, word.strip())) for word in words] for words in (truth, text)]
    matcher = SequenceMatcher(None, keys[0], keys[1], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        first, second = truth[a:b], text[c:d]
        if kind == "equal":
            pairs += [
                pair
                for one, other in zip(first, second, strict=True)
                for pair in zip(one, other.ljust(len(one)), strict=False)
            ]
        elif first and second and abs(len(first) - len(second)) <= _SLIP:
            pairs += _aligned_letters("".join(first), "".join(second))
        else:
            left += first
            right += second
    return pairs, left, right


def _aligned_letters(truth: str, text: str) -> list[tuple[str, str]]:
    bases = ["".join(map(_base, side)) for side in (truth, text)]
    blocks = SequenceMatcher(None, bases[0], bases[1], autojunk=False).get_matching_blocks()
    return [
        pair
        for block in blocks
        for pair in zip(
            truth[block.a : block.a + block.size], text[block.b : block.b + block.size], strict=True
        )
    ]


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
        return "\n".join(
            str(part.text) for part in viparse.load(file, output="text", encoding="auto")
        )

    return f"viparse {viparse.__version__}", read


def _table(name: str, measured: Sequence[_Measured], *, files: bool) -> str:
    groups: dict[str, list[_Measured]] = {}
    for one in measured:
        groups.setdefault(Path(one.name).suffix, []).append(one)
    for encoding in sorted({one.encoding for one in measured}):
        groups[encoding] = [one for one in measured if one.encoding == encoding]
    groups["all"] = list(measured)
    groups["all but deleted text"] = [one for one in measured if one.name != _KEEPS_DELETED]
    head = ("marks", "any case", "moved too", "characters", "syllables")
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
        (sum(one.moved for one in scores), sum(one.marked for one in scores)),
        (sum(one.matched for one in scores), sum(one.characters for one in scores)),
        (sum(one.whole for one in scores), sum(one.syllables for one in scores)),
    )
    cells = "".join(f"{part / max(1, whole):12.4f}" for part, whole in shares)
    return f"{name:24}{len(some):6}{sum(one.failed for one in scores):8}{cells}"
