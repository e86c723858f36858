"""What every chat asks, in this order; each is answered by words of its own, whatever was asked before."""

from __future__ import annotations

QUESTIONS = (
    *("what does stage MS mean", "what is stage L1", "what is an mibg scan", "what is chemotherapy"),
    *("what are the risk groups", "what is high risk", "what is MYCN", "what causes neuroblastoma"),
    *("is it inherited", "what is a biopsy", "what is immunotherapy", "what is dinutuximab"),
    *("what is a stem cell transplant", "what is radiation therapy", "what is surgery like", "what is stage M"),
    *("what are the late effects", "what happens after treatment", "what is a clinical trial", "what is a relapse"),
)
