"""What is on and off is said as it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.indexing.manifest import Manifest
from assistant.indexing.reader import IndexReader
from assistant.ui.chatting.banner import facts
from assistant.ui.chatting.texts import CHAT_TEXTS

VI = CHAT_TEXTS["vi"]
LOCAL = "127.0.0.1"


@pytest.fixture
def manifest(index: Path) -> Manifest:
    return IndexReader.open(index).manifest


def test_all_on_this_machine(manifest: Manifest) -> None:
    assert facts(manifest, VI, recognises=True, address=LOCAL) == (
        ("Mạng", VI.network_off),
        ("Tìm theo nghĩa", VI.meaning_built_in),
        ("Nhận dạng bản quét (OCR)", VI.scans_on),
        ("Mô hình ngôn ngữ", VI.language_model_off),
    )


@pytest.mark.parametrize("address", ["0.0.0.0", "", "192.168.1.5"])  # noqa: S104 - told, not listened on
def test_a_page_that_others_can_open_says_so(manifest: Manifest, address: str) -> None:
    assert facts(manifest, VI, recognises=True, address=address)[0][1] == VI.network_open


def test_a_shared_machine_says_what_the_network_is_for(manifest: Manifest) -> None:
    told = facts(manifest, VI, recognises=True, address=LOCAL, shared=True)
    assert told[0] == ("Mạng", VI.network_shared)


def test_a_model_from_outside_and_a_missing_program_are_named(manifest: Manifest) -> None:
    other = replace(manifest, encoder_kind="sentence-transformers", encoder="tên/mô-hình")
    told = dict(facts(other, VI, recognises=False, address=LOCAL))

    assert told[VI.network] == VI.network_maybe
    assert told[VI.meaning] == "bật, mô hình tên/mô-hình"
    assert told[VI.scans] == VI.scans_off
    without = replace(manifest, encoder_kind="none", encoder="")
    assert facts(without, VI, recognises=True, address=LOCAL)[1][1] == VI.meaning_off
