"""What is on and what is off, looked up and not asserted."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from assistant.documents.ocr.tesseract import find_tesseract
from assistant.schema import written_day
from assistant.ui.opening import Shelf
from assistant.ui.signing.roles import Standing
from assistant.ui.signing.session import visitor
from assistant.ui.workshop.texts import WorkshopTexts

__all__ = ["Check", "checks_of", "is_local"]

_LOCAL = ("127.0.0.1", "localhost", "::1")
_SLOW = 3.0
"""Seconds from which an answer keeps a room waiting."""


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the check list.

    Attributes:
        state: ``on``, ``off`` (which is as it may be) or ``look`` (somebody has to look).
        name: What was looked at.
        told: What was found, in words.
    """

    state: str
    name: str
    told: str


def checks_of(shelf: Shelf, question: str | None, texts: WorkshopTexts) -> list[Check]:
    """Return the check list of this machine, as it is now.

    Args:
        shelf: The open index.
        question: A question that the documents answer, to take the time of; None for none.
        texts: Words of the page.
    """
    names, told = texts.checks, texts.checked
    manifest = shelf.assistant.reader.manifest
    address = st.get_option("server.address")
    model = shelf.meaning_model
    signed_in = visitor().standing is not Standing.OPEN
    return [
        _offline(model, signed_in, names["offline"], told),
        _address(address, signed_in, names["address"], told),
        Check(
            "on",
            names["corpus"],
            told["corpus"].format(manifest.documents, manifest.passages, _day(manifest.created)),
        ),
        Check("look", names["skipped"], told["skipped"].format(len(shelf.skipped)))
        if shelf.skipped
        else Check("on", names["skipped"], told["skipped_none"]),
        _ocr(names["ocr"], told),
        Check("off", names["language_model"], told["language_model"]),
        _encoder(manifest.encoder_kind, model, names["encoder"], told),
        _speed(shelf, question, names["speed"], told),
    ]


def is_local(address: str | None) -> bool:
    """Tell whether a server at an address can be reached from its own machine alone."""
    return address in _LOCAL


def _offline(model: str | None, signed_in: bool, name: str, told: dict[str, str]) -> Check:
    needs = ["offline_model"] if model else []
    needs += ["offline_sign_in"] if signed_in else []
    if not needs:
        return Check("on", name, told["offline"])
    return Check("look", name, " ".join(told[need] for need in needs))


def _address(address: str | None, signed_in: bool, name: str, told: dict[str, str]) -> Check:
    # In front of a machine that people sign in on stands a server for those who come from others.
    if signed_in:
        return Check("look", name, told["address_sign_in"])
    if is_local(address):
        return Check("on", name, told["address"])
    return Check("look", name, told["address_open"])


def _ocr(name: str, told: dict[str, str]) -> Check:
    found = find_tesseract() is not None
    return Check("on", name, told["ocr"]) if found else Check("off", name, told["ocr_none"])


def _encoder(kind: str, model: str | None, name: str, told: dict[str, str]) -> Check:
    if kind == "none":
        return Check("off", name, told["encoder_none"])
    if model is None:
        return Check("on", name, told["encoder_own"])
    return Check("on", name, told["encoder_model"].format(model))


def _speed(shelf: Shelf, question: str | None, name: str, told: dict[str, str]) -> Check:
    if question is None:
        return Check("look", name, told["speed_none"])
    begin = time.perf_counter()
    shelf.assistant.ask(question)
    seconds = time.perf_counter() - begin
    shown = f"{max(seconds, 0.1):.1f}".replace(".", told["decimal"])
    return Check("on" if seconds < _SLOW else "look", name, told["speed"].format(shown))


def _day(created: str) -> str:
    """Return the day of a moment, which is told in UTC, by the clock of this machine."""
    return written_day(datetime.fromisoformat(created).astimezone())
