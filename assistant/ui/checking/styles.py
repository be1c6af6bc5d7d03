"""The look of verdicts, in light and in dark: a colour, a sign and a word for each.

Shown beside ``STYLE`` of all pages, whose names for colours it uses.
"""

from __future__ import annotations

__all__ = ["CHECK_STYLE"]

# Drawn as masks, as no font of the system is sure to have such signs; on a field of 16 by 16.
_SIGNS = {
    "supported": "M2 9l4 4 8-10",
    "refuted": "M3 3l10 10M13 3L3 13",
    "not-enough": "M5 5.5a3 3 0 1 1 4.6 2.6C8.5 8.8 8 9.3 8 10.5M8 12.3v2",
    "nothing": "M3 8h10",
}


def _sign(mark: str, path: str) -> str:
    """Return the rule that gives a mark its sign."""
    picture = (
        "%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
        f"%3Cpath d='{path}' fill='none' stroke='%23000' stroke-width='2.4'/%3E%3C/svg%3E"
    )
    places = f".cs-{mark} > .cs-icon, .cs-{mark} > .cs-mark > .cs-icon, tr.cs-{mark} td > .cs-icon"
    return f'{places} {{ --cs-sign: url("data:image/svg+xml,{picture}"); }}\n'


_RULES = """
.cs-supported { --cs-tone: light-dark(#14693a, #7fd8a0); }
.cs-refuted { --cs-tone: light-dark(#b3261e, #ff9d94); }
.cs-not-enough { --cs-tone: light-dark(#7a5200, #f2c66d); }
.cs-nothing { --cs-tone: light-dark(#55585f, #b5b8bf); }
.cs-icon {
  background: currentColor;
  display: inline-block;
  height: 1em;
  margin-right: .3em;
  mask: var(--cs-sign) center / contain no-repeat;
  vertical-align: -.12em;
  width: 1em;
}
.cs-check .cs-tally {
  display: flex;
  flex-wrap: wrap;
  gap: .5rem;
  list-style: none;
  margin: 0;
  padding: 0;
}
.cs-check .cs-tally li {
  background: color-mix(in srgb, var(--cs-tone) 10%, transparent);
  border: 1px solid color-mix(in srgb, var(--cs-tone) 45%, transparent);
  border-radius: 1rem;
  color: var(--cs-tone);
  margin: 0;
  padding: .2rem .75rem;
}
.cs-checked {
  background: var(--cs-soft);
  border: 1px solid var(--cs-line);
  border-radius: .6rem;
  max-height: 24rem;
  overflow-y: auto;
  padding: .8rem 1rem;
  white-space: pre-line;
}
.cs-checked .cs-said {
  background: color-mix(in srgb, var(--cs-tone) 10%, transparent);
  border-bottom: 2px solid var(--cs-tone);
  color: inherit;
  text-decoration: none;
}
.cs-checked .cs-said:hover, .cs-checked .cs-said:focus-visible {
  outline: 2px solid var(--cs-tone);
}
.cs-check .cs-mark { color: var(--cs-tone); font-size: .8125rem; font-weight: 700; }
.cs-said .cs-mark { margin-left: .35rem; white-space: nowrap; }
.cs-check .cs-claim { border-left: 4px solid var(--cs-tone); }
.cs-claim:target { outline: 2px solid var(--cs-tone); }
.cs-claim .cs-scroll { margin: .5rem 0; }
.cs-claim .cs-part { color: var(--cs-tone); }
.cs-claim td > .cs-icon { color: var(--cs-tone); }
.cs-claim td .cs-meta, .cs-claim td .cs-beside { display: block; }
/* What holds today must not be overlooked beside a figure that was right once. */
.cs-claim td .cs-beside {
  color: light-dark(#7a5200, #f2c66d);
  font-size: .875rem;
  font-weight: 600;
}
.cs-claim .cs-no-side { color: var(--cs-muted); font-style: italic; font-weight: 400; }
.cs-claim .cs-passage { margin-top: .6rem; }
.cs-claim .cs-meta p { font-size: inherit; }
/* Streamlit's own button comes for a mouse alone and speaks English; ours stands below. */
[class*="st-key-note"] [data-testid=stElementToolbar] { display: none; }
/* A note is prose, and monospaced letters set Vietnamese badly. */
[class*="st-key-note"] code, [class*="st-key-note"] code * {
  font-family: system-ui, sans-serif;
}
"""

CHECK_STYLE = (
    f"<style>{_RULES}{''.join(_sign(mark, path) for mark, path in _SIGNS.items())}</style>"
)
