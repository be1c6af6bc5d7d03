from __future__ import annotations

from dataclasses import fields, replace

import pytest

from assistant.answering.confidence import DOUBT, SURE, Signals, confidence

SOUND = Signals(cover=0.8, sentence=0.8, soon=1.0, ahead=0.3, agreed=0.95, length=0.5, exact=1.0)
ASTRAY = Signals(cover=0.55, sentence=0.4, soon=0.1, ahead=0.01, agreed=0.6, length=1.0, exact=0.0)


def test_what_all_signals_speak_for_is_sure_and_what_none_does_is_doubtful() -> None:
    assert confidence(SOUND) > SURE
    assert confidence(ASTRAY) < DOUBT


@pytest.mark.parametrize("name", [f.name for f in fields(Signals) if f.name != "always"])
def test_each_signal_counts(name: str) -> None:
    less = getattr(ASTRAY, name)
    assert confidence(replace(SOUND, **{name: less})) < confidence(SOUND)
