"""The kit as files: made in memory, written to a folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from dhr_graph.browser_kit.asciidoc_guide import asciidoc_guide
from dhr_graph.browser_kit.grass import grass
from dhr_graph.browser_kit.guide import guide
from dhr_graph.browser_kit.html_guide import html_guide
from dhr_graph.browser_kit.saved_queries import queries_csv, queries_cypher, queries_zip
from dhr_graph.browser_kit.scripts import scripts
from dhr_graph.exports.destinations import written_bytes

STYLE = "dhr.grass"
HTML_GUIDE = "dhr-guide.html"
ASCIIDOC_GUIDE = "dhr-guide.adoc"
QUERIES = "dhr-queries"


def kit_files(address: str | None = None) -> Mapping[str, bytes]:
    """The content of every file of the kit by name; the same bytes every time.

    Give the address that the files will be served at, where it is known: the guide then offers the style from there.
    """
    offered = tuple(scripts().values())
    texts = {
        STYLE: grass(),
        HTML_GUIDE: html_guide(guide(), f"{address}/{STYLE}" if address else None),
        ASCIIDOC_GUIDE: asciidoc_guide(guide()),
        f"{QUERIES}.cypher": queries_cypher(offered),
        f"{QUERIES}.csv": queries_csv(offered),
    }
    files = {name: text.encode() for name, text in texts.items()}
    return MappingProxyType({**files, f"{QUERIES}.zip": queries_zip(offered)})


def write_kit(folder: Path) -> tuple[Path, ...]:
    """Write the kit into a folder, which is made where it is not there, and return the paths in order.

    A file that stands there under one of the kit's names is replaced. Raises UsageError where one can't be written.
    """
    paths = []
    for name, content in kit_files().items():
        with written_bytes(folder / name) as stream:
            stream.write(content)
        paths.append(folder / name)
    return tuple(paths)
