"""The look of what Streamlit has no widget for, in light and in dark.

Colours are mixed from the colour of the text around, and ``light-dark()`` follows the
``color-scheme`` that Streamlit sets with its theme. Fonts are those of the system.
"""

from __future__ import annotations

from typing import Any

__all__ = ["INKS", "SHOW_LAST_QUESTION", "STYLE", "in_ink"]

INKS = ("#31333f", "#fafafa")
"""Of words in light and in dark, the theme's own: charts have no colour of the text around."""


def in_ink(chart: Any, *, dark: bool) -> Any:
    """Return a chart of Altair whose axes are named in the ink of the page.

    Streamlit's own grey is 3.9 : 1 on white; WCAG 2.2 (1.4.3) asks for 4.5.

    Args:
        chart: The chart.
        dark: Whether the page is dark.
    """
    ink = INKS[dark]
    return chart.configure_axis(labelColor=ink, titleColor=ink).configure_legend(labelColor=ink)


# Keeps the newest question at the top of the window while its answer and the sources take their
# place below it, however long that takes, until somebody does something.
SHOW_LAST_QUESTION = """<script>
(() => {
  const questions = document.querySelectorAll(".cs-question");
  const message = questions[questions.length - 1]?.closest("[data-testid=stChatMessage]");
  if (!message) return;
  const show = () => message.scrollIntoView({block: "start"});
  window.csShown?.abort();
  const {signal} = window.csShown = new AbortController();
  const watch = new ResizeObserver(show);
  watch.observe(message.closest("[data-testid=stMainBlockContainer]"));
  signal.addEventListener("abort", () => watch.disconnect());
  // The line for questions takes the focus as soon as it may, and the page is scrolled along.
  const focused = (event) => {
    if (event.target.matches("[data-testid=stChatInputTextArea]")) requestAnimationFrame(show);
  };
  addEventListener("focusin", focused, {signal});
  for (const act of ["wheel", "touchstart", "pointerdown", "keydown"])
    addEventListener(act, () => window.csShown.abort(), {capture: true, passive: true, signal});
})();
</script>"""

STYLE = """<style>
/* Nothing that takes the focus hides below the bar at the top or the line for questions. */
[data-testid=stMain] { scroll-padding: 4.5rem 0 11rem; }
[data-testid=stMainBlockContainer] { padding-top: 5rem; }
/* White on the light blue of the dark theme is 2.8 : 1; WCAG asks for 4.5. */
[data-testid^=stBaseButton-primary]:not(:disabled) { color: light-dark(#fff, #0b1622); }
[data-testid=stFileUploaderDropzoneInstructions] span { white-space: normal; }
.cs-answer, .cs-question, .cs-list, .cs-nearest, .cs-check, .cs-source, .cs-reading, .cs-copying,
[class*=st-key-source-nguon] {
  --cs-accent: light-dark(#0b4f8a, #8cc4ff);
  --cs-line: color-mix(in srgb, currentColor 18%, transparent);
  --cs-soft: color-mix(in srgb, currentColor 4%, transparent);
  --cs-muted: color-mix(in srgb, currentColor 76%, transparent);
  overflow-wrap: anywhere;
  line-height: 1.6;
}
.cs-answer p, .cs-nearest p, .cs-list p, .cs-source p { margin: 0; }
[data-testid=stChatMessage] { scroll-margin-top: 4rem; }
.cs-question { max-height: 12rem; overflow-y: auto; white-space: pre-wrap; }
.cs-answer .cs-short {
  color: var(--cs-accent);
  font-weight: 700;
  line-height: 1.3;
  margin-bottom: .6rem;
}
.cs-short-l { font-size: 2.4rem; }
.cs-short-m { font-size: 1.6rem; }
.cs-short-s { font-size: 1.2rem; }
.cs-answer .cs-sides {
  border-collapse: collapse;
  margin: 0 0 .8rem;
  width: 100%;
}
.cs-sides th, .cs-sides td {
  border: 0;
  border-bottom: 1px solid var(--cs-line);
  color: inherit;
  padding: .5rem .75rem .5rem 0;
  text-align: left;
  vertical-align: baseline;
}
.cs-sides tr > :last-child { padding-right: 0; width: 1%; }
.cs-answer .cs-sides thead th {
  color: var(--cs-muted);
  font-size: .8125rem;
  font-weight: 600;
  padding-top: 0;
  white-space: nowrap;
}
.cs-sides tbody th { font-weight: 600; }
.cs-sides .cs-side {
  color: var(--cs-accent);
  font-size: 1.5rem;
  font-weight: 700;
  line-height: 1.3;
}
.cs-sides .cs-no-side { color: var(--cs-muted); font-style: italic; }
.cs-answer .cs-text > * + * { margin-top: .6rem; }
.cs-scroll { overflow-x: auto; }
.cs-scroll + .cs-scroll { margin-top: .6rem; }
.cs-scroll:focus-visible { outline: 2px solid var(--cs-accent); outline-offset: 2px; }
.cs-scroll .cs-rows {
  border-collapse: collapse;
  margin: 0;
  overflow-wrap: break-word;
  width: 100%;
}
.cs-rows th, .cs-rows td {
  border: 0;
  border-bottom: 1px solid var(--cs-line);
  color: inherit;
  line-height: 1.4;
  padding: .35rem .6rem .35rem 0;
  text-align: left;
  vertical-align: top;
  white-space: normal;
}
.cs-rows tr > :last-child { padding-right: 0; }
.cs-rows tbody tr:last-child > td { border-bottom: 0; }
.cs-scroll .cs-rows th {
  color: var(--cs-muted);
  font-size: .8125rem;
  font-weight: 600;
  vertical-align: bottom;
}
.cs-answer .cs-notes {
  border-left: 3px solid var(--cs-accent);
  color: var(--cs-muted);
  font-size: .875rem;
  margin: .8rem 0;
  padding-left: .75rem;
}
.cs-answer .cs-notes p { font-size: inherit; }
/* Drawn here, as no font of the system is sure to have it; unsaid, as the label says it. */
.cs-notes p::before {
  border: 1.5px solid currentColor;
  border-radius: 50%;
  content: "i" / "";
  display: inline-block;
  font-size: .6875rem;
  font-weight: 700;
  line-height: .875rem;
  margin-right: .4rem;
  text-align: center;
  width: .875rem;
}
.cs-source .cs-label {
  color: var(--cs-muted);
  font-size: .875rem;
  font-weight: 600;
  margin: 1.1rem 0 .4rem;
}
.cs-badge {
  background: var(--cs-accent);
  border-radius: .4rem;
  color: light-dark(#fff, #0b1622) !important;
  display: inline-block;
  flex: none;
  font-size: .8125rem;
  font-weight: 700;
  line-height: 1.5rem;
  min-width: 1.5rem;
  padding: 0 .35rem;
  text-align: center;
  text-decoration: none !important;
}
a.cs-badge:hover, a.cs-badge:focus-visible {
  outline: 2px solid var(--cs-accent);
  outline-offset: 2px;
}
.cs-card {
  background: var(--cs-soft);
  border: 1px solid var(--cs-line);
  border-radius: .6rem;
  margin-bottom: .7rem;
  padding: .8rem 1rem;
  scroll-margin-top: 4.5rem;
}
/* A source and what can be done with it share one frame. */
[class*=st-key-source-nguon] {
  background: var(--cs-soft);
  border: 1px solid var(--cs-line);
  border-radius: .6rem;
  padding-bottom: .35rem;
}
[class*=st-key-source-nguon]:has(.cs-card:target) { border-color: var(--cs-accent); }
[class*=st-key-source-nguon] .cs-card { background: none; border: 0; margin: 0; padding-bottom: 0; }
[class*=st-key-source-actions] { padding: 0 1rem; }
.cs-card:target { border-color: var(--cs-accent); }
.cs-card header { display: flex; gap: .65rem; align-items: flex-start; }
.cs-card .cs-title { font-weight: 600; line-height: 1.4; }
.cs-card .cs-meta, .cs-card .cs-place, .cs-card footer, .cs-card .cs-quality, .cs-card summary,
.cs-list .cs-meta {
  color: var(--cs-muted);
  font-size: .875rem;
}
.cs-card .cs-place { font-weight: 600; margin: .5rem 0 .25rem; }
.cs-card .cs-place::first-letter { text-transform: uppercase; }
.cs-card .cs-passage {
  border-left: 3px solid var(--cs-line);
  color: inherit;
  margin: 0;
  padding: 0 0 0 .8rem;
  white-space: pre-line;
}
.cs-card mark {
  background: light-dark(#ffe89a, #6a5200);
  border-radius: .15rem;
  color: inherit;
  padding: .05rem 0;
}
.cs-card details { margin-top: .35rem; }
.cs-card details[open] summary { margin-bottom: .35rem; }
.cs-card summary { cursor: pointer; }
.cs-card .cs-quality { font-style: italic; margin-top: .4rem; }
.cs-card footer p { font-size: inherit; }
.cs-card footer { border-top: 1px solid var(--cs-line); margin-top: .6rem; padding-top: .45rem; }
.cs-card a:not(.cs-badge) { color: var(--cs-accent); text-decoration: underline; }
/* A figure alone needs no number among its sources. */
.cs-figure .cs-card header > .cs-badge { display: none; }
.cs-pair {
  display: grid;
  gap: 0 1rem;
  grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr));
}
.cs-pair .cs-beside {
  color: var(--cs-muted);
  font-size: .875rem;
  font-weight: 600;
  margin-left: .6rem;
}
.cs-copying { align-items: center; display: flex; gap: .5rem; }
.cs-copy {
  align-items: center;
  background: none;
  border: 0;
  border-radius: .5rem;
  color: inherit;
  cursor: pointer;
  display: flex;
  font: inherit;
  font-size: .875rem;
  gap: .5rem;
  min-height: 2.5rem;
  padding: 0;
  white-space: nowrap;
}
.cs-copy:hover { color: var(--cs-accent); }
/* The icons that Streamlit brings along. */
.cs-icon { font: 1rem "Material Symbols Rounded"; }
.cs-copy:focus-visible { outline: 2px solid var(--cs-accent); outline-offset: 2px; }
.cs-copying [role=status] { color: var(--cs-accent); font-size: .875rem; }
.cs-reading {
  border: 1px solid var(--cs-line);
  border-radius: .6rem;
  max-height: 64vh;
  overflow: auto;
  padding: 1rem;
}
.cs-reading:focus-visible { outline: 2px solid var(--cs-accent); outline-offset: 2px; }
.cs-leaf { margin: 0 auto; max-width: 48rem; }
.cs-leaf > * { margin: 0 0 .6rem; }
.cs-leaf .cs-heading { font-weight: 700; margin-top: 1rem; }
.cs-leaf .cs-item { padding-left: 1rem; }
.cs-leaf .cs-footnote { color: var(--cs-muted); font-size: .875rem; }
.cs-reading mark {
  background: light-dark(#ffe89a, #6a5200);
  border-radius: .15rem;
  color: inherit;
}
/* Print on a page is too small for a telephone: there the picture is scrolled to and fro. */
.st-key-original:has(img) { max-height: 64vh; overflow: auto; }
.st-key-original:focus-visible { outline: 2px solid light-dark(#0b4f8a, #8cc4ff); }
.st-key-original img { max-width: 100%; min-width: 42rem; }
[class*="st-key-example"] button, [class*="st-key-example"] button > * {
  justify-content: flex-start;
  text-align: left;
}
/* Streamlit's captions are too faint to read on paper white (3.9 : 1; WCAG asks for 4.5). */
[data-testid="stCaptionContainer"], [data-testid="stCaptionContainer"] p {
  color: light-dark(#55585f, #b5b8bf);
  opacity: 1;
}
dl.cs-facts { font-size: .8125rem; line-height: 1.4; margin: 0; padding: 0; }
.cs-facts dt { font-weight: 600; margin: 0; padding: 0; }
.cs-facts dd { color: light-dark(#55585f, #b5b8bf); margin: 0 0 .4rem; padding: 0; }
.cs-list p { font-size: inherit; }
.cs-list ul { list-style: none; margin: 0; padding: 0; }
.cs-list li { border-top: 1px solid var(--cs-line); padding: .45rem 0; font-size: .875rem; }
.cs-list li:first-child { border-top: 0; }
.cs-list .cs-meta { font-size: .8125rem; }
</style>"""
