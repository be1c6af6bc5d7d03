from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from assistant.indexing.lexicon import Lexicon
from assistant.vietnamese.normalise import fold, lower

FORMS = ["số", "đổi", "so", "sơ", "03-nq/tu", "đội", "sò", "soi"]


def test_forms_with_the_same_letters_are_neighbours() -> None:
    lexicon, numbers = Lexicon.build(FORMS)
    assert [lexicon.exact(form) for form in FORMS] == numbers.tolist()
    first, last = lexicon.alike("SỐ".lower())
    assert sorted(lexicon.forms()[first:last]) == sorted(["so", "sò", "sơ", "số"])
    assert lexicon.alike("doi")[1] - lexicon.alike("đổi")[0] == 2
    assert lexicon.exact("sờ") is None
    assert lexicon.alike("sờ") == (first, last)
    assert lexicon.alike("xyz")[0] == lexicon.alike("xyz")[1]
    assert lexicon.groups().tolist() == [0, 1, 1, 2, 2, 2, 2, 3]


def test_it_is_read_from_disk_as_it_was(tmp_path: Path) -> None:
    lexicon, _ = Lexicon.build(FORMS)
    lexicon.save(tmp_path)
    loaded = Lexicon.load(tmp_path)
    assert loaded.forms() == lexicon.forms()
    assert len(loaded) == len(FORMS)


@given(st.lists(st.text("aáàâấbđd1", min_size=1), unique=True), st.text("aáâbđ", min_size=1))
def test_ranges_are_those_of_a_look_at_every_form(forms: list[str], other: str) -> None:
    forms = list(dict.fromkeys(map(lower, forms)))
    lexicon, _ = Lexicon.build(forms)
    first, last = lexicon.alike(other)
    assert sorted(lexicon.forms()[first:last]) == sorted(f for f in forms if fold(f) == fold(other))
