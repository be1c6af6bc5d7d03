from __future__ import annotations

import pytest
from policies import open_policies
from provinces import DOCUMENTS

from assistant.assistant import Assistant


@pytest.fixture(scope="session")
def policies(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An open index of the documents of ``policies``."""
    return open_policies(tmp_path_factory.mktemp("policies"))


@pytest.fixture(scope="session")
def provinces(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An open index of the documents of ``provinces``."""
    return open_policies(tmp_path_factory.mktemp("provinces"), DOCUMENTS)
