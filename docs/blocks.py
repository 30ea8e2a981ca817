"""Run the code blocks of the README and the docs, and keep the outputs that they show true.

usage: blocks.py [--check]

Blocks marked `sh` and `python` run in order, each page in a scratch folder that holds a copy of `examples/`; a block
marked `text` right after one shows what it printed on stdout. Without `--check` these are written anew.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FENCED = re.compile(r"^```(?P<kind>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
WIDTH = "100"


class BlockFailed(Exception):
    """A block did not run; the message holds the page, the block and what it said."""


def pages() -> Iterator[Path]:
    """The README, then the docs in order."""
    yield ROOT / "README.md"
    yield from sorted((ROOT / "docs").rglob("*.md"))


def refreshed(page: Path) -> str:
    """Run a page's blocks; its text with the outputs that they gave. Raises BlockFailed."""
    text = page.read_text(encoding="utf-8")
    parts: list[str] = []
    end = 0
    printed: str | None = None
    with tempfile.TemporaryDirectory(prefix="dhr-graph-docs-") as scratch:
        shutil.copytree(ROOT / "examples", Path(scratch) / "examples", ignore=shutil.ignore_patterns("__*", "*.py"))
        for block in FENCED.finditer(text):
            between = text[end : block.start()]
            body = block["body"]
            if block["kind"] == "text" and printed is not None and not between.strip():
                body, printed = printed, None
            elif block["kind"] in ("sh", "python"):
                printed = run(block["kind"], body, Path(scratch), page)
            else:
                printed = None
            parts += [between, f"```{block['kind']}\n{body}```"]
            end = block.end()
    return "".join([*parts, text[end:]])


def run(kind: str, body: str, folder: Path, page: Path) -> str:
    """What a block prints on stdout, blanks at line ends left out."""
    command = ["bash", "-euo", "pipefail", "-c", body] if kind == "sh" else [sys.executable, "-c", body]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DHR_GRAPH_")}
    environment = {**kept, "PATH": path, "COLUMNS": WIDTH, "PYTHONUTF8": "1"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=300, encoding="utf-8"
    )
    if done.returncode != 0:
        where = page.relative_to(ROOT)
        raise BlockFailed(f"{where}: exit code {done.returncode} of\n{body}\n{done.stdout}\n{done.stderr}")
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


def main() -> None:
    """Refresh every page, or say which are out of date."""
    for page in pages():
        old, new = page.read_text(encoding="utf-8"), refreshed(page)
        if old != new and "--check" in sys.argv[1:]:
            sys.exit(f"{page} shows outputs that are no longer so: run make reference")
        if old != new:
            page.write_text(new, encoding="utf-8")
            print(f"refreshed {page.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
