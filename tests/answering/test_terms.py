from __future__ import annotations

import math
import unicodedata

import pytest

from assistant.answering.terms import Haystack, Term, coverage, missed, order, phrases, weigh
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


def test_a_word_stands_for_itself_with_i_and_with_y() -> None:
    counts = {"ky": 3, "nang": 3, "ky_nang": 3}
    terms = weigh(
        analyse("Kĩ năng trồng rừng gồm những gì?"), lambda token: counts.get(token, 0), 10
    )
    others = {one.text: one.others for one in terms}
    assert "ky nang" in others["ki nang"]
    assert "ky" in others["ki"]


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


def weights(query: str, frequencies: dict[str, int], passages: int) -> dict[str, float]:
    """Return the weights of a question's terms."""
    terms = weigh(analyse(query), lambda token: frequencies.get(token, 0), passages)
    return {term.text: term.weight for term in terms}


def test_two_syllables_that_occur_only_together_are_a_word() -> None:
    found = weights("Sậy mọc", {"say": 3, "moc": 3, "say_moc": 3}, 100)
    assert found["say moc"] == math.log(1 + 100 / (1 + 3))


def test_two_syllables_that_meet_by_chance_weigh_less_than_a_word() -> None:
    # 20 and 50 of 100 passages: chance alone has them meet in 20 * 50 / 100 = 10.
    found = weights("Sậy mọc", {"say": 20, "moc": 50, "say_moc": 10}, 100)
    assert found["say moc"] == pytest.approx(math.log(1 + 100 / (1 + 10)) * 0.3)


def test_in_between_a_pair_weighs_by_its_mutual_information() -> None:
    found = weights("Sậy mọc", {"say": 20, "moc": 25, "say_moc": 10}, 100)
    association = math.log(0.1 / (0.2 * 0.25)) / -math.log(0.1)
    assert 0.3 < association / 0.35 < 1
    assert found["say moc"] == pytest.approx(math.log(1 + 100 / (1 + 10)) * association / 0.35)


def test_phrases_are_pairs_that_chain() -> None:
    terms = [term(text) for text in ("rung", "man", "rung ngap", "ngap man", "cay dua")]
    assert [[t.text for t in chain] for chain in phrases(terms)] == [
        ["rung ngap", "ngap man"],
        ["cay dua"],
    ]


def test_a_pair_that_the_corpus_lacks_is_no_phrase() -> None:
    assert phrases([Term("rung ngap", 1.0, (), known=False)]) == []


def test_the_share_of_phrases_that_no_text_holds() -> None:
    terms = [term("rung ngap", 3.0), term("ngap man", 2.0), term("cay dua", 1.0)]
    assert missed(terms, [Haystack("rừng ngập mặn, cây dừa")]) == 0.0
    assert missed(terms, [Haystack("ngập mặn")]) == 1 / (3 + 1), "one pair of a chain is enough"
    assert missed(terms, [Haystack("cây dừa")]) == 3 / (3 + 1)
    assert missed(terms, [Haystack("muối")]) == 1.0
    assert missed(terms, [Haystack("cây dừa"), Haystack("rừng ngập")]) == 0.0


def test_without_phrases_nothing_is_missed() -> None:
    assert missed([term("rung", 3.0)], [Haystack("muối")]) == 0.0


def test_a_synonym_keeps_a_phrase_from_being_missed() -> None:
    assert missed([term("doanh nghiep", 1.0, "cong ty")], [Haystack("công ty")]) == 0.0


def test_the_order_of_the_words_and_how_far_they_are_strewn() -> None:
    asked = [term("phi"), term("phi bao"), term("bao"), term("tri")]

    assert order(asked, Haystack("Phí bảo trì là 5%.")) == (1.0, 8)
    assert order(asked, Haystack("Bảo đảm chi trả phí, tri ân.")) == (0.5, 20)
    assert order(asked, Haystack("Bảo vệ rừng.")) == (0.0, 0)


def test_what_laws_write_for_everyday_words_covers_each_of_them() -> None:
    terms = weigh(analyse("Làm sổ đỏ mất bao lâu?"), lambda token: 1, 100)
    others = {one.text: one.others for one in terms}
    assert "dang ky dat dai" in others["so do"]
    weights = {one.text: one.weight for one in terms}
    assert "dang ky" not in weights
