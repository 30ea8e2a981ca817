"""A headless Chromium that reaches this machine and nothing else."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import Error, Page, Route, sync_playwright

SWITCH = "DHR_GRAPH_CHROMIUM"
"""The variable that names the Chromium to use; else it is looked for on the path."""

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_HERE = ("127.0.0.1", "localhost", "::1")


class NoChromium(Exception):
    """There is no Chromium to test with; the message says why."""


def chromium_path() -> str:
    """The Chromium of this machine; raises NoChromium."""
    found = os.environ.get(SWITCH) or next((path for name in _NAMES if (path := shutil.which(name))), None)
    if found is None:
        raise NoChromium(f"no Chromium on the path (apt-get install chromium), and {SWITCH} is not set")
    return found


@contextmanager
def chromium_page(width: int = 1500, height: int = 1000) -> Iterator[Page]:
    """A page in a new Chromium without memory of earlier ones; every request that leaves this machine is refused."""
    with sync_playwright() as playwright:
        try:
            chromium = playwright.chromium.launch(executable_path=chromium_path(), args=list(_ARGUMENTS))
        except Error as fault:
            raise NoChromium(f"Chromium does not start: {fault}") from fault
        page = chromium.new_page(viewport={"width": width, "height": height})
        page.route("**/*", _only_here)
        yield page
        chromium.close()


def _only_here(route: Route) -> None:
    address = urlsplit(route.request.url)
    if address.scheme in ("data", "blob") or address.hostname in _HERE:
        route.continue_()
    else:
        route.abort()
