"""Who somebody is and what they may do, by what their provider says of them and by the lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.config import SignIn

__all__ = ["OPEN", "Standing", "Visitor", "admit"]

_SECONDS = 3_600


class Standing(StrEnum):
    """How somebody stands to the pages."""

    OPEN = "open"
    """No sign-in is set: everybody on this machine reads and changes."""
    CLOSED = "closed"
    """Sign-in is set and cannot work: nobody reads anything."""
    AWAITED = "awaited"
    """Nobody has signed in yet."""
    EXPIRED = "expired"
    """The sign-in is too long ago, or was ended in another window."""
    UNVERIFIED = "unverified"
    """The provider does not vouch for the address."""
    STRANGER = "stranger"
    """The address is on no list."""
    READER = "reader"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whoever looks at a page.

    Attributes:
        standing: How they stand to the pages.
        email: Their address; empty where it is not known.
        fault: What keeps sign-in from working, a key of ``SigningTexts.faults``; else empty.
    """

    standing: Standing
    email: str = ""
    fault: str = ""

    @property
    def may_read(self) -> bool:
        """Whether they see documents, questions and answers."""
        return self.may_edit or self.standing is Standing.READER

    @property
    def may_edit(self) -> bool:
        """Whether they change the library."""
        return self.standing in (Standing.OPEN, Standing.EDITOR)


OPEN = Visitor(Standing.OPEN)
"""Whoever looks at the pages of a machine of their own."""


def admit(claims: Mapping[str, object], lists: SignIn, now: float) -> Visitor:
    """Return who has signed in and what they may do.

    Args:
        claims: What the provider says in its ID token (OpenID Connect Core 1.0, sections 2 and
            5.1), and Streamlit's ``is_logged_in``.
        lists: Who may come in.
        now: Seconds since 1970.
    """
    if claims.get("is_logged_in") is not True:
        return Visitor(Standing.AWAITED)
    email = claims.get("email")
    email = email if isinstance(email, str) else ""
    issued = claims.get("iat")
    if not isinstance(issued, int | float) or not now - issued <= lists.hours * _SECONDS:
        return Visitor(Standing.EXPIRED, email)
    if not _is_address(email) or not _is_verified(claims.get("email_verified"), lists):
        return Visitor(Standing.UNVERIFIED, email)
    if _listed(email, lists.editors):
        return Visitor(Standing.EDITOR, email)
    if _listed(email, lists.readers):
        return Visitor(Standing.READER, email)
    return Visitor(Standing.STRANGER, email)


def _is_verified(said: object, lists: SignIn) -> bool:
    """Tell whether an address is vouched for; some providers send the word and not the value."""
    return said is True or said == "true" or (said is None and lists.trust_email)


def _is_address(email: str) -> bool:
    local, _, domain = email.partition("@")
    plain = not any(char.isspace() or not char.isprintable() for char in email)
    return bool(local and domain and plain and "@" not in domain)


def _listed(email: str, entries: Sequence[str]) -> bool:
    """Tell whether an address is on a list, by itself or by its domain."""
    known = {_alike(entry) for entry in entries}
    address = _alike(email)
    return address in known or address[address.index("@") :] in known


def _alike(address: str) -> str:
    """Return an address with the capitals of ASCII made small, and of no other letters.

    Unicode makes a plain k of the Kelvin sign, and with it one person of another.
    """
    return address.lower() if address.isascii() else address
