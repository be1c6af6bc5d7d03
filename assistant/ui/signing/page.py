"""The page before all others, who is signed in beside them, and the way back after signing in."""

from __future__ import annotations

import streamlit as st

from assistant.ui.escaping import html, markdown
from assistant.ui.signing.roles import OPEN, Standing, Visitor
from assistant.ui.signing.session import provider_names, sign_in, sign_out
from assistant.ui.signing.setup import DEFAULT
from assistant.ui.signing.texts import SIGNING_TEXTS, SigningTexts

__all__ = ["show_sign_in", "show_visitor"]

# A provider sends everybody back to the first page without the question in its address. The window
# keeps where it was meanwhile; what it kept leads nowhere but to these pages.
_KEEP = """<script>
try { sessionStorage.setItem("chinhsach-back", location.pathname + location.search); } catch {}
</script>"""
_GO_BACK = """<script>
try {
  const kept = sessionStorage.getItem("chinhsach-back");
  sessionStorage.removeItem("chinhsach-back");
  const back = kept && new URL(kept, location.origin);
  if (back && back.origin === location.origin
      && back.pathname + back.search !== location.pathname + location.search) {
    location.replace(back.href);
  }
} catch {}
</script>"""
_STYLE = """<style>
.cs-visitor { font-size: .875rem; line-height: 1.4; overflow-wrap: anywhere; }
.cs-visitor p { font-size: inherit; margin: 0; }
.cs-visitor .cs-role { color: light-dark(#55585f, #b5b8bf); }
</style>"""


def show_sign_in(title: str, visitor: Visitor, language: str) -> None:
    """Show those who may not read what they can do about it, and nothing else.

    Args:
        title: Name of the application.
        visitor: Who looks at the page.
        language: Language of the frame, a key of ``SIGNING_TEXTS``.
    """
    texts = SIGNING_TEXTS[language]
    st.title(title, anchor=False)
    if visitor.standing is Standing.CLOSED:
        told = f"{texts.closed} {texts.faults[visitor.fault]}"
        st.error(markdown(told), icon=":material/lock:")
        return
    if visitor.standing in (Standing.STRANGER, Standing.UNVERIFIED):
        _show_refusal(visitor, texts)
        return
    if visitor.standing is Standing.EXPIRED:
        st.info(texts.refusals["expired"], icon=":material/schedule:")
    st.html(_KEEP, unsafe_allow_javascript=True)
    st.markdown(texts.intro)
    for name in provider_names():
        label = texts.sign_in if name == DEFAULT else texts.sign_in_with.format(markdown(name))
        pressed = st.button(label, type="primary", icon=":material/login:", key=f"sign in {name}")
        if pressed and not sign_in(name):
            st.error(texts.unreachable, icon=":material/cloud_off:")
    st.caption(texts.kept)


def _show_refusal(visitor: Visitor, texts: SigningTexts) -> None:
    told = texts.refusals[visitor.standing.value].format(markdown(visitor.email or "…"))
    st.warning(told, icon=":material/block:")
    st.button(texts.other_account, icon=":material/logout:", key="sign out", on_click=sign_out)


def show_visitor(visitor: Visitor, language: str) -> None:
    """Show beside a page who is signed in, and lead back to where they wanted to go.

    Args:
        visitor: Who looks at the page; nothing is shown on a machine of their own.
        language: Language of the frame, a key of ``SIGNING_TEXTS``.
    """
    if visitor == OPEN:
        return
    texts = SIGNING_TEXTS[language]
    with st.sidebar, st.container(key="visitor", gap="xsmall"):
        st.html(
            f'{_STYLE}<div class="cs-visitor"><p>{html(visitor.email)}</p>'
            f'<p class="cs-role">{html(texts.roles[visitor.standing.value])}</p></div>'
        )
        st.button(
            texts.sign_out, icon=":material/logout:", key="sign out", on_click=sign_out,
            width="stretch",
        )  # fmt: skip
        st.html(_GO_BACK, unsafe_allow_javascript=True)
