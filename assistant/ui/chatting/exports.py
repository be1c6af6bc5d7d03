"""A record as Markdown, as a page to print, and as a Word file."""

from __future__ import annotations

import re
from datetime import UTC
from io import BytesIO
from typing import TYPE_CHECKING, Any

from assistant.ui.chatting.records import Asking, Record, Reference
from assistant.ui.escaping import html

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["as_html", "as_markdown", "as_word"]

# What begins something in Markdown anywhere in a line, and what does only where a line begins.
_ANYWHERE = re.compile(r"([\\`*_{}<>\[\]$|~])")
_AT_START = re.compile(r"^(\s*)([-+=#]|\d+[.)](?=\s))")
_MARKER = re.compile(r"\\\[(\d{1,3})\\\]")

_STYLE = """
@page { size: A4; margin: 20mm 20mm 20mm 30mm; }
body { color: #000; font: 13pt/1.5 "Times New Roman", "Liberation Serif", serif;
  margin: 2rem auto; max-width: 42rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; } h3 { font-size: 1rem; }
h2, h3, blockquote { break-inside: avoid; } h2, h3 { break-after: avoid; }
.short { font-size: 1.6rem; font-weight: bold; margin: .5rem 0; }
.remark, .receipt { color: #444; font-size: .85em; overflow-wrap: anywhere; }
blockquote { border-left: 3px solid #888; margin: .3rem 0 .8rem; padding-left: .8rem;
  white-space: pre-line; }
@media print { body { margin: 0; max-width: none; padding: 0; } }
"""
# Margins and type of an official document: Nghị định 30/2020/NĐ-CP, Phụ lục I, part I.
_MARGINS_MM = {"top_margin": 20, "bottom_margin": 20, "left_margin": 30, "right_margin": 20}
_FONT, _POINTS = "Times New Roman", 13


def as_markdown(record: Record) -> bytes:
    """Return a record as Markdown, UTF-8; what was quoted is text and no markup."""
    lines = [f"# {_plain(record.title)}", *map(_plain, record.remarks)]
    for asking in record.askings:
        lines += [f"## {_plain(asking.title)}", f"**{_plain(asking.question)}**"]
        lines += [f"*{_plain(remark)}*" for remark in asking.remarks]
        lines += [f"### {_plain(asking.short)}"] if asking.short else []
        lines += [_MARKER.sub(r"[\1]", _plain(part)) for part in asking.paragraphs]
        lines += [f"> {_plain(note)}" for note in asking.notes]
        if asking.sources:
            lines.append(f"### {_plain(record.sources_title)}")
        for source in asking.sources:
            lines.append(f"[{source.marker}] {_plain(source.place)}")
            lines.append("\n".join(f"> {_plain(line)}" for line in source.quote.splitlines()))
            lines += [_plain(remark) for remark in source.remarks]
            lines += [f"<{source.address}>"] if source.address else []
        if asking.receipt:
            receipt = "; ".join(map(_plain, asking.receipt))
            lines.append(f"*{_plain(record.receipt_title)}: {receipt}*")
    return ("\n\n".join(lines) + "\n").encode()


def as_html(record: Record) -> bytes:
    """Return a record as a page of its own, fit to print, that loads and runs nothing."""
    askings = "".join(_asking_html(record, asking) for asking in record.askings)
    remarks = "".join(f'<p class="remark">{html(remark)}</p>' for remark in record.remarks)
    return (
        f'<!doctype html><html lang="{html(record.language)}"><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\';'
        " style-src 'unsafe-inline'\">"
        '<meta name="viewport" content="width=device-width">'
        f"<title>{html(record.title)}</title><style>{_STYLE}</style></head>"
        f"<body><h1>{html(record.title)}</h1>{remarks}{askings}</body></html>\n"
    ).encode()


def _asking_html(record: Record, asking: Asking) -> str:
    parts = [f'<h2>{html(asking.title)}</h2><p lang="vi"><b>{html(asking.question)}</b></p>']
    parts += [f'<p class="remark">{html(remark)}</p>' for remark in asking.remarks]
    parts += [f'<p class="short" lang="vi">{html(asking.short)}</p>'] if asking.short else []
    parts += [f'<p lang="vi">{html(part)}</p>' for part in asking.paragraphs]
    parts += [f'<p class="remark">{html(note)}</p>' for note in asking.notes]
    if asking.sources:
        parts.append(f"<h3>{html(record.sources_title)}</h3>")
    for source in asking.sources:
        parts.append(f'<p lang="vi">[{source.marker}] {html(source.place)}</p>')
        parts.append(f'<blockquote lang="vi">{html(source.quote)}</blockquote>')
        if source.remarks:
            parts.append(f'<p class="remark">{html("; ".join(source.remarks))}</p>')
        if source.address:
            address = html(source.address)
            parts.append(
                f'<p class="remark"><a href="{address}" rel="noreferrer">{address}</a></p>'
            )
    if asking.receipt:
        told = "<br>".join(map(html, asking.receipt))
        parts.append(f'<p class="receipt">{html(record.receipt_title)}<br>{told}</p>')
    return f"<section>{''.join(parts)}</section>"


def as_word(record: Record, made: datetime) -> bytes:
    """Return a record as a Word file.

    Args:
        record: The record.
        made: When it is made, which the file states about itself.
    """
    import docx
    from docx.shared import Mm

    file: Any = docx.Document()
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for name, width in _MARGINS_MM.items():
        setattr(section, name, Mm(width))
    _set_type(file)
    about = file.core_properties
    about.title = about.subject = record.title
    about.author = about.last_modified_by = about.comments = ""
    about.created = about.modified = made.astimezone(UTC)
    about.language = record.language
    file.add_heading(record.title, 1)
    for remark in record.remarks:
        _add(file, remark, small=True)
    for asking in record.askings:
        _add_asking(file, record, asking)
    written = BytesIO()
    file.save(written)
    return written.getvalue()


def _set_type(file: Any) -> None:
    """Set all in one font, also for letters that Word takes for those of other scripts."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for name, points in (
        ("Normal", _POINTS), ("Heading 1", 16), ("Heading 2", 14), ("Heading 3", _POINTS),
        ("Quote", _POINTS),
    ):  # fmt: skip
        font = file.styles[name].font
        font.name, font.size, font.color.rgb = _FONT, Pt(points), RGBColor(0, 0, 0)
        fonts = font.element.rPr.rFonts
        for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
            fonts.set(qn(script), _FONT)
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)


def _add_asking(file: Any, record: Record, asking: Asking) -> None:
    file.add_heading(asking.title, 2)
    _add(file, asking.question, bold=True)
    for remark in asking.remarks:
        _add(file, remark, small=True)
    if asking.short:
        _add(file, asking.short, bold=True, points=18)
    for part in asking.paragraphs:
        _add(file, part)
    for note in asking.notes:
        _add(file, note, small=True)
    if asking.sources:
        file.add_heading(record.sources_title, 3)
    for source in asking.sources:
        _add_source(file, source)
    if asking.receipt:
        _add(file, "\n".join((f"{record.receipt_title}:", *asking.receipt)), small=True)


def _add_source(file: Any, source: Reference) -> None:
    _add(file, f"[{source.marker}] {source.place}")
    file.add_paragraph(source.quote, style="Quote")
    told = [*source.remarks, *([source.address] if source.address else [])]
    if told:
        _add(file, "; ".join(told), small=True)


def _add(file: Any, text: str, *, bold: bool = False, small: bool = False, points: int = 0) -> None:
    from docx.shared import Pt

    run = file.add_paragraph().add_run(text)
    run.bold = bold
    run.italic = small
    if small or points:
        run.font.size = Pt(points or 11)


def _plain(text: str) -> str:
    """Return a text on one line of Markdown as it reads, with few marks that a reader sees."""
    line = _ANYWHERE.sub(r"\\\1", " ".join(text.split()))
    return _AT_START.sub(_escaped_start, line)


def _escaped_start(match: re.Match[str]) -> str:
    blank, sign = match.groups()
    if sign[0].isdigit():
        return f"{blank}{sign[:-1]}\\{sign[-1]}"
    return f"{blank}\\{sign}"
