"""What of a transcript came out: marks, case, moved text, and files that failed."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import UsageError
from evals.__main__ import main
from evals.legacy import measure, score

TRUTH = "Bộ Tài chính ban hành Quyết định"


def test_marks_count_and_nothing_else() -> None:
    whole = score("  Bộ Tài\nchính ban hành Quyết định ", TRUTH)
    assert (whole.marked, whole.exact, whole.any_case) == (7, 7, 7)
    assert (whole.matched, whole.characters) == (len(TRUTH), len(TRUTH))
    assert (whole.whole, whole.syllables) == (7, 7)


def test_text_without_marks_scores_nothing() -> None:
    bare = score("Bo Tai chinh ban hanh Quyet dinh", TRUTH)
    assert (bare.exact, bare.any_case, bare.moved) == (0, 0, 0)
    assert bare.matched == len(TRUTH) - 7


def test_capitals_are_told_from_wrong_marks() -> None:
    capitals = score(TRUTH.upper(), TRUTH)
    assert (capitals.exact, capitals.any_case) == (0, 7)
    wrong = score("Bổ Tài chính ban hành Quyết định", TRUTH)
    assert (wrong.exact, wrong.any_case) == (6, 6)


def test_moved_text_is_found_where_it_went() -> None:
    moved = score("Quyết định Bộ Tài chính ban hành", TRUTH)
    assert moved.any_case < 7
    assert moved.moved == 7
    assert score("ban hành", TRUTH).moved == 1


def test_a_file_that_cannot_be_read_is_a_failure(tmp_path: Path) -> None:
    for folder, name, text in (
        ("files", "a.txt", TRUTH),
        ("files", "b.rtf", "{\\rtf1 }"),
        ("truth", "a.txt", TRUTH),
        ("truth", "b.txt", TRUTH),
    ):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / name).write_text(text, encoding="utf-8")
    (tmp_path / "PROVENANCE.md").write_text(
        "| `a.txt` | url | 2004 | mof | law | tcvn3 | ready | x |\n", encoding="utf-8"
    )

    def read(file: Path) -> str:
        if file.suffix == ".rtf":
            raise ValueError("hỏng")
        return file.read_text(encoding="utf-8")

    measured = measure(tmp_path, read)
    assert [(one.name, one.encoding, one.score.failed) for one in measured] == [
        ("a.txt", "tcvn3", False),
        ("b.rtf", "?", True),
    ]
    assert measured[1].reason == "ValueError: hỏng"
    assert main(["legacy", str(tmp_path), "--no-peer"]) == 1


def test_a_folder_of_another_form_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="truth/"):
        measure(tmp_path, lambda file: "")
    assert main(["legacy", str(tmp_path)]) == 2


def test_real_files_come_out_with_their_marks(shared: Path) -> None:
    import evals.legacy as legacy

    folder = shared / "documents/legacy"
    for name, least in (("2004-A3.rtf", 1.0), ("2004-duanLD9820.doc", 0.99)):
        truth = (folder / "truth" / f"{Path(name).stem}.txt").read_text(encoding="utf-8")
        made = score(legacy._read_with_ours(folder / "files" / name), truth)
        assert made.moved / made.marked >= least
