"""A place in a document as an official would cite it.

Nghị định 30/2020/NĐ-CP (Phụ lục I, phần I, mục II.6): “ghi đầy đủ tên loại, số, ký hiệu của văn
bản, thời gian ban hành văn bản, tên cơ quan, tổ chức … ban hành văn bản và tên gọi văn bản”, the
smallest unit first: “khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính
phủ về công tác văn thư”. Whatever is not known of a document is left out, never guessed.
"""

from __future__ import annotations

import re
from datetime import date

from assistant.schema import PRESS, Citation, Document
from assistant.vietnamese.normalise import lower

__all__ = ["quotation", "reference"]

_NAMED_LAWS = frozenset({"luật", "bộ luật", "pháp lệnh"})
"""Kinds that are called by their names, before their numbers."""
# What a document does, by which the name of most of them begins; any other name is “về …”.
_DOES = (
    "về", "phê duyệt", "ban hành", "quy định", "sửa đổi", "bổ sung", "bãi bỏ", "thay thế",
    "triển khai", "thực hiện", "tổ chức", "hướng dẫn", "công bố", "điều chỉnh", "thành lập",
    "kiện toàn", "giao", "phân công", "cho", "đẩy mạnh", "tăng cường", "phát động",
)  # fmt: skip
_WORDS_OF_KIND = 2
"""Words that may stand between the kind and the number: “Kế hoạch hành động số 21”."""
_OF_ACTION = "hành động "
"""“Kế hoạch hành động” is a kind of its own, whose number stands elsewhere."""
_JOINS = re.compile(r"\s*([/-])\s*")


def reference(document: Document, label: str, page: int | None) -> str:
    """Return a place in a document in the official style.

    Args:
        document: The document.
        label: The place in words, such as ``khoản 2 Điều 5``; "" for the whole document.
        page: Page from 1; None where it is not known.
    """
    if document.kind in (None, PRESS):
        return _of_the_press(document, label, page)
    kind, name = _kind_and_name(document)
    known = [kind]
    if document.kind in _NAMED_LAWS and name:
        known.append(name)
        name = ""
    known += [f"số {document.number}"] if document.number else []
    known += [_day(document.issued)] if document.issued else []
    known += [f"của {document.issuer}"] if document.issuer else []
    known += [name] if name else []
    place = f"{label} " if label else ""
    return f"{place}{' '.join(known)}{_page(page)}"


def quotation(citation: Citation) -> str:
    """Return the cited words with the place that they stand at, ready to be copied.

    Args:
        citation: The citation.
    """
    words = "\n".join(" ".join(line.split()) for line in citation.quote.strip().splitlines())
    return f"“{words}”\n({reference(citation.document, citation.label, citation.page)})"


def _of_the_press(document: Document, label: str, page: int | None) -> str:
    parts = [
        f"“{document.title}”",
        document.source.publisher or document.issuer or "",
        _day(document.issued) if document.issued else "",
        label,
    ]
    return ", ".join(part for part in parts if part) + _page(page)


def _kind_and_name(document: Document) -> tuple[str, str]:
    """Return what a document is and what it is about: “Kế hoạch”, “về chuyển đổi số …”."""
    kind = document.kind or ""
    title = " ".join(document.title.split())
    shown = kind[:1].upper() + kind[1:]
    if not lower(title).startswith(lower(kind)):
        return shown, _about(title)
    rest = title[len(kind) :].strip()
    more = ""
    if document.number:
        number = _number_pattern(document.number)
        between = rf"(?P<more>(?:\w+ ){{0,{_WORDS_OF_KIND}}}?)"
        named = re.match(rf"{between}(?:số\s*:?\s*)?{number}(?!\w)[\s,:.–-]*", rest, re.I)
        if named:
            more, rest = named["more"], rest[named.end() :]
    if not more and rest.startswith(_OF_ACTION):
        more, rest = _OF_ACTION, rest.removeprefix(_OF_ACTION)
    name = _cased(rest.strip(), document.text)
    if kind in _NAMED_LAWS:
        name = name.capitalize() if name.isupper() else name[:1].upper() + name[1:]
    else:
        name = _about(name)
    return f"{shown} {more}".strip(), name


def _cased(name: str, text: str) -> str:
    """Return a name that is printed in capitals as the text spells it, if it does."""
    if not name.isupper():
        return name
    wanted = name.lower()
    found = (text[at.start() : at.end()] for at in re.finditer(re.escape(wanted), text.lower()))
    return next((spelt for spelt in found if not spelt.isupper()), name)


def _number_pattern(number: str) -> str:
    """Return a pattern of a number that may be spaced: “8376 /VBHN-BTP”."""
    return _JOINS.sub(r"\\s*\1\\s*", re.escape(number).replace(r"\-", "-"))


def _about(name: str) -> str:
    """Return the name of a document so that it reads on after its issuer."""
    if not name:
        return ""
    if name.isupper():
        # What is a name in it nobody can tell, so that all of it stays as it is printed.
        return name
    words = name.split()
    capitals = len(words) > 1 and words[0][:1].isupper() and words[1][:1].isupper()
    begun = name if capitals or words[0].isupper() else name[:1].lower() + name[1:]
    return begun if begun.startswith(tuple(f"{verb} " for verb in _DOES)) else f"về {begun}"


def _day(day: date) -> str:
    """Return a day in words: days below 10 and the months 1 and 2 are written with a 0."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def _page(page: int | None) -> str:
    return "" if page is None else f", trang {page}"
