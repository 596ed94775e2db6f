.DEFAULT_GOAL := help
SHELL := bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
JOBS ?= 2
ARGS ?=

.PHONY: help
help: ## print these verbs
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

.PHONY: setup
setup: $(READY) ## make the environment (.venv) from constraints.txt

$(READY): pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	touch $@

.PHONY: generate
generate: $(READY) ## write generated/ from the slice; SPEC=path|URL|upstream cuts a full document first
	$(BIN)/python -m generator $(if $(SPEC),--spec '$(SPEC)') $(if $(SLICE),--slice '$(SLICE)') $(if $(SCOPE),--scope '$(SCOPE)') $(if $(OUT),--out '$(OUT)') $(ARGS)

OLD ?= committed
NEW ?= committed
.PHONY: diff
diff: $(READY) ## tell what a change of the document means; OLD=, NEW=: path, URL, upstream, committed
	$(BIN)/python -m generator.diff '$(OLD)' '$(NEW)' $(if $(SCOPE),--scope '$(SCOPE)') $(ARGS)

.PHONY: sync
sync: $(READY) ## derive the synchronous twins from the asynchronous source
	$(BIN)/python -m generator.unasync

.PHONY: lint
lint: $(READY) ## check style and import borders
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

.PHONY: types
types: $(READY) ## check types with mypy and pyright, both strict
	$(BIN)/mypy
	$(BIN)/pyright

.PHONY: drift
drift: $(READY) ## check that generated/ and the twins are what their sources give
	$(BIN)/python -m generator --check
	$(BIN)/python -m generator.unasync --check

.PHONY: check
check: lint types drift ## lint, types and drift

.PHONY: test
test: $(READY) ## run the tests; ARGS="-k secrets" selects
	$(BIN)/python -m pytest -n $(JOBS) $(ARGS)

.PHONY: cover
cover: $(READY) ## run the tests and show which lines and branches they do not reach
	$(BIN)/python -m pytest -n $(JOBS) --cov --cov-report=term-missing:skip-covered $(ARGS)

.PHONY: demo
demo: generate ## start the local Graph and run examples/quickstart.py against it
	$(BIN)/python -m examples.demo

.PHONY: bench
bench: $(READY) ## print ratios to raw httpx; PEERS=1 adds other clients; needs GRAPHSYNC_SPECS for the cut
	$(BIN)/python -m benchmarks $(if $(PEERS),--peers) $(ARGS)
	$(BIN)/python -m benchmarks.decode
	$(BIN)/python -m benchmarks.cut

.PHONY: matrix
matrix: $(READY) ## try every operation under every fault, sync and async
	GRAPHSYNC_MATRIX=all $(BIN)/python -m pytest -n $(JOBS) --timeout=1200 tests/faults $(ARGS)

.PHONY: fuzz
fuzz: $(READY) ## feed odd input; EXAMPLES=2000 is how much of each kind
	GRAPHSYNC_FUZZ=$(or $(EXAMPLES),2000) $(BIN)/python -m pytest -n $(JOBS) --timeout=3600 tests/fuzz tests/models/test_decode_errors.py tests/models/test_reading.py tests/generator/cut/test_mutations.py tests/contract/test_addresses.py $(ARGS)

.PHONY: soak
soak: $(READY) ## send a million requests through a day of tokens; REQUESTS=20000 is shorter
	$(BIN)/python -m benchmarks.soak $(if $(REQUESTS),--requests $(REQUESTS)) $(ARGS)

.PHONY: installed
installed: $(READY) ## install the wheel anew, pinned and lowest, and run every example; needs a package registry
	$(BIN)/python -m pytest -m installed tests/installed $(ARGS)

.PHONY: wheel
wheel: $(READY) ## build the wheel into dist/
	$(BIN)/python -m build --wheel --no-isolation

.PHONY: clean
clean: ## remove the environment and everything built
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage* htmlcov
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
