"""The page “Lớp học” without a browser, and the parts of it that are plain functions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from page_texts import assert_alike
from streamlit.testing.v1 import AppTest

from assistant.assistant import Assistant
from assistant.config import Config
from assistant.indexing.build import build_index
from assistant.schema import CitedFigure, Judgement, Status
from assistant.ui.opening import open_shelf
from assistant.ui.signing.roles import Standing, Visitor
from assistant.ui.workshop import checks, tour
from assistant.ui.workshop.checks import checks_of, is_local
from assistant.ui.workshop.demos import claim_html
from assistant.ui.workshop.quiz import BLANK, altered_claims, riddles_of
from assistant.ui.workshop.quizzing import riddle_html
from assistant.ui.workshop.samples import THEMES, choose_samples
from assistant.ui.workshop.texts import WORKSHOP_TEXTS
from assistant.ui.workshop.tour_texts import FIRST_WITH_SIGN_IN, TOURS

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
VI = WORKSHOP_TEXTS["vi"]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("workshop") / "index"
    build_index([CORPUS], folder, Config())
    return folder


@pytest.fixture(scope="module")
def assistant(index: Path) -> Assistant:
    return Assistant.open(index)


@pytest.fixture(scope="module")
def figures(assistant: Assistant) -> list[CitedFigure]:
    return [standing.cited for standing in assistant.figures().entries]


def page_over(index: Path, monkeypatch: pytest.MonkeyPatch, part: str = "tour") -> AppTest:
    monkeypatch.setenv("CHINHSACH_INDEX", str(index))

    def draw() -> None:
        from assistant.ui.opening import index_folder, open_shelf
        from assistant.ui.workshop.page import show

        show(open_shelf(index_folder()), "vi")

    page = AppTest.from_function(draw, default_timeout=300)
    page.session_state["workshop part"] = part
    return page.run()


def bodies(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html"))


def test_both_languages_say_everything() -> None:
    assert_alike(WORKSHOP_TEXTS)
    assert set(VI.themes) == set(THEMES)
    assert len(VI.tour) == 8
    leads = {step.leads for step in VI.tour}
    assert {lead for lead in leads if not lead.startswith("?")} <= VI.go.keys() <= VI.parts.keys()
    assert {lead[1:] for lead in leads if lead.startswith("?")} <= set(THEMES)


def test_a_riddle_is_a_sentence_of_a_document_without_its_number(
    figures: list[CitedFigure],
) -> None:
    riddles = riddles_of(figures, 7, 8)
    assert len(riddles) == 8
    assert len({riddle.cited.source.id for riddle in riddles}) == 8
    for riddle in riddles:
        quote = " ".join(riddle.cited.quote.split())
        assert riddle.text.count(BLANK) == 1
        assert riddle.text.replace(BLANK, riddle.right) in quote
        assert riddle.choices.count(riddle.right) == 1
        assert len(set(riddle.choices)) == 4
        # No wrong choice stands in the sentence, which would make it right in part.
        assert not any(choice in riddle.text for choice in riddle.choices)


def test_a_quiz_is_the_same_for_a_seed_and_another_for_another(figures: list[CitedFigure]) -> None:
    assert riddles_of(figures, 7, 8) == riddles_of(list(figures), 7, 8)
    assert riddles_of(figures, 7, 8) != riddles_of(figures, 8, 8)
    assert riddles_of([], 7, 8) == []
    assert riddles_of(figures[:1], 7, 8) == []  # nothing to mistake it for


def test_a_changed_number_is_refuted(assistant: Assistant, figures: list[CitedFigure]) -> None:
    claims = list(altered_claims(figures, 1))
    claim, riddle = claims[0]
    assert claim != riddle.text.replace(BLANK, riddle.right)
    verdicts = [assistant.check(claim).judgement for claim, _ in claims[:6]]
    assert Judgement.REFUTED in verdicts
    assert Judgement.SUPPORTED not in verdicts


def test_what_documents_say_does_nothing_in_a_riddle(figures: list[CitedFigure]) -> None:
    riddle = riddles_of(figures, 7, 1)[0]
    evil = "<img src=x onerror=alert(1)>"
    hostile = type(riddle)(riddle.cited, f"{evil} {BLANK}", (evil, riddle.right))
    assert "<img" not in riddle_html(hostile, VI)
    assert "<img" not in claim_html("", hostile, VI)


@pytest.mark.parametrize("theme", THEMES)
def test_each_theme_has_questions_that_were_tried(
    theme: str, assistant: Assistant, figures: list[CitedFigure]
) -> None:
    cards = assistant.reader.library.cards()
    samples = choose_samples(theme, assistant.ask, cards, figures)
    assert samples
    wanted = Status.NOT_FOUND if theme == "refused" else Status.FULL
    assert {assistant.ask(question).status for question in samples} == {wanted}


def test_the_check_list_says_what_is_off(index: Path) -> None:
    found = {check.name: check for check in checks_of(open_shelf(index), None, VI)}
    assert found["Mô hình ngôn ngữ"].state == "off"
    assert found["Ngoại tuyến"].state == "on"
    assert found["Tốc độ trả lời"].told == VI.checked["speed_none"]
    assert found["Kho tài liệu"].told.startswith("49 tài liệu, ")


def test_the_check_list_says_what_signing_in_needs(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "visitor", lambda: Visitor(Standing.READER, "a@b.vn"))
    found = {check.name: check for check in checks_of(open_shelf(index), None, VI)}
    offline, address = found[VI.checks["offline"]], found[VI.checks["address"]]
    assert (offline.state, offline.told) == ("look", VI.checked["offline_sign_in"])
    assert (address.state, address.told) == ("look", VI.checked["address_sign_in"])


@pytest.mark.parametrize(
    ("address", "local"),
    [("127.0.0.1", True), ("localhost", True), ("0.0.0.0", False), (None, False)],  # noqa: S104 - told, not listened on
)
def test_who_can_open_the_page(address: str | None, local: bool) -> None:
    assert is_local(address) is local


@pytest.mark.parametrize("part", VI.parts)
def test_every_part_is_drawn(part: str, index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = page_over(index, monkeypatch, part)
    assert not page.exception
    assert not page.error
    assert str(index.parent) not in bodies(page)


def test_the_tour_goes_through_eight_steps(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = page_over(index, monkeypatch)
    titles = []
    for _ in range(8):
        titles.append(page.header[0].value)
        (after,) = [one for one in page.button if one.label == VI.after]
        if not after.disabled:
            after.click().run()
    assert titles == [f"{n}. {step.title}" for n, step in enumerate(VI.tour, start=1)]
    assert after.disabled


def test_nobody_is_told_to_unplug_what_signing_in_needs(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for texts, first in ((TOURS[code], FIRST_WITH_SIGN_IN[code]) for code in TOURS):
        assert (texts[0].title, texts[0].leads) == (first.title, first.leads)
    monkeypatch.setattr(tour, "visitor", lambda: Visitor(Standing.READER, "a@b.vn"))
    page = page_over(index, monkeypatch)
    assert "Rút" not in bodies(page)
    assert "Không rút mạng: đăng nhập cần mạng." in bodies(page)

    (after,) = [one for one in page.button if one.label == VI.after]
    after.click().run()
    assert page.header[0].value == f"2. {VI.tour[1].title}"


def test_a_step_opens_a_part(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = page_over(index, monkeypatch)
    page.button(key="step go").click().run()
    assert 'class="cs-checks"' in bodies(page)


def test_the_room_guesses_and_then_sees_the_source(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_over(index, monkeypatch, "quiz")
    page.number_input(key="quiz seed").set_value(7).run()
    assert not page.success
    assert "cs-card" not in bodies(page).split("</style>")[-1]
    figures = [s.cited for s in Assistant.open(index).figures().entries]
    riddle = riddles_of(figures, 7, 8)[0]
    page.radio[0].set_value(riddle.right).run()
    page.button(key="quiz reveal").click().run()
    assert not page.exception
    assert [re.sub(r"\\(.)", r"\1", one.value) for one in page.success] == [
        VI.quiz_right.format(riddle.right)
    ]
    assert "<mark>" in bodies(page)
    assert VI.quiz_score.format(1, 1) in [one.value for one in page.caption]
    page.button(key="quiz 1").click().run()
    assert not page.success


def test_how_it_works_is_shown_for_what_is_typed(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_over(index, monkeypatch, "watch")
    for question in (
        "<img src=x onerror=alert(1)> $a$ Hải Phòng kinh tế số năm 2025 bao nhiêu phần trăm?",
        "So sánh mục tiêu kinh tế số năm 2025 của Hải Phòng và Hải Dương",
        "x" * 9_000,
        "?",
    ):
        page.text_input[0].set_value(question)
        page.button[0].click().run()
        assert not page.exception
        assert "<img" not in bodies(page)
    page.text_input[0].set_value("Giá vàng hôm nay bao nhiêu?")
    page.button[0].click().run()
    assert VI.watching.candidates_none in bodies(page)


def test_the_demonstrations_refuse_and_refute(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = page_over(index, monkeypatch, "limits")
    page.button(key="workshop refuse").click().run()
    assert VI.refused in page.success[0].value
    page.button(key="workshop refute").click().run()
    assert VI.refuted in page.error[0].value
    assert "cs-card" in bodies(page)
