"""The dataset: on disk or in memory, one writer at a time, every review written whole or not at all."""

from dhr_graph.stores.ad_hoc import Cell, QueryResult
from dhr_graph.stores.dataset import Dataset
from dhr_graph.stores.manifest import FORMAT_VERSION, DatasetManifest
from dhr_graph.stores.rendering import ReviewQuads, render

__all__ = ["FORMAT_VERSION", "QueryResult", "Cell", "Dataset", "DatasetManifest", "ReviewQuads", "render"]
