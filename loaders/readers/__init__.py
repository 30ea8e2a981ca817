"""Readers: a file becomes a document, a canonical text with the passages that tile it."""

from __future__ import annotations

from dhr_graph.loaders.readers.files import FoundFiles, SkippedFile, find_files
from dhr_graph.loaders.readers.registry import READERS, Reader, by_suffix, read_file
from dhr_graph.loaders.readers.text import read_text

__all__ = ["READERS", "FoundFiles", "Reader", "SkippedFile", "by_suffix", "find_files", "read_file", "read_text"]
