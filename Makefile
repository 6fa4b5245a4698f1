# make help says what each of these does. Everything is kept in .venv; nothing else is changed on the machine
# but the browser that the tests drive, where apt may install it.

PYTHON ?= python3
export NO_MKDOCS_2_WARNING = 1
export PYTHONPYCACHEPREFIX = $(CURDIR)/.venv/pycache
BIN := .venv/bin
CHROMIUM ?= $(firstword $(wildcard /usr/bin/chromium /usr/bin/chromium-browser) $(shell command -v chromium 2>/dev/null))

.DEFAULT_GOAL := help

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: .venv/site.done ## set up what is needed and build site/, strictly; a failure leaves the last site/ as it was
	$(BIN)/protocolau build

serve: .venv/site.done ## preview at http://127.0.0.1:8000/, reloading on any change of data, pages or styles
	$(BIN)/protocolau serve

test: .venv/test.done chromium .venv/browser.done ## set up what is needed, the browser included, and run every test
	$(BIN)/ruff check hooks tests
	$(BIN)/ruff format --check hooks tests
	$(BIN)/lint-imports
	$(BIN)/mypy
	CHROMIUM=$${CHROMIUM:-$$(command -v chromium-headless-shell || echo $(CHROMIUM))} \
		$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder --max-worker-restart 3

bench: .venv/bench.done chromium ## measure builds beside Hugo and Pagefind, of 5, 250 and 1,000 councils or of COUNCILS="50 1000"
	$(BIN)/python -m tests.bench $(COUNCILS)

properdocs: .venv/site.done ## build with ProperDocs, a fork of MkDocs, too: the way out, if the same byte for byte
	rm -rf .properdocs
	$(PYTHON) -m pip install -q --disable-pip-version-check --require-hashes --no-deps --target .properdocs/lib \
		-r requirements-properdocs.txt
	day=$$(date +%s); for host in mkdocs properdocs; do rm -rf .exports; \
		SOURCE_DATE_EPOCH=$$day PYTHONPATH=.properdocs/lib $(BIN)/python -m $$host build --strict --site-dir .properdocs/$$host \
		|| exit 1; done
	diff -r .properdocs/mkdocs .properdocs/properdocs

format: .venv/test.done ## put the code into the form that the tests ask for
	$(BIN)/ruff check --fix hooks tests
	$(BIN)/ruff format hooks tests

LOCK = $(BIN)/uv pip compile -q -U --universal --python-version 3.11.0 --generate-hashes --no-emit-index-url \
	--no-emit-find-links --no-header pyproject.toml --extra build

lock: .venv/test.done ## bring the locked versions up to date, for every Python from 3.11.0 on
	$(LOCK) -o requirements.txt
	$(LOCK) --extra test -o requirements-test.txt

clean: ## take away what was built and installed here
	rm -rf .venv site .site-new .site-old .site-last .site.lock .exports .properdocs

chromium:
	@[ -n "$(CHROMIUM)" ] || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -q && apt-get install -q -y chromium; } \
	|| { echo "make: the tests need Chromium: install it (Debian: apt-get install chromium) and try again" >&2; exit 1; }

# Chromium without a window lays out the same pages, and costs the tests half as much. It is taken where apt has it.
.venv/browser.done: | .venv/bin/python
	@command -v chromium-headless-shell >/dev/null || [ "$$(id -u)" != 0 ] || ! command -v apt-get >/dev/null \
	|| { apt-get update -q $(SOON) && apt-get install -q -y $(SOON) chromium-headless-shell; } \
	|| echo "make: apt has no chromium-headless-shell; the tests drive $(CHROMIUM)"
	@touch $@

SOON = -o Acquire::Retries=0 -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20

# The environment is made without pip of its own, so that Debian's python3-venv is not needed.
.venv/bin/python:
	$(PYTHON) -m venv --without-pip .venv

.venv/site.done: requirements.txt pyproject.toml | .venv/bin/python
	$(PYTHON) -m pip --python $(BIN)/python install -q --disable-pip-version-check --require-hashes -r requirements.txt
	$(PYTHON) -m pip --python $(BIN)/python install -q --disable-pip-version-check --no-build-isolation --no-deps -e .
	touch $@

# Node trusts the certificates that the machine trusts, as pip does.
.venv/test.done: requirements-test.txt package-lock.json .venv/site.done
	$(PYTHON) -m pip --python $(BIN)/python install -q --disable-pip-version-check --require-hashes -r requirements-test.txt
	mkdir -p .venv/node
	cp package.json package-lock.json .venv/node
	PATH="$(CURDIR)/$(BIN):$$PATH" NODE_OPTIONS=--use-system-ca $(BIN)/npm ci \
		--loglevel=error --ignore-scripts --no-audit --no-fund --prefix .venv/node
	touch $@

.venv/bench.done: .venv/test.done
	$(PYTHON) -m pip --python $(BIN)/python install -q --disable-pip-version-check --no-build-isolation -e '.[bench]'
	touch $@

.PHONY: help site serve test bench properdocs format lock clean chromium
