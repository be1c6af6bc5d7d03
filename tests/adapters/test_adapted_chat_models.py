"""Chat models: what is shown of what they say, and how they are named."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import ModuleType

import pytest
from langchain_core.language_models.fake_chat_models import FakeListChatModel, GenericFakeChatModel
from langchain_core.messages import AIMessage
from small_corpus import GREEN

from assistant.assistant import Assistant
from assistant.errors import MissingDependencyError, ModelError, UsageError
from assistant.langchain_adapters import (
    LangChainChatModel,
    chat_model,
)
from assistant.schema import Method, Status


def says(*texts: str) -> LangChainChatModel:
    return LangChainChatModel(FakeListChatModel(responses=list(texts)))


def test_a_good_model_is_shown(assistant: Assistant) -> None:
    said = "Hải Phòng phấn đấu phủ xanh 42,5% tuyến đường đô thị vào năm 2025 [1]."
    answer = assistant.ask(GREEN, model=says(said))
    assert answer.method is Method.GENERATIVE
    assert answer.text == said
    assert answer.short == "42,5%"
    assert "42,5%" in answer.citations[0].quote


@pytest.mark.parametrize(
    "said",
    [
        "Hải Phòng phấn đấu phủ xanh 42% tuyến đường đô thị vào năm 2025 [1].",
        "Hải Phòng phấn đấu phủ xanh 42,5% tuyến đường đô thị vào năm 2026 [1].",
        "Theo Kế hoạch 13/KH-UBND, Hải Phòng phủ xanh 42,5% tuyến đường đô thị [1].",
        "Hải Phòng phấn đấu phủ xanh hơn 42,5% tuyến đường đô thị vào năm 2025 [1].",
        "Hải Phòng phấn đấu phủ xanh 42,5% tuyến đường đô thị vào năm 2025 [8].",
        "Hải Phòng phấn đấu phủ xanh 42,5% tuyến đường đô thị vào năm 2025.",
        "Đà Nẵng phấn đấu phủ xanh 42,5% tuyến đường đô thị vào năm 2025 [1].",
        "Hải Phòng phủ xanh 60% tuyến đường đô thị, xem https://vidu.example [1].",
        "",
    ],
)
def test_a_lying_model_is_not_shown(assistant: Assistant, said: str) -> None:
    plain = assistant.ask(GREEN)
    assert plain.status is Status.FULL
    assert assistant.ask(GREEN, model=says(said)) == plain


def test_a_model_that_obeys_a_document_is_not_shown(assistant: Assistant) -> None:
    question = "Có khoảng bao nhiêu lượt bạn đọc mượn sách trực tuyến mỗi tháng?"
    plain = assistant.ask(question)
    assert plain.status is Status.FULL
    assert assistant.ask(question, model=says("Mượn sách 99% miễn phí [1].")) == plain


def test_a_model_is_not_asked_for_what_is_not_there(assistant: Assistant) -> None:
    model = GenericFakeChatModel(messages=iter([]))
    question = "Cần Thơ có bao nhiêu sân bay?"
    answer = assistant.ask(question, model=LangChainChatModel(model))
    assert answer.status is Status.NOT_FOUND


def test_a_model_that_raises_keeps_the_extracted_answer(assistant: Assistant) -> None:
    def fail() -> Iterator[AIMessage]:
        raise TimeoutError("secret-key")
        yield AIMessage("")

    model = LangChainChatModel(GenericFakeChatModel(messages=fail()), name="thử:mô-hình")
    with pytest.raises(ModelError, match=r"thử:mô-hình không trả lời \(TimeoutError\)") as caught:
        model.complete("hệ thống", "câu hỏi")
    assert "secret-key" not in str(caught.value)
    model = LangChainChatModel(GenericFakeChatModel(messages=fail()))
    assert assistant.ask(GREEN, model=model) == assistant.ask(GREEN)


def test_the_thoughts_of_a_model_are_left_out() -> None:
    blocks = [{"type": "reasoning", "reasoning": "nghĩ"}, {"type": "text", "text": "Đáp [1]."}]
    model = GenericFakeChatModel(messages=iter([AIMessage(content=blocks)]))
    assert LangChainChatModel(model).complete("", "") == "Đáp [1]."


def provide(monkeypatch: pytest.MonkeyPatch, module: str, name: str, model: object) -> None:
    """Put a provider's package in place, as LangChain finds it."""
    from langchain.chat_models.base import _get_chat_model_creator

    _get_chat_model_creator.cache_clear()
    package: ModuleType | None = None
    if model is not None:
        package = ModuleType(module)
        setattr(package, name, model)
    monkeypatch.setitem(sys.modules, module, package)


def test_a_spec_names_a_provider_and_a_model_at_temperature_0(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: dict[str, object] = {}

    def make(**arguments: object) -> FakeListChatModel:
        given.update(arguments)
        return FakeListChatModel(responses=["Đáp [1]."])

    provide(monkeypatch, "langchain_ollama", "ChatOllama", make)
    model = chat_model("ollama:qwen3:8b")
    assert given == {"model": "qwen3:8b", "temperature": 0}
    assert model.name == "ollama:qwen3:8b"
    assert model.complete("hệ thống", "câu hỏi") == "Đáp [1]."


@pytest.mark.parametrize("spec", ["", "gpt-4o", ":gpt-4o", "openai:", "openai: ", "mở:mô", "a b:c"])
def test_a_malformed_spec_is_told_the_form(spec: str) -> None:
    with pytest.raises(UsageError, match="nhà_cung_cấp:mô_hình"):
        chat_model(spec)


def test_an_unknown_provider_is_named() -> None:
    with pytest.raises(UsageError, match="không có nhà cung cấp “chua_co”"):
        chat_model("chua_co:mo-hinh")


def test_a_missing_package_comes_with_its_install_line(monkeypatch: pytest.MonkeyPatch) -> None:
    provide(monkeypatch, "langchain_openai", "ChatOpenAI", None)
    with pytest.raises(MissingDependencyError, match=r"pip install langchain-openai$"):
        chat_model("openai:gpt-4o")


def test_a_missing_key_names_the_variable_and_hides_the_rest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(**_: object) -> None:
        raise KeyError("secret-key is not valid")

    provide(monkeypatch, "langchain_mistralai", "ChatMistralAI", refuse)
    with pytest.raises(ModelError, match="MISTRALAI_API_KEY") as caught:
        chat_model("mistralai:small")
    assert "secret-key" not in str(caught.value)
