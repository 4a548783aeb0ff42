# Each target sets up what it needs. `make` alone says what there is.

PYTHON ?= python3
export PIP_DISABLE_PIP_VERSION_CHECK = 1
JOBS ?= 2
BIN := .venv/bin
READY := .venv/.ready
DEMO := build/demo
BENCHES ?= command_line writers copybooks records load driver review

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test lint golden oracle samples bench wheel lock system clean distclean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(READY): requirements-dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("cobrepo needs Python 3.11 or newer; this is " + sys.version.split()[0] + "; say make PYTHON=python3.11") if sys.version_info < (3, 11) else None'
	@$(PYTHON) -m venv .venv || { echo "MISSING: the venv module (Debian and Ubuntu: apt-get install python3-venv)" >&2; exit 1; }
	$(BIN)/python -m pip install -qq --require-hashes -r requirements-dev.txt
	$(BIN)/python -m pip install -qq --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q generator
	@touch $@

system:
	@.ci/system-packages

demo: $(READY) ## generate the sample jobs into build/demo, load their files, run the tests of one
	@rm -rf $(DEMO) && mkdir -p $(DEMO) && cp -R samples/source samples/data $(DEMO)
	@.ci/demo $(CURDIR)/$(BIN) $(DEMO)

test: $(READY) system ## run all tests
	$(BIN)/python -m pytest -n $(JOBS) $(PYTEST_ARGS)

lint: $(READY) ## ruff, black, mypy --strict
	$(BIN)/ruff check .
	$(BIN)/black --check --quiet . || { $(BIN)/black --check . ; exit 1; }
	$(BIN)/mypy

golden: $(READY) ## rewrite the expected files of tests/golden; look at the diff before you commit
	$(BIN)/python -m pytest -n $(JOBS) tests/golden --update-golden

oracle: $(READY) system ## record what the COBOL compiler says, compare our layouts with it
	$(BIN)/python tests/oracle/record.py
	$(BIN)/python -m pytest tests/oracle $(PYTEST_ARGS)

samples: system ## write the files of samples/data again with the COBOL compiler
	samples/cobol/write

bench: $(READY) ## measure; prints the tables of benchmarks/README.md
	@$(BIN)/python -m compileall -q generator
	@for name in $(BENCHES); do $(BIN)/python benchmarks/$$name.py || exit 1; echo; done

wheel: $(READY) ## build the wheel, install it elsewhere, generate a sample with it
	@.ci/wheel $(CURDIR)/$(BIN)/python

lock: ## pin the development dependencies again (needs uv)
	uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --group dev \
	  --upgrade --custom-compile-command "make lock" pyproject.toml -o requirements-dev.txt

clean: ## remove what was built
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
	find generator tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## clean, and remove the virtual environment
	rm -rf .venv
