"""Markdown, as people and converters (pandoc, pdf tools) write it; markup is taken off."""

from __future__ import annotations

import html
import re
from itertools import pairwise

from assistant.documents.front_matter import split_front_matter
from assistant.documents.layout import opens_paragraph
from assistant.documents.lines import Draft, Line, split_bullet, tidied, tidy
from assistant.documents.markdown_tables import read_table
from assistant.documents.tables import table_lines
from assistant.schema import BlockKind

__all__ = ["inline_text", "read_markdown"]

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*$")
_RULE = re.compile(r"\s*(?:[-*_=]\s*|\\[-_*]){3,}\s*$")
_ITEM = re.compile(r"(\s*)(?:[-*+]|\\[-+*]|•)\s+(.*)")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_BOLD_LINE = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1[\s\\]*$")
_MARKED = re.compile(r"(?:[a-zđ]{1,2}\d?\)|\d{1,3}(?:\.\d+)*[.)]|Điều\s+\d+)\s")
_LONGEST_BOLD_HEADING = 160
"""Characters; a longer bold line is a paragraph set in bold."""

_INLINE = (
    (re.compile(r"\\(?=[*_]{1,3}\s*$)"), ""),  # a hard break inside emphasis
    (re.compile(r"!\[([^\]]{0,500})\]\([^)]{0,2000}\)"), ""),
    (re.compile(r"\[([^\]]{1,500})\]\((?:[^()\s]|\([^()]*\)){0,2000}(?:\s+\"[^\"]*\")?\)"), r"\1"),
    (re.compile(r"\[([^\]]{1,500})\]\[[^\]]{0,200}\]"), r"\1"),
    (re.compile(r"<(https?://[^>]+)>"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^<>]*>"), " "),
    (re.compile(r"\[\^[^\]]+\]"), ""),
    (re.compile(r"(?<![\\`])`+([^`]+)`+"), r"\1"),
    (re.compile(r"(?<!\\)(\*{2,3})(.{1,3000}?)(?<!\\)\1"), r"\2"),
    (re.compile(r"(?<!\\)\*{2,3}"), ""),
    (re.compile(r"(?<![\w\\*])\*(?=[^\s*])([^*]{1,3000}?)(?<!\\)\*"), r"\1"),
    (re.compile(r"(?<![\w\\])(_{1,3})(?=\S)(.{1,3000}?)(?<=[^\s\\])\1(?!\w)"), r"\2"),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~&$\"'^:=@/])"), r"\1"),
)


def inline_text(text: str) -> str:
    """Return the words of a line of Markdown: no emphasis, links, pictures or escapes."""
    for pattern, words in _INLINE:
        text = pattern.sub(words, text)
    return tidy(html.unescape(text).rstrip("\\ "))


def read_markdown(text: str) -> Draft:
    """Read Markdown with optional YAML front matter.

    Raises:
        ReadError: The front matter is not YAML.
    """
    front, body = split_front_matter(text.replace("\r\n", "\n").replace("\r", "\n"))
    rows = _COMMENT.sub("", body).split("\n")
    width = _width(rows)
    lines: list[Line] = []
    source = ""  # of the last line, all source lines of its paragraph
    index = table = 0
    gap = hard_break = False
    last = ""
    while index < len(rows):
        raw = rows[index]
        found = read_table(rows, index)
        if found is not None:
            cells, header, index = found
            made = table_lines(
                [[_cell_text(cell) for cell in row] for row in cells], table + 1, header=header
            )
            table += any(line.kind is BlockKind.ROW for line in made)
            lines += made
            gap, last = True, ""
            continue
        index += 1
        if not raw.strip() or _RULE.match(raw) or _FENCE.match(raw):
            gap, last = True, ""
            continue
        line = _line(raw, gap)
        if lines and last and not hard_break and _joins(lines[-1], last, raw, line, width):
            # Emphasis may open on one source line and close on the next.
            source = f"{source} {raw.strip()}"
            lines[-1] = _line(source, lines[-1].gap)
        else:
            source = raw
            lines.append(line)
        hard_break = raw.endswith(("  ", "\\"))
        gap, last = False, raw
    return Draft(tidied(lines), front=front)


def _line(raw: str, gap: bool) -> Line:
    stripped = raw.strip().lstrip(">").strip()
    heading = _HEADING.match(stripped)
    if heading:
        return Line(
            inline_text(heading.group(2)), BlockKind.HEADING, len(heading.group(1)), gap=gap
        )
    item = _ITEM.match(raw)
    if item and not stripped.startswith("**"):
        words = inline_text(item.group(2))
        if _MARKED.match(words):
            return Line(words, gap=gap)
        depth = 1 + len(item.group(1).expandtabs(4)) // 2
        return Line(f"- {words}", BlockKind.ITEM, depth, gap=gap)
    words = inline_text(stripped)
    bullet, words = split_bullet(words)
    if bullet:
        return Line(words, BlockKind.ITEM, 1, gap=gap)
    bold = _BOLD_LINE.match(stripped)
    if bold and "**" not in bold.group(2) and _is_heading(words):
        return Line(words, BlockKind.HEADING, 4, gap=gap)
    return Line(words, gap=gap)


def _is_heading(words: str) -> bool:
    return len(words) <= _LONGEST_BOLD_HEADING and words[-1:] not in ".;,"


def _joins(before: Line, last: str, raw: str, line: Line, width: int) -> bool:
    """Tell whether a source line goes on in the next one."""
    if before.kind is BlockKind.ROW or line.kind in (BlockKind.ROW, BlockKind.ITEM):
        return False
    if before.kind is BlockKind.HEADING or line.kind is BlockKind.HEADING:
        # Two lines of one heading set in bold; "#" headings never wrap.
        both = before.kind is line.kind and before.level == line.level == 4
        return both and len(last) >= 0.6 * width > 0 and not opens_paragraph(line.text)
    if opens_paragraph(line.text) or _MARKED.match(line.text):
        return False
    if before.kind is BlockKind.ITEM and raw.startswith("  "):
        return True
    first_word = len(raw.split(maxsplit=1)[0])
    return 0 < width < len(last.rstrip()) + 1 + first_word + 4


def _cell_text(cell: str) -> str:
    parts = (inline_text(part) for part in re.split(r"\n|<br\s*/?>", cell))
    return "\n".join(part for part in parts if not re.fullmatch(r"[-_—–\s.]*", part))


def _width(rows: list[str]) -> int:
    """Return the width at which paragraphs were wrapped, 0 when each is on its own line."""
    lengths = sorted(
        len(first.rstrip())
        for first, second in pairwise(rows)
        if first.strip() and second.strip() and not first.lstrip().startswith(("|", "+", "#"))
    )
    if not lengths:
        return 0
    widest = lengths[-1 - len(lengths) // 50]
    longest = max(len(row) for row in rows if not row.lstrip().startswith(("|", "+")))
    return widest if 40 <= widest <= 130 and longest <= 2 * widest else 0
