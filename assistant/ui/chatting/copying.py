"""Buttons that copy a text: plain buttons of HTML, which the keyboard works as the mouse does."""

from __future__ import annotations

import streamlit as st

from assistant.ui.chatting.texts import ChatTexts
from assistant.ui.escaping import html

__all__ = ["copy_button", "enable_copying", "link_button"]

# One listener for all buttons, however often the page is drawn. Pages that do not come from this
# machine have no clipboard in most browsers; there the text is selected and copied the old way.
_COPYING = """<script>
if (!window.csCopying) {
  window.csCopying = true;
  const copy = async (text) => {
    try { await navigator.clipboard.writeText(text); return true; } catch (error) {
      const field = document.createElement("textarea");
      field.value = text;
      field.style.cssText = "position: fixed; opacity: 0";
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      return done;
    }
  };
  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.(".cs-copy");
    if (!button) return;
    const {csCopy, csLink, csCopied, csFailed} = button.dataset;
    const text = csLink ? location.origin + location.pathname + csLink : csCopy;
    const done = await copy(text);
    const said = button.parentElement.querySelector("[role=status]");
    button.focus();
    said.textContent = done ? csCopied : csFailed;
    // Said until one goes on: nobody reads within a set time.
    button.addEventListener("blur", () => { said.textContent = ""; }, {once: true});
  });
}
</script>"""


def enable_copying() -> None:
    """Make the buttons of the page work."""
    st.html(_COPYING, unsafe_allow_javascript=True)


def copy_button(text: str, label: str, words: ChatTexts) -> str:
    """Return a button that copies a text, as HTML.

    Args:
        text: What is copied.
        label: What the button says.
        words: Words of the page.
    """
    return _button(f'data-cs-copy="{html(text)}"', label, words)


def link_button(query: str, label: str, words: ChatTexts) -> str:
    """Return a button that copies an address of this page, as HTML.

    Args:
        query: The part of the address from ``?`` on; what stands before it the browser knows.
        label: What the button says.
        words: Words of the page.
    """
    return _button(f'data-cs-link="{html(query)}"', label, words)


def _button(data: str, label: str, words: ChatTexts) -> str:
    return (
        f'<div class="cs-copying"><button type="button" class="cs-copy" {data}'
        f' data-cs-copied="{html(words.copied)}" data-cs-failed="{html(words.not_copied)}">'
        f'<span class="cs-icon" aria-hidden="true" translate="no">content_copy</span>'
        f'{html(label)}</button><span role="status"></span></div>'
    )
