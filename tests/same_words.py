"""Words of a page that both languages must have, with the same blanks to fill in."""

from __future__ import annotations

from string import Formatter

__all__ = ["assert_same_words"]


def assert_same_words(vietnamese: object, english: object) -> None:
    """Fail where one language lacks words, or a blank, that the other has."""
    if isinstance(vietnamese, dict):
        assert isinstance(english, dict)
        assert vietnamese.keys() == english.keys()
        for key in vietnamese:
            assert_same_words(vietnamese[key], english[key])
        return
    assert isinstance(vietnamese, str)
    assert isinstance(english, str)
    assert vietnamese.strip()
    assert english.strip()
    assert _blanks(vietnamese) == _blanks(english)


def _blanks(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)
