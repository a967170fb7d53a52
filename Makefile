# The commands of the README and CONTRIBUTING, in one place.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test lint bench
run: .venv/run
	$(BIN)/assistant serve

test: .venv/test
	$(BIN)/python -m pytest

lint: .venv/test
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports

bench: .venv/run
	$(BIN)/assistant benchmark latency eval/resolution.jsonl

.venv/run: pyproject.toml
	$(PYTHON) -m venv .venv && $(BIN)/pip install -e '.[bundled,bench]'
	touch $@

.venv/test: pyproject.toml
	$(PYTHON) -m venv .venv && $(BIN)/pip install -e '.[bundled,test]'
	touch $@
