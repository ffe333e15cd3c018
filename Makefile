# make demo  - the briefing of the five bundled articles      make test - everything that must hold
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.ready

.PHONY: help setup demo test lint bench bench-quality clean

help:
	@echo "make setup   create .venv with onrecord in it"
	@echo "make demo    read the five bundled articles, print their briefing and write it as one HTML file"
	@echo "make test    style, types, import rules and tests"
	@echo "make bench   speed and memory on this machine"

$(STAMP): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit("onrecord needs Python 3.11 or newer, this is %d.%d; hint: make PYTHON=python3.12 ..." % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(STAMP)

setup: $(STAMP)

demo: $(STAMP)
	$(BIN)/onrecord demo

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check src tests training bench
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint
	$(BIN)/python -m pytest

bench: $(STAMP)
	$(BIN)/python -m bench.speed
	$(BIN)/python -m bench.intake
	$(BIN)/python -m bench.pages

bench-quality: $(STAMP)
	$(BIN)/python -m bench.quality

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
