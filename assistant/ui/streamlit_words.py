"""Styles that have what Streamlit draws by itself speak our language and know our theme."""

from __future__ import annotations

__all__ = ["dialog_style", "menu_style", "uploader_words"]


def dialog_style(theme: str | None) -> str:
    """Return the style that tells dialogs, which stand outside the page, which theme it has.

    Args:
        theme: ``light`` or ``dark``; None where the browser has not said.
    """
    scheme = theme if theme in ("light", "dark") else "light dark"
    return f"<style>[role=dialog] {{ color-scheme: {scheme}; }}</style>"


def menu_style(name: str) -> str:
    """Return the style that names the button behind which a narrow window has the pages.

    Streamlit gives it two arrows and no word.

    Args:
        name: The name; words of ours, as nothing in them is escaped.
    """
    return (
        f'<style>[data-testid=stExpandSidebarButton]::after {{ content: "{name}";'
        " font-size: .875rem; margin: 0 .35rem; }</style>"
    )


def uploader_words(browse: str, limit: str) -> str:
    """Return a style that has fields for files speak our language: Streamlit's words are English.

    Args:
        browse: Instead of “Upload”; words of ours, as nothing in them is escaped.
        limit: Instead of “20MB per file”, likewise.
    """
    instead = (
        ("[data-testid=stFileUploaderDropzone] button p", browse),
        ("[data-testid=stFileUploaderDropzoneInstructions] span", limit),
    )
    rules = "".join(
        f'{place} {{ font-size: 0; }} {place}::after {{ content: "{words}"; font-size: 1rem; }}'
        for place, words in instead
    )
    return f"<style>{rules}</style>"
