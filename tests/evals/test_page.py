"""The report as a page: complete by itself, and harmless whatever a document says."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from eval_fakes import FAKE, QUESTIONS, RIGHT, Fake, asked

from evals.labels import CATEGORY_LABELS, CONDITION_LABELS, SPLIT_LABELS
from evals.page import page
from evals.questions import CATEGORIES, SPLITS
from evals.reports import Documents, Measured, as_report
from evals.robustness import SPELLINGS, Variation
from evals.running import ask_all
from evals.trivial import trivial_rows

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&"
VOID = {"meta", "input", "br"}


class Reader(HTMLParser):
    """Checks that elements close in order, and keeps them with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.seen if name == tag]


def made(fake: Fake = FAKE) -> str:
    results = ask_all(QUESTIONS, fake)
    trivial = trivial_rows(results, fake, fake.documents())
    variations = [Variation("no marks", results), Variation("+1000 foreign", results)]
    return page(as_report([Measured("seeds", Documents.of(fake), results, trivial, variations)]))


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    reader.close()
    assert reader.open == []
    return reader


def test_page_needs_nothing_beside_itself() -> None:
    text = made()
    reader = read(text)
    assert not re.search(r"https?:|//[a-z]|@import|url\(", text)
    for _, attributes in reader.seen:
        assert not attributes.keys() & {"src", "href", "srcset", "data-src"}


def test_what_documents_and_questions_say_is_only_text() -> None:
    said = replace(RIGHT, short=HOSTILE, text=f"{HOSTILE} [1].", missing=HOSTILE)
    results = ask_all([asked(HOSTILE, HOSTILE, short=(HOSTILE,))], Fake({HOSTILE: said}))
    text = page(as_report([Measured("seeds", Documents.of(FAKE), results)]))
    reader = read(text)
    assert len(reader.all("script")) == 1
    assert reader.all("img") == []
    assert not any(name.startswith("on") for _, found in reader.seen for name in found)
    assert "&lt;img src=x onerror=alert(2)&gt;&quot;&#x27;&amp;" in text


def test_every_question_is_there_and_the_wrong_ones_are_open() -> None:
    questions = [one for one in read(made()).all("details") if one["class"] == "question"]
    assert [one["data-right"] for one in questions] == ["yes", "no", "no", "yes", "no"]
    assert ["open" in one for one in questions] == [False, True, True, False, True]
    assert [one["data-split"] for one in questions] == ["dev", "dev", "test", "dev", "test"]


def test_the_split_that_says_most_is_shown_first() -> None:
    parts = [one for one in read(made()).all("div") if one.get("data-part") == "seeds"]
    assert [(one["data-split"], "hidden" in one) for one in parts] == [
        ("test", False),
        ("dev", True),
        ("all", True),
    ]


def test_numbers_are_written_as_in_vietnamese() -> None:
    text = made()
    assert "<b>33,3%</b>" in text  # one answer of three, over all
    assert "Thêm 1.000 đoạn lạ" in text
    assert "+0,0" in text
    assert "-0,0" not in text


@pytest.mark.parametrize(
    ("names", "labels"),
    [
        (CATEGORIES, CATEGORY_LABELS),
        (("all", *SPLITS), SPLIT_LABELS),
        (tuple(SPELLINGS), CONDITION_LABELS),
        (("refuse", "first passage", "best tf-idf"), CONDITION_LABELS),
    ],
)
def test_everything_has_a_label(names: tuple[str, ...], labels: dict[str, object]) -> None:
    assert set(names) <= set(labels)


def test_categories_stand_in_one_order() -> None:
    assert tuple(CATEGORY_LABELS) == CATEGORIES
