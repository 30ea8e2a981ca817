"""Build the wheel as a checkout without symbolic links would, install it elsewhere, and run the demo from it.

usage: wheel_check.py

Windows clones turn the links in dhr_graph/ into small text files; the wheel must not miss them. It must hold every file
of the package, and nothing on the top level but `dhr_graph`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MAPPED = ("loaders", "ontology", "queries", "examples")
SHIPPED = {".py", ".toml", ".ttl", ".jsonld", ".csv", ".rq", ".cypher", ".txt", ".md", ".typed"}
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc")
COMMANDS = (("-m", "dhr_graph", "--version"), ("-m", "dhr_graph", "demo", "--into", "demo"))


def main() -> None:
    """Run every step in a scratch folder; the first that fails ends it with its own words."""
    with tempfile.TemporaryDirectory(prefix="dhr-graph-wheel-") as scratch:
        place = Path(scratch)
        checkout = copy_without_links(place / "checkout")
        run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(place), str(checkout)], place)
        wheel = next(place.glob("*.whl"))
        complain_of_contents(wheel)
        environment = place / "environment"
        print("-- installing it into a fresh environment", flush=True)
        venv.create(environment, with_pip=True)
        python = str(environment / ("Scripts" if os.name == "nt" else "bin") / "python")
        run([python, "-m", "pip", "install", "--quiet", str(wheel)], place)
        run([python, "-m", "pip", "check"], place)
        for command in COMMANDS:
            run([python, *command], place)
        print("-- the wheel is complete and works elsewhere")


def copy_without_links(target: Path) -> Path:
    """Copy what the wheel is built from, each link as the text file that a clone without links has in its place."""
    target.mkdir()
    for name in ("setup.cfg", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, target)
    for folder in MAPPED:
        shutil.copytree(ROOT / folder, target / folder, ignore=LEFT_OUT)
    shutil.copytree(ROOT / "dhr_graph", target / "dhr_graph", symlinks=True, ignore=LEFT_OUT)
    for folder in MAPPED:
        link = target / "dhr_graph" / folder
        words = os.readlink(link) if link.is_symlink() else link.read_text(encoding="utf-8")
        link.unlink()
        link.write_text(words, encoding="utf-8")
    return target


def complain_of_contents(wheel: Path) -> None:
    """Exit with a list where the wheel misses a file of the package, or holds one that is none of its business."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    present = {name for name in names if ".dist-info/" not in name}
    wanted = set(package_files())
    problems = [f"missing from the wheel: {name}" for name in sorted(wanted - present)]
    problems += [f"in the wheel, but not in the package: {name}" for name in sorted(present - wanted)]
    if len(names) != len(set(names)):
        problems.append("a file stands in the wheel twice")
    if problems:
        sys.exit("\n".join([*problems, "Look at packages and package_data in setup.cfg."]))
    print(f"-- {wheel.name} holds all {len(wanted)} files of the package", flush=True)


def package_files() -> Iterator[str]:
    """The files of the package under the names that they have in a wheel."""
    for folder in ("dhr_graph", *MAPPED):
        for path in (ROOT / folder).rglob("*"):
            inside = path.relative_to(ROOT)
            is_linked = any(parent.is_symlink() for parent in (path, *path.parents) if parent != ROOT)
            if path.is_file() and not is_linked and path.suffix in SHIPPED:
                yield (inside if folder == "dhr_graph" else "dhr_graph" / inside).as_posix()


def run(command: list[str], folder: Path) -> None:
    """Run a command outside the checkout; its failure is this script's failure."""
    finished = subprocess.run(command, cwd=folder, check=False, env={**os.environ, "PYTHONPATH": ""})
    if finished.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with exit code {finished.returncode}.")


if __name__ == "__main__":
    main()
