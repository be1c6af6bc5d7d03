"""Who is let in and as what, and what keeps sign-in from working: plain functions."""

from __future__ import annotations

import pytest
from page_texts import assert_alike

from assistant.config import SignIn
from assistant.ui.signing.roles import Standing, Visitor, admit
from assistant.ui.signing.setup import fault_of, metadata_url, providers
from assistant.ui.signing.texts import SIGNING_TEXTS

NOW = 1_800_000_000.0
LISTS = SignIn(("@co-quan.vn", "Khach@noi-khac.vn"), ("bien.tap@co-quan.vn", "k@e.vn"), hours=12)
AUTH = {
    "redirect_uri": "http://localhost:{port}/oauth2callback",
    "cookie_secret": "0123456789abcdef0123456789abcdef",
    "client_id": "a",
    "client_secret": "b",
    "server_metadata_url": "https://dang-nhap.example/.well-known/openid-configuration",
}


def claims(email: object, **said: object) -> dict[str, object]:
    known = {"is_logged_in": True, "email": email, "email_verified": True, "iat": int(NOW) - 60}
    return known | said


def standing(email: object, lists: SignIn = LISTS, **said: object) -> Standing:
    return admit(claims(email, **said), lists, NOW).standing


def test_both_languages_say_everything() -> None:
    assert_alike(SIGNING_TEXTS)


def test_the_lists_make_readers_and_editors() -> None:
    assert admit(claims("ai.do@co-quan.vn"), LISTS, NOW) == Visitor(
        Standing.READER, "ai.do@co-quan.vn"
    )
    assert standing("bien.tap@co-quan.vn") is Standing.EDITOR
    assert standing("Bien.Tap@CO-QUAN.vn") is Standing.EDITOR
    assert standing("khach@noi-khac.vn") is Standing.READER


@pytest.mark.parametrize(
    "email",
    [
        "khac@noi-khac.vn",
        "a@co-quan.vn.evil.example",
        "a@sub.co-quan.vn",
        "a@xco-quan.vn",
        "co-quan.vn@evil.example",
        "\u212a@e.vn",  # the Kelvin sign, whose small letter is k
    ],
)
def test_who_is_on_no_list_is_a_stranger(email: str) -> None:
    assert standing(email) is Standing.STRANGER


@pytest.mark.parametrize("said", [False, None, "false", 1, "True", {}])
def test_an_address_that_is_not_verified_lets_nobody_in(said: object) -> None:
    assert standing("bien.tap@co-quan.vn", email_verified=said) is Standing.UNVERIFIED


@pytest.mark.parametrize(
    "email",
    [
        "",
        None,
        5,
        "@co-quan.vn",
        "x@evil.example@co-quan.vn",
        "a b@co-quan.vn",
        "a\n@co-quan.vn",
        "a\u202e@co-quan.vn",
    ],
)
def test_what_is_no_address_lets_nobody_in(email: object) -> None:
    assert standing(email) is Standing.UNVERIFIED


def test_a_provider_that_says_nothing_may_be_trusted_but_not_one_that_denies() -> None:
    trusting = SignIn(("@co-quan.vn",), trust_email=True)
    assert standing("a@co-quan.vn", trusting, email_verified=None) is Standing.READER
    assert standing("a@co-quan.vn", trusting, email_verified=False) is Standing.UNVERIFIED
    assert standing("a@co-quan.vn", email_verified="true") is Standing.READER


@pytest.mark.parametrize("iat", [NOW - 12 * 3_600 - 1, None, "x", float("nan"), True])
def test_a_sign_in_that_is_too_long_ago_lets_nobody_in(iat: object) -> None:
    assert standing("bien.tap@co-quan.vn", iat=iat) is Standing.EXPIRED


@pytest.mark.parametrize("said", [False, None, "true", 1])
def test_who_has_not_signed_in_is_awaited(said: object) -> None:
    assert standing("bien.tap@co-quan.vn", is_logged_in=said) is Standing.AWAITED


def test_only_those_let_in_read_and_only_editors_change() -> None:
    both = {one: (Visitor(one).may_read, Visitor(one).may_edit) for one in Standing}
    assert both.pop(Standing.OPEN) == (True, True)
    assert both.pop(Standing.EDITOR) == (True, True)
    assert both.pop(Standing.READER) == (True, False)
    assert set(both.values()) == {(False, False)}


def test_providers_are_named_and_say_where_they_are() -> None:
    assert providers(AUTH) == [""]
    shared = {name: AUTH[name] for name in ("redirect_uri", "cookie_secret")}
    named = {**shared, "so": AUTH, "nua": {"client_id": "x"}}
    assert providers(named) == ["so"]
    assert metadata_url(named, "so") == AUTH["server_metadata_url"]
    assert fault_of(named, installed=True) == ""


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({}, ""),
        ({"client_secret": ""}, "secrets"),
        ({"cookie_secret": "xxx"}, "cookie"),
        ({"redirect_uri": "https://chinh-sach.example/"}, "redirect"),
        ({"redirect_uri": "http://chinh-sach.example/oauth2callback"}, "plain"),
        ({"redirect_uri": "http://[::1/oauth2callback"}, "plain"),
        ({"redirect_uri": "http://127.0.0.1:8501/oauth2callback"}, ""),
        ({"server_metadata_url": "http://dang-nhap.example/"}, "plain"),
        ({"server_metadata_url": "file:///etc/passwd"}, "plain"),
        ({"server_metadata_url": "http://localhost.evil.example/"}, "plain"),
    ],
)
def test_what_is_not_safe_keeps_everybody_out(change: dict[str, str], fault: str) -> None:
    assert fault_of({**AUTH, **change}, installed=True) == fault
    assert fault in ("", *SIGNING_TEXTS["vi"].faults)


def test_without_the_library_or_the_secrets_nobody_comes_in() -> None:
    assert fault_of(AUTH, installed=False) == "library"
    assert fault_of(None, installed=True) == "secrets"
    assert fault_of({}, installed=True) == "secrets"
