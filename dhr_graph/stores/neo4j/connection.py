"""A connection to one database of a Neo4j that was found to be one we can use."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType
from typing import Literal, TypeVar

from neo4j import READ_ACCESS, WRITE_ACCESS, Driver, GraphDatabase, ManagedTransaction, Session
from neo4j.exceptions import AuthError, DriverError, IncompleteCommit, Neo4jError

from dhr_graph.stores.neo4j.address import Neo4jAddress
from dhr_graph.stores.neo4j.faults import told
from dhr_graph.stores.neo4j.version import checked_version
from dhr_graph.version import VERSION

T = TypeVar("T")

PATIENCE = 10.0
"""Seconds to wait for a connection."""

PERSISTENCE = 90.0
"""Seconds over which a transaction is tried again while the server is away or busy: a restart takes about ten."""

_FIRST_PAUSE, _LONGEST_PAUSE = 0.1, 2.0
_HOPELESS = ("MemoryPoolOutOfMemoryError", "ReadOnlyDatabase")
"""Count as passing, but the same transaction meets them again."""


class Neo4jConnection:
    """An open connection; a context manager. Make one with `open`.

    `where` is the address as it may be shown, `version` the server's. Every error of driver and server leaves here as
    Neo4jError with its remedy.
    """

    def __init__(self, driver: Driver, address: Neo4jAddress, version: str, persistence: float) -> None:
        self.where = address.uri
        self.version = version
        self._driver = driver
        self._database = address.database
        self._persistence = persistence

    @classmethod
    def open(
        cls, address: Neo4jAddress, *, ask_password: Callable[[], str] | None = None, persistence: float = PERSISTENCE
    ) -> Neo4jConnection:
        """Connect, see that the version will do and that the database is there; raises Neo4jError.

        `ask_password` is called where the server wants a password and the address has none.
        """
        driver = _driver(address, address.password)
        try:
            with told(address.uri):
                try:
                    agent = driver.get_server_info().agent
                except AuthError:
                    if address.password is not None or ask_password is None:
                        raise
                    driver.close()
                    driver = _driver(address, ask_password())
                    agent = driver.get_server_info().agent
                version = checked_version(agent, address.uri)
                with driver.session(database=address.database) as session:
                    session.run("RETURN 1").consume()
        except BaseException:
            driver.close()
            raise
        return cls(driver, address, version, persistence)

    def read(self, work: Callable[[ManagedTransaction], T], *, doing: str = "reading") -> T:
        """What `work` makes of a transaction that may only read; tried again while the server is away."""

        def attempt() -> T:
            with self.session(READ_ACCESS) as session:
                return session.execute_read(work)

        with told(self.where, doing=doing):
            return self._persistently(attempt)

    def write(self, work: Callable[[ManagedTransaction], T], *, doing: str = "writing") -> T:
        """What `work` makes of one transaction, all of which happens or nothing of it.

        It is tried again while the server is away, and where the connection broke in the middle of the commit: so it
        must come to the same when it has happened already.
        """

        def attempt() -> T:
            with self.session(WRITE_ACCESS) as session:
                return session.execute_write(work)

        with told(self.where, doing=doing):
            return self._persistently(attempt)

    def change_schema(self, statement: str) -> None:
        """Run one statement that changes the schema."""
        with told(self.where, doing="preparing the schema"), self.session(WRITE_ACCESS) as session:
            session.run(statement).consume()

    def session(self, access: str, fetch_size: int = 1000, notices: Literal["OFF", "WARNING"] = "OFF") -> Session:
        """A session of one's own on the database: `fetch_size` the rows that come at once, `notices` how grave what the
        server remarks on a statement must be to be sent."""
        return self._driver.session(
            database=self._database,
            default_access_mode=access,
            fetch_size=fetch_size,
            notifications_min_severity=notices,  # set on the driver, an old server would refuse before it says its age
        )

    def _persistently(self, attempt: Callable[[], T]) -> T:
        """Try again until it works, or the time is over; the driver's own pauses grow too long for a restart."""
        deadline, pause = time.monotonic() + self._persistence, _FIRST_PAUSE
        while True:
            try:
                return attempt()
            except (DriverError, Neo4jError) as fault:
                if not _may_pass(fault) or time.monotonic() + pause > deadline:
                    raise
            time.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)

    def close(self) -> None:
        """Let go of the server."""
        self._driver.close()

    def __enter__(self) -> Neo4jConnection:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _may_pass(fault: DriverError | Neo4jError) -> bool:
    if isinstance(fault, Neo4jError) and (fault.code or "").endswith(_HOPELESS):
        return False
    return fault.is_retryable() or isinstance(fault, IncompleteCommit)


def _driver(address: Neo4jAddress, password: str | None) -> Driver:
    with told(address.uri):
        return GraphDatabase.driver(
            address.uri,
            auth=(address.user, password) if password is not None else None,
            user_agent=f"dhr-graph/{VERSION}",
            connection_timeout=PATIENCE,
            connection_acquisition_timeout=PATIENCE * 2,
            max_transaction_retry_time=0,
            telemetry_disabled=True,
        )
