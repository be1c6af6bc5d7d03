"""The tokens of a corpus, read once for all that is built from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assistant.vietnamese.normalise import fold
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
    texts: list[list[int]]
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

    def fold(self) -> TokenTable:
        """Return the table without tone marks, from the vocabulary alone.

        A folded token is the fold of a marked one, so the corpus need not be split again.
        (Of all scripts only Greek differs, in the last sigma of a word in capitals.)
        """
        if self.folded:
            return self
        tokens, (folds,) = _number([[fold(token) for token in self.tokens]])
        return TokenTable(tokens, [[folds[n] for n in text] for text in self.texts], True)


def _number(texts: Iterable[list[str]]) -> tuple[list[str], list[list[int]]]:
    known: dict[str, int] = {}
    numbers = [[known.setdefault(token, len(known)) for token in text] for text in texts]
    return list(known), numbers
