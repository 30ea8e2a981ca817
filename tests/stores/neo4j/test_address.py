"""Where a Neo4j is comes from the command line or the environment; the password never from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from dhr_graph.errors import UsageError
from dhr_graph.stores.neo4j import find_address

BOLT = "bolt://localhost:7687"


def test_the_option_wins_over_the_environment() -> None:
    found = find_address({"DHR_GRAPH_NEO4J": BOLT, "DHR_GRAPH_NEO4J_DATABASE": "dhr"}, uri="neo4j+s://db.example:7687")
    assert (found.uri, found.database) == ("neo4j+s://db.example:7687", "dhr")


def test_the_environment_is_enough() -> None:
    environment = {"DHR_GRAPH_NEO4J": BOLT, "DHR_GRAPH_NEO4J_USER": "ada", "DHR_GRAPH_NEO4J_PASSWORD": "s3cret"}
    found = find_address(environment)
    assert (found.uri, found.user, found.password) == (BOLT, "ada", "s3cret")


def test_a_password_is_never_shown() -> None:
    found = find_address({"DHR_GRAPH_NEO4J": BOLT, "DHR_GRAPH_NEO4J_PASSWORD": "s3cret"})
    assert "s3cret" not in f"{found} {found!r}"


def test_a_password_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "password").write_text("s3cret with spaces \nsecond line\n", encoding="utf-8")
    assert find_address({}, uri=BOLT, password_file=tmp_path / "password").password == "s3cret with spaces "
    environment = {"DHR_GRAPH_NEO4J_PASSWORD_FILE": str(tmp_path / "password")}
    assert find_address(environment, uri=BOLT).password == "s3cret with spaces "


@pytest.mark.parametrize("content", ["", "\n", None])
def test_a_file_without_a_password_is_refused(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "password").write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match="password's file"):
        find_address({}, uri=BOLT, password_file=tmp_path / "password")


def test_a_user_may_stand_in_the_address() -> None:
    found = find_address({"DHR_GRAPH_NEO4J_USER": "bob"}, uri="bolt://ada@db.example:7687")
    assert (found.uri, found.user) == ("bolt://db.example:7687", "ada")


def test_an_address_with_a_password_is_refused_and_not_repeated() -> None:
    with pytest.raises(UsageError, match="DHR_GRAPH_NEO4J_PASSWORD") as raised:
        find_address({}, uri="bolt://ada:s3cret@localhost:7687")
    assert "s3cret" not in str(raised.value)


@pytest.mark.parametrize(
    ("uri", "advice"),
    [
        (None, "bolt://localhost:7687"),
        ("localhost:7687", "bolt://localhost:7687"),
        ("bolt://", "bolt://localhost:7687"),
        ("http://localhost:7474", "bolt://HOST:7687"),
        ("bolt://[::1", "bolt://localhost:7687"),
    ],
)
def test_what_is_no_address_is_refused_with_one_that_is(uri: str | None, advice: str) -> None:
    with pytest.raises(UsageError) as raised:
        find_address({}, uri=uri)
    assert advice in str(raised.value)
