"""What becomes of a test of the Browser where there is none."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def lacking(reason: str) -> NoReturn:
    """Skip the test or the module with the reason; in CI (`CI=true`), where a browser must be had, fail."""
    if os.environ.get("CI", "").lower() in ("true", "1"):
        pytest.fail(f"CI must open a real browser, and there is none: {reason}", pytrace=False)
    pytest.skip(f"no browser: {reason}", allow_module_level=True)
