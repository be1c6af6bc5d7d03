"""Two demonstrations: a question that must be refused, a figure that must be refuted."""

from __future__ import annotations

from itertools import islice

import streamlit as st

from assistant.errors import AssistantError
from assistant.schema import Judgement, Status, Verdict, name_or_title
from assistant.ui.cards import citation_card, nearest_card
from assistant.ui.conversation import problem
from assistant.ui.escaping import html, markdown
from assistant.ui.opening import Shelf
from assistant.ui.texts import TEXTS
from assistant.ui.workshop.quiz import BLANK, Riddle, altered_claims, tidy
from assistant.ui.workshop.samples import samples_of
from assistant.ui.workshop.texts import WorkshopTexts

__all__ = ["claim_html", "show_limits"]

_TRIED = 30
_SEED = 1


def show_limits(shelf: Shelf, language: str, texts: WorkshopTexts) -> None:
    """Show both demonstrations; each runs when its button is clicked.

    Args:
        shelf: The open index.
        language: Language of the frame.
        texts: Words of the page.
    """
    st.header(texts.refuse, anchor=False)
    st.markdown(texts.refuse_intro)
    _show_refusal(shelf, language, texts)
    st.divider()
    st.header(texts.refute, anchor=False)
    st.markdown(texts.refute_intro)
    _show_refutation(shelf, language, texts)


def _show_refusal(shelf: Shelf, language: str, texts: WorkshopTexts) -> None:
    questions = samples_of(shelf, shelf.stamp, "refused")
    if not questions:
        st.info(texts.refuse_none, icon=":material/info:")
        return
    st.html(f'<div class="cs-claims"><p lang="vi">“{html(questions[0])}”</p></div>')
    if not st.button(texts.refuse_try, icon=":material/chat:", key="workshop refuse"):
        return
    answer = shelf.assistant.ask(questions[0], language=language)
    if answer.status is not Status.NOT_FOUND:
        st.warning(texts.not_refused, icon=":material/rule:")
        return
    told = f"**{texts.refused}**"
    if answer.missing:
        told += f"\n\n{texts.refused_why.format(markdown(answer.missing))}"
    st.success(told, icon=":material/verified_user:")
    if answer.nearest:
        cards = "".join(
            nearest_card(hit, shelf.assistant.document(hit.passage.document_id), TEXTS[language])
            for hit in answer.nearest[:2]
        )
        with st.expander(texts.nearest, icon=":material/near_me:"):
            st.html(f'<div class="cs-nearest">{cards}</div>')


def _show_refutation(shelf: Shelf, language: str, texts: WorkshopTexts) -> None:
    found = _refuted_claim(shelf, shelf.stamp)
    if found is None:
        st.info(texts.refute_none, icon=":material/info:")
        return
    claim, riddle = found
    st.html(claim_html(claim, riddle, texts))
    if not st.button(texts.refute_try, icon=":material/fact_check:", key="workshop refute"):
        return
    try:
        verdict = shelf.assistant.check(claim, language=language)
    except AssistantError as error:
        st.error(markdown(problem(error, TEXTS[language], claim)), icon=":material/error:")
        return
    if verdict.judgement is Judgement.REFUTED:
        st.error(f"**{texts.refuted}**", icon=":material/cancel:")
    else:
        st.warning(texts.not_refuted, icon=":material/rule:")
    st.caption(texts.refute_note)
    lines = "".join(f'<p lang="vi">{html(line)}</p>' for line in verdict.text.splitlines())
    st.html(f'<div class="cs-claims">{lines}</div>')
    cards = "".join(
        citation_card(citation, f"bac-bo-{citation.marker}", TEXTS[language])
        for citation in verdict.citations
    )
    st.html(f'<div class="cs-nearest">{cards}</div>')


def claim_html(claim: str, riddle: Riddle, texts: WorkshopTexts) -> str:
    """Return a sentence beside the same with its number changed, both numbers marked."""
    wrong = next(choice for choice in riddle.choices if choice != riddle.right)
    source = riddle.cited.source
    name = name_or_title(source)

    def marked(number: str) -> str:
        before, _, after = riddle.text.partition(BLANK)
        return f"{html(before)}<mark>{html(number)}</mark>{html(after)}"

    return (
        f'<div class="cs-claims"><p class="cs-term">{html(texts.refute_original)}: {html(name)}</p>'
        f'<p lang="vi">{marked(riddle.right)}</p>'
        f'<p class="cs-term">{html(texts.refute_changed)}</p><p lang="vi">{marked(wrong)}</p></div>'
    )


@st.cache_resource(max_entries=2, show_spinner=False)
def _refuted_claim(_shelf: Shelf, stamp: str) -> tuple[str, Riddle] | None:
    """Return the first changed sentence that is refuted; found once for each publication."""
    figures = [standing.cited for standing in _shelf.assistant.figures().entries]
    for claim, riddle in islice(altered_claims(figures, _SEED), _TRIED):
        try:
            verdict = _shelf.assistant.check(claim)
        except AssistantError:
            continue
        if _corrects(verdict, riddle):
            return claim, riddle
    return None


def _corrects(verdict: Verdict, riddle: Riddle) -> bool:
    """Tell whether a verdict refutes the changed number alone, and shows the right one."""
    refuted = [part for part in verdict.parts if part.judgement is Judgement.REFUTED]
    return len(refuted) == 1 and riddle.right in tidy(refuted[0].found or "")
