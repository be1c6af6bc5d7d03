"""The sidebar: the language, and beside the chat the scope of a search and the corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

import streamlit as st

from assistant.indexing.library import Card
from assistant.schema import Filters, Skipped, document_name, written_day
from assistant.ui import conversation
from assistant.ui.escaping import clean, html
from assistant.ui.opening import Shelf
from assistant.ui.reasons import reason_words
from assistant.ui.texts import LANGUAGES, TEXTS, Texts
from assistant.vietnamese.normalise import fold

__all__ = ["choose_language", "filter_words", "show_sidebar"]

_LANGUAGE = "lang"
# A list of thousands of documents would be sent to the browser at every click.
_LISTED = 200


def choose_language() -> str:
    """Show the switch and return the language, which the address of the page remembers."""
    given = st.query_params.get(_LANGUAGE, "")
    known = given if given in LANGUAGES else next(iter(LANGUAGES))
    with st.sidebar:
        chosen = st.segmented_control(
            TEXTS[known].language,
            list(LANGUAGES),
            default=known,
            required=True,
            format_func=lambda code: LANGUAGES[code],
            key="language",
            label_visibility="collapsed",
            width="stretch",
        )
    language = chosen or known
    if language != given:
        st.query_params[_LANGUAGE] = language
    return language


def show_sidebar(shelf: Shelf, texts: Texts, held: Filters, *, begun: bool) -> Filters:
    """Show the sidebar and return what the next search is held to.

    Args:
        shelf: The open index.
        texts: Words of the page.
        held: What the search is held to before anybody chooses.
        begun: Whether there is a conversation to clear.
    """
    with st.sidebar:
        filters = _choose_filters(shelf, texts, held)
        _show_corpus(shelf, texts)
        st.button(
            texts.clear,
            icon=":material/delete_sweep:",
            key="clear",
            on_click=conversation.clear,
            disabled=not begun,
            width="stretch",
        )
    return filters


def filter_words(filters: Filters, texts: Texts) -> str:
    """Return what a search was held to, in words; empty when it was held to nothing."""
    day = filters.as_of
    until = (texts.until.format(written_day(day)),) if day else ()
    parts = [filters.kinds, filters.places, tuple(map(str, filters.years)), until]
    return "; ".join(", ".join(part) for part in parts if part)


def _choose_filters(shelf: Shelf, texts: Texts, held: Filters) -> Filters:
    st.header(texts.scope, anchor=False)
    cards = shelf.cards
    kinds = _choose(texts.kinds, [card.kind for card in cards], "kinds", held.kinds, shelf, texts)
    in_places = [card.place for card in cards]
    places = _choose(texts.places, in_places, "places", held.places, shelf, texts)
    issued = [card.issued[:4] if card.issued else None for card in cards]
    given = tuple(map(str, held.years))
    years = _choose(texts.years, issued, "years", given, shelf, texts, newest_first=True)
    filters = Filters(
        kinds=kinds,
        places=places,
        years=tuple(map(int, years)),
        as_of=_choose_day(held.as_of, texts),
    )
    if filters == Filters():
        st.caption(texts.scope_detail)
    else:
        count = texts.scope_count.format(shelf.admitted(filters), len(cards))
        st.caption(f"{count}. {texts.scope_detail}")
    return filters


def _choose(
    label: str,
    values: Sequence[str | None],
    name: str,
    held: Sequence[str],
    shelf: Shelf,
    texts: Texts,
    *,
    newest_first: bool = False,
) -> tuple[str, ...]:
    """Show one filter with the number of documents beside each choice."""
    counts = Counter(value for value in values if value)
    options = sorted(counts, key=lambda value: (fold(value), value), reverse=newest_first)
    # The key holds the publication: choices made of an earlier index may be gone from this one.
    return tuple(
        st.multiselect(
            label,
            options,
            default=[value for value in options if value in held],
            format_func=lambda value: f"{clean(value)} ({counts[value]})",
            key=f"{name} {shelf.stamp}",
            placeholder=texts.any_value,
            select_all=False,
        )
    )


def _choose_day(held: date | None, texts: Texts) -> date | None:
    """Show the filter by day of issue; a day of an address that is out of reach is left out."""
    earliest, latest = date(1945, 9, 2), date.today()
    chosen = st.date_input(
        texts.as_of,
        held if held and earliest <= held <= latest else None,
        min_value=earliest,
        max_value=latest,
        key="as of",
        format="DD/MM/YYYY",
        help=texts.as_of_detail,
    )
    return chosen if isinstance(chosen, date) else None


def _show_corpus(shelf: Shelf, texts: Texts) -> None:
    st.header(texts.corpus, anchor=False)
    st.caption(texts.corpus_count.format(len(shelf.cards), shelf.passages))
    with st.expander(texts.documents, icon=":material/description:", key="documents"):
        st.html(_documents_html(shelf.cards, texts))
    if shelf.skipped:
        label = texts.skipped.format(len(shelf.skipped))
        with st.expander(label, icon=":material/warning:", key="skipped"):
            st.html(_skipped_html(shelf.skipped, texts))
    else:
        st.caption(texts.skipped_none)


def _documents_html(cards: Sequence[Card], texts: Texts) -> str:
    return _list_html([(card.title, _about(card, texts)) for card in cards], texts)


def _skipped_html(skipped: Sequence[Skipped], texts: Texts) -> str:
    return _list_html([(one.path, reason_words(one.reason, texts.code)) for one in skipped], texts)


def _list_html(rows: Sequence[tuple[str, str]], texts: Texts) -> str:
    items = "".join(
        f'<li><p>{html(title)}</p><p class="cs-meta">{html(about)}</p></li>'
        for title, about in rows[:_LISTED]
    )
    more = len(rows) - _LISTED
    if more > 0:
        items += f"<li>{html(texts.more_documents.format(more))}</li>"
    return f'<div class="cs-list" lang="vi"><ul>{items}</ul></div>'


def _about(card: Card, texts: Texts) -> str:
    day = written_day(date.fromisoformat(card.issued)) if card.issued else texts.no_date
    parts = [document_name(card.kind, card.number), day, texts.passages.format(card.passages)]
    return " · ".join(part for part in parts if part)
