# Hilum's commands. `make run` and `make test` do their own set-up on a fresh Debian 12.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

BIN := .venv/bin

.PHONY: help run test lint format package clean

help: ## Print this list
	@grep -E '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

run: ## Set up, then open the viewer on the samples (without a display: triage them into out/)
	@sh packaging/bootstrap.sh run
	@$(BIN)/python packaging/run.py

test: ## Set up, then lint, types, contracts and tests with coverage
	@sh packaging/bootstrap.sh test
	@$(MAKE) --no-print-directory lint
	@mkdir -p build
	$(BIN)/coverage erase
	@# Side by side: the window's tests wait more than they compute.
	$(BIN)/coverage run -m pytest tests/viewer > build/window.log 2>&1 & window=$$!; passed=true; \
	$(BIN)/coverage run -m pytest --ignore tests/viewer 2>&1 | tee build/pytest.log || passed=false; \
	wait $$window || passed=false; cat build/window.log; $$passed
	$(BIN)/coverage combine -q
	$(BIN)/coverage report --skip-covered
	$(BIN)/coverage report --include 'engine/*' --fail-under=90 --format=total
	@tail -qn 1 build/window.log build/pytest.log

lint: ## Ruff, mypy and the import contracts
	@sh packaging/bootstrap.sh test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: ## Let ruff rewrite what it can
	@sh packaging/bootstrap.sh test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

package: ## Freeze Hilum, make the .deb and the .tar.xz in dist/, and try both
	@sh packaging/bootstrap.sh package
	$(BIN)/python packaging/icons.py build/icons
	$(BIN)/python -m viewer phantom --out build/samples --studies 8 --size 1024
	$(BIN)/pyinstaller --noconfirm --log-level WARN --distpath dist --workpath build/pyinstaller packaging/hilum.spec
	$(BIN)/python packaging/legal.py dist/hilum
	rm -f dist/*.deb dist/*.tar.xz
	$(BIN)/python packaging/linux.py dist/hilum dist
	$(BIN)/python packaging/sizes.py dist/hilum dist/*.deb dist/*.tar.xz | tee build/sizes.md
	$(BIN)/python packaging/smoke.py dist/*.tar.xz dist/*.deb
	HILUM_PROGRAM=dist/hilum/hilum $(BIN)/python -m pytest -q -p no:cacheprovider \
		tests/end_to_end/test_{triage_command,places,faults,kills,dicom_corpus}.py

clean: ## Remove what the other commands made (the virtual environment stays)
	rm -rf build dist out .samples htmlcov .coverage .coverage.* .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
