"""Whether sign-in can work with what Streamlit's secrets say, and safely."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from urllib.parse import urlsplit

__all__ = ["DEFAULT", "fault_of", "metadata_url", "providers"]

DEFAULT = ""
"""The provider that stands in ``[auth]`` itself and has no name."""

_CALLBACK = "/oauth2callback"
_NEEDED = ("client_id", "client_secret", "server_metadata_url")
# Who knows the secret makes cookies for anybody: 32 characters are what `token_hex(16)` gives.
_LEAST_SECRET = 32


def providers(auth: Mapping[str, object]) -> list[str]:
    """Return the names of the providers in ``[auth]``, in order; one without a name first.

    Args:
        auth: The section of Streamlit's secrets.
    """
    named = [name for name, value in auth.items() if _is_provider(value)]
    return [*([DEFAULT] if _is_provider(auth) else []), *named]


def metadata_url(auth: Mapping[str, object], provider: str) -> str:
    """Return where a provider tells about itself.

    Args:
        auth: The section of Streamlit's secrets.
        provider: One of ``providers``.
    """
    section = auth[provider] if provider else auth
    return str(section["server_metadata_url"]) if isinstance(section, Mapping) else ""


def fault_of(auth: Mapping[str, object] | None, *, installed: bool) -> str:
    """Return what keeps sign-in from working, a key of ``SigningTexts.faults``; else empty.

    Args:
        auth: The section ``[auth]`` of Streamlit's secrets; None where there is none.
        installed: Whether Authlib is there.
    """
    if not installed:
        return "library"
    if auth is None or not providers(auth):
        return "secrets"
    if len(str(auth.get("cookie_secret", ""))) < _LEAST_SECRET:
        return "cookie"
    back = str(auth.get("redirect_uri", ""))
    if not back.endswith(_CALLBACK):
        return "redirect"
    told = [metadata_url(auth, provider) for provider in providers(auth)]
    return "" if all(map(_is_private, (back, *told))) else "plain"


def _is_provider(value: object) -> bool:
    return isinstance(value, Mapping) and all(value.get(name) for name in _NEEDED)


def _is_private(url: str) -> bool:
    """Tell whether nobody between the two ends reads along: https, or this machine itself."""
    try:
        # Streamlit puts its port in the place of the word.
        parts = urlsplit(url.replace("{port}", "1"))
    except ValueError:
        return False
    if parts.scheme == "https":
        return bool(parts.hostname)
    return parts.scheme == "http" and _is_this_machine(parts.hostname or "")


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
