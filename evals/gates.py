"""The gate: shares below which a change is not taken in."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from assistant.errors import UsageError
from evals.running import Result
from evals.tables import share

__all__ = ["GATE_FILE", "below_gate", "load_gate"]

GATE_FILE = Path(__file__).resolve().parent / "gate.json"

# A gate's name and the measure of a verdict that it holds.
_GATED = {
    "short": "short",
    "evidence": "evidence",
    "unanswerable": "abstained",
}
_DEFAULT = {"short": 0.85, "evidence": 0.95, "unanswerable": 0.85}


def load_gate(path: Path = GATE_FILE) -> dict[str, dict[str, float]]:
    """Return the lowest shares allowed, by corpus and then by name.

    Raises:
        UsageError: The file cannot be read or names an unknown measure.
    """
    try:
        gate = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: không đọc được ngưỡng ({error}). Hãy sửa tệp này.") from error
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
    results = [result for result in results if result.gold.split == "dev"]
    for name, lowest in {**_DEFAULT, **gate.get(corpus, {})}.items():
        value = share(results, _GATED[name]).value
        if value is not None and value < lowest:
            lines.append(f"{corpus}: {name} {100 * value:.1f}% < {100 * lowest:.1f}%")
    return lines
