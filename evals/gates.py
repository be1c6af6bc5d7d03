"""The gates: shares, losses and questions that keep a change from being taken in."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from assistant.errors import UsageError
from evals.comparing import Outcomes, compared, outcomes
from evals.running import Result

__all__ = [
    "BASELINE_FILE",
    "GATE_FILE",
    "MUST_PASS_FILE",
    "accept",
    "below_baseline",
    "below_gate",
    "load_baseline",
    "load_gate",
    "load_must_pass",
    "must_pass_failures",
]

_FOLDER = Path(__file__).resolve().parent
GATE_FILE = _FOLDER / "gate.json"
"""Lowest shares, by corpus."""

BASELINE_FILE = _FOLDER / "baseline.json"
"""What was right of each question for development when the baseline was last accepted."""

MUST_PASS_FILE = _FOLDER / "must-pass.txt"
"""Questions that no change may get wrong."""

# A gate's name, the measure that it holds, and whether the measure counts the contrary.
_GATED = {
    "short": ("short", False),
    "evidence": ("evidence", False),
    "unanswerable": ("missed", True),
}
_DEFAULT = {"short": 0.85, "evidence": 0.95, "unanswerable": 0.85}
_COMPARED = ("answer", "evidence", "refused", "missed", "valid")


def load_gate(path: Path = GATE_FILE) -> dict[str, dict[str, float]]:
    """Return the lowest shares allowed, by corpus and then by name.

    Raises:
        UsageError: The file cannot be read or names an unknown measure.
    """
    gate = _read_json(path)
    for corpus, lowest in gate.items():
        for name, value in lowest.items():
            if name not in _GATED or not isinstance(value, int | float) or not 0 <= value <= 1:
                raise UsageError(
                    f"{path}: ngưỡng “{name}” của “{corpus}” không hợp lệ. "
                    f"Chọn trong {', '.join(_GATED)}, giá trị từ 0 đến 1."
                )
    return {corpus: dict(lowest) for corpus, lowest in gate.items()}


def below_gate(
    results: Sequence[Result], corpus: str, gate: Mapping[str, Mapping[str, float]]
) -> list[str]:
    """Return a line for each share of a corpus that is below its gate.

    The point estimate over the ``dev`` split is compared, not the interval: the aim is a
    share that is reached, and a gate on the other splits would be tuning on them. A measure
    that applies to no question is not held to anything.
    """
    lines: list[str] = []
    for name, lowest in {**_DEFAULT, **gate.get(corpus, {})}.items():
        measure, contrary = _GATED[name]
        values = [one.get(measure) for one in outcomes(_for_development(results)).values()]
        found = [value for value in values if value is not None]
        if not found:
            continue
        value = sum(found) / len(found)
        value = 1 - value if contrary else value
        if value < lowest:
            lines.append(f"Dưới ngưỡng: {corpus}: {name} {100 * value:.1f}% < {100 * lowest:.1f}%")
    return lines


# --- against the baseline -----------------------------------------------------------------


def load_baseline(path: Path = BASELINE_FILE) -> Outcomes:
    """Return the accepted outcomes by question; none where there is no file.

    Raises:
        UsageError: The file cannot be read.
    """
    return _read_json(path)


def below_baseline(results: Sequence[Result], corpus: str, baseline: Outcomes) -> list[str]:
    """Return a line for each measure of a corpus that is worse than the baseline.

    Worse is more than chance: the whole paired 95% interval of the difference, over the
    questions for development that are in both, lies on the wrong side of 0.
    """
    lines: list[str] = []
    after = outcomes(_for_development(results))
    for measure in _COMPARED:
        found = compared(baseline, after, measure)
        if found and found.is_loss:
            low, high = (100 * bound for bound in found.bounds)
            lines.append(
                f"Kém mốc đã nhận: {corpus}: {measure} {100 * found.value:+.1f} điểm "
                f"[{low:+.1f}, {high:+.1f}]. Nếu chấp nhận, hãy chạy lại với --accept."
            )
    return lines


def accept(results: Sequence[Result], known: Sequence[str], path: Path = BASELINE_FILE) -> int:
    """Write what is right now as the baseline; a question that was not asked stays as it was.

    Args:
        results: What was asked.
        known: Ids of all questions; of others nothing stays.
        path: The file, a line a question, in order of ids.

    Returns:
        How many questions the baseline holds.

    Raises:
        UsageError: The file cannot be read or written.
    """
    kept = {key: dict(one) for key, one in load_baseline(path).items() if key in set(known)}
    for key, one in outcomes(_for_development(results)).items():
        kept[key] = {name: int(value) for name in _COMPARED if (value := one[name]) is not None}
    lines = [f"{json.dumps(key)}: {json.dumps(kept[key])}" for key in sorted(kept)]
    try:
        path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path}: không ghi được ({error}). Hãy kiểm tra quyền ghi.") from error
    return len(kept)


# --- questions that must pass -------------------------------------------------------------


def load_must_pass(path: Path = MUST_PASS_FILE) -> dict[str, str]:
    """Return why each question must pass, by id: ``id  # why`` a line.

    Raises:
        UsageError: The file cannot be read.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: không đọc được ({error}). Hãy sửa tệp này.") from error
    pairs = (line.partition("#") for line in lines)
    return {key.strip(): why.strip() for key, _, why in pairs if key.strip()}


def must_pass_failures(results: Sequence[Result], must_pass: Mapping[str, str]) -> list[str]:
    """Return a line for each question that was asked, had to be right and is not."""
    return [
        f"Phải đúng mà sai: {result.gold.id} {result.gold.question} ({must_pass[result.gold.id]})"
        for result in results
        if result.gold.id in must_pass and not result.verdict.right
    ]


def _for_development(results: Sequence[Result]) -> list[Result]:
    return [result for result in results if result.gold.split == "dev"]


def _read_json(path: Path) -> dict[str, dict[str, float]]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: không đọc được ({error}). Hãy sửa tệp này.") from error
    if not isinstance(found, dict) or not all(isinstance(one, dict) for one in found.values()):
        raise UsageError(f"{path}: phải là đối tượng JSON của các đối tượng. Hãy sửa tệp này.")
    return found
