"""Every setting in one flat, frozen record, each with its unit and reason."""

from __future__ import annotations

import hashlib
import json
import tomllib
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from assistant.errors import UsageError

__all__ = ["CORPUS_NAME", "Config", "SignIn", "load_config", "load_sign_in"]

CORPUS_NAME = "corpus.jsonl"
"""Name of a file that is a corpus of its own, in BEIR form: a document a line."""

SETTINGS_FILE = "chinhsach.toml"

_SIGN_IN = "sign_in"

_FACES = frozenset({"ratings"})
"""Settings of the faces alone; an index is the same whatever they are."""


@dataclass(frozen=True, slots=True)
class Config:
    """Settings of a build and of its answers.

    Attributes:
        max_file_bytes: Largest file that is read, in bytes; a 200 MB text is not a policy
            document and would take the memory of a small laptop.
        max_pages: Most pages of a PDF or of a picture file; the longest of laws and statistical
            yearbooks have about 1,000.
        page_seconds: Longest time for one page, in seconds, to be read or recognised; a page of
            print takes 0.02, one to recognise 1 to 10 on an old laptop.
        file_seconds: Longest time for one file, in seconds; 300 pages to recognise on an old
            laptop.
        reader_bytes: Most memory that the process which reads PDF files may take, in bytes; the
            least machine has 8 GB, and a page of A3 at 600 dpi takes 0.5.
        ocr_dpi: Dots to an inch at which pages are recognised; 300 is what Tesseract was
            trained for: .7 % of characters were wrong, .8 at 250 and 1.3 at 400.
        passage_chars: Longest passage, in characters; about 250 syllables, which a person
            takes in at a glance and a small encoder still represents.
        bm25_k1: Term saturation of BM25 (Robertson and Zaragoza 2009, eq. 3.15).
        bm25_b: Length normalisation of BM25, same equation.
        encoder: ``bag`` (ships with the package, numpy alone), ``lsa`` (fitted on the corpus,
            numpy alone at query time), ``none``, the folder of an encoder that
            ``assistant.training`` made, or the name or path of a sentence-transformers model.
        encoder_prepare: Steps that a sentence-transformers model wants done to its texts, in
            order, with commas between: ``lower``, ``no-marks``, ``words``.
        lsa_dimensions: Dimensions of the latent semantic encoder; fewer when the corpus has
            fewer passages.
        dense_weight: Weight of a similarity of 1 in [0, 1], beside the words; chosen on
            development questions, by either half of them.
        folded_weight: What a syllable counts for, in [0, 1], that has the letters of one in a
            marked question and other marks; chosen on development questions.
        context_chars: Longest context, in characters: the document, article or section that a
            passage is scored with. Of 1,500, 2,500, 4,000 and 10,000, 4,000 did best on statutes
            and on press articles together.
        context_weight: Weight in [0, 1] of a passage's context beside the passage itself;
            chosen on development questions.
        candidates: How many passages the retriever hands to the answering stage.
        ratings: Whether the page asks if an answer was right, and keeps what is said in a file
            beside the index; it has no part in answers or in their digests.
    """

    max_file_bytes: int = 50_000_000
    max_pages: int = 5_000
    page_seconds: int = 60
    file_seconds: int = 3_600
    reader_bytes: int = 4_000_000_000
    ocr_dpi: int = 300
    passage_chars: int = 1_200
    bm25_k1: float = 1.2
    bm25_b: float = 0.75
    encoder: str = "bag"
    encoder_prepare: str = ""
    lsa_dimensions: int = 128
    dense_weight: float = 0.52
    folded_weight: float = 0.1
    context_chars: int = 4_000
    context_weight: float = 0.5
    candidates: int = 30
    ratings: bool = True

    def digest(self) -> str:
        """Return the SHA-256 digest of all settings that act on answers, in hexadecimal."""
        values = {name: value for name, value in asdict(self).items() if name not in _FACES}
        canonical = json.dumps(values, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(canonical.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class SignIn:
    """Who may use the pages of a shared machine: the table ``[sign_in]``, off where there is none.

    It stands apart from ``Config``, which every index keeps: addresses of people are none of its
    business. The provider that they sign in with is named in Streamlit's own secrets.

    Attributes:
        readers: E-mail addresses, or ``@domain`` for everybody there, of those who may ask and
            read.
        editors: Likewise, of those who may change the library too.
        hours: Longest time from one sign-in to the next, in hours; a working day with its
            overtime, where the cookie alone would last 30 days.
        trust_email: Whether an address counts of which the provider does not say that it was
            verified; only for a provider that gives out its addresses itself.
    """

    readers: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    hours: int = 12
    trust_email: bool = False


def load_config(path: Path | None = None) -> Config:
    """Return the settings, with those of ``chinhsach.toml`` where there is one.

    Args:
        path: The file; ``chinhsach.toml`` in the working folder when None.

    Raises:
        UsageError: The file is not TOML, names an unknown setting, or gives one a value of
            the wrong type.
    """
    path = path or Path(SETTINGS_FILE)
    return _split(path)[0]


def load_sign_in(path: Path | None = None) -> SignIn | None:
    """Return who may use the pages; None where everybody on this machine may.

    Args:
        path: The file; ``chinhsach.toml`` in the working folder when None.

    Raises:
        UsageError: As in ``load_config``: what is wrong may be a misspelt ``[sign_in]``. Or the
            table lets nobody in, or lists what is no address.
    """
    path = path or Path(SETTINGS_FILE)
    _, given = _split(path)
    if given is None:
        return None
    if not isinstance(given, dict):
        raise UsageError(f"{path}: “{_SIGN_IN}” phải là một bảng. Hãy ghi [{_SIGN_IN}].")
    found = SignIn(**_checked(given, SignIn, path))
    if not found.readers and not found.editors:
        raise UsageError(f"{path}: [{_SIGN_IN}] chưa cho ai vào. Hãy ghi readers hoặc editors.")
    if found.hours < 1:
        raise UsageError(f"{path}: “hours” phải từ 1 trở lên. Hãy sửa giá trị.")
    for entry in (*found.readers, *found.editors):
        _, at, domain = entry.rpartition("@")
        if not at or not domain or entry.count("@") > 1 or any(map(str.isspace, entry)):
            raise UsageError(
                f"{path}: “{entry}” không phải địa chỉ thư. Hãy ghi như ten@co-quan.vn,"
                " hoặc @co-quan.vn cho cả cơ quan."
            )
    return found


def _split(path: Path) -> tuple[Config, object]:
    """Return the settings of a file, and its table of who may use the pages, unchecked."""
    given = _read(path)
    sign_in = given.pop(_SIGN_IN, None)
    return Config(**_checked(given, Config, path)), sign_in


def _read(path: Path) -> dict[str, Any]:
    """Return what a file of settings holds; nothing where there is none."""
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise UsageError(
            f"{path}: không đọc được thiết lập ({error}). Hãy sửa hoặc bỏ tệp này."
        ) from error


def _checked(given: dict[str, Any], record: type, path: Path) -> dict[str, Any]:
    """Return values that are all of fields of a record and of their types; lists as tuples."""
    known = {field.name: type(field.default) for field in fields(record)}
    values: dict[str, Any] = {}
    for name, value in given.items():
        if name not in known:
            raise UsageError(
                f"{path}: không có thiết lập “{name}”. Chọn trong: {', '.join(known)}."
            )
        wanted = known[name]
        if wanted is tuple:
            if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
                raise UsageError(f'{path}: “{name}” phải là danh sách như ["…", "…"]. Hãy sửa.')
            values[name] = tuple(value)
            continue
        allowed = (int, float) if wanted is float else wanted
        if not isinstance(value, allowed) or isinstance(value, bool) != (wanted is bool):
            raise UsageError(f"{path}: “{name}” phải là {wanted.__name__}. Hãy sửa giá trị.")
        values[name] = value
    return values
