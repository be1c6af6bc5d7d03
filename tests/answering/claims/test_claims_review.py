"""An article as a whole: its sentences, its note, and its ClaimReview."""

from __future__ import annotations

from assistant.answering import Publication, claim_reviews
from assistant.assistant import Assistant
from assistant.schema import Judgement

TRUE = "Kinh phí trồng cây của Hải Phòng là 120 tỷ đồng."
FALSE = "Kinh phí trồng cây của Hải Phòng khoảng 120 nghìn tỷ đồng."
OPEN = "Theo ông Trần Văn Bình, Hải Phòng có 12 bảo tàng tư nhân."
EMPTY = "Người dân rất phấn khởi trước việc này."
ARTICLE = f"{TRUE} {FALSE} {EMPTY} {OPEN}"


def test_sentences_are_judged_one_by_one(policies: Assistant) -> None:
    done: list[tuple[int, int]] = []
    verdict = policies.check(ARTICLE, progress=lambda _, n, of: done.append((n, of)))
    assert done == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert [(s.span.of(verdict.claim), s.judgement.value) for s in verdict.sentences] == [
        (TRUE, "supported"),
        (FALSE, "refuted"),
        (OPEN, "not_enough"),
    ]
    assert [span.of(verdict.claim) for span in verdict.unchecked] == [EMPTY]
    assert verdict.text.splitlines()[0] == (
        "Đã kiểm tra 3 câu: 1 đúng, 1 có phần không đúng, 1 chưa đủ căn cứ;"
        " 1 câu không có gì để kiểm tra."
    )
    assert f"2. “{FALSE}”\nKhông đúng với tài liệu." in verdict.text


def test_a_claim_review_has_the_shape_of_schema_org(policies: Assistant) -> None:
    verdict = policies.check(ARTICLE)
    known = Publication("Báo Thử nghiệm", "https://vi.du/kiem-chung", "https://vi.du/bai")
    reviews = claim_reviews(verdict, known)
    assert [review["claimReviewed"] for review in reviews] == [TRUE, FALSE, OPEN]
    for review in reviews:
        assert (review["@context"], review["@type"]) == ("https://schema.org", "ClaimReview")
        assert review["reviewRating"]["@type"] == "Rating"
        assert review["itemReviewed"]["@type"] == "Claim"
        assert review["itemReviewed"]["appearance"]["url"] == "https://vi.du/bai"
        assert review["author"] == {"@type": "Organization", "name": "Báo Thử nghiệm"}
        assert review["url"] == "https://vi.du/kiem-chung"
    ratings = [review["reviewRating"] for review in reviews]
    assert [rating.get("ratingValue") for rating in ratings] == [5, 1, None]
    assert all((r["bestRating"], r["worstRating"]) == (5, 1) for r in ratings[:2])
    assert ratings[2] == {"@type": "Rating", "alternateName": "Chưa đủ căn cứ trong tài liệu"}
    assert reviews[2]["itemReviewed"]["author"] == {"@type": "Person", "name": "Trần Văn Bình"}
    assert reviews[0]["citation"][0]["text"] in " ".join(
        citation.quote for citation in verdict.citations
    )


def test_what_is_not_known_is_left_out(policies: Assistant) -> None:
    [review] = claim_reviews(policies.check(TRUE), Publication())
    assert {"author", "url", "datePublished"}.isdisjoint(review)
    assert review["itemReviewed"] == {"@type": "Claim"}


def test_a_sentence_with_right_and_wrong_parts_is_mixed(policies: Assistant) -> None:
    verdict = policies.check(
        "Kinh phí trồng cây của Hải Phòng là 120 tỷ đồng, còn mục tiêu là dưới 60% đường phố"
        " có cây che mát vào năm 2030."
    )
    [sentence] = verdict.sentences
    assert sentence.mixed
    assert verdict.judgement is Judgement.REFUTED
    [review] = claim_reviews(verdict, Publication())
    assert review["reviewRating"]["ratingValue"] == 3
    assert review["reviewRating"]["alternateName"] == "Có phần không đúng với tài liệu"
