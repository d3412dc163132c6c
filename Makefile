# What a newcomer types. Needs Python 3.11+, make and git, nothing else.
SHELL := bash
# A failed install must not be hidden by the filter that shows its progress.
.SHELLFLAGS := -eu -o pipefail -c
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help demo test check format bench soak lock clean
help: ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

.venv/installed: requirements-dev.txt pyproject.toml
	@echo "1/3  making .venv with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv .venv
	@echo "2/3  installing what requirements-dev.txt pins (a minute the first time)"
	@$(BIN)/python -m pip install --disable-pip-version-check --no-input --progress-bar on --require-hashes -r requirements-dev.txt | sed -n 's/^Collecting \([^ ;]*\).*/       \1/p'
	@echo "3/3  installing La Relève itself"
	@$(BIN)/python -m pip install --disable-pip-version-check --no-input --quiet --no-deps --no-build-isolation -e .
	@touch $@

demo: .venv/installed ## a real homeserver, the bot and a chat on this terminal (Ctrl-C ends all of it)
	@$(BIN)/releve demo $(ARGS)

test: .venv/installed ## the whole test suite, against a real Synapse too
	@$(BIN)/python -m pytest $(ARGS)

check: .venv/installed ## lint, format, types, arrows between folders, catalogue
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/releve check

format: .venv/installed ## put the code in its one form
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: .venv/installed ## measure against baselines in the same run
	@$(BIN)/python -m tests.bench $(ARGS)

soak: .venv/installed ## kill the real bot 200 times under load, then count (ARGS="--kills 500 --seed 7")
	@$(BIN)/python -m tests.homeserver.soak $(ARGS)

lock: ## pin every dependency with its hashes, for every platform
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements.txt
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --all-extras pyproject.toml -o requirements-dev.txt

clean: ## remove what `make` made
	@rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache dist
