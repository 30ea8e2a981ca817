"""Where a Neo4j is, and who one is there: from an option, the environment, a file; the password is never printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from dhr_graph.errors import UsageError

URI, USER, PASSWORD = "DHR_GRAPH_NEO4J", "DHR_GRAPH_NEO4J_USER", "DHR_GRAPH_NEO4J_PASSWORD"
PASSWORD_FILE, DATABASE = "DHR_GRAPH_NEO4J_PASSWORD_FILE", "DHR_GRAPH_NEO4J_DATABASE"

USUAL_USER = "neo4j"
SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")

_EXAMPLE = "Give an address such as bolt://localhost:7687, or neo4j+s://... for Aura."


@dataclass(frozen=True, slots=True)
class Neo4jAddress:
    """A server, a database there (None: the user's home database), and a user with a password, if one is known."""

    uri: str
    user: str = USUAL_USER
    password: str | None = field(default=None, repr=False)
    database: str | None = None


def find_address(
    environment: Mapping[str, str],
    *,
    uri: str | None = None,
    database: str | None = None,
    password_file: Path | None = None,
) -> Neo4jAddress:
    """The address from what was given, else from the variables `DHR_GRAPH_NEO4J` and those that begin so.

    The password comes from a file or a variable; an address that holds one is refused, since others could read it in
    the list of processes. Raises UsageError where there is no address, or none that a driver takes.
    """
    where = uri or environment.get(URI)
    if not where:
        raise UsageError("No Neo4j was named.", where="--neo4j", remedy=f"{_EXAMPLE} Or set {URI}.")
    bare, user = _checked(where)
    return Neo4jAddress(
        uri=bare,
        user=user or environment.get(USER) or USUAL_USER,
        password=_password(environment, password_file),
        database=database or environment.get(DATABASE) or None,
    )


def _checked(uri: str) -> tuple[str, str | None]:
    """The address without its user, and the user."""
    try:
        parts = urlsplit(uri)
        host, user, password = parts.hostname, parts.username, parts.password
    except ValueError:
        host = user = password = None
        parts = urlsplit("")
    if password is not None:
        raise UsageError(
            "The address holds a password, which others could read.",
            where="--neo4j",
            remedy=f"Take it out and set {PASSWORD}, or name a file with --password-file.",
        )
    if parts.scheme in ("http", "https"):
        raise UsageError(
            f"{uri} is an address for a web browser.", where="--neo4j", remedy="Give bolt://HOST:7687 instead."
        )
    if parts.scheme not in SCHEMES or not host:
        raise UsageError(f"{uri!r} is no address of a Neo4j.", where="--neo4j", remedy=_EXAMPLE)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl(), user


def _password(environment: Mapping[str, str], password_file: Path | None) -> str | None:
    named = environment.get(PASSWORD_FILE)
    path = password_file or (Path(named) if named else None)
    if path is None:
        return environment.get(PASSWORD) or None
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(
            f"The password's file can't be read: {fault}.", where=str(path), remedy="Name a text file of one line."
        ) from fault
    if not lines or not lines[0]:
        raise UsageError("The password's file is empty.", where=str(path), remedy="Write the password as one line.")
    return lines[0]
