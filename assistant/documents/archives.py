"""Zip containers of office files, looked at before they are unpacked."""

from __future__ import annotations

import zipfile
from io import BytesIO

from assistant.documents.formats import ZIP_DEFECTS
from assistant.errors import ReadError

__all__ = ["refuse_bombs"]

_MAX_UNPACKED = 400_000_000
"""Bytes; a policy document of a thousand pages unpacks to about 30 MB."""
_MAX_RATIO = 250
"""Unpacked over packed size of one part; repetitive Word XML reaches about 60."""


def refuse_bombs(data: bytes, suffix: str, most: int = _MAX_UNPACKED) -> None:
    """Refuse a container that unpacks to far more than a document can hold.

    Args:
        data: All its bytes.
        suffix: What its format is called, with the dot.
        most: Bytes that all its parts may unpack to.

    Raises:
        ReadError: It is a bomb, or cannot be opened.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except ZIP_DEFECTS as error:
        raise ReadError(f"tệp {suffix} hỏng, không mở được. Hãy tải lại tệp gốc.") from error
    bomb = sum(part.file_size for part in parts) > most or any(
        part.file_size > 1_000_000 and part.file_size > _MAX_RATIO * max(1, part.compress_size)
        for part in parts
    )
    if bomb:
        raise ReadError(
            f"tệp {suffix} bung ra lớn bất thường, có thể là bom nén. Hãy lấy tệp từ nguồn tin cậy."
        )
