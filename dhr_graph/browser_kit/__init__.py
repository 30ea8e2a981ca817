"""The kit for Neo4j Browser: style, guide and saved queries, all made from the ontology and the questions."""

from dhr_graph.browser_kit.kit import kit_files, write_kit
from dhr_graph.browser_kit.serving import (
    DEFAULT_PORT,
    LOOPBACK,
    KitServer,
    browser_commands,
    browser_link,
    new_browser_commands,
    server_settings,
)

__all__ = [
    "DEFAULT_PORT",
    "LOOPBACK",
    "KitServer",
    "browser_commands",
    "browser_link",
    "kit_files",
    "new_browser_commands",
    "server_settings",
    "write_kit",
]
