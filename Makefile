# The one door: run, test, check, bench. Needs Python 3.11 or newer and nothing else.
PYTHON ?= python3
PORT ?= 8501
BIN := .venv/bin
# Two at once: three took as long on two cores. Neighbours share a server, and who has nothing left to
# do takes from the other's end.
TESTS := -m pytest tests -n 2 --dist worksteal

.PHONY: run test test-long bench check clean

run: .venv/run.stamp
	@$(BIN)/python app.py --port $(PORT)

test: .venv/dev.stamp
	@$(BIN)/python tests/chromium.py
	$(BIN)/python $(TESTS) -m "not long"

test-long: .venv/dev.stamp
	@$(BIN)/python tests/chromium.py
	$(BIN)/python $(TESTS) -m long

bench: .venv/dev.stamp
	@$(BIN)/python tests/chromium.py
	$(BIN)/python -m bench

check: .venv/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy vigreview
	$(BIN)/python -m vigreview.languages

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "vigreview needs Python 3.11 or newer: set PYTHON=python3.11, say.")'
	@echo "Making .venv"
	@$(PYTHON) -m venv .venv

.venv/run.stamp: requirements.txt | .venv/bin/python
	@echo "Installing what vigreview needs (once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/dev.stamp: requirements-dev.txt .venv/run.stamp
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache bench/results.json
