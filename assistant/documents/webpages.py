"""Web pages: the main text of a page, without what the site puts around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from assistant.documents.lines import Draft, Line, split_bullet, tidied, tidy
from assistant.documents.tables import fold_header, table_lines
from assistant.documents.web_lists import ListNumbers
from assistant.errors import ReadError
from assistant.schema import BlockKind
from assistant.vietnamese.normalise import fold, nfc

__all__ = ["read_html"]

_DROPPED = (
    "script", "style", "noscript", "template", "svg", "nav", "header", "footer", "aside",
    "form", "button", "select", "iframe", "object", "video", "audio", "dialog", "figure",
    "figcaption", "picture", "textarea", "map", "canvas",
)  # fmt: skip
_BLOCKS = frozenset(
    "address article blockquote body center dd details div dl dt fieldset h1 h2 h3 h4 h5 h6 "
    "hr li main ol p pre section summary table tbody tr td th ul".split()
)
_CHROME = re.compile(
    r"(?:^|[\s_-])(?:breadcrumb|related|relate|sidebar|share|sharing|social|comment|footer|menu|"
    r"navbar|advert|banner|popup|modal|cookie|tags?|tin-?lien-?quan|doc-?them|caption|toc)(?:s)?"
    r"(?:$|[\s_-])",
    re.I,
)
_LABEL = re.compile(r"(?:^|[\s_-])label(?:$|[\s_-])", re.I)
_PAYWALL = re.compile(
    r"quy khach vui long|(?:vui long|hay) dang nhap|nang cap tai khoan|dang nhap de (?:xem|tai)"
)
_SHORT_LINK = 25
"""Characters; links as short as this are buttons, those that name documents are longer."""
_MAX_HEADER = 4
"""Rows of a header; more are data."""
_MAX_COLUMNS = 300
"""Columns of a table that are read; cells that reach into each other make thousands."""
_MAX_SPAN = 50
"""Columns or rows that a cell is taken to reach over at most."""
_MAX_DEPTH = 400
"""Nesting that a page is followed to; deeper ones are attacks or broken."""


def read_html(text: str) -> Draft:
    """Read a web page.

    Args:
        text: The whole page, decoded.

    Raises:
        ReadError: Nothing in it can be parsed.
    """
    import lxml.etree
    import lxml.html

    parser = lxml.html.HTMLParser(huge_tree=False, encoding="utf-8", remove_comments=True)
    try:
        root = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise ReadError("trang HTML rỗng hoặc hỏng. Hãy lưu lại trang rồi nạp lại.") from error
    title = _meta(root, "og:title") or _first_text(root, "//h1") or _first_text(root, "//title")
    publisher = _meta(root, "og:site_name")
    published = _meta(root, "article:published_time") or _first_attribute(root, "//time/@datetime")
    url = _first_attribute(root, "//link[@rel='canonical']/@href") or _meta(root, "og:url")
    _prune(root)
    heading = root.find(".//h1")
    main = _main_element(root)
    lines = [line for line in _Walk().lines(main) if not _is_chrome(line)]
    if heading is not None and not _inside(heading, main):
        words = tidy(heading.text_content())
        if words:
            lines.insert(0, Line(words, BlockKind.HEADING, 1))
    return Draft(tidied(lines), title=title, publisher=publisher, url=url, published=published)


def _meta(root: Any, name: str) -> str | None:
    return _first_attribute(
        root, f"//meta[@property='{name}' or @name='{name}' or @itemprop='{name}']/@content"
    )


def _first_attribute(root: Any, path: str) -> str | None:
    found = root.xpath(path)
    return tidy(str(found[0])) or None if found else None


def _first_text(root: Any, path: str) -> str | None:
    found = root.xpath(path)
    return tidy(found[0].text_content()) or None if found else None


def _prune(root: Any) -> None:
    body = root.find("body")
    for element in root.xpath("|".join(f"//{tag}" for tag in _DROPPED)):
        # The header of an article holds its title; that of the site holds the menu.
        keep = element.tag == "header" and element.find(".//h1") is not None
        # Some sites wrap the whole page in one form.
        keep = keep or (element.tag in ("form", "header") and _holds_most(element, body))
        keep = keep or (element.tag == "figure" and element.find(".//table") is not None)
        if not keep and element.getparent() is not None:
            element.drop_tree()
    for element in root.xpath("//*[@class or @id or @hidden or @style]"):
        names = f"{element.get('class', '')} {element.get('id', '')}"
        style = (element.get("style") or "").replace(" ", "").lower()
        chrome = _CHROME.search(names) and element.tag not in ("body", "html", "main", "article")
        hidden = element.get("hidden") is not None or "display:none" in style
        if (
            (chrome or hidden)
            and element.getparent() is not None
            and not _holds_most(element, body)
        ):
            element.drop_tree()


def _holds_most(element: Any, body: Any) -> bool:
    if body is None:
        return False
    return 2 * _prose(element) > _prose(body)


def _prose(element: Any) -> int:
    """Return how many characters of an element stand outside links."""
    linked = sum(len(_squeezed(link)) for link in element.iter("a"))
    return max(0, len(_squeezed(element)) - linked)


def _squeezed(element: Any) -> str:
    return " ".join(element.text_content().split())


def _main_element(root: Any) -> Any:
    """Return the smallest element that still holds nearly all prose of the page."""
    body = root.find("body")
    current = body if body is not None else root
    total = _prose(current)
    for _ in range(_MAX_DEPTH):
        weights = [(_prose(child), child) for child in current if isinstance(child.tag, str)]
        best = max(weights, key=lambda pair: pair[0], default=(0, None))
        if best[1] is None or best[0] * 100 < total * 72 or best[1].tag in ("p", "table", "ul"):
            return current
        current = best[1]
    return current


def _inside(element: Any, main: Any) -> bool:
    return element is main or any(ancestor is main for ancestor in element.iterancestors())


class _Walk:
    """Turns an element into lines: blocks break lines, inline elements do not."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._tables = 0
        self._numbers = ListNumbers()

    def lines(self, element: Any) -> Iterator[Line]:
        """Yield the lines of an element in reading order."""
        yield from self._visit(element, BlockKind.PARAGRAPH, 0, 0)
        yield from self._flush(BlockKind.PARAGRAPH, 0)

    def _visit(self, element: Any, kind: BlockKind, level: int, depth: int) -> Iterator[Line]:
        if not isinstance(element.tag, str) or depth > _MAX_DEPTH:
            return
        tag = element.tag
        if tag == "table":
            yield from self._flush(kind, level)
            yield from self._table(element)
            return
        if tag == "br":
            yield from self._flush(kind, level)
            return
        block = tag in _BLOCKS
        inner, inner_level = kind, level
        if block:
            yield from self._flush(kind, level)
            if (tag in ("ul", "ol") and _link_list(element)) or _menu(element):
                return
            if tag[0] == "h" and tag[1:].isdigit():
                inner, inner_level = BlockKind.HEADING, int(tag[1:])
            elif tag == "li":
                inner, inner_level = BlockKind.ITEM, 1 if kind is not BlockKind.ITEM else level + 1
                mark = self._numbers.mark(element)
                if mark:
                    inner, inner_level = BlockKind.PARAGRAPH, 0
                    self._parts.append(f"{mark} ")
        self._parts.append(element.text or "")
        if _is_label(element):
            self._parts.append(": ")
        for child in element:
            yield from self._visit(child, inner, inner_level, depth + 1)
            self._parts.append(child.tail or "")
        if block:
            yield from self._flush(inner, inner_level)

    def _flush(self, kind: BlockKind, level: int) -> Iterator[Line]:
        words = tidy("".join(self._parts))
        self._parts.clear()
        if not words:
            return
        bullet, words = split_bullet(words)
        if bullet and kind is BlockKind.PARAGRAPH:
            kind, level = BlockKind.ITEM, 1
        yield Line(words, kind, level if kind is not BlockKind.PARAGRAPH else 0)

    def _table(self, table: Any) -> Iterator[Line]:
        rows: list[list[str]] = []
        reaching: dict[int, int] = {}  # column, and how many rows a cell still reaches down
        nested = table.find(".//table") is not None
        for row in table.iter("tr"):
            if next(row.iterancestors("table")) is not table:
                continue
            cells: list[str] = []
            for cell in row:
                if cell.tag not in ("td", "th") or len(cells) >= _MAX_COLUMNS:
                    continue
                while reaching.get(len(cells), 0) > 0:
                    reaching[len(cells)] -= 1
                    cells.append("")
                lines = _Walk().lines(cell)
                words = "\n".join(" | ".join(x.cells) or x.text for x in lines)
                for column in range(_span(cell, "colspan")):
                    reaching[len(cells)] = _span(cell, "rowspan") - 1
                    cells.append("" if column else words)
            for column in range(len(cells), max(reaching, default=-1) + 1):
                if reaching.get(column, 0) > 0 and column == len(cells):
                    reaching[column] -= 1
                    cells.append("")
            rows.append(cells)
        # A table of tables lays out a page; “label: value” in each cell is no table either.
        if nested or _labelled(table):
            rows = [[cell] for row in rows for cell in row]
        count = _header_rows(table)
        if 1 < count < len(rows):
            rows = fold_header(rows, count)
        made = table_lines(rows, self._tables + 1, header=table.find(".//th") is not None)
        self._tables += any(line.kind is BlockKind.ROW for line in made)
        yield from made


def _link_list(element: Any) -> bool:
    """Tell whether a list is a menu: three entries or more, nearly all of it links."""
    text = len(_squeezed(element))
    return len(element) >= 3 and text > 0 and _prose(element) * 5 < text


def _menu(element: Any) -> bool:
    """Tell whether a block is a row of buttons: three short links or more and little else."""
    links = element.findall(".//a")
    if len(links) < 3 or any(len(_squeezed(link)) > _SHORT_LINK for link in links):
        return False
    text = len(_squeezed(element))
    return 0 < text <= 4 * _SHORT_LINK * len(links) and _prose(element) * 5 < text


def _is_chrome(line: Line) -> bool:
    """Tell whether a line is a counter of a list of results, or asks to log in."""
    if line.kind is not BlockKind.PARAGRAPH:
        return False
    counter = re.fullmatch(r"\d{1,3}", line.text) is not None
    return counter or (len(line.text) <= 200 and _PAYWALL.search(fold(nfc(line.text))) is not None)


def _is_label(element: Any) -> bool:
    """Tell whether an inline element names the value right beside it."""
    text = (element.text or "").strip()
    named = element.tag in ("span", "label", "b", "strong") and len(element) == 0
    glued = element.getnext() is not None and not (element.tail or "").strip()
    return bool(
        named and glued and 0 < len(text) <= 40 and text[-1] not in ":.,;"
        and _LABEL.search(element.get("class") or "")
    )  # fmt: skip


def _labelled(table: Any) -> bool:
    cells = table.findall(".//td")
    return bool(cells) and all(any(_is_label(node) for node in cell.iter()) for cell in cells)


def _header_rows(table: Any) -> int:
    """Return how many rows at the top name the columns, 0 where the page does not tell."""
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    headed = [row for row in rows if row.getparent().tag == "thead"]
    if headed:
        return len(headed) if len(headed) <= _MAX_HEADER else 1
    first = [cell for cell in rows[0] if cell.tag in ("td", "th")] if rows else []
    groups = any(_span(cell, "colspan") > 1 for cell in first)
    reaching = {_span(cell, "rowspan") for cell in first}
    return 2 if groups and reaching == {1, 2} and len(rows) > 2 else 0


def _span(cell: Any, name: str) -> int:
    value = cell.get(name, "1")
    return max(1, min(int(value), _MAX_SPAN)) if value.isdigit() else 1
