# make demo and make test do all the set-up themselves; the second run finds it done.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help demo test lint check wheel-check reference clean

help:
	@echo "make demo         install, build the graph of the example reviews, answer the headline question"
	@echo "make test         install, then lint, type check, tests, and the wheel installed elsewhere"
	@echo "make check        the tests alone"
	@echo "make lint         ruff and mypy alone"
	@echo "make wheel-check  build the wheel, install it into a fresh environment, run the demo from it"
	@echo "make reference    write docs/reference/command-line.md anew, and the outputs that README and docs show"
	@echo "make clean        remove what was built (the environment and datasets stay)"

demo: $(VENV)/installed
	@$(BIN)/dhr-graph demo
	@echo
	@echo "dhr-graph stands in $(BIN); to have it at hand: . $(BIN)/activate"

test: lint check wheel-check
	@echo "== All passed: lint, types, tests, wheel."

lint: $(VENV)/installed-for-tests
	@echo "== ruff"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@echo "== mypy --strict"
	@$(BIN)/mypy

check: $(VENV)/installed-for-tests
	@echo "== pytest"
	@$(BIN)/python -m pytest $(PYTEST_OPTIONS)

wheel-check: $(VENV)/installed-for-tests
	@echo "== The wheel, built without symbolic links, installed elsewhere"
	@$(BIN)/python .ci/wheel_check.py

reference: $(VENV)/installed
	@$(BIN)/python docs/reference/generate.py
	@$(BIN)/python docs/blocks.py

clean:
	rm -rf build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage

$(VENV)/created:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("dhr-graph needs Python 3.11 or newer, this is " + sys.version.split()[0] + ". Name another: make PYTHON=python3.11 demo")'
	@echo "== 1/2 Making a virtual environment in $(VENV)"
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/installed: setup.cfg pyproject.toml | $(VENV)/created
	@echo "== 2/2 Installing dhr-graph and what it needs (some 450 MB; one to two minutes the first time, without a word)"
	@rm -rf build
	@$(BIN)/python -m pip install -q --editable .
	@touch $@

$(VENV)/installed-for-tests: setup.cfg pyproject.toml | $(VENV)/created
	@echo "== 2/2 Installing dhr-graph, what it needs, and the tools of its tests (one to two minutes the first time)"
	@rm -rf build
	@$(BIN)/python -m pip install -q --editable ".[test]"
	@touch $@ $(VENV)/installed
