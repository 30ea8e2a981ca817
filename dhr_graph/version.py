"""The version, in the one place that packaging and the command line read it from."""

VERSION = "0.1.0"
