"""What the encoder learns from: pairs of a short text and a passage that belongs to it.

Three kinds, none of them labelled by anyone: the title of an article with its text, the
heading of a part with a paragraph of it, and a sentence with what stands around it (the
inverse cloze task of Lee, Chang and Toutanova 2019). The passage of a sentence mostly lacks
the sentence itself, so that other words of the same matter must be known; now and then it is
left in, since a question often does repeat the passage's words.

No pair is a question. So the words that people wrap a question in are put around the short
texts at random, and the encoder learns that they tell no passage from another.
"""

from __future__ import annotations

import json
import lzma
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.errors import UsageError

__all__ = ["SOURCES", "Pair", "dressed", "read_pairs"]

SOURCES = ("law-articles", "legal-documents", "wikipedia")
"""Names of the files, ``<name>.jsonl.xz`` in one folder."""

# A passage of the index is at most 1,200 characters, most of them far shorter.
_PASSAGE_CHARS = 1_000
_MIN_PASSAGE_CHARS = 120
_SENTENCE_CHARS = (40, 300)
# How often the sentence stays in its passage; one in ten is what the authors of the task found.
_KEPT_SENTENCE = 0.1
# How often the passage bears its title, as a passage of the index does.
_TITLED = 0.5
# Titles that stand over hundreds of articles say nothing of one of them.
_COMMON_TITLES = 3

_ARTICLE = re.compile(r"^[“\"]?Điều \d+[a-zđ]?\.[ ]*(.*)$", re.MULTILINE)
_HEADING = re.compile(r"^#{1,4} +(.+)$", re.MULTILINE)
_SENTENCE_END = re.compile(r"(?<=[.;?!])\s+|\n+")
_EDITING = re.compile(r"\[sửa \| sửa mã nguồn\]|\[\d+\]|\*+")
# Lines of tables, lists of pictures and notes of editors.
_NO_PROSE = re.compile(r"^(?:[|\-*#\s]*$|.*\|)")
_APPENDED = ("Tham khảo", "Chú thích", "Liên kết ngoài", "Xem thêm", "Đọc thêm", "Thư mục")


_OPENINGS = tuple(
    """thưa luật sư|xin chào luật sư|cho em hỏi|cho tôi hỏi|xin hỏi|em muốn hỏi|tôi muốn biết
    |xin cho biết|luật sư cho em hỏi|mọi người cho mình hỏi|anh chị cho em hỏi
    |nhờ luật sư tư vấn giúp|hiện nay tôi đang|tôi có vấn đề như sau|gia đình tôi
    |theo quy định của pháp luật|theo quy định hiện hành|vậy thì|trong trường hợp này
    |em đang thắc mắc là|bạn tôi nói rằng|hãy cho biết|theo bài viết|theo tài liệu""".replace(
        "\n    ", ""
    ).split("|")
)
_CLOSINGS = tuple(
    """thì phải làm sao|thì có được không|có đúng không|đúng hay sai|là gì|là ai|như thế nào
    |ra sao|bao nhiêu|bao lâu|khi nào|ở đâu|vì sao|tại sao|gồm những gì|được quy định thế nào
    |có bị phạt không|ạ|vậy ạ|em cảm ơn|xin cảm ơn|mong luật sư giải đáp|thì xử lý như thế nào
    |có những gì|nào|cần những điều kiện gì|hay không|mức phạt là bao nhiêu|thủ tục ra sao
    |do ai quyết định""".replace("\n    ", "").split("|")
)
_OPENED, _CLOSED = 0.5, 0.7


@dataclass(frozen=True, slots=True)
class Pair:
    """A short text, a passage that belongs to it, and where they are from."""

    short: str
    passage: str
    source: str


def read_pairs(folder: Path, sources: tuple[str, ...], seed: int) -> list[Pair]:
    """Return the pairs of all sources, in the order of the files.

    Args:
        folder: Where the files lie.
        sources: Which of ``SOURCES`` to read.
        seed: Decides which sentences are taken, and from where.

    Raises:
        UsageError: A file is missing, damaged, or not a JSON object a line.
    """
    makers = {
        "law-articles": _law_pairs,
        "legal-documents": _document_pairs,
        "wikipedia": _encyclopaedia_pairs,
    }
    pairs: list[Pair] = []
    for source in sources:
        # A generator for each source, so that one can be left out and the others stay.
        generator = random.Random(f"{seed} {source}")  # noqa: S311 - a repeatable choice, not a secret
        rows = list(_read(folder / f"{source}.jsonl.xz"))
        made = makers[source](rows, generator)
        pairs += [Pair(dressed(short, generator), passage, source) for short, passage in made]
    return pairs


def dressed(text: str, generator: random.Random) -> str:
    """Return a text wrapped, or not, in the words that people ask with.

    Args:
        text: A title, heading or sentence.
        generator: Decides on the words.
    """
    if generator.random() < _OPENED:
        text = f"{generator.choice(_OPENINGS)} {text}"
    if generator.random() < _CLOSED:
        text = f"{text.rstrip(' .;')} {generator.choice(_CLOSINGS)}"
    return text


def _read(path: Path) -> Iterator[dict[str, Any]]:
    try:
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)
    except (OSError, ValueError, EOFError, lzma.LZMAError) as error:
        raise UsageError(f"{path}: không đọc được ({error}). Hãy kiểm tra thư mục.") from error


_Made = Iterator[tuple[str, str]]


def _law_pairs(rows: list[dict[str, Any]], generator: random.Random) -> _Made:
    counts: dict[str, int] = {}
    for row in rows:
        counts[row["title"]] = counts.get(row["title"], 0) + 1
    for row in rows:
        title, text = row["title"], row["text"]
        matter = f"{row['demuc']}. {title}"
        if len(text) < _MIN_PASSAGE_CHARS:
            continue
        if title:
            # A title as common as "Giải thích từ ngữ" is told apart by what its law is about.
            asked = title if counts[title] <= _COMMON_TITLES else matter
            yield asked, _window(text, generator)
        yield from _around_a_sentence(matter, text, generator)


def _document_pairs(rows: list[dict[str, Any]], generator: random.Random) -> _Made:
    for row in rows:
        text = row["text"]
        heads = list(_ARTICLE.finditer(text))
        ends = [*(head.start() for head in heads), len(text)][1:]
        if len(text) >= _MIN_PASSAGE_CHARS:
            yield row["title"], _window(text[: heads[0].start()] if heads else text, generator)
        for head, end in zip(heads, ends, strict=True):
            heading, body = head[1].strip(), text[head.end() : end].strip()
            if len(body) < _MIN_PASSAGE_CHARS or len(heading) > _SENTENCE_CHARS[1]:
                continue
            if heading:
                yield heading, _window(body, generator)
            yield from _around_a_sentence(heading, body, generator)


def _encyclopaedia_pairs(rows: list[dict[str, Any]], generator: random.Random) -> _Made:
    for row in rows:
        title = row["title"]
        heads = list(_HEADING.finditer(row["text"]))
        ends = [*(head.start() for head in heads), len(row["text"])][1:]
        for head, end in zip(heads, ends, strict=True):
            heading = head[1].strip()
            if heading.startswith(_APPENDED):
                continue
            about = title if heading == title else f"{title} {heading}"
            for number, paragraph in enumerate(_paragraphs(row["text"][head.end() : end])):
                if number == 0:
                    yield about, _window(paragraph, generator)
                yield from _around_a_sentence(about, paragraph, generator)


def _paragraphs(text: str) -> Iterator[str]:
    """Yield the paragraphs of prose, short neighbours joined to one passage."""
    held = ""
    for line in _EDITING.sub("", text).split("\n"):
        if _NO_PROSE.match(line):
            continue
        if held and len(held) + len(line) > _PASSAGE_CHARS:
            yield held
            held = ""
        held = f"{held}\n{line}" if held else line
    if len(held) >= _MIN_PASSAGE_CHARS:
        yield held


def _around_a_sentence(about: str, text: str, generator: random.Random) -> _Made:
    passage = _window(text, generator)
    sentences = [part for part in _SENTENCE_END.split(passage) if part.strip()]
    low, high = _SENTENCE_CHARS
    fit = [number for number, part in enumerate(sentences) if low <= len(part) <= high]
    if len(sentences) < 2 or not fit:
        return
    chosen = generator.choice(fit)
    kept = generator.random() < _KEPT_SENTENCE
    rest = " ".join(part for n, part in enumerate(sentences) if kept or n != chosen)
    if generator.random() < _TITLED:
        rest = f"{about}\n{rest}"
    if len(rest) >= _MIN_PASSAGE_CHARS:
        yield sentences[chosen], rest


def _window(text: str, generator: random.Random) -> str:
    """Return whole lines of a text from some line on, as long as a passage may be."""
    if len(text) <= _PASSAGE_CHARS:
        return text
    lines = text.split("\n")
    # The beginning most often, since it is what a title speaks of.
    first = generator.randrange(len(lines)) if generator.random() < 0.5 else 0
    taken = "\n".join(lines[first:])
    if len(taken) < _MIN_PASSAGE_CHARS:
        taken = text
    return taken[:_PASSAGE_CHARS]
