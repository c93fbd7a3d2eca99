# make demo   the worked example: findings on the screen and a dossier in demo-case/
# make test   the whole suite, lint and types included
# Both set up on their own; all they ask for is Python 3.11 or newer, and a package index the first time.

VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
DEMO := demo-case
CODE := primafacie tests bench
# Folders of marked texts and the script that scores them, for bench-quality.
TEXTS ?=
SCORER ?=
# The folder that holds the public benchmarks' data and scorers.
DATA ?=

.PHONY: help setup demo test suite lint types browser bench-quality bench-public bench-speed clean

help:
	@sed -n '1,3s/^# //p' Makefile
	@echo 'Also: setup, suite (tests only), lint, types, browser, bench-quality TEXTS=DIR SCORER=FILE, bench-public DATA=DIR, bench-speed, clean.'

setup: $(READY)

$(READY): pyproject.toml constraints.txt
	@test -n '$(PYTHON)' || { echo 'No Python 3.11 or newer was found. Install one, or name it: make PYTHON=/path/to/python3' >&2; exit 2; }
	@test -x $(BIN)/python && $(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV) || { rm -rf $(VENV); \
		echo 'This Python cannot make virtual environments: its ensurepip is missing. On Debian and Ubuntu it is a package of its own: apt-get install python3-venv. Then run make again.' >&2; exit 2; }
	$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt pip setuptools
	$(BIN)/python -m pip install -q -c constraints.txt -e . --group dev
	@touch $(READY)

demo: setup
	$(BIN)/primafacie investigate examples/atf --case $(DEMO)

test: setup lint types browser suite

suite: setup
	$(BIN)/python -m pytest

lint: setup
	$(BIN)/ruff check $(CODE)

types: setup
	$(BIN)/mypy

browser:
	@scripts/chromium

bench-quality: setup
	$(BIN)/python bench/quality/run.py $(foreach folder,$(TEXTS),--texts $(folder)) $(if $(SCORER),--scorer $(SCORER))

bench-public: setup
	$(BIN)/python bench/quality/public.py $(if $(DATA),--data $(DATA))

bench-speed: setup
	$(BIN)/python bench/speed/reading.py
	$(BIN)/python bench/speed/cold.py
	$(BIN)/python bench/speed/memory.py

clean:
	rm -rf $(VENV) $(DEMO) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
