# Everything that the project needs is installed into .venv by the first target that wants it.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed

.PHONY: help generate check test lint format bench case demo fuzz conformance clean

help:  ## Say what there is to make
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

$(INSTALLED): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "clientwright needs Python 3.11 or later: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@# Where Python may not write bytecode by itself, as in many containers, every run would compile every module again.
	@$(BIN)/python -m compileall -q generator
	@touch $@

generate: $(INSTALLED)  ## Write the clients of every flavour in spec/flavours/ into generated/
	$(BIN)/clientwright generate

check: $(INSTALLED)  ## Fail when generated/ is stale, or Black, pyright or mypy finds anything in it
	$(BIN)/clientwright generate --check
	$(BIN)/black --quiet --check --diff --target-version py310 generated
	$(BIN)/pyright --project tests/typing/generated.json
	$(BIN)/mypy --config-file tests/typing/generated.ini

test: $(INSTALLED)  ## Run the tests; A="-k stream" passes arguments to pytest
	$(BIN)/python -m pytest $(A)

lint: $(INSTALLED)  ## Look for faults in the generator, the runtime and the tests
	$(BIN)/ruff check generator templates/python/runtime tests
	$(BIN)/ruff format --check generator tests
	$(BIN)/black --quiet --check --target-version py310 templates/python/runtime
	$(BIN)/pyright

format: $(INSTALLED)  ## Lay out the generator, the runtime and the tests
	$(BIN)/ruff check --fix --quiet generator templates/python/runtime tests || true
	$(BIN)/ruff format --quiet generator tests
	$(BIN)/black --quiet --target-version py310 templates/python/runtime

bench: $(INSTALLED)  ## Measure generator and client beside others, as ratios
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement tests/bench/requirements.txt
	$(BIN)/python tests/bench/run.py

demo: $(INSTALLED)  ## Run the example of the README against a server on loopback
	$(BIN)/python tests/support/demo.py

case: $(INSTALLED)  ## Update the expected files of one case: make case C=stream_variant
	@test -n "$(C)" || { echo "say which: make case C=<directory in tests/cases>"; exit 2; }
	$(BIN)/python tests/support/update_case.py $(C)

fuzz: $(INSTALLED)  ## Try thousands of damaged documents, files and streams; S=600 says for how many seconds
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --requirement tests/hostile/requirements.txt 2>/dev/null \
	  || echo "there is no wheel of atheris for this Python and system: nothing is guided by coverage"
	$(BIN)/python tests/hostile/fuzz.py $(or $(S),300)

conformance: $(INSTALLED)  ## Run the conformance suites of others (needs npm); A="http --only Encode" says which
	$(BIN)/python tests/conformance/run.py $(A)

clean:  ## Remove the environment and what tools leave behind
	rm -rf $(VENV) .conformance .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist
