from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from assistant.indexing.vocabulary import Vocabulary


@given(st.lists(st.text(min_size=1), unique=True), st.text())
def test_every_token_has_the_number_of_its_place(tokens: list[str], other: str) -> None:
    tokens = [token for token in tokens if _encodes(token)]
    vocabulary = Vocabulary.build(tokens)
    assert [vocabulary.number(token) for token in tokens] == list(range(len(tokens)))
    if other not in tokens and _encodes(other):
        assert vocabulary.number(other) is None


def _encodes(token: str) -> bool:
    return not any(0xD800 <= ord(char) <= 0xDFFF for char in token)


def test_it_is_read_from_disk_as_it_was(tmp_path: Path) -> None:
    tokens = ["số", "đổi", "chuyển_đổi", "03-nq/tu", "a", "ab"]
    Vocabulary.build(tokens).save(tmp_path)
    loaded = Vocabulary.load(tmp_path)
    assert len(loaded) == 6
    assert [loaded.number(token) for token in [*tokens, "", "b", "chuyển"]] == [
        0, 1, 2, 3, 4, 5, None, None, None,
    ]  # fmt: skip
