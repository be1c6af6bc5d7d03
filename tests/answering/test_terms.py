from __future__ import annotations

import math
import unicodedata

import pytest

from assistant.answering.terms import Haystack, Term, coverage, weigh
from assistant.retrieval.questions import analyse

FREQUENCIES = {"rung": 3, "ngap": 1, "rung_ngap": 1, "doanh": 4, "nghiep": 4}


def frequency(token: str) -> int:
    return FREQUENCIES.get(token, 0)


def term(text: str, weight: float = 1.0, *others: str) -> Term:
    return Term(text, weight, others, True)


def test_a_haystack_holds_whole_words_side_by_side() -> None:
    haystack = Haystack("Rừng ngập mặn, 103 ha; điểm a khoản 5.")
    assert haystack.holds("rung ngap")
    assert haystack.holds("a")
    assert haystack.holds("diem a khoan 5")
    assert not haystack.holds("run")
    assert not haystack.holds("rung man")
    assert not haystack.holds("03")


@pytest.mark.parametrize("text", ["Tỷ lệ DVCTT", unicodedata.normalize("NFC", "ty le dvctt")])
def test_a_haystack_writes_abbreviations_out(text: str) -> None:
    assert Haystack(text).holds("dich vu cong truc tuyen")


def test_a_synonym_counts_less_than_the_word() -> None:
    haystack = Haystack("Công ty trồng rừng.")
    assert haystack.match(term("cong ty")) == 1.0
    assert haystack.match(term("doanh nghiep", 1.0, "cong ty")) == 0.8
    assert haystack.match(term("hop tac")) == 0.0


def test_weights_are_inverse_document_frequencies() -> None:
    terms = {t.text: t for t in weigh(analyse("Rừng ngập mặn"), frequency, 9)}
    assert terms["rung"].weight == math.log(1 + 9 / (1 + 3))
    assert terms["ngap"].weight == math.log(1 + 9 / (1 + 1))
    assert terms["rung ngap"].weight == math.log(1 + 9 / (1 + 1))
    assert terms["man"].weight == math.log(1 + 9 / (1 + 0)) * 0.6, "no passage holds it"
    assert not terms["man"].known
    assert "ngap man" not in terms, "a pair that no passage holds means nothing"


def test_coverage_is_the_share_of_the_weight_held() -> None:
    terms = [term("rung", 3.0), term("man", 1.0)]
    layer = (Haystack("trồng rừng"), 1.0)
    assert coverage(terms, [layer]) == 3 / (3 + 1)
    assert coverage(terms, [(Haystack("rừng mặn"), 1.0)]) == 1.0
    assert coverage(terms, [(Haystack("muối"), 1.0)]) == 0.0
    assert coverage([], [layer]) == 0.0


def test_the_nearest_layer_that_holds_a_term_counts() -> None:
    layers = [(Haystack("rừng"), 1.0), (Haystack("rừng mặn"), 0.5)]
    assert coverage([term("rung"), term("man")], layers) == (1.0 + 0.5) / 2


def test_a_pair_held_by_a_synonym_covers_its_syllables() -> None:
    terms = [term("doanh"), term("nghiep"), term("doanh nghiep", 1.0, "cong ty")]
    assert coverage(terms, [(Haystack("công ty"), 1.0)]) == pytest.approx(0.8)
