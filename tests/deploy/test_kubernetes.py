"""The manifests are what Kubernetes takes, fit each other, and keep each pod as shut in as its container."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scripts.deployment_secrets import contents
from tests.deploy.files import DEPLOY, KUBERNETES, OURS, asked_by_nginx, compose, kustomization, manifests, of_kind
from tests.deploy.published import faults

RUNNING = {each["metadata"]["name"]: each for each in of_kind("Deployment", "StatefulSet")}
each_running = pytest.mark.parametrize("name", sorted(RUNNING))


def _pod(name: str) -> dict[str, Any]:
    pod: dict[str, Any] = RUNNING[name]["spec"]["template"]["spec"]
    return pod


def _container(name: str) -> dict[str, Any]:
    (container,) = _pod(name)["containers"]
    return dict(container)


@pytest.mark.parametrize("manifest", manifests(), ids=lambda each: f"{each['kind']}-{each['metadata']['name']}")
def test_a_manifest_is_what_the_published_schema_says(manifest: dict[str, Any]) -> None:
    assert faults(manifest) == []


def test_what_kubernetes_does_not_know_is_found() -> None:
    manifest = {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "a"}, "spec": {"prots": []}}
    assert faults(manifest) == ["spec: Additional properties are not allowed ('prots' was unexpected)"]


def test_every_file_is_named_once_and_is_there() -> None:
    named = kustomization(KUBERNETES)["resources"]
    files = {path.name for path in KUBERNETES.glob("*.yml")} - {"kustomization.yml"}
    assert sorted(name for name in named if name.endswith(".yml")) == sorted(files)
    for folder in (name for name in named if not name.endswith(".yml")):
        assert (KUBERNETES / folder / "kustomization.yml").is_file()
    generated = kustomization(DEPLOY / "nginx")["configMapGenerator"][0]["files"]
    assert sorted(generated) == sorted(path.name for path in (DEPLOY / "nginx").glob("*.template"))
    assert sorted(kustomization(DEPLOY / "secrets")["secretGenerator"][0]["files"]) == sorted(contents("", ""))


@each_running
def test_a_pod_is_kept_in(name: str) -> None:
    pod, container = _pod(name), _container(name)
    assert pod["automountServiceAccountToken"] is False
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert set(container["resources"]) == {"requests", "limits"}
    assert {"readinessProbe", "livenessProbe"} <= set(container)
    assert ":" in container["image"]
    assert not container["image"].endswith(":latest")


@each_running
def test_what_a_pod_names_is_there(name: str) -> None:
    pod, container = _pod(name), _container(name)
    volumes = {volume["name"]: volume for volume in pod.get("volumes", [])}
    claims = {claim["metadata"]["name"] for claim in RUNNING[name]["spec"].get("volumeClaimTemplates", [])}
    assert {mount["name"] for mount in container["volumeMounts"]} == set(volumes) | claims
    items = volumes.get("secrets", {}).get("secret", {}).get("items", [])
    keys = {item["key"] for item in items}
    told = {each["value"] for each in container.get("env", []) if each["name"].endswith("_FILE")}
    assert {path.removeprefix("/run/secrets/") for path in told} <= keys <= set(contents("", ""))


def test_services_lead_to_ports_that_are_open() -> None:
    for service in of_kind("Service"):
        open_ports = {port["name"] for port in _container(service["spec"]["selector"]["app"])["ports"]}
        assert {port["targetPort"] for port in service["spec"]["ports"]} <= open_ports, service["metadata"]["name"]


@pytest.mark.parametrize("name", ["rasa", "actions"])
def test_rasa_and_actions_grow_by_themselves_and_are_never_all_taken_away(name: str) -> None:
    (scaler,) = (each for each in of_kind("HorizontalPodAutoscaler") if each["metadata"]["name"] == name)
    assert scaler["spec"]["scaleTargetRef"] == {"apiVersion": "apps/v1", "kind": "Deployment", "name": name}
    assert 2 <= scaler["spec"]["minReplicas"] < scaler["spec"]["maxReplicas"]
    assert "replicas" not in RUNNING[name]["spec"], "an apply would undo what the autoscaler did"
    (budget,) = (each for each in of_kind("PodDisruptionBudget") if each["metadata"]["name"] == name)
    assert budget["spec"]["selector"] == RUNNING[name]["spec"]["selector"]


def test_there_is_one_gateway_at_a_time() -> None:
    assert RUNNING["gateway"]["spec"]["replicas"] == 1
    assert RUNNING["gateway"]["spec"]["strategy"] == {"type": "Recreate"}


def test_nobody_speaks_to_anybody_unless_it_is_said() -> None:
    rules = {each["metadata"]["name"]: each["spec"] for each in of_kind("NetworkPolicy")}
    assert rules["nobody"] == {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]}
    assert set(RUNNING) <= set(rules)
    outward = [name for name, rule in rules.items() if "ipBlock" in json.dumps(rule.get("egress", []))]
    assert outward == ["gateway"]
    open_to_all = [name for name, rule in rules.items() if any("from" not in way for way in rule.get("ingress", []))]
    assert open_to_all == ["nginx"]


def test_nginx_is_told_all_it_asks_for() -> None:
    literals = [word for each in kustomization(KUBERNETES)["configMapGenerator"] for word in each["literals"]]
    told = {each["name"] for each in _container("nginx")["env"]} | {word.split("=")[0] for word in literals}
    assert {name for name in told if name.startswith("COMPANION_")} == asked_by_nginx()


@pytest.mark.parametrize("name", OURS)
def test_a_container_is_told_the_same_files_as_under_compose(name: str) -> None:
    service = compose()["services"]["bot" if name == "gateway" else name]
    here = {key for key in service.get("environment", {}) if key.endswith("_FILE")}
    assert {each["name"] for each in _container(name).get("env", []) if each["name"].endswith("_FILE")} == here
    assert Path(service["build"]["dockerfile"]).name == f"{name}.Dockerfile"
