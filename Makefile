# make run    the window on the sample project        make test     lint, types and all tests
# Both do the set-up they need and are quick when repeated. `make help` lists the rest.

# Coverage that may not be lost (branches counted): raise when it grows, never lower.
COVER_CORE := 95
COVER_UI := 80
# Processes that run the tests side by side.
WORKERS := 2

TORCH := 2.13.0
# The CPU build is 190 MB, the build on plain PyPI 900 MB and three GB of CUDA beside it.
TORCH_CPU_INDEX := https://download.pytorch.org/whl/cpu

PYTHON ?= $(shell for p in python3.12 python3.11 python3; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 13))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
PY := $(BIN)/python
PIP := $(PY) -m pip --disable-pip-version-check install --quiet
SAMPLE := seeds/sample/tajikistan-kazakhstan.txt

.PHONY: help setup run sample-without-display test lint types tests starter-model gazetteer package package-lite \
	package-test screenshots bench lock clean

help:
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

setup: .venv/.installed ## system libraries, .venv and the locked dependencies
	@packaging/system-libs.sh

.venv/.made:
	@test -n "$(PYTHON)" || { echo "Tawsim needs Python 3.11 or 3.12 (as python3.12, python3.11 or python3)." >&2; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/.torch-$(TORCH): .venv/.made
	$(PIP) --no-deps torch==$(TORCH) --index-url $(TORCH_CPU_INDEX) --retries 0 --timeout 15 || $(PIP) torch==$(TORCH)
	@touch $@

.venv/.installed: requirements.lock .venv/.torch-$(TORCH)
	$(PIP) --no-deps --require-hashes -r requirements.lock
	@touch $@

run: setup ## open the window on the sample project
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then $(PY) main.py --sample; \
	else echo "No display here: doing the same job on the command line."; $(MAKE) --no-print-directory sample-without-display; fi

sample-without-display: setup
	@rm -rf build/sample && mkdir -p build/sample
	$(PY) main.py new build/sample/sample.tawsim
	$(PY) main.py import build/sample/sample.tawsim $(SAMPLE)
	$(PY) main.py suggest build/sample/sample.tawsim
	$(PY) main.py accept build/sample/sample.tawsim
	$(PY) main.py info build/sample/sample.tawsim
	$(PY) main.py export build/sample/sample.tawsim build/sample/sample.jsonl --format jsonl
	$(PY) main.py export build/sample/sample.tawsim build/sample/sample.conll --format conll2003
	@echo "The project and its training files:"; ls -l build/sample

test: lint types tests ## lint, types and all tests, with the coverage ratchet

lint: setup
	$(BIN)/ruff check .

types: setup
	$(BIN)/mypy

tests: setup
	@rm -f .coverage .coverage.*
	$(BIN)/pytest -m "not package" -n $(WORKERS) --cov --cov-report=
	$(BIN)/coverage report --include='annotate/*,store/*' --fail-under=$(COVER_CORE)
	$(BIN)/coverage report --include='ui/*,main.py' --fail-under=$(COVER_UI)

starter-model: setup ## train the starter model that ships in seeds/
	$(PY) -m annotate.suggest.making.starter

gazetteer: setup ## make the place and name lists that ship in seeds/
	$(PY) -m annotate.suggest.making.gazetteer

package: setup ## the program with CAMeL-Tools and torch, in dist/
	$(PY) packaging/build.py

package-lite: setup ## the program without torch, in dist/
	$(PY) packaging/build.py --lite

package-test: setup ## run what `make package` built, as a stranger would
	$(BIN)/pytest -m package tests/packaging

screenshots: setup ## make the pictures of README and docs again
	$(PY) docs/screenshots.py

bench: setup ## every benchmark, in its quick form
	@for file in benchmarks/*.py; do echo "== $$file"; $(PY) $$file --quick || exit 1; done

# Needs uv (`pip install uv`). Run time, tests and packaging in one resolution, so that they agree.
lock: ## resolve the dependencies anew
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --upgrade --quiet \
		--override packaging/lock-overrides.txt --all-extras pyproject.toml packaging/torch-needs.in -o requirements.lock

clean:
	rm -rf build dist .coverage .coverage.* .mypy_cache .pytest_cache .ruff_cache .hypothesis
