"""The retriever in LangChain, which nothing loads that does not ask for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from langchain_core.retrievers import BaseRetriever
from langchain_tests.integration_tests.retrievers import RetrieversIntegrationTests
from small_corpus import GREEN, QUERY

from assistant.assistant import Assistant
from assistant.errors import UsageError
from assistant.langchain_adapters import PolicyRetriever
from assistant.schema import Filters


class TestPolicyRetriever(RetrieversIntegrationTests):
    """LangChain's own tests of a retriever."""

    @pytest.fixture(autouse=True)
    def _open(self, assistant: Assistant) -> None:
        self.assistant = assistant

    @property
    def retriever_constructor(self) -> type[BaseRetriever]:
        return PolicyRetriever

    @property
    def retriever_constructor_params(self) -> dict[str, Any]:
        return {"assistant": self.assistant}

    @property
    def retriever_query_example(self) -> str:
        return QUERY


def test_a_retrieved_document_is_the_passage_verbatim_with_its_place(assistant: Assistant) -> None:
    found = PolicyRetriever(assistant=assistant, k=3).invoke(QUERY)
    hits = assistant.search(QUERY, k=3)
    assert [one.id for one in found] == [hit.passage.id for hit in hits]
    for one, hit in zip(found, hits, strict=True):
        document = assistant.document(hit.passage.document_id)
        assert one.page_content == document.text[one.metadata["start"] : one.metadata["end"]]
        assert one.metadata["passage_id"] == hit.passage.id
        assert one.metadata["label"] == hit.passage.label
        assert one.metadata["rank"] == hit.rank
    first = {**found[0].metadata}
    assert {name: first[name] for name in ("document", "title", "number", "kind", "issued")} == {
        "document": "cay-xanh.md",
        "title": "Kế hoạch trồng cây xanh đô thị",
        "number": "12/KH-UBND",
        "kind": "kế hoạch",
        "issued": "2024-03-05",
    }
    assert first["source"] == "https://vidu.example/cay-xanh"
    assert first["page"] is None, "Markdown has no pages, and none is guessed"


def test_a_document_without_an_address_is_its_own_source(assistant: Assistant) -> None:
    [found] = PolicyRetriever(assistant=assistant, k=1).invoke("xe buýt điện")
    assert found.metadata["source"] == "xe-buyt.md"


def test_retriever_keeps_to_its_filters(assistant: Assistant) -> None:
    held = PolicyRetriever(assistant=assistant, filters=Filters(kinds=("quyết định",)))
    assert {one.metadata["document"] for one in held.invoke(QUERY, k=10)} <= {"xe-buyt.md"}
    given = held.invoke("mượn sách", filters=Filters(kinds=("bài báo",)))
    assert {one.metadata["document"] for one in given} == {"thu-vien.md"}


def test_a_retriever_returns_at_least_one(assistant: Assistant) -> None:
    with pytest.raises(ValueError, match="greater than or equal to 1"):
        PolicyRetriever(assistant=assistant, k=0)
    with pytest.raises(UsageError, match="từ 1 trở lên"):
        PolicyRetriever(assistant=assistant).invoke(QUERY, k=0)


def test_a_retriever_composes_into_a_chain(assistant: Assistant) -> None:
    chain = PolicyRetriever(assistant=assistant, k=2) | (lambda found: [one.id for one in found])
    assert chain.invoke(QUERY) == [hit.passage.id for hit in assistant.search(QUERY, k=2)]


def test_langchain_is_not_loaded_by_asking(index: Path) -> None:
    code = (
        "import sys; from pathlib import Path; import assistant.cli;"
        "from assistant.assistant import Assistant;"
        f"Assistant.open(Path({str(index)!r})).ask({GREEN!r});"
        "print([m for m in sys.modules if m.split('.')[0] in ('langchain', 'langchain_core')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
