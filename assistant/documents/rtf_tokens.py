"""The tokens of an RTF file: groups, control words, bytes of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

__all__ = ["Kind", "Token", "code_page", "tokens"]

_TOKEN = re.compile(
    rb"(?P<open>\{)|(?P<close>\})"
    rb"|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?"
    rb"|(?P<hex>(?:\\'[0-9a-fA-F]{2})+)|\\(?P<sign>[^a-zA-Z])|(?P<text>[^{}\\\r\n]+)",
    re.S,
)
# Character sets of Windows by the number that a font states ([MS-RTF], \fcharset).
_CODE_PAGES = {
    128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 0: "cp1252",
}  # fmt: skip


class Kind(Enum):
    """What a token is."""

    OPEN = "{"
    CLOSE = "}"
    WORD = "word"
    SIGN = "sign"
    TEXT = "text"


class Token(NamedTuple):
    """A token: name and number of a control word, or the bytes of text."""

    kind: Kind
    word: str = ""
    number: int | None = None
    data: bytes = b""


_OPEN, _CLOSE = Token(Kind.OPEN), Token(Kind.CLOSE)


def tokens(data: bytes) -> Iterator[Token]:
    """Yield the tokens of an RTF file; binary pictures are left out."""
    at = 0
    while match := _TOKEN.search(data, at):
        at = match.end()
        kind = match.lastgroup
        if kind == "open":
            yield _OPEN
        elif kind == "close":
            yield _CLOSE
        elif kind in ("word", "number"):
            word = match.group("word").decode("ascii")
            number = int(match.group("number")) if match.group("number") else None
            if word == "bin":
                at += max(0, number or 0)
            else:
                yield Token(Kind.WORD, word, number)
        elif kind == "hex":
            yield Token(Kind.TEXT, data=bytes.fromhex(match.group().replace(b"\\'", b"").decode()))
        elif kind == "sign":
            yield Token(Kind.SIGN, match.group("sign").decode("latin-1"))
        else:
            yield Token(Kind.TEXT, data=match.group("text"))


def code_page(charset: int | None) -> str | None:
    """Return the codec of a font's character set; None where it has the document's own."""
    return _CODE_PAGES.get(charset) if charset is not None else None
