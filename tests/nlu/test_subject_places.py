"""What a message names is found at its place, typing errors and short forms included."""

from __future__ import annotations

from typing import Any

import pytest

from nlu.components.subject_extractor import SubjectExtractor
from tests.nlu.subjects import named


@pytest.fixture(scope="module")
def extractor(trained: list[Any]) -> SubjectExtractor:
    component: SubjectExtractor = trained[-1]
    return component


@pytest.mark.parametrize(
    ("text", "place", "kind", "value"),
    [
        ("my sons 4s spred", "4s", "stage", "MS"),
        ("he has Stage IV-S.", "IV-S", "stage", "MS"),
        ("is it L2?", "L2", "stage", "L2"),
        ("stage  two then", "stage  two", "stage", "L2"),
        ("localised tumour", "localised tumour", "stage", "localized"),
        ("she is hr", "hr", "risk_group", "high"),
        ("intermediat risk", "intermediat risk", "risk_group", "intermediate"),
        ("low-risk group", "low-risk", "risk_group", "low"),
        ("it realpsed", "realpsed", "disease_state", "relapsed"),
        ("a MIBG scan", "MIBG scan", "test", "MIBG scan"),
        ("chest xrays", "chest xrays", "test", "X-ray"),
        ("bone marow biospy", "bone marow biospy", "test", "bone marrow test"),
        ("ultrasond now", "ultrasond", "test", "ultrasound"),
        ("MIBG theraphy", "MIBG theraphy", "treatment", "MIBG therapy"),
        ("her kemo", "kemo", "treatment", "chemotherapy"),
        ("stem cell transplnat", "stem cell transplnat", "treatment", "stem cell rescue"),
        ("the sugery", "sugery", "treatment", "surgery"),
        ("dinutuxmab?", "dinutuxmab", "drug", "dinutuximab"),
        ("is DFMO bad", "DFMO", "drug", "eflornithine"),
        ("accutane pills", "accutane", "drug", "isotretinoin"),
        ("N-MYC amplifed", "N-MYC amplifed", "gene", "MYCN"),
        ("ALK mutaton", "ALK mutaton", "gene", "ALK"),
        ("swolen belly", "swolen belly", "symptom", "belly"),
        ("panda eyes 🤞", "panda eyes", "symptom", "eyes"),
        ("in the centrl nervous system", "centrl nervous system", "place", "central nervous system"),
        ("bone marow", "bone marow", "place", "elsewhere"),
    ],
)
def test_a_subject_is_found_at_its_place(
    extractor: SubjectExtractor, text: str, place: str, kind: str, value: str
) -> None:
    assert (place, kind, value) in named(extractor, text)


def test_several_are_found_in_their_order(extractor: SubjectExtractor) -> None:
    text = "stage MS, low risk: chemo or surgery?"
    values = ["MS", "low", "chemotherapy", "surgery"]
    assert [value for _, _, value in named(extractor, text)] == values
