"""What stands before and around the content: letterhead, legal bases, table of contents."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.schema import PRESS, Block, BlockKind, Document, PassageRole
from assistant.vietnamese.normalise import fold

__all__ = ["decides", "front_roles"]

_BASIS = re.compile(r"(?:Căn cứ|CĂN CỨ|Theo đề nghị|Xét đề nghị|Xét Tờ trình|Xét tờ trình)\b")
_LOOSE_BASIS = re.compile(
    r"(?:Thực hiện|Trên cơ sở|Sau khi (?:xem xét|thảo luận|có ý kiến)|Qua xem xét|Xét)\b.*[;,]$"
)
_ENACTING = re.compile(
    r"(?:Quốc hội|Chính phủ|Thủ tướng|Bộ trưởng|Ủy ban|Uỷ ban|Hội đồng|Chủ tịch|Tổng \w+)"
    r".{0,120}?\bban hành (?:Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư)\b"
)
_DECIDES = re.compile(r"(?:QUYẾT NGHỊ|QUYẾT ĐỊNH|KẾT LUẬN|NGHỊ QUYẾT)\s*:?")
_LETTERHEAD = re.compile(
    r"cong hoa xa hoi chu nghia|doc lap\s*[-–]|dang cong san viet nam|"
    r"(?:^|\b(?:luat|nghi quyet|nghi dinh|quyet dinh) )so\s*:|"
    r"ngay\s+[\d….]*\s*thang\s+[\d….]*\s*nam\b.{0,8}$"
)
_PAGED = re.compile(r"(?:\.{3,}|…+|\s)\s*\d{1,3}$")
_LEADERS = re.compile(r"(?:\.{4,}|…{2,})\s*\d{1,3}$")
_HEAD = 40
"""Lines at the top of a document among which its head is looked for."""


def front_roles(document: Document, texts: Sequence[str], first_rung: int) -> list[PassageRole]:
    """Return what each line is, as far as that can be told without the structure.

    Args:
        document: The document.
        texts: Text of each block.
        first_rung: First block that opens a rung; nothing after it is head or basis.
    """
    roles = [PassageRole.CONTENT] * len(texts)
    for index in _contents(texts):
        roles[index] = PassageRole.CONTENTS
    if document.kind in (None, PRESS):
        return roles
    end = min(first_rung, _HEAD if first_rung >= len(texts) else first_rung)
    based = prose = False
    for index in range(end):
        text, block = texts[index], document.blocks[index]
        if roles[index] is not PassageRole.CONTENT or block.kind is BlockKind.ROW:
            continue
        if _is_basis(text, block, roles[index - 1] if index else None, texts[max(0, index - 1)]):
            roles[index] = PassageRole.BASES
            based = True
        elif based and len(text) <= 500 and _ENACTING.match(text):
            roles[index] = PassageRole.BASES
        elif decides(text) or (index < _HEAD and not prose and _is_head(text)):
            roles[index] = PassageRole.HEAD
        elif len(text) > 200 or text.endswith("."):
            prose = True
    return roles


def decides(text: str) -> bool:
    """Tell whether a line is “QUYẾT NGHỊ:” or the like, a heading that says nothing itself."""
    return _DECIDES.fullmatch(text) is not None


def _is_basis(text: str, block: Block, before: PassageRole | None, above: str) -> bool:
    if _BASIS.match(text) or _LOOSE_BASIS.match(text):
        return True
    # “Căn cứ:” with a list below it.
    listed = block.kind is BlockKind.ITEM and before is PassageRole.BASES
    return listed and (above.endswith(":") or above.startswith(("-", "–", "+")))


def _is_head(text: str) -> bool:
    return len(text) <= 300 and (
        text.isupper() or (len(text) <= 140 and _LETTERHEAD.search(fold(text)) is not None)
    )


def _contents(texts: Sequence[str]) -> list[int]:
    """Return the lines of tables of contents: a heading “MỤC LỤC” and entries with pages."""
    found: list[int] = []
    index = 0
    while index < len(texts):
        headed = fold(texts[index]).strip(" .:") == "muc luc"
        end = index + headed
        while end < len(texts) and (_PAGED if headed else _LEADERS).search(texts[end]):
            end += 1
        if end - index >= 3:
            found += range(index, end)
        index = max(end, index + 1)
    return found
