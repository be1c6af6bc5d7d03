"""ClaimReview (schema.org): the verdict on each sentence in the form that search engines read.

What the checker does not know is left out: it names no publisher and no address of the review
unless the user gives them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from assistant.answering.claims.notes import note_lines, told
from assistant.schema import CheckedPart, CheckedSentence, Citation, Judgement, Verdict
from assistant.vietnamese.names import persons
from assistant.vietnamese.normalise import fold

__all__ = ["Publication", "claim_reviews"]

_BEST, _HALF, _WORST = 5, 3, 1
_SAYS = re.compile(
    r"\b(?:theo|cho biet|cho hay|khang dinh|nhan manh|nhan dinh|phat bieu|tuyen bo|noi)\b"
)


@dataclass(frozen=True, slots=True)
class Publication:
    """What a user knows of the review and of the article, each part empty where unknown.

    Attributes:
        author: Who publishes the review.
        url: Where the review is published.
        article: Address of the article that makes the claims.
        date: Day of the review, ISO.
    """

    author: str = ""
    url: str = ""
    article: str = ""
    date: str = ""


def claim_reviews(
    verdict: Verdict, publication: Publication, language: str = "vi"
) -> list[dict[str, Any]]:
    """Return a ClaimReview for each sentence that was checked, in order.

    Args:
        verdict: The verdict.
        publication: What is known of the review and of the article.
        language: Language of the words around the quotes.
    """
    return [_review(one, verdict, publication, language) for one in verdict.sentences]


def _review(
    sentence: CheckedSentence, verdict: Verdict, publication: Publication, language: str
) -> dict[str, Any]:
    said = " ".join(sentence.span.of(verdict.claim).split())
    review: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "inLanguage": language,
        "claimReviewed": said,
        "reviewRating": _rating(sentence, language),
        "itemReviewed": _claim(said, publication),
        "reviewBody": "\n".join(note_lines(sentence, language)),
    }
    cited = {n for part in sentence.parts for n in _markers(part)}
    works = [_work(citation) for citation in verdict.citations if citation.marker in cited]
    if works:
        review["citation"] = works
    if publication.author:
        review["author"] = {"@type": "Organization", "name": publication.author}
    if publication.url:
        review["url"] = publication.url
    if publication.date:
        review["datePublished"] = publication.date
    return review


def _rating(sentence: CheckedSentence, language: str) -> dict[str, Any]:
    """Return the rating; without a value where the documents do not settle the sentence.

    A value in the middle would say that it is half true, which nobody knows.
    """
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": told(sentence, language)}
    if sentence.judgement is Judgement.NOT_ENOUGH:
        return rating
    value = _BEST if sentence.judgement is Judgement.SUPPORTED else _WORST
    value = _HALF if sentence.mixed else value
    return {**rating, "ratingValue": value, "bestRating": _BEST, "worstRating": _WORST}


def _claim(said: str, publication: Publication) -> dict[str, Any]:
    claim: dict[str, Any] = {"@type": "Claim"}
    speakers = persons(said) if _SAYS.search(fold(said)) else []
    if len(speakers) == 1:
        claim["author"] = {"@type": "Person", "name": speakers[0].name}
    if publication.article:
        claim["appearance"] = {"@type": "CreativeWork", "url": publication.article}
    return claim


def _markers(part: CheckedPart) -> list[int]:
    beside = [one.marker for one in (part.now, part.against) if one is not None]
    return [marker for marker in (part.marker, *beside) if marker is not None]


def _work(citation: Citation) -> dict[str, Any]:
    document = citation.document
    work: dict[str, Any] = {"@type": "CreativeWork", "name": document.title}
    known = {
        "identifier": document.number,
        "publisher": document.issuer,
        "datePublished": document.issued.isoformat() if document.issued else None,
        "url": document.source.url,
        "text": " ".join(citation.quote.split()),
    }
    return {**work, **{name: value for name, value in known.items() if value}}
