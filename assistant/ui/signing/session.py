"""Who looks at the page now: the one place that every page and every change asks."""

from __future__ import annotations

import json
import logging
import threading
import time
from collections.abc import Mapping
from http.client import HTTPException
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import streamlit as st

from assistant.config import load_sign_in
from assistant.errors import UsageError
from assistant.ui.signing.roles import OPEN, Standing, Visitor, admit
from assistant.ui.signing.setup import DEFAULT, fault_of, metadata_url, providers

__all__ = ["provider_names", "sign_in", "sign_out", "visitor"]

_PATIENCE = 5.0
"""Seconds that a provider has to tell about itself."""

_COOKIE_SECONDS = 30 * 24 * 3_600
"""How long Streamlit's cookie is good for."""
# Streamlit brings neither along; its extra `auth` does.
_LIBRARIES = ("authlib", "httpx")

_log = logging.getLogger(__name__)
# Sign-ins that were ended here, with the moment; their cookies would still be good.
_ended: dict[str, float] = {}
_ending = threading.Lock()


def visitor() -> Visitor:
    """Return who looks at the page and what they may do, as the settings are this moment."""
    try:
        lists = load_sign_in()
    except UsageError as error:
        _log.error("%s", error)
        return Visitor(Standing.CLOSED, fault="settings")
    auth = _auth()
    if lists is None:
        # A provider without lists is half of a sign-in, and more likely forgotten than meant.
        return OPEN if auth is None else Visitor(Standing.CLOSED, fault="lists")
    if fault := fault_of(auth, installed=all(map(find_spec, _LIBRARIES))):
        return Visitor(Standing.CLOSED, fault=fault)
    claims: Mapping[str, Any] = st.user.to_dict()
    found = admit(claims, lists, time.time())
    if found.may_read and _mark(claims) in _ended:
        return Visitor(Standing.EXPIRED, found.email)
    return found


def provider_names() -> list[str]:
    """Return the providers to choose from; the one without a name is empty."""
    return providers(_auth() or {})


def sign_in(provider: str) -> bool:
    """Send the browser to a provider; False where the provider does not answer.

    Streamlit asks it only after the browser has left the page, and has no words for a failure.

    Args:
        provider: One of ``provider_names``.
    """
    url = metadata_url(_auth() or {}, provider)
    try:
        with urlopen(url, timeout=_PATIENCE) as reply:  # noqa: S310 - `fault_of` knows its scheme
            json.load(reply)["authorization_endpoint"]
    except (OSError, ValueError, KeyError, TypeError, HTTPException) as error:
        _log.error("the provider does not answer: %s", error)
        return False
    if provider == DEFAULT:
        st.login()
    else:
        st.login(provider)
    return True


def sign_out() -> None:
    """End the sign-in in all windows of this browser, and wherever its cookie was carried."""
    now = time.time()
    with _ending:
        for mark in [one for one, at in _ended.items() if now - at > _COOKIE_SECONDS]:
            del _ended[mark]
        _ended[_mark(st.user.to_dict())] = now
    st.logout()


def _mark(claims: Mapping[str, object]) -> str:
    """Return what tells one sign-in from every other: its provider makes a nonce of no two."""
    parts = [claims.get(name) for name in ("iss", "sub", "email", "iat", "nonce")]
    return json.dumps(parts, default=str)


def _auth() -> Mapping[str, object] | None:
    """Return the section ``[auth]`` of Streamlit's secrets; None where there is none.

    A file that is there and cannot be read is taken for one with an empty section.
    """
    if not st.secrets.load_if_toml_exists():
        there = any(Path(file).exists() for file in st.get_option("secrets.files") or ())
        return {} if there else None
    section = st.secrets.get("auth")
    return section if isinstance(section, Mapping) or section is None else {}
