# Everything that a person and the checks do, by the same names. `make` lists them.

PYTHON ?= python3
VENV ?= .venv
INDEX ?= index
CORPUS ?= corpus
# sentence-transformers needs torch; without a version it would be whatever is newest. A torch
# that is already in the virtual environment, such as a build for processors alone, stays.
TORCH ?= torch==2.13.0
# Folder of the files that the encoder learns from.
TRAINING ?= ../shared/training
# Further arguments of a command: make test ARGS="-k dates"
ARGS ?=

ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif

.PHONY: help install app test index lint types check eval encoder clean
.DEFAULT_GOAL := help

help:  ## list these commands
	@awk -F ':.*##  *' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: $(VENV)/.installed-dev  ## make the virtual environment, with what the tests need

app: index  ## index corpus/ when needed, then open the pages
	@$(BIN)/python -m assistant app --index "$(INDEX)" $(ARGS)

test: $(VENV)/.installed-dev  ## run the tests
	@$(BIN)/python -m pytest $(ARGS)

index: $(VENV)/.installed  ## build the index of corpus/, or bring it up to date
	@$(BIN)/python -m assistant index "$(CORPUS)" --index "$(INDEX)"

lint: $(VENV)/.installed-dev  ## check style and format
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m ruff format --check .

types: $(VENV)/.installed-dev  ## check types
	@$(BIN)/python -m mypy

check: lint types test  ## lint, types and test

eval: $(VENV)/.installed-dev  ## measure on the questions of evals/, with a report to look at
	@$(BIN)/python -m evals --json evals/results/run.json --html evals/results/report.html $(ARGS)

encoder: $(VENV)/.installed  ## train the encoder anew: make encoder TRAINING=folder
	@$(BIN)/python -m pip install --quiet --editable '.[train]'
	@$(BIN)/python -m assistant.training "$(TRAINING)" --out assistant/indexing/bag $(ARGS)

clean:  ## remove the index and all caches; keep the virtual environment
	rm -rf build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis tests/artifacts
	rm -rf "$(INDEX)"/gen-* "$(INDEX)"/.building-* "$(INDEX)"/CURRENT "$(INDEX)"/.lock "$(INDEX)"/.job* \
	  "$(INDEX)"/.sources.json
	find assistant evals tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps depend on pyproject.toml, so that a second run installs nothing.
$(VENV)/.installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Cần Python 3.11 trở lên. Hãy gõ, ví dụ: make app PYTHON=python3.12" >&2; exit 2; }
	@$(BIN)/python -c '' 2>/dev/null || $(PYTHON) -m venv --clear $(VENV) || { \
	  echo "Không tạo được môi trường ảo. Trên Debian, Ubuntu hãy cài gói python3-venv." >&2; \
	  exit 2; }
	@echo "Đang cài các thư viện vào $(VENV) (lần đầu mất vài phút) …" >&2
	@$(BIN)/python -m pip show --quiet torch 2>/dev/null \
	  || $(BIN)/python -m pip install --quiet "$(TORCH)"
	@$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@$(BIN)/python -m pip install --quiet --editable '.[dev,train]'
	@touch $@
