# Two commands do everything on a machine with Python 3.11+, make and pip:
#   make run     set up, build the index, serve chat and API
#   make test    set up, run all checks and tests
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Debian packages that the tests start: a real browser and a real Redis.
TEST_PROGRAMS := chromium redis-server

.PHONY: run index test check bench clean programs

run: index
	@$(BIN)/caveat serve

index: $(VENV)/.run
	@$(BIN)/caveat index

# A process per core, up to four, each with the test files that it is given.
test: $(VENV)/.test programs check index
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

check: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/caveat lint

bench: $(VENV)/.test index
	$(MAKE) -C tests/bench BIN=$(abspath $(BIN)) PYTHON=$(PYTHON)

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable '.[build]'
	@touch $@

$(VENV)/.test: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable '.[build,test]'
	@touch $@ $(VENV)/.run

programs:
	@missing=""; for program in $(TEST_PROGRAMS); do command -v $$program >/dev/null || missing="$$missing $$program"; done; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	else \
		echo "The tests need:$$missing. Install them (Debian: sudo apt-get install$$missing) and run make test again." >&2; exit 1; \
	fi

clean:
	rm -rf $(VENV) .caveat .pytest_cache .mypy_cache .ruff_cache
