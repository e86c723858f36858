"""Calm pages for what went wrong."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def _said(request: HttpRequest, status: int, title: str, text: str) -> HttpResponse:
    return render(request, "console/fault.html", {"title": title, "text": text}, status=status)


def stale(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 (Django's call)
    """A form without its token: a page left open too long."""
    return _said(request, 403, "This page was too old", "Go back, load it again, and do it once more.")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """Nothing here, or nothing that this person may see."""
    return _said(request, 404, "Nothing here", "It may have been erased, or its time was over.")


def not_understood(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """A request no browser makes by itself."""
    return _said(request, 400, "Not understood", "Go back and try once more.")


def broken(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 (Django's call)
    """A fault of ours."""
    return HttpResponse(
        "The console failed at this page. The log names the place.", status=500, content_type="text/plain"
    )
