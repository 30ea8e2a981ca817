"""A Neo4j process of one's own: started on free ports of this machine, stopped by its own process id."""

from __future__ import annotations

import ctypes
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import neo4j
from neo4j.exceptions import AuthError, DriverError, Neo4jError
from neo4j_server.assembly import jars
from neo4j_server.releases import NoServer, Runtime

PATIENCE = 90
"""Seconds that a server may take to start, or to stop."""

USER = "neo4j"

_OPENED = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch")
_JAVA = (
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dlog4j2.disable.jmx=true",
    "-Dfile.encoding=UTF-8",
    *(f"--add-opens={opened}=ALL-UNNAMED" for opened in _OPENED),
)
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""For tests: starts with half the work, and is slower only where it would run long."""

FAST = ("-XX:+UseG1GC",)
"""For measuring: as Neo4j is run by its own scripts."""

_SETTINGS = {
    "server.default_listen_address": "127.0.0.1",
    "server.https.enabled": "false",
    "server.memory.pagecache.size": "128m",
    "dbms.usage_report.enabled": "false",
    "internal.server.bolt.thread_pool_shutdown_wait_time": "0s",
    "db.tx_log.preallocate": "false",
    "db.tx_log.rotation.size": "32m",
    "browser.remote_content_hostname_whitelist": "localhost,127.0.0.1",
}


@dataclass
class LocalServer:
    """A Neo4j in a folder of its own; `password` None means that it asks for none.

    `settings` are lines of neo4j.conf by name, read at every start. The ports stay the same over a restart.
    """

    runtime: Runtime
    home: Path
    settings: Mapping[str, str] = field(default_factory=dict)
    password: str | None = None
    java_options: Sequence[str] = QUICK
    bolt: int = 0
    http: int = 0
    _process: subprocess.Popen[bytes] | None = None

    def __post_init__(self) -> None:
        self.bolt, self.http = self.bolt or free_port(), self.http or free_port()
        for name in ("conf", "data", "logs", "import", "plugins", "run"):
            (self.home / name).mkdir(parents=True, exist_ok=True)

    @property
    def uri(self) -> str:
        """The address for drivers."""
        return f"bolt://127.0.0.1:{self.bolt}"

    @property
    def browser(self) -> str:
        """The address of Neo4j Browser, without what follows `?`."""
        return f"http://127.0.0.1:{self.http}/browser/"

    @property
    def auth(self) -> tuple[str, str] | None:
        """User and password for drivers."""
        return (USER, self.password) if self.password is not None else None

    @property
    def pid(self) -> int:
        """The server's process id; 0 where it does not run."""
        return self._process.pid if self._process is not None else 0

    def start(self) -> None:
        """Start it and wait until it answers; raises NoServer where it does not."""
        self._configure()
        if self.password is not None and not (self.home / "data" / "dbms" / "auth.ini").exists():
            self.administer("dbms", "set-initial-password", self.password)
        console = self.home / "logs" / "console.log"
        arguments = [
            self.runtime.release.main_class,
            f"--home-dir={self.home}",
            f"--config-dir={self.home / 'conf'}",
            "--console-mode",
        ]
        with console.open("ab") as log:
            self._process = subprocess.Popen(
                [*self._java("-Xms256m", "-Xmx1g", *self.java_options), *arguments],
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
                preexec_fn=self._tie,
            )
        self._await(console)

    def stop(self, *, kill: bool = False) -> None:
        """Stop it, with `kill` as a power cut would; a second call does nothing."""
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(signal.SIGKILL if kill else signal.SIGTERM)
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    @contextmanager
    def with_full_disk(self) -> Iterator[None]:
        """Let its transaction log grow no further: what the server sees is what a full disk shows it (Linux only).

        The log that it writes now is the one with the highest number; older ones may be larger.
        """
        logs = (self.home / "data" / "transactions" / "neo4j").glob("neostore.transaction.db.*")
        size = max(logs, key=lambda log: int(log.suffix[1:])).stat().st_size
        resource.prlimit(self.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
        try:
            yield
        finally:
            resource.prlimit(self.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))

    def administer(self, *words: str, cwd: Path | None = None) -> str:
        """Run `neo4j-admin` with these words, the server stopped; what it printed. Raises NoServer where it fails."""
        done = subprocess.run([str(self.neo4j_admin()), *words], cwd=cwd, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise NoServer(f"neo4j-admin {words[0]} failed: {(done.stdout + done.stderr)[-2000:]}")
        return done.stdout + done.stderr

    def neo4j_admin(self) -> Path:
        """A programme that does what `neo4j-admin` does beside this server."""
        self._configure()
        words = " ".join(f"'{word}'" for word in (*self._java("-Xmx1g"), "org.neo4j.cli.AdminTool"))
        script = self.home / "neo4j-admin"
        script.write_text(
            f"#!/bin/sh\nexport NEO4J_HOME='{self.home}' NEO4J_CONF='{self.home / 'conf'}'\nexec {words} \"$@\"\n",
            encoding="utf-8",
        )
        script.chmod(0o755)
        return script

    def _java(self, *options: str) -> list[str]:
        places = [self.home / "plugins" / "*", self.home / "conf" / "*", jars(self.runtime.release) / "*"]
        return [str(self.runtime.java), *options, "-cp", ":".join(map(str, places)), *_JAVA]

    def _configure(self) -> None:
        settings = {
            **_SETTINGS,
            "dbms.security.auth_enabled": str(self.password is not None).lower(),
            **{
                f"server.{name}.{kind}_address": f"127.0.0.1:{port}"
                for name, port in (("bolt", self.bolt), ("http", self.http))
                for kind in ("listen", "advertised")
            },
            **self.settings,
        }
        lines = "".join(f"{name}={value}\n" for name, value in sorted(settings.items()))
        (self.home / "conf" / "neo4j.conf").write_text(lines, encoding="utf-8")

    def _tie(self) -> None:
        """In the child: end with the process that started it."""
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(1, signal.SIGTERM)

    def _await(self, console: Path) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if self._process is not None and self._process.poll() is not None:
                raise NoServer(f"Neo4j ended while it started: {console.read_text(errors='replace')[-2000:]}")
            if _answers(self.uri, self.auth):
                return
            time.sleep(0.2)
        self.stop()
        raise NoServer(f"Neo4j did not answer within {PATIENCE} s: {console.read_text(errors='replace')[-2000:]}")


def free_port() -> int:
    """A port of this machine that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(uri: str, auth: tuple[str, str] | None) -> bool:
    port = int(uri.rpartition(":")[2])
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", port)) != 0:
            return False
    try:
        with neo4j.GraphDatabase.driver(uri, auth=auth, connection_timeout=5) as driver, driver.session() as session:
            session.run("RETURN 1").consume()
    except AuthError:
        raise
    except (Neo4jError, DriverError, OSError):
        return False
    return True
