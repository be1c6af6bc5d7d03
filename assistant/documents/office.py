"""Files of office suites besides .docx: each by its own reader."""

from __future__ import annotations

from assistant.documents.formats import Format
from assistant.documents.lines import Draft

__all__ = ["read_office"]


def read_office(data: bytes, found: Format) -> Draft:
    """Read a file of an office suite.

    Args:
        data: All its bytes.
        found: What they are.

    Raises:
        ReadError: It is damaged, encrypted, or of a version that cannot be read.
    """
    if found is Format.DOC:
        return _read_doc(data)
    if found is Format.RTF:
        from assistant.documents.rtf import read_rtf

        return read_rtf(data)
    if found is Format.XLS:
        from assistant.documents.spreadsheets import read_xls

        return read_xls(data)
    if found is Format.XLSX:
        from assistant.documents.spreadsheets import read_xlsx

        return read_xlsx(data)
    from assistant.documents.office_slides import read_powerpoint97

    return read_powerpoint97(data)


def _read_doc(data: bytes) -> Draft:
    from assistant.documents.word97 import read_word97
    from assistant.documents.word97_file import OlderWordError

    try:
        return read_word97(data)
    except OlderWordError as refusal:
        from assistant.documents.office_suite import converted_to_docx
        from assistant.documents.word import read_word

        return read_word(converted_to_docx(data, str(refusal)))
