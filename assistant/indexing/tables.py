"""The tokens of a corpus, read once for all that is built from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assistant.vietnamese.tokens import sparse_tokens

__all__ = ["TokenTable"]

_PROGRESS_STEP = 500


@dataclass(frozen=True, slots=True)
class TokenTable:
    """Texts as numbers of tokens: a fifth of the memory of the tokens themselves.

    Attributes:
        tokens: Each token once, in order of first appearance.
        texts: For each text, the places of its tokens in ``tokens``, repeated as they stand.
        folded: Whether the tokens are without tone marks.
    """

    tokens: list[str]
    texts: Sequence[Sequence[int]]
    folded: bool

    @classmethod
    def read(
        cls,
        texts: Sequence[str],
        *,
        folded: bool,
        progress: Callable[[int, int], None] | None = None,
    ) -> TokenTable:
        """Split texts into sparse tokens and number these.

        Args:
            texts: Any texts.
            folded: Whether tone marks are removed.
            progress: Called now and then with the texts done and their number.
        """

        def split() -> Iterable[list[str]]:
            for done, text in enumerate(texts):
                if progress and done % _PROGRESS_STEP == 0:
                    progress(done, len(texts))
                yield sparse_tokens(text, folded=folded)
            if progress:
                progress(len(texts), len(texts))

        tokens, numbers = _number(split())
        return cls(tokens, numbers, folded)


def _number(texts: Iterable[list[str]]) -> tuple[list[str], list[list[int]]]:
    known: dict[str, int] = {}
    numbers = [[known.setdefault(token, len(known)) for token in text] for text in texts]
    return list(known), numbers
