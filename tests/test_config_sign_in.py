"""The table ``[sign_in]`` of the settings: who may use the pages of a shared machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.config import Config, SignIn, load_config, load_sign_in
from assistant.errors import UsageError


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    return tmp_path / "chinhsach.toml"


def test_without_the_table_nobody_signs_in(settings: Path) -> None:
    assert load_sign_in(settings) is None
    settings.write_text("candidates = 20\n", encoding="utf-8")
    assert load_sign_in(settings) is None


def test_the_table_is_no_part_of_what_an_index_keeps(settings: Path) -> None:
    settings.write_text(
        'candidates = 20\n[sign_in]\nreaders = ["@co-quan.vn"]\neditors = ["a@co-quan.vn"]\n'
        "hours = 8\ntrust_email = true\n",
        encoding="utf-8",
    )
    assert load_sign_in(settings) == SignIn(("@co-quan.vn",), ("a@co-quan.vn",), 8, True)
    assert load_config(settings) == Config(candidates=20)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[sign_in]\n", "chưa cho ai vào"),
        ("[sign_in]\nreaders = []\n", "chưa cho ai vào"),
        ('sign_in = "a@b.vn"\n', "phải là một bảng"),
        ('[sign_in]\nreader = ["a@b.vn"]\n', "không có thiết lập “reader”"),
        ('[sign_in]\nreaders = "a@b.vn"\n', "phải là danh sách"),
        ("[sign_in]\nreaders = [1]\n", "phải là danh sách"),
        ('[sign_in]\nreaders = ["co-quan.vn"]\n', "“co-quan.vn” không phải địa chỉ thư"),
        ('[sign_in]\nreaders = ["a@"]\n', "“a@” không phải địa chỉ thư"),
        ('[sign_in]\nreaders = ["a@b@c.vn"]\n', "không phải địa chỉ thư"),
        ('[sign_in]\nreaders = ["a@b.vn, c@d.vn"]\n', "không phải địa chỉ thư"),
        ('[sign_in]\nreaders = ["a@b.vn"]\nhours = 0\n', "phải từ 1 trở lên"),
        ('[sign_in]\nreaders = ["a@b.vn"]\ntrust_email = "no"\n', "phải là bool"),
        # A misspelt table must not leave the door open.
        ('[signin]\nreaders = ["a@b.vn"]\n', "không có thiết lập “signin”"),
        ('[sign_in\nreaders = ["a@b.vn"]\n', "không đọc được thiết lập"),
    ],
)
def test_what_is_wrong_is_an_error_and_never_an_open_door(
    settings: Path, text: str, told: str
) -> None:
    settings.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=told):
        load_sign_in(settings)
