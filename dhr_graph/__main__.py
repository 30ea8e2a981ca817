"""`python -m dhr_graph` is `dhr-graph`."""

from dhr_graph.cli import main

if __name__ == "__main__":
    main()
