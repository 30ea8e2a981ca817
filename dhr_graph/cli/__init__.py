"""The command line: each command parses, calls one function of the library, and prints what it gives."""

from dhr_graph.cli.application import application, main

__all__ = ["application", "main"]
