"""What was recognised before, by the picture it was read in, so that no page is read twice."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path

from assistant.documents.ocr.tesseract import ReadWord

__all__ = ["RecognitionCache", "cache_folder"]


def cache_folder() -> Path:
    """Return the folder for what can be made again: ``$CHINHSACH_CACHE``, or the system's own."""
    given = os.environ.get("CHINHSACH_CACHE")
    if given:
        return Path(given)
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "chinhsach"


class RecognitionCache:
    """Words by picture, a small file each; whatever fails, the page is only read again.

    Args:
        folder: Where the files are.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "ocr"

    @staticmethod
    def key(picture: bytes, *conditions: object) -> str:
        """Return the key of a picture under the conditions that decide what is read in it."""
        digest = hashlib.sha256(picture)
        digest.update(json.dumps([str(condition) for condition in conditions]).encode())
        return digest.hexdigest()

    def get(self, key: str) -> tuple[ReadWord, ...] | None:
        """Return the words kept under a key, or None."""
        try:
            rows = json.loads(zlib.decompress(self._path(key).read_bytes()))
            return tuple(
                ReadWord((int(b), int(p), int(n)), int(x0), int(y0), int(x1), int(y1), float(c), t)
                for b, p, n, x0, y0, x1, y1, c, t in rows
            )
        except (OSError, ValueError, TypeError, zlib.error):
            return None

    def put(self, key: str, words: Sequence[ReadWord]) -> None:
        """Keep words under a key; a folder that cannot be written to is left alone."""
        rows = [
            [*word.line, word.left, word.top, word.right, word.bottom, word.confidence, word.text]
            for word in words
        ]
        packed = zlib.compress(json.dumps(rows, ensure_ascii=False).encode())
        path = self._path(key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            partial = path.with_suffix(f".{os.getpid()}")
            partial.write_bytes(packed)
            partial.replace(path)
        except OSError:
            return

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key[2:]}.json.z"
