# `make help` lists the targets.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON ?= python3
UV := .tools/bin/uv
RUN := .venv/bin/python
SEEDS ?= $(wildcard ../shared/seeds)
export RASA_TELEMETRY_ENABLED = false
export SQLALCHEMY_SILENCE_UBER_WARNING = 1
export TF_CPP_MIN_LOG_LEVEL = 3
# Without its bytecode Rasa takes 12 s to import, with it 4 s.
unexport PYTHONDONTWRITEBYTECODE

# All that `make help` lists.
.PHONY: $(shell awk -F: '/^[a-z-]+:.*\#\# / {print $$1}' $(firstword $(MAKEFILE_LIST)))

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(UV):
	@echo "Installing uv into .tools ..."
	@$(PYTHON) -m venv .tools
	@.tools/bin/python -m pip install --quiet --disable-pip-version-check "uv>=0.5"

.venv/.complete: uv.lock pyproject.toml .python-version | $(UV)
	@echo "Installing the locked environment into .venv (2.6 GB, a minute or two) ..."
	@$(UV) sync --locked
	@touch $@

setup: .venv/.complete ## install uv and the locked environment into this folder

train: setup ## train the model, unless it fits the present data
	@$(RUN) -W ignore -m nlu.train

actions: setup ## run the action server on port 5055, for a plain `rasa shell`
	@SANIC_HOST=127.0.0.1 $(RUN) -m rasa_sdk --actions actions

chat: train ## talk with the assistant in the Rasa shell
	@$(RUN) -W ignore -m scripts.chat

telegram: ## answer families on Telegram: TELEGRAM_TOKEN=... make telegram (or in .env)
	@set -a; [ ! -f .env ] || . ./.env; set +a; \
	test -n "$$TELEGRAM_TOKEN$$TELEGRAM_TOKEN_FILE" || { echo "TELEGRAM_TOKEN is not set: write /newbot to @BotFather on Telegram, and put its token into .env"; exit 2; }; \
	$(MAKE) --no-print-directory train && exec $(RUN) -W ignore -m scripts.telegram

console: setup ## serve the moderators' site on loopback; prints its address, and a link for the first administrator
	@set -a; [ ! -f .env ] || . ./.env; set +a; exec $(RUN) -W ignore -m console serve

console-demo: train ## make demonstration conversations for the console by asking the assistant
	@set -a; [ ! -f .env ] || . ./.env; set +a; exec $(RUN) -W ignore -m console demo

console-pictures: train ## take the pictures of docs/console anew, in Chromium
	@$(RUN) -W ignore -m tests.console.browser.screenshots

whole-way: train ## a family asks, a moderator corrects, the patch is trained on in a copy of the tree, the bot answers right
	@$(RUN) -W ignore -m tests.console.whole_way

backup: setup ## copy what is kept to a new folder, while all goes on: make backup TO=/disk1/monday
	@set -a; [ ! -f .env ] || . ./.env; set +a; $(RUN) -m scripts.backup data "$(TO)"

backup-secrets: setup ## copy what opens it to another new folder: make backup-secrets TO=/disk2/monday
	@set -a; [ ! -f .env ] || . ./.env; set +a; $(RUN) -m scripts.backup secrets "$(TO)"

restore: setup ## put a backup back where nothing is: make restore FROM=/disk1/monday
	@set -a; [ ! -f .env ] || . ./.env; set +a; $(RUN) -m scripts.backup restore "$(FROM)"

chaos: setup ## kill gateway, Rasa and actions at random while 50 chats write: nothing lost, nothing out of order
	@$(RUN) -m pytest tests/bot/chaos tests/bot/chaos/full.py -s

services-test: train ## start PostgreSQL, Redis, nginx, two Rasas, two action servers, console and gateway, and ask through all
	@$(RUN) -m tests.support.services.programs
	@$(RUN) -m pytest tests/services -s

deployment-secrets: ## make the secrets of a deployment in deploy/secrets; what is there stays
	@$(PYTHON) -m scripts.deployment_secrets deploy/secrets

bench: train ## measure speed, growth, scaling and memory on a quiet machine (20 minutes) and write docs/performance.md
	@$(RUN) -W ignore -m benchmarks $(if $(QUICK),--quick)

ask: train ## ask in bulk: make ask QUESTIONS=in.jsonl ANSWERS=out.jsonl, or one: make ask Q="what is stage MS"
	@$(RUN) -W ignore -m evaluation $(if $(Q),say "$(Q)",ask "$(QUESTIONS)" "$(ANSWERS)")

adapter: setup ## teach the sentence encoder our lines anew (half an hour); `make train` uses what it stores
	@$(RUN) -W ignore -m nlu.encoder.tuning

evaluate: train ## measure the held-out questions and write docs/evaluation.md
	@$(RUN) -W ignore -m evaluation report

test: train ## run all tests, two at a time (one: .venv/bin/python -m pytest tests/file.py)
	@$(RUN) -m pytest -n 2

check: setup ## ruff, mypy, import-linter, rasa data validate, knowledge check
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check .
	@$(RUN) -m mypy
	@.venv/bin/lint-imports
	@$(RUN) -m nlu.domain --check
	@$(RUN) -m knowledge check $(SEEDS)
	@mkdir -p models
	@$(RUN) -m rasa data validate --data nlu/questions nlu/follow_ups safety/must_hit nlu/rules.yml --domain domain.yml --fail-on-warnings \
		>models/validation.log 2>&1 || { cat models/validation.log; exit 1; }
	@echo "rasa data validate: no faults"

audit: setup ## bandit, a scan for secrets, the judged advisories, and what is published today where the network lets it (OFFLINE=1: not)
	@$(RUN) -m scripts.audit $(if $(OFFLINE),offline)

audit-accept: setup ## keep what the scan for secrets found as being none (look at each first)
	@.venv/bin/detect-secrets scan --no-verify --baseline .secrets.baseline

format: setup ## format the code
	@$(RUN) -m ruff check --fix .
	@$(RUN) -m ruff format .
