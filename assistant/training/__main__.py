"""``python -m assistant.training FOLDER --out MODEL``: train the encoder anew."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from assistant.errors import AssistantError
from assistant.training.pairs import SOURCES, read_pairs
from assistant.training.recipe import Recipe, train


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 done, 2 misused."""
    usual = Recipe()
    parser = argparse.ArgumentParser(prog="python -m assistant.training", description=__doc__)
    parser.add_argument("folder", type=Path, help="folder of the .jsonl.xz files to learn from")
    parser.add_argument("--out", type=Path, required=True, help="folder of the model, replaced")
    parser.add_argument("--sources", nargs="+", choices=SOURCES, default=list(SOURCES))
    parser.add_argument("--seed", type=int, default=usual.seed)
    parser.add_argument("--units", type=int, default=usual.units)
    parser.add_argument("--dimensions", type=int, default=usual.dimensions)
    parser.add_argument("--epochs", type=float, default=usual.epochs)
    options = parser.parse_args(arguments)
    recipe = Recipe(
        units=options.units,
        dimensions=options.dimensions,
        epochs=options.epochs,
        seed=options.seed,
        sources=tuple(options.sources),
    )
    begin = time.perf_counter()
    try:
        pairs = read_pairs(options.folder, recipe.sources, recipe.seed)
        _say(f"{len(pairs)} cặp từ {', '.join(recipe.sources)}")
        model = train(pairs, recipe)
        model.save(str(options.out), create_model_card=False)
    except AssistantError as error:
        _say(str(error))
        return 2
    _say(f"{options.out}: {model[0].encoder().name}, {time.perf_counter() - begin:.0f} giây")
    return 0


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
