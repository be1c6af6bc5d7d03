"""Press pages without what the site puts around the article.

The rules follow how such pages are made: a head (menu, section, title, byline, lead), a body
of paragraphs with photos and boxes of links between them, a sign-off, and a tail of other
stories, tags, comments and the imprint. They look at position, length, repetition and known
markers, and never run over official documents, whose short lines are law.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.documents import press_head
from assistant.documents import press_lines as press
from assistant.documents.glued import unglue
from assistant.documents.lines import Line
from assistant.schema import BlockKind
from assistant.vietnamese.normalise import fold

__all__ = [
    "Article",
    "clean_press",
    "is_article_shaped",
    "is_official",
    "press_signs",
    "without_site_tail",
]

_SIGNED = re.compile(
    r"\(([^\W\d_][\w+]{1,20}(?:/[\w+.]{2,20})*)\)"
    r"|(?:Trích nguồn|Nguồn|Theo)\s?[.:]?\s+([\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org))\.?"
)
_LETTERHEAD = re.compile(
    r"cong hoa xa hoi chu nghia viet nam|dang cong san viet nam|^so\s?:\s?\d*\s?[/-]|^phu luc\b"
)
_SITE_NAME = re.compile(r"cong thong tin|bao dien tu|trang thong tin|tap chi|co quan ")
_KIND_ALONE = re.compile(
    r"(?:nghi quyet|quyet dinh|nghi dinh|thong tu|ke hoach|chi thi|ket luan|thong bao|luat|"
    r"phap lenh|bao cao|chuong trinh|huong dan|cong dien|de an|to trinh)"
)
_NAMED_ALONE = re.compile(
    r"(?:nghi quyet|quyet dinh|nghi dinh|thong tu|ke hoach|chi thi|ket luan|thong bao|luat|"
    r"huong dan)(?: so)? \d[\w./-]*/[\w-]+\.?"
)
_RUNG = re.compile(r"Điều\s+\d+\s*[.:]|[IVX]{1,5}\s*[.-]\s*[A-ZĐÀ-Ỹ]{2}|Chương\s+[IVX\d]+\b")
_DATELINE = re.compile(
    r"\((?:[\w.+/ ]{2,20}(?:\.vn|\.com|\+|TTXVN|VGP|NDO|VOV|VTV)[\w.+/ ]{0,12}"
    r"|TTXVN|VGP|NDO)\)\s*[-–—]\s*"
    r"|(?:NDO|TTO|TPO|SGGPO|SGGP|HNMO|HNMĐT|PLO|NLĐO|ĐCSVN|VTV\.vn|VOV\.VN|VOV|Baoquocte\.vn|TTXVN|"
    r"LĐO|CAND|QĐND|QĐND Online|BPO|VnEconomy|ICTnews|TG&VN|Dân trí|GD&TĐ|KTĐT)"
    r"\s*[-–—|]\s*(?=[A-ZĐÀ-Ỹ“\"])"
)


@dataclass(frozen=True, slots=True)
class Article:
    """A press page, cleaned.

    Attributes:
        title: Headline.
        lines: Headline, lead and body.
        published: Day of publication that the byline gives, if any.
        publisher: Agency or paper that signs the article, if any.
    """

    title: str
    lines: tuple[Line, ...]
    published: date | None
    publisher: str | None = None


def is_official(lines: Sequence[Line]) -> bool:
    """Tell whether lines are of an official document: letterhead, or rungs of its structure."""
    head = [line.text or " ".join(line.cells) for line in lines[:25]]
    for text in head:
        folded = fold(text)
        if len(text) < 120 and _LETTERHEAD.search(folded) and not _SITE_NAME.search(folded):
            return True
        if text.isupper() and _KIND_ALONE.fullmatch(folded):
            return True
    if any(_NAMED_ALONE.fullmatch(fold(text)) for text in head[:3]):
        return True
    return sum(_RUNG.match(line.text) is not None for line in lines) >= 2


def without_site_tail(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Drop the other stories that follow an official document pasted from a news site.

    Only what comes after the last rung of its structure can be cut, and only where the page
    shows more than one sign of the press.
    """
    if press_signs(lines) < 2:
        return tuple(lines)
    rungs = [index for index, line in enumerate(lines) if _RUNG.match(line.text)]
    for index in range(rungs[-1] + 1 if rungs else len(lines), len(lines)):
        if press.tail_marker(lines[index].text) == "strong":
            return tuple(lines[:index])
    return tuple(lines)


def press_signs(lines: Sequence[Line]) -> int:
    """Count the lines that only a pasted press page has; 0 where there is hardly any prose."""
    rows = sum(line.kind is BlockKind.ROW for line in lines)
    if rows * 3 > len(lines) or sum(press.is_prose(line.text) for line in lines) < 2:
        return 0
    count = 0
    for line in lines:
        text = line.text
        if line.kind is BlockKind.ROW or not text or len(text) > 400:
            continue
        byline = press.byline_date(text)
        count += bool(
            press.is_image_name(text)
            or press.tail_marker(text) == "strong"
            or press.is_credit_caption(text)
            or (byline and (byline[1] or len(text) <= 12))
            or fold(text).startswith("trang chu /")
            or press.is_agency_sign(text)
            or fold(text) == "image not found"
        )
    return count


def clean_press(lines: Sequence[Line], hint: str | None = None) -> Article:
    """Return a press page without its boilerplate.

    Args:
        lines: Tidied lines in reading order.
        hint: Title that the page states about itself, if any.
    """
    title_at = press_head.find_title(lines, hint)
    title = lines[title_at].text
    published = press_head.published(lines, title_at)
    body = press_head.without_head(lines, title_at, hint)
    body = _without_tail(body)
    body = _without_chrome(body, title)
    body = _without_signature(body)
    body = _once(body, title)
    return Article(
        title,
        (Line(title, BlockKind.HEADING, 1), *_with_headings(body)),
        published,
        _publisher(lines),
    )


def is_article_shaped(lines: Sequence[Line]) -> bool:
    """Tell whether lines are a headline over prose: most of the text in long paragraphs."""
    if len(lines) < 5 or any(line.kind is BlockKind.ROW for line in lines):
        return False
    total = sum(len(line.text) for line in lines)
    prose = [len(line.text) for line in lines if press.is_prose(line.text)]
    return (
        len(prose) >= 3 and sum(prose) * 10 >= total * 8 and press_head.is_headline(lines[0].text)
    )


def _publisher(lines: Sequence[Line]) -> str | None:
    """Return the agency, paper or site that the sign-off of an article names."""
    for line in lines:
        match = _SIGNED.fullmatch(line.text)
        if match:
            return match.group(1) or match.group(2)
    return None


def _without_tail(lines: Sequence[Line]) -> list[Line]:
    """Drop lists of other stories, tags, comments and imprint, and boxes inside the article."""
    kept: list[Line] = []
    index = 0
    prose_total = sum(len(line.text) for line in lines if press.is_prose(line.text))
    prose_seen = 0
    while index < len(lines):
        text = lines[index].text
        marker = press.tail_marker(text) if lines[index].kind is not BlockKind.ROW else ""
        if marker:
            early = prose_seen * 3 < prose_total
            resume = _resume(lines, index + 1, strong=marker == "strong" and not early)
            if resume is None:
                break
            index = resume
            continue
        if press.is_site_footer(text) and prose_seen * 2 > prose_total:
            break
        prose_seen += len(text) if press.is_prose(text) else 0
        kept.append(lines[index])
        index += 1
    return kept


def _resume(lines: Sequence[Line], start: int, *, strong: bool) -> int | None:
    """Return where the article goes on after a box of links, or None when it does not.

    Other stories come as headline and lead in turn, so two paragraphs in a row are the
    article again; so is one that a blank line sets off from a box without blank lines.
    """
    if strong:
        return None
    tight = start < len(lines) and not lines[start].gap
    set_off = None
    for index in range(start, len(lines)):
        text = lines[index].text
        if press.tail_marker(text) == "strong":
            return None
        if tight and set_off is None and index > start and lines[index].gap:
            set_off = index
        if not press.is_prose(text):
            continue
        following = lines[index + 1 : index + 2]
        if set_off is not None and index - set_off <= 2:
            return set_off
        if following and press.is_prose(following[0].text):
            return index
    return None


def _without_chrome(lines: Sequence[Line], title: str) -> list[Line]:
    """Drop captions, file names, links and buttons between paragraphs; cut glued captions."""
    prose = [i for i, line in enumerate(lines) if press.is_prose(line.text)]
    last_prose = prose[-1] if prose else -1
    gapped = sum(line.gap for line in lines) * 3 >= len(lines)
    kept: list[Line] = []
    after_image = False
    for index, line in enumerate(lines):
        if line.kind is BlockKind.ROW:
            kept.append(line)
            continue
        text = line.text
        if press.is_image_name(text):
            after_image = True
            continue
        caption = after_image and not press.is_prose(text) and not (gapped and line.gap)
        after_image = False
        if caption or _is_chrome(line, last=index > last_prose):
            continue
        text = unglue(text, title)
        if text and not (text != line.text and (press.is_caption(text) or len(text) < 25)):
            if not kept or all(other.kind is BlockKind.HEADING for other in kept):
                text = _DATELINE.sub("", text, count=1) if _DATELINE.match(text) else text
            kept.append(replace(line, text=text))
    return kept


def _is_chrome(line: Line, *, last: bool) -> bool:
    text = line.text
    byline = press.byline_date(text)
    return (
        press.is_button(text)
        or press.is_relative_time(text)
        or press.is_related_link(text)
        or (press.is_credit_caption(text) and not _glued_body(text))
        or (byline is not None and (byline[1] or last))
        or (press.is_site_footer(text) and len(text) < 160)
        or (press.is_agency_sign(text) and (last or len(text) <= 45))
        or (line.kind is not BlockKind.ITEM and press.is_caption(text))
        or (len(text) <= 120 and text.count("/") + text.count("|") >= 1 and _is_menu(text))
    )


def _is_menu(text: str) -> bool:
    return press.is_breadcrumb(text) and fold(text).startswith(("trang chu", "home"))


def _glued_body(text: str) -> bool:
    """Tell whether prose stands before a credited caption on the same line."""
    seam = re.search(r"[a-zà-ỹ0-9%”\"][.!?][”\"]?(?=[A-ZĐÀ-Ỹ])", text)
    return seam is not None and seam.end() >= 100


def _without_signature(lines: Sequence[Line]) -> list[Line]:
    """Drop the names, agencies and sources that sign off the article."""
    kept = list(lines)
    while kept:
        text = kept[-1].text
        signed = press.is_person_name(text) or press.is_agency_sign(text)
        dangling = kept[-1].kind is BlockKind.HEADING or (
            kept[-1].kind is BlockKind.PARAGRAPH
            and _is_short(text)
            and len(kept) > 3
            and not text[0].isdigit()
        )
        if kept[-1].kind is BlockKind.ROW or not (signed or dangling):
            break
        kept.pop()
    return kept


def _is_short(text: str) -> bool:
    """Tell whether a last line is no sentence: a headline of another story, a name."""
    return len(text) <= 110 and not re.search(r"[.!?…;:”\")]$", text)


def _once(lines: Sequence[Line], title: str) -> list[Line]:
    """Keep the first of equal lines, and none that repeats the headline."""
    seen = {fold(title)}
    kept: list[Line] = []
    for line in lines:
        key = fold(line.text)
        if line.kind is BlockKind.ROW or len(key) < 25 or key not in seen:
            kept.append(line)
        seen.add(key)
    return [line for line in kept if fold(line.text) != fold(title)]


def _with_headings(lines: Sequence[Line]) -> list[Line]:
    """Mark the short lines that introduce paragraphs as headings."""
    marked: list[Line] = []
    for index, line in enumerate(lines):
        following = next(iter(lines[index + 1 : index + 2]), None)
        heading = (
            line.kind is BlockKind.PARAGRAPH
            and len(line.text) <= 130
            and len(line.text.split()) >= 2
            and not re.search(r"[.;:,…!]$", line.text)
            and line.text[:1] not in '“"(-–'
            and following is not None
            and following.kind is not BlockKind.ITEM
            and len(following.text) > len(line.text)
            and (index > 0)
        )
        marked.append(replace(line, kind=BlockKind.HEADING, level=2) if heading else line)
    return marked
