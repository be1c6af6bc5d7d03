"""Captions that a page's code left glued to the sentences around them."""

from __future__ import annotations

import re

from assistant.vietnamese.normalise import fold

__all__ = ["unglue"]

# "<headline> ảnh 1Một góc thành phố…": the alternative text of a picture before its caption.
_NUMBERED = re.compile(r"\sảnh\s\d{1,2}(?=[A-ZĐÀ-Ỹ“\"'‘(])")
_CREDIT = re.compile(
    r"\((?:Ảnh|Nguồn|Nguồn ảnh|Ảnh minh họa|Ảnh minh hoạ|Ảnh tư liệu|Đồ họa|Minh họa)"
    r"\s*[:;]?[^()]{0,60}\)\.?"
    r"|\(Ảnh(?: [^()]{1,40})?\)\.?"
)
_BARE_CREDIT = re.compile(r"(?<=[.!?”\"\s])Ảnh\s?:\s?(?=\S)")
# Where a tag was lost a capital follows without a space: after a stop, or after a small letter.
_SEAM = re.compile(r"(?<=[a-zà-ỹ0-9%”\")])[.!?…][”\"]?(?=[A-ZĐÀ-Ỹ“][a-zà-ỹ])")
_NAME_SEAM = re.compile(r"(?<=[a-zà-ỹ])(?=[A-ZĐÀ-Ỹ])|(?<=[A-ZĐÀ-Ỹ]{2})(?=[A-ZĐÀ-Ỹ][a-zà-ỹ])")
_STOP = re.compile(r"[.!?…][”\"]?\s+(?=[A-ZĐÀ-Ỹ“\"])")
_LONGEST_CAPTION = 320
"""Characters of caption before its credit; a longer text before a credit is prose."""
_LEAST_BODY = 60
"""Characters after a caption that count as body text."""


def unglue(text: str, title: str) -> str:
    """Return a line without captions glued to it; empty when it is a caption altogether.

    Args:
        text: One line of a press page.
        title: Headline of the page, which glued captions repeat.
    """
    text = _without_numbered(text, title)
    text = _without_leading(text)
    return _without_trailing(text).strip()


def _without_numbered(text: str, title: str) -> str:
    match = _NUMBERED.search(text)
    while match:
        before = text[: match.start()]
        head = fold(title)
        at = fold(before).rfind(head) if head else -1
        if at < 0 and (len(before) > 220 or re.search(r"[.!?]\s", before)):
            return text
        body_before = before[:at].rstrip() if at > 0 else ""
        text = f"{body_before} {_after_caption(text[match.end() :])}".strip()
        match = _NUMBERED.search(text)
    return text


def _after_caption(text: str) -> str:
    """Return what follows a caption: after its credit, else after a seam, else nothing."""
    for pattern in (_CREDIT, _SEAM):
        match = pattern.search(text)
        if match and match.start() <= _LONGEST_CAPTION:
            return text[match.end() :].strip()
    stop = _STOP.search(text)
    if stop and len(text) - stop.end() >= 3 * _LEAST_BODY:
        return text[stop.end() :]
    return ""


def _without_leading(text: str) -> str:
    """Cut a credited caption in front of body text."""
    match = _CREDIT.search(text)
    if match and match.start() <= _LONGEST_CAPTION and fold(match.group())[1:5] != "nguo":
        caption, rest = text[: match.start()], text[match.end() :]
        glued = rest[:1].strip() != ""
        if len(rest.strip()) >= _LEAST_BODY and len(_STOP.findall(caption)) <= (2 if glued else 0):
            return rest.strip()
    bare = _BARE_CREDIT.search(text)
    if bare and bare.start() <= _LONGEST_CAPTION:
        seam = _NAME_SEAM.search(text, bare.end(), bare.end() + 40)
        rest = text[seam.start() :] if seam else ""
        if len(rest) >= _LEAST_BODY and len(_STOP.findall(text[: bare.start()])) <= 1:
            return rest
    return text


def _without_trailing(text: str) -> str:
    """Cut a credited caption behind body text."""
    match = next(iter([*_CREDIT.finditer(text)][-1:]), None)
    if match is None or match.end() < len(text) - 2:
        match = next(iter([*_BARE_CREDIT.finditer(text)][-1:]), None)
        if match is None or len(text) - match.end() > 45:
            return text
    seams = [seam for seam in _SEAM.finditer(text) if seam.end() < match.start()]
    if seams and len(text) - seams[-1].end() <= _LONGEST_CAPTION:
        return text[: seams[-1].end()]
    return text
