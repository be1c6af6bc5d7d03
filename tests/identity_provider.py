"""A small OpenID Connect provider on this machine, to try and to test signing in.

Whoever asks is let in as anybody, so that it is good for trials alone:

    python tests/identity_provider.py

prints what belongs into ``.streamlit/secrets.toml`` and serves until it is stopped. It gives out
codes once (RFC 6749, section 4.1.2), holds who asks to the address it was started for and to PKCE
(RFC 7636), and signs with RS256 (OpenID Connect Core 1.0, section 15.1).
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import html
import json
import secrets
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

CLIENT, PASSWORD = "tro-ly-chinh-sach", "chi-de-thu"
PEOPLE = {
    "bien.tap@co-quan.example": {},
    "nguoi.doc@co-quan.example": {},
    "nguoi.la@noi-khac.example": {},
    "chua.xac.minh@co-quan.example": {"email_verified": False},
}
"""Addresses to choose from, with what the provider says otherwise of them."""

_PAGE = """<!doctype html><html lang="vi"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Đăng nhập thử</title>
<style>body {{ font: 1rem system-ui; margin: 3rem auto; max-width: 26rem; padding: 0 1rem; }}
button {{ display: block; font: inherit; margin: .5rem 0; padding: .5rem; width: 100%; }}</style>
<h1>Đăng nhập thử</h1><p>Chỉ để thử trên máy này. Vào với tên:</p>
<form method="post">{buttons}</form></html>"""


class Provider(ThreadingHTTPServer):
    """The provider, on a port of this machine.

    Args:
        port: Port to listen on; any free one for 0.
        redirect: The one address that people are sent back to.
    """

    daemon_threads = True

    def __init__(self, port: int, redirect: str) -> None:
        from joserfc.jwk import RSAKey

        super().__init__(("127.0.0.1", port), _Handler)
        self.address = f"http://127.0.0.1:{self.server_port}"
        self.redirect = redirect
        self.key = RSAKey.generate_key(2048, {"kid": "1", "use": "sig", "alg": "RS256"})
        self.codes: dict[str, dict[str, str]] = {}
        self.seconds_ago = 0
        """How long ago people signed in, as the tokens say."""

    def secrets(self, cookie_secret: str) -> str:
        """Return the section of Streamlit's secrets that leads here."""
        return (
            "[auth]\n"
            f'redirect_uri = "{self.redirect}"\n'
            f'cookie_secret = "{cookie_secret}"\n'
            f'client_id = "{CLIENT}"\n'
            f'client_secret = "{PASSWORD}"\n'
            f'server_metadata_url = "{self.address}/.well-known/openid-configuration"\n'
        )

    def id_token(self, asked: dict[str, str]) -> str:
        """Return who somebody is, signed."""
        from joserfc import jwt

        now = int(time.time()) - self.seconds_ago
        email = asked["email"]
        claims: dict[str, Any] = {
            "iss": self.address, "aud": CLIENT, "sub": email, "email": email,
            "email_verified": True, "iat": now, "exp": now + self.seconds_ago + 3_600,
            "nonce": asked["nonce"], **PEOPLE.get(email, {}),
        }  # fmt: skip
        return jwt.encode({"alg": "RS256", "kid": "1"}, claims, self.key)


class _Handler(BaseHTTPRequestHandler):
    server: Provider

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        asked = _first(parts.query)
        if parts.path == "/.well-known/openid-configuration":
            self._json(self._metadata())
        elif parts.path == "/jwks":
            self._json({"keys": [self.server.key.as_dict(private=False)]})
        elif parts.path == "/authorize" and self._is_known(asked):
            buttons = "".join(
                f'<button name="email" value="{html.escape(email)}">{html.escape(email)}</button>'
                for email in PEOPLE
            )
            self._send(200, "text/html; charset=utf-8", _PAGE.format(buttons=buttons).encode())
        elif parts.path == "/logout" and asked.get("post_logout_redirect_uri") == (
            self.server.redirect
        ):
            self._redirect(self.server.redirect)
        else:
            self._json({"error": "invalid_request"}, 400)

    def do_POST(self) -> None:
        parts = urlsplit(self.path)
        sent = _first(self.rfile.read(int(self.headers["Content-Length"])).decode())
        if parts.path == "/token":
            self._token(sent)
        elif parts.path == "/authorize" and self._is_known(asked := _first(parts.query)):
            code = secrets.token_urlsafe()
            self.server.codes[code] = {"nonce": "", **asked, "email": sent["email"]}
            answer = urlencode({"code": code, "state": asked.get("state", "")})
            self._redirect(f"{self.server.redirect}?{answer}")
        else:
            self._json({"error": "invalid_request"}, 400)

    def _is_known(self, asked: dict[str, str]) -> bool:
        return (
            asked.get("client_id") == CLIENT
            and asked.get("redirect_uri") == self.server.redirect
            and asked.get("response_type") == "code"
            and asked.get("code_challenge_method") == "S256"
        )

    def _token(self, sent: dict[str, str]) -> None:
        given = base64.b64encode(f"{CLIENT}:{PASSWORD}".encode()).decode()
        asked = self.server.codes.pop(sent.get("code", ""), None)
        digest = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if self.headers.get("Authorization") != f"Basic {given}":
            self._json({"error": "invalid_client"}, 401)
        elif asked is None or challenge != asked["code_challenge"]:
            self._json({"error": "invalid_grant"}, 400)
        else:
            token = self.server.id_token(asked)
            kind = {"token_type": "Bearer", "expires_in": 3_600}
            self._json({"access_token": secrets.token_urlsafe(), "id_token": token, **kind})

    def _metadata(self) -> dict[str, object]:
        address = self.server.address
        return {
            "issuer": address,
            "authorization_endpoint": f"{address}/authorize",
            "token_endpoint": f"{address}/token",
            "jwks_uri": f"{address}/jwks",
            "end_session_endpoint": f"{address}/logout",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
        }

    def _json(self, record: object, status: int = 200) -> None:
        self._send(status, "application/json", json.dumps(record).encode())

    def _redirect(self, address: str) -> None:
        self.send_response(303)
        self.send_header("Location", address)
        self.end_headers()

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: addresses hold codes."""


def _first(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query).items()}


@contextmanager
def serving(redirect: str) -> Iterator[Provider]:
    """Serve on a free port while a test runs."""
    provider = Provider(0, redirect)
    thread = threading.Thread(target=provider.serve_forever, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        provider.shutdown()
        thread.join()
        provider.server_close()


def main() -> None:
    parser = argparse.ArgumentParser(description="Nơi đăng nhập để thử trên máy này")
    parser.add_argument("--port", type=int, default=9_000)
    parser.add_argument("--redirect", default="http://localhost:8501/oauth2callback")
    args = parser.parse_args()
    provider = Provider(args.port, args.redirect)
    told = provider.secrets(secrets.token_hex(32))
    sys.stdout.write(f"# .streamlit/secrets.toml\n{told}\n# Ctrl+C để dừng\n")
    sys.stdout.flush()
    try:
        provider.serve_forever()
    except KeyboardInterrupt:
        provider.server_close()


if __name__ == "__main__":
    main()
