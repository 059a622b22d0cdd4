# Everything a newcomer needs: `make demo` shows the main job, `make test` proves that it works here.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: demo test check prove lock clean
.DEFAULT_GOAL := demo

$(READY): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("sladocs needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Say which: make PYTHON=python3.11") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

demo: $(READY)  ## a contract from one short file, read back figure by figure
	$(BIN)/python -m sladocs.cli.demo demo

test: $(READY) check  ## the whole suite, in less than five minutes
	$(BIN)/python -m pytest -n 2 -m "not slow and not libreoffice and not browser"

check: $(READY)  ## style, types and floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

prove: $(READY)  ## what takes longer: LibreOffice, Chromium, thousands of examples, openxml-audit
	HYPOTHESIS_PROFILE=prove $(BIN)/python -m pytest -n 2
	$(BIN)/python benchmarks/prove.py

lock: pyproject.toml  ## choose the newest versions anew
	$(BIN)/uv pip compile --quiet pyproject.toml --group dev --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url -o requirements-dev.lock

clean:
	rm -rf .venv demo
