"""The look of a document that is read, and of what is known of it."""

from __future__ import annotations

from assistant.ui.shelves.texts import ShelfTexts
from assistant.ui.streamlit_words import uploader_words

__all__ = ["ABOUT_STYLE", "shelf_style"]


def shelf_style(texts: ShelfTexts) -> str:
    """Return the style sheet of the page, which says what Streamlit's field of files does not."""
    return ABOUT_STYLE + _STYLE + uploader_words(texts.browse, texts.drop)


_STYLE = """<style>
.cs-reader {
  --cs-accent: light-dark(#0b4f8a, #8cc4ff);
  --cs-line: color-mix(in srgb, currentColor 18%, transparent);
  --cs-muted: color-mix(in srgb, currentColor 76%, transparent);
  line-height: 1.6;
  overflow-wrap: anywhere;
}
.cs-reader { display: grid; gap: 1.25rem; grid-template-columns: minmax(12rem, 1fr) 3fr; }
.cs-reader nav {
  border-right: 1px solid var(--cs-line);
  font-size: .875rem;
  max-height: 36rem;
  overflow-y: auto;
  padding-right: .75rem;
}
.cs-reader summary { cursor: pointer; font-weight: 600; }
.cs-reader ul { list-style: none; margin: .35rem 0 0; padding: 0; }
.cs-reader li { margin: 0; padding: 0 0 0 calc(var(--depth) * .8rem); }
.cs-reader nav a {
  border-radius: .3rem;
  color: var(--cs-accent);
  display: block;
  line-height: 1.4;
  padding: .3rem .35rem;
  text-decoration: none;
}
.cs-reader nav a:hover { text-decoration: underline; }
.cs-reader a:focus-visible, .cs-reader article:focus-visible, .cs-reader summary:focus-visible {
  outline: 2px solid var(--cs-accent);
  outline-offset: -2px;
}
.cs-reader article { max-height: 36rem; overflow-y: auto; padding: 0 .5rem; position: relative; }
.cs-reader article > * { margin: 0 0 .7rem; scroll-margin-top: .5rem; }
.cs-reader article h4 { font-size: 1.15rem; }
.cs-reader article h5, .cs-reader article h6 { font-size: 1rem; }
.cs-reader article h4, .cs-reader article h5, .cs-reader article h6 {
  font-weight: 700;
  line-height: 1.4;
  padding: .3rem 0 0;
}
.cs-reader .cs-par { white-space: pre-line; }
.cs-reader .cs-item { padding-left: calc(max(var(--depth), 1) * 1rem); white-space: pre-line; }
.cs-reader .cs-foot { color: var(--cs-muted); font-size: .875rem; }
.cs-reader :target { background: light-dark(#ffe89a, #6a5200); }
.cs-reader .cs-page {
  border-top: 1px solid var(--cs-line);
  color: var(--cs-muted);
  font-size: .8125rem;
  padding-top: .3rem;
}
@media (max-width: 640px) {
  .cs-reader { grid-template-columns: 1fr; }
  .cs-reader nav { border-bottom: 1px solid var(--cs-line); border-right: 0; max-height: 14rem; }
}
</style>"""

ABOUT_STYLE = """<style>
.cs-about {
  --cs-accent: light-dark(#0b4f8a, #8cc4ff);
  --cs-line: color-mix(in srgb, currentColor 18%, transparent);
  --cs-muted: color-mix(in srgb, currentColor 76%, transparent);
  line-height: 1.6;
  overflow-wrap: anywhere;
}
.cs-about.cs-about { display: grid; grid-template-columns: 1fr; margin: 0; padding: 0; }
.cs-about > div {
  border-top: 1px solid var(--cs-line);
  display: grid;
  gap: 0 1rem;
  grid-template-columns: minmax(9rem, 1fr) 3fr;
  margin: 0;
  padding: .35rem 0;
}
.cs-about dt { color: var(--cs-muted); font-size: .875rem; font-weight: 600; }
.cs-about dd { margin: 0; }
.cs-about .cs-none { color: var(--cs-muted); font-style: italic; }
@media (max-width: 640px) { .cs-about > div { grid-template-columns: 1fr; } }
</style>"""
"""The look of a list of names with their values."""
