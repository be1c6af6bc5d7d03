"""Make the .docx, .pdf and .html documents of the corpus from the Markdown sources beside it.

Usage: python make_documents.py [FOLDER]; FOLDER defaults to corpus/.
The PDF needs headless Chromium on the PATH and the font Noto Serif.
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from string import Template

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement

_HERE = Path(__file__).resolve().parent
_NUMBER = re.compile(r"\b\d+(?:/\d{4})?[-/][A-ZĐ]+(?:[-/]\w+)+")


@dataclass(frozen=True)
class Block:
    """A heading, paragraph, list (a row an item) or table (the first row its header)."""

    kind: str
    rows: list[list[str]]
    level: int = 0


def read_source(path: Path) -> tuple[dict[str, str], list[Block]]:
    """Return the keys at the head of a source, and the blocks below them."""
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    keys = {name: value.strip() for name, value in re.findall(r"(?m)^(\w+):(.*)$", head)}
    return keys, [_block(part.splitlines()) for part in body.strip().split("\n\n")]


def _block(lines: list[str]) -> Block:
    mark, words = lines[0].split(" ", 1)
    if mark.startswith("#"):
        return Block("heading", [[words]], len(mark))
    if mark == "|":
        cells = [[cell.strip() for cell in line.strip("| ").split("|")] for line in lines]
        return Block("table", [cells[0], *cells[2:]])
    if mark in ("-", "1."):
        items = [[line.split(" ", 1)[1]] for line in lines]
        return Block("bullets" if mark == "-" else "numbers", items)
    return Block("paragraph", [[" ".join(lines)]])


def as_html(block: Block) -> str:
    """Return a block as HTML."""
    rows = [[html.escape(cell) for cell in row] for row in block.rows]
    if block.kind == "table":
        head = "".join(f"<th>{cell}</th>" for cell in rows[0])
        body = "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>\n" for row in rows[1:])
        return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>"
    if block.kind in ("bullets", "numbers"):
        tag = "ul" if block.kind == "bullets" else "ol"
        items = "".join(f"<li>{row[0]}</li>\n" for row in rows)
        return f"<{tag}>\n{items}</{tag}>"
    tag = f"h{block.level}" if block.kind == "heading" else "p"
    return f"<{tag}>{rows[0][0]}</{tag}>"


def make_page(template: str, keys: dict[str, str], blocks: list[Block]) -> str:
    """Fill a template with the keys and the blocks of a source; no line ends inside a number."""
    safe = {name: html.escape(value) for name, value in keys.items()}
    frame = Template((_HERE / template).read_text(encoding="utf-8"))
    body = "\n".join(as_html(block) for block in blocks)
    return frame.substitute(safe, body=_NUMBER.sub(r"<span>\g<0></span>", body))


def print_pdf(page: str, target: Path) -> None:
    """Print a page through headless Chromium, which embeds the fonts."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("Chromium is not on the PATH; install it to make the PDF.")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "page.html"
        source.write_text(page, encoding="utf-8")
        options = ["--headless", "--no-sandbox", "--no-pdf-header-footer"]
        command = [chromium, *options, f"--print-to-pdf={target}", source.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603 - our own command


def make_word(keys: dict[str, str], blocks: list[Block]) -> WordDocument:
    """Return an official document with Word's own headings, lists and tables.

    Word counts on from one numbered list to the next, so a source for Word has one at most.
    """
    document = Document()
    document.core_properties.title = f"{keys['kind'].capitalize()} {keys['number']}"
    document.core_properties.author = "Nhóm biên soạn"
    document.styles["Normal"].font.name = "Times New Roman"
    left = (keys["issuer"], f"Số: {keys['number']}")
    right = (f"{keys['state']}\n{keys['motto']}", keys["dated"])
    head = document.add_table(rows=2, cols=2)
    for row, words in zip(head.rows, zip(left, right, strict=True), strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    for key, style in (("kind", "Title"), ("subject", "Subtitle"), ("note", "Normal")):
        document.add_paragraph(keys[key], style).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for block in blocks:
        _add_block(document, block)
    return document


def _add_block(document: WordDocument, block: Block) -> None:
    if block.kind == "table":
        table = document.add_table(len(block.rows), len(block.rows[0]), "Table Grid")
        for row, words in zip(table.rows, block.rows, strict=True):
            for cell, text in zip(row.cells, words, strict=True):
                cell.text = text
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        return
    names = {"bullets": "List Bullet", "numbers": "List Number", "paragraph": "Normal"}
    style = names.get(block.kind, f"Heading {block.level}")
    for row in block.rows:
        document.add_paragraph(row[0], style)


def main() -> None:
    """Make the document that each source names as its output."""
    folder = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else _HERE.parents[1] / "corpus"
    for path in sorted(_HERE.glob("*.md")):
        keys, blocks = read_source(path)
        target = folder / keys["output"]
        if target.suffix == ".docx":
            make_word(keys, blocks).save(str(target))
        elif target.suffix == ".pdf":
            print_pdf(make_page("official.template.html", keys, blocks), target)
        else:
            target.write_text(make_page("article.template.html", keys, blocks), encoding="utf-8")


if __name__ == "__main__":
    main()
