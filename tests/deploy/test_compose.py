"""``docker-compose.yml`` is what Compose takes, and keeps each process small, shut in and watched."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from scripts.deployment_secrets import contents
from tests.deploy.files import asked_by_nginx, compose
from tests.support.services.images import FOLDER, image

SCHEMA = Path(__file__).parent / "schema" / "compose-spec.json"
SERVICES = sorted(compose()["services"].items())
each_service = pytest.mark.parametrize(("name", "service"), SERVICES, ids=[name for name, _ in SERVICES])


def test_it_is_what_the_specification_says() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    faults = [f"{list(fault.path)}: {fault.message}" for fault in Draft202012Validator(schema).iter_errors(compose())]
    assert faults == []


def test_all_parts_are_there() -> None:
    assert {name for name, _ in SERVICES} == {"bot", "rasa", "actions", "console", "postgres", "redis", "nginx"}


@each_service
def test_a_service_is_kept_in(name: str, service: dict[str, Any]) -> None:
    assert service["restart"] == "unless-stopped"
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert int(service["user"].split(":")[0]) > 0
    assert set(service["deploy"]["resources"]["limits"]) == {"cpus", "memory", "pids"}


@each_service
def test_a_service_says_whether_it_is_well(name: str, service: dict[str, Any]) -> None:
    asked = [step for step, _ in _image(service).instructions] if "build" in service else []
    assert "healthcheck" in service or "HEALTHCHECK" in asked


@each_service
def test_only_nginx_is_reached_from_outside_and_only_the_gateway_goes_out(name: str, service: dict[str, Any]) -> None:
    assert ("ports" in service) == (name == "nginx")
    within = {network for network, how in compose()["networks"].items() if how.get("internal")}
    assert set(service["networks"]) - within == {"nginx": {"edge"}, "bot": {"outward"}}.get(name, set())


@each_service
def test_secrets_are_files_that_are_made(name: str, service: dict[str, Any]) -> None:
    environment = service.get("environment", {})
    told = {value.removeprefix("/run/secrets/") for key, value in environment.items() if key.endswith("_FILE")}
    assert told <= set(service.get("secrets", []))
    assert set(service.get("secrets", [])) <= set(contents("postgres:5432", "redis:6379"))
    assert not {"TOKEN", "SECRET", "PASSWORD", "DATABASE_URL", "REDIS_URL"} & {
        key.rsplit("_", 1)[-1] if key not in ("DATABASE_URL", "REDIS_URL") else key for key in environment
    }


def test_secrets_lie_where_git_does_not_look() -> None:
    assert {value["file"] for value in compose()["secrets"].values()} == {
        f"./deploy/secrets/{name}" for name in contents("", "")
    }


@pytest.mark.parametrize("name", ["rasa", "actions"])
def test_what_is_scaled_has_neither_name_nor_port_of_its_own(name: str) -> None:
    assert not {"container_name", "ports", "hostname"} & set(compose()["services"][name])
    servers = compose()["services"]["nginx"]["environment"][f"COMPANION_{name.upper()}"]
    assert " resolve " in servers, "nginx must ask for the addresses again"


def test_nginx_is_told_all_it_asks_for() -> None:
    told = {key for key in compose()["services"]["nginx"]["environment"] if key.startswith("COMPANION_")}
    assert told == asked_by_nginx()


def _image(service: dict[str, Any]) -> Any:
    path = Path(service["build"]["dockerfile"])
    assert path.parent.name == FOLDER.name
    return image(path.name.removesuffix(".Dockerfile"))
