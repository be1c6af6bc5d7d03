"""“Xem hệ thống làm việc”: each step from the question to the answer, as tables and HTML."""

from __future__ import annotations

from collections.abc import Callable

from assistant.answering.explaining import Considered, Explanation, SetAside
from assistant.schema import Answer, Document, Question, name_or_title
from assistant.ui.escaping import clean, html
from assistant.ui.workshop.watching_texts import WatchingTexts
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.tokens import sparse_tokens, syllables

__all__ = [
    "candidates_html",
    "document_words",
    "hit_rows",
    "question_html",
    "receipt_html",
    "terms_rows",
    "tokens_html",
    "weight_words",
]

_HITS = 10
_TERMS = 10


def question_html(question: Question, texts: WatchingTexts) -> str:
    """Return how a question was read, as a list of names and values in HTML."""
    kinds = ", ".join(texts.kinds[kind] for kind in (question.kind, *question.also))
    values = {
        "kind": kinds,
        "places": ", ".join(question.places),
        "years": ", ".join(map(str, question.years)),
        "numbers": ", ".join(question.numbers),
        "names": ", ".join(question.names),
        "unit": question.unit,
        "role": texts.roles[question.role] if question.role else "",
        "marks": texts.with_marks if question.marked else texts.without_marks,
    }
    rows = "".join(
        f"<div><dt>{html(name)}</dt>{_value(values[key], texts)}</div>"
        for key, name in texts.read_rows.items()
    )
    read = f"<div><dt>{html(texts.read_as)}</dt>{_value(question.query, texts)}</div>"
    return f'<dl class="cs-about">{read}{rows}</dl>'


def tokens_html(question: Question, texts: WatchingTexts) -> str:
    """Return the tokens of a question in both fields, as HTML."""
    lines = []
    for name, folded in ((texts.tokens_marked, False), (texts.tokens_folded, True)):
        tokens = sparse_tokens(question.query, folded=folded)
        chips = " ".join(f"<span>{html(token.replace('_', ' '))}</span>" for token in tokens)
        lines.append(f"<div><dt>{html(name)}</dt><dd>{chips}</dd></div>")
    return f'<dl class="cs-about cs-tokens" lang="vi">{"".join(lines)}</dl>'


def terms_rows(explanation: Explanation) -> list[dict[str, object]]:
    """Return the heaviest terms of a question, the heaviest first."""
    return [
        {"term": clean(_spelt(term, explanation.question)), "weight": round(weight, 2)}
        for term, weight in explanation.terms[:_TERMS]
    ]


def weight_words(explanation: Explanation, texts: WatchingTexts) -> str:
    """Return the weight of each retriever, in words."""
    return ", ".join(
        f"{texts.hit_columns[name].lower()} {weight:.0%}" for name, weight in explanation.weights
    )


def hit_rows(
    explanation: Explanation, document: Callable[[str], Document]
) -> list[dict[str, object]]:
    """Return the passages found with their rank in each retriever.

    Args:
        explanation: What was looked at.
        document: Returns a document by its id.
    """
    return [
        {
            "rank": hit.rank,
            "document": document_words(document(hit.passage.document_id)),
            "label": clean(hit.passage.label),
            **{name: dict(hit.ranks).get(name) for name in ("marked", "folded", "dense")},
            "score": round(hit.score, 3),
        }
        for hit in explanation.hits[:_HITS]
    ]


def candidates_html(explanation: Explanation, texts: WatchingTexts) -> str:
    """Return the sentences that could answer and those set aside, as HTML."""
    if explanation.considered:
        question = explanation.question
        shown = "".join(_candidate(one, question, texts) for one in explanation.considered)
    else:
        shown = f"<p>{html(texts.candidates_none)}</p>"
    aside = "".join(_aside(one, texts) for one in explanation.set_aside)
    if aside:
        shown += f'<p class="cs-label">{html(texts.aside)}</p>{aside}'
    return f'<div class="cs-nearest cs-steps">{shown}</div>'


def receipt_html(answer: Answer, texts: WatchingTexts) -> str:
    """Return the receipt of an answer, as HTML."""
    receipt = answer.receipt
    values = {
        "index": receipt.index,
        "config": receipt.config,
        "passages": "; ".join(receipt.passages),
    }
    rows = "".join(
        f"<div><dt>{html(texts.receipt[key])}</dt>{_value(value, texts)}</div>"
        for key, value in values.items()
    )
    return f'<dl class="cs-about">{rows}</dl>'


def document_words(document: Document) -> str:
    """Return what a document is called in a table: its number, or its title."""
    name = name_or_title(document)
    return clean(name)


def _spelt(term: str, question: Question) -> str:
    """Return a folded term as the question spells it."""
    spelt = {fold(token.text): token.text.lower() for token in syllables(question.query)}
    return " ".join(spelt.get(word, word) for word in term.split())


def _candidate(one: Considered, question: Question, texts: WatchingTexts) -> str:
    state = texts.chosen if one.chosen else texts.not_chosen
    why = texts.why.format(min(1.0, one.cover), one.rank)
    lacked = [_spelt(word, question) for word in one.lacked if " " not in word]
    if lacked:
        why += f"; {texts.lacked.format(', '.join(lacked))}"
    return _card(
        state, one.text, one.short, f"{_place(one.document, one.label)} · {why}", one.chosen
    )


def _aside(one: SetAside, texts: WatchingTexts) -> str:
    why = ", ".join(texts.broken[name] for name in one.broken)
    return _card(why, one.text, None, _place(one.document, one.label), chosen=False)


def _card(state: str, text: str, short: str | None, about: str, chosen: bool) -> str:
    body = html(text)
    if short and html(short) in body:
        body = body.replace(html(short), f"<mark>{html(short)}</mark>", 1)
    mark = " cs-chosen" if chosen else ""
    return (
        f'<article class="cs-card{mark}"><p class="cs-state">{html(state)}</p>'
        f'<p lang="vi">{body}</p><p class="cs-meta" lang="vi">{html(about)}</p></article>'
    )


def _place(document: Document, label: str) -> str:
    return f"{document_words(document)}, {label}"


def _value(value: str, texts: WatchingTexts) -> str:
    if value:
        return f'<dd lang="vi">{html(value)}</dd>'
    return f'<dd class="cs-none">{html(texts.none)}</dd>'
