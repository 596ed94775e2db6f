.DEFAULT_GOAL := help
SHELL := bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PIP := $(BIN)/python -m pip --disable-pip-version-check
JOBS ?= 2
ARGS ?=
# Passed on as they are, whatever quotes are in them.
export SPEC SLICE SCOPE OUT OLD NEW

.PHONY: help
help: ## print these verbs
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

.PHONY: setup
setup: $(READY) ## make the environment (.venv) from constraints.txt; LOCKED=ci checks the hash of each file

# A lock names all that is needed. pip 23 does not take a pin of `pydantic[email]` for one of `pydantic`, so it must not look further.
$(READY): pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
ifdef LOCKED
	$(PIP) install --quiet --require-hashes --no-deps --requirement requirements/$(LOCKED).txt
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
else
	$(PIP) install --quiet --constraint constraints.txt --editable '.[dev]'
endif
	touch $@

# uv writes what pip reads: for every system and Python, each release with the hashes of its files.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-strip-extras \
	--no-emit-index-url --custom-compile-command 'make lock' pyproject.toml

# What a user may ask for, unlike `dev`, `docs` and `release`. What makes the site needs Python 3.11.5.
EXTRAS := $(addprefix --extra ,cli config emulator expressions inbound metrics queue rfc telemetry)

.PHONY: lock
lock: $(READY) ## write requirements/, what CI installs, from pyproject.toml and constraints.txt
	$(PIP) install --quiet --constraint constraints.txt uv
	$(LOCK) --constraint constraints.txt --extra dev --output-file requirements/ci.txt
	$(LOCK) --constraint constraints.txt --extra dev --extra release --output-file requirements/release.txt
	$(subst 3.11,3.11.5,$(LOCK)) --constraint constraints.txt --extra docs --output-file requirements/docs.txt
	$(LOCK) --constraint constraints.txt $(EXTRAS) --output-file requirements/runtime.txt
	$(LOCK) --constraint constraints.txt --output-file requirements/client.txt
	$(LOCK) --resolution lowest-direct $(EXTRAS) --output-file requirements/lowest.txt

.PHONY: generate
generate: $(READY) ## write generated/ from the slice; SPEC=path|URL|upstream cuts a full document first
	$(BIN)/python -m generator $(if $(SPEC),--spec "$$SPEC") $(if $(SLICE),--slice "$$SLICE") $(if $(SCOPE),--scope "$$SCOPE") $(if $(OUT),--out "$$OUT") $(ARGS)

OLD ?= committed
NEW ?= committed
.PHONY: diff
diff: $(READY) ## report what a change of the document means; OLD=, NEW=: path, URL, upstream, committed
	$(BIN)/python -m generator.diff "$$OLD" "$$NEW" $(if $(SCOPE),--scope "$$SCOPE") $(ARGS)

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
	$(BIN)/python -m benchmarks.expressions

.PHONY: matrix
matrix: $(READY) ## try every operation under every fault, sync and async
	GRAPHSYNC_MATRIX=all $(BIN)/python -m pytest -n $(JOBS) --timeout=1200 tests/faults $(ARGS)

.PHONY: regenerate
regenerate: $(READY) ## regenerate from changed documents in a copy, and run the whole suite there
	$(BIN)/python -m pytest -m slow tests/generator/test_regeneration.py $(ARGS)

.PHONY: slow
slow: $(READY) ## run the other tests that take longer than a change should wait
	$(BIN)/python -m pytest -m slow --ignore tests/generator/test_regeneration.py --ignore tests/third_party $(ARGS)

.PHONY: third-party
third-party: $(READY) ## check SCIM servers that others wrote, from their registries
	$(BIN)/python -m pytest -m slow tests/third_party $(ARGS)

.PHONY: fuzz
fuzz: $(READY) ## feed odd input; EXAMPLES=2000 is how much of each kind
	GRAPHSYNC_FUZZ=$(or $(EXAMPLES),2000) $(BIN)/python -m pytest -n $(JOBS) --timeout=3600 tests/fuzz tests/models/test_decode_errors.py tests/models/test_reading.py tests/generator/cut/test_mutations.py tests/contract/test_addresses.py $(ARGS)

.PHONY: soak
soak: $(READY) ## send a million requests through a day of tokens; REQUESTS=20000 is shorter
	$(BIN)/python -m benchmarks.soak $(if $(REQUESTS),--requests $(REQUESTS)) $(ARGS)

# A place of its own, since nothing else needs what it takes. Whatever is not found is an error.
.PHONY: docs
docs: build/docs/.ready ## build the site into build/site/; ARGS=--dirty is quicker
	PYTHONPATH=.:generated NO_MKDOCS_2_WARNING=1 build/docs/bin/mkdocs build --strict --quiet $(ARGS)

build/docs/.ready: requirements/docs.txt
	test -x build/docs/bin/python || $(PYTHON) -m venv build/docs
	build/docs/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes --no-deps --requirement requirements/docs.txt
	touch $@

.PHONY: installed
installed: $(READY) ## install the wheel anew, pinned and lowest, and run every example; needs a package registry
	$(BIN)/python -m pytest -m installed tests/installed $(ARGS)

.PHONY: dist
dist: $(READY) ## build wheel and sdist into dist/, check both, and list what the wheel installs (SBOM)
	$(PIP) install --quiet --constraint constraints.txt check-wheel-contents cyclonedx-bom twine
	rm -rf dist build/installed
	$(BIN)/python -m build --no-isolation
	$(BIN)/twine check --strict dist/*.whl dist/*.tar.gz
	$(BIN)/check-wheel-contents dist/*.whl
	$(PYTHON) -m venv --without-pip build/installed
	$(PIP) --python build/installed/bin/python install --quiet --require-hashes --no-deps --requirement requirements/runtime.txt
	$(PIP) --python build/installed/bin/python install --quiet --no-deps dist/*.whl
	$(BIN)/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible \
		--output-file dist/graphsync-client.cdx.json build/installed/bin/python

.PHONY: sdist-test
sdist-test: dist ## run the tests from the sdist, in a new environment
	rm -rf build/sdist && mkdir -p build/sdist
	tar --extract --gzip --strip-components=1 --directory build/sdist --file dist/*.tar.gz
	$(MAKE) --directory build/sdist test LOCKED=$(LOCKED)

.PHONY: wheel
wheel: $(READY) ## build the wheel into dist/
	$(BIN)/python -m build --wheel --no-isolation

.PHONY: clean
clean: ## remove the environment and everything built
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage* htmlcov
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
