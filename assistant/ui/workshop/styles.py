"""The look of what a trainer shows: large enough for the last row of a room."""

from __future__ import annotations

__all__ = ["WORKSHOP_STYLE"]

WORKSHOP_STYLE = """<style>
.cs-riddle, .cs-claims, .cs-checks, .cs-step {
  --cs-accent: light-dark(#0b4f8a, #8cc4ff);
  --cs-line: color-mix(in srgb, currentColor 18%, transparent);
  --cs-muted: color-mix(in srgb, currentColor 76%, transparent);
  line-height: 1.6;
  overflow-wrap: anywhere;
}
.cs-step p, .cs-riddle p, .cs-claims p { margin: 0; }
.cs-step .cs-term, .cs-claims .cs-term {
  color: var(--cs-muted);
  font-size: .875rem;
  font-weight: 600;
  margin-top: .8rem;
}
.cs-step .cs-said {
  border-left: 3px solid var(--cs-accent);
  font-size: 1.25rem;
  padding-left: .8rem;
}
.cs-riddle p { font-size: 1.4rem; }
[class*=st-key-guess] label p { font-size: 1.15rem; }
.cs-riddle .cs-from { color: var(--cs-muted); font-size: .9375rem; margin-bottom: .4rem; }
.cs-riddle .cs-blank {
  border-bottom: 2px solid var(--cs-accent);
  color: var(--cs-accent);
  font-weight: 700;
  padding: 0 .5rem;
}
.cs-claims mark { background: light-dark(#ffe89a, #6a5200); border-radius: .15rem; color: inherit; }
.cs-checks.cs-checks { list-style: none; margin: 0; padding: 0; }
.cs-checks li {
  border-top: 1px solid var(--cs-line);
  display: grid;
  gap: 0 1rem;
  grid-template-columns: 6.5rem minmax(9rem, 1fr) 3fr;
  margin: 0;
  padding: .55rem 0;
}
.cs-checks .cs-name { font-weight: 600; }
.cs-checks .cs-state {
  align-self: start;
  border: 1.5px solid currentColor;
  border-radius: 1rem;
  font-size: .8125rem;
  font-weight: 700;
  justify-self: start;
  padding: 0 .6rem;
}
.cs-checks .cs-on { color: light-dark(#116329, #7ee2a0); }
.cs-checks .cs-off { color: var(--cs-muted); }
.cs-checks .cs-look { color: light-dark(#8a4600, #ffc27a); }
.cs-tokens dd { display: flex; flex-wrap: wrap; gap: .3rem; }
.cs-tokens dd span { border: 1px solid var(--cs-line); border-radius: .3rem; padding: 0 .35rem; }
.cs-steps .cs-card p { margin: 0; }
.cs-steps .cs-card.cs-chosen { border-color: var(--cs-accent); border-width: 2px; }
.cs-steps .cs-state { color: var(--cs-accent); font-size: .8125rem; font-weight: 700; }
.cs-steps .cs-label {
  color: var(--cs-muted);
  font-size: .875rem;
  font-weight: 600;
  margin: .6rem 0;
}
@media (max-width: 640px) { .cs-checks li { grid-template-columns: 1fr; } }
</style>"""
