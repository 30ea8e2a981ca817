"""What goes wrong between us and a Neo4j, in words that say what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

from neo4j import exceptions as driver

from dhr_graph.errors import Neo4jError
from dhr_graph.stores.neo4j.version import RELEASES

_AGAIN = "Run the command again: it goes on where it stopped."
_DISK = "Make room on the server's disk, restart Neo4j if it asks for that, and run the command again."
_PASSWORD = (
    "Set DHR_GRAPH_NEO4J_USER and DHR_GRAPH_NEO4J_PASSWORD, or name a file with --password-file; then run it again."
)

_READ_ONLY = (
    "The database is read-only.",
    "Open it for writing (server.databases.read_only), or name another one (--database).",
)
_UNAVAILABLE = (
    "The database is not available.",
    "Look at the server's log, start the database, and run the command again.",
)
_STOPPED = (
    "The database has stopped after a fault of the server's, such as a full disk.",
    "Look at the server's log, make room on its disk, restart Neo4j, and run the command again.",
)

LONGEST_REASON = 300

REMEDIES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "Neo.ClientError.Security.Unauthorized": ("User or password is wrong, or a password is needed.", _PASSWORD),
        "Neo.ClientError.Security.AuthenticationRateLimit": (
            "Too many wrong passwords were given; the server makes you wait.",
            "Wait a few seconds. " + _PASSWORD,
        ),
        "Neo.ClientError.Security.CredentialsExpired": (
            "The password has expired.",
            "Sign in with Neo4j Browser, change it there, and run the command again.",
        ),
        "Neo.ClientError.Security.Forbidden": (
            "The user may not do this.",
            "Use a user that may write data, and make indexes and constraints.",
        ),
        "Neo.ClientError.Database.DatabaseNotFound": (
            "There is no such database.",
            "Name one that is there with --database, or create it.",
        ),
        "Neo.TransientError.General.DatabaseUnavailable": _UNAVAILABLE,
        "Neo.TransientError.Database.DatabaseUnavailable": _UNAVAILABLE,
        "Neo.DatabaseError.Transaction.TransactionStartFailed": _STOPPED,
        "Neo.ClientError.General.ReadOnly": _READ_ONLY,
        "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase": _READ_ONLY,
        "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase": _READ_ONLY,
        "Neo.ClientError.Cluster.NotALeader": (
            "This server of a cluster takes no writes.",
            "Give an address that begins with neo4j:// instead of bolt://.",
        ),
        "Neo.ClientError.Schema.ConstraintValidationFailed": (
            "The database holds nodes of others with an id of ours.",
            "Load into a database of its own (--database), or take those nodes out.",
        ),
        "Neo.TransientError.General.MemoryPoolOutOfMemoryError": (
            "The server has too little memory for one review.",
            "Raise dbms.memory.transaction.total.max or the heap (server.memory.heap.max_size), then run it again.",
        ),
        "Neo.ClientError.Transaction.TransactionTimedOut": (
            "The server ended the transaction: it took too long.",
            "Raise db.transaction.timeout on the server, or run it when the server is less busy.",
        ),
        "Neo.DatabaseError.General.StorageDamageDetected": (
            "The server's store is damaged.",
            "Restore the database, or make a new one, and load again.",
        ),
    }
)
"""By the server's code: what is wrong, and what to do."""

_FULL = (
    "no space left on device",
    "file too large",
    "disk full",
    "not enough space",
    "database has panicked",
    "database panic",
    "transaction log",
    "transactionlog",
)


@contextmanager
def told(where: str, *, doing: str = "") -> Iterator[None]:
    """Turn what the driver raises into Neo4jError with a remedy; `doing` says what was going on."""
    try:
        yield
    except (driver.Neo4jError, driver.DriverError, OSError) as fault:
        raise explain(fault, where, doing) from fault


def explain(fault: Exception, where: str, doing: str = "") -> Neo4jError:
    """The error that a fault of the driver or the server becomes."""
    place = f"{where}, {doing}" if doing else where
    if isinstance(fault, driver.Neo4jError):
        return _of_server(fault, place)
    if isinstance(fault, driver.UnsupportedServerProduct):
        return Neo4jError("What answers is too old, or no Neo4j.", where=place, remedy=RELEASES)
    if isinstance(fault, driver.ConfigurationError):
        return Neo4jError(f"The driver does not take this: {_reason(fault)}.", where=place, remedy="Mend the address.")
    if _is_connection(fault) and doing:
        return Neo4jError(
            f"The connection was lost: {_reason(fault)}.",
            where=place,
            remedy=f"See that the server runs. Nothing is half-written. {_AGAIN}",
        )
    if _is_connection(fault):
        return Neo4jError(
            f"No Neo4j answers: {_reason(fault)}.",
            where=place,
            remedy=(
                "Start it, and look at address, port (7687, not 7474) and firewall; "
                "a scheme with +s needs a certificate."
            ),
        )
    return Neo4jError(f"The driver failed: {_reason(fault)}.", where=place, remedy=_AGAIN)


def _of_server(fault: driver.Neo4jError, place: str) -> Neo4jError:
    code = fault.code or ""
    if code in REMEDIES:
        what, remedy = REMEDIES[code]
        return Neo4jError(f"{what} ({_reason(fault)})", where=place, remedy=remedy)
    words = f"{code} {fault.message}".lower()
    if any(sign in words for sign in _FULL) or code.startswith("Neo.DatabaseError.Transaction"):
        return Neo4jError(
            f"The server can't write, perhaps because its disk is full ({_reason(fault)}).", where=place, remedy=_DISK
        )
    return Neo4jError(
        f"The server refuses: {_reason(fault)} ({code}).",
        where=place,
        remedy="Mend that on the server, then run the command again.",
    )


def _is_connection(fault: Exception) -> bool:
    return isinstance(fault, (driver.ServiceUnavailable, driver.SessionExpired, OSError)) or fault.__cause__ is not None


def _reason(fault: Exception) -> str:
    words = fault.message if isinstance(fault, driver.Neo4jError) else str(fault)
    return " ".join((words or type(fault).__name__).split())[:LONGEST_REASON].rstrip(".")
