from __future__ import annotations

from collections import Counter

from sparse_texts import TEXTS, tokens_of

from assistant.indexing.sequences import Sequences


def test_a_line_is_stored_once_and_makes_no_bigram_with_the_next() -> None:
    sequences = Sequences.read(["Kế hoạch\nMột hai.", "Kế hoạch\nBa, bốn"])
    assert len(sequences.line_starts) - 1 == 3
    forms = sequences.lexicon.forms()
    tokens, rows = sequences.stream(0, 2)
    words = [forms[token - 1] if token else "/" for token in tokens.tolist()]
    assert words == ["kế", "hoạch", "/", "một", "hai", "/", "kế", "hoạch", "/",
                     "ba", "/", "bốn", "/"]  # fmt: skip
    assert rows.tolist() == [0] * 6 + [1] * 7


def test_the_folded_table_has_the_tokens_of_each_line() -> None:
    table = Sequences.read(TEXTS).folded_table()
    for text, numbers in zip(TEXTS, table.texts, strict=True):
        named = Counter(table.tokens[number] for number in numbers)
        assert named == Counter(tokens_of(text, folded=True))
    assert len(set(table.tokens)) == len(table.tokens)
