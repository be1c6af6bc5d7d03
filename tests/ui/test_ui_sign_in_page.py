"""The pages of a shared machine without a browser: what each visitor sees, and may do."""

from __future__ import annotations

import ast
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from page_over import htmls, over, told
from pages import DOCUMENTS, build
from streamlit.testing.v1 import AppTest

from assistant.errors import NotAllowedError
from assistant.indexing.change_log import ACTS, Change, ChangeLog, changes_file
from assistant.indexing.uploads import Uploads
from assistant.ratings import RatingStore, ratings_file
from assistant.ui.shelves import edits
from assistant.ui.shelves.journal import csv_of, row_of_change
from assistant.ui.shelves.journal_texts import JOURNAL_TEXTS
from assistant.ui.shelves.shelving import shelves_of
from assistant.ui.shelves.texts import SHELF_TEXTS
from assistant.ui.signing import session
from assistant.ui.signing.roles import OPEN, Standing, Visitor
from assistant.ui.signing.texts import SIGNING_TEXTS
from assistant.ui.texts import TEXTS

Page = Callable[..., AppTest]

VI, SHELF = SIGNING_TEXTS["vi"], SHELF_TEXTS["vi"]
TREES = "Hải Phòng phấn đấu trồng bao nhiêu cây xanh trong năm 2024?"
LISTS = '[sign_in]\nreaders = ["@co-quan.vn"]\neditors = ["bien.tap@co-quan.vn"]\n'
SECRETS = {
    "auth": {
        "redirect_uri": "http://localhost:8501/oauth2callback",
        "cookie_secret": "0123456789abcdef" * 2,
        "client_id": "a",
        "client_secret": "b",
        "server_metadata_url": "https://dang-nhap.example/.well-known/openid-configuration",
    }
}
EVIL = "<img/src=x>*đậm*@co-quan.vn"


@pytest.fixture
def own_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    index = build(tmp_path, DOCUMENTS)
    monkeypatch.setenv("CHINHSACH_INDEX", str(index))
    return index


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings of a shared machine, in the working folder."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.chdir(home)
    (home / "chinhsach.toml").write_text(LISTS, encoding="utf-8")
    monkeypatch.setattr(session, "find_spec", lambda name: object())
    return home / "chinhsach.toml"


@pytest.fixture(autouse=True)
def _nobody_signed_out() -> Iterator[None]:
    yield
    session._ended.clear()


def user(email: str, **said: object) -> dict[str, Any]:
    known = {"is_logged_in": True, "email": email, "email_verified": True}
    return {**known, "iat": int(time.time()), "sub": email, "nonce": "1", **said}


def visit(page: AppTest, who: dict[str, Any], secrets: dict[str, Any] | None = None) -> AppTest:
    page.user, page.secrets = who, SECRETS if secrets is None else secrets
    return page.run()


def shown(page: AppTest) -> str:
    labels = [one.label for one in page.button]
    return "\n".join((told(page), htmls(page), *labels))


def library(index: Path, who: dict[str, Any]) -> AppTest:
    def draw(index: str, language: str) -> None:
        from pathlib import Path

        from assistant.ui.opening import open_shelf
        from assistant.ui.shelves.page import show

        show(open_shelf(Path(index)), language)

    return visit(over(draw, index), who)


@pytest.fixture
def frame(own_index: Path) -> Page:
    app = Path(__file__).resolve().parents[2] / "app.py"

    def page(language: str = "vi") -> AppTest:
        opened = AppTest.from_file(app, default_timeout=300)
        opened.query_params["lang"] = language
        return opened

    return page


def test_without_the_setting_everybody_reads_and_changes(
    frame: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_index: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    page = frame().run()
    assert not page.exception
    assert page.chat_input
    assert not [one for one in page.button if one.key == "sign out"]
    # What somebody does on a machine of their own is nobody's business.
    monkeypatch.setattr(edits, "visitor", lambda: OPEN)
    edits.upload(shelves_of(None, own_index), "a.txt", b"x", 10)
    assert not changes_file(own_index).exists()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_nobody_reads_anything_before_signing_in(
    frame: Page, settings: Path, language: str
) -> None:
    page = frame(language)
    page.query_params["q"] = TREES
    visit(page, {})
    words = SIGNING_TEXTS[language]
    assert not page.exception
    assert [one.value for one in page.title] == [TEXTS[language].title]
    assert [one.label for one in page.button] == [words.sign_in]
    assert words.intro in told(page)
    assert not page.chat_input
    assert "cây xanh" not in shown(page)


@pytest.mark.parametrize(
    ("who", "refused"),
    [
        (user("la@noi-khac.vn"), "stranger"),
        (user("bien.tap@co-quan.vn", email_verified=False), "unverified"),
        (user(EVIL.replace("co-quan", "noi-khac")), "stranger"),
    ],
)
def test_who_is_refused_is_told_why_and_reads_nothing(
    frame: Page, settings: Path, who: dict[str, Any], refused: str
) -> None:
    page = visit(frame(), who)
    assert not page.exception
    assert not page.chat_input
    assert VI.refusals[refused].format(who["email"]) in told(page)
    assert not any(re.search(r"(?<!\\)[<*]", one.value) for one in page.warning)
    assert [one.label for one in page.button] == [VI.other_account]
    assert "cây xanh" not in shown(page)


def test_a_reader_asks_and_is_named_but_sees_no_ratings_of_others(
    frame: Page, settings: Path, own_index: Path
) -> None:
    page = visit(frame(), user("bien.tap@co-quan.vn"))
    page.chat_input[0].set_value(TREES).run()
    page.feedback[0].set_value(1).run()  # type: ignore[attr-defined]
    assert RatingStore(ratings_file(own_index)).all()
    assert any("Đánh giá đã ghi" in one.label for one in page.expander)

    page = visit(frame(), user(EVIL))
    assert not page.exception
    assert not any("Đánh giá đã ghi" in one.label for one in page.expander)
    assert "&lt;img/src=x&gt;*đậm*@co-quan.vn" in htmls(page)
    assert VI.roles["reader"] in htmls(page)
    page.chat_input[0].set_value(TREES).run()
    assert "40.000 cây xanh" in htmls(page)


def test_a_reader_sees_the_library_and_nothing_that_changes_it(
    settings: Path, own_index: Path
) -> None:
    Uploads.of(own_index).add("mới.txt", "Tin mới.".encode(), 1_000)
    page = library(own_index, user("doc@co-quan.vn"))
    assert not page.exception
    assert page.segmented_control(key="shelves shown").options == ["Tài liệu", "Chưa đọc được (0)"]
    page.selectbox(key="shelves document").set_value("cay-xanh").run()
    assert "40.000 cây xanh" in htmls(page)
    assert not page.button
    assert not page.get("file_uploader")

    page = library(own_index, user("bien.tap@co-quan.vn"))
    assert page.segmented_control(key="shelves shown").options[2:] == ["Tải lên", "Nhật ký"]
    page.selectbox(key="shelves document").set_value("cay-xanh").run()
    assert [one.key for one in page.button] == ["shelves build", "shelves correct"]


def test_who_is_made_a_reader_while_uploading_is_back_at_the_documents(
    settings: Path, own_index: Path
) -> None:
    page = library(own_index, user("bien.tap@co-quan.vn"))
    page.segmented_control(key="shelves shown").set_value("uploads").run()
    assert page.get("file_uploader")
    settings.write_text('[sign_in]\nreaders = ["@co-quan.vn"]\n', encoding="utf-8")
    page.run()
    assert not page.exception
    assert not page.get("file_uploader")
    assert page.selectbox(key="shelves document")


def test_whatever_changes_the_library_asks_who_it_is(
    own_index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelves = shelves_of(None, own_index)
    path = shelves.uploads.add("a.txt", b"x", 10)
    started: list[Path] = []
    monkeypatch.setattr(edits, "start_job", lambda index, sources: started.append(index))
    for standing in set(Standing) - {Standing.OPEN, Standing.EDITOR}:
        monkeypatch.setattr(edits, "visitor", lambda one=standing: Visitor(one, "a@b.vn"))
        for change in (
            lambda: edits.upload(shelves, "b.txt", b"y", 10),
            lambda: edits.replace(shelves, path, "b.txt", b"y", 10),
            lambda: edits.remove(shelves, path),
            lambda: edits.correct(shelves, "ab", "Tên", {"kind": ""}, {"kind": "y"}),
            lambda: edits.build(shelves),
        ):
            with pytest.raises(NotAllowedError):
                change()
    assert shelves.uploads.files() == [path]
    assert path.read_bytes() == b"x"
    assert not shelves.uploads.corrections()
    assert not started
    assert not changes_file(own_index).exists()


def test_nothing_of_the_pages_changes_the_library_but_that_one_module() -> None:
    folder = Path(edits.__file__).resolve().parents[1]
    acts = {"add", "replace", "remove", "correct"}
    found = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (
            isinstance(node, ast.Attribute)
            and node.attr in acts
            and ast.unparse(node.value).endswith("uploads")
        )
        or (isinstance(node, ast.Name) and node.id == "start_job")
    }
    assert found == {"shelves/edits.py"}


def test_every_change_of_an_editor_is_logged(
    own_index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edits, "visitor", lambda: Visitor(Standing.EDITOR, "a@b.vn"))
    shelves = shelves_of(None, own_index)
    path = edits.upload(shelves, "../a.txt", b"x", 10)
    written = edits.replace(shelves, path, "b.md", b"y", 10)
    shown = {"kind": "kế hoạch", "issued": "2024-05-17", "place": "Huế"}
    stated = {"kind": "Quyết định", "issued": "", "place": "Huế"}
    edits.correct(shelves, "ab", "Tên", shown, stated)
    edits.correct(shelves_of(None, own_index), "ab", "Tên", shown | stated, {})
    edits.remove(shelves, written)
    x, y = (
        "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
        "a1fce4363854ff888cff4b8e7875d600c2682390412a8cf79b37d0b11148b0fa",
    )
    changes = ChangeLog(changes_file(own_index)).all()
    assert {change.who for change in changes} == {"a@b.vn"}
    assert [(one.act, one.document, one.before, one.after) for one in reversed(changes)] == [
        ("upload", "a.txt", {}, {"sha256": x}),
        ("replace", "a.txt", {"file": "a.txt", "sha256": x}, {"file": "a.md", "sha256": y}),
        (
            "correct",
            "Tên",
            {"kind": "kế hoạch", "issued": "2024-05-17", "place": "Huế"},
            {"kind": "quyết định", "issued": "", "place": "Huế"},
        ),
        ("correct", "Tên", {"kind": "quyết định", "issued": "", "place": "Huế"}, {}),
        ("remove", "a.md", {"sha256": y}, {}),
    ]


def test_two_forms_open_at_once_lose_nothing_of_each_other(
    own_index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edits, "visitor", lambda: Visitor(Standing.EDITOR, "a@b.vn"))
    one, other = shelves_of(None, own_index), shelves_of(None, own_index)
    shown = {"place": "Huế", "number": "1/KH"}
    edits.correct(one, "ab", "Tên", shown, {"place": "Đà Nẵng"})
    edits.correct(other, "ab", "Tên", shown, {"number": "2/KH"})
    assert dict(one.uploads.corrections()["ab"]) == {"place": "Đà Nẵng", "number": "2/KH"}
    edits.correct(other, "ab", "Tên", shown, {"place": "Hà Nội"})
    last = ChangeLog(changes_file(own_index)).all()[0]
    assert (last.before, last.after) == ({"place": "Đà Nẵng"}, {"place": "Hà Nội"})
    edits.correct(one, "ab", "Tên", shown, {})
    assert one.uploads.corrections() == {}


def test_every_act_has_its_word() -> None:
    for words in JOURNAL_TEXTS.values():
        assert set(words.acts) == set(ACTS)


def test_the_log_is_shown_to_editors_and_does_nothing(settings: Path, own_index: Path) -> None:
    evil = "=HYPERLINK(1) <img> \u202egpj"
    with ChangeLog(changes_file(own_index)).keep(Change("a@b.vn", "upload", evil)):
        pass
    page = library(own_index, user("bien.tap@co-quan.vn"))
    page.segmented_control(key="shelves shown").set_value("journal").run()
    assert not page.exception
    (table,) = page.dataframe
    assert list(table.value["who"]) == ["a@b.vn"]
    assert list(table.value["document"]) == ["=HYPERLINK(1) <img> gpj"]
    assert page.get("download_button")


def test_a_change_is_told_in_words_and_kept_as_a_file() -> None:
    change = Change(
        "=1+1@b.vn",
        "correct",
        "Tên",
        {"issued": "2024-05-17", "number": "", "place": "Huế"},
        {"issued": "2024-05-18", "number": "5/KH"},
        at="2026-05-17T05:00:00+00:00",
    )
    row = row_of_change(change, SHELF)
    assert row["act"] == "Sửa thông tin"
    assert row["changes"] == (
        "Ngày ban hành: “17/05/2024” → “18/05/2024”; Số, ký hiệu: để trống → “5/KH”;"
        " Địa phương: “Huế” → đọc lại từ tệp"
    )
    lines = csv_of([change]).decode("utf-8-sig").splitlines()
    assert lines[0] == "at,who,act,document,before,after"
    assert lines[1].startswith("2026-05-17T05:00:00+00:00,'=1+1@b.vn,correct,Tên,")


@pytest.mark.parametrize(
    ("toml", "auth", "fault"),
    [
        ("[sign_in]\n", SECRETS["auth"], "settings"),
        ("[sign_inn]\n", SECRETS["auth"], "settings"),
        ("", SECRETS["auth"], "lists"),
        (LISTS, None, "secrets"),
        (LISTS, {}, "secrets"),
        (LISTS, SECRETS["auth"] | {"cookie_secret": "xxx"}, "cookie"),
        (LISTS, SECRETS["auth"] | {"redirect_uri": "x"}, "redirect"),
        (LISTS, SECRETS["auth"] | {"server_metadata_url": "http://a.vn"}, "plain"),
    ],
)
def test_half_a_sign_in_keeps_everybody_out_and_says_what_to_do(
    frame: Page, settings: Path, toml: str, auth: dict[str, str] | None, fault: str
) -> None:
    settings.write_text(toml, encoding="utf-8")
    secrets = {"other": "x"} if auth is None else {"auth": auth}
    page = visit(frame(), user("bien.tap@co-quan.vn"), secrets)
    assert not page.exception
    assert VI.faults[fault] in told(page)
    assert not page.button
    assert not page.chat_input
    assert str(settings) not in shown(page)


def test_without_the_library_everybody_is_kept_out(
    frame: Page, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "find_spec", lambda name: None)
    page = visit(frame(), user("bien.tap@co-quan.vn"))
    assert VI.faults["library"] in told(page)
    assert not page.chat_input


def test_who_signs_out_is_out_wherever_the_cookie_is(frame: Page, settings: Path) -> None:
    here, there = user("doc@co-quan.vn"), user("doc@co-quan.vn", nonce="2")
    page = visit(frame(), here)
    assert page.chat_input
    page.button(key="sign out").click().run()
    assert not page.exception
    copied = visit(frame(), here)
    assert not copied.chat_input
    assert VI.refusals["expired"] in told(copied)
    assert visit(frame(), there).chat_input


def test_a_provider_that_does_not_answer_is_told_in_our_words(
    frame: Page, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(url: str, timeout: float) -> None:
        assert url == SECRETS["auth"]["server_metadata_url"]
        raise OSError("refused")

    monkeypatch.setattr(session, "urlopen", refuse)
    page = visit(frame(), {})
    page.button[0].click().run()
    assert not page.exception
    assert VI.unreachable in told(page)
